// AM1, AM2, AM3 and TV5: what a group's amounts and hours add to it, judged against the shop, and where nothing is known.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/core/dates.js';
import type { LinkedOrder } from '../../src/linkage/linked-order.js';
import type { ShopProfile } from '../../src/portfolio/shop-profile.js';
import { belowLimit } from '../../src/rules/below-limit.js';
import { equalAmounts } from '../../src/rules/equal-amounts.js';
import { nightGroup } from '../../src/rules/night-group.js';
import { roundAmounts } from '../../src/rules/round-amounts.js';
import type { ReportRule, RunTotals } from '../../src/rules/rule.js';
import { cluster, link, linkedOrder, reported, unexamined } from '../support/run-totals.js';
import { shopProfile, UNKNOWN_SHOP } from '../support/shop-profile.js';

const SEED = 20_260_721;
const RUNS = 200;
const below = belowLimit as ReportRule;
const round = roundAmounts as ReportRule;
const equal = equalAmounts as ReportRule;
const night = nightGroup as ReportRule;

const group = (members: readonly Partial<LinkedOrder>[], told = {}) =>
  cluster([link('phone', members.length)], {
    members: members.map((one, order) => linkedOrder(order, one)),
    ...told,
  });

interface Around {
  readonly totals?: Partial<RunTotals>;
  readonly changed?: Readonly<Record<string, number>>;
  readonly profile?: ShopProfile;
  readonly cluster?: object;
}

/** What a rule says of one group. */
function of(rule: ReportRule, members: readonly Partial<LinkedOrder>[], around: Around = {}) {
  const clusters = [group(members, around.cluster)];
  return reported(rule, { clusters, ...around.totals }, around.changed, around.profile);
}

const fen = (...amounts: readonly number[]) => amounts.map((amountFen) => ({ amountFen }));
const at = (...times: readonly string[]) =>
  times.map((time) => ({ orderedAt: parseTime(`2026-07-12 ${time}`) }));

it.each([
  ['below-limit', below, fen(97_000, 98_000, 99_000)],
  ['round-amounts', round, fen(30_000, 30_000, 20_000, 10_000)],
  ['equal-amounts', equal, fen(35_200, 35_200, 35_200)],
  ['night-group', night, at('01:00:00', '02:00:00', '03:00:00', '04:00:00')],
])('%s says nothing of a group that does not alarm', (_name, rule, members) => {
  expect(of(rule, members)).toHaveLength(1);
  expect(of(rule, members, { cluster: { alarming: false } })).toEqual([]);
});

