// What stands beside a finding: by its orders, by its group, and whether nearly all of it is open.
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import { ruleNamed } from '../../src/rules/index.js';
import { FindingTypologies } from '../../src/steps/finding-typologies.js';
import { OrderMarks } from '../../src/steps/order-marks.js';

const finding = (rule: string, orders: readonly number[], more: Partial<Finding> = {}): Finding => ({
  ...{ rule, orders, severity: 'medium', strength: ruleNamed(rule)!.strength },
  ...{ exposureFen: 100, stage: 'overdue', unproven: false, evidence: [], nextStep: 'review' },
  ...more,
});

/** The codes of all findings, those about group 0 among them, where the orders from `paid` on are paid. */
function codes(findings: readonly Finding[], paid = 100): (string | undefined)[] {
  const marks = new OrderMarks(findings, () => 0, 100);
  const found = { findings, marks, isOpen: (order: number) => order < paid };
  const about = new Map([[0, findings.filter(({ cluster }) => cluster === 0)]]);
  const typologies = new FindingTypologies(found, about);
  const reached = findings.map((one) => typologies.of(one)?.typology.code);
  const again = new FindingTypologies(found, about);
  // Whatever was asked for before.
  expect(findings.toReversed().map((one) => again.of(one)?.typology.code)).toEqual(reached.toReversed());
  return reached;
}

describe('the typology of a finding of a run', () => {
  it('adds what names one of its orders, and nothing else', () => {
    expect(codes([finding('large-for-item', [1]), finding('past-due', [1])])).toEqual([
      ...['large-uncollected', 'large-uncollected'],
    ]);
    expect(codes([finding('large-for-item', [1]), finding('past-due', [2])])).toEqual([
      undefined,
      'plain-late',
    ]);
  });

  it('adds what is about the same group', () => {
    const group = (rule: string, orders: readonly number[]) => finding(rule, orders, { cluster: 0 });
    const told = [group('jigged-address', [1, 2]), group('cluster-burst', [3, 4])];
    expect(codes(told)[0]).toBe('shared-uncollected');
    expect(codes([told[0]!, finding('cluster-burst', [3, 4])])[0]).toBe(undefined);
  });

  it('calls uncollected what is proven, of which at least four orders in five are open', () => {
    const phone = finding('shared-phone', [0, 1, 2, 3, 4]);
    expect(codes([phone], 4)).toEqual(['shared-uncollected']);
    expect(codes([phone], 3)).toEqual([undefined]);
    expect(codes([{ ...phone, unproven: true }])).toEqual([undefined]);
    expect(codes([{ ...phone, apart: true }])).toEqual([undefined]);
    // Logistics and the shop's own marks are what they are, paid or not.
    expect(codes([finding('shared-waybill', [0, 1], { unproven: true })], 0)).toEqual(['logistics']);
    expect(codes([finding('own-tag', [0, 1])], 0)).toEqual(['own-or-promoted']);
  });

  it('takes the strength of the finding, not of its rule', () => {
    expect(codes([finding('single-large', [1], { strength: 'weak' })])).toEqual([undefined]);
  });

  it('is nothing for a finding about the files', () => {
    expect(codes([finding('proof-missing', [])])).toEqual([undefined]);
  });
});
