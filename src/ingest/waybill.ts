// The waybill cells of a file as keys; signs for an empty cell are none, and what Excel has rounded is counted.

import type { KeyTable } from '../core/key-table.js';
import type { ProblemLog } from '../core/problem.js';
import { halfWidth, isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { readText } from './cells.js';

/** Bytes from which on a cell is no sign for an empty one. */
const SHORTEST_WAYBILL = 8;
/** `7.73123E+14`: what Excel makes of a long number. */
const ROUNDED = /^\d(?:\.\d+)?E\+?\d{1,3}$/i;
const LONGEST_ROUNDED = 24;
const E = 0x45;
const SMALL = 0x20;

/** What stands between the numbers of a cell with several. */
const BETWEEN = /[,，;；、/|\s]/;
/** One number: letters, digits and the dashes of some carriers. */
const WAYBILL = /^[0-9A-Z][0-9A-Z-]{4,39}$/;

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

/** Reads a column of which one number a cell is wanted, so that it can be compared as it stands: of several the first. */
export class SingleWaybills {
  /** How many cells hold what Excel made of a number, and the row of the first of them. */
  readonly rounded = { count: 0, firstRow: 0 };

  readonly #view: RecordView;
  /** -1: the file has no such column. */
  readonly #column: number;
  readonly #table: KeyTable;

  constructor(view: RecordView, column: number, table: KeyTable) {
    this.#view = view;
    this.#column = column;
    this.#table = table;
  }

  /** The number of the current record's cell in the table, ASCII in capitals; -1 where there is none, or a rounded one. */
  key(row: number): number {
    if (this.#column < 0) return -1;
    const view = this.#view;
    view.locate(this.#column);
    const { bytes, from, to } = view;
    if (from === to) return -1;
    if (isPlainWaybill(bytes, from, to)) return this.#table.intern(bytes, from, to);
    const text = halfWidth(readText(view, this.#column)).toUpperCase();
    const first = text.split(BETWEEN).find((part) => part !== '') ?? '';
    if (ROUNDED.test(first)) {
      if (this.rounded.count++ === 0) this.rounded.firstRow = row;
      return -1;
    }
    if (isEmptyToken(text) || !WAYBILL.test(first)) return -1;
    return this.#table.intern(Buffer.from(first, 'latin1'), 0, first.length);
  }
}

const [ZERO, NINE, UPPER_A, UPPER_Z] = [0x30, 0x39, 0x41, 0x5a];
const SHORTEST_PLAIN = 9;
const LONGEST_PLAIN = 30;

/** Capitals but E, and digits: what a number that a spreadsheet has rounded cannot be made of. */
function isPlainWaybill(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from < SHORTEST_PLAIN || to - from > LONGEST_PLAIN) return false;
  let hasE = false;
  for (let i = from; i < to; i++) {
    const byte = bytes[i]!;
    if (byte >= ZERO && byte <= NINE) continue;
    if (byte < UPPER_A || byte > UPPER_Z) return false;
    hasE ||= byte === E;
  }
  return !hasE;
}
