// Whether the amounts of an order's lines are the lines' own or the order's total repeated: decided once per file.

import { comparedAmount, LINE, type LineEvidence, type LineTable } from '../core/order-book.js';
import type { LineChains } from './copies.js';

/** `undecided`: counted once, and the difference is shown. */
export type LineAmounts = 'per-line' | 'repeated' | 'undecided';

/** So many orders whose lines all show one amount make it the order's total. */
const ENOUGH_EQUAL = 5;

/**
 * Decides for each input. Per line where any order's lines differ in amount; repeated where they are equal on at least
 * five orders; else undecided. Only orders with several lines that count in that input speak; `ordinary` is what those
 * say that are not held.
 */
export function decideLineAmounts(
  lines: LineTable,
  chains: LineChains,
  ordinary: readonly LineEvidence[],
  inputs: number,
): LineAmounts[] {
  const differ = new Uint8Array(inputs);
  const equal = new Uint32Array(inputs);
  for (const head of chains.first) {
    if (head < 0 || chains.next[head]! < 0) continue;
    const seen = new Map<number, { amount: number; lines: number; differ: boolean }>();
    for (let line = head; line >= 0; line = chains.next[line]!) {
      if ((lines.flags[line]! & LINE.superseded) !== 0) continue;
      const amount = comparedAmount(
        lineReceivable(lines, line),
        lines.listAmount[line]!,
        lines.flags[line]!,
        lines.phase[line]!,
      );
      if (Number.isNaN(amount)) continue;
      const input = lines.input[line]!;
      const entry = seen.get(input);
      if (entry === undefined) seen.set(input, { amount, lines: 1, differ: false });
      else {
        entry.lines++;
        entry.differ ||= entry.amount !== amount;
      }
    }
    for (const [input, entry] of seen) {
      if (entry.lines < 2) continue;
      if (entry.differ) differ[input] = 1;
      else equal[input]!++;
    }
  }
  return Array.from({ length: inputs }, (_, input) => {
    if (differ[input] || ordinary[input]?.differ) return 'per-line';
    return equal[input]! + (ordinary[input]?.equal ?? 0) >= ENOUGH_EQUAL ? 'repeated' : 'undecided';
  });
}

/** What the shop is to receive for a line: the shop's own column, else what the buyer pays; NaN when both are blank. */
export function lineReceivable(lines: LineTable, line: number): number {
  const merchant = lines.merchantReceives[line]!;
  return Number.isNaN(merchant) ? lines.buyerPaid[line]! : merchant;
}
