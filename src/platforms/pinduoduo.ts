// How Pinduoduo's order, bill and after-sales exports look, and what their headers were called over the years.

import {
  CHINESE_AFTER_SALE_STATES,
  CHINESE_STATES,
  DEFAULT_TERMS,
  RECIPIENT_HEADERS,
  SHARED_AFTER_SALES_COLUMNS,
  SHARED_COLUMNS,
} from './common.js';
import type { AfterSalesFormat, BillFormat, OrdersFormat } from './types.js';

export const pinduoduoOrders = {
  platform: 'pinduoduo',
  kind: 'orders',
  columns: {
    ...SHARED_COLUMNS,
    ...RECIPIENT_HEADERS,
    order_id: ['订单号', '订单编号'],
    status: ['订单状态'],
    after_sale_status: ['售后状态'],
    buyer_paid: ['用户实付金额(元)', '用户实付金额'],
    merchant_receives: ['商家实收金额(元)', '商家实收金额'],
    goods_total: ['商品总价(元)', '商品总价'],
    quantity: ['商品数量(件)', '商品数量'],
    postage: ['邮费(元)', '邮费'],
    service_fee: ['上门安装费(元)', '送货入户费(元)', '送货入户并安装费(元)', '服务费(元)', '服务费'],
    shop_discount: ['店铺优惠折扣(元)', '店铺优惠折扣'],
    platform_part: ['平台优惠折扣(元)', '多多支付立减金额(元)', '平台优惠折扣', '多多支付立减金额'],
    created_at: ['订单成交时间'],
    paid_at: ['支付时间'],
    grouped_at: ['拼单成功时间'],
    promised_ship_at: ['承诺发货时间'],
    shipped_at: ['发货时间'],
    received_at: ['确认收货时间'],
    product: ['商品'],
    product_id: ['商品id'],
    spec: ['商品规格'],
    style_id: ['样式ID'],
    waybill: ['快递单号'],
    carrier: ['快递公司'],
    logistics: ['物流信息'],
    warehouse: ['仓库所在地址'],
    buyer_phone: ['用户购买手机号'],
    seller_note: ['商家备注'],
    buyer_note: ['买家留言'],
    lottery: ['是否抽奖或0元试用'],
    under_review: ['是否审核中', '是否异常'],
    group_id: ['团ID'],
    live: ['是否直播间成交', '是否直播间订单'],
  },
  otherHeaders: [
    ...[
      '身份证姓名',
      '身份证号码',
      '国家',
      '订单确认时间',
      '承诺送达时间',
      '消费者资料',
      '消费者资料上传时间',
    ],
    ...['商家编码-规格维度', '商家编码-SKU维度', '商家编码-商品维度'],
    ...['商品一级类目', '商品二级类目', '商品三级类目', '商品四级类目'],
    ...['赠品名称', '赠品id', '赠品规格', '赠品数量', '团身份', '订单来源', '充值号码', '旅行类信息'],
    ...['是否已开始配送', '配送员是否已送达', '配送状态', '同城是否普通快递', '配送员手机号', '预约配送时间'],
    ...[
      '是否顺丰加价',
      '是否门店自提',
      '门店名称',
      '门店自定义编码',
      '是否无痕发货',
      '是否社区团购',
      '小区送达情况',
    ],
    ...['关联货品编码', '货品名称', '货品类型', '子货品', '仓库名称', '保税仓', '海淘清关订单号'],
    ...['支付ID', '是否直播间引导成交', '是否节能补贴'],
    ...['是否分期', '分期期数', '手续费承担方', '分期方式'],
  ],
  required: [['order_id'], ['status'], ['buyer_paid', 'merchant_receives']],
  ownHeaders: [
    ...[
      '用户实付金额(元)',
      '用户实付金额',
      '商家实收金额(元)',
      '商家实收金额',
      '订单成交时间',
      '拼单成功时间',
    ],
    ...['店铺优惠折扣(元)', '平台优惠折扣(元)', '多多支付立减金额(元)', '样式ID', '是否抽奖或0元试用'],
    ...['商家编码-规格维度', '商家编码-SKU维度', '商家编码-商品维度'],
  ],
  templates: [
    { name: '2026 wide + 是否先用后付', has: ['是否先用后付', '支付时间'], lacks: [] },
    {
      name: '2026 short',
      has: ['订单成交时间'],
      lacks: ['支付时间', '支付方式', '承诺发货时间', '是否分期', '是否先用后付'],
    },
    {
      name: '2026 short + 分期',
      has: ['订单成交时间', '是否分期', '分期方式'],
      lacks: ['支付时间', '支付方式', '承诺发货时间', '是否先用后付'],
    },
    { name: '2023 full', has: ['订单成交时间', '支付时间'], lacks: ['是否先用后付', '拼单成功时间'] },
    { name: '2020 wide', has: ['拼单成功时间', '支付时间'], lacks: ['是否先用后付', '订单成交时间'] },
  ],
  orderIdPattern: /^\d{6}-\d{15}$/,
  states: CHINESE_STATES,
  afterSaleStates: CHINESE_AFTER_SALE_STATES,
  terms: DEFAULT_TERMS,
} as const satisfies OrdersFormat;

/** 货款明细. Its header stands below a preamble that states the period; a footer of `#` rows ends it with totals. */
export const pinduoduoBill = {
  platform: 'pinduoduo',
  kind: 'bill',
  required: [
    ['商户订单号'],
    ['发生时间'],
    ['收入金额（+元）'],
    ['支出金额（-元）'],
    ['账务类型', '业务描述'],
  ],
  headers: ['商户订单号', '发生时间', '收入金额（+元）', '支出金额（-元）', '账务类型', '备注', '业务描述'],
  columns: {
    order_id: ['商户订单号'],
    time: ['发生时间'],
    income: ['收入金额（+元）'],
    expense: ['支出金额（-元）'],
    type: ['账务类型'],
    remark: ['备注'],
    description: ['业务描述'],
  },
  /** The mall id stands in the file's name only: `pdd-mall-bill-detail(100200300)_…`. */
  shopIdInName: /pdd-mall-bill-detail[(（](\d{1,20})[)）]/i,
} as const satisfies BillFormat & { readonly shopIdInName: RegExp };

const AFTER_SALES_COLUMNS = {
  after_sale_id: ['售后编号', '售后单号'],
  order_id: ['订单编号', '订单号'],
  after_sale_status: ['售后状态'],
  after_sale_type: ['退款类型', '售后类型'],
  // What goes back to the buyer; 交易金额 is what the order was worth and is never read.
  refund: ['退款金额', '退款金额(元)'],
  applied_at: ['申请时间', '售后申请时间'],
  ...SHARED_AFTER_SALES_COLUMNS,
} as const satisfies AfterSalesFormat['columns'];

/**
 * The sheet 售后信息. The order number is 订单编号 here; columns stand in any order and are found by name. 收货人 is known
 * and never read.
 */
export const pinduoduoAfterSales = {
  platform: 'pinduoduo',
  kind: 'after-sales',
  required: [['售后编号'], ['订单编号', '订单号'], ['售后状态', '退款类型', '退款金额', '退款金额(元)']],
  headers: [
    ...Object.values(AFTER_SALES_COLUMNS).flat(),
    ...['交易金额', '交易金额(元)', '订单状态', '收货人', '商品名称'],
  ],
  columns: AFTER_SALES_COLUMNS,
} as const satisfies AfterSalesFormat;
