// The frozen portfolio: every pay-later order judged at the as-of date, and the totals, which must tie out.

import {
  type Aged,
  BUCKETS,
  type Bucket,
  bucketOf,
  DUE_SOURCES,
  type DueSource,
  expectedDueDay,
  STAGES,
  type Stage,
} from '../core/aging.js';
import type { BillBook } from '../core/bill-book.js';
import { LINE, type LineTable, type OrderBook, PAY_LATER_SOURCES, SEEN } from '../core/order-book.js';
import { UserError } from '../core/user-error.js';
import { learnAddedParts } from './added-parts.js';
import { COLLECTIONS, type Collection } from './collection.js';
import { type CopiesFound, chainLines, type LineChains, markCopies } from './copies.js';
import { type Judgement, judgeOrder } from './judgement.js';
import { concludeLedger, draftLedger } from './ledger.js';
import { decideLineAmounts } from './line-amounts.js';
import { DAY_SECONDS, type JudgeSettings } from './order-sums.js';

/** What an order is to the audit. */
export type PayLaterAnswer = 'yes' | 'no' | 'unknown';

export interface OrdersAndFen {
  orders: number;
  fen: number;
}

export interface Totals {
  orders: number;
  ordinaryOrders: number;
  payLaterOrders: number;
  unknown: OrdersAndFen;
  receivableFen: number;
  refundedFen: number;
  refundAssumed: OrdersAndFen;
  /** Net collected. */
  collectedFen: number;
  overCollected: OrdersAndFen;
  outstanding: OrdersAndFen;
  outstandingPlatformFen: number;
  unproven: OrdersAndFen;
  overdue: OrdersAndFen;
  goodsOut: OrdersAndFen;
  /** The earliest day from which a bill would be needed for what is unproven; infinite when nothing is. */
  firstNeeded: number;
  receivableZero: OrdersAndFen;
  /** The lines on which these orders' money stands. */
  receivableZeroLines: number[];
  /** The first lines of open orders with an event that cannot have happened when it says. */
  impossibleLines: number[];
  undecidedFen: number;
  /** Pay-later orders by what decided, indexed like PAY_LATER_SOURCES. */
  evidence: number[];
  stages: Record<Stage, OrdersAndFen>;
  /** By stage as people read it: overdue only what is proven; with the unproven part. */
  places: Record<Stage, OrdersAndFen & { unprovenFen: number }>;
  aging: Record<Bucket, OrdersAndFen>;
  /** The part of each bucket of which it is proven that it has not come in. */
  provenAging: Record<Bucket, OrdersAndFen>;
  frozenByAge: Record<Bucket, OrdersAndFen>;
  collections: Record<Collection, OrdersAndFen>;
  receivableSources: Record<Exclude<Judgement['receivableSource'], 'none'>, OrdersAndFen>;
  refundSources: Record<'bill' | 'income' | 'unshipped' | 'status', OrdersAndFen>;
  dueSources: Record<DueSource, OrdersAndFen>;
}

export interface Portfolio {
  readonly book: OrderBook;
  readonly chains: LineChains;
  readonly copies: CopiesFound;
  readonly settings: JudgeSettings;
  readonly totals: Totals;
  answer(order: number): PayLaterAnswer;
  judge(order: number): Judgement | null;
}

/** A total that does not tie out: our own bug, never a user's mistake. */
class IdentityError extends Error {}

/** What the bills of a run bring to its portfolio. */
export interface BillsForPortfolio {
  readonly bills: BillBook;
  readonly counts: Uint8Array;
  readonly defaultLagDays: number;
}

/**
 * Builds the portfolio. Time: linear in lines and bill rows. Throws IdentityError rather than return totals that
 * disagree, and UserError `bills-foreign` when the bills are another shop's.
 */
export function buildPortfolio(
  book: OrderBook,
  inputs: JudgeSettings['inputs'],
  asOfDay: number,
  bills: BillsForPortfolio | null = null,
): Portfolio {
  const { lines } = book;
  const chains = chainLines(lines, book.ids.size);
  const copies = markCopies(lines, chains, inputs);
  const lineAmounts = decideLineAmounts(lines, chains, book.lineEvidence, inputs.length);
  const answer = (order: number): PayLaterAnswer => answerOf(book, chains, order);
  const none = {
    asOfDay,
    inputs,
    lineAmounts,
    addedParts: inputs.map(() => 0),
    paidTimesTell: paidTimesTell(lines, inputs.length),
    ledger: null,
  };
  const settings = bills === null ? none : withLedger(book, chains, none, bills, answer);
  const judge = (order: number) => judgeOrder(lines, chains, order, settings);
  const totals = sumUp(book, chains, answer, judge);
  assertIdentities(totals);
  return { book, chains, copies, settings, totals, answer, judge };
}

