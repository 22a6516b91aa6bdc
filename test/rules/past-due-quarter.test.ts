// OD4: beyond the 90-day line.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastDueQuarter as rule } from '../../src/rules/past-due-quarter.js';
import { pastDue, type Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const late = (days: number, more: Told = {}): Told => ({ open: 80, ...pastDue(days), ...more });
const one = (told: Told, changed = {}) => gathered(rule, [told], changed)[0];

describe('a quarter past due', () => {
  it('begins on the 91st day, for accounting', () => {
    expect(one(late(90))).toBeUndefined();
    expect(one(late(91))?.nextStep).toBe('provision');
    expect(one(late(2000))?.nextStep).toBe('provision');
    expect(rule.severity).toBe('high');
  });

  it('begins behind the line that is set', () => {
    expect(one(late(120), { quarter: 120 })).toBeUndefined();
    expect(one(late(121), { quarter: 120 })).toBeDefined();
  });

  it('makes one low finding of all that is unproven', () => {
    const [draft, ...others] = gathered(rule, [
      late(300, { proven: false }),
      late(91, { open: 5000, proven: false }),
      late(90, { proven: false }),
    ]);
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ orders: [0, 1], severity: 'low', nextStep: 'review' });
    expect(rule.line(draft?.evidence ?? [], true)).toEqual({
      zh: '2 单预计扣款日过了 91-300 天，共 5,080.00 元到账待核实',
      en: '2 orders, expected debit 91-300 days ago, 5,080.00 yuan, collection unproven',
    });
  });

  it('says the days where it is proven', () => {
    expect(rule.line(one(late(91))?.evidence ?? [], false).zh).toBe('逾期 91 天，收货后没到账');
  });

  it('finds nothing more when the line is later', () => {
    const line = fc.integer({ min: 61, max: 365 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 500 }), line, line, (days, a, b) => {
        const found = (quarter: number) => gathered(rule, [late(days)], { quarter }).length;
        expect(found(Math.max(a, b))).toBeLessThanOrEqual(found(Math.min(a, b)));
      }),
    );
  });
});
