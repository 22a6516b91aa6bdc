// CV1: of what is received, how much no bill proves to have come in or not.

import { figure, reportRule } from './rule.js';
import { percent } from './words.js';

export const proofMissing = reportRule({
  id: 'proof-missing',
  aliases: ['CV1'],
  title: { zh: '到账没法核实', en: 'collection unproven' },
  looks: {
    zh: '已收货的先用后付里，有多少没有账单能证明到没到账。',
    en: 'How much of the received pay-later orders no bill proves to have come in or not.',
  },
  why: {
    zh: '缺货款明细或结算单，到没到账看不出来，后面的判断都靠它。',
    en: 'Bills are missing: whether the money came in cannot be seen, and everything else rests on that.',
  },
  innocent: {
    zh: ['货款明细还没下载，或没放在一起', '货款明细的日期没有盖住这些订单', '另有一个账户的明细没导出'],
    en: [
      'the bills are not downloaded yet, or were not given',
      'their dates do not cover these orders',
      'they are of another wallet of the shop',
    ],
  },
  unless: {
    zh: '待核实的占比不超过 {share}，等级就只是提示；都有凭据就不列',
    en: 'all received yuan were proven; up to {share} it is information',
  },
  severity: 'info',
  bands: {
    zh: '待核实超过已收货金额的 {share} 为高，否则为提示',
    en: 'high above {share} of what is received, else info',
  },
  strength: 'strong',
  params: {
    share: {
      value: 0.2,
      unit: 'ratio',
      least: 0,
      most: 1,
      text: { zh: '待核实占已收货金额多少以上算高', en: 'high above this share of what is received' },
    },
  },
  steps: ['review'],
  needs: [],
  check({ received, receivedUnproven }, { share }) {
    if (receivedUnproven.fen <= 0) return [];
    // No money received and some of it unproven cannot be: the second is part of the first.
    const ratio = receivedUnproven.fen / received.fen;
    return [
      {
        orders: [],
        severity: ratio > share ? 'high' : 'info',
        nextStep: 'review',
        exposureFen: receivedUnproven.fen,
        evidence: [
          { kind: 'ratio', name: 'share', ratio },
          { kind: 'amount', name: 'unproven', fen: receivedUnproven.fen },
          { kind: 'amount', name: 'received', fen: received.fen },
          { kind: 'count', name: 'orders', count: receivedUnproven.orders },
          { kind: 'param', name: 'limit', param: 'share', value: share },
        ],
      },
    ];
  },
  line(evidence) {
    const share = percent(figure(evidence, 'share'));
    return {
      zh: `已收货的 ${share} 到账待核实`,
      en: `${share} of what is received unproven`,
    };
  },
});
