// What is usual in the shop, as the report for machines has it.

import type { ShopProfile } from '../portfolio/shop-profile.js';
import type { ReportProfile } from './report.js';

/** null stands for what is not known. */
export function profileOf(profile: ShopProfile | null | undefined): ReportProfile | null {
  if (!profile) return null;
  const { orders, payLaterShare, refundShare, nightShare, roundShare, hours, amounts, timedOrders } = profile;
  const { commonest } = amounts;
  return {
    orders,
    payLaterShare: known(payLaterShare),
    refundShare: known(refundShare),
    nightShare: known(nightShare),
    roundShare: known(roundShare),
    amounts: {
      orders: amounts.orders,
      p95Fen: known(amounts.p95Fen),
      p99Fen: known(amounts.p99Fen),
      commonestFen: commonest?.fen ?? null,
      commonestShare: commonest && known(amounts.shareOf(commonest.fen)),
    },
    timedOrders,
    hours,
  };
}

/** To six places; fen are whole and stay as they are. */
function known(value: number): number | null {
  return Number.isNaN(value) ? null : Math.round(value * 1e6) / 1e6;
}
