// What would dissolve a group: the parts of it that still hang together when one of its keys is taken out.

import { DisjointSets } from '../core/disjoint-sets.js';
import type { Component, SharedKey } from './components.js';

/** Keys that are taken out for a trial, each time over the whole component. */
const MOST_TRIED = 20;

/**
 * The members of each part of two or more that remains of a component without one of its keys, largest first: `[]`
 * where it falls into single members, all of its members where the other keys make up for it. Time is linear.
 */
export function partsWithout<K extends SharedKey>({ members, keys }: Component<K>, without: K): number[] {
  const place = new Map(members.map((member, i) => [member, i]));
  const sets = new DisjointSets(members.length);
  for (const key of keys) {
    if (key === without) continue;
    const first = place.get(key.members[0]!)!;
    for (const member of key.members) sets.join(first, place.get(member)!);
  }
  const sizes = new Map<number, number>();
  for (let i = 0; i < members.length; i++) sizes.set(sets.find(i), (sizes.get(sets.find(i)) ?? 0) + 1);
  return [...sizes.values()].filter((size) => size >= 2).sort((a, b) => b - a);
}

/**
 * For each of `asked`, in their sequence, what `partsWithout` says. Only a key of the backbone can be missed: without
 * any other one all members stay together. Of the backbone the first twenty are tried, null stands for the others.
 */
export function leftWithout<K extends SharedKey>(
  component: Component<K>,
  backbone: ReadonlySet<K>,
  asked: readonly K[],
): Map<K, readonly number[] | null> {
  let tried = 0;
  return new Map(
    asked.map((key) => {
      if (!backbone.has(key)) return [key, [component.members.length]];
      return [key, tried++ < MOST_TRIED ? partsWithout(component, key) : null];
    }),
  );
}
