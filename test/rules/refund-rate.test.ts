// RF1: Wilson's lower bound of a person's refunds against the shop's own share.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundRate as rule } from '../../src/rules/refund-rate.js';
import type { Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const many = (count: number, told: Told): Told[] => Array.from({ length: count }, () => told);
/** Somebody with so many orders, so many of them refunded by 100 yuan. */
const buyer = (person: number, refunded: number, orders: number, more: Told = {}): Told[] => [
  ...many(refunded, { person, refunded: 100, ...more }),
  ...many(orders - refunded, { person, ...more }),
];
/** Orders of people who ordered once. */
const others = (refunded: number, orders: number, more: Told = {}): Told[] =>
  buyer(-1, refunded, orders, more);
const found = (told: readonly Told[], changed = {}) =>
  gathered(rule, told, changed).map(({ orders }) => orders.length);

describe('the refund rate of one buyer', () => {
  it.each<[string, readonly Told[], number[]]>([
    // The lower bound of 5 of 5 is 56.6 %, that of 4 of 4 is 51.0 %.
    ['5 of 5, the shop 5 %', [...buyer(1, 5, 5), ...others(0, 95)], [5]],
    ['4 of 4, the shop 5 %', [...buyer(1, 4, 4), ...others(1, 96)], []],
    ['5 of 5, the shop 36 %', [...buyer(1, 5, 5), ...others(31, 95)], [5]],
    ['5 of 5, the shop 37 %', [...buyer(1, 5, 5), ...others(32, 95)], []],
    // A shop of clothes: more than half of it comes back. The lower bound of 12 of 12 is 75.7 %, of 13 of 13 77.2 %.
    ['5 of 5, the shop 57 %', [...buyer(1, 5, 5), ...others(52, 95)], []],
    ['12 of 12, the shop 57 %', [...buyer(1, 12, 12), ...others(45, 88)], []],
    ['13 of 13, the shop 57 %', [...buyer(1, 13, 13), ...others(44, 87)], [13]],
    // The lower bound of 3 of 6 is 18.8 %, that of 4 of 6 is 30.0 %.
    ['3 of 6, the shop 3 %', [...buyer(1, 3, 6), ...others(0, 94)], []],
    ['4 of 6, the shop 4 %', [...buyer(1, 4, 6), ...others(0, 94)], [4]],
    ['none of 50', [...buyer(1, 0, 50), ...others(0, 50)], []],
    ['two people', [...buyer(1, 5, 5), ...buyer(2, 6, 6), ...others(0, 95)], [5, 6]],
    ['nobody is known', [...others(6, 6), ...others(0, 95)], []],
  ])('%s', (_, told, orders) => {
    expect(found(told)).toEqual(orders);
  });

  it('counts a refund of a part as one', () => {
    expect(found([...buyer(1, 5, 5, { refunded: 0.01 }), ...others(0, 95)])).toEqual([5]);
  });

  it('counts neither for the buyer nor for the shop what was cancelled', () => {
    const cancelled = { receivable: 0, open: 0 };
    expect(found([...buyer(1, 5, 5), ...buyer(1, 0, 5, cancelled), ...others(0, 95)])).toEqual([5]);
    expect(found([...buyer(1, 5, 5), ...others(32, 95), ...others(0, 900, cancelled)])).toEqual([]);
  });

  it('compares with the shop that sold them, not with another one', () => {
    const clothes = { shop: 1 };
    const mixed = [...others(60, 100, clothes), ...others(0, 900)];
    expect(found([...buyer(1, 5, 5, clothes), ...mixed])).toEqual([]);
    expect(found([...buyer(1, 5, 5), ...mixed])).toEqual([5]);
  });

  it('takes the limits that are set', () => {
    const six = [...buyer(1, 6, 6), ...others(0, 94)];
    expect(found(six, { orders: 7 })).toEqual([]);
    expect(found(six, { orders: 6 })).toEqual([6]);
    // The lower bound of 6 of 6 is 61.0 %, the shop has 6 %.
    expect(found(six, { points: 0.54 })).toEqual([6]);
    expect(found(six, { points: 0.56 })).toEqual([]);
  });

  it('names the refunded orders and their yuan, apart from what is outstanding', () => {
    const [draft] = gathered(rule, [...buyer(1, 5, 6), ...others(0, 94)]);
    expect(draft).toMatchObject({ orders: [0, 1, 2, 3, 4], exposureFen: 50_000, apart: true });
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '同一账号或电话 6 单里 5 单退款，共 500.00 元；本店先用后付退款占 5.0%',
      en: "5 of 6 orders of one account or phone refunded, 500.00 yuan; 5.0% of the shop's pay-later orders",
    });
  });

  it('finds nothing more when more is asked for, in whatever order it sees them', () => {
    const person = fc.record({ refunded: fc.nat(8), kept: fc.nat(4) });
    const limits = fc.record({
      orders: fc.integer({ min: 2, max: 8 }),
      points: fc.integer({ min: 0, max: 50 }).map((points) => points / 100),
    });
    fc.assert(
      fc.property(fc.array(person, { maxLength: 5 }), fc.nat(60), limits, limits, (people, rest, a, b) => {
        const told = [
          ...people.flatMap(({ refunded, kept }, id) => buyer(id, refunded, refunded + kept)),
          ...others(0, rest),
        ].map((one, order) => ({ ...one, order }));
        const sets = (shown: readonly Told[], changed: typeof a) =>
          gathered(rule, shown, changed)
            .map(({ orders }) => orders.join(' '))
            .sort();
        const higher = { orders: Math.max(a.orders, b.orders), points: Math.max(a.points, b.points) };
        expect(sets(told, a)).toEqual(expect.arrayContaining(sets(told, higher)));
        expect(sets(told.toReversed(), a)).toEqual(sets(told, a));
      }),
    );
  });
});
