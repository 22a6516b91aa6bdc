// Kuaishou's settlement: forty columns a row, whose components add up to income, expense and what is paid out.

import { headerOf, yuan } from './cells.js';
import { commissionFen, promoterOf } from './kuaishou.js';

/** @typedef {import('./orders.js').Truth} Truth */
/** @typedef {import('./order-lines.js').Line} Line */

const SETTLEMENT_HEADER = headerOf(`
  商家ID,订单号,商品ID,商品名称,商品数量,订单创建时间,订单实付(元),政府补贴,支付营销补贴,平台补贴,商家补贴(元),达人补贴,达人补贴明细,
  合计收入(元),订单退款(元),支付营销回退（元）,技术服务费(元),预售增收技术服务费（元）,达人ID,MCN机构ID,达人佣金(元),团长id,团长佣金(元),
  佣金模式,快赚客ID,快赚客佣金(元),服务商ID,服务商佣金(元),分账基数,其他收费,其他收费明细,合计支出(元),实际结算金额(元),实际结算时间,结算规则,
  资金渠道,账户名称,结算商户号,备注,消费金信息`);

/** What a row adds up from, in fen; expenses are positive, and negative where they are given back. */
/**
 * @typedef {object} Components
 * @property {string} at
 * @property {number} buyerFen
 * @property {number} payFen
 * @property {number} platformFen
 * @property {number} anchorFen
 * @property {number} refundFen what goes back to the buyer
 * @property {number} payBackFen what goes back to the platform
 * @property {number} feeFen
 * @property {number} commissionFen
 * @property {string} note
 */

/**
 * @param {readonly Truth[]} truth
 * @param {string} start
 * @param {string} end
 * @param {string} shopId
 * @returns {{ header: string[], rows: string[][] }} one row an order and product, and one more for a later refund
 */
export function settlementRows(truth, start, end, shopId) {
  const parts = truth.flatMap((order) =>
    order.lines.flatMap((line) => componentsOf(order, line).map((part) => ({ order, line, part }))),
  );
  const inside = parts.filter(({ part }) => part.at >= start && part.at <= end);
  inside.sort((a, b) => (a.part.at < b.part.at ? -1 : a.part.at > b.part.at ? 1 : 0));
  const rows = inside.map(({ order, line, part }) => {
    const cells = cellsOf(order, line, part, shopId);
    return SETTLEMENT_HEADER.map((name) => cells[name] ?? '');
  });
  return { header: [...SETTLEMENT_HEADER], rows };
}

/** Five in a hundred, half up. @param {number} fen */
const feeOf = (fen) => Math.floor((fen * 5 + 50) / 100);

/** @type {(order: Truth, line: Line) => Components[]} */
function componentsOf(order, line) {
  if (order.incomeAt === null) return [];
  const full = order.refundBuyerFen === order.amounts.buyerFen;
  // A refund of a part stands on orders of one line only, so the order's refund is the line's.
  const refundFen = full ? line.buyerFen : order.refundBuyerFen;
  const payBackFen = full ? line.receivableFen - line.buyerFen : order.refundPlatformFen;
  const wholeFen = line.receivableFen;
  const keptFen = wholeFen - refundFen - payBackFen;
  const refundFirst = order.refundAt !== null && order.refundAt <= order.incomeAt;
  const settledFen = refundFirst ? keptFen : wholeFen;
  /** @type {Components} */
  const income = {
    at: order.incomeAt,
    buyerFen: line.buyerFen,
    payFen: line.payFen,
    platformFen: line.platformFen,
    anchorFen: line.anchorFen,
    refundFen: refundFirst ? refundFen : 0,
    payBackFen: refundFirst ? payBackFen : 0,
    feeFen: feeOf(settledFen),
    commissionFen: commissionFen(order, settledFen),
    note: '',
  };
  if (order.refundAt === null || refundFirst) return [income];
  const none = { buyerFen: 0, payFen: 0, platformFen: 0, anchorFen: 0 };
  /** @type {Components} */
  const back = {
    ...none,
    at: order.refundAt,
    refundFen,
    payBackFen,
    feeFen: feeOf(keptFen) - feeOf(wholeFen),
    commissionFen: commissionFen(order, keptFen) - commissionFen(order, wholeFen),
    note: '结算后退款',
  };
  return [income, back];
}

/** @type {(order: Truth, line: Line, part: Components, shopId: string) => Record<string, string>} */
function cellsOf(order, line, part, shopId) {
  const incomeFen = part.buyerFen + part.payFen + part.platformFen + part.anchorFen;
  const expenseFen = part.refundFen + part.payBackFen + part.feeFen + part.commissionFen;
  const promoter = promoterOf(order);
  const nothing = '0.00';
  return {
    商家ID: shopId,
    订单号: order.orderId,
    商品ID: line.product.id,
    商品名称: line.product.name,
    商品数量: String(line.quantity),
    订单创建时间: order.createdAt,
    '订单实付(元)': yuan(part.buyerFen),
    政府补贴: nothing,
    支付营销补贴: yuan(part.payFen),
    平台补贴: yuan(part.platformFen),
    '商家补贴(元)': nothing,
    达人补贴: yuan(part.anchorFen),
    '合计收入(元)': yuan(incomeFen),
    '订单退款(元)': yuan(part.refundFen),
    '支付营销回退（元）': yuan(part.payBackFen),
    '技术服务费(元)': yuan(part.feeFen),
    '预售增收技术服务费（元）': nothing,
    达人ID: promoter?.id ?? '',
    '达人佣金(元)': yuan(part.commissionFen),
    '团长佣金(元)': nothing,
    佣金模式: promoter === null ? '' : '普通计划',
    '快赚客佣金(元)': nothing,
    '服务商佣金(元)': nothing,
    // The base of sharing is told beside the components and is none of them.
    分账基数: yuan(incomeFen),
    其他收费: nothing,
    '合计支出(元)': yuan(expenseFen),
    '实际结算金额(元)': yuan(incomeFen - expenseFen),
    实际结算时间: part.at,
    结算规则: '确认收货后结算',
    资金渠道: order.payLater ? '支付宝' : '微信',
    账户名称: '禾木生活旗舰店',
    结算商户号: '2088000000000000',
    备注: part.note,
  };
}
