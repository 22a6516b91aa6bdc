// A small shop with one order for each thing that `trace` has to say, and the bill that proves it; and a way to trace in it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trace } from '../../src/audit.js';
import { parseDate } from '../../src/core/dates.js';
import { realPort } from '../../src/io/port.js';
import type { TracedGroup } from '../../src/report/group-text.js';
import type { TraceModel } from '../../src/report/trace-model.js';
import { type BillLine, pinduoduoBill } from './billed.js';
import { AS_OF, around } from './billed-shop.js';
import { type Cells, cellsFor, csvOf } from './rows.js';

export const TRACED = {
  overdue: '260601-100000000000001',
  settled: '260602-200000000000002',
  partial: '260603-300000000000003',
  ring: ['260715-400000000000001', '260715-400000000000002', '260715-400000000000003'],
  ordinary: '260604-500000000000005',
  untold: '260605-600000000000006',
  later: '260725-700000000000007',
  frozen: '260606-800000000000008',
} as const;

const COLUMNS = ['支付时间', '收货人', '手机', '省', '市', '区', '详细地址', '仓库所在地址'];

/** People who do not exist. */
const RECIPIENTS = [
  ['欧阳雪鹭', '19912345678', '听雨路77号云栖雅筑3幢1502室'],
  ['白芷若', '19912345678', '星渚路318号禾木家园2单元901室'],
  ['宋望舒', '19912345678', '白鹭湾路13号晴川里4幢404室'],
] as const;

/** What no text may show of them. */
export const CANARIES = [
  '欧阳',
  '雪鹭',
  '芷若',
  '望舒',
  '19912345678',
  '听雨',
  '星渚',
  '白鹭湾',
  '1502',
  '老瞿',
];

function recipient(n: number): Cells {
  const [name = '', phone = '', address = ''] = RECIPIENTS[n] ?? [];
  return { 收货人: name, 手机: phone, 省: '浙江省', 市: '杭州市', 区: '西湖区', 详细地址: address };
}

const row = (id: string, cells: Cells = {}): Cells => ({ ...cellsFor('pinduoduo', { id }), ...cells });
const worth = (paid: string): Cells => cellsFor('pinduoduo', { paid, price: paid });

const OVERDUE = { ...worth('5999.00'), ...recipient(0), 快递单号: 'SF900', 商家备注: '放门卫老瞿那里' };

function rows(): Cells[] {
  const ring = TRACED.ring.map((id, n) =>
    row(id, {
      ...worth('899.00'),
      ...recipient(n),
      订单状态: '已发货，待收货',
      订单成交时间: `2026-07-15 09:${n}0:00`,
      发货时间: '2026-07-16 10:00:00',
      确认收货时间: '',
      快递单号: `SF70${n}`,
    }),
  );
  return [
    row(TRACED.overdue, { ...OVERDUE, 支付时间: '2026-06-01 09:00:40' }),
    row(TRACED.settled, { 快递单号: 'SF901' }),
    row(TRACED.partial, { 快递单号: 'SF902' }),
    ...ring,
    row(TRACED.ordinary, { 是否先用后付: '否', 快递单号: 'SF903' }),
    row(TRACED.untold, { 是否先用后付: '', 快递单号: 'SF904' }),
    row(TRACED.later, {
      订单成交时间: '2026-07-25 09:00:00',
      发货时间: '2026-07-25 10:00:00',
      确认收货时间: '',
      订单状态: '已发货，待收货',
      快递单号: 'SF905',
    }),
    row(TRACED.frozen, { 售后状态: '售后处理中', 快递单号: 'SF906' }),
    ...around('pinduoduo').rows,
  ];
}

const LINES: readonly BillLine[] = [
  { id: TRACED.settled, at: '2026-06-10 08:30:00', kind: 'income', yuan: 100 },
  { id: TRACED.settled, at: '2026-06-10 08:30:00', kind: 'fee', yuan: -0.6 },
  { id: TRACED.partial, at: '2026-06-10 08:30:00', kind: 'income', yuan: 60 },
  { id: TRACED.partial, at: '2026-06-20 08:30:00', kind: 'refund', yuan: -10 },
  { id: TRACED.ordinary, at: '2026-06-08', kind: 'income', yuan: 100 },
];

/** Writes the shop into a folder: two exports of two days, and a bill. */
export function writeShop(folder: string): { orders: string[]; bills: string[] } {
  const older = csvOf(
    'pinduoduo',
    [row(TRACED.overdue, { ...OVERDUE, 订单状态: '已发货，待收货', 确认收货时间: '' })],
    { columns: COLUMNS },
  );
  const bill = pinduoduoBill([...LINES, ...around('pinduoduo').lines], '2026-05-01', '2026-07-19');
  const files = {
    'orders_export2026-06-04-10-00-00.csv': older,
    'orders_export2026-07-26-10-00-00.csv': csvOf('pinduoduo', rows(), { columns: COLUMNS }),
    'bill.csv': bill.content,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return { orders: Object.keys(files).slice(0, 2), bills: ['bill.csv'] };
}

/** Traces one order of the shop in the folder. */
export function traced(
  folder: string,
  order: string,
  files: { orders: readonly string[]; bills?: readonly string[] },
): Promise<TraceModel> {
  return asked(folder, order, files) as Promise<TraceModel>;
}

/** What `trace` gives for any name. */
export function asked(
  folder: string,
  name: string,
  files: { orders: readonly string[]; bills?: readonly string[] },
): Promise<TraceModel | TracedGroup> {
  const spool = () => {
    throw new Error('no standard input here');
  };
  return trace({ port: realPort(), folder, spool }, { ...files, asOfDay: parseDate(AS_OF) }, name);
}
