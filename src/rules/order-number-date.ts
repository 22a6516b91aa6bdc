// SE7: the date that an order's number begins with is days away from when it says it was placed.

import { dayOf, formatDate } from '../core/dates.js';
import { figure, orderRule } from './rule.js';
import { counted } from './words.js';

/** Fires on the day after the limit, the third by default. Numbers that begin with no date are never told. */
export const orderNumberDate = orderRule({
  id: 'order-number-date',
  aliases: ['SE7'],
  title: { zh: '单号日期和下单时间对不上', en: 'number and order time disagree' },
  looks: {
    zh: '拼多多订单号开头的日期和表里的下单时间差了好几天。',
    en: "The date that a Pinduoduo order's number begins with is days away from its order time.",
  },
  why: {
    zh: '平台的单号按下单那天编，差好几天说明表里的时间可能被改过，推算的扣款日也就不准。',
    en: 'The platform numbers orders by their day: days apart, the time in the file may have been edited, and its due date with it.',
  },
  innocent: {
    zh: ['拼团过了几天才成团', '两份表拼接时错了行', '在表格里统一改过日期格式'],
    en: [
      'a group-buy that was completed days later',
      'rows shifted when two tables were joined',
      'dates reformatted in a spreadsheet',
    ],
  },
  unless: { zh: '相差不超过 {days}', en: 'they were at most {days} apart' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    days: {
      value: 2,
      unit: 'days',
      least: 1,
      most: 366,
      text: { zh: '相差超过几天（不含）', en: 'more than so many days apart' },
    },
  },
  steps: ['review'],
  needs: ['order-time'],
  check({ order, numberDay, orderedAt }, { days }) {
    const apart = Math.abs(dayOf(orderedAt) - numberDay);
    if (!(apart > days)) return null;
    return {
      orders: [order],
      nextStep: 'review',
      evidence: [
        { kind: 'date', name: 'number-date', day: numberDay },
        { kind: 'time', name: 'ordered-at', seconds: orderedAt },
        { kind: 'days', name: 'days-apart', days: apart },
        { kind: 'param', name: 'limit', param: 'days', value: days },
      ],
    };
  },
  line(evidence) {
    const day = formatDate(figure(evidence, 'number-date')).slice(5);
    const ordered = formatDate(dayOf(figure(evidence, 'ordered-at'))).slice(5);
    const days = figure(evidence, 'days-apart');
    return {
      zh: `单号是 ${day} 的，表里 ${ordered} 下单，差 ${days} 天`,
      en: `numbered ${day}, ordered ${ordered} by the file, ${counted(days, 'day')} apart`,
    };
  },
});
