// Clean order exports for the polluter: small tables with everything that makes real ones hard to read.

import { formatTime, parseTime } from '../support/calendar.js';
import { headerOf } from '../support/cells.js';
import { createRandom, makeOrders } from '../support/exports.js';

/** @typedef {'pinduoduo' | 'kuaishou'} Platform */
/** @typedef {import('../support/orders.js').Case} Case */
/**
 * @typedef {object} Base
 * @property {Platform} platform
 * @property {number} seed
 * @property {string} fileName holds the time of export, so that no damage moves the date of the audit
 * @property {string[]} header
 * @property {string[][]} cells one row a record, as a reader should take them
 * @property {string[][]} raw the same as they are written, quoted where they must be
 * @property {number[]} orders for each record the index of its order
 * @property {string[]} ids by order
 * @property {boolean[]} payLater by order
 * @property {string} billName
 * @property {string} bill a bill that names every order once: it shows which order numbers were read
 */

/** What a merchant may choose to export: every column that the audit reads, and some others between them. */
const CHOSEN = {
  pinduoduo: headerOf(`
    商品,订单号,订单状态,商品数量(件),是否先用后付,支付时间,承诺发货时间,发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,
    商家备注,买家留言,售后状态,订单成交时间,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),
    用户实付金额(元),商家实收金额(元),快递单号,快递公司,省,市,区,街道/镇,是否抽奖或0元试用,支付方式`),
  kuaishou: headerOf(`
    订单号,订单创建时间,订单支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,主播补贴,混资活动优惠,支付优惠,支付方式,成交数量,买家留言,
    订单备注,售后状态,预售/承诺发货时间,商品名称,商品ID,商品规格,SKU编码,商品单价,渠道,收货人姓名,收货人电话,收货地址-省,收货地址-市,
    收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号,物流信息,国补/类国补/消费券`),
};

/** One order of every kind that the audit treats differently. @type {readonly Case[]} */
const CASES = [
  { payLater: true, outcome: 'held', ageDays: 1 },
  { payLater: true, outcome: 'stuck', ageDays: 4, buyerNote: '放门口,谢谢' },
  { payLater: false, outcome: 'plain', ageDays: 9, items: [[9, 0, 1]] },
  { payLater: true, outcome: 'uncollected', ageDays: 20, sellerNote: '缺货已沟通\n周三补发' },
  { payLater: true, outcome: 'dispute', ageDays: 25, buyerNote: '不要放驿站\r\n家里有人' },
  {
    payLater: true,
    outcome: 'uncollected',
    ageDays: 45,
    items: [
      [4, 0, 1],
      [4, 1, 2],
    ],
  },
  { payLater: false, outcome: 'refund-received', ageDays: 30, sellerNote: '客户说"不要发票"' },
  { payLater: true, outcome: 'uncollected', ageDays: 70, buyerNote: ',要"礼盒"包装' },
  { payLater: true, outcome: 'cancelled', ageDays: 12 },
  { payLater: false, outcome: 'unpaid', ageDays: 0.3 },
  { payLater: true, outcome: 'refund-part', ageDays: 28 },
  { payLater: false, outcome: 'stuck', ageDays: 6 },
  { payLater: true, outcome: 'uncollected', ageDays: 120, items: [[7, 0, 1]] },
];

/** Kuaishou marks its gifts by another order's number, which these files do not have. @type {readonly Case[]} */
const PINDUODUO_CASES = [{ payLater: true, outcome: 'trial', ageDays: 33 }];

/** How a file writes its order numbers: bare, with a TAB behind, or as the formula that keeps Excel from counting. */
const ID_FORMS = [
  (/** @type {string} */ id) => id,
  (/** @type {string} */ id) => `${id}\t`,
  (/** @type {string} */ id) => `="${id}"`,
];

/**
 * @param {Platform} platform
 * @param {number} seed
 * @param {{ wide?: boolean }} [options] wide: every column of the template
 * @returns {Base} the same for the same seed, on every machine
 */
export function makeBase(platform, seed, { wide = false } = {}) {
  const random = createRandom(seed * 31 + (platform === 'kuaishou' ? 7 : 0));
  const template = platform === 'pinduoduo' ? 'pinduoduo-2026-wide' : 'kuaishou-61';
  const cases = [...CASES, ...(platform === 'pinduoduo' ? PINDUODUO_CASES : [])].map((given) => ({
    sellerNote: '',
    buyerNote: '',
    ...given,
  }));
  const made = makeOrders({ template, rows: cases.length + 1, seed: random.int(1, 1e9), cases });
  const header = wide ? made.header : CHOSEN[platform];
  const columns = header.map((name) => made.header.indexOf(name));
  const cells = made.rows.map((row) => columns.map((column) => row[column] ?? ''));
  const writeId = ID_FORMS[seed % ID_FORMS.length] ?? String;
  const idColumn = header.indexOf('订单号');
  const raw = cells.map((row) =>
    row.map((cell, column) => (column === idColumn ? writeId(cell) : quoted(cell))),
  );
  /** @type {number[]} */
  const orders = [];
  made.truth.forEach((order, index) => {
    for (const line of order.lines) orders[line.record] = index;
  });
  const ids = made.truth.map(({ orderId }) => orderId);
  return {
    ...{ platform, seed, fileName: made.fileName, header, cells, raw, orders, ids },
    payLater: made.truth.map(({ payLater }) => payLater),
    ...billOf(platform, ids, made.end),
  };
}

/** @param {string} cell @param {string} [delimiter] */
export const quoted = (cell, delimiter = ',') =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** @type {(platform: Platform, ids: readonly string[], end: string) => { billName: string, bill: string }} */
function billOf(platform, ids, end) {
  // A fee says nothing of who has paid: the bill proves no collection, only which orders there are.
  const at = formatTime(parseTime(end) - 3600);
  const lines =
    platform === 'kuaishou'
      ? [
          '商家ID,订单号,订单实付(元),合计收入(元),技术服务费(元),合计支出(元),实际结算金额(元),实际结算时间',
          ...ids.map((id) => `100200300,${id},0.00,0.00,0.50,0.50,-0.50,${at}`),
        ]
      : [
          '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述',
          ...ids.map((id) => `${id},${at},0.00,-0.50,技术服务费,-,0030002|技术服务费-基础技术服务费`),
          `#支出合计：${ids.length}笔-${(ids.length * 0.5).toFixed(2)}元`,
          '#收入合计：0笔0.00元',
        ];
  const name = platform === 'kuaishou' ? 'settlement' : 'pdd-mall-bill-detail(100200300)';
  return { billName: `${name}.csv`, bill: `\ufeff${lines.join('\r\n')}\r\n` };
}
