// The records that were taken out of an audit, as typed columns: a spoiled file has millions of them.

import { enlarged } from './key-table.js';
import { PROBLEM_LEVELS, type ProblemCode } from './problem.js';

const CODES = Object.keys(PROBLEM_LEVELS) as ProblemCode[];

export interface Rejected {
  /** Index of the record in its file, from 0. */
  readonly index: number;
  readonly code: ProblemCode;
  /** Header of the column that says so, or ''. */
  readonly column: string;
}

export class RejectedRecords {
  size = 0;
  #indexes = new Uint32Array(1 << 6);
  #codes = new Uint8Array(1 << 6);
  #columns = new Uint16Array(1 << 6);
  /** Headers of the columns that were to blame, in the order of first sight. */
  readonly #names: string[] = [];

  add(index: number, code: ProblemCode, column: string): void {
    const i = this.size++;
    if (i === this.#indexes.length) {
      const capacity = Math.ceil(i * 1.5);
      this.#indexes = enlarged(this.#indexes, capacity);
      this.#codes = enlarged(this.#codes, capacity);
      this.#columns = enlarged(this.#columns, capacity);
    }
    let name = this.#names.indexOf(column);
    if (name < 0) name = this.#names.push(column) - 1;
    this.#indexes[i] = index;
    this.#codes[i] = CODES.indexOf(code);
    this.#columns[i] = name;
  }

  /** The i-th rejected record, from 0; undefined beyond the last. */
  at(i: number): Rejected | undefined {
    if (i < 0 || i >= this.size) return undefined;
    return {
      index: this.#indexes[i]!,
      code: CODES[this.#codes[i]!]!,
      column: this.#names[this.#columns[i]!]!,
    };
  }
}
