// Hours of the week, and where the night ends.
import { expect, it } from 'vitest';
import { dayOf, parseTime } from '../../src/core/dates.js';
import { hourOfWeek, isNight, mondayOf } from '../../src/core/time-of-day.js';

it.each([
  // 2026-07-20 is a Monday.
  ['2026-07-20 00:00:01', 0, true],
  ['2026-07-20 05:59:59', 5, true],
  ['2026-07-20 06:00:00', 6, false],
  ['2026-07-20 23:59:59', 23, false],
  ['2026-07-26 02:30:00', 6 * 24 + 2, true],
  ['1970-01-01 10:00:00', 3 * 24 + 10, false],
])('%s is hour %i of the week', (time, hour, night) => {
  expect(hourOfWeek(parseTime(time))).toBe(hour);
  expect(isNight(hour)).toBe(night);
});

it('midnight sharp is a day without a time of day', () => {
  expect(hourOfWeek(parseTime('2026-07-20 00:00:00'))).toBe(-1);
  expect(hourOfWeek(Number.NaN)).toBe(-1);
});

it('a week begins with its Monday', () => {
  const day = (text: string) => dayOf(parseTime(`${text} 00:00:00`));
  expect(mondayOf(day('2026-07-20'))).toBe(day('2026-07-20'));
  expect(mondayOf(day('2026-07-26'))).toBe(day('2026-07-20'));
  expect(mondayOf(day('1969-12-31'))).toBe(day('1969-12-29'));
});
