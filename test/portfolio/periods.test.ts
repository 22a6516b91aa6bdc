import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { covers, joinPeriods, periodsOfRows } from '../../src/portfolio/periods.js';

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

  it('hold exactly the days of the periods, whatever their order', () => {
    const period = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.nat(6))
      .map(([from, n]) => ({ from, to: from + n }));
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
