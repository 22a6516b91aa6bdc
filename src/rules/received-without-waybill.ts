// LG7: received, and no waybill, though what is like it travels by parcel.

import { figure, gatherRule } from './rule.js';
import { percent, yuan } from './words.js';

/** With fewer received orders of a product nobody can tell whether it travels by parcel. */
const FEWEST_LIKE = 5;

/** Orders that were received: how many, and how many of them with a waybill. */
interface Received {
  orders: number;
  sent: number;
}

/** What is kept of one without. */
interface Bare {
  readonly order: number;
  readonly product: string;
  readonly fen: number;
  readonly receivable: number;
}

/** The share of its like is reached at the limit itself. */
export const receivedWithoutWaybill = gatherRule({
  id: 'received-without-waybill',
  aliases: ['LG7'],
  title: { zh: '没有单号就收了货', en: 'received without a waybill' },
  looks: {
    zh: '已收货却没有快递单号的单；同商品已收货的够 5 单、多半有单号才算，虚拟商品和自提因此不算。',
    en: 'An order received without any waybill, where most of at least 5 received orders of the same product have one: so virtual goods and goods that are fetched are left out.',
  },
  why: {
    zh: '别的单都走快递，这单没有单号就确认了收货，货可能没有发。',
    en: 'All others travel by parcel; this one was confirmed without a waybill, and the goods may never have left.',
  },
  innocent: {
    zh: ['上门自提或自己送的', '补发、换货走的另一个单号', '单号没有回传'],
    en: [
      'fetched by the buyer or delivered by the shop',
      'sent by the waybill of an exchange',
      'the waybill was not sent back to the platform',
    ],
  },
  unless: {
    zh: '有快递单号，或同商品有单号的不到 {share}',
    en: 'it had a waybill, or under {share} of its product had one',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    share: {
      value: 0.5,
      unit: 'ratio',
      least: 0.01,
      most: 1,
      text: {
        zh: '同商品已收货的单里有单号的比例从（含）',
        en: 'of the received orders of its product so many have a waybill, included',
      },
    },
  },
  steps: ['review'],
  needs: ['waybill', 'product'],
  gather({ share }) {
    const like = new Map<string, Received>();
    const bare: Bare[] = [];
    const few = { orders: 0, fen: 0 };
    const count = (key: string, isSent: boolean) => {
      const known = like.get(key) ?? { orders: 0, sent: 0 };
      known.orders++;
      if (isSent) known.sent++;
      like.set(key, known);
    };
    return {
      see({ order, shop, product, judged, waybillTold, isMoneyLink }) {
        const { receivable, outstanding } = judged;
        if (!judged.received || product < 0 || receivable <= judged.money.refunded || isMoneyLink) return;
        const key = `${shop} ${product}`;
        count(key, waybillTold);
        if (!waybillTold) bare.push({ order, product: key, fen: outstanding, receivable });
      },
      drafts() {
        return bare.flatMap(({ order, product, fen, receivable }) => {
          const of = like.get(product)!;
          const sent = of.sent / of.orders;
          if (of.orders < FEWEST_LIKE) {
            if (fen > 0) few.orders++;
            few.fen += fen;
            return [];
          }
          if (sent < share) return [];
          return {
            orders: [order],
            nextStep: 'review' as const,
            evidence: [
              { kind: 'amount', name: 'receivable', fen: receivable },
              { kind: 'ratio', name: 'with-waybill', ratio: sent },
              { kind: 'param', name: 'limit', param: 'share', value: share },
            ] as const,
          };
        });
      },
      tooFew: () => few,
    };
  },
  line(evidence) {
    const fen = yuan(figure(evidence, 'receivable'));
    const share = percent(figure(evidence, 'with-waybill'));
    return {
      zh: `${fen} 元，没有快递单号就已收货；同商品的 ${share} 有单号`,
      en: `${fen} yuan, received without a waybill; ${share} of the same product have one`,
    };
  },
});
