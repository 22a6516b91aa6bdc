// A settlement and an account flow tell of the same money: refunds that stand in both count once.
//
// The rule for one order. Income: a pay-out of the flow is what the settlement's record of the order comes to after
// fees, so the settlement's income is the amount, and pay-outs count only for orders of which no settlement tells any
// (collection.ts). A refund inside a settlement's record of income makes the pay-out smaller and never stands in the
// flow: it is money of its own. A settlement's record of a refund alone, and the flow's refund, are the same money on
// the days that both files reach: each of the two holds all refunds of these days, so the one that tells of more is
// taken, the settlement at a tie. What lies on days of one of them only is added. Fees and subsidies follow no order's
// balance and stand as each file has them.

import { BILL_KIND, type BillBook, type BillFile } from '../core/bill-book.js';
import { dayOf } from '../core/dates.js';

const REFUNDS: ReadonlySet<number> = new Set([BILL_KIND['refund-buyer'], BILL_KIND['refund-platform']]);
const INCOME: ReadonlySet<number> = new Set([BILL_KIND['income-buyer'], BILL_KIND['income-platform']]);

/** One order's refunds of one class on the days that both books reach; fen as they stand, rows by their index. */
interface Both {
  readonly rows: Record<BillFile['book'], number[]>;
  readonly fen: Record<BillFile['book'], number>;
}

/**
 * The rows of orders that must not count because the other book tells the same money. `marks`: 1 for rows that count so
 * far. Nothing without an account flow. Time: linear in the rows; memory: the orders with a refund in a flow.
 */
export function sameRefunds({ files, rows }: BillBook, marks: Uint8Array): number[] {
  const days = reach(files, rows, marks);
  if (days === null) return [];
  const found = new Map<number, Both>();
  for (const book of ['account', 'bill'] as const) {
    for (let row = 0; row < rows.size; row++) {
      if (!REFUNDS.has(rows.kind[row]!) || marks[row] === 0 || files[rows.file[row]!]!.book !== book)
        continue;
      const day = dayOf(rows.time[row]!);
      if (!(day >= days.from && day <= days.to)) continue;
      const key = rows.order[row]! * REFUNDS.size + (rows.kind[row] === BILL_KIND['refund-buyer'] ? 0 : 1);
      if (book === 'bill' && (!found.has(key) || isNetted(rows, row))) continue;
      const both = found.get(key) ?? { rows: { bill: [], account: [] }, fen: { bill: 0, account: 0 } };
      found.set(key, both);
      both.rows[book].push(row);
      both.fen[book] += rows.fen[row]!;
    }
  }
  return [...found.values()].flatMap((both) => {
    if (both.rows.bill.length === 0) return [];
    return both.rows[both.fen.account < both.fen.bill ? 'bill' : 'account'];
  });
}

/** The days between the first and the last row of both books, a day more on either side; null where one has no rows. */
function reach(
  files: readonly BillFile[],
  rows: BillBook['rows'],
  marks: Uint8Array,
): { from: number; to: number } | null {
  if (!files.some(({ book }) => book === 'account')) return null;
  const span = { bill: { from: Infinity, to: -Infinity }, account: { from: Infinity, to: -Infinity } };
  for (let row = 0; row < rows.size; row++) {
    const day = dayOf(rows.time[row]!);
    if (marks[row] === 0 || Number.isNaN(day)) continue;
    const of = span[files[rows.file[row]!]!.book];
    if (day < of.from) of.from = day;
    if (day > of.to) of.to = day;
  }
  // The account books what was settled around midnight on the next day.
  const from = Math.max(span.bill.from, span.account.from) - 1;
  const to = Math.min(span.bill.to, span.account.to) + 1;
  return from <= to ? { from, to } : null;
}

/** Whether a settlement's refund stands in a record with income: then the pay-out is smaller by it. */
function isNetted({ order, file, time, kind, fen }: BillBook['rows'], row: number): boolean {
  for (let other = row - 1; other >= 0; other--) {
    const isSame = order[other] === order[row] && file[other] === file[row] && time[other] === time[row];
    if (!isSame) return false;
    if (INCOME.has(kind[other]!) && fen[other]! > 0) return true;
  }
  return false;
}
