// Worked cases of single orders with bills, in yuan: from the files to the figures, amid a shop whose bills prove.
import { describe, expect, it } from 'vitest';
import type { UserError } from '../../src/core/user-error.js';
import { billOf, pinduoduoBill } from '../support/billed.js';
import {
  auditOne,
  figures,
  type Given,
  idOf,
  PLATFORMS,
  refundedState,
  shared,
} from '../support/billed-shop.js';
import { type Cells, cellsFor, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const audit = (platform: RowPlatform, given: Given) => auditOne(folder(), platform, given);

describe.each(PLATFORMS)('on %s', (platform) => {
  const plain = (paid: string): Cells => cellsFor(platform, { paid, price: paid });
  const onTheWay: Cells =
    platform === 'pinduoduo' ? { 订单状态: '已发货，待收货', 确认收货时间: '' } : { 订单状态: '已发货' };

  it('case 2: paid with a platform coupon and then refunded in full', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...shared(platform, '90.00', '10.00', '100.00'), ...refundedState(platform) }],
      // A refunded order does not tell which subsidies the shop is paid; the others do.
      others: shared(platform, '90.00', '10.00', '100.00'),
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 90 },
        { at: '2026-06-08', kind: 'subsidy', yuan: 10 },
        { at: '2026-06-15', kind: 'refund', yuan: -90 },
        { at: '2026-06-15', kind: 'subsidy-back', yuan: -10 },
      ],
    });
    // Kuaishou writes both parts into one record; here they are two that add up.
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'bill']);
    expect(judged?.money).toMatchObject({ refundSource: 'bill', assumed: 0, overCollected: 0 });
  });

  it('case 3: a part of it refunded in the bill', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...shared(platform, '90.00', '10.00', '100.00'), ...refundedState(platform) }],
      // A refunded order does not tell which subsidies the shop is paid; the others do.
      others: shared(platform, '90.00', '10.00', '100.00'),
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 90 },
        { at: '2026-06-08', kind: 'subsidy', yuan: 10 },
        { at: '2026-06-15', kind: 'refund', yuan: -27 },
        { at: '2026-06-15', kind: 'subsidy-back', yuan: -3 },
      ],
    });
    expect(figures(judged)).toEqual([100, 30, 70, 0, 'settled', 'bill']);
  });

  it('case 6: the bill holds only the refund of a debit before its begin', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...plain('100.00'), ...refundedState(platform) }],
      lines: [{ at: '2026-06-15', kind: 'refund', yuan: -20 }],
    });
    expect(figures(judged)).toEqual([100, 20, 80, 0, 'settled', 'refund-implies-collection']);
  });

  it('case 7: less debited than is owed, and nothing tells of a refund', async () => {
    const { judged } = await audit(platform, {
      rows: [plain('200.00')],
      lines: [{ at: '2026-06-08', kind: 'income', yuan: 150 }],
    });
    expect(figures(judged)).toEqual([200, 0, 150, 50, 'part-settled', 'bill']);
    expect(judged?.money.unproven).toBeNull();
  });

  it('case 8: a refund without an amount and without a bill row is assumed to be all of it', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [{ ...plain('69.00'), ...refundedState(platform) }],
      lines: [],
    });
    expect(figures(judged)).toEqual([69, 69, 0, 0, 'refunded', 'none']);
    expect(judged?.money).toMatchObject({ refundSource: 'status', assumed: 6900 });
    expect(portfolio.totals.refundAssumed).toEqual({ orders: 1, fen: 6900 });
  });

  it('case 9: debited, and the refund is not yet in the bill: not paid twice', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [{ ...plain('100.00'), ...refundedState(platform) }],
      lines: [{ at: '2026-06-08', kind: 'income', yuan: 100 }],
    });
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
    expect(portfolio.totals.overCollected).toEqual({ orders: 0, fen: 0 });
  });

  it('case 10: shown as 0.00 until the debit, the list amount counts', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [{ ...cellsFor(platform, { paid: '0.00', price: '2,999.00' }), ...onTheWay }],
      lines: [],
    });
    expect(figures(judged)?.slice(0, 4)).toEqual([2999, 0, 0, 2999]);
    expect([judged?.receivableSource, judged?.stage]).toEqual(['list', 'receipt-late']);
    expect(portfolio.totals.receivableZero).toEqual({ orders: 1, fen: 299_900 });
  });

  it('case 11: a gift has no receivable and no state of collection', async () => {
    const gift: Cells =
      platform === 'pinduoduo' ? { 是否抽奖或0元试用: '是' } : { 赠品订单号: '2606010000000099' };
    const { judged } = await audit(platform, { rows: [{ ...plain('0.00'), ...gift }], lines: [] });
    expect(figures(judged)).toEqual([0, 0, 0, 0, 'not-applicable', 'none']);
  });

  it('case 15: two colours of 50 each are two lines, for the bill holds 100', async () => {
    const rows = ['白色', '黑色'].map((spec) => cellsFor(platform, { spec, paid: '50.00', price: '50.00' }));
    const income = [{ at: '2026-06-08', kind: 'income', yuan: 100 }] as const;
    const { judged, portfolio } = await audit(platform, { rows, lines: income });
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
    expect(portfolio.settings.lineAmounts).toEqual(['per-line']);
    expect(judged?.undecided).toBe(0);
  });

  it('case 15, the other way round: where the bill holds the amount of one line, each repeats the total', async () => {
    const rows = ['白色', '黑色'].map((spec) => cellsFor(platform, { spec }));
    const income = [{ at: '2026-06-08', kind: 'income', yuan: 100 }] as const;
    const { judged, portfolio } = await audit(platform, { rows, lines: income });
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
    expect(portfolio.settings.lineAmounts).toEqual(['repeated']);
  });

  it('case 16: the government part is still to come: the platform owes it, not the buyer', async () => {
    const columns = platform === 'kuaishou' ? ['国补/类国补/消费券'] : [];
    const others: Cells = platform === 'kuaishou' ? { 实付款: '¥80.00', '国补/类国补/消费券': '¥20.00' } : {};
    const own: Cells =
      platform === 'kuaishou'
        ? { 实付款: '¥800.00', '国补/类国补/消费券': '¥200.00', 商品单价: '¥1,000.00' }
        : shared(platform, '800.00', '200.00', '1,000.00');
    const { judged, portfolio } = await audit(platform, {
      rows: [own],
      lines: [{ at: '2026-06-08', kind: 'income', yuan: 800 }],
      columns,
      others,
    });
    expect(figures(judged)).toEqual([1000, 0, 800, 200, 'part-settled', 'bill']);
    expect(judged?.money.outstandingPlatform).toBe(20_000);
    expect(portfolio.totals.outstandingPlatformFen).toBe(20_000);
  });

  it('case 17: shipped long ago and not received is late in its receipt, never past due', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...plain('300.00'), ...onTheWay }],
      lines: [],
      asOf: '2026-07-02',
    });
    expect(figures(judged)?.slice(0, 4)).toEqual([300, 0, 0, 300]);
    expect([judged?.stage, judged?.aged?.bucket, judged?.aged?.daysPastDue]).toEqual([
      'receipt-late',
      'not-due',
      0,
    ]);
  });

  it('case 18: bills that hold one ordinary order in eight are another shop’s', async () => {
    const error = (await audit(platform, {
      rows: [plain('100.00')],
      lines: [],
      bills: (lines) => [
        billOf(
          platform,
          lines.flatMap((line, i) => (i % 8 === 0 ? [line] : [{ ...line, id: `${line.id.slice(0, -2)}77` }])),
        ),
      ],
    }).catch((thrown: unknown) => thrown)) as UserError;
    expect(error.code).toBe('bills-foreign');
    expect(error.facts.percent).toBeLessThan(20);
    expect(error.facts.path).toEqual([expect.stringMatching(/(?:bill|settlement)\.csv$/)]);
  });

  it('case 19: bills with a gap over the due date prove nothing', async () => {
    const [from, to] = platform === 'pinduoduo' ? ['2026-06-06', '2026-06-11'] : ['2026-06-08', '2026-06-14'];
    const { judged, bills } = await audit(platform, {
      rows: [plain('300.00')],
      lines: [],
      bills: (lines) => {
        const first = lines.filter(({ at }) => at < from);
        const second = lines.filter(({ at }) => at > to);
        if (platform === 'kuaishou') return [billOf(platform, [...first, ...second])];
        return [
          pinduoduoBill(first, '2026-05-01', '2026-06-05', 'a'),
          pinduoduoBill(second, '2026-06-12', '2026-07-19', 'b'),
        ];
      },
    });
    expect(figures(judged)).toEqual([300, 0, 0, 300, 'unproven', 'none']);
    expect(judged?.money.unproven).toBe('coverage');
    expect(bills?.periods).toHaveLength(2);
  });

  it('case 19 without the gap: the same order is proven uncollected', async () => {
    const { judged } = await audit(platform, { rows: [plain('300.00')], lines: [] });
    expect(figures(judged)).toEqual([300, 0, 0, 300, 'uncollected', 'none']);
    expect(judged?.stage).toBe('overdue');
  });

  it('case 24: an exchange that is finished is no refund', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [{ ...plain('500.00'), ...cellsFor(platform, { afterSale: '售后成功' }) }],
      lines: [],
    });
    expect(figures(judged)).toEqual([500, 0, 0, 500, 'uncollected', 'none']);
    // It changes nothing, and is told with its yuan.
    expect(portfolio.totals.unclearAfterSales).toEqual({ orders: 1, fen: 50_000 });
  });

  it('case 25: a deposit and the rest make the whole', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...plain('500.00'), ...cellsFor(platform, { ordered: '2026-05-20 09:00:00' }) }],
      lines: [
        { at: '2026-05-28', kind: 'income', yuan: 50 },
        { at: '2026-06-08', kind: 'income', yuan: 450 },
      ],
    });
    expect(figures(judged)).toEqual([500, 0, 500, 0, 'settled', 'bill']);
  });

  it.each([
    ['repeat their total', '59.00', 100],
    ['differ in their lines', '58.00', 200],
  ])('case 14: two records of 100 where five other orders %s make %s', async (_, second, receivable) => {
    const two = [cellsFor(platform, { spec: '白色' }), cellsFor(platform, { spec: '黑色' })];
    const others = Array.from({ length: 5 }, (_unused, n) =>
      ['59.00', second].map((paid, at) =>
        cellsFor(platform, { id: idOf(platform, 900 + n), spec: `规格${at}`, paid }),
      ),
    );
    const { judged } = await audit(platform, { rows: [...two, ...others.flat()], lines: [] });
    expect(judged?.receivable).toBe(receivable * 100);
  });
});

