// From arguments to open exports: which files are meant, what each one is, and how its bytes are to be read.

import { basename, resolve } from 'node:path';
import type { OrderField } from '../core/fields.js';
import type { OnPhase } from '../core/phase.js';
import { UserError, type UserErrorCode } from '../core/user-error.js';
import { normalizeHeader } from '../ingest/headers.js';
import { carriesOurColumns, type HeaderMatch } from '../ingest/identify.js';
import {
  HEADER_WITHIN,
  type LocatedHeader,
  locateHeader,
  nearestHeader,
  type Reading,
} from '../ingest/locate-header.js';
import { recipientHeaders } from '../ingest/recipient-rows.js';
import { encoderFor, encodingNamed } from '../io/encoding.js';
import { expandInputs, type InputFile } from '../io/inputs.js';
import { type OpenedInput, openInput } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import { MAX_CELLS } from '../io/scanner.js';
import {
  type Dialect,
  type DialectWishes,
  firstRecords,
  isWholeFileUtf8,
  possibleDialects,
  undoDoubleEncoding,
} from '../io/table.js';
import { isAccountFlow } from '../platforms/index.js';
import type { PlatformId } from '../platforms/types.js';
import type { Threads } from './recipient-helper.js';

/** What the user may say of how files are to be read; everything else is detected. */
export interface ReadingWishes {
  /** Any of the usual names: utf-8, gbk, gb18030, utf-16 … */
  readonly encoding?: string;
  /** One ASCII character; `tab` stands for TAB. */
  readonly delimiter?: string;
  readonly platform?: PlatformId;
  readonly map?: ReadonlyMap<OrderField, string>;
  /** Fields of the map that hold only for files that have their columns: a configuration is for many files. */
  readonly loosely?: ReadonlySet<OrderField>;
  /** What is no export may be a table of recipients. */
  readonly orRecipients?: boolean;
}

/** An open export whose format is known. */
export interface ExportFile {
  readonly opened: OpenedInput;
  readonly dialect: Dialect;
  readonly match: HeaderMatch;
  /** The header's record, from 0; what stands above it is preamble. */
  readonly headerRecord: number;
}

/** A file of a folder or a wildcard that was left out, and why. */
export interface SkippedFile {
  readonly path: string;
  readonly code: UserErrorCode;
}

export interface OpenedExports {
  readonly exports: readonly ExportFile[];
  readonly skipped: readonly SkippedFile[];
  /** Paths that lead to a file named before. */
  readonly repeated: readonly string[];
}

/** Errors that say nothing of what a file is. */
const UNREAD: ReadonlySet<UserErrorCode> = new Set(['file-not-found', 'file-not-readable', 'file-changed']);

/** Where inputs come from. */
export interface InputPlace {
  readonly port: FilePort;
  readonly folder: string;
  /** Reads standard input into a file that can be read twice. */
  spool(): OpenedInput;
  /** Whom to tell how far the work is. */
  readonly onPhase?: OnPhase;
  /** Second threads for large files; all is done in this one without them. */
  readonly threads?: Threads;
}

/**
 * Opens all files that the arguments stand for. A file that the user named must be an export; one that a folder or a
 * wildcard brought in is left out when it is none, not when it cannot be read. On any error all files are closed again.
 */
export async function openExports(
  place: InputPlace,
  args: readonly string[],
  wishes: ReadingWishes,
): Promise<OpenedExports> {
  const { files, repeated } = expandInputs(place.port, args, place.folder);
  const exports: ExportFile[] = [];
  const skipped: SkippedFile[] = [];
  try {
    for (const file of files) {
      try {
        exports.push(await openExport(place, file, wishes));
      } catch (error) {
        // What cannot be read may be an export: without it every figure would lack its orders.
        const isUnread = !(error instanceof UserError) || UNREAD.has(error.code);
        if (file.named || isUnread) throw error;
        skipped.push({ path: file.path, code: error.code });
      }
    }
    if (exports.length === 0) {
      throw new UserError('folder-without-exports', {
        path: args.map((argument) => resolve(place.folder, argument)),
        found: skipped.map((s) => basename(s.path)),
      });
    }
    return { exports, skipped, repeated };
  } catch (error) {
    for (const { opened } of exports) opened.dispose();
    throw error;
  }
}

/** Opens one file and finds out what it is. Throws UserError; the file is closed then. */
export async function openExport(
  place: InputPlace,
  file: InputFile,
  wishes: ReadingWishes,
): Promise<ExportFile> {
  const opened = file.path === '-' ? place.spool() : openInput(place.port, file.path);
  try {
    return await recognise(place.port, opened, wishes);
  } catch (error) {
    opened.dispose();
    throw error;
  }
}

