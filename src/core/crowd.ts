// How many people stand behind a phone or an address over all records of a run, ordinary orders included.

import { BuildingNotes, type BuildingParts } from './building-notes.js';

/** Numbers of a note: the halves of the key's hash, and the person. */
const NOTE = 3;
/** Notes in one piece of the log. */
const PIECE_BITS = 15;
const PIECE = 1 << PIECE_BITS;
const IN_PIECE = PIECE - 1;

/** What a `Crowd` holds, as values that can be passed to another thread. */
export interface CrowdParts {
  readonly size: number;
  readonly pieces: readonly Int32Array[];
  readonly buildings: BuildingParts;
}

/**
 * Counts the distinct people of keys. The lines of ordinary orders are not held, and yet a pickup point is told from a
 * drop address by its ordinary customers. Keys and people come as hashes: a key as 64 bits, a person as 32. A further
 * person of a key is taken for a known one by an accident of one in 10^9.
 *
 * While a file is read, notes are only written down; few keys are ever asked for, and these are looked up in one pass
 * over the notes. A table of all keys would cost a look into memory that is not at hand for every record.
 * Memory: 12 bytes a note.
 */
export class Crowd {
  /** Notes taken. */
  size: number;
  /** Where a record's address names its building. */
  readonly buildings: BuildingNotes;
  readonly #pieces: Int32Array[];

  /** `parts`: what another one handed over. */
  constructor(parts?: CrowdParts) {
    this.size = parts?.size ?? 0;
    this.buildings = new BuildingNotes(parts?.buildings);
    this.#pieces = [...(parts?.pieces ?? [])];
  }

  /** All of it, to be passed to another thread. */
  handOver(): CrowdParts {
    return { size: this.size, pieces: this.#pieces, buildings: this.buildings.handOver() };
  }

  /** Takes note of a person at a key; returns the number of the note. */
  note(high: number, low: number, person: number): number {
    const entry = this.size++;
    const at = (entry & IN_PIECE) * NOTE;
    if (at === 0) this.#pieces.push(new Int32Array(PIECE * NOTE));
    const piece = this.#pieces[entry >> PIECE_BITS]!;
    piece[at] = low;
    piece[at + 1] = high;
    piece[at + 2] = person;
    return entry;
  }

  /**
   * People behind each of `groups` groups: `entries[i]` is a note of a key that belongs to the group `group[i]`. One
   * address may be written in several ways, each a key of its own: they are added, so that somebody who wrote it in two
   * ways counts twice. A key belongs to the group that names it first. Time: one pass over all notes.
   */
  behind(groups: number, group: readonly number[], entries: readonly number[]): Int32Array {
    const people = new Int32Array(groups);
    if (entries.length === 0) return people;
    const keys = new Pairs(entries.length);
    const groupOf: number[] = [];
    entries.forEach((entry, i) => {
      const piece = this.#pieces[entry >> PIECE_BITS]!;
      const at = (entry & IN_PIECE) * NOTE;
      if (keys.add(piece[at]!, piece[at + 1]!) === groupOf.length) groupOf.push(group[i]!);
    });
    const seen = new Pairs(entries.length * 2);
    let left = this.size;
    for (const piece of this.#pieces) {
      const end = Math.min(left, PIECE) * NOTE;
      left -= PIECE;
      for (let at = 0; at < end; at += NOTE) {
        const key = keys.find(piece[at]!, piece[at + 1]!);
        if (key < 0) continue;
        const known = seen.size;
        if (seen.add(key, piece[at + 2]!) === known) people[groupOf[key]!]!++;
      }
    }
    return people;
  }
}

/** A set of pairs of 32-bit numbers that numbers its members, in order of first sight. */
class Pairs {
  size = 0;
  /** Three numbers a slot: the pair, and its number and one; 0: the slot is free. */
  #slots: Int32Array;
  #mask: number;

  /** `expected`: how many members it has room for from the start. */
  constructor(expected: number) {
    const slots = 2 ** Math.ceil(Math.log2(expected * 2 + 2));
    this.#slots = new Int32Array(slots * 3);
    this.#mask = slots - 1;
  }

  /** The number of a pair, -1 when it is no member. */
  find(a: number, b: number): number {
    return this.#slots[this.#slot(a, b) + 2]! - 1;
  }

  /** The number of a pair, new or known. */
  add(a: number, b: number): number {
    const at = this.#slot(a, b);
    const slots = this.#slots;
    if (slots[at + 2] !== 0) return slots[at + 2]! - 1;
    slots[at] = a;
    slots[at + 1] = b;
    slots[at + 2] = ++this.size;
    if (this.size * 2 > this.#mask) this.#rehash();
    return this.size - 1;
  }

  /** Where a pair stands, or the free slot for it. */
  #slot(a: number, b: number): number {
    const slots = this.#slots;
    const mask = this.#mask;
    const mixed = Math.imul(a ^ Math.imul(b, 0x2c1b3c6d), 0x01000193);
    let slot = (mixed ^ (mixed >>> 15)) & mask;
    for (;;) {
      const at = slot * 3;
      if (slots[at + 2] === 0 || (slots[at] === a && slots[at + 1] === b)) return at;
      slot = (slot + 1) & mask;
    }
  }

  #rehash(): void {
    const old = this.#slots;
    this.#mask = this.#mask * 2 + 1;
    this.#slots = new Int32Array((this.#mask + 1) * 3);
    for (let from = 0; from < old.length; from += 3) {
      if (old[from + 2] === 0) continue;
      this.#slots.set(old.subarray(from, from + 3), this.#slot(old[from]!, old[from + 1]!));
    }
  }
}
