// Worked cases of what bills and dates prove: gaps, another shop's bill, an empty one, days of the audit, what is missing.

import { toBytes } from './bytes.js';
import { pinduoduoBill } from './case-bills.js';
import { orderOf, ordinaryOrders, tableOf, withoutReceipt } from './case-orders.js';

/** @typedef {import('./case-orders.js').CaseOrder} CaseOrder */
/** @typedef {import('./cases-pinduoduo.js').Files} Files */

const KIND = /** @type {const} */ ('pinduoduo');
const EXPORT = 'shop_orders_export2026-07-20-10-09-23.csv';
const WHOLE = { from: '2026-05-01', to: '2026-07-19' };

/** 300 yuan, pay-later. @type {(id: string, shipped: string, received: string | null, more?: object) => CaseOrder} */
const speaker = (id, shipped, received, more = {}) =>
  orderOf({
    id,
    created: `20${id.slice(0, 2)}-${id.slice(2, 4)}-${id.slice(4, 6)} 09:12:30`,
    shipped: `${shipped} 17:05:00`,
    received: received === null ? null : `${received} 12:40:00`,
    items: [{ name: '蓝牙音箱 便携', goods: 300 }],
    ...more,
  });

/** Ordinary orders and settled pay-later ones. @type {(seed: number, count?: number, last?: number) => CaseOrder[]} */
const shopOf = (seed, count = 40, last = 58) => [
  ...ordinaryOrders({ kind: KIND, count, seed, from: '2026-05-06', days: last }),
  ...ordinaryOrders({ kind: KIND, count: 6, seed: seed + 1, from: '2026-05-08', days: 50, payLater: true }),
  ...withoutReceipt('2026-07-02'),
];

/** @type {(orders: readonly CaseOrder[]) => Buffer} */
const wide = (orders) => toBytes(tableOf('pinduoduo-2026-wide', orders), { encoding: 'utf8-bom' });

/** @returns {Files} */
export function gapOverDueDate() {
  const folder = '05-pinduoduo-bills-with-a-gap';
  const shop = shopOf(501, 48);
  const first = pinduoduoBill({ orders: shop, from: '2026-05-01', to: '2026-06-05' });
  const second = pinduoduoBill({ orders: shop, from: '2026-06-12', to: '2026-07-19' });
  const cases = [
    speaker('260601-310000000000019', '2026-06-02', '2026-06-06'),
    speaker('260613-310000000000192', '2026-06-14', '2026-06-18'),
  ];
  return new Map([
    [`${folder}/${EXPORT}`, wide([...shop, ...cases])],
    [`${folder}/${first.name}`, first.bytes],
    [`${folder}/${second.name}`, second.bytes],
  ]);
}

/** @returns {Files} four of the 34 ordinary orders stand in the bill by accident of a shared wallet */
export function billOfAnotherShop() {
  const folder = '06-pinduoduo-bill-of-another-shop';
  const shop = shopOf(601, 34);
  const ordinary = shop.filter(({ payLater, incomeAt }) => !payLater && incomeAt !== null);
  const shared = ordinary.filter((_, at) => at % 9 === 4);
  const bill = pinduoduoBill({ orders: [...shopOf(651, 50), ...shared], ...WHOLE, shopId: '900800700' });
  const order = speaker('260603-310000000000018', '2026-06-04', '2026-06-07');
  return new Map([
    [`${folder}/${EXPORT}`, wide([...shop, order])],
    [`${folder}/${bill.name}`, bill.bytes],
  ]);
}

/** @returns {Files} */
export function billWithHeaderOnly() {
  const folder = '07-pinduoduo-bill-header-only';
  const bill = pinduoduoBill({ orders: [], otherRows: false, ...WHOLE });
  const order = speaker('260603-310000000000020', '2026-06-04', '2026-06-07');
  return new Map([
    [`${folder}/${EXPORT}`, wide([...shopOf(701, 34), order])],
    [`${folder}/${bill.name}`, bill.bytes],
  ]);
}

/** @returns {Files} */
export function backDated() {
  const folder = '08-pinduoduo-back-dated';
  const shop = shopOf(801, 62);
  const order = speaker('260615-310000000000021', '2026-06-16', '2026-06-24', {
    income: '2026-06-25 13:00:00',
  });
  const bill = pinduoduoBill({ orders: [...shop, order], ...WHOLE });
  return new Map([
    [`${folder}/${EXPORT}`, wide([...shop, order])],
    [`${folder}/${bill.name}`, bill.bytes],
  ]);
}

/** @returns {Files} no date in the file's name */
export function promisedLater() {
  const folder = '09-pinduoduo-promised-delivery';
  const order = speaker('260716-310000000000022', '2026-07-17', null, {
    cells: { 承诺送达时间: '2026-08-07 23:59:59\t' },
  });
  return new Map([[`${folder}/订单导出.csv`, wide([...shopOf(901, 34), order])]]);
}

/** @returns {Files} 37 of the shop's ordinary orders are not in the export */
export function filteredExport() {
  const folder = '10-pinduoduo-filtered-export';
  const shop = shopOf(1001, 75);
  const ordinary = shop.filter(({ payLater, incomeAt }) => !payLater && incomeAt !== null);
  const missing = new Set(ordinary.filter((_, at) => at > 0 && at % 2 === 1).map(({ orderId }) => orderId));
  const bill = pinduoduoBill({ orders: shop, ...WHOLE, otherRows: false });
  const order = speaker('260603-310000000000023', '2026-06-04', '2026-06-07');
  const exported = shop.filter(({ orderId }) => !missing.has(orderId));
  return new Map([
    [`${folder}/${EXPORT}`, wide([...exported, order])],
    [`${folder}/${bill.name}`, bill.bytes],
  ]);
}
