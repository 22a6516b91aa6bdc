// TV4: linked buyers who ordered in ten minutes in which the shop had far more orders than usual. Weak, and only told of a group.

import type { LinkedOrder } from '../linkage/linked-order.js';
import type { ShopProfile } from '../portfolio/shop-profile.js';
import { unknownShops } from './cluster-drafts.js';
import { figure, reportRule, type Values } from './rule.js';

const BIN = 600;
/** Fewer of a group in the same minutes are no matter of the group. */
const FEWEST_LINKED = 2;

export const busyMinutes = reportRule({
  id: 'busy-minutes',
  aliases: ['TV4'],
  title: { zh: '关联组赶在爆单的十分钟里', en: 'a group within busy minutes' },
  looks: {
    zh: '全店某十分钟的单数是当天这个时段平常的几倍，同一关联组有几个收货人也在其中下单；拼团算一个，直播单不算。',
    en: "Ten minutes with several times the shop's usual orders of that day and hour, among them several recipients of one group; a group-buy counts as one, orders of live streams not at all.",
  },
  why: {
    zh: '突然密集的一批单里有几个有关联的人，可能是一起安排的；活动和推广也会这样。单独看说明不了什么。',
    en: 'Several linked people in a sudden rush may be one arrangement; campaigns look the same. It says nothing alone.',
  },
  innocent: {
    zh: ['整点活动、秒杀', '主播或群里推荐', '平台推流'],
    en: ['a sale on the hour', 'a recommendation in a group', 'traffic sent by the platform'],
  },
  unless: {
    zh: '那十分钟不到 {orders}，或不到平常的 {lift} 倍',
    en: 'there were fewer than {orders} in those ten minutes, or under {lift} times the usual',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    lift: {
      value: 3,
      unit: 'factor',
      least: 1,
      most: 1000,
      text: { zh: '是平常的几倍起', en: 'so many times the usual' },
    },
    orders: {
      value: 8,
      unit: 'orders',
      least: 2,
      most: 100_000,
      text: { zh: '十分钟里从几单起', en: 'so many orders in ten minutes' },
    },
    odds: {
      value: 1_000_000,
      unit: 'factor',
      least: 2,
      most: 1_000_000_000_000,
      text: { zh: '碰巧的机会小于这么多分之一', en: 'less likely by accident than one in' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'order-time'],
  check: ({ clusters, shopOf }, values, view) =>
    clusters.flatMap((cluster, index) => {
      if (!cluster.alarming) return [];
      const busiest = busiestOf(cluster.members, view.profile(shopOf(cluster)), values);
      if (busiest === null) return [];
      const { linked, seconds, orders, expected } = busiest;
      return {
        orders: linked.map(({ order }) => order),
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'time', name: 'ordered-at', seconds },
          { kind: 'count', name: 'orders', count: orders },
          { kind: 'count', name: 'usual-count', count: Math.round(expected * 10) / 10 },
          { kind: 'count', name: 'buyers', count: buyersOf(linked) },
          { kind: 'param', name: 'limit', param: 'lift', value: values.lift },
        ] as const,
      };
    }),
  tooFew: (totals, view) => unknownShops(totals, view, ({ rushAt }) => rushAt !== null),
  line(evidence) {
    const [orders, usual, buyers] = [
      figure(evidence, 'orders'),
      figure(evidence, 'usual-count'),
      figure(evidence, 'buyers'),
    ];
    return {
      zh: `十分钟里全店 ${orders} 单，平常 ${usual} 单；这一组有 ${buyers} 个收货人在其中`,
      en: `${orders} orders of the shop in ten minutes, usually ${usual}; ${buyers} recipients of the group among them`,
    };
  },
});

/** Of the ten minutes in which several of a group ordered the ones that are least likely an accident; null without any. */
function busiestOf(
  members: readonly LinkedOrder[],
  { rushAt }: ShopProfile,
  { lift, orders: fewest, odds }: Values<{ lift: never; orders: never; odds: never }>,
) {
  if (rushAt === null) return null;
  const bins = new Map<number, LinkedOrder[]>();
  for (const one of members) {
    if (Number.isNaN(one.orderedAt) || one.live === true || one.apart === true) continue;
    const bin = Math.floor(one.orderedAt / BIN);
    bins.set(bin, [...(bins.get(bin) ?? []), one]);
  }
  let least: {
    linked: LinkedOrder[];
    seconds: number;
    orders: number;
    expected: number;
    chance: number;
  } | null = null;
  for (const [bin, linked] of bins) {
    if (buyersOf(linked) < FEWEST_LINKED) continue;
    const { orders, expected, chance } = rushAt(bin * BIN);
    if (orders < fewest || orders < lift * expected || chance * odds >= 1) continue;
    if (least === null || chance < least.chance)
      least = { linked, seconds: bin * BIN, orders, expected, chance };
  }
  return least;
}

/** Members of one group-buy are strangers whom the platform brought together: they count as one. */
function buyersOf(orders: readonly LinkedOrder[]): number {
  return new Set(orders.map(({ buyer, groupBuy = -1 }) => (groupBuy < 0 ? `${buyer}` : `group ${groupBuy}`)))
    .size;
}
