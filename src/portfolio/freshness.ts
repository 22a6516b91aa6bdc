// How far the files tell of the as-of day: states from older exports, and states without a date.

import { dayOf } from '../core/dates.js';
import { LINE } from '../core/order-book.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
import type { AfterSalesIndex } from './after-sales-index.js';
import { lineReceivable } from './line-amounts.js';
import { DAY_SECONDS } from './order-sums.js';
import type { Portfolio } from './portfolio.js';
import type { OrdersAndFen } from './totals.js';

/** A state that was exported up to this many days before the as-of day is recent enough. */
const FRESH_DAYS = 3;

const CANCELLED = PHASES.indexOf('cancelled');
const AFTER_SALE_OPEN = AFTER_SALE_STATES.indexOf('open');
const AFTER_SALE_REFUNDED = AFTER_SALE_STATES.indexOf('refunded');

export interface Freshness {
  /** Open pay-later orders whose lines all stand in exports of more than 3 days before the as-of day; fen outstanding. */
  readonly stale: OrdersAndFen;
  /**
   * Pay-later orders that were exported after a back-dated as-of day with a state of no known day: cancelled, closed,
   * refunded, after-sale open, with no refund of theirs in a bill up to that day and no dated after-sales row. Fen: their
   * receivable, and what their cancelled lines would be worth otherwise.
   */
  readonly undated: OrdersAndFen;
}

/** Looks at the state of every pay-later order. Time: linear in the lines; nothing where every export is of the as-of day. */
export function freshness({ book, chains, settings, answer, judge }: Portfolio): Freshness {
  const { asOfDay, inputs, ledger, afterSales } = settings;
  const exportDays = inputs.map(({ exportedAt }) => dayOf(exportedAt));
  const isOld = exportDays.map((day) => asOfDay - day > FRESH_DAYS);
  const isAhead = exportDays.map((day) => day > asOfDay);
  const stale = { orders: 0, fen: 0 };
  const undated = { orders: 0, fen: 0 };
  if (!isOld.includes(true) && !isAhead.includes(true)) return { stale, undated };
  const { lines } = book;
  const endOfDay = (asOfDay + 1) * DAY_SECONDS;
  const count = (share: OrdersAndFen, fen: number) => {
    share.orders++;
    share.fen += fen;
  };
  for (let order = 0; order < book.ids.size; order++) {
    let isStale = true;
    let hasUndated = false;
    const isDated = afterSales !== null && hasDatedRow(afterSales, order);
    const cancelled = { own: 0, total: 0 };
    for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
      const flags = lines.flags[line]!;
      if ((flags & LINE.superseded) !== 0 || lines.orderedAt[line]! >= endOfDay) continue;
      const input = lines.input[line]!;
      isStale &&= isOld[input]!;
      if (!isAhead[input]) continue;
      const isCancelled = lines.phase[line] === CANCELLED;
      const afterSale = lines.afterSale[line]!;
      const isRefunded = (flags & LINE.refunded) !== 0 || afterSale === AFTER_SALE_REFUNDED;
      hasUndated ||= isCancelled || (!isDated && (isRefunded || afterSale === AFTER_SALE_OPEN));
      if (!isCancelled) continue;
      const fen = lineReceivable(lines, line) || 0;
      if (settings.lineAmounts[input] === 'per-line') cancelled.own += fen;
      else cancelled.total = Math.max(cancelled.total, fen);
    }
    if ((!isStale && !hasUndated) || answer(order) !== 'yes') continue;
    const judged = judge(order);
    if (judged === null) continue;
    if (isStale && judged.outstanding > 0) count(stale, judged.outstanding);
    if (!hasUndated) continue;
    const receipts = ledger?.index.receipts(order, endOfDay);
    if (receipts !== undefined && receipts.refundBuyer + receipts.refundPlatform > 0) continue;
    // Where lines repeat the order's total, the lines that live have told it already.
    const { receivable } = judged;
    count(undated, receivable + cancelled.own + (receivable > 0 ? 0 : cancelled.total));
  }
  return { stale, undated };
}

/** Whether any after-sales row of an order says when: then its states follow from dates. */
function hasDatedRow({ first, next, book: { rows } }: AfterSalesIndex, order: number): boolean {
  for (let row = first[order]!; row >= 0; row = next[row]!) {
    if (!Number.isNaN(rows.appliedAt[row]!) || !Number.isNaN(rows.agreedAt[row]!)) return true;
  }
  return false;
}
