// What two exports of one order say differently, from the files: amounts, states and recipients that may not change.
import { describe, expect, it } from 'vitest';
import { AuditedOrders } from '../../src/portfolio/audited-order.js';
import { auditFiles } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const [FIRST, SECOND, THIRD] = ['08', '09', '10'].map((day) => `orders_export2026-06-${day}-10-00-00.csv`);
const SHIPPED: Cells = { 订单状态: '已发货，待收货', 确认收货时间: '' };
const WHO: Cells = {
  收货人: '裴岁安',
  手机: '19911112222',
  省: '浙江省',
  市: '杭州市',
  区: '西湖区',
  详细地址: '松溪路18号晴川里2幢109室',
};
const amount = (yuan: string): Cells => ({ '用户实付金额(元)': yuan, '商家实收金额(元)': yuan });

/** What is told of the one order of these files; the order in which they are given says nothing. */
async function differences(...files: readonly (readonly [name: string | undefined, cells: Cells])[]) {
  const columns = ['收货人', '手机', '省', '市', '区', '详细地址'];
  const named = files.map(([name = '', cells]) => ({
    name,
    content: csvOf('pinduoduo', [{ ...WHO, ...cells }], { columns }),
  }));
  const [told, again] = await Promise.all(
    [named, named.toReversed()].map(async (given) => {
      const { book, portfolio } = await auditFiles(folder(), given);
      return new AuditedOrders(book, portfolio).of(0, portfolio.judge(0)!).exports;
    }),
  );
  expect(again).toEqual(told);
  return told;
}

describe('amounts', () => {
  it('differ from one fen on, and of several the one that differs most is told', async () => {
    const told = await differences(
      [FIRST, amount('90.00')],
      [SECOND, amount('89.99')],
      [THIRD, amount('60.00')],
    );
    expect(told).toEqual({ amount: { before: 9000, now: 6000 }, state: null, recipient: [] });
    expect(await differences([FIRST, amount('90.00')], [SECOND, amount('89.99')])).toMatchObject({
      amount: { before: 9000, now: 8999 },
    });
  });

  it.each<[string, Cells, Cells]>([
    ['0 before the debit', { ...SHIPPED, ...amount('0.00') }, amount('90.00')],
    ['what the debit changes', { ...SHIPPED, ...amount('88.00') }, amount('90.00')],
    ['an open after-sale', amount('90.00'), { ...amount('60.00'), 售后状态: '售后处理中' }],
    [
      'not paid for yet',
      { 订单状态: '待支付', 发货时间: '', 确认收货时间: '', ...amount('120.00') },
      amount('90.00'),
    ],
    ['cancelled', { 订单状态: '已取消', ...amount('120.00') }, { ...amount('90.00'), 订单状态: '已取消' }],
  ])('may change: %s', async (_, before, now) => {
    expect(await differences([FIRST, before], [SECOND, now])).toBeNull();
  });
});

describe('states', () => {
  it('that went back are told, the longest way of several', async () => {
    const state = { before: 'received', now: 'shipped' };
    expect(await differences([FIRST, {}], [SECOND, SHIPPED])).toMatchObject({ state });
    expect(await differences([FIRST, {}], [SECOND, SHIPPED], [THIRD, SHIPPED])).toMatchObject({ state });
  });

  it('go on, and where the files do not tell which is the later one nothing is said', async () => {
    expect(await differences([FIRST, SHIPPED], [SECOND, {}])).toBeNull();
    expect(await differences(['a.csv', {}], ['b.csv', SHIPPED])).toBeNull();
  });
});

describe('recipients', () => {
  it.each<[string, Cells, readonly string[]]>([
    ['another phone', { 手机: '19911113333' }, ['phone']],
    ['another name on one phone', { 收货人: '闻见山' }, ['name']],
    ['another room', { 详细地址: '松溪路18号晴川里2幢110室' }, ['address']],
    ['another district', { 区: '余杭区' }, ['address']],
    ['phone and room', { 手机: '19911113333', 详细地址: '松溪路18号晴川里2幢110室' }, ['phone', 'address']],
    ['the same room in other words', { 详细地址: '松溪路18号晴川里2栋109' }, []],
    ['masked since', { 收货人: '裴**', 手机: '199****2222', 详细地址: '****' }, []],
    ['a virtual number', { 手机: '18412340001-1234' }, []],
  ])('%s', async (_, cells, recipient) => {
    expect((await differences([FIRST, {}], [SECOND, cells]))?.recipient ?? []).toEqual(recipient);
  });
});
