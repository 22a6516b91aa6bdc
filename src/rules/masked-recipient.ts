// CL6: several accounts whose masked recipients look alike, where so few people do that by accident.

import { clusterLine, draftsToldBy, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { reportRule } from './rule.js';

export const maskedRecipient = reportRule({
  id: 'masked-recipient',
  aliases: ['CL6'],
  title: { zh: '多个账号收货人打码后相同', en: 'several accounts, recipients alike when masked' },
  looks: {
    zh: '几个买家账号的收货人，姓名、手机后四位、区县都对得上；只在预计不到 1 对是巧合时才用。',
    en: 'Orders of several accounts whose recipients agree in the visible name, the last four digits and the district; used only where fewer than one pair is expected to agree by accident.',
  },
  why: {
    zh: '不同账号的货很可能送给同一个人。',
    en: 'The goods of several accounts probably go to one person.',
  },
  innocent: {
    zh: ['一个人有几个账号', '家人用各自的账号寄给同一个人', '碰巧同姓、同尾号、同区县'],
    en: [
      'one person with several accounts',
      'a family whose accounts send to one of them',
      'an accident: one surname, four digits, one district',
    ],
  },
  unless: { zh: '打码后相同的账号不到 {buyers}', en: 'fewer than {buyers} agreed in what is visible' },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'moderate',
  params: { buyers: linkedFrom({ zh: '打码信息相同从几个账号起', en: 'so many accounts alike' }) },
  steps: ['review'],
  needs: ['recipients', 'accounts'],
  check: ({ clusters }, { buyers }) => draftsToldBy('masked', clusters, buyers),
  line: (evidence) =>
    clusterLine(evidence, { zh: '同一收货人（打码）', en: 'recipient as far as is visible' }),
});
