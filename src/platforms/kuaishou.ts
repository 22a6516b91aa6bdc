// How Kuaishou's order, settlement and after-sales exports look, and what their headers were called over the years.

import {
  CHINESE_AFTER_SALE_STATES,
  CHINESE_STATES,
  DEFAULT_TERMS,
  RECIPIENT_HEADERS,
  SHARED_AFTER_SALES_COLUMNS,
  SHARED_COLUMNS,
} from './common.js';
import type { AfterSalesFormat, BillFormat, OrdersFormat } from './types.js';

export const kuaishouOrders = {
  platform: 'kuaishou',
  kind: 'orders',
  columns: {
    ...SHARED_COLUMNS,
    order_id: ['订单号', '订单编号'],
    gift_order_id: ['赠品订单号'],
    status: ['订单状态'],
    after_sale_status: ['售后状态'],
    buyer_paid: ['实付款'],
    unit_price: ['商品单价'],
    quantity: ['成交数量'],
    postage: ['快递费'],
    shop_discount: ['店铺优惠'],
    platform_part: ['平台补贴', '主播补贴', '混资活动优惠', '支付优惠', '国补/类国补/消费券'],
    created_at: ['订单创建时间'],
    paid_at: ['订单支付时间'],
    promised_ship_at: ['预售/承诺发货时间'],
    shipped_at: ['发货时间'],
    // The platform writes no receipt time; an ERP that knows it may have added one.
    received_at: ['确认收货时间', '收货时间'],
    product: ['商品名称'],
    product_id: ['商品ID'],
    spec: ['商品规格'],
    style_id: ['SKU编码'],
    waybill: ['快递单号'],
    carrier: ['快递公司'],
    logistics: ['物流信息'],
    recipient: ['收货人姓名', ...RECIPIENT_HEADERS.recipient],
    phone: ['收货人电话', ...RECIPIENT_HEADERS.phone],
    province: ['收货地址-省', ...RECIPIENT_HEADERS.province],
    city: ['收货地址-市', ...RECIPIENT_HEADERS.city],
    district: ['收货地址-区', ...RECIPIENT_HEADERS.district],
    street: ['收货地址-街道', ...RECIPIENT_HEADERS.street],
    address: ['收货地址', ...RECIPIENT_HEADERS.address],
    warehouse: ['仓库地址'],
    seller_note: ['订单备注'],
    buyer_note: ['买家留言'],
    live: ['订单载体'],
    promoter: ['CPS达人ID'],
  },
  otherHeaders: [
    ...['活动订单编号', '活动订单', '预售定金支付时间', '账号类型', '账号明细', '旗帜颜色', '国补类型'],
    ...['渠道', 'CPS达人昵称', '预估推广佣金', '预估推广者分佣比例', '团长ID', '团长昵称'],
    ...['快赚客ID', '快赚客昵称', '授权推广者ID', '授权推广者昵称', '集运类型', '直邮类型', '发货类型'],
    ...['仓库名称', '实名姓名', '服务门店ID', '服务门店名称', '服务门店地址', '订单销售主体'],
  ],
  required: [['order_id'], ['status'], ['buyer_paid']],
  // 实付款 alone proves nothing: merchants' own tables use the word too.
  ownHeaders: [
    ...[
      '订单创建时间',
      '订单支付时间',
      '预售/承诺发货时间',
      '成交数量',
      '混资活动优惠',
      '主播补贴',
      '快递费',
    ],
    ...['赠品订单号', '国补/类国补/消费券', '订单载体', 'CPS达人ID', '快赚客ID', '收货地址-省', 'SKU编码'],
  ],
  templates: [
    { name: '64 columns', has: ['发货类型', '订单销售主体'], lacks: [] },
    {
      name: '61 columns',
      has: ['活动订单编号', '服务门店ID'],
      lacks: ['国补类型', '发货类型', '订单销售主体'],
    },
  ],
  // The length is published nowhere; the examples in documents of the API have 16 digits.
  orderIdPattern: /^\d{10,20}$/,
  states: CHINESE_STATES,
  afterSaleStates: CHINESE_AFTER_SALE_STATES,
  terms: DEFAULT_TERMS,
} as const satisfies OrdersFormat;

