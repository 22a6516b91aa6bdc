// Groups of what shares a key, against a search through all pairs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DisjointSets } from '../../src/core/disjoint-sets.js';

const keys = fc.array(fc.integer({ min: -1, max: 5 }), { maxLength: 12 });

/** The lowest member that each one hangs together with, by spreading along equal keys until nothing changes. */
function leaders(lists: readonly (readonly number[])[]): number[] {
  const lead = (lists[0] ?? []).map((_, i) => i);
  for (let changed = true; changed; ) {
    changed = false;
    for (const list of lists) {
      list.forEach((key, i) => {
        list.forEach((other, j) => {
          if (key < 0 || key !== other || lead[i] === lead[j]) return;
          lead[i] = lead[j] = Math.min(lead[i] ?? 0, lead[j] ?? 0);
          changed = true;
        });
      });
    }
  }
  return lead;
}

describe('what belongs together', () => {
  it('joins equal keys, directly or through others, and never by having none', () => {
    fc.assert(
      fc.property(keys, keys, (a, b) => {
        const size = Math.min(a.length, b.length);
        const lists = [a.slice(0, size), b.slice(0, size)];
        const together = new DisjointSets(size);
        for (const list of lists) together.joinBy(list);
        const lead = leaders(lists);
        const groups = together.sets();
        expect(groups.flat().sort((x, y) => x - y)).toEqual(lead.map((_, i) => i));
        for (const group of groups) {
          expect(group).toEqual([...group].sort((x, y) => x - y));
          for (const member of group) expect(lead[member]).toBe(group[0]);
        }
        expect(groups.map(([first]) => first)).toEqual([...new Set(lead)].sort((x, y) => x - y));
        const isEven = (i: number) => i % 2 === 0;
        expect(together.count(isEven)).toBe(groups.filter((group) => group.some(isEven)).length);
      }),
    );
  });
});
