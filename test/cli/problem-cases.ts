// A small file for every data problem, and the place at which the command must show it.
import type { ProblemCode } from '../../src/core/problem.js';
import { OTHER_HEADERS } from '../support/headers.js';

export interface ProblemCase {
  readonly file: string | Uint8Array;
  /** Row as Excel counts; 0 where the file as a whole is meant. */
  readonly row: number;
  /** Header of the column, where one is to blame. */
  readonly column?: string;
  /** Other files of the run, by name. */
  readonly others?: Readonly<Record<string, string>>;
  /** Shown by an audit with these words behind the file; `inspect` cannot know it. */
  readonly audit?: readonly string[];
  /** Words behind `inspect` and the file. */
  readonly inspect?: readonly string[];
  /** Where another input of the run is to blame, its name. */
  readonly input?: string;
}

const HEADER = '订单号,订单状态,实付金额,是否先用后付,发货时间,确认收货时间,邮费,备注';
const LINE = '260701-100000000000001,已收货,10.00,是,2026-07-02 08:00:00,2026-07-05 08:00:00,0.00,好';
const SECOND = '260701-100000000000002,已收货,20.00,是,2026-07-02 08:00:00,2026-07-05 08:00:00,0.00,好';

const table = (...lines: string[]): string => [HEADER, ...lines, ''].join('\n');
/** The table whose second order (row 3) is changed. */
const spoiled = (from: string, to: string): string => table(LINE, SECOND.replace(from, to));
const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf8 = (text: string): string => Buffer.from(text).toString('latin1');

const listed = (list: string) => ({
  others: { 'list.txt': list },
  audit: ['--pay-later-orders', 'list.txt'],
});
const rounded = Array.from({ length: 12 }, (_, i) => `${6912345678900000 + i * 10},已发货,1.00,是,,,,`);

/** Orders on which the platform bears 1.00, and behind them some on which the shop's amount tells another sum. */
const discounted = (plain: number, odd: number): string =>
  [
    '商品,订单号,订单状态,商品总价(元),平台优惠折扣(元),用户实付金额(元),商家实收金额(元),商品数量(件),是否先用后付',
    ...Array.from(
      { length: plain + odd },
      (_, i) =>
        `茶,260701-1000000000000${10 + i},已收货,10.00,1.00,9.00,${i < plain ? '10.00' : '9.50'},1,是`,
    ),
    '',
  ].join('\n');

const INCOME = '260701-100000000000001,2026-07-06 08:00:00,10.00,0.00,交易收入,-,0010002|交易收入-订单收入';
const FEE =
  '260701-100000000000001,2026-07-06 08:00:00,0.00,-0.06,技术服务费,-,0030002|技术服务费-基础技术服务费';
const FOOTER = ['#支出合计：1笔-0.06元', '#收入合计：1笔10.00元'];

/** A month's bill: its header is row 5, its first row row 6. */
const bill = (...lines: string[]): string =>
  [
    '拼多多店铺账务明细查询',
    '',
    '起始时间：2026-07-01 00:00:00  终止时间：2026-07-31 23:59:59',
    '----------交易记录明细列表---------',
    OTHER_HEADERS.pinduoduoBill.join(','),
    ...lines,
    '',
  ].join('\n');

/** A settlement's row in which everything adds up, but for the cells that are named. */
const settled = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    商家ID: '100200300',
    订单号: '260701-100000000000001',
    '订单实付(元)': '10.00',
    '合计收入(元)': '10.00',
    '技术服务费(元)': '0.50',
    '合计支出(元)': '0.50',
    '实际结算金额(元)': '9.50',
    实际结算时间: '2026-07-06 08:00:00',
    ...changes,
  };
  return OTHER_HEADERS.kuaishouBill.map((header) => cells[header] ?? '').join(',');
};
const settlement = (...rows: string[]): string =>
  [OTHER_HEADERS.kuaishouBill.join(','), ...rows, ''].join('\n');

