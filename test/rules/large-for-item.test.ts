// LU2: the limit by median and spread to the fen, the least amount, the number to compare with, and what has no spread.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeForItem } from '../../src/rules/large-for-item.js';
import { figure } from '../../src/rules/rule.js';
import { daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf, tooFewOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

const PRODUCT = 4;
const settled = (yuan: number): Told => ({ open: 0, receivable: yuan, product: PRODUCT });
const open = (yuan: number): Told => ({ open: yuan, product: PRODUCT, shipped: daysAgo(3) });

/** 30 settled orders around 100 yuan: the median is 100, the middle deviation that of 100 from 50 and from 200, ln 2. */
const base: Told[] = [
  ...Array.from({ length: 11 }, () => settled(50)),
  ...Array.from({ length: 8 }, () => settled(100)),
  ...Array.from({ length: 11 }, () => settled(200)),
];
const limitYuan = (k: number) => 100 * Math.exp(k * 1.4826 * Math.LN2);
const above = (k: number) => (Math.floor(limitYuan(k) * 100) + 1) / 100;
const below = (k: number) => Math.floor(limitYuan(k) * 100) / 100;
const found = (told: readonly Told[], changed?: Record<string, number>) =>
  gathered(largeForItem, [...told, ...base], changed).length;

describe('large for this item', () => {
  it('fires above 3.5 robust deviations of the logarithm, and not a fen below', () => {
    expect(Math.round(limitYuan(3.5))).toBe(3648);
    expect(found([open(above(3.5))])).toBe(1);
    expect(found([open(below(3.5))])).toBe(0);
  });

  it('takes the factor that is set', () => {
    expect(found([open(above(2))], { k: 2 })).toBe(1);
    expect(found([open(below(2))], { k: 2 })).toBe(0);
  });

  it('asks for more than 300.00, or what is set', () => {
    expect(found([open(300.01)], { k: 1 })).toBe(1);
    expect(found([open(300)], { k: 1 })).toBe(0);
    expect(found([open(400)], { k: 1, min: 39_999 })).toBe(1);
    expect(found([open(400)], { k: 1, min: 40_000 })).toBe(0);
    // What the platform owes is no part of what the buyer bought so much of.
    expect(found([{ ...open(400), platform: 99.99 }], { k: 0.5 })).toBe(1);
    expect(found([{ ...open(400), platform: 100 }], { k: 0.5 })).toBe(0);
  });

  it('compares with orders of the same shop alone', () => {
    expect(found([{ ...open(9000), shop: 1 }])).toBe(0);
    expect(found([{ ...open(9000), shop: 1 }, ...base.map((one) => ({ ...one, shop: 1 }))])).toBe(1);
  });

  it('compares with 30 settled orders or more, or so many as are set, and counts what it cannot judge', () => {
    const fewer = [open(9000), open(4000), open(300), ...base.slice(1)];
    expect(gathered(largeForItem, fewer)).toEqual([]);
    expect(tooFewOf(largeForItem, fewer)).toEqual({ orders: 2, fen: 1_300_000 });
    const enough = [open(9000), ...base];
    expect(gathered(largeForItem, enough)).toHaveLength(1);
    expect(tooFewOf(largeForItem, enough)).toEqual({ orders: 0, fen: 0 });
    expect(gathered(largeForItem, [open(9000), ...base], { settled: 31 })).toEqual([]);
    expect(gathered(largeForItem, [open(9000), ...base.slice(1)], { settled: 29 })).toHaveLength(1);
  });

  it('counts as settled what a bill or its state says came in, and nothing that is open', () => {
    const with30th = (told: Told) => gathered(largeForItem, [open(9000), told, ...base.slice(1)]).length;
    const money = { evidence: 'bill' } as NonNullable<Told['judged']>['money'];
    const paid = { ...money, unproven: null } as typeof money;
    const nothing = { ...money, evidence: 'none', unproven: null } as typeof money;
    expect(with30th({ ...settled(50), judged: { collection: 'refunded', money: paid! } })).toBe(1);
    expect(with30th({ ...settled(50), judged: { collection: 'settled', money: nothing! } })).toBe(1);
    expect(with30th({ ...settled(50), judged: { collection: 'closed', money: nothing! } })).toBe(0);
    expect(with30th({ ...settled(50), product: 5 })).toBe(0);
    expect(with30th(open(50))).toBe(0);
    expect(with30th({ ...open(50), judged: { collection: 'part-settled', money: paid! } })).toBe(0);
    expect(with30th({ ...settled(50), judged: { receivable: 0 } })).toBe(0);
  });

  it('says nothing where more than half have one price', () => {
    const flat = [open(9000), ...Array.from({ length: 40 }, () => settled(99))];
    expect(gathered(largeForItem, flat)).toEqual([]);
    expect(tooFewOf(largeForItem, flat)).toEqual({ orders: 0, fen: 0 });
  });

  it('compares no order of several lines or of no product', () => {
    const several = { ...open(9000), judged: { lines: 2 } };
    const told = [several, { ...open(9000), product: -1 }, ...base];
    expect(gathered(largeForItem, told)).toEqual([]);
    expect(tooFewOf(largeForItem, told)).toEqual({ orders: 2, fen: 1_800_000 });
    const lines = { ...settled(50), judged: { lines: 2 } };
    expect(gathered(largeForItem, [open(9000), lines, ...base.slice(1)])).toEqual([]);
  });

  it('says what is usual for the item, and what is unproven', () => {
    const [draft] = gathered(largeForItem, [open(4000), ...base]);
    const evidence = draft?.evidence ?? [];
    expect(figure(evidence, 'typical-amount')).toBe(10_000);
    expect(figure(evidence, 'orders')).toBe(30);
    expect(figure(evidence, 'limit')).toBe(Math.round(limitYuan(3.5) * 100));
    expect(largeForItem.line(evidence, false)).toEqual({
      zh: '同款一般 100.00 元',
      en: 'usually 100.00 yuan for this item',
    });
    expect(largeForItem.line(evidence, true)).toEqual({
      zh: '同款一般 100.00 元，到账待核实',
      en: 'usually 100.00 yuan for this item, collection unproven',
    });
  });

  it('does what the stage of the order allows', () => {
    const step = (told: Told) => gathered(largeForItem, [told, ...base])[0]?.nextStep;
    expect(step({ ...open(9000), shipped: '' })).toBe('hold');
    expect(step(open(9000))).toBe('intercept');
  });

  const amounts = fc.array(fc.integer({ min: 1, max: 500_000 }), { minLength: 5, maxLength: 12 });

  it('agrees with the definition, whatever the order in which orders come', () => {
    const middle = (figures: readonly number[]) => {
      const sorted = [...figures].sort((a, b) => a - b);
      const n = sorted.length;
      return (sorted[Math.floor((n - 1) / 2)]! + sorted[Math.floor(n / 2)]!) / 2;
    };
    fc.assert(
      fc.property(amounts, amounts, (others, own) => {
        const logs = others.map((fen) => Math.log(fen));
        const median = middle(logs);
        const mad = middle(logs.map((log) => Math.abs(log - median)));
        const wanted = own.flatMap((fen, n) =>
          mad > 0 && fen > 30_000 && Math.log(fen) > median + 1.4826 * mad ? [String(n)] : [],
        );
        const told = [...own.map((fen) => open(fen / 100)), ...others.map((fen) => settled(fen / 100))];
        const numbered = told.map((one, order) => ({ ...one, order }));
        const changed = { k: 1, settled: 5 };
        expect(groupsOf(gathered(largeForItem, numbered, changed))).toEqual(wanted.sort());
        expect(groupsOf(gathered(largeForItem, numbered.reverse(), changed))).toEqual(wanted);
      }),
    );
  });

  it('finds nothing more when the factor, the least amount or the number to compare with is raised', () => {
    const limits = fc.record({
      k: fc.double({ min: 0.5, max: 5, noNaN: true }),
      min: fc.integer({ min: 0, max: 100_000 }),
      settled: fc.integer({ min: 5, max: 13 }),
    });
    fc.assert(
      fc.property(amounts, amounts, limits, limits, (others, own, one, other) => {
        const pick = (of: (a: number, b: number) => number) => ({
          k: of(one.k, other.k),
          min: of(one.min, other.min),
          settled: of(one.settled, other.settled),
        });
        const told = [...own.map((fen) => open(fen / 100)), ...others.map((fen) => settled(fen / 100))];
        const low = groupsOf(gathered(largeForItem, told, pick(Math.min)));
        expect(low).toEqual(expect.arrayContaining(groupsOf(gathered(largeForItem, told, pick(Math.max)))));
      }),
    );
  });
});
