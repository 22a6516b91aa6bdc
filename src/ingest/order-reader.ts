// Reads one order export record by record: what each record is, whose it is, and what is wrong with it.

import type { OrderField } from '../core/fields.js';
import { IRREGULAR } from '../core/irregular.js';
import { comparedAmount, type OrderBook, SEEN } from '../core/order-book.js';
import { endsRounded, isLongNumber, isPlainOrderId, judgeOrderId } from '../core/order-id.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { UserError } from '../core/user-error.js';
import type { RecordView } from '../io/record-view.js';
import type { OrdersFormat } from '../platforms/types.js';
import { Alignment } from './alignment.js';
import { CellCache } from './cell-cache.js';
import { readAmount, readText } from './cells.js';
import { normalizeHeader } from './headers.js';
import { type HeaderMatch, looksLikeHeader } from './identify.js';
import { type OrderColumns, orderColumns } from './order-columns.js';
import { OrderValues } from './order-values.js';
import { OrdinaryLines } from './ordinary-lines.js';
import { PayLaterJudge, type PayLaterWord } from './pay-later.js';
import { readOrderState } from './states.js';

export interface OrderReaderOptions {
  /** Index of the input in the run. */
  readonly input: number;
  readonly path: string;
  readonly match: HeaderMatch;
  readonly format: OrdersFormat;
  readonly payLater: PayLaterWord;
  /** Records with bytes that the encoding does not allow are read with U+FFFD in their place. */
  readonly lossy: boolean;
}

/** CP2 of the catalogue: among honest numbers one in ten ends in 0; fewer than ten numbers prove nothing. */
const ROUNDED_SHARE = 0.3;
const ROUNDED_FEWEST = 10;

