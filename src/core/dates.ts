// Civil dates and times in Asia/Shanghai: strict reading, day numbers and their text, without host time zone or locale.

import { BLANK, cleanCell, halfWidth, isEmptyToken, UNREADABLE } from './tokens.js';

/** Seconds in a civil day; Shanghai has had no clock change in the years that matter, and none is computed. */
const SECONDS_PER_DAY = 86_400;

const FIRST_YEAR = 1900;
const LAST_YEAR = 2999;

/** Years that a file name's digits may stand for; others are more likely an id. */
const FIRST_FILE_YEAR = 2015;
const LAST_FILE_YEAR = 2099;

/** Day numbers of 0000-01-01 and 9999-12-31, the days that have a four-digit year. */
const FIRST_DAY = -719_528;
const LAST_DAY = 2_932_896;

/** Days from 0000-03-01, where the algorithm's years begin, to 1970-01-01. */
const EPOCH_SHIFT = 719_468;
const DAYS_PER_ERA = 146_097;

/**
 * The day number (days since 1970-01-01) of a date of the calendar with a year from 1900 to 2999;
 * `UNREADABLE` when there is no such day. Counts years from March, so that the leap day is the last of its year.
 */
export function civilDay(year: number, month: number, day: number): number {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12 || day < 1) return UNREADABLE;
  if (day > 28 && day > daysInMonth(year, month)) return UNREADABLE;
  const y = month <= 2 ? year - 1 : year;
  const monthFromMarch = month <= 2 ? month + 9 : month - 3;
  const leapDays = ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0);
  return y * 365 + leapDays + (((153 * monthFromMarch + 2) / 5) | 0) + day - 1 - EPOCH_SHIFT;
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Seconds of a date and a clock time; `UNREADABLE` when either does not exist (24:00 and second 60 do not). */
function civilSeconds(day: number, hour: number, minute: number, second: number): number {
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return UNREADABLE;
  return day * SECONDS_PER_DAY + hour * 3600 + minute * 60 + second;
}

// Groups in each form: year, month, day, hour, minute, second; which form applies shows at the fifth character.
const DASHED = /^(\d{4})-(\d{1,2})-(\d{1,2})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const DASHED_T = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.0{1,9})?$/;
const SLASHED = /^(\d{4})\/(\d{1,2})\/(\d{1,2})(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?$/;
const CHINESE = /^(\d{4})年(\d{1,2})月(\d{1,2})日(?: (\d{1,2}):(\d\d)(?::(\d\d))?)?$/;

function formOf(text: string): RegExp | undefined {
  switch (text[4]) {
    case '-':
      return text[10] === 'T' ? DASHED_T : DASHED;
    case '/':
      return SLASHED;
    case '年':
      return CHINESE;
    default:
      return undefined;
  }
}

/**
 * Reads a time from a cell: seconds since 1970-01-01 00:00 as a civil clock shows them.
 *
 * Accepted, in half or full width: `2026-7-20`, `2026/7/20` and `2026年7月20日`, each with or without a zero in front of
 * one digit, with or without ` 9:05` or ` 9:05:00`; `2026-07-20T10:09:23` (also with a fraction of zeros). A date alone
 * is its 00:00:00.
 * `BLANK` for an empty token; `UNREADABLE` for everything else: days and times that do not exist, years outside
 * 1900 to 2999, serial numbers, time zones.
 */
export function parseTime(text: string): number {
  const cell = cleanCell(text);
  if (isEmptyToken(cell)) return BLANK;
  const s = halfWidth(cell);
  const match = formOf(s)?.exec(s);
  if (!match) return UNREADABLE;
  const day = civilDay(Number(match[1]), Number(match[2]), Number(match[3]));
  return civilSeconds(day, Number(match[4] ?? 0), Number(match[5] ?? 0), Number(match[6] ?? 0));
}

/** What stands for two bytes that are no digits: so low that no sum with it comes into any range. */
const NO_DIGITS = -1_000_000;

function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] as number) - 0x30;
  const units = (bytes[at + 1] as number) - 0x30;
  return tens < 0 || tens > 9 || units < 0 || units > 9 ? NO_DIGITS : tens * 10 + units;
}

/**
 * The fast path for ASCII bytes from `start` to before `end`: exactly `YYYY-MM-DD HH:MM:SS`, as strict as `parseTime`.
 * Anything else is `UNREADABLE`: then `parseTime` decides on the text.
 */
