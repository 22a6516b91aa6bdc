// TV7: some small orders that were paid, then an open one many times their size.

import type { Draft } from '../core/finding.js';
import { medianOf } from '../core/median.js';
import { type OpenOrder, OpenOrders, stepForAll, sumEvidence, usualLimit } from './open-orders.js';
import { figure, gatherRule } from './rule.js';
import { counted, yuan } from './words.js';

const DAY_SECONDS = 86_400;

/** A large open order, and what was settled before it. */
interface Jump {
  readonly order: OpenOrder;
  readonly settled: readonly OpenOrder[];
  readonly median: number;
}

/** Fires on an order that reaches the factor, and on the second settled one before it; both limits are included. */
export const largeAfterSmall = gatherRule({
  id: 'large-after-small',
  aliases: ['TV7'],
  title: { zh: '先小额付清，后大额待收', en: 'small orders paid, then a large one open' },
  looks: {
    zh: '同一账号或电话先付清过几单小的，之后一单是它们的几倍、也到了本店 95% 的单都不超过的数，还没收到钱；本店单数不够 200 时只看倍数。',
    en: "One account or phone that paid some small orders and then has an open one many times their size, no smaller than what 95% of the shop's orders do not exceed; with fewer than 200 orders in the shop, by the factor alone.",
  },
  why: {
    zh: '先小额正常付款，后一单特别大，是大额没到账前常见的样子；还没发或在路上的最值得先核实。',
    en: 'Small orders that were paid and then a very large one are what often comes before a large loss; what has not left or is on its way is worth checking first.',
  },
  innocent: {
    zh: ['先买便宜的试试，满意了再买贵的', '送礼、换季、搬家', '同一样东西一次多买几件'],
    en: [
      'tried something cheap first, was pleased, and bought the dear one',
      'a gift, a new season, a move',
      'several pieces of the same item at once',
    ],
  },
  unless: {
    zh: '不到之前已到账的中位数的 {factor} 倍，或 {days}内已到账的不到 {orders}',
    en: 'it were under {factor} times the median of those collected before, or fewer than {orders} had been collected within {days}',
  },
  severity: 'high',
  strength: 'strong',
  params: {
    factor: {
      value: 5,
      unit: 'factor',
      least: 1.5,
      most: 1000,
      text: {
        zh: '是之前已到账的中位数的几倍起（含）',
        en: 'from so many times the median of those collected on, included',
      },
    },
    orders: {
      value: 2,
      unit: 'orders',
      least: 1,
      most: 100,
      text: { zh: '之前已到账的从几单起（含）', en: 'so many collected orders before it, or more' },
    },
    days: {
      value: 90,
      unit: 'days',
      least: 1,
      most: 366,
      text: { zh: '往前看多少个 24 小时（含）', en: 'looking back so many times 24 hours, included' },
    },
  },
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['recipients', 'order-time'],
  gather({ factor, orders: least, days }, view) {
    const kept = new OpenOrders();
    let settled = 0;
    let open = { orders: 0, fen: 0 };
    return {
      see(order) {
        if (order.judged.collection === 'settled') settled++;
        const { outstanding } = order.judged;
        if (outstanding > 0) open = { orders: open.orders + 1, fen: open.fen + outstanding };
        if (order.personAgain && !Number.isNaN(order.orderedAt)) kept.addAny(order.person, order);
      },
      drafts() {
        const drafts: Draft[] = [];
        for (const [, orders] of kept.groups(least + 1)) {
          const p95 = view.profile(orders[0]!.shop).amounts.p95Fen;
          const jumps = orders.flatMap((order) => {
            const jump = jumpOf(order, orders, least, days * DAY_SECONDS);
            return jump && order.fen >= factor * jump.median && !(order.fen < p95) ? jump : [];
          });
          if (jumps.length > 0) drafts.push(draftOf(jumps, p95, factor));
        }
        return drafts;
      },
      // Where nothing is known to be collected nobody can be seen to have paid before.
      tooFew: () => (settled === 0 ? open : { orders: 0, fen: 0 }),
    };
  },
  line(evidence, unproven) {
    const settled = figure(evidence, 'settled-orders');
    const median = yuan(figure(evidence, 'settled-median'));
    const orders = figure(evidence, 'orders');
    const total = yuan(figure(evidence, 'total'));
    const [one, many] = [`后面这单 ${total} 元`, `后面 ${orders} 单共 ${total} 元`];
    return {
      zh: `之前付清 ${settled} 单、一般 ${median} 元，${orders === 1 ? one : many}${unproven ? '，到账待核实' : ''}`,
      en: `${counted(settled, 'order')} paid before, usually ${median} yuan; then ${orders === 1 ? 'this one' : `${orders} orders`}, ${total} yuan${unproven ? ', collection unproven' : ''}`,
    };
  },
});

/** null for an order of which nothing is open, or with too few settled before it. */
function jumpOf(order: OpenOrder, orders: readonly OpenOrder[], least: number, span: number): Jump | null {
  if (order.fen <= 0) return null;
  const settled = orders.filter((one) => {
    const before = order.orderedAt - one.orderedAt;
    return one.settled && one.amountFen > 0 && before > 0 && before <= span;
  });
  return settled.length < least ? null : { order, settled, median: medianAmount(settled) };
}

/** Of what the orders came to, fen. */
function medianAmount(orders: readonly OpenOrder[]): number {
  return medianOf(orders.map(({ amountFen }) => amountFen).sort((a, b) => a - b));
}

/** One finding a person: all large orders, and the settled ones before any of them. */
function draftOf(jumps: readonly Jump[], p95: number, factor: number): Draft {
  const large = jumps.map(({ order }) => order).sort((a, b) => a.order - b.order);
  const settled = new Set(jumps.flatMap((jump) => jump.settled));
  const most = jumps.reduce((a, b) => (b.order.fen / b.median > a.order.fen / a.median ? b : a));
  return {
    orders: large.map(({ order }) => order),
    ...stepForAll(large),
    evidence: [
      ...sumEvidence(large),
      { kind: 'amount', name: 'settled-median', fen: Math.round(most.median) },
      ...usualLimit(p95),
      {
        kind: 'orders',
        name: 'settled-orders',
        orders: [...settled].map(({ order }) => order).sort((a, b) => a - b),
      },
      { kind: 'param', name: 'limit', param: 'factor', value: factor },
    ],
  };
}
