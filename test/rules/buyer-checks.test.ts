// LU5, OD5, LG6 and LG8: both sides of each limit, too little to compare with, and what is told of a group alone.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstOrderPastDue } from '../../src/rules/first-order-past-due.js';
import { manyDistricts } from '../../src/rules/many-districts.js';
import { openConcentration } from '../../src/rules/open-concentration.js';
import { reusedWaybill } from '../../src/rules/reused-waybill.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { figure } from '../../src/rules/rule.js';
import { daysAgo, pastDue, type Told } from '../support/audited-order.js';
import { groupsOf, tooFewOf, unprovenOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';
import { cluster, link, runTotals } from '../support/run-totals.js';
import { shopProfile } from '../support/shop-profile.js';

describe('what is open hangs on one buyer', () => {
  const rule = openConcentration as GatherRule;
  /** One order each of so many buyers, all alike, behind those of the test. */
  const with49 = (told: readonly Told[], yuan: number, count = 49): Told[] => [
    ...told,
    ...Array.from({ length: count }, (_, n) => ({ open: yuan, person: 100 + n, shipped: daysAgo(3) })),
  ];
  const one = (yuan: number, told: Told = {}): Told => ({
    open: yuan,
    person: 1,
    shipped: daysAgo(3),
    ...told,
  });

  it.each<[string, readonly Told[], string[]]>([
    ['a tenth', with49([one(2000), one(1000)], 27_000 / 49), ['0 1']],
    ['just less than a tenth', with49([one(2000), one(1000)], 27_010 / 49), []],
    ['3,000.00', with49([one(3000)], 10), ['0']],
    ['a fen less than 3,000.00', with49([one(2999.99)], 10), []],
    ['49 buyers in all', with49([one(3000)], 10, 48), []],
    ['nobody is known', with49([one(3000, { person: -1 })], 10, 50), []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(gathered(rule, told))).toEqual(groups);
  });

  it('leaves all unexamined with fewer than 50 buyers', () => {
    expect(tooFewOf(rule, with49([one(3000)], 10, 48))).toEqual({ orders: 49, fen: 348_000 });
    expect(tooFewOf(rule, with49([one(3000)], 10))).toEqual({ orders: 0, fen: 0 });
  });

  it('tells a group once, with its buyers', () => {
    const told = with49([one(2000), one(2000, { person: 2 })], 10);
    const groups = (openFen: number) =>
      gathered(
        rule,
        told,
        {},
        {},
        runTotals({
          outstandingFen: 449_000,
          clusters: [cluster([link('phone', 2)], { orders: [0, 1], openFen })],
        }),
      );
    expect(groups(400_000)).toMatchObject([{ orders: [0, 1], cluster: 0 }]);
    expect(groups(299_999)).toEqual([]);
    expect(rule.line(groups(400_000)[0]!.evidence, false)).toEqual({
      zh: '这 2 单占全部待收的 89.1%，共 4,000.00 元',
      en: '89.1% of all that is open, in 2 orders, 4,000.00 yuan together',
    });
  });

  it('finds no further buyer when a larger share or more yuan is asked for', () => {
    const yuan = fc.integer({ min: 1, max: 9000 });
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(yuan, { maxLength: 4 }), share, share, yuan, yuan, (list, a, b, c, d) => {
        const told = with49(
          list.map((open, person) => one(open, { person })),
          50,
        );
        const found = (limit: number, least: number) =>
          groupsOf(gathered(rule, told, { share: limit, least: least * 100 }));
        const wide = found(Math.min(a, b), Math.min(c, d));
        expect(wide).toEqual(expect.arrayContaining(found(Math.max(a, b), Math.max(c, d))));
      }),
    );
  });
});

