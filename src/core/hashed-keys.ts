// Keys of lines by their hashes: noted as the lines come, numbered all at once when somebody asks for the numbers.

import { enlarged } from './key-table.js';
import type { TextHash } from './text-hash.js';

/** No key: the cell is absent, blank, masked or not usable. */
export const NO_KEY = -1;

/** The number of each line's key, and the first line of each number. */
export interface NumberedKeys {
  readonly numbers: Int32Array;
  readonly first: Int32Array;
}

/**
 * One column of keys. While a file is read only the hash is written down, line by line; a table is built over them
 * afterwards, of the right size from the start. Memory: 8 bytes a line, 4 more once it is numbered.
 */
export class HashedKeys {
  #lines = 0;
  #low = new Int32Array(1 << 8);
  #high = new Int32Array(1 << 8);
  #numbers: Int32Array | null;
  #first: Int32Array;

  /** `known`: what another one handed over; then nothing is noted any more. */
  constructor(known?: NumberedKeys) {
    this.#numbers = known?.numbers ?? null;
    this.#first = known?.first ?? new Int32Array(0);
  }

  /** The numbers of all keys, to be passed to another thread. */
  handOver(): NumberedKeys {
    return { numbers: this.numbers, first: this.#first };
  }

  /** Sets the key of a line; a line without one has no key. */
  note(line: number, { low, high }: TextHash): void {
    if (line >= this.#low.length) {
      const length = Math.max(line + 1, Math.ceil(this.#low.length * 1.5));
      this.#low = enlarged(this.#low, length);
      this.#high = enlarged(this.#high, length);
    }
    if (line >= this.#lines) this.#lines = line + 1;
    // Both halves 0 mean that there is no key.
    this.#low[line] = low === 0 && high === 0 ? 1 : low;
    this.#high[line] = high;
    this.#numbers = null;
  }

  /** The number of each line's key, in order of the lines in which they first stand; a view that must not be changed. */
  get numbers(): Int32Array {
    this.#numbers ??= this.#number();
    return this.#numbers;
  }

  /** Makes keys the same as others: what is asked afterwards gives the other one's number. None is another one's target. */
  merge(others: ReadonlyMap<number, number>): void {
    const numbers = this.numbers as Int32Array;
    for (let line = 0; line < numbers.length; line++) {
      const other = others.get(numbers[line]!);
      if (other !== undefined) numbers[line] = other;
    }
  }

  /** The number of a line's key, `NO_KEY` without one. */
  of(line: number): number {
    return this.numbers[line] ?? NO_KEY;
  }

  /** How many distinct keys there are. */
  get size(): number {
    this.#numbers ??= this.#number();
    return this.#first.length;
  }

  /** The first line on which a key stands. */
  firstLine(key: number): number {
    this.#numbers ??= this.#number();
    return this.#first[key]!;
  }

  #number(): Int32Array {
    const lines = this.#lines;
    const low = this.#low;
    const high = this.#high;
    const numbers = new Int32Array(lines).fill(NO_KEY);
    // Slots hold the first line of a key and one; at most half of them are used.
    const slots = new Int32Array(2 ** Math.ceil(Math.log2(lines * 2 + 2)));
    const mask = slots.length - 1;
    const first = new Int32Array(lines);
    let size = 0;
    for (let line = 0; line < lines; line++) {
      const [l, h] = [low[line]!, high[line]!];
      if (l === 0 && h === 0) continue;
      let slot = (l ^ (h >>> 7)) & mask;
      for (;;) {
        const known = slots[slot]! - 1;
        if (known < 0) {
          slots[slot] = line + 1;
          numbers[line] = size;
          first[size++] = line;
          break;
        }
        if (low[known] === l && high[known] === h) {
          numbers[line] = numbers[known]!;
          break;
        }
        slot = (slot + 1) & mask;
      }
    }
    this.#first = first.slice(0, size);
    return numbers;
  }
}
