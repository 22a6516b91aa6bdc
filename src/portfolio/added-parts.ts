// Which of Kuaishou's subsidies the shop is paid beside what the buyer pays: learned from its settlements.

import { CLOCK, LINE, type LineTable, type OrderBook } from '../core/order-book.js';
import { PartLearner } from '../core/part-learner.js';
import type { BillIndex } from './bill-index.js';
import type { LineChains } from './copies.js';

/** No set of columns is known to be paid to the shop: nothing is added, as by the empty set, but that is not learned. */
export const NO_SET = -1;

/**
 * Per input: bits over its part columns, 0 for none of them: the set that makes up the income of 95 % of the orders that
 * both hold; of several the one that fits most often, for a subsidy on few orders is money too. NO_SET where none does,
 * where no order tells of the parts that the input holds, and where the export has the shop's own column and is not asked.
 * Unrefunded, wholly paid orders of one line speak: several lines may repeat the order's total, and where the income is
 * below what the buyer pays, what is missing may be any part. Inputs with the same part columns are learned from as one,
 * so that a cut into files changes nothing. `before`: civil seconds, exclusive; later rows have not happened yet.
 */
export function learnAddedParts(
  book: Pick<OrderBook, 'lines' | 'partLines' | 'partHeaders' | 'clock'>,
  chains: LineChains,
  index: BillIndex,
  before: number,
): number[] {
  const { lines, partLines, partHeaders, clock } = book;
  const learners = new Map(partHeaders.map((headers) => [headers, new PartLearner(lines.parts.length)]));
  const learnerOf = (input: number) => learners.get(partHeaders[input]!)!;
  const parts = new Float64Array(lines.parts.length);
  const learn = (order: number, input: number, buyer: number) => {
    // What shows 0 until the debit says nothing, and neither does an order with an after-sale, open or ended.
    if (buyer <= 0 || (clock[order]! & ~CLOCK.received) !== 0) return;
    const { incomeBuyer, incomePlatform, refundBuyer, refundPlatform } = index.receipts(order, before);
    const income = incomeBuyer + incomePlatform;
    if (income < buyer || refundBuyer !== 0 || refundPlatform !== 0) return;
    learnerOf(input).add(order, income - buyer, parts);
  };
  for (let order = 0; order < chains.first.length; order++) {
    const line = onlyLine(lines, chains, order);
    if (line < 0 || !Number.isNaN(lines.merchantReceives[line]!)) continue;
    const buyer = lines.buyerPaid[line]!;
    lines.parts.forEach((part, i) => {
      parts[i] = part[line]!;
    });
    if (!Number.isNaN(buyer)) learn(order, lines.input[line]!, buyer);
  }
  const records = new Uint8Array(partLines.size === 0 ? 0 : chains.first.length);
  for (let row = 0; row < partLines.size; row++) {
    if (records[partLines.order[row]!]! < 2) records[partLines.order[row]!]!++;
  }
  for (let row = 0; row < partLines.size; row++) {
    const order = partLines.order[row]!;
    if (records[order]! > 1 || chains.first[order]! >= 0) continue;
    partLines.partsOf(row, parts);
    learn(order, partLines.input[row]!, partLines.buyerPaid[row]!);
  }
  const held = inputsWithParts(lines);
  return partHeaders.map((_, input) => {
    const learner = learnerOf(input);
    return !learner.hasParts && held.has(input) ? NO_SET : (learner.best() ?? NO_SET);
  });
}

/** The inputs of which a held line shows a part. */
function inputsWithParts(lines: LineTable): Set<number> {
  const inputs = new Set<number>();
  for (const part of lines.parts) {
    for (let line = 0; line < lines.size; line++) if (part[line]! > 0) inputs.add(lines.input[line]!);
  }
  return inputs;
}

/** The one line of an order that counts; -1 where there is none or more than one. */
function onlyLine(lines: LineTable, chains: LineChains, order: number): number {
  let only = -1;
  for (let line = chains.first[order]!; line >= 0; line = chains.next[line]!) {
    if ((lines.flags[line]! & LINE.superseded) !== 0) continue;
    if (only >= 0) return -1;
    only = line;
  }
  return only;
}

/** The platform's parts of a line that the shop is paid beside what the buyer pays, fen. `set`: bits over the columns. */
export function addedParts(lines: LineTable, line: number, set: number): number {
  let sum = 0;
  for (let column = 0; set >> column > 0; column++) {
    const fen = (set & (1 << column)) === 0 ? 0 : lines.parts[column]![line]!;
    if (fen > 0) sum += fen;
  }
  return sum;
}
