// CL4: a group of orders to rooms that are written like one another: the same numbers, and words that differ by little or by junk.

import { clusterLine, draftsToldBy, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { reportRule } from './rule.js';

export const jiggedAddress = reportRule({
  id: 'jigged-address',
  aliases: ['CL4'],
  title: { zh: '多个收货人地址相近', en: 'addresses alike, several recipients' },
  looks: {
    zh: '几个收货人的地址门牌数字完全一样，只多写、少写或写错了几个字。',
    en: 'Orders of several recipients whose addresses have the same numbers and differ by a few letters, or by what was put in or left out.',
  },
  why: {
    zh: '同一个地方改着写，单看每一单都不一样，合起来像是送到一处。',
    en: 'One place written in changing ways: each order looks different, and all of them may go to one door.',
  },
  innocent: {
    zh: ['手写地址的错别字、漏字', '同一小区同样门牌的两家', '一家人各写各的地址'],
    en: [
      'slips of the pen',
      'two flats with the same numbers in estates with names alike',
      'members of a family who write their address each in their own way',
    ],
  },
  unless: { zh: '地址相近的不到 {buyers}', en: 'fewer than {buyers} had such an address' },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'moderate',
  params: {
    buyers: linkedFrom({ zh: '相近的地址从几个收货人起', en: 'so many recipients at addresses alike' }),
  },
  steps: ['review'],
  needs: ['recipients'],
  check: ({ clusters }, { buyers }) => draftsToldBy('jigged', clusters, buyers),
  line: (evidence) =>
    clusterLine(evidence, { zh: '地址写法不同、像是一处', en: 'place, written differently' }),
});
