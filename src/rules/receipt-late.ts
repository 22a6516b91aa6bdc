// OD8: shipped, and nobody has confirmed the receipt long after the platform should have.

import { dayOf } from '../core/dates.js';
import { holidaysBetween, LAST_HOLIDAY_YEAR } from './holidays.js';
import { comesBack } from './refunds.js';
import { figure, orderRule } from './rule.js';
import { shortDay } from './words.js';

export const receiptLate = orderRule({
  id: 'receipt-late',
  aliases: ['OD8'],
  title: { zh: '超期未确认收货', en: 'receipt late' },
  looks: {
    zh: '发货后很久还没确认收货、也没有退回迹象的单。',
    en: 'A shipped order without a sign of its return whose receipt is not confirmed long after it should have been.',
  },
  why: {
    zh: '早该自动确认收货了还没有，扣款就不会开始；件可能丢了、退了或卡在路上。',
    en: 'Receipt should have been confirmed by itself; until it is, no debit begins. The parcel may be lost, returned or stuck.',
  },
  innocent: {
    zh: ['买家延长了收货时间', '快递春节停得比法定假日久', '快递停滞或改派'],
    en: [
      'the buyer extended the receipt time',
      'couriers rest longer than the public holiday around the Spring Festival',
      'the parcel is stuck or rerouted',
    ],
  },
  unless: {
    zh: `发货不超过 {days}（法定假日不算在内，只知道公布到 ${LAST_HOLIDAY_YEAR} 年的），或已经确认收货`,
    en: `it were shipped at most {days} ago, public holidays not counted (known up to ${LAST_HOLIDAY_YEAR}), or received`,
  },
  severity: 'low',
  bands: { zh: '低，{medium}起为中', en: 'low, medium from {medium}' },
  strength: 'moderate',
  params: {
    days: {
      value: 15,
      unit: 'days',
      least: 1,
      most: 180,
      text: {
        zh: '发货超过几天（不含这一天，法定假日不算）；自动收货天数再加 5 天',
        en: 'shipped more than so many days ago, public holidays not counted; automatic receipt and 5 days',
      },
    },
    medium: {
      value: 100_000,
      unit: 'fen',
      least: 1,
      most: 100_000_000,
      text: { zh: '从多少元起（含）为中', en: 'medium from so much on, included' },
    },
  },
  steps: ['platform'],
  needs: ['shipping-time'],
  stated: true,
  check(order, { days, medium }, { asOfDay }) {
    const { outstanding, stage } = order.judged;
    const shippedDay = dayOf(order.shippedAt);
    const since = asOfDay - shippedDay;
    // One that comes back is told as refused or returned.
    if (stage !== 'receipt-late' || !(since > days) || comesBack(order)) return null;
    // The stage keeps its days, for the sums of money hang on it: the holidays only put off that it is listed.
    const holidays = holidaysBetween(shippedDay, asOfDay);
    if (since - holidays <= days) return null;
    return {
      orders: [order.order],
      severity: outstanding >= medium ? 'medium' : 'low',
      nextStep: 'platform',
      evidence: [
        { kind: 'amount', name: 'outstanding', fen: outstanding },
        { kind: 'days', name: 'days-since-shipping', days: since },
        ...(holidays > 0 ? [{ kind: 'count', name: 'holidays', count: holidays } as const] : []),
        { kind: 'time', name: 'shipped-at', seconds: order.shippedAt },
      ],
    };
  },
  // Not due yet, proven or not: it is never called overdue.
  line(evidence) {
    const days = figure(evidence, 'days-since-shipping');
    const day = shortDay(figure(evidence, 'shipped-at'));
    return {
      zh: `${day} 发货，过了 ${days} 天没确认收货`,
      en: `shipped ${day}, receipt not confirmed after ${days} days`,
    };
  },
});
