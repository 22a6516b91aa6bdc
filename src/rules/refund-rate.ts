// RF1: one person's orders are refunded surely more often than the shop's.

import { wilson } from '../core/binomial.js';
import { figure, gatherRule } from './rule.js';
import { percent, yuan } from './words.js';

/** What is kept of a shop, and of a person. */
interface Tally {
  orders: number;
  refunded: number;
}
interface Person extends Tally {
  readonly shop: number;
  fen: number;
  readonly refunds: number[];
}

export const refundRate = gatherRule({
  id: 'refund-rate',
  aliases: ['RF1'],
  title: { zh: '同一买家退款率高', en: 'refund rate of one buyer' },
  looks: {
    zh: '同一账号或电话的单够多，退款的占比（取 95% 把握的下限）仍比本店先用后付的退款占比高出一截；没有应收的单（取消、没付款）不算。',
    en: "One account or phone with enough orders whose share of refunds, by the lower bound at 95 %, is well above the shop's own share of pay-later refunds; orders without a receivable do not count.",
  },
  why: {
    zh: '和本店自己的退款率比，不看固定的数：高出这么多，多半不是碰巧。',
    en: "It is compared with the shop's own rate, for no fixed one fits all shops: so much more is hardly chance.",
  },
  innocent: {
    zh: [
      '买衣服鞋子习惯多拍几件再退',
      '多是没发货就取消的',
      '一批货有质量问题，都退了',
      '家人或同事共用一个号码',
    ],
    en: [
      'clothes and shoes are often ordered in several sizes and sent back',
      'mostly taken back before anything was shipped',
      'one faulty batch, all of it refunded',
      'a family or an office shares one number',
    ],
  },
  unless: {
    zh: '不到 {orders}，或退款占比的下限比本店先用后付的多不超过 {points}',
    en: "there were fewer than {orders}, or the lower bound of the share were at most {points} above that of the shop's pay-later orders",
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    orders: {
      value: 5,
      unit: 'orders',
      least: 2,
      most: 10_000,
      text: { zh: '同一买家从几单起（含）', en: 'so many orders of one buyer, included' },
    },
    points: {
      value: 0.2,
      unit: 'ratio',
      least: 0,
      most: 1,
      text: {
        zh: '退款占比的下限比本店高出多少个百分点以上',
        en: "the lower bound is above the shop's share by more than this",
      },
    },
  },
  steps: ['review'],
  needs: ['recipients'],
  gather({ orders: least, points }) {
    const shops = new Map<number, Tally>();
    const persons = new Map<number, Person>();
    return {
      see({ order, shop, person, personAgain, judged }) {
        // What was cancelled, never paid or given away cannot be refunded.
        if (judged.receivable <= 0) return;
        const { refunded } = judged.money;
        const own = shops.get(shop) ?? { orders: 0, refunded: 0 };
        shops.set(shop, own);
        count(own, refunded);
        if (!personAgain) return;
        const known = persons.get(person) ?? { shop, orders: 0, refunded: 0, fen: 0, refunds: [] };
        persons.set(person, known);
        count(known, refunded);
        if (refunded <= 0) return;
        known.fen += refunded;
        known.refunds.push(order);
      },
      drafts() {
        const many = [...persons.values()].filter(({ orders, refunded }) => orders >= least && refunded > 0);
        return many.flatMap((person) => {
          const shop = shops.get(person.shop)!;
          const base = shop.refunded / shop.orders;
          if (!(wilson(person.refunded, person.orders).lower > base + points)) return [];
          return {
            orders: person.refunds.sort((a, b) => a - b),
            nextStep: 'review' as const,
            exposureFen: person.fen,
            apart: true as const,
            evidence: [
              { kind: 'count', name: 'orders', count: person.orders },
              { kind: 'count', name: 'refunded-orders', count: person.refunded },
              { kind: 'ratio', name: 'share', ratio: person.refunded / person.orders },
              { kind: 'ratio', name: 'base-share', ratio: base },
              { kind: 'amount', name: 'refunded', fen: person.fen },
              { kind: 'param', name: 'limit', param: 'points', value: points },
            ] as const,
          };
        });
      },
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const refunded = figure(evidence, 'refunded-orders');
    const base = percent(figure(evidence, 'base-share'));
    const fen = yuan(figure(evidence, 'refunded'));
    return {
      zh: `同一账号或电话 ${orders} 单里 ${refunded} 单退款，共 ${fen} 元；本店先用后付退款占 ${base}`,
      en: `${refunded} of ${orders} orders of one account or phone refunded, ${fen} yuan; ${base} of the shop's pay-later orders`,
    };
  },
});

function count(tally: Tally, refunded: number): void {
  tally.orders++;
  if (refunded > 0) tally.refunded++;
}
