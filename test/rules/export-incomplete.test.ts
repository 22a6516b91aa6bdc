// CP1: the share of orders that only the bills know.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportIncomplete } from '../../src/rules/export-incomplete.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { reported } from '../support/run-totals.js';

const rule = exportIncomplete as ReportRule;
const of = (orders: number, matched: number, changed = {}) =>
  reported(rule, { missing: { orders, fen: orders * 5000, matched } }, changed);

describe('order export incomplete', () => {
  it('says nothing without bills, or when nothing is missing', () => {
    expect(reported(rule, { missing: null })).toEqual([]);
    expect(of(0, 0)).toEqual([]);
    expect(of(0, 1000, { share: 0 })).toEqual([]);
  });

  it('fires above 0.5 %, and not at it', () => {
    expect(of(5, 995)).toEqual([]);
    expect(of(6, 994)).toMatchObject([{ orders: [], exposureFen: 30_000, nextStep: 'review' }]);
    expect(of(1, 0)).toHaveLength(1);
  });

  it('fires above the share that is set', () => {
    expect(of(50, 950, { share: 0.05 })).toEqual([]);
    expect(of(51, 949, { share: 0.05 })).toHaveLength(1);
    expect(of(1, 9999, { share: 0 })).toHaveLength(1);
  });

  it('says how many, proven or not', () => {
    for (const unproven of [true, false]) {
      expect(rule.line(of(23, 1894)[0]?.evidence ?? [], unproven)).toEqual({
        zh: '账单里有 23 单（1.2%）不在订单文件里',
        en: '23 orders of the bills (1.2%) not in the order files',
      });
    }
  });

  it('adds nothing when the share is raised', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(50), fc.nat(50), share, share, (missing, matched, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        if (of(missing, matched, { share: high }).length === 0) return;
        expect(of(missing, matched, { share: low })).toHaveLength(1);
      }),
    );
  });
});
