// CV1: nothing, info or high, by the share that no bill proves.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proofMissing } from '../../src/rules/proof-missing.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { reported } from '../support/run-totals.js';

const rule = proofMissing as ReportRule;

/** Fen received, and of them unproven. */
const of = (received: number, unproven: number, changed = {}) =>
  reported(
    rule,
    { received: { orders: 50, fen: received }, receivedUnproven: { orders: 9, fen: unproven } },
    changed,
  );

describe('collection unproven', () => {
  it.each([
    ['nothing is received', 0, 0, undefined],
    ['all of it is proven', 100_000, 0, undefined],
    ['one fen is not', 100_000, 1, 'info'],
    ['20 % are not', 100_000, 20_000, 'info'],
    ['a fen more than 20 % is not', 100_000, 20_001, 'high'],
    ['nothing is proven', 100_000, 100_000, 'high'],
  ])('when %s', (_, received, unproven, severity) => {
    expect(of(received, unproven)[0]?.severity).toBe(severity);
  });

  it('takes the share that is set', () => {
    expect(of(100_000, 50_000, { share: 0.5 })[0]?.severity).toBe('info');
    expect(of(100_000, 50_001, { share: 0.5 })[0]?.severity).toBe('high');
  });

  it('is about the files, with the unproven yuan, and names their share', () => {
    const [draft] = of(400_000, 123_450);
    expect(draft).toMatchObject({ orders: [], exposureFen: 123_450, nextStep: 'review' });
    for (const unproven of [true, false]) {
      const { zh, en } = rule.line(draft?.evidence ?? [], unproven);
      expect(zh).toBe('已收货的 30.9% 到账待核实');
      expect(en).toBe('30.9% of what is received unproven');
    }
  });

  it('makes no more of it when the share is raised', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.nat(1000), share, share, (unproven, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a];
        if (of(1000, unproven, { share: high })[0]?.severity !== 'high') return;
        expect(of(1000, unproven, { share: low })[0]?.severity).toBe('high');
      }),
    );
  });
});
