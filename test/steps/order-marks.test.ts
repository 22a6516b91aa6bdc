// Which findings name an order, most severe first, and which of them says what to do.
import { describe, expect, it } from 'vitest';
import type { Finding, NextStep, Severity } from '../../src/core/finding.js';
import { OrderMarks, stepsAsked } from '../../src/steps/order-marks.js';

const finding = (
  rule: string,
  orders: number[],
  severity: Severity,
  nextStep: NextStep = 'review',
): Finding => ({
  rule,
  orders,
  severity,
  nextStep,
  strength: 'strong',
  evidence: [],
  exposureFen: 0,
  stage: null,
  unproven: false,
});
const rank = (rule: string) => ['a', 'b', 'c'].indexOf(rule);

describe('marks', () => {
  const findings = [
    finding('b', [0, 1], 'low', 'platform'),
    finding('a', [1], 'low', 'remind'),
    finding('c', [1, 2], 'high', 'review'),
    finding('a', [3], 'info', 'hold'),
    finding('b', [4], 'info', 'review'),
  ];
  const marks = new OrderMarks(findings, rank, 6);
  const rules = (order: number) => marks.of(order).findings.map((i) => findings[i]?.rule);
  const step = (order: number) => stepsAsked(marks.of(order).findings.map((i) => findings[i]!))[0];

  it('hold the findings of an order, most severe first, then by rule', () => {
    expect([0, 1, 2, 5].map(rules)).toEqual([['b'], ['c', 'a', 'b'], ['c'], []]);
  });

  it('are shared by orders of the same findings', () => {
    const many = new OrderMarks([finding('a', [0, 1, 2], 'low')], rank, 3);
    expect(many.of(0)).toEqual({ findings: [0], mark: many.of(2).mark, isShared: true });
  });

  it('lead with the most urgent step; information asks for nothing but to hold a parcel', () => {
    expect([0, 1, 2, 3, 4, 5].map(step)).toEqual([
      'platform',
      'platform',
      'review',
      'hold',
      undefined,
      undefined,
    ]);
  });
});
