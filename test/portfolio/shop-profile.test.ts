// What is usual in a shop: learned from all of its orders, and not known where the export cannot tell.
import { describe, expect, it } from 'vitest';
import type { ShopProfile } from '../../src/portfolio/shop-profile.js';
import { type AuditOptions, auditFiles, type NamedFile } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** Row `i` of a shop: order i + 1 costs i + 1 yuan, every second one is pay-later; `change` tells what else it holds. */
function rowsOf(count: number, change: (i: number) => Cells = () => ({})): Cells[] {
  return Array.from({ length: count }, (_, i) => {
    const yuan = `${i + 1}.00`;
    return {
      订单号: `260601-${String(100_000_000_000_001 + i)}`,
      是否先用后付: i % 2 === 0 ? '是' : '否',
      '商品总价(元)': yuan,
      '用户实付金额(元)': yuan,
      '商家实收金额(元)': yuan,
      ...change(i),
    };
  });
}

async function profiles(files: readonly NamedFile[], options: AuditOptions = {}) {
  const { portfolio } = await auditFiles(folder(), files, options);
  return portfolio.profiles;
}

async function profileOf(
  rows: readonly Cells[],
  about: { columns?: string[]; without?: string[] } = {},
  options: AuditOptions = {},
): Promise<ShopProfile> {
  return (await profiles([{ name: 'orders.csv', content: csvOf('pinduoduo', rows, about) }], options)).of(0);
}

