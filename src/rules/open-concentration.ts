// LU5: one buyer, or one group of linked buyers, on whom a large share of all that is open hangs.

import type { Draft, Evidence } from '../core/finding.js';
import { type OpenOrder, OpenOrders, stepForAll, sumEvidence, sumText } from './open-orders.js';
import { figure, gatherRule } from './rule.js';
import { counted, percent } from './words.js';

/** With fewer buyers who have something open a tenth is nothing out of the way. */
const FEWEST_BUYERS = 50;

/** Fires at the share and at the yuan themselves: both limits are included. */
export const openConcentration = gatherRule({
  id: 'open-concentration',
  aliases: ['LU5'],
  title: { zh: '待收的钱集中在一处', en: 'what is open hangs on one buyer' },
  looks: {
    zh: '一个买家或一个关联组占了全部待收金额的一大块；有待收的买家不到 50 个时不看。',
    en: 'One buyer or one linked group with a large share of all that is open; not asked with fewer than 50 buyers who have something open.',
  },
  why: {
    zh: '这一处收不回来，全店都看得出来；要不要继续给它先用后付，先想清楚。',
    en: 'If this one place does not pay, the whole shop feels it: decide first whether to go on offering it pay-later.',
  },
  innocent: {
    zh: ['批发客户或单位采购', '大促里一个大单', '店铺刚开，买家还少'],
    en: ['a wholesale buyer or an office', 'one large order in a campaign', 'a new shop with few buyers'],
  },
  unless: {
    zh: '占比不到 {share}，或合起来不到 {least}',
    en: 'it were under {share} of all that is open, or under {least} together',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    share: {
      value: 0.1,
      unit: 'ratio',
      least: 0.01,
      most: 1,
      text: { zh: '占全部待收的比例从多少起（含）', en: 'share of all that is open from, included' },
    },
    least: {
      value: 300_000,
      unit: 'fen',
      least: 1,
      most: 1_000_000_000,
      text: { zh: '合计从多少元起（含）', en: 'and from so much together, included' },
    },
  },
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['recipients'],
  gather({ share, least }) {
    const kept = new OpenOrders();
    let [people, orders, open] = [0, 0, 0];
    return {
      see(order) {
        const { outstanding } = order.judged;
        if (outstanding <= 0) return;
        orders++;
        open += outstanding;
        kept.add(order.person, order);
      },
      drafts(totals) {
        const all = totals?.outstandingFen ?? open;
        const isLarge = (fen: number) => fen >= least && fen >= share * all;
        const large: (readonly OpenOrder[])[] = [];
        const byOrder = new Map<number, OpenOrder>();
        const clusters = (totals?.clusters ?? []).map((cluster, index) => ({ cluster, index }));
        const groups = clusters.filter(({ cluster }) => isLarge(cluster.openFen));
        const grouped = new Set(groups.flatMap(({ cluster }) => cluster.orders));
        for (const [, own] of kept.groups(1)) {
          people++;
          for (const order of own) if (grouped.has(order.order)) byOrder.set(order.order, order);
          if (isLarge(own.reduce((sum, { fen }) => sum + fen, 0))) large.push(own);
        }
        if (people < FEWEST_BUYERS) return [];
        const drafts: Draft[] = groups.map(({ cluster, index }) => ({
          ...draftOf(
            cluster.orders.flatMap((order) => byOrder.get(order) ?? []),
            all,
            share,
          ),
          cluster: index,
        }));
        // A buyer who is most of a group is told with it.
        const alone = large.filter((own) => !own.every(({ order }) => grouped.has(order)));
        return [...drafts, ...alone.map((own) => draftOf(own, all, share))];
      },
      tooFew: () => (people < FEWEST_BUYERS ? { orders, fen: open } : { orders: 0, fen: 0 }),
    };
  },
  line(evidence) {
    const share = percent(figure(evidence, 'open-share'));
    const orders = figure(evidence, 'orders');
    const sum = sumText(evidence);
    return {
      zh: `这 ${orders} 单占全部待收的 ${share}，${sum.zh}`,
      en: `${share} of all that is open, in ${counted(orders, 'order')}, ${sum.en}`,
    };
  },
});

function draftOf(orders: readonly OpenOrder[], all: number, share: number): Draft {
  const fen = orders.reduce((sum, order) => sum + order.fen, 0);
  const told: readonly Evidence[] = [
    ...sumEvidence(orders),
    { kind: 'ratio', name: 'open-share', ratio: fen / all },
    { kind: 'param', name: 'limit', param: 'share', value: share },
  ];
  return { orders: orders.map(({ order }) => order), ...stepForAll(orders), evidence: told };
}
