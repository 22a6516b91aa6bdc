// What the rules about refunds share: which rows gave money back, when, and whether the goods went out or came back.

import type { AfterSaleRow } from '../portfolio/after-sales-of.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';

type WithRows = Pick<AuditedOrder, 'afterSales'>;

/** The courier or an after-sale says that a parcel of the order was refused, could not be handed over, or came back. */
export function comesBack({ returned, afterSales }: WithRows & Pick<AuditedOrder, 'returned'>): boolean {
  return returned || afterSales.some(({ returning }) => returning);
}

/** What the rows gave back, fen, on the buyer's part; 0 where none says how much. */
export function rowsRefunded({ afterSales }: WithRows): number {
  return afterSales.reduce((sum, { isRefund, fen }) => (isRefund && fen > 0 ? sum + fen : sum), 0);
}

/** When a row gave money back, civil seconds: when the shop agreed, else when the buyer asked; NaN without either. */
export function refundedAt({ agreedAt, appliedAt }: AfterSaleRow): number {
  return Number.isNaN(agreedAt) ? appliedAt : agreedAt;
}

/** The shipment is known by its time, or by what followed from it; the state of a refunded order says nothing of it. */
export function wasShipped(order: Pick<AuditedOrder, 'shippedAt' | 'receivedAt' | 'judged'>): boolean {
  const { shippedAt, receivedAt, judged } = order;
  return !(Number.isNaN(shippedAt) && Number.isNaN(receivedAt)) || judged.goodsOut > 0;
}

/**
 * Goods are out, nothing was ever collected for them, and an after-sale tells that it was a refund without a return
 * (仅退款): RF2 speaks of such an order and PL1 does not.
 */
export function isRefundOnly({ judged, afterSales }: WithRows & Pick<AuditedOrder, 'judged'>): boolean {
  const { goodsOut, money } = judged;
  if (goodsOut <= 0 || money.evidence !== 'none') return false;
  return afterSales.some(({ isRefund, type }) => isRefund && type === 'refund-only');
}
