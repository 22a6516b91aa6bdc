// The after-sales exports of a run: what they hold.

import type { AfterSalesBook } from '../core/after-sales-book.js';

/** All after-sales of a run, read. */
export interface AfterSalesRead {
  readonly book: AfterSalesBook;
}
