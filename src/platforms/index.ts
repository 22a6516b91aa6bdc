// The visible list of every export that is recognised; a new one is one file and one line here.

import { genericOrders } from './generic.js';
import { kuaishouAfterSales, kuaishouBill, kuaishouOrders } from './kuaishou.js';
import { kuaishouAccountFlow } from './kuaishou-account.js';
import { pinduoduoAfterSales, pinduoduoBill, pinduoduoOrders } from './pinduoduo.js';
import type { ExportFormat, OrdersFormat, PlatformId } from './types.js';

/** In the order in which they are tried; where two fit equally well, the earlier one is taken. */
export const ALL_FORMATS: readonly ExportFormat[] = [
  pinduoduoOrders,
  kuaishouOrders,
  pinduoduoBill,
  kuaishouBill,
  kuaishouAccountFlow,
  pinduoduoAfterSales,
  kuaishouAfterSales,
  genericOrders,
];

/** Whether a file of that format is the flow of an account. */
export function isAccountFlow(format: ExportFormat): boolean {
  return format.kind === 'bill' && format.book === 'account';
}

/** A platform's order export. */
export function ordersFormatOf(platform: PlatformId): OrdersFormat {
  const format = ALL_FORMATS.find((known) => known.kind === 'orders' && known.platform === platform);
  if (format?.kind !== 'orders') throw new Error(`${platform} has no order export`);
  return format;
}
