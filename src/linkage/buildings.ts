// Buildings in which many buyers pay later within days, and far more of the orders do than elsewhere in the shop (CL3).

import { wilson } from '../core/binomial.js';
import { BUILDING_FEWEST, BUILDING_MOST } from '../core/link-limits.js';

/** The catalogue's window. */
const WINDOW_SECONDS = 7 * 86_400;

/** Orders of any kind, and those of them that pay later. */
export interface OrderCounts {
  readonly all: number;
  readonly payLater: number;
}

/** A pay-later order that was sent to the building. */
export interface BuildingOrder {
  readonly buyer: number;
  /** Civil seconds; NaN where unknown. */
  readonly orderedAt: number;
}

/** Who ordered in the week in which most did, the earliest of several; and its first and last order, civil seconds. */
export interface Week {
  readonly buyers: number;
  readonly from: number;
  readonly to: number;
}

export interface Shares {
  /** The least share of pay-later orders that lies behind the building's, 95 % certain; the share of all others; 0 to 1. */
  readonly leastShare: number;
  readonly shareElsewhere: number;
}

export type Building = Week & Shares;

const NUMBER_END = /\d+[a-z]?$/;
const DASH = /(?<=[\da-z])-/;

/** The building of a room as `roomOf` writes it: without its room, and without the unit; '' where nothing is left. */
export function buildingOf(room: string): string {
  const dash = room.search(DASH);
  return dash > 0 ? room.slice(0, dash) : room.replace(NUMBER_END, '');
}

/**
 * Compares a building with the rest of its shop; null where no orders are left to compare with. Eight of eight say no
 * more than a share of 67 %, so that a handful of orders never stand out by themselves.
 */
export function sharesOf(building: OrderCounts, shop: OrderCounts): Shares | null {
  const all = shop.all - building.all;
  const payLater = shop.payLater - building.payLater;
  if (all <= 0 || payLater <= 0) return null;
  return {
    leastShare: wilson(building.payLater, building.all).lower,
    shareElsewhere: payLater / all,
  };
}

/**
 * null with fewer than `BUILDING_FEWEST` in the week, or with more than `BUILDING_MOST` over all time. Time: sorting, then
 * linear. The same for the orders in any sequence.
 */
export function fullestWeek(orders: readonly BuildingOrder[]): Week | null {
  const buyers = new Set(orders.map(({ buyer }) => buyer)).size;
  if (buyers < BUILDING_FEWEST || buyers > BUILDING_MOST) return null;
  const sorted = orders
    .filter(({ orderedAt }) => !Number.isNaN(orderedAt))
    .sort((a, b) => a.orderedAt - b.orderedAt);
  const inWeek = new Map<number, number>();
  let first = 0;
  let best: Week | null = null;
  for (const { buyer, orderedAt: to } of sorted) {
    inWeek.set(buyer, (inWeek.get(buyer) ?? 0) + 1);
    for (; sorted[first]!.orderedAt < to - WINDOW_SECONDS; first++) {
      const gone = sorted[first]!.buyer;
      const left = inWeek.get(gone)! - 1;
      if (left === 0) inWeek.delete(gone);
      else inWeek.set(gone, left);
    }
    if (inWeek.size > (best?.buyers ?? BUILDING_FEWEST - 1)) {
      best = { buyers: inWeek.size, from: sorted[first]!.orderedAt, to };
    }
  }
  return best;
}
