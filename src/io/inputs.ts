// From the arguments of a command to the files that are meant: files, folders, wildcards, each file once.
import { basename, dirname, join, resolve } from 'node:path';
import { UserError } from '../core/user-error.js';
import { inputError } from './open-input.js';
import { errorCode, type FileFacts, type FilePort, identityKey } from './port.js';

export interface InputFile {
  /** Absolute path, or `-` for standard input. */
  readonly path: string;
  /** True when the user named this very file; false when a folder or a wildcard brought it in. */
  readonly named: boolean;
}

export interface ExpandedInputs {
  readonly files: readonly InputFile[];
  /** Paths that lead to a file that was there already; kept once. */
  readonly repeated: readonly string[];
}

const EXPORT_NAME = /\.(?:csv|tsv|txt)$/i;
/** Names shown to somebody whose folder holds nothing. */
const SHOWN_NAMES = 10;

/** True for names nobody means by a folder or a wildcard: hidden files, temporary files, Office's lock files. */
function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name.toLowerCase().endsWith('.tmp');
}

/**
 * Whether a name fits a wildcard: `*` stands for any characters or none, `?` for one. Capitals do not matter, as in
 * Windows. Written out rather than as a regular expression: its time is length × length at worst.
 */
export function fitsWildcard(name: string, wildcard: string): boolean {
  const text = [...name.normalize('NFC').toLowerCase()];
  const pattern = [...wildcard.normalize('NFC').toLowerCase()];
  let at = 0;
  let next = 0;
  let star = -1;
  let starAt = 0;
  while (at < text.length) {
    if (pattern[next] === '*') {
      star = next++;
      starAt = at;
    } else if (pattern[next] === '?' || pattern[next] === text[at]) {
      next++;
      at++;
    } else if (star >= 0) {
      // The last star takes one character more.
      next = star + 1;
      at = ++starAt;
    } else {
      return false;
    }
  }
  return pattern.slice(next).every((sign) => sign === '*');
}

/** State of a path, or null where nothing is. Throws UserError for what cannot be looked at. */
function look(port: FilePort, path: string): FileFacts | null {
  try {
    return port.statSync(path);
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') return null;
    throw inputError(port, error, path);
  }
}

/** Ordinary files of a folder whose names are wanted, in the order of code units. */
function filesIn(port: FilePort, folder: string, isWanted: (name: string) => boolean): string[] {
  let names: string[];
  try {
    names = port.readdirSync(folder);
  } catch (error) {
    throw inputError(port, error, folder);
  }
  const wanted = names.filter((name) => !isPassedOver(name) && isWanted(name)).sort();
  return wanted.filter((name) => look(port, join(folder, name))?.kind === 'file');
}

/** Names of CSV files near a folder, as a hint: in it, else one step down (`sub/name.csv`); 10 at most. */
function exportsNear(port: FilePort, folder: string): string[] {
  const isExport = (name: string) => EXPORT_NAME.test(name);
  const found: string[] = [];
  try {
    found.push(...filesIn(port, folder, isExport));
    const deeper = found.length > 0 ? [] : port.readdirSync(folder).sort();
    for (const name of deeper) {
      const sub = join(folder, name);
      if (isPassedOver(name) || look(port, sub)?.kind !== 'folder') continue;
      found.push(...filesIn(port, sub, isExport).map((file) => `${name}/${file}`));
      if (found.length >= SHOWN_NAMES) break;
    }
  } catch (error) {
    // What cannot be read gives no hint.
    if (!(error instanceof UserError) && errorCode(error) === undefined) throw error;
  }
  return found.slice(0, SHOWN_NAMES);
}

/** Files that an argument stands for. */
function filesOf(port: FilePort, path: string): InputFile[] {
  const state = look(port, path);
  if (state !== null && state.kind !== 'folder') return [{ path, named: true }];
  const wildcard = basename(path);
  if (state === null && !/[*?]/.test(wildcard)) {
    throw inputError(port, Object.assign(new Error(), { code: 'ENOENT' }), path);
  }
  const folder = state === null ? dirname(path) : path;
  const isWanted = (name: string) => (state === null ? fitsWildcard(name, wildcard) : EXPORT_NAME.test(name));
  const names = filesIn(port, folder, isWanted);
  if (names.length === 0) {
    throw new UserError('folder-without-exports', { path, found: exportsNear(port, folder) });
  }
  return names.map((name) => ({ path: join(folder, name), named: false }));
}

/**
 * The files that the arguments stand for, in their order: a file, a folder (its .csv, .tsv and .txt files, not deeper),
 * a wildcard in the last part of a path (Windows' shells leave that to us), or `-`. One file under two paths is kept
 * once, and counts as named when either names it. Throws UserError: `file-not-found`, `file-not-readable`,
 * `folder-without-exports` {path, found}.
 */
export function expandInputs(port: FilePort, args: readonly string[], cwd: string): ExpandedInputs {
  const files = new Map<string, InputFile>();
  const repeated: string[] = [];
  for (const argument of args) {
    const meant = argument === '-' ? [{ path: '-', named: true }] : filesOf(port, resolve(cwd, argument));
    for (const file of meant) {
      const state = file.path === '-' ? null : look(port, file.path);
      const key = state === null ? file.path : identityKey(port, { path: file.path, ...state });
      const first = files.get(key);
      if (first !== undefined) repeated.push(file.path);
      // Setting a key again keeps its place in the order.
      files.set(key, { path: first?.path ?? file.path, named: file.named || first?.named === true });
    }
  }
  return { files: [...files.values()], repeated };
}
