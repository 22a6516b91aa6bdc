// Counts exact amounts: how common a price is, and below which amount so many orders lie.

/** Amounts below this many fen have a cell of their own. */
const MOST_CELLS = 1 << 18;
const FIRST_CELLS = 1 << 12;

/** Fen and how often it was seen. */
export interface CommonAmount {
  readonly fen: number;
  readonly orders: number;
}

export class AmountCounts {
  /** Amounts that were counted. */
  total = 0;
  #cells = new Uint32Array(FIRST_CELLS);
  readonly #large = new Map<number, number>();

  /** Counts an amount: whole fen, 0 or more. */
  add(fen: number): void {
    this.total++;
    if (fen >= MOST_CELLS) {
      this.#large.set(fen, (this.#large.get(fen) ?? 0) + 1);
      return;
    }
    if (fen >= this.#cells.length) this.#grow(fen);
    this.#cells[fen]!++;
  }

  /** How often an amount was seen. */
  of(fen: number): number {
    return (fen < MOST_CELLS ? this.#cells[fen] : this.#large.get(fen)) ?? 0;
  }

  /** The least amount that at least such a share of all amounts does not exceed (nearest rank); NaN without any. */
  quantile(share: number): number {
    if (this.total === 0) return Number.NaN;
    let left = Math.max(1, Math.ceil(this.total * share));
    for (let fen = 0; fen < this.#cells.length; fen++) {
      left -= this.#cells[fen]!;
      if (left <= 0) return fen;
    }
    for (const [fen, orders] of [...this.#large].sort(([a], [b]) => a - b)) {
      left -= orders;
      if (left <= 0) return fen;
    }
    return Number.NaN;
  }

  /** The amount that was seen most often, of several the smallest; null without any. */
  commonest(): CommonAmount | null {
    let most = { fen: -1, orders: 0 };
    for (let fen = 0; fen < this.#cells.length; fen++) {
      if (this.#cells[fen]! > most.orders) most = { fen, orders: this.#cells[fen]! };
    }
    for (const [fen, orders] of this.#large) {
      if (orders > most.orders || (orders === most.orders && fen < most.fen)) most = { fen, orders };
    }
    return most.orders === 0 ? null : most;
  }

  /** How many amounts above 0 begin with 1, 2, ... 9. */
  firstDigits(): number[] {
    const digits = Array.from({ length: 9 }, () => 0);
    const note = (fen: number, count: number) => {
      if (fen > 0) digits[Number(String(fen)[0]) - 1]! += count;
    };
    this.#cells.forEach((count, fen) => {
      if (count > 0) note(fen, count);
    });
    for (const [fen, count] of this.#large) note(fen, count);
    return digits;
  }

  #grow(fen: number): void {
    const cells = new Uint32Array(2 ** Math.ceil(Math.log2(fen + 1)));
    cells.set(this.#cells);
    this.#cells = cells;
  }
}
