// CL8: several buyers who bought the same two items or more, each within the same ten minutes.

import { clusterLine, draftsToldBy, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { reportRule } from './rule.js';

export const lockstepOrders = reportRule({
  id: 'lockstep-orders',
  aliases: ['CL8'],
  title: { zh: '几个买家几乎同时买同样的商品', en: 'the same items at the same time' },
  looks: {
    zh: '至少 4 个买家买了同样的两种或更多商品，每种都在十分钟里下单；拼团的、那阵子店里人人都在买的不算。',
    en: 'At least 4 buyers who ordered the same two items or more, each within the same ten minutes; neither a group-buy nor what everybody bought at that time.',
  },
  why: {
    zh: '这样一致的下单，常常是一个人在操作几个账号。',
    en: 'Orders that agree so closely are often placed by one hand.',
  },
  innocent: {
    zh: ['直播间、秒杀时很多人一起下单', '朋友、同事约好一起买', '拼团'],
    en: ['a live stream or a flash sale', 'friends or colleagues who buy together', 'a group-buy'],
  },
  unless: {
    zh: '同时买的不到 4 人，或不到 {buyers}',
    en: 'fewer than 4 people had bought at the same time, or fewer than {buyers}',
  },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'moderate',
  params: { buyers: linkedFrom({ zh: '一致下单从几个买家起', en: 'so many buyers in lockstep' }) },
  steps: ['review'],
  needs: ['product', 'order-time', 'recipients'],
  check: ({ clusters }, { buyers }) => draftsToldBy('lockstep', clusters, buyers),
  line: (evidence) => clusterLine(evidence, { zh: '几乎同时买了同样的商品', en: 'pattern of orders' }),
});
