// Reads Kuaishou's settlement record by record: a record counts when its components, totals and pay-out agree.

import { BILL_KIND, type BillBook } from '../core/bill-book.js';
import { parsePlainTime } from '../core/dates.js';
import { formatYuanGrouped } from '../core/money.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import { UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import {
  BillFrame,
  type BillReaderOptions,
  type BillRecordReader,
  DAMAGED_ORDER,
  NO_ORDER,
} from './bill-frame.js';
import { CellCache } from './cell-cache.js';
import { isCredible, readAmount, readText, readTime } from './cells.js';
import { type SettlementColumns, settlementKeys } from './settlement-columns.js';

/** What the table by type calls the parts of a settlement, in the platform's words. */
const TYPE_NAMES = {
  'income-buyer': '订单实付',
  'income-platform': '补贴',
  'refund-buyer': '订单退款',
  'refund-platform': '支付营销回退',
  fee: '服务费和佣金',
} as const;

type Part = keyof typeof TYPE_NAMES;

export class SettlementReader implements BillRecordReader {
  readonly frame: BillFrame;

  readonly #view: RecordView;
  readonly #key: ReturnType<typeof settlementKeys>;
  readonly #columns: SettlementColumns;
  readonly #width: number;
  readonly #needed: number;
  readonly #types: Readonly<Record<Part, number>>;
  readonly #shops = new CellCache((text) => text);
  #shopsDiffer = false;
  #unsettled = 0;
  #firstUnsettled = 0;
  /** Fen of the current record, with the sign that money has for the shop. */
  #buyer = 0;
  #platform = 0;
  #refund = 0;
  #platformRefund = 0;
  #fee = 0;

  constructor(
    view: RecordView,
    book: BillBook,
    problems: ProblemLog,
    options: BillReaderOptions,
    columns: SettlementColumns,
  ) {
    this.frame = new BillFrame(view, book, problems, options);
    this.#view = view;
    this.#columns = columns;
    const { names } = options.match;
    this.#key = settlementKeys(names);
    this.#width = names.length;
    this.#needed = Math.max(...Object.values(this.#key), ...columns.income, ...columns.expense) + 1;
    const parts = Object.entries(TYPE_NAMES).map(([part, name]) => [part, book.typeNumber(name)]);
    this.#types = Object.fromEntries(parts) as Record<Part, number>;
  }

  preamble(): void {
    // What stands above a settlement's header says nothing that the rows do not.
  }

  read(row: number): number {
    const { frame } = this;
    const view = this.#view;
    const key = this.#key;
    const kind = frame.open(row);
    if (kind !== null) return kind;
    view.locate(key.time);
    let time = parsePlainTime(view.bytes, view.from, view.to);
    if (time === UNREADABLE) {
      const special = frame.special(frame.cells());
      if (special === KIND.header) this.#beginNext();
      if (special !== null) return special;
      time = readTime(view, key.time);
    }
    const misfit = view.count === this.#width ? null : frame.misfit(this.#needed);
    if (misfit === 'record-short') return this.#rejectMisfit(misfit);
    // What cannot be read in a record of the wrong width stands under the wrong headers.
    const outOfPlace =
      view.count === this.#width ? null : view.count < this.#width ? 'record-short' : 'record-long';
    if (time === UNREADABLE) {
      if (outOfPlace !== null) return this.#rejectMisfit(outOfPlace);
      frame.lose(frame.order(key.order_id), time, true);
      return frame.reject('bill-row-unreadable', key.time);
    }
    if (Number.isNaN(time)) return this.#wait();
    const refusal = this.#readMoney();
    if (refusal !== null) {
      if (outOfPlace !== null) return this.#rejectMisfit(outOfPlace);
      frame.lose(frame.order(key.order_id), time, true);
      return this.#rejectRow(refusal.code, refusal.column, refusal.text);
    }
    const order = frame.order(key.order_id);
    // Money of an order, nobody knows which.
    if (order < 0) frame.lose(order, time, true);
    if (order === DAMAGED_ORDER) return this.#rejectRow('bill-row-unreadable', key.order_id);
    if (misfit !== null) frame.tell('cells-beyond-header');
    this.#watchShop();
    this.#add(order, 'income-buyer', time, this.#buyer);
    this.#add(order, 'income-platform', time, this.#platform);
    this.#add(order, 'refund-buyer', time, this.#refund);
    this.#add(order, 'refund-platform', time, this.#platformRefund);
    this.#add(order, 'fee', time, this.#fee);
    return frame.accept();
  }

