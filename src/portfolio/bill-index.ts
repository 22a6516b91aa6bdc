// Bill rows joined with orders by order number: the rows of each order, and what no order file holds.

import type { BillBook, BillClass } from '../core/bill-book.js';
import { BILL_CLASSES } from '../core/bill-book.js';
import type { OrderBook } from '../core/order-book.js';

/** What came in and went out for one order up to a moment; fen, refunds and costs as positive amounts. */
export interface Receipts {
  incomeBuyer: number;
  incomePlatform: number;
  refundBuyer: number;
  refundPlatform: number;
  /** Advances in minus advances taken back; below 0 when more was taken back. */
  advances: number;
  /** Advances that were taken back. */
  takenBack: number;
  /**
   * What an account flow shows as paid out, net of fees. `paidOut`: by rows that pay an order out, not only add to it,
   * and the civil seconds of the first of them; NaN without any.
   */
  payouts: number;
  paidOut: number;
  firstPayout: number;
  compensation: number;
  fees: number;
  /** Civil seconds of the first and last trade income; NaN without any. Of pay-outs the first stands in for it. */
  firstIncome: number;
  lastIncome: number;
  rows: number;
}

const DAY_SECONDS = 86_400;

const KIND = Object.fromEntries(BILL_CLASSES.map((name, i) => [name, i])) as Record<BillClass, number>;

/** Nothing came in and nothing went out. */
export function noReceipts(): Receipts {
  return {
    incomeBuyer: 0,
    incomePlatform: 0,
    refundBuyer: 0,
    refundPlatform: 0,
    advances: 0,
    takenBack: 0,
    payouts: 0,
    paidOut: 0,
    firstPayout: Number.NaN,
    compensation: 0,
    fees: 0,
    firstIncome: Number.NaN,
    lastIncome: Number.NaN,
    rows: 0,
  };
}

/** The rows of each order that is in the book. Memory: four bytes an order and a row. */
export class BillIndex {
  readonly bills: BillBook;
  /** Per order of the book: its first row or -1. */
  readonly first: Int32Array;
  /** Per row: the next row of its order or -1. */
  readonly next: Int32Array;
  /** Per order number of the bills: the order of the book or -1. */
  readonly orderOf: Int32Array;

  /** Per row: 0 for the same row of another file again. */
  readonly counts: Uint8Array;

  /** Orders of the book with a bill row that could not be read. */
  readonly doubtful: ReadonlySet<number>;
  /** Whether any row says what the platform paid of an order. */
  readonly hasPlatformIncome: boolean;

  constructor(bills: BillBook, book: OrderBook, counts: Uint8Array) {
    this.bills = bills;
    this.counts = counts;
    const { ids, rows } = bills;
    this.orderOf = new Int32Array(ids.size);
    for (let id = 0; id < ids.size; id++) {
      const bytes = ids.bytes(id);
      this.orderOf[id] = book.ids.find(bytes, 0, bytes.length);
    }
    const kinds = rows.kind.subarray(0, rows.size);
    this.hasPlatformIncome = kinds.includes(KIND['income-platform']);
    this.doubtful = new Set([...bills.doubtful].map((id) => this.orderOf[id]!));
    this.first = new Int32Array(book.ids.size).fill(-1);
    this.next = new Int32Array(rows.size).fill(-1);
    for (let row = rows.size - 1; row >= 0; row--) {
      const order = this.orderOf[rows.order[row]!]!;
      if (order < 0 || counts[row] === 0) continue;
      this.next[row] = this.first[order]!;
      this.first[order] = row;
    }
  }

  /**
   * Sums an order's rows before a moment (civil seconds, exclusive). A row without a time counts from the day of its
   * bill's last dated row on, without any such row from the end of the period, and always where there is none either.
   */
  receipts(order: number, before: number): Receipts {
    const sums = noReceipts();
    const { rows } = this.bills;
    for (let row = this.first[order]!; row >= 0; row = this.next[row]!) {
      if (!this.hasHappened(row, before)) continue;
      sums.rows++;
      addRow(sums, rows.kind[row]!, rows.fen[row]!, rows.time[row]!);
    }
    if (Number.isNaN(sums.firstIncome)) sums.firstIncome = sums.firstPayout;
    return sums;
  }

  /** Whether a row counts at a moment (civil seconds, exclusive); without a time as `receipts` says. */
  hasHappened(row: number, before: number): boolean {
    const time = this.bills.rows.time[row]!;
    return !((Number.isNaN(time) ? this.#latest(row) : time) >= before);
  }

  /** Civil seconds by which a row without a time has happened; NaN where nothing tells. */
  #latest(row: number): number {
    const { rows, files } = this.bills;
    const { days, to } = files[rows.file[row]!]!;
    const last = days.at(-1);
    return last === undefined ? to : last * DAY_SECONDS;
  }
}

function addRow(sums: Receipts, kind: number, fen: number, time: number): void {
  switch (kind) {
    case KIND['income-buyer']:
    case KIND['income-platform']:
      if (kind === KIND['income-buyer']) sums.incomeBuyer += fen;
      else sums.incomePlatform += fen;
      if (!(sums.firstIncome <= time)) sums.firstIncome = time;
      if (!(sums.lastIncome >= time)) sums.lastIncome = time;
      break;
    case KIND['refund-buyer']:
      sums.refundBuyer -= fen;
      break;
    case KIND['refund-platform']:
      sums.refundPlatform -= fen;
      break;
    case KIND['advance-in']:
    case KIND['advance-out']:
      sums.advances += fen;
      if (kind === KIND['advance-out']) sums.takenBack -= fen;
      break;
    case KIND.payout:
    case KIND['payout-extra']:
      sums.payouts += fen;
      if (kind === KIND['payout-extra']) break;
      sums.paidOut += fen;
      if (fen > 0 && !(sums.firstPayout <= time)) sums.firstPayout = time;
      break;
    case KIND.compensation:
      sums.compensation -= fen;
      break;
    case KIND.fee:
      sums.fees -= fen;
      break;
    default:
      break;
  }
}
