// LU1: one order whose outstanding is large, from its shipping on.

import type { Evidence } from '../core/finding.js';
import { LARGE_FROM } from './large.js';
import { buyersOutstanding, figure, orderRule, stepByStage } from './rule.js';
import { daysLate, yuan } from './words.js';

export const singleLarge = orderRule({
  id: 'single-large',
  aliases: ['LU1'],
  title: { zh: '单笔大额', en: 'large order' },
  looks: {
    zh: '发了货的单，未收货款一单就到大额起点。',
    en: 'A shipped order whose outstanding alone reaches the limit.',
  },
  why: {
    zh: '一单的金额就大，没到账时差得也多，先看它。',
    en: 'One order alone is a lot of money; look at it first.',
  },
  innocent: {
    zh: ['大件、贵重商品本来就贵', '还没到扣款日，或扣款正在重试'],
    en: ['the goods are simply expensive', 'the debit is not due yet, or is being tried again'],
  },
  unless: { zh: '未收不到 {min}', en: 'outstanding were under {min}' },
  severity: 'medium',
  bands: {
    zh: '在途、已收货或待核实为中；逾期 {lateFrom}起且没到账为高；其中 {critical}起为紧急',
    en: 'medium in transit, received or unproven; high from {lateFrom} past due and uncollected; critical from {critical} then',
  },
  strength: 'strong',
  params: {
    min: LARGE_FROM,
    critical: {
      value: 500_000,
      unit: 'fen',
      least: 1,
      most: 100_000_000,
      text: { zh: '逾期后从多少元起算紧急', en: 'critical from so much on, once past due' },
    },
    lateFrom: {
      value: 4,
      unit: 'days',
      least: 1,
      most: 365,
      text: { zh: '从逾期第几天起算没到账', en: 'past due from this day on' },
    },
  },
  steps: ['intercept', 'platform', 'remind', 'review', 'wait'],
  needs: [],
  check(order, { min, critical, lateFrom }) {
    const { outstanding, stage, shipped } = order.judged;
    // An after-sale may be open before anything has left.
    if (outstanding < min || !shipped) return null;
    const owed = buyersOutstanding(order);
    const late = order.daysPastDue >= lateFrom && order.proven && owed >= min;
    const severity = late ? (owed >= critical ? 'critical' : 'high') : 'medium';
    const isInvalid = order.judged.aged?.bucket === 'invalid';
    // Where the platform owes it, nobody is reminded and nothing waits.
    const step =
      owed < min && stage === 'overdue' ? 'platform' : stepByStage(stage, order.proven, order.daysPastDue);
    return {
      orders: [order.order],
      severity,
      nextStep: isInvalid ? 'review' : step,
      evidence: [
        { kind: 'amount', name: 'outstanding', fen: outstanding },
        { kind: 'param', name: 'limit', param: 'min', value: min },
        { kind: 'days', name: 'days-past-due', days: order.daysPastDue },
        { kind: 'time', name: 'shipped-at', seconds: order.shippedAt },
        ...platformEvidence(outstanding - owed),
      ],
    };
  },
  line(evidence, unproven) {
    const late = daysLate(figure(evidence, 'days-past-due'), figure(evidence, 'shipped-at'), unproven);
    const part = figure(evidence, 'platform-part');
    if (!(part > 0)) return { zh: `大额，${late.zh}`, en: `large, ${late.en}` };
    return {
      zh: `大额，其中平台承担的 ${yuan(part)} 元没到账，${late.zh}`,
      en: `large, the platform's ${yuan(part)} yuan missing, ${late.en}`,
    };
  },
});

/** The platform's share of what is missing, where it has one. */
function platformEvidence(fen: number): readonly Evidence[] {
  return fen > 0 ? [{ kind: 'amount', name: 'platform-part', fen }] : [];
}
