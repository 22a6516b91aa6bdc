// The bills of a run joined with its orders: what they cover, what they prove, what they hold beyond the orders.

import { BILL_KIND, type BillBook } from '../core/bill-book.js';
import { dayOf } from '../core/dates.js';
import { CLOCK, type OrderBook, SEEN } from '../core/order-book.js';
import { dayInOrderBytes } from '../core/order-id.js';
import { BillIndex } from './bill-index.js';
import type { Ledger } from './collection.js';
import { billsOfOthers, coveredPeriods, daysOfBills } from './covered-days.js';
import { upToDay } from './periods.js';
import {
  controlForeign,
  controlGroup,
  controlHolds,
  learnLag,
  type OrdinaryOrder,
  type ProofCondition,
  setLag,
} from './proof.js';

/** A shop with too few ordinary orders: so many pay-later orders, and so many of a hundred, must have settled. */
const SETTLED_FEWEST = 5;
const SETTLED_SHARE = 0.2;

export interface LedgerInput {
  readonly book: OrderBook;
  readonly bills: BillBook;
  /** Rows that count: 0 for one that another bill holds as well. */
  readonly counts: Uint8Array;
  readonly defaultLagDays: number;
  /** Days that the user set; null: they are learned, else the default. */
  readonly setLagDays: number | null;
  readonly asOfDay: number;
  /** Days from shipping to the latest day on which a debit can be due. */
  readonly dueDays: number;
}

/** A ledger that has still to be asked whether any pay-later order settled. */
export interface LedgerDraft {
  readonly ledger: Ledger;
  /** The bills hold ordinary orders of this shop so rarely that they are another shop's. */
  readonly foreign: boolean;
}

/** Joins bills with orders and learns lag and control rate from the shop's ordinary orders. */
export function draftLedger(input: LedgerInput): LedgerDraft {
  const { bills, book } = input;
  const index = new BillIndex(bills, book, input.counts);
  const others = billsOfOthers(bills.files, book.shops);
  const periods = others ? [] : coveredPeriods(index, book.shops);
  const ordinary = ordinaryOrders(book, index);
  const lag = input.setLagDays === null ? learnLag(ordinary, input.defaultLagDays) : setLag(input.setLagDays);
  const past = upToDay(periods, input.asOfDay);
  // Bills that say themselves that they are another shop's are refused like others, by what they hold.
  const days = others ? daysOfBills(bills.files) : periods;
  const control = controlGroup(ordinary, days, lag, input.dueDays);
  const failed: ProofCondition[] = others ? ['other-shop'] : [];
  if (bills.rows.size === 0) failed.push('none-settled');
  const proof = { ...lag, periods, past, controlOrders: control.orders, controlRate: control.rate, failed };
  return { ledger: { index, proof }, foreign: bills.rows.size > 0 && controlForeign(control) };
}

/** How the pay-later orders that are past due and lag stand in the bills. */
export interface PayLaterRecord {
  readonly due: number;
  readonly dueSettled: number;
  readonly settled: number;
}

/** Adds the conditions that hang on the pay-later orders. */
export function concludeLedger({ index, proof }: Ledger, seen: PayLaterRecord): Ledger {
  const failed: ProofCondition[] = [...proof.failed];
  const control = { orders: proof.controlOrders, rate: proof.controlRate };
  const enough = seen.dueSettled >= SETTLED_FEWEST && seen.dueSettled >= seen.due * SETTLED_SHARE;
  if (seen.settled === 0 && !failed.includes('none-settled')) failed.push('none-settled');
  const isGroup = control.orders >= CONTROL_FEWEST;
  if (isGroup ? !controlHolds(control) : !enough) failed.push('control');
  // Rows that came in whole show that the bills are the shop's own, and of no day what is missing on it.
  if (failed.length === 0 && proof.past.length === 0) failed.push('coverage');
  return { index, proof: { ...proof, failed } };
}

/** Fewer ordinary orders than this are no control group. */
const CONTROL_FEWEST = 30;

