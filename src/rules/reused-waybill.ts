// LG6: one waybill on orders that were shipped weeks apart.

import { dayOf } from '../core/dates.js';
import type { Draft } from '../core/finding.js';
import { figure, gatherRule } from './rule.js';
import { shortDay } from './words.js';

/** What is kept of an order on a waybill that stands on another one too. */
interface Parcel {
  readonly order: number;
  readonly shippedAt: number;
}

/** Fires on the day after the limit, the 31st by default. */
export const reusedWaybill = gatherRule({
  id: 'reused-waybill',
  aliases: ['LG6'],
  title: { zh: '旧单号又用了一次', en: 'an old waybill used again' },
  looks: {
    zh: '同一个快递单号，在相隔一个多月的两次发货里都出现。',
    en: 'One waybill on orders that were shipped more than a month apart.',
  },
  why: {
    zh: '快递单号一般用一次；一个多月后又用，后一单可能没有真发，平台也会查。',
    en: 'A waybill is used once as a rule; used again after a month, the later parcel may never have left, and the platform checks too.',
  },
  innocent: {
    zh: ['单号填错', '快递公司循环用号', '退回后原包裹再发一次'],
    en: [
      'typed wrong',
      'the carrier uses its numbers again',
      'a parcel that came back and was sent once more',
    ],
  },
  unless: { zh: '相隔不超过 {days}', en: 'they were at most {days} apart' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    days: {
      value: 30,
      unit: 'days',
      least: 1,
      most: 366,
      text: { zh: '两次发货相隔超过几天（不含）', en: 'shipped more than so many days apart' },
    },
  },
  steps: ['review'],
  needs: ['waybill', 'shipping-time'],
  gather({ days }) {
    const byWaybill = new Map<number, Parcel[]>();
    return {
      see({ order, shippedAt, waybills, waybillAgain }) {
        if (!waybillAgain || Number.isNaN(shippedAt)) return;
        for (const waybill of waybills) {
          const known = byWaybill.get(waybill);
          if (known === undefined) byWaybill.set(waybill, [{ order, shippedAt }]);
          else known.push({ order, shippedAt });
        }
      },
      drafts() {
        const drafts = new Map<string, Draft>();
        for (const parcels of byWaybill.values()) {
          const first = parcels.reduce(
            (least, { shippedAt }) => Math.min(least, shippedAt),
            Number.POSITIVE_INFINITY,
          );
          const last = parcels.reduce((most, { shippedAt }) => Math.max(most, shippedAt), 0);
          const apart = dayOf(last) - dayOf(first);
          if (apart <= days) continue;
          const orders = parcels.map(({ order }) => order).sort((a, b) => a - b);
          // Orders that share several waybills are told once.
          drafts.set(orders.join(), {
            orders,
            nextStep: 'review',
            evidence: [
              { kind: 'count', name: 'orders', count: orders.length },
              { kind: 'time', name: 'shipped-at', seconds: first },
              { kind: 'time', name: 'shipped-again-at', seconds: last },
              { kind: 'days', name: 'days-apart', days: apart },
              { kind: 'param', name: 'limit', param: 'days', value: days },
            ],
          });
        }
        return [...drafts.values()];
      },
    };
  },
  line(evidence) {
    const orders = figure(evidence, 'orders');
    const days = figure(evidence, 'days-apart');
    const [first, last] = [figure(evidence, 'shipped-at'), figure(evidence, 'shipped-again-at')].map(
      shortDay,
    );
    return {
      zh: `一个单号 ${orders} 单，${first} 和 ${last} 都发过货，相隔 ${days} 天`,
      en: `one waybill on ${orders} orders, shipped ${first} and ${last}, ${days} days apart`,
    };
  },
});
