// Reads one order export record by record: what each record is, whose it is, and what is wrong with it.

import type { OrderField } from '../core/fields.js';
import { IRREGULAR } from '../core/irregular.js';
import { CLOCK, comparedAmount, LINE, type OrderBook, SEEN } from '../core/order-book.js';
import { isPlainOrderId, judgeOrderId } from '../core/order-id.js';
import { PartLearner } from '../core/part-learner.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
import { UserError } from '../core/user-error.js';
import type { RecordView } from '../io/record-view.js';
import { Alignment } from './alignment.js';
import { CellCache } from './cell-cache.js';
import { isCredible, readAmount, readText } from './cells.js';
import { normalizeHeader } from './headers.js';
import { looksLikeHeader } from './identify.js';
import { LineMarks } from './line-marks.js';
import { NoteReader } from './note-reader.js';
import { type OrderColumns, orderColumns, partHeaders } from './order-columns.js';
import { OrderIdWatch } from './order-id-watch.js';
import { OrderKeys } from './order-keys.js';
import type { OrderReaderOptions } from './order-reader-options.js';
import { OrderValues } from './order-values.js';
import { markOf, OrdinaryLines } from './ordinary-lines.js';
import { PayLaterJudge } from './pay-later.js';
import type { Recipients } from './recipient-reader.js';
import { SectionReader } from './shop-section.js';
import { TogetherReader } from './together-reader.js';
import { TotalRows } from './total-rows.js';
import { Waybills } from './waybill.js';

const NO_AFTER_SALE = AFTER_SALE_STATES.indexOf('none');
const [UNPAID, RECEIVED, CANCELLED] = [
  PHASES.indexOf('unpaid'),
  PHASES.indexOf('received'),
  PHASES.indexOf('cancelled'),
];

export class OrderReader {
  /** The order of the last record, or -1. */
  order = -1;
  /** Why the last record was rejected, and the header of the column that says so. */
  reason: ProblemCode | null = null;
  reasonColumn = '';
  /** Receivables of all audited records, ordinary ones and copies included, fen. */
  recordsFen = 0;
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
  readonly #recipients: Recipients;
  readonly #alignment: Alignment;
  readonly #totals: TotalRows;
  readonly #waybills: Waybills;
  readonly #marks: LineMarks;
  readonly #notes: NoteReader;
  readonly #together: TogetherReader;
  readonly #keys: OrderKeys;
  readonly #ordinary = new OrdinaryLines();
  readonly #learner: PartLearner;
  readonly #textKeys: CellCache<number>[] = [];
  readonly #shops = new CellCache((text) => text);
  readonly #sections: SectionReader;
  /** The columns by which one line of an order is told from another. */
  readonly #lineColumns: readonly number[];
  #row = 0;
  readonly ids: OrderIdWatch;

