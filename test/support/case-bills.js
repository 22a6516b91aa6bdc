// Bills of the worked cases: what ordinary orders leave in them, and rows that a case spells out.

import { makeBill, pinduoduoFooter } from './bills.js';
import { toBytes } from './bytes.js';
import { yuan } from './cells.js';

/** @typedef {import('./case-orders.js').CaseOrder} CaseOrder */
/** @typedef {import('./bytes.js').Encoding} Encoding */
/** A row of the bill: order, time, yuan with their sign, and the kind or the words of the business. */
/** @typedef {readonly [order: string, at: string, amount: number, kind: keyof typeof KINDS | string]} BillRow */

const KINDS = /** @type {const} */ ({
  income: ['交易收入', '0010002|交易收入-订单收入'],
  coupon: ['优惠券结算', '0010005|交易收入-优惠券结算'],
  refund: ['交易退款', '0020002|交易退款-订单退款'],
  'coupon-back': ['优惠券结算', '0020005|交易退款-优惠券结算'],
  fee: ['技术服务费', '0030002|技术服务费-基础技术服务费'],
  'fee-back': ['技术服务费', '0030001|技术服务费-技术服务费退款'],
  payout: ['其他', '0040002|售后费用-小额打款'],
});
const FIRST_DATA_COLUMN = 1;

/**
 * Pinduoduo's 货款明细 as bytes, with the footer that its rows add up to.
 * @param {object} options
 * @param {readonly CaseOrder[]} options.orders those with an income leave it in the bill
 * @param {readonly BillRow[]} [options.rows]
 * @param {string} options.from first day
 * @param {string} options.to last day
 * @param {string} [options.shopId]
 * @param {boolean} [options.otherRows] withdrawals and marketing; default true
 * @param {Encoding} [options.encoding]
 * @returns {{ name: string, bytes: Buffer }}
 */
export function pinduoduoBill({ orders, rows = [], from, to, shopId, otherRows = true, encoding }) {
  const [start, end] = [`${from} 00:00:00`, `${to} 23:59:59`];
  const bill = makeBill({
    platform: 'pinduoduo',
    truth: orders,
    start,
    end,
    otherRows,
    ...(shopId === undefined ? {} : { shopId }),
  });
  const own = rows
    .filter(([, at]) => at >= start && at <= end)
    .map(([order, at, amount, kind]) => {
      const [type, text] = kind in KINDS ? KINDS[/** @type {keyof typeof KINDS} */ (kind)] : ['其他', kind];
      const money = yuan(Math.round(amount * 100));
      return [order, at, ...(amount > 0 ? [money, '0.00'] : ['0.00', money]), type, '-', text];
    });
  const all = [...bill.rows, ...own].sort(byTime(FIRST_DATA_COLUMN));
  const layout = {
    ...bill.layout,
    ...(encoding === undefined ? {} : { encoding }),
    footer: pinduoduoFooter(all),
  };
  return { name: bill.fileName, bytes: toBytes({ header: bill.header, rows: all }, layout) };
}

/** One row of Kuaishou's settlement, in yuan; expenses positive. */
/**
 * @typedef {object} SettlementRow
 * @property {CaseOrder} order
 * @property {string} at
 * @property {number} [buyer]
 * @property {number} [government]
 * @property {number} [platform]
 * @property {number} [refund]
 * @property {number} [fee]
 * @property {number} [commission]
 */

/**
 * Kuaishou's settlement as bytes. Its header stands below two lines that say what the file is.
 * @param {{ orders: readonly CaseOrder[], rows: readonly SettlementRow[], from: string, to: string }} options
 * @returns {{ name: string, bytes: Buffer }}
 */
export function kuaishouSettlement({ orders, rows, from, to }) {
  const [start, end] = [`${from} 00:00:00`, `${to} 23:59:59`];
  const shopId = '2266880011';
  const plain = orders.filter(({ governmentFen }) => governmentFen === 0);
  const bill = makeBill({ platform: 'kuaishou', truth: plain, start, end, shopId });
  const governed = orders
    .filter(({ governmentFen, incomeAt }) => governmentFen > 0 && incomeAt !== null)
    .map((order) => ({
      order,
      at: order.incomeAt ?? '',
      buyer: order.amounts.buyerFen / 100,
      government: order.governmentFen / 100,
      platform: order.amounts.platformFen / 100,
      fee: Math.round(order.amounts.receivableFen / 20) / 100,
    }));
  const own = [...rows, ...governed].filter(({ at }) => at >= start && at <= end);
  const all = [...bill.rows, ...own.map((row) => settlementCells(bill.header, row, shopId))];
  all.sort(byTime(bill.header.indexOf('实际结算时间')));
  const preamble = ['快手小店结算单', '账户名称：禾木生活旗舰店'];
  const layout = { encoding: /** @type {const} */ ('utf8-bom'), preamble };
  return { name: bill.fileName, bytes: toBytes({ header: bill.header, rows: all }, layout) };
}

/** @param {readonly string[]} header @param {SettlementRow} row @param {string} shopId */
function settlementCells(header, row, shopId) {
  const { order, at, buyer = 0, government = 0, platform = 0, refund = 0, fee = 0, commission = 0 } = row;
  const [income, expense] = [buyer + government + platform, refund + fee + commission];
  const line = order.lines[0];
  /** @param {number} amount */
  const money = (amount) => yuan(Math.round(amount * 100));
  /** @type {Record<string, string>} */
  const cells = {
    商家ID: shopId,
    订单号: order.orderId,
    商品ID: line?.product.id ?? '',
    商品名称: line?.product.name ?? '',
    商品数量: String(line?.quantity ?? 1),
    订单创建时间: order.createdAt,
    '订单实付(元)': money(buyer),
    政府补贴: money(government),
    平台补贴: money(platform),
    '合计收入(元)': money(income),
    '订单退款(元)': money(refund),
    '技术服务费(元)': money(fee),
    '达人佣金(元)': money(commission),
    分账基数: money(income),
    '合计支出(元)': money(expense),
    '实际结算金额(元)': money(income - expense),
    实际结算时间: at,
    结算规则: '确认收货后结算',
    资金渠道: order.payLater ? '支付宝' : '微信',
    账户名称: '禾木生活旗舰店',
    结算商户号: '2088000000000000',
  };
  const zero = '支付营销补贴,商家补贴(元),达人补贴,支付营销回退（元）,预售增收技术服务费（元）,团长佣金(元)';
  const zeros = new Set([...zero.split(','), '快赚客佣金(元)', '服务商佣金(元)', '其他收费']);
  return header.map((name) => cells[name] ?? (zeros.has(name) ? '0.00' : ''));
}

/** @param {number} column @returns {(a: readonly string[], b: readonly string[]) => number} */
const byTime = (column) => (a, b) => {
  const [left = '', right = ''] = [a[column], b[column]];
  return left < right ? -1 : left > right ? 1 : 0;
};
