// Rows that stand in two bills count once, rows that stand twice in one bill count twice, one money in two books once.

import type { BillBook, BillRows } from '../core/bill-book.js';
import type { ProblemLog } from '../core/problem.js';
import { sameRefunds } from './same-refunds.js';

/**
 * Which of the book's `rows` count: 1, or 0 for a row that another bill holds as well. Of each (order, time, type,
 * class, amount) as many count as stand in the one bill that has most of them, the first ones read. Rows without an
 * order number are told apart by their shop besides. Takes what does not count out of the book's types and files, and
 * tells how many rows that are; to be called once. Needs the rows of one bill side by side, as reading leaves them.
 *
 * A bill that was saved again by Excel (`2026/6/3 10:00`) has lost its seconds and would pass for another bill beside
 * the file it was made of. A file of ten dated rows and more of which every time is a whole minute is taken for such
 * a one, for ten rows do not fall on whole minutes by themselves. Then all rows of the orders that it holds are
 * compared by the minute, in every file: two rows of one minute, type and amount are two where they are two in any
 * one file. Time and memory: linear in the rows; nothing to do with one bill.
 */
export function markRepeatedBillRows(bills: BillBook, problems: ProblemLog): Uint8Array {
  const { rows, unlinked, files } = bills;
  if (files.length < 2) return new Uint8Array(rows.size).fill(1);
  const shops = shopNumbers(bills);
  const byMinute = filesByMinute(bills);
  const marks = mark(bills, rows, (row) => rows.order[row]!, byMinute);
  mark(bills, unlinked, (row) => shops[unlinked.file[row]!]!, byMinute);
  for (const row of sameRefunds(bills, marks)) {
    marks[row] = 0;
    forget(bills, rows, row);
  }
  const told = new Map<number, number>();
  for (const { input, repeatedRows } of files) {
    if (repeatedRows > 0) told.set(input, (told.get(input) ?? 0) + repeatedRows);
  }
  for (const [input, count] of told) problems.add({ code: 'bill-rows-repeated', input, record: 0, count });
  return marks;
}

/** A number for each file's shop. A bill whose shop is not known is taken for the one shop's, where there is only one. */
function shopNumbers({ files }: BillBook): number[] {
  const known = [...new Set(files.map(({ shopId }) => shopId).filter((shopId) => shopId !== ''))];
  const unknown = known.length === 1 ? 0 : -1;
  return files.map(({ shopId }) => (shopId === '' ? unknown : known.indexOf(shopId)));
}

/** So many rows must all fall on whole minutes before that says that the seconds are lost. */
const ROWS_BY_MINUTE = 10;

/** For each file whether its times have lost their seconds; bills that were joined into one input are judged as one. */
function filesByMinute({ files, rows, unlinked }: BillBook): boolean[] {
  const inputs = Math.max(...files.map(({ input }) => input)) + 1;
  const dated = new Uint32Array(inputs);
  const exact = new Uint8Array(inputs);
  for (const { size, file, time } of [rows, unlinked]) {
    for (let row = 0; row < size; row++) {
      if (Number.isNaN(time[row]!)) continue;
      const { input } = files[file[row]!]!;
      dated[input]!++;
      if (time[row]! % 60 !== 0) exact[input] = 1;
    }
  }
  return files.map(({ input }) => dated[input]! >= ROWS_BY_MINUTE && exact[input] === 0);
}

/** The times by which rows are compared: those of the rows, without seconds for owners with a row in a file by minute. */
function comparedTimes(
  rows: BillRows,
  ownerOf: (row: number) => number,
  byMinute: readonly boolean[],
): Float64Array {
  const { size, file, time } = rows;
  if (!byMinute.includes(true)) return time;
  const owners = new Set<number>();
  for (let row = 0; row < size; row++) if (byMinute[file[row]!]) owners.add(ownerOf(row));
  return time.slice(0, size).map((at, row) => (owners.has(ownerOf(row)) ? at - (at % 60) : at));
}

function mark(
  bills: BillBook,
  rows: BillRows,
  ownerOf: (row: number) => number,
  byMinute: readonly boolean[],
): Uint8Array {
  const { size } = rows;
  const groups = groupsOf(rows, ownerOf, comparedTimes(rows, ownerOf, byMinute));
  const distinct = groups.reduce((most, group) => Math.max(most, group + 1), 0);
  const file = new Int32Array(distinct).fill(-1);
  const inFile = new Int32Array(distinct);
  const most = new Int32Array(distinct);
  for (let row = 0; row < size; row++) {
    const group = groups[row]!;
    if (file[group] !== rows.file[row]) {
      file[group] = rows.file[row]!;
      inFile[group] = 0;
    }
    inFile[group]!++;
    if (inFile[group]! > most[group]!) most[group] = inFile[group]!;
  }
  const marks = new Uint8Array(size);
  for (let row = 0; row < size; row++) {
    if (most[groups[row]!]!-- > 0) marks[row] = 1;
    else forget(bills, rows, row);
  }
  return marks;
}

function forget(bills: BillBook, rows: BillRows, row: number): void {
  const fen = rows.fen[row]!;
  const type = bills.typeList[rows.type[row]!]!;
  type.rows--;
  if (fen > 0) type.inFen -= fen;
  else type.outFen -= fen;
  const file = bills.files[rows.file[row]!]!;
  file.repeatedRows++;
  file.repeatedFen += fen;
  if (rows.order[row]! >= 0) return;
  file.unlinkedRows--;
  file.unlinkedFen -= fen;
}

/** A number for each row; equal rows have equal numbers, whatever file they stand in. */
function groupsOf(rows: BillRows, ownerOf: (row: number) => number, time: Float64Array): Int32Array {
  const { size, fen, kind, type } = rows;
  const groups = new Int32Array(size);
  /** The first row of each group. */
  const firsts = new Int32Array(size);
  const slots = new Int32Array(1 << Math.max(4, Math.ceil(Math.log2(size * 2 + 1)))).fill(-1);
  const mask = slots.length - 1;
  let count = 0;
  for (let row = 0; row < size; row++) {
    const owner = ownerOf(row);
    const at = time[row]!;
    // Low and high halves apart: an amount or a time may be larger than 32 bits.
    let hash = mixed(owner, at | 0);
    hash = mixed(hash, fen[row]! | 0);
    hash = mixed(hash, (kind[row]! << 16) | type[row]!);
    let slot = hash & mask;
    for (;;) {
      const group = slots[slot]!;
      if (group < 0) {
        slots[slot] = count;
        firsts[count] = row;
        groups[row] = count++;
        break;
      }
      const other = firsts[group]!;
      if (
        fen[other] === fen[row] &&
        Object.is(time[other], at) &&
        kind[other] === kind[row] &&
        type[other] === type[row] &&
        ownerOf(other) === owner
      ) {
        groups[row] = group;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return groups;
}

function mixed(hash: number, value: number): number {
  let h = Math.imul(hash ^ value, 0x2c1b3c6d);
  h ^= h >>> 15;
  h = Math.imul(h, 0x297a2d39);
  return h ^ (h >>> 13);
}