/**
 * The shop's ordinary orders as the proof sees them; one object each, for as long as the proof is made. They show whether
 * the bills are whole and the shop's own, which a day of the audit before their end does not change.
 */
function ordinaryOrders(book: OrderBook, index: BillIndex): OrdinaryOrder[] {
  const orders: OrdinaryOrder[] = [];
  for (let order = 0; order < book.ids.size; order++) {
    const clock = book.clock[order]!;
    if ((book.seen[order]! & ~SEEN.no) !== 0 || (clock & CLOCK.cancelled) !== 0) continue;
    const received = book.receivedDay[order]!;
    const shipped = book.shippedDay[order]!;
    const isReceived = (clock & CLOCK.received) !== 0;
    if (!isReceived || (received === 0 && shipped === 0)) continue;
    orders.push({
      receivedDay: received === 0 ? Number.NaN : received,
      shippedDay: received === 0 ? shipped : Number.NaN,
      incomeDay: firstIncomeDay(index, order),
      disputed: (clock & CLOCK.disputed) !== 0,
    });
  }
  return orders;
}

/** The day of an order's first income row; Infinity where none of them has a time, NaN without one. */
function firstIncomeDay(index: BillIndex, order: number): number {
  const { rows } = index.bills;
  let first = Number.NaN;
  for (let row = index.first[order]!; row >= 0; row = index.next[row]!) {
    const kind = rows.kind[row];
    const time = Number.isNaN(rows.time[row]!) ? Number.POSITIVE_INFINITY : rows.time[row]!;
    const isIncome =
      kind === BILL_KIND['income-buyer'] ||
      kind === BILL_KIND['income-platform'] ||
      kind === BILL_KIND.payout;
    if (isIncome && !(first <= time)) first = time;
  }
  return dayOf(first);
}

export interface Unmatched {
  /** Order numbers of the bills that no order file holds. */
  readonly orders: number;
  /** Of these, the ones dated inside the order files' days: missing from the export. */
  readonly missingOrders: number;
  readonly missingFen: number;
  /** Order numbers of the bills that the order files hold. */
  readonly matchedOrders: number;
}

/** What the bills hold that the orders do not. `from` and `to`: first and last day of the order files. */
export function findUnmatched(index: BillIndex, from: number, to: number): Unmatched {
  const { ids, rows, files } = index.bills;
  const income = new Float64Array(ids.size);
  const payouts = new Float64Array(ids.size);
  /** Of an account flow, pay-outs only are surely an order's: other rows may carry the number of a refund or of a fine. */
  const isOrder = new Uint8Array(ids.size);
  const firstDay = new Float64Array(ids.size).fill(Number.NaN);
  for (let row = 0; row < rows.size; row++) {
    if (index.counts[row] === 0) continue;
    const id = rows.order[row]!;
    const kind = rows.kind[row];
    if (kind === BILL_KIND['income-buyer'] || kind === BILL_KIND['income-platform'])
      income[id]! += rows.fen[row]!;
    if (kind === BILL_KIND.payout) payouts[id]! += rows.fen[row]!;
    if (kind === BILL_KIND.payout || files[rows.file[row]!]!.book === 'bill') isOrder[id] = 1;
    const day = dayOf(rows.time[row]!);
    if (!(firstDay[id]! <= day)) firstDay[id] = day;
  }
  let orders = 0;
  let matchedOrders = 0;
  let missingOrders = 0;
  let missingFen = 0;
  for (let id = 0; id < ids.size; id++) {
    if (index.orderOf[id]! >= 0) matchedOrders++;
    if (index.orderOf[id]! >= 0 || isOrder[id] === 0) continue;
    orders++;
    const written = ids.look(id, dayInOrderBytes);
    const day = Number.isNaN(written) ? firstDay[id]! : written;
    // Money comes in weeks after the order: a first row shortly behind the export says nothing of its day.
    if (day < from || day > to || Number.isNaN(day)) continue;
    missingOrders++;
    missingFen += income[id]! === 0 ? payouts[id]! : income[id]!;
  }
  return { orders, missingOrders, missingFen, matchedOrders };
}
