// Reads orders and bills from their content to the judged portfolio, as the audit does, and writes bills by hand.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatDate, parseDate } from '../../src/core/dates.js';
import { OrderBook } from '../../src/core/order-book.js';
import { type Problem, ProblemLog } from '../../src/core/problem.js';
import { realPort } from '../../src/io/port.js';
import { buildPortfolio } from '../../src/portfolio/portfolio.js';
import type { BillsModel } from '../../src/report/model.js';
import { readAfterSales } from '../../src/steps/after-sales.js';
import { ageOfInputs, chooseAsOf } from '../../src/steps/as-of.js';
import { billsModel, readBills } from '../../src/steps/bills.js';
import { openExports } from '../../src/steps/open-exports.js';
import { openGiven } from '../../src/steps/open-given.js';
import { readOrders } from '../../src/steps/read-orders.js';
import { type AfterSaleTold, afterSalesBook } from './after-sales-book.js';
import { pinduoduoFooter } from './bills.js';
import { toBytes } from './exports.js';
import { type Audited, type AuditOptions, keysOf, type NamedFile } from './reading.js';
import type { RowPlatform } from './rows.js';

export interface Billed extends Audited {
  /** null without bills. */
  readonly bills: BillsModel | null;
}

/** Writes the files into the folder, reads orders, bills and after-sales (files, or rows as told) and judges the orders. */
export async function auditBilled(
  folder: string,
  orders: readonly NamedFile[],
  bills: readonly NamedFile[],
  options: AuditOptions = {},
  afterSales: readonly AfterSaleTold[] | readonly NamedFile[] | null = null,
): Promise<Billed> {
  const sales = (afterSales ?? []).filter((one) => 'content' in one);
  for (const { name, content } of [...orders, ...bills, ...sales]) writeFileSync(join(folder, name), content);
  const port = realPort();
  const spool = () => {
    throw new Error('no standard input here');
  };
  const place = { port, folder, spool };
  const namesOf = (files: readonly NamedFile[]) => files.map(({ name }) => name);
  const { exports } = await openExports(place, namesOf(orders), options);
  const opened = [...exports];
  try {
    const { exports: billFiles } = await openGiven(place, namesOf(bills), 'bill', options);
    const { exports: saleFiles } = await openGiven(place, namesOf(sales), 'after-sales', options);
    opened.push(...billFiles, ...saleFiles);
    const book = new OrderBook();
    const log = new ProblemLog();
    const payLater = { list: options.list ? keysOf(options.list) : null, all: options.all === true };
    const lossy = options.lossy === true;
    const reads = exports.map((file, i) => readOrders(port, file, i, book, log, { payLater, lossy }));
    const read = readBills(port, billFiles, reads.length, log, lossy);
    const wish = options.asOf === undefined ? undefined : parseDate(options.asOf);
    const { day } = chooseAsOf(reads, wish);
    const rows = (afterSales ?? []).filter((one): one is AfterSaleTold => !('content' in one));
    const firstSales = reads.length + billFiles.length + 1;
    const salesRead = readAfterSales(port, saleFiles, firstSales, book, log, lossy);
    const told = afterSales === null ? null : (salesRead?.book ?? afterSalesBook(book, rows));
    const portfolio = buildPortfolio(book, ageOfInputs(reads), day, read, undefined, undefined, told);
    return {
      reads,
      book,
      portfolio,
      problems: log.kept as readonly Problem[],
      asOf: Number.isNaN(day) ? null : formatDate(day),
      bills: read === null ? null : billsModel(read, portfolio, reads),
      order(id) {
        const order = book.ids.find(Buffer.from(id), 0, id.length);
        if (order < 0) throw new Error(`no order ${id}`);
        return portfolio.judge(order);
      },
    };
  } finally {
    for (const file of opened) file.opened.dispose();
  }
}

