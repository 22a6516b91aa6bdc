// LU6: from the limit on, only what is not shipped; with the promised time, past or not given.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/core/dates.js';
import { largeUnshipped } from '../../src/rules/large-unshipped.js';
import { figure, type OrderRule } from '../../src/rules/rule.js';
import { checked, daysAgo } from '../support/audited-order.js';

const rule = largeUnshipped as OrderRule;
const waiting = { shipped: '', promised: '2026-07-21 09:14:00' };

describe('large order not shipped', () => {
  it.each([
    ['from 1,000.00 on', { open: 1000, ...waiting }, true],
    ['not at 999.99', { open: 999.99, ...waiting }, false],
    ['without a promised time', { open: 1000, shipped: '' }, true],
    ['not once it is shipped', { open: 5000, shipped: daysAgo(1) }, false],
    ['not during an after-sale', { open: 5000, ...waiting, frozen: true }, false],
    ['not with nothing open', { open: 0, receivable: 5000, ...waiting }, false],
    ['unproven like any other', { open: 1000, ...waiting, proven: false }, true],
  ])('%s', (_, told, fires) => {
    const draft = checked(rule, told);
    expect(draft !== null).toBe(fires);
    if (fires) expect(draft?.nextStep).toBe('hold');
  });

  it('fires at the limit that is set, and not a fen below it', () => {
    expect(checked(rule, { open: 500, ...waiting }, { min: 50_000 })).not.toBeNull();
    expect(checked(rule, { open: 499.99, ...waiting }, { min: 50_000 })).toBeNull();
  });

  it('is only information, however large', () => {
    expect([rule.severity, rule.strength]).toEqual(['info', 'weak']);
    expect(checked(rule, { open: 90_000, ...waiting })?.severity).toBeUndefined();
  });

  it('carries the promised time as its deadline, or none', () => {
    expect(checked(rule, { open: 2899, ...waiting })?.deadline).toBe(parseTime('2026-07-21 09:14:00'));
    expect(checked(rule, { open: 2899, shipped: '' })?.deadline).toBeNaN();
  });

  it('counts the days past a promise, and none before it', () => {
    const days = (promised: string) =>
      figure(checked(rule, { open: 2899, shipped: '', promised })?.evidence ?? [], 'days-past-promise');
    expect(['2026-07-25', '2026-07-20', '2026-07-18'].map(days)).toEqual([0, 0, 2]);
  });

  it.each([
    ['2026-07-21 09:14:00', '07-21 09:14 前要发货', 'ship before 07-21 09:14'],
    ['2026-07-20 00:00:00', '07-20 00:00 前要发货', 'ship before 07-20 00:00'],
    [
      '2026-07-19 23:59:59',
      '应在 07-19 23:59 前发货，已过 1 天',
      'was to ship before 07-19 23:59, 1 day ago',
    ],
    [
      '2026-07-17 09:14:00',
      '应在 07-17 09:14 前发货，已过 3 天',
      'was to ship before 07-17 09:14, 3 days ago',
    ],
    ['', '表里没有承诺发货时间', 'no promised shipping time in the file'],
  ])('says until when: %s', (promised, zh, en) => {
    const draft = checked(rule, { open: 2899, shipped: '', promised });
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({ zh, en });
    expect(rule.line(draft?.evidence ?? [], true)).toEqual({ zh, en });
  });

  it('finds nothing more when the limit is raised', () => {
    const fen = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(fen, fen, fen, (open, one, other) => {
        const told = { open: open / 100, ...waiting };
        const low = checked(rule, told, { min: Math.min(one, other) });
        const high = checked(rule, told, { min: Math.max(one, other) });
        expect(high === null || low !== null).toBe(true);
        expect(low !== null).toBe(open >= Math.min(one, other));
      }),
    );
  });
});
