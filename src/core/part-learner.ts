// Which platform columns make up the difference between what the shop receives and what the buyer pays: learned.

/** A set must hold to the fen on this share of the orders. */
const LEARNED_SHARE = 0.95;
/** Fewer orders with a difference say nothing. */
const FEWEST = 5;
/** Rows kept of those that a set does not explain. */
const ROWS_KEPT = 1000;
/** Sets of columns are bits of a number; more columns than this are not searched. */
export const MOST_PARTS = 6;

export interface LearnedParts {
  /** Bits over the columns in their order; null: no set reaches 95 %. */
  readonly set: number | null;
  /** Orders that spoke. */
  readonly orders: number;
  /** Rows on which the set does not hold: the first 1,000, and how many there are. */
  readonly exceptions: { readonly rows: readonly number[]; readonly count: number };
}

/** Counts, for every set of columns, on how many records it explains a difference. Memory: a few numbers a set. */
export class PartLearner {
  readonly #columns: number;
  readonly #hits: Uint32Array;
  readonly #misses: number[][];
  #orders = 0;
  #spoke = 0;

  constructor(columns: number) {
    this.#columns = Math.min(columns, MOST_PARTS);
    this.#hits = new Uint32Array(1 << this.#columns);
    this.#misses = Array.from(this.#hits, () => []);
  }

  /** Takes note of one record: the difference to be explained and what each column holds, fen; NaN counts as 0. */
  add(row: number, difference: number, parts: Float64Array): void {
    this.#orders++;
    let any = difference !== 0;
    for (let column = 0; column < this.#columns; column++) any ||= parts[column]! > 0;
    if (any) this.#spoke++;
    for (let set = 0; set < this.#hits.length; set++) {
      let sum = 0;
      for (let column = 0; column < this.#columns; column++) {
        if ((set & (1 << column)) !== 0 && parts[column]! > 0) sum += parts[column]!;
      }
      if (sum === difference) this.#hits[set]!++;
      else if (this.#misses[set]!.length < ROWS_KEPT) this.#misses[set]!.push(row);
    }
  }

  /** The smallest set that holds on at least 95 %; of several the one whose columns stand first. null: too few spoke. */
  learned(): LearnedParts | null {
    if (this.#spoke < FEWEST) return null;
    const sets = this.#setsBySize();
    const set = sets.find((candidate) => this.#holds(candidate)) ?? null;
    const rows = set === null ? [] : this.#misses[set]!;
    const count = set === null ? 0 : this.#orders - this.#hits[set]!;
    return { set, orders: this.#orders, exceptions: { rows, count } };
  }

  /** True when any record held a part or showed a difference: without one, no column adds anything. */
  get hasParts(): boolean {
    return this.#spoke > 0;
  }

  /** The set that holds most often, on 95 % at least; of several the smallest. null: none, or there is no record. */
  best(): number | null {
    if (this.#orders === 0) return null;
    const [best] = this.#setsBySize().sort((a, b) => this.#hits[b]! - this.#hits[a]!);
    return best !== undefined && this.#holds(best) ? best : null;
  }

  #setsBySize(): number[] {
    return [...this.#hits.keys()].sort((a, b) => bits(a) - bits(b) || firstColumns(a) - firstColumns(b));
  }

  #holds(set: number): boolean {
    return this.#hits[set]! >= this.#orders * LEARNED_SHARE;
  }
}

function bits(set: number): number {
  let n = 0;
  for (let rest = set; rest > 0; rest &= rest - 1) n++;
  return n;
}

/** Sets of one size in the order of their columns: those with earlier columns first. */
function firstColumns(set: number): number {
  let reversed = 0;
  for (let column = 0; column < MOST_PARTS; column++) {
    if ((set & (1 << column)) !== 0) reversed += 1 << (MOST_PARTS - column);
  }
  return -reversed;
}
