// The first reading of all order exports of a run, into one book; twice where records of one order disagree.

import { resolve } from 'node:path';
import type { KeyTable } from '../core/key-table.js';
import { OrderBook } from '../core/order-book.js';
import { ProblemLog } from '../core/problem.js';
import { ShopSections } from '../core/shop-sections.js';
import type { Lists } from './lists.js';
import type { ExportFile, InputPlace } from './open-exports.js';
import { readOrderList, tellUnmatched } from './order-list.js';
import { type OrdersRead, readOrders, tornOrders } from './read-orders.js';
import type { AuditRequest } from './request.js';

export interface AllOrders {
  readonly book: OrderBook;
  readonly reads: readonly OrdersRead[];
  readonly problems: ProblemLog;
}

/** Reads all order files; a second time where records of one order disagree on pay-later, then holding all of its lines. */
export function readAllOrders(
  place: InputPlace,
  files: readonly ExportFile[],
  request: AuditRequest,
  lists: Lists | null = null,
  torn: KeyTable | null = null,
): AllOrders {
  const { port } = place;
  const { payLaterOrders, allPayLater, lossy } = request;
  const problems = new ProblemLog();
  const book = new OrderBook(request.linkAcrossShops === true, new ShopSections(request.config?.shops));
  const listPath = payLaterOrders && resolve(place.folder, payLaterOrders);
  const list = listPath ? readOrderList(port, listPath, files.length, problems) : null;
  const options = { payLater: { list, all: allPayLater === true }, lossy: lossy === true, torn, lists };
  const reads = files.map((file, input) => readOrders(port, file, input, book, problems, options));
  if (list !== null) tellUnmatched(list, book, files.length, problems);
  const disagreeing = tornOrders(book);
  if (torn !== null || disagreeing.size === 0) return { book, reads, problems };
  return readAllOrders(place, files, request, lists, disagreeing);
}
