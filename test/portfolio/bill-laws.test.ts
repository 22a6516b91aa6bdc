// Laws of orders joined with bills: what may not change a figure, and what may only move it one way.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditBilled, type Billed, type BillLine, billOf } from '../support/billed.js';
import { pinduoduoFooter } from '../support/bills.js';
import { DAY, formatTime, parseTime } from '../support/calendar.js';
import { createRandom, makeBill, makeOrders, toBytes } from '../support/exports.js';
import { type Cells, cellsFor, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const RUNS = { numRuns: 6 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });
const TEMPLATES = ['pinduoduo-2026-wide', 'kuaishou-61', 'kuaishou-64'] as const;

/** A Pinduoduo bill's lines above the table, with another last day. */
const preambleUpTo = (lines: readonly string[], day: string) =>
  lines.map((line) => line.replace(/(终止时间：)\S+ \S+/, `$1${day} 23:59:59`));

/** Totals without the numbers of lines, which follow the order of records. */
const figures = ({ portfolio: { totals }, bills, asOf }: Billed) => ({
  asOf,
  totals: { ...totals, receivableZeroLines: totals.receivableZeroLines.length },
  bills: { ...bills, byType: [...(bills?.byType ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1)) },
});

describe.each(TEMPLATES)('with orders of %s', (template) => {
  const platform = template.startsWith('kuaishou') ? 'kuaishou' : 'pinduoduo';
  const make = (seed: number) => {
    const made = makeOrders({ template, rows: 150, seed, payLaterShare: 0.6 });
    const bill = makeBill({
      platform,
      truth: made.truth,
      start: `${made.start.slice(0, 10)} 00:00:00`,
      end: made.end,
    });
    const named = (name: string, rows: readonly string[][]) => ({
      name: `${name}_${made.fileName}`,
      content: toBytes({ header: made.header, rows }),
    });
    const billed = (name: string, rows: readonly string[][], lastDay = made.end.slice(0, 10)) => ({
      name: `${name}_${bill.fileName}`,
      content: toBytes(
        { header: bill.header, rows },
        {
          ...bill.layout,
          footer: platform === 'kuaishou' ? [] : pinduoduoFooter(rows),
          preamble: preambleUpTo(bill.layout.preamble ?? [], lastDay),
        },
      ),
    });
    return { made, bill, named, billed };
  };

  it('the order of records and of rows changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { made, bill, named, billed } = make(seed);
        const random = createRandom(seed);
        const straight = await auditBilled(folder(), [named('a', made.rows)], [billed('b', bill.rows)]);
        const mixed = await auditBilled(
          folder(),
          [named('a', random.shuffle(made.rows))],
          [billed('b', random.shuffle(bill.rows))],
        );
        expect(figures(mixed)).toEqual(figures(straight));
        expect(straight.portfolio.totals.collectedFen).toBeGreaterThan(0);
      }),
      RUNS,
    );
  });

  it('a cut of the orders into two files changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.double({ min: 0, max: 1, noNaN: true }), async (seed, share) => {
        const { made, bill, named, billed } = make(seed);
        const first = new Set(
          made.truth
            .slice(0, Math.round(made.truth.length * share))
            .flatMap(({ lines }) => lines.map(({ record }) => record)),
        );
        const part = (isFirst: boolean) => made.rows.filter((_, record) => first.has(record) === isFirst);
        const bills = [billed('b', bill.rows)];
        const whole = await auditBilled(folder(), [named('a', made.rows)], bills);
        const cut = await auditBilled(folder(), [named('a', part(true)), named('b', part(false))], bills);
        expect(cut.portfolio.totals).toEqual(whole.portfolio.totals);
      }),
      RUNS,
    );
  });

  it('two bills that overlap say what one bill says', async () => {
    await fc.assert(
      fc.asyncProperty(
        seeds,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        async (seed, a, b) => {
          const { made, bill, named, billed } = make(seed);
          const [from, to] = [Math.min(a, b), Math.max(a, b)].map((share) =>
            Math.round(share * bill.rows.length),
          );
          const orders = [named('a', made.rows)];
          const parts = [billed('b', bill.rows.slice(0, to)), billed('c', bill.rows.slice(from))];
          const whole = await auditBilled(folder(), orders, [billed('b', bill.rows)]);
          const cut = await auditBilled(folder(), orders, parts);
          expect(cut.portfolio.totals).toEqual(whole.portfolio.totals);
          expect(cut.bills?.byType).toEqual(whole.bills?.byType);
          const twice = cut.bills?.rows.repeated ?? 0;
          expect((cut.bills?.rows.all ?? 0) - twice).toBe(whole.bills?.rows.all);
        },
      ),
      RUNS,
    );
  });

  it('a day of the audit in the past leaves the bill rows behind it out', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.integer({ min: 5, max: 70 }), async (seed, days) => {
        const { made, bill, named, billed } = make(seed);
        const asOf = formatTime(parseTime(made.start) + days * DAY).slice(0, 10);
        const at = bill.header.indexOf(platform === 'pinduoduo' ? '发生时间' : '实际结算时间');
        const cutRows = bill.rows.filter((row) => row[at]!.slice(0, 10) <= asOf);
        fc.pre(cutRows.length > 0);
        const orders = [named('a', made.rows)];
        const back = await auditBilled(folder(), orders, [billed('b', bill.rows)], { asOf });
        const cut = await auditBilled(folder(), orders, [billed('b', cutRows, asOf)], { asOf });
        const { collectedFen, receivableFen, refundedFen, outstanding } = back.portfolio.totals;
        expect({ collectedFen, receivableFen, refundedFen, outstanding }).toEqual({
          collectedFen: cut.portfolio.totals.collectedFen,
          receivableFen: cut.portfolio.totals.receivableFen,
          refundedFen: cut.portfolio.totals.refundedFen,
          outstanding: cut.portfolio.totals.outstanding,
        });
      }),
      RUNS,
    );
  });
});

