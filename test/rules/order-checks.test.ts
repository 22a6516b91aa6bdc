// LG7, PL12, PL3, SE7 and TV6: both sides of each limit, what is left out, what is told of a group alone, and their words.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/core/dates.js';
import { evenSpacing } from '../../src/rules/even-spacing.js';
import { orderNumberDate } from '../../src/rules/order-number-date.js';
import { receivedWithoutWaybill } from '../../src/rules/received-without-waybill.js';
import type { GatherRule, OrderRule, ReportRule } from '../../src/rules/rule.js';
import { figure } from '../../src/rules/rule.js';
import { shippedUnderReview } from '../../src/rules/shipped-under-review.js';
import { signedNotConfirmed } from '../../src/rules/signed-not-confirmed.js';
import { checked, daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf, tooFewOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';
import { cluster, link, reported, runTotals } from '../support/run-totals.js';

describe('received without a waybill', () => {
  const rule = receivedWithoutWaybill as GatherRule;
  const got = (waybillTold: boolean, told: Told = {}): Told => ({
    shipped: daysAgo(9),
    received: daysAgo(5),
    product: 3,
    waybillTold,
    ...told,
  });
  const many = (sent: number, bare: number): Told[] => [
    ...Array.from({ length: sent }, () => got(true)),
    ...Array.from({ length: bare }, () => got(false)),
  ];

  it.each<[string, readonly Told[], string[]]>([
    ['one of five', many(4, 1), ['4']],
    ['half of six', many(3, 3), ['3', '4', '5']],
    ['three of five: virtual, or fetched', many(2, 3), []],
    ['not received', [...many(4, 0), got(false, { received: '' })], []],
    ['wholly given back', [...many(5, 0), got(false, { refunded: 100 })], []],
    ['another product', [...many(5, 0), got(false, { product: 4 })], []],
    ['no product', [...many(5, 0), got(false, { product: -1 })], []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(gathered(rule, told))).toEqual(groups);
  });

  it('leaves unexamined what has too few of its like', () => {
    expect(gathered(rule, many(3, 1))).toEqual([]);
    expect(tooFewOf(rule, [...many(3, 0), got(false, { open: 70 })])).toEqual({ orders: 1, fen: 7000 });
    expect(tooFewOf(rule, many(4, 1))).toEqual({ orders: 0, fen: 0 });
  });

  it('says how much, and how many of its like have one', () => {
    expect(rule.line(gathered(rule, many(4, 1))[0]!.evidence, false)).toEqual({
      zh: '100.00 元，没有快递单号就已收货；同商品的 80.0% 有单号',
      en: '100.00 yuan, received without a waybill; 80.0% of the same product have one',
    });
  });

  it('finds nothing more when a larger share is asked for', () => {
    const share = fc.double({ min: 0.01, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), share, share, (list, a, b) => {
        const found = (limit: number) =>
          gathered(
            rule,
            list.map((sent) => got(sent)),
            { share: limit },
          ).flatMap(({ orders }) => [...orders]);
        expect(found(Math.min(a, b))).toEqual(expect.arrayContaining(found(Math.max(a, b))));
      }),
    );
  });
});

describe('shipped under review', () => {
  const rule = shippedUnderReview as GatherRule;
  const blank: Told = { open: 80, shipped: daysAgo(3) };
  const named: Told = { ...blank, phone: 4, place: 5, namesake: 6 };
  const steps = (told: readonly Told[], isBlank = true) =>
    gathered(rule, told, {}, { blankIsReview: () => isBlank }).map(({ nextStep }) => nextStep);

  it.each<[string, Told, string[]]>([
    ['on its way', { open: 80, shipped: daysAgo(3) }, ['intercept']],
    ['received', { open: 80, ...{ shipped: daysAgo(9), received: daysAgo(4) } }, ['review']],
    ['not shipped', { open: 80, shipped: '' }, []],
    ['settled', { shipped: daysAgo(3) }, []],
  ])('%s', (_, told, expected) => {
    expect(steps([{ ...told, underReview: true }], false)).toEqual(expected);
    expect(steps([told], false)).toEqual([]);
  });

  it('takes a blank recipient for a review where the platform leaves it blank', () => {
    const others = Array.from({ length: 4 }, () => named);
    expect(steps([blank, ...others])).toEqual(['intercept']);
    expect(steps([blank, ...others], false)).toEqual([]);
    expect(steps([{ ...blank, masked: true }, ...others])).toEqual([]);
    expect(steps([{ ...blank, district: 2 }, ...others])).toEqual([]);
    expect(steps([{ ...blank, underReview: true }, ...others])).toEqual(['intercept']);
    // More than a fifth of the file: its columns are not filled.
    expect(steps([blank, ...others.slice(1)])).toEqual([]);
  });

  it('says when it left and how much', () => {
    const [draft] = gathered(rule, [{ ...blank, underReview: true }]);
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '平台还在审核，07-17 已发货，80.00 元',
      en: 'under review by the platform, shipped 07-17, 80.00 yuan',
    });
    // A blank recipient is no proof of a review.
    const told = [blank, named, named, named, named];
    const [unsure] = gathered(rule, told, {}, { blankIsReview: () => true });
    expect(rule.line(unsure?.evidence ?? [], false)).toEqual({
      zh: '没有收货信息，可能还在审核，07-17 已发货，80.00 元',
      en: 'no recipient shown, perhaps under review, shipped 07-17, 80.00 yuan',
    });
  });
});

