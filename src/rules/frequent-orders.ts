// TV2: several pay-later orders of one account or phone within a week that are much money for this shop.

import type { Draft } from '../core/finding.js';
import { type OpenOrder, OpenOrders, stepForAll, usualLimit } from './open-orders.js';
import { openOf, runEvidence, runText, windows } from './order-windows.js';
import { figure, gatherRule, isWholesale } from './rule.js';
import { timeSpan, yuan } from './words.js';

const DAY_SECONDS = 86_400;

/** Fires on the order after the limit, the fourth by default; the span holds at its very end too. */
export const frequentOrders = gatherRule({
  id: 'frequent-orders',
  aliases: ['TV2'],
  title: { zh: '一周内多次先用后付', en: 'many pay-later orders within a week' },
  looks: {
    zh: '同一账号或电话一周里下了好几单先用后付，合起来到了本店 95% 的单都不超过的数；本店单数不够 200 时只看单数；批发客户名单里的不算。',
    en: "One account or phone with several pay-later orders within a week that together reach what 95% of the shop's orders do not exceed; with fewer than 200 orders in the shop, by their number alone; listed wholesale buyers are left out.",
  },
  why: {
    zh: '前一单还没扣款，后一单又出去了，没到账的钱越积越多。',
    en: 'The next order leaves before the one before it is debited, so that what is yet to be collected piles up.',
  },
  innocent: {
    zh: ['老顾客，喜欢分开买', '家人同事共用一个账号或号码', '活动期间买得多'],
    en: [
      'a regular customer who buys piece by piece',
      'a family or an office shares one account or number',
      'a campaign',
    ],
  },
  unless: {
    zh: '{days}内不超过 {orders}，或合起来不到本店 95% 的单都不超过的数',
    en: 'there were at most {orders} within {days}, or together less than the 95th percentile of the shop',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    orders: {
      value: 3,
      unit: 'orders',
      least: 1,
      most: 1000,
      text: { zh: '超过几单（不含）', en: 'more than so many orders' },
    },
    days: {
      value: 7,
      unit: 'days',
      least: 1,
      most: 90,
      text: {
        zh: '第一单到最后一单不超过几个 24 小时（含）',
        en: 'so many times 24 hours or less from the first to the last order',
      },
    },
  },
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['recipients', 'order-time'],
  gather({ orders: most, days }, view) {
    const kept = new OpenOrders();
    return {
      see(order) {
        if (!order.personAgain || Number.isNaN(order.orderedAt) || isWholesale(order)) return;
        kept.addAny(order.person, order);
      },
      drafts() {
        const drafts: Draft[] = [];
        for (const [, orders] of kept.groups(most + 1)) {
          const { p95Fen } = view.profile(orders[0]!.shop).amounts;
          const least = Number.isNaN(p95Fen) ? 0 : p95Fen;
          const placed = orders.toSorted((a, b) => a.orderedAt - b.orderedAt || a.order - b.order);
          const amountOf = ({ amountFen }: OpenOrder) => amountFen;
          for (const window of windows(placed, days * DAY_SECONDS, most + 1, least, amountOf)) {
            const seconds = window.at(-1)!.orderedAt - window[0]!.orderedAt;
            drafts.push({
              orders: window.map(({ order }) => order).sort((a, b) => a - b),
              ...stepForAll(openOf(window)),
              evidence: [
                ...runEvidence(window),
                { kind: 'count', name: 'hours', count: Math.max(1, Math.ceil(seconds / 3600)) },
                {
                  kind: 'amount',
                  name: 'receivable',
                  fen: window.reduce((sum, one) => sum + one.amountFen, 0),
                },
                ...usualLimit(p95Fen),
                { kind: 'param', name: 'limit', param: 'orders', value: most },
              ],
            });
          }
        }
        return drafts;
      },
    };
  },
  line(evidence) {
    const span = timeSpan(figure(evidence, 'hours') * 3600);
    const told = runText(evidence);
    const usual = figure(evidence, 'shop-p95');
    const than = Number.isNaN(usual)
      ? { zh: '', en: '' }
      : {
          zh: `；本店 95% 的单不超过 ${yuan(usual)} 元`,
          en: `; 95% of the shop's orders are at most ${yuan(usual)} yuan`,
        };
    return {
      zh: `同一账号或电话 ${span.zh}内 ${told.zh}${than.zh}`,
      en: `one account or phone within ${span.en}: ${told.en}${than.en}`,
    };
  },
});
