// Refuses an audit in which no file can show which orders are pay-later, and names the columns that were looked for.

import { UserError } from '../core/user-error.js';
import { PAY_LATER_FIELDS } from '../ingest/pay-later.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { OrdersRead } from './read-orders.js';

/** An audit in which nothing can be told of any order would read as "no pay-later orders": it must not run. */
export function refuseUndecidable(reads: readonly OrdersRead[], { totals }: Portfolio): void {
  if (totals.orders === 0 || totals.unknown.orders < totals.orders) return;
  throw new UserError('pay-later-undecidable', {
    path: reads.map(({ file }) => file.opened.path),
    columns: payLaterHeaders(reads),
    blank: blankColumnsOnly(reads) ? 1 : 0,
  });
}

/** The headers that would have told, as the platforms of these files write them. */
function payLaterHeaders(reads: readonly OrdersRead[]): string[] {
  const headers = reads.flatMap(({ format }) =>
    PAY_LATER_FIELDS.flatMap((field) => format.columns[field] ?? []),
  );
  return [...new Set(headers)];
}

/** True when a column that could tell is there, and said nothing on any record. */
function blankColumnsOnly(reads: readonly OrdersRead[]): boolean {
  return reads.some(({ file }) => PAY_LATER_FIELDS.some((field) => file.match.columns.has(field)));
}
