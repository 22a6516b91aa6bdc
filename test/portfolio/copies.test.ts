// The same line in two files or twice in one: which one counts, and what stays a line of its own.
import { describe, expect, it } from 'vitest';
import { type Audited, auditFiles } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = '260601-100000000000001';
const JUNE = 'orders_export2026-06-10-10-00-00.csv';
const JULY = 'orders_export2026-07-10-10-00-00.csv';
const SHIPPED: Cells = { 订单状态: '已发货，待收货', 确认收货时间: '' };
const UNSHIPPED: Cells = { 订单状态: '待发货', 发货时间: '', 确认收货时间: '' };
const amount = (yuan: string): Cells => ({ '用户实付金额(元)': yuan, '商家实收金额(元)': yuan });

type Files = readonly (readonly [name: string, ...rows: Cells[]])[];

/** Audits the files in both orders: the order in which they are named must not matter. */
async function audit(files: Files): Promise<Audited> {
  const named = files.map(([name, ...rows]) => ({ name, content: csvOf('pinduoduo', rows) }));
  const audited = await auditFiles(folder(), named);
  const reversed = await auditFiles(folder(), named.toReversed());
  expect(reversed.portfolio.totals).toEqual(audited.portfolio.totals);
  expect(reversed.portfolio.copies.superseded).toHaveLength(audited.portfolio.copies.superseded.length);
  expect(reversed.portfolio.copies.differing).toBe(audited.portfolio.copies.differing);
  return audited;
}

const judged = ({ order }: Audited) => {
  const { receivable, stage, lines } = order(ID)!;
  return { yuan: receivable / 100, stage, lines };
};
const found = ({ portfolio: { copies } }: Audited) => [
  copies.superseded.length,
  copies.repeated.length,
  copies.differing,
];

describe('one line in two files', () => {
  it('counts as the file with the later time in its name has it, even when its state is less far', async () => {
    const audited = await audit([
      [JUNE, {}],
      [JULY, SHIPPED],
    ]);
    expect(judged(audited)).toEqual({ yuan: 100, stage: 'receipt-late', lines: 1 });
    expect(found(audited)).toEqual([1, 0, 1]);
  });

  it('counts as the file with the later event has it when the names tell no time', async () => {
    const late = { 订单号: '260620-100000000000002', 订单成交时间: '2026-06-20 09:00:00', ...UNSHIPPED };
    const audited = await audit([
      ['a.csv', {}],
      ['b.csv', SHIPPED, late],
    ]);
    expect(judged(audited)).toEqual({ yuan: 100, stage: 'receipt-late', lines: 1 });
    expect(found(audited)).toEqual([1, 0, 1]);
  });

  it('counts in its further state when both files are of one time', async () => {
    const files: Files = [
      ['a.csv', {}, SHIPPED],
      ['b.csv', { 订单号: '260601-100000000000002' }, SHIPPED],
    ];
    expect(judged(await audit(files)).stage).toBe('received');
    const names: Files = [
      [`a_${JUNE}`, SHIPPED],
      [`b_${JUNE}`, UNSHIPPED],
    ];
    expect(judged(await audit(names)).stage).toBe('in-transit');
    const refunded: Files = [
      [`a_${JUNE}`, {}],
      [`b_${JUNE}`, { 订单状态: '已收货，退款成功' }],
    ];
    expect((await audit(refunded)).order(ID)?.collection).toBe('refunded');
  });

  it('counts with the higher amount when time and state are one', async () => {
    const audited = await audit([
      [`a_${JUNE}`, amount('90.00')],
      [`b_${JUNE}`, amount('100.00')],
    ]);
    expect(judged(audited).yuan).toBe(100);
    expect(found(audited)).toEqual([1, 0, 1]);
  });

  it('that says the same in both is no difference', async () => {
    expect(
      found(
        await audit([
          [JUNE, {}],
          [JULY, {}],
        ]),
      ),
    ).toEqual([1, 0, 0]);
  });

  it('is another line when product or specification differ', async () => {
    const lines: Cells[] = [
      { 商品规格: 'a', ...amount('60.00') },
      { 商品规格: 'b', ...amount('50.00') },
    ];
    const audited = await audit([
      [JUNE, ...lines],
      [JULY, { 商品规格: 'b', ...amount('40.00') }],
    ]);
    expect(found(audited)).toEqual([1, 0, 1]);
    expect(judged(audited).lines).toBe(2);
  });

  it('is compared as a whole order where a file names no product', async () => {
    const without = ['商品', '商品id', '商品规格'];
    const bare = csvOf('pinduoduo', [SHIPPED], { without });
    const named = csvOf('pinduoduo', [{ 商品规格: 'a' }, { 商品规格: 'b' }]);
    const audited = await auditFiles(folder(), [
      { name: JUNE, content: named },
      { name: JULY, content: bare },
    ]);
    expect(found(audited)).toEqual([2, 0, 1]);
    expect(judged(audited)).toEqual({ yuan: 100, stage: 'receipt-late', lines: 1 });
  });

  it('is found whatever encoding each file has', async () => {
    const content = csvOf('pinduoduo', [{ 商品id: '', 商品规格: '白色' }]);
    const audited = await auditFiles(folder(), [
      { name: JUNE, content },
      { name: JULY, content: Buffer.from(`\ufeff${content}`, 'utf16le') },
    ]);
    expect(found(audited)).toEqual([1, 0, 0]);
  });
});

describe('a record that stands twice in one file', () => {
  it('counts once, however often it stands', async () => {
    const audited = await audit([[JUNE, {}, {}, {}]]);
    expect(judged(audited)).toMatchObject({ yuan: 100, lines: 1 });
    expect(found(audited)).toEqual([0, 2, 0]);
  });

  it.each<Cells>([
    { '商品数量(件)': '2' },
    amount('60.00'),
    { 快递单号: 'SF200000000002' },
    { 商品规格: '黑色' },
    { 商品id: '610000000002' },
  ])('is a line of its own when it differs in %j', async (cells) => {
    const audited = await audit([[JUNE, {}, cells]]);
    expect(judged(audited).lines).toBe(2);
    expect(found(audited)).toEqual([0, 0, 0]);
  });

  it.each([0, 1])('counts in its further state, wherever that stands', async (at) => {
    const rows = at === 0 ? [{}, SHIPPED] : [SHIPPED, {}];
    const audited = await audit([[JUNE, ...rows]]);
    expect(judged(audited)).toMatchObject({ stage: 'overdue', lines: 1 });
    expect(found(audited)).toEqual([0, 1, 0]);
  });

  it('is told of the file that counts only', async () => {
    const audited = await audit([
      [JUNE, {}, {}],
      [JULY, {}, {}],
    ]);
    expect(found(audited)).toEqual([2, 1, 0]);
    expect(judged(audited).lines).toBe(1);
  });
});

it('what says that an order is pay-later is counted once, by the weightiest word', async () => {
  const audited = await auditFiles(
    folder(),
    [
      { name: JUNE, content: csvOf('pinduoduo', [{}]) },
      { name: JULY, content: csvOf('pinduoduo', [{}], { without: ['是否先用后付'] }) },
    ],
    { all: true },
  );
  expect(audited.portfolio.totals.evidence).toEqual([0, 1, 0, 0, 0, 0, 0]);
});