  constructor(view: RecordView, book: OrderBook, problems: ProblemLog, options: OrderReaderOptions) {
    const { match, format, input } = options;
    this.#view = view;
    this.#book = book;
    this.#problems = problems;
    this.#options = options;
    this.#column = orderColumns(match);
    const { product, product_id, spec, style_id, quantity, waybill } = this.#column;
    const told = [product_id >= 0 ? product_id : product, spec >= 0 ? spec : style_id, quantity, waybill];
    this.#lineColumns = told.filter((column) => column >= 0);
    this.#judge = new PayLaterJudge((field) => this.#column[field], options.payLater);
    this.#alignment = new Alignment(match, format);
    this.#totals = new TotalRows(match, format, this.#column);
    this.#waybills = new Waybills(view, waybill, book.waybills);
    this.#recipients = options.recipients;
    this.#sections = new SectionReader(book.sections, this.#column);
    this.#marks = new LineMarks(options.tags ?? null, this.#column);
    this.#together = new TogetherReader(view, this.#column, book.together);
    this.#keys = new OrderKeys(view, this.#column, book);
    this.#notes = new NoteReader(view, this.#column, book.notes, options.noteTokens, options.noteTerms);
    this.ids = new OrderIdWatch(format.orderIdPattern);
    this.values = new OrderValues(view, match, format, this.#column, problems, input);
    this.#learner = new PartLearner(this.values.parts.length);
    this.width = match.names.length;
    book.lineEvidence[input] = this.#ordinary.evidence;
    book.openParts(input, this.#learner, partHeaders(match));
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
    this.#book.log.told[input] = this.values.told;
    this.ids.tell(this.#problems, input);
    this.#waybills.tell(this.#problems, input, this.#options.match.names[this.#column.waybill] ?? '');
    for (const { code, column, text, records, firstRow } of this.#judge.unread) {
      const name = this.#options.match.names[column] ?? '';
      this.#problems.add({ code, input, record: firstRow, column: name, text, count: records });
    }
    for (const differs of this.#totals.differences(this.recordsFen, this.rejectedFen))
      this.#problems.add({ code: 'total-row-differs', input, ...differs });
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
    if (this.#totals.isTotal(cells)) {
      this.#totals.note(view, this.#row, this.recordsFen, this.rejectedFen);
      return KIND.footer;
    }
    return this.#reject(verdict === 'missing' ? 'order-id-missing' : 'order-id-damaged', 'order_id');
  }

  #secondHeader(cells: readonly string[]): number {
    const { match, input, path } = this.#options;
    const width = Math.max(cells.length, match.names.length);
    const at = (names: readonly string[], column: number) => normalizeHeader(names[column] ?? '');
    const same = Array.from({ length: width }, (_, i) => at(cells, i) === at(match.names, i)).every(Boolean);
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
    const { torn } = this.#options;
    view.locate(this.#column.order_id);
    let bytes: Uint8Array = view.bytes;
    let { from, to } = view;
    if (!plainId) {
      bytes = Buffer.from(readText(view, this.#column.order_id), 'latin1');
      from = 0;
      to = bytes.length;
    }
    this.ids.note(bytes, from, to, plainId, this.#row);
    const order = book.order(bytes, from, to);
    this.order = order;
    judge.judge(view, this.#row, bytes, from, to);
    if (judge.conflict) this.#tellCell('pay-later-conflict', 'order_id');
    book.seen[order] = book.seen[order]! | judge.answer;
    this.#note(order);
    this.#recipients.note(order);
    this.#keys.note(order);
    if (judge.answer !== SEEN.no) {
      this.#addLine(order);
    } else if (torn !== null && torn.find(bytes, from, to) >= 0) {
      this.#tellCell('pay-later-torn', this.#column.pay_later < 0 ? 'order_id' : 'pay_later');
      this.#addLine(order);
    } else {
      this.#addOrdinary(order);
      this.#notes.note(order, -1);
    }
  }

  /** What every order's record is asked, ordinary or not: its clock, and what the platform adds to the buyer's part. */
  #note(order: number): void {
    const { shippedAt, receivedAt, phase, afterSale, flags, buyerPaid, merchantReceives, parts } =
      this.values;
    const disputed = afterSale !== NO_AFTER_SALE || (flags & LINE.refunded) !== 0;
    this.#book.log.note(order, this.#options.input, this.values.orderedAt, this.values.logged);
    const closed = phase === CANCELLED || phase === UNPAID;
    const bits =
      (phase === RECEIVED ? CLOCK.received : 0) |
      (disputed ? CLOCK.disputed : 0) |
      (closed ? CLOCK.cancelled : 0);
    this.#book.noteClock(order, shippedAt, receivedAt, bits);
    const amount = Number.isNaN(merchantReceives) ? buyerPaid : merchantReceives;
    if (!Number.isNaN(amount)) this.recordsFen += amount;
    const difference = merchantReceives - buyerPaid;
    // What shows 0 until the debit, and a gift, say nothing of who pays what.
    if (bits <= CLOCK.received && merchantReceives > 0 && !Number.isNaN(difference))
      this.#learner.add(this.#row, difference, parts);
  }

  #addOrdinary(order: number): void {
    const { merchantReceives, buyerPaid, parts } = this.values;
    const mark = markOf(this.#view, this.#lineColumns);
    const amount = this.#comparedAmount();
    this.#book.log.noteAmount(order, this.#options.input, amount);
    if (!this.#ordinary.add(order, amount, mark)) return;
    if (!Number.isNaN(merchantReceives) || Number.isNaN(buyerPaid)) return;
    this.#book.partLines.add(order, this.#options.input, buyerPaid, parts);
  }

  #comparedAmount(): number {
    const { merchantReceives, buyerPaid, listAmount, flags, phase } = this.values;
    const receivable = Number.isNaN(merchantReceives) ? buyerPaid : merchantReceives;
    return comparedAmount(receivable, listAmount, flags, phase);
  }

  #addLine(order: number): void {
    const column = this.#column;
    const values = this.values;
    const lines = this.#book.lines;
    const line = lines.add();
    this.#recipients.set(line);
    this.#notes.note(order, line);
    this.#together.set(line);
    lines.order[line] = order;
    lines.input[line] = this.#options.input;
    lines.record[line] = this.#row;
    lines.source[line] = this.#judge.source;
    lines.section[line] = this.#sections.of(this.#view);
    lines.product[line] = this.#textKey(column.product_id >= 0 ? column.product_id : column.product);
    lines.spec[line] = this.#textKey(column.spec >= 0 ? column.spec : column.style_id);
    lines.waybill[line] = this.#waybills.key(this.#row);
    this.#book.shops.add(column.shop_id < 0 ? '' : this.#shops.get(this.#view, column.shop_id));
    const { answer } = this.#judge;
    const said = answer === SEEN.yes ? LINE.payLater : answer === SEEN.no ? LINE.ordinary : 0;
    lines.flags[line] = values.flags | said | this.#marks.flags(this.#view);
    lines.phase[line] = values.phase;
    if (values.signedAt >= 0) this.#book.signed.set(line, values.signedAt);
    lines.afterSale[line] = values.afterSale;
    lines.quantity[line] = values.quantity;
    lines.buyerPaid[line] = values.buyerPaid;
    lines.merchantReceives[line] = values.merchantReceives;
    lines.listAmount[line] = values.listAmount;
    lines.goods[line] = values.goods;
    lines.orderedAt[line] = values.orderedAt;
    lines.paidAt[line] = values.paidAt;
    lines.shippedAt[line] = values.shippedAt;
    lines.receivedAt[line] = values.receivedAt;
    lines.promisedAt[line] = values.promisedAt;
    lines.dueAt[line] = values.dueAt;
    lines.parts.forEach((part, i) => {
      part[line] = values.parts[i] ?? Number.NaN;
    });
  }

  #textKey(column: number): number {
    if (column < 0) return -1;
    this.#textKeys[column] ??= new CellCache((text) => this.#book.textKey(text));
    return this.#textKeys[column].get(this.#view, column);
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
      if (Number.isFinite(fen) && isCredible(fen)) this.rejectedFen += fen;
    }
    return KIND.rejected;
  }
}