export function parsePlainTime(bytes: Uint8Array, start: number, end: number): number {
  if (end - start !== 19) return UNREADABLE;
  if (bytes[start + 4] !== 0x2d || bytes[start + 7] !== 0x2d || bytes[start + 10] !== 0x20) return UNREADABLE;
  if (bytes[start + 13] !== 0x3a || bytes[start + 16] !== 0x3a) return UNREADABLE;
  const year = twoDigits(bytes, start) * 100 + twoDigits(bytes, start + 2);
  const day = civilDay(year, twoDigits(bytes, start + 5), twoDigits(bytes, start + 8));
  const hour = twoDigits(bytes, start + 11);
  return civilSeconds(day, hour, twoDigits(bytes, start + 14), twoDigits(bytes, start + 17));
}

/** The day number of a time; `BLANK` and `UNREADABLE` stay what they are. */
export function dayOf(seconds: number): number {
  return Math.floor(seconds / SECONDS_PER_DAY);
}

/** The day number of exactly `YYYY-MM-DD`; everything else, blanks included, is `UNREADABLE`. */
export function parseDate(text: string): number {
  return text.length === 10 && DASHED.test(text)
    ? civilDay(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8)))
    : UNREADABLE;
}

function padded(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/**
 * A day number as `YYYY-MM-DD`.
 * Throws a RangeError for what is no day of the years 0000 to 9999: a blank must be handled before it is shown.
 */
export function formatDate(day: number): string {
  if (!Number.isInteger(day) || day < FIRST_DAY || day > LAST_DAY)
    throw new RangeError(`not a day number: ${day}`);
  const shifted = day + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const leapDays =
    Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const yearStart = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = era * 400 + yearOfEra + (month <= 2 ? 1 : 0);
  return `${String(year).padStart(4, '0')}-${padded(month)}-${padded(dayOfMonth)}`;
}

/** Seconds as `YYYY-MM-DD HH:MM:SS`. Throws a RangeError for what is no whole second of the years 0000 to 9999. */
export function formatTime(seconds: number): string {
  if (!Number.isInteger(seconds)) throw new RangeError(`not whole seconds: ${seconds}`);
  const day = dayOf(seconds);
  const inDay = seconds - day * SECONDS_PER_DAY;
  const minutes = Math.floor(inDay / 60);
  return `${formatDate(day)} ${padded(Math.floor(minutes / 60))}:${padded(minutes % 60)}:${padded(inDay % 60)}`;
}

// Either form must not touch another digit: then it would be a piece of an id.
const FILE_TIME =
  /(?<!\d)(?:(\d{4})-(\d\d)-(\d\d)(?:[-_](\d\d)-(\d\d)-(\d\d))?|(\d{4})(\d\d)(\d\d)(?:[-_]?(\d\d)(\d\d)(\d\d))?)(?!\d)/g;

/**
 * The time of export in a file's name, in seconds: `2026-07-20-10-09-23`, `2026-07-20_10-09-23`, `20260720100923`,
 * `20260720-100923`, `2026-07-20` or `20260720` of the years 2015 to 2099 that touches no other digit. The first one
 * with a time of day wins, for a date alone may be a period's or a piece of an id; else the latest date (of a period its
 * end), and then the end of that day, 23:59:59, for the export may hold all of it. `BLANK` when there is none.
 */
export function timeInFileName(name: string): number {
  let dateAlone = BLANK;
  for (const match of name.matchAll(FILE_TIME)) {
    const dashed = match[1] !== undefined;
    const [year, month, day, hour, minute, second] = dashed ? match.slice(1, 7) : match.slice(7);
    const civil = civilDay(Number(year), Number(month), Number(day));
    if (civil === UNREADABLE || Number(year) < FIRST_FILE_YEAR || Number(year) > LAST_FILE_YEAR) continue;
    const seconds = civilSeconds(civil, Number(hour), Number(minute), Number(second));
    if (hour !== undefined && seconds !== UNREADABLE) return seconds;
    // 14 digits that end in no time of day are an id; a dashed date stands on its own, whatever follows it.
    const endOfDay = civilSeconds(civil, 23, 59, 59);
    if ((hour === undefined || dashed) && !(dateAlone >= endOfDay)) dateAlone = endOfDay;
  }
  return dateAlone;
}