describe('on Kuaishou only', () => {
  it('case 4: the platform’s subsidy is income, and the fee is not', async () => {
    const { judged } = await audit('kuaishou', {
      rows: [shared('kuaishou', '90.00', '10.00', '100.00')],
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 90 },
        { at: '2026-06-08', kind: 'subsidy', yuan: 10 },
        { at: '2026-06-08', kind: 'fee', yuan: -5 },
      ],
    });
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
    expect(judged?.money.overCollected).toBe(0);
  });

  it('case 5: fee and commission lower nothing', async () => {
    const { judged } = await audit('kuaishou', {
      rows: [cellsFor('kuaishou', { paid: '90.00', price: '90.00' })],
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 90 },
        { at: '2026-06-08', kind: 'fee', yuan: -23 },
      ],
    });
    expect(figures(judged)).toEqual([90, 0, 90, 0, 'settled', 'bill']);
  });
});

describe('on Pinduoduo only', () => {
  const paid = (amount: string): Cells => cellsFor('pinduoduo', { paid: amount, price: amount });

  it('case 12: an advance that is taken back leaves all of it open', async () => {
    const text = '先用后付垫付货款';
    const { judged } = await audit('pinduoduo', {
      rows: [paid('500.00')],
      lines: [
        { at: '2026-06-08', kind: 'other', yuan: 500, text },
        { at: '2026-07-01', kind: 'other', yuan: -500, text },
      ],
    });
    expect(figures(judged)?.slice(0, 5)).toEqual([500, 0, 0, 500, 'clawed-back']);
    expect(judged?.money.takenBack).toBe(50_000);
  });

  it('case 12, before it is taken back: the advance is what the shop has', async () => {
    const { judged } = await audit('pinduoduo', {
      rows: [paid('500.00')],
      lines: [{ at: '2026-06-08', kind: 'other', yuan: 500, text: '先用后付垫付货款' }],
    });
    expect(figures(judged)?.slice(0, 5)).toEqual([500, 0, 500, 0, 'settled']);
  });

  it('case 13: compensation and a fee that comes back are neither collected nor refunded', async () => {
    const { judged } = await audit('pinduoduo', {
      rows: [paid('100.00')],
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 100 },
        { at: '2026-06-09', kind: 'compensation', yuan: -20 },
        { at: '2026-06-10', kind: 'fee', yuan: 0.09, text: '0030001|技术服务费-技术服务费退款' },
      ],
    });
    expect(figures(judged)).toEqual([100, 0, 100, 0, 'settled', 'bill']);
  });

  it('case 21: on a day before its receipt the order is in transit, and what came in later has not', async () => {
    const { judged } = await audit('pinduoduo', {
      rows: [paid('300.00')],
      lines: [{ at: '2026-06-08', kind: 'income', yuan: 300 }],
      asOf: '2026-06-04',
    });
    expect(figures(judged)?.slice(0, 4)).toEqual([300, 0, 0, 300]);
    expect([judged?.stage, judged?.aged?.bucket]).toEqual(['in-transit', 'not-due']);
  });
});

