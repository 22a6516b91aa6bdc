// TV1 and TV2: the number of orders and the span at both of their ends, carts, the shop's own size, what is settled.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from '../../src/core/dates.js';
import { LISTED } from '../../src/core/lists.js';
import { frequentOrders } from '../../src/rules/frequent-orders.js';
import { rapidOrders } from '../../src/rules/rapid-orders.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { figure } from '../../src/rules/rule.js';
import { daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';
import { shopProfile } from '../support/shop-profile.js';

const MINUTE = 60;
const DAY = 86_400;
const START = parseTime('2026-07-08 08:00:00');
/** Orders of one person at so many seconds behind the start. */
const at = (seconds: readonly number[], told: Told = {}): Told[] =>
  seconds.map((one) => ({
    open: 100,
    person: 7,
    ordered: formatTime(START + one),
    shipped: daysAgo(3),
    ...told,
  }));
const every = (step: number, count: number) => Array.from({ length: count }, (_, n) => n * step);
const rapid = rapidOrders as GatherRule;
const frequent = frequentOrders as GatherRule;
const rules: readonly (readonly [string, GatherRule, number, number])[] = [
  ['rapid-orders', rapid, 6, 90 * MINUTE],
  ['frequent-orders', frequent, 4, 7 * DAY],
];

describe.each(rules)('%s', (_, rule, count, span) => {
  const step = span / (count - 1);

  it('fires on the order after the limit, and counts the end of the span', () => {
    expect(groupsOf(gathered(rule, at(every(step, count))))).toEqual([every(1, count).join(' ')]);
    expect(gathered(rule, at(every(step, count - 1)))).toEqual([]);
    expect(gathered(rule, at([...every(step, count - 1), span + 1]))).toEqual([]);
  });

  it('takes the limits that are set', () => {
    const told = at(every(step, count));
    expect(gathered(rule, told, { orders: count })).toEqual([]);
    expect(gathered(rule, at(every(step, count - 1), { open: 150 }), { orders: count - 2 })).toHaveLength(1);
    expect(gathered(rule, at(every(step + 1, count)), { minutes: 91, days: 8 })).toHaveLength(1);
  });

  it('asks for one person with a time who is no wholesale buyer', () => {
    const told = at(every(step, count));
    const but = (changed: Told) => gathered(rule, [...told.slice(1), { ...told[0], ...changed }]);
    expect(but({})).toHaveLength(1);
    expect(but({ person: 8 })).toEqual([]);
    expect(but({ person: -1 })).toEqual([]);
    expect(but({ ordered: '' })).toEqual([]);
    expect(but({ listed: LISTED.wholesale })).toEqual([]);
  });

  it('counts what is settled, and says nothing where all of it is', () => {
    const told = at(every(step, count), { receivable: 150 });
    const some = told.map((one, n) => (n < 2 ? { ...one, open: 0 } : one));
    const [draft] = gathered(rule, some);
    expect(draft?.orders).toHaveLength(count);
    expect(figure(draft?.evidence ?? [], 'orders')).toBe(count);
    expect(figure(draft?.evidence ?? [], 'open-orders')).toBe(count - 2);
    expect(figure(draft?.evidence ?? [], 'total')).toBe((count - 2) * 10_000);
    expect(
      gathered(
        rule,
        told.map((one) => ({ ...one, open: 0 })),
      ),
    ).toEqual([]);
    expect(
      gathered(
        rule,
        told.map((one, n) => (n === 0 ? { ...one, open: 0, judged: { receivable: 0 } } : one)),
      ),
    ).toEqual([]);
  });

  it('finds the open orders that follow settled ones', () => {
    const settled = at(every(step, count), { open: 0, receivable: 150 });
    const [draft] = gathered(rule, [...settled, ...at([span + step], { open: 150 })]);
    expect(draft?.orders).toEqual(every(1, count + 1).slice(1));
  });

  it('does first what can still be saved', () => {
    const [first, ...others] = at(every(step, count));
    const [draft] = gathered(rule, [{ ...first, shipped: '', promised: '2026-07-21 10:00:00' }, ...others]);
    expect(draft?.nextStep).toBe('hold');
    expect(draft?.deadline).toBe(parseTime('2026-07-21 10:00:00'));
  });

  it('finds no further person when more orders or a shorter span is asked for', () => {
    const order = fc.record({
      second: fc.integer({ min: 0, max: 3 * span }),
      person: fc.integer({ min: 0, max: 2 }),
    });
    const limit = fc.integer({ min: 1, max: 8 });
    const length = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 24 }), limit, limit, length, length, (list, a, b, c, d) => {
        const told = list.flatMap(({ second, person }, index) => at([second], { person, order: index }));
        const persons = (orders: number, most: number, seen = told) =>
          [
            ...new Set(
              gathered(rule, seen, { orders, minutes: most * 10, days: most }).map(
                ({ orders: [one] }) => list[one!]!.person,
              ),
            ),
          ].sort();
        const wide = persons(Math.min(a, b), Math.max(c, d));
        expect(wide).toEqual(expect.arrayContaining(persons(Math.max(a, b), Math.min(c, d))));
        expect(persons(a, c, [...told].reverse())).toEqual(persons(a, c));
      }),
    );
  });
});

