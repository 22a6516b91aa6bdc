// Whether the amounts of an order's lines are the lines' own or the order's total repeated: decided once per file.

import { CLOCK, comparedAmount, LINE, type LineEvidence, type LineTable } from '../core/order-book.js';
import type { PartLines } from '../core/part-lines.js';
import { AFTER_SALE_STATES } from '../core/status.js';
import { addedParts } from './added-parts.js';
import type { AfterSalesIndex } from './after-sales-index.js';
import { afterSalesOf } from './after-sales-of.js';
import type { BillIndex } from './bill-index.js';
import type { LineChains } from './copies.js';

/** `undecided`: counted once, and the difference is shown. */
export type LineAmounts = 'per-line' | 'repeated' | 'undecided';

/** So many orders whose lines all show one amount make it the order's total. */
const ENOUGH_EQUAL = 5;

/** After-sales in which the line's money may have gone back before any came in. */
const MAY_BE_REFUNDED = new Set(
  (['open', 'refunded', 'succeeded'] as const).map((state) => AFTER_SALE_STATES.indexOf(state)),
);

/** What the bills say of the amounts: the income of each order, and the platform's parts that belong to it. */
export interface LineIncome {
  readonly index: BillIndex;
  /** Per input, as `learnAddedParts` gives them. */
  readonly addedParts: readonly number[];
  /** The platform's parts of ordinary orders. */
  readonly partLines: PartLines;
  /** Per order: bits of `CLOCK`. */
  readonly clock: Uint8Array;
  /** null without after-sales exports. */
  readonly afterSales: AfterSalesIndex | null;
  /** Civil seconds, exclusive. */
  readonly before: number;
}

/** One order's lines within one input. */
interface Seen {
  /** Fen: what each line shows, where they do not differ. */
  amount: number;
  sum: number;
  /** The part of the sum of which nothing says that it may have been refunded. */
  open: number;
  lines: number;
  differ: boolean;
}

/** What the orders of an input say. */
interface Votes {
  /** Orders that show their lines' own amounts, minus those that repeat the total. */
  balance: number;
  /** Orders whose lines differ in amount, and those whose lines all show one. */
  differ: number;
  equal: number;
}

/**
 * Decides for each input. An order whose lines differ in amount speaks for per line; one whose lines show one amount says
 * by its income, where the bills hold it, whether that amount is each line's or all that there is. The majority decides;
 * at a tie and without bills it is per line where any order's lines differ, repeated where they are equal on at least
 * five orders, else undecided. Only orders with several lines that count in that input speak; `ordinary` is what those
 * say that are not held. Lines that are cancelled and records that stand there twice say nothing.
 */
export function decideLineAmounts(
  lines: LineTable,
  chains: LineChains,
  ordinary: readonly LineEvidence[],
  inputs: number,
  bills: LineIncome | null = null,
): LineAmounts[] {
  const votes = Array.from({ length: inputs }, (): Votes => ({ balance: 0, differ: 0, equal: 0 }));
  chains.first.forEach((head, order) => {
    if (head < 0 || chains.next[head]! < 0) return;
    const seen = seenLines(lines, chains, head, bills);
    for (const [input, entry] of seen) {
      if (entry.lines < 2) continue;
      // An order that stands in two files is shown whole by neither.
      vote(votes[input]!, entry, seen.size === 1 ? incomeOf(bills, order) : 0);
    }
  });
  ordinary.forEach((evidence, input) => {
    addOrdinary(votes[input]!, evidence, input, chains, bills);
  });
  return votes.map(({ balance, differ, equal }) => {
    if (balance !== 0) return balance > 0 ? 'per-line' : 'repeated';
    if (differ > 0) return 'per-line';
    return equal >= ENOUGH_EQUAL ? 'repeated' : 'undecided';
  });
}

/** Lets an order of several lines speak. `income`: fen, 0 where no bill tells. */
function vote(votes: Votes, { amount, sum, open, differ }: Seen, income: number): void {
  if (differ) {
    votes.differ++;
    votes.balance++;
    return;
  }
  votes.equal++;
  if (income <= 0) return;
  // A line that may have been refunded before the money came is in the income or not.
  const isOfLines = income >= open && income <= sum && income % amount === 0;
  const isTotal = income === amount;
  if (isOfLines !== isTotal) votes.balance += isOfLines ? 1 : -1;
}