describe('a day of the audit in the past', () => {
  it('says what the files of that day said, where every state carries its dates', async () => {
    const outcomes = ['plain', 'plain', 'uncollected', 'stuck', 'held'] as const;
    const cases = Array.from({ length: 90 }, (_, n) => ({
      outcome: outcomes[n % outcomes.length]!,
      payLater: n % 3 > 0,
      ageDays: 1 + ((n * 7) % 75),
    }));
    const made = makeOrders({ template: 'pinduoduo-2026-wide', rows: 90, seed: 5, cases });
    const bill = makeBill({
      platform: 'pinduoduo',
      truth: made.truth,
      start: '2026-05-01 00:00:00',
      end: made.end,
    });
    const column = (name: string) => made.header.indexOf(name);
    const [state, shipped, received] = [column('订单状态'), column('发货时间'), column('确认收货时间')];
    const at = bill.header.indexOf('发生时间');
    for (const asOf of ['2026-05-20', '2026-06-10', '2026-06-30', '2026-07-15']) {
      const then = `${asOf} 23:59:59`;
      const rows = made.rows
        .filter((row) => row[column('订单成交时间')]!.trim() <= then)
        .map((row) => {
          const isShipped = row[shipped]!.trim() !== '' && row[shipped]!.trim() <= then;
          const isReceived = row[received]!.trim() !== '' && row[received]!.trim() <= then;
          const was = [...row];
          if (!isReceived) was[received] = '\t';
          if (!isShipped) was[shipped] = '\t';
          was[state] = isReceived ? '已收货' : isShipped ? '已发货，待收货' : '待发货';
          return was;
        });
      const cutBill = { header: bill.header, rows: bill.rows.filter((row) => row[at]! <= then) };
      const bills = (table: { header: string[]; rows: string[][] }, lastDay: string) => {
        const preamble = preambleUpTo(bill.layout.preamble ?? [], lastDay);
        const footer = pinduoduoFooter(table.rows);
        return [{ name: bill.fileName, content: toBytes(table, { ...bill.layout, footer, preamble }) }];
      };
      const name = 'orders.csv';
      const back = await auditBilled(
        folder(),
        [{ name, content: toBytes(made) }],
        bills(bill, made.end.slice(0, 10)),
        { asOf },
      );
      const cut = await auditBilled(
        folder(),
        [{ name, content: toBytes({ header: made.header, rows }) }],
        bills(cutBill, asOf),
        { asOf },
      );
      // Ordinary orders that came later are known by number only.
      const { orders, ordinaryOrders, laterOrders, ...money } = back.portfolio.totals;
      expect(cut.portfolio.totals).toMatchObject({ ...money, laterOrders: 0 });
      expect(cut.portfolio.totals.orders - cut.portfolio.totals.ordinaryOrders).toBe(orders - ordinaryOrders);
      expect(laterOrders).toBeGreaterThan(0);
      expect(money.receivableFen).toBeGreaterThan(0);
    }
  });
});

