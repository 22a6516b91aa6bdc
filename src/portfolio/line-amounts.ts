// Whether the amounts of an order's lines are the lines' own or the order's total repeated: decided once per file.

import { comparedAmount, LINE, type LineEvidence, type LineTable } from '../core/order-book.js';
import { addedParts } from './added-parts.js';
import type { BillIndex } from './bill-index.js';
import type { LineChains } from './copies.js';

/** `undecided`: counted once, and the difference is shown. */
export type LineAmounts = 'per-line' | 'repeated' | 'undecided';

/** So many orders whose lines all show one amount make it the order's total. */
const ENOUGH_EQUAL = 5;

/** What the bills say of the amounts: the income of each order, and the platform's parts that belong to it. */
export interface LineIncome {
  readonly index: BillIndex;
  /** Per input, as `learnAddedParts` gives them. */
  readonly addedParts: readonly number[];
  /** Civil seconds, exclusive. */
  readonly before: number;
}

/** One order's lines within one input. */
interface Seen {
  amount: number;
  sum: number;
  lines: number;
  differ: boolean;
}

/**
 * Decides for each input. By the income that fits, where the bills hold orders of several lines: the sum of the lines
 * or the one amount that they all show, whichever fits more orders. Else per line where any order's lines differ in
 * amount; repeated where they are equal on at least five orders; else undecided. Only orders with several lines that
 * count in that input speak; `ordinary` is what those say that are not held.
 */
export function decideLineAmounts(
  lines: LineTable,
  chains: LineChains,
  ordinary: readonly LineEvidence[],
  inputs: number,
  bills: LineIncome | null = null,
): LineAmounts[] {
  const differ = new Uint8Array(inputs);
  const equal = new Uint32Array(inputs);
  /** Orders whose income is the sum of their lines, minus those whose income is the amount of one. */
  const fits = new Int32Array(inputs);
  chains.first.forEach((head, order) => {
    if (head < 0 || chains.next[head]! < 0) return;
    const seen = seenLines(lines, chains, head, bills);
    for (const [input, entry] of seen) {
      if (entry.lines < 2) continue;
      if (entry.differ) differ[input] = 1;
      else equal[input]!++;
      if (bills !== null && seen.size === 1) fits[input]! += fitOf(bills, order, entry);
    }
  });
  return Array.from({ length: inputs }, (_, input) => {
    if (fits[input] !== 0) return fits[input]! > 0 ? 'per-line' : 'repeated';
    if (differ[input] || ordinary[input]?.differ) return 'per-line';
    return equal[input]! + (ordinary[input]?.equal ?? 0) >= ENOUGH_EQUAL ? 'repeated' : 'undecided';
  });
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
    if ((lines.flags[line]! & LINE.superseded) !== 0) continue;
    const input = lines.input[line]!;
    const added = bills === null ? 0 : addedParts(lines, line, bills.addedParts[input]!);
    const amount = comparedAmount(
      lineReceivable(lines, line) + added,
      lines.listAmount[line]!,
      lines.flags[line]!,
      lines.phase[line]!,
    );
    if (Number.isNaN(amount)) continue;
    const entry = seen.get(input);
    if (entry === undefined) seen.set(input, { amount, sum: amount, lines: 1, differ: false });
    else {
      entry.lines++;
      entry.sum += amount;
      entry.differ ||= entry.amount !== amount;
    }
  }
  return seen;
}

/** 1: what came in is the sum of the lines; -1: the amount that each shows; 0: neither. */
function fitOf({ index, before }: LineIncome, order: number, { amount, sum, differ }: Seen): number {
  const { incomeBuyer, incomePlatform } = index.receipts(order, before);
  const income = incomeBuyer + incomePlatform;
  if (income <= 0) return 0;
  if (income === sum) return 1;
  return income === amount && !differ ? -1 : 0;
}

/** What the shop is to receive for a line: the shop's own column, else what the buyer pays; NaN when both are blank. */
export function lineReceivable(lines: LineTable, line: number): number {
  const merchant = lines.merchantReceives[line]!;
  return Number.isNaN(merchant) ? lines.buyerPaid[line]! : merchant;
}