describe('many orders within an hour and a half', () => {
  it('takes the orders of one second for one cart, and times without an hour for none', () => {
    expect(gathered(rapid, at([0, 0, 60, 120, 180, 240]))).toEqual([]);
    expect(groupsOf(gathered(rapid, at([0, 0, 60, 120, 180, 240, 300])))).toEqual(['0 1 2 3 4 5 6']);
    const days = at(every(1, 9)).map((one) => ({ ...one, ordered: '2026-07-10 00:00:00' }));
    expect(gathered(rapid, days)).toEqual([]);
  });

  it('says how fast, how many, and how much', () => {
    const line = (told: readonly Told[]) => rapid.line(gathered(rapid, told)[0]!.evidence, false);
    expect(line(at(every(5 * MINUTE, 6)))).toEqual({
      zh: '同一账号或电话 25 分钟内 6 单，共 600.00 元',
      en: 'one account or phone within 25 minutes: 6 orders, 600.00 yuan together',
    });
    const some = at(every(5 * MINUTE, 6)).map((one, n) => (n === 0 ? { ...one, open: 0 } : one));
    expect(line(some)).toEqual({
      zh: '同一账号或电话 25 分钟内 6 单，待收的 5 单共 500.00 元',
      en: 'one account or phone within 25 minutes: 6 orders, 5 of them open, 500.00 yuan together',
    });
  });
});

describe('many pay-later orders within a week', () => {
  const four = (open: number, told: Told = {}) => at(every(DAY, 4), { open, ...told });

  it("asks for as much as 95% of the shop's orders do not exceed", () => {
    expect(gathered(frequent, four(100))).toHaveLength(1);
    expect(
      gathered(frequent, [...four(100).slice(1), ...at([0], { open: 99.99, receivable: 99.99 })]),
    ).toEqual([]);
    // What was given back is no part of it; what is settled is.
    expect(gathered(frequent, four(100, { refunded: 0.01 }))).toEqual([]);
    const unknown = {
      profile: () => shopProfile({ amounts: { ...shopProfile().amounts, p95Fen: Number.NaN } }),
    };
    expect(gathered(frequent, four(1, { receivable: 1 }), {}, unknown)).toHaveLength(1);
  });

  it('asks the shop that sold them', () => {
    const profile = (shop: number) =>
      shopProfile({ amounts: { ...shopProfile().amounts, p95Fen: shop === 3 ? 40_001 : 40_000 } });
    expect(gathered(frequent, four(100, { shop: 3 }), {}, { profile })).toEqual([]);
    expect(gathered(frequent, four(100, { shop: 2 }), {}, { profile })).toHaveLength(1);
  });

  it('says how fast, how many, how much, and what is usual', () => {
    expect(frequent.line(gathered(frequent, four(100))[0]!.evidence, false)).toEqual({
      zh: '同一账号或电话 3 天内 4 单，共 400.00 元；本店 95% 的单不超过 400.00 元',
      en: "one account or phone within 3 days: 4 orders, 400.00 yuan together; 95% of the shop's orders are at most 400.00 yuan",
    });
    const unknown = {
      profile: () => shopProfile({ amounts: { ...shopProfile().amounts, p95Fen: Number.NaN } }),
    };
    expect(
      frequent.line(gathered(frequent, four(1, { receivable: 1 }), {}, unknown)[0]!.evidence, false).zh,
    ).toBe('同一账号或电话 3 天内 4 单，共 4.00 元');
  });
});
