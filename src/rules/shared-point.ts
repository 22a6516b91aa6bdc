// CL5 and the hubs: a phone or an address that so many share that it does not link, with what stands on it.

import type { Both } from '../core/language.js';
import type { KeyKind } from '../linkage/clusters.js';
import { ALERT_SCORE } from './cluster-drafts.js';
import { reportRule } from './rule.js';
import { counted } from './words.js';

const POINTS: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '公用号码', en: 'shared phone' },
  room: { zh: '公用地址', en: 'shared address' },
  pickup: { zh: '代收点', en: 'pickup point' },
};

export const sharedPoint = reportRule({
  id: 'shared-point',
  aliases: ['CL5', 'HUB'],
  title: { zh: '公用地址或号码', en: 'shared address or phone' },
  looks: {
    zh: '太多人共用、因此不拿来关联的电话、地址和代收点，以及上面的未收货款。',
    en: 'Phones, addresses and pickup points that too many share to link by, with what is open on them.',
  },
  why: {
    zh: '太多人共用，不能说明他们有关系，所以没有用来关联；金额集中在这里，仍要看一眼。',
    en: 'Too many people share it for it to say that they belong together, so it links nobody; what stands on it is shown all the same.',
  },
  innocent: {
    zh: ['驿站、快递柜、集运仓本来就是大家用的', '学校、工厂、写字楼的统一收货处', '平台的虚拟号码'],
    en: [
      'a pickup point, parcel locker or forwarder is there for everybody',
      'the mail room of a school, a factory or an office building',
      'virtual numbers of the platform',
    ],
  },
  severity: 'low',
  bands: {
    zh: '这里的订单没到账，且关联分到 40 为高，否则为低',
    en: 'high where its orders are open and would score 40 or more, else low',
  },
  strength: 'moderate',
  params: {},
  steps: ['review'],
  needs: ['recipients'],
  check: ({ hubs }) =>
    hubs.map(({ kind, key, buyers, orders, openFen, score }) => ({
      orders,
      severity: score >= ALERT_SCORE && openFen > 0 ? 'high' : 'low',
      nextStep: 'review',
      evidence: [
        {
          kind: 'link',
          name: kind === 'phone' ? 'phone' : 'address',
          key: kind,
          ordinal: key + 1,
          orders: orders.length,
          buyers,
        },
        { kind: 'amount', name: 'total', fen: openFen },
        { kind: 'count', name: 'score', count: score },
      ],
    })),
  line(evidence) {
    const link = evidence.find((one) => one.kind === 'link');
    const { key, buyers, orders } = link ?? { key: 'pickup' as const, buyers: 0, orders: 0 };
    return {
      zh: `${POINTS[key].zh} ${buyers} 人 ${orders} 单，没有用来关联`,
      en: `${POINTS[key].en}: ${buyers} people, ${counted(orders, 'order')}, not used to link`,
    };
  },
});
