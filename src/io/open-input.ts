// Opens an input for reading: says early and exactly when it is absent, unreadable, empty or no text table at all.
import { basename, dirname, extname, resolve } from 'node:path';
import { distance } from 'fastest-levenshtein';
import { UserError, type UserErrorCode } from '../core/user-error.js';
import { errorCode, type FileIdentity, type FilePort, HEAD_BYTES, READ_FLAGS, readAt } from './port.js';

/** A file open for reading. Whoever opened it calls `dispose` at the end. */
export interface OpenedInput extends FileIdentity {
  /** Absolute path; `stdin` for standard input, whatever file holds it meanwhile. */
  readonly path: string;
  /** Last part of the path; `stdin` for standard input. */
  readonly name: string;
  readonly fd: number;
  /** Bytes. */
  readonly size: number;
  readonly mtimeMs: number;
  /** Permission bits, for the annotated copy. */
  readonly mode: number;
  /** The first 64 KiB. */
  readonly head: Uint8Array;
  /** True for a private temporary file that nobody else can name any more. */
  readonly spooled: boolean;
  /** Closes the file, and removes it when it is temporary. Later calls do nothing. */
  dispose(): void;
}

/** How far into an OLE file the name of the encrypted part is looked for, besides the last 64 KiB. */
const OLE_SEARCH_BYTES = 1 << 20;
const NEAR_NAMES = 3;
/** Two typing errors and a forgotten sign still find the file. */
const NEAR_DISTANCE = 3;

type ForeignKind = Extract<UserErrorCode, `file-is-${string}`>;

const SIGNATURES: readonly (readonly [kind: ForeignKind, signature: string])[] = [
  ['file-is-xls', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
  ['file-is-archive', 'PK\x03\x04'],
  ['file-is-archive', 'PK\x05\x06'],
  ['file-is-archive', 'PK\x07\x08'],
  ['file-is-archive', '\x1f\x8b\x08'],
  ['file-is-archive', '7z\xbc\xaf\x27\x1c'],
  ['file-is-archive', 'Rar!\x1a\x07'],
  ['file-is-pdf', '%PDF'],
  ['file-is-image', '\x89PNG\r\n\x1a\n'],
  ['file-is-image', '\xff\xd8\xff'],
];
/** What the members of an Office file are called; the first one tells it from an archive that holds such a file. */
const OFFICE_MEMBERS = ['[Content_Types].xml', '_rels/', 'xl/', 'docProps/', 'customXml/', 'docMetadata/'];
const HTML_STARTS = ['<!doctype html', '<html', '<head', '<body', '<meta', '<style', '<table'];
const ENCRYPTED_PART = Buffer.from('EncryptedPackage', 'utf16le');

function bytesOf(head: Uint8Array): Buffer {
  return Buffer.from(head.buffer, head.byteOffset, head.byteLength);
}

function isOfficeFile(zip: Buffer): boolean {
  // A member's header: the length of its name at 26, the name at 30.
  const first = zip.length < 30 ? '' : zip.toString('utf8', 30, 30 + zip.readUInt16LE(26));
  if (OFFICE_MEMBERS.some((name) => first.startsWith(name))) return true;
  return !/\.xls[mx]$/i.test(first) && zip.includes('[Content_Types].xml');
}

function isHtml(head: Buffer): boolean {
  const wide = head[0] === 0xff && head[1] === 0xfe;
  const text = wide ? head.toString('utf16le', 2) : head.toString('latin1').replace(/^\xef\xbb\xbf/, '');
  const start = text.trimStart().toLowerCase();
  if (start.startsWith('<?xml')) {
    return start.includes('urn:schemas-microsoft-com:office:spreadsheet') || start.includes('<html');
  }
  return HTML_STARTS.some((tag) => start.startsWith(tag));
}

/**
 * What a file is that is no text table, by its first bytes; null when nothing speaks against a text.
 * An OLE file is `file-is-xls` unless its encrypted part is named in `head`: see holdsEncryptedPackage.
 */
export function sniff(head: Uint8Array): ForeignKind | null {
  const bytes = bytesOf(head);
  const start = bytes.toString('latin1', 0, 8);
  const kind = SIGNATURES.find(([, signature]) => start.startsWith(signature))?.[0];
  if (kind === 'file-is-xls' && bytes.includes(ENCRYPTED_PART)) return 'file-is-xlsx-encrypted';
  if (start.startsWith('PK\x03\x04') && isOfficeFile(bytes)) return 'file-is-xlsx';
  return kind ?? (isHtml(bytes) ? 'file-is-html' : null);
}

/** True when an OLE file is an encrypted workbook: the part's name stands in the first 1 MiB or the last 64 KiB. */
export function holdsEncryptedPackage(port: FilePort, fd: number, size: number): boolean {
  const holds = (length: number, position: number) =>
    bytesOf(readAt(port, fd, length, position)).includes(ENCRYPTED_PART);
  return holds(Math.min(size, OLE_SEARCH_BYTES), 0) || holds(HEAD_BYTES, Math.max(0, size - HEAD_BYTES));
}

function isEmpty(head: Uint8Array): boolean {
  const start = bytesOf(head).toString('latin1', 0, 5);
  return ['', '\xef\xbb\xbf', '\xff\xfe', '\xfe\xff', '\x84\x31\x95\x33'].includes(start);
}

/**
 * Reads an open file's first 64 KiB. Throws UserError with {path} when the file is empty, holds only a byte order
 * mark, is no text table (`file-is-…`), or gives nothing of the bytes that it has; throws system errors as well.
 */
export function examine(port: FilePort, fd: number, size: number, path: string): Uint8Array {
  const head = readAt(port, fd, HEAD_BYTES, 0);
  if (head.length === 0 && size > 0) throw new UserError('file-changed', { path });
  if (isEmpty(head)) throw new UserError('file-empty', { path });
  const kind = sniff(head);
  if (kind === 'file-is-xls' && holdsEncryptedPackage(port, fd, size)) {
    throw new UserError('file-is-xlsx-encrypted', { path });
  }
  if (kind !== null) throw new UserError(kind, { path });
  return head;
}

const comparable = (name: string): string => name.normalize('NFC').toLowerCase();
const stem = (name: string): string => name.slice(0, name.length - extname(name).length);

/** Up to 3 names in the path's folder that may have been meant: the same stem, or 3 typing errors at most. */
function nearNames(port: FilePort, path: string): string[] {
  const wanted = comparable(basename(path));
  let names: string[];
  try {
    names = port.readdirSync(dirname(path));
  } catch {
    return [];
  }
  const near: { name: string; far: number }[] = [];
  for (const name of names.sort()) {
    const other = comparable(name);
    if (name.startsWith('.')) continue;
    const far = stem(other) === stem(wanted) ? 0 : distance(other, wanted);
    if (far <= NEAR_DISTANCE) near.push({ name, far });
  }
  // Equal distances stay in the order of names: sorting is stable.
  return near
    .sort((a, b) => a.far - b.far)
    .slice(0, NEAR_NAMES)
    .map((found) => found.name);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission',
  EBUSY: 'busy',
  EISDIR: 'folder',
  EPERM: 'permission',
};

/**
 * A system error in reading as the user's: `file-not-found` {path, near} or `file-not-readable` {path, reason}.
 * What is no system error comes back as it is.
 */
export function inputError(port: FilePort, error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'ENAMETOOLONG') {
    return new UserError('file-not-found', { path, near: nearNames(port, path) });
  }
  return new UserError('file-not-readable', { path, reason: REASONS[code] ?? code });
}

