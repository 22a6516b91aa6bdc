// Settlement and account flow of one shop, together, alone and in pieces: one money counts once, fees leave no debt.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BillFile } from '../../src/core/bill-book.js';
import { billsOfOthers } from '../../src/portfolio/covered-days.js';
import { ACCOUNT_HEADER, accountBookings, accountRows, type Booking } from '../support/account-flow.js';
import { auditBilled, type Billed } from '../support/billed.js';
import { DAY, formatTime, parseTime } from '../support/calendar.js';
import { createRandom, makeBill, makeOrders, toBytes } from '../support/exports.js';
import type { NamedFile } from '../support/reading.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const RUNS = { numRuns: 4, seed: 20_261_123 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });

function shop(seed: number) {
  const made = makeOrders({ template: 'kuaishou-61', rows: 140, seed, payLaterShare: 0.6 });
  const [start, end] = [`${made.start.slice(0, 10)} 00:00:00`, made.end];
  const bill = makeBill({ platform: 'kuaishou', truth: made.truth, start, end });
  const flow = accountRows([
    ...accountBookings(made.truth, start, end),
    { order: 'TX1', at: `${end.slice(0, 10)} 09:00:01`, fen: -500_00, type: '余额提现' },
    { order: 'DJ1', at: `${start.slice(0, 10)} 09:00:01`, fen: -9_00, type: '资金冻结' },
  ]);
  const orders: NamedFile[] = [
    { name: made.fileName, content: toBytes({ header: made.header, rows: made.rows }) },
  ];
  const settlement = (rows: readonly string[][], name = 's') => ({
    name: `${name}_${bill.fileName}`,
    content: toBytes({ header: bill.header, rows }, bill.layout),
  });
  const account = (rows: readonly string[][], name = 'f') => ({
    name: `${name}.csv`,
    content: toBytes({ header: [...ACCOUNT_HEADER], rows }, { encoding: 'gb18030' }),
  });
  const settled = bill.header.indexOf('合计收入(元)');
  return {
    made,
    orders,
    settlement,
    account,
    flow,
    bill,
    /** Settlement records that hold income; what was refunded behind it stands in records of its own. */
    incomes: bill.rows.filter((row) => row[settled] !== '0.00'),
    payLater: made.truth.filter(({ payLater }) => payLater),
  };
}

/** Cut into two or three parts, in any order, each shuffled; the parts overlap by a few rows. */
function pieces(rows: readonly string[][], seed: number): string[][][] {
  const random = createRandom(seed);
  const cuts = [random.int(0, rows.length), random.int(0, rows.length)].sort((a, b) => a - b);
  const [a = 0, b = 0] = cuts;
  const parts = [rows.slice(0, a + 2), rows.slice(a, b + 1), rows.slice(b)].filter((part) => part.length > 0);
  return random.shuffle(parts.map((part) => random.shuffle(part)));
}

const totalsOf = ({ portfolio: { totals } }: Billed) => ({
  ...totals,
  receivableZeroLines: totals.receivableZeroLines.length,
});

/** Bill rows and yuan by type, and how many rows count, whatever files they stand in. */
const rowsOf = ({ bills }: Billed) => ({
  byType: [...(bills?.byType ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1)),
  counted: (bills?.rows.all ?? 0) - (bills?.rows.repeated ?? 0),
  withoutOrder: bills?.rows.withoutOrder,
});