/** Rows that only sum up what stands above them. */
const TOTAL_ROW = /^(?:#|合计|总计|小计|汇总|共计|total\b|sum\b)/i;

export class OrderReader {
  /** The order of the last record, or -1. */
  order = -1;
  /** Why the last record was rejected, and the header of the column that says so. */
  reason: ProblemCode | null = null;
  reasonColumn = '';
  /** Fen of rejected records that hold a readable amount. */
  rejectedFen = 0;
  /** Cells of the widest accepted record that has only empty cells beyond the header. */
  width: number;
  readonly values: OrderValues;

  readonly #view: RecordView;
  readonly #book: OrderBook;
  readonly #problems: ProblemLog;
  readonly #options: OrderReaderOptions;
  readonly #column: OrderColumns;
  readonly #judge: PayLaterJudge;
  readonly #alignment: Alignment;
  readonly #ordinary = new OrdinaryLines();
  readonly #textKeys: CellCache<number>[] = [];
  #row = 0;
  #longIds = 0;
  #roundedIds = 0;
  #unusualIds = 0;
  #firstUnusual = 0;
  /** Whether plain ids of a form are the platform's own; by length, the dated form by its negative. */
  readonly #usual = new Map<number, boolean>();

  constructor(view: RecordView, book: OrderBook, problems: ProblemLog, options: OrderReaderOptions) {
    const { match, format, input } = options;
    this.#view = view;
    this.#book = book;
    this.#problems = problems;
    this.#options = options;
    this.#column = orderColumns(match);
    this.#judge = new PayLaterJudge((field) => this.#column[field], options.payLater);
    this.#alignment = new Alignment(match, format);
    this.values = new OrderValues(view, match, format, this.#column, problems, input);
    this.width = match.names.length;
    book.lineEvidence[input] = this.#ordinary.evidence;
  }

  /** Reads the current record; `row` is the row that Excel shows for it. Returns its `KIND`. */
  read(row: number): number {
    const view = this.#view;
    this.#row = row;
    this.order = -1;
    this.reason = null;
    this.reasonColumn = '';
    if (view.irregular !== 0) {
      if (view.irregular & IRREGULAR.unclosedQuote) return this.#reject('quote-unclosed');
      if (view.irregular & IRREGULAR.tooLarge) return this.#reject('record-too-large');
      if (view.irregular & IRREGULAR.tooWide) return this.#reject('record-too-wide');
    } else if (view.start === view.end) {
      return KIND.blank;
    }
    if (!view.isValid() && !this.#options.lossy) return this.#reject('bytes-invalid');
    view.locate(this.#column.order_id);
    const plainId = isPlainOrderId(view.bytes, view.from, view.to);
    if (!plainId) {
      const kind = this.#withoutPlainId();
      if (kind !== null) return kind;
    }
    if (view.count !== this.#options.match.names.length) {
      const reason = this.#misfit();
      if (reason !== null) return this.#reject(reason);
    }
    const refusal = this.values.read(row);
    if (refusal !== null) return this.#reject(refusal.code, refusal.field);
    this.#tellIrregular();
    this.#enter(plainId);
    return KIND.audited;
  }

  /** Tells what can only be told of the file as a whole; called once, behind the last record. */
  finish(): void {
    this.values.finish();
    const { input } = this.#options;
    if (this.#longIds >= ROUNDED_FEWEST && this.#roundedIds > this.#longIds * ROUNDED_SHARE) {
      this.#problems.add({ code: 'order-ids-rounded', input, record: 0, count: this.#roundedIds });
    }
    if (this.#unusualIds > 0) {
      const count = this.#unusualIds;
      this.#problems.add({ code: 'order-id-unusual', input, record: this.#firstUnusual, count });
    }
    const column = this.#options.match.names[this.#column.pay_later] ?? '';
    for (const { text, records, firstRow } of this.#judge.unreadFlags) {
      this.#problems.add({ code: 'flag-unknown', input, record: firstRow, column, text, count: records });
    }
    const beyond = this.values.events.latest()?.beyond ?? 0;
    if (beyond > 0) this.#problems.add({ code: 'time-far-ahead', input, record: 0, count: beyond });
  }

  /** A record whose order number is not of the plain forms: null when it is an order number all the same. */
  #withoutPlainId(): number | null {
    const view = this.#view;
    const id = readText(view, this.#column.order_id);
    const verdict = judgeOrderId(id);
    // No header is an order number with a digit: such a record needs no further look.
    if (verdict === 'ok' && /\d/.test(id)) return null;
    const cells = Array.from({ length: view.count }, (_, i) => readText(view, i));
    if (looksLikeHeader(cells)) return this.#secondHeader(cells);
    if (verdict === 'ok') return null;
    if (cells.every((cell) => cell === '')) return KIND.blank;
    if (this.#isTotalRow(cells)) return KIND.footer;
    return this.#reject(verdict === 'missing' ? 'order-id-missing' : 'order-id-damaged', 'order_id');
  }

  /** A row that only sums up: no order's state stands anywhere in it, not even off its place. */
  #isTotalRow(cells: readonly string[]): boolean {
    const { format } = this.#options;
    if (!TOTAL_ROW.test(cells.find((cell) => cell !== '') ?? '')) return false;
    return cells.every((cell) => readOrderState(format, cell) === null);
  }

  #secondHeader(cells: readonly string[]): number {
    const { match, input, path } = this.#options;
    const same = cells.every((cell, i) => normalizeHeader(cell) === normalizeHeader(match.names[i] ?? ''));
    if (!same) throw new UserError('header-different', { path, row: this.#row });
    this.#problems.add({ code: 'header-repeated', input, record: this.#row });
    return KIND.header;
  }

  /** Why a record with fewer or more cells than the header cannot be read; null when it can. */
  #misfit(): ProblemCode | null {
    const view = this.#view;
    const { match, input } = this.#options;
    const expected = match.names.length;
    if (!this.#alignment.isInPlace(view)) return view.count < expected ? 'record-short' : 'record-long';
    let filled = view.count;
    while (filled > expected && readText(view, filled - 1) === '') filled--;
    if (filled > expected) this.#problems.add({ code: 'cells-beyond-header', input, record: this.#row });
    else this.width = Math.max(this.width, view.count);
    return null;
  }

  /** Enters the record into the book: its order, and its line when the order is or may be pay-later. */
  #enter(plainId: boolean): void {
    const view = this.#view;
    const book = this.#book;
    const judge = this.#judge;
    view.locate(this.#column.order_id);
    let bytes: Uint8Array = view.bytes;
    let { from, to } = view;
    if (!plainId) {
      bytes = Buffer.from(readText(view, this.#column.order_id), 'latin1');
      from = 0;
      to = bytes.length;
    }
    this.#watchId(bytes, from, to, plainId);
    const order = book.order(bytes, from, to);
    this.order = order;
    judge.judge(view, this.#row, bytes, from, to);
    if (judge.conflict) this.#tellCell('pay-later-conflict', 'order_id');
    book.seen[order] = book.seen[order]! | judge.answer;
    if (judge.answer !== SEEN.no) this.#addLine(order);
    else this.#ordinary.add(order, this.#comparedAmount());
  }

  #comparedAmount(): number {
    const { merchantReceives, buyerPaid, listAmount, flags, phase } = this.values;
    return comparedAmount(
      Number.isNaN(merchantReceives) ? buyerPaid : merchantReceives,
      listAmount,
      flags,
      phase,
    );
  }

  #addLine(order: number): void {
    const column = this.#column;
    const values = this.values;
    const lines = this.#book.lines;
    const line = lines.add();
    lines.order[line] = order;
    lines.input[line] = this.#options.input;
    lines.record[line] = this.#row;
    lines.source[line] = this.#judge.source;
    lines.product[line] = this.#textKey(column.product_id >= 0 ? column.product_id : column.product);
    lines.spec[line] = this.#textKey(column.spec >= 0 ? column.spec : column.style_id);
    lines.waybill[line] = this.#waybill();
    lines.flags[line] = values.flags;
    lines.phase[line] = values.phase;
    lines.afterSale[line] = values.afterSale;
    lines.quantity[line] = values.quantity;
    lines.buyerPaid[line] = values.buyerPaid;
    lines.merchantReceives[line] = values.merchantReceives;
    lines.listAmount[line] = values.listAmount;
    lines.orderedAt[line] = values.orderedAt;
    lines.paidAt[line] = values.paidAt;
    lines.shippedAt[line] = values.shippedAt;
    lines.receivedAt[line] = values.receivedAt;
    lines.promisedAt[line] = values.promisedAt;
    lines.dueAt[line] = values.dueAt;
  }

  #textKey(column: number): number {
    if (column < 0) return -1;
    this.#textKeys[column] ??= new CellCache((text) => this.#book.textKey(text));
    return this.#textKeys[column].get(this.#view, column);
  }

  #waybill(): number {
    const view = this.#view;
    if (this.#column.waybill < 0) return -1;
    view.locate(this.#column.waybill);
    return view.from === view.to ? -1 : this.#book.waybills.intern(view.bytes, view.from, view.to);
  }

  #watchId(bytes: Uint8Array, from: number, to: number, plainId: boolean): void {
    if (isLongNumber(bytes, from, to)) {
      this.#longIds++;
      if (endsRounded(bytes, from, to)) this.#roundedIds++;
    }
    const form = bytes[from + 6] === 0x2d ? from - to : to - from;
    let usual = plainId ? this.#usual.get(form) : undefined;
    if (usual === undefined) {
      usual = this.#options.format.orderIdPattern.test(
        Buffer.from(bytes.subarray(from, to)).toString('latin1'),
      );
      if (plainId) this.#usual.set(form, usual);
    }
    if (usual) return;
    if (this.#unusualIds++ === 0) this.#firstUnusual = this.#row;
  }

  #tellIrregular(): void {
    const view = this.#view;
    const { input } = this.#options;
    const record = this.#row;
    if (view.irregular & (IRREGULAR.bareQuote | IRREGULAR.textAfterQuote)) {
      this.#problems.add({ code: 'quote-bare', input, record });
    }
    if (view.irregular & IRREGULAR.swallowedLines) {
      this.#problems.add({ code: 'quote-swallowed-lines', input, record });
    }
    if (!view.isValid()) this.#problems.add({ code: 'bytes-replaced', input, record });
  }

  #tellCell(code: ProblemCode, field: OrderField): void {
    const column = this.#column[field];
    const { input, match } = this.#options;
    const text = readText(this.#view, column);
    this.#problems.add({ code, input, record: this.#row, column: match.names[column] ?? '', text });
  }

  #reject(code: ProblemCode, field?: OrderField): number {
    const view = this.#view;
    this.reason = code;
    if (field === undefined) {
      this.#problems.add({ code, input: this.#options.input, record: this.#row });
    } else {
      this.reasonColumn = this.#options.match.names[this.#column[field]] ?? '';
      this.#tellCell(code, field);
    }
    // A record out of place may show another column's number under the amount's header: that is no amount.
    if (view.count === this.#options.match.names.length) {
      const merchant = readAmount(view, this.#column.merchant_receives);
      const fen = Number.isFinite(merchant) ? merchant : readAmount(view, this.#column.buyer_paid);
      if (Number.isFinite(fen)) this.rejectedFen += fen;
    }
    return KIND.rejected;
  }
}
