// Components, what holds them together and by how little: against plain searches over random graphs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  backboneOf,
  bridgesOf,
  componentsOf,
  densityOf,
  type SharedKey,
} from '../../src/linkage/components.js';

const SIZE = 16;
const anyKeys = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }), { minLength: 1, maxLength: 4 })
    .map((members): SharedKey => ({ members: members.sort((a, b) => a - b) })),
  { maxLength: 14 },
);

/** Sets of two or more members that hang together, by breadth-first search, each ascending, by their first. */
function searched(keys: readonly SharedKey[]): number[][] {
  const seen = new Set<number>();
  const found: number[][] = [];
  for (let start = 0; start < SIZE; start++) {
    if (seen.has(start)) continue;
    const reached = new Set([start]);
    for (const member of reached) {
      for (const { members } of keys) if (members.includes(member)) for (const to of members) reached.add(to);
    }
    for (const member of reached) seen.add(member);
    if (reached.size >= 2) found.push([...reached].sort((a, b) => a - b));
  }
  return found;
}

describe('components of any graph', () => {
  it('are those of a breadth-first search, with all keys that two of their members share', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        const found = componentsOf(SIZE, keys);
        expect(found.map(({ members }) => members)).toEqual(searched(keys));
        for (const { members, keys: own } of found) {
          expect(own).toEqual(
            keys.filter((key) => key.members.length > 1 && members.includes(key.members[0]!)),
          );
        }
      }),
    );
  });

  it('are held together by their backbone, none of which can be left out', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        for (const component of componentsOf(SIZE, keys)) {
          const needed = backboneOf(component);
          expect(searched(needed)).toEqual([component.members]);
          for (const key of needed) {
            expect(searched(needed.filter((other) => other !== key))).not.toEqual([component.members]);
          }
        }
      }),
    );
  });

  it.each([1, 2, 3])(
    'have as bridges the keys without which two parts of %i or more fall apart',
    (fewest) => {
      fc.assert(
        fc.property(anyKeys, (keys) => {
          for (const component of componentsOf(SIZE, keys)) {
            const expected = component.keys.filter((key) => {
              const others = component.keys.filter((other) => other !== key);
              const left = searched(others).filter(([first]) => component.members.includes(first!));
              const alone = component.members.filter((member) => !left.flat().includes(member));
              const parts = [...left, ...alone.map((member) => [member])];
              return parts.filter((part) => part.length >= fewest).length >= 2;
            });
            expect(bridgesOf(component, fewest)).toEqual(expected);
          }
        }),
      );
    },
  );

  it('have a density that counts each pair once', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        for (const component of componentsOf(SIZE, keys)) {
          const { members } = component;
          let linked = 0;
          for (const a of members) {
            for (const b of members) {
              if (a < b && keys.some((key) => key.members.includes(a) && key.members.includes(b))) linked++;
            }
          }
          expect(densityOf(component)).toBeCloseTo(
            (2 * linked) / (members.length * (members.length - 1)),
            12,
          );
        }
      }),
    );
  });
});

describe('a component too large to look at pair by pair', () => {
  it('has no density, and a backbone all the same', () => {
    const members = Array.from({ length: 500 }, (_, i) => i);
    const [component] = componentsOf(500, [{ members }, { members: [3, 4] }]);
    expect(densityOf(component!)).toBeNaN();
    expect(backboneOf(component!)).toEqual([{ members }]);
    const chain = members.slice(1).map((member) => ({ members: [member - 1, member] }));
    expect(backboneOf(componentsOf(500, chain)[0]!)).toHaveLength(499);
  });

  it('has its bridges found without a walk that is too deep', () => {
    const members = Array.from({ length: 50_000 }, (_, i) => i);
    const chain = members.slice(1).map((member) => ({ members: [member - 1, member] }));
    expect(bridgesOf(componentsOf(50_000, chain)[0]!, 3)).toHaveLength(49_999 - 4);
  });
});
