// LU4: several open orders of one account or phone within a day, each below a limit that they reach together.

import type { Draft } from '../core/finding.js';
import { OpenOrders, stepForAll, sumEvidence, sumText } from './open-orders.js';
import { type Cart, cartsOf, windows } from './order-windows.js';
import { figure, gatherRule, isWholesale, type Param } from './rule.js';
import { timeSpan, yuan } from './words.js';

const SECONDS_PER_HOUR = 3600;

const limit = (value: number, zh: string, en: string): Param => ({
  value,
  unit: 'fen',
  least: 1,
  most: 1_000_000_000,
  text: {
    zh: `${zh}限额：每单低于它，合起来达到它`,
    en: `${en} limit: each order below it, together at least it`,
  },
});

export const splitOrders = gatherRule({
  id: 'split-orders',
  aliases: ['LU4'],
  title: { zh: '短时间分成几单', en: 'one sum in several orders' },
  looks: {
    zh: '同一账号或电话在一天里下几单，每单不到一个限额，合起来到了；同一秒的几单算一次，批发客户名单里的不算。',
    en: 'Several open orders of one account or phone within a day, each below a limit that they reach together; orders of one second count once, listed wholesale buyers are left out.',
  },
  why: {
    zh: '一天里下了几单，每单都低于一个整数限额，合起来达到它：单看哪一单都不大，可能避开了单笔限额。',
    en: 'Several orders within a day, each below a round limit that they reach together: none is large alone, and a limit per order may have been avoided.',
  },
  innocent: {
    zh: ['想起来再补买，或几样东西分开下单', '凑优惠券、满减', '帮家人同事一起买'],
    en: [
      'bought one thing after the other',
      'orders divided to use several coupons',
      'bought for family or colleagues',
    ],
  },
  unless: {
    zh: '{hours}内不到 {orders}，或合计不到 {low}',
    en: 'there were fewer than {orders} within {hours}, or together under {low}',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    low: limit(100_000, '低档', 'lowest'),
    middle: limit(200_000, '中档', 'middle'),
    high: limit(500_000, '高档', 'highest'),
    orders: {
      value: 3,
      unit: 'orders',
      least: 2,
      most: 1000,
      text: { zh: '从多少单起', en: 'from so many orders on' },
    },
    hours: {
      value: 24,
      unit: 'hours',
      least: 1,
      most: 720,
      text: {
        zh: '第一单到最后一单不超过多少小时',
        en: 'so many hours or less from the first to the last order',
      },
    },
  },
  ascending: ['low', 'middle', 'high'],
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['recipients', 'order-time'],
  gather(values) {
    const open = new OpenOrders();
    const limits = (['low', 'middle', 'high'] as const).map((name) => ({ name, fen: values[name] }));
    limits.sort((a, b) => b.fen - a.fen);
    return {
      see(order) {
        if (!order.personAgain || Number.isNaN(order.orderedAt) || isWholesale(order)) return;
        open.add(order.person, order);
      },
      drafts() {
        const drafts: Draft[] = [];
        for (const [, orders] of open.groups(values.orders)) {
          let left: readonly Cart[] = cartsOf(orders);
          for (const { name, fen } of limits) {
            const below = left.filter((cart) => cart.fen < fen);
            const used = new Set<Cart>();
            for (const found of windows(below, values.hours * SECONDS_PER_HOUR, values.orders, fen)) {
              for (const cart of found) used.add(cart);
              drafts.push(draftOf(found, name, fen));
            }
            left = left.filter((cart) => !used.has(cart));
          }
        }
        return drafts;
      },
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const below = yuan(figure(evidence, 'limit'));
    const sum = sumText(evidence);
    const span = timeSpan(figure(evidence, 'minutes') * 60);
    return {
      zh: `${span.zh}内 ${orders} 单，每单不到 ${below} 元，${sum.zh}`,
      en: `${orders} orders within ${span.en}, each under ${below} yuan, ${sum.en}`,
    };
  },
});

function draftOf(carts: readonly Cart[], param: string, value: number): Draft {
  const orders = carts.flatMap((cart) => cart.orders);
  const seconds = carts.at(-1)!.orderedAt - carts[0]!.orderedAt;
  return {
    orders: orders.map(({ order }) => order),
    ...stepForAll(orders),
    evidence: [
      ...sumEvidence(orders),
      { kind: 'param', name: 'limit', param, value },
      { kind: 'count', name: 'minutes', count: Math.max(1, Math.ceil(seconds / 60)) },
    ],
  };
}
