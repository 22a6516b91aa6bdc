// Reads which promoter an order is credited to, of ordinary orders too; nothing where the column is absent.

import type { OrderBook } from '../core/order-book.js';
import { isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';
import type { OrderColumns } from './order-columns.js';

/** Stands where nobody promoted the order. */
const NOBODY = /^0+$/;

export class PromoterReader {
  readonly #view: RecordView;
  readonly #column: number;
  readonly #book: OrderBook;
  readonly #ids: CellCache<number>;

  constructor(view: RecordView, { promoter }: OrderColumns, book: OrderBook) {
    this.#view = view;
    this.#column = promoter;
    this.#book = book;
    this.#ids = new CellCache((id) => (isEmptyToken(id) || NOBODY.test(id) ? -1 : book.textKey(id)));
  }

  note(order: number): void {
    if (this.#column < 0) return;
    const id = this.#ids.get(this.#view, this.#column);
    if (id >= 0) this.#book.log.notePromoter(order, id);
  }
}
