// OD4: beyond the 90-day line, where accounts ask whether it will ever come in.

import { gatherBand, lateEvidence, lateLine, QUARTER } from './past-due-bands.js';
import { gatherRule } from './rule.js';

export const pastDueQuarter = gatherRule({
  id: 'past-due-quarter',
  aliases: ['OD4'],
  title: { zh: '过了预计扣款日 90 天以上', en: 'over 90 days past the expected debit' },
  looks: {
    zh: '过了 90 天线还没到账的单。',
    en: 'Orders beyond the 90-day line whose money has not come in.',
  },
  why: {
    zh: '一个季度没到账，很少会再到；会计要看是否计提坏账准备。',
    en: 'What has not come in for a quarter seldom does; accounting decides on a provision.',
  },
  innocent: {
    zh: ['钱早已到账，只是这段货款明细没有给全', '线下已经处理，平台状态没更新'],
    en: ['it came in long ago and that bill was not given', 'it was settled elsewhere and the state lags'],
  },
  unless: { zh: '过了预计扣款日不超过 {quarter}', en: 'it were at most {quarter} past the expected debit' },
  severity: 'high',
  bands: {
    zh: '没到账为高；待核实的合成一件，为低',
    en: 'high; the unproven are one finding, low',
  },
  strength: 'strong',
  params: { quarter: QUARTER },
  steps: ['review', 'provision'],
  needs: [],
  stated: true,
  gather({ quarter }) {
    return gatherBand(quarter + 1, Number.POSITIVE_INFINITY, (order) => ({
      orders: [order.order],
      nextStep: 'provision',
      evidence: lateEvidence(order),
    }));
  },
  line: lateLine,
});
