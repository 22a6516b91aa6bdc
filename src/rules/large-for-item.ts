// LU2: an open order that is large for its product, by the spread of what settled orders of the same product came to.

import type { Draft } from '../core/finding.js';
import { medianOf } from '../core/median.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { type OpenOrder, OpenOrders, stepForAll } from './open-orders.js';
import { buyersOutstanding, figure, gatherRule } from './rule.js';
import { yuan } from './words.js';

/** Makes the median absolute deviation of a normal distribution its standard deviation. */
const MAD_TO_SIGMA = 1.4826;
/** More than the numbers that products have. */
const PRODUCTS = 2 ** 32;

export const largeForItem = gatherRule({
  id: 'large-for-item',
  aliases: ['LU2'],
  title: { zh: '同款里的大额', en: 'large for this item' },
  looks: {
    zh: '未收的单，金额比同款已到账订单的中位数高出很多；按金额的对数和稳健标准差比。',
    en: 'An open order far above the median of settled orders of the same product, measured in logarithms by a robust standard deviation.',
  },
  why: {
    zh: '这单比同款已到账的订单大得多，容易转手的货常被一次买很多。',
    en: 'The order is far larger than settled ones of the same product; goods that resell easily are bought in bulk.',
  },
  innocent: {
    zh: ['单位采购、一次买齐或帮人代买', '同一商品里规格不同，价格差得多', '活动前后价格不同'],
    en: [
      'an office, a big household or a purchase for others',
      'specifications of one product at very different prices',
      'prices before and after a promotion',
    ],
  },
  unless: {
    zh: '未收没有超过 {min}，或和同款已到账的订单差不多',
    en: 'outstanding were at most {min}, or in line with settled orders of the product',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    k: {
      value: 3.5,
      unit: 'factor',
      least: 0.5,
      most: 100,
      text: {
        zh: '金额的对数超过同款中位数多少个稳健标准差',
        en: "so many robust standard deviations above the product's median, in logarithms of amounts",
      },
    },
    min: {
      value: 30_000,
      unit: 'fen',
      least: 0,
      most: 100_000_000,
      text: { zh: '还要超过多少元', en: 'and above so much' },
    },
    settled: {
      value: 30,
      unit: 'orders',
      least: 5,
      most: 100_000,
      text: {
        zh: '同款已到账至少多少单才比较',
        en: 'settled orders of the product that it takes to compare',
      },
    },
  },
  steps: ['hold', 'intercept', 'platform', 'remind', 'review', 'wait'],
  needs: ['product'],
  gather({ k, min, settled }) {
    const open = new OpenOrders();
    /** By shop and product, numbered in the order of first sight: one shop's price is none of another's. */
    const items = new Map<number, number>();
    const itemOf = ({ shop, product }: AuditedOrder) => {
      const key = shop * PRODUCTS + product;
      const item = items.get(key) ?? items.size;
      items.set(key, item);
      return item;
    };
    const amounts = new Map<number, number[]>();
    let few = { orders: 0, fen: 0 };
    const alone = { orders: 0, fen: 0 };
    return {
      see(order) {
        const { product, judged } = order;
        // Several lines are several products or specifications: their sum is no one product's amount.
        const isOneProduct = product >= 0 && judged.lines === 1;
        if (isSettled(order)) {
          if (!isOneProduct || judged.receivable <= 0) return;
          const item = itemOf(order);
          const known = amounts.get(item);
          if (known === undefined) amounts.set(item, [judged.receivable]);
          else known.push(judged.receivable);
        } else if (buyersOutstanding(order) > min) {
          if (isOneProduct) open.add(itemOf(order), order);
          else {
            alone.orders++;
            alone.fen += judged.outstanding;
          }
        }
      },
      drafts() {
        const drafts: Draft[] = [];
        few = { ...alone };
        for (const [item, orders] of open.groups(1)) {
          const others = amounts.get(item) ?? [];
          if (others.length < settled) {
            few.orders += orders.length;
            for (const { fen } of orders) few.fen += fen;
            continue;
          }
          const { median, sigma } = spreadOf(others);
          // More than half of them have one price: there is no spread to measure by.
          if (sigma === 0) continue;
          const limit = median + k * sigma;
          for (const order of orders) {
            if (Math.log(order.fen) > limit) drafts.push(draftOf(order, median, limit, others.length));
          }
        }
        return drafts;
      },
      tooFew: () => few,
    };
  },
  line(evidence, unproven) {
    const typical = yuan(figure(evidence, 'typical-amount'));
    return {
      zh: `同款一般 ${typical} 元${unproven ? '，到账待核实' : ''}`,
      en: `usually ${typical} yuan for this item${unproven ? ', collection unproven' : ''}`,
    };
  },
});

/** Its money came in: by a bill's row (also where it was given back later), or as its collection says. */
function isSettled({ judged }: AuditedOrder): boolean {
  return judged.outstanding === 0 && (judged.money.evidence === 'bill' || judged.collection === 'settled');
}

/** Median of the logarithms of amounts in fen, above 0, and their standard deviation as the median deviation tells it. */
function spreadOf(amounts: readonly number[]): { median: number; sigma: number } {
  const logs = Float64Array.from(amounts, Math.log).sort();
  const median = medianOf(logs);
  const deviations = logs.map((log) => Math.abs(log - median)).sort();
  return { median, sigma: MAD_TO_SIGMA * medianOf(deviations) };
}

function draftOf(order: OpenOrder, median: number, limit: number, compared: number): Draft {
  return {
    orders: [order.order],
    ...stepForAll([order]),
    evidence: [
      { kind: 'amount', name: 'outstanding', fen: order.fen },
      { kind: 'amount', name: 'typical-amount', fen: Math.round(Math.exp(median)) },
      { kind: 'amount', name: 'limit', fen: Math.round(Math.exp(limit)) },
      { kind: 'count', name: 'orders', count: compared },
    ],
  };
}
