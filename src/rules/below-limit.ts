// AM1: several orders of one group just below a round limit. It only adds to the group.

import type { Cluster } from '../linkage/clusters.js';
import type { LinkedOrder } from '../linkage/linked-order.js';
import { SUPPORT_BANDS, supportSeverity } from './cluster-drafts.js';
import { figure, type RunTotals, reportRule } from './rule.js';
import { counted, yuan } from './words.js';

/** The catalogue's limits, fen, the highest first. */
const LIMITS = [500_000, 300_000, 200_000, 100_000, 50_000];

export const belowLimit = reportRule({
  id: 'below-limit',
  aliases: ['AM1'],
  title: { zh: '关联组里金额都略低于整数', en: 'a group just below a limit' },
  looks: {
    zh: '同一关联组里，几单的金额都略低于 500、1,000、2,000、3,000 或 5,000 元；等于商品标价的不算。',
    en: "Several orders of one group a little below 500, 1,000, 2,000, 3,000 or 5,000 yuan; a product's own list price does not count.",
  },
  why: {
    zh: '额度常按整数设；几个有关联的人都买到刚好不超过，像是试过界限。',
    en: 'Credit limits are round; linked people who all stay just below one may have tried where it lies.',
  },
  innocent: {
    zh: ['凑满减凑到的金额', '一家人买同样几件', '店铺就卖这个价位'],
    en: [
      'baskets filled up to a discount',
      'a family that buys the same pieces',
      'what the shop sells costs that much',
    ],
  },
  unless: { zh: '略低于界限的不到 {orders}', en: 'fewer than {orders} of the group were just below a limit' },
  severity: 'medium',
  bands: SUPPORT_BANDS,
  strength: 'moderate',
  params: {
    share: {
      value: 0.95,
      unit: 'ratio',
      least: 0.5,
      most: 0.99,
      text: { zh: '从界限的多少起，到不满界限', en: 'from this share of the limit to below it' },
    },
    orders: {
      value: 3,
      unit: 'orders',
      least: 2,
      most: 1000,
      text: { zh: '一组里从几单起', en: 'so many orders of the group' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'list-price'],
  check: (totals, { share, orders: fewest }) =>
    totals.clusters.flatMap((cluster, index) => {
      const found = fullest(cluster, totals, share);
      if (!cluster.alarming || found.orders.length < fewest) return [];
      return {
        orders: found.orders.map(({ order }) => order),
        severity: supportSeverity(cluster),
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'orders', count: found.orders.length },
          { kind: 'amount', name: 'limit', fen: found.limit },
          { kind: 'amount', name: 'total', fen: found.orders.reduce((sum, one) => sum + amountOf(one), 0) },
          { kind: 'param', name: 'limit', param: 'orders', value: fewest },
        ] as const,
      };
    }),
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const limit = yuan(figure(evidence, 'limit'));
    return {
      zh: `这一组里 ${orders} 单的金额略低于 ${limit} 元`,
      en: `${counted(orders, 'order')} of the group a little below ${limit} yuan`,
    };
  },
});

function amountOf({ amountFen = 0 }: LinkedOrder): number {
  return amountFen;
}

/** The limit below which most orders of a cluster lie, of several the highest, and these orders. */
function fullest({ members }: Cluster, { isListPrice }: RunTotals, share: number) {
  let most: { limit: number; orders: LinkedOrder[] } = { limit: 0, orders: [] };
  for (const limit of LIMITS) {
    const orders = members.filter((one) => {
      const fen = amountOf(one);
      return (
        one.apart !== true && fen >= share * limit && fen < limit && !isListPrice(one.product ?? -1, fen)
      );
    });
    if (orders.length > most.orders.length) most = { limit, orders };
  }
  return most;
}
