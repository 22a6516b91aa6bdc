// Single orders at the edges of the definitions: refunds beyond the receivable, reversals, advances, goods that went out.
import { describe, expect, it } from 'vitest';
import { type BillLine, billOf } from '../support/billed.js';
import { auditOne, figures, type Given, idOf } from '../support/billed-shop.js';
import type { NamedFile } from '../support/reading.js';
import { type Cells, cellsFor } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const audit = (given: Given) => auditOne(folder(), 'pinduoduo', given);
const paid = (amount: string): Cells => cellsFor('pinduoduo', { paid: amount, price: amount });
const row = (kind: BillLine['kind'], yuan: number, at = '2026-06-08') => ({ at, kind, yuan });

describe('bill amounts are taken as they stand', () => {
  it('a refund beyond the receivable lowers what was collected below 0, and nothing is owed', async () => {
    const { judged } = await audit({
      rows: [paid('100.00')],
      lines: [row('income', 100), row('refund', -120, '2026-06-20')],
    });
    expect(figures(judged)?.slice(0, 4)).toEqual([100, 120, -20, 0]);
  });

  it('a refund that came back to the shop is no refund, and no income either', async () => {
    const { judged } = await audit({ rows: [paid('100.00')], lines: [row('refund', 20)] });
    expect(figures(judged)).toEqual([100, 0, 0, 100, 'uncollected', 'none']);
  });

  it('an advance alone settles, and its state’s refund is none before it', async () => {
    const text = '先用后付垫付货款';
    const { judged } = await audit({
      rows: [{ ...paid('100.00'), 订单状态: '已收货，退款成功' }],
      lines: [{ ...row('other', 100), text }],
    });
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
    expect(judged?.money).toMatchObject({ assumed: 0, overCollected: 0 });
  });
});

describe('what shows that the shop’s wallet is among the files', () => {
  /** The eight pay-later orders around settle in another way than by an income row. */
  const settledBy =
    (kind: BillLine['kind'], yuan: number, text?: string) =>
    (lines: readonly BillLine[]): readonly NamedFile[] => {
      const payLater = new Set(Array.from({ length: 8 }, (_, n) => idOf('pinduoduo', 120 + n)));
      return [
        billOf(
          'pinduoduo',
          lines.map((line) =>
            payLater.has(line.id) ? { ...line, kind, yuan, ...(text === undefined ? {} : { text }) } : line,
          ),
        ),
      ];
    };

  it.each([
    ['an advance', settledBy('other', 100, '先用后付垫付货款'), 'uncollected'],
    ['a refund that implies its income', settledBy('refund', -20), 'uncollected'],
    ['but not a fee', settledBy('fee', -1), 'unproven'],
  ])('%s of pay-later orders', async (_, bills, state) => {
    const { judged } = await audit({ rows: [paid('300.00')], lines: [], bills });
    expect(judged?.collection).toBe(state);
  });
});

describe('goods out', () => {
  const none = { 发货时间: '', 确认收货时间: '' };

  it.each<[string, Cells, number]>([
    [
      'refunded after shipping, all times blank',
      { ...paid('100.00'), ...none, 订单状态: '已发货，退款成功' },
      100,
    ],
    [
      'refunded before shipping, all times blank',
      { ...paid('100.00'), ...none, 订单状态: '未发货，退款成功' },
      0,
    ],
    [
      'refunded while the export still showed 0',
      { ...paid('0.00'), '商品总价(元)': '2999.00', 订单状态: '已收货，退款成功' },
      2999,
    ],
    [
      'a gift that was cancelled on its way',
      { ...paid('50.00'), 订单状态: '已取消', 是否抽奖或0元试用: '是' },
      0,
    ],
    ['cancelled on its way', { ...paid('50.00'), 订单状态: '已取消' }, 50],
  ])('%s', async (_, cells, yuan) => {
    const { judged } = await audit({
      rows: [cells],
      lines: [],
      columns: ['是否抽奖或0元试用'],
    });
    expect((judged?.goodsOut ?? 0) / 100).toBe(yuan);
  });
});