  finish(isCut: boolean): void {
    this.frame.end(isCut ? 'tail' : 'none');
    if (this.#unsettled === 0) return;
    const column = this.frame.names[this.#key.time] ?? '';
    const record = this.#firstUnsettled;
    this.frame.tell('bill-rows-unsettled', { record, column, count: this.#unsettled });
  }

  /** Another settlement that was joined to this one: what stands in both counts once, as in two files. */
  #beginNext(): void {
    const { frame } = this;
    if (frame.file.rows === 0) return;
    frame.end('none');
    frame.begin();
    this.#shopsDiffer = false;
  }

  /** A record of the wrong width: what cannot be read in it may stand under another header. */
  #rejectMisfit(code: 'record-short' | 'record-long'): number {
    this.frame.lose(NO_ORDER, Number.NaN, true);
    return this.frame.reject(code);
  }

  /** A record without a time of settlement: its money has not come yet. */
  #wait(): number {
    if (this.#unsettled++ === 0) this.#firstUnsettled = this.frame.row;
    return KIND.audited;
  }

  /** Reads components and totals; what is wrong with them, or null. */
  #readMoney(): { code: ProblemCode; column: number; text?: string } | null {
    const view = this.#view;
    const key = this.#key;
    const { income, expense, totalSign, partSign } = this.#columns;
    const unreadable = (column: number) => ({ code: 'bill-row-unreadable' as const, column });
    const differs = (column: number, told: number, sum: number) => ({
      code: 'bill-row-inconsistent' as const,
      column,
      text: `${formatYuanGrouped(told)} / ${Number.isSafeInteger(sum) ? formatYuanGrouped(sum) : '-'}`,
    });
    const incomeTotal = readAmount(view, key.income);
    const expenseTotal = readAmount(view, key.expense);
    const settled = readAmount(view, key.settled);
    if (!isAmount(incomeTotal)) return unreadable(key.income);
    if (!isAmount(expenseTotal)) return unreadable(key.expense);
    if (!isAmount(settled)) return unreadable(key.settled);

    this.#buyer = 0;
    this.#platform = 0;
    for (const column of income) {
      const fen = readAmount(view, column) || 0;
      if (!isCredible(fen)) return unreadable(column);
      if (column === key.buyer_paid) this.#buyer = fen;
      else this.#platform += fen;
    }
    const incomeSum = this.#buyer + this.#platform;
    if (incomeSum !== incomeTotal) return differs(key.income, incomeTotal, incomeSum);

    this.#refund = 0;
    this.#platformRefund = 0;
    this.#fee = 0;
    const sign = 0 - totalSign * partSign;
    for (const column of expense) {
      const fen = readAmount(view, column) || 0;
      if (!isCredible(fen)) return unreadable(column);
      if (fen === 0) continue;
      if (column === key.refund) this.#refund = sign * fen;
      else if (column === key.platform_refund) this.#platformRefund = sign * fen;
      else this.#fee += sign * fen;
    }
    const out = this.#refund + this.#platformRefund + this.#fee;
    // `+ 0` makes one zero of the two.
    const expenseSum = out * -totalSign + 0;
    if (expenseSum !== expenseTotal) return differs(key.expense, expenseTotal, expenseSum);
    const due = incomeTotal - totalSign * expenseTotal;
    return due === settled ? null : differs(key.settled, settled, due);
  }

  #add(order: number, part: Part, time: number, fen: number): void {
    if (fen !== 0) this.frame.add(order, this.#types[part], BILL_KIND[part], time, fen);
  }

  #watchShop(): void {
    if (this.#key.shop_id < 0 || this.#shopsDiffer) return;
    const shop = this.#shops.get(this.#view, this.#key.shop_id);
    const { file } = this.frame;
    if (shop === '' || shop === file.shopId) return;
    // Settlements of several shops in one file: then the file is nobody's.
    this.#shopsDiffer = file.shopId !== '';
    file.shopId = this.#shopsDiffer ? '' : shop;
  }

  #rejectRow(code: ProblemCode, column: number, text?: string): number {
    const fen = readAmount(this.#view, this.#key.income);
    if (isAmount(fen)) this.frame.rejectedFen += Math.abs(fen);
    return this.frame.reject(code, column, text ?? readText(this.#view, column));
  }
}

/** True for an amount that was read and that an order can have. */
function isAmount(fen: number): boolean {
  return Number.isFinite(fen) && isCredible(fen);
}
