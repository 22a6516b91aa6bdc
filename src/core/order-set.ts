// A set of orders by their indexes: one byte for each order up to the last one that is in it.

import { enlarged } from './key-table.js';

/** Where many of a million orders may be in it, and most never are asked for. */
export class OrderSet {
  /** How many orders are in it. */
  size = 0;
  #marks = new Uint8Array(1 << 8);

  add(order: number): void {
    if (order >= this.#marks.length) this.#marks = enlarged(this.#marks, Math.ceil((order + 1) * 1.5));
    if (this.#marks[order] === 0) this.size++;
    this.#marks[order] = 1;
  }

  has(order: number): boolean {
    return this.#marks[order] === 1;
  }
}
