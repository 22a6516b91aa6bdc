// How many people stand behind a key: exactly as many as a set of them holds.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Crowd } from '../../src/core/crowd.js';

describe('the crowd behind keys', () => {
  it('counts each person of a key once, whatever the sequence', () => {
    const note = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(note, { maxLength: 3000 }), (notes) => {
        const crowd = new Crowd();
        const people = new Map<string, Set<number>>();
        const first = new Map<string, number>();
        for (const [high, low, person] of notes) {
          const entry = crowd.note(high, low, person);
          const key = `${high} ${low}`;
          if (!first.has(key)) first.set(key, entry);
          people.set(key, (people.get(key) ?? new Set()).add(person));
        }
        expect(crowd.size).toBe(notes.length);
        const groups = [...first.values()];
        const counted = crowd.behind(groups.length, [...groups.keys()], groups);
        expect([...counted]).toEqual([...people.values()].map(({ size }) => size));
      }),
      { numRuns: 50 },
    );
  });

  it('finds the keys that are asked for among many, with any number of people', () => {
    const crowd = new Crowd();
    const entries = Array.from({ length: 100_000 }, (_, i) => crowd.note(i * 7, Math.imul(i, 0x9e3779b1), 1));
    for (let person = 1; person <= 5000; person++) crowd.note(-1, -2, person);
    const asked = [entries[3]!, entries[99_999]!, crowd.size - 1];
    expect([...crowd.behind(3, [0, 1, 2], asked)]).toEqual([1, 1, 5000]);
    expect([...crowd.behind(2, [], [])]).toEqual([0, 0]);
  });

  it('adds what stands behind the spellings of one key, each once, and counts none for two keys', () => {
    const crowd = new Crowd();
    const [a, b, c] = [crowd.note(1, 1, 5), crowd.note(2, 2, 6), crowd.note(3, 3, 7)];
    const again = crowd.note(1, 1, 8);
    expect([...crowd.behind(2, [0, 0, 0, 1, 1], [a, b, again, c, b])]).toEqual([3, 1]);
  });
});