describe('amounts just below a limit', () => {
  it.each([
    [[47_500, 47_500, 49_999], 1],
    [[47_500, 47_500, 47_499], 0],
    [[49_999, 49_999, 50_000], 0],
    [[94_999, 97_000, 99_999], 0],
    [[95_000, 97_000, 99_999], 1],
    [[475_000, 499_999, 480_000], 1],
    // Two below one limit and two below another.
    [[47_600, 47_700, 97_000, 98_000], 0],
  ])('%j fen', (amounts, count) => {
    expect(of(below, fen(...amounts))).toHaveLength(count);
  });

  it('names the limit and only the orders below it', () => {
    const [draft] = of(below, fen(10_000, 97_000, 98_000, 99_000));
    expect(draft?.orders).toEqual([1, 2, 3]);
    expect(below.line(draft?.evidence ?? [], false).en).toBe(
      '3 orders of the group a little below 1,000.00 yuan',
    );
  });

  it('leave out list prices and those who are apart', () => {
    const amounts = fen(99_900, 99_900, 99_900);
    expect(of(below, amounts, { totals: { isListPrice: (_, price) => price === 99_900 } })).toEqual([]);
    expect(of(below, [{ amountFen: 99_900, apart: true }, ...fen(99_900, 99_900)])).toEqual([]);
  });

  it(`find nothing more with stricter parameters (seed ${SEED})`, () => {
    const amounts = fc.array(fc.integer({ min: 40_000, max: 110_000 }), { minLength: 1, maxLength: 12 });
    const share = fc.double({ min: 0.6, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(amounts, share, share, fc.nat(4), fc.nat(4), (all, a, b, m, n) => {
        const found = (values: { share: number; orders: number }) =>
          of(below, fen(...all), { changed: values }).length;
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const [few, many] = [2 + Math.min(m, n), 2 + Math.max(m, n)];
        expect(found({ share: high, orders: many })).toBeLessThanOrEqual(found({ share: low, orders: few }));
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});

describe('round hundreds', () => {
  it.each([
    [[30_000, 30_000, 26_100, 27_200], 1],
    [[30_000, 26_000, 26_100, 27_200], 0],
    [[30_000, 30_000, 30_000], 0],
    [[30_000, 30_000, 30_001, 29_999, 30_050], 0],
  ])('%j fen', (amounts, count) => {
    expect(of(round, fen(...amounts))).toHaveLength(count);
  });

  it('do not count where there may be a discount, or where the shop has as many', () => {
    const half = fen(30_000, 30_000, 26_100, 27_200);
    expect(of(round, half, { totals: { mayBeDiscounted: (order) => order === 1 } })).toEqual([]);
    expect(of(round, half, { profile: shopProfile({ roundShare: 0.5 / 3 }) })).toHaveLength(1);
    expect(of(round, half, { profile: shopProfile({ roundShare: 0.17 }) })).toEqual([]);
  });

  it('are weak, and say both shares', () => {
    const [draft] = of(round, fen(30_000, 30_000, 26_100, 27_200));
    expect(round.strength).toBe('weak');
    expect(round.line(draft?.evidence ?? [], false).en).toBe(
      '50.0% of the group are round hundreds without a discount, 0.5% of the shop',
    );
  });
});

describe('one amount within a group', () => {
  const paid = fen(35_200, 35_200, 35_200);
  /** Of 1,000 orders so many of that amount, the group's own three among them. */
  const usual = (orders: number) => shopProfile({}, { 35200: orders / 1000 });

  it('counts buyers, not orders', () => {
    expect(of(equal, paid)).toHaveLength(1);
    const twice = [{ amountFen: 35_200, buyer: 0 }, { amountFen: 35_200, buyer: 0 }, ...fen(35_200)];
    expect(of(equal, twice)).toEqual([]);
    expect(of(equal, fen(35_200, 35_200, 35_201))).toEqual([]);
  });

  it('is judged by how common it is among the other orders of the shop', () => {
    // 4 of 997 are below 0.5 %, 5 are not.
    expect(of(equal, paid, { profile: usual(7) })).toHaveLength(1);
    expect(of(equal, paid, { profile: usual(8) })).toEqual([]);
    expect(of(equal, paid, { profile: usual(8), changed: { common: 0.006 } })).toHaveLength(1);
  });

  it('is no list price', () => {
    expect(of(equal, paid, { totals: { isListPrice: (product) => product === 4 } })).toEqual([]);
  });

  it('names the amount that most buyers paid, and only their orders', () => {
    const [draft] = of(equal, fen(9900, 9900, 9900, 35_200, 35_200, 35_200, 35_200));
    expect(draft?.orders).toEqual([3, 4, 5, 6]);
    expect(equal.line(draft?.evidence ?? [], false).en).toBe(
      '4 recipients of the group paid 352.00 yuan each, no list price and rare in the shop',
    );
  });
});

describe('a group at night', () => {
  it.each([
    // At a base of 8 %: two of four are no surprise (3 %), three are (0.2 %).
    [['02:00:00', '05:59:59', '14:00:00', '15:00:00'], 0],
    [['02:00:00', '05:59:59', '00:00:01', '15:00:00'], 1],
    [['02:00:00', '05:59:59', '06:00:00', '15:00:00'], 0],
    [['02:00:00', '05:59:59', '00:00:00', '15:00:00', '16:00:00'], 0],
    [['02:00:00', '03:00:00', '04:00:00'], 0],
  ])('at %j', (times, count) => {
    expect(of(night, at(...times))).toHaveLength(count);
  });

  it('is judged by the nights of the shop', () => {
    const times = at('02:00:00', '05:59:59', '00:00:01', '15:00:00');
    expect(of(night, times, { profile: shopProfile({ nightShare: 0.2 }) })).toEqual([]);
    expect(of(night, times, { changed: { odds: 1000 } })).toEqual([]);
    expect(of(night, at('12:00:00', '13:00:00', '14:00:00', '15:00:00'))).toEqual([]);
  });
});

it.each([
  ['round-amounts', round, fen(30_000, 30_000, 30_000, 30_000)],
  ['equal-amounts', equal, fen(35_200, 35_200, 35_200)],
  ['night-group', night, at('01:00:00', '02:00:00', '03:00:00', '04:00:00')],
])('%s is not evaluated where the shop is not known, with the yuan left', (_name, rule, members) => {
  expect(of(rule, members, { profile: UNKNOWN_SHOP })).toEqual([]);
  const clusters = [group(members, { openOrders: 3, openFen: 120_000 }), group(members, { alarming: false })];
  expect(unexamined(rule, { clusters }, UNKNOWN_SHOP)).toEqual({ orders: 3, fen: 120_000 });
  expect(unexamined(rule, { clusters }, shopProfile())).toEqual({ orders: 0, fen: 0 });
});
