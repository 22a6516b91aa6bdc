// Reads a bill or an after-sales export from its first byte to its last: every record is looked at once, and is one thing.

import { createHash } from 'node:crypto';
import { Bug } from '../core/bug.js';
import type { ProblemCode, ProblemLog } from '../core/problem.js';
import { KIND, LINE_END, RECORD_KINDS } from '../core/record-map.js';
import type { Rejected } from '../core/rejected-records.js';
import { UserError } from '../core/user-error.js';
import type { RecordFrame, RowReader, RowReaderOptions } from '../ingest/record-frame.js';
import { checkUnchanged } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import type { RecordScanner } from '../io/scanner.js';
import { scanFile } from '../io/table.js';
import type { PlatformId } from '../platforms/types.js';
import type { ExportFile } from './open-exports.js';
import { checkHeader, excelRow, tellSuspects } from './read-orders.js';

/** What a record is rejected for of which only the beginning stands in the file. */
const CUT_CODES: ReadonlySet<ProblemCode> = new Set(['record-short', 'quote-unclosed', 'bytes-invalid']);

/** A record that counts for nothing, and where its bytes stand: from `offset` on, with its line end. */
export interface RejectedRow extends Rejected {
  readonly offset: number;
  readonly length: number;
}

/** What was read in one file. */
export interface RowsRead {
  readonly file: ExportFile;
  readonly platform: PlatformId;
  readonly sha256: string;
  readonly records: number;
  /** Records by kind, indexed by `KIND`; `audited` are those that were read. */
  readonly kinds: Uint32Array;
  /** Each one is damage: the answer is incomplete whatever `--max-rejects` says. */
  readonly rejected: readonly RejectedRow[];
  /** Records by how they end, indexed by `LINE_END`. */
  readonly lineEnds: readonly number[];
}

/**
 * Reads a whole file by the reader that `readerFor` makes. Time: one pass over the bytes. Throws UserError for another
 * table's header in the middle and for a file that changed meanwhile.
 */
export function readRows<R extends RowReader>(
  port: FilePort,
  file: ExportFile,
  input: number,
  problems: ProblemLog,
  lossy: boolean,
  readerFor: (scanner: RecordScanner, about: RowReaderOptions) => R,
): { readonly read: RowsRead; readonly reader: R } {
  const hash = createHash('sha256');
  const scanner = scanFile(port, file.opened, file.dialect, { hash });
  const { match, opened, headerRecord } = file;
  const reader = readerFor(scanner, { input, path: opened.path, name: opened.name, match, lossy });
  const kinds = new Uint32Array(RECORD_KINDS.length);
  const rejected: RejectedRow[] = [];
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
        // A bill has no column that may lack; of an after-sales export nearly every one may.
        if (kind === KIND.header && match.format.kind === 'after-sales')
          checkHeader(scanner, file, input, problems, lossy);
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
  assertConservation(file, kinds, index, offset);
  tellFile(file, input, problems, lineEnds);
  if (isCut) problems.add({ code: 'file-cut-off', input, record: excelRow(file, index - 1) });
  const { platform } = match.format;
  const sha256 = hash.digest('hex');
  return { read: { file, platform, sha256, records: index, kinds, rejected, lineEnds }, reader };
}

function aboveHeader(scanner: RecordScanner, isHeader: boolean): number {
  if (isHeader) return KIND.header;
  return scanner.start === scanner.end ? KIND.blank : KIND.preamble;
}

/** Every byte is in one record, and every record is one thing. */
function assertConservation(
  { opened, dialect }: ExportFile,
  kinds: Uint32Array,
  records: number,
  offset: number,
): void {
  // A UTF-16 file that ends in half a unit has its last record remembered as a whole one.
  const bytes = offset - (dialect.encoding.startsWith('utf-16') ? opened.size % 2 : 0);
  const told = kinds.reduce((sum, n) => sum + n, 0);
  if (told === records && bytes === opened.size) return;
  const counts = `${bytes} of ${opened.size} bytes, ${told} of ${records} records`;
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
  { narrowRows, lastNarrowRow }: RecordFrame,
  rejected: RejectedRow | undefined,
  last: number,
): boolean {
  if (rejected === undefined || rejected.index !== last) {
    return narrowRows === 1 && lastNarrowRow === excelRow(file, last);
  }
  return CUT_CODES.has(rejected.code);
}
