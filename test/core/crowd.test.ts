// How many people stand behind a key: exactly as many as a set of them holds, up to 255.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Crowd } from '../../src/core/crowd.js';

describe('the crowd behind keys', () => {
  it('counts each person of a key once, whatever the sequence', () => {
    const note = fc.tuple(fc.nat({ max: 40 }), fc.nat({ max: 3 }), fc.integer({ min: 1, max: 300 }));
    fc.assert(
      fc.property(fc.array(note, { maxLength: 3000 }), (notes) => {
        const crowd = new Crowd();
        const expected = new Map<number, Set<number>>();
        for (const [high, low, person] of notes) {
          const entry = crowd.note(high, low, person);
          const people = expected.get(entry) ?? new Set();
          expected.set(entry, people.add(person));
        }
        expect(crowd.size).toBe(new Set(notes.map(([high, low]) => `${high} ${low}`)).size);
        for (const [entry, people] of expected) expect(crowd.people(entry)).toBe(Math.min(255, people.size));
      }),
      { numRuns: 50 },
    );
  });

  it('gives a key the same number again, also when there are many, and stops at 255 people', () => {
    const crowd = new Crowd();
    const entries = Array.from({ length: 50_000 }, (_, i) => crowd.note(i * 7, Math.imul(i, 0x9e3779b1), 1));
    expect(new Set(entries).size).toBe(50_000);
    for (let i = 0; i < 50_000; i += 997) {
      expect(crowd.note(i * 7, Math.imul(i, 0x9e3779b1), 1)).toBe(entries[i]);
    }
    for (let person = 1; person <= 1000; person++) crowd.note(1, 2, person);
    expect(crowd.people(crowd.note(1, 2, 1))).toBe(255);
    expect(crowd.people(entries[3]!)).toBe(1);
  });

  it('adds what stands behind the spellings of one key, each once', () => {
    const crowd = new Crowd();
    const [a, b, c] = [crowd.note(1, 1, 5), crowd.note(2, 2, 6), crowd.note(3, 3, 7)];
    crowd.note(1, 1, 8);
    const keys = Int32Array.of(0, 0, 0, 1, -1, 1);
    const entries = Int32Array.of(a, b, a, c, c, -1);
    expect([...crowd.behind(3, keys, entries, 6)]).toEqual([3, 1, 0]);
    expect([...crowd.behind(3, keys, entries, 1)]).toEqual([2, 0, 0]);
  });
});
