// What each order export cannot give to rules: which columns it lacks.

import type { OrderField } from '../core/fields.js';
import { NEEDS, type Need } from '../core/finding.js';
import type { RuleView } from '../rules/rule.js';
import type { OrdersRead } from './read-orders.js';

/** True for an export of a platform that shows no recipient at all while it reviews an order. */
export function blankIsReview({ format, file }: Pick<OrdersRead, 'format' | 'file'>): boolean {
  return format.platform === 'kuaishou' && file.match.columns.has('phone');
}

/** A need is met by any one of these columns. After-sales, bills, proof and further exports are no columns: see below. */
const COLUMNS: Readonly<
  Record<Exclude<Need, 'after-sales' | 'bills' | 'proof' | 'earlier-export'>, readonly OrderField[]>
> = {
  tracking: ['logistics'],
  recipients: ['phone', 'address', 'buyer_id'],
  waybill: ['waybill'],
  'promised-time': ['promised_ship_at'],
  'shipping-time': ['shipped_at'],
  'receipt-time': ['received_at'],
  'order-time': ['created_at', 'paid_at', 'grouped_at'],
  product: ['product_id', 'product'],
  district: ['province', 'city', 'district'],
  warehouse: ['warehouse'],
  review: ['under_review'],
  'list-price': ['goods_total', 'unit_price'],
  quantity: ['quantity'],
  discounts: ['shop_discount', 'platform_part'],
  'pay-state': ['pay_state'],
  'seller-note': ['seller_note'],
  'buyer-note': ['buyer_note', 'seller_note'],
  accounts: ['buyer_id'],
  promoter: ['promoter'],
};

/** What was read beside the orders' columns. */
type Given = Pick<RuleView, 'hasBills' | 'hasAfterSales'> & {
  /** Some order stands in two exports. */
  readonly hasEarlierExports: boolean;
};

/**
 * Per input, what no order of it can be asked; whether something is proven hangs on the order and is never here.
 * `told`: per input the fields that another file tells of its orders.
 */
export function lacksOf(
  reads: readonly OrdersRead[],
  { hasBills, hasAfterSales, hasEarlierExports }: Given,
  told: readonly ReadonlySet<OrderField>[] = [],
): ReadonlySet<Need>[] {
  return reads.map((read, input) => {
    const { file } = read;
    const has = (need: Need) => {
      if (need === 'proof') return true;
      if (need === 'bills') return hasBills;
      if (need === 'after-sales') return hasAfterSales;
      if (need === 'earlier-export') return hasEarlierExports;
      if (need === 'tracking' && hasAfterSales) return true;
      if (need === 'review' && blankIsReview(read)) return true;
      return COLUMNS[need].some((field) => file.match.columns.has(field) || told[input]?.has(field) === true);
    };
    return new Set(NEEDS.filter((need) => !has(need)));
  });
}
