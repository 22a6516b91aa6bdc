// The after-sales export of a shop whose orders are known, for both platforms.

import { fileStamp } from './calendar.js';
import { headerOf, yuan, yuanSign } from './cells.js';
import { pinduoduoState } from './pinduoduo.js';
import { createRandom } from './random.js';

/** @typedef {import('./orders.js').Truth} Truth */
/**
 * @typedef {object} AfterSalesOptions
 * @property {'pinduoduo' | 'kuaishou'} platform
 * @property {readonly Truth[]} truth
 * @property {string} end the export's time
 * @property {number} [seed]
 * @property {boolean} [notice] Pinduoduo: a last row that only says what the export leaves out; default false
 */
/** @typedef {{ header: string[], rows: string[][], fileName: string }} AfterSales */

const PINDUODUO_AFTER_SALES_HEADER = headerOf(
  '售后编号,订单编号,交易金额,售后状态,退款类型,退款金额,订单状态,发货运单号,商品ID,收货人,超时时间,申请时间,售后原因,退货运单号,退货物流状态,同意退款时间,备注',
);
const KUAISHOU_AFTER_SALES_HEADER = headerOf('售后单号,订单编号,售后状态,售后类型,售后申请时间,退款金额');
const NOTICE = '3个月前的售后单仅支持在页面查看';

/**
 * @param {AfterSalesOptions} options
 * @returns {AfterSales} newest first; now and then an earlier, withdrawn row of the same order
 */
export function makeAfterSales(options) {
  const random = createRandom(options.seed ?? 1);
  const isPinduoduo = options.platform === 'pinduoduo';
  const asked = options.truth.filter((order) => order.requestedAt !== null);
  asked.sort((a, b) => ((a.requestedAt ?? '') < (b.requestedAt ?? '') ? 1 : -1));
  const write = isPinduoduo ? pinduoduoRow : kuaishouRow;
  const rows = asked.flatMap((order) => {
    const id = () => `${(order.requestedAt ?? '').slice(2, 7).replace('-', '')}${random.digits(10)}`;
    const last = write(order, id(), stateOf(order));
    return random.chance(0.1) ? [last, write(order, id(), 'closed')] : [last];
  });
  const header = isPinduoduo ? PINDUODUO_AFTER_SALES_HEADER : KUAISHOU_AFTER_SALES_HEADER;
  if (isPinduoduo && options.notice) rows.push(header.map((_, at) => (at === 0 ? NOTICE : '')));
  const fileName = `${isPinduoduo ? 'pdd' : 'kuaishou'}_after_sales_${fileStamp(options.end)}.csv`;
  return { header: [...header], rows, fileName };
}

/** @typedef {'open' | 'refunded' | 'succeeded' | 'closed'} State */

/** @param {Truth} order @returns {State} */
const stateOf = (order) => (order.afterSale === 'none' ? 'open' : order.afterSale);

/** @param {Truth} order */
function typeOf(order) {
  if (order.outcome === 'exchange') return '换货';
  if (order.returnWaybill !== '' || order.outcome === 'dispute' || order.outcome === 'withdrawn')
    return '退货退款';
  return '仅退款';
}

/** @type {(order: Truth, id: string, state: State) => string[]} */
function pinduoduoRow(order, id, state) {
  const states = { open: '售后处理中', refunded: '退款成功', succeeded: '换货完成', closed: '用户撤销' };
  const asked = typeOf(order) === '换货' ? 0 : order.refundBuyerFen || order.amounts.buyerFen;
  return [
    id,
    order.orderId,
    yuan(order.amounts.buyerFen),
    states[state],
    typeOf(order),
    yuan(asked),
    pinduoduoState(order),
    order.waybill,
    order.lines[0]?.product.id ?? '',
    '',
    '',
    order.requestedAt ?? '',
    typeOf(order) === '退货退款' ? '商品与描述不符' : '多拍/错拍/不想要',
    state === 'refunded' ? order.returnWaybill : '',
    state === 'refunded' && order.returnWaybill !== '' ? '已签收' : '',
    state === 'refunded' ? (order.refundAt ?? '') : '',
    '',
  ];
}

/** @type {(order: Truth, id: string, state: State) => string[]} */
function kuaishouRow(order, id, state) {
  const states = { open: '售后处理中', refunded: '退款成功', succeeded: '售后成功', closed: '售后关闭' };
  const asked = typeOf(order) === '换货' ? 0 : order.refundBuyerFen || order.amounts.buyerFen;
  return [id, order.orderId, states[state], typeOf(order), order.requestedAt ?? '', yuanSign(asked)];
}
