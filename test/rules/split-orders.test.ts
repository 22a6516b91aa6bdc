// LU4: the number of orders, the hours, both sides of each limit, and windows that never share an order.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from '../../src/core/dates.js';
import { figure } from '../../src/rules/rule.js';
import { splitOrders } from '../../src/rules/split-orders.js';
import { daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

const START = parseTime('2026-07-10 08:00:00');
const at = (seconds: number) => formatTime(START + seconds);
const HOUR = 3600;
const DAY = 24 * HOUR;

/** Orders of one person, an hour apart unless told. */
const orders = (yuan: readonly number[], apart = HOUR): Told[] =>
  yuan.map((open, n) => ({ open, person: 7, ordered: at(n * apart), shipped: daysAgo(3) }));
const limitOf = (told: readonly Told[], changed?: Record<string, number>) =>
  gathered(splitOrders, told, changed).map(({ evidence }) => figure(evidence, 'limit'));

describe('one sum in several orders', () => {
  it.each([
    ['three that reach 1,000.00', [400, 400, 200], [100_000]],
    ['three that miss it by a fen', [400, 400, 199.99], []],
    ['two are too few', [900, 900], []],
    ['an order of the limit itself is no part of it', [1000, 400, 300], []],
    ['beside an order at the limit', [2000, 400, 300, 300], [100_000]],
    ['each just below 2,000.00', [1999.99, 1999.99, 1999.99], [500_000]],
    ['2,000.00 together', [700, 700, 600], [200_000]],
    ['a fen less than 2,000.00', [700, 700, 599.99], [100_000]],
    ['5,000.00 together', [2000, 2000, 1000], [500_000]],
    ['a fen less than 5,000.00, with orders of 2,000.00', [2000, 2000, 999.99], []],
    ['a fen less than 5,000.00, below 2,000.00 each', [1999.99, 1999.99, 1000.01], [200_000]],
    ['each at 5,000.00', [5000, 5000, 5000], []],
    ['each a fen below 5,000.00', [4999.99, 4999.99, 4999.99], [500_000]],
  ])('%s', (_, yuan, limits) => {
    expect(limitOf(orders(yuan))).toEqual(limits);
  });

  it('takes 24 hours from the first to the last order, and not a second more', () => {
    expect(limitOf(orders([400, 400, 400], DAY / 2))).toEqual([100_000]);
    expect(limitOf(orders([400, 400, 400], DAY / 2 + 1))).toEqual([]);
  });

  it('takes the limits, the number of orders and the hours that are set', () => {
    expect(limitOf(orders([100, 100, 100]), { low: 30_000 })).toEqual([30_000]);
    expect(limitOf(orders([100, 100, 100]), { low: 30_001 })).toEqual([]);
    expect(limitOf(orders([700, 700, 600]), { middle: 200_001 })).toEqual([100_000]);
    expect(limitOf(orders([2000, 2000, 1000]), { high: 500_001 })).toEqual([]);
    expect(limitOf(orders([400, 400, 400]), { orders: 4 })).toEqual([]);
    expect(limitOf(orders([400, 400, 400, 400]), { orders: 4 })).toEqual([100_000]);
    expect(limitOf(orders([400, 400, 400]), { hours: 2 })).toEqual([100_000]);
    expect(limitOf(orders([400, 400, 400]), { hours: 1 })).toEqual([]);
  });

  it('looks at open orders of one person whose time is known', () => {
    const told = orders([400, 400, 400]);
    const but = (changed: Told) => limitOf([...told.slice(0, 2), { ...told[2], ...changed }]);
    expect(but({})).toEqual([100_000]);
    expect(but({ person: 8 })).toEqual([]);
    expect(but({ open: 0, receivable: 400 })).toEqual([]);
    expect(but({ ordered: '' })).toEqual([]);
    expect(limitOf(told.map((one) => ({ ...one, person: -1 })))).toEqual([]);
  });

  it('puts no order into two findings, and leaves the rest to the next window', () => {
    // Half a day apart: three at a time fit into 24 hours.
    const six = orders([400, 400, 400, 400, 400, 400], DAY / 2);
    expect(groupsOf(gathered(splitOrders, six))).toEqual(['0 1 2', '3 4 5']);
    expect(groupsOf(gathered(splitOrders, six.slice(0, 5)))).toEqual(['0 1 2']);
    // The larger sum takes its orders first.
    const mixed = [
      ...orders([400, 400, 400]),
      ...orders([2000, 2000, 1500]).map((one, n) => ({ ...one, ordered: at(5 * DAY + n) })),
    ];
    expect(groupsOf(gathered(splitOrders, mixed))).toEqual(['0 1 2', '3 4 5']);
    expect(limitOf(mixed)).toEqual([500_000, 100_000]);
  });

  it('says how soon, how many, below which limit, and how much', () => {
    const line = (told: readonly Told[], unproven: boolean) =>
      splitOrders.line(gathered(splitOrders, told)[0]!.evidence, unproven);
    expect(line(orders([400, 400, 400], 20 * 60), false)).toEqual({
      zh: '40 分钟内 3 单，每单不到 1,000.00 元，共 1,200.00 元',
      en: '3 orders within 40 minutes, each under 1,000.00 yuan, 1,200.00 yuan together',
    });
    expect(line(orders([400, 400, 400], 1), false).en).toMatch(/^3 orders within 1 minute,/);
    expect(line(orders([400, 400, 400], HOUR), false).en).toMatch(/^3 orders within 2 hours,/);
    const open = orders([400, 400, 400], DAY / 2).map((one) => ({ ...one, proven: false }));
    expect(line(open, true)).toEqual({
      zh: '24 小时内 3 单，每单不到 1,000.00 元，共 1,200.00 元，到账待核实',
      en: '3 orders within 24 hours, each under 1,000.00 yuan, 1,200.00 yuan together, collection unproven',
    });
  });

  it('takes the orders of one second for one: a cart is divided into them', () => {
    expect(limitOf(orders([400, 400, 400], 0))).toEqual([]);
    const [one, other, third] = orders([400, 400, 400]) as [Told, Told, Told];
    const twin = { ...other, order: 9, open: 500 };
    // Three orders, two purchases; and three purchases, of which one is 900.00 in two orders.
    expect(limitOf([one, other, twin])).toEqual([]);
    expect(limitOf([one, other, twin, third])).toEqual([100_000]);
    // Together the cart is as large as the limit.
    expect(limitOf([one, other, { ...twin, open: 600 }, third])).toEqual([]);
    expect(limitOf([one, other, { ...twin, open: 600 }, { ...third, open: 700 }])).toEqual([200_000]);
  });

  it('does first what can still be saved', () => {
    const [one, ...others] = orders([400, 400, 400]);
    const held = { ...one, shipped: '', promised: '2026-07-21 10:00:00' };
    const draft = gathered(splitOrders, [held, ...others])[0];
    expect(draft?.nextStep).toBe('hold');
    expect(draft?.deadline).toBe(parseTime('2026-07-21 10:00:00'));
  });

  // Of one second are the orders of one cart.
  const many = fc.uniqueArray(
    fc.record({
      fen: fc.constantFrom(20_000, 40_000, 99_999, 100_000, 150_000, 199_999, 200_000, 300_000, 600_000),
      hour: fc.integer({ min: 0, max: 72 }),
      person: fc.integer({ min: 0, max: 1 }),
    }),
    { maxLength: 14, selector: ({ hour, person }) => `${person} ${hour}` },
  );
  type Few = { readonly fen: number; readonly hour: number; readonly person: number };
  const told = (list: readonly Few[]): Told[] =>
    list.map(({ fen, hour, person }, order) => ({
      order,
      open: fen / 100,
      person,
      ordered: at(hour * HOUR),
      shipped: daysAgo(3),
    }));
  const isSplit = (window: readonly Few[], limit: number) =>
    window.length >= 3 && window.reduce((sum, { fen }) => sum + fen, 0) >= limit;

  it('finds a person just when some 24 hours hold such orders, and only such orders', () => {
    fc.assert(
      fc.property(many, (list) => {
        const result = gathered(splitOrders, told(list));
        const wanted = [0, 1].filter((person) =>
          [100_000, 200_000, 500_000].some((limit) => {
            const below = list.filter((one) => one.person === person && one.fen < limit);
            return below.some(({ hour }) =>
              isSplit(
                below.filter((one) => one.hour >= hour && one.hour <= hour + 24),
                limit,
              ),
            );
          }),
        );
        const found = result.map(({ orders: [first] }) => list[first!]!.person);
        expect([...new Set(found)].sort()).toEqual(wanted);
        const used = result.flatMap((draft) => draft.orders);
        expect(new Set(used).size).toBe(used.length);
        for (const { orders: own, evidence } of result) {
          const window = own.map((order) => list[order]!);
          const limit = figure(evidence, 'limit');
          const hours = window.map(({ hour }) => hour);
          expect(isSplit(window, limit)).toBe(true);
          expect(window.every(({ fen, person }) => fen < limit && person === window[0]!.person)).toBe(true);
          expect(Math.max(...hours) - Math.min(...hours)).toBeLessThanOrEqual(24);
        }
        expect(groupsOf(gathered(splitOrders, told(list).reverse()))).toEqual(groupsOf(result));
      }),
    );
  });

  it('finds no further person when more orders or fewer hours are asked for', () => {
    const least = fc.integer({ min: 2, max: 6 });
    const hours = fc.integer({ min: 1, max: 72 });
    fc.assert(
      fc.property(many, least, least, hours, hours, (list, a, b, c, d) => {
        const persons = (changed: Record<string, number>) =>
          gathered(splitOrders, told(list), changed).map(({ orders: [first] }) => list[first!]!.person);
        const wide = persons({ orders: Math.min(a, b), hours: Math.max(c, d) });
        const narrow = persons({ orders: Math.max(a, b), hours: Math.min(c, d) });
        expect(wide).toEqual(expect.arrayContaining(narrow));
      }),
    );
  });
});
