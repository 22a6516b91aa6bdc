// CL2: a group of orders held together by one address, down to the room, that several recipients use.

import { clusterLine, draftsToldBy, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { reportRule } from './rule.js';

export const sharedAddress = reportRule({
  id: 'shared-address',
  aliases: ['CL2'],
  title: { zh: '多个收货人同一地址', en: 'one address, several recipients' },
  looks: {
    zh: '几个收货人用同一个到房号的地址，连成一组的订单；像一家人的不算，已经由电话连上的不重复报。',
    en: 'Orders of several recipients that hang together by one address down to the room; what looks like one family is left out, and what a phone links already is not told twice.',
  },
  why: {
    zh: '几个收货人的货都送到同一个地址（到房号）：如果货款收不到，往往几单一起收不到，要放在一起看。',
    en: 'The goods of several recipients go to one room: if the money does not come, it tends to be missing for all of them at once.',
  },
  innocent: {
    zh: ['一家人或合租的室友', '公司、宿舍、店铺的同事各买各的', '没写明的代收点'],
    en: [
      'a family, or people who share a flat',
      'colleagues of an office, a dormitory or a shop',
      'a pickup point that is not named as one',
    ],
  },
  unless: { zh: '在这个地址收货的不到 {buyers}', en: 'fewer than {buyers} received at the address' },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'strong',
  params: { buyers: linkedFrom({ zh: '同一房号从几个收货人起', en: 'so many recipients on one room' }) },
  steps: ['review'],
  needs: ['recipients'],
  // A group that one phone holds together is told by its phone, once.
  check: ({ clusters }, { buyers }) => draftsToldBy('room', clusters, buyers),
  line: (evidence) => clusterLine(evidence, { zh: '同一地址', en: 'address' }),
});
