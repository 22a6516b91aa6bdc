// The waybill cells of a file as keys; signs for an empty cell are none, and what Excel has rounded is counted.

import type { KeyTable } from '../core/key-table.js';
import type { ProblemLog } from '../core/problem.js';
import { isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { readText } from './cells.js';

/** Bytes from which on a cell is no sign for an empty one. */
const SHORTEST_WAYBILL = 8;
/** `7.73123E+14`: what Excel makes of a long number. */
const ROUNDED = /^\d(?:\.\d+)?E\+?\d{1,3}$/i;
const LONGEST_ROUNDED = 24;
const E = 0x45;
const SMALL = 0x20;

/** One of it reads one file, of which it takes the pay-later lines. */
export class Waybills {
  readonly #view: RecordView;
  /** -1: the file has no waybills. */
  readonly #column: number;
  readonly #table: KeyTable;
  #rounded = 0;
  #firstRounded = 0;

  constructor(view: RecordView, column: number, table: KeyTable) {
    this.#view = view;
    this.#column = column;
    this.#table = table;
  }

  /** The number of the current record's cell in the table; -1 where there is none, or a rounded one. */
  key(row: number): number {
    if (this.#column < 0) return -1;
    const view = this.#view;
    view.locate(this.#column);
    const { bytes, from, to } = view;
    if (from === to) return -1;
    if (to - from < SHORTEST_WAYBILL && isEmptyToken(readText(view, this.#column))) return -1;
    if (this.#isRounded(bytes, from, to)) {
      if (this.#rounded++ === 0) this.#firstRounded = row;
      return -1;
    }
    return this.#table.intern(bytes, from, to);
  }

  /** Tells how many were rounded; called once, behind the last record. */
  tell(problems: ProblemLog, input: number, column: string): void {
    if (this.#rounded === 0) return;
    problems.add({
      code: 'waybills-rounded',
      input,
      record: this.#firstRounded,
      column,
      count: this.#rounded,
    });
  }

  #isRounded(bytes: Uint8Array, from: number, to: number): boolean {
    if (to - from > LONGEST_ROUNDED) return false;
    let hasE = false;
    for (let i = from; i < to; i++) hasE ||= (bytes[i]! & ~SMALL) === E;
    return hasE && ROUNDED.test(readText(this.#view, this.#column));
  }
}
