// CL11: a group of orders that several keys hold together, none of which is shared by enough buyers to speak alone.

import { clusterDrafts, linkedFrom, SCORE_BANDS } from './cluster-drafts.js';
import { figure, reportRule } from './rule.js';
import { counted } from './words.js';

export const linkedBuyers = reportRule({
  id: 'linked-buyers',
  aliases: ['CL11'],
  title: { zh: '几个收货人连成一串', en: 'a chain of recipients' },
  looks: {
    zh: '一两个人同一电话、一两个人同一房号，这样一环扣一环连起来的订单；一个电话或一个房号就连上三人的，由那两条去报。',
    en: 'Orders whose recipients hang together in a chain, two by a phone, two by a room; what one phone or one room holds together is told by that.',
  },
  why: {
    zh: '单看每个电话、每个地址都只有两个人，连起来才看得出是一批：如果货款收不到，往往几单一起收不到。',
    en: 'Each phone and each room has two recipients only, and together they are many: if the money does not come, it tends to be missing for all of them at once.',
  },
  innocent: {
    zh: ['两家亲戚互相代收', '搬家、换号码之后又下单', '合租的室友，和其中一人的家人'],
    en: [
      'relatives who take in parcels for each other',
      'somebody who moved or changed the number and ordered again',
      'people who share a flat, and the family of one of them',
    ],
  },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'strong',
  params: { buyers: linkedFrom({ zh: '一串从几个收货人起', en: 'so many recipients in the chain' }) },
  steps: ['review'],
  needs: ['recipients'],
  // Phones and rooms are strong keys, so that one link is enough for what the catalogue asks of them.
  check: ({ clusters }, { buyers }) =>
    clusterDrafts(clusters, buyers, (cluster) => {
      const isTold = cluster.links.some((link) => link.buyers >= buyers);
      return !isTold && cluster.alarming && cluster.buyers >= buyers ? cluster.links[0] : undefined;
    }),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const buyers = figure(evidence, 'buyers');
    return {
      zh: `${orders} 单 ${buyers} 个收货人，由电话、地址一环一环连上`,
      en: `${counted(orders, 'order')}, ${counted(buyers, 'recipient')}, linked in a chain by phones and addresses`,
    };
  },
});
