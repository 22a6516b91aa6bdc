// TV4, AM6 and AM7: busy minutes, bunched amounts and first digits; each only a hint.
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/core/dates.js';
import type { LinkedOrder } from '../../src/linkage/linked-order.js';
import { bunchedAmounts } from '../../src/rules/bunched-amounts.js';
import { busyMinutes } from '../../src/rules/busy-minutes.js';
import { firstDigits } from '../../src/rules/first-digits.js';
import type { GatherRule, ReportRule } from '../../src/rules/rule.js';
import { DEFAULT_SETUPS } from '../../src/rules/setup.js';
import { auditedOrder, view } from '../support/audited-order.js';
import { cluster, link, linkedOrder, reported, unexamined } from '../support/run-totals.js';
import { shopProfile, UNKNOWN_SHOP } from '../support/shop-profile.js';

const busy = busyMinutes as ReportRule;
const bunched = bunchedAmounts as GatherRule;
const digits = firstDigits as ReportRule;

describe('a group within busy minutes', () => {
  const noon = parseTime('2026-07-12 12:00:00');
  const near = (...seconds: readonly number[]): Partial<LinkedOrder>[] =>
    seconds.map((second) => ({ orderedAt: noon + second }));
  /** Ten minutes from noon with so many orders where so many were expected. */
  const shop = (orders: number, expected: number, chance = 1e-9) =>
    shopProfile({
      rushAt: (seconds) =>
        seconds === noon ? { orders, expected, chance } : { orders: 1, expected: 1, chance: 1 },
    });
  const found = (
    members: readonly Partial<LinkedOrder>[],
    profile = shop(20, 2),
    changed = {},
    told = {},
  ) => {
    const all = members.map((one, order) => linkedOrder(order, one));
    return reported(
      busy,
      { clusters: [cluster([link('phone', 3)], { members: all, ...told })] },
      changed,
      profile,
    );
  };

  it('has two buyers within the same ten minutes', () => {
    expect(found(near(0, 599, 4000))[0]?.orders).toEqual([0, 1]);
    expect(found(near(0, 600, 4000))).toEqual([]);
    expect(found(near(-1, 0, 4000))).toEqual([]);
    expect(found([...near(0, 10).map((one) => ({ ...one, buyer: 7 }))])).toEqual([]);
    expect(found(near(0, 599), shop(20, 2), {}, { alarming: false })).toEqual([]);
  });

  it('does not count live streams, and a group-buy as one', () => {
    const [a, b] = near(0, 10);
    expect(found([{ ...a, live: true }, b!])).toEqual([]);
    expect(
      found([
        { ...a, groupBuy: 3 },
        { ...b, groupBuy: 3 },
      ]),
    ).toEqual([]);
    expect(
      found([
        { ...a, groupBuy: 3 },
        { ...b, groupBuy: 4 },
      ]),
    ).toHaveLength(1);
  });

  it.each([
    [8, 2, 9e-7, 1],
    [7, 2, 9e-7, 0],
    [8, 2.67, 9e-7, 0],
    [9, 3, 9e-7, 1],
    [8, 2, 1e-6, 0],
  ])('%d orders where %d are usual, chance %d', (orders, expected, chance, count) => {
    expect(found(near(0, 10), shop(orders, expected, chance))).toHaveLength(count);
  });

  it('takes the limits that are set: higher ones find nothing more', () => {
    const by = (changed: object) => found(near(0, 10), shop(20, 2, 1e-8), changed).length;
    expect([1, 3, 10, 10.01].map((lift) => by({ lift }))).toEqual([1, 1, 1, 0]);
    expect([2, 20, 21].map((orders) => by({ orders }))).toEqual([1, 1, 0]);
    expect([2, 1e7, 1e9].map((odds) => by({ odds }))).toEqual([1, 1, 0]);
  });

  it('is not evaluated in a shop that is not known, and says what it saw', () => {
    const clusters = [cluster([link('phone', 3)], { openOrders: 2, openFen: 9000 })];
    expect(unexamined(busy, { clusters }, UNKNOWN_SHOP)).toEqual({ orders: 2, fen: 9000 });
    const [draft] = found(near(0, 599));
    expect(busy.line(draft?.evidence ?? [], false).en).toBe(
      '20 orders of the shop in ten minutes, usually 2; 2 recipients of the group among them',
    );
  });
});

