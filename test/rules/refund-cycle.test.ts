// RF4: three rounds of ordering and refunding one product, each within a week of the one before.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundCycle as rule } from '../../src/rules/refund-cycle.js';
import { afterSale } from '../support/after-sale-rows.js';
import { daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

/** An order placed and wholly refunded so many days before the audit. */
const turn = (from: number, to: number, more: Told = {}): Told => ({
  person: 1,
  product: 3,
  refunded: 100,
  ordered: daysAgo(from),
  afterSales: [afterSale({ yuan: 100, agreed: daysAgo(to) })],
  ...more,
});
const found = (told: readonly Told[], changed = {}) => groupsOf(gathered(rule, told, changed));

describe('ordered, refunded, ordered again', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['twice: a change of size', [turn(20, 18), turn(15, 13)], []],
    ['three times', [turn(20, 18), turn(15, 13), turn(10, 8)], ['0 1 2']],
    ['each 7 days behind the one before', [turn(20, 18), turn(13, 11), turn(6, 4)], ['0 1 2']],
    ['once 8 days behind it', [turn(21, 18), turn(13, 11), turn(6, 4)], []],
    ['all three side by side', [turn(20, 15), turn(20, 15), turn(20, 15)], []],
    ['one of them ordered before the refund', [turn(20, 18), turn(15, 9), turn(10, 8)], []],
    [
      'two in turn, and one beside them for long',
      [turn(20, 5), turn(19, 18), turn(15, 13), turn(10, 8)],
      ['1 2 3'],
    ],
    ['two people', [turn(20, 18), turn(15, 13, { person: 2 }), turn(10, 8)], []],
    ['two products', [turn(20, 18), turn(15, 13, { product: 4 }), turn(10, 8)], []],
    ['no product', [20, 15, 10].map((day) => turn(day, day - 2, { product: -1 })), []],
    ['nobody is known', [20, 15, 10].map((day) => turn(day, day - 2, { person: -1 })), []],
    ['one refunded in part', [turn(20, 18), turn(15, 13, { refunded: 99.99 }), turn(10, 8)], []],
    [
      'one kept in between',
      [turn(20, 18), turn(17, 16), turn(15, 14, { refunded: 0 }), turn(13, 11)],
      ['0 1 3'],
    ],
    ['two rows on each side of a long break', [turn(40, 39), turn(38, 37), turn(20, 18), turn(15, 13)], []],
    [
      'two rows of three each',
      [turn(60, 59), turn(58, 57), turn(56, 55), turn(20, 18), turn(15, 13), turn(10, 8)],
      ['0 1 2', '3 4 5'],
    ],
    [
      'agreed to at no known time: applied for',
      [20, 15, 10].map((day) =>
        turn(day, 0, { afterSales: [afterSale({ applied: daysAgo(day - 2), agreed: '' })] }),
      ),
      ['0 1 2'],
    ],
    [
      'refunded at no known time',
      [20, 15, 10].map((day) => turn(day, 0, { afterSales: [afterSale({ applied: '', agreed: '' })] })),
      [],
    ],
    ['refunded before it was ordered', [20, 15, 10].map((day) => turn(day, day + 1)), []],
  ])('%s', (_, told, groups) => {
    expect(found(told)).toEqual(groups);
  });

  it('counts from what is set', () => {
    const three = [turn(20, 18), turn(15, 13), turn(10, 8)];
    expect(found(three, { refunds: 4 })).toEqual([]);
    expect(found([...three, turn(5, 3)], { refunds: 4 })).toEqual(['0 1 2 3']);
    expect(found(three, { days: 5 })).toEqual(['0 1 2']);
    expect(found(three, { days: 4 })).toEqual([]);
  });

  it('says how many rounds, in how many days, for how much', () => {
    const [draft] = gathered(rule, [turn(20, 18), turn(15, 13), turn(10, 8)]);
    expect(draft).toMatchObject({ exposureFen: 30_000, apart: true, nextStep: 'review' });
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '同一账号或电话同款 12 天内下单、退款 3 轮，共退 300.00 元',
      en: 'one account or phone ordered one item and was refunded 3 times within 12 days, 300.00 yuan',
    });
    expect(rule.needs).toEqual(['after-sales', 'recipients', 'product', 'order-time']);
  });

  it('names nothing more when more is asked for, and the same in whatever order it sees them', () => {
    const one = fc.record({ from: fc.integer({ min: 1, max: 40 }), long: fc.nat(5) });
    const limits = fc.record({
      refunds: fc.integer({ min: 2, max: 4 }),
      days: fc.integer({ min: 1, max: 10 }),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), limits, limits, (many, a, b) => {
        const told = many.map(({ from, long }, order) => turn(from, Math.max(0, from - long), { order }));
        const named = (changed: typeof a) => gathered(rule, told, changed).flatMap(({ orders }) => orders);
        const higher = { refunds: Math.max(a.refunds, b.refunds), days: Math.min(a.days, b.days) };
        expect(named(a)).toEqual(expect.arrayContaining(named(higher)));
        expect(found(told.toReversed(), a)).toEqual(found(told, a));
      }),
    );
  });
});
