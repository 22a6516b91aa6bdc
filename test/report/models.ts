// Models of reports as a run would make them, for the tests of their texts; all people and shops are invented.
import type { InputSummary, InspectModel, ProblemReport, SummaryModel } from '../../src/report/model.js';

const ORDERS_INPUT: InputSummary = {
  name: 'd92borders_export2026-07-20-10-09-23.csv',
  path: '/data/d92borders_export2026-07-20-10-09-23.csv',
  kind: 'orders',
  platform: 'pinduoduo',
  template: '2026 short',
  encoding: 'gb18030',
  bom: false,
  delimiter: ',',
  sepLine: false,
  bytes: 1_234_567,
  headerRow: 1,
  records: { audited: 4868, rejected: 3, blank: 1, header: 1, preamble: 0, footer: 1 },
  lineEnds: [{ kind: 'crlf', records: 4874 }],
};

export const BILL_INPUT: InputSummary = {
  ...ORDERS_INPUT,
  name: 'pdd-mall-bill-detail(1001)_2026-07-20-10-09-55_2175.csv',
  path: '/data/pdd-mall-bill-detail(1001)_2026-07-20-10-09-55_2175.csv',
  kind: 'bill',
  template: null,
  headerRow: 5,
  records: null,
  lineEnds: [],
};

export const NO_PROBLEMS: ProblemReport = { kept: [], counts: [], inputs: [ORDERS_INPUT.name] };

const PROBLEMS: ProblemReport = {
  inputs: [ORDERS_INPUT.name],
  kept: [
    { code: 'amount-unreadable', input: 0, record: 12, column: '用户实付金额(元)', text: '1.2万' },
    { code: 'order-id-damaged', input: 0, record: 40, column: '订单号', text: '2.60531E+14' },
    { code: 'time-unreadable', input: 0, record: 88, column: '发货时间', text: '2026-02-30 10:00:00' },
    {
      code: 'state-unknown',
      input: 0,
      record: 7,
      column: '订单状态',
      text: '已发货，派送异常',
      count: 14,
    },
    { code: 'column-duplicate', input: 0, record: 1, column: '商家备注' },
    { code: 'line-ends-mixed', input: 0, record: 0 },
  ],
  counts: [
    { code: 'amount-unreadable', input: 0, count: 2 },
    { code: 'order-id-damaged', input: 0, count: 1 },
    { code: 'time-unreadable', input: 0, count: 5 },
    { code: 'state-unknown', input: 0, count: 14 },
    { code: 'column-duplicate', input: 0, count: 1 },
    { code: 'line-ends-mixed', input: 0, count: 1 },
  ],
};

/** The shop of the summary in the project's words, before any bill is read. */
export const SUMMARY: SummaryModel = {
  inputs: [ORDERS_INPUT],
  asOf: '2026-07-20',
  asOfSource: 'filename',
  records: 4871,
  orders: 4862,
  payLater: { orders: 1710, fen: 39_821_460 },
  ordinary: 3146,
  unknown: { orders: 6, fen: 81_230 },
  evidence: [
    { source: 'column', orders: 1500 },
    { source: 'list', orders: 210 },
  ],
  rejected: { records: 3, fen: 45_600 },
  receivableFen: 39_821_460,
  refundedFen: 3_194_280,
  refundAssumed: { orders: 6, fen: 120_400 },
  collectedFen: 0,
  outstanding: { orders: 1470, fen: 36_627_180 },
  unproven: { orders: 1470, fen: 36_627_180 },
  receivableZero: { orders: 2, fen: 299_900 },
  lineAmountUndecidedFen: 12_800,
  stages: [
    { stage: 'unshipped', orders: 38, fen: 984_600 },
    { stage: 'in-transit', orders: 115, fen: 1_937_240 },
    { stage: 'receipt-late', orders: 6, fen: 200_000 },
    { stage: 'received', orders: 1211, fen: 28_297_930 },
    { stage: 'overdue', orders: 89, fen: 4_776_680 },
    { stage: 'frozen', orders: 11, fen: 430_730 },
    { stage: 'closed', orders: 0, fen: 0 },
  ],
  aging: [
    { bucket: 'not-due', orders: 1332, fen: 30_435_170 },
    { bucket: '1-3', orders: 54, fen: 241_800 },
    { bucket: '4-30', orders: 19, fen: 1_423_680 },
    { bucket: '31-60', orders: 9, fen: 1_249_700 },
    { bucket: '61-90', orders: 5, fen: 1_331_600 },
    { bucket: '91+', orders: 2, fen: 529_900 },
    { bucket: 'no-due-date', orders: 38, fen: 984_600 },
    { bucket: 'frozen', orders: 11, fen: 430_730 },
    { bucket: 'invalid', orders: 0, fen: 0 },
  ],
  terms: [{ platform: 'pinduoduo', autoReceiptDays: 10, graceDays: 1 }],
  cannotShow: ['pay-later', 'recipients', 'buyer-id', 'promised-time', 'settlement'],
  problems: PROBLEMS,
  copies: ['/data/d92borders_export2026-07-20-10-09-23.audited.csv'],
  rejectsFile: '/data/没读进来.csv',
  skipped: [{ path: '/data/旧的.audited.csv', code: 'copy-as-input' }],
};

