// Watches the lines of ordinary orders, which are not held, for what they say of a file's amounts.

import { enlarged } from '../core/key-table.js';
import type { LineEvidence } from '../core/order-book.js';
import type { RecordView } from '../io/record-view.js';

/** Marks are below this. An amount of a billion yuan and a mark beside it are still a safe integer. */
const MARKS = 1 << 16;

/**
 * What tells a line from another one of its order and amount: some of its cells, as the file writes them. 16 bits: two
 * lines that share them by accident (one pair in 65536) are taken for a repeated record, which only says less.
 */
export function markOf(view: RecordView, columns: readonly number[]): number {
  let hash = 0x811c9dc5;
  for (const column of columns) {
    view.locate(column);
    const { bytes, to } = view;
    for (let i = view.from; i < to; i++) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    // Between two cells, so that what stands in one is not taken for the other's.
    hash = Math.imul(hash ^ 0x100, 0x01000193);
  }
  return (hash ^ (hash >>> 16)) & (MARKS - 1);
}

/** Compares the amounts of each order's lines within one file. Memory: eight bytes an order; for one of several lines 36 more. */
export class OrdinaryLines {
  readonly evidence: LineEvidence = { orders: [], amounts: [], sums: [] };
  /** An order's only line as `lineKey` gives it; below 0 once it has several: its place in the lists, and one; 0: none. */
  #known = new Float64Array(1 << 8);
  /** The first and the latest line of each order of several. */
  readonly #firsts: number[] = [];
  readonly #lasts: number[] = [];

  /**
   * Takes note of a line: its amount in fen, 0 or more, and its mark (`markOf`). Returns false for a line that says
   * nothing: its amount is NaN, or it repeats its order's first or latest line.
   */
  add(order: number, amount: number, mark: number): boolean {
    if (Number.isNaN(amount)) return false;
    if (order >= this.#known.length) this.#known = enlarged(this.#known, order * 2);
    const key = lineKey(amount, mark);
    const known = this.#known[order]!;
    if (known === key) return false;
    if (known === 0) this.#known[order] = key;
    else if (known > 0) this.#open(order, known, key, amount);
    else return this.#addTo(-known - 1, key, amount);
    return true;
  }

  /** A second line of an order. */
  #open(order: number, first: number, key: number, amount: number): void {
    const { orders, amounts, sums } = this.evidence;
    const firstAmount = Math.floor(first / MARKS) - 1;
    this.#known[order] = -orders.push(order);
    amounts.push(firstAmount === amount ? amount : Number.NaN);
    sums.push(firstAmount + amount);
    this.#firsts.push(first);
    this.#lasts.push(key);
  }

  /** A further line of an order; false for one that is there already. */
  #addTo(at: number, key: number, amount: number): boolean {
    if (this.#firsts[at] === key || this.#lasts[at] === key) return false;
    const { amounts, sums } = this.evidence;
    this.#lasts[at] = key;
    if (amounts[at] !== amount) amounts[at] = Number.NaN;
    sums[at]! += amount;
    return true;
  }
}

/** An amount and a mark as one number, above 0. */
function lineKey(amount: number, mark: number): number {
  return (amount + 1) * MARKS + mark;
}
