// Orders of several lines with after-sales rows: which line a refund is of, and where the order stands by the others.
import { describe, expect, it } from 'vitest';
import { auditOne, figures, type Given, idOf, PLATFORMS } from '../support/billed-shop.js';
import { type Cells, cellsFor, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const BEFORE = { applied: '2026-06-02', agreed: '2026-06-03' };

describe.each(PLATFORMS)('on %s', (platform: RowPlatform) => {
  const line = (product: string, yuan: number, more: Cells = {}): Cells => ({
    ...cellsFor(platform, { product, spec: product, paid: yuan.toFixed(2), price: yuan.toFixed(2) }),
    ...more,
  });
  const cancelled: Cells = { 订单状态: platform === 'pinduoduo' ? '已取消' : '交易关闭', 发货时间: '' };
  const refunded: Cells = { 售后状态: '退款成功' };
  const audit = async (rows: readonly Cells[], afterSales: Given['afterSales']) =>
    (await auditOne(folder(), platform, { rows, lines: [], afterSales: afterSales ?? [] })).judged;

  it('the refund of a line that was cancelled lowers no other line', async () => {
    const rows = [line('11', 50, { ...cancelled, ...refunded }), line('22', 60)];
    const whole = [60, 0, 0, 60, 'uncollected', 'none'];
    expect(figures(await audit(rows, [{ product: '11', yuan: 50, ...BEFORE }]))).toEqual(whole);
    expect(figures(await audit(rows, [{ product: '11', ...BEFORE }]))).toEqual(whole);
    // The row names no product: the line's own words and its amount tell.
    expect(figures(await audit(rows, [{ yuan: 50, ...BEFORE }]))).toEqual(whole);
    expect(figures(await audit(rows, [{ yuan: 20, ...BEFORE }]))).toEqual([
      60,
      20,
      0,
      40,
      'uncollected',
      'none',
    ]);
    // Another line that says so as well was refunded by other amounts.
    const partly = [line('11', 50, { ...cancelled, ...refunded }), line('22', 60, refunded)];
    expect(
      figures(
        await audit(partly, [
          { yuan: 50, ...BEFORE },
          { yuan: 20, ...BEFORE },
        ]),
      ),
    ).toEqual([...[60, 20, 0, 40, 'uncollected', 'none']]);
    const silent = [line('11', 50, cancelled), line('22', 60)];
    expect(figures(await audit(silent, [{ yuan: 50, ...BEFORE }]))).toEqual([
      ...[60, 50, 0, 10, 'uncollected', 'none'],
    ]);
  });

  it('a refund of one of two lines of a product leaves the other past due', async () => {
    const other = { 订单号: idOf(platform, 500) };
    const rows = [
      line('11', 50),
      line('11', 50, { 商品规格: '蓝色' }),
      ...[line('33', 30, other), line('44', 40, other)],
    ];
    const judged = await audit(rows, [{ product: '11', yuan: 50, ...BEFORE }]);
    expect(figures(judged)).toEqual([100, 50, 0, 50, 'uncollected', 'none']);
    expect(judged?.stage).toBe('overdue');
  });

  it('a line whose words and whose rows say that it is refunded holds up no other line', async () => {
    const onTheWay: Cells = {
      订单状态: platform === 'pinduoduo' ? '已发货，退款成功' : '已发货',
      ...(platform === 'pinduoduo' ? { 确认收货时间: '' } : {}),
      ...refunded,
    };
    const rows = [line('11', 50, onTheWay), line('22', 60)];
    const stage = async (row: object) => (await audit(rows, [{ ...BEFORE, ...row }]))?.stage;
    expect(await stage({ yuan: 50 })).toBe('overdue');
    expect(await stage({ yuan: 20 })).not.toBe('overdue');
    // The other one says so as well, and was refunded in part.
    const both = [line('11', 50, onTheWay), line('22', 60, refunded)];
    const judged = await audit(both, [
      { yuan: 50, ...BEFORE },
      { product: '22', yuan: 20, ...BEFORE },
    ]);
    expect([judged?.stage, judged?.outstanding]).toEqual(['overdue', 4000]);
  });

  it('a part refunded of an order that says unpaid and was shipped stops no clock', async () => {
    const judged = await audit([line('11', 100, { 订单状态: '待付款' })], [{ yuan: 10, ...BEFORE }]);
    expect(figures(judged)).toEqual([100, 10, 0, 90, 'uncollected', 'none']);
    expect(judged?.aged?.bucket).not.toBe('no-due-date');
  });
});
