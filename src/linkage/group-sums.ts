// What linked orders add up to: open and proven yuan, time, product, and whether that is worth more than a glance.

import { DisjointSets } from '../core/disjoint-sets.js';
import type { LinkedOrder } from './linked-order.js';
import { FLOOR_BUYERS, FLOOR_FEN, type Share } from './score.js';
import type { ShopBase } from './shared-keys.js';

/** The catalogue's CL11: so much open, or such a share of the orders. */
const ALARMING_FEN = 100_000;
const ALARMING_SHARE = 0.5;

/** Which yuan of an order are counted: all that are open, or those that are proven to be. */
export type FenOf = (order: LinkedOrder) => number;
export const open: FenOf = ({ openFen }) => openFen;
export const proven: FenOf = ({ provenFen }) => provenFen;

/**
 * True where a group is worth more than a glance (CL11): 1,000 yuan are open, or half of its orders are past
 * due and still open. Small parcels on their way are neither; nor is a share that is the whole shop's, where no bill
 * tells what came in.
 */
export function isAlarming(
  orders: readonly LinkedOrder[],
  openFen: number,
  shop: Pick<ShopBase, 'due' | 'dueOpen'> = NO_SHOP,
): boolean {
  if (openFen >= ALARMING_FEN) return true;
  if (shop.dueOpen >= shop.due * ALARMING_SHARE && shop.due > orders.length) return false;
  const due = orders.filter((order) => order.isDue && order.openFen > 0).length;
  return due > 0 && due >= orders.length * ALARMING_SHARE;
}
const NO_SHOP = { due: 0, dueOpen: 0 };

/**
 * The condition of the score's floor for the buyers of one strong key: all of their pay-later orders are open. Those
 * that are gone say nothing either way, or one refund would hide a ring; a buyer who has no others does not count.
 */
export function isAllOpen(
  buyers: readonly number[],
  byBuyer: ReadonlyMap<number, readonly LinkedOrder[]>,
  fenOf: FenOf,
): boolean {
  let [fen, owing] = [0, 0];
  for (const buyer of buyers) {
    const before = fen;
    for (const order of byBuyer.get(buyer)!) {
      if (order.gone === true) continue;
      if (fenOf(order) <= 0) return false;
      fen += fenOf(order);
    }
    if (fen > before) owing++;
  }
  return owing >= FLOOR_BUYERS && fen >= FLOOR_FEN;
}

export interface GroupSums {
  readonly openFen: number;
  readonly openOrders: number;
  readonly spanSeconds: number;
  readonly due: Share;
}

/** What is open of the orders by these yuan, on how many of them, and how long they took from first to last. */
export function sumsOf(orders: readonly LinkedOrder[], fenOf: FenOf): GroupSums {
  let [openFen, openOrders, timed, due, dueOpen] = [0, 0, 0, 0, 0];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const order of orders) {
    const fen = fenOf(order);
    openFen += fen;
    if (fen > 0) openOrders++;
    if (order.isDue) {
      due++;
      if (fen > 0) dueOpen++;
    }
    if (Number.isNaN(order.orderedAt)) continue;
    timed++;
    first = Math.min(first, order.orderedAt);
    last = Math.max(last, order.orderedAt);
  }
  const spanSeconds = timed < 2 ? Number.NaN : last - first;
  return { openFen, openOrders, spanSeconds, due: { of: due, hits: dueOpen } };
}

/** The product that carries a group. */
export interface GroupItem {
  readonly product: number;
  /** Of the group's receivable, 0 to 1. */
  readonly share: number;
  /** How many times that share is the product's share of the whole shop; NaN when the shop's is not known. */
  readonly lift: number;
}

/**
 * The product with most of a group's receivable; null where no product or no amount is known. At a tie the one that the
 * shop sells less of, then the one on more orders, then the one that was ordered first: the sequence of the rows, in
 * which products are numbered, says nothing as long as anything else does.
 */
export function itemOf(
  orders: readonly LinkedOrder[],
  shopShare: (product: number) => number,
): GroupItem | null {
  const items = new Map<number, { fen: number; orders: number; first: number }>();
  let total = 0;
  for (const { product = -1, amountFen = 0, orderedAt } of orders) {
    total += amountFen;
    if (product < 0) continue;
    const item = items.get(product) ?? { fen: 0, orders: 0, first: Number.POSITIVE_INFINITY };
    items.set(product, item);
    item.fen += amountFen;
    item.orders++;
    if (orderedAt < item.first) item.first = orderedAt;
  }
  // Shares that are not known are as good as another's.
  const less = (a: number, b: number) => (Number.isNaN(a) || Number.isNaN(b) || a === b ? 0 : a - b);
  const [best] = [...items].sort(
    ([a, one], [b, other]) =>
      other.fen - one.fen ||
      less(shopShare(a), shopShare(b)) ||
      other.orders - one.orders ||
      less(one.first, other.first) ||
      a - b,
  );
  if (best === undefined || best[1].fen <= 0) return null;
  const [product, { fen }] = best;
  const share = fen / total;
  return { product, share, lift: share / shopShare(product) };
}

/** The most buyers who ordered within so many seconds, and the first and last of these orders' times. */
export interface Burst {
  readonly buyers: number;
  readonly from: number;
  readonly to: number;
}

/** How many there are when who bought together in one group-buy counts as one, and a buyer of several counts once. */
function together(orders: readonly LinkedOrder[]): number {
  const sets = new DisjointSets(orders.length);
  sets.joinBy(orders.map(({ buyer }) => buyer));
  sets.joinBy(orders.map(({ groupBuy = -1 }) => groupBuy));
  return sets.count(() => true);
}

/**
 * The window of so many seconds, both ends included, in which most distinct buyers ordered; of several the first.
 * Members of one group-buy are brought together by the platform and count as one, with all whom one of them joined in
 * another; orders of unknown buyers are left out. null where no order has a time. Time: linear in the orders but for windows that hold group-buys and could
 * hold more buyers than any before.
 */
export function burstOf(orders: readonly LinkedOrder[], seconds: number): Burst | null {
  const timed = orders
    .filter(({ buyer, orderedAt, live }) => buyer >= 0 && !Number.isNaN(orderedAt) && live !== true)
    .toSorted((a, b) => a.orderedAt - b.orderedAt || a.order - b.order);
  const counts = new Map<string, number>();
  const who = ({ buyer, groupBuy = -1 }: LinkedOrder) => (groupBuy < 0 ? `${buyer}` : `group ${groupBuy}`);
  const hasGroupBuys = timed.some(({ groupBuy = -1 }) => groupBuy >= 0);
  let best: Burst | null = null;
  let from = 0;
  for (const [at, order] of timed.entries()) {
    counts.set(who(order), (counts.get(who(order)) ?? 0) + 1);
    for (; timed[from]!.orderedAt < order.orderedAt - seconds; from++) {
      const gone = who(timed[from]!);
      const left = counts.get(gone)! - 1;
      if (left === 0) counts.delete(gone);
      else counts.set(gone, left);
    }
    // Those who are brought together can only be fewer than what is counted here.
    if (best !== null && counts.size <= best.buyers) continue;
    const buyers = hasGroupBuys ? together(timed.slice(from, at + 1)) : counts.size;
    if (best === null || buyers > best.buyers) {
      best = { buyers, from: timed[from]!.orderedAt, to: order.orderedAt };
    }
  }
  return best;
}