describe('a settlement and the account flow of the same days', () => {
  it('say what the settlement says alone, in any pieces and in any order', async () => {
    let refunds = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { orders, settlement, account, flow, bill } = shop(seed);
        const alone = await auditBilled(folder(), orders, [settlement(bill.rows)]);
        const both = await auditBilled(folder(), orders, [settlement(bill.rows), account(flow)]);
        expect(totalsOf(both)).toEqual(totalsOf(alone));
        expect(both.bills?.periods).toEqual(alone.bills?.periods);
        expect(both.bills?.byAccount).toBeNull();
        const files = [
          ...pieces(bill.rows, seed).map((rows, i) => settlement(rows, `s${i}`)),
          ...pieces(flow, seed + 1).map((rows, i) => account(rows, `f${i}`)),
        ];
        const cut = await auditBilled(folder(), orders, createRandom(seed).shuffle(files));
        expect(totalsOf(cut)).toEqual(totalsOf(alone));
        expect(rowsOf(cut)).toEqual(rowsOf(both));
        refunds += bill.rows.length - shop(seed).incomes.length;
      }),
      RUNS,
    );
    expect(refunds).toBeGreaterThan(5);
  });

  it('tell of the refunds behind it where the settlement holds income only', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { orders, settlement, account, flow, bill, incomes } = shop(seed);
        const whole = await auditBilled(folder(), orders, [settlement(bill.rows)]);
        const both = await auditBilled(folder(), orders, [account(flow), settlement(incomes)]);
        expect(totalsOf(both)).toEqual(totalsOf(whole));
      }),
      RUNS,
    );
  });

  it('leave nothing open of what the flow alone pays out where the settlement begins later', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.double({ min: 0.2, max: 0.8, noNaN: true }), async (seed, share) => {
        const { orders, settlement, account, flow, bill, payLater } = shop(seed);
        const late = bill.rows.slice(Math.round(bill.rows.length * share));
        const whole = await auditBilled(folder(), orders, [settlement(bill.rows)]);
        const both = await auditBilled(folder(), orders, [settlement(late), account(flow)]);
        for (const { orderId } of payLater) {
          const [told, found] = [whole.order(orderId), both.order(orderId)];
          expect(found?.outstanding === 0, orderId).toBe(told?.outstanding === 0);
          // Fewer settled orders may teach another set of subsidies.
          if (found?.receivable === told?.receivable) expect(found?.outstanding).toBe(told?.outstanding);
        }
        expect(both.bills?.byAccount?.orders).toBeGreaterThan(0);
        // Other accounts' money lies in none of the flow's days: beside a settlement it proves no absence.
        const alone = await auditBilled(folder(), orders, [settlement(late)]);
        expect(both.bills?.periods).toEqual(alone.bills?.periods);
      }),
      RUNS,
    );
  });
});

describe('an account flow alone', () => {
  it('settles what the settlement settles, whatever the fees, and nothing else', async () => {
    let uncollected = 0;
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { orders, settlement, account, flow, bill, payLater } = shop(seed);
        const told = await auditBilled(folder(), orders, [settlement(bill.rows)]);
        const found = await auditBilled(folder(), orders, [account(flow)]);
        for (const { orderId } of payLater) {
          const [a, b] = [told.order(orderId), found.order(orderId)];
          expect(b?.outstanding === 0, `${orderId} ${b?.collection}`).toBe(a?.outstanding === 0);
          if (b?.collection === 'uncollected') uncollected++;
          if (b?.collection === 'uncollected') expect(a?.collection).toBe('uncollected');
        }
        const { controlOrders, controlRate } = found.bills!;
        expect({ controlOrders, controlRate }).toMatchObject({ controlRate: told.bills?.controlRate });
        expect(controlOrders).toBeGreaterThan(0);
        expect(found.bills?.byAccount?.fen).toBeGreaterThan(found.bills?.byAccount?.netFen ?? 0);
        const cut = await auditBilled(
          folder(),
          orders,
          pieces(flow, seed).map((rows, i) => account(rows, `f${i}`)),
        );
        expect(totalsOf(cut)).toEqual(totalsOf(found));
        expect(rowsOf(cut)).toEqual(rowsOf(found));
      }),
      RUNS,
    );
    expect(uncollected).toBeGreaterThan(0);
  });

  it('without its pay-outs covers no day and makes nothing uncollected', async () => {
    const { orders, account, flow, payLater } = shop(7);
    const type = ACCOUNT_HEADER.indexOf('业务类型');
    const rest = flow.filter((row) => row[type] !== '货款结算');
    const found = await auditBilled(folder(), orders, [account(rest)]);
    expect(found.bills?.periods).toEqual([]);
    for (const { orderId } of payLater) expect(found.order(orderId)?.collection).not.toBe('uncollected');
    // The same as no bill at all, but for what the refunds say.
    expect(found.portfolio.totals.collections['uncollected'].orders).toBe(0);
  });
});

