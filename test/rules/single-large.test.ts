// LU1: hit and near miss of every threshold, and what it says.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRule } from '../../src/rules/rule.js';
import { singleLarge } from '../../src/rules/single-large.js';
import { checked, daysAgo, pastDue } from '../support/audited-order.js';

const rule = singleLarge as OrderRule;

describe('large order', () => {
  it.each([
    ['in transit from 1,000.00 on', { open: 1000, shipped: daysAgo(3) }, 'medium', 'intercept'],
    ['not at 999.99', { open: 999.99, shipped: daysAgo(3) }, undefined, undefined],
    ['not before it is shipped', { open: 5000, shipped: '' }, undefined, undefined],
    [
      'not before it is shipped, in an after-sale',
      { open: 5000, shipped: '', frozen: true },
      undefined,
      undefined,
    ],
    ['shipped and in an after-sale', { open: 1000, shipped: daysAgo(3), frozen: true }, 'medium', 'review'],
    ['3 days past due', { open: 1000, ...pastDue(3) }, 'medium', 'wait'],
    ['4 days past due', { open: 1000, ...pastDue(4) }, 'high', 'remind'],
    ['6 days past due', { open: 1000, ...pastDue(6) }, 'high', 'remind'],
    ['7 days past due', { open: 1000, ...pastDue(7) }, 'high', 'platform'],
    ['4 days past due at 4,999.99', { open: 4999.99, ...pastDue(4) }, 'high', 'remind'],
    ['4 days past due from 5,000.00 on', { open: 5000, ...pastDue(4) }, 'critical', 'remind'],
    ['with dates that cannot be', { open: 5000, ...pastDue(9), invalid: true }, 'medium', 'review'],
    [
      'all but what the platform owes has come in',
      { open: 1200, ...pastDue(9), platform: 1200 },
      'medium',
      'platform',
    ],
    ['the buyer owes less than is large', { open: 1200, ...pastDue(9), platform: 300 }, 'medium', 'platform'],
    ['past due and unproven', { open: 5000, ...pastDue(40), proven: false }, 'medium', 'review'],
    ['settled', { open: 0, receivable: 9000, ...pastDue(4) }, undefined, undefined],
  ])('%s', (_, told, severity, nextStep) => {
    const draft = checked(rule, told);
    expect(draft?.severity).toBe(severity);
    expect(draft?.nextStep).toBe(nextStep);
  });

  it('fires at the limit that is set, and not a fen below it', () => {
    expect(checked(rule, { open: 500, shipped: daysAgo(3) }, { min: 50_000 })).not.toBeNull();
    expect(checked(rule, { open: 499.99, shipped: daysAgo(3) }, { min: 50_000 })).toBeNull();
  });

  it('never calls overdue what is unproven', () => {
    const draft = checked(rule, { open: 2000, ...pastDue(31), proven: false });
    const { zh, en } = rule.line(draft?.evidence ?? [], true);
    expect(zh).toBe('大额，预计扣款日过了 31 天，到账待核实');
    expect(en).not.toMatch(/past due|overdue|unpaid|owed/);
    expect(rule.line(draft?.evidence ?? [], false).zh).toBe('大额，逾期 31 天');
  });

  it('finds nothing more, and nothing graver, when a limit is raised', () => {
    const fen = fc.integer({ min: 1, max: 700_000 });
    const days = fc.integer({ min: 1, max: 12 });
    const rank = (severity: string | undefined) => ['medium', 'high', 'critical'].indexOf(severity ?? '');
    const names = ['min', 'critical', 'lateFrom'] as const;
    fc.assert(
      fc.property(fen, days, fc.tuple(fen, fen, days), fc.tuple(fen, fen, days), (open, late, one, other) => {
        const told = { open: open / 100, ...pastDue(late) };
        const of = (pick: (a: number, b: number) => number) =>
          Object.fromEntries(names.map((name, n) => [name, pick(one[n]!, other[n]!)]));
        const low = of(Math.min);
        const severe = checked(rule, told, low);
        expect(rank(checked(rule, told, of(Math.max))?.severity)).toBeLessThanOrEqual(rank(severe?.severity));
        expect(severe !== null).toBe(open >= low.min!);
      }),
    );
  });

  it('takes the day that is set as late, and the limit of what is critical then', () => {
    expect(checked(rule, { open: 1000, ...pastDue(2) }, { lateFrom: 2 })?.severity).toBe('high');
    expect(checked(rule, { open: 1000, ...pastDue(2) }, { lateFrom: 3 })?.severity).toBe('medium');
    expect(checked(rule, { open: 2000, ...pastDue(4) }, { critical: 200_000 })?.severity).toBe('critical');
    expect(checked(rule, { open: 1999.99, ...pastDue(4) }, { critical: 200_000 })?.severity).toBe('high');
  });
});
