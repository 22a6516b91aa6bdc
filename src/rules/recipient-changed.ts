// PL7: an order that was sent to somebody or somewhere else than an earlier export says.

import { orderRule } from './rule.js';
import { WORDS } from './words.js';

/** Fires on any part that both exports tell in clear and that differs; rooms that are written alike are one. */
export const recipientChanged = orderRule({
  id: 'recipient-changed',
  aliases: ['PL7'],
  title: { zh: '下单后改了收货信息', en: 'recipient changed after the order' },
  looks: {
    zh: '较早和较晚的导出里收货人、电话或地址不同，并且已经发货的单；打码的和虚拟号不比。',
    en: 'A shipped order whose recipient, phone or address differs between an earlier and a later export; what is masked and virtual numbers are not compared.',
  },
  why: {
    zh: '下单时一个地址，发货前换成另一个，货会送到和下单人不一样的地方；出了问题不好追。',
    en: 'Ordered for one address and changed to another before it left: the goods go where the order did not say, and are hard to trace.',
  },
  innocent: {
    zh: ['买家搬家，或写错了改过来', '替家人、朋友买', '平台自己换了地址的写法'],
    en: [
      'the buyer moved, or put a slip right',
      'bought for family or a friend',
      "the platform's own change of the address",
    ],
  },
  unless: {
    zh: '两份导出里的收货人、电话、地址一样，或者还没发货',
    en: 'both exports told the same recipient, phone and address, or it had not been shipped',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {},
  steps: ['intercept', 'review'],
  needs: ['earlier-export', 'recipients'],
  check({ order, exports, shippedAt, judged: { stage } }) {
    if (exports === null || exports.recipient.length === 0 || Number.isNaN(shippedAt)) return null;
    return {
      orders: [order],
      nextStep: stage === 'in-transit' ? 'intercept' : 'review',
      evidence: exports.recipient.map((word) => ({ kind: 'word', name: 'changed', word }) as const),
    };
  },
  line(evidence) {
    const words = evidence.flatMap((one) => (one.kind === 'word' ? [WORDS[one.word]] : []));
    return {
      zh: `两份导出里的${words.map(({ zh }) => zh).join('、')}不一样，已经发货`,
      en: `shipped, and ${words.map(({ en }) => en).join(' and ')} not the same as in the earlier export`,
    };
  },
});