/** A payment within this of the order is the moment at which the 0-yuan order was placed, seconds. */
const PLACED_WITHIN = 600;

/** Per input: whether any pay-later order's payment time is more than when the order was placed. */
function paidTimesTell(lines: LineTable, inputs: number): boolean[] {
  const tell = Array.from({ length: inputs }, () => false);
  for (let line = 0; line < lines.size; line++) {
    if (Math.abs(lines.paidAt[line]! - lines.orderedAt[line]!) > PLACED_WITHIN)
      tell[lines.input[line]!] = true;
  }
  return tell;
}

/** Joins the bills in: first what they hold, then what that proves, which hangs on the orders judged by them. */
function withLedger(
  book: OrderBook,
  chains: LineChains,
  plain: JudgeSettings,
  { bills, counts, defaultLagDays }: BillsForPortfolio,
  answer: (order: number) => PayLaterAnswer,
): JudgeSettings {
  const before = (plain.asOfDay + 1) * DAY_SECONDS;
  const dueDays = Math.max(...plain.inputs.map(({ terms }) => expectedDueDay(0, terms)));
  const draft = draftLedger({ book, bills, counts, defaultLagDays, asOfDay: plain.asOfDay, dueDays });
  const { controlOrders, controlRate } = draft.ledger.proof;
  if (draft.foreign)
    throw new UserError('bills-foreign', {
      orders: controlOrders,
      percent: Math.round(controlRate * 1000) / 10,
    });
  const { index } = draft.ledger;
  const files = plain.inputs.length;
  const addedParts = learnAddedParts(book, chains, index, before);
  const income = { index, addedParts, before };
  const lineAmounts = decideLineAmounts(book.lines, chains, book.lineEvidence, files, income);
  const settings = { ...plain, addedParts, lineAmounts, ledger: draft.ledger };
  const seen = { due: 0, dueSettled: 0, settled: 0 };
  for (let order = 0; order < book.ids.size; order++) {
    if (answer(order) !== 'yes') continue;
    const judged = judgeOrder(book.lines, chains, order, settings);
    if (judged === null || judged.receivable === 0) continue;
    const settled = judged.money.evidence === 'bill' ? 1 : 0;
    seen.settled += settled;
    if (!(judged.provableFrom < plain.asOfDay)) continue;
    seen.due++;
    seen.dueSettled += settled;
  }
  return { ...settings, ledger: concludeLedger(draft.ledger, seen) };
}

/**
 * A record that says yes decides, no weighs more than silence; where records of one order disagree only those that
 * count are asked, so that a later export can take a yes back.
 */
function answerOf({ seen, lines }: OrderBook, chains: LineChains, order: number): PayLaterAnswer {
  let said = seen[order]!;
  if ((said & SEEN.yes) !== 0 && (said & SEEN.no) !== 0) {
    said = SEEN.unknown;
    for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
      const flags = lines.flags[line]!;
      if ((flags & LINE.superseded) !== 0) continue;
      if ((flags & LINE.payLater) !== 0) said |= SEEN.yes;
      if ((flags & LINE.ordinary) !== 0) said |= SEEN.no;
    }
  }
  if ((said & SEEN.yes) !== 0) return 'yes';
  return (said & SEEN.no) !== 0 ? 'no' : 'unknown';
}

function none(): OrdersAndFen {
  return { orders: 0, fen: 0 };
}

function count(share: OrdersAndFen, fen: number): void {
  share.orders++;
  share.fen += fen;
}

