// What ordinary orders' records say of the platform's parts, kept until the bills tell what came in for them.

import { enlarged } from './key-table.js';
import { MOST_PARTS } from './part-learner.js';

/** Records of ordinary orders in files without the shop's own column. Memory: 18 bytes each, 48 more where a part is borne. */
export class PartLines {
  size = 0;
  /** Index of the order in the book. */
  order = new Int32Array(1 << 8);
  input = new Uint16Array(1 << 8);
  /** Fen. */
  buyerPaid = new Float64Array(1 << 8);
  /** Where the record's parts stand among all parts; -1: it has none. */
  #at = new Int32Array(1 << 8);
  #parts = new Float64Array(1 << 8);
  #used = 0;

  /** Takes note of a record: what the buyer pays and what each column holds, fen; NaN is a blank. */
  add(order: number, input: number, buyerPaid: number, parts: Float64Array): void {
    if (this.size === this.order.length) this.#grow();
    const row = this.size++;
    this.order[row] = order;
    this.input[row] = input;
    this.buyerPaid[row] = buyerPaid;
    const hasParts = parts.some((fen) => fen > 0);
    this.#at[row] = hasParts ? this.#used : -1;
    if (!hasParts) return;
    if (this.#used + MOST_PARTS > this.#parts.length) this.#parts = enlarged(this.#parts, this.#used * 2);
    this.#parts.set(parts.subarray(0, MOST_PARTS), this.#used);
    this.#used += MOST_PARTS;
  }

  /** Writes the parts of a row; there is room for as many as six. */
  partsOf(row: number, into: Float64Array): void {
    const at = this.#at[row]!;
    for (let i = 0; i < into.length; i++) into[i] = at < 0 ? 0 : this.#parts[at + i]!;
  }

  /** The parts of a row in a set of columns, bits over them; fen. What is blank or below 0 counts for nothing. */
  sumOf(row: number, set: number): number {
    const at = this.#at[row]!;
    let sum = 0;
    for (let column = 0; at >= 0 && set >> column > 0; column++) {
      const fen = (set & (1 << column)) === 0 ? 0 : this.#parts[at + column]!;
      if (fen > 0) sum += fen;
    }
    return sum;
  }

  #grow(): void {
    const capacity = this.size * 2;
    this.order = enlarged(this.order, capacity);
    this.input = enlarged(this.input, capacity);
    this.buyerPaid = enlarged(this.buyerPaid, capacity);
    this.#at = enlarged(this.#at, capacity);
  }
}
