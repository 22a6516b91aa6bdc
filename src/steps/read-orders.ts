// The first reading of an order export: every record is looked at once, what matters is kept in columns.

import { createHash } from 'node:crypto';
import { Bug } from '../core/bug.js';
import { dayOf } from '../core/dates.js';
import { IRREGULAR } from '../core/irregular.js';
import { KeyTable } from '../core/key-table.js';
import { type OrderBook, SEEN } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import type { RecipientJoin } from '../core/recipient-join.js';
import { KIND, LINE_END, RecordMap } from '../core/record-map.js';
import { RejectedRecords } from '../core/rejected-records.js';
import type { AfterSaleState, OrderState } from '../core/status.js';

import { UserError } from '../core/user-error.js';
import { JoinedRecipients } from '../ingest/joined-recipients.js';
import { NoteTerms } from '../ingest/note-terms.js';
import { orderColumns } from '../ingest/order-columns.js';
import { OrderReader } from '../ingest/order-reader.js';
import type { StateSeen } from '../ingest/order-values.js';
import type { PayLaterWord } from '../ingest/pay-later.js';
import { RecipientReader } from '../ingest/recipient-reader.js';
import { EveryWaybill } from '../ingest/waybill.js';
import { checkUnchanged } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import type { Records } from '../io/record-view.js';
import type { RingFiller } from '../io/shared-ring.js';
import { scanFile } from '../io/table.js';
import { identify } from '../linkage/identity.js';
import { noteTokens } from '../linkage/note-tokens.js';
import type { OrdersFormat } from '../platforms/types.js';
import type { Lists } from './lists.js';
import type { ExportFile } from './open-exports.js';
import { RecipientSender } from './recipient-batches.js';
import type { ScanHelper, ScannedFile } from './scan-helper.js';

/** What the first reading found in one order export. */
export interface OrdersRead {
  /** Index among the run's inputs. */
  readonly input: number;
  readonly file: ExportFile;
  readonly format: OrdersFormat;
  /** In hex digits. */
  readonly sha256: string;
  readonly records: RecordMap;
  /** Cells of the widest accepted record; the copy's records are filled up to it. */
  readonly width: number;
  readonly rejected: RejectedRecords;
  readonly rejectedFen: number;
  /** Receivables of all audited records, fen. */
  readonly recordsFen: number;
  readonly states: readonly StateSeen<OrderState>[];
  readonly afterSaleStates: readonly StateSeen<AfterSaleState>[];
  /** Day numbers of the earliest order and of the latest believable one; NaN without one. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** Order numbers that are long enough for Excel to round, by records, and of these the ones that end in 0. */
  readonly longIds: { readonly orders: number; readonly rounded: number };
  /** Latest believable event time, civil seconds; NaN without one. */
  readonly latestEvent: number;
  /** Records by how they end, indexed by `LINE_END`. */
  readonly lineEnds: readonly number[];
  readonly isAscii: boolean;
}

export interface ReadOptions {
  readonly payLater: PayLaterWord;
  readonly lossy: boolean;
  /** Orders whose records disagree on pay-later, found by a first reading: all of their lines are held. */
  readonly torn?: KeyTable | null;
  readonly lists?: Lists | null;
  /** Scans the file in another thread, whose loss is told by `null`. */
  readonly scan?: ScanHelper | null;
  /** Takes the recipients to another thread. */
  readonly recipients?: RingFiller | null;
  /** Takes what tables of recipients are joined by, waybills only where they are asked for. */
  readonly join?: RecipientJoin | null;
  readonly joinWaybills?: boolean;
}

type ReadFrom = [port: FilePort, file: ExportFile, input: number, book: OrderBook, problems: ProblemLog];

const BUILT_IN_TERMS = new NoteTerms(null, null);

/** Records from which the rest of a file is told. */
const SAMPLE = 4096;
/** More than so many times as much is never made room for at once: the file may be another one further down. */
const MOST_SAMPLES = 500;

/** Order numbers of which some record says pay-later and another not. */
export function tornOrders(book: OrderBook): KeyTable {
  const torn = new KeyTable();
  for (let order = 0; order < book.ids.size; order++) {
    const seen = book.seen[order]!;
    if ((seen & SEEN.yes) === 0 || (seen & SEEN.no) === 0) continue;
    const id = book.ids.bytes(order);
    torn.intern(id, 0, id.length);
  }
  return torn;
}

