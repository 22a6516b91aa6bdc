// RF3: two refunds of shipped orders without a return, of 30 yuan each.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundsWithoutReturn as rule } from '../../src/rules/refunds-without-return.js';
import { afterSale } from '../support/after-sale-rows.js';
import { daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

type Row = Parameters<typeof afterSale>[0];
const kept = (yuan: number, more: Told = {}, row: Row = {}): Told => ({
  person: 1,
  refunded: yuan,
  afterSales: [afterSale({ yuan, ...row })],
  ...more,
});
const found = (told: readonly Told[], changed = {}) => groupsOf(gathered(rule, told, changed));

describe('refunds without a return', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['one', [kept(80)], []],
    ['two', [kept(80), kept(80)], ['0 1']],
    ['of 30.00 each', [kept(30), kept(30)], ['0 1']],
    ['one of 29.99', [kept(29.99), kept(30)], []],
    ['two people', [kept(80), kept(80, { person: 2 })], []],
    ['nobody is known', [kept(80, { person: -1 }), kept(80, { person: -1 })], []],
    ['one by a return waybill', [kept(80), kept(80, {}, { returnWaybill: 'SF1' })], []],
    ['one called a return', [kept(80), kept(80, {}, { type: 'return' })], []],
    ['one that the courier brings back', [kept(80), kept(80, {}, { returning: true })], []],
    ['one that the logistics say came back', [kept(80), kept(80, { returned: true })], []],
    ['one not shipped', [kept(80), kept(80, { shipped: '' })], []],
    [
      'one without a shipping time, received',
      [kept(80), kept(80, { shipped: '', received: daysAgo(3) })],
      ['0 1'],
    ],
    [
      'one without a shipping time, its goods out',
      [kept(80), kept(80, { shipped: '', goodsOut: 80 })],
      ['0 1'],
    ],
    ['one withdrawn', [kept(80), kept(80, {}, { state: 'closed' })], []],
    ['one still open', [kept(80), kept(80, {}, { state: 'open' })], []],
    [
      'two rows of one order, 15 yuan each, count together',
      [kept(80), { ...kept(30), afterSales: [afterSale({ yuan: 15 }), afterSale({ yuan: 15 })] }],
      ['0 1'],
    ],
    [
      'two rows of one order are one order',
      [{ ...kept(80), afterSales: [afterSale({ yuan: 40 }), afterSale({ yuan: 40 })] }],
      [],
    ],
    [
      'a row without an amount: the order says it',
      [kept(80), { ...kept(30), afterSales: [afterSale()] }],
      ['0 1'],
    ],
    ['a row without an amount, 29.99', [kept(80), { ...kept(29.99), afterSales: [afterSale()] }], []],
  ])('%s', (_, told, groups) => {
    expect(found(told)).toEqual(groups);
  });

  it('counts from what is set', () => {
    expect(found([kept(80), kept(80)], { orders: 3 })).toEqual([]);
    expect(found([kept(80), kept(80), kept(80)], { orders: 3 })).toEqual(['0 1 2']);
    expect(found([kept(99.99), kept(100)], { min: 10_000 })).toEqual([]);
    expect(found([kept(100), kept(100)], { min: 10_000 })).toEqual(['0 1']);
  });

  it('needs to know who ordered, and the after-sales', () => {
    expect(rule.needs).toEqual(['after-sales', 'recipients']);
  });

  it('says how many and how much', () => {
    const [draft] = gathered(rule, [kept(80), kept(1200.5)]);
    expect(draft).toMatchObject({ exposureFen: 128_050, apart: true, nextStep: 'review' });
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '同一账号或电话 2 单发货后仅退款，没有退货运单号，共退 1,280.50 元',
      en: '2 shipped orders of one account or phone refunded without a return, 1,280.50 yuan',
    });
  });

  it('finds nobody more when more is asked for, in whatever order it sees them', () => {
    const one = fc.record({ person: fc.nat(2), yuan: fc.nat(80) });
    const limits = fc.record({
      orders: fc.integer({ min: 2, max: 4 }),
      min: fc.integer({ min: 1, max: 8000 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 10 }), limits, limits, (many, a, b) => {
        const told = many.map(({ person, yuan }, order) => kept(yuan, { person, order }));
        const people = (changed: typeof a) =>
          gathered(rule, told, changed)
            .map(({ orders }) => many[orders[0]!]?.person)
            .sort();
        const higher = { orders: Math.max(a.orders, b.orders), min: Math.max(a.min, b.min) };
        expect(people(a)).toEqual(expect.arrayContaining(people(higher)));
        expect(found(told.toReversed(), a)).toEqual(found(told, a));
      }),
    );
  });
});
