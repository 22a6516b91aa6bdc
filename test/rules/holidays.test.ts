// Public holidays in a span: the table is what the script makes of its source, and the days are those of the list.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../src/core/dates.js';
import { holidaysBetween, LAST_HOLIDAY_YEAR } from '../../src/rules/holidays.js';
import { HOLIDAYS_PATH, holidaysSource, listedDays } from '../scripts/make-holidays.js';

/** How the text is laid out is the formatter's matter. */
const bare = (text: string) => text.replace(/\s+/g, '');
const between = (after: string, to: string) => holidaysBetween(parseDate(after), parseDate(to));

it('is what `npm run holidays` makes, licence included', () => {
  expect(bare(readFileSync(HOLIDAYS_PATH, 'utf8'))).toBe(bare(holidaysSource()));
  expect(holidaysSource()).toContain('MIT License');
});

describe('public holidays', () => {
  it.each([
    ['the Spring Festival of 2026', '2026-02-14', '2026-02-23', 9],
    ['the first day is not counted', '2026-02-15', '2026-02-23', 8],
    ['the last day is', '2026-02-14', '2026-02-15', 1],
    ['one day', '2026-02-15', '2026-02-15', 0],
    ['backwards', '2026-02-23', '2026-02-14', 0],
    ['a weekend at work', '2026-02-27', '2026-03-02', 0],
    ['over the turn of the year', '2018-12-28', '2019-01-02', 3],
    ['not published', '2027-01-01', '2027-12-31', 0],
    ['up to what is published', '2026-09-30', '2027-03-01', 7],
  ])('%s', (_, after, to, days) => {
    expect(between(after, to)).toBe(days);
  });

  it('are all days of the list and no other', () => {
    const days = listedDays();
    for (const day of days) expect(holidaysBetween(parseDate(day) - 1, parseDate(day)), day).toBe(1);
    expect(between('1900-01-01', '2999-12-31')).toBe(days.length);
    expect(LAST_HOLIDAY_YEAR).toBe('2026');
  });

  it('are none where a day is not known', () => {
    expect(holidaysBetween(Number.NaN, 20_000)).toBe(0);
    expect(holidaysBetween(20_000, Number.NaN)).toBe(0);
  });
});
