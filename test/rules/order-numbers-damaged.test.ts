// CP2: the share of long numbers that end in 0, and how many it takes.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderNumbersDamaged } from '../../src/rules/order-numbers-damaged.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { reported } from '../support/run-totals.js';

const rule = orderNumbersDamaged as ReportRule;
const of = (orders: number, rounded: number, changed = {}) =>
  reported(rule, { longIds: { orders, rounded }, outstandingFen: 777 }, changed);

describe('order numbers damaged', () => {
  it.each([
    ['above 30 %', 50, 16, 1],
    ['at 30 %', 50, 15, 0],
    ['four of ten, as in every eightieth honest file', 10, 4, 0],
    ['six of ten', 10, 6, 1],
    ['of nine numbers', 9, 9, 0],
    ['of a thousand', 1000, 301, 1],
    ['of a thousand at 30 %', 1000, 300, 0],
    ['without long numbers', 0, 0, 0],
  ])('%s', (_, orders, rounded, found) => {
    expect(of(orders, rounded)).toHaveLength(found);
  });

  it('takes the share and the least number that are set', () => {
    expect(of(10, 5, { share: 0.5 })).toEqual([]);
    expect(of(10, 6, { share: 0.5 })).toHaveLength(1);
    expect(of(19, 19, { fewest: 20 })).toEqual([]);
    expect(of(20, 20, { fewest: 20 })).toHaveLength(1);
  });

  it('is about the files, with all that is outstanding behind it, and says the share', () => {
    const [draft] = of(12, 11);
    expect(draft).toMatchObject({ orders: [], exposureFen: 777, nextStep: 'review' });
    for (const unproven of [true, false]) {
      expect(rule.line(draft?.evidence ?? [], unproven)).toEqual({
        zh: '12 个长订单号里 91.7% 以 0 结尾，可能被 Excel 改过',
        en: '91.7% of 12 long order numbers end in 0, as a spreadsheet leaves them',
      });
    }
  });

  it('adds nothing when the share or the least number is raised', () => {
    const share = fc.double({ min: 0.1, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), share, share, fc.nat(30), fc.nat(30), (a, b, s, t, n, m) => {
        const [rounded, orders] = a < b ? [a, b] : [b, a];
        const strict = { share: Math.max(s, t), fewest: 1 + Math.max(n, m) };
        if (of(orders, rounded, strict).length === 0) return;
        expect(of(orders, rounded, { share: Math.min(s, t), fewest: 1 + Math.min(n, m) })).toHaveLength(1);
      }),
    );
  });
});
