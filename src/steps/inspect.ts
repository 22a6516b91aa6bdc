// What a file is: the model that `inspect` shows, and its records as they are read.

import { basename, resolve } from 'node:path';
import type { Config } from '../config/config.js';
import { formatDate, formatTime, timeInFileName } from '../core/dates.js';
import { ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { OrderBook, SEEN } from '../core/order-book.js';
import { ProblemLog } from '../core/problem.js';
import type { AfterSaleState, OrderState } from '../core/status.js';
import { UserError } from '../core/user-error.js';
import type { StateSeen } from '../ingest/order-values.js';
import { PAY_LATER_FIELDS } from '../ingest/pay-later.js';
import { expandInputs, type InputFile } from '../io/inputs.js';
import { openInput } from '../io/open-input.js';
import type { RecordScanner } from '../io/scanner.js';
import { scanFile } from '../io/table.js';
import type { ColumnSummary, InspectModel, StateSummary } from '../report/model.js';
import { headersOf } from './effective.js';
import { inspectAfterSales } from './inspect-after-sales.js';
import {
  type ExportFile,
  type InputPlace,
  likeliestDialect,
  openExport,
  type ReadingWishes,
} from './open-exports.js';
import { type OrdersRead, readOrders } from './read-orders.js';
import { reportProblems, sight, summariseInput } from './summarise.js';

export interface InspectRequest extends ReadingWishes {
  readonly file: string;
  readonly lossy?: boolean;
  readonly config?: Config;
}

/** The file that is meant; a folder or a wildcard may stand for one, and for no more. */
function oneFile(place: InputPlace, argument: string): InputFile {
  const { files } = expandInputs(place.port, [argument], place.folder);
  const [file] = files;
  if (file !== undefined && files.length === 1) return file;
  throw new UserError('inspect-one-file', {
    path: resolve(place.folder, argument),
    found: files.map(({ path }) => basename(path)),
  });
}

/** Reads a file as the audit would, and tells what it found. Throws UserError for what is no export. */
export async function inspect(
  place: InputPlace,
  request: InspectRequest,
): Promise<{ model: InspectModel; damaged: boolean }> {
  const input = oneFile(place, request.file);
  const file = await openExport(place, input, { ...request, ...headersOf(request), orRecipients: true });
  try {
    const problems = new ProblemLog();
    const book = new OrderBook();
    const lossy = request.lossy === true;
    const { kind } = file.match.format;
    if (kind === 'after-sales') {
      place.onPhase?.('after-sales', file.opened.size);
      const { model, fields, rejected } = inspectAfterSales(place.port, file, problems, lossy);
      const damaged = problems.damaged || rejected > 0;
      const exportTime = timeOrNull(timeInFileName(file.opened.name));
      return { model: { ...model, columns: columnsOf(file, fields), exportTime }, damaged };
    }
    const options = { payLater: { list: null, all: false }, lossy };
    const isOrders = kind === 'orders';
    if (isOrders) place.onPhase?.('read', file.opened.size);
    const read = isOrders ? readOrders(place.port, file, 0, book, problems, options) : null;
    const damaged = problems.damaged || (read !== null && read.rejected.size > 0);
    return { model: modelOf(file, read, book, problems), damaged };
  } finally {
    file.opened.dispose();
  }
}

function modelOf(
  file: ExportFile,
  read: OrdersRead | null,
  book: OrderBook,
  problems: ProblemLog,
): InspectModel {
  const answers = { yes: 0, no: 0, unknown: 0 };
  for (let order = 0; order < book.ids.size; order++) {
    const seen = book.seen[order]!;
    answers[(seen & SEEN.yes) !== 0 ? 'yes' : (seen & SEEN.no) !== 0 ? 'no' : 'unknown']++;
  }
  const { match, opened } = file;
  const payLater = PAY_LATER_FIELDS.flatMap((field) => match.columns.get(field) ?? []);
  const exported = timeInFileName(opened.name);
  const seen = sight(file);
  return {
    input: summariseInput(file, read),
    columns: columnsOf(file, orderFields(file)),
    missing: missingOf(file),
    states: (read?.states ?? []).map(stateSummary),
    afterSaleStates: (read?.afterSaleStates ?? []).map(afterSaleSummary),
    afterSaleTypes: [],
    payLater: { columns: payLater.map((column) => match.names[column] ?? ''), ...answers },
    orders: book.ids.size,
    firstEvent: read === null || Number.isNaN(read.firstDay) ? null : formatDate(read.firstDay),
    latestEvent: timeOrNull(read?.latestEvent),
    exportTime: timeOrNull(exported),
    canShow: seen.can,
    cannotShow: seen.cannot,
    problems: reportProblems(problems, [opened.name]),
  };
}

function timeOrNull(seconds: number | undefined): string | null {
  return seconds === undefined || Number.isNaN(seconds) ? null : formatTime(seconds);
}

function orderFields({ match }: ExportFile): ReadonlyMap<number, OrderField> {
  const fields = new Map<number, OrderField>();
  for (const [field, columns] of match.columns) for (const column of columns) fields.set(column, field);
  return fields;
}

function columnsOf({ match }: ExportFile, fields: ReadonlyMap<number, string>): ColumnSummary[] {
  const duplicates = new Set(match.duplicates.flatMap(({ columns }) => columns.slice(1)));
  const unknown = new Set(match.unknown);
  return match.names.map((header, column) => {
    const field = fields.get(column) ?? null;
    let use: ColumnSummary['use'] = field === null ? 'known' : 'read';
    if (header === '') use = 'blank';
    else if (duplicates.has(column)) use = 'duplicate';
    else if (unknown.has(column)) use = 'unknown';
    return { position: column + 1, header, field, use };
  });
}

/** Fields that an export of this platform may carry and this file lacks; free texts are not missed. */
function missingOf({ match }: ExportFile): InspectModel['missing'] {
  const { format } = match;
  if (format.kind !== 'orders') return [];
  return match.absent
    .filter((field) => ORDER_FIELDS[field] !== 'text' && format.columns[field] !== undefined)
    .map((field) => ({ field, header: format.columns[field]![0]! }));
}

function stateSummary({ text, state, records }: StateSeen<OrderState>): StateSummary {
  return { text, state: state?.phase ?? null, refunded: state?.refunded ?? false, records };
}

function afterSaleSummary({ text, state, records }: StateSeen<AfterSaleState>): StateSummary {
  return { text, state, refunded: false, records };
}

/**
 * Each record of a file as a JSON array a line, as it is read: all of them, header and preamble included, unmasked.
 * A file of an unknown format is read as the likeliest dialect.
 */
export async function* printRecords(place: InputPlace, request: InspectRequest): AsyncGenerator<string> {
  const input = oneFile(place, request.file);
  const opened = input.path === '-' ? place.spool() : openInput(place.port, input.path);
  try {
    const scanner = scanFile(place.port, opened, likeliestDialect(place.port, opened, request));
    while (scanner.next()) yield `${JSON.stringify(cellsOf(scanner))}\n`;
  } finally {
    opened.dispose();
  }
}

/** The cells of the current record; where they are not known, its whole line as one cell. */
export function cellsOf(scanner: RecordScanner): string[] {
  if (scanner.count === 0) return [scanner.line()];
  return Array.from({ length: scanner.count }, (_, cell) => scanner.text(cell));
}
