// Reads a bill, settlement or account flow into the book of bills: every record is looked at once, its rows are kept in columns.

import type { BillBook } from '../core/bill-book.js';
import { Bug } from '../core/bug.js';
import type { ProblemLog } from '../core/problem.js';
import { AccountReader } from '../ingest/account-reader.js';
import type { BillReaderOptions, BillRecordReader } from '../ingest/bill-frame.js';
import { BillReader } from '../ingest/bill-reader.js';
import { type SettlementColumns, SettlementSample } from '../ingest/settlement-columns.js';
import { SettlementReader } from '../ingest/settlement-reader.js';
import type { FilePort } from '../io/port.js';
import type { RecordScanner } from '../io/scanner.js';
import { scanFile } from '../io/table.js';
import { isAccountFlow } from '../platforms/index.js';
import { kuaishouBill } from '../platforms/kuaishou.js';
import type { ExportFile } from './open-exports.js';
import { type RowsRead, readRows } from './read-rows.js';

/** What was read in one bill file. */
export interface BillRead extends RowsRead {
  /** Fen of rejected records whose amounts can be read: in and out, without sign. */
  readonly rejectedFen: number;
  /** Its bills in `BillBook.files`, from the first to before `filesEnd`: one, more when bills were joined. */
  readonly filesBegin: number;
  readonly filesEnd: number;
  /** What the totals of Kuaishou's settlement were found to be made of; null for other bills. */
  readonly settlement: SettlementColumns | null;
}

/**
 * Reads a whole bill into the book. Time: one pass over the bytes (a settlement's first 2,000 rows twice); memory: 27
 * bytes a row and the distinct order numbers. Throws UserError for another table's header in the middle and for a file
 * that changed meanwhile.
 */
export function readBill(
  port: FilePort,
  file: ExportFile,
  input: number,
  bills: BillBook,
  problems: ProblemLog,
  options: { readonly lossy: boolean } = { lossy: false },
): BillRead {
  const { match } = file;
  const settlement = match.format === kuaishouBill ? learnSettlement(port, file) : null;
  const filesBegin = bills.files.length;
  const { read, reader } = readRows(port, file, input, problems, options.lossy, (scanner, about) =>
    readerFor(scanner, bills, problems, settlement, about),
  );
  assertRows(file, bills, filesBegin);
  return {
    ...read,
    rejectedFen: reader.frame.rejectedFen,
    filesBegin,
    filesEnd: bills.files.length,
    settlement,
  };
}

function readerFor(
  scanner: RecordScanner,
  bills: BillBook,
  problems: ProblemLog,
  settlement: SettlementColumns | null,
  options: BillReaderOptions,
): BillRecordReader {
  if (settlement !== null) return new SettlementReader(scanner, bills, problems, options, settlement);
  const Reader = isAccountFlow(options.match.format) ? AccountReader : BillReader;
  return new Reader(scanner, bills, problems, options);
}

/** Looks at a settlement's first rows before any of them is read. */
function learnSettlement(port: FilePort, file: ExportFile): SettlementColumns {
  const scanner = scanFile(port, file.opened, file.dialect, { chunkBytes: 1 << 16 });
  const sample = new SettlementSample(file.match.names);
  scanner.expectedCells = file.match.names.length;
  for (let index = 0; !sample.isFull && scanner.next(); index++) {
    if (index > file.headerRecord) sample.add(scanner);
  }
  return sample.learn();
}

/** Every row of a bill is in the book, and its yuan. */
function assertRows({ opened }: ExportFile, bills: BillBook, filesBegin: number): void {
  const files = bills.files.slice(filesBegin);
  const linked = bills.rows;
  const unlinked = bills.unlinked;
  let rows = files.reduce((sum, file) => sum + file.rows, 0);
  let fen = files.reduce((sum, file) => sum + file.fen, 0);
  for (const { size, file, fen: amounts } of [linked, unlinked]) {
    for (let row = size - 1; row >= 0 && file[row]! >= filesBegin; row--) {
      rows--;
      fen -= amounts[row]!;
    }
  }
  if (rows === 0 && fen === 0) return;
  throw new Bug('count', opened.name, 0, new Error(`${rows} rows and ${fen} fen over`));
}