describe('amounts without a product', () => {
  /** Amounts in fen, each one so many times: no yuan goes with two different fen. */
  const amounts = (distinct: number, times: number) =>
    Array.from({ length: distinct * times }, (_, i) => 5000 + (i % distinct) * 137);
  const found = (all: readonly number[], { product = -1, profile = shopProfile(), odds = 100 } = {}) => {
    const gathering = bunched.gather({ odds }, { ...view, profile: () => profile });
    for (const fen of all) gathering.see(auditedOrder({ product, receivable: fen / 100, open: fen / 100 }));
    return { drafts: gathering.drafts(), few: gathering.tooFew?.() };
  };

  it('that repeat are told of the files, and of no order', () => {
    const { drafts } = found(amounts(50, 2));
    expect(drafts.map(({ orders }) => orders)).toEqual([[]]);
    expect(bunched.line(drafts[0]?.evidence ?? [], false).en).toBe(
      '100 amounts without a product, each one equal to 2 of them on average, itself included',
    );
    expect(found(amounts(50, 2).toReversed()).drafts).toEqual(drafts);
  });

  it('are fine where all differ, where fen never vary, and where a product is told', () => {
    expect(found(amounts(120, 1)).drafts).toEqual([]);
    expect(found(amounts(50, 2).map((fen) => fen - (fen % 100))).drafts).toEqual([]);
    expect(found(amounts(50, 2), { product: 4 })).toEqual({ drafts: [], few: { orders: 0, fen: 0 } });
  });

  it('are not evaluated below 100 that are no price, with the yuan left', () => {
    const few = amounts(33, 3);
    const fen = few.reduce((sum, one) => sum + one, 0);
    expect(found(few)).toEqual({ drafts: [], few: { orders: 99, fen } });
    const priced = shopProfile({}, { 5000: 0.005 });
    expect(found(amounts(50, 2), { profile: priced }).drafts).toEqual([]);
    expect(found(amounts(50, 2), { profile: shopProfile({}, { 5000: 0.0049 }) }).drafts).toHaveLength(1);
    expect(found(amounts(50, 2), { profile: UNKNOWN_SHOP }).few?.orders).toBe(100);
  });

  it('find nothing more where the odds are set higher', () => {
    const counts = [2, 10, 100, 500].map(
      (odds) => found([...amounts(54, 1), ...amounts(54, 1).slice(0, 50)], { odds }).drafts.length,
    );
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
  });
});

describe('first digits', () => {
  const benford = Array.from({ length: 9 }, (_, i) => Math.round(100_000 * Math.log10(1 + 1 / (i + 1))));
  const profile = (counts: readonly number[] | null) => {
    const known = shopProfile();
    return { ...known, amounts: { ...known.amounts, digits: counts } };
  };
  const found = (counts: readonly number[] | null, changed = {}) =>
    reported(digits, {}, changed, profile(counts));

  it('are off unless somebody switches them on', () => {
    expect(DEFAULT_SETUPS(firstDigits, 0).enabled).toBe(false);
    expect(DEFAULT_SETUPS(busyMinutes, 0).enabled).toBe(true);
  });

  it('by the law are fine, all alike are not, and unknown ones say nothing', () => {
    expect(found(benford)).toEqual([]);
    expect(found(Array.from({ length: 9 }, () => 200))).toHaveLength(1);
    expect(found(null)).toEqual([]);
    expect(reported(digits, { shops: [] }, {}, profile([900, 0, 0, 0, 0, 0, 0, 0, 0]))).toEqual([]);
  });

  it('are as far off as the limit allows', () => {
    // From the sixth digit to the first, twice a share of 0.0675 over nine digits: 0.015.
    const off = (moved: number) =>
      benford.map((count, i) => count + (i === 0 ? moved : i === 1 ? -moved : 0));
    expect(found(off(6740))).toEqual([]);
    expect(found(off(6760))).toHaveLength(1);
    expect(found(off(6760), { distance: 0.016 })).toEqual([]);
  });

  it('of fewer than 1,000 orders come with a warning', () => {
    const line = (each: number) => {
      const [draft] = found(Array.from({ length: 9 }, () => each));
      return digits.line(draft?.evidence ?? [], false).en;
    };
    expect(line(111)).toContain('fewer than 1,000 orders say little');
    expect(line(112)).not.toContain('fewer than');
  });
});