/** The orders with bills beside them, the last of which is to blame. */
const billed = (...bills: string[]): Pick<ProblemCase, 'file' | 'others' | 'audit' | 'input'> => {
  const names = bills.map((_, i) => `bill${i + 1}.csv`);
  return {
    file: table(LINE),
    others: Object.fromEntries(names.map((name, i) => [name, bills[i]!])),
    audit: names.flatMap((name) => ['--bills', name]),
    input: names.at(-1)!,
  };
};

/** A row of an after-sales export in which all is well, but for the cells that are named. */
const sale = (changes: Readonly<Record<string, string>> = {}): string => {
  const cells: Readonly<Record<string, string>> = {
    售后编号: '26070910001',
    订单编号: '260701-100000000000001',
    售后状态: '退款成功',
    退款类型: '仅退款',
    退款金额: '3.00',
    申请时间: '2026-07-08 08:00:00',
    ...changes,
  };
  return OTHER_HEADERS.pinduoduoAfterSales.map((header) => cells[header] ?? '').join(',');
};

/** The orders with after-sales exports beside them, the last of which is to blame. */
const claimed = (...exports: string[][]): Pick<ProblemCase, 'file' | 'others' | 'audit' | 'input'> => {
  const names = exports.map((_, i) => `sales${i + 1}.csv`);
  const texts = exports.map(
    (rows) => `${[OTHER_HEADERS.pinduoduoAfterSales.join(','), ...rows].join('\n')}\n`,
  );
  return {
    file: table(LINE),
    others: Object.fromEntries(names.map((name, i) => [name, texts[i]!])),
    audit: names.flatMap((name) => ['--after-sales', name]),
    input: names.at(-1)!,
  };
};

/** The orders with a table of recipients beside them. */
const delivered = (...rows: string[]): Pick<ProblemCase, 'file' | 'others' | 'audit' | 'input'> => ({
  file: table(LINE),
  others: { 'erp.csv': ['线上订单号,收件人,手机,地址', ...rows, ''].join('\n') },
  audit: ['--recipients', 'erp.csv'],
  input: 'erp.csv',
});
const TOLD = '260701-100000000000001,张伟,13912345678,浙江省杭州市余杭区文一西路1号2幢301室';

