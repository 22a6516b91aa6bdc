// The profile of a shop as rules see it: one of 1,000 orders unless a test says otherwise.
import type { ShopProfile } from '../../src/portfolio/shop-profile.js';

/** Habits of a shop; amounts in fen. Without `told` nothing is out of the way. */
export function shopProfile(
  told: Partial<ShopProfile> = {},
  prices: Record<number, number> = {},
): ShopProfile {
  return {
    orders: 1000,
    payLaterShare: 0.35,
    amounts: {
      orders: 1000,
      p95Fen: 40_000,
      p99Fen: 100_000,
      commonest: { fen: 3700, orders: 147 },
      shareOf: (fen) => prices[fen] ?? 0,
      digits: null,
    },
    refundShare: 0.21,
    roundShare: 0.005,
    timedOrders: 1000,
    nightShare: 0.08,
    hours: null,
    rushAt: null,
    promoted: () => null,
    ...told,
  };
}

/** That of a shop of which too little is known. */
export const UNKNOWN_SHOP: ShopProfile = shopProfile({
  orders: 12,
  payLaterShare: Number.NaN,
  amounts: {
    orders: 12,
    p95Fen: Number.NaN,
    p99Fen: Number.NaN,
    commonest: null,
    shareOf: () => Number.NaN,
    digits: null,
  },
  refundShare: Number.NaN,
  roundShare: Number.NaN,
  timedOrders: 12,
  nightShare: Number.NaN,
});
