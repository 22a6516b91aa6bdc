// LG2: a shipping or receipt time that lies before what must come from.

import { dayOf } from '../core/dates.js';
import type { EvidenceName } from '../core/finding.js';
import { figure, orderRule } from './rule.js';
import { shortTime } from './words.js';

const DAY_SECONDS = 86_400;

const ORDERED = { name: 'ordered-at', time: 'orderedAt', text: { zh: '下单', en: 'ordered' } } as const;
const SHIPPED = { name: 'shipped-at', time: 'shippedAt', text: { zh: '发货', en: 'shipped' } } as const;
const RECEIVED = { name: 'received-at', time: 'receivedAt', text: { zh: '收货', en: 'received' } } as const;
/** In the order in which they must happen. */
const EVENTS = [ORDERED, SHIPPED, RECEIVED];
/** What must not lie before what; of several lines the first says nothing. */
const STEPS = [
  { from: SHIPPED, to: RECEIVED },
  { from: ORDERED, to: SHIPPED },
  { from: ORDERED, to: RECEIVED },
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
  check(audited, { minutes }) {
    const limit = minutes * 60;
    let most = limit;
    let wrong: (typeof STEPS)[number] | null = null;
    // Of several lines the latest times are told: one may be received before another is shipped.
    for (let i = audited.judged.lines === 1 ? 0 : 1; i < STEPS.length; i++) {
      const step = STEPS[i]!;
      const early = secondsEarly(audited[step.from.time], audited[step.to.time]);
      if (!(early > most)) continue;
      most = early;
      wrong = step;
    }
    if (wrong === null) return null;
    return {
      orders: [audited.order],
      nextStep: 'review',
      evidence: [
        { kind: 'time', name: wrong.from.name, seconds: audited[wrong.from.time] },
        { kind: 'time', name: wrong.to.name, seconds: audited[wrong.to.time] },
        { kind: 'count', name: 'minutes', count: Math.floor(most / 60) },
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

/** The seconds by which `to` lies too early; NaN where one of them is unknown. */
function secondsEarly(from: number, to: number): number {
  // Midnight to the second is a day without a clock time.
  const isDay = from % DAY_SECONDS === 0 || to % DAY_SECONDS === 0;
  return isDay ? (dayOf(from) - dayOf(to)) * DAY_SECONDS : from - to;
}