export const PROBLEM_CASES: Readonly<Record<ProblemCode, ProblemCase>> = {
  'after-sale-number-damaged': {
    ...claimed([sale(), sale({ 售后编号: '2.60709E+10' })]),
    row: 3,
    column: '售后编号',
  },
  'after-sale-repeated': { ...claimed([sale()], [sale()]), row: 2 },
  'after-sale-state-unknown': {
    ...claimed([sale(), sale({ 售后编号: '26070910002', 售后状态: '待会儿再说' })]),
    row: 3,
    column: '售后状态',
  },
  'after-sale-superseded': {
    ...claimed([sale({ 售后状态: '售后处理中' }), sale({ 同意退款时间: '2026-07-09 08:00:00' })]),
    row: 2,
  },
  'after-sale-time-unreadable': {
    ...claimed([sale({ 同意退款时间: '2026-02-30' })]),
    row: 2,
    column: '同意退款时间',
  },
  'after-sale-type-unknown': {
    ...claimed([sale({ 退款类型: '退款（无需退货）' })]),
    row: 2,
    column: '退款类型',
  },
  'after-sales-notice': {
    ...claimed([sale(), '3个月前的售后单仅支持在页面查看,,,,,,,,,,,,,,,,']),
    row: 3,
  },
  'amount-missing': { file: spoiled('20.00', ''), row: 3, column: '实付金额' },
  'amount-unreadable': { file: spoiled('20.00', '1.2万'), row: 3, column: '实付金额' },
  'bill-code-unknown': {
    ...billed(bill(INCOME, FEE.replace('0030002', '0990002'), ...FOOTER)),
    row: 7,
    column: '业务描述',
  },
  'bill-cut-off': { ...billed(bill(INCOME, FEE)), row: 0 },
  'bill-footer-differs': {
    ...billed(bill(INCOME, FEE, FOOTER[0]!, '#收入合计：2笔30.00元')),
    row: 0,
    column: '收入合计',
  },
  'bill-footer-missing': { ...billed(bill(INCOME, FEE, FOOTER[0]!)), row: 0 },
  'bill-row-inconsistent': {
    ...billed(settlement(settled(), settled(), settled({ '合计收入(元)': '11.00' }))),
    row: 4,
    column: '合计收入(元)',
  },
  'bill-row-unreadable': {
    ...billed(bill(INCOME, FEE.replace('-0.06', '六分'), FOOTER[1]!)),
    row: 7,
    column: '支出金额（-元）',
  },
  'bill-rows-repeated': { ...billed(bill(INCOME, FEE, ...FOOTER), bill(INCOME, FEE, ...FOOTER)), row: 0 },
  'bill-rows-unsettled': {
    ...billed(settlement(settled(), settled({ 实际结算时间: '' }))),
    row: 3,
    column: '实际结算时间',
  },
  'bill-sign': {
    ...billed(bill(INCOME, FEE.replace('-0.06', '0.06'), ...FOOTER)),
    row: 7,
    column: '支出金额（-元）',
  },
  'bill-time-missing': {
    ...billed(bill(INCOME, FEE.replace('2026-07-06 08:00:00', ''), ...FOOTER)),
    row: 7,
    column: '发生时间',
  },
  'bytes-invalid': { file: bytes(utf8(table(LINE)) + utf8(SECOND).slice(0, -1)), row: 3 },
  'bytes-replaced': {
    file: bytes(utf8(table(LINE)) + utf8(SECOND).slice(0, -1)),
    row: 3,
    inspect: ['--lossy'],
  },
  'cells-beyond-header': { file: spoiled(',好', ',好,又'), row: 3 },
  'column-duplicate': {
    file: `${HEADER},实付金额\n${LINE},1.00\n`,
    row: 1,
    column: '实付金额',
  },
  'copy-bom-added': { file: table(LINE), row: 0, audit: [] },
  'deadline-unreadable': { ...claimed([sale({ 超时时间: '3天后' })]), row: 2, column: '超时时间' },
  'fee-unreadable': { file: spoiled(',0.00,', ',free,'), row: 3, column: '邮费' },
  'file-cut-off': { file: `${table(LINE)}260701-100000000000002,已收`, row: 3 },
  'flag-unknown': { file: spoiled(',是,', ',也许,'), row: 3, column: '是否先用后付' },
  'formulas-guarded': { file: spoiled('好', '=1+1'), row: 0, audit: ['--escape-formulas'] },
  'header-repeated': { file: table(LINE, HEADER, SECOND), row: 3 },
  'input-repeated': { file: table(LINE), row: 0, audit: ['./problem.csv'] },
  'line-ends-mixed': { file: `${HEADER}\r\n${LINE}\n${SECOND}\r\n`, row: 0 },
  'list-entry-unmatched': {
    file: table(LINE),
    row: 2,
    input: 'tags.txt',
    others: { 'tags.txt': '# tags\n补单\n', 'bnpl-audit.yaml': 'lists:\n  tags: {file: tags.txt}\n' },
    audit: [],
  },
  'list-entry-unreadable': {
    file: table(LINE),
    row: 2,
    input: 'list.txt',
    ...listed('260701-100000000000001\n2.60701E+14\n'),
  },
  'list-unmatched': {
    file: table(LINE),
    row: 0,
    input: 'list.txt',
    ...listed('260701-100000000000001\n260701-100000000000009\n'),
  },
  mojibake: { file: spoiled('好', '锟斤拷'), row: 3 },
  'nul-bytes': { file: spoiled('好', '好\0'), row: 3 },
  'order-id-damaged': { file: spoiled('260701-100000000000002', '2.60701E+14'), row: 3, column: '订单号' },
  'order-id-missing': { file: spoiled('260701-100000000000002', ''), row: 3, column: '订单号' },
  'order-id-unusual': {
    file: [
      '商品,订单号,订单状态,商品总价(元),用户实付金额(元),商家实收金额(元),商品数量(件),是否先用后付',
      '茶,260701-100000000000001,已收货,10.00,10.00,10.00,1,是',
      '茶,AB1234567,已收货,10.00,10.00,10.00,1,是\n',
    ].join('\n'),
    row: 3,
  },
  'order-ids-rounded': { file: table(...rounded), row: 0 },
  'order-stale': {
    file: table(LINE, SECOND.replace('已收货', '已发货').replace(',2026-07-05 08:00:00', ',')),
    row: 3,
    audit: ['--as-of', '2026-12-29'],
  },
  'pay-later-conflict': { file: table(LINE, SECOND), row: 3, ...listed('260701-100000000000001\n') },
  'pay-later-torn': {
    file: table(LINE, LINE.replace('10.00,是', '20.00,否')),
    row: 3,
    column: '是否先用后付',
    audit: [],
  },
  'pay-method-unknown': {
    file: spoiled(',是,', ',无色透明,').replace('是否先用后付', '支付方式').replace(',是,', ',先用后付,'),
    row: 3,
    column: '支付方式',
  },
  'platform-part-differs': { file: discounted(30, 1), row: 32, column: '商家实收金额(元)', audit: [] },
  'platform-parts-unknown': { file: discounted(8, 2), row: 0, audit: [] },
  'quote-bare': { file: spoiled('好', '5"寸'), row: 3 },
  'quote-swallowed-lines': { file: spoiled('好', '"好,,,,,\n,,"'), row: 3 },
  'quote-unclosed': { file: spoiled('好', '"好'), row: 3 },
  'record-long': { file: spoiled(',已收货', ',店,已收货'), row: 3 },
  'receivable-zero': {
    file: `${HEADER},商品总价\n${LINE.replace('10.00', '0.00')},29.00\n`,
    row: 2,
    audit: [],
  },
  'recipients-differ': { ...delivered(TOLD, TOLD.replace('张伟', '李娜')), row: 3 },
  'recipients-unmatched': { ...delivered(TOLD, TOLD.replace('01,', '09,')), row: 3 },
  'record-repeated': { file: table(LINE, SECOND, SECOND), row: 4, audit: [] },
  'record-short': { file: table(LINE, '260701-100000000000002,已收货', LINE.replace(/1,/, '3,')), row: 3 },
  'record-superseded': {
    file: table(LINE, SECOND),
    row: 3,
    others: { 'orders_export2026-07-20-10-09-23.csv': table(SECOND) },
    audit: ['orders_export2026-07-20-10-09-23.csv'],
  },
  'record-too-large': { file: spoiled('好', 'x'.repeat((1 << 20) + 10)), row: 3 },
  'record-too-wide': { file: spoiled('好', ','.repeat(2100)), row: 3 },
  'state-unknown': { file: spoiled('已收货', '在路上'), row: 3, column: '订单状态' },
  'state-unreadable': {
    file: '订单号,订单状态,实付金额,是否先用后付\n12345678,已收货,1.00,是\n12345679,在路上,1.00,是\n',
    row: 3,
    column: '订单状态',
  },
  'time-far-ahead': {
    file: table(
      ...Array.from({ length: 60 }, (_, i) => LINE.replace('001,', `${100 + i},`)),
      SECOND.replace('2026-07-05', '2062-07-05'),
    ),
    row: 0,
  },
  'time-impossible': { file: table(LINE, SECOND.replace('2026-07-05', '2026-06-05')), row: 3, audit: [] },
  'waybills-rounded': {
    file: `${HEADER},快递单号
${LINE},YT7600000000001
${SECOND},7.73123E+14
`,
    row: 3,
    column: '快递单号',
  },
  'time-unreadable': { file: spoiled('2026-07-05', '2026-02-30'), row: 3, column: '确认收货时间' },
  'total-row-differs': { file: table(LINE, SECOND, '合计,,50.00,,,,,'), row: 4, column: '实付金额' },
};