describe('bills of another shop', () => {
  it('stay so beside an account flow, which names no shop', () => {
    const files = (...given: [shopId: string, book: BillFile['book']][]) =>
      given.map(([shopId, book]) => ({ shopId, book }) as BillFile);
    const shops = new Set(['2']);
    expect(billsOfOthers(files(['1', 'bill'], ['', 'account']), shops)).toBe(true);
    expect(billsOfOthers(files(['', 'account']), shops)).toBe(false);
    expect(billsOfOthers(files(['2', 'bill'], ['', 'account']), shops)).toBe(false);
  });
});

describe('one order', () => {
  const { made, orders, settlement, account, bill } = shop(11);
  const day = (days: number, from: string) => formatTime(parseTime(from) + days * DAY).slice(0, 10);
  const order = made.truth.find(
    ({ payLater, outcome, incomeAt, lines }) =>
      payLater &&
      outcome === 'plain' &&
      lines.length === 1 &&
      incomeAt !== null &&
      day(12, incomeAt) < made.end,
  )!;
  const id = order.orderId;
  const at = order.incomeAt!;
  const records = bill.rows.filter((row) => row.includes(id));
  const buyer = order.amounts.buyerFen;
  const booked = (fen: number, type: string, days = 0): Booking => ({
    order: id,
    at: `${day(days, at)} 23:00:01`,
    fen,
    type,
  });

  it.each([
    ['a pay-out', [booked(100, '货款结算')], 'settled', 'account-flow', buyer],
    ['only an addition', [booked(100, '补结算')], 'part-settled', 'bill', 100],
    ['a pay-out taken back', [booked(100, '货款结算'), booked(-100, '货款结算', 1)], 'unproven', 'none', 0],
    ['only a withdrawal', [booked(-100, '余额提现')], 'unproven', 'none', 0],
    [
      'a pay-out and a refund',
      [booked(100, '货款结算'), booked(-300, '结算后退款', 1)],
      'settled',
      'account-flow',
      buyer - 300,
    ],
    [
      'a refund that failed',
      [booked(100, '货款结算'), booked(-300, '结算后退款', 1), booked(300, '结算后退款失败', 1)],
      'settled',
      'account-flow',
      buyer,
    ],
    [
      'fees given back',
      [booked(100, '货款结算'), booked(40, '佣金返还', 1)],
      'settled',
      'account-flow',
      buyer,
    ],
    ['a refund alone', [booked(-300, '结算后退款')], 'settled', 'refund-implies-collection', buyer - 300],
  ] as const)('with %s in the flow', async (_, bookings, collection, evidence, collected) => {
    const found = await auditBilled(folder(), orders, [account(accountRows(bookings))]);
    const judged = found.order(id);
    expect(judged?.collection).toBe(collection);
    expect(judged?.money).toMatchObject({ evidence, collected });
  });

  it('that the export lacks is missing from it, with what was paid out for it', async () => {
    const other = { ...booked(700, '货款结算'), order: '7000000000000001' };
    const fine = { ...booked(-900, '资金扣减'), order: '7000000000000002' };
    const { bills } = await auditBilled(folder(), orders, [account(accountRows([other, fine]))]);
    expect(bills?.missingFromExport).toEqual({ orders: 1, fen: 700 });
    const both = await auditBilled(folder(), orders, [
      account(accountRows([other])),
      settlement(records.map((row) => row.map((cell) => (cell === id ? other.order : cell)))),
    ]);
    expect(both.bills?.missingFromExport).toEqual({ orders: 1, fen: order.amounts.receivableFen });
  });

  it('that was paid out after a day of the audit in the past came in afterwards', async () => {
    const files = [account(accountRows([booked(100, '货款结算'), booked(40, '补结算', 1)]))];
    const back = await auditBilled(folder(), orders, files, { asOf: day(-1, at) });
    expect(back.bills?.subsequentReceipts).toEqual({ orders: 1, fen: 140 });
    expect(back.order(id)?.money).toMatchObject({ evidence: 'none', collected: 0 });
  });

  it.each([
    ['before the pay-out lowers what is to be collected', -2, 500, 0],
    ['behind it, and not in the flow yet, is pending', 1, 500, 500],
    ['of all of it behind the pay-out is pending, fees and all', 1, buyer, buyer],
  ])('with a refund that the after-sales tell %s', async (_, days, fen, pending) => {
    const told = [{ id, yuan: fen / 100, agreed: `${day(days, at)} 23:30:00` }];
    const files = [account(accountRows([booked(Math.round(buyer * 0.9) - 500, '货款结算')]))];
    const judged = (await auditBilled(folder(), orders, files, {}, told)).order(id);
    expect(judged?.money).toMatchObject({
      refunded: fen,
      pendingRefund: pending,
      collected: buyer - fen,
      outstanding: 0,
    });
  });

  it('that an advance was taken back of after its pay-out is clawed back', async () => {
    const rows = accountRows([
      booked(100, '货款结算'),
      { ...booked(-buyer, '资金扣减', 2), text: '先用后付扣款失败，垫付扣回' },
    ]);
    const judged = (await auditBilled(folder(), orders, [account(rows)])).order(id);
    expect(judged).toMatchObject({ collection: 'clawed-back', outstanding: buyer });
  });

  it('counts refunds of both books once on the days that both reach, and added on days of one', async () => {
    /** A settlement's record of a refund alone. */
    const refund = (yuan: string, days: number) => {
      const cells: Record<string, string> = {
        '订单退款(元)': yuan,
        '合计支出(元)': yuan,
        '实际结算金额(元)': `-${yuan}`,
        实际结算时间: `${day(days, at)} 22:00:00`,
      };
      return bill.header.map(
        (name, i) =>
          cells[name] ?? (/\(元\)|（元）|补贴$|其他收费$|分账基数/.test(name) ? '0.00' : records[0]![i]!),
      );
    };
    const refunded = async (
      inSettlement: readonly string[][],
      inFlow: readonly Booking[],
      incomes: readonly string[][] = records,
    ) => {
      const files = [
        settlement([...incomes, ...inSettlement]),
        account(accountRows([booked(100, '货款结算'), ...inFlow])),
      ];
      const [a, b] = [
        await auditBilled(folder(), orders, files),
        await auditBilled(folder(), orders, files.reverse()),
      ];
      expect(totalsOf(a)).toEqual(totalsOf(b));
      return a.order(id)?.money.refunded;
    };
    const out = (fen: number, days: number) => booked(-fen, '结算后退款', days);
    expect(await refunded([refund('3.00', 2)], [out(300, 2)])).toBe(300);
    // Two records of one refund; the settlement a day late.
    expect(await refunded([refund('1.00', 3), refund('2.00', 3)], [out(300, 2)])).toBe(300);
    // One of them holds more than the other.
    expect(await refunded([refund('1.00', 2)], [out(300, 2)])).toBe(300);
    expect(await refunded([refund('3.00', 2)], [out(100, 2), booked(50, '佣金返还', 2)])).toBe(300);
    // What the income's own record nets never stands in the flow.
    const netted = records.map((row) => [...row]);
    for (const row of netted) {
      const money = (name: string, yuan: number) => {
        const at = bill.header.indexOf(name);
        row[at] = (Number(row[at]) + yuan).toFixed(2);
      };
      money('订单退款(元)', 3);
      money('合计支出(元)', 3);
      money('实际结算金额(元)', -3);
    }
    expect(await refunded([], [out(300, 1)], netted)).toBe(600);
    // The flow goes on where the settlement has ended.
    expect(await refunded([refund('3.00', 2)], [out(300, 2), out(100, 9)])).toBe(400);
    expect(await refunded([refund('3.00', 2)], [out(100, 9)])).toBe(400);
  });
});
