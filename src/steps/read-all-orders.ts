// The first reading of all order exports of a run, into one book; twice where records of one order disagree.

import { resolve } from 'node:path';
import type { KeyTable } from '../core/key-table.js';
import { OrderBook } from '../core/order-book.js';
import { ProblemLog } from '../core/problem.js';
import { RecipientJoin } from '../core/recipient-join.js';
import { ShopSections } from '../core/shop-sections.js';
import type { Lists } from './lists.js';
import type { ExportFile, InputPlace } from './open-exports.js';
import { readOrderList, tellUnmatched } from './order-list.js';
import { type OrdersRead, readOrders, tornOrders } from './read-orders.js';
import { tellsOfRecipients } from './recipient-batches.js';
import { type RecipientHelper, recipientHelper } from './recipient-helper.js';
import type { AuditRequest } from './request.js';
import { type ScanHelper, scanHelper } from './scan-helper.js';

export interface AllOrders {
  readonly book: OrderBook;
  readonly reads: readonly OrdersRead[];
  readonly problems: ProblemLog;
  /** What tables of recipients are joined by; null in runs without any. */
  readonly join: RecipientJoin | null;
}

/** That tables of recipients will be joined, and whether by waybills too. */
export interface Joining {
  readonly byWaybill: boolean;
}

/** Reads all order files; a second time where records of one order disagree on pay-later, then holding all of its lines. */
export function readAllOrders(
  place: InputPlace,
  files: readonly ExportFile[],
  request: AuditRequest,
  lists: Lists | null = null,
  joining: Joining | null = null,
): AllOrders {
  const first = readOnce(place, files, request, lists, joining, null);
  const torn = tornOrders(first.book);
  return torn.size === 0 ? first : readOnce(place, files, request, lists, joining, torn);
}

/** Reads all files into a new book, and once more when a thread that had a part of the work is lost. */
function readOnce(
  { port, folder, threads }: InputPlace,
  files: readonly ExportFile[],
  request: AuditRequest,
  lists: Lists | null,
  joining: Joining | null,
  torn: KeyTable | null,
): AllOrders {
  const { payLaterOrders, allPayLater, lossy } = request;
  const isOneShop = request.linkAcrossShops === true;
  const listPath = payLaterOrders && resolve(folder, payLaterOrders);
  const read = (scan: ScanHelper | null, helper: RecipientHelper | null): AllOrders | null => {
    try {
      const problems = new ProblemLog();
      const book = new OrderBook(isOneShop, new ShopSections(request.config?.shops));
      const list = listPath ? readOrderList(port, listPath, files.length, problems) : null;
      const payLater = { list, all: allPayLater === true };
      const join = joining && new RecipientJoin();
      const options = {
        payLater,
        lossy: lossy === true,
        torn,
        lists,
        scan,
        recipients: helper?.ring ?? null,
        join,
        joinWaybills: joining?.byWaybill === true,
      };
      const reads: OrdersRead[] = [];
      for (const [input, file] of files.entries()) {
        const found = readOrders(port, file, input, book, problems, options);
        if (found === null) return null;
        reads.push(found);
      }
      if (list !== null) tellUnmatched(list, book, files.length, problems);
      if (helper?.collect(book) === false) return null;
      return { book, reads, problems, join };
    } finally {
      scan?.stop();
      helper?.stop();
    }
  };
  const bytes = files.reduce((sum, { opened }) => sum + opened.size, 0);
  if (threads === undefined || bytes < threads.fromBytes) return read(null, null)!;
  // Who is on a list of the shop is found while recipients are read, and what is joined later is kept: in this thread.
  const sendsRecipients = lists === null && joining === null && files.some(tellsOfRecipients);
  // There is more to do about recipients than about records: where one thread alone can help, it is that one.
  const scan = sendsRecipients && threads.atOnce < 2 ? null : scanHelper(threads, files);
  const helper = sendsRecipients ? recipientHelper(threads, files, isOneShop) : null;
  return read(scan, helper) ?? read(null, null)!;
}
