// PL14: hit and near miss of the amount, the stage and the hours behind the as-of day; what is past is said to be.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from '../../src/core/dates.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { shippingDeadline } from '../../src/rules/shipping-deadline.js';
import { checked, daysAgo, type Told } from '../support/audited-order.js';

const rule = shippingDeadline as OrderRule;
const waiting = { shipped: '', promised: '2026-07-21 09:14:00' };

describe('shipping deadline of a large order', () => {
  it.each<[string, Told, boolean]>([
    ['from 1,000.00 on', { open: 1000, ...waiting }, true],
    ['not at 999.99', { open: 999.99, ...waiting }, false],
    [
      'the last second before 24 hours are full',
      { open: 1000, shipped: '', promised: '2026-07-21 23:59:59' },
      true,
    ],
    ['not 24 hours after the day', { open: 1000, shipped: '', promised: '2026-07-22 00:00:00' }, false],
    ['already past', { open: 1000, shipped: '', promised: '2026-06-30 09:00:00' }, true],
    ['not without a promised time', { open: 1000, shipped: '' }, false],
    ['not once it is shipped', { open: 1000, shipped: daysAgo(1), promised: '2026-07-21 09:14:00' }, false],
    ['not during an after-sale', { open: 1000, ...waiting, frozen: true }, false],
    ['not with nothing open', { open: 0, receivable: 5000, ...waiting }, false],
    ['unproven like any other', { open: 1000, ...waiting, proven: false }, true],
  ])('%s', (_, told, fires) => {
    const draft = checked(rule, told);
    expect(draft !== null).toBe(fires);
    if (!fires) return;
    expect(draft?.nextStep).toBe('hold');
    expect(draft?.deadline).toBe(parseTime(told.promised ?? ''));
  });

  it('is strong and medium, and asks for the promised time', () => {
    expect([rule.strength, rule.severity, rule.needs]).toEqual(['strong', 'medium', ['promised-time']]);
  });

  it('takes the limit and the hours that are set', () => {
    expect(checked(rule, { open: 500, ...waiting }, { min: 50_000 })).not.toBeNull();
    expect(checked(rule, { open: 499.99, ...waiting }, { min: 50_000 })).toBeNull();
    expect(checked(rule, { open: 1000, ...waiting }, { hours: 10 })).not.toBeNull();
    expect(checked(rule, { open: 1000, ...waiting }, { hours: 9 })).toBeNull();
    const tonight = { shipped: '', promised: '2026-07-20 23:59:59' };
    expect(checked(rule, { open: 1000, ...tonight }, { hours: 0 })).not.toBeNull();
  });

  it('says until when, and what is past, whether it is proven or not', () => {
    const near = checked(rule, { open: 2899, ...waiting });
    expect(rule.line(near?.evidence ?? [], true).zh).toBe('07-21 09:14 前要发货');
    expect(rule.line(near?.evidence ?? [], false).en).toBe('ship before 07-21 09:14');
    const past = checked(rule, { open: 2899, shipped: '', promised: '2026-07-18 09:14:00' });
    expect(rule.line(past?.evidence ?? [], false).zh).toBe('应在 07-18 09:14 前发货，已过 2 天');
    expect(rule.line(past?.evidence ?? [], true).en).toBe('was to ship before 07-18 09:14, 2 days ago');
  });

  it('finds nothing more when the limit is raised or the hours are fewer', () => {
    const fen = fc.integer({ min: 90_000, max: 120_000 });
    const hours = fc.integer({ min: 0, max: 72 });
    const seconds = fc.integer({ min: -100_000, max: 300_000 });
    fc.assert(
      fc.property(fen, fen, fen, hours, hours, seconds, (open, one, other, few, many, after) => {
        const promised = formatTime(parseTime('2026-07-21 00:00:00') + after);
        const told = { open: open / 100, shipped: '', promised };
        const wide = { min: Math.min(one, other), hours: Math.max(few, many) };
        const narrow = { min: Math.max(one, other), hours: Math.min(few, many) };
        expect(checked(rule, told, narrow) === null || checked(rule, told, wide) !== null).toBe(true);
        expect(checked(rule, told, wide) !== null).toBe(open >= wide.min && after < wide.hours * 3600);
      }),
    );
  });
});
