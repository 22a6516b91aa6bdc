// The frozen portfolio: every pay-later order judged at the as-of date, and the totals, which must tie out.

import { BUCKETS, type Bucket, STAGES, type Stage } from '../core/aging.js';
import { type OrderBook, PAY_LATER_SOURCES, SEEN } from '../core/order-book.js';
import { type CopiesFound, chainLines, type LineChains, markCopies } from './copies.js';
import { type Judgement, type JudgeSettings, judgeOrder } from './judgement.js';
import { decideLineAmounts } from './line-amounts.js';

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
  collectedFen: number;
  outstanding: OrdersAndFen;
  unproven: OrdersAndFen;
  receivableZero: OrdersAndFen;
  /** The lines on which these orders' money stands. */
  receivableZeroLines: number[];
  undecidedFen: number;
  /** Pay-later orders by what decided, indexed like PAY_LATER_SOURCES. */
  evidence: number[];
  stages: Record<Stage, OrdersAndFen>;
  aging: Record<Bucket, OrdersAndFen>;
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

/** Builds the portfolio. Time: linear in the lines. Throws IdentityError rather than return totals that disagree. */
export function buildPortfolio(book: OrderBook, inputs: JudgeSettings['inputs'], asOfDay: number): Portfolio {
  const chains = chainLines(book.lines, book.ids.size);
  const copies = markCopies(book.lines, chains, inputs);
  const lineAmounts = decideLineAmounts(book.lines, chains, book.lineEvidence, inputs.length);
  const settings = { asOfDay, inputs, lineAmounts };
  const answer = (order: number): PayLaterAnswer => answerOf(book.seen[order]!);
  const judge = (order: number) => judgeOrder(book.lines, chains, order, settings);
  const totals = sumUp(book, chains, answer, judge);
  assertIdentities(totals);
  return { book, chains, copies, settings, totals, answer, judge };
}

/** One record that says yes decides; no weighs more than silence. */
function answerOf(seen: number): PayLaterAnswer {
  if ((seen & SEEN.yes) !== 0) return 'yes';
  return (seen & SEEN.no) !== 0 ? 'no' : 'unknown';
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
    outstanding: none(),
    unproven: none(),
    receivableZero: none(),
    receivableZeroLines: [],
    undecidedFen: 0,
    evidence: PAY_LATER_SOURCES.map(() => 0),
    stages: Object.fromEntries(STAGES.map((stage) => [stage, none()])) as Record<Stage, OrdersAndFen>,
    aging: Object.fromEntries(BUCKETS.map((bucket) => [bucket, none()])) as Record<Bucket, OrdersAndFen>,
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

function addJudged(totals: Totals, judged: Judgement): void {
  totals.receivableFen += judged.receivable;
  totals.refundedFen += judged.refunded;
  totals.collectedFen += judged.collected;
  totals.undecidedFen += judged.undecided;
  if (judged.refundAssumed > 0) count(totals.refundAssumed, judged.refundAssumed);
  if (judged.receivableSource === 'list') {
    count(totals.receivableZero, judged.receivable);
    totals.receivableZeroLines.push(judged.line);
  }
  if (judged.aged === null) return;
  count(totals.outstanding, judged.outstanding);
  if (judged.collection === 'unproven') count(totals.unproven, judged.outstanding);
  count(totals.stages[judged.stage], judged.outstanding);
  count(totals.aging[judged.aged.bucket], judged.outstanding);
}

function assertIdentities(totals: Totals): void {
  const { outstanding } = totals;
  const sum = (shares: Record<string, OrdersAndFen>) =>
    Object.values(shares).reduce((fen, share) => fen + share.fen, 0);
  const checks: [string, number][] = [
    ['receivable - refunded - collected', totals.receivableFen - totals.refundedFen - totals.collectedFen],
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
