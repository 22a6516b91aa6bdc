// PL10: what the buyer was given back and what the shop compensated come to more than the order was worth.

import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

export const doubleCompensation = orderRule({
  id: 'double-compensation',
  aliases: ['PL10'],
  title: { zh: '退款加赔付超过应收', en: 'refund and compensation above the receivable' },
  looks: {
    zh: '退款和货款明细里的赔付（0040）加起来，比这单的应收还多。',
    en: "An order whose refund and the bill's compensation (0040) together exceed its receivable.",
  },
  why: {
    zh: '一件事可能赔了两次：退了货款，又另外打了款。',
    en: 'One matter may have been paid for twice: by a refund, and by a payment beside it.',
  },
  innocent: {
    zh: ['和买家谈好的补偿', '平台规则的赔付，比如延迟发货', '退货运费由店铺补'],
    en: [
      'agreed with the buyer',
      "a compensation by the platform's rules, for late shipping say",
      "the shop pays for the return's postage",
    ],
  },
  unless: {
    zh: '退款加赔付最多比应收多 {tolerance}',
    en: 'refund and compensation exceeded the receivable by at most {tolerance}',
  },
  severity: 'medium',
  strength: 'strong',
  params: {
    tolerance: {
      value: 1,
      unit: 'fen',
      least: 0,
      most: 1_000_000,
      text: {
        zh: '超过应收多少元以内不算（含）',
        en: 'up to so much above the receivable is nothing, included',
      },
    },
  },
  steps: ['review'],
  needs: ['bills'],
  check({ order, judged: { money, receivable } }, { tolerance }) {
    const { refunded, compensation } = money;
    const excess = refunded + compensation - receivable;
    // Of an order without a receivable a compensation is no second one.
    if (receivable <= 0 || compensation <= 0 || !(excess > tolerance)) return null;
    return {
      orders: [order],
      nextStep: 'review',
      exposureFen: excess,
      apart: true,
      evidence: [
        { kind: 'amount', name: 'refunded', fen: refunded },
        { kind: 'amount', name: 'compensation', fen: compensation },
        { kind: 'amount', name: 'receivable', fen: receivable },
        { kind: 'amount', name: 'excess', fen: excess },
        { kind: 'param', name: 'limit', param: 'tolerance', value: tolerance },
      ],
    };
  },
  line(evidence) {
    const refunded = yuan(figure(evidence, 'refunded'));
    const compensation = yuan(figure(evidence, 'compensation'));
    const excess = yuan(figure(evidence, 'excess'));
    return {
      zh: `退款 ${refunded} 元加赔付 ${compensation} 元，比应收多 ${excess} 元`,
      en: `refund ${refunded} yuan and compensation ${compensation} yuan, ${excess} yuan above the receivable`,
    };
  },
});
