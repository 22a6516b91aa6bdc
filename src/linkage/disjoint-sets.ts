// Disjoint sets over the numbers from 0 on: which of them are joined, directly or through others.

/** Union by size with path halving: so near to linear that the difference cannot be measured. */
export class DisjointSets {
  readonly #parent: Int32Array;
  readonly #size: Int32Array;

  /** `members` sets of one member each. */
  constructor(members: number) {
    this.#parent = Int32Array.from({ length: members }, (_, i) => i);
    this.#size = new Int32Array(members).fill(1);
  }

  /** The member that stands for the whole set; which one it is says nothing. */
  find(member: number): number {
    const parent = this.#parent;
    let at = member;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  }

  union(a: number, b: number): void {
    const first = this.find(a);
    const second = this.find(b);
    if (first === second) return;
    const isFirstLarger = this.#size[first]! >= this.#size[second]!;
    const [large, small] = isFirstLarger ? [first, second] : [second, first];
    this.#parent[small] = large;
    this.#size[large]! += this.#size[small]!;
  }
}