/** What 合计收入 and 合计支出 of a settlement add up from, as far as is known; `(元)` behind a header is left out. */
const INCOME_PARTS = ['订单实付', '政府补贴', '支付营销补贴', '平台补贴', '商家补贴', '达人补贴'] as const;
const EXPENSE_PARTS = [
  ...['订单退款', '支付营销回退', '技术服务费', '预售增收技术服务费', '达人佣金', '团长佣金'],
  ...['快赚客佣金', '服务商佣金', '其他收费'],
] as const;

/** Columns that are no part of either sum: texts, numbers of other things, and the base of sharing. */
const NO_PARTS = [
  ...['商家ID', '订单号', '订单编号', '商品ID', '商品名称', '商品数量', '订单创建时间', '达人补贴明细'],
  ...['达人ID', 'MCN机构ID', '团长id', '佣金模式', '快赚客ID', '服务商ID', '分账基数', '其他收费明细'],
  ...['结算规则', '资金渠道', '账户名称', '结算商户号', '备注', '消费金信息'],
] as const;

const TOTALS = ['合计收入', '合计支出', '实际结算金额'] as const;

/** The two ways of writing a header of money. */
const withUnit = (name: string): readonly string[] => [`${name}(元)`, name];

/** 结算单. Its header does not always stand in the first row; half- and full-width brackets are mixed. */
export const kuaishouBill = {
  platform: 'kuaishou',
  kind: 'bill',
  required: [
    ['订单号', '订单编号'],
    withUnit('订单实付'),
    withUnit('合计收入'),
    withUnit('合计支出'),
    withUnit('实际结算金额'),
    ['实际结算时间'],
  ],
  headers: [...NO_PARTS, ...[...INCOME_PARTS, ...EXPENSE_PARTS, ...TOTALS].flatMap(withUnit), '实际结算时间'],
  columns: {
    order_id: ['订单号', '订单编号'],
    shop_id: ['商家ID'],
    buyer_paid: withUnit('订单实付'),
    income: withUnit('合计收入'),
    refund: withUnit('订单退款'),
    platform_refund: withUnit('支付营销回退'),
    expense: withUnit('合计支出'),
    settled: withUnit('实际结算金额'),
    time: ['实际结算时间'],
  },
  incomeParts: INCOME_PARTS,
  expenseParts: EXPENSE_PARTS,
  noParts: NO_PARTS,
} as const satisfies BillFormat & {
  readonly incomeParts: readonly string[];
  readonly expenseParts: readonly string[];
  readonly noParts: readonly string[];
};

const AFTER_SALES_COLUMNS = {
  after_sale_id: ['售后单号', '售后编号'],
  order_id: ['订单编号', '订单号'],
  after_sale_status: ['售后状态'],
  after_sale_type: ['售后类型', '退款类型'],
  refund: ['退款金额', '退款金额(元)'],
  applied_at: ['售后申请时间', '申请时间'],
  ...SHARED_AFTER_SALES_COLUMNS,
} as const satisfies AfterSalesFormat['columns'];

/** The after-sales export. Six of its columns are published; the others are read where a file has them. */
export const kuaishouAfterSales = {
  platform: 'kuaishou',
  kind: 'after-sales',
  required: [['售后单号'], ['订单编号', '订单号'], ['售后状态', '售后类型', '退款金额', '退款金额(元)']],
  headers: [...Object.values(AFTER_SALES_COLUMNS).flat(), '订单状态', '商品名称', '商品规格'],
  columns: AFTER_SALES_COLUMNS,
} as const satisfies AfterSalesFormat;
