// AM3: several buyers of one group who paid the very same amount, one that is no price of this shop. It only adds to the group.

import type { Cluster } from '../linkage/clusters.js';
import type { LinkedOrder } from '../linkage/linked-order.js';
import type { ShopProfile } from '../portfolio/shop-profile.js';
import { SUPPORT_BANDS, supportSeverity, unknownShops } from './cluster-drafts.js';
import { figure, type RunTotals, reportRule } from './rule.js';
import { counted, yuan } from './words.js';

export const equalAmounts = reportRule({
  id: 'equal-amounts',
  aliases: ['AM3'],
  title: { zh: '关联组里付了一样的金额', en: 'one amount within a group' },
  looks: {
    zh: '同一关联组里，几个收货人的金额一分不差，而这个金额既不是商品标价，在全店也少见。',
    en: "Several recipients of one group who paid the same amount to the fen, one that is no product's list price and rare in the whole shop.",
  },
  why: {
    zh: '店里几乎没人付这个数，有关联的几个人却都付了，像是事先说好的。',
    en: 'Hardly anybody in the shop pays this sum, and several linked people did: it looks agreed on.',
  },
  innocent: {
    zh: ['同一张优惠券、同样几件', '同事一起凑的单', '店铺给老客户的统一价'],
    en: ['one coupon on the same pieces', 'colleagues who order the same', 'one price for regular customers'],
  },
  unless: {
    zh: '付这个数的不到 {buyers}，或全店有 {common} 的单都是这个数',
    en: "fewer than {buyers} paid it, or {common} of the shop's orders did",
  },
  severity: 'medium',
  bands: SUPPORT_BANDS,
  strength: 'moderate',
  params: {
    buyers: {
      value: 3,
      unit: 'buyers',
      least: 2,
      most: 1000,
      text: { zh: '从几个收货人起', en: 'so many recipients' },
    },
    common: {
      value: 0.005,
      unit: 'ratio',
      least: 0.0001,
      most: 1,
      text: { zh: '全店有这么大比例的单是这个金额，就不算', en: 'not where this share of the shop pays it' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'list-price'],
  check: (totals, { buyers: fewest, common }, view) =>
    totals.clusters.flatMap((cluster, index) => {
      if (!cluster.alarming) return [];
      const { amounts } = view.profile(totals.shopOf(cluster));
      const found = mostEqual(cluster, totals, amounts, common);
      if (found.buyers < fewest) return [];
      return {
        orders: found.orders.map(({ order }) => order),
        severity: supportSeverity(cluster),
        cluster: index,
        nextStep: 'review' as const,
        evidence: [
          { kind: 'count', name: 'buyers', count: found.buyers },
          { kind: 'amount', name: 'amount', fen: found.fen },
          {
            kind: 'ratio',
            name: 'base-share',
            ratio: shareOfOthers(amounts, found.fen, found.orders.length),
          },
          { kind: 'param', name: 'limit', param: 'buyers', value: fewest },
        ] as const,
      };
    }),
  tooFew: (totals, view) => unknownShops(totals, view, ({ amounts }) => !Number.isNaN(amounts.shareOf(0))),
  line(evidence) {
    const buyers = figure(evidence, 'buyers');
    const fen = yuan(figure(evidence, 'amount'));
    return {
      zh: `这一组里 ${buyers} 个收货人都付 ${fen} 元，不是标价，全店少见`,
      en: `${counted(buyers, 'recipient')} of the group paid ${fen} yuan each, no list price and rare in the shop`,
    };
  },
});

/** The share of the shop's other orders that are of this amount; NaN where it is not known. */
function shareOfOthers(amounts: ShopProfile['amounts'], fen: number, own: number): number {
  return Math.max(0, amounts.shareOf(fen) * amounts.orders - own) / (amounts.orders - own);
}

/** The amount that most buyers of a cluster paid, of several the highest, and their orders. */
function mostEqual(
  { members }: Cluster,
  { isListPrice }: RunTotals,
  amounts: ShopProfile['amounts'],
  common: number,
) {
  const byAmount = new Map<number, LinkedOrder[]>();
  for (const one of members) {
    const { amountFen = 0, product = -1, apart } = one;
    if (amountFen <= 0 || apart === true || isListPrice(product, amountFen)) continue;
    byAmount.set(amountFen, [...(byAmount.get(amountFen) ?? []), one]);
  }
  let most: { fen: number; buyers: number; orders: LinkedOrder[] } = { fen: 0, buyers: 0, orders: [] };
  for (const [fen, orders] of byAmount) {
    const buyers = new Set(orders.map(({ buyer }) => buyer)).size;
    const isMore = buyers > most.buyers || (buyers === most.buyers && fen > most.fen);
    if (isMore && shareOfOthers(amounts, fen, orders.length) < common) most = { fen, buyers, orders };
  }
  return most;
}
