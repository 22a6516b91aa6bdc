// OD3: beyond the 30-day line, to the 90-day line.

import { gatherBand, lateEvidence, lateLine, MONTH, QUARTER } from './past-due-bands.js';
import { gatherRule } from './rule.js';

export const pastDueMonth = gatherRule({
  id: 'past-due-month',
  aliases: ['OD3'],
  title: { zh: '过了预计扣款日 30 天以上', en: 'over 30 days past the expected debit' },
  looks: {
    zh: '过了 30 天线、90 天线之内还没到账的单。',
    en: 'Orders beyond the 30-day line and up to the 90-day line whose money has not come in.',
  },
  why: {
    zh: '过了预计扣款日一个月，自己到账的越来越少；带上证据找平台。',
    en: 'A month behind the expected debit little comes in by itself; go to the platform with the evidence.',
  },
  innocent: {
    zh: ['售后在别处处理，状态还没更新', '钱到了另一个账户或后来的货款明细里'],
    en: [
      'an after-sale is handled elsewhere and the state lags',
      'the money stands in another wallet or a later bill',
    ],
  },
  unless: { zh: '过了预计扣款日不超过 {month}', en: 'it were at most {month} past the expected debit' },
  severity: 'medium',
  bands: {
    zh: '没到账为中，{high}起为高；待核实的每个区间合成一件，为低',
    en: 'medium, high from {high}; the unproven are one finding per bucket, low',
  },
  strength: 'strong',
  params: {
    month: MONTH,
    quarter: QUARTER,
    high: {
      value: 100_000,
      unit: 'fen',
      least: 1,
      most: 100_000_000,
      text: { zh: '从多少元起（含）为高', en: 'high from so much on, included' },
    },
  },
  steps: ['platform', 'review'],
  needs: [],
  stated: true,
  gather({ month, quarter, high }) {
    return gatherBand(month + 1, quarter, (order) => ({
      orders: [order.order],
      severity: order.judged.outstanding >= high ? 'high' : 'medium',
      nextStep: 'platform',
      evidence: lateEvidence(order),
    }));
  },
  line: lateLine,
});
