// What to say when no file can show which orders are pay-later: the columns that were looked for.

import { PAY_LATER_FIELDS } from '../ingest/pay-later.js';
import type { OrdersRead } from './read-orders.js';

/** The headers that would have told, as the platforms of these files write them. */
export function payLaterHeaders(reads: readonly OrdersRead[]): string[] {
  const headers = reads.flatMap(({ format }) =>
    PAY_LATER_FIELDS.flatMap((field) => format.columns[field] ?? []),
  );
  return [...new Set(headers)];
}

/** True when a column that could tell is there, and said nothing on any record. */
export function blankColumnsOnly(reads: readonly OrdersRead[]): boolean {
  return reads.some(({ file }) => PAY_LATER_FIELDS.some((field) => file.match.columns.has(field)));
}