describe('the first order is past due', () => {
  const rule = firstOrderPastDue as GatherRule;
  const late = (days: number, told: Told = {}): Told => ({
    open: 80,
    person: 1,
    first: true,
    ordered: daysAgo(days + 6),
    ...pastDue(days),
    ...told,
  });
  /** So many orders of the shop, so many days before the audit. */
  const earlier = (days: number, count = 30, told: Told = {}): Told[] =>
    Array.from({ length: count }, () => ({ ordered: daysAgo(days), shop: 0, ...told }));
  const found = (told: readonly Told[], changed = {}) => groupsOf(gathered(rule, told, changed));

  it.each<[string, readonly Told[], string[]]>([
    ['8 days past due', [late(8), ...earlier(104)], ['0']],
    ['7 days past due', [late(7), ...earlier(110)], []],
    ['history of 89 days', [late(8), ...earlier(103)], []],
    ['29 orders of that time', [late(8), ...earlier(104, 29)], []],
    ['of another shop', [late(8, { shop: 2 }), ...earlier(104)], []],
    ['not the first', [late(8, { first: false }), ...earlier(104)], []],
    ['settled', [late(8, { open: 0 }), ...earlier(104)], []],
    ['in an after-sale', [late(8, { frozen: true }), ...earlier(104)], []],
  ])('%s', (_, told, groups) => {
    expect(found(told)).toEqual(groups);
  });

  it('leaves unexamined what the files do not reach behind', () => {
    expect(tooFewOf(rule, [late(8), late(3), ...earlier(103)])).toEqual({ orders: 1, fen: 8000 });
    expect(tooFewOf(rule, [late(8), ...earlier(104)])).toEqual({ orders: 0, fen: 0 });
    // What is not proven is left out by the runner.
    expect(rule.needs).toContain('proof');
  });

  it('says how late and how much', () => {
    const [draft] = gathered(rule, [late(8), ...earlier(104)]);
    expect(draft?.nextStep).toBe('platform');
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '第一单先用后付，逾期 8 天，80.00 元',
      en: 'first pay-later order, 8 days past due, 80.00 yuan',
    });
  });

  it('finds nothing more when more days or more history are asked for', () => {
    const limit = fc.integer({ min: 3, max: 120 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40 }), limit, limit, limit, limit, (days, a, b, c, d) => {
        const of = (most: number, history: number) =>
          found([late(days), ...earlier(90)], { days: most, history }).length;
        expect(of(Math.min(a, b), Math.min(c, d))).toBeGreaterThanOrEqual(of(Math.max(a, b), Math.max(c, d)));
      }),
    );
  });
});

describe('an old waybill used again', () => {
  const rule = reusedWaybill as GatherRule;
  const sent = (days: number, waybills: readonly number[] = [5]): Told => ({
    shipped: daysAgo(days),
    waybills,
  });
  const found = (told: readonly Told[], changed = {}) => groupsOf(gathered(rule, told, changed));

  it.each<[string, readonly Told[], string[]]>([
    ['31 days apart', [sent(33), sent(2)], ['0 1']],
    ['30 days apart', [sent(32), sent(2)], []],
    ['one between them', [sent(33), sent(20), sent(2)], ['0 1 2']],
    ['two waybills', [sent(33), sent(2, [6])], []],
    ['not shipped', [sent(33), { shipped: '', waybills: [5] }], []],
    ['both of two waybills, once', [sent(33, [5, 6]), sent(2, [6, 5])], ['0 1']],
  ])('%s', (_, told, groups) => {
    expect(found(told)).toEqual(groups);
  });

  it('says when, and finds nothing more when more days are asked for', () => {
    expect(rule.line(gathered(rule, [sent(33), sent(2)])[0]!.evidence, false)).toEqual({
      zh: '一个单号 2 单，06-17 和 07-18 都发过货，相隔 31 天',
      en: 'one waybill on 2 orders, shipped 06-17 and 07-18, 31 days apart',
    });
    const day = fc.integer({ min: 1, max: 90 });
    fc.assert(
      fc.property(fc.array(day, { maxLength: 6 }), day, day, (list, a, b) => {
        const of = (days: number) =>
          found(
            list.map((one, n) => sent(one, [n % 2])),
            { days },
          );
        expect(of(Math.min(a, b))).toEqual(expect.arrayContaining(of(Math.max(a, b))));
      }),
    );
  });
});

