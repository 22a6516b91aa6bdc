// The cells that findings fill in the annotated copy.

import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/core/finding.js';
import type { Judgement } from '../../src/portfolio/judgement.js';
import { STEP_NAMES } from '../../src/report/words/findings.js';
import type { Findings } from '../../src/steps/findings.js';
import { MarkCells } from '../../src/steps/mark-cells.js';
import { OrderMarks } from '../../src/steps/order-marks.js';
import { auditedOrder, daysAgo, pastDue, type Told } from '../support/audited-order.js';

const finding = (rule: string, orders: number[], more: Partial<Finding> = {}): Finding => ({
  rule,
  orders,
  severity: 'medium',
  strength: 'strong',
  evidence: [{ kind: 'amount', name: 'list-amount', fen: 123_456_789 }],
  nextStep: 'review',
  exposureFen: 0,
  stage: null,
  unproven: false,
  ...more,
});

function cellsOf(findings: Finding[], told: Told = {}, order = 0) {
  const found = {
    findings,
    marks: new OrderMarks(findings, () => 0, 3),
    clusters: [{ orders: [0, 1] }],
    orderId: String,
  } as unknown as Findings;
  const cells = new MarkCells(found, 'zh');
  const judged = auditedOrder(told).judged as Judgement;
  const texts = cells.of(order, judged);
  return { ...texts, nextStep: STEP_NAMES[cells.nextStep(texts, judged)].zh };
}

describe('an order with findings', () => {
  it('shows severity, checks, group, the most urgent step and each sentence once', () => {
    const cells = cellsOf(
      [
        finding('goods-out', [0]),
        finding('goods-out', [0]),
        finding('large-unshipped', [0], { severity: 'info', nextStep: 'hold', cluster: 0 }),
      ],
      { open: 2000, shipped: '' },
    );
    expect(cells).toMatchObject({
      severity: '中',
      nextStep: '先核实再发',
      rules: 'goods-out;large-unshipped',
    });
    expect(cells.cluster).toMatch(/^C-[0-9a-f]{10}$/);
    expect(cells.lines.match(/货值/g)).toHaveLength(1);
  });

  it('shows figures without thousands signs', () => {
    expect(cellsOf([finding('goods-out', [0])]).lines).toContain('1234567.89 元');
  });

  it('does not repeat what the sentence about its state says', () => {
    expect(cellsOf([finding('receipt-late', [0])]).lines).toBe('');
  });
});

describe('a finding of several orders', () => {
  it.each<[string, Told, string]>([
    ['holds the one that is not shipped', { open: 10, shipped: '' }, '先核实再发'],
    ['not the one that is on its way', { open: 10, shipped: daysAgo(2) }, '问平台拦截'],
    ['nor the one that is past due', { open: 10, ...pastDue(25) }, '找平台客服'],
    [
      'nor the one that is past due by days in which it is reminded of',
      { open: 10, ...pastDue(5) },
      '平台内提醒',
    ],
    ['nor is anybody reminded of an order of a minor', { open: 10, ...pastDue(5), minor: true }, '人工核对'],
    ['nor the one that is received and not due', { open: 10, ...pastDue(0) }, '观察'],
  ])('%s', (_, told, step) => {
    const several = finding('receipt-late', [0, 1], { nextStep: 'hold' });
    expect(cellsOf([several], told).nextStep).toBe(step);
  });
});

describe('an order of which no finding asks anything', () => {
  it.each<[string, Told, string]>([
    ['settled', { open: 0 }, '不用处理'],
    ['in transit', { open: 10, shipped: daysAgo(2) }, '不用处理'],
    ['received and not due', { open: 10, ...pastDue(0) }, '不用处理'],
    ['in the days of observation', { open: 10, ...pastDue(3) }, '观察'],
    ['later than that', { open: 10, ...pastDue(4) }, '人工核对'],
    ['in an after-sale', { open: 10, ...pastDue(4), frozen: true }, '人工核对'],
  ])('%s', (_, told, step) => {
    expect(cellsOf([], told).nextStep).toBe(step);
    expect(cellsOf([finding('time-order', [0], { severity: 'info' })], told).nextStep).toBe(step);
  });
});