/** The row that Excel shows for a record: it counts records from 1, and takes a `sep=` line for no row. */
export function excelRow(file: ExportFile, index: number): number {
  return index + 1 - (file.dialect.sepLine ? 1 : 0);
}

/** First and last day on which the orders of all files were placed; infinite without any. */
export function orderDays(reads: readonly OrdersRead[]): { first: number; last: number } {
  const known = (days: readonly number[]) => days.filter(Number.isFinite);
  return {
    first: Math.min(...known(reads.map(({ firstDay }) => firstDay))),
    last: Math.max(...known(reads.map(({ lastDay }) => lastDay))),
  };
}

/**
 * Reads a whole order export into the book; null where the thread that scans it is lost. Time: one pass over the bytes;
 * memory: ten bytes a record, and the book.
 */
export function readOrders(...given: [...ReadFrom, ReadOptions & { readonly scan?: null }]): OrdersRead;
export function readOrders(...given: [...ReadFrom, ReadOptions]): OrdersRead | null;
export function readOrders(
  ...[port, file, input, book, problems, { lists, ...options }]: [...ReadFrom, ReadOptions]
): OrdersRead | null {
  const format = file.match.format as OrdersFormat;
  const { recipients: ring = null, scan = null } = options;
  const scanned = scan === null ? scanHere(port, file) : scan.records(file);
  const scanner = scanned.records;
  const column = orderColumns(file.match);
  const sender = ring && new RecipientSender(scanner, column, input, ring);
  const identifying = lists?.parties.identify ?? identify;
  const readerHere = () => new RecipientReader(scanner, column, book, format.platform, identifying);
  const { join = null, joinWaybills = false } = options;
  const waybills = joinWaybills ? new EveryWaybill(scanner, column.waybill) : null;
  const recipients = join ? new JoinedRecipients(readerHere(), join, waybills) : (sender ?? readerHere());
  const reader = new OrderReader(scanner, book, problems, {
    input,
    path: file.opened.path,
    match: file.match,
    format,
    payLater: options.payLater,
    lossy: options.lossy,
    torn: options.torn ?? null,
    tags: lists?.tags ?? null,
    recipients,
    noteTokens,
    noteTerms: lists?.noteTerms ?? BUILT_IN_TERMS,
  });
  book.notes.hasOwnWords = (lists?.noteTerms ?? null) !== null;
  const records = new RecordMap();
  const rejected = new RejectedRecords();
  const lineEnds = [0, 0, 0, 0];
  const isUtf16 = file.dialect.encoding.startsWith('utf-16');
  let index = 0;
  try {
    for (; scanner.next(); index++) {
      let kind: number;
      let order = -1;
      if (index > file.headerRecord) {
        kind = reader.read(excelRow(file, index));
        order = reader.order;
        if (kind === KIND.rejected) rejected.add(index, reader.reason!, reader.reasonColumn);
      } else {
        if (index === file.headerRecord) checkHeader(scanner, file, input, problems, options.lossy);
        const isBlank = scanner.start === scanner.end;
        kind = index === file.headerRecord ? KIND.header : isBlank ? KIND.blank : KIND.preamble;
      }
      if (scanner.suspect) tellSuspects(scanner, excelRow(file, index), input, problems);
      lineEnds[scanner.lineEnd]!++;
      const length = isUtf16 ? scanner.utf16Length() : scanner.length;
      records.add(length, scanner.lineEnd, kind, scanner.count, order);
      if (records.size === SAMPLE) expectMore(book, file.opened.size / records.bytes);
    }
  } catch (error) {
    throw error instanceof UserError
      ? error
      : new Bug('read', file.opened.name, excelRow(file, index), error);
  }
  if (scan?.isLost === true) return null;
  reader.finish();
  sender?.pass();
  checkUnchanged(port, file.opened);
  assertConservation(file, records);
  tellFile(file, input, problems, records, lineEnds, rejected);
  const { values } = reader;
  return {
    input,
    file,
    format,
    sha256: scanned.sha256(),
    records,
    width: reader.width,
    rejected,
    rejectedFen: reader.rejectedFen,
    recordsFen: reader.recordsFen,
    states: values.states.filter((s) => s.records > 0),
    afterSaleStates: values.afterSaleStates.filter((s) => s.records > 0),
    firstDay: values.placed.earliestDay(),
    longIds: { orders: reader.ids.longIds, rounded: reader.ids.roundedIds },
    lastDay: dayOf(values.placed.latest()?.seconds ?? Number.NaN),
    latestEvent: values.events.latest()?.seconds ?? Number.NaN,
    lineEnds,
    isAscii: !scanner.sawNonAscii,
  };
}

