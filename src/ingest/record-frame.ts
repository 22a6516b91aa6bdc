// What the readers of bills and after-sales share: records that are no rows, order numbers, and what is told of a record.

import { IRREGULAR } from '../core/irregular.js';
import type { KeyTable } from '../core/key-table.js';
import { isPlainOrderId, judgeOrderId } from '../core/order-id.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { UserError } from '../core/user-error.js';
import type { RecordView } from '../io/record-view.js';
import { readText } from './cells.js';
import { normalizeHeader } from './headers.js';
import { type HeaderMatch, looksLikeHeader } from './identify.js';
import { TOTAL_ROW } from './total-rows.js';

export interface RowReaderOptions {
  /** Index of the input in the run. */
  readonly input: number;
  readonly path: string;
  readonly name: string;
  readonly match: HeaderMatch;
  /** Records with bytes that the encoding does not allow are read with U+FFFD in their place. */
  readonly lossy: boolean;
}

/** What reads such a file record by record. */
export interface RowReader {
  readonly frame: RecordFrame;
  /** Takes a record that stands above the header. */
  preamble(): void;
  /** Reads the current record; `row` is the row that Excel shows for it. Returns its `KIND`. */
  read(row: number): number;
  /** Tells what can only be told of the file as a whole; called once, behind the last record. `isCut`: it ends inside one. */
  finish(isCut: boolean): void;
}

/** Orders that are none: a row without an order number, and one whose number a spreadsheet has damaged. */
export const NO_ORDER = -1;
export const DAMAGED_ORDER = -2;

/** Each key's column: the first that carries one of its headers, newest first; -1 without. */
export function namedColumns<K extends string>(
  names: readonly string[],
  columns: Readonly<Record<K, readonly string[]>>,
): Record<K, number> {
  const headers = names.map(normalizeHeader);
  const found = {} as Record<K, number>;
  for (const key of Object.keys(columns) as K[]) {
    const wanted = columns[key].map(normalizeHeader).find((header) => headers.includes(header));
    found[key] = wanted === undefined ? -1 : headers.indexOf(wanted);
  }
  return found;
}

export class RecordFrame {
  /** The row of the current record, as Excel counts. */
  row = 0;
  /** Why the last record was rejected, and the header of the column that says so. */
  reason: ProblemCode | null = null;
  reasonColumn = '';
  /** Fen of rejected records whose amounts can be read: in and out, without sign. */
  rejectedFen = 0;
  /** Rows that count and have fewer cells than the header, and the last of them as Excel counts. */
  narrowRows = 0;
  lastNarrowRow = 0;
  readonly names: readonly string[];

  protected readonly options: RowReaderOptions;
  readonly #view: RecordView;
  readonly #ids: KeyTable;
  readonly #problems: ProblemLog;
  #lastOrder = -1;

  /** `ids`: where the order numbers go. */
  constructor(view: RecordView, ids: KeyTable, problems: ProblemLog, options: RowReaderOptions) {
    this.#view = view;
    this.#ids = ids;
    this.#problems = problems;
    this.options = options;
    this.names = options.match.names;
  }

  /** Looks at the current record as a whole: its `KIND` when that is all there is to it, null when it may be a row. */
  open(row: number): number | null {
    const view = this.#view;
    this.row = row;
    this.reason = null;
    this.reasonColumn = '';
    if (view.irregular !== 0) {
      if (view.irregular & IRREGULAR.unclosedQuote) return this.rejectWhole('quote-unclosed');
      if (view.irregular & IRREGULAR.tooLarge) return this.rejectWhole('record-too-large');
      if (view.irregular & IRREGULAR.tooWide) return this.rejectWhole('record-too-wide');
    } else if (view.start === view.end) {
      return KIND.blank;
    }
    return view.isValid() || this.options.lossy ? null : this.rejectWhole('bytes-invalid');
  }

  /** The record counts for nothing, and of none of its cells is known that it stands in its place. */
  protected rejectWhole(code: ProblemCode): number {
    return this.reject(code);
  }

  /** All cells of the current record as texts: for records that are no plain rows. */
  cells(): string[] {
    return Array.from({ length: this.#view.count }, (_, cell) => readText(this.#view, cell));
  }

  /** What a record is that is no row: blank, a total, the header once more; null when it must be a row. */
  special(cells: readonly string[]): number | null {
    const first = cells.find((cell) => cell !== '');
    if (first === undefined) return KIND.blank;
    if (TOTAL_ROW.test(first)) return KIND.footer;
    if (!looksLikeHeader(cells)) return null;
    const { input, path } = this.options;
    const same = cells.every((cell, i) => normalizeHeader(cell) === normalizeHeader(this.names[i] ?? ''));
    if (!same) throw new UserError('header-different', { path, row: this.row });
    this.#problems.add({ code: 'header-repeated', input, record: this.row });
    return KIND.header;
  }

  /** Why a record of another width than the header's may not be in place: cells before `needed` lack, or some stand beyond. */
  misfit(needed: number): 'record-short' | 'record-long' | null {
    const view = this.#view;
    if (view.count < needed) return 'record-short';
    for (let cell = this.names.length; cell < view.count; cell++) {
      if (readText(view, cell) !== '') return 'record-long';
    }
    return null;
  }

  /** The order whose number stands in a cell: its number in the book, `NO_ORDER` or `DAMAGED_ORDER`. */
  order(column: number): number {
    const view = this.#view;
    view.locate(column);
    const { bytes, from, to } = view;
    if (from === to) return NO_ORDER;
    // An order's rows follow each other more often than not.
    if (this.#ids.is(this.#lastOrder, bytes, from, to)) return this.#lastOrder;
    if (!isPlainOrderId(bytes, from, to)) return this.orderNamed(readText(view, column));
    this.#lastOrder = this.#ids.intern(bytes, from, to);
    return this.#lastOrder;
  }

  /** The same for a number that was found in a text. */
  orderNamed(text: string): number {
    const verdict = judgeOrderId(text);
    if (verdict !== 'ok') return verdict === 'missing' ? NO_ORDER : DAMAGED_ORDER;
    const bytes = Buffer.from(text, 'latin1');
    return this.#ids.intern(bytes, 0, bytes.length);
  }

  /** The record counts; what is odd about its bytes is told. */
  accept(): number {
    const view = this.#view;
    if (view.irregular & (IRREGULAR.bareQuote | IRREGULAR.textAfterQuote)) this.tell('quote-bare');
    if (view.irregular & IRREGULAR.swallowedLines) this.tell('quote-swallowed-lines');
    if (!view.isValid()) this.tell('bytes-replaced');
    if (view.count < this.names.length) {
      this.narrowRows++;
      this.lastNarrowRow = this.row;
    }
    return KIND.audited;
  }

  /** The record counts for nothing; `text` is what its column holds, where that says more than the cell. */
  reject(code: ProblemCode, column = -1, text?: string): number {
    this.reason = code;
    this.reasonColumn = column < 0 ? '' : (this.names[column] ?? '');
    const { input } = this.options;
    if (column < 0) this.#problems.add({ code, input, record: this.row });
    else {
      const shown = text ?? readText(this.#view, column);
      this.#problems.add({ code, input, record: this.row, column: this.reasonColumn, text: shown });
    }
    return KIND.rejected;
  }

  /** Tells of the current record, or of the file as a whole when `record` is 0. */
  tell(
    code: ProblemCode,
    more: { record?: number; column?: string; text?: string; count?: number } = {},
  ): void {
    this.#problems.add({ code, input: this.options.input, record: this.row, ...more });
  }
}
