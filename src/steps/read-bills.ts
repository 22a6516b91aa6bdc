// Reads a bill, settlement or account flow into the book of bills: every record is looked at once, its rows are kept in columns.

import { createHash } from 'node:crypto';
import type { BillBook } from '../core/bill-book.js';
import { Bug } from '../core/bug.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND, LINE_END, RECORD_KINDS } from '../core/record-map.js';
import type { Rejected } from '../core/rejected-records.js';
import { UserError } from '../core/user-error.js';
import { AccountReader } from '../ingest/account-reader.js';
import type { BillFrame, BillReaderOptions, BillRecordReader } from '../ingest/bill-frame.js';
import { BillReader } from '../ingest/bill-reader.js';
import { type SettlementColumns, SettlementSample } from '../ingest/settlement-columns.js';
import { SettlementReader } from '../ingest/settlement-reader.js';
import { checkUnchanged } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import type { RecordScanner } from '../io/scanner.js';
import { scanFile } from '../io/table.js';
import { isAccountFlow } from '../platforms/index.js';
import { kuaishouBill } from '../platforms/kuaishou.js';
import type { PlatformId } from '../platforms/types.js';
import type { ExportFile } from './open-exports.js';
import { excelRow, tellSuspects } from './read-orders.js';

/** What a record is rejected for of which only the beginning stands in the file. */
const CUT_CODES: ReadonlySet<ProblemCode> = new Set(['record-short', 'quote-unclosed', 'bytes-invalid']);

/** A bill's record that counts for nothing, and where its bytes stand: from `offset` on, with its line end. */
export interface RejectedBillRecord extends Rejected {
  readonly offset: number;
  readonly length: number;
}

/** What was read in one bill file. */
export interface BillRead {
  readonly file: ExportFile;
  readonly platform: PlatformId;
  readonly sha256: string;
  readonly records: number;
  /** Records by kind, indexed by `KIND`; `audited` are those that were read. */
  readonly kinds: Uint32Array;
  /** Each one is damage: the answer is incomplete whatever `--max-rejects` says. */
  readonly rejected: readonly RejectedBillRecord[];
  /** Fen of rejected records whose amounts can be read: in and out, without sign. */
  readonly rejectedFen: number;
  /** Its bills in `BillBook.files`, from the first to before `filesEnd`: one, more when bills were joined. */
  readonly filesBegin: number;
  readonly filesEnd: number;
  /** Records by how they end, indexed by `LINE_END`. */
  readonly lineEnds: readonly number[];
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
  const hash = createHash('sha256');
  const scanner = scanFile(port, file.opened, file.dialect, { hash });
  const { match, opened, headerRecord } = file;
  const { platform } = match.format;
  const settlement = match.format === kuaishouBill ? learnSettlement(port, file) : null;
  const filesBegin = bills.files.length;
  const reader = readerFor(scanner, bills, problems, settlement, {
    input,
    path: opened.path,
    name: opened.name,
    match,
    lossy: options.lossy,
  });
  const kinds = new Uint32Array(RECORD_KINDS.length);
  const rejected: RejectedBillRecord[] = [];
  const lineEnds = [0, 0, 0, 0];
  const isUtf16 = file.dialect.encoding.startsWith('utf-16');
  scanner.expectedCells = match.names.length;
  let index = 0;
  let offset = file.dialect.bomBytes;
  let isCut = false;
  try {
    for (; scanner.next(); index++) {
      const length = isUtf16 ? scanner.utf16Length() : scanner.length;
      let kind: number;
      if (index > headerRecord) {
        kind = reader.read(excelRow(file, index));
        if (kind === KIND.rejected) {
          const { reason, reasonColumn } = reader.frame;
          rejected.push({ index, code: reason!, column: reasonColumn, offset, length });
        }
      } else {
        kind = aboveHeader(scanner, index === headerRecord);
        if (kind === KIND.preamble) reader.preamble();
      }
      if (scanner.suspect) tellSuspects(scanner, excelRow(file, index), input, problems);
      kinds[kind]!++;
      lineEnds[scanner.lineEnd]!++;
      offset += length;
    }
    isCut = lineEnds[LINE_END.none] !== 0 && endsInside(file, reader.frame, rejected.at(-1), index - 1);
    reader.finish(isCut);
  } catch (error) {
    throw error instanceof UserError ? error : new Bug('read', opened.name, excelRow(file, index), error);
  }
  checkUnchanged(port, opened);
  assertConservation(file, bills, filesBegin, kinds, index, offset);
  tellFile(file, input, problems, lineEnds);
  if (isCut) problems.add({ code: 'file-cut-off', input, record: excelRow(file, index - 1) });
  return {
    file,
    platform,
    sha256: hash.digest('hex'),
    records: index,
    kinds,
    rejected,
    rejectedFen: reader.frame.rejectedFen,
    filesBegin,
    filesEnd: bills.files.length,
    lineEnds,
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

function aboveHeader(scanner: RecordScanner, isHeader: boolean): number {
  if (isHeader) return KIND.header;
  return scanner.start === scanner.end ? KIND.blank : KIND.preamble;
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

/** Every byte is in one record, every record is one thing, and every row of a bill is in the book. */
function assertConservation(
  { opened, dialect }: ExportFile,
  bills: BillBook,
  filesBegin: number,
  kinds: Uint32Array,
  records: number,
  offset: number,
): void {
  // A UTF-16 file that ends in half a unit has its last record remembered as a whole one.
  const bytes = offset - (dialect.encoding.startsWith('utf-16') ? opened.size % 2 : 0);
  const told = kinds.reduce((sum, n) => sum + n, 0);
  const isWhole = told === records && bytes === opened.size;
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
  if (isWhole && rows === 0 && fen === 0) return;
  const counts = `${bytes} of ${opened.size} bytes, ${told} of ${records} records, ${rows} rows and ${fen} fen over`;
  throw new Bug('count', opened.name, 0, new Error(counts));
}

function tellFile(file: ExportFile, input: number, problems: ProblemLog, lineEnds: readonly number[]): void {
  for (const { name, needed } of file.match.duplicates) {
    const record = excelRow(file, file.headerRecord);
    if (needed) problems.add({ code: 'column-duplicate', input, record, column: name });
  }
  if (lineEnds.slice(1).filter((n) => n > 0).length > 1)
    problems.add({ code: 'line-ends-mixed', input, record: 0 });
}

/**
 * True when a file without a last line end ends inside its last record (index `last`): that one lacks cells, or half a
 * character stands at its end. A row that can be read is cut where it is the only one that lacks a cell.
 */
function endsInside(
  file: ExportFile,
  { narrowRows, lastNarrowRow }: BillFrame,
  rejected: RejectedBillRecord | undefined,
  last: number,
): boolean {
  if (rejected === undefined || rejected.index !== last) {
    return narrowRows === 1 && lastNarrowRow === excelRow(file, last);
  }
  return CUT_CODES.has(rejected.code);
}
