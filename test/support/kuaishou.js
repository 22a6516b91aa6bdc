// Kuaishou's order exports: the headers word for word, and the cells under them.

import { parseTime } from './calendar.js';
import { headerOf, yuanSign } from './cells.js';
import { maskName, maskPhone } from './people.js';

/** @typedef {import('./orders.js').Truth} Truth */

const COLUMNS_61 = headerOf(`
  订单号,赠品订单号,活动订单编号,订单创建时间,订单支付时间,预售定金支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,主播补贴,混资活动优惠,
  支付优惠,支付方式,成交数量,买家留言,账号类型,账号明细,订单备注,旗帜颜色,售后状态,活动订单,预售/承诺发货时间,订单载体,商品名称,商品ID,
  商品规格,SKU编码,商品单价,渠道,CPS达人ID,CPS达人昵称,预估推广佣金,预估推广者分佣比例,团长ID,团长昵称,快赚客ID,快赚客昵称,授权推广者ID,
  授权推广者昵称,收货人姓名,收货人电话,收货地址-省,收货地址-市,收货地址-区,收货地址-街道,收货地址,发货时间,快递公司,快递单号,物流信息,集运类型,
  直邮类型,仓库名称,仓库地址,实名姓名,服务门店ID,服务门店名称,服务门店地址,国补/类国补/消费券`);

export const KUAISHOU_HEADERS = {
  'kuaishou-61': COLUMNS_61,
  'kuaishou-64': [
    ...COLUMNS_61.flatMap((name) => {
      if (name === '订单载体') return [name, '国补类型'];
      return name === '仓库地址' ? [name, '发货类型'] : [name];
    }),
    '订单销售主体',
  ],
};

/** The order's promoter, or null: a third of the orders came through one. */
export const promoterOf = (/** @type {Truth} */ order) =>
  Number(order.orderId.slice(-2)) < 33 ? { id: '88000123', name: '小禾好物分享', shareTenths: 180 } : null;

/** @param {Truth} order */
function kuaishouState(order) {
  if (order.phase === 'unpaid') return '待付款';
  if (order.phase === 'cancelled') return '交易关闭';
  if (order.phase === 'unshipped') return '待发货';
  if (order.phase === 'shipped') return '已发货';
  return order.incomeAt === null ? '已收货' : '交易成功';
}

const AFTER_SALE_STATES = {
  none: '',
  open: '售后处理中',
  refunded: '退款成功',
  succeeded: '售后成功',
  closed: '售后关闭',
};

/** @param {Truth} order */
function payMethod(order) {
  const even = Number(order.orderId.slice(-1)) % 2 === 0;
  if (order.payLater) return even ? '先用后付' : '支付宝先用后付';
  if (order.paidAt === null) return '--';
  return even ? '微信支付' : '支付宝';
}

/** @param {Truth} order */
function track(order) {
  if (order.shippedAt === null) return '-';
  return order.receivedAt === null ? `${order.shippedAt} 快件已揽收，运输中` : `${order.receivedAt} 已签收`;
}

/** Orders under risk control show no recipient: a few that have just been placed. */
const underReview = (/** @type {Truth} */ order) =>
  order.shippedAt === null && parseTime(order.createdAt) % 5 === 0;
/** @param {Truth} order @param {string} value */
const recipient = (order, value) => (underReview(order) ? '' : value);

/** @type {import('./cells.js').CellMakers} */
export const KUAISHOU_CELLS = {
  订单号: ({ order }) => order.orderId,
  订单创建时间: ({ order }) => order.createdAt,
  订单支付时间: ({ order }) => order.paidAt ?? '-',
  订单状态: ({ order }) => kuaishouState(order),
  实付款: ({ amounts }) => yuanSign(amounts.buyerFen),
  快递费: ({ amounts }) => yuanSign(amounts.postageFen),
  店铺优惠: ({ amounts }) => yuanSign(amounts.shopFen),
  平台补贴: ({ amounts }) => yuanSign(amounts.platformFen),
  主播补贴: ({ amounts }) => yuanSign(amounts.anchorFen),
  混资活动优惠: () => '￥0',
  支付优惠: ({ amounts }) => yuanSign(amounts.payFen),
  支付方式: ({ order }) => payMethod(order),
  成交数量: ({ line }) => String(line.quantity),
  买家留言: ({ order }) => order.buyerNote,
  账号类型: () => '主账号',
  订单备注: ({ order }) => order.sellerNote,
  旗帜颜色: ({ order }) => (order.sellerNote === '' ? '' : '红'),
  售后状态: ({ order }) => AFTER_SALE_STATES[order.afterSale],
  '预售/承诺发货时间': ({ order }) => order.promisedAt,
  订单载体: ({ line }) => (line.product.category === '珠宝' ? '直播' : '商品卡'),
  商品名称: ({ line }) => line.product.name,
  商品ID: ({ line }) => line.product.id,
  商品规格: ({ line }) => line.spec,
  SKU编码: ({ line }) => `${line.product.id}${line.spec.length}`,
  商品单价: ({ line }) => yuanSign(line.unitFen),
  渠道: ({ order }) => (promoterOf(order) === null ? '自营' : '分销'),
  CPS达人ID: ({ order }) => promoterOf(order)?.id ?? '-',
  CPS达人昵称: ({ order }) => promoterOf(order)?.name ?? '-',
  预估推广佣金: ({ order, amounts }) => yuanSign(commissionFen(order, amounts.receivableFen)),
  预估推广者分佣比例: ({ order }) => `${((promoterOf(order)?.shareTenths ?? 0) / 10).toFixed(1)}%`,
  收货人姓名: ({ order }) => recipient(order, maskName(order.person.name)),
  收货人电话: ({ order }) => recipient(order, maskPhone(order.person.phone)),
  '收货地址-省': ({ order }) => recipient(order, order.person.province),
  '收货地址-市': ({ order }) => recipient(order, order.person.city),
  '收货地址-区': ({ order }) => recipient(order, order.person.district),
  '收货地址-街道': ({ order }) => recipient(order, order.person.street),
  收货地址: ({ order }) => recipient(order, `${order.person.address.slice(0, 3)}****`),
  发货时间: ({ order }) => order.shippedAt ?? '-',
  快递公司: ({ order }) => order.carrier || '-',
  快递单号: ({ order }) => order.waybill || '-',
  物流信息: ({ order }) => track(order),
  发货类型: () => '普通发货',
  订单销售主体: () => '禾木生活旗舰店',
};

/**
 * @param {Truth} order
 * @param {number} baseFen what the commission is counted from
 * @returns {number} whole fen, half up
 */
export const commissionFen = (order, baseFen) =>
  Math.floor((baseFen * (promoterOf(order)?.shareTenths ?? 0) + 500) / 1000);
