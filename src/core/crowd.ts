// How many people stand behind a phone or an address over all records of a run, ordinary orders included.

import { enlarged } from './key-table.js';

/** A count that has come this far stays there: far beyond every limit on a shared key. */
const MOST_PEOPLE = 255;

/** Numbers of a slot: the halves of the key's hash, its first person, its number and one. 0: the slot is free. */
const SLOT = 4;
/** Slots that are used at most, of all. */
const LOAD = 0.7;

/**
 * Counts the distinct people of each key. The lines of ordinary orders are not held, and yet a pickup point is told
 * from a drop address by its ordinary customers. Keys and people come as hashes: a key as 64 bits, a person as 32.
 * Two keys are taken for one by an accident of one in 10^19 for each pair; a further person of a key is taken for a
 * known one by one in 10^9.
 *
 * A slot lies within one line of the processor's cache: a record costs one look into memory that is not at hand, not
 * three. Only people who are not the first of their key are kept elsewhere, at most 254 a key.
 * Memory: 25 to 45 bytes a distinct key, and as much for each further person.
 */
export class Crowd {
  /** Distinct keys. */
  size = 0;
  #slots = new Int32Array(SLOT << 10);
  #counts = new Uint8Array(1 << 9);
  /** Pairs of a key (its number and one) and a further person of it; 0: free. */
  #pairs = new Int32Array(2 << 6);
  #pairCount = 0;

  /** Takes note of a person at a key and returns the key's number. */
  note(high: number, low: number, person: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let at = (low << 2) & mask;
    for (;;) {
      const entry = slots[at + 3]! - 1;
      if (entry < 0) break;
      if (slots[at] === low && slots[at + 1] === high) {
        if (slots[at + 2] !== person) this.#addPerson(entry, person);
        return entry;
      }
      at = (at + SLOT) & mask;
    }
    const entry = this.size++;
    slots[at] = low;
    slots[at + 1] = high;
    slots[at + 2] = person;
    slots[at + 3] = entry + 1;
    if (entry >= this.#counts.length) this.#counts = enlarged(this.#counts, entry * 2);
    this.#counts[entry] = 1;
    if (this.size * SLOT > slots.length * LOAD) this.#rehash();
    return entry;
  }

  /** Distinct people of a key, 1 to 255. */
  people(entry: number): number {
    return this.#counts[entry]!;
  }

  /**
   * People behind each of `keys` keys, which the rows give beside their entries; -1 for none. One address may be
   * written in several ways, each an entry of its own: they are added, so that somebody who wrote it in two ways
   * counts twice. `isAsked` tells which rows count; without it all do.
   */
  behind(
    keys: number,
    key: Int32Array,
    entry: Int32Array,
    rows: number,
    isAsked?: (row: number) => boolean,
  ): Int32Array {
    const people = new Int32Array(keys);
    const isCounted = new Uint8Array(this.size);
    for (let row = 0; row < rows; row++) {
      const e = entry[row]!;
      const k = key[row]!;
      if (e < 0 || k < 0 || isCounted[e] === 1 || isAsked?.(row) === false) continue;
      isCounted[e] = 1;
      people[k]! += this.#counts[e]!;
    }
    return people;
  }

  #rehash(): void {
    const old = this.#slots;
    const slots = new Int32Array(old.length * 2);
    const mask = slots.length - 1;
    for (let from = 0; from < old.length; from += SLOT) {
      if (old[from + 3] === 0) continue;
      let at = (old[from]! << 2) & mask;
      while (slots[at + 3] !== 0) at = (at + SLOT) & mask;
      for (let i = 0; i < SLOT; i++) slots[at + i] = old[from + i]!;
    }
    this.#slots = slots;
  }

  /** Somebody who is not the key's first person. */
  #addPerson(entry: number, person: number): void {
    if (this.#counts[entry]! >= MOST_PEOPLE) return;
    const pairs = this.#pairs;
    const mask = pairs.length / 2 - 1;
    let slot = pairHash(entry, person) & mask;
    for (; pairs[slot * 2] !== 0; slot = (slot + 1) & mask) {
      if (pairs[slot * 2] === entry + 1 && pairs[slot * 2 + 1] === person) return;
    }
    pairs[slot * 2] = entry + 1;
    pairs[slot * 2 + 1] = person;
    this.#counts[entry]!++;
    if (++this.#pairCount * 2 > mask) this.#rehashPairs();
  }

  #rehashPairs(): void {
    const old = this.#pairs;
    const pairs = new Int32Array(old.length * 2);
    const mask = pairs.length / 2 - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at] === 0) continue;
      let slot = pairHash(old[at]! - 1, old[at + 1]!) & mask;
      while (pairs[slot * 2] !== 0) slot = (slot + 1) & mask;
      pairs[slot * 2] = old[at]!;
      pairs[slot * 2 + 1] = old[at + 1]!;
    }
    this.#pairs = pairs;
  }
}

function pairHash(entry: number, person: number): number {
  const h = Math.imul(entry ^ Math.imul(person, 0x2c1b3c6d), 0x01000193);
  return h ^ (h >>> 15);
}
