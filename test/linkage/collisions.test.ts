// The collision budget: by hand, and against how many pairs of independent parts agree in fact.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedAccidents } from '../../src/linkage/collisions.js';
import { createRandom } from '../support/random.js';

describe('the expected number of accidental pairs', () => {
  it('is by hand: 4 people, 6 pairs, of which 2 agree in the name and 1 in the digits', () => {
    // 6 x (4/12) x (2/12) = 1/3
    expect(
      expectedAccidents([
        [1, 1, 2, 2],
        [7, 7, 8, 9],
      ]),
    ).toBeCloseTo(1 / 3, 12);
  });

  it('is 0 where some part never agrees, and without people', () => {
    expect(
      expectedAccidents([
        [1, 1, 1],
        [1, 2, 3],
      ]),
    ).toBe(0);
    expect(expectedAccidents([[], []])).toBe(0);
    expect(expectedAccidents([[1], [1]])).toBe(0);
  });

  it('is the number of all pairs where everything agrees', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), (people) => {
        const same = Array.from({ length: people }, () => 5);
        expect(expectedAccidents([same, same])).toBeCloseTo((people * (people - 1)) / 2, 6);
      }),
    );
  });

  it('foretells how many pairs of independent parts agree', () => {
    const random = createRandom(7);
    const people = Array.from({ length: 3000 }, () => [
      random.int(0, 19),
      random.int(0, 199),
      random.int(0, 9),
    ]);
    const expected = expectedAccidents([0, 1, 2].map((part) => people.map((person) => person[part]!)));
    const counts = new Map<string, number>();
    for (const person of people) counts.set(person.join(), (counts.get(person.join()) ?? 0) + 1);
    const pairs = [...counts.values()].reduce((sum, count) => sum + (count * (count - 1)) / 2, 0);
    expect(Math.abs(pairs - expected)).toBeLessThan(4 * Math.sqrt(expected));
  });
});
