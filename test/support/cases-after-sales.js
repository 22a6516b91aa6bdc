// Worked cases of after-sales: refunds before and behind the debit, exchanges, disputes, goods that do not come back.

import { toBytes } from './bytes.js';
import { kuaishouSettlement, pinduoduoBill } from './case-bills.js';
import { orderOf, ordinaryOrders, tableOf, withoutReceipt } from './case-orders.js';

/** @typedef {import('./case-orders.js').CaseOrder} CaseOrder */
/** @typedef {import('./case-orders.js').Given} Given */
/** @typedef {import('./cases-pinduoduo.js').Files} Files */

const PINDUODUO =
  '售后编号,订单编号,交易金额,售后状态,退款类型,退款金额,订单状态,发货运单号,商品ID,收货人,超时时间,申请时间,售后原因,退货运单号,退货物流状态,同意退款时间,备注'.split(
    ',',
  );
const KUAISHOU = '售后单号,订单编号,售后状态,售后类型,售后申请时间,退款金额'.split(',');
const NOTICE = '3个月前的售后单仅支持在页面查看';

/**
 * One row; amounts in yuan as the export writes them.
 * @typedef {object} AfterSale
 * @property {CaseOrder} order
 * @property {string} number
 * @property {string} state
 * @property {string} type
 * @property {string} [amount]
 * @property {string} applied
 * @property {string} [agreed]
 * @property {string} [deadline]
 * @property {string} [back] the return parcel's waybill
 * @property {string} [arrived] what its courier says
 */

/** @type {(row: AfterSale) => string[]} */
const pinduoduoRow = (row) => [
  row.number,
  row.order.orderId,
  (row.order.amounts.buyerFen / 100).toFixed(2),
  row.state,
  row.type,
  row.amount ?? '',
  '',
  row.order.waybill,
  row.order.lines[0]?.product.id ?? '',
  `${row.order.person.name.slice(0, 1)}**`,
  row.deadline ?? '',
  row.applied,
  '多拍/错拍/不想要',
  row.back ?? '',
  row.arrived ?? '',
  row.agreed ?? '',
  '',
];

/** @type {(row: AfterSale) => string[]} */
const kuaishouRow = (row) => [
  row.number,
  row.order.orderId,
  row.state,
  row.type,
  row.applied,
  row.amount === undefined ? '' : `¥${row.amount}`,
];

/** @type {(kind: 'pinduoduo' | 'kuaishou', id: string, day: string, given: Partial<Given>) => CaseOrder} */
const orderAt = (kind, id, day, given) =>
  orderOf({
    id,
    created: `${day} 09:12:30`,
    shipped: `${day} 19:05:00`,
    items: [],
    ...(kind === 'kuaishou' ? { cells: { 订单状态: '交易成功' } } : {}),
    ...given,
  });

const BOTTLE = { name: '运动水壶 大容量', goods: 100, platform: 10 };