describe('refunds beyond the receivable', () => {
  it('of a closed order give back what it brought in: nothing collected, nothing over', async () => {
    const { judged, portfolio } = await audit('kuaishou', {
      rows: [{ 订单状态: '交易关闭' }],
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 100 },
        { at: '2026-06-20', kind: 'refund', yuan: -100 },
      ],
    });
    expect(figures(judged)?.slice(0, 5)).toEqual([0, 0, 0, 0, 'closed']);
    expect(portfolio.totals.overCollected.orders).toBe(0);
  });

  it('of an order paid with a supplement give back the supplement too', async () => {
    const { judged } = await audit('pinduoduo', {
      rows: [refundedState('pinduoduo')],
      lines: [
        { at: '2026-06-08', kind: 'income', yuan: 150 },
        { at: '2026-06-20', kind: 'refund', yuan: -150 },
      ],
    });
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'bill']);
    expect(judged?.money.overCollected).toBe(0);
  });
});

describe('an export that has already taken the refund off', () => {
  const lessRefund = (receives: string): Cells => ({
    '用户实付金额(元)': receives,
    '商家实收金额(元)': receives,
    '商品总价(元)': '100.00',
    ...refundedState('pinduoduo'),
  });
  const paidAndBack = (back: number) => [
    { at: '2026-06-08', kind: 'income' as const, yuan: 100 },
    { at: '2026-06-15', kind: 'refund' as const, yuan: -back },
  ];

  it('is read with the list amount as the receivable', async () => {
    const { judged } = await audit('pinduoduo', { rows: [lessRefund('70.00')], lines: paidAndBack(30) });
    expect(figures(judged)).toEqual([100, 30, 70, 0, 'settled', 'bill']);
    expect(judged).toMatchObject({ receivableSource: 'before-refund', money: { overCollected: 0 } });
  });

  it('also where all of it was refunded', async () => {
    const { judged } = await audit('pinduoduo', { rows: [lessRefund('0.00')], lines: paidAndBack(100) });
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'bill']);
  });

  it('but not where the difference is another amount than the refund', async () => {
    const { judged } = await audit('pinduoduo', { rows: [lessRefund('70.01')], lines: paidAndBack(30) });
    expect(judged).toMatchObject({ receivable: 7001, receivableSource: 'export' });
  });
});

