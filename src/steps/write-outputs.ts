// The files that an audit writes: where each one goes, staged so that all of them appear at once or none does.

import { basename, dirname, extname, join, resolve } from 'node:path';
import type { ProblemLog } from '../core/problem.js';
import { UserError } from '../core/user-error.js';
import { recordsOfKind } from '../io/annotate.js';
import { checkUnchanged } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import { MAX_RECORD_BYTES } from '../io/scanner.js';
import { type StagedFile, stageFile } from '../io/staged-file.js';
import { scanBytes } from '../io/table.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { Language } from '../report/model.js';
import { isRejectsTable, type RejectRow, rejectsTable } from '../report/rejects.js';
import { cellsOf } from './inspect.js';
import type { ExportFile, InputPlace } from './open-exports.js';
import { excelRow, type OrdersRead } from './read-orders.js';
import { type CopyWords, copyOf, isOurCopy, needsBom } from './write-copies.js';

/** Takes bytes in order; the next chunk waits for the promise. */
export type CopySink = (chunk: Uint8Array) => Promise<void>;

/** The part of a request that says where outputs go. */
export interface OutputWishes {
  readonly output?: string | null;
  readonly rejects?: string;
  readonly force?: boolean;
  readonly reveal?: boolean;
  /** The user's own cells are guarded against being formulas too; the copy is then not the input byte for byte. */
  readonly escapeFormulas?: boolean;
}

/** `-` stands for standard output, null for no copy. */
export type CopyPlace = string | null;

/** Where each input's copy goes. Throws UserError when two would meet, or one copy cannot be told from another. */
export function copyPlaces(
  place: InputPlace,
  files: readonly ExportFile[],
  wishes: OutputWishes,
): CopyPlace[] {
  const places = files.map((file) => placeOf(place, file, files.length, wishes.output));
  const taken = new Set<string>();
  for (const path of places) {
    if (path === null || path === '-') continue;
    if (taken.has(path)) throw new UserError('output-collision', { path });
    taken.add(path);
  }
  return places;
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
  return isFolder(place.port, path) || /[\\/]$/.test(output) || inputs > 1 ? join(path, name) : path;
}

function isFolder(port: FilePort, path: string): boolean {
  try {
    return port.statSync(path).kind === 'folder';
  } catch {
    return false;
  }
}

/** Writes all copies; those that are files are staged and returned. */
export async function writeCopies(
  place: InputPlace & { readonly stdout: CopySink },
  reads: readonly OrdersRead[],
  portfolio: Portfolio,
  words: CopyWords,
  places: readonly CopyPlace[],
  wishes: OutputWishes,
  problems: ProblemLog,
): Promise<StagedFile[]> {
  const inputs = reads.map(({ file }) => file.opened);
  const staged: StagedFile[] = [];
  try {
    for (const [input, path] of places.entries()) {
      if (path === null) continue;
      const { opened } = reads[input]!.file;
      let guarded = 0;
      const onGuarded = wishes.escapeFormulas ? () => void guarded++ : undefined;
      const copy = await copyOf(place.port, reads, input, portfolio, words, onGuarded);
      if (path === '-') {
        for (const chunk of copy) await place.stdout(chunk);
      } else {
        const force = wishes.force === true;
        const file = stageFile(place.port, path, { mode: opened.mode, mayReplace: isOurCopy, inputs, force });
        staged.push(file);
        for (const chunk of copy) file.write(chunk);
      }
      checkUnchanged(place.port, opened);
      if (needsBom(reads[input]!, words)) problems.add({ code: 'copy-bom-added', input, record: 0 });
      if (guarded > 0) problems.add({ code: 'formulas-guarded', input, record: 0, count: guarded });
    }
    return staged;
  } catch (error) {
    for (const file of staged) file.abort();
    throw error;
  }
}

/** Writes the list of rejected records when it was asked for; returns its path. The staged file joins the others. */
export function writeRejects(
  place: InputPlace,
  reads: readonly OrdersRead[],
  language: Language,
  wishes: OutputWishes,
  staged: StagedFile[],
): string | null {
  if (wishes.rejects === undefined) return null;
  const path = resolve(place.folder, wishes.rejects);
  try {
    const inputs = reads.map(({ file }) => file.opened);
    const force = wishes.force === true;
    const file = stageFile(place.port, path, { mode: 0o600, mayReplace: isRejectsTable, inputs, force });
    staged.push(file);
    const rows = reads.flatMap((read) => rejectRows(place.port, read));
    file.write(Buffer.from(rejectsTable(rows, language, wishes.reveal === true), 'utf8'));
    return path;
  } catch (error) {
    for (const file of staged) file.abort();
    throw error;
  }
}

function rejectRows(port: FilePort, read: OrdersRead): RejectRow[] {
  const { file, records, rejected } = read;
  const rows: RejectRow[] = [];
  const again = recordsOfKind(port, file.opened.fd, file.dialect, records, 'rejected', MAX_RECORD_BYTES);
  for (const { index, bytes } of again) {
    const { code, column } = rejected[rows.length]!;
    const scanner = scanBytes(bytes, file.dialect);
    scanner.next();
    const cells = cellsOf(scanner);
    const text = column === '' ? '' : (cells[file.match.names.indexOf(column)] ?? '');
    rows.push({ input: file.opened.name, row: excelRow(file, index), code, column, text, cells });
  }
  return rows;
}