describe('amounts', () => {
  it('are learned from orders of either kind, from 200 on', async () => {
    const { orders, payLaterShare, amounts } = await profileOf(rowsOf(200));
    expect([orders, payLaterShare]).toEqual([200, 0.5]);
    expect([amounts.orders, amounts.p95Fen, amounts.p99Fen]).toEqual([200, 19_000, 19_800]);
    expect(amounts.shareOf(3700)).toBe(1 / 200);
    expect(amounts.shareOf(3701)).toBe(0);

    const few = await profileOf(rowsOf(199));
    expect(few.orders).toBe(199);
    expect([few.amounts.p95Fen, few.amounts.p99Fen, few.amounts.shareOf(3700)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
    expect(few.amounts.commonest).toBeNull();
    expect([few.payLaterShare, few.refundShare, few.nightShare, few.roundShare]).toEqual(
      Array.from({ length: 4 }, () => Number.NaN),
    );
  });

  it('know the commonest price', async () => {
    const price = (i: number) =>
      i % 5 === 0
        ? { '商品总价(元)': '37.00', '用户实付金额(元)': '37.00', '商家实收金额(元)': '37.00' }
        : {};
    const { amounts } = await profileOf(rowsOf(250, price));
    // Order 37 is not among the fifth ones, and costs 37 yuan as well.
    expect(amounts.commonest).toEqual({ fen: 3700, orders: 51 });
    expect(amounts.shareOf(3700)).toBe(51 / 250);
  });

  it('are the list amount where the export shows 0 until the debit, and those of cancelled orders do not count', async () => {
    const free = await profileOf(
      rowsOf(200, () => ({ '用户实付金额(元)': '0.00', '商家实收金额(元)': '0.00' })),
    );
    expect(free.amounts.p95Fen).toBe(19_000);
    const cancelled = await profileOf(rowsOf(400, (i) => (i >= 200 ? { 订单状态: '已取消' } : {})));
    expect([cancelled.orders, cancelled.amounts.orders, cancelled.amounts.p95Fen]).toEqual([
      400, 200, 19_000,
    ]);
  });

  it('of an order in two exports count once', async () => {
    const content = csvOf('pinduoduo', rowsOf(200));
    const { only } = await profiles([
      { name: 'a.csv', content },
      { name: 'b.csv', content },
    ]);
    expect([only?.orders, only?.amounts.orders, only?.timedOrders]).toEqual([200, 200, 200]);
  });

  it('of an order of several lines are their sum, or the total that they repeat', async () => {
    const line = (i: number, yuan: string, rest: Cells = {}) => ({
      订单号: `2606010000${String(100_000 + i)}`,
      实付款: yuan,
      支付方式: i % 2 === 0 ? '先用后付' : '微信支付',
      ...rest,
    });
    const two = (other: string) =>
      Array.from({ length: 200 }, (_, i) => [
        line(i, '30.00'),
        line(i, other, { 商品ID: '810000000002', 商品名称: '灯泡' }),
      ]).flat();
    const amountsOf = async (rows: readonly Cells[]) => {
      const found = await profiles([{ name: 'k.csv', content: csvOf('kuaishou', rows) }]);
      return found.of(0).amounts;
    };
    expect((await amountsOf(two('12.00'))).commonest).toEqual({ fen: 4200, orders: 200 });
    expect((await amountsOf(two('30.00'))).commonest).toEqual({ fen: 3000, orders: 200 });
  });
});

describe('shares', () => {
  it('of refunds are told by their column or a state, else not known', async () => {
    const refunded = (i: number) => (i % 4 === 0 ? { 售后状态: '退款成功' } : {});
    expect((await profileOf(rowsOf(200, refunded))).refundShare).toBe(0.25);
    expect((await profileOf(rowsOf(200))).refundShare).toBe(0);
    const without = { without: ['售后状态'] };
    expect((await profileOf(rowsOf(200), without)).refundShare).toBeNaN();
    const bySate = (i: number) => (i % 10 === 0 ? { 订单状态: '已收货，退款成功' } : {});
    expect((await profileOf(rowsOf(200, bySate), without)).refundShare).toBe(0.1);
    const cancelled = (i: number) => (i % 2 === 0 ? { 订单状态: '已取消' } : refunded(i + 1));
    expect((await profileOf(rowsOf(400, cancelled))).refundShare).toBe(0.5);
  });

  it('of nights need a time of day', async () => {
    const night = (i: number) => ({
      订单成交时间: `2026-06-01 ${i % 5 === 0 ? '05:59:59' : i % 5 === 1 ? '06:00:00' : '20:15:00'}`,
    });
    const { nightShare, hours, timedOrders } = await profileOf(rowsOf(200, night));
    expect([nightShare, timedOrders]).toEqual([0.2, 200]);
    // 2026-06-01 is a Monday.
    expect([hours?.length, hours?.[5], hours?.[6], hours?.[20]]).toEqual([168, 40, 40, 120]);
    const dayOnly = await profileOf(rowsOf(200, () => ({ 订单成交时间: '2026-06-01' })));
    expect([dayOnly.nightShare, dayOnly.timedOrders, dayOnly.hours]).toEqual([Number.NaN, 0, null]);
  });

  it('of round hundreds leave out what somebody gave a discount on, and need its column', async () => {
    const discount = (i: number) => (i === 99 ? { '平台优惠折扣(元)': '5.00' } : {});
    expect((await profileOf(rowsOf(400, discount))).roundShare).toBe(3 / 400);
    expect((await profileOf(rowsOf(400))).roundShare).toBe(4 / 400);
    const without = { without: ['平台优惠折扣(元)', '店铺优惠折扣(元)'] };
    expect((await profileOf(rowsOf(400), without)).roundShare).toBeNaN();
  });
});

it('orders behind a back-dated as-of date do not exist', async () => {
  const later = (i: number) => (i >= 200 ? { 订单成交时间: '2026-06-03 09:00:00' } : {});
  const { orders, amounts } = await profileOf(rowsOf(300, later), {}, { asOf: '2026-06-02' });
  expect([orders, amounts.orders, amounts.p95Fen]).toEqual([200, 200, 19_000]);
});

describe('several shops', () => {
  const shopRows = (name: string, from: number, count: number) =>
    rowsOf(count, (i) => ({ 店铺名称: name, 订单号: `260601-${String(100_000_000_000_001 + from + i)}` }));
  const file = (name: string, rows: readonly Cells[]) => ({
    name,
    content: csvOf('pinduoduo', rows, { columns: ['店铺名称'] }),
  });

  it('have a profile each, and the run has none', async () => {
    const found = await profiles([
      file('a.csv', shopRows('甲店', 0, 200)),
      file('b.csv', shopRows('乙店', 1000, 300)),
    ]);
    expect(found.only).toBeNull();
    expect([found.of(0).orders, found.of(1).orders]).toEqual([200, 300]);
    expect(found.of(7).orders).toBe(0);
  });

  it('in one export cannot be told apart: nothing is known of either', async () => {
    const found = await profiles([
      file('a.csv', [...shopRows('甲店', 0, 200), ...shopRows('乙店', 1000, 300)]),
      file('b.csv', shopRows('乙店', 2000, 300)),
    ]);
    expect([found.of(0).orders, found.of(1).orders]).toEqual([0, 0]);
    expect(found.of(0).amounts.p95Fen).toBeNaN();
  });
});
