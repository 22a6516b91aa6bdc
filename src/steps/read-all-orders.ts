// The first reading of all order exports of a run, into one book; twice where records of one order disagree.

import type { KeyTable } from '../core/key-table.js';
import { OrderBook } from '../core/order-book.js';
import { ProblemLog } from '../core/problem.js';
import type { ExportFile, InputPlace } from './open-exports.js';
import { readOrderList, tellUnmatched } from './order-list.js';
import { type OrdersRead, readOrders, tornOrders } from './read-orders.js';
import { recipientHelper } from './recipient-helper.js';
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
): AllOrders {
  const first = readOnce(place, files, request, null);
  const torn = tornOrders(first.book);
  return torn.size === 0 ? first : readOnce(place, files, request, torn);
}

/** Reads all files into a new book, and once more when a second thread that had a part of the work is lost. */
function readOnce(
  { port, threads }: InputPlace,
  files: readonly ExportFile[],
  request: AuditRequest,
  torn: KeyTable | null,
): AllOrders {
  const { payLaterOrders, allPayLater, lossy } = request;
  const isOneShop = request.linkAcrossShops === true;
  const read = (helper: ReturnType<typeof recipientHelper>): AllOrders | null => {
    try {
      const problems = new ProblemLog();
      const book = new OrderBook(isOneShop);
      const list = payLaterOrders ? readOrderList(port, payLaterOrders, files.length, problems) : null;
      const payLater = { list, all: allPayLater === true };
      const options = { payLater, lossy: lossy === true, torn, recipients: helper?.ring ?? null };
      const reads = files.map((file, input) => readOrders(port, file, input, book, problems, options));
      if (helper?.collect(book) === false) return null;
      if (list !== null) tellUnmatched(list, book, files.length, problems);
      return { book, reads, problems };
    } finally {
      helper?.stop();
    }
  };
  return read(recipientHelper(threads, files, isOneShop)) ?? read(null)!;
}
