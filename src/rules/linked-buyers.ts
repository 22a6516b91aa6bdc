// CL11: a group of orders that several keys hold together, none of which is shared by enough buyers to speak alone.

import type { Both } from '../core/language.js';
import type { KeyKind } from '../core/link-kinds.js';
import type { Cluster } from '../linkage/clusters.js';
import { clusterDrafts, linkedFrom, SCORE_BANDS, tellingLink } from './cluster-drafts.js';
import { figure, reportRule } from './rule.js';
import { counted } from './words.js';

export const linkedBuyers = reportRule({
  id: 'linked-buyers',
  aliases: ['CL11'],
  title: { zh: '几个收货人连成一串', en: 'a chain of recipients' },
  looks: {
    zh: '一两个人同一电话、一两个人同一房号、几个人同一单号，这样一环扣一环连起来的订单；一个电话、一个房号这类就连上三人的，由那几条去报。',
    en: 'Orders whose recipients hang together link by link: two by a phone, two by a room, some by a waybill; what one phone, one room and the like hold together is told by those rules.',
  },
  why: {
    zh: '单看每个电话、每个地址都只有两个人，连起来才看得出是一批：如果货款收不到，往往几单一起收不到。',
    en: 'Each phone and each room has two recipients only, and together they are many: if the money does not come, it tends to be missing for all of them at once.',
  },
  innocent: {
    zh: [
      '两家亲戚互相代收',
      '搬家、换号码之后又下单',
      '合租的室友，和其中一人的家人',
      '几家的货合在一个包裹里发',
    ],
    en: [
      'relatives who take in parcels for each other',
      'somebody who moved or changed the number and ordered again',
      'people who share a flat, and the family of one of them',
      'orders of several homes sent in one parcel',
    ],
  },
  unless: { zh: '连在一起的不到 {buyers}', en: 'fewer than {buyers} were linked' },
  severity: 'medium',
  bands: SCORE_BANDS,
  strength: 'strong',
  params: { buyers: linkedFrom({ zh: '一串从几个收货人起', en: 'so many recipients in the chain' }) },
  steps: ['review'],
  needs: ['recipients'],
  check: ({ clusters }, { buyers }) =>
    clusterDrafts(clusters, buyers, (cluster) => {
      if (cluster.buyers < buyers || !cluster.alarming) return undefined;
      return tellingLink(cluster, buyers) === undefined && isSure(cluster) ? cluster.links[0] : undefined;
    }),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const buyers = figure(evidence, 'buyers');
    const nouns = evidence.flatMap((one) => (one.kind === 'link' ? [NOUNS[one.key]] : []));
    return {
      zh: `${orders} 单 ${buyers} 个收货人，由${nouns.map(({ zh }) => zh).join('、')}一环一环连上`,
      en: `${counted(orders, 'order')}, ${counted(buyers, 'recipient')}, linked in a chain by ${nouns.map(({ en }) => en).join(' and ')}`,
    };
  },
});

const NOUNS: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '电话', en: 'phones' },
  room: { zh: '地址', en: 'addresses' },
  pickup: { zh: '代收点', en: 'pickup points' },
  waybill: { zh: '单号', en: 'waybills' },
  payer: { zh: '付款电话', en: "payers' phones" },
  masked: { zh: '打码信息', en: 'masked recipients' },
  note: { zh: '留言或备注', en: 'notes' },
  jigged: { zh: '相近的地址', en: 'addresses alike' },
  lockstep: { zh: '同时下单', en: 'orders in lockstep' },
};

/** The catalogue asks for two kinds of keys, or for one that is strong. */
function isSure({ links }: Cluster): boolean {
  return (
    new Set(links.map(({ kind }) => kind)).size >= 2 || links.some(({ strength }) => strength === 'strong')
  );
}
