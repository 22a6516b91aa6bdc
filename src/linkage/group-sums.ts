// What linked orders add up to: open and proven yuan, time, and whether that is worth more than a glance.

import { FLOOR_BUYERS, FLOOR_FEN } from './score.js';

/** One pay-later order with the numbers of its keys; -1 where it has none. */
export interface LinkedOrder {
  readonly order: number;
  /** -1: the buyer is not known exactly, and the order is not linked. */
  readonly buyer: number;
  readonly phone: number;
  readonly room: number;
  readonly pickup: number;
  /** Civil seconds, NaN when unknown. */
  readonly orderedAt: number;
  /** Outstanding, 0 or more; and what of it is proven not to have come in. */
  readonly openFen: number;
  readonly provenFen: number;
  /** Received or past due: what is open of it is no matter of a parcel that is still on its way. */
  readonly isDue: boolean;
  /** Of a wholesale buyer or of the shop's own people: it counts for whom a key is shared by, and links nobody. */
  readonly apart?: boolean;
}

/** The catalogue's CL11: so much open, or such a share of the orders. */
const ALARMING_FEN = 100_000;
const ALARMING_SHARE = 0.5;

/** Which yuan of an order are counted: all that are open, or those that are proven to be. */
export type FenOf = (order: LinkedOrder) => number;
export const open: FenOf = ({ openFen }) => openFen;
export const proven: FenOf = ({ provenFen }) => provenFen;

/**
 * True where a group is worth more than a glance (CL11): 1,000 yuan are open, or half of its orders are received or
 * past due and still open. Small parcels on their way are neither.
 */
export function isAlarming(orders: readonly LinkedOrder[], openFen: number): boolean {
  const due = orders.filter((order) => order.isDue && order.openFen > 0).length;
  return openFen >= ALARMING_FEN || (due > 0 && due >= orders.length * ALARMING_SHARE);
}

/** The condition of the score's floor for the buyers of one strong key, over all of their pay-later orders. */
export function isAllOpen(
  buyers: readonly number[],
  byBuyer: ReadonlyMap<number, readonly LinkedOrder[]>,
  fenOf: FenOf,
): boolean {
  if (buyers.length < FLOOR_BUYERS) return false;
  let fen = 0;
  for (const buyer of buyers) {
    for (const order of byBuyer.get(buyer)!) {
      if (fenOf(order) <= 0) return false;
      fen += fenOf(order);
    }
  }
  return fen >= FLOOR_FEN;
}

/** What is open of the orders by these yuan, on how many of them, and how long they took from first to last. */
export function sumsOf(
  orders: readonly LinkedOrder[],
  fenOf: FenOf,
): {
  openFen: number;
  openOrders: number;
  spanSeconds: number;
} {
  let [openFen, openOrders, timed] = [0, 0, 0];
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const order of orders) {
    openFen += fenOf(order);
    if (fenOf(order) > 0) openOrders++;
    if (Number.isNaN(order.orderedAt)) continue;
    timed++;
    first = Math.min(first, order.orderedAt);
    last = Math.max(last, order.orderedAt);
  }
  return { openFen, openOrders, spanSeconds: timed < 2 ? Number.NaN : last - first };
}
