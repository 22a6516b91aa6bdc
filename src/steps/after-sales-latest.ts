// One row for each after-sale: of several exports that hold it, and of a record that stands twice, the last word counts.

import { AFTER_SALE_FLAG, type AfterSalesBook } from '../core/after-sales-book.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { AFTER_SALE_STATES, type AfterSaleState } from '../core/status.js';

/** How far an after-sale has come: what ended does not open again, and money that went back says most. */
const FURTHER: readonly AfterSaleState[] = ['none', 'open', 'closed', 'succeeded', 'refunded'];
const RANK = AFTER_SALE_STATES.map((state) => FURTHER.indexOf(state));

/**
 * Marks the rows that do not count. Rows of one 售后编号 and one order are one after-sale: that of the file exported last
 * counts, where all of their files' names say when; else, and within a file, the row with the latest time of its own,
 * then the one that has come further. A row's own times decide rather than the latest of its whole file: what a merchant
 * joins or splits keeps its answer, and of two exports the later one has the later times of the same after-sale. Rows
 * without a number count each, but those that stand in two files alike count as often as in the one that has most of
 * them. The first one read stands for equal ones. Tells for each file how many rows do not count. To be called once; time
 * and memory linear in the rows.
 */
export function markLatestAfterSales(book: AfterSalesBook, problems: ProblemLog): void {
  const told = new Told(book);
  for (const rows of byNumber(book)) {
    for (const same of byOrder(book, rows)) markAllButLatest(book, same, told);
  }
  if (book.files.length > 1) markRepeatedWithoutNumber(book, told);
  told.tell(problems);
}

/** What was left out, by file. */
class Told {
  readonly #book: AfterSalesBook;
  readonly #counts = new Map<string, { code: ProblemCode; input: number; record: number; count: number }>();

  constructor(book: AfterSalesBook) {
    this.#book = book;
  }

  leaveOut(row: number, code: 'after-sale-repeated' | 'after-sale-superseded'): void {
    const { rows, files } = this.#book;
    rows.flags[row]! |= AFTER_SALE_FLAG.superseded;
    const { input } = files[rows.file[row]!]!;
    const record = rows.record[row]!;
    const key = `${input} ${code}`;
    const known = this.#counts.get(key);
    if (known === undefined) this.#counts.set(key, { code, input, record, count: 1 });
    else {
      known.count++;
      known.record = Math.min(known.record, record);
    }
  }

  tell(problems: ProblemLog): void {
    const all = [...this.#counts.values()].sort((a, b) => a.input - b.input || (a.code < b.code ? -1 : 1));
    for (const problem of all) problems.add(problem);
  }
}

/** The rows of each number that stands on more than one, in the order in which they were read. */
function* byNumber({ rows, numbers }: AfterSalesBook): Generator<number[]> {
  const first = new Int32Array(numbers.size).fill(-1);
  const next = new Int32Array(rows.size).fill(-1);
  for (let row = rows.size - 1; row >= 0; row--) {
    const number = rows.number[row]!;
    if (number < 0) continue;
    next[row] = first[number]!;
    first[number] = row;
  }
  for (const start of first) {
    if (start < 0 || next[start]! < 0) continue;
    const same: number[] = [];
    for (let row = start; row >= 0; row = next[row]!) same.push(row);
    yield same;
  }
}

/** A number that stands with two orders is no number of one after-sale: a spreadsheet has rounded both. */
function byOrder({ rows }: AfterSalesBook, same: readonly number[]): Iterable<readonly number[]> {
  const groups = new Map<number, number[]>();
  for (const row of same) {
    const group = groups.get(rows.order[row]!);
    if (group === undefined) groups.set(rows.order[row]!, [row]);
    else group.push(row);
  }
  return groups.values();
}

function markAllButLatest(book: AfterSalesBook, same: readonly number[], told: Told): void {
  if (same.length < 2) return;
  const { rows, files } = book;
  const exportedAt = (row: number) => files[rows.file[row]!]!.exportedAt;
  const isNamed = same.every((row) => !Number.isNaN(exportedAt(row)));
  const latest = same.reduce((best, row) => {
    const ahead = isNamed ? exportedAt(row) - exportedAt(best) : 0;
    return (ahead || compare(book, row, best)) > 0 ? row : best;
  });
  for (const row of same) {
    if (row === latest) continue;
    const isSame = contentOf(book, row) === contentOf(book, latest);
    told.leaveOut(row, isSame ? 'after-sale-repeated' : 'after-sale-superseded');
  }
}

/** Above 0 where `a` has the later word; 0 only for rows between which no choice matters to any sum. */
function compare({ rows }: AfterSalesBook, a: number, b: number): number {
  const latest = (row: number) =>
    Math.max(...[rows.appliedAt, rows.agreedAt, rows.closedAt].map((times) => orNever(times[row]!)));
  return (
    order(latest(a), latest(b)) ||
    RANK[rows.state[a]!]! - RANK[rows.state[b]!]! ||
    order(orNever(rows.fen[a]!), orNever(rows.fen[b]!)) ||
    rows.type[a]! - rows.type[b]! ||
    rows.flags[a]! - rows.flags[b]! ||
    order(orNever(rows.agreedAt[a]!), orNever(rows.agreedAt[b]!)) ||
    order(orNever(rows.deadlineAt[a]!), orNever(rows.deadlineAt[b]!))
  );
}

function orNever(value: number): number {
  return Number.isNaN(value) ? Number.NEGATIVE_INFINITY : value;
}

/** A difference would be NaN between two of the same infinity. */
function order(a: number, b: number): number {
  return a === b ? 0 : a > b ? 1 : -1;
}

/** All that is kept of a row, but for where it stands. */
function contentOf({ rows }: AfterSalesBook, row: number): string {
  const { superseded } = AFTER_SALE_FLAG;
  return [
    rows.order[row],
    rows.state[row],
    rows.type[row],
    rows.flags[row]! & ~superseded,
    rows.fen[row],
    rows.appliedAt[row],
    rows.agreedAt[row],
    rows.closedAt[row],
    rows.deadlineAt[row],
    rows.product[row],
    rows.returnWaybill[row],
    rows.outboundWaybill[row],
  ].join();
}

/** The first ones read count, as many as stand in the one file that has most of them. */
function markRepeatedWithoutNumber(book: AfterSalesBook, told: Told): void {
  const { rows } = book;
  const groups = new Map<string, { readonly rows: number[]; file: number; inFile: number; most: number }>();
  for (let row = 0; row < rows.size; row++) {
    if (rows.number[row]! >= 0) continue;
    const key = contentOf(book, row);
    const group = groups.get(key) ?? { rows: [], file: -1, inFile: 0, most: 0 };
    groups.set(key, group);
    group.rows.push(row);
    // Rows of one file stand together.
    group.inFile = group.file === rows.file[row] ? group.inFile + 1 : 1;
    group.file = rows.file[row]!;
    group.most = Math.max(group.most, group.inFile);
  }
  for (const group of groups.values()) {
    for (const row of group.rows.slice(group.most)) told.leaveOut(row, 'after-sale-repeated');
  }
}
