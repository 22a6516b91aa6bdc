// What belongs together because it shares a key, directly or through others: disjoint sets over numbers from 0 on.

/** The smallest member leads its set, so that sets do not depend on the order of the joins. Time: nearly linear. */
export class DisjointSets {
  readonly #parent: Int32Array;

  /** `members` sets of one member each. */
  constructor(members: number) {
    this.#parent = Int32Array.from({ length: members }, (_, i) => i);
  }

  /** The smallest member of a member's set. */
  find(member: number): number {
    const parent = this.#parent;
    let at = member;
    while (parent[at] !== at) {
      // Halving the path keeps every later look short.
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  join(a: number, b: number): void {
    const [one, other] = [this.find(a), this.find(b)];
    if (one < other) this.#parent[other] = one;
    else this.#parent[one] = other;
  }

  /** Joins those of equal keys, `keys[i]` being the key of i; below 0 is no key. */
  joinBy(keys: readonly number[]): void {
    const first = new Map<number, number>();
    keys.forEach((key, i) => {
      if (key < 0) return;
      const known = first.get(key);
      if (known === undefined) first.set(key, i);
      else this.join(known, i);
    });
  }

  /** In how many sets some member passes. */
  count(passes: (i: number) => boolean): number {
    const leaders = new Set<number>();
    this.#parent.forEach((_, i) => {
      if (passes(i)) leaders.add(this.find(i));
    });
    return leaders.size;
  }

  /** The sets and their members, both ascending by their first member. */
  sets(): number[][] {
    const sets = new Map<number, number[]>();
    this.#parent.forEach((_, i) => {
      const leader = this.find(i);
      const set = sets.get(leader);
      if (set === undefined) sets.set(leader, [i]);
      else set.push(i);
    });
    return [...sets.values()];
  }
}
