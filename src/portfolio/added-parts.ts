// Which of Kuaishou's subsidies the shop is paid beside what the buyer pays: learned from its settlements.

import { LINE, type LineTable, type OrderBook } from '../core/order-book.js';
import { PartLearner } from '../core/part-learner.js';
import type { BillIndex } from './bill-index.js';
import type { LineChains } from './copies.js';

/**
 * Per input: bits over its part columns; 0 where the export has the shop's own column, where it has no parts, and where
 * no set makes up the income of 95 % of the orders that both hold; of several the one that fits most often, for a
 * subsidy on few orders is money too. Only orders of one line speak, for several may repeat the order's total.
 * Inputs with the same part columns are learned from as one, so that a cut into files changes nothing. `before`: civil seconds, exclusive; later rows have not happened yet.
 */
export function learnAddedParts(
  { lines, partLines, partHeaders }: Pick<OrderBook, 'lines' | 'partLines' | 'partHeaders'>,
  chains: LineChains,
  index: BillIndex,
  before: number,
): number[] {
  const learners = new Map(partHeaders.map((headers) => [headers, new PartLearner(lines.parts.length)]));
  const learnerOf = (input: number) => learners.get(partHeaders[input]!)!;
  const parts = new Float64Array(lines.parts.length);
  const learn = (order: number, input: number, buyer: number) => {
    const { incomeBuyer, incomePlatform } = index.receipts(order, before);
    const income = incomeBuyer + incomePlatform;
    if (income !== 0) learnerOf(input).add(order, income - buyer, parts);
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
  return partHeaders.map((_, input) => learnerOf(input).best() ?? 0);
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
