// AM6: amounts without a product that repeat more often than their yuan and fen would by accident. Weak, about the files.

import { figure, gatherRule } from './rule.js';

/** About so many amounts are looked at, spread evenly from the smallest to the largest. */
const MOST_AMOUNTS = 1000;
/** Fewer say nothing. */
const FEWEST = 100;
/** An amount of such a share of the shop's orders is one of its prices. */
const PRICE_SHARE = 0.005;
const YUAN = 100;

export const bunchedAmounts = gatherRule({
  id: 'bunched-amounts',
  aliases: ['AM6'],
  title: { zh: '没有商品的金额重复过多', en: 'amounts without a product that repeat' },
  looks: {
    zh: '看不出商品的先用后付单，去掉店里常见的价钱后，金额一分不差地重复，比元和角分随意搭配时多得多。',
    en: "Pay-later orders that tell no product: their amounts, the shop's prices left out, repeat to the fen far more often than yuan and fen do when they are paired at random.",
  },
  why: {
    zh: '随手填的金额爱用同几个数；这里说的是整份文件，不针对哪一单。',
    en: 'Amounts that somebody makes up come back to the same few; this is about the files, and about no single order.',
  },
  innocent: {
    zh: ['导出里没有商品列，其实是定价', '套餐、固定优惠', '同一活动价'],
    en: [
      'prices of products that the export does not name',
      'sets and fixed discounts',
      'one campaign price',
    ],
  },
  unless: { zh: '金额重复得和随意搭配差不多', en: 'amounts repeated about as often as by accident' },
  severity: 'info',
  strength: 'weak',
  params: {
    odds: {
      value: 100,
      unit: 'factor',
      least: 2,
      most: 500,
      text: { zh: '碰巧的机会小于这么多分之一', en: 'less likely by accident than one in' },
    },
  },
  steps: ['review'],
  needs: [],
  gather({ odds }, view) {
    const shops = new Map<number, number[]>();
    const open = new Map<number, { orders: number; fen: number }>();
    const few = { orders: 0, fen: 0 };
    return {
      see({ product, shop, judged }) {
        if (product >= 0 || judged.receivable <= 0) return;
        const left = open.get(shop) ?? { orders: 0, fen: 0 };
        open.set(shop, left);
        if (judged.outstanding > 0) left.orders++;
        left.fen += judged.outstanding;
        const amounts = shops.get(shop) ?? [];
        shops.set(shop, amounts);
        amounts.push(judged.receivable);
      },
      drafts() {
        return [...shops].flatMap(([shop, all]) => {
          const { shareOf } = view.profile(shop).amounts;
          const amounts = sampleOf(all.filter((fen) => shareOf(fen) < PRICE_SHARE));
          if (amounts.length < FEWEST) {
            few.orders += open.get(shop)!.orders;
            few.fen += open.get(shop)!.fen;
            return [];
          }
          const bunching = repetitionOf(amounts);
          if (chanceOf(amounts, bunching, odds) * odds >= 1) return [];
          return {
            orders: [],
            nextStep: 'review' as const,
            evidence: [
              { kind: 'count', name: 'orders', count: amounts.length },
              { kind: 'count', name: 'bunching', count: Math.round(bunching * 100) / 100 },
              { kind: 'param', name: 'limit', param: 'odds', value: odds },
            ] as const,
          };
        });
      },
      tooFew: () => few,
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const bunching = figure(evidence, 'bunching');
    return {
      zh: `${orders} 单没有商品的金额，每个平均和 ${bunching} 单（含自己）一样`,
      en: `${orders} amounts without a product, each one equal to ${bunching} of them on average, itself included`,
    };
  },
});

/** The same whatever the sequence in which the orders stand. */
function sampleOf(amounts: readonly number[]): number[] {
  const step = Math.ceil(amounts.length / MOST_AMOUNTS);
  return amounts.toSorted((a, b) => a - b).filter((_, i) => i % step === 0);
}

/** How many amounts an amount is equal to on average, itself included; 1 where all differ. */
function repetitionOf(amounts: Iterable<number>): number {
  const counts = new Map<number, number>();
  let all = 0;
  for (const fen of amounts) {
    counts.set(fen, (counts.get(fen) ?? 0) + 1);
    all++;
  }
  let squares = 0;
  for (const count of counts.values()) squares += count * count;
  return squares / all;
}

/**
 * The chance of such a repetition where yuan and fen have nothing to do with each other: the fen are dealt out anew,
 * five times as often as the odds ask for, the same way in every run.
 */
function chanceOf(amounts: readonly number[], bunching: number, odds: number): number {
  const random = new Dealer();
  const fen = amounts.map((amount) => amount % YUAN);
  const yuan = amounts.map((amount, i) => amount - fen[i]!);
  const rounds = Math.ceil(odds * 5);
  let reached = 0;
  for (let round = 0; round < rounds; round++) {
    for (let i = fen.length - 1; i > 0; i--) {
      const other = random.below(i + 1);
      [fen[i], fen[other]] = [fen[other]!, fen[i]!];
    }
    if (repetitionOf(yuan.map((amount, i) => amount + fen[i]!)) >= bunching) reached++;
  }
  return (reached + 1) / (rounds + 1);
}

/** Numbers that look random, the same ones each time (xorshift). */
class Dealer {
  #state = 0x2545f491;

  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }
}
