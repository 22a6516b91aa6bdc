// Which platform columns make up what the shop is paid beside what the buyer pays, and the orders that differ.

import type { OrderBook } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import type { OrdersRead } from './read-orders.js';

/** Tells, of exports that have the shop's own column, what no set of columns explains: per record, or once per file. */
export function tellPlatformParts(
  reads: readonly OrdersRead[],
  { partLearners }: OrderBook,
  problems: ProblemLog,
): void {
  for (const { input, file } of reads) {
    const { columns, names } = file.match;
    const own = columns.get('merchant_receives')?.[0];
    const learned = own === undefined ? null : (partLearners[input]?.learned() ?? null);
    if (own === undefined || learned === null) continue;
    const { set, exceptions } = learned;
    const column = names[own] ?? '';
    if (set === null) problems.add({ code: 'platform-parts-unknown', input, record: 0 });
    const code = 'platform-part-differs';
    for (const record of exceptions.rows) problems.add({ code, input, record, column });
    const further = exceptions.count - exceptions.rows.length;
    if (further > 0) problems.add({ code, input, record: 0, count: further });
  }
}
