// PL3: the track says that parcels of a group were signed for, and nobody confirms the receipt. Only told of a group.

import { dayOf } from '../core/dates.js';
import type { Draft } from '../core/finding.js';
import { comesBack } from './refunds.js';
import { figure, gatherRule } from './rule.js';
import { counted, yuan } from './words.js';

/** What is kept of an order that was signed for long enough ago. */
interface Signed {
  readonly days: number;
  readonly fen: number;
}

/**
 * Fires on the day after the limit, the eighth by default, counted from the signature; where the track gives no time,
 * from the shipping, the earliest it can be.
 */
export const signedNotConfirmed = gatherRule({
  id: 'signed-not-confirmed',
  aliases: ['PL3'],
  title: { zh: '关联组里签收了没确认收货', en: 'a group: signed for, not confirmed' },
  looks: {
    zh: '同一关联组里，物流写着已签收，好几天后订单还是已发货待收货；物流没写签收时间的，从发货算。',
    en: 'Within one group, orders still waiting for their receipt days after the logistics say that they were signed for; where the logistics give no time, days since shipping.',
  },
  why: {
    zh: '确认收货前不会扣款。单独一单很平常，等自动收货就好；一组里几单都这样，值得一起看。',
    en: 'Nothing is debited before the receipt is confirmed. One such order is normal and waits for the automatic receipt; several of a group are worth a look together.',
  },
  innocent: {
    zh: ['等平台自动确认收货', '代收点签的，本人还没取', '买家延长了收货时间'],
    en: [
      'waits for the automatic receipt',
      'signed for by a pickup point and not fetched yet',
      'the buyer extended the receipt time',
    ],
  },
  unless: { zh: '签收后不超过 {days}', en: 'it were at most {days} since the signature' },
  severity: 'info',
  strength: 'weak',
  params: {
    days: {
      value: 7,
      unit: 'days',
      least: 1,
      most: 60,
      text: { zh: '签收超过几天（不含）', en: 'signed for more than so many days ago' },
    },
  },
  steps: ['review'],
  needs: ['recipients', 'tracking'],
  gather({ days: most }, { asOfDay }) {
    const signed = new Map<number, Signed>();
    return {
      see(order) {
        const { stage, outstanding } = order.judged;
        const days = asOfDay - dayOf(order.signedAt);
        if ((stage !== 'in-transit' && stage !== 'receipt-late') || !(days > most) || comesBack(order))
          return;
        signed.set(order.order, { days, fen: outstanding });
      },
      drafts: (totals) =>
        (totals?.clusters ?? []).flatMap(({ orders, alarming }, cluster): Draft[] => {
          const own = orders.filter((order) => alarming && signed.has(order));
          if (own.length === 0) return [];
          return [
            {
              orders: own,
              cluster,
              nextStep: 'review',
              evidence: [
                { kind: 'count', name: 'orders', count: own.length },
                {
                  kind: 'amount',
                  name: 'outstanding',
                  fen: own.reduce((sum, order) => sum + signed.get(order)!.fen, 0),
                },
                {
                  kind: 'days',
                  name: 'most-days',
                  days: own.reduce((days, order) => Math.max(days, signed.get(order)!.days), 0),
                },
                { kind: 'param', name: 'limit', param: 'days', value: most },
              ],
            },
          ];
        }),
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const days = figure(evidence, 'most-days');
    const fen = yuan(figure(evidence, 'outstanding'));
    return {
      zh: `这一组 ${orders} 单物流写着签收，最长过了 ${days} 天还没确认收货，${fen} 元`,
      en: `${counted(orders, 'order')} of the group signed for up to ${days} days ago and not confirmed, ${fen} yuan`,
    };
  },
});
