// The table by product as the report for machines has it.

import type { SummaryModel } from './model.js';
import type { Report } from './report.js';

/** More products than these nobody compares. */
const MOST_ROWS = 50;

export function productsOf({ products, findings }: SummaryModel): Report['products'] {
  const flagged = new Set(findings.findings.map(({ subject }) => subject));
  const rows = products.slice(0, MOST_ROWS).map((row) => ({
    id: row.id,
    title: row.title,
    payLaterOrders: row.payLater.of,
    payLaterRefunded: row.payLater.hits,
    ordinaryOrders: row.ordinary.of,
    ordinaryRefunded: row.ordinary.hits,
    dueOrders: row.late.of,
    lateOrders: row.late.hits,
    lateFen: row.lateFen,
    shippedOrders: row.out.of,
    goodsOutOrders: row.out.hits,
    goodsOutFen: row.outFen,
    flagged: flagged.has(row.id),
  }));
  return { rows, more: products.length - rows.length };
}
