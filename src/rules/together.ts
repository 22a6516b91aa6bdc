// Things that belong together because they share a key: which ones, and how many groups they make.

/** Disjoint sets over 0 to `size` - 1. Time: nearly linear in the joins. */
export class Together {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i);
  }

  join(a: number, b: number): void {
    const [one, other] = [this.#root(a), this.#root(b)];
    // The smaller number leads, so that groups do not depend on the order of the joins.
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

  /** In how many groups some member passes. */
  count(passes: (i: number) => boolean): number {
    const roots = new Set<number>();
    this.#parent.forEach((_, i) => {
      if (passes(i)) roots.add(this.#root(i));
    });
    return roots.size;
  }

  /** The groups and their members, both ascending by their first member. */
  groups(): number[][] {
    const groups = new Map<number, number[]>();
    this.#parent.forEach((_, i) => {
      const root = this.#root(i);
      const group = groups.get(root);
      if (group === undefined) groups.set(root, [i]);
      else group.push(i);
    });
    return [...groups.values()];
  }

  #root(member: number): number {
    let i = member;
    for (;;) {
      const parent = this.#parent[i]!;
      if (parent === i) return i;
      // Halving the path keeps every later look short.
      this.#parent[i] = this.#parent[parent]!;
      i = this.#parent[i]!;
    }
  }
}