describe('a line that was refunded before it was shipped, beside one that was shipped', () => {
  const rows = [
    { 商品规格: '白色', ...cellsFor('pinduoduo', { paid: '100.00', price: '100.00' }) },
    {
      ...cellsFor('pinduoduo', { paid: '50.00', price: '50.00', shipped: '' }),
      商品规格: '黑色',
      订单状态: '未发货，退款成功',
      确认收货时间: '',
    },
  ];

  it.each([
    ['only the other one was debited, and a part of it refunded', 100, 20, [150, 70, 80, 0]],
    ['both were debited, and that line refunded', 150, 50, [150, 50, 100, 0]],
    ['both were debited, and a part of either refunded', 150, 70, [150, 70, 80, 0]],
    ['the debit lies before the bill, and a part of the other one was refunded', 0, 20, [150, 70, 80, 0]],
    ['the debit lies before the bill, and that line was refunded', 0, 50, [150, 50, 100, 0]],
  ])('%s', async (_, income, refund, expected) => {
    const { judged } = await audit('pinduoduo', {
      rows,
      lines: [
        ...(income === 0 ? [] : [{ at: '2026-06-08', kind: 'income' as const, yuan: income }]),
        { at: '2026-06-15', kind: 'refund', yuan: -refund },
      ],
    });
    expect(figures(judged)?.slice(0, 4)).toEqual(expected);
  });
});
