// From what stands in a configuration to a number in a setting's own unit: `1,000 元`, `30 days`, `20%`. Never a guess.

import { halfWidth } from '../core/tokens.js';
import type { Param } from '../rules/rule.js';

export type Unit = Param['unit'];
type Dimension = 'money' | 'time' | 'share' | 'orders' | 'people' | 'records' | 'times';

/** What may stand behind a number: of which dimension it is, and how many of the dimension's smallest unit it makes. */
const WORDS: Readonly<Record<string, readonly [Dimension, number]>> = {
  元: ['money', 100],
  yuan: ['money', 100],
  rmb: ['money', 100],
  cny: ['money', 100],
  分: ['money', 1],
  fen: ['money', 1],
  万元: ['money', 1_000_000],
  天: ['time', 1440],
  日: ['time', 1440],
  d: ['time', 1440],
  day: ['time', 1440],
  days: ['time', 1440],
  周: ['time', 10_080],
  week: ['time', 10_080],
  weeks: ['time', 10_080],
  小时: ['time', 60],
  h: ['time', 60],
  hour: ['time', 60],
  hours: ['time', 60],
  分钟: ['time', 1],
  min: ['time', 1],
  minute: ['time', 1],
  minutes: ['time', 1],
  '%': ['share', 1],
  单: ['orders', 1],
  order: ['orders', 1],
  orders: ['orders', 1],
  人: ['people', 1],
  person: ['people', 1],
  people: ['people', 1],
  行: ['records', 1],
  record: ['records', 1],
  records: ['records', 1],
  倍: ['times', 1],
  times: ['times', 1],
};

/** Of which dimension a setting is, and how many of the smallest unit make one of its own; bare numbers are `bare`. */
const UNITS: Readonly<Record<Unit, { readonly is: Dimension; readonly own: number; readonly bare: number }>> =
  {
    fen: { is: 'money', own: 1, bare: 100 },
    days: { is: 'time', own: 1440, bare: 1440 },
    hours: { is: 'time', own: 60, bare: 60 },
    minutes: { is: 'time', own: 1, bare: 1 },
    orders: { is: 'orders', own: 1, bare: 1 },
    buyers: { is: 'people', own: 1, bare: 1 },
    records: { is: 'records', own: 1, bare: 1 },
    ratio: { is: 'share', own: 1, bare: 1 },
    factor: { is: 'times', own: 1, bare: 1 },
  };

/** `number`: it is none; `unit`: of something else, or of nothing known; `fraction`: not whole in the setting's unit. */
export type Misread = 'number' | 'unit' | 'fraction';

/** Digits before and behind the point that a number may have: far beyond every range. */
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,15})(?:\.(\d{1,12}))?\s*(\D*)$/;

/**
 * The value of a text in the setting's unit. Amounts are read as yuan, shares as a part of one, where no unit stands
 * behind the number; commas must stand between thousands. Whole units come out exactly, by digits and not by floats.
 */
export function readNumber(text: string, unit: Unit): number | Misread {
  const half = halfWidth(text).trim();
  const match = NUMBER.exec(half.replace(/^¥\s*/, ''));
  if (match === null || match[2] === undefined) return 'number';
  const [, sign, digits, decimals = '', word = ''] = match;
  const { is, own, bare: plain } = UNITS[unit];
  const known = word === '' ? undefined : WORDS[word.trim().toLowerCase()];
  if (word !== '' && known?.[0] !== is) return 'unit';
  if (half.startsWith('¥') && is !== 'money') return 'unit';
  const whole = digits.replaceAll(',', '');
  if (is === 'share' || is === 'times') {
    return Number(`${sign}${whole}.${decimals || '0'}${known === undefined || is === 'times' ? '' : 'e-2'}`);
  }
  const scale = 10n ** BigInt(decimals.length);
  const smallest = BigInt(`${whole}${decimals}`) * BigInt(known?.[1] ?? plain);
  const divisor = scale * BigInt(own);
  if (smallest % divisor !== 0n) return 'fraction';
  const value = Number(smallest / divisor);
  return sign === '-' && value !== 0 ? -value : value;
}

/** The words that may stand behind a number of that unit. */
export function wordsFor(unit: Unit): string[] {
  return Object.entries(WORDS).flatMap(([word, [dimension]]) => (dimension === UNITS[unit].is ? [word] : []));
}

/** A value as a bare number in a file: amounts in yuan. */
export function bareNumber(value: number, unit: Unit): number {
  return unit === 'fen' ? value / 100 : value;
}
