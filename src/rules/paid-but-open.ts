// OD10: the bill holds the order's money while the export's own column still says that it is not paid.

import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

export const paidButOpen = orderRule({
  id: 'paid-but-open',
  aliases: ['OD10'],
  title: { zh: '已到账，付款状态没更新', en: 'paid, state not updated' },
  looks: {
    zh: '账单里已经到账、导出的付款状态还写着没付的单。',
    en: 'An order whose money stands in the bill while the payment column of the export says that it is not paid.',
  },
  why: {
    zh: '钱已经到了，导出还没更新；照导出去提醒，会提醒到付过款的买家。',
    en: 'The money has come in and the export lags; whoever reminds by the export reminds a buyer who has paid.',
  },
  innocent: {
    zh: ['导出比扣款早了几小时', '平台的付款状态更新得慢'],
    en: ['the export was made hours before the debit', 'the platform updates the payment state late'],
  },
  unless: { zh: '导出里的付款状态是已付', en: 'the export said that it is paid' },
  severity: 'medium',
  bands: {
    zh: '货款已经到了，没有未收，所以按提示显示',
    en: 'shown as info: the money has come in, nothing is outstanding',
  },
  strength: 'moderate',
  params: {},
  steps: ['none'],
  needs: ['bills', 'pay-state'],
  check({ order, judged, saidUnpaid }) {
    const { collection, money } = judged;
    if (!saidUnpaid || collection !== 'settled' || money.evidence !== 'bill') return null;
    return {
      orders: [order],
      nextStep: 'none',
      evidence: [{ kind: 'amount', name: 'collected', fen: money.collected }],
    };
  },
  line(evidence) {
    const fen = yuan(figure(evidence, 'collected'));
    return {
      zh: `货款明细里已到账 ${fen} 元，付款状态没更新，不要提醒`,
      en: `${fen} yuan has come in by the bill, the payment state lags: send no reminder`,
    };
  },
});