/**
 * Trade income of an order, fen, and what after-sales refunded of it before any came in: both together are what was
 * owed. 0 without bills, and without income.
 */
function incomeOf(bills: LineIncome | null, order: number): number {
  if (bills === null) return 0;
  const { incomeBuyer, incomePlatform, refundBuyer } = bills.index.receipts(order, bills.before);
  const income = incomeBuyer + incomePlatform;
  if (income <= 0 || bills.afterSales === null) return income;
  const claimed = afterSalesOf(bills.afterSales, order, bills.before)
    .filter(({ isRefund, fen }) => isRefund && fen > 0)
    .reduce((sum, { fen }) => sum + fen, 0);
  return income + Math.max(0, claimed - refundBuyer);
}

/** Lets the ordinary orders of an input speak. The income of one of which lines are held as well says nothing of the others. */
function addOrdinary(
  votes: Votes,
  { orders, amounts, sums }: LineEvidence,
  input: number,
  chains: LineChains,
  bills: LineIncome | null,
): void {
  const withParts =
    bills === null || bills.addedParts[input]! <= 0 ? null : linesWithParts(orders, input, bills);
  orders.forEach((order, at) => {
    const amount = amounts[at]!;
    const sum = sums[at]!;
    const shown = { amount, sum, open: sum, lines: 2, differ: Number.isNaN(amount) };
    const seen = withParts?.get(order) ?? shown;
    // Which of its lines had an after-sale is not held.
    if (((bills?.clock[order] ?? 0) & CLOCK.disputed) !== 0) seen.open = 0;
    vote(votes, seen, chains.first[order]! >= 0 ? 0 : incomeOf(bills, order));
  });
}

/** The lines of these orders in an input without the shop's own column: what the buyer pays and the platform adds. */
function linesWithParts(
  orders: readonly number[],
  input: number,
  { addedParts, partLines }: LineIncome,
): Map<number, Seen | null> {
  const seen = new Map(orders.map((order): [number, Seen | null] => [order, null]));
  const set = addedParts[input]!;
  for (let row = 0; row < partLines.size; row++) {
    const order = partLines.order[row]!;
    if (partLines.input[row] !== input || !seen.has(order)) continue;
    const amount = partLines.buyerPaid[row]! + partLines.sumOf(row, set);
    seen.set(order, withLine(seen.get(order) ?? null, amount, true));
  }
  return seen;
}

/** An order's lines and one more. */
function withLine(seen: Seen | null, amount: number, isOpen: boolean): Seen {
  const open = isOpen ? amount : 0;
  if (seen === null) return { amount, sum: amount, open, lines: 1, differ: false };
  seen.lines++;
  seen.sum += amount;
  seen.open += open;
  seen.differ ||= seen.amount !== amount;
  return seen;
}

/** The lines of an order that have something to say, by input. */
function seenLines(
  lines: LineTable,
  chains: LineChains,
  head: number,
  bills: LineIncome | null,
): Map<number, Seen> {
  const seen = new Map<number, Seen>();
  for (let line = head; line >= 0; line = chains.next[line]!) {
    const flags = lines.flags[line]!;
    if ((flags & LINE.superseded) !== 0) continue;
    const input = lines.input[line]!;
    const added = bills === null ? 0 : addedParts(lines, line, bills.addedParts[input]!);
    const amount = comparedAmount(
      lineReceivable(lines, line) + added,
      lines.listAmount[line]!,
      flags,
      lines.phase[line]!,
    );
    if (Number.isNaN(amount)) continue;
    const isOpen = (flags & LINE.refunded) === 0 && !MAY_BE_REFUNDED.has(lines.afterSale[line]!);
    seen.set(input, withLine(seen.get(input) ?? null, amount, isOpen));
  }
  return seen;
}

/** What the shop is to receive for a line: the shop's own column, else what the buyer pays; NaN when both are blank. */
export function lineReceivable(lines: LineTable, line: number): number {
  const merchant = lines.merchantReceives[line]!;
  return Number.isNaN(merchant) ? lines.buyerPaid[line]! : merchant;
}
