// LG2: a shipping or receipt time that lies before what must come from.

import { dayOf } from '../core/dates.js';
import type { EvidenceName } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { figure, orderRule } from './rule.js';
import { shortTime } from './words.js';

const DAY_SECONDS = 86_400;

/** In the order in which they must happen. */
const EVENTS: readonly { readonly name: EvidenceName; readonly text: Both }[] = [
  { name: 'ordered-at', text: { zh: '下单', en: 'ordered' } },
  { name: 'shipped-at', text: { zh: '发货', en: 'shipped' } },
  { name: 'received-at', text: { zh: '收货', en: 'received' } },
];

export const timeOrder = orderRule({
  id: 'time-order',
  aliases: ['LG2'],
  title: { zh: '时间先后颠倒', en: 'times in the wrong order' },
  looks: {
    zh: '发货早于下单，或收货早于发货、下单的单。',
    en: 'An order shipped before it was placed, or received before it was shipped or placed.',
  },
  why: {
    zh: '发货或收货早于前一步，时间可能是补填的，货可能没有真发。',
    en: 'Shipping or receipt lies before the step that must come first: the time may have been filled in, the goods may never have left.',
  },
  innocent: {
    zh: ['两个系统的时钟不一致', '先发货后补单', '导出后在表格里改过时间'],
    en: [
      'the clocks of two systems differ',
      'the goods were sent first and the order was placed afterwards',
      'a time was edited in a spreadsheet after the export',
    ],
  },
  unless: {
    zh: '几个时间先后正常，或相差不超过 {minutes}',
    en: 'the times were in order, or out of it by at most {minutes}',
  },
  severity: 'medium',
  strength: 'strong',
  params: {
    minutes: {
      value: 5,
      unit: 'minutes',
      least: 0,
      most: 1440,
      text: {
        zh: '早多少分钟以内算时钟误差',
        en: 'earlier by so many minutes at most is a difference of clocks',
      },
    },
  },
  steps: ['review'],
  needs: ['shipping-time'],
  check({ order, orderedAt, shippedAt, receivedAt, judged }, { minutes }) {
    const limit = minutes * 60;
    // Of several lines the latest times are told: one may be received before another is shipped.
    const isOneParcel = judged.lines === 1;
    // Nearly all orders have their times in order: nothing is made for them.
    const isWrong =
      secondsEarly(orderedAt, shippedAt) > limit ||
      secondsEarly(orderedAt, receivedAt) > limit ||
      (isOneParcel && secondsEarly(shippedAt, receivedAt) > limit);
    if (!isWrong) return null;
    const ordered: Event = { name: 'ordered-at', seconds: orderedAt };
    const shipped: Event = { name: 'shipped-at', seconds: shippedAt };
    const received: Event = { name: 'received-at', seconds: receivedAt };
    const steps = [stepOf(ordered, shipped), stepOf(ordered, received)];
    if (isOneParcel) steps.unshift(stepOf(shipped, received));
    const [wrong] = steps.filter(({ early }) => early > limit).sort((a, b) => b.early - a.early);
    if (wrong === undefined) return null;
    return {
      orders: [order],
      nextStep: 'review',
      evidence: [
        { kind: 'time', ...wrong.from },
        { kind: 'time', ...wrong.to },
        { kind: 'count', name: 'minutes', count: Math.floor(wrong.early / 60) },
        { kind: 'param', name: 'limit', param: 'minutes', value: minutes },
      ],
    };
  },
  line(evidence) {
    const [from, to] = EVENTS.filter(({ name }) => !Number.isNaN(figure(evidence, name)));
    const at = (name: EvidenceName) => shortTime(figure(evidence, name));
    if (from === undefined || to === undefined) return { zh: '时间先后颠倒', en: 'times in the wrong order' };
    return {
      zh: `${at(to.name)} ${to.text.zh}，早于 ${at(from.name)} ${from.text.zh}`,
      en: `${to.text.en} ${at(to.name)}, before it was ${from.text.en} ${at(from.name)}`,
    };
  },
});

interface Event {
  readonly name: EvidenceName;
  readonly seconds: number;
}

/** A step from one event to the next, and the seconds by which the next lies too early; NaN where one is unknown. */
function stepOf(from: Event, to: Event): { from: Event; to: Event; early: number } {
  return { from, to, early: secondsEarly(from.seconds, to.seconds) };
}

function secondsEarly(from: number, to: number): number {
  // Midnight to the second is a day without a clock time.
  const isDay = from % DAY_SECONDS === 0 || to % DAY_SECONDS === 0;
  return isDay ? (dayOf(from) - dayOf(to)) * DAY_SECONDS : from - to;
}
