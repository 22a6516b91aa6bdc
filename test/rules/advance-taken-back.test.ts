// PL11: an advance that was taken back, and what is missing since.
import { describe, expect, it } from 'vitest';
import { advanceTakenBack } from '../../src/rules/advance-taken-back.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked, type Told } from '../support/audited-order.js';

const rule = advanceTakenBack as OrderRule;
const order = (takenBackFen: number, open: number, more: Told = {}): Told => ({
  open,
  money: { takenBack: takenBackFen },
  ...more,
});

describe('an advance taken back', () => {
  it('is told from the first fen on, while something is outstanding', () => {
    expect(checked(rule, order(1, 0.01))?.evidence).toEqual([
      { kind: 'amount', name: 'taken-back', fen: 1 },
      { kind: 'amount', name: 'outstanding', fen: 1 },
    ]);
    expect(checked(rule, order(0, 90))).toBeNull();
    expect(checked(rule, order(9000, 0))).toBeNull();
  });

  it('goes to the platform where it is proven and nothing is open, else somebody looks first', () => {
    const step = (more: Told) => checked(rule, order(9000, 90, more))?.nextStep;
    expect(step({ proven: true })).toBe('platform');
    expect(step({ proven: false })).toBe('review');
    expect(step({ frozen: true })).toBe('review');
  });

  it('calls nothing missing that is not proven', () => {
    const evidence = checked(rule, order(9000, 60))?.evidence ?? [];
    expect(rule.line(evidence, false)).toEqual({
      zh: '垫付的 90.00 元被扣回，还差 60.00 元',
      en: '90.00 yuan advanced and taken back, 60.00 yuan missing',
    });
    expect(rule.line(evidence, true)).toEqual({
      zh: '垫付的 90.00 元被扣回，60.00 元到账待核实',
      en: '90.00 yuan advanced and taken back, 60.00 yuan unproven',
    });
  });
});
