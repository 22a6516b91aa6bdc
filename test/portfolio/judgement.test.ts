// Judging orders whose lines differ in state, amount and time, and orders that have no receivable.
import { describe, expect, it } from 'vitest';
import { type AuditOptions, auditFiles } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = '260601-100000000000001';

async function judge(rows: readonly Cells[], options: AuditOptions & { columns?: readonly string[] } = {}) {
  const content = csvOf('pinduoduo', rows, { columns: options.columns ?? [] });
  const audited = await auditFiles(folder(), [{ name: 'orders.csv', content }], options);
  const judged = audited.order(ID)!;
  return { ...audited, judged, bucket: judged?.aged?.bucket ?? null };
}

const amount = (yuan: string): Cells => ({
  '用户实付金额(元)': yuan,
  '商家实收金额(元)': yuan,
  '商品总价(元)': yuan,
});
/** An order whose lines differ, so that the file's amounts are per line. */
const PER_LINE: readonly Cells[] = [
  { 订单号: '260601-200000000000001', 商品规格: 'a', ...amount('1.00') },
  { 订单号: '260601-200000000000001', 商品规格: 'b', ...amount('2.00') },
];
/** Five orders that repeat their total. */
const REPEATED: readonly Cells[] = Array.from({ length: 10 }, (_, i) => ({
  订单号: `260601-30000000000000${Math.floor(i / 2)}`,
  商品规格: i % 2 ? 'a' : 'b',
  ...amount('9.00'),
}));
const line = (spec: string, cells: Cells): Cells => ({ 商品规格: spec, ...cells });
const UNSHIPPED: Cells = { 订单状态: '待发货', 发货时间: '', 确认收货时间: '' };
const SHIPPED: Cells = { 订单状态: '已发货，待收货', 确认收货时间: '' };

describe('orders without a receivable', () => {
  it.each(['待支付', '待付款', '未支付，交易关闭', '已取消', '交易关闭', '已取消，退款成功'])(
    '%s is closed, and open again only when an unpaid one was shipped',
    async (state) => {
      const { judged, portfolio } = await judge([{ ...UNSHIPPED, 订单状态: state }]);
      expect([judged.collection, judged.stage, judged.receivable]).toEqual(['closed', 'closed', 0]);
      expect(portfolio.totals.payLaterOrders).toBe(1);
      const shipped = await judge([{ ...SHIPPED, 订单状态: state }]);
      const isUnpaid = state === '待支付' || state === '待付款';
      expect(shipped.judged.stage).toBe(isUnpaid ? 'in-transit' : 'closed');
      expect(shipped.judged.receivable).toBe(isUnpaid ? 10_000 : 0);
    },
  );

  it('a true 0 is not applicable before it is shipped, and without a list amount', async () => {
    const zero = { '用户实付金额(元)': '0.00', '商家实收金额(元)': '0.00' };
    expect((await judge([{ ...UNSHIPPED, ...zero }])).judged.collection).toBe('not-applicable');
    expect((await judge([{ ...zero, '商品总价(元)': '0.00' }])).judged.collection).toBe('not-applicable');
    expect((await judge([{ ...zero, '邮费(元)': '?' }])).judged.collection).toBe('not-applicable');
    const refunded = await judge([{ ...zero, 订单状态: '已收货，退款成功' }]);
    expect([refunded.judged.collection, refunded.judged.receivable]).toEqual(['not-applicable', 0]);
  });
});

