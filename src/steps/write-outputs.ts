// The files that an audit writes: where each one goes, staged so that all of them appear at once or none does.

import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ProblemLog } from '../core/problem.js';
import type { Rejected } from '../core/rejected-records.js';
import { UserError } from '../core/user-error.js';
import { recordsOfKind } from '../io/annotate.js';
import { checkUnchanged, inputError, readInputAt } from '../io/open-input.js';
import { errorCode, type FileIdentity, type FilePort } from '../io/port.js';
import { MAX_RECORD_BYTES } from '../io/scanner.js';
import { abortAll, type StagedFile, type StageOptions, stageFile } from '../io/staged-file.js';
import { scanBytes } from '../io/table.js';
import { outputError } from '../io/temporary-file.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import { isOurJson } from '../report/json.js';
import type { Language } from '../report/model.js';
import { isOurPage } from '../report/page/page.js';
import { isRejectsTable, type RejectRow, rejectsTable } from '../report/rejects.js';
import { copyInThread } from './copy-helper.js';
import { CopySums } from './copy-sums.js';
import { cellsOf } from './inspect.js';
import type { ExportFile, InputPlace } from './open-exports.js';
import { excelRow, type OrdersRead } from './read-orders.js';
import type { RowsRead } from './read-rows.js';
import { worklistPaths } from './worklists.js';
import { type CopyWords, copyOf, copyParts, isOurCopy, needsBom } from './write-copies.js';

/** Takes bytes in order; the next chunk waits for the promise. */
export type CopySink = (chunk: Uint8Array) => Promise<void>;

/** The part of a request that says where outputs go. */
export interface OutputWishes {
  readonly output?: string | null;
  readonly rejects?: string;
  /** A file for the page. */
  readonly html?: string;
  /** A folder for the work lists. */
  readonly worklists?: string;
  readonly language?: Language;
  /** A file, or `-` for standard output. */
  readonly json?: string;
  readonly version?: string;
  readonly force?: boolean;
  readonly reveal?: boolean;
  /** The user's own cells are guarded against being formulas too; the copy is then not the input byte for byte. */
  readonly escapeFormulas?: boolean;
}

/** What writing needs to know besides. */
export interface OutputSettings extends OutputWishes {
  /** Every file that was read: none of them is ever written to. */
  readonly sources: readonly FileIdentity[];
}

/** `-` stands for standard output, null for no copy. */
export type CopyPlace = string | null;

/** Every file that a run reads and that has a name: all exports, also those that are no orders, and others. */
export function filesRead(
  { port, folder }: InputPlace,
  exports: readonly ExportFile[],
  others: readonly string[],
): FileIdentity[] {
  const files: FileIdentity[] = exports.map(({ opened }) => opened).filter(({ spooled }) => !spooled);
  for (const other of others) {
    const path = resolve(folder, other);
    try {
      const { dev, ino } = port.statSync(path);
      files.push({ path, dev, ino });
    } catch (error) {
      throw inputError(port, error, path);
    }
  }
  return files;
}

/**
 * Where each input's copy goes. Throws UserError when two outputs would meet, lists and reports among them, or one
 * copy cannot be told from another.
 */
export function copyPlaces(
  place: InputPlace,
  files: readonly ExportFile[],
  wishes: OutputWishes,
): CopyPlace[] {
  const places = files.map((file) => placeOf(place, file, files.length, wishes.output));
  const taken = new Set<string>();
  const { rejects, json, html } = wishes;
  if (json === '-' && wishes.output === '-') throw new UserError('stdout-twice');
  const lists = [rejects, html, json === '-' ? undefined : json].map((path) =>
    path ? resolve(place.folder, path) : null,
  );
  if (wishes.worklists !== undefined) {
    lists.push(...worklistPaths(place, wishes.worklists, wishes.language ?? 'zh'));
  }
  for (const path of [...places, ...lists]) {
    if (path === null || path === '-') continue;
    const key = placeKey(place.port, path);
    if (taken.has(key)) throw new UserError('output-collision', { path });
    taken.add(key);
  }
  return places;
}

