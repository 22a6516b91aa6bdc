// TV6: the orders of one group follow each other at nearly the same distance. Weak, and only told of a group.

import type { Cluster } from '../linkage/clusters.js';
import { figure, reportRule } from './rule.js';
import { percent, timeSpan } from './words.js';

const DAY_SECONDS = 86_400;

/** Fires on the sixth time of ordering by default, and below the limit of the spread. */
export const evenSpacing = reportRule({
  id: 'even-spacing',
  aliases: ['TV6'],
  title: { zh: '关联组下单间隔几乎一样', en: 'a group ordering at even distances' },
  looks: {
    zh: '同一关联组里，一次次下单的间隔几乎一样长；拼团算一次，直播单不算。',
    en: 'Within one group, orders at nearly the same distance from each other; a group-buy counts once, orders of live streams not at all.',
  },
  why: {
    zh: '人下单有快有慢，间隔一样长多半是程序或按表操作；单独看说明不了什么。',
    en: 'People order now fast, now slowly; even distances are rather those of a script or a list. It says nothing alone.',
  },
  innocent: {
    zh: ['约好定时一起买', '每周固定补货', '单数不多，碰巧'],
    en: ['bought together at fixed times', 'a weekly refill', 'few orders, and chance'],
  },
  unless: {
    zh: '下单不到 {orders}，或间隔相差到了 {spread}',
    en: 'there were fewer than {orders}, or the distances differed by {spread}',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    orders: {
      value: 6,
      unit: 'orders',
      least: 4,
      most: 1000,
      text: { zh: '从几次下单起（含）', en: 'so many times of ordering, or more' },
    },
    spread: {
      value: 0.1,
      unit: 'ratio',
      least: 0.001,
      most: 1,
      text: {
        zh: '间隔的标准差不到平均间隔的',
        en: 'the standard deviation of the distances is below this share of their mean',
      },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'order-time'],
  check: ({ clusters }, { orders: least, spread: most }) =>
    clusters.flatMap((cluster, index) => {
      const times = timesOf(cluster);
      if (!cluster.alarming || times.length < least) return [];
      const gaps = times.slice(1).map((time, i) => time - times[i]!);
      const mean = gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length;
      const variance = gaps.reduce((sum, gap) => sum + (gap - mean) ** 2, 0) / gaps.length;
      const spread = Math.sqrt(variance) / mean;
      if (spread >= most) return [];
      return {
        orders: cluster.orders,
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'orders', count: times.length },
          { kind: 'count', name: 'minutes', count: Math.max(1, Math.round(mean / 60)) },
          { kind: 'ratio', name: 'spread', ratio: spread },
          { kind: 'param', name: 'limit', param: 'spread', value: most },
        ] as const,
      };
    }),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const gap = timeSpan(figure(evidence, 'minutes') * 60);
    const spread = percent(figure(evidence, 'spread'));
    return {
      zh: `这一组 ${orders} 次下单，每隔约 ${gap.zh}一次，相差 ${spread}`,
      en: `the group ordered ${orders} times, every ${gap.en} or so, give or take ${spread}`,
    };
  },
});

/** When its members ordered, ascending and each time once; a day without a clock time is none. */
function timesOf({ members }: Cluster): number[] {
  const seen = new Set<number>();
  const times = new Set<number>();
  for (const { orderedAt, groupBuy = -1, live } of members) {
    if (live === true || Number.isNaN(orderedAt) || orderedAt % DAY_SECONDS === 0) continue;
    if (groupBuy >= 0 && seen.has(groupBuy)) continue;
    seen.add(groupBuy);
    times.add(orderedAt);
  }
  return [...times].sort((a, b) => a - b);
}
