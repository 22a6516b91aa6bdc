// Pinduoduo's order exports through the years: their headers word for word, and the cells under them.

import { headerOf, yesNo, yuan } from './cells.js';

/** @typedef {import('./orders.js').Truth} Truth */

const YEAR_2020 = headerOf(`
  商品,订单号,订单状态,商品总价(元),店铺优惠折扣(元),平台优惠折扣(元),邮费(元),上门安装费(元),送货入户费(元),送货入户并安装费(元),
  用户实付金额(元),商家实收金额(元),商品数量(件),身份证姓名,身份证号码,收货人,手机,是否审核中,省,市,区,街道,支付时间,拼单成功时间,
  订单确认时间,承诺发货时间,发货时间,确认收货时间,商品id,商品规格,用户购买手机号,样式ID,商家编码-SKU维度,商家编码-商品维度,快递单号,
  快递公司,海淘清关订单号,支付ID,支付方式,是否抽奖或0元试用,是否顺丰加价,商家备注,售后状态,买家留言,关联货品编码,货品名称,货品类型,子货品,
  仓库名称,仓库所在地址,是否门店自提,门店名称,门店自定义编码,旅行类信息,消费者资料`);
const YEAR_2023 = headerOf(`
  商品,订单号,订单状态,商品数量(件),是否审核中,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间,商品id,商品规格,样式ID,
  商品一级类目,商品二级类目,商品三级类目,商品四级类目,商家编码-规格维度,商家编码-商品维度,商家备注,买家留言,售后状态,消费者资料,订单成交时间,
  消费者资料上传时间,赠品名称,赠品id,赠品规格,赠品数量,团ID,团身份,是否已开始配送,配送员是否已送达,配送状态,同城是否普通快递,商品总价(元),
  邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),上门安装费(元),送货入户费(元),送货入户并安装费(元),用户实付金额(元),
  商家实收金额(元),快递单号,快递公司,省,市,区,街道/镇,配送员手机号,是否抽奖或0元试用,是否顺丰加价,用户购买手机号,旅行类信息,充值号码,
  是否门店自提,门店名称,门店自定义编码,关联货品编码,货品名称,货品类型,子货品,仓库名称,仓库所在地址,海淘清关订单号,支付ID,支付方式,保税仓,
  是否直播间成交,是否直播间引导成交,预约配送时间,是否节能补贴,是否分期,分期期数,手续费承担方,是否无痕发货,订单来源,是否社区团购,小区送达情况,
  分期方式`);
const SHORT_2026 = headerOf(`
  商品,订单号,订单状态,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),
  商品数量(件),发货时间,确认收货时间,商品id,商品规格,样式ID,商家编码-规格维度,商家编码-商品维度,商家备注,售后状态,快递单号,快递公司,
  订单成交时间`);
const WIDE_2026_BEGINS = headerOf(
  '商品,订单号,订单状态,商品数量(件),是否先用后付,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间',
);

export const PINDUODUO_HEADERS = {
  'pinduoduo-2020': YEAR_2020,
  'pinduoduo-2023': YEAR_2023,
  'pinduoduo-2026-short': SHORT_2026,
  'pinduoduo-2026-short-27': [...SHORT_2026, ...headerOf('是否分期,分期期数,手续费承担方,分期方式')],
  'pinduoduo-2026-wide': [
    ...WIDE_2026_BEGINS,
    ...YEAR_2023.filter((name) => !WIDE_2026_BEGINS.includes(name)),
  ],
};

/** What an empty text cell holds. */
export const EMPTY = '\t';
/** @param {string | null} value */
const text = (value) => `${value ?? ''}\t`;

/** @param {Truth} order */
export function pinduoduoState(order) {
  if (order.phase === 'unpaid') return '待支付';
  if (order.phase === 'cancelled') return '已取消';
  if (order.phase === 'unshipped') return order.refunded ? '未发货，退款成功' : '待发货';
  if (order.phase === 'shipped') return order.refunded ? '已发货，退款成功' : '已发货，待收货';
  return order.refunded ? '已收货，退款成功' : '已收货';
}

