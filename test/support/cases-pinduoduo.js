// Worked cases of single orders in Pinduoduo's exports through the years; numbers are those of the money cases.

import { toBytes } from './bytes.js';
import { pinduoduoBill } from './case-bills.js';
import { orderOf, ordinaryOrders, tableOf, withoutReceipt } from './case-orders.js';

/** @typedef {import('./case-orders.js').CaseOrder} CaseOrder */
/** @typedef {import('./case-orders.js').Given} Given */
/** @typedef {Map<string, Buffer>} Files by path below fixtures/cases/ */

const KIND = /** @type {const} */ ('pinduoduo');

/** A received order of one line. @type {(id: string, goods: number, name: string, more?: Partial<Given>) => CaseOrder} */
function received(id, goods, name, more = {}) {
  const date = `20${id.slice(0, 2)}-${id.slice(2, 4)}-${id.slice(4, 6)}`;
  const day = Number(id.slice(4, 6));
  /** @param {number} days */
  const later = (days) => `${date.slice(0, 8)}${String(day + days).padStart(2, '0')}`;
  return orderOf({
    id,
    created: `${date} 09:12:30`,
    shipped: `${later(1)} 17:05:00`,
    received: `${later(4)} 12:40:00`,
    items: [{ name, goods }],
    ...more,
  });
}

/** @returns {Files} 55 columns, recipients in clear, GB18030; the way of paying tells pay-later */
export function wide2020() {
  const folder = '01-pinduoduo-2020-wide';
  const coupon = (/** @type {string} */ id) =>
    received(id, 100, '运动水壶 大容量', {
      refunded: true,
      items: [{ name: '运动水壶 大容量', goods: 100, platform: 10 }],
    });
  const cases = {
    refundedInFull: coupon('200603-310000000000002'),
    refundedInPart: coupon('200604-310000000000003'),
    onlyRefund: received('200420-310000000000006', 100, '运动水壶 大容量', { refunded: true }),
    compensated: received('200605-310000000000013', 100, '运动水壶 大容量'),
    deposit: received('200524-310000000000025', 500, '电饭煲 4L 定金预售', {
      shipped: '2020-06-02 17:05:00',
      received: '2020-06-05 12:40:00',
      cells: { 承诺发货时间: '2020-06-04 09:12:30\t' },
    }),
    neverPaid: received('200606-310000000000100', 159, '运动鞋男 轻便透气'),
  };
  const ordinary = [
    ...ordinaryOrders({ kind: KIND, count: 40, seed: 101, from: '2020-05-06', days: 58 }),
    ...ordinaryOrders({ kind: KIND, count: 6, seed: 102, from: '2020-05-08', days: 50, payLater: true }),
    ...withoutReceipt('2020-07-02'),
  ];
  const id = (/** @type {keyof typeof cases} */ name) => cases[name].orderId;
  const bill = pinduoduoBill({
    orders: ordinary,
    from: '2020-05-01',
    to: '2020-07-19',
    rows: [
      [id('refundedInFull'), '2020-06-08 10:00:00', 90, 'income'],
      [id('refundedInFull'), '2020-06-08 10:00:00', 10, 'coupon'],
      [id('refundedInFull'), '2020-06-15 15:30:00', -90, 'refund'],
      [id('refundedInFull'), '2020-06-15 15:30:00', -10, 'coupon-back'],
      [id('refundedInPart'), '2020-06-09 10:00:00', 90, 'income'],
      [id('refundedInPart'), '2020-06-09 10:00:00', 10, 'coupon'],
      [id('refundedInPart'), '2020-06-16 15:30:00', -27, 'refund'],
      [id('refundedInPart'), '2020-06-16 15:30:00', -3, 'coupon-back'],
      [id('onlyRefund'), '2020-05-06 11:00:00', -20, 'refund'],
      [id('compensated'), '2020-06-10 10:00:00', 100, 'income'],
      [id('compensated'), '2020-06-11 09:00:00', -20, 'payout'],
      [id('compensated'), '2020-06-12 09:00:00', 0.09, 'fee-back'],
      [id('deposit'), '2020-05-25 10:00:00', 50, 'income'],
      [id('deposit'), '2020-06-07 10:00:00', 450, 'income'],
    ],
  });
  const table = tableOf('pinduoduo-2020', [...ordinary, ...Object.values(cases)], ({ payLater, phase }) => ({
    支付方式: `${payLater ? '先用后付' : phase === 'unpaid' ? '' : '微信'}\t`,
  }));
  return new Map([
    [`${folder}/shop_orders_export2020-07-20-10-09-23.csv`, toBytes(table, { encoding: 'gb18030' })],
    [`${folder}/${bill.name}`, bill.bytes],
  ]);
}

