// OD6: two orders of one buyer past due, parcels counted once.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repeatPastDue as rule } from '../../src/rules/repeat-past-due.js';
import { pastDue, type Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const late = (days: number, more: Told = {}): Told => ({ open: 80, person: 1, ...pastDue(days), ...more });
const found = (told: readonly Told[], changed = {}) =>
  gathered(rule, told, changed).map(({ orders }) => orders);

describe('several orders of one buyer past due', () => {
  it.each<[string, readonly Told[], number[][]]>([
    ['one order', [late(40)], []],
    ['two orders', [late(4), late(40)], [[0, 1]]],
    ['one of them 3 days past due', [late(3), late(40)], []],
    ['two people', [late(40), late(40, { person: 2 })], []],
    [
      'two people with two orders each',
      [late(40), late(40, { person: 2 }), late(8), late(8, { person: 2 })],
      [
        [0, 2],
        [1, 3],
      ],
    ],
    ['nobody is known', [late(40, { person: -1 }), late(40, { person: -1 })], []],
    ['one is settled', [late(40), late(40, { open: 0 })], []],
    ['one is in an after-sale', [late(40), late(40, { frozen: true })], []],
    ['one parcel', [late(40, { waybills: [7] }), late(40, { waybills: [7] })], []],
    ['two parcels', [late(40, { waybills: [7] }), late(40, { waybills: [8] })], [[0, 1]]],
    [
      'three orders in a chain of shared waybills are one parcel',
      [late(40, { waybills: [7] }), late(40, { waybills: [8] }), late(40, { waybills: [7, 8] })],
      [],
    ],
    [
      'links that close a ring count once',
      [[7], [8], [7, 8], [7, 8], []].map((waybills) => late(40, { waybills })),
      [[0, 1, 2, 3, 4]],
    ],
    [
      'a parcel and another order name all three',
      [late(40, { waybills: [7] }), late(40, { waybills: [7] }), late(40)],
      [[0, 1, 2]],
    ],
  ])('%s', (_, told, orders) => {
    expect(found(told)).toEqual(orders);
  });

  it('counts from the numbers that are set', () => {
    expect(found([late(40), late(40)], { orders: 3 })).toEqual([]);
    expect(found([late(40), late(40), late(40)], { orders: 3 })).toEqual([[0, 1, 2]]);
    expect(found([late(9), late(40)], { firstDay: 10 })).toEqual([]);
    expect(found([late(10), late(40)], { firstDay: 10 })).toEqual([[0, 1]]);
  });

  it('is shown proven orders only', () => {
    expect(rule.needs).toEqual(['recipients', 'proof']);
  });

  it('says how many, how much and how long, and nothing of lateness where that is not proven', () => {
    const [draft] = gathered(rule, [late(12), late(45, { open: 1000 })]);
    expect(draft?.nextStep).toBe('review');
    const evidence = draft?.evidence ?? [];
    expect(rule.line(evidence, false)).toEqual({
      zh: '同一账号或电话 2 单逾期，共 1,080.00 元，最长 45 天',
      en: '2 orders of one account or phone past due, 1,080.00 yuan, up to 45 days',
    });
    expect(rule.line(evidence, true).zh).toBe('同一账号或电话 2 单过了预计扣款日，共 1,080.00 元到账待核实');
    expect(rule.line(evidence, true).en).not.toMatch(/past due|overdue|unpaid|owed/);
  });

  it('finds nothing more when more orders or more days are asked for, in whatever order it sees them', () => {
    const order = fc.record({
      days: fc.integer({ min: 0, max: 20 }),
      person: fc.integer({ min: 0, max: 3 }),
      waybills: fc.array(fc.integer({ min: 0, max: 8 }), { maxLength: 2 }),
    });
    const limits = fc.record({
      orders: fc.integer({ min: 2, max: 5 }),
      firstDay: fc.integer({ min: 4, max: 20 }),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 16 }), limits, limits, (many, a, b) => {
        const told = many.map(({ days, ...rest }, index) => late(days, { ...rest, order: index }));
        const people = (changed: typeof a) =>
          found(told, changed)
            .map((orders) => many[orders[0]!]?.person)
            .sort();
        const higher = {
          orders: Math.max(a.orders, b.orders),
          firstDay: Math.max(a.firstDay, b.firstDay),
        };
        expect(people(a)).toEqual(expect.arrayContaining(people(higher)));
        expect(found([...told].reverse(), a).sort()).toEqual(found(told, a).sort());
      }),
    );
  });
});
