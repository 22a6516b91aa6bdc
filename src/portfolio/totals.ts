// The totals of a portfolio: what every judged order adds to them, and the identities by which they must tie out.

import { type Aged, BUCKETS, DUE_SOURCES, type DueSource, STAGES, type Stage } from '../core/aging.js';
import { PAY_LATER_SOURCES } from '../core/order-book.js';
import { COLLECTIONS, type Collection } from './collection.js';
import type { Judgement } from './judgement.js';

export interface OrdersAndFen {
  orders: number;
  fen: number;
}

export interface Totals {
  /** All that counts: without `laterOrders`. */
  orders: number;
  /** Held orders that do not exist yet at the as-of day. */
  laterOrders: number;
  /** Whatever their day, which is not held: an ordinary order behind a back-dated as-of day is among them. */
  ordinaryOrders: number;
  payLaterOrders: number;
  unknown: OrdersAndFen;
  receivableFen: number;
  refundedFen: number;
  refundAssumed: OrdersAndFen;
  /** Finished after-sales of which nothing says whether they were refunds: receivables, none of them changed. */
  unclearAfterSales: OrdersAndFen;
  /** Net collected. */
  collectedFen: number;
  overCollected: OrdersAndFen;
  outstanding: OrdersAndFen;
  outstandingPlatformFen: number;
  unproven: OrdersAndFen;
  overdue: OrdersAndFen;
  goodsOut: OrdersAndFen;
  /** What no after-sales export tells of: whether these goods came back, what was refunded, when to answer a dispute. */
  untoldGoods: OrdersAndFen;
  untoldRefunds: OrdersAndFen;
  untoldFrozen: OrdersAndFen;
  /** Civil seconds by which the first open after-sale of an open order must be answered; infinite where none says. */
  firstDeadline: number;
  /** The earliest day of an order of which an after-sales export would tell more; infinite when there is none. */
  firstUntold: number;
  /** Received orders, disputed ones too: what was to be collected of them, and the part that no bill proves. */
  received: OrdersAndFen;
  receivedUnproven: OrdersAndFen;
  /** The earliest day from which a bill would be needed for what is unproven; infinite when nothing is. */
  firstNeeded: number;
  receivableZero: OrdersAndFen;
  /** The lines on which these orders' money stands. */
  receivableZeroLines: number[];
  /** The first lines of open orders with an event that cannot have happened when it says. */
  impossibleLines: number[];
  /** The first lines of orders that are still open long after they were placed. */
  staleLines: number[];
  undecidedFen: number;
  /** Pay-later orders by what decided, indexed like PAY_LATER_SOURCES. */
  evidence: number[];
  stages: Record<Stage, OrdersAndFen>;
  /** By stage as people read it: overdue only what is proven; with the unproven part. */
  places: Record<Stage, OrdersAndFen & { unprovenFen: number }>;
  aging: Record<string, OrdersAndFen>;
  /** The part of each bucket of which it is proven that it has not come in. */
  provenAging: Record<string, OrdersAndFen>;
  frozenByAge: Record<string, OrdersAndFen>;
  collections: Record<Collection, OrdersAndFen>;
  receivableSources: Record<Exclude<Judgement['receivableSource'], 'none'>, OrdersAndFen>;
  refundSources: Record<'bill' | 'after-sales' | 'income' | 'unshipped' | 'status', OrdersAndFen>;
  dueSources: Record<DueSource, OrdersAndFen>;
}

/** A total that does not tie out: our own bug, never a user's mistake. */
class IdentityError extends Error {}

/** Totals of so many orders, before any was judged. */
export function noTotals(orders: number, buckets = BUCKETS): Totals {
  return {
    orders,
    laterOrders: 0,
    ordinaryOrders: 0,
    payLaterOrders: 0,
    unknown: none(),
    receivableFen: 0,
    refundedFen: 0,
    refundAssumed: none(),
    unclearAfterSales: none(),
    collectedFen: 0,
    overCollected: none(),
    outstanding: none(),
    outstandingPlatformFen: 0,
    unproven: none(),
    overdue: none(),
    goodsOut: none(),
    untoldGoods: none(),
    untoldRefunds: none(),
    untoldFrozen: none(),
    firstDeadline: Number.POSITIVE_INFINITY,
    firstUntold: Number.POSITIVE_INFINITY,
    received: none(),
    receivedUnproven: none(),
    firstNeeded: Number.POSITIVE_INFINITY,
    receivableZero: none(),
    receivableZeroLines: [],
    impossibleLines: [],
    staleLines: [],
    undecidedFen: 0,
    evidence: PAY_LATER_SOURCES.map(() => 0),
    stages: shares(STAGES),
    places: Object.fromEntries(
      STAGES.map((stage) => [stage, { ...none(), unprovenFen: 0 }]),
    ) as Totals['places'],
    aging: shares(buckets),
    provenAging: shares(buckets),
    frozenByAge: shares(buckets),
    collections: shares(COLLECTIONS),
    receivableSources: shares(['export', 'list', 'before-refund']),
    refundSources: shares(['bill', 'after-sales', 'income', 'unshipped', 'status']),
    dueSources: shares(DUE_SOURCES),
  };
}

