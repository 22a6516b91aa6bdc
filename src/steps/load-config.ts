// Finds the configuration of a run, reads its bytes with care, and joins it with the environment and the flags.

import { createHash } from 'node:crypto';
import { basename, dirname, join, resolve } from 'node:path';
import { type Config, NO_CONFIG } from '../config/config.js';
import { type Assignment, readConfig } from '../config/read.js';
import { UserError } from '../core/user-error.js';
import { closeOnce } from '../io/open-input.js';
import { errorCode, type FilePort, READ_FLAGS, readAt } from '../io/port.js';
import type { InputPlace } from './open-exports.js';

/** What the user says of the configuration. */
export interface ConfigWishes {
  /** A file; null: none, whatever lies about; without it, it is looked for. */
  readonly path?: string | null;
  /** `KEY=VALUE` of the environment, and of the command line. */
  readonly environment?: readonly Assignment[];
  readonly flags?: readonly string[];
  /** A value that is tried: `KEY=VALUE`. */
  readonly tried?: string;
  /** Beside the first of these it is looked for. */
  readonly inputs?: readonly string[];
}

/** The names under which it is looked for, in the working folder, then beside the first input. */
const NAMES = ['bnpl-audit.yaml', 'bnpl-audit.yml', 'bnpl-audit.json'];
/** Beyond it a file is no configuration. */
const MOST_BYTES = 256 * 1024;

/** Reads the configuration of a run. Throws UserError for everything that is wrong in it, all at once. */
export async function loadConfig(
  place: Pick<InputPlace, 'port' | 'folder'>,
  { path, environment = [], flags = [], tried, inputs = [] }: ConfigWishes,
): Promise<Config> {
  const found = path === undefined ? findConfig(place, inputs) : path;
  const isNothing = environment.length === 0 && flags.length === 0 && tried === undefined;
  if (found === null && isNothing) return NO_CONFIG;
  const file = found === null ? null : readFile(place.port, resolve(place.folder, found));
  return readConfig({ file, environment, flags, ...(tried === undefined ? {} : { tried }) });
}

/** The configuration's path, null without one. Throws UserError where a folder has several. */
function findConfig({ port, folder }: Pick<InputPlace, 'port' | 'folder'>, inputs: readonly string[]) {
  const folders = new Set([folder]);
  const first = inputs.find((input) => input !== '-');
  if (first !== undefined) folders.add(folderOf(port, resolve(folder, first)));
  for (const one of folders) {
    const paths = NAMES.map((name) => join(one, name)).filter((path) => stands(port, path));
    if (paths.length > 1) throw new UserError('config-several', { path: paths });
    if (paths[0] !== undefined) return paths[0];
  }
  return null;
}

function folderOf(port: FilePort, path: string): string {
  try {
    return port.statSync(path).kind === 'folder' ? path : dirname(path);
  } catch {
    // A wildcard, or nothing at all: that is told when inputs are opened.
    return dirname(path);
  }
}

/** Whether something stands there. Throws UserError where the system does not say: a run without it would judge otherwise. */
function stands(port: FilePort, path: string): boolean {
  try {
    port.lstatSync(path);
    return true;
  } catch (error) {
    const code = errorCode(error) ?? '';
    if (['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(code)) return false;
    // Another user's folder, from which cron or sudo started this run: nothing in there is meant for it. Where the
    // input lies in such a folder, that is told when it is opened.
    if ((code === 'EACCES' || code === 'EPERM') && isClosed(port, dirname(path))) return false;
    throw unreadable(error, path);
  }
}

/** True for a folder in which this user may not look at anything. */
function isClosed(port: FilePort, folder: string): boolean {
  try {
    port.lstatSync(`${folder}/.`);
    return false;
  } catch (error) {
    return errorCode(error) !== undefined;
  }
}

function readFile(port: FilePort, path: string) {
  const bytes = bytesOf(port, path);
  const text = textOf(bytes);
  if (text === null) throw new UserError('config-unreadable', { path, reason: 'encoding' });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { path, name: basename(path), sha256, text };
}

function bytesOf(port: FilePort, path: string): Uint8Array {
  let fd: number | undefined;
  try {
    // Asked before it is opened: a pipe would wait, and a device may do anything.
    refuse(port.statSync(path).kind, path);
    fd = port.openSync(path, READ_FLAGS);
    const { kind, size } = port.fstatSync(fd);
    refuse(kind, path);
    // A file may grow while it is read; and some say that they have no size.
    const bytes = size > MOST_BYTES ? null : readAt(port, fd, MOST_BYTES + 1, 0);
    if (bytes === null || bytes.length > MOST_BYTES) throw new UserError('config-too-large', { path });
    if (bytes.length < size || port.fstatSync(fd).size !== size)
      throw new UserError('file-changed', { path });
    return bytes;
  } catch (error) {
    throw unreadable(error, path);
  } finally {
    if (fd !== undefined) closeOnce(port, fd)();
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'missing',
  ENOTDIR: 'missing',
  EACCES: 'permission',
  EPERM: 'permission',
  EBUSY: 'busy',
};

/** A system error as the user's; any other comes back as it is. */
function unreadable(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  return new UserError('config-unreadable', { path, reason: REASONS[code] ?? code });
}

function refuse(kind: 'file' | 'folder' | 'link' | 'special', path: string): void {
  if (kind === 'file') return;
  throw new UserError('config-unreadable', { path, reason: kind === 'folder' ? 'folder' : 'special' });
}

const UTF16 = { fffe: 'utf-16le', feff: 'utf-16be' } as const;

/** UTF-8, or UTF-16 with its mark; null for anything else. */
function textOf(bytes: Uint8Array): string | null {
  const mark = Buffer.from(bytes.subarray(0, 2)).toString('hex');
  const encoding = mark === 'fffe' || mark === 'feff' ? UTF16[mark] : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
