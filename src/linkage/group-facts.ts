// What the score of a group is made of, beside the keys: its sums against those of the rest of its shop.

import { type FenOf, type GroupItem, proven, sumsOf } from './group-sums.js';
import type { LinkedOrder } from './linked-order.js';
import type { GroupFacts } from './score.js';
import type { LinkageOptions } from './shared-keys.js';

/** The catalogue's 60 % of a group's yuan on one product, and 3 times the product's share of the shop (SE3). */
const ITEM_SHARE = 0.6;
const ITEM_LIFT = 3;
/** True where one product carries a group (SE3). */
export function isOneItem(item: GroupItem | null): boolean {
  return item !== null && item.share >= ITEM_SHARE && item.lift >= ITEM_LIFT;
}

/** A product's share of the shop's receivable, 0 to 1; NaN without a shop to compare with. */
export function shareOf(product: number, { shop }: LinkageOptions): number {
  return shop === undefined ? Number.NaN : shop.fenOf(product) / shop.fen;
}

/** What is compared of a group with the rest of its shop. */
export function factsOf(
  orders: readonly LinkedOrder[],
  buyers: number,
  fenOf: FenOf,
  { shop }: LinkageOptions,
): Omit<GroupFacts, 'isOneItem' | 'isOneParcel' | 'kinds' | 'isWhollyOpen'> {
  const { openFen, openOrders, spanSeconds, due } = sumsOf(orders, fenOf);
  const dueHits = fenOf === proven ? shop?.dueProven : shop?.dueOpen;
  return {
    buyers,
    openFen,
    openOrders,
    spanSeconds,
    due,
    dueElsewhere: { of: (shop?.due ?? due.of) - due.of, hits: (dueHits ?? due.hits) - due.hits },
    first: { of: orders.length, hits: buyers },
    firstElsewhere: {
      of: (shop?.orders ?? orders.length) - orders.length,
      hits: (shop?.buyers ?? buyers) - buyers,
    },
  };
}
