// PL10: refund and compensation against the receivable, to the fen.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { doubleCompensation } from '../../src/rules/double-compensation.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked, type Told } from '../support/audited-order.js';

const rule = doubleCompensation as OrderRule;
const order = (refunded: number, compensation: number, more: Told = {}): Told => ({
  receivable: 100,
  refunded,
  compensation,
  ...more,
});

describe('refund and compensation above the receivable', () => {
  it.each<[string, Told, number | undefined]>([
    ['all refunded, 0.01 beside it', order(100, 0.01), undefined],
    ['all refunded, 0.02 beside it', order(100, 0.02), 2],
    ['together as much as the receivable', order(60, 40), undefined],
    ['together 0.02 above it', order(60, 40.02), 2],
    ['refunded above the receivable without a compensation', order(120, 0), undefined],
    ['a compensation that was taken back', order(120, -5), undefined],
    ['a compensation above the receivable', order(0, 130), 3000],
    ['without a receivable', order(0, 5, { receivable: 0 }), undefined],
  ])('%s', (_, told, fen) => {
    expect(checked(rule, told)?.exposureFen).toBe(fen);
  });

  it('takes its yuan apart from what is outstanding', () => {
    expect(checked(rule, order(100, 20))).toMatchObject({ apart: true, nextStep: 'review', orders: [0] });
    expect(rule.needs).toEqual(['bills']);
  });

  it('says all three sums', () => {
    expect(rule.line(checked(rule, order(100, 20))?.evidence ?? [], false)).toEqual({
      zh: '退款 100.00 元加赔付 20.00 元，比应收多 20.00 元',
      en: 'refund 100.00 yuan and compensation 20.00 yuan, 20.00 yuan above the receivable',
    });
  });

  it('finds nothing more when more is allowed', () => {
    const fen = fc.nat(15_000);
    fc.assert(
      fc.property(fen, fen, fen, fen, (refunded, compensation, a, b) => {
        const fires = (tolerance: number) =>
          checked(rule, order(refunded / 100, compensation / 100), { tolerance }) !== null;
        expect(fires(Math.max(a, b)) && !fires(Math.min(a, b))).toBe(false);
      }),
    );
  });
});