async function recognise(port: FilePort, opened: OpenedInput, wishes: ReadingWishes): Promise<ExportFile> {
  const readings = readTop(port, opened, wishes);
  if (readings.some(({ records }) => records.some(carriesOurColumns))) {
    throw new UserError('copy-as-input', { path: opened.path });
  }
  const found = locateHeader(readings, wishes);
  if (found === null) throw await unknownFormat(opened, readings, wishes);
  if (found.cells.length > MAX_CELLS)
    throw new UserError('header-too-wide', { path: opened.path, limit: MAX_CELLS });
  refuseAbsentMap(opened, found, wishes);
  return {
    opened,
    dialect: settle(port, opened, found, wishes),
    match: found.match,
    headerRecord: found.record,
  };
}

/** The first records under each dialect in which the file may be written. */
function readTop(port: FilePort, opened: OpenedInput, wishes: ReadingWishes): Reading<Dialect>[] {
  return possibleDialects(opened.head, dialectWishes(wishes)).map((dialect) => ({
    dialect,
    records: firstRecords(port, opened, dialect, HEADER_WITHIN),
  }));
}

/** The dialect of a known format; for an unknown one the first under which the top has most cells. */
export function likeliestDialect(port: FilePort, opened: OpenedInput, wishes: ReadingWishes): Dialect {
  const readings = readTop(port, opened, wishes);
  const found = locateHeader(readings, wishes);
  if (found !== null) return settle(port, opened, found, wishes);
  const isUtf8 = isWholeFileUtf8(port, opened);
  const fits = readings.filter(({ dialect }) => dialect.encoding !== 'utf-8' || isUtf8);
  const cells = ({ records }: Reading<Dialect>) => records.reduce((sum, record) => sum + record.length, 0);
  const best = fits.reduce((a, b) => (cells(b) > cells(a) ? b : a), fits[0] ?? readings[0]!);
  return best.dialect;
}

/** What of the wishes concerns bytes. Throws UserError for names that mean nothing. */
function dialectWishes({ encoding, delimiter }: ReadingWishes): DialectWishes {
  const known = encoding === undefined ? null : encodingNamed(encoding);
  if (encoding !== undefined && known === null) throw new UserError('encoding-unknown', { name: encoding });
  const mark = delimiter === 'tab' || delimiter === '\\t' ? '\t' : delimiter;
  if (mark !== undefined && !/^[\t !#-/:-@[-`{-~]$/.test(mark)) {
    throw new UserError('option-invalid', { option: '--delimiter', value: mark, expected: ', ; tab |' });
  }
  return {
    ...(known === null ? {} : { encoding: known }),
    ...(mark === undefined ? {} : { delimiter: mark }),
  };
}

/** An ASCII header is the same in UTF-8 and GB18030: then the rest of the file decides. */
function settle(
  port: FilePort,
  opened: OpenedInput,
  found: LocatedHeader<Dialect>,
  wishes: ReadingWishes,
): Dialect {
  const { dialect, cells } = found;
  const open = dialect.encoding === 'utf-8' && dialect.bomBytes === 0 && wishes.encoding === undefined;
  const isAscii = cells.every((cell) => /^[\0-\x7f]*$/.test(cell));
  return open && isAscii && !isWholeFileUtf8(port, opened) ? { ...dialect, encoding: 'gb18030' } : dialect;
}

function refuseAbsentMap(
  opened: OpenedInput,
  found: LocatedHeader<Dialect>,
  { map, loosely }: ReadingWishes,
): void {
  if (found.match.format.kind !== 'orders') return;
  for (const [field, header] of map ?? []) {
    if (loosely?.has(field)) continue;
    const wanted = normalizeHeader(header);
    if (!found.cells.some((cell) => normalizeHeader(cell) === wanted)) {
      throw new UserError('map-column-absent', {
        path: opened.path,
        field,
        header,
        columns: found.match.names,
      });
    }
  }
}

async function unknownFormat(
  opened: OpenedInput,
  readings: readonly Reading<Dialect>[],
  { orRecipients = false }: ReadingWishes,
): Promise<UserError> {
  const { path } = opened;
  const encode = await encoderFor('gb18030');
  const undone = readings
    .filter(({ dialect }) => dialect.encoding === 'utf-8')
    .map(({ dialect, records }) => ({
      dialect,
      records: records.map((cells) => undoDoubleEncoding(cells, encode)),
    }));
  const near = nearestHeader(readings);
  // Two headers that only come out so are no accident.
  const doubled = (nearestHeader(undone)?.recognised ?? 0) >= Math.max(2, (near?.recognised ?? 0) + 1);
  return new UserError('format-unknown', {
    path,
    doubled: doubled ? 1 : 0,
    platform: near?.format.platform ?? '',
    kind: near?.format.kind ?? '',
    book: near !== null && isAccountFlow(near.format) ? 'account' : '',
    recognised: near?.recognised ?? 0,
    missing: near?.missing ?? [],
    ...(orRecipients ? { there: recipientHeadersOf(readings) } : {}),
  });
}

/** Of the row that carries most headers of a table of recipients, those headers. */
function recipientHeadersOf(readings: readonly Reading<Dialect>[]): string[] {
  const rows = readings.flatMap(({ records }) => records.map(recipientHeaders));
  return rows.reduce((most, row) => (row.length > most.length ? row : most), []);
}
