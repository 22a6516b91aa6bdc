// The score of a group of linked orders: its points by hand, its floor, and nothing for nothing open.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupFacts, scoreOf } from '../../src/linkage/score.js';

const FACTS: GroupFacts = {
  buyers: 3,
  orders: 4,
  openOrders: 1,
  openFen: 50_000,
  spanSeconds: 30 * 86_400,
  isWhollyOpen: false,
};

const points = (facts: Partial<GroupFacts>) =>
  Object.fromEntries(scoreOf({ ...FACTS, ...facts }).parts.map((part) => [part.name, part.points]));

describe('the score of a group', () => {
  it.each([
    [{ buyers: 2 }, 'buyers', 0],
    [{ buyers: 3 }, 'buyers', 10],
    [{ buyers: 4 }, 'buyers', 15],
    [{ buyers: 6 }, 'buyers', 25],
    [{ buyers: 60 }, 'buyers', 25],
    [{ openFen: 99_999 }, 'open', 0],
    [{ openFen: 100_000 }, 'open', 15],
    [{ openFen: 299_999 }, 'open', 15],
    [{ openFen: 300_000 }, 'open', 22],
    [{ openFen: 999_999 }, 'open', 22],
    [{ openFen: 1_000_000 }, 'open', 30],
    [{ openOrders: 4 }, 'share', 25],
    [{ openOrders: 2 }, 'share', 13],
    [{ openOrders: 1 }, 'share', 6],
    [{ spanSeconds: 3600 }, 'time', 20],
    [{ spanSeconds: 3601 }, 'time', 10],
    [{ spanSeconds: 86_400 }, 'time', 10],
    [{ spanSeconds: 86_401 }, 'time', 5],
    [{ spanSeconds: 7 * 86_400 }, 'time', 5],
    [{ spanSeconds: 7 * 86_400 + 1 }, 'time', 0],
    [{ spanSeconds: Number.NaN }, 'time', 0],
  ])('gives for %j %s %i', (facts, name, expected) => {
    expect(points(facts)[name]).toBe(expected);
  });

  it('is 40 at least for a wholly open group, and says what was added', () => {
    const few = { isWhollyOpen: true, openFen: 100_000, openOrders: 1, orders: 4 };
    expect(scoreOf({ ...FACTS, ...few }).score).toBe(40);
    expect(points(few)).toEqual({ buyers: 10, open: 15, share: 6, time: 0, floor: 9 });
    expect(points({ ...few, openOrders: 4, spanSeconds: 0 })).not.toHaveProperty('floor');
  });

  it('is 0 when nothing is open', () => {
    expect(scoreOf({ ...FACTS, openOrders: 0, openFen: 0, isWhollyOpen: true })).toEqual({
      score: 0,
      parts: [],
    });
  });

  it('is the sum of its parts, from 0 to 100', () => {
    const facts = fc.record({
      buyers: fc.nat({ max: 500 }),
      orders: fc.integer({ min: 1, max: 500 }),
      openOrders: fc.nat({ max: 500 }),
      openFen: fc.nat({ max: 1e9 }),
      spanSeconds: fc.nat({ max: 1e8 }),
      isWhollyOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (any) => {
        const { score, parts } = scoreOf({ ...any, openOrders: Math.min(any.openOrders, any.orders) });
        expect(score).toBe(parts.reduce((sum, part) => sum + part.points, 0));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});
