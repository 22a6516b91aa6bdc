// SE4: one promoter's orders are pay-later far more often than the shop's, and part of that is open.

import { wilson } from '../core/binomial.js';
import type { Draft } from '../core/finding.js';
import { type OpenOrder, OpenOrders } from './open-orders.js';
import { figure, gatherRule } from './rule.js';
import { percent, yuan } from './words.js';

/** Yuan of all pay-later orders of a promoter in one shop. */
interface Channel {
  readonly shop: number;
  readonly promoter: number;
  payLaterFen: number;
}

export const promoterShare = gatherRule({
  id: 'promoter-share',
  aliases: ['SE4'],
  title: { zh: '一个达人带的单先用后付特别多', en: 'one promoter, many pay-later orders' },
  looks: {
    zh: '同一达人带来的单里，先用后付的比例远高于全店，其中有没到账的。',
    en: "Orders of one promoter that are pay-later far more often than the shop's, where some of them are open.",
  },
  why: {
    zh: '先用后付集中在一个推广渠道：这个渠道的单到不到账，要单独看；佣金还没结的，先对清楚。',
    en: 'Pay-later gathers in one channel: see by itself whether its money comes in, and before its commission is settled.',
  },
  innocent: {
    zh: ['达人的粉丝习惯用先用后付', '直播时主推了先用后付', '带的商品本来就多用先用后付'],
    en: [
      "the promoter's followers like to pay later",
      'pay-later was recommended in the live stream',
      'the goods promoted are usually paid later',
    ],
  },
  unless: {
    zh: '这个达人带的不到 {orders}，或先用后付不到 {min}，或比例不到全店的 {lift} 倍、单数少到可能是碰巧',
    en: 'the promoter had fewer than {orders}, less than {min} of pay-later, a share under {lift} times that of the shop, or one that may be so by accident',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    lift: {
      value: 2,
      unit: 'factor',
      least: 1,
      most: 1000,
      text: {
        zh: '先用后付比例是全店的几倍起（含），95% 下限也要高于全店',
        en: "so many times the shop's share of pay-later, included; its 95 % lower bound must be above it too",
      },
    },
    min: {
      value: 300_000,
      unit: 'fen',
      least: 1,
      most: 1_000_000_000,
      text: {
        zh: '这个达人的先用后付合计多少元起（含）',
        en: 'pay-later of the promoter from so much on, included',
      },
    },
    orders: {
      value: 20,
      unit: 'orders',
      least: 5,
      most: 100_000,
      text: { zh: '这个达人至少几单才看（含）', en: 'only promoters of so many orders, or more' },
    },
  },
  steps: ['review'],
  needs: ['promoter'],
  gather({ lift, min, orders: least }, view) {
    const open = new OpenOrders();
    const channels: Channel[] = [];
    const known = new Map<string, number>();
    const few = { orders: 0, fen: 0 };
    return {
      see(order) {
        const { shop, promoter, judged } = order;
        if (promoter < 0) return;
        const key = `${shop} ${promoter}`;
        const at = known.get(key) ?? channels.push({ shop, promoter, payLaterFen: 0 }) - 1;
        known.set(key, at);
        channels[at]!.payLaterFen += judged.receivable;
        open.add(at, order);
      },
      drafts() {
        return [...open.groups(1)].flatMap(([at, orders]): Draft[] => {
          const { shop, promoter, payLaterFen } = channels[at]!;
          const { payLaterShare, promoted } = view.profile(shop);
          const told = promoted(promoter);
          if (told === null || Number.isNaN(payLaterShare)) {
            few.orders += orders.length;
            few.fen += sum(orders);
            return [];
          }
          const share = told.payLater / told.orders;
          const { lower } = wilson(told.payLater, told.orders);
          if (
            told.orders < least ||
            payLaterFen < min ||
            !(share >= lift * payLaterShare && lower > payLaterShare)
          )
            return [];
          return [
            {
              orders: orders.map(({ order }) => order).sort((a, b) => a - b),
              nextStep: 'review',
              evidence: [
                { kind: 'count', name: 'orders', count: told.orders },
                { kind: 'ratio', name: 'pay-later-share', ratio: share },
                { kind: 'ratio', name: 'base-share', ratio: payLaterShare },
                { kind: 'amount', name: 'receivable', fen: payLaterFen },
                { kind: 'amount', name: 'outstanding', fen: sum(orders) },
                { kind: 'param', name: 'limit', param: 'lift', value: lift },
              ],
            },
          ];
        });
      },
      tooFew: () => few,
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const share = percent(figure(evidence, 'pay-later-share'));
    const base = percent(figure(evidence, 'base-share'));
    const open = yuan(figure(evidence, 'outstanding'));
    return {
      zh: `同一达人带的 ${orders} 单里先用后付占 ${share}，全店 ${base}，未收 ${open} 元`,
      en: `of ${orders} orders of one promoter ${share} are pay-later, in the shop ${base}; ${open} yuan open`,
    };
  },
});

function sum(orders: readonly OpenOrder[]): number {
  return orders.reduce((fen, order) => fen + order.fen, 0);
}
