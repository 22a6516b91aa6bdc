// The latest believable event: typing errors far ahead are left out, honest late days are not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate, formatTime, parseTime } from '../../src/core/dates.js';
import { DayHistogram } from '../../src/core/day-histogram.js';

function histogram(...times: readonly (readonly [time: string, count: number])[]): DayHistogram {
  const days = new DayHistogram();
  for (const [time, count] of times) for (let i = 0; i < count; i++) days.add(parseTime(time));
  return days;
}

function latest(days: DayHistogram): [string, number] | null {
  const found = days.latest();
  return found === null ? null : [formatTime(found.seconds), found.beyond];
}

describe('the latest believable event', () => {
  it('is null without any', () => {
    const days = new DayHistogram();
    expect(days.latest()).toBeNull();
    expect(days.earliestDay()).toBeNaN();
  });

  it('is the latest second of its day, whatever the order', () => {
    const days = histogram(
      ['2026-07-20 09:00:00', 1],
      ['2026-07-20 23:59:59', 1],
      ['2026-07-20 10:00:00', 1],
    );
    expect(latest(days)).toEqual(['2026-07-20 23:59:59', 0]);
  });

  it('believes everything of fewer than 100 events', () => {
    expect(latest(histogram(['2026-07-20', 98], ['2099-01-01', 1]))).toEqual(['2099-01-01 00:00:00', 0]);
  });

  it('from 100 events on leaves out what lies more than 31 days behind the 99.9th percentile', () => {
    expect(latest(histogram(['2026-07-20', 99], ['2099-01-01', 1]))).toEqual(['2026-07-20 00:00:00', 1]);
    expect(latest(histogram(['2026-07-20', 99], ['2026-08-20', 1]))).toEqual(['2026-08-20 00:00:00', 0]);
    expect(latest(histogram(['2026-07-20', 99], ['2026-08-21', 1]))).toEqual(['2026-07-20 00:00:00', 1]);
  });

  it('takes one event in a thousand for an error, but not two', () => {
    expect(latest(histogram(['2026-07-20', 1999], ['2027-07-20', 1]))).toEqual(['2026-07-20 00:00:00', 1]);
    expect(latest(histogram(['2026-07-20', 1998], ['2027-07-20', 2]))).toEqual(['2026-07-20 00:00:00', 2]);
    expect(latest(histogram(['2026-07-20', 1997], ['2027-07-20', 3]))).toEqual(['2027-07-20 00:00:00', 0]);
  });

  it('takes the next one that is believable when several are not', () => {
    const days = histogram(['2026-07-01', 998], ['2026-07-30', 1], ['2031-01-01', 1], ['2099-12-31', 1]);
    expect(latest(days)).toEqual(['2026-07-30 00:00:00', 2]);
  });

  it('holds every time that is ever read', () => {
    const days = histogram(['1900-01-01', 1], ['2999-12-31 23:59:59', 1]);
    expect(latest(days)).toEqual(['2999-12-31 23:59:59', 0]);
    expect(formatDate(days.earliestDay())).toBe('1900-01-01');
  });

  it('agrees with sorting', () => {
    const day = fc.integer({ min: 20_000, max: 20_200 });
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 300 }), (list) => {
        const days = new DayHistogram();
        for (const d of list) days.add(d * 86_400 + (d % 7));
        const sorted = list.toSorted((a, b) => a - b);
        const rank = list.length < 100 ? list.length : Math.floor(list.length * 0.999);
        const believed = sorted.filter((d) => d <= sorted[rank - 1]! + 31);
        const last = believed.at(-1)!;
        expect(days.latest()).toEqual({
          seconds: last * 86_400 + (last % 7),
          beyond: list.length - believed.length,
        });
        expect(days.earliestDay()).toBe(sorted[0]);
      }),
    );
  });
});
