// OD7: a new order placed behind the due date of one that is far past due.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderWhilePastDue as rule } from '../../src/rules/order-while-past-due.js';
import { figure } from '../../src/rules/rule.js';
import { shortTime } from '../../src/rules/words.js';
import { auditedOrder, daysAgo, pastDue, type Told } from '../support/audited-order.js';
import { unprovenOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

/** An order so many days past due, of person 1. */
const old = (days: number, more: Told = {}): Told => ({
  open: 80,
  person: 1,
  ordered: daysAgo(days + 6),
  ...pastDue(days),
  ...more,
});
/** An order placed so many days ago, on its way since the day after. */
const placed = (days: number, more: Told = {}): Told => ({
  open: 300,
  person: 1,
  ordered: daysAgo(days),
  shipped: daysAgo(days - 1),
  ...more,
});
const unshipped = (days: number, more: Told = {}) => placed(days, { shipped: '', ...more });
const steps = (told: readonly Told[], changed = {}) =>
  gathered(rule, told, changed).map(({ nextStep }) => nextStep);

describe('ordered again while past due', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['8 days past due', [old(8), placed(2)], ['intercept']],
    ['7 days past due', [old(7), placed(2)], []],
    ['not shipped yet', [old(8), unshipped(2)], ['hold']],
    ['one shipped, one not', [old(8), placed(2), unshipped(1)], ['hold']],
    ['received by now', [old(20), placed(9, { received: daysAgo(1) })], ['review']],
    ['ordered the day after the due date', [old(20), placed(19)], ['review']],
    ['ordered two weeks before', [old(8), placed(22)], []],
    ['ordered on the due date', [old(8), placed(8)], []],
    ['ordered one day later', [old(8), placed(7)], ['intercept']],
    ['by another person', [old(8), placed(2, { person: 2 })], []],
    ['nobody is known', [old(8, { person: -1 }), placed(2, { person: -1 })], []],
    ['the new one is settled', [old(8), placed(2, { open: 0 })], []],
    ['the old one is unproven', [old(20, { proven: false }), placed(2)], []],
    ['the new one is unproven', [old(8), placed(2, { proven: false })], ['intercept']],
    ['the old one is in an after-sale', [old(20, { frozen: true }), placed(2)], []],
    ['the order time of the new one is unknown', [old(8), placed(2, { ordered: '' })], []],
  ])('%s', (_, told, expected) => {
    expect(steps(told)).toEqual(expected);
  });

  it('leaves unexamined what was placed behind a due date of which nothing is proven', () => {
    const unproven = (days: number) => old(days, { proven: false });
    expect(unprovenOf(rule, [unproven(8), placed(2)])).toEqual({ orders: 1, fen: 30_000 });
    expect(unprovenOf(rule, [unproven(7), placed(2)])).toEqual({ orders: 0, fen: 0 });
    expect(unprovenOf(rule, [unproven(8), placed(22)])).toEqual({ orders: 0, fen: 0 });
    // What a proven one tells already is no gap.
    expect(unprovenOf(rule, [unproven(9), old(8), placed(2)])).toEqual({ orders: 0, fen: 0 });
  });

  it('asks for more days than are set', () => {
    expect(steps([old(14), placed(2)], { days: 14 })).toEqual([]);
    expect(steps([old(15), placed(2)], { days: 14 })).toEqual(['intercept']);
  });

  it('names the new orders, and counts only those old ones that were due before', () => {
    const [draft] = gathered(rule, [
      old(20, { ordered: daysAgo(45) }),
      old(30),
      placed(20),
      placed(40, { open: 5 }),
    ]);
    // The third was placed behind the second's due date, on the first's.
    expect(draft?.orders).toEqual([2]);
    expect(figure(draft?.evidence ?? [], 'days-past-due')).toBe(30);
    expect(figure(draft?.evidence ?? [], 'outstanding')).toBe(30_000);
    expect(draft?.evidence.at(-1)).toEqual({ kind: 'orders', name: 'past-due-orders', orders: [1] });
  });

  it('takes an order that was placed while past due and is so itself as both', () => {
    const [draft] = gathered(rule, [old(40), old(10), unshipped(1)]);
    expect(draft?.orders).toEqual([1, 2]);
    expect(figure(draft?.evidence ?? [], 'orders')).toBe(2);
    expect(draft?.nextStep).toBe('hold');
  });

  it('never takes an order as placed behind itself', () => {
    const wrong = old(10, { ordered: daysAgo(1) });
    expect(steps([wrong])).toEqual([]);
    expect(steps([wrong, old(12)])).toEqual(['review']);
  });

  it('carries the first promised time of what can be held', () => {
    const [draft] = gathered(rule, [
      old(8),
      unshipped(2, { promised: '2026-07-22 09:00:00' }),
      unshipped(2, { promised: '2026-07-21 09:14:00' }),
      unshipped(2),
    ]);
    expect(shortTime(draft?.deadline ?? 0)).toBe('07-21 09:14');
    expect(figure(draft?.evidence ?? [], 'promised-at')).toBe(draft?.deadline);
    expect(gathered(rule, [old(8), unshipped(2)])[0]?.deadline).toBeUndefined();
  });

  it('says how late and how much again, and calls unproven what is so', () => {
    const evidence = gathered(rule, [old(20), placed(2), placed(1, { open: 1000 })])[0]?.evidence ?? [];
    expect(rule.line(evidence, false)).toEqual({
      zh: '前单逾期 20 天，又下 2 单 1,300.00 元',
      en: 'an earlier order 20 days past due; ordered again: 2 orders, 1,300.00 yuan',
    });
    // The earlier order is proven, or there were no finding.
    expect(rule.line(evidence, true)).toEqual({
      zh: '前单逾期 20 天，又下 2 单 1,300.00 元，到账待核实',
      en: 'an earlier order 20 days past due; ordered again: 2 orders, 1,300.00 yuan, collection unproven',
    });
    const one = gathered(rule, [old(20), placed(2)])[0]?.evidence ?? [];
    expect(rule.line(one, false).en).toBe(
      'an earlier order 20 days past due; ordered again: 1 order, 300.00 yuan',
    );
  });

  it('finds nothing more when more days are asked for, in whatever order it sees them', () => {
    const order = fc.record({
      days: fc.integer({ min: 0, max: 30 }),
      isOld: fc.boolean(),
      person: fc.integer({ min: 0, max: 2 }),
    });
    const limit = fc.integer({ min: 3, max: 25 });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), limit, limit, (many, a, b) => {
        const told = many.map(({ days, isOld, person }, index) =>
          isOld ? old(days, { person, order: index }) : unshipped(days, { person, order: index }),
        );
        const people = (days: number, list = told) =>
          gathered(rule, list, { days })
            .map(({ orders }) => many[orders[0]!]?.person)
            .sort();
        expect(people(Math.min(a, b))).toEqual(expect.arrayContaining(people(Math.max(a, b))));
        expect(people(a, [...told].reverse())).toEqual(people(a));
      }),
    );
  });

  it('is asked of orders that are not past due yet too', () => {
    expect(auditedOrder(placed(2)).daysPastDue).toBe(0);
    expect(rule.needs).toEqual(['recipients', 'order-time']);
  });
});
