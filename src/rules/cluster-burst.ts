// TV3: several buyers of one group who ordered within an hour. It only adds to the group.

import { SUPPORT_BANDS, supportSeverity } from './cluster-drafts.js';
import { figure, reportRule } from './rule.js';
import { counted, timeSpan } from './words.js';

const MINUTE = 60;

export const clusterBurst = reportRule({
  id: 'cluster-burst',
  aliases: ['TV3'],
  title: { zh: '关联组短时间内集中下单', en: 'a group ordering within an hour' },
  looks: {
    zh: '同一关联组里，几个收货人在一小时内下单；拼团算一个，直播单不算。',
    en: 'Several recipients of one group who ordered within an hour; a group-buy counts as one, orders of live streams not at all.',
  },
  why: {
    zh: '有关联的几个人又在同一小时下单，更像是一起安排的。',
    en: 'People who are linked and order in the same hour look more like one arrangement.',
  },
  innocent: {
    zh: ['一家人一起买', '同事约好凑单', '店铺活动刚开始'],
    en: ['a family that buys together', 'colleagues who share a delivery', 'the first hour of a campaign'],
  },
  unless: { zh: '一小时内下单的不到 {buyers}', en: 'fewer than {buyers} had ordered within an hour' },
  severity: 'medium',
  bands: SUPPORT_BANDS,
  strength: 'moderate',
  params: {
    buyers: {
      value: 3,
      unit: 'buyers',
      least: 2,
      most: 1000,
      text: { zh: '一小时内从几个收货人起', en: 'so many recipients within an hour' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'order-time'],
  check: ({ clusters }, { buyers }) =>
    clusters.flatMap((cluster, index) => {
      const { burst, alarming, orders } = cluster;
      if (burst === null || burst.buyers < buyers || !alarming) return [];
      return {
        orders,
        severity: supportSeverity(cluster),
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'buyers', count: burst.buyers },
          { kind: 'count', name: 'minutes', count: Math.max(1, Math.ceil((burst.to - burst.from) / MINUTE)) },
          { kind: 'time', name: 'ordered-at', seconds: burst.from },
          { kind: 'param', name: 'limit', param: 'buyers', value: buyers },
        ] as const,
      };
    }),
  line(evidence) {
    const buyers = figure(evidence, 'buyers');
    const within = timeSpan(figure(evidence, 'minutes') * MINUTE);
    return {
      zh: `这一组里 ${buyers} 个收货人在 ${within.zh}内下单`,
      en: `${counted(buyers, 'recipient')} of the group ordered within ${within.en}`,
    };
  },
});