function sumUp(
  book: OrderBook,
  chains: LineChains,
  answer: (order: number) => PayLaterAnswer,
  judge: (order: number) => Judgement | null,
): Totals {
  const totals: Totals = {
    orders: book.ids.size,
    ordinaryOrders: 0,
    payLaterOrders: 0,
    unknown: none(),
    receivableFen: 0,
    refundedFen: 0,
    refundAssumed: none(),
    collectedFen: 0,
    overCollected: none(),
    outstanding: none(),
    outstandingPlatformFen: 0,
    unproven: none(),
    overdue: none(),
    goodsOut: none(),
    firstNeeded: Number.POSITIVE_INFINITY,
    receivableZero: none(),
    receivableZeroLines: [],
    impossibleLines: [],
    undecidedFen: 0,
    evidence: PAY_LATER_SOURCES.map(() => 0),
    stages: shares(STAGES),
    places: Object.fromEntries(
      STAGES.map((stage) => [stage, { ...none(), unprovenFen: 0 }]),
    ) as Totals['places'],
    aging: shares(BUCKETS),
    provenAging: shares(BUCKETS),
    frozenByAge: shares(BUCKETS),
    collections: shares(COLLECTIONS),
    receivableSources: shares(['export', 'list', 'before-refund']),
    refundSources: shares(['bill', 'income', 'unshipped', 'status']),
    dueSources: shares(DUE_SOURCES),
  };
  for (let order = 0; order < book.ids.size; order++) {
    const said = answer(order);
    if (said === 'no') {
      totals.ordinaryOrders++;
      continue;
    }
    const judged = judge(order);
    if (said === 'unknown') {
      count(totals.unknown, judged?.receivable ?? 0);
    } else {
      totals.payLaterOrders++;
      if (judged !== null) {
        totals.evidence[evidenceOf(book, chains, order)]!++;
        addJudged(totals, judged);
        if (isImpossible(book, judged)) totals.impossibleLines.push(judged.line);
      }
    }
  }
  return totals;
}

/** The weightiest source that any record of the order named, copies included. */
function evidenceOf({ lines }: OrderBook, chains: LineChains, order: number): number {
  let best = 0;
  for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
    const source = lines.source[line]!;
    if (source > 0 && (best === 0 || source < best)) best = source;
  }
  return best;
}

function shares<T extends string>(names: readonly T[]): Record<T, OrdersAndFen> {
  return Object.fromEntries(names.map((name) => [name, none()])) as Record<T, OrdersAndFen>;
}

/** An open order whose times contradict each other or the export; what could not be read is told already. */
function isImpossible({ lines }: OrderBook, { aged, line }: Judgement): boolean {
  return (
    aged?.bucket === 'invalid' && (lines.flags[line]! & (LINE.timeUnreadable | LINE.stateUnreadable)) === 0
  );
}

function addJudged(totals: Totals, judged: Judgement): void {
  const { money, aged, receivable, outstanding } = judged;
  totals.receivableFen += receivable;
  totals.refundedFen += money.refunded;
  totals.collectedFen += money.collected;
  totals.undecidedFen += judged.undecided;
  totals.outstandingPlatformFen += money.outstandingPlatform;
  count(totals.collections[judged.collection], outstanding);
  if (money.assumed > 0) count(totals.refundAssumed, money.assumed);
  if (money.overCollected > 0) count(totals.overCollected, money.overCollected);
  if (money.refundSource !== 'none' && money.refunded > 0)
    count(totals.refundSources[money.refundSource], money.refunded);
  if (judged.receivableSource === 'list') {
    count(totals.receivableZero, receivable);
    totals.receivableZeroLines.push(judged.line);
  }
  if (judged.receivableSource !== 'none')
    count(totals.receivableSources[judged.receivableSource], receivable);
  if (judged.goodsOut > 0) count(totals.goodsOut, judged.goodsOut);
  if (aged !== null) addOpen(totals, judged, aged);
}

function addOpen(totals: Totals, { money, outstanding, stage, needFrom }: Judgement, aged: Aged): void {
  count(totals.outstanding, outstanding);
  count(totals.stages[stage], outstanding);
  count(totals.aging[aged.bucket], outstanding);
  count(totals.dueSources[aged.dueSource], outstanding);
  if (aged.daysPastDue > 0) count(totals.overdue, outstanding);
  if (aged.bucket === 'frozen') count(totals.frozenByAge[bucketOf(aged.unfrozenDays)], outstanding);
  const proven = money.unproven === null;
  if (!proven) count(totals.unproven, outstanding);
  const place = totals.places[proven ? stage : aged.whereabouts];
  count(place, outstanding);
  if (proven) {
    count(totals.provenAging[aged.bucket], outstanding);
    return;
  }
  place.unprovenFen += outstanding;
  if (needFrom < totals.firstNeeded) totals.firstNeeded = needFrom;
}

function assertIdentities(totals: Totals): void {
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
