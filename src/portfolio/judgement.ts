// What is known of one pay-later order: its amounts, its clock, its state. Computed from its lines whenever asked.

import { type Aged, age, type Clock, type Stage } from '../core/aging.js';
import { dayOf } from '../core/dates.js';
import type { LineTable } from '../core/order-book.js';
import type { ClaimedRefund } from './after-sales-claims.js';
import { type Collected, type Collection, collect, collectionState, type Ledger } from './collection.js';
import type { LineChains } from './copies.js';
import {
  DAY_SECONDS,
  type JudgeSettings,
  RECEIVED,
  receivableOf,
  SHIPPED,
  type Sums,
  sumLines,
} from './order-sums.js';

/** One order; amounts in fen. */
export interface Judgement {
  /** The first line that counts: the order's money stands on its record. */
  readonly line: number;
  /** Lines that count. */
  readonly lines: number;
  /** 应收货款; 0 where there is none. */
  readonly receivable: number;
  /**
   * `list`: the export shows 0 until the debit, and the list amount was taken. `before-refund`: the export has taken
   * the refund off already, and the list amount was taken.
   */
  readonly receivableSource: 'export' | 'list' | 'before-refund' | 'none';
  /** 买家应付: the part of `receivable` that the buyer pays. */
  readonly buyerPart: number;
  /** Refunds, income and what is missing, by the bills as far as there are any. */
  readonly money: Collected;
  /** The day behind which a missing bill row would prove something; NaN without a due date. */
  readonly provableFrom: number;
  /** Days from which and to which bills must run to prove that what is missing has not come in. */
  readonly needFrom: number;
  readonly needTo: number;
  readonly outstanding: number;
  /** List amount of an order that was shipped and whose receivable then vanished, without a sign of its return. */
  readonly goodsOut: number;
  /** What other lines show beyond the amount that was counted once. */
  readonly undecided: number;
  readonly collection: Collection;
  /** An open after-sale of the exports: since when, and by when it must be answered; civil seconds, NaN where not known. */
  readonly dispute: { readonly since: number; readonly deadline: number } | null;
  /** All of its lines that are not cancelled have left; disputed and refunded ones too. */
  readonly shipped: boolean;
  /** All of its lines that are not cancelled are received; disputed and refunded ones too. */
  readonly received: boolean;
  /** An after-sales export says what became of it: a row of it refunded something, or is open, or is finished and has a type. */
  readonly afterSalesTell: boolean;
  /** An after-sales export holds a refund of it, with an amount or without. */
  readonly refundTold: boolean;
  /** A finished after-sale of which nothing says whether it was a refund: it changed no amount. */
  readonly unclearAfterSale: boolean;
  /** The reason of one of its after-sales says 未成年: nobody is reminded, and no group is shown with it. */
  readonly minor: boolean;
  readonly stage: Stage;
  /** null where nothing is outstanding. */
  readonly aged: Aged | null;
}

const NO_REFUNDS: readonly ClaimedRefund[] = [];

/** Bills end a day before the export as a rule: what they miss of the last two days says nothing. */
export const UNSEEN_DAYS = 2;

