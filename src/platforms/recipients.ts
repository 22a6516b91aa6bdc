// The tables in which a merchant's own software tells of recipients: ERP, label printer, warehouse. Columns only, no states.

import { RECIPIENT_HEADERS, SHARED_COLUMNS } from './common.js';
import type { RecipientsFormat } from './types.js';

/**
 * H: published by the software's own documentation or seen in the public API; M: as public templates and tutorials show
 * it; others are plain words that several programs share.
 */
const COLUMNS = {
  // The platform's own number goes before 订单号 and 订单编号, which in an ERP may be its internal one. 线上订单号 (M) is
  // 聚水潭's, 原始单号 (M) 旺店通's, 平台订单号 and 平台单号 (M) 快麦's and 菜鸟打印's, 商户订单号 (H) the bills' word.
  order_id: [
    ...['平台订单号', '平台订单编号', '平台单号', '线上订单号', '线上单号', '原始单号', '原始订单号'],
    ...['店铺订单号', '网店订单号', '交易编号', '交易号', '交易单号', '商户订单号', '外部订单号', '来源单号'],
    ...['order_sn', 'order_id', 'platform_order_id', 'tid', '订单号', '订单编号'],
  ],
  waybill: [
    ...['快递单号', '运单号', '物流单号', '面单号', '电子面单号', '运单号码', '快递运单号', '物流运单号'],
    ...['waybill', 'waybill_no', 'tracking_number', 'logistics_no', 'mail_no'],
  ],
  // H: the open platforms' names, as label printers pass them on. Pinduoduo's open_address_id and Kuaishou's
  // openAddressId stand for name, phone and address together; oaid (H) is the same of other software's.
  recipient_id: ['open_address_id', 'openAddressId', 'open_address_id_2', 'oaid', '收件人ID', '收货人ID'],
  // H: Kuaishou's buyerOpenId stands for the buyer's account in one shop.
  buyer_id: [
    'buyerOpenId',
    'buyer_open_id',
    '买家ID',
    '买家账号',
    '买家昵称',
    '买家',
    '会员名',
    '客户网名',
    'buyer_id',
  ],
  recipient: [
    ...RECIPIENT_HEADERS.recipient,
    ...['收件人名称', '收货人名称', '收方姓名', '收件方', '客户姓名', '姓名', 'recipient', 'receiver_name'],
  ],
  phone: [
    ...RECIPIENT_HEADERS.phone,
    ...['收件人手机号', '收件人联系方式', '收件手机', '收件电话', '收货手机', '手机号码', '移动电话'],
    ...[
      '收方手机',
      '收方电话',
      '联系电话',
      '联系方式',
      '电话',
      '收货人联系电话',
      'phone',
      'receiver_mobile',
      'mobile',
    ],
  ],
  province: [
    ...RECIPIENT_HEADERS.province,
    ...[
      '收货地址-省',
      '收货省份',
      '收件省',
      '收件省份',
      '收件人省',
      '收件人省份',
      '收货人省份',
      'province',
      'receiver_province',
    ],
  ],
  city: [
    ...RECIPIENT_HEADERS.city,
    ...[
      '收货地址-市',
      '收货城市',
      '收件市',
      '收件城市',
      '收件人市',
      '收件人城市',
      '收货人城市',
      'city',
      'receiver_city',
    ],
  ],
  district: [
    ...RECIPIENT_HEADERS.district,
    ...[
      '收货地址-区',
      '收货区县',
      '收件区',
      '收件区县',
      '收件人区',
      '收件人区县',
      '收货人区县',
      '区域',
      'district',
      'receiver_district',
    ],
  ],
  street: [...RECIPIENT_HEADERS.street, '收货地址-街道', '收货街道', '乡镇', 'street', 'receiver_town'],
  address: [
    ...['收货地址', '收件地址', '详细地址', '收货人地址', '收件人地址', '收货详细地址', '收件详细地址'],
    ...['收件人详细地址', '收货人详细地址', '收方地址', '地址', 'address', 'receiver_address'],
  ],
} as const satisfies RecipientsFormat['columns'];

/**
 * Is tried only where recipients are asked for, and behind all exports: a platform's orders with recipients in them stay
 * orders. One column to join by and one that tells of the recipient suffice.
 */
export const recipientsTable = {
  platform: 'generic',
  kind: 'recipients',
  required: [
    [...COLUMNS.order_id, ...COLUMNS.waybill],
    [
      ...COLUMNS.recipient_id,
      ...COLUMNS.buyer_id,
      ...COLUMNS.recipient,
      ...COLUMNS.phone,
      ...COLUMNS.address,
    ],
  ],
  headers: [
    ...Object.values(COLUMNS).flat(),
    ...SHARED_COLUMNS.shop_name,
    ...SHARED_COLUMNS.shop_id,
    ...['内部订单号', '系统单号', '快递公司', '物流公司', '商品名称', '商品信息', '数量', '商品数量', '规格'],
    ...[
      '发货时间',
      '付款时间',
      '下单时间',
      '打印时间',
      '订单状态',
      '状态',
      '备注',
      '卖家备注',
      '买家留言',
      '序号',
    ],
    ...['寄件人', '寄件人姓名', '寄件电话', '寄件地址', '重量', '仓库', '平台', '店铺平台', '邮编'],
  ],
  columns: COLUMNS,
} as const satisfies RecipientsFormat;
