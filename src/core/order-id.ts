// Order numbers: whether a cell can be one, whether Excel has damaged it, and the date that stands in it.

import { civilDay } from './dates.js';
import { BLANK, isEmptyToken, UNREADABLE } from './tokens.js';

const HYPHEN = 0x2d;
const ZERO = 0x30;
const NINE = 0x39;
const UNDERSCORE = 0x5f;

const SHORTEST_ID = 4;
const LONGEST_ID = 64;

/** Lengths of all-digit numbers that are taken without a look at their text. */
const SHORTEST_PLAIN = 8;
const LONGEST_PLAIN = 32;

/** `YYMMDD-` and 15 digits, the order number of Pinduoduo. */
const DATED_HYPHEN = 6;
const DATED_LENGTH = 22;

/** Excel keeps 15 significant digits of a number; from the 16th on it writes zeros. */
const LONG_NUMBER = 16;

/**
 * Judges the text of an order number cell after `cleanCell`.
 *
 * `missing`: an empty token. `damaged`: what Excel makes of long numbers (`2.60531E+14`, `1234.0`), and everything
 * that is no id at all: other characters than ASCII letters, digits, `-` and `_`, one of the last two in front, fewer
 * than 4 or more than 64 characters. A damaged id is reported and never repaired. `ok`: the rest.
 */
export function judgeOrderId(text: string): 'ok' | 'missing' | 'damaged' {
  if (isEmptyToken(text)) return 'missing';
  if (text.length < SHORTEST_ID || text.length > LONGEST_ID) return 'damaged';
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    const joins = code === HYPHEN || code === UNDERSCORE;
    if (joins ? i === 0 : !isLetterOrDigit(code)) return 'damaged';
  }
  return 'ok';
}

function isLetterOrDigit(code: number): boolean {
  if (code <= NINE) return code >= ZERO;
  const lower = code | 0x20;
  return lower >= 0x61 && lower <= 0x7a;
}

function allDigits(bytes: Uint8Array, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < ZERO || byte > NINE) return false;
  }
  return true;
}

/**
 * The fast path for bytes from `start` to before `end`: true for six digits, `-` and 15 digits, and for 8 to 32
 * digits. Then `judgeOrderId` would say `ok`; when false, it decides on the text.
 */
export function isPlainOrderId(bytes: Uint8Array, start: number, end: number): boolean {
  const length = end - start;
  if (length === DATED_LENGTH && bytes[start + DATED_HYPHEN] === HYPHEN) {
    return allDigits(bytes, start, start + DATED_HYPHEN) && allDigits(bytes, start + DATED_HYPHEN + 1, end);
  }
  return length >= SHORTEST_PLAIN && length <= LONGEST_PLAIN && allDigits(bytes, start, end);
}

/**
 * The civil day in the `YYMMDD-` with which Pinduoduo's order numbers begin, as a day number of the years 2000 to
 * 2099; it may be one day before the order's own time. `BLANK` when the id begins otherwise or that is no date. Bytes
 * from `start` to before `end`.
 */
export function dayInOrderBytes(bytes: Uint8Array, start: number, end: number): number {
  const hyphen = start + DATED_HYPHEN;
  if (end <= hyphen || bytes[hyphen] !== HYPHEN || !allDigits(bytes, start, hyphen)) return BLANK;
  const day = civilDay(
    2000 + twoDigits(bytes, start),
    twoDigits(bytes, start + 2),
    twoDigits(bytes, start + 4),
  );
  return day === UNREADABLE ? BLANK : day;
}

function twoDigits(bytes: Uint8Array, at: number): number {
  return 10 * (bytes[at]! - ZERO) + bytes[at + 1]! - ZERO;
}

/** The same of an id as text. */
export function dayInOrderId(text: string): number {
  const bytes = new TextEncoder().encode(text);
  return dayInOrderBytes(bytes, 0, bytes.length);
}

/** True for an id of digits only, 16 or more: one that Excel would round. Bytes from `start` to before `end`. */
export function isLongNumber(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start >= LONG_NUMBER && allDigits(bytes, start, end);
}

/**
 * True for a long number (see `isLongNumber`) that ends in 0. Among honest ids one in ten does; when many of a file's
 * do, Excel has rounded them. Bytes from `start` to before `end`.
 */
export function endsRounded(bytes: Uint8Array, start: number, end: number): boolean {
  return isLongNumber(bytes, start, end) && bytes[end - 1] === ZERO;
}

/** Of honest numbers a tenth ends in 0: five standard deviations above that no small file comes by chance. */
export function isBeyondChance(numbers: number, endInZero: number): boolean {
  return endInZero > numbers * 0.1 + 1.5 * Math.sqrt(numbers);
}
