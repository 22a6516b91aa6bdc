// OD3: from the 30-day to the 90-day line; and that the three bands leave no gap and share no day.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pastDue as first } from '../../src/rules/past-due.js';
import { pastDueMonth as rule } from '../../src/rules/past-due-month.js';
import { pastDueQuarter as last } from '../../src/rules/past-due-quarter.js';
import { pastDue, type Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const late = (days: number, more: Told = {}): Told => ({ open: 80, ...pastDue(days), ...more });
const one = (told: Told, changed = {}) => gathered(rule, [told], changed)[0];

describe('a month past due', () => {
  it.each([
    ['30 days: not yet', late(30), undefined],
    ['31 days', late(31), 'medium'],
    ['999.99 yuan', late(31, { open: 999.99 }), 'medium'],
    ['1,000.00 yuan', late(31, { open: 1000 }), 'high'],
    ['61 days belong to it too', late(61), 'medium'],
    ['90 days', late(90), 'medium'],
    ['91 days: the next rule', late(91), undefined],
    ['an open after-sale stops the clock', late(40, { frozen: true }), undefined],
  ])('%s', (_, told, severity) => {
    expect(one(told)?.severity).toBe(severity);
    expect(one(told)?.nextStep).toBe(severity && 'platform');
  });

  it('begins, ends and grows with the values that are set', () => {
    expect(one(late(40), { month: 40 })).toBeUndefined();
    expect(one(late(41), { month: 40 })).toBeDefined();
    expect(one(late(70), { quarter: 70 })).toBeDefined();
    expect(one(late(71), { quarter: 70 })).toBeUndefined();
    expect(one(late(40, { open: 500 }), { high: 50_000 })?.severity).toBe('high');
    expect(one(late(40, { open: 499.99 }), { high: 50_000 })?.severity).toBe('medium');
  });

  it('makes one low finding per bucket of the unproven, however large', () => {
    const unproven = [90, 31, 60, 61].map((days) => late(days, { open: 2000, proven: false }));
    const drafts = gathered(rule, unproven);
    expect(drafts.map(({ orders, severity }) => [orders, severity])).toEqual([
      [[1, 2], 'low'],
      [[0, 3], 'low'],
    ]);
    expect(drafts.map(({ evidence }) => rule.line(evidence, true).zh)).toEqual([
      '2 单预计扣款日过了 31-60 天，共 4,000.00 元到账待核实',
      '2 单预计扣款日过了 61-90 天，共 4,000.00 元到账待核实',
    ]);
  });

  it('says the days where it is proven', () => {
    const { zh, en } = rule.line(one(late(31))?.evidence ?? [], false);
    expect(zh).toBe('逾期 31 天，收货后没到账');
    expect(en).toBe('31 days past due, nothing has come in since receipt');
  });

  it('gives every order from day 4 on to one of the three rules, proven or not, wherever the lines are', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 500 }),
        fc.boolean(),
        fc.integer({ min: 14, max: 60 }),
        fc.integer({ min: 61, max: 365 }),
        (days, proven, month, quarter) => {
          const told = [late(days, { proven })];
          const drafts = [first, rule, last].flatMap((band) => gathered(band, told, { month, quarter }));
          expect(drafts).toHaveLength(days >= 4 ? 1 : 0);
        },
      ),
    );
  });

  it('makes nothing more high when the limit is higher', () => {
    const fen = fc.integer({ min: 1, max: 300_000 });
    fc.assert(
      fc.property(fen, fen, fen, (open, a, b) => {
        const isHigh = (high: number) => one(late(40, { open: open / 100 }), { high })?.severity === 'high';
        expect(isHigh(Math.max(a, b)) && !isHigh(Math.min(a, b))).toBe(false);
      }),
    );
  });
});
