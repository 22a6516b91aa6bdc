// Connected components of members that share keys: what holds each together, how densely, and by how little.

import { DisjointSets } from '../core/disjoint-sets.js';

/** A key with all that carry it: distinct members, ascending. */
export interface SharedKey {
  readonly members: readonly number[];
}

export interface Component<K extends SharedKey> {
  /** Ascending. */
  readonly members: readonly number[];
  /** The keys that two or more of them share, in the sequence in which they were given. */
  readonly keys: readonly K[];
}

/**
 * The components of two or more members, by their smallest members. `size`: members are numbers from 0 up to it.
 * Time and memory are linear in the size and in what the keys hold.
 */
export function componentsOf<K extends SharedKey>(size: number, keys: readonly K[]): Component<K>[] {
  const sets = new DisjointSets(size);
  const joining = keys.filter(({ members }) => members.length >= 2);
  for (const { members } of joining) {
    for (const member of members) sets.join(members[0]!, member);
  }
  const found = new Map<number, { members: number[]; keys: K[] }>();
  for (const key of joining) {
    const leader = sets.find(key.members[0]!);
    const known = found.get(leader);
    if (known === undefined) found.set(leader, { members: [], keys: [key] });
    else known.keys.push(key);
  }
  for (let member = 0; member < size; member++) found.get(sets.find(member))?.members.push(member);
  return [...found.values()].sort((a, b) => a.members[0]! - b.members[0]!);
}

/**
 * A small set of the keys that already holds the component together, in their sequence: each key is taken that joins
 * what those before it leave apart, then every one is left out again that the others make up for. The smallest set of
 * all would take exponential time to find.
 */
export function backboneOf<K extends SharedKey>({ members, keys }: Component<K>): K[] {
  const place = placesOf(members);
  const sets = new DisjointSets(members.length);
  const taken = keys.filter((key) => joinAll(sets, key, place));
  if (taken.length > MOST_TRIED) return taken;
  for (const key of taken.toReversed()) {
    const others = taken.filter((other) => other !== key);
    const without = new DisjointSets(members.length);
    for (const other of others) joinAll(without, other, place);
    if (members.every((_, i) => without.find(i) === 0)) taken.splice(taken.indexOf(key), 1);
  }
  return taken;
}

/** Leaving out is tried one by one, each time over all others: beyond so many keys it is not. */
const MOST_TRIED = 100;

/** True when it joined anything. */
function joinAll(sets: DisjointSets, { members }: SharedKey, place: ReadonlyMap<number, number>): boolean {
  let joined = false;
  const first = place.get(members[0]!)!;
  for (const member of members) {
    const at = place.get(member)!;
    if (sets.find(at) === sets.find(first)) continue;
    sets.join(at, first);
    joined = true;
  }
  return joined;
}

function placesOf(members: readonly number[]): Map<number, number> {
  return new Map(members.map((member, i) => [member, i]));
}

/** More pairs than this are not counted one by one. */
const MOST_PAIRS = 100_000;

/** The share of all pairs of members that share a key directly, above 0 to 1; NaN for a component too large to count. */
export function densityOf<K extends SharedKey>({ members, keys }: Component<K>): number {
  const pairs = keys.reduce((sum, key) => sum + (key.members.length * (key.members.length - 1)) / 2, 0);
  if (pairs > MOST_PAIRS) return Number.NaN;
  const place = placesOf(members);
  const linked = new Set<number>();
  for (const key of keys) {
    const places = key.members.map((member) => place.get(member)!);
    places.forEach((a, i) => {
      for (const b of places.slice(i + 1)) linked.add(Math.min(a, b) * members.length + Math.max(a, b));
    });
  }
  return linked.size / ((members.length * (members.length - 1)) / 2);
}

/**
 * The keys on which two parts of the component, each of at least `fewest` members, hang together: without the key they
 * would fall apart. In the sequence of the keys. Time is linear: one walk over members and keys.
 */
export function bridgesOf<K extends SharedKey>(component: Component<K>, fewest: number): K[] {
  const { members, keys } = component;
  const place = placesOf(members);
  const count = members.length;
  /** Members first, then keys; neighbours of each. */
  const next: number[][] = Array.from({ length: count + keys.length }, () => []);
  keys.forEach((key, i) => {
    for (const member of key.members) {
      next[count + i]!.push(place.get(member)!);
      next[place.get(member)!]!.push(count + i);
    }
  });
  const entered = new Int32Array(next.length).fill(-1);
  const low = new Int32Array(next.length);
  /** Members at or below a node of the walk. */
  const below = Int32Array.from(next, (_, node) => (node < count ? 1 : 0));
  const tried = new Int32Array(next.length);
  /** Of a key: members of the parts that fall off, and how many of these parts are large. */
  const fallen = new Int32Array(next.length);
  const large = new Int32Array(next.length);
  const path = [0];
  entered[0] = low[0] = 0;
  for (let time = 1; path.length > 0; ) {
    const node = path.at(-1)!;
    const to = next[node]![tried[node]!++];
    if (to === undefined) {
      path.pop();
      const parent = path.at(-1);
      if (parent === undefined) break;
      low[parent] = Math.min(low[parent]!, low[node]!);
      below[parent]! += below[node]!;
      if (parent >= count && low[node]! >= entered[parent]!) {
        fallen[parent]! += below[node]!;
        if (below[node]! >= fewest) large[parent]!++;
      }
    } else if (entered[to] === -1) {
      entered[to] = low[to] = time++;
      path.push(to);
    } else low[node] = Math.min(low[node]!, entered[to]!);
  }
  return keys.filter((_, i) => {
    const rest = count - fallen[count + i]! >= fewest ? 1 : 0;
    return large[count + i]! + rest >= 2;
  });
}
