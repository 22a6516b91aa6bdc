import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commonPeriods, covers, joinPeriods, periodsOfRows, wholeDays } from '../../src/portfolio/periods.js';

const days = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);

describe('the days that a bill without a stated period covers', () => {
  it.each([
    ['no row', [], []],
    ['one row', [5], [{ from: 5, to: 5 }]],
    ['every day', days(1, 30), [{ from: 1, to: 30 }]],
    ['a run of 3 days is no gap', [...days(1, 5), ...days(9, 12)], [{ from: 1, to: 12 }]],
    [
      'a run of 4 days is one',
      [...days(1, 5), ...days(10, 12)],
      [
        { from: 1, to: 5 },
        { from: 10, to: 12 },
      ],
    ],
    ['twice the longest other run is none', [1, 4, 9, 10], [{ from: 1, to: 10 }]],
    [
      'more than twice is one',
      [1, 4, 10, 11],
      [
        { from: 1, to: 4 },
        { from: 10, to: 11 },
      ],
    ],
    ['a small shop sells every eighth day', [1, 9, 17, 25], [{ from: 1, to: 25 }]],
  ])('%s', (_, rows, periods) => {
    expect(periodsOfRows(rows)).toEqual(periods);
  });
});

describe('whole days', () => {
  const MINUTES = 1440;
  const span = fc
    .tuple(fc.integer({ min: 0, max: 12 * MINUTES }), fc.nat(2 * MINUTES))
    .map(([from, length]) => ({ from: from * 60, to: (from + length) * 60 + 59 }));

  it('are those of which every minute lies in a span', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const isIn = (minute: number) =>
          spans.some(({ from, to }) => from <= minute * 60 && minute * 60 <= to);
        const whole = days(0, 14).filter((day) => days(day * MINUTES, (day + 1) * MINUTES - 1).every(isIn));
        expect(days(0, 14).filter((day) => covers(joinPeriods(wholeDays(spans)), day, day))).toEqual(whole);
      }),
      { numRuns: 200 },
    );
  });

  it('may lack a minute at either end', () => {
    const end = 2 * 86_400 - 1;
    expect(wholeDays([{ from: 86_400 + 59, to: end - 59 }])).toEqual([{ from: 1, to: 1 }]);
    expect(wholeDays([{ from: 86_400 + 60, to: end }])).toEqual([]);
    expect(wholeDays([{ from: 86_400, to: end - 60 }])).toEqual([]);
  });
});

describe('joined periods', () => {
  it('are one where they overlap or touch, and leave the gap where they do not', () => {
    const joined = joinPeriods([
      { from: 10, to: 12 },
      { from: 1, to: 4 },
      { from: 5, to: 7 },
      { from: 3, to: 4 },
    ]);
    expect(joined).toEqual([
      { from: 1, to: 7 },
      { from: 10, to: 12 },
    ]);
    expect([covers(joined, 1, 7), covers(joined, 7, 10), covers(joined, 10, 13)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(covers(joined, Number.NaN, 7)).toBe(false);
  });

  const period = fc
    .tuple(fc.integer({ min: 0, max: 40 }), fc.nat(6))
    .map(([from, n]) => ({ from, to: from + n }));

  it('have the days in common that both hold, and are joined still', () => {
    const joined = fc.array(period).map(joinPeriods);
    fc.assert(
      fc.property(joined, joined, (a, b) => {
        const common = commonPeriods(a, b);
        const held = days(0, 50).filter((day) => covers(common, day, day));
        expect(held).toEqual(days(0, 50).filter((day) => covers(a, day, day) && covers(b, day, day)));
        expect(joinPeriods(common)).toEqual(common);
      }),
    );
  });

  it('hold exactly the days of the periods, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(period), (periods) => {
        const joined = joinPeriods(periods);
        const held = days(0, 50).filter((day) => covers(joined, day, day));
        expect(held).toEqual(days(0, 50).filter((day) => periods.some((p) => p.from <= day && day <= p.to)));
        expect(joinPeriods([...periods].reverse())).toEqual(joined);
      }),
    );
  });
});
