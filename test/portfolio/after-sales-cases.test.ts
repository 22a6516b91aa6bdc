// Worked cases of single orders with after-sales rows, in yuan: refunds before and behind the collection, disputes, returns.
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/core/dates.js';
import { reasonsOf } from '../../src/steps/copy-reasons.js';
import { auditOne, figures, type Given, PLATFORMS, refundedState, shared } from '../support/billed-shop.js';
import { parseTime } from '../support/calendar.js';
import { type Cells, cellsFor, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const audit = (platform: RowPlatform, given: Given) => auditOne(folder(), platform, given);

describe.each(PLATFORMS)('on %s', (platform) => {
  const plain = (paid: string): Cells => cellsFor(platform, { paid, price: paid });
  const coupon = shared(platform, '90.00', '10.00', '100.00');
  const income = (yuan: number, at = '2026-06-08') => ({ at, kind: 'income' as const, yuan });
  const refund = (yuan: number, at = '2026-06-15') => ({ at, kind: 'refund' as const, yuan: -yuan });
  const disputed = cellsFor(platform, { afterSale: '售后处理中' });
  const noBill = { lines: [], bills: () => [] };

  it('case 1: returned before the debit, the coupon goes with the buyer’s money', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...coupon, ...refundedState(platform) }],
      others: coupon,
      lines: [],
      afterSales: [
        { type: 'return', yuan: 90, applied: '2026-06-07', agreed: '2026-06-08', returnWaybill: 'YT1' },
      ],
    });
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'none']);
    expect(judged?.money).toMatchObject({ refundSource: 'after-sales', assumed: 0 });
    expect(judged?.goodsOut).toBe(0);
  });

  it('case 2: paid and then refunded: the bill’s rows and the after-sale are one refund', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...coupon, ...refundedState(platform) }],
      others: coupon,
      lines: [
        income(90),
        { at: '2026-06-08', kind: 'subsidy', yuan: 10 },
        refund(90),
        { at: '2026-06-15', kind: 'subsidy-back', yuan: -10 },
      ],
      afterSales: [{ yuan: 90, applied: '2026-06-14', agreed: '2026-06-15' }],
    });
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'bill']);
    expect(judged?.money.refundSource).toBe('bill');
  });

  it('case 3: a partial refund of the bill is not refunded again by its after-sale', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...coupon, ...refundedState(platform) }],
      others: coupon,
      lines: [
        income(90),
        { at: '2026-06-08', kind: 'subsidy', yuan: 10 },
        refund(27),
        { at: '2026-06-15', kind: 'subsidy-back', yuan: -3 },
      ],
      afterSales: [{ yuan: 27, applied: '2026-06-14', agreed: '2026-06-15' }],
    });
    expect(figures(judged)).toEqual([100, 30, 70, 0, 'settled', 'bill']);
  });

  it('case 6: the refund of a debit before the bill’s start is one with its after-sale', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...plain('100.00'), ...refundedState(platform) }],
      lines: [refund(20)],
      afterSales: [{ yuan: 20, applied: '2026-06-14', agreed: '2026-06-15' }],
    });
    expect(figures(judged)).toEqual([100, 20, 80, 0, 'settled', 'refund-implies-collection']);
  });

  it('case 7: a refund agreed before the debit lowers what is to be collected', async () => {
    const { judged } = await audit(platform, {
      rows: [plain('200.00')],
      lines: [income(150)],
      afterSales: [{ yuan: 50, applied: '2026-06-06', agreed: '2026-06-07' }],
    });
    expect(figures(judged)).toEqual([200, 50, 150, 0, 'settled', 'bill']);
    expect(judged?.money.refundSource).toBe('after-sales');
  });

  it('case 8: 15 of 69 refunded, so 54 are still to come', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [{ ...plain('69.00'), ...refundedState(platform) }],
      lines: [],
      afterSales: [{ yuan: 15, applied: '2026-06-07', agreed: '2026-06-08' }],
    });
    expect(figures(judged)).toEqual([69, 15, 0, 54, 'uncollected', 'none']);
    expect(judged?.money.assumed).toBe(0);
    expect(judged?.stage).toBe('overdue');
    expect(portfolio.totals.refundAssumed.fen).toBe(0);
  });

  it('case 9: a refund agreed behind the debit and not in the bill yet comes off both sides', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [{ ...plain('100.00'), ...refundedState(platform) }],
      lines: [income(100)],
      afterSales: [{ yuan: 100, applied: '2026-07-17', agreed: '2026-07-18' }],
    });
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'bill']);
    expect(portfolio.totals.overCollected.orders).toBe(0);
  });

  it('case 24: an exchange is no refund, whatever its state and the amount that was traded', async () => {
    const given = {
      rows: [{ ...plain('500.00'), ...cellsFor(platform, { afterSale: '售后成功' }) }],
      afterSales: [
        { state: 'succeeded' as const, type: 'exchange' as const, yuan: 500, applied: '2026-06-07' },
      ],
    };
    const proven = await audit(platform, { ...given, lines: [] });
    expect(figures(proven.judged)).toEqual([500, 0, 0, 500, 'uncollected', 'none']);
    expect(proven.judged?.unclearAfterSale).toBe(false);
    const unproven = await audit(platform, { ...given, ...noBill });
    expect(figures(unproven.judged)).toEqual([500, 0, 0, 500, 'unproven', 'none']);
    // One that was withdrawn is not the one that succeeded.
    const withdrawn = { state: 'closed' as const, type: 'refund-only' as const, applied: '2026-06-07' };
    const other = await audit(platform, { ...given, afterSales: [withdrawn], lines: [] });
    expect(other.judged?.unclearAfterSale).toBe(true);
  });

  it('a succeeded after-sale whose type is a refund is one, by its amount', async () => {
    const { judged } = await audit(platform, {
      rows: [{ ...plain('500.00'), ...cellsFor(platform, { afterSale: '售后成功' }) }],
      lines: [],
      afterSales: [{ state: 'succeeded', type: 'return', yuan: 500, applied: '2026-06-07' }],
    });
    expect(figures(judged)).toEqual([500, 500, 0, 0, 'refunded', 'none']);
  });

  it('several rows add up, and what they refund of the buyer’s part is scaled, half up, once', async () => {
    const { judged } = await audit(platform, {
      rows: [coupon],
      others: coupon,
      lines: [],
      afterSales: [
        { yuan: 30.01, applied: '2026-06-07', agreed: '2026-06-08' },
        { yuan: 15, applied: '2026-06-09', agreed: '2026-06-10' },
      ],
    });
    // 45.01 of 90 is 50.0111… of 100.
    expect(figures(judged)).toEqual([100, 50.01, 0, 49.99, 'uncollected', 'none']);
  });

  it('a refund before the debit and one behind it are told apart', async () => {
    const { judged } = await audit(platform, {
      rows: [plain('200.00')],
      lines: [income(150), refund(40)],
      afterSales: [
        { yuan: 50, applied: '2026-06-06', agreed: '2026-06-07' },
        { yuan: 40, applied: '2026-06-14', agreed: '2026-06-15' },
      ],
    });
    expect(figures(judged)).toEqual([200, 90, 110, 0, 'settled', 'bill']);
  });

  it('a refund above what came in cannot make the order unpaid', async () => {
    const { judged } = await audit(platform, {
      rows: [plain('100.00')],
      lines: [income(50)],
      afterSales: [{ yuan: 100, applied: '2026-06-14', agreed: '2026-06-15' }],
    });
    expect(figures(judged)).toEqual([100, 100, 0, 0, 'refunded', 'bill']);
  });

  it('a refund without an amount stays assumed, and one of 0 yuan says nothing', async () => {
    for (const yuan of [undefined, 0]) {
      const { judged, portfolio } = await audit(platform, {
        rows: [plain('69.00')],
        lines: [],
        afterSales: [{ ...(yuan === undefined ? {} : { yuan }), applied: '2026-06-07' }],
      });
      expect(figures(judged)).toEqual([69, 69, 0, 0, 'refunded', 'none']);
      expect(judged?.money.assumed).toBe(6900);
      // The after-sales export does not lack it.
      expect(portfolio.totals.untoldRefunds.orders).toBe(0);
    }
  });

  it('a row that could not be read leaves open whether the order owes anything, and says which file', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [plain('100.00')],
      lines: [],
      afterSales: [{ isUnreadable: true }],
    });
    expect(figures(judged)).toEqual([100, 0, 0, 100, 'unproven', 'none']);
    const { inputs, ledger } = portfolio.settings;
    const reasons = judged === null ? [] : reasonsOf(judged, inputs[0]!.terms, ledger);
    expect(reasons[0]).toMatchObject({ why: { condition: 'after-sale-unreadable' } });
  });

  it('an open after-sale stops the clock, also where the order says nothing of it', async () => {
    const { judged, portfolio } = await audit(platform, {
      rows: [plain('100.00')],
      lines: [],
      afterSales: [{ state: 'open', applied: '2026-06-10' }],
    });
    expect([judged?.stage, judged?.aged?.bucket]).toEqual(['frozen', 'frozen']);
    const aged = Object.values(portfolio.totals.frozenByAge).reduce((sum, { fen }) => sum + fen, 0);
    expect(aged).toBe(10_000);
  });

  it('an open after-sale in the export stays open unless the rows are known to be later', async () => {
    const rows = [{ ...plain('100.00'), ...disputed }];
    const closed = { state: 'closed' as const, applied: '2026-06-07' };
    const stages = await Promise.all(
      [{ ...closed }, { ...closed, exported: '2026-07-01' }, { ...closed, exported: '2026-07-31' }].map(
        async (row) => (await audit(platform, { rows, lines: [], afterSales: [row] })).judged?.stage,
      ),
    );
    expect(stages).toEqual(['frozen', 'frozen', 'overdue']);
  });

  it('an open row stays open unless the orders are known to have been exported later, and not behind the as-of day', async () => {
    const rows = [plain('100.00')];
    const open = { state: 'open' as const, applied: '2026-06-10' };
    const stage = async (exported: string | undefined, asOf?: string) => {
      const row = exported === undefined ? open : { ...open, exported };
      const given = { rows, lines: [], afterSales: [row], ...(asOf === undefined ? {} : { asOf }) };
      const { judged } = await audit(platform, given);
      return [judged?.stage, judged?.dispute !== null];
    };
    expect(await stage(undefined)).toEqual(['frozen', true]);
    expect(await stage('2026-07-31')).toEqual(['frozen', true]);
    expect(await stage('2026-06-12')).toEqual(['overdue', false]);
    expect(await stage('2026-06-12', '2026-06-13')).toEqual(['frozen', true]);
  });

  it('an after-sale that closed behind the due date starts the clock again', async () => {
    const day = async (closed?: string) => {
      const row = {
        state: 'closed' as const,
        applied: '2026-06-07',
        ...(closed === undefined ? {} : { closed }),
      };
      const { judged } = await audit(platform, { rows: [plain('100.00')], lines: [], afterSales: [row] });
      return [formatDate(judged?.aged?.dueDay ?? Number.NaN), judged?.aged?.dueSource];
    };
    const usual = await day();
    expect(await day('2026-06-05')).toEqual(usual);
    expect(await day('2026-07-01')).toEqual(['2026-07-01', 'after-sale']);
  });

  it('a back-dated audit sees the dispute that was open then and no refund that came later', async () => {
    const given: Given = {
      rows: [{ ...plain('100.00'), ...refundedState(platform) }],
      ...noBill,
      afterSales: [{ yuan: 100, applied: '2026-06-20', agreed: '2026-06-25' }],
    };
    const at = async (asOf: string) => {
      const { judged } = await audit(platform, { ...given, asOf });
      return [judged?.money.refunded, judged?.outstanding, judged?.stage];
    };
    expect(await at('2026-06-19')).toEqual([0, 10_000, 'overdue']);
    expect(await at('2026-06-20')).toEqual([0, 10_000, 'frozen']);
    expect(await at('2026-06-24')).toEqual([0, 10_000, 'frozen']);
    expect(await at('2026-06-25')).toEqual([10_000, 0, 'closed']);
  });

  it('goods are out after a refund only, and not after a return, refused parcels or a return waybill', async () => {
    const given = { rows: [{ ...plain('100.00'), ...refundedState(platform) }], lines: [] };
    const row = { yuan: 100, applied: '2026-06-07', agreed: '2026-06-08' };
    const goods = async (more: object) =>
      (await audit(platform, { ...given, afterSales: [{ ...row, ...more }] })).judged?.goodsOut;
    expect(await goods({})).toBe(10_000);
    expect(await goods({ type: 'return' })).toBe(0);
    expect(await goods({ returning: true })).toBe(0);
    expect(await goods({ returnWaybill: 'YT7700000000001' })).toBe(0);
  });

  it('what was refunded before the debit and what was debited say together that amounts are per line', async () => {
    const rows = ['白色', '黑色'].map((spec) => cellsFor(platform, { spec, paid: '50.00', price: '50.00' }));
    const { judged, portfolio } = await audit(platform, {
      rows,
      lines: [income(50)],
      afterSales: [{ yuan: 50, applied: '2026-06-06', agreed: '2026-06-07' }],
    });
    expect(portfolio.settings.lineAmounts).toEqual(['per-line']);
    expect(figures(judged)).toEqual([100, 50, 50, 0, 'settled', 'bill']);
  });

  it('an order that shows 0 before it is shipped owes nothing yet, whatever its list amount', async () => {
    const waiting: Cells =
      platform === 'pinduoduo'
        ? { 订单状态: '待发货', 发货时间: '', 确认收货时间: '', 快递单号: '' }
        : { 订单状态: '待发货', 发货时间: '', 快递单号: '' };
    const rows = [{ ...cellsFor(platform, { paid: '0.00', price: '80.00' }), ...waiting }];
    for (const afterSales of [[], [{ state: 'open' as const, applied: '2026-06-07' }]]) {
      const { judged } = await audit(platform, { rows, lines: [], afterSales });
      expect(figures(judged)).toEqual([0, 0, 0, 0, 'not-applicable', 'none']);
    }
  });

  it('the copy’s sentence says what after-sales did to the amounts and to the clock', async () => {
    const said = async (given: Given) => {
      const { judged, portfolio } = await audit(platform, given);
      const { inputs, ledger } = portfolio.settings;
      return judged === null ? [] : reasonsOf(judged, inputs[0]!.terms, ledger);
    };
    const paid = { rows: [plain('200.00')], lines: [income(150)] };
    const before = { yuan: 50, applied: '2026-06-06', agreed: '2026-06-07' };
    expect(await said({ ...paid, afterSales: [before] })).toEqual([
      { kind: 'settled', fen: 15_000 },
      { kind: 'refund-by-after-sales', fen: 5000 },
    ]);
    const behind = { yuan: 20, applied: '2026-06-14', agreed: '2026-06-15' };
    const whole = { rows: [plain('150.00')], lines: [income(150)] };
    expect(await said({ ...whole, afterSales: [behind] })).toEqual([
      { kind: 'settled', fen: 13_000 },
      { kind: 'refund-pending', fen: 2000 },
    ]);
    const open = { rows: [plain('100.00')], lines: [] };
    expect(await said({ ...open, afterSales: [{ state: 'open', applied: '2026-06-10' }] })).toEqual([
      { kind: 'frozen', since: parseTime('2026-06-10 12:00:00'), deadline: Number.NaN },
    ]);
    const closed = { state: 'closed' as const, applied: '2026-06-10', closed: '2026-07-01' };
    expect((await said({ ...open, afterSales: [closed] }))[1]).toMatchObject({ kind: 'restarted' });
  });

  it('a refund of one line closes that line and leaves the other where it is', async () => {
    const rows = [
      cellsFor(platform, { product: '11', paid: '60.00', price: '60.00', waybill: 'SF000000000001' }),
      cellsFor(platform, { product: '22', paid: '40.00', price: '40.00', waybill: 'SF000000000002' }),
    ];
    const words = platform === 'pinduoduo' ? { 订单状态: '已收货，退款成功' } : { 售后状态: '退款成功' };
    const { judged } = await audit(platform, {
      rows: [{ ...rows[0], ...words }, rows[1]!],
      lines: [],
      afterSales: [{ product: '11', yuan: 60, applied: '2026-06-07', agreed: '2026-06-08' }],
    });
    expect(figures(judged)).toEqual([100, 60, 0, 40, 'uncollected', 'none']);
    // The row is of the other line: what the words of the first one say is still assumed.
    const other = await audit(platform, {
      rows: [{ ...rows[0], ...words }, rows[1]!],
      lines: [],
      afterSales: [{ product: '22', yuan: 10, applied: '2026-06-07', agreed: '2026-06-08' }],
    });
    expect(figures(other.judged)).toEqual([100, 70, 0, 30, 'uncollected', 'none']);
    expect(other.judged?.money.assumed).toBe(6000);
  });
});

it('a refund that the shop’s column has lost with the platform’s share is taken off once', async () => {
  const coupon = shared('pinduoduo', '90.00', '10.00', '100.00');
  const { judged } = await audit('pinduoduo', {
    rows: [{ ...coupon, '商家实收金额(元)': '70.00' }],
    others: coupon,
    lines: [],
    afterSales: [{ yuan: 27, applied: '2026-06-07', agreed: '2026-06-08' }],
  });
  expect(figures(judged)).toEqual([100, 30, 0, 70, 'uncollected', 'none']);
  expect(judged?.receivableSource).toBe('before-refund');
});
