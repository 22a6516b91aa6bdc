// CL10: a rare token, such as a contact id, in the notes of several buyers.

import { clusterLine, draftsToldBy, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { reportRule } from './rule.js';

export const sharedNote = reportRule({
  id: 'shared-note',
  aliases: ['CL10'],
  title: { zh: '多个买家的留言或备注里有同一个联系方式', en: 'one contact in the notes of several buyers' },
  looks: {
    zh: '几个买家的留言或备注里写了同一个少见的字样（微信号、电话、代号）。',
    en: 'Orders of several buyers whose notes hold one rare token: a contact id, a phone, a code.',
  },
  why: {
    zh: '同一个联系人可能在替几个人下单，货款要一起看。',
    en: 'One contact may order for several people; what is open is to be looked at together.',
  },
  innocent: {
    zh: ['同事、邻居互相介绍，留了介绍人的号', '代购、团长替人下单', '店铺活动的口令'],
    en: [
      'colleagues or neighbours who name who sent them',
      'somebody who orders for others',
      'the code of a campaign of the shop',
    ],
  },
  unless: {
    zh: '留言或备注里有这个联系方式的不到 {buyers}',
    en: 'fewer than {buyers} had it in their notes',
  },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'moderate',
  params: { buyers: linkedFrom({ zh: '同一字样从几个买家起', en: 'so many buyers with one token' }) },
  steps: ['review'],
  needs: ['buyer-note'],
  check: ({ clusters }, { buyers }) => draftsToldBy('note', clusters, buyers),
  line: (evidence) => clusterLine(evidence, { zh: '留言或备注里同一字样', en: 'token in the notes' }),
});
