// Counts of exact amounts: percentiles and the commonest one, against a plain sorted list.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AmountCounts } from '../../src/core/amount-counts.js';

const SEED = 20_260_720;
const RUNS = 200;

function counted(amounts: readonly number[]): AmountCounts {
  const counts = new AmountCounts();
  for (const fen of amounts) counts.add(fen);
  return counts;
}

describe('amounts that are counted', () => {
  it('of none know nothing', () => {
    const none = counted([]);
    expect([none.total, none.quantile(0.5), none.commonest(), none.of(3700)]).toEqual([
      0,
      Number.NaN,
      null,
      0,
    ]);
  });

  it('name the commonest, of several the smallest, whatever its size', () => {
    expect(counted([900, 500, 900, 500, 7]).commonest()).toEqual({ fen: 500, orders: 2 });
    expect(counted([99_999_999, 400, 99_999_999]).commonest()).toEqual({ fen: 99_999_999, orders: 2 });
    expect(counted([88_888_888, 77_777_777]).commonest()).toEqual({ fen: 77_777_777, orders: 1 });
  });

  it(`agree with a sorted list (seed ${SEED})`, () => {
    // Around the edges of the cells: small, beyond the first ones, and beyond all of them.
    const fen = fc.oneof(
      fc.nat(200),
      fc.integer({ min: 4000, max: 4200 }),
      fc.integer({ min: 262_100, max: 262_200 }),
      fc.integer({ min: 1, max: 2 ** 31 }),
    );
    fc.assert(
      fc.property(
        fc.array(fen, { minLength: 1, maxLength: 80 }),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (amounts, share) => {
          const counts = counted(amounts);
          const sorted = amounts.toSorted((a, b) => a - b);
          expect(counts.quantile(share)).toBe(sorted[Math.ceil(sorted.length * share) - 1]);
          for (const one of amounts)
            expect(counts.of(one)).toBe(amounts.filter((other) => other === one).length);
          expect(counts.total).toBe(amounts.length);
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
