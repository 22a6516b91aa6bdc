// The columns of the generated shops' order files, with recipients as they are and without or with masked ones.

import { yesNo } from '../support/cells.js';
import { KUAISHOU_CELLS, KUAISHOU_HEADERS } from '../support/kuaishou.js';
import { maskName, maskPhone } from '../support/people.js';
import { PINDUODUO_CELLS, PINDUODUO_HEADERS } from '../support/pinduoduo.js';

/** @typedef {import('../support/cells.js').CellMakers} CellMakers */
/** @typedef {import('./sales.js').EvalSale} EvalSale */
/** @typedef {{ header: readonly string[], cells: CellMakers, empty: string }} Columns */

/** Every sale of these shops has them. @param {import('../support/orders.js').Truth} order */
const own = (order) => /** @type {EvalSale} */ (order);

/** @type {CellMakers} */
const PINDUODUO = {
  ...PINDUODUO_CELLS,
  团ID: ({ order }) => `${own(order).team}\t`,
  是否直播间订单: ({ order }) => yesNo(own(order).live),
  是否直播间成交: ({ order }) => yesNo(own(order).live),
};
/** @type {CellMakers} */
const KUAISHOU = {
  ...KUAISHOU_CELLS,
  订单载体: ({ order }) => (own(order).live ? '直播' : '商品卡'),
  收货人姓名: ({ order }) => order.person.name,
  收货人电话: ({ order }) => order.person.phone,
  '收货地址-省': ({ order }) => order.person.province,
  '收货地址-市': ({ order }) => order.person.city,
  '收货地址-区': ({ order }) => order.person.district,
  '收货地址-街道': ({ order }) => order.person.street,
  收货地址: ({ order }) => order.person.address,
};
/** @type {CellMakers} */
const KUAISHOU_MASKED = {
  ...KUAISHOU,
  收货人姓名: ({ order }) => maskName(order.person.name),
  收货人电话: ({ order }) => maskPhone(order.person.phone),
  收货地址: ({ order }) => `${order.person.address.slice(0, 3)}****`,
};

/**
 * Pinduoduo's older wide form has 详细地址 in place of 街道 or beside it, and in some files the account's phone. Its form
 * of today has no recipient at all; Kuaishou's masks it.
 * @param {'pinduoduo' | 'kuaishou'} platform
 * @param {boolean} masked
 * @param {number} seed which of the forms
 * @returns {Columns}
 */
export function columnsOf(platform, masked, seed) {
  if (platform === 'kuaishou') {
    const cells = masked ? KUAISHOU_MASKED : KUAISHOU;
    return { header: KUAISHOU_HEADERS['kuaishou-61'], cells, empty: '' };
  }
  if (masked) return { header: PINDUODUO_HEADERS['pinduoduo-2026-wide'], cells: PINDUODUO, empty: '\t' };
  const isApart = seed % 4 >= 2;
  const header = PINDUODUO_HEADERS['pinduoduo-2020'].flatMap((name) => {
    if (name === '商品数量(件)') return [name, '是否先用后付'];
    if (name === '街道') return isApart ? ['街道', '详细地址'] : ['详细地址'];
    return name === '消费者资料' ? [name, '团ID', '是否直播间订单'] : [name];
  });
  /** @type {CellMakers} */
  const place = {
    街道: ({ order }) => `${order.person.street}\t`,
    详细地址: ({ order }) => `${isApart ? '' : order.person.street}${order.person.address}\t`,
  };
  /** @type {CellMakers} */
  const payer = seed % 2 === 1 ? { 用户购买手机号: ({ order }) => `${own(order).person.payer}\t` } : {};
  return { header, cells: { ...PINDUODUO, ...place, ...payer }, empty: '\t' };
}
