// OD10: the bill has the money, the export's payment column does not know it yet.
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/portfolio/judgement.js';
import { paidButOpen } from '../../src/rules/paid-but-open.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { auditedOrder, checked, pastDue, type Told } from '../support/audited-order.js';

const rule = paidButOpen as OrderRule;
const settled: Told = { open: 0, receivable: 90, saidUnpaid: true, ...pastDue(10) };
const by = (evidence: Judgement['money']['evidence']): Told => {
  const { money } = auditedOrder(settled).judged;
  return { ...settled, judged: { money: { ...money, evidence } } };
};

describe('paid but still open in the export', () => {
  it.each<[string, Told, string | undefined]>([
    ['settled by the bill, said unpaid', settled, 'none'],
    ['said paid, or nothing said', { ...settled, saidUnpaid: false }, undefined],
    ['nothing has come in', { ...settled, open: 90 }, undefined],
    ['part of it has come in', { ...settled, open: 40, judged: { collection: 'part-settled' } }, undefined],
    ['refunded', { ...settled, judged: { collection: 'refunded' } }, undefined],
    ['the income lies before the bills', by('refund-implies-collection'), undefined],
    ['settled by its payment time', by('payment-time'), undefined],
  ])('%s', (_, told, nextStep) => {
    expect(checked(rule, told)?.nextStep).toBe(nextStep);
  });

  it('says what came in and that nobody is to be reminded', () => {
    const evidence = checked(rule, settled)?.evidence ?? [];
    const said = {
      zh: '货款明细里已到账 90.00 元，付款状态没更新，不要提醒',
      en: '90.00 yuan has come in by the bill, the payment state lags: send no reminder',
    };
    expect(rule.line(evidence, false)).toEqual(said);
    expect(rule.line(evidence, true)).toEqual(said);
  });

  it('asks for a bill and a payment column', () => {
    expect(rule.needs).toEqual(['bills', 'pay-state']);
  });
});
