// TV5: a group that orders at night far more than this shop's customers do. Weak, and only told of a group.

import { chanceOfAtLeast } from '../core/binomial.js';
import { hourOfWeek, isNight } from '../core/time-of-day.js';
import { unknownShops } from './cluster-drafts.js';
import { figure, reportRule } from './rule.js';
import { counted, percent } from './words.js';

export const nightGroup = reportRule({
  id: 'night-group',
  aliases: ['TV5'],
  title: { zh: '关联组多在夜里下单', en: 'a group that orders at night' },
  looks: {
    zh: '同一关联组里，0 到 6 点下的单比全店平常多，多到不像碰巧。',
    en: "A group with more orders between 0 and 6 o'clock than the shop usually has, too many for an accident.",
  },
  why: {
    zh: '店里夜里下单的人少；有关联的几个人都在夜里下单，和别的关联放在一起看。',
    en: 'Few people order from this shop at night; that linked ones all do adds to the other links, and says nothing alone.',
  },
  innocent: {
    zh: ['上夜班的同事', '夜里直播、零点开抢', '时差'],
    en: ['colleagues on night shifts', 'a live stream or a sale at midnight', 'another time zone'],
  },
  unless: {
    zh: '这一组不到 {orders}，或夜里下单的比例和全店差不多',
    en: 'the group had fewer than {orders}, or no more at night than the shop',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    orders: {
      value: 4,
      unit: 'orders',
      least: 2,
      most: 1000,
      text: { zh: '一组从几单起看', en: 'groups of so many orders' },
    },
    odds: {
      value: 100,
      unit: 'factor',
      least: 2,
      most: 1_000_000_000,
      text: { zh: '碰巧的机会小于这么多分之一', en: 'less likely by accident than one in' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'order-time'],
  check: ({ clusters, shopOf }, { orders: fewest, odds }, view) =>
    clusters.flatMap((cluster, index) => {
      const { members, alarming, orders } = cluster;
      const hours = members.map(({ orderedAt }) => hourOfWeek(orderedAt)).filter((hour) => hour >= 0);
      const night = hours.filter(isNight).length;
      const base = view.profile(shopOf(cluster)).nightShare;
      if (!alarming || Number.isNaN(base) || hours.length < fewest || night === 0) return [];
      if (chanceOfAtLeast(night, hours.length, base) * odds >= 1) return [];
      return {
        orders,
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'night-orders', count: night },
          { kind: 'count', name: 'timed-orders', count: hours.length },
          { kind: 'ratio', name: 'base-share', ratio: base },
          { kind: 'param', name: 'limit', param: 'odds', value: odds },
        ] as const,
      };
    }),
  tooFew: (totals, view) => unknownShops(totals, view, ({ nightShare }) => !Number.isNaN(nightShare)),
  line(evidence) {
    const night = figure(evidence, 'night-orders');
    const timed = figure(evidence, 'timed-orders');
    const base = percent(figure(evidence, 'base-share'));
    return {
      zh: `这一组 ${timed} 单里 ${night} 单在 0 到 6 点下，全店 ${base}`,
      en: `${night} of the group's ${counted(timed, 'order')} were placed between 0 and 6 o'clock, ${base} of the shop's`,
    };
  },
});