/** Closing once, whatever happens: a descriptor's number may be somebody else's by the second call. */
export function closeOnce(port: FilePort, fd: number): () => void {
  let open = true;
  return () => {
    if (!open) return;
    open = false;
    try {
      port.closeSync(fd);
    } catch {
      // Nothing was written through it.
    }
  };
}

/**
 * Opens a file for reading. Throws UserError, each with the absolute `path`: `file-not-found` {near: up to 3 names},
 * `file-not-readable` {reason}, `file-special` {kind} for pipes, devices and folders, `file-empty`, `file-is-…`.
 */
export function openInput(port: FilePort, path: string): OpenedInput {
  const absolute = resolve(path);
  let dispose: (() => void) | undefined;
  try {
    // Asked before opening: opening a pipe waits for its other end.
    const { kind, dev, ino } = port.statSync(absolute);
    if (kind !== 'file') throw new UserError('file-special', { path: absolute, kind });
    const fd = port.openSync(absolute, READ_FLAGS);
    dispose = closeOnce(port, fd);
    const { kind: now, size, mtimeMs, mode } = port.fstatSync(fd);
    if (now !== 'file') throw new UserError('file-special', { path: absolute, kind: now });
    const head = examine(port, fd, size, absolute);
    const name = basename(absolute);
    return { path: absolute, name, fd, size, mtimeMs, mode, dev, ino, head, spooled: false, dispose };
  } catch (error) {
    dispose?.();
    throw inputError(port, error, absolute);
  }
}

/** As much of an open input as reading needs. */
export type ReadableInput = Pick<OpenedInput, 'fd' | 'path' | 'size'>;

/**
 * Reads a piece of an input, as `readSync` does; 0 at its end. Throws UserError `file-not-readable` {path, reason} when
 * the system refuses, and `file-changed` {path} when the file ends before the size with which it was opened.
 */
export function readInput(
  port: FilePort,
  { fd, path, size }: ReadableInput,
  buffer: Uint8Array,
  offset: number,
  length: number,
  position: number,
): number {
  try {
    const got = port.readSync(fd, buffer, offset, length, position);
    if (got === 0 && length > 0 && position < size) throw new UserError('file-changed', { path });
    return got;
  } catch (error) {
    throw inputError(port, error, path);
  }
}

/** Bytes of an input from `position` on, fewer than `length` only at its end. Throws as `readInput` does. */
export function readInputAt(
  port: FilePort,
  input: ReadableInput,
  length: number,
  position: number,
): Uint8Array {
  const read = (_: number, ...piece: [Uint8Array, number, number, number]) =>
    readInput(port, input, ...piece);
  return readAt({ readSync: read }, input.fd, length, position);
}

/**
 * Throws UserError `file-changed` {path} when the input is no longer the file that was opened: size, time or place; and
 * `file-not-readable` where the system does not say.
 */
export function checkUnchanged(port: FilePort, opened: OpenedInput): void {
  const { path, size, mtimeMs } = opened;
  let same: boolean;
  try {
    const open = port.fstatSync(opened.fd);
    same = open.size === size && open.mtimeMs === mtimeMs;
    if (same && !opened.spooled) {
      const there = port.statSync(path);
      same = there.dev === opened.dev && there.ino === opened.ino;
      same &&= there.size === size && there.mtimeMs === mtimeMs;
    }
  } catch (error) {
    const code = errorCode(error);
    if (code !== 'ENOENT' && code !== 'ENOTDIR') throw inputError(port, error, path);
    same = false;
  }
  if (!same) throw new UserError('file-changed', { path });
}
