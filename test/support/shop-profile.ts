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
    },
    refundShare: 0.21,
    roundShare: 0.0045,
    timedOrders: 1000,
    nightShare: 0.08,
    hours: null,
    ...told,
  };
}