describe('signed for, not confirmed', () => {
  const rule = signedNotConfirmed as GatherRule;
  const signed = (days: number, told: Told = {}): Told => ({
    open: 50,
    shipped: daysAgo(13),
    signed: daysAgo(days),
    ...told,
  });
  const found = (told: readonly Told[], alarming = true, changed = {}) =>
    gathered(rule, told, changed, {}, runTotals({ clusters: [cluster([link('phone', 3)], { alarming })] }));

  it.each<[string, Told, string[]]>([
    ['8 days ago', signed(8), ['0']],
    ['7 days ago', signed(7), []],
    ['stage receipt-late', signed(8, { shipped: daysAgo(20) }), ['0']],
    ['received', signed(8, { received: daysAgo(2) }), []],
    ['came back', signed(8, { returned: true }), []],
    ['not signed', signed(8, { signed: '' }), []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(found([told]))).toEqual(groups);
  });

  it('is told of a group that alarms alone', () => {
    const told = [signed(8), signed(9), signed(2), signed(30)];
    const [draft] = found(told);
    expect(draft).toMatchObject({ orders: [0, 1], cluster: 0 });
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '这一组 2 单物流写着签收，最长过了 9 天还没确认收货，100.00 元',
      en: '2 orders of the group signed for up to 9 days ago and not confirmed, 100.00 yuan',
    });
    expect(found(told, false)).toEqual([]);
    expect(gathered(rule, told)).toEqual([]);
  });

  it('finds nothing more when more days are asked for', () => {
    const days = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(fc.array(days, { maxLength: 3 }), days, days, (list, a, b) => {
        const of = (limit: number) =>
          found(
            list.map((day) => signed(day)),
            true,
            { days: limit },
          ).flatMap(({ orders }) => [...orders]);
        expect(of(Math.min(a, b))).toEqual(expect.arrayContaining(of(Math.max(a, b))));
      }),
    );
  });
});

describe('the date in the number', () => {
  const rule = orderNumberDate as OrderRule;
  const at = (days: number, told: Told = {}): Told => ({
    ordered: '2026-07-10 23:59:59',
    numbered: daysAgo(10 - days),
    ...told,
  });

  it.each([
    [0, false],
    [-2, false],
    [2, false],
    [-3, true],
    [3, true],
  ])('%i days from the order', (days, isFound) => {
    expect(checked(rule, at(days)) !== null).toBe(isFound);
  });

  it('says nothing of a number without a date, or an order without a time', () => {
    expect(checked(rule, at(9, { numbered: '' }))).toBeNull();
    expect(checked(rule, at(9, { ordered: '' }))).toBeNull();
  });

  it('says both days, and finds nothing more when more days are asked for', () => {
    expect(rule.line(checked(rule, at(-4))!.evidence, false)).toEqual({
      zh: '单号是 07-06 的，表里 07-10 下单，差 4 天',
      en: 'numbered 07-06, ordered 07-10 by the file, 4 days apart',
    });
    const limit = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 10 }), limit, limit, (days, a, b) => {
        const is = (most: number) => checked(rule, at(days), { days: most }) !== null;
        expect(is(Math.min(a, b)) || !is(Math.max(a, b))).toBe(true);
      }),
    );
  });
});

describe('even distances', () => {
  const rule = evenSpacing as ReportRule;
  const start = parseTime('2026-07-10 08:00:00');
  const found = (gaps: readonly number[], told = {}, changed = {}) => {
    const { members } = cluster([link('phone', gaps.length + 1)]);
    let time = start;
    const placed = members.map((one, i) => {
      if (i > 0) time += gaps[i - 1]!;
      return { ...one, orderedAt: time, ...told };
    });
    return reported(rule, { clusters: [cluster([link('phone', 3)], { members: placed })] }, changed);
  };

  it.each<[string, readonly number[], number]>([
    ['six, each the same', [600, 600, 600, 600, 600], 1],
    ['five are too few', [600, 600, 600, 600], 0],
    ['below a tenth', [600, 600, 600, 600, 756], 1],
    ['above a tenth', [600, 600, 600, 600, 777], 0],
    ['of one second, once', [600, 600, 600, 600, 0], 0],
  ])('%s', (_, gaps, count) => {
    expect(found(gaps)).toHaveLength(count);
  });

  it('counts a group-buy once, live streams and days without an hour not at all', () => {
    const even = [600, 600, 600, 600, 600];
    expect(found(even, { groupBuy: 4 })).toEqual([]);
    expect(found(even, { live: true })).toEqual([]);
    expect(found([86_400, 86_400, 86_400, 86_400, 86_400], {})).toHaveLength(1);
    expect(found(even, { orderedAt: start - (start % 86_400) })).toEqual([]);
  });

  it('says how often, and finds nothing more when more orders or less difference is asked for', () => {
    expect(rule.line(found([600, 600, 600, 600, 600])[0]!.evidence, false)).toEqual({
      zh: '这一组 6 次下单，每隔约 10 分钟一次，相差 0.0%',
      en: 'the group ordered 6 times, every 10 minutes or so, give or take 0.0%',
    });
    const gap = fc.integer({ min: 500, max: 700 });
    const least = fc.integer({ min: 4, max: 9 });
    const spread = fc.double({ min: 0.001, max: 0.5, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(gap, { minLength: 2, maxLength: 9 }),
        least,
        least,
        spread,
        spread,
        (gaps, a, b, c, d) => {
          const wide = found(gaps, {}, { orders: Math.min(a, b), spread: Math.max(c, d) });
          const narrow = found(gaps, {}, { orders: Math.max(a, b), spread: Math.min(c, d) });
          expect(wide.length).toBeGreaterThanOrEqual(narrow.length);
          for (const { evidence } of narrow) expect(figure(evidence, 'orders')).toBe(gaps.length + 1);
        },
      ),
    );
  });
});