/** Judges an order at the as-of day; null when it does not exist yet. Time: linear in its lines. */
export function judgeOrder(
  lines: LineTable,
  chains: LineChains,
  order: number,
  settings: JudgeSettings,
): Judgement | null {
  const sums = sumLines(lines, chains, order, settings);
  if (sums.lines === 0) return null;
  const { claims } = sums;
  const input = settings.inputs[lines.input[sums.first]!]!;
  const wholly = sums.live > 0 && sums.open === 0;
  const onTheWay = sums.leastPhase === SHIPPED || sums.leastPhase === RECEIVED;
  const hidden = receivableOf(sums.shown) === 0 && onTheWay && !wholly && receivableOf(sums.list) > 0;
  const amounts = hidden ? sums.list : sums.shown;
  const shown = receivableOf(amounts);
  const clock = clockOf(sums);
  const { asOfDay, ledger } = settings;
  const dated = age(clock, asOfDay, input.terms, settings.buckets);
  const wordedRefund = amounts.ownRefunded + (sums.totalOpen ? 0 : amounts.total);
  const needFrom = Number.isNaN(clock.shippedDay) ? dayOf(lines.orderedAt[sums.first]!) : clock.shippedDay;
  const needTo = provenBy(dated, clock, asOfDay, ledger);
  const money = collect(
    {
      order,
      receivable: shown,
      buyerPart: hidden ? shown : receivableOf(sums.buyer),
      listAmount: sums.merchants === sums.live ? receivableOf(sums.list) : Number.NaN,
      sureRefund:
        wordedRefund - amounts.ownAssumed - (sums.totalOpen || !sums.totalAssumed ? 0 : amounts.total),
      wordedRefund,
      refunds: claims?.refunds ?? NO_REFUNDS,
      isDoubtful: settings.afterSales?.doubtful.has(order) === true,
      fromDay: needFrom,
      toDay: needTo,
      exportSays: exportSays(sums),
      before: (asOfDay + 1) * DAY_SECONDS,
    },
    ledger,
  );
  const { receivable } = money;
  // Of an order that shows 0 until the debit and is wholly refunded there never was a receivable: its goods are gone all the same.
  const vanished = receivable > 0 ? money.refunded >= receivable : sums.live === 0 || wholly;
  const aged = money.outstanding > 0 ? dated : null;
  return {
    line: sums.first,
    lines: sums.lines,
    receivable,
    receivableSource: hidden
      ? 'list'
      : receivable > shown
        ? 'before-refund'
        : receivable > 0
          ? 'export'
          : 'none',
    money,
    buyerPart: hidden ? shown : Math.min(shown, receivableOf(sums.buyer)),
    provableFrom: ledger === null ? Number.NaN : provableFrom(dated, clock, ledger),
    afterSalesTell: claims !== null && (claims.isTold || claims.isOpen || claims.hasRefund),
    refundTold: claims?.hasRefund === true,
    dispute: sums.frozen && claims?.isOpen ? { since: claims.openSince, deadline: claims.deadline } : null,
    unclearAfterSale: sums.unclear && money.refundSource === 'none',
    minor: claims?.rows.some(({ minor }) => minor) === true,
    shipped: onTheWay && sums.live > 0,
    received: sums.leastPhase === RECEIVED && sums.live > 0,
    needFrom,
    needTo,
    goodsOut: vanished && !sums.returned ? receivableOf(sums.shippedList) : 0,
    outstanding: money.outstanding,
    undecided: Math.max(0, amounts.undecided - amounts.total),
    collection: collectionState(sums.live > 0, receivable, money),
    stage: aged?.stage ?? 'closed',
    aged,
  };
}

/** What the export says of the order's payment, when all of its open lines say the same. */
function exportSays({ open, paid, unpaid, paidLater }: Sums): 'paid' | 'unpaid' | 'paid-later' | null {
  if (open === 0) return null;
  if (paid === open) return 'paid';
  if (unpaid > 0) return 'unpaid';
  return paidLater === open ? 'paid-later' : null;
}

/**
 * The day up to which bills must run for a missing row to prove that nothing came in: the due date and the lag behind
 * it. What is not due yet is simply not there, as far as the bills can reach.
 */
function provenBy(dated: Aged, clock: Clock, asOfDay: number, ledger: Ledger | null): number {
  if (ledger === null || !(asOfDay > dated.dueDay)) return asOfDay - UNSEEN_DAYS;
  return provableFrom(dated, clock, ledger);
}

/** The due date and the lag behind it; where no receipt is known, the lag that was learned from shipping, if it was. */
function provableFrom(dated: Aged, clock: Clock, ledger: Ledger): number {
  const { lagDays, shippingLagDays } = ledger.proof;
  const byShipping = clock.shippedDay + shippingLagDays;
  const learned = Number.isNaN(clock.receivedDay) && !Number.isNaN(byShipping);
  return learned ? Math.max(byShipping, dated.dueDay) : dated.dueDay + lagDays;
}

function clockOf(sums: Sums): Clock {
  const received = sums.leastPhase === RECEIVED;
  const shipped = received || sums.leastPhase === SHIPPED;
  return {
    phase: received ? 'received' : shipped ? 'shipped' : 'unshipped',
    shippedDay: shipped ? dayOf(sums.shipped) : Number.NaN,
    receivedDay: received ? dayOf(sums.received) : Number.NaN,
    dueDay: dayOf(sums.due),
    frozen: sums.frozen,
    restartDay: sums.claims === null ? Number.NaN : sums.claims.closedDay,
    invalid: sums.invalid,
  };
}
