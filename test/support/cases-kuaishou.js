// Worked cases of single orders in Kuaishou's exports, with a settlement and without one.

import { toBytes } from './bytes.js';
import { kuaishouSettlement } from './case-bills.js';
import { orderOf, ordinaryOrders, tableOf, withoutReceipt } from './case-orders.js';

/** @typedef {import('./case-orders.js').CaseOrder} CaseOrder */
/** @typedef {import('./case-orders.js').Given} Given */
/** @typedef {import('./cases-pinduoduo.js').Files} Files */

const KIND = /** @type {const} */ ('kuaishou');
/** The state of an order that has arrived, of which no column tells the time. */
const DONE = { 订单状态: '交易成功', 物流信息: '已签收' };

/** An order of which the state alone tells the receipt. @type {(id: string, day: string, given: Partial<Given>) => CaseOrder} */
const orderAt = (id, day, given) =>
  orderOf({
    id,
    created: `${day} 09:12:30`,
    shipped: `${day} 19:05:00`,
    items: [],
    cells: DONE,
    ...given,
  });

/** @returns {Files} 61 columns in GB18030, masked recipients, and a settlement */
export function withSettlement() {
  const folder = '11-kuaishou-61-settlement';
  const bottle = { name: '运动水壶 大容量', goods: 100 };
  const twoColours = (/** @type {string} */ name, /** @type {number} */ a, /** @type {number} */ b) => [
    { name, spec: '白色', goods: a, productId: '810000000014' },
    { name, spec: '黑色', goods: b, productId: '810000000014' },
  ];
  const subsidised = orderAt('2606310000000477', '2026-06-03', { items: [{ ...bottle, platform: 10 }] });
  const commission = orderAt('2606310000000505', '2026-06-04', {
    items: [{ name: '运动水壶 大容量', goods: 90 }],
    cells: { ...DONE, 预估推广佣金: '¥18.00', 预估推广者分佣比例: '20.0%' },
  });
  const governed = orderAt('2606310000001677', '2026-06-05', {
    items: [{ name: '节能空调 1匹', goods: 1000, government: 200 }],
  });
  const deposit = orderAt('2605310000002577', '2026-05-24', {
    shipped: '2026-06-02 19:05:00',
    items: [{ name: '电饭煲 4L 定金预售', goods: 500 }],
    cells: {
      ...DONE,
      预售定金支付时间: '2026-05-24 09:13:10',
      '预售/承诺发货时间': '2026-06-04 09:12:30',
    },
  });
  const lines = orderAt('2606310000001477', '2026-06-08', {
    items: twoColours('护眼台灯 学生书桌', 100, 100),
    cells: { ...DONE, 订单状态: '已收货' },
  });
  const differing = orderAt('2606310000001488', '2026-06-09', {
    payLater: false,
    received: '2026-06-13 11:00:00',
    income: '2026-06-13 20:00:00',
    items: twoColours('儿童保温杯316不锈钢', 30, 29),
  });
  const settled = ordinaryOrders({
    kind: KIND,
    count: 54,
    seed: 1101,
    from: '2026-05-04',
    days: 66,
    government: true,
  });
  const payLater = ordinaryOrders({
    kind: KIND,
    count: 6,
    seed: 1102,
    from: '2026-05-08',
    days: 50,
    payLater: true,
  });
  const orders = [...settled, ...payLater, differing];
  const settlement = kuaishouSettlement({
    orders,
    from: '2026-05-01',
    to: '2026-07-19',
    rows: [
      { order: subsidised, at: '2026-06-08 10:00:00', buyer: 90, platform: 10, fee: 5 },
      { order: commission, at: '2026-06-09 10:00:00', buyer: 90, fee: 5, commission: 18 },
      { order: governed, at: '2026-06-10 10:00:00', buyer: 800, fee: 40 },
      { order: deposit, at: '2026-05-25 10:00:00', buyer: 50, fee: 2.5 },
      { order: deposit, at: '2026-06-07 10:00:00', buyer: 450, fee: 22.5 },
    ],
  });
  const special = [subsidised, commission, governed, deposit, lines];
  const table = tableOf(
    'kuaishou-61',
    [...orders, ...withoutReceipt('2026-07-02', KIND), ...special],
    showGovernment,
  );
  return new Map([
    [`${folder}/kuaishou_orders_2026-07-20-10-30-00.csv`, toBytes(table, { encoding: 'gb18030' })],
    [`${folder}/${settlement.name}`, settlement.bytes],
  ]);
}

/** @param {CaseOrder} order @returns {Record<string, string>} */
const showGovernment = ({ governmentFen }) => ({
  '国补/类国补/消费券': governmentFen === 0 ? '￥0' : `¥${governmentFen / 100}.00`,
});

/** @returns {Files} 64 columns, no settlement */
export function withoutSettlement() {
  const folder = '12-kuaishou-64-no-settlement';
  const cases = [
    orderAt('2607310000001077', '2026-07-12', {
      shownAsZero: true,
      items: [{ name: '智能手机 全网通', goods: 2999 }],
      cells: {},
    }),
    orderAt('2606310000001777', '2026-06-20', {
      items: [{ name: '蓝牙音箱 便携', goods: 300 }],
      cells: {},
    }),
    orderAt('2606310000001788', '2026-06-05', {
      items: [{ name: '运动鞋男 轻便透气', goods: 159 }],
    }),
  ];
  const orders = [
    ...ordinaryOrders({ kind: KIND, count: 30, seed: 1201, from: '2026-05-06', days: 58 }),
    ...withoutReceipt('2026-07-02', KIND),
    ...cases,
  ];
  const table = tableOf('kuaishou-64', orders);
  return new Map([[`${folder}/kuaishou_orders_2026-07-20-10-30-00.csv`, toBytes(table)]]);
}