describe('one buyer, many districts', () => {
  const rule = manyDistricts as GatherRule;
  /** An order of 400 yuan, what is large in the shop, to a district. */
  const sent = (district: number, days: number, told: Told = {}): Told => ({
    open: 400,
    person: 1,
    district,
    ordered: daysAgo(days),
    shipped: daysAgo(days - 1),
    ...told,
  });
  const late = (district: number, days: number, past: number, told: Told = {}): Told =>
    sent(district, days, { ...pastDue(past), ...told });
  const three = [late(1, 30, 8), late(2, 20, 4), sent(3, 2)];
  const five = [...three, sent(4, 5), sent(5, 6)];
  const inGroup = (told: readonly Told[], changed = {}, alarming = true) =>
    gathered(rule, told, changed, {}, runTotals({ clusters: [cluster([link('phone', 3)], { alarming })] }));

  it.each<[string, readonly Told[], string[]]>([
    ['five districts', five, ['0 1 2 3 4']],
    ['four districts', five.slice(0, 4), []],
    ['one past due', [sent(1, 30), ...five.slice(1)], []],
    ['three days past due', [late(1, 30, 3), ...five.slice(1)], []],
    ['unproven', [late(1, 30, 8, { proven: false }), ...five.slice(1)], []],
    [
      'a second more than 30 days',
      [late(1, 32, 8, { ordered: daysAgo(32, '09:59:59') }), ...five.slice(1)],
      [],
    ],
    ['exactly 30 days', [late(1, 32, 8), ...five.slice(1)], ['0 1 2 3 4']],
    ['one below what is large', [late(1, 30, 8, { open: 399.99, receivable: 399.99 }), ...five.slice(1)], []],
    ['two persons', [late(1, 30, 8, { person: 2 }), ...five.slice(1)], []],
    ['no district', [late(-1, 30, 8), ...five.slice(1)], []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(gathered(rule, told))).toEqual(groups);
  });

  it('leaves unexamined the orders of somebody of whom nothing proves that they are late', () => {
    const unproven = [late(1, 30, 8, { proven: false }), ...five.slice(1)];
    expect(unprovenOf(rule, unproven)).toEqual({ orders: 5, fen: 200_000 });
    expect(unprovenOf(rule, unproven.slice(0, 4))).toEqual({ orders: 0, fen: 0 });
    expect(unprovenOf(rule, five)).toEqual({ orders: 0, fen: 0 });
  });

  it('tells three or four districts of a group alone, as a weak sign', () => {
    expect(inGroup(three)).toMatchObject([{ orders: [0, 1, 2], cluster: 0, strength: 'weak' }]);
    expect(inGroup(three, {}, false)).toEqual([]);
    expect(inGroup(three.slice(0, 2))).toEqual([]);
    const [draft] = inGroup(five);
    expect(draft).toMatchObject({ cluster: 0 });
    expect(draft?.strength).toBeUndefined();
  });

  it('counts all orders where the shop is too small to tell what is large', () => {
    const unknown = {
      profile: () => shopProfile({ amounts: { ...shopProfile().amounts, p95Fen: Number.NaN } }),
    };
    const small = five.map((one) => ({ ...one, open: 9, receivable: 9 }));
    expect(gathered(rule, small, {}, unknown)).toHaveLength(1);
    expect(gathered(rule, small)).toEqual([]);
  });

  it('says how many, where to, and how many are past due', () => {
    const [draft] = gathered(rule, five);
    expect(figure(draft?.evidence ?? [], 'past-due-orders')).toBe(2);
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '同一账号或电话 28 天内 5 单发往 5 个区县，其中 2 单逾期，待收共 2,000.00 元',
      en: 'one account or phone within 28 days: 5 orders to 5 districts, 2 of them past due, 2,000.00 yuan open',
    });
  });

  it('finds no further person when more districts, more late orders or fewer days are asked for', () => {
    const order = fc.record({
      district: fc.integer({ min: 0, max: 5 }),
      days: fc.integer({ min: 2, max: 60 }),
      isLate: fc.boolean(),
    });
    const limit = fc.integer({ min: 1, max: 6 });
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(
        fc.array(order, { maxLength: 12 }),
        limit,
        limit,
        limit,
        limit,
        days,
        days,
        (list, a, b, c, d, e, f) => {
          const told = list.map((one) =>
            one.isLate ? late(one.district, one.days + 8, 5) : sent(one.district, one.days),
          );
          const found = (many: number, least: number, span: number) =>
            gathered(rule, told, { many, districts: many, late: least, days: span }).length;
          expect(found(Math.min(a, b), Math.min(c, d), Math.max(e, f))).toBeGreaterThanOrEqual(
            found(Math.max(a, b), Math.max(c, d), Math.min(e, f)),
          );
        },
      ),
    );
  });
});
