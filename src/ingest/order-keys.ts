// Reads what every order is compared by, ordinary ones too: the promoter it is credited to, and its product.

import type { OrderBook } from '../core/order-book.js';
import { isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';
import type { OrderColumns } from './order-columns.js';

/** Stands where nobody promoted the order. */
const NOBODY = /^0+$/;

/** One of it reads one file; a column that is absent says nothing. */
export class OrderKeys {
  readonly #view: RecordView;
  readonly #promoter: number;
  readonly #product: number;
  readonly #title: number;
  readonly #book: OrderBook;
  readonly #promoters: CellCache<number>;
  readonly #products: CellCache<number>;
  readonly #titles: CellCache<number>;

  constructor(view: RecordView, { promoter, product, product_id }: OrderColumns, book: OrderBook) {
    this.#view = view;
    this.#book = book;
    this.#promoter = promoter;
    this.#product = product_id >= 0 ? product_id : product;
    // A title that is the key itself need not be kept beside it.
    this.#title = product_id >= 0 ? product : -1;
    const keyOf = (text: string) => (isEmptyToken(text) ? -1 : book.textKey(text));
    this.#promoters = new CellCache((id) => (NOBODY.test(id) ? -1 : keyOf(id)));
    this.#products = new CellCache(keyOf);
    this.#titles = new CellCache(keyOf);
  }

  note(order: number): void {
    const { log } = this.#book;
    if (this.#promoter >= 0) {
      const id = this.#promoters.get(this.#view, this.#promoter);
      if (id >= 0) log.notePromoter(order, id);
    }
    if (this.#product < 0) return;
    const product = this.#products.get(this.#view, this.#product);
    if (product < 0) return;
    log.noteProduct(order, product);
    if (this.#title >= 0) log.noteTitle(product, this.#titles.get(this.#view, this.#title));
  }
}
