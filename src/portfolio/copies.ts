// Lines and copies: which records are the same line again, and which one counts.

import { LINE, type LineTable } from '../core/order-book.js';
import { lineReceivable } from './line-amounts.js';

/** What is known of an input file when its lines are compared with those of another one. */
export interface InputAge {
  /** When the file was exported, civil seconds: the time in its name, else its latest event; NaN when neither is known. */
  readonly exportedAt: number;
  /** It has a column for how after-sales stand: a blank cell there says that none is open. */
  readonly showsAfterSales?: boolean;
}

/** The held lines of each order: `first[order]` is its first line or -1, `next[line]` the next one or -1. */
export interface LineChains {
  readonly first: Int32Array;
  readonly next: Int32Array;
}

/** Chains the lines of each order in the order of inputs and records. */
export function chainLines(lines: LineTable, orders: number): LineChains {
  const first = new Int32Array(orders).fill(-1);
  const next = new Int32Array(lines.size).fill(-1);
  for (let line = lines.size - 1; line >= 0; line--) {
    const order = lines.order[line]!;
    next[line] = first[order]!;
    first[order] = line;
  }
  return { first, next };
}

export interface CopiesFound {
  /** Lines that a later export replaces. */
  readonly superseded: readonly number[];
  /** Records that stand twice in one file. */
  readonly repeated: readonly number[];
  /** Orders of which two files say different things: an amount or a state. */
  readonly differing: number;
}

/**
 * Marks (`LINE.superseded`) every line that counts for nothing: of the same order, product and specification in two
 * files only the file exported later counts, at a tie the further state; in one file a record with equal quantity,
 * amounts and waybill counts once. Time: linear in the lines, however many one order has.
 */
export function markCopies(lines: LineTable, chains: LineChains, inputs: readonly InputAge[]): CopiesFound {
  const superseded: number[] = [];
  const repeated: number[] = [];
  let differing = 0;
  for (const head of chains.first) {
    if (head < 0 || chains.next[head]! < 0) continue;
    const group: number[] = [];
    for (let line = head; line >= 0; line = chains.next[line]!) group.push(line);
    if (lines.input[group[0]!] !== lines.input[group.at(-1)!]) {
      const { losers, differ } = acrossFiles(lines, group, inputs);
      for (const line of losers) mark(lines, line, superseded);
      if (differ) differing++;
    }
    for (const line of withinFiles(lines, group)) mark(lines, line, repeated);
  }
  return { superseded, repeated, differing };
}

function mark(lines: LineTable, line: number, list: number[]): void {
  lines.flags[line]! |= LINE.superseded;
  list.push(line);
}

function keyOf(lines: LineTable, line: number): string {
  return `${lines.product[line]}/${lines.spec[line]}`;
}

/** Of each product and specification the lines of all files but one. */
function acrossFiles(
  lines: LineTable,
  group: readonly number[],
  inputs: readonly InputAge[],
): { losers: number[]; differ: boolean } {
  // Where a file does not name product and specification, an order's lines can only be compared as a whole.
  const keyed = group.every((line) => lines.product[line]! >= 0 || lines.spec[line]! >= 0);
  const winners = new Map<string, number>();
  for (const line of group) {
    const key = keyed ? keyOf(lines, line) : '';
    const winner = winners.get(key);
    if (winner === undefined || counts(lines, line, winner, inputs)) winners.set(key, line);
  }
  const losers: number[] = [];
  let differ = false;
  for (const line of group) {
    const winner = winners.get(keyed ? keyOf(lines, line) : '')!;
    if (lines.input[winner] === lines.input[line]) continue;
    losers.push(line);
    differ ||= !sameAmounts(lines, line, winner) || advance(lines, line) !== advance(lines, winner);
  }
  return { losers, differ };
}

/** True when line `a` counts rather than line `b`. */
function counts(lines: LineTable, a: number, b: number, inputs: readonly InputAge[]): boolean {
  const timeA = inputs[lines.input[a]!]?.exportedAt ?? Number.NaN;
  const timeB = inputs[lines.input[b]!]?.exportedAt ?? Number.NaN;
  if (timeA > timeB || (Number.isFinite(timeA) && Number.isNaN(timeB))) return true;
  if (timeA < timeB || (Number.isNaN(timeA) && Number.isFinite(timeB))) return false;
  const further = advance(lines, a) - advance(lines, b);
  // Files of one time and one state should say the same; where they do not, the order of the files decides nothing.
  return further > 0 || (further === 0 && lineReceivable(lines, a) > lineReceivable(lines, b));
}

/** How far a line has come: its phase, and a refund behind it. */
function advance(lines: LineTable, line: number): number {
  return lines.phase[line]! * 2 + ((lines.flags[line]! & LINE.refunded) !== 0 ? 1 : 0);
}

/** Records that say the same as another one of their file; of two states the further one is kept, else the first. */
function withinFiles(lines: LineTable, group: readonly number[]): number[] {
  const kept = new Map<string, number>();
  const repeated: number[] = [];
  for (const line of group) {
    if ((lines.flags[line]! & LINE.superseded) !== 0) continue;
    const amounts = `${lines.buyerPaid[line]}/${lines.merchantReceives[line]}/${lines.listAmount[line]}`;
    const record = `${lines.input[line]}/${keyOf(lines, line)}/${lines.quantity[line]}/${amounts}/${lines.waybill[line]}`;
    const other = kept.get(record);
    const counts = other === undefined || advance(lines, line) > advance(lines, other);
    if (counts) kept.set(record, line);
    if (other !== undefined) repeated.push(counts ? other : line);
  }
  return repeated;
}

function sameAmounts(lines: LineTable, a: number, b: number): boolean {
  return (
    Object.is(lines.buyerPaid[a], lines.buyerPaid[b]) &&
    Object.is(lines.merchantReceives[a], lines.merchantReceives[b])
  );
}
