// After-sales rows joined with orders by order number: the rows of each order, and those that no order file holds.

import { AFTER_SALE_FLAG, type AfterSalesBook } from '../core/after-sales-book.js';
import type { OrderBook } from '../core/order-book.js';

/** The rows of each order that is in the book. Memory: four bytes an order and a row. */
export class AfterSalesIndex {
  readonly book: AfterSalesBook;
  /** Per order of the book: its first row that counts, or -1. */
  readonly first: Int32Array;
  /** Per row: the next row of its order that counts, or -1. */
  readonly next: Int32Array;
  /** Per order number of the after-sales: the order of the book or -1. */
  readonly orderOf: Int32Array;
  /** Orders of the book with a row that could not be read. */
  readonly doubtful: ReadonlySet<number>;

  constructor(book: AfterSalesBook, orders: OrderBook) {
    this.book = book;
    const { ids, rows } = book;
    this.orderOf = new Int32Array(ids.size);
    for (let id = 0; id < ids.size; id++) {
      const bytes = ids.bytes(id);
      this.orderOf[id] = orders.ids.find(bytes, 0, bytes.length);
    }
    this.doubtful = new Set([...book.doubtful].map((id) => this.orderOf[id]!));
    this.first = new Int32Array(orders.ids.size).fill(-1);
    this.next = new Int32Array(rows.size).fill(-1);
    for (let row = rows.size - 1; row >= 0; row--) {
      const order = this.orderOf[rows.order[row]!]!;
      if (order < 0 || (rows.flags[row]! & AFTER_SALE_FLAG.superseded) !== 0) continue;
      this.next[row] = this.first[order]!;
      this.first[order] = row;
    }
  }
}