/** @returns {Files} */
export function pinduoduoAfterSales() {
  const folder = '14-pinduoduo-after-sales';
  /** @type {(id: string, day: string, given: Partial<Given>) => CaseOrder} */
  const order = (id, day, given) => orderAt('pinduoduo', id, day, given);
  const received = { received: '2026-06-06 12:40:00' };
  const refunded = { ...received, refunded: true };
  const returned = order('260603-310000000000001', '2026-06-03', { items: [BOTTLE], ...refunded });
  const paidBack = order('260603-310000000000002', '2026-06-03', { items: [BOTTLE], ...refunded });
  const agreed = order('260603-310000000000007', '2026-06-03', {
    items: [{ name: '护眼台灯 学生书桌', goods: 200 }],
    ...received,
  });
  const partly = order('260603-310000000000008', '2026-06-03', {
    items: [{ name: '儿童保温杯316不锈钢', goods: 69 }],
    ...refunded,
  });
  const pending = order('260603-310000000000009', '2026-06-03', {
    items: [{ name: '蓝牙音箱 便携', goods: 100 }],
    ...refunded,
  });
  const exchanged = order('260603-310000000000024', '2026-06-03', {
    items: [{ name: '电饭煲 4L', goods: 500 }],
    ...received,
  });
  const disputed = order('260701-310000000000031', '2026-07-01', {
    items: [{ name: '运动鞋男 轻便透气', goods: 300 }],
    received: '2026-07-05 12:40:00',
    cells: { 售后状态: '售后处理中' },
  });
  const kept = order('260618-310000000000032', '2026-06-18', {
    items: [{ name: '运动鞋男 轻便透气', goods: 159 }],
    refunded: true,
  });
  const withdrawn = order('260603-310000000000033', '2026-06-03', {
    items: [{ name: '蓝牙音箱 便携', goods: 260 }],
    ...received,
  });
  const shop = [
    ...ordinaryOrders({ kind: 'pinduoduo', count: 46, seed: 1401, from: '2026-05-06', days: 58 }),
    ...ordinaryOrders({
      kind: 'pinduoduo',
      count: 6,
      seed: 1402,
      from: '2026-05-08',
      days: 50,
      payLater: true,
    }),
    ...withoutReceipt('2026-07-02'),
  ];
  const bill = pinduoduoBill({
    orders: shop,
    from: '2026-05-01',
    to: '2026-07-19',
    rows: [
      [paidBack.orderId, '2026-06-07 13:00:00', 90, 'income'],
      [paidBack.orderId, '2026-06-07 13:00:00', 10, 'coupon'],
      [paidBack.orderId, '2026-06-15 10:00:00', -90, 'refund'],
      [paidBack.orderId, '2026-06-15 10:00:00', -10, 'coupon-back'],
      [agreed.orderId, '2026-06-08 13:00:00', 150, 'income'],
      [pending.orderId, '2026-06-07 13:00:00', 100, 'income'],
    ],
  });
  const [refund, back] = ['仅退款', '退货退款'];
  const done = '退款成功';
  /** @type {AfterSale[]} */
  const rows = [
    {
      order: returned,
      number: '2606070000000101',
      state: done,
      type: back,
      amount: '90.00',
      applied: '2026-06-07 08:00:00',
      agreed: '2026-06-08 09:30:00',
      back: 'YT8800000000101',
      arrived: '已签收',
    },
    {
      order: paidBack,
      number: '2606140000000102',
      state: done,
      type: back,
      amount: '90.00',
      applied: '2026-06-14 08:00:00',
      agreed: '2026-06-15 09:30:00',
      back: 'YT8800000000102',
      arrived: '已签收',
    },
    {
      order: agreed,
      number: '2606060000000107',
      state: done,
      type: refund,
      amount: '50.00',
      applied: '2026-06-06 20:00:00',
      agreed: '2026-06-07 09:30:00',
    },
    {
      order: partly,
      number: '2606070000000108',
      state: done,
      type: refund,
      amount: '15.00',
      applied: '2026-06-07 08:00:00',
      agreed: '2026-06-07 09:30:00',
    },
    {
      order: pending,
      number: '2607180000000109',
      state: done,
      type: back,
      amount: '100.00',
      applied: '2026-07-18 08:00:00',
      agreed: '2026-07-19 22:30:00',
      back: 'YT8800000000109',
    },
    {
      order: exchanged,
      number: '2606070000000124',
      state: '售后成功',
      type: '换货',
      applied: '2026-06-07 08:00:00',
    },
    {
      order: disputed,
      number: '2607100000000131',
      state: '售后处理中',
      type: back,
      amount: '300.00',
      applied: '2026-07-10 08:00:00',
      deadline: '2026-07-23 18:00:00',
    },
    {
      order: kept,
      number: '2606210000000132',
      state: done,
      type: refund,
      amount: '159.00',
      applied: '2026-06-21 08:00:00',
      agreed: '2026-06-22 09:30:00',
    },
    {
      order: withdrawn,
      number: '2606070000000133',
      state: '用户撤销',
      type: refund,
      amount: '260.00',
      applied: '2026-06-07 08:00:00',
    },
    {
      order: withdrawn,
      number: '2606100000000134',
      state: '已撤销',
      type: refund,
      amount: '260.00',
      applied: '2026-06-10 08:00:00',
    },
  ];
  const cases = [returned, paidBack, agreed, partly, pending, exchanged, disputed, kept, withdrawn];
  const table = {
    header: PINDUODUO,
    rows: [...rows.map(pinduoduoRow), PINDUODUO.map((_, at) => (at === 0 ? NOTICE : ''))],
  };
  return new Map([
    [
      `${folder}/shop_orders_export2026-07-20-10-09-23.csv`,
      toBytes(tableOf('pinduoduo-2026-wide', [...shop, ...cases]), { encoding: 'utf8-bom' }),
    ],
    [`${folder}/${bill.name}`, bill.bytes],
    [`${folder}/售后信息2026-07-20-10-12-40.csv`, toBytes(table, { encoding: 'gb18030' })],
  ]);
}

