// What the order exports share whatever the platform: columns that an ERP adds, states, and the terms of pay-later.

import type { AfterSaleType } from '../core/after-sales-book.js';
import type { OrderField } from '../core/fields.js';
import type { AfterSaleState, OrderState } from '../core/status.js';
import type { AfterSalesFormat } from './types.js';

type Columns = Readonly<Partial<Record<OrderField, readonly string[]>>>;

/**
 * Columns that may stand in an export of any platform because a merchant's own software put them there,
 * and that no platform uses for something else. A platform's own headers go before these.
 */
export const SHARED_COLUMNS = {
  pay_later: ['是否先用后付', '先用后付'],
  pay_method: ['支付方式', '付款方式'],
  order_type: ['订单类型'],
  order_tags: ['订单标签', '订单标记'],
  pay_state: ['付款状态', '支付状态', '扣款状态'],
  due_date: ['应付款日期', '最晚付款时间', '到期日'],
  buyer_id: ['买家ID', '买家昵称', 'buyerOpenId', 'buyer_open_id'],
  shop_name: ['店铺名称', '店铺', '店铺名'],
  shop_id: ['店铺ID', '商家ID', 'mall id', 'mall_id'],
} as const satisfies Columns;

/** Plain names of the recipient columns, as an ERP or a label printer writes them. */
export const RECIPIENT_HEADERS = {
  recipient: ['收货人', '收货人姓名', '收件人', '收件人姓名'],
  phone: [
    '手机',
    '手机号',
    '收货人手机',
    '收货人手机号',
    '收货人电话',
    '收货电话',
    '收件人手机',
    '收件人电话',
  ],
  province: ['省', '省份', '收货省'],
  city: ['市', '城市', '收货市'],
  district: ['区', '区县', '区/县', '收货区'],
  street: ['街道/镇', '街道'],
  address: ['详细地址', '收货地址', '收件地址'],
} as const satisfies Columns;

const state = (phase: OrderState['phase'], refunded = false): OrderState => ({ phase, refunded });

/** 订单状态 of both platforms, now and before; no text means one thing here and another there. */
export const CHINESE_STATES: Readonly<Record<string, OrderState>> = {
  待支付: state('unpaid'),
  待付款: state('unpaid'),
  待发货: state('unshipped'),
  已发货: state('shipped'),
  '已发货，待收货': state('shipped'),
  '已发货，待签收': state('shipped'),
  已收货: state('received'),
  已签收: state('received'),
  交易成功: state('received'),
  已取消: state('cancelled'),
  交易关闭: state('cancelled'),
  '未支付，交易关闭': state('cancelled'),
  '未发货，退款成功': state('unshipped', true),
  '已发货，退款成功': state('shipped', true),
  '已收货，退款成功': state('received', true),
  '已签收，退款成功': state('received', true),
  '已取消，退款成功': state('cancelled', true),
};

/** 售后状态 of both platforms. Texts that name a failed after-sale in other words: ingest/states. */
export const CHINESE_AFTER_SALE_STATES: Readonly<Record<string, AfterSaleState>> = {
  无售后或售后取消: 'none',
  无售后: 'none',
  售后处理中: 'open',
  退款中: 'open',
  退款成功: 'refunded',
  售后成功: 'succeeded',
  售后关闭: 'closed',
  售后失败: 'closed',
};

/**
 * When an after-sale ended. No platform is known to write such a column; other back offices and an ERP that joins their
 * exports do, under these names. Without it a withdrawn after-sale has no end that could restart the clock.
 */
const AFTER_SALE_END_HEADERS = [
  '售后完结时间',
  '售后关闭时间',
  '售后完成时间',
  '完结时间',
  '关闭时间',
] as const;

/** Columns of after-sales exports that have one name on both platforms, as far as they have them. */
export const SHARED_AFTER_SALES_COLUMNS = {
  agreed_at: ['同意退款时间', '退款成功时间'],
  closed_at: AFTER_SALE_END_HEADERS,
  deadline_at: ['超时时间'],
  product_id: ['商品ID'],
  outbound_waybill: ['发货运单号', '发货快递单号'],
  return_waybill: ['退货运单号', '退货快递单号', '退货物流单号'],
  return_logistics: ['退货物流状态'],
  reason: ['售后原因', '退款原因', '申请原因'],
  remark: ['备注', '售后备注'],
} as const satisfies Partial<AfterSalesFormat['columns']>;

/**
 * 售后状态 of a row of an after-sales export, besides those above. They are the texts of Pinduoduo's open API (whose
 * description many public programs carry word for word, so that a drift of the page's words is likely to stay near
 * them). Texts that speak plainly by how they end, 退款关闭, 待商家处理, are not listed: ingest/after-sale-texts.
 */
export const AFTER_SALE_ROW_STATES: Readonly<Record<string, AfterSaleState>> = {
  ...CHINESE_AFTER_SALE_STATES,
  // A row stands there because something was asked for: without an after-sale it was taken back.
  无售后: 'closed',
  无售后或售后取消: 'closed',
  '买家逾期，超过有效期': 'closed',
  平台处理中: 'open',
  退款完成: 'refunded',
  已退款: 'refunded',
  换货补寄成功: 'succeeded',
  换货成功: 'succeeded',
  换货完成: 'succeeded',
  补寄成功: 'succeeded',
  补寄完成: 'succeeded',
  维修成功: 'succeeded',
  维修完成: 'succeeded',
  售后完成: 'succeeded',
};

/** 退款类型 / 售后类型 of both platforms; 拦截退货 is money for a parcel that is called back on its way. */
export const AFTER_SALE_ROW_TYPES: Readonly<Record<string, AfterSaleType>> = {
  仅退款: 'refund-only',
  退货退款: 'return',
  退款退货: 'return',
  拦截退货: 'return',
  换货: 'exchange',
  补寄: 'resend',
  缺货补寄: 'resend',
  维修: 'repair',
};

/** Nobody publishes these days: a default that is printed wherever it is used, and can be configured. */
export const DEFAULT_TERMS = { autoReceiptDays: 10, graceDays: 1 } as const;

/** Days from receipt to income where too few ordinary orders tell. */
export const DEFAULT_LAG_DAYS = { pinduoduo: 2, kuaishou: 15, generic: 2 } as const;
