// Runs of orders that lie within a span of time: what the rules about one person's pace share.

import type { Evidence } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { type OpenOrder, sumEvidence, sumText } from './open-orders.js';
import { figure } from './rule.js';

/** One or more orders at one moment: civil seconds, and what of them is open, fen. */
interface Moment {
  readonly orderedAt: number;
  readonly fen: number;
}

/**
 * Runs of orders, sorted by time, of which the first and the last are at most `span` seconds apart, with at least
 * `least` orders, at least `sum` fen together by `amountOf` (else by what is open), and something open. From the
 * earliest on, each as long as it can be; no order is in two. Time: linear.
 */
export function* windows<T extends Moment>(
  orders: readonly T[],
  span: number,
  least: number,
  sum: number,
  amountOf: (order: T) => number = ({ fen }) => fen,
): Generator<T[]> {
  let to = 0;
  let [amount, open] = [0, 0];
  for (let from = 0; from < orders.length; ) {
    const end = orders[from]!.orderedAt + span;
    for (; to < orders.length && orders[to]!.orderedAt <= end; to++) {
      amount += amountOf(orders[to]!);
      open += orders[to]!.fen;
    }
    if (to - from >= least && amount >= sum && open > 0) {
      yield orders.slice(from, to);
      from = to;
      [amount, open] = [0, 0];
    } else {
      amount -= amountOf(orders[from]!);
      open -= orders[from]!.fen;
      from++;
    }
  }
}

/** Those of which something is open; what is settled tells how fast somebody ordered, and is nothing to act on. */
export function openOf(orders: readonly OpenOrder[]): readonly OpenOrder[] {
  return orders.filter(({ fen }) => fen > 0);
}

/** How many orders there are, and of the open ones (at least one) how many and how much. */
export function runEvidence(orders: readonly OpenOrder[]): readonly Evidence[] {
  const open = openOf(orders);
  const amounts = sumEvidence(open).filter(({ name }) => name !== 'orders');
  const count: Evidence = { kind: 'count', name: 'orders', count: orders.length };
  if (open.length === orders.length) return [...amounts, count];
  return [...amounts, count, { kind: 'count', name: 'open-orders', count: open.length }];
}

/** `7 单，共 1,200.00 元`; where some are settled, how many are open. */
export function runText(evidence: readonly Evidence[]): Both {
  const orders = figure(evidence, 'orders');
  const open = figure(evidence, 'open-orders');
  const sum = sumText(evidence);
  if (Number.isNaN(open)) return { zh: `${orders} 单，${sum.zh}`, en: `${orders} orders, ${sum.en}` };
  return {
    zh: `${orders} 单，待收的 ${open} 单${sum.zh}`,
    en: `${orders} orders, ${open} of them open, ${sum.en}`,
  };
}

/** Orders of one second: what a cart is divided into. */
export interface Cart {
  readonly orderedAt: number;
  readonly fen: number;
  readonly orders: readonly OpenOrder[];
}

function sum(orders: readonly OpenOrder[]): number {
  return orders.reduce((fen, order) => fen + order.fen, 0);
}

/** The carts of one person's orders, sorted by time. */
export function cartsOf(orders: readonly OpenOrder[]): Cart[] {
  const carts = new Map<number, OpenOrder[]>();
  for (const order of orders) {
    const known = carts.get(order.orderedAt);
    if (known === undefined) carts.set(order.orderedAt, [order]);
    else known.push(order);
  }
  return [...carts]
    .map(([orderedAt, own]) => ({ orderedAt, fen: sum(own), orders: own }))
    .sort((a, b) => a.orderedAt - b.orderedAt);
}