/** @returns {Files} */
export function kuaishouAfterSales() {
  const folder = '15-kuaishou-after-sales';
  /** @type {(id: string, day: string, given: Partial<Given>) => CaseOrder} */
  const order = (id, day, given) => orderAt('kuaishou', id, day, given);
  const finished = { 订单状态: '交易成功' };
  const refunded = { cells: { ...finished, 售后状态: '退款成功' } };
  const succeeded = { cells: { ...finished, 售后状态: '售后成功' } };
  const returned = order('2606310000000177', '2026-06-03', { items: [BOTTLE], ...refunded });
  const agreed = order('2606310000000777', '2026-06-03', {
    items: [{ name: '护眼台灯 学生书桌', goods: 200 }],
  });
  const partly = order('2606310000000877', '2026-06-03', {
    items: [{ name: '儿童保温杯316不锈钢', goods: 69 }],
    ...refunded,
  });
  const exchanged = order('2606310000002477', '2026-06-03', {
    items: [{ name: '电饭煲 4L', goods: 500 }],
    ...succeeded,
  });
  const sentBack = order('2606310000002488', '2026-06-03', {
    items: [{ name: '蓝牙音箱 便携', goods: 120 }],
    ...succeeded,
  });
  const disputed = order('2606310000003177', '2026-06-24', {
    items: [{ name: '运动鞋男 轻便透气', goods: 300 }],
  });
  const settled = ordinaryOrders({ kind: 'kuaishou', count: 54, seed: 1501, from: '2026-05-04', days: 66 });
  const payLater = ordinaryOrders({
    kind: 'kuaishou',
    count: 6,
    seed: 1502,
    from: '2026-05-08',
    days: 50,
    payLater: true,
  });
  const shop = [...settled, ...payLater];
  const settlement = kuaishouSettlement({
    orders: shop,
    from: '2026-05-01',
    to: '2026-07-19',
    rows: [{ order: agreed, at: '2026-06-12 10:00:00', buyer: 150, fee: 5 }],
  });
  /** @type {AfterSale[]} */
  const rows = [
    {
      order: returned,
      number: '60000000000101',
      state: '退款成功',
      type: '退货退款',
      amount: '90.00',
      applied: '2026-06-07 08:00:00',
    },
    {
      order: agreed,
      number: '60000000000107',
      state: '退款成功',
      type: '仅退款',
      amount: '50.00',
      applied: '2026-06-07 20:00:00',
    },
    {
      order: partly,
      number: '60000000000108',
      state: '退款成功',
      type: '仅退款',
      amount: '15.00',
      applied: '2026-06-08 08:00:00',
    },
    {
      order: exchanged,
      number: '60000000000124',
      state: '售后成功',
      type: '换货',
      amount: '0.00',
      applied: '2026-06-08 08:00:00',
    },
    {
      order: sentBack,
      number: '60000000000125',
      state: '售后成功',
      type: '退货退款',
      amount: '120.00',
      applied: '2026-06-08 08:00:00',
    },
    {
      order: disputed,
      number: '60000000000130',
      state: '售后关闭',
      type: '仅退款',
      amount: '300.00',
      applied: '2026-07-02 08:00:00',
    },
    {
      order: disputed,
      number: '60000000000131',
      state: '售后处理中',
      type: '退货退款',
      amount: '300.00',
      applied: '2026-07-12 08:00:00',
    },
  ];
  const cases = [returned, agreed, partly, exchanged, sentBack, disputed];
  const orders = [...shop, ...withoutReceipt('2026-07-02', 'kuaishou'), ...cases];
  return new Map([
    [
      `${folder}/kuaishou_orders_2026-07-20-10-30-00.csv`,
      toBytes(tableOf('kuaishou-61', orders), { encoding: 'gb18030' }),
    ],
    [`${folder}/${settlement.name}`, settlement.bytes],
    [
      `${folder}/kuaishou_after_sales_2026-07-20-10-32-00.csv`,
      toBytes({ header: KUAISHOU, rows: rows.map(kuaishouRow) }),
    ],
  ]);
}