describe('arbitrary bills', () => {
  const ID = '260601-100000000000001';
  const kinds = ['income', 'subsidy', 'refund', 'subsidy-back', 'fee', 'compensation', 'other'] as const;
  const line = fc.record({
    id: fc.constant(ID),
    at: fc.constantFrom('2026-06-01', '2026-06-07', '2026-06-20', '2026-07-30'),
    kind: fc.constantFrom(...kinds),
    yuan: fc.integer({ min: -15_000, max: 15_000 }).map((fen) => fen / 100),
    text: fc.constantFrom('0010002|交易收入-订单收入', '先用后付垫付', '0020002|交易退款-订单退款', '合作费'),
  });
  const lines = fc.array(line, { minLength: 0, maxLength: 6 }).chain((some) =>
    // Some rows stand there twice.
    fc.subarray(some).map((again): BillLine[] => [...some, ...again]),
  );
  const states: Cells[] = [
    {},
    { 订单状态: '已收货，退款成功' },
    { 订单状态: '未发货，退款成功', 发货时间: '', 确认收货时间: '' },
    { 订单状态: '已发货，待收货', 确认收货时间: '' },
    { 订单状态: '已取消' },
    { '用户实付金额(元)': '60.00', '平台优惠折扣(元)': '40.00' },
  ];
  const audit = async (cells: Cells, rows: readonly BillLine[]) => {
    const orders = [{ name: 'orders.csv', content: csvOf('pinduoduo', [cells]) }];
    const audited = await auditBilled(folder(), orders, [billOf('pinduoduo', rows)], { asOf: '2026-07-19' });
    return audited.order(ID)!;
  };

  it('receivable less refunded less collected and what is over is outstanding, never below 0', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...states), lines, async (cells, rows) => {
        const { receivable, outstanding, money } = await audit(cells, rows);
        expect(receivable - money.refunded - money.collected + money.overCollected).toBe(outstanding);
        expect(outstanding).toBeGreaterThanOrEqual(0);
        expect(outstanding).toBeLessThanOrEqual(receivable);
        expect(money.outstandingPlatform).toBeLessThanOrEqual(outstanding);
      }),
      { numRuns: 150 },
    );
  });

  it('one more income row never raises what is outstanding, where the bill holds no refund', async () => {
    const income = fc.integer({ min: 1, max: 20_000 }).map((fen) => fen / 100);
    const unrefunded = lines.map((rows) =>
      rows.filter(({ kind, text }) => kind === 'income' && !/^0020/.test(text ?? '')),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...states), unrefunded, income, async (cells, rows, yuan) => {
        const before = await audit(cells, rows);
        const after = await audit(cells, [...rows, { id: ID, at: '2026-06-08', kind: 'income', yuan }]);
        expect(after.outstanding).toBeLessThanOrEqual(before.outstanding);
      }),
      { numRuns: 100 },
    );
  });

  it('rows behind the day of the audit and rows of other orders do not count', async () => {
    const late = { at: '2026-07-20', kind: 'income', yuan: 100 } as const;
    const other = { id: '260601-100000000000002', at: '2026-06-08', kind: 'income', yuan: 100 } as const;
    const judged = await audit(cellsFor('pinduoduo', { paid: '100.00' }), [{ id: ID, ...late }, other]);
    expect([judged.money.collected, judged.outstanding]).toEqual([0, 10_000]);
  });
});
