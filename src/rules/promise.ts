// The promised shipping time as a figure and in words: until when an order that can still be held must leave.

import { dayOf } from '../core/dates.js';
import type { Evidence } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { figure } from './rule.js';
import { counted, shortTime } from './words.js';

/**
 * The promised time (civil seconds) and how many whole days before the as-of day it lay; nothing where the file gives
 * none (NaN). A promise on the as-of day itself is not past: the export may have been made before it.
 */
export function promiseOf(promisedAt: number, asOfDay: number): readonly Evidence[] {
  if (Number.isNaN(promisedAt)) return [];
  const days = Math.max(0, asOfDay - dayOf(promisedAt));
  return [
    { kind: 'time', name: 'promised-at', seconds: promisedAt },
    { kind: 'days', name: 'days-past-promise', days },
  ];
}

/** `07-21 09:14 前要发货`, or that this is past, or that the file gives no such time. */
export function promiseText(evidence: readonly Evidence[]): Both {
  const promisedAt = figure(evidence, 'promised-at');
  if (Number.isNaN(promisedAt))
    return { zh: '表里没有承诺发货时间', en: 'no promised shipping time in the file' };
  const time = shortTime(promisedAt);
  const days = figure(evidence, 'days-past-promise');
  if (days > 0) {
    return {
      zh: `应在 ${time} 前发货，已过 ${days} 天`,
      en: `was to ship before ${time}, ${counted(days, 'day')} ago`,
    };
  }
  return { zh: `${time} 前要发货`, en: `ship before ${time}` };
}
