import { describe, expect, it } from 'vitest';
import { PartLearner } from '../../src/core/part-learner.js';

function learnFrom(columns: number, records: readonly (readonly [difference: number, ...parts: number[]])[]) {
  const learner = new PartLearner(columns);
  records.forEach(([difference, ...parts], row) => {
    learner.add(row, difference, Float64Array.from(parts));
  });
  return learner;
}
const learn = (...given: Parameters<typeof learnFrom>) => learnFrom(...given).learned();
const best = (...given: Parameters<typeof learnFrom>) => learnFrom(...given).best();

const times = <T>(n: number, item: T) => Array.from({ length: n }, () => item);

describe('which columns make up a difference', () => {
  it('is the smallest set that holds on 95 of 100, with the rows on which it does not', () => {
    const records = [...times(95, [300, 100, 200] as const), ...times(5, [100, 100, 200] as const)];
    expect(learn(2, records)).toMatchObject({
      set: 0b11,
      exceptions: { rows: [95, 96, 97, 98, 99], count: 5 },
    });
    expect(learn(2, [...records, [100, 100, 200]])).toMatchObject({ set: null, exceptions: { count: 0 } });
  });

  it('is the set whose columns stand first when two of one size hold', () => {
    expect(learn(3, times(10, [100, 0, 100, 100] as const))?.set).toBe(0b010);
  });

  it('is no column at all where nothing is added', () => {
    expect(learn(2, times(10, [0, 50, 20] as const))?.set).toBe(0);
  });

  it('is not said of fewer than five records that hold anything', () => {
    expect(learn(2, [...times(4, [100, 100, 0] as const), ...times(50, [0, 0, 0] as const)])).toBeNull();
  });

  it('takes a blank part for nothing', () => {
    expect(learn(2, times(10, [100, 100, Number.NaN] as const))?.set).toBe(0b01);
  });
});

describe('the set that fits best', () => {
  it('holds a part that few records have, where the smallest set would do without it', () => {
    const records = [...times(97, [100, 100, 0] as const), ...times(3, [300, 100, 200] as const)];
    expect(best(2, records)).toBe(0b11);
    expect(learn(2, records)?.set).toBe(0b01);
  });

  it('is the smallest of those that fit alike, and none below 95 of 100', () => {
    expect(best(2, times(3, [100, 100, 0] as const))).toBe(0b01);
    expect(best(1, [...times(94, [100, 100] as const), ...times(6, [50, 100] as const)])).toBeNull();
  });

  it('is said of a single record, and of nothing where there is none', () => {
    expect(best(1, [[100, 100]])).toBe(0b1);
    expect(best(1, [[0, 0]])).toBe(0);
    expect(best(1, [])).toBeNull();
  });

  it('is known from records that hold a part or a difference, or only from others', () => {
    expect(learnFrom(1, times(9, [0, 0] as const)).hasParts).toBe(false);
    expect(learnFrom(1, [[0, 100]]).hasParts).toBe(true);
    expect(learnFrom(1, [[100, 0]]).hasParts).toBe(true);
  });
});
