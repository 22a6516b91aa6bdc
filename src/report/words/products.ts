// The words of the table by product.

import { type Both, grouped, plural } from './language.js';

export const TITLE: Both = {
  zh: '按商品看（先用后付和普通单；单太少的不比）',
  en: 'By product (pay-later and ordinary orders; few orders are not compared)',
};
/** What each column holds. */
export const COLUMNS: Both<readonly [string, string, string, string, string]> = {
  zh: ['商品', '先用后付', '退款 : 普通单退款', '逾期', '货没回来'],
  en: ['product', 'pay-later', 'refunded : ordinary', 'late', 'goods out'],
};
/** `12/80`: so many of so many. */
export function OF({ hits, of }: { readonly hits: number; readonly of: number }): string {
  return of === 0 ? '-' : `${hits}/${of}`;
}
export const ORDERS: Both<(orders: number) => string> = {
  zh: (orders) => `${grouped(orders)} 单`,
  en: (orders) => plural(orders, 'order'),
};
export const MORE: Both<(products: number) => string> = {
  zh: (products) => `还有 ${grouped(products)} 个商品，见 JSON 的 products`,
  en: (products) => `${plural(products, 'more product')}: products in the JSON`,
};