/** Scans a file in this thread. */
function scanHere(port: FilePort, { opened, dialect, match }: ExportFile): ScannedFile {
  const hash = createHash('sha256');
  const records = scanFile(port, opened, dialect, { hash });
  records.expectedCells = match.names.length;
  return { records, sha256: () => hash.digest('hex') };
}

/**
 * Makes room for what a large file is going to bring, told from its first records: of tables that grow as they fill,
 * every row is moved three times. `times`: so many times what is there already.
 */
function expectMore(book: OrderBook, times: number): void {
  const factor = Math.min(times, MOST_SAMPLES) * 1.05;
  if (factor > 2) book.expect(Math.ceil(book.ids.size * factor), Math.ceil(book.lines.size * factor));
}

/**
 * A header that cannot be decoded whole may have lost a column that decides over money: nothing is audited by it. A
 * quote in it does no harm to the names, and is told.
 */
export function checkHeader(
  scanner: Records,
  file: ExportFile,
  input: number,
  problems: ProblemLog,
  lossy: boolean,
): void {
  const row = excelRow(file, file.headerRecord);
  if (scanner.irregular & (IRREGULAR.bareQuote | IRREGULAR.textAfterQuote))
    problems.add({ code: 'quote-bare', input, record: row });
  if (scanner.isValid()) return;
  if (!lossy) throw new UserError('header-damaged', { path: file.opened.path, row });
  problems.add({ code: 'bytes-replaced', input, record: row });
}

/** Every byte of the file is in exactly one record, and every record is exactly one thing. */
function assertConservation(file: ExportFile, records: RecordMap): void {
  const { opened, dialect } = file;
  const kinds = records.kinds.reduce((sum, n) => sum + n, 0);
  // A UTF-16 file that ends in half a unit has its last record remembered as a whole one.
  const bytes =
    dialect.bomBytes + records.bytes - (dialect.encoding.startsWith('utf-16') ? opened.size % 2 : 0);
  if (kinds !== records.size || bytes !== opened.size) {
    throw new Bug(
      'count',
      opened.name,
      0,
      new Error(`${bytes} of ${opened.size} bytes, ${kinds} of ${records.size}`),
    );
  }
}

const MOJIBAKE = /\ufffd|锟斤拷/;

/** Tells of invisible bytes and garbled text in the current record. */
export function tellSuspects(scanner: Records, record: number, input: number, problems: ProblemLog): void {
  for (let cell = 0; cell < scanner.count; cell++) {
    const text = scanner.text(cell);
    if (text.includes('\0')) problems.add({ code: 'nul-bytes', input, record });
    // An invalid byte decodes to U+FFFD as well; that record is told for it already.
    if (MOJIBAKE.test(text) && scanner.isValid()) problems.add({ code: 'mojibake', input, record });
  }
}

function tellFile(
  file: ExportFile,
  input: number,
  problems: ProblemLog,
  records: RecordMap,
  lineEnds: readonly number[],
  rejected: RejectedRecords,
): void {
  for (const { name, needed } of file.match.duplicates) {
    if (needed)
      problems.add({
        code: 'column-duplicate',
        input,
        record: excelRow(file, file.headerRecord),
        column: name,
      });
  }
  if (lineEnds.slice(1).filter((n) => n > 0).length > 1)
    problems.add({ code: 'line-ends-mixed', input, record: 0 });
  if (isCutOff(file, records, rejected)) {
    problems.add({ code: 'file-cut-off', input, record: excelRow(file, records.size - 1) });
  }
}

/** True when the file ends within a record: without a line end, and with fewer cells than its records have. */
function isCutOff(file: ExportFile, records: RecordMap, rejected: RejectedRecords): boolean {
  const last = records.size - 1;
  const cells = file.match.names.length;
  if (last <= file.headerRecord || records.lineEnd(last) !== LINE_END.none) return false;
  if (records.kind(last) === KIND.rejected) {
    return records.cells(last) < cells && rejected.at(rejected.size - 1)?.code !== 'record-too-large';
  }
  if (records.kind(last) !== KIND.audited || records.cells(last) >= cells) return false;
  // Some tools leave out the empty cells at a record's end: then being short is no sign.
  for (let i = file.headerRecord + 1; i < last; i++) {
    if (records.kind(i) === KIND.audited && records.cells(i) < cells) return false;
  }
  return true;
}