/** Equal for two spellings of one place. Many file systems take capitals and small letters for the same. */
function placeKey(port: FilePort, path: string): string {
  let folder = dirname(path);
  try {
    folder = port.realpathSync(folder);
  } catch (error) {
    // A folder that is not there has one spelling only; of any other two outputs might meet unseen.
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw outputError(error, path);
  }
  return join(folder, basename(path)).normalize('NFC').toLowerCase();
}

/** True when `-o` names a folder, there or not. */
function meansFolder(output: string | null | undefined, inputs: number): boolean {
  return typeof output === 'string' && output !== '-' && (inputs > 1 || /[\\/]$/.test(output));
}

function placeOf(
  place: InputPlace,
  { opened }: ExportFile,
  inputs: number,
  output?: string | null,
): CopyPlace {
  if (output === null) return null;
  const stem = basename(opened.name, extname(opened.name));
  const name = `${stem}.audited.csv`;
  // Standard input has no place beside which a copy could stand.
  if (output === undefined) return opened.spooled ? null : join(dirname(opened.path), name);
  if (output === '-') {
    if (inputs > 1) throw new UserError('stdout-twice');
    return '-';
  }
  const path = resolve(place.folder, output);
  return meansFolder(output, inputs) || isFolder(place.port, path) ? join(path, name) : path;
}

function isFolder(port: FilePort, path: string): boolean {
  try {
    return port.statSync(path).kind === 'folder';
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ELOOP' || code === 'ENAMETOOLONG') return false;
    throw outputError(error, path);
  }
}

/** Writes all copies; those that are files are staged and returned. */
export async function writeCopies(
  place: InputPlace & { readonly stdout: CopySink },
  reads: readonly OrdersRead[],
  portfolio: Portfolio,
  words: CopyWords,
  places: readonly CopyPlace[],
  settings: OutputSettings,
  problems: ProblemLog,
): Promise<StagedFile[]> {
  const force = settings.force === true;
  const makeFolder = meansFolder(settings.output, places.length);
  const staged: StagedFile[] = [];
  const sums = new CopySums();
  try {
    for (const [input, path] of places.entries()) {
      if (path === null) continue;
      const { opened } = reads[input]!.file;
      let guarded = 0;
      const onGuarded = settings.escapeFormulas ? () => void guarded++ : undefined;
      const parts = await copyParts(reads, input, portfolio, words, sums);
      if (path === '-') {
        for (const chunk of copyOf(place.port, opened, parts, onGuarded)) await place.stdout(chunk);
      } else {
        const { mode } = opened;
        const options = { mode, mayReplace: isOurCopy, inputs: settings.sources, force, makeFolder };
        const file = stageFile(place.port, path, options);
        staged.push(file);
        const { port, threads } = place;
        const onMoved = (bytes: number) => threads?.moved?.(bytes);
        if (onGuarded !== undefined || !copyInThread(threads, file, { ...parts, input: opened, onMoved })) {
          for (const chunk of copyOf(port, opened, parts, onGuarded)) file.write(chunk);
        }
      }
      checkUnchanged(place.port, opened);
      if (needsBom(reads[input]!, words)) problems.add({ code: 'copy-bom-added', input, record: 0 });
      if (guarded > 0) problems.add({ code: 'formulas-guarded', input, record: 0, count: guarded });
    }
    if (!places.includes(null)) sums.assertTotals(portfolio.totals);
    return staged;
  } catch (error) {
    abortAll(staged);
    throw error;
  }
}

/**
 * Writes the list of rejected records, those of orders first, then those of bills and after-sales (`others`), when it was asked for; returns its
 * path. The staged file joins the others.
 */
