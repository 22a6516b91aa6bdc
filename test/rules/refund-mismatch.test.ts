// RF5: a refund above what the buyer paid, or of all of it while the bill still leaves money with the shop.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refundMismatch } from '../../src/rules/refund-mismatch.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { afterSale } from '../support/after-sale-rows.js';
import { checked, daysAgo, type Told } from '../support/audited-order.js';

const rule = refundMismatch as OrderRule;
/** The buyer paid 90, the platform 10; the bill says what of it is with the shop, and what is still to be taken off. */
const order = (refund: number, left: number, more: Told = {}, pending = 0): Told => ({
  receivable: 100,
  buyerPart: 90,
  afterSales: [afterSale({ yuan: refund, agreed: daysAgo(5) })],
  money: { evidence: 'bill', collected: Math.round(left * 100), pendingRefund: Math.round(pending * 100) },
  ...more,
});

describe('a refund that does not fit', () => {
  it.each<[string, Told, number | undefined]>([
    ['all of it, nothing left', order(90, 0), undefined],
    ['all of it, 0.01 left', order(90, 0.01), undefined],
    ['all of it, 0.02 left', order(90, 0.02), 2],
    ['all of it, the platform part left', order(90, 10), 1000],
    ['all of it but a fen that was rounded', order(89.99, 10), 1000],
    ['all of it but two fen', order(89.98, 10), undefined],
    ['a part, the rest is collected', order(30, 70), undefined],
    ['above it by 0.01', order(90.01, 0), undefined],
    ['above it by 0.02', order(90.02, 0), 2],
    ['above it, and money left: the larger of both', order(95, 3), 500],
    ['above it, and more left', order(95, 20), 2000],
    [
      'all of it, and no bill says what is left',
      order(90, 10, { money: { evidence: 'none', collected: 1000 } }),
      undefined,
    ],
    [
      'two rows together above it',
      order(50, 0, { afterSales: [afterSale({ yuan: 50 }), afterSale({ yuan: 41 })] }),
      100,
    ],
    [
      'one of two rows withdrawn',
      order(50, 0, { afterSales: [afterSale({ yuan: 50 }), afterSale({ yuan: 50, state: 'closed' })] }),
      undefined,
    ],
    ['a row without an amount', order(0, 100, { afterSales: [afterSale()] }), undefined],
    ['no receivable', order(90, 0, { receivable: 0, buyerPart: 0 }), undefined],
    [
      'the export has taken the refund off already',
      order(95, 0, { buyerPart: 5, judged: { receivableSource: 'before-refund', buyerPart: 500, lines: 1 } }),
      undefined,
    ],
    [
      'of several lines, above one of them',
      order(95, 0, { listAmount: 180, judged: { lines: 2 } }),
      undefined,
    ],
    [
      'of several lines, above all that was bought',
      order(181, 0, { listAmount: 180, judged: { lines: 2 } }),
      100,
    ],
  ])('%s', (_, told, fen) => {
    expect(checked(rule, told)?.exposureFen).toBe(fen);
  });

  it.each<[string, string, string, boolean]>([
    ['whose day the bills cover, and the day behind it', daysAgo(2), daysAgo(3), true],
    ['on the last day of the bills', daysAgo(1), daysAgo(3), false],
    ['of no known day', '', daysAgo(30), false],
  ])('a refund that the bill lacks %s', (_, agreed, applied, fires) => {
    const afterSales = [afterSale({ yuan: 90, agreed, applied })];
    expect(checked(rule, order(90, 0, { afterSales }, 100))?.exposureFen).toBe(fires ? 10_000 : undefined);
  });

  it('takes the tolerance that is set', () => {
    expect(checked(rule, order(95, 0), { tolerance: 500 })).toBeNull();
    expect(checked(rule, order(95.01, 0), { tolerance: 500 })).not.toBeNull();
    expect(checked(rule, order(90, 5), { tolerance: 500 })).toBeNull();
    expect(checked(rule, order(90, 5.01), { tolerance: 500 })).not.toBeNull();
  });

  it('says what does not fit', () => {
    const line = (told: Told) => rule.line(checked(rule, told)?.evidence ?? [], false);
    expect(line(order(95, 3))).toEqual({
      zh: '退款 95.00 元，买家应付 90.00 元，多退 5.00 元，店里还留着到账 3.00 元',
      en: 'refunded 95.00 yuan, buyer part 90.00 yuan, 5.00 yuan too much, 3.00 yuan still with the shop',
    });
    expect(line(order(90, 10)).zh).toBe('退款 90.00 元，买家应付 90.00 元，店里还留着到账 10.00 元');
    expect(checked(rule, order(95, 3))).toMatchObject({ apart: true, nextStep: 'review' });
  });

  it('finds nothing more when a larger difference is allowed', () => {
    const fen = fc.nat(12_000);
    fc.assert(
      fc.property(fen, fen, fc.nat(3000), fc.nat(3000), (refund, left, a, b) => {
        const fires = (tolerance: number) =>
          checked(rule, order(refund / 100, left / 100), { tolerance }) !== null;
        expect(fires(Math.max(a, b)) && !fires(Math.min(a, b))).toBe(false);
      }),
    );
  });
});