/** @returns {Files} 82 columns, recipients masked, UTF-8 with BOM; a list tells pay-later */
export function full2023() {
  const folder = '02-pinduoduo-2023-full';
  const cases = {
    lessDebited: received('230603-310000000000007', 200, '护眼台灯 学生书桌'),
    lessDebitedRefunded: received('230604-310000000000072', 200, '护眼台灯 学生书桌', { refunded: true }),
    refundNotYet: received('230712-310000000000009', 100, '运动水壶 大容量', { refunded: true }),
    takenBack: received('230605-310000000000012', 500, '电饭煲 4L'),
    exchanged: received('230606-310000000000024', 500, '电饭煲 4L', { cells: { 售后状态: '售后成功' } }),
  };
  const payLater = ordinaryOrders({
    kind: KIND,
    count: 6,
    seed: 202,
    from: '2023-05-08',
    days: 50,
    payLater: true,
  });
  const ordinary = [
    ...ordinaryOrders({ kind: KIND, count: 40, seed: 201, from: '2023-05-06', days: 58 }),
    ...withoutReceipt('2023-07-02'),
  ];
  const id = (/** @type {keyof typeof cases} */ name) => cases[name].orderId;
  const advance = '0140029|其他收入-先用后付垫付货款';
  const clawback = '0140030|其他支出-先用后付垫付追回';
  const bill = pinduoduoBill({
    orders: [...ordinary, ...payLater],
    from: '2023-05-01',
    to: '2023-07-18',
    encoding: 'utf8-bom',
    rows: [
      [id('lessDebited'), '2023-06-08 10:00:00', 150, 'income'],
      [id('lessDebitedRefunded'), '2023-06-09 10:00:00', 150, 'income'],
      [id('refundNotYet'), '2023-07-17 10:00:00', 100, 'income'],
      [id('takenBack'), '2023-06-10 10:00:00', 500, advance],
      [id('takenBack'), '2023-07-03 10:00:00', -500, clawback],
    ],
  });
  const masked = '****\t';
  const table = tableOf('pinduoduo-2023', [...ordinary, ...payLater, ...Object.values(cases)], () => ({
    省: masked,
    市: masked,
    区: masked,
    '街道/镇': masked,
  }));
  const list = [...payLater, ...Object.values(cases)].map(({ orderId }) => [orderId, '']);
  return new Map([
    [`${folder}/orders_export2023-07-20-10-09-23.csv`, toBytes(table, { encoding: 'utf8-bom' })],
    [`${folder}/${bill.name}`, bill.bytes],
    [`${folder}/pay-later.csv`, toBytes({ header: ['订单号', '备注'], rows: list })],
  ]);
}

/** @returns {Files} 23 columns, UTF-8 without BOM; a list tells pay-later */
export function short2026() {
  const folder = '03-pinduoduo-2026-short';
  const lamp = '护眼台灯 学生书桌';
  const cases = [
    received('260603-310000000000008', 69, '儿童保温杯316不锈钢', { refunded: true }),
    received('260604-310000000000015', 100, lamp, {
      items: ['白色', '黑色'].map((spec) => ({ name: lamp, spec, goods: 50, productId: '610000000107' })),
    }),
    received('260619-310000000000017', 300, '蓝牙音箱 便携', { received: null }),
  ];
  const payLater = ordinaryOrders({ kind: KIND, count: 6, seed: 302, from: '2026-05-08', days: 50 });
  const ordinary = [
    ...ordinaryOrders({ kind: KIND, count: 40, seed: 301, from: '2026-05-06', days: 58 }),
    ...withoutReceipt('2026-07-02'),
  ];
  const bill = pinduoduoBill({
    orders: [...ordinary, ...payLater],
    from: '2026-05-01',
    to: '2026-07-19',
    rows: [['260604-310000000000015', '2026-06-09 10:00:00', 100, 'income']],
  });
  const table = tableOf('pinduoduo-2026-short', [...ordinary, ...payLater, ...cases]);
  const list = [...payLater, ...cases].map(({ orderId }) => `${orderId}\n`).join('');
  return new Map([
    [`${folder}/orders_export2026-07-20-10-09-23.csv`, toBytes(table)],
    [`${folder}/${bill.name}`, bill.bytes],
    [`${folder}/list.txt`, Buffer.from(list)],
  ]);
}