describe('the list amount of an order shown as 0', () => {
  const zero: Cells = { '用户实付金额(元)': '0.00', '商家实收金额(元)': '0.00' };

  it('is goods, postage and fees less what the shop takes off', async () => {
    const { judged } = await judge(
      [
        {
          ...zero,
          '商品总价(元)': '100',
          '邮费(元)': '6',
          '店铺优惠折扣(元)': '10',
          '送货入户费(元)': '4.5',
          '平台优惠折扣(元)': '20',
        },
      ],
      { columns: ['送货入户费(元)'] },
    );
    expect(judged.receivable).toBe(10_050);
  });

  it('adds up over lines that differ', async () => {
    const rows = [
      line('a', { ...zero, '商品总价(元)': '100' }),
      line('b', { ...zero, '商品总价(元)': '50' }),
    ];
    expect((await judge(rows)).judged.receivable).toBe(15_000);
    expect((await judge(rows.toReversed())).judged.receivable).toBe(15_000);
  });

  it('leaves a gift among the lines out', async () => {
    const gift = line('b', { ...zero, 是否抽奖或0元试用: '是', '商品总价(元)': '50' });
    const { judged } = await judge([gift, line('a', { ...zero, '商品总价(元)': '100' }), ...PER_LINE]);
    expect([judged.receivable, judged.receivableSource]).toEqual([10_000, 'list']);
  });

  it('takes off the line that was refunded', async () => {
    const { judged } = await judge([
      line('a', { ...zero, '商品总价(元)': '100' }),
      line('b', { ...zero, '商品总价(元)': '50', 订单状态: '已收货，退款成功' }),
    ]);
    expect([judged.receivable, judged.money.refunded, judged.money.assumed, judged.outstanding]).toEqual([
      15_000, 5000, 5000, 10_000,
    ]);
  });
});

describe('refunds that a state tells', () => {
  it('before shipping are sure, later ones assumed', async () => {
    const sure = await judge([{ ...UNSHIPPED, 订单状态: '未发货，退款成功' }]);
    expect([sure.judged.money.refunded, sure.judged.money.assumed]).toEqual([10_000, 0]);
    const assumed = await judge([{ ...SHIPPED, 订单状态: '已发货，退款成功' }]);
    expect([assumed.judged.money.refunded, assumed.judged.money.assumed]).toEqual([10_000, 10_000]);
    const afterSale = await judge([{ ...UNSHIPPED, 售后状态: '退款成功' }]);
    expect([afterSale.judged.money.refunded, afterSale.judged.money.assumed]).toEqual([10_000, 10_000]);
  });

  it('stay assumed when the day of the audit lies before the shipment', async () => {
    const { judged } = await judge([{ 订单状态: '已收货，退款成功' }], { asOf: '2026-06-01' });
    expect([judged.money.refunded, judged.money.assumed]).toEqual([10_000, 10_000]);
  });

  it('are none for 售后成功, 售后关闭 and an open dispute', async () => {
    for (const 售后状态 of ['售后成功', '售后关闭', '无售后', '售后处理中']) {
      expect((await judge([{ 售后状态 }])).judged.money.refunded).toBe(0);
    }
  });

  it('of one line take off its amount where amounts are per line', async () => {
    const { judged } = await judge([
      line('a', amount('30.00')),
      line('b', { ...amount('20.00'), 订单状态: '已收货，退款成功' }),
    ]);
    expect([judged.receivable, judged.money.refunded, judged.outstanding]).toEqual([5000, 2000, 3000]);
  });

  it.each([0, 1])('of one line take nothing off a total that the lines repeat', async (at) => {
    const lines = ['a', 'b'].map((spec, i) => line(spec, i === at ? { 订单状态: '已收货，退款成功' } : {}));
    const { judged } = await judge([...lines, ...REPEATED]);
    expect([judged.receivable, judged.money.refunded, judged.outstanding]).toEqual([10_000, 0, 10_000]);
  });

  it.each([[['未发货，退款成功', '已收货，退款成功']], [['已收货，退款成功', '未发货，退款成功']]])(
    'of all lines take off the total, assumed when one is: %j',
    async (states) => {
      const lines = states.map((订单状态, i) => line(String(i), { 订单状态 }));
      const { judged } = await judge([...lines, ...REPEATED]);
      expect([judged.receivable, judged.money.refunded, judged.money.assumed, judged.outstanding]).toEqual([
        10_000, 10_000, 10_000, 0,
      ]);
      expect(judged.collection).toBe('refunded');
    },
  );
});

