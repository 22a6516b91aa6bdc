// CL1: a group of orders held together by one phone that several recipients use.

import { clusterLine, draftsToldBy, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { reportRule } from './rule.js';

export const sharedPhone = reportRule({
  id: 'shared-phone',
  aliases: ['CL1'],
  title: { zh: '多个收货人同一电话', en: 'one phone, several recipients' },
  looks: {
    zh: '几个收货人用同一个完整电话，连成一组的订单；像一家人的不算（比如都是一个姓）。',
    en: 'Orders of several recipients that hang together by one full phone; what looks like one family, of one surname say, is left out.',
  },
  why: {
    zh: '几个收货人用同一个电话：如果货款收不到，往往几单一起收不到，要放在一起看。',
    en: 'Several recipients use one phone: if the money does not come, it tends to be missing for all of them at once.',
  },
  innocent: {
    zh: ['家人、同事用一个电话代收', '给几个朋友送礼，留自己的电话', '单位或学校统一采购'],
    en: [
      'family or colleagues take parcels in under one phone',
      'gifts to several friends under the own phone',
      'an office or a school buys for its people',
    ],
  },
  unless: { zh: '用这个电话的不到 {buyers}', en: 'fewer than {buyers} used the phone' },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'strong',
  params: { buyers: linkedFrom({ zh: '同一电话从几个收货人起', en: 'so many recipients on one phone' }) },
  steps: ['review'],
  needs: ['recipients'],
  check: ({ clusters }, { buyers }) => draftsToldBy('phone', clusters, buyers),
  line: (evidence) => clusterLine(evidence, { zh: '同一电话', en: 'phone' }),
});
