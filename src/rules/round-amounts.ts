// AM2: a group that mostly pays whole hundreds without any discount, as few in the shop do. Weak, and only told of a group.

import { unknownShops } from './cluster-drafts.js';
import { figure, reportRule } from './rule.js';
import { percent } from './words.js';

/** 100 yuan. */
const HUNDRED = 10_000;
/** Where whole hundreds are usual in the shop, a group of them is none of its own doing: so many times as common. */
const LIFT = 3;

export const roundAmounts = reportRule({
  id: 'round-amounts',
  aliases: ['AM2'],
  title: { zh: '关联组里多是整百金额', en: 'a group of round hundreds' },
  looks: {
    zh: '同一关联组里，没有优惠的整百金额占到一半，是全店占比的 3 倍以上。',
    en: 'A group of which half the orders are whole hundreds of yuan without a discount, at least three times as many as in the whole shop.',
  },
  why: {
    zh: '店里很少有人正好付整百；一组里都是，可能是约好的数。单独看说明不了什么。',
    en: 'Few people of a shop pay whole hundreds; where a whole group does, the sum may have been agreed on. It says nothing alone.',
  },
  innocent: {
    zh: ['礼品卡、整百定价的商品', '一家人买同一款', '补款、定制按整数谈的价'],
    en: [
      'gift cards and goods at round prices',
      'a family that buys one product',
      'made to order at a round price',
    ],
  },
  unless: {
    zh: '这一组不到 {orders}，或整百的不到 {share}',
    en: 'the group had fewer than {orders}, or under {share} of them were round',
  },
  severity: 'info',
  strength: 'weak',
  params: {
    share: {
      value: 0.5,
      unit: 'ratio',
      least: 0.05,
      most: 1,
      text: { zh: '整百的占这一组的比例从', en: "round hundreds' share of the group from" },
    },
    orders: {
      value: 4,
      unit: 'orders',
      least: 2,
      most: 1000,
      text: { zh: '一组从几单起看', en: 'groups of so many orders' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'discounts'],
  check: ({ clusters, shopOf, mayBeDiscounted }, { share, orders: fewest }, view) =>
    clusters.flatMap((cluster, index) => {
      const { members, alarming, orders } = cluster;
      const base = view.profile(shopOf(cluster)).roundShare;
      const isRound = ({ order, amountFen = 0 }: (typeof members)[number]) =>
        amountFen > 0 && amountFen % HUNDRED === 0 && !mayBeDiscounted(order);
      const round = members.filter(isRound).length;
      const found = round / members.length;
      if (!alarming || members.length < fewest || found < share || !(found >= LIFT * base)) return [];
      return {
        orders,
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'round-orders', count: round },
          { kind: 'ratio', name: 'share', ratio: found },
          { kind: 'ratio', name: 'base-share', ratio: base },
          { kind: 'param', name: 'limit', param: 'share', value: share },
        ] as const,
      };
    }),
  tooFew: (totals, view) => unknownShops(totals, view, ({ roundShare }) => !Number.isNaN(roundShare)),
  line(evidence) {
    const share = percent(figure(evidence, 'share'));
    const base = percent(figure(evidence, 'base-share'));
    return {
      zh: `这一组 ${share} 是没有优惠的整百金额，全店 ${base}`,
      en: `${share} of the group are round hundreds without a discount, ${base} of the shop`,
    };
  },
});