describe('an order of several lines', () => {
  it('stands where its least advanced open line does', async () => {
    const stage = async (...rows: Cells[]) =>
      (await judge([...rows.map((cells, i) => line(String(i), cells)), ...PER_LINE])).judged.stage;
    expect(await stage({}, SHIPPED)).toBe('in-transit');
    expect(await stage({}, UNSHIPPED)).toBe('unshipped');
    expect(await stage({}, { ...UNSHIPPED, 订单状态: '已取消' })).toBe('received');
    expect(await stage({}, { ...UNSHIPPED, 订单状态: '未发货，退款成功' })).toBe('received');
    expect(await stage({}, { 售后状态: '售后处理中' })).toBe('frozen');
  });

  it('has no receivable for a line that is cancelled', async () => {
    const { judged } = await judge([
      line('a', amount('30.00')),
      line('b', { ...amount('20.00'), 订单状态: '已取消' }),
      ...PER_LINE,
    ]);
    expect([judged.receivable, judged.lines, judged.collection]).toEqual([3000, 2, 'unproven']);
  });

  it('is received when its last line is, and not known to be when one does not say', async () => {
    const second = (time: string) =>
      judge([line('a', {}), line('b', { 确认收货时间: time }), ...PER_LINE], { asOf: '2026-06-20' });
    expect((await second('2026-06-09 10:00:00')).judged.aged).toMatchObject({
      dueSource: 'receipt',
      daysPastDue: 10,
    });
    // Shipped on the 2nd: due on the 13th at the latest.
    expect((await second('')).judged.aged).toMatchObject({ dueSource: 'shipping', daysPastDue: 7 });
  });

  it('a line that is cancelled decides nothing about amounts', async () => {
    const cancelled = { ...amount('20.00'), 订单状态: '已取消' };
    const rows = [line('a', {}), line('b', {}), line('c', cancelled)];
    expect((await judge(rows)).judged).toMatchObject({ receivable: 10_000, undecided: 10_000 });
  });
});

describe('dates that cannot be', () => {
  it.each<[string, Cells, string]>([
    ['shipped more than a day before the order', { 发货时间: '2026-05-31 08:59:59' }, 'invalid'],
    ['shipped up to a day before the order', { 发货时间: '2026-05-31 09:00:00' }, 'not-due'],
    ['received more than a day before the shipment', { 确认收货时间: '2026-06-01 09:59:59' }, 'invalid'],
    ['received up to a day before the shipment', { 确认收货时间: '2026-06-01 10:00:00' }, '1-3'],
    [
      'received before the order, the shipment unknown',
      { 发货时间: '', 确认收货时间: '2026-05-30 10:00:00' },
      'invalid',
    ],
    ['more than 10,000 days ago', { 订单成交时间: '1998-01-01 09:00:00' }, 'invalid'],
    ['an unreadable one', { 订单成交时间: '昨天' }, 'invalid'],
  ])('%s: %j is %s', async (_name, cells, bucket) => {
    const content = csvOf('pinduoduo', [{ ...cells }]);
    const asOf = bucket === '1-3' ? '2026-06-04' : '2026-06-07';
    const { order } = await auditFiles(folder(), [{ name: 'orders.csv', content }], { asOf });
    expect(order(ID)?.aged?.bucket).toBe(bucket);
  });

  it.each(['订单成交时间', '支付时间', '发货时间', '确认收货时间'])(
    'a %s after the export in the name is invalid, up to it is not',
    async (column) => {
      const bucket = async (time: string) => {
        const cells = { 订单成交时间: '', 支付时间: '', 发货时间: '', 确认收货时间: '', [column]: time };
        const content = csvOf('pinduoduo', [cells], { columns: ['支付时间'] });
        const { order } = await auditFiles(folder(), [
          { name: 'orders_export2026-06-10-10-00-00.csv', content },
        ]);
        return order(ID)?.aged?.bucket;
      };
      expect(await bucket('2026-06-10 10:00:01')).toBe('invalid');
      expect(await bucket('2026-06-10 10:00:00')).not.toBe('invalid');
    },
  );

  it('a debit behind the shipment is no error, and the order existed before it', async () => {
    const cells = { 订单成交时间: '', 支付时间: '2026-06-20 10:00:00' };
    const columns = ['支付时间'];
    // On the day before it, it was merely late.
    expect((await judge([cells], { columns, asOf: '2026-06-19' })).bucket).toBe('4-30');
    expect((await judge([cells], { columns })).judged).toMatchObject({
      collection: 'settled',
      stage: 'closed',
      money: { evidence: 'payment-time', collected: 10_000, outstanding: 0 },
    });
    expect((await judge([cells], { columns, asOf: '2026-06-03' })).judged.stage).toBe('in-transit');
  });
});

