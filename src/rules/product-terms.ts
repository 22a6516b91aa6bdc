// PL13: a product whose pay-later orders fare clearly worse than its ordinary ones, or than the shop's other products.

import { FEWEST_COMPARED, wilson } from '../core/binomial.js';
import type { Draft, Evidence } from '../core/finding.js';
import type { Count, ProductRow } from '../portfolio/product-table.js';
import { figure, reportRule } from './rule.js';
import { percent, yuan } from './words.js';

/** In what a product can stand out: see `ProductRow`. */
const SIDES = ['refunded', 'late', 'out'] as const;
type Side = (typeof SIDES)[number];

/** Its own count beside the one that it is compared with, and its orders that make it up. */
interface Compared {
  readonly own: Count;
  readonly beside: Count;
}

export const productTerms = reportRule({
  id: 'product-terms',
  aliases: ['PL13'],
  title: { zh: '这个商品用先用后付明显更差', en: 'a product that fares worse on pay-later' },
  looks: {
    zh: '一个商品的先用后付单，退款率比它自己的普通单高出一截，或者逾期没到账、货发了没回来的比例比店里别的商品高出一截；都按 95% 把握的区间比。',
    en: "A product whose pay-later orders are refunded clearly more often than its ordinary ones, or are late, or their goods out, clearly more often than those of the shop's other products; by 95 % bounds.",
  },
  why: {
    zh: '这个商品要不要继续开先用后付，按这几个数来定。',
    en: 'Whether to go on offering pay-later for this product is decided by these figures.',
  },
  innocent: {
    zh: ['这个商品试用后退货本来就多', '搞活动，先用后付的新客多', '一批货有质量问题'],
    en: [
      'the product is tried on and returned anyway',
      'a campaign brought new customers who pay later',
      'one batch was faulty',
    ],
  },
  unless: {
    zh: '先用后付或拿来比的单不到 {orders}，或高出不到 {points}，或牵涉的货款不到 {min}',
    en: 'there were fewer than {orders} on either side, or it were less than {points} worse, or less than {min} were concerned',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    orders: {
      value: FEWEST_COMPARED,
      unit: 'orders',
      least: 5,
      most: 100_000,
      text: { zh: '先用后付和拿来比的至少各几单（含）', en: 'so many orders on either side, or more' },
    },
    points: {
      value: 0.1,
      unit: 'ratio',
      least: 0,
      most: 1,
      text: {
        zh: '它的下限比另一边的上限至少高出多少（百分点）',
        en: "its lower bound is above the other's upper bound by so much, or more",
      },
    },
    min: {
      value: 100_000,
      unit: 'fen',
      least: 1,
      most: 1_000_000_000,
      text: {
        zh: '证实逾期没到账的和货发了没回来的一共多少元起（含）',
        en: 'yuan proven late and goods out come to so much, or more',
      },
    },
  },
  steps: ['review'],
  needs: ['product'],
  check({ products: { rows } }, { orders, points, min }) {
    const shops = new Map<number, Sums>();
    for (const row of rows) shops.set(row.shop, added(shops.get(row.shop) ?? NOTHING, row));
    return rows.flatMap((row): Draft[] => {
      if (row.lateFen + row.outFen < min) return [];
      const compared = comparedOf(row, shops.get(row.shop)!);
      const worse = SIDES.filter((side) => isWorse(compared[side], orders, points));
      if (worse.length === 0) return [];
      return [
        {
          orders: [],
          subject: row.id,
          nextStep: 'review',
          exposureFen: row.lateFen + row.outFen,
          evidence: [
            { kind: 'term', name: 'product', term: nameOf(row) },
            { kind: 'count', name: 'orders', count: row.payLater.of },
            ...worse.flatMap((side) => figuresOf(side, compared[side])),
            { kind: 'amount', name: 'outstanding', fen: row.lateFen },
            { kind: 'amount', name: 'goods-out', fen: row.outFen },
            { kind: 'param', name: 'limit', param: 'points', value: points },
          ],
        },
      ];
    });
  },
  tooFew: ({ products }) => products.few,
  line(evidence) {
    const name = evidence.find((one) => one.kind === 'term')?.term ?? '';
    const shares = SIDES.flatMap((side) => {
      const own = figure(evidence, `${side}-share`);
      const beside = figure(evidence, `${side}-beside`);
      return Number.isNaN(own) ? [] : [{ side, own: percent(own), beside: percent(beside) }];
    });
    const [late, out] = [figure(evidence, 'outstanding'), figure(evidence, 'goods-out')];
    const fen = [
      ...(late > 0 ? [{ zh: `逾期未到账 ${yuan(late)} 元`, en: `${yuan(late)} yuan late` }] : []),
      ...(out > 0 ? [{ zh: `货发了没回来 ${yuan(out)} 元`, en: `goods worth ${yuan(out)} yuan out` }] : []),
    ];
    const zh = shares.map(
      ({ side, own, beside }) => `${SIDE_WORDS[side].zh[0]} ${own}（${SIDE_WORDS[side].zh[1]} ${beside}）`,
    );
    const en = shares.map(
      ({ side, own, beside }) => `${SIDE_WORDS[side].en[0]} ${own} (${SIDE_WORDS[side].en[1]} ${beside})`,
    );
    return {
      zh: `商品「${name}」的先用后付${zh.join('、')}；${fen.map((one) => one.zh).join('，')}：看看要不要继续开先用后付`,
      en: `pay-later orders of “${name}”: ${en.join(', ')}; ${fen.map((one) => one.en).join(', ')}: decide whether to go on offering it`,
    };
  },
});

