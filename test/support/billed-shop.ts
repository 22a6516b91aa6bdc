// One order amid a shop whose bills prove: from the files to its judgement, for tests of single cases.
import type { Judgement } from '../../src/portfolio/judgement.js';
import type { AfterSaleTold } from './after-sales-book.js';
import { auditBilled, type BillLine, billOf } from './billed.js';
import { DAY, formatTime, parseTime } from './calendar.js';
import type { NamedFile } from './reading.js';
import { type Cells, cellsFor, csvOf, type RowPlatform } from './rows.js';

export const PLATFORMS = ['pinduoduo', 'kuaishou'] as const;
export const ID = { pinduoduo: '260601-100000000000001', kuaishou: '2606010000000001' };
export const AS_OF = '2026-07-19';

const dayAfter = (first: string, days: number) => formatTime(parseTime(first) + days * DAY).slice(0, 10);
export const idOf = (platform: RowPlatform, n: number) =>
  platform === 'pinduoduo'
    ? `260520-2000000000${String(n).padStart(5, '0')}`
    : `26052000000${String(n).padStart(5, '0')}`;

/** 120 ordinary orders that settle 8 days after shipping, and 8 pay-later ones; a day's row on every day till 07-18. */
export function around(platform: RowPlatform, more: Cells = {}): { rows: Cells[]; lines: BillLine[] } {
  const rows: Cells[] = [];
  const lines: BillLine[] = [];
  for (let n = 0; n < 128; n++) {
    const shipped = dayAfter('2026-05-20', n % 52);
    const id = idOf(platform, n);
    const isPayLater = n >= 120;
    const ordinary: Cells = platform === 'pinduoduo' ? { 是否先用后付: '否' } : { 支付方式: '微信支付' };
    const receipt: Cells =
      platform === 'pinduoduo' ? { 确认收货时间: `${dayAfter(shipped, 4)} 12:00:00` } : {};
    rows.push({
      ...cellsFor(platform, { id, ordered: `${shipped} 08:00:00`, shipped: `${shipped} 10:00:00` }),
      ...receipt,
      ...(isPayLater ? {} : ordinary),
      ...more,
    });
    lines.push({ id, at: dayAfter(shipped, 8), kind: 'income', yuan: 100 });
  }
  return { rows, lines };
}

export interface Given {
  readonly rows: readonly Cells[];
  readonly lines: readonly Omit<BillLine, 'id'>[];
  readonly bills?: (lines: readonly BillLine[]) => readonly NamedFile[];
  readonly asOf?: string;
  readonly columns?: readonly string[];
  readonly others?: Cells;
  /** After-sales of the order; null without such an export. */
  readonly afterSales?: readonly Omit<AfterSaleTold, 'id'>[];
}

export async function auditOne(folder: string, platform: RowPlatform, given: Given) {
  const shop = around(platform, given.others);
  const lines = [...given.lines.map((line) => ({ id: ID[platform], ...line })), ...shop.lines];
  const bills = given.bills?.(lines) ?? [billOf(platform, lines)];
  const content = csvOf(platform, [...given.rows, ...shop.rows], { columns: given.columns ?? [] });
  const told = given.afterSales?.map((one) => ({ id: ID[platform], ...one })) ?? null;
  const orders = [{ name: 'orders.csv', content }];
  const audited = await auditBilled(folder, orders, bills, { asOf: given.asOf ?? AS_OF }, told);
  return { ...audited, judged: audited.order(ID[platform]) };
}

/** The figures of a case in yuan: receivable, refunded, net collected, outstanding; state and evidence. */
export const figures = (judged: Judgement | null) =>
  judged && [
    judged.receivable / 100,
    judged.money.refunded / 100,
    judged.money.collected / 100,
    judged.outstanding / 100,
    judged.collection,
    judged.money.evidence,
  ];

/** Amounts of an order of which the platform bears a part. */
export const shared = (platform: RowPlatform, buyer: string, part: string, whole: string): Cells =>
  platform === 'pinduoduo'
    ? {
        '用户实付金额(元)': buyer,
        '平台优惠折扣(元)': part,
        '商家实收金额(元)': whole,
        '商品总价(元)': whole,
      }
    : { 实付款: `¥${buyer}`, 平台补贴: `¥${part}`, 商品单价: `¥${whole}` };
export const refundedState = (platform: RowPlatform): Cells =>
  platform === 'pinduoduo' ? { 订单状态: '已收货，退款成功' } : { 售后状态: '退款成功' };
