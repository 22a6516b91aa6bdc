// Worked cases of single orders, in yuan, as far as order exports alone can tell: from the file to the figures.
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/portfolio/judgement.js';
import { type AuditOptions, auditFiles } from '../support/reading.js';
import { type Cells, cellsFor, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const PLATFORMS = ['pinduoduo', 'kuaishou'] as const;
const ID = { pinduoduo: '260601-100000000000001', kuaishou: '2606010000000001' };
const other = (platform: RowPlatform, n: number) =>
  `${ID[platform].slice(0, -3)}${String(n).padStart(3, '9')}`;

type Named = Parameters<typeof cellsFor>[1];

async function audit(platform: RowPlatform, rows: readonly Cells[], options: AuditOptions = {}) {
  const audited = await auditFiles(
    folder(),
    [{ name: 'orders.csv', content: csvOf(platform, rows) }],
    options,
  );
  return { ...audited, judged: audited.order(ID[platform]) };
}

const one = (platform: RowPlatform, cells: Named, options: AuditOptions = {}) =>
  audit(platform, [cellsFor(platform, cells)], options);

/** The figures of a case in yuan: receivable, refunded, net collected, outstanding; and the state. */
const figures = (judged: Judgement | null) =>
  judged && [
    judged.receivable / 100,
    judged.money.refunded / 100,
    judged.money.collected / 100,
    judged.outstanding / 100,
    judged.collection,
  ];

describe.each(PLATFORMS)('on %s', (platform) => {
  const shippedState = platform === 'pinduoduo' ? '已发货，待收货' : '已发货';
  const shipped: Named = { state: shippedState };
  const noReceipt: Cells = platform === 'pinduoduo' ? { 确认收货时间: '' } : {};

  it('case 8: a refund of which only the state tells is assumed to be all of it', async () => {
    const refunded: Named =
      platform === 'pinduoduo' ? { state: '已收货，退款成功' } : { state: '交易成功', afterSale: '退款成功' };
    const { judged, portfolio } = await one(platform, { ...refunded, paid: '69.00' });
    expect(figures(judged)).toEqual([69, 69, 0, 0, 'refunded']);
    expect(judged?.money.assumed).toBe(6900);
    expect(portfolio.totals.refundAssumed).toEqual({ orders: 1, fen: 6900 });
  });

  it('case 10: shown as 0.00 until the debit, the list amount counts', async () => {
    const cells = { ...cellsFor(platform, { ...shipped, paid: '0.00', price: '2,999.00' }), ...noReceipt };
    const { judged, portfolio } = await audit(platform, [cells]);
    expect(figures(judged)).toEqual([2999, 0, 0, 2999, 'unproven']);
    expect(judged?.receivableSource).toBe('list');
    expect(portfolio.totals.receivableZero).toEqual({ orders: 1, fen: 299_900 });
  });

  it('case 11: a gift, lottery or trial has no receivable', async () => {
    const gift: Cells =
      platform === 'pinduoduo' ? { 是否抽奖或0元试用: '是' } : { 赠品订单号: '2606010000000099' };
    const { judged, portfolio } = await audit(platform, [
      { ...cellsFor(platform, { paid: '0.00' }), ...gift },
    ]);
    expect(figures(judged)).toEqual([0, 0, 0, 0, 'not-applicable']);
    expect(portfolio.totals.receivableZero.orders).toBe(0);
    expect(portfolio.totals.outstanding.orders).toBe(0);
  });

  describe('case 14: two records of one order, 100 each', () => {
    const two = [cellsFor(platform, { spec: '白色' }), cellsFor(platform, { spec: '黑色' })];
    const pairs = (count: number, amounts: readonly [string, string], cells: Cells = {}) =>
      Array.from({ length: count }, (_, i) =>
        amounts.map((paid, j) => ({
          ...cellsFor(platform, { id: other(platform, i), spec: `规格${j}`, paid }),
          ...cells,
        })),
      ).flat();
    const ordinary: Cells = platform === 'pinduoduo' ? { 是否先用后付: '否' } : { 支付方式: '微信支付' };

    it.each([{}, ordinary])('where five other orders repeat their total (%j) it is 100', async (cells) => {
      const { judged } = await audit(platform, [...two, ...pairs(5, ['59.00', '59.00'], cells)]);
      expect(figures(judged)).toEqual([100, 0, 0, 100, 'unproven']);
      expect(judged?.undecided).toBe(0);
    });

    it.each([{}, ordinary])("where another order's lines differ (%j) it is 200", async (cells) => {
      const rows = [...two, ...pairs(5, ['59.00', '59.00'], cells), ...pairs(1, ['30.00', '29.00'], cells)];
      const { judged } = await audit(platform, rows);
      expect(figures(judged)).toEqual([200, 0, 0, 200, 'unproven']);
    });

    it('where fewer than five others say anything it is counted once, and the rest is shown', async () => {
      const { judged, portfolio } = await audit(platform, [...two, ...pairs(3, ['59.00', '59.00'])]);
      expect(figures(judged)).toEqual([100, 0, 0, 100, 'unproven']);
      expect(judged?.undecided).toBe(10_000);
      expect(portfolio.totals.undecidedFen).toBe(10_000 + 3 * 5900);
    });

    it('is decided in each file on its own', async () => {
      const repeated = csvOf(platform, [...two, ...pairs(5, ['59.00', '59.00'])]);
      const perLine = csvOf(
        platform,
        [...pairs(1, ['30.00', '29.00']), ...two].map((cells, i) => ({
          ...cells,
          ...cellsFor(platform, { id: other(platform, i < 2 ? 71 : 72) }),
        })),
      );
      const { order } = await auditFiles(folder(), [
        { name: 'a.csv', content: repeated },
        { name: 'b.csv', content: perLine },
      ]);
      expect(order(ID[platform])?.receivable).toBe(10_000);
      expect(order(other(platform, 72))?.receivable).toBe(20_000);
    });
  });

  it('case 17: shipped 30 days ago and not received is late in its receipt, never past due', async () => {
    const cells = { ...cellsFor(platform, { ...shipped, paid: '300.00' }), ...noReceipt };
    const { judged } = await audit(platform, [cells], { asOf: '2026-07-02' });
    expect(figures(judged)).toEqual([300, 0, 0, 300, 'unproven']);
    expect([judged?.stage, judged?.aged?.bucket, judged?.aged?.daysPastDue]).toEqual([
      'receipt-late',
      'not-due',
      0,
    ]);
  });

  it('case 22: what is promised does not move the day of the audit', async () => {
    const promised = platform === 'pinduoduo' ? '承诺送达时间' : '预售/承诺发货时间';
    const columns = platform === 'pinduoduo' ? [promised] : [];
    const cells = { [promised]: '2026-06-27 18:00:00' };
    const content = csvOf(platform, [cells], { columns });
    const { asOf } = await auditFiles(folder(), [{ name: 'orders.csv', content }]);
    expect(asOf).toBe(platform === 'pinduoduo' ? '2026-06-06' : '2026-06-02');
  });
});

describe('case 21: a day of the audit before the receipt', () => {
  it('the order is in transit then, and not invalid', async () => {
    const { judged } = await one('pinduoduo', { paid: '300.00' }, { asOf: '2026-06-04' });
    expect(figures(judged)).toEqual([300, 0, 0, 300, 'unproven']);
    expect([judged?.stage, judged?.aged?.bucket]).toEqual(['in-transit', 'not-due']);
  });

  it.each([
    ['2026-05-31', null],
    ['2026-06-01', 'unshipped'],
    ['2026-06-02', 'in-transit'],
    ['2026-06-05', 'in-transit'],
    ['2026-06-06', 'received'],
    ['2026-06-07', 'received'],
    ['2026-06-08', 'overdue'],
  ])('on %s its stage is %s', async (asOf, stage) => {
    const { judged } = await one('pinduoduo', {}, { asOf });
    expect(judged?.stage ?? null).toBe(stage);
  });

  it('is the same as an audit of the file as it was on that day', async () => {
    const later = await one('pinduoduo', {}, { asOf: '2026-06-04' });
    const then = await audit('pinduoduo', [{ 订单状态: '已发货，待收货', 确认收货时间: '' }], {
      asOf: '2026-06-04',
    });
    expect(later.portfolio.totals).toEqual(then.portfolio.totals);
    expect(later.judged).toEqual(then.judged);
  });
});
