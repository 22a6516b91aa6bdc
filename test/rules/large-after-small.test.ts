// TV7: the factor, the number of settled orders before it and the days at both of their sides, and the shop's own size.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largeAfterSmall } from '../../src/rules/large-after-small.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { figure } from '../../src/rules/rule.js';
import { daysAgo, type Told } from '../support/audited-order.js';
import { groupsOf, tooFewOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';
import { shopProfile } from '../support/shop-profile.js';

const rule = largeAfterSmall as GatherRule;
/** A settled order of person 1, so many days ago. */
const paid = (days: number, yuan = 80, told: Told = {}): Told => ({
  open: 0,
  receivable: yuan,
  person: 1,
  ordered: daysAgo(days),
  shipped: daysAgo(days - 1),
  received: daysAgo(days - 3),
  ...told,
});
const large = (days = 2, yuan = 400, told: Told = {}): Told => ({
  open: yuan,
  person: 1,
  ordered: daysAgo(days),
  shipped: daysAgo(days - 1),
  ...told,
});

describe('small orders paid, then a large one open', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['five times the median', [paid(40), paid(20), large()], ['2']],
    ['a fen below', [paid(40), paid(20), large(2, 399.99)], []],
    ['five times, but below what is large in the shop', [paid(40, 50), paid(20, 50), large(2, 399.99)], []],
    ['one settled order is too few', [paid(20), large()], []],
    ['the first of them 90 days before', [paid(92), paid(20), large()], ['2']],
    ['a day earlier', [paid(93), paid(20), large()], []],
    ['the small ones came afterwards', [large(30), paid(20), paid(10)], []],
    ['at the same moment', [paid(2), paid(2), large()], []],
    ['the median of three', [paid(40, 20), paid(30, 80), paid(20, 300), large()], ['3']],
    ['the mean of the middle two', [paid(40, 60), paid(20, 100), large()], ['2']],
    ['of another person', [paid(40), paid(20, 80, { person: 2 }), large()], []],
    [
      'nobody is known',
      [paid(40, 80, { person: -1 }), paid(20, 80, { person: -1 }), large(2, 400, { person: -1 })],
      [],
    ],
    ['the small ones are open', [large(40, 80), large(20, 80), large()], []],
    ['the small ones were given back', [paid(40, 80, { refunded: 80 }), paid(20), large()], []],
    ['the large one is settled', [paid(40), paid(20), paid(2, 400)], []],
    ['two large ones are one finding', [paid(40), paid(20), large(), large(1, 500)], ['2 3']],
    ['without a time', [paid(40), paid(20), large(2, 400, { ordered: '' })], []],
  ])('%s', (_, told, groups) => {
    expect(groupsOf(gathered(rule, told))).toEqual(groups);
  });

  it('takes the limits that are set', () => {
    const told = [paid(40), paid(20), large()];
    expect(gathered(rule, told, { factor: 5.01 })).toEqual([]);
    expect(gathered(rule, told, { orders: 3 })).toEqual([]);
    expect(gathered(rule, told, { days: 38 })).toHaveLength(1);
    expect(gathered(rule, told, { days: 37 })).toEqual([]);
    expect(gathered(rule, [paid(20), large()], { orders: 1 })).toHaveLength(1);
  });

  it('goes by the factor alone where the shop is too small to tell', () => {
    const unknown = {
      profile: () => shopProfile({ amounts: { ...shopProfile().amounts, p95Fen: Number.NaN } }),
    };
    expect(gathered(rule, [paid(40, 2), paid(20, 2), large(2, 10)], {}, unknown)).toHaveLength(1);
    expect(gathered(rule, [paid(40, 2), paid(20, 2), large(2, 9.99)], {}, unknown)).toEqual([]);
  });

  it('leaves all that is open unexamined where nothing is known to be settled', () => {
    expect(tooFewOf(rule, [large(40, 80), large(20, 80), large()])).toEqual({ orders: 3, fen: 56_000 });
    expect(tooFewOf(rule, [paid(40), large()])).toEqual({ orders: 0, fen: 0 });
  });

  it('says what was paid before, what is usual, and how much is open', () => {
    const [draft] = gathered(rule, [paid(40), paid(20), large(2, 500)]);
    expect(draft?.nextStep).toBe('intercept');
    expect(figure(draft?.evidence ?? [], 'settled-median')).toBe(8000);
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '之前付清 2 单、一般 80.00 元，后面这单 500.00 元',
      en: '2 orders paid before, usually 80.00 yuan; then this one, 500.00 yuan',
    });
  });

  it('finds no further order when a larger factor, more settled orders or fewer days are asked for', () => {
    const order = fc.record({
      days: fc.integer({ min: 2, max: 120 }),
      yuan: fc.constantFrom(40, 80, 100, 400, 900),
      isPaid: fc.boolean(),
      person: fc.integer({ min: 0, max: 1 }),
    });
    const values = fc.record({
      factor: fc.constantFrom(1.5, 3, 5, 9),
      orders: fc.integer({ min: 1, max: 4 }),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 12 }), values, values, (list, a, b) => {
        const told = list.map(({ days, yuan, isPaid, person }, index) =>
          isPaid ? paid(days, yuan, { person, order: index }) : large(days, yuan, { person, order: index }),
        );
        const found = (factor: number, orders: number) =>
          gathered(rule, told, { factor, orders }).flatMap((draft) => [...draft.orders]);
        const wide = found(Math.min(a.factor, b.factor), Math.min(a.orders, b.orders));
        expect(wide).toEqual(
          expect.arrayContaining(found(Math.max(a.factor, b.factor), Math.max(a.orders, b.orders))),
        );
      }),
    );
  });
});