describe('an explicit due date', () => {
  const columns = ['到期日'];
  it('counts once the order is shipped', async () => {
    const due = { 到期日: '2026-06-05' };
    const asOf = '2026-06-10';
    expect((await judge([due], { columns, asOf })).judged.aged).toMatchObject({
      dueSource: 'column',
      daysPastDue: 5,
    });
    expect((await judge([{ ...SHIPPED, ...due }], { columns, asOf })).judged.stage).toBe('overdue');
    expect((await judge([{ ...UNSHIPPED, ...due }], { columns, asOf })).bucket).toBe('no-due-date');
  });
  it('of several lines is the latest', async () => {
    const rows = [line('a', { 到期日: '2026-06-05' }), line('b', { 到期日: '2026-06-08' }), ...PER_LINE];
    const asOf = '2026-06-10';
    expect((await judge(rows, { columns, asOf })).judged.aged?.daysPastDue).toBe(2);
    expect((await judge(rows.toReversed(), { columns, asOf })).judged.aged?.daysPastDue).toBe(2);
  });
});

describe('who is counted', () => {
  it('unknown orders with their yuan, ordinary ones without', async () => {
    const { portfolio } = await judge([
      { 订单号: ID },
      { 订单号: '260601-400000000000001', 是否先用后付: '' },
      { 订单号: '260601-400000000000002', 是否先用后付: '否' },
    ]);
    const { orders, payLaterOrders, ordinaryOrders, unknown, receivableFen } = portfolio.totals;
    expect({ orders, payLaterOrders, ordinaryOrders, unknown, receivableFen }).toEqual({
      orders: 3,
      payLaterOrders: 1,
      ordinaryOrders: 1,
      unknown: { orders: 1, fen: 10_000 },
      receivableFen: 10_000,
    });
    expect([0, 1, 2].map((order) => portfolio.answer(order))).toEqual(['yes', 'unknown', 'no']);
  });
});

describe('orders that are open for long', () => {
  const stale = async (cells: Cells, asOf: string) => {
    const { portfolio } = await judge([cells], { asOf, columns: ['付款状态'] });
    return portfolio.totals.staleLines;
  };
  it('are told from the 181st day on, unshipped or on their way', async () => {
    expect(await stale(UNSHIPPED, '2026-11-28')).toEqual([]);
    expect(await stale(UNSHIPPED, '2026-11-29')).toEqual([0]);
    expect(await stale(SHIPPED, '2026-11-29')).toEqual([0]);
  });
  it('are told as received ones only where it is proven that nothing came in', async () => {
    expect(await stale({}, '2026-11-29')).toEqual([]);
    expect(await stale({ 付款状态: '未付款' }, '2026-11-29')).toEqual([0]);
    expect(await stale({ 付款状态: '已付款' }, '2026-11-29')).toEqual([]);
  });
});