export function writeRejects(
  place: InputPlace,
  reads: readonly OrdersRead[],
  others: readonly RowsRead[],
  language: Language,
  settings: OutputSettings,
  staged: StagedFile[],
): string | null {
  if (settings.rejects === undefined) return null;
  const path = resolve(place.folder, settings.rejects);
  try {
    const options: StageOptions = {
      mode: 0o600,
      mayReplace: isRejectsTable,
      inputs: settings.sources,
      force: settings.force === true,
    };
    const file = stageFile(place.port, path, options);
    staged.push(file);
    const rows = [
      ...reads.flatMap((read) => rejectedOrders(place.port, read)),
      ...others.flatMap((read) => rejectedRows(place.port, read)),
    ];
    for (const read of [...reads, ...others]) checkUnchanged(place.port, read.file.opened);
    file.write(Buffer.from(rejectsTable(rows, language, settings.reveal === true), 'utf8'));
    return path;
  } catch (error) {
    abortAll(staged);
    throw error;
  }
}

/** Writes the report for machines, given in pieces, where it was asked for; a file joins the staged ones. */
export async function writeJson(
  place: InputPlace & { readonly stdout: CopySink },
  report: Iterable<string>,
  settings: OutputSettings,
  staged: StagedFile[],
): Promise<void> {
  if (settings.json === undefined) return;
  try {
    const pieces = batched(report);
    if (settings.json === '-') {
      for (const text of pieces) await place.stdout(text);
      return;
    }
    const path = resolve(place.folder, settings.json);
    const inputs = settings.sources;
    const file = stageFile(place.port, path, {
      mode: 0o600,
      mayReplace: isOurJson,
      inputs,
      force: settings.force === true,
    });
    staged.push(file);
    for (const text of pieces) file.write(text);
  } catch (error) {
    abortAll(staged);
    throw error;
  }
}

/** Writes the page, given in pieces, where it was asked for; the staged file joins the others. */
export function writePage(
  place: InputPlace,
  page: Iterable<string>,
  settings: OutputSettings,
  staged: StagedFile[],
): void {
  if (settings.html === undefined) return;
  try {
    const file = stageFile(place.port, resolve(place.folder, settings.html), {
      mode: 0o600,
      mayReplace: isOurPage,
      inputs: settings.sources,
      force: settings.force === true,
    });
    staged.push(file);
    for (const bytes of batched(page)) file.write(bytes);
  } catch (error) {
    abortAll(staged);
    throw error;
  }
}

/** Characters that one write takes, about. */
const BATCH_CHARACTERS = 1 << 16;

/** Pieces of text as chunks of bytes of a reasonable size. */
function* batched(pieces: Iterable<string>): Generator<Uint8Array> {
  let batch = '';
  for (const piece of pieces) {
    batch += piece;
    if (batch.length < BATCH_CHARACTERS) continue;
    yield Buffer.from(batch, 'utf8');
    batch = '';
  }
  yield Buffer.from(batch, 'utf8');
}

function rejectedOrders(port: FilePort, { file, records, rejected }: OrdersRead): RejectRow[] {
  const again = recordsOfKind(port, file.opened, file.dialect, records, 'rejected', MAX_RECORD_BYTES);
  return Array.from(again, ({ bytes }, i) => rejectRow(file, rejected.at(i)!, bytes));
}

function rejectedRows(port: FilePort, { file, rejected }: RowsRead): RejectRow[] {
  return rejected.map((record) => {
    const length = Math.min(record.length, MAX_RECORD_BYTES);
    return rejectRow(file, record, readInputAt(port, file.opened, length, record.offset));
  });
}

function rejectRow(file: ExportFile, { index, code, column }: Rejected, bytes: Uint8Array): RejectRow {
  const scanner = scanBytes(bytes, file.dialect);
  scanner.next();
  const cells = cellsOf(scanner);
  const text = column === '' ? '' : (cells[file.match.names.indexOf(column)] ?? '');
  return { input: file.opened.name, row: excelRow(file, index), code, column, text, cells };
}
