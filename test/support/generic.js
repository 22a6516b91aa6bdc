// A shop system's own order export, in English and in Chinese: what the generic profile is for.

import { yesNo, yuan } from './cells.js';
import { pinduoduoAfterSaleState, pinduoduoState } from './pinduoduo.js';

/** Field by field: the English header, the Chinese one, and the cell. */
/** @type {readonly (readonly [en: string, zh: string, cell: (row: import('./cells.js').Row) => string])[]} */
const COLUMNS = [
  ['order_id', '订单编号', ({ order }) => order.orderId],
  ['pay_later', '先用后付', ({ order }) => yesNo(order.payLater)],
  ['buyer_paid', '实付金额', ({ amounts }) => yuan(amounts.buyerFen)],
  ['merchant_receives', '应收金额', ({ amounts }) => yuan(amounts.receivableFen)],
  ['goods_total', '商品金额', ({ amounts }) => yuan(amounts.goodsFen)],
  ['postage', '运费', ({ amounts }) => yuan(amounts.postageFen)],
  ['shop_discount', '店铺优惠', ({ amounts }) => yuan(amounts.shopFen)],
  ['platform_part', '平台优惠', ({ amounts }) => yuan(amounts.platformFen)],
  ['quantity', '数量', ({ line }) => String(line.quantity)],
  ['created_at', '下单时间', ({ order }) => order.createdAt],
  ['paid_at', '付款时间', ({ order }) => order.paidAt ?? ''],
  ['shipped_at', '发货时间', ({ order }) => order.shippedAt ?? ''],
  ['received_at', '收货时间', ({ order }) => order.receivedAt ?? ''],
  ['product', '商品名称', ({ line }) => line.product.name],
  ['product_id', '商品ID', ({ line }) => line.product.id],
  ['spec', '商品规格', ({ line }) => line.spec],
  ['waybill', '运单号', ({ order }) => order.waybill],
  ['carrier', '快递公司', ({ order }) => order.carrier],
  ['recipient', '收货人', ({ order }) => order.person.name],
  ['phone', '手机号', ({ order }) => order.person.phone],
  ['province', '省份', ({ order }) => order.person.province],
  ['city', '城市', ({ order }) => order.person.city],
  ['district', '区县', ({ order }) => order.person.district],
  ['address', '详细地址', ({ order }) => order.person.address],
  ['seller_note', '卖家备注', ({ order }) => order.sellerNote],
  ['buyer_note', '买家留言', ({ order }) => order.buyerNote],
];

export const GENERIC_HEADERS = {
  'generic-en': ['order_id', 'status', 'after_sale_status', ...COLUMNS.slice(1).map(([en]) => en)],
  'generic-zh': ['订单编号', '订单状态', '售后状态', ...COLUMNS.slice(1).map(([, zh]) => zh)],
};

const PHASES_EN = {
  unpaid: 'unpaid',
  unshipped: 'awaiting shipment',
  shipped: 'in transit',
  received: 'received',
  cancelled: 'cancelled',
};

/** The two columns whose words differ between the languages, and the rest. */
/** @type {import('./cells.js').CellMakers} */
export const GENERIC_CELLS = {
  status: ({ order }) => `${PHASES_EN[order.phase]}${order.refunded ? ', refunded' : ''}`,
  订单状态: ({ order }) => pinduoduoState(order),
  after_sale_status: ({ order }) => order.afterSale,
  售后状态: ({ order }) => pinduoduoAfterSaleState(order),
  ...Object.fromEntries(
    COLUMNS.flatMap(([en, zh, cell]) => [
      [en, cell],
      [zh, cell],
    ]),
  ),
};
