// Reads an after-sales export record by record: what was asked for, how it stands, what goes back and when.

import {
  AFTER_SALE_FLAG,
  AFTER_SALE_TYPE,
  type AfterSalesBook,
  type AfterSalesFile,
  type AfterSaleType,
} from '../core/after-sales-book.js';
import { timeInFileName } from '../core/dates.js';
import type { AfterSaleField } from '../core/fields.js';
import { isPlainOrderId, judgeOrderId } from '../core/order-id.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { AFTER_SALE_STATES, type AfterSaleState } from '../core/status.js';
import { BLANK, isEmptyToken, UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import type { AfterSalesFormat } from '../platforms/types.js';
import {
  isNotice,
  mentionsReturn,
  readRowState,
  readRowType,
  saysMinor,
  saysReturning,
} from './after-sale-texts.js';
import { CellCache } from './cell-cache.js';
import { isCredible, readAmount, readText, readTime } from './cells.js';
import { OrderIdWatch } from './order-id-watch.js';
import type { StateSeen } from './order-values.js';
import {
  DAMAGED_ORDER,
  NO_ORDER,
  namedColumns,
  RecordFrame,
  type RowReader,
  type RowReaderOptions,
} from './record-frame.js';
import { SingleWaybills } from './waybill.js';

const STATE = Object.fromEntries(AFTER_SALE_STATES.map((name, i) => [name, i])) as Readonly<
  Record<AfterSaleState, number>
>;

/** Rounded numbers show in an after-sales export as well; whose form they have, the orders tell. */
const ANY_NUMBER = /^/;

/** Something that is told once, with its first record and how often it stands. */
interface Tally {
  count: number;
  firstRow: number;
}

export interface AfterSalesReaderOptions extends RowReaderOptions {
  /** Numbers a product's id as the orders' own ids are numbered. */
  readonly textKey: (text: string) => number;
}

export class AfterSalesReader implements RowReader {
  readonly frame: RecordFrame;
  readonly file: AfterSalesFile;
  /** Texts of 售后状态 and of 退款类型 in the order of first sight, with what they were taken for. */
  readonly states: StateSeen<AfterSaleState>[] = [];
  readonly types: StateSeen<AfterSaleType>[] = [];

  readonly #view: RecordView;
  readonly #book: AfterSalesBook;
  readonly #problems: ProblemLog;
  readonly #fileNumber: number;
  readonly #column: Record<AfterSaleField, number>;
  readonly #width: number;
  /** Cells that a row must have: those that say whose it is, how it stands and what goes back. */
  readonly #needed: number;
  readonly #stateTexts: CellCache<StateSeen<AfterSaleState>>;
  readonly #typeTexts: CellCache<StateSeen<AfterSaleType>>;
  readonly #products: CellCache<number>;
  readonly #logistics = new CellCache((text) => (saysReturning(text) ? AFTER_SALE_FLAG.returning : 0));
  readonly #reasons = new CellCache(
    (text) =>
      (mentionsReturn(text) ? AFTER_SALE_FLAG.returning : 0) | (saysMinor(text) ? AFTER_SALE_FLAG.minor : 0),
  );
  readonly #returnWaybills: SingleWaybills;
  readonly #outboundWaybills: SingleWaybills;
  readonly #ids = new OrderIdWatch(ANY_NUMBER);
  readonly #notices: Tally = { count: 0, firstRow: 0 };
  readonly #badNumbers: Tally = { count: 0, firstRow: 0 };

  constructor(
    view: RecordView,
    book: AfterSalesBook,
    problems: ProblemLog,
    { textKey, ...options }: AfterSalesReaderOptions,
  ) {
    this.frame = new RecordFrame(view, book.ids, problems, options);
    this.#view = view;
    this.#book = book;
    this.#problems = problems;
    const { names, format } = options.match;
    this.#column = namedColumns(names, (format as AfterSalesFormat).columns);
    this.#width = names.length;
    const { order_id, after_sale_status, after_sale_type, refund, applied_at } = this.#column;
    this.#needed = Math.max(order_id, after_sale_status, after_sale_type, refund, applied_at) + 1;
    const exportedAt = timeInFileName(options.name);
    this.file = { input: options.input, exportedAt, latestEvent: Number.NaN, rows: 0 };
    this.#fileNumber = book.files.push(this.file) - 1;
    this.#stateTexts = new CellCache((text) => this.#seen(this.states, text, readRowState));
    this.#typeTexts = new CellCache((text) => this.#seen(this.types, text, readRowType));
    this.#products = new CellCache((text) => (isEmptyToken(text) ? -1 : textKey(text)));
    this.#returnWaybills = new SingleWaybills(view, this.#column.return_waybill, book.waybills);
    this.#outboundWaybills = new SingleWaybills(view, this.#column.outbound_waybill, book.waybills);
  }

  preamble(): void {
    this.#noteNotice(this.frame.cells());
  }

  read(row: number): number {
    const { frame } = this;
    const view = this.#view;
    const column = this.#column;
    const kind = frame.open(row);
    if (kind !== null) {
      if (kind === KIND.rejected) this.#doubt();
      return kind;
    }
    view.locate(column.order_id);
    if (isPlainOrderId(view.bytes, view.from, view.to)) {
      this.#ids.note(view.bytes, view.from, view.to, true, row);
    } else {
      const special = this.#special();
      if (special !== null) return special;
    }
    if (view.count !== this.#width) {
      const misfit = frame.misfit(this.#needed);
      if (misfit !== null) {
        this.#doubt();
        return frame.reject(misfit);
      }
    }
    const order = frame.order(column.order_id);
    if (order === NO_ORDER) return frame.reject('order-id-missing', column.order_id);
    if (order === DAMAGED_ORDER) return frame.reject('order-id-damaged', column.order_id);
    const fen = readAmount(view, column.refund);
    // Nobody gets back less than nothing: a negative amount stands in the wrong column.
    if (fen < 0 || !isCredible(fen)) {
      this.#book.doubtful.add(order);
      return frame.reject('amount-unreadable', column.refund);
    }
    this.#enter(order, fen);
    return frame.accept();
  }

  finish(): void {
    const { frame } = this;
    const name = (field: AfterSaleField) => frame.names[this.#column[field]] ?? '';
    for (const { text, state, records, firstRow } of this.states) {
      if (state !== null || records === 0) continue;
      const about = { record: firstRow, column: name('after_sale_status'), text, count: records };
      frame.tell('after-sale-state-unknown', about);
    }
    for (const { text, state, records, firstRow } of this.types) {
      if (state !== 'other' || records === 0) continue;
      const about = { record: firstRow, column: name('after_sale_type'), text, count: records };
      frame.tell('after-sale-type-unknown', about);
    }
    const once = (code: ProblemCode, { count, firstRow }: Tally, field?: AfterSaleField) => {
      if (count === 0) return;
      const about = { record: firstRow, count };
      frame.tell(code, field === undefined ? about : { ...about, column: name(field) });
    };
    this.#ids.tell(this.#problems, this.file.input);
    once('after-sales-notice', this.#notices);
    once('after-sale-number-damaged', this.#badNumbers, 'after_sale_id');
    once('waybills-rounded', this.#returnWaybills.rounded, 'return_waybill');
    once('waybills-rounded', this.#outboundWaybills.rounded, 'outbound_waybill');
  }

  #seen<S>(list: StateSeen<S>[], text: string, read: (text: string) => S | null): StateSeen<S> {
    const bare = isEmptyToken(text) ? '' : text;
    const seen = { text: bare, state: read(bare), records: 0, firstRow: this.frame.row };
    list.push(seen);
    return seen;
  }

  #enter(order: number, fen: number): void {
    const { rows } = this.#book;
    const column = this.#column;
    const view = this.#view;
    const appliedAt = this.#event('applied_at');
    const agreedAt = this.#event('agreed_at');
    const closedAt = this.#event('closed_at');
    const state = this.#stateTexts.get(view, column.after_sale_status);
    const type = this.#typeTexts.get(view, column.after_sale_type);
    state.records++;
    type.records++;
    const row = rows.add();
    rows.order[row] = order;
    rows.number[row] = this.#number();
    rows.file[row] = this.#fileNumber;
    rows.record[row] = this.frame.row;
    rows.state[row] = state.state === null ? stateByTimes(agreedAt, closedAt) : STATE[state.state];
    rows.type[row] = AFTER_SALE_TYPE[type.state ?? 'other'];
    rows.flags[row] = this.#flags() | (state.state === null ? AFTER_SALE_FLAG.stateUnknown : 0);
    rows.fen[row] = fen;
    rows.appliedAt[row] = appliedAt;
    rows.agreedAt[row] = agreedAt;
    rows.closedAt[row] = closedAt;
    rows.deadlineAt[row] = this.#time('deadline_at', 'deadline-unreadable');
    rows.product[row] = this.#products.get(view, column.product_id);
    rows.returnWaybill[row] = this.#returnWaybills.key(this.frame.row);
    rows.outboundWaybill[row] = this.#outboundWaybills.key(this.frame.row);
    this.file.rows++;
  }

  /** 售后编号 in the book; -1 where there is none, or one that a spreadsheet has damaged: then each row is one of its own. */
  #number(): number {
    const { numbers } = this.#book;
    const view = this.#view;
    const column = this.#column.after_sale_id;
    view.locate(column);
    const { bytes, from, to } = view;
    if (from === to) return -1;
    if (isPlainOrderId(bytes, from, to)) return numbers.intern(bytes, from, to);
    const text = readText(view, column);
    const verdict = judgeOrderId(text);
    if (verdict === 'damaged') count(this.#badNumbers, this.frame.row);
    if (verdict !== 'ok') return -1;
    const ascii = Buffer.from(text, 'latin1');
    return numbers.intern(ascii, 0, ascii.length);
  }

  #flags(): number {
    const { return_logistics, reason, remark } = this.#column;
    const view = this.#view;
    const flags = this.#logistics.get(view, return_logistics) | this.#reasons.get(view, reason);
    view.locate(remark);
    if (view.from === view.to || !mentionsReturn(readText(view, remark))) return flags;
    return flags | AFTER_SALE_FLAG.returning;
  }

  /** A time at which something happened; it tells when the file can have been made. */
  #event(field: 'applied_at' | 'agreed_at' | 'closed_at'): number {
    const seconds = this.#time(field, 'after-sale-time-unreadable');
    const { file } = this;
    if (!Number.isNaN(seconds) && !(file.latestEvent >= seconds)) file.latestEvent = seconds;
    return seconds;
  }

  #time(field: AfterSaleField, code: ProblemCode): number {
    const column = this.#column[field];
    const seconds = readTime(this.#view, column);
    if (seconds !== UNREADABLE) return seconds;
    const text = readText(this.#view, column);
    this.frame.tell(code, { column: this.frame.names[column] ?? '', text });
    return BLANK;
  }

  /** What a record without a plain order number is; null when it is a row. */
  #special(): number | null {
    const cells = this.frame.cells();
    const isWhose = judgeOrderId(cells[this.#column.order_id] ?? '') === 'ok';
    if (!isWhose && this.#noteNotice(cells)) return KIND.footer;
    return this.frame.special(cells);
  }

  #noteNotice(cells: readonly string[]): boolean {
    if (!isNotice(cells.join(' '))) return false;
    count(this.#notices, this.frame.row);
    return true;
  }

  /** The record is not entered, but names an order: how that one's after-sale stands is not known. */
  #doubt(): void {
    const view = this.#view;
    const column = this.#column.order_id;
    if (view.count <= column) return;
    view.locate(column);
    if (!isPlainOrderId(view.bytes, view.from, view.to)) return;
    this.#book.doubtful.add(this.frame.order(column));
  }
}

function count(tally: Tally, row: number): void {
  if (tally.count++ === 0) tally.firstRow = row;
}

/** A state that is not known: only a time at which it ended says that it did, and then an agreement how. */
function stateByTimes(agreedAt: number, closedAt: number): number {
  if (Number.isNaN(closedAt)) return STATE.open;
  return Number.isNaN(agreedAt) ? STATE.closed : STATE.succeeded;
}