function none(): OrdersAndFen {
  return { orders: 0, fen: 0 };
}

/** Counts one more order with its yuan. */
export function addTo(share: OrdersAndFen, fen: number): void {
  share.orders++;
  share.fen += fen;
}

function shares<T extends string>(names: readonly T[]): Record<T, OrdersAndFen> {
  return Object.fromEntries(names.map((name) => [name, none()])) as Record<T, OrdersAndFen>;
}

/** Adds a pay-later order. */
export function addJudged(totals: Totals, judged: Judgement): void {
  const { money, aged, receivable, outstanding } = judged;
  totals.receivableFen += receivable;
  totals.refundedFen += money.refunded;
  totals.collectedFen += money.collected;
  totals.undecidedFen += judged.undecided;
  totals.outstandingPlatformFen += money.outstandingPlatform;
  addTo(totals.collections[judged.collection], outstanding);
  if (money.assumed > 0) addTo(totals.refundAssumed, money.assumed);
  if (judged.unclearAfterSale && receivable > 0) addTo(totals.unclearAfterSales, receivable);
  if (money.overCollected > 0) addTo(totals.overCollected, money.overCollected);
  if (money.refundSource !== 'none' && money.refunded > 0)
    addTo(totals.refundSources[money.refundSource], money.refunded);
  if (judged.receivableSource === 'list') {
    addTo(totals.receivableZero, receivable);
    totals.receivableZeroLines.push(judged.line);
  }
  if (judged.receivableSource !== 'none')
    addTo(totals.receivableSources[judged.receivableSource], receivable);
  if (judged.goodsOut > 0) addTo(totals.goodsOut, judged.goodsOut);
  if (judged.received && receivable > 0) addTo(totals.received, receivable - money.refunded);
  if (aged !== null) addOpen(totals, judged, aged);
  addUntold(totals, judged);
}

function addUntold(totals: Totals, judged: Judgement): void {
  const { money, afterSalesTell, goodsOut, stage, outstanding, needFrom, dispute } = judged;
  if (stage === 'frozen' && dispute !== null && dispute.deadline < totals.firstDeadline)
    totals.firstDeadline = dispute.deadline;
  const isGone = goodsOut > 0 && !afterSalesTell;
  const isFrozen = stage === 'frozen' && !afterSalesTell;
  if (isGone) addTo(totals.untoldGoods, goodsOut);
  if (isFrozen) addTo(totals.untoldFrozen, outstanding);
  const isAssumed = money.assumed > 0 && !judged.refundTold;
  if (isAssumed) addTo(totals.untoldRefunds, money.assumed);
  const isAsked = isGone || isFrozen || isAssumed || judged.unclearAfterSale;
  if (isAsked && needFrom < totals.firstUntold) totals.firstUntold = needFrom;
}

function addOpen(
  totals: Totals,
  { money, outstanding, stage, needFrom, received }: Judgement,
  aged: Aged,
): void {
  addTo(totals.outstanding, outstanding);
  addTo(totals.stages[stage], outstanding);
  addTo(totals.aging[aged.bucket]!, outstanding);
  addTo(totals.dueSources[aged.dueSource], outstanding);
  if (aged.daysPastDue > 0) addTo(totals.overdue, outstanding);
  if (aged.bucket === 'frozen') addTo(totals.frozenByAge[aged.unfrozenBucket]!, outstanding);
  const proven = money.unproven === null;
  if (!proven) addTo(totals.unproven, outstanding);
  const place = totals.places[proven ? stage : aged.whereabouts];
  addTo(place, outstanding);
  if (proven) {
    addTo(totals.provenAging[aged.bucket]!, outstanding);
    return;
  }
  place.unprovenFen += outstanding;
  if (received) addTo(totals.receivedUnproven, outstanding);
  if (needFrom < totals.firstNeeded) totals.firstNeeded = needFrom;
}

/** Throws IdentityError rather than let a total go out that disagrees with another. */
export function assertIdentities(totals: Totals): void {
  const { outstanding } = totals;
  const sum = (shares: Record<string, OrdersAndFen>) =>
    Object.values(shares).reduce((fen, share) => fen + share.fen, 0);
  const checks: [string, number][] = [
    [
      'receivable - refunded - collected + over-collected',
      totals.receivableFen - totals.refundedFen - totals.collectedFen + totals.overCollected.fen,
    ],
    ['places', sum(totals.places)],
    ['stages', sum(totals.stages)],
    ['aging', sum(totals.aging)],
  ];
  for (const [name, fen] of checks) {
    if (fen !== outstanding.fen)
      throw new IdentityError(`${name} is ${fen} fen, outstanding is ${outstanding.fen}`);
  }
  if (totals.orders !== totals.payLaterOrders + totals.ordinaryOrders + totals.unknown.orders) {
    throw new IdentityError('orders do not add up');
  }
}