const SIDE_WORDS: Readonly<
  Record<Side, { readonly zh: readonly [string, string]; readonly en: readonly [string, string] }>
> = {
  refunded: { zh: ['退款', '普通单'], en: ['refunded', 'ordinary orders'] },
  late: { zh: ['逾期', '别的商品'], en: ['late', 'other products'] },
  out: { zh: ['货没回来', '别的商品'], en: ['goods out', 'other products'] },
};

/** The counts of all products of a shop. */
type Sums = Readonly<Record<'late' | 'out', Count>>;
const NOTHING: Sums = { late: { of: 0, hits: 0 }, out: { of: 0, hits: 0 } };

function added({ late, out }: Sums, row: ProductRow): Sums {
  return { late: sum(late, row.late, 1), out: sum(out, row.out, 1) };
}

function sum(a: Count, b: Count, sign: 1 | -1): Count {
  return { of: a.of + sign * b.of, hits: a.hits + sign * b.hits };
}

function comparedOf(row: ProductRow, shop: Sums): Readonly<Record<Side, Compared>> {
  return {
    refunded: { own: row.payLater, beside: row.ordinary },
    late: { own: row.late, beside: sum(shop.late, row.late, -1) },
    out: { own: row.out, beside: sum(shop.out, row.out, -1) },
  };
}

function isWorse({ own, beside }: Compared, orders: number, points: number): boolean {
  if (own.of < orders || beside.of < orders) return false;
  return wilson(own.hits, own.of).lower - wilson(beside.hits, beside.of).upper >= points;
}

function figuresOf(side: Side, { own, beside }: Compared): Evidence[] {
  return [
    { kind: 'ratio', name: `${side}-share`, ratio: own.hits / own.of },
    { kind: 'ratio', name: `${side}-beside`, ratio: beside.hits / beside.of },
  ];
}

/** Of a title as much as tells it from others. */
const MOST_CHARACTERS = 24;

function nameOf({ id, title }: ProductRow): string {
  const name = title === '' ? id : title;
  const signs = [...name];
  return signs.length > MOST_CHARACTERS ? `${signs.slice(0, MOST_CHARACTERS - 1).join('')}…` : name;
}