/** @returns {Files} the wide template with the flag, and no bill */
export function flag2026() {
  const folder = '04-pinduoduo-2026-no-bill';
  const cases = [
    orderOf({
      id: '260712-310000000000010',
      created: '2026-07-12 09:12:30',
      shipped: '2026-07-13 17:05:00',
      shownAsZero: true,
      items: [{ name: '智能手机 全网通', goods: 2999 }],
    }),
    received('260603-310000000000011', 12.9, '纯棉毛巾家用吸水洗脸巾', {
      trial: true,
      items: [{ name: '纯棉毛巾家用吸水洗脸巾', goods: 12.9, shop: 12.9 }],
    }),
    received('260619-310000000000017', 300, '蓝牙音箱 便携', { received: null }),
    received('260604-310000000000101', 159, '运动鞋男 轻便透气'),
  ];
  const ordinary = [
    ...ordinaryOrders({ kind: KIND, count: 30, seed: 401, from: '2026-05-06', days: 58 }),
    ...withoutReceipt('2026-07-02'),
  ];
  const table = tableOf('pinduoduo-2026-wide', [...ordinary, ...cases]);
  return new Map([[`${folder}/shopA_orders_export2026-07-20-10-09-23.csv`, toBytes(table)]]);
}

/** @returns {Files} 27 columns; each line of an order shows the order's total */
export function repeatedTotals() {
  const folder = '13-pinduoduo-2026-repeated-totals';
  const twoColours = (/** @type {string} */ name, /** @type {number} */ goods) =>
    ['白色', '黑色'].map((spec) => ({ name, spec, goods }));
  const cases = [
    received('260603-310000000000014', 100, '', { items: twoColours('运动水壶 大容量', 100) }),
    received('260604-310000000000142', 100, '', { items: twoColours('运动水壶 大容量', 100) }),
  ];
  const five = [8, 9, 10, 11, 12].map((day) =>
    received(`2606${String(day).padStart(2, '0')}-520000000000059`, 59, '', {
      payLater: false,
      items: twoColours('挂耳咖啡 中度烘焙', 59),
    }),
  );
  const payLater = ordinaryOrders({ kind: KIND, count: 6, seed: 1302, from: '2026-05-08', days: 50 });
  const ordinary = ordinaryOrders({ kind: KIND, count: 36, seed: 1301, from: '2026-05-06', days: 58 });
  const bill = pinduoduoBill({
    orders: [...ordinary, ...payLater],
    from: '2026-05-01',
    to: '2026-07-19',
    rows: [
      ['260604-310000000000142', '2026-06-09 10:00:00', 100, 'income'],
      ...five.map(({ orderId, receivedAt }) => {
        return /** @type {const} */ ([orderId, `${receivedAt?.slice(0, 10)} 20:00:00`, 59, 'income']);
      }),
    ],
  });
  const table = tableOf('pinduoduo-2026-short-27', [...ordinary, ...payLater, ...five, ...cases]);
  const list = [...payLater, ...cases].map(({ orderId }) => `${orderId}\r\n`).join('');
  return new Map([
    [`${folder}/orders_export2026-07-20-10-09-23.csv`, toBytes(table, { encoding: 'gb18030' })],
    [`${folder}/${bill.name}`, bill.bytes],
    [`${folder}/list.txt`, Buffer.from(list)],
  ]);
}
