// The after-sales exports of a run: read into one book, and what of them stands on orders that are there.

import {
  AFTER_SALE_FLAG,
  AFTER_SALE_TYPES,
  AfterSalesBook,
  refundsByKind,
} from '../core/after-sales-book.js';
import { CLOCK, type OrderBook } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { AFTER_SALE_STATES } from '../core/status.js';
import type { FilePort } from '../io/port.js';
import type { AfterSalesModel } from '../report/model.js';
import { markLatestAfterSales } from './after-sales-latest.js';
import type { ExportFile } from './open-exports.js';
import { type AfterSalesFileRead, readAfterSalesFile } from './read-after-sales.js';

/** All after-sales of a run, read. */
export interface AfterSalesRead {
  readonly book: AfterSalesBook;
  /** In the order of the files; the first of them is `firstInput` among the run's inputs. */
  readonly reads: readonly AfterSalesFileRead[];
  readonly counts: AfterSalesModel;
}

/**
 * Reads all after-sales exports, after the orders; null without any. Of each after-sale one row counts. Orders that
 * have one teach nothing from here on: ordinary ones are out of the control group. `firstInput`: the index of the first file among the
 * run's inputs.
 */
export function readAfterSales(
  port: FilePort,
  files: readonly ExportFile[],
  firstInput: number,
  orders: OrderBook,
  problems: ProblemLog,
  lossy: boolean,
): AfterSalesRead | null {
  if (files.length === 0) return null;
  const book = new AfterSalesBook();
  const reads = files.map((file, i) =>
    readAfterSalesFile(port, file, firstInput + i, book, orders, problems, lossy),
  );
  markLatestAfterSales(book, problems);
  return { book, reads, counts: joinOrders(book, orders) };
}

/** Finds the orders of all rows that count: they are disputed now, whether the after-sale is open or over. */
function joinOrders({ ids, rows }: AfterSalesBook, orders: OrderBook): AfterSalesModel {
  const seen = new Uint8Array(ids.size);
  const counts = { rows: 0, orders: 0, matchedOrders: 0, refundRows: 0, openRows: 0 };
  for (let row = 0; row < rows.size; row++) {
    if ((rows.flags[row]! & AFTER_SALE_FLAG.superseded) !== 0) continue;
    const state = AFTER_SALE_STATES[rows.state[row]!]!;
    counts.rows++;
    if (refundsByKind(AFTER_SALE_TYPES[rows.type[row]!]!, state)) counts.refundRows++;
    if (state === 'open') counts.openRows++;
    const id = rows.order[row]!;
    if (seen[id] !== 0) continue;
    seen[id] = 1;
    counts.orders++;
    const order = ids.look(id, (bytes, start, end) => orders.ids.find(bytes, start, end));
    if (order < 0) continue;
    counts.matchedOrders++;
    orders.clock[order]! |= CLOCK.disputed;
  }
  return counts;
}