/** One row of a hand-made bill. Amounts in yuan with their sign; `kind` by what it is, `text` where words matter. */
export interface BillLine {
  readonly id: string;
  /** `YYYY-MM-DD[ HH:MM:SS]` */
  readonly at: string;
  readonly kind: 'income' | 'subsidy' | 'refund' | 'subsidy-back' | 'fee' | 'compensation' | 'other';
  readonly yuan: number;
  readonly text?: string;
}

const PINDUODUO_KINDS: Readonly<Record<BillLine['kind'], readonly [type: string, text: string]>> = {
  income: ['交易收入', '0010002|交易收入-订单收入'],
  subsidy: ['优惠券结算', '0010005|交易收入-优惠券结算'],
  refund: ['交易退款', '0020002|交易退款-订单退款'],
  'subsidy-back': ['优惠券结算', '0020005|交易退款-优惠券结算'],
  fee: ['技术服务费', '0030002|技术服务费-基础技术服务费'],
  compensation: ['其他', '0040002|售后-小额打款'],
  other: ['其他', ''],
};

const atOf = ({ at }: BillLine) => (at.length === 10 ? `${at} 12:00:00` : at);

/** Pinduoduo's 货款明细 over a period of days, `YYYY-MM-DD` each. */
export function pinduoduoBill(
  lines: readonly BillLine[],
  from: string,
  to: string,
  name = 'bill',
): NamedFile {
  const header = '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述'.split(',');
  const rows = lines.map((line) => {
    const [type, text] = PINDUODUO_KINDS[line.kind];
    const amount = line.yuan.toFixed(2);
    const sides = line.yuan > 0 ? [amount, '0.00'] : ['0.00', amount];
    return [line.id, atOf(line), ...sides, type, '-', line.text ?? text];
  });
  const preamble = [
    '拼多多店铺账务明细查询',
    '',
    `起始时间：${from} 00:00:00  终止时间：${to} 23:59:59`,
    '----------交易记录明细列表---------',
  ];
  const layout = { encoding: 'gb18030', preamble, footer: pinduoduoFooter(rows) } as const;
  return { name: `${name}.csv`, content: toBytes({ header, rows }, layout) };
}

const SETTLEMENT =
  '商家ID,订单号,订单实付(元),政府补贴,平台补贴,合计收入(元),订单退款(元),支付营销回退（元）,技术服务费(元),达人佣金(元),合计支出(元),实际结算金额(元),实际结算时间'.split(
    ',',
  );

/** Kuaishou's settlement: a record a line; `fee` lines are costs (negative), compensation and other it has none. */
function kuaishouBill(lines: readonly BillLine[], name = 'settlement'): NamedFile {
  const rows = lines.map((line) => {
    const of = (kind: BillLine['kind']) => (line.kind === kind ? line.yuan : 0);
    const income = of('income') + of('subsidy');
    const expense = -(of('refund') + of('subsidy-back') + of('fee'));
    const cells: Record<string, string | number> = {
      商家ID: '900',
      订单号: line.id,
      '订单实付(元)': of('income'),
      政府补贴: 0,
      平台补贴: of('subsidy'),
      '合计收入(元)': income,
      '订单退款(元)': -of('refund'),
      '支付营销回退（元）': -of('subsidy-back'),
      '技术服务费(元)': -of('fee'),
      '达人佣金(元)': 0,
      '合计支出(元)': expense,
      '实际结算金额(元)': income - expense,
      实际结算时间: atOf(line),
    };
    return SETTLEMENT.map((header) => {
      const cell = cells[header] ?? '';
      return typeof cell === 'number' ? (cell + 0).toFixed(2).replace(/^-0\.00$/, '0.00') : cell;
    });
  });
  return { name: `${name}.csv`, content: toBytes({ header: SETTLEMENT, rows }) };
}

/** A bill in the platform's own form. */
export function billOf(
  platform: RowPlatform,
  lines: readonly BillLine[],
  from = '2026-05-01',
  to = '2026-07-19',
): NamedFile {
  return platform === 'pinduoduo' ? pinduoduoBill(lines, from, to) : kuaishouBill(lines);
}
