// What is left of a group without one of its keys: against a plain search over random graphs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backboneOf, componentsOf, type SharedKey } from '../../src/linkage/components.js';
import { leftWithout, partsWithout } from '../../src/linkage/dissolve.js';

const SIZE = 14;
const anyKeys = fc.array(
  fc
    .uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }), { minLength: 2, maxLength: 4 })
    .map((members): SharedKey => ({ members: members.sort((a, b) => a - b) })),
  { maxLength: 12 },
);

/** Sizes of what hangs together by these keys among these members, by walking from each: two or more, largest first. */
function searched(members: readonly number[], keys: readonly SharedKey[]): number[] {
  const seen = new Set<number>();
  const sizes: number[] = [];
  for (const start of members) {
    if (seen.has(start)) continue;
    const reached = new Set([start]);
    for (const member of reached) {
      for (const key of keys) if (key.members.includes(member)) for (const to of key.members) reached.add(to);
    }
    for (const member of reached) seen.add(member);
    if (reached.size >= 2) sizes.push(reached.size);
  }
  return sizes.sort((a, b) => b - a);
}

describe('a group without one of its keys', () => {
  it('falls into the parts that a plain search finds', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        for (const component of componentsOf(SIZE, keys)) {
          for (const key of component.keys) {
            const others = component.keys.filter((other) => other !== key);
            expect(partsWithout(component, key)).toEqual(searched(component.members, others));
          }
        }
      }),
    );
  });

  it('is whole for each key that the backbone does without, with no need to try', () => {
    fc.assert(
      fc.property(anyKeys, (keys) => {
        for (const component of componentsOf(SIZE, keys)) {
          const left = leftWithout(component, new Set(backboneOf(component)), component.keys);
          expect([...left.keys()]).toEqual(component.keys);
          for (const key of component.keys) expect(left.get(key)).toEqual(partsWithout(component, key));
        }
      }),
    );
  });

  it('is tried for twenty keys of its backbone, and for those that are asked for', () => {
    const chain = Array.from({ length: 30 }, (_, i) => ({ members: [i, i + 1] }));
    const [component] = componentsOf(31, chain);
    const left = leftWithout(component!, new Set(chain), chain.slice(1));
    expect([...left.values()].slice(0, 20)).toEqual(
      Array.from({ length: 20 }, (_, i) => [29 - i, i + 2].sort((a, b) => b - a)),
    );
    expect([...left.values()].slice(20)).toEqual(Array.from({ length: 9 }, () => null));
  });
});
