// Watches the lines of ordinary orders, which are not held, for what they say of a file's amounts.

import { enlarged } from '../core/key-table.js';
import type { LineEvidence } from '../core/order-book.js';

/** Compares the amounts of each order's lines within one file. Memory: eight bytes an order. */
export class OrdinaryLines {
  readonly evidence: LineEvidence = { differ: false, equal: 0 };
  /** An order's first amount and one fen; negative once a second line showed the same; 0 before any. */
  #first = new Float64Array(1 << 8);

  /** Takes note of a line's amount in fen, 0 or more; NaN says nothing. A repeated record counts as an equal line. */
  add(order: number, amount: number): void {
    if (Number.isNaN(amount)) return;
    if (order >= this.#first.length) this.#first = enlarged(this.#first, order * 2);
    const first = this.#first[order]!;
    if (first === 0) {
      this.#first[order] = amount + 1;
    } else if (Math.abs(first) !== amount + 1) {
      this.evidence.differ = true;
    } else if (first > 0) {
      this.#first[order] = -first;
      this.evidence.equal++;
    }
  }
}