const NOTHING = { orders: 0, fen: 0 };

/** A file with a header and no row below it. */
export const EMPTY_SUMMARY: SummaryModel = {
  ...SUMMARY,
  asOf: null,
  asOfSource: null,
  records: 0,
  orders: 0,
  payLater: NOTHING,
  ordinary: 0,
  unknown: NOTHING,
  evidence: [],
  rejected: { records: 0, fen: 0 },
  receivableFen: 0,
  refundedFen: 0,
  refundAssumed: NOTHING,
  outstanding: NOTHING,
  unproven: NOTHING,
  receivableZero: NOTHING,
  lineAmountUndecidedFen: 0,
  stages: SUMMARY.stages.map(({ stage }) => ({ stage, ...NOTHING })),
  aging: SUMMARY.aging.map(({ bucket }) => ({ bucket, ...NOTHING })),
  problems: NO_PROBLEMS,
  rejectsFile: null,
  skipped: [],
};

export const INSPECTED: InspectModel = {
  input: ORDERS_INPUT,
  columns: [
    { position: 1, header: '店铺名称', field: 'shop_name', use: 'read' },
    { position: 2, header: '商品', field: 'product', use: 'read' },
    { position: 3, header: '订单号', field: 'order_id', use: 'read' },
    { position: 4, header: '订单状态', field: 'status', use: 'read' },
    { position: 5, header: '用户实付金额(元)', field: 'buyer_paid', use: 'read' },
    { position: 6, header: '商家实收金额(元)', field: 'merchant_receives', use: 'read' },
    { position: 7, header: '商家编码-规格维度', field: null, use: 'known' },
    { position: 8, header: '商家编码-商品维度', field: null, use: 'known' },
    { position: 9, header: '毛利', field: null, use: 'unknown' },
    { position: 10, header: '商家备注', field: 'seller_note', use: 'read' },
    { position: 11, header: '商家备注', field: null, use: 'duplicate' },
    { position: 12, header: '', field: null, use: 'blank' },
    { position: 28, header: '发货时间', field: 'shipped_at', use: 'read' },
  ],
  missing: [
    { field: 'pay_later', header: '是否先用后付' },
    { field: 'paid_at', header: '支付时间' },
    { field: 'promised_ship_at', header: '承诺发货时间' },
  ],
  states: [
    { text: '已收货', state: 'received', refunded: false, records: 3120 },
    { text: '已发货，待收货', state: 'shipped', refunded: false, records: 1200 },
    { text: '已发货，退款成功', state: 'shipped', refunded: true, records: 41 },
    { text: '已发货，派送异常', state: null, refunded: false, records: 14 },
  ],
  afterSaleStates: [
    { text: '无售后或售后取消', state: 'none', refunded: false, records: 4800 },
    { text: '售后处理中', state: 'open', refunded: false, records: 27 },
    { text: '', state: 'none', refunded: false, records: 41 },
  ],
  payLater: { columns: [], yes: 0, no: 0, unknown: 4862 },
  orders: 4862,
  firstEvent: '2026-04-22',
  latestEvent: '2026-07-20 09:58:11',
  exportTime: '2026-07-20 10:09:23',
  canShow: ['shipping-time', 'receipt-time', 'after-sale', 'waybill'],
  cannotShow: ['pay-later', 'recipients', 'buyer-id', 'promised-time', 'settlement'],
  problems: PROBLEMS,
};
