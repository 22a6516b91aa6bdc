// Tails and bounds: textbook values, a plain sum, and the laws that any share obeys.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, wilson } from '../../src/core/binomial.js';

describe("Wilson's bounds", () => {
  it.each([
    [0, 10, 0, 0.2775],
    [10, 10, 0.7225, 1],
    [5, 10, 0.2366, 0.7634],
    [40, 1000, 0.0295, 0.054],
  ])('of %i of %i are %f and %f', (hits, trials, lower, upper) => {
    expect(wilson(hits, trials).lower).toBeCloseTo(lower, 4);
    expect(wilson(hits, trials).upper).toBeCloseTo(upper, 4);
  });

  it('say nothing without trials', () => {
    expect(wilson(0, 0)).toEqual({ lower: 0, upper: 1 });
  });
});

describe('the chance of at least so many hits', () => {
  it.each([
    [1, 1, 0.3, 0.3],
    [2, 3, 0.5, 0.5],
    [3, 3, 0.1, 0.001],
    [0, 5, 0, 1],
    [1, 5, 0, 0],
    [6, 5, 0.9, 0],
    [3, 5, 1, 1],
  ])('%i of %i at %f is %f', (hits, trials, share, chance) => {
    expect(chanceOfAtLeast(hits, trials, share)).toBeCloseTo(chance, 12);
  });

  it('is a plain sum of terms, falls with the hits and grows with the share', () => {
    const any = fc.record({
      trials: fc.integer({ min: 1, max: 40 }),
      hits: fc.integer({ min: 0, max: 40 }),
      share: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    });
    fc.assert(
      fc.property(any, ({ trials, hits, share }) => {
        let sum = 0;
        let choose = 1;
        for (let k = 0; k <= trials; k++) {
          if (k >= hits) sum += choose * share ** k * (1 - share) ** (trials - k);
          choose = (choose * (trials - k)) / (k + 1);
        }
        expect(chanceOfAtLeast(hits, trials, share)).toBeCloseTo(sum, 9);
        expect(chanceOfAtLeast(hits + 1, trials, share)).toBeLessThanOrEqual(sum + 1e-12);
        expect(chanceOfAtLeast(hits, trials, Math.min(1, share * 1.1))).toBeGreaterThanOrEqual(sum - 1e-12);
      }),
    );
  });

  it('holds for thousands of trials too', () => {
    expect(chanceOfAtLeast(50_000, 100_000, 0.5)).toBeCloseTo(0.5, 2);
    expect(chanceOfAtLeast(60_000, 100_000, 0.5)).toBeLessThan(1e-100);
  });
});
