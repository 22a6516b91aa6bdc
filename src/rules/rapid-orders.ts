// TV1: more orders of one account or phone within an hour and a half than one hand places.

import type { Draft } from '../core/finding.js';
import { OpenOrders, stepForAll } from './open-orders.js';
import { cartsOf, openOf, runEvidence, runText, windows } from './order-windows.js';
import { figure, gatherRule, isWholesale } from './rule.js';
import { timeSpan } from './words.js';

/** Fires on the order after the limit, the sixth by default; the span holds at its very end too. */
export const rapidOrders = gatherRule({
  id: 'rapid-orders',
  aliases: ['TV1'],
  title: { zh: '同一买家连续下单', en: 'many orders within an hour and a half' },
  looks: {
    zh: '同一账号或电话在一个半小时里下了好几次单；同一秒的几单算一次，批发客户名单里的不算。',
    en: 'One account or phone that ordered again and again within an hour and a half; orders of one second count once, listed wholesale buyers are left out.',
  },
  why: {
    zh: '手工很少这样连着下单，可能是程序或代下单；货还在路上的先看。',
    en: 'Few people order like that by hand; it may be a script or somebody who orders for others. Look at what can still be stopped first.',
  },
  innocent: {
    zh: ['活动或直播时一样一样抢', '家人同事共用一个账号或号码', '凑优惠券，分开下单'],
    en: [
      'a campaign or a live stream, bought piece by piece',
      'a family or an office shares one account or number',
      'orders divided to use several coupons',
    ],
  },
  unless: { zh: '{minutes}内不超过 {orders}', en: 'there were at most {orders} within {minutes}' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    orders: {
      value: 5,
      unit: 'orders',
      least: 1,
      most: 1000,
      text: { zh: '超过几次下单（不含）', en: 'more than so many times' },
    },
    minutes: {
      value: 90,
      unit: 'minutes',
      least: 1,
      most: 1440,
      text: {
        zh: '第一次到最后一次不超过多少分钟（含）',
        en: 'so many minutes or less from the first to the last order',
      },
    },
  },
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['recipients', 'order-time'],
  gather({ orders: most, minutes }) {
    const kept = new OpenOrders();
    return {
      see(order) {
        if (!order.personAgain || Number.isNaN(order.orderedAt) || isWholesale(order)) return;
        kept.addAny(order.person, order);
      },
      drafts() {
        const drafts: Draft[] = [];
        for (const [, orders] of kept.groups(most + 1)) {
          for (const carts of windows(cartsOf(orders), minutes * 60, most + 1, 0)) {
            const all = carts.flatMap((cart) => cart.orders);
            const seconds = carts.at(-1)!.orderedAt - carts[0]!.orderedAt;
            drafts.push({
              orders: all.map(({ order }) => order).sort((a, b) => a - b),
              ...stepForAll(openOf(all)),
              evidence: [
                ...runEvidence(all),
                { kind: 'count', name: 'minutes', count: Math.max(1, Math.ceil(seconds / 60)) },
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
    const span = timeSpan(figure(evidence, 'minutes') * 60);
    const told = runText(evidence);
    return {
      zh: `同一账号或电话 ${span.zh}内 ${told.zh}`,
      en: `one account or phone within ${span.en}: ${told.en}`,
    };
  },
});