/** @param {Truth} order */
export const pinduoduoAfterSaleState = (order) => {
  if (order.afterSale === 'open') return '售后处理中';
  return order.afterSale === 'refunded' ? '退款成功' : '无售后或售后取消';
};

/** @type {import('./cells.js').CellMakers} */
export const PINDUODUO_CELLS = {
  商品: ({ line }) => line.product.name,
  订单号: ({ order }) => order.orderId,
  订单状态: ({ order }) => pinduoduoState(order),
  售后状态: ({ order }) => pinduoduoAfterSaleState(order),
  是否先用后付: ({ order }) => yesNo(order.payLater),
  '商品总价(元)': ({ amounts }) => yuan(amounts.goodsFen),
  '邮费(元)': ({ amounts }) => yuan(amounts.postageFen),
  '店铺优惠折扣(元)': ({ amounts }) => yuan(amounts.shopFen),
  '平台优惠折扣(元)': ({ amounts }) => yuan(amounts.platformFen),
  '多多支付立减金额(元)': ({ amounts }) => yuan(amounts.payFen),
  '上门安装费(元)': ({ amounts }) => yuan(amounts.serviceFen),
  '送货入户费(元)': () => '0.00',
  '送货入户并安装费(元)': () => '0.00',
  '用户实付金额(元)': ({ amounts }) => yuan(amounts.buyerFen),
  '商家实收金额(元)': ({ amounts }) => yuan(amounts.receivableFen),
  '商品数量(件)': ({ line }) => String(line.quantity),
  收货人: ({ order }) => text(order.person.name),
  手机: ({ order }) => text(order.person.phone),
  省: ({ order }) => text(order.person.province),
  市: ({ order }) => text(order.person.city),
  区: ({ order }) => text(order.person.district),
  街道: ({ order }) => text(`${order.person.street}${order.person.address}`),
  '街道/镇': ({ order }) => text(order.person.street),
  订单成交时间: ({ order }) => text(order.createdAt),
  支付时间: ({ order }) => text(order.paidAt),
  拼单成功时间: ({ order }) => text(order.paidAt),
  订单确认时间: ({ order }) => text(order.paidAt),
  承诺发货时间: ({ order }) => text(order.paidAt === null ? null : order.promisedAt),
  发货时间: ({ order }) => text(order.shippedAt),
  确认收货时间: ({ order }) => text(order.receivedAt),
  商品id: ({ line }) => text(line.product.id),
  商品规格: ({ line }) => text(line.spec),
  样式ID: ({ line }) => text(styleId(line)),
  商品一级类目: ({ line }) => text(line.product.category),
  '商家编码-规格维度': ({ line }) => text(`A${styleId(line).slice(-6)}`),
  '商家编码-SKU维度': ({ line }) => text(`A${styleId(line).slice(-6)}`),
  商家备注: ({ order }) => text(order.sellerNote),
  买家留言: ({ order }) => text(order.buyerNote),
  快递单号: ({ order }) => text(order.waybill),
  快递公司: ({ order }) => text(order.carrier),
  是否审核中: () => '否',
  是否抽奖或0元试用: ({ order }) => yesNo(order.outcome === 'trial'),
  是否顺丰加价: () => '否',
  是否门店自提: () => '否',
  是否直播间成交: ({ line }) => yesNo(line.product.category === '珠宝'),
  是否直播间引导成交: () => '否',
  是否分期: () => '否',
  是否无痕发货: () => '否',
  是否社区团购: () => '否',
};

/** @param {import('./order-lines.js').Line} line */
function styleId(line) {
  const at = line.product.specs.findIndex((spec) => spec.name === line.spec);
  return `${line.product.id.replace('61', '71')}${at + 1}`;
}
