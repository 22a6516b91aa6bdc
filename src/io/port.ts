// The door to the file system: the few synchronous calls that io needs, so that tests can make any of them fail.
import * as fs from 'node:fs';
import process from 'node:process';

/** How much of a file's beginning is kept for telling what it is: 64 KiB. */
export const HEAD_BYTES = 65_536;

/** What io asks of a file's state. Device and inode are bigint: Windows' file ids do not fit into a number. */
export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'link' | 'special';
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, with fractions. */
  readonly mtimeMs: number;
  /** Permission bits only, 0 to 0o7777. */
  readonly mode: number;
  readonly dev: bigint;
  /** 0 where the file system knows no inode. */
  readonly ino: bigint;
}

/** File calls as in node:fs (they throw system errors with a `code`), waiting, and facts about processes. */
export interface FilePort {
  openSync(path: string, flags: string | number, mode?: number): number;
  closeSync(fd: number): void;
  readSync(fd: number, buffer: Uint8Array, offset: number, length: number, position: number): number;
  writeSync(fd: number, buffer: Uint8Array, offset: number, length: number): number;
  fsyncSync(fd: number): void;
  fchmodSync(fd: number, mode: number): void;
  fstatSync(fd: number): FileFacts;
  /** Follows links. */
  statSync(path: string): FileFacts;
  /** Does not follow links. */
  lstatSync(path: string): FileFacts;
  realpathSync(path: string): string;
  renameSync(from: string, to: string): void;
  unlinkSync(path: string): void;
  readdirSync(path: string): string[];
  mkdirSync(path: string): void;
  rmdirSync(path: string): void;
  /** Blocks this thread for that many milliseconds. */
  wait(ms: number): void;
  readonly processId: number;
  /** When this process began, whole milliseconds since 1970: tells two owners of one process id apart. */
  readonly processStart: number;
  /** True when a process of that id runs, also when it is another user's. */
  isAlive(pid: number): boolean;
}

/** Opens for reading without ever waiting for the other end, should a pipe stand there by now. */
export const READ_FLAGS = fs.constants.O_RDONLY | (fs.constants.O_NONBLOCK ?? 0);

function facts(stats: fs.BigIntStats): FileFacts {
  const kind = stats.isFile()
    ? 'file'
    : stats.isDirectory()
      ? 'folder'
      : stats.isSymbolicLink()
        ? 'link'
        : 'special';
  return {
    kind,
    size: Number(stats.size),
    mtimeMs: Number(stats.mtimeNs) / 1e6,
    mode: Number(stats.mode) & 0o7777,
    dev: stats.dev,
    ino: stats.ino,
  };
}

/** The port of the real system. */
export function realPort(): FilePort {
  const bigint = { bigint: true } as const;
  const cell = new Int32Array(new SharedArrayBuffer(4));
  return {
    openSync: (path, flags, mode) => fs.openSync(path, flags, mode),
    closeSync: (fd) => fs.closeSync(fd),
    readSync: (fd, buffer, offset, length, position) => fs.readSync(fd, buffer, offset, length, position),
    writeSync: (fd, buffer, offset, length) => fs.writeSync(fd, buffer, offset, length),
    fsyncSync: (fd) => fs.fsyncSync(fd),
    fchmodSync: (fd, mode) => fs.fchmodSync(fd, mode),
    fstatSync: (fd) => facts(fs.fstatSync(fd, bigint)),
    statSync: (path) => facts(fs.statSync(path, bigint)),
    lstatSync: (path) => facts(fs.lstatSync(path, bigint)),
    realpathSync: (path) => fs.realpathSync.native(path),
    renameSync: (from, to) => fs.renameSync(from, to),
    unlinkSync: (path) => fs.unlinkSync(path),
    readdirSync: (path) => fs.readdirSync(path),
    mkdirSync: (path) => void fs.mkdirSync(path),
    rmdirSync: (path) => fs.rmdirSync(path),
    wait: (ms) => void Atomics.wait(cell, 0, 0, ms),
    processId: process.pid,
    processStart: Math.round(performance.timeOrigin),
    isAlive(pid) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return errorCode(error) !== 'ESRCH';
      }
    },
  };
}

/** The system's code of an error ('ENOENT'), or undefined for an error that is our own (Node's are 'ERR_…'). */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return /^E[A-Z0-9]+$/.test(error.code) ? error.code : undefined;
}

/** Reads `length` bytes at `position`, fewer only at the file's end, however short the single reads are. */
export function readAt(
  port: Pick<FilePort, 'readSync'>,
  fd: number,
  length: number,
  position: number,
): Uint8Array {
  const buffer = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const got = port.readSync(fd, buffer, filled, length - filled, position + filled);
    if (got === 0) break;
    filled += got;
  }
  return buffer.subarray(0, filled);
}

/** A file as the system knows it, with a spelling of its path. */
export interface FileIdentity {
  readonly path: string;
  readonly dev: bigint;
  readonly ino: bigint;
}

/** A text that is equal for two paths exactly when they lead to one file. */
export function identityKey(port: FilePort, file: FileIdentity): string {
  return file.ino === 0n ? port.realpathSync(file.path) : `${file.dev}:${file.ino}`;
}
