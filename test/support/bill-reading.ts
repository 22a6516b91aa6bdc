// Reads bills that a test has made, the way the audit does, and shows what stands in the book of bills.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BILL_CLASSES, BillBook, type BillFile, type BillRows } from '../../src/core/bill-book.js';
import { type Problem, ProblemLog } from '../../src/core/problem.js';
import { RECORD_KINDS } from '../../src/core/record-map.js';
import { realPort } from '../../src/io/port.js';
import { openExport } from '../../src/steps/open-exports.js';
import { type BillRead, readBill } from '../../src/steps/read-bills.js';
import { formatTime } from './calendar.js';

export interface BillInput {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface BillsRead {
  readonly bills: BillBook;
  readonly reads: readonly BillRead[];
  readonly problems: ProblemLog;
}

const port = realPort();

/** Reads files one after the other into one book. */
export async function readBills(
  folder: string,
  inputs: readonly BillInput[],
  lossy = false,
): Promise<BillsRead> {
  const bills = new BillBook();
  const problems = new ProblemLog();
  const reads: BillRead[] = [];
  const spool = () => {
    throw new Error('unused');
  };
  for (const [input, { name, bytes }] of inputs.entries()) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const file = await openExport({ port, folder, spool }, { path, named: true }, {});
    try {
      reads.push(readBill(port, file, input, bills, problems, { lossy }));
    } finally {
      file.opened.dispose();
    }
  }
  return { bills, reads, problems };
}

/** Each order number of the bills. */
export function idsOf({ ids }: BillBook): string[] {
  return Array.from({ length: ids.size }, (_, id) => Buffer.from(ids.bytes(id)).toString('latin1'));
}

/** Rows as `order class fen type time`, linked ones first; with `counts`, only the linked ones that it marks. */
export function rowsOf(bills: BillBook, counts?: Uint8Array): string[] {
  const ids = idsOf(bills);
  const line = (rows: BillRows, row: number) => {
    const time = rows.time[row]!;
    const shown = Number.isNaN(time) ? 'blank' : formatTime(time);
    const id = ids[rows.order[row]!] ?? '-';
    const kind = BILL_CLASSES[rows.kind[row]!];
    return `${id} ${kind} ${rows.fen[row]} ${bills.typeList[rows.type[row]!]!.name} ${shown}`;
  };
  const all = (rows: BillRows) =>
    Array.from({ length: rows.size }, (_, row) => row).map((row) => line(rows, row));
  const linked = all(bills.rows);
  return counts === undefined
    ? [...linked, ...all(bills.unlinked)]
    : linked.filter((_, row) => counts[row] === 1);
}

/** Per order: trade income less trade refund, and advances; fen. Orders for which that is 0 are left out. */
export function netByOrder(bills: BillBook, counts?: Uint8Array): Map<string, number> {
  const ids = idsOf(bills);
  const net = new Map<string, number>();
  const { rows } = bills;
  for (let row = 0; row < rows.size; row++) {
    if (counts?.[row] === 0 || !/^(?:income|refund|advance)-/.test(BILL_CLASSES[rows.kind[row]!]!)) continue;
    const id = ids[rows.order[row]!]!;
    net.set(id, (net.get(id) ?? 0) + rows.fen[row]!);
  }
  return new Map([...net].filter(([, fen]) => fen !== 0).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Records by kind, those kinds of which there are some. */
export function kindsOf(read: BillRead): Record<string, number> {
  return Object.fromEntries(RECORD_KINDS.map((kind, i) => [kind, read.kinds[i]!]).filter(([, n]) => n !== 0));
}

/** Problems as `code@record column text xcount`. */
export function problemsOf(problems: ProblemLog): string[] {
  const line = ({ code, record, column, text, count }: Problem) =>
    [`${code}@${record}`, column, text, count === undefined ? undefined : `x${count}`]
      .filter((part) => part !== undefined && part !== '')
      .join(' ');
  return problems.kept.map(line);
}

/** A bill's period as text. */
export function periodOf({ from, to }: BillFile): string {
  return Number.isNaN(from) ? 'none' : `${formatTime(from)} to ${formatTime(to)}`;
}
