// How far files tell of the as-of day: older exports, states without a date, orders that do not exist yet, proof that waits.
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/core/dates.js';
import { freshness } from '../../src/portfolio/freshness.js';
import { auditBilled, billOf } from '../support/billed.js';
import { auditFiles } from '../support/reading.js';
import { type Cells, cellsFor, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = (n: number) => `2606010000000${String(n).padStart(3, '0')}`;
const FRESH = 'kuaishou_orders_2026-07-20-10-00-00.csv';

const row = (n: number, cells: Parameters<typeof cellsFor>[1] = {}, platform: RowPlatform = 'kuaishou') =>
  cellsFor(platform, { id: ID(n), ...cells });
const file = (name: string, rows: readonly Cells[]) => ({ name, content: csvOf('kuaishou', rows) });

describe('orders that stand only in an older export', () => {
  const at = (day: number) => `kuaishou_orders_2026-07-${day}-23-00-00.csv`;

  it.each([
    [16, { orders: 1, fen: 10_000 }],
    [17, { orders: 0, fen: 0 }],
  ])('of July %i are stale on the 20th or not', async (day, stale) => {
    const { portfolio } = await auditFiles(folder(), [
      file(at(day), [row(1), row(2)]),
      // Order 2 stands in the newer export as well.
      file(FRESH, [row(2), row(3)]),
    ]);
    expect(freshness(portfolio).stale).toEqual(stale);
  });

  it('are told only where something is outstanding and pay-later', async () => {
    const old = [row(1, { state: '已取消' }), { ...row(2), 支付方式: '微信' }, row(3, { paid: '¥25.00' })];
    const { portfolio } = await auditFiles(folder(), [file(at(10), old), file(FRESH, [row(9)])]);
    expect(freshness(portfolio)).toEqual({
      stale: { orders: 1, fen: 2500 },
      undated: { orders: 0, fen: 0 },
    });
  });

  it('are not those with one line in the newer export', async () => {
    const { portfolio } = await auditFiles(folder(), [
      file(at(10), [row(1, { product: '81', spec: '白' })]),
      file(FRESH, [row(1, { product: '82', spec: '黑' })]),
    ]);
    expect(freshness(portfolio).stale.orders).toBe(0);
  });

  it('are all orders where the as-of date is long after the only export', async () => {
    const { portfolio } = await auditFiles(folder(), [file(FRESH, [row(1), row(2)])], { asOf: '2026-07-24' });
    expect(freshness(portfolio).stale).toEqual({ orders: 2, fen: 20_000 });
  });
});

describe('states without a date', () => {
  const rows = [
    row(1),
    row(2, { state: '交易关闭', paid: '¥30.00' }),
    row(3, { afterSale: '退款成功', paid: '¥40.00' }),
    row(4, { afterSale: '售后处理中', paid: '¥50.00' }),
    row(5, { afterSale: '售后关闭' }),
    { ...row(6, { state: '交易关闭' }), 支付方式: '微信' },
    row(7, { state: '交易关闭', ordered: '2026-07-15 09:00:00' }),
  ];

  it.each([
    ['2026-07-10', { orders: 3, fen: 12_000 }],
    ['2026-07-20', { orders: 0, fen: 0 }],
  ])('as of %s', async (asOf, undated) => {
    const { portfolio } = await auditFiles(folder(), [file(FRESH, rows)], { asOf });
    expect(freshness(portfolio)).toEqual({ stale: { orders: 0, fen: 0 }, undated });
  });

  it('have one when a bill holds the refund by then, and not when it comes later', async () => {
    const undated = async (at: string) => {
      const bill = billOf('kuaishou', [
        { id: ID(3), at: '2026-06-20', kind: 'income', yuan: 40 },
        { id: ID(3), at, kind: 'refund', yuan: -40 },
      ]);
      const { portfolio } = await auditBilled(folder(), [file(FRESH, rows)], [bill], { asOf: '2026-07-10' });
      return freshness(portfolio).undated.orders;
    };
    expect([await undated('2026-07-10'), await undated('2026-07-11')]).toEqual([2, 3]);
  });

  it('count a cancelled order’s total once where its lines repeat it', async () => {
    const lines = [1, 2, 3, 4, 5].flatMap((n) =>
      ['81', '82'].map((product) => row(n, { product, ...(n === 1 ? { state: '交易关闭' } : {}) })),
    );
    const { portfolio } = await auditFiles(
      folder(),
      [file(FRESH, [...lines, row(6), row(6, { product: '9' })])],
      {
        asOf: '2026-07-10',
      },
    );
    expect(portfolio.settings.lineAmounts).toEqual(['repeated']);
    expect(freshness(portfolio).undated).toEqual({ orders: 1, fen: 10_000 });
  });
});

describe('orders that do not exist yet', () => {
  it('are counted as nothing else, pay-later or unknown', async () => {
    const late = { ordered: '2026-07-12 09:00:00', shipped: '2026-07-13 09:00:00' };
    const rows = [
      row(1),
      row(2, late),
      { ...row(3), 支付方式: '' },
      { ...row(4, late), 支付方式: '' },
      { ...row(5, late), 支付方式: '微信' },
    ];
    const totals = async (asOf: string) => {
      const { portfolio } = await auditFiles(folder(), [file(FRESH, rows)], { asOf });
      const { orders, laterOrders, payLaterOrders, ordinaryOrders, unknown } = portfolio.totals;
      return [orders, laterOrders, payLaterOrders, ordinaryOrders, unknown.orders];
    };
    expect(await totals('2026-07-20')).toEqual([5, 0, 2, 1, 2]);
    expect(await totals('2026-07-12')).toEqual([5, 0, 2, 1, 2]);
    // The ordinary order's day is not held.
    expect(await totals('2026-07-11')).toEqual([3, 2, 1, 1, 1]);
  });
});

describe('proof that must wait', () => {
  // Due 11 days after shipping; Kuaishou's default lag is 15 days more.
  const shippedAt = (n: number, day: string) =>
    row(n, { ordered: `${day} 08:00:00`, shipped: `${day} 09:00:00` });
  const rows = [
    shippedAt(1, '2026-06-23'),
    shippedAt(2, '2026-06-24'),
    shippedAt(3, '2026-07-01'),
    // Not past due, on its way, or with its clock stopped: nothing is expected of a bill.
    shippedAt(4, '2026-07-12'),
    { ...shippedAt(5, '2026-07-01'), 订单状态: '已发货' },
    { ...shippedAt(6, '2026-07-01'), 售后状态: '售后处理中' },
  ];
  const lastDay = parseDate('2026-07-19');

  it('is parted by the last day that a bill can hold, with the default lag where there is none', async () => {
    const { portfolio } = await auditFiles(folder(), [file(FRESH, rows)]);
    expect(portfolio.proofDays.upTo(lastDay, [15])).toEqual({
      now: { orders: 1, fen: 10_000 },
      later: { orders: 2, fen: 20_000 },
      until: parseDate('2026-07-27'),
    });
    expect(portfolio.proofDays.upTo(lastDay, [2])).toEqual({
      now: { orders: 3, fen: 30_000 },
      later: { orders: 0, fen: 0 },
      until: Number.NEGATIVE_INFINITY,
    });
  });

  it('takes the lag of the bills where there are some, and asks nothing about what has come in', async () => {
    const bill = billOf('kuaishou', [{ id: ID(3), at: '2026-07-15', kind: 'income', yuan: 100 }]);
    const { portfolio } = await auditBilled(folder(), [file(FRESH, rows)], [bill]);
    expect(portfolio.proofDays.upTo(lastDay, [99])).toEqual({
      now: { orders: 1, fen: 10_000 },
      later: { orders: 1, fen: 10_000 },
      until: parseDate('2026-07-20'),
    });
  });
});
