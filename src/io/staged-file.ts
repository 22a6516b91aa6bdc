// Writes a file so that its old state stays whole until the new one is complete: temporary file, sync, size check, rename.
import { basename, dirname, resolve } from 'node:path';
import { UserError } from '../core/user-error.js';
import {
  errorCode,
  type FileIdentity,
  type FilePort,
  HEAD_BYTES,
  identityKey,
  READ_FLAGS,
  readAt,
} from './port.js';
import {
  createTemporary,
  outputError,
  PAUSE_MS,
  quietly,
  removeTemporary,
  writeFully,
} from './temporary-file.js';

/** How long somebody else's hold on a file is waited out (Excel or a virus scanner has it open). */
const PATIENCE_MS = 2000;
/** File systems without modes or without sync answer so; the size check still guards the content. */
const UNSUPPORTED: ReadonlySet<string | undefined> = new Set(['EINVAL', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP']);

export interface StageOptions {
  /** Permission bits of the finished file. */
  readonly mode: number;
  /** Whether an existing file is one of ours; gets its first 64 KiB. Not asked with `force`. */
  readonly mayReplace: (head: Uint8Array) => boolean;
  /** Files that are never written to, whatever their spelling. */
  readonly inputs: readonly FileIdentity[];
  /** Replaces any ordinary file, but never an input and never a link. */
  readonly force: boolean;
  /** The folder is made when it is not there, and goes again when the file is given up; its own folder must be there. */
  readonly makeFolder?: boolean;
}

/** Runs `action`; while it fails with one of `codes` it is tried again, for 2 s in all. */
function patiently<T>(port: FilePort, codes: readonly string[], action: () => T): T {
  for (let waited = 0; ; waited += PAUSE_MS) {
    try {
      return action();
    } catch (error) {
      if (waited >= PATIENCE_MS || !codes.includes(errorCode(error) ?? '')) throw error;
      port.wait(PAUSE_MS);
    }
  }
}

/** The action's result, or undefined where there is no such file (or a link leads nowhere). */
function ifThere<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    const code = errorCode(error);
    if (code === 'ENOENT' || code === 'ELOOP') return undefined;
    throw error;
  }
}

/** True when the path leads to one of the inputs, also to one that was replaced since it was opened. */
function isInput(port: FilePort, path: string, inputs: readonly FileIdentity[]): boolean {
  const there = ifThere(() => port.statSync(path));
  if (there === undefined) return false;
  const key = identityKey(port, { path, dev: there.dev, ino: there.ino });
  const place = ifThere(() => port.realpathSync(path));
  return inputs.some(
    (input) =>
      ifThere(() => identityKey(port, input)) === key ||
      (place !== undefined && ifThere(() => port.realpathSync(input.path)) === place),
  );
}

/** Throws UserError when what stands at the output's path must not be replaced. Throws system errors as well. */
function refuseTarget(port: FilePort, path: string, options: StageOptions): void {
  const kind = ifThere(() => port.lstatSync(path))?.kind;
  if (kind === undefined) return;
  if (isInput(port, path, options.inputs)) throw new UserError('output-is-input', { path });
  if (kind === 'link') throw new UserError('output-is-link', { path });
  if (kind !== 'file') throw new UserError('output-not-writable', { path, reason: kind });
  if (options.force) return;
  const fd = ifThere(() => patiently(port, ['EBUSY'], () => port.openSync(path, READ_FLAGS)));
  if (fd === undefined) return;
  try {
    const head = readAt(port, fd, HEAD_BYTES, 0);
    if (!options.mayReplace(head)) throw new UserError('output-exists', { path });
  } finally {
    quietly(() => port.closeSync(fd));
  }
}

/** Makes a folder; false when something stands there already. */
function makeFolder(port: FilePort, folder: string): boolean {
  try {
    port.mkdirSync(folder);
    return true;
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/** A file on its way: written beside its place, moved there by `commit`. Every failure removes it and throws UserError. */
export class StagedFile {
  /** Absolute path of the file to be. */
  readonly path: string;
  readonly #port: FilePort;
  readonly #options: StageOptions;
  readonly #temporary: string;
  readonly #madeFolder: boolean;
  #fd: number | null;
  #state: 'writing' | 'finished' | 'placed' | 'given-up' = 'writing';
  #bytesWritten = 0;

  /** For stageFile only. */
  constructor(port: FilePort, path: string, options: StageOptions) {
    this.#port = port;
    this.#options = options;
    this.path = resolve(path);
    let madeFolder = false;
    try {
      refuseTarget(port, this.path, options);
      madeFolder = options.makeFolder === true && makeFolder(port, dirname(this.path));
      const { fd, path: temporary } = createTemporary(port, dirname(this.path), basename(this.path));
      this.#fd = fd;
      this.#temporary = temporary;
      this.#madeFolder = madeFolder;
    } catch (error) {
      if (madeFolder) quietly(() => port.rmdirSync(dirname(this.path)));
      throw outputError(error, this.path);
    }
  }

  get bytesWritten(): number {
    return this.#bytesWritten;
  }

  /** Adds bytes at the end; returns when the system has taken all of them. */
  write(chunk: Uint8Array): void {
    this.#step('writing', (fd) => {
      writeFully(this.#port, fd, chunk);
      this.#bytesWritten += chunk.length;
    });
  }

  /** Has `fill` add bytes at the end by itself; it returns how many. Its system errors are the file's. */
  fill(fill: (fd: number) => number): void {
    this.#step('writing', (fd) => {
      this.#bytesWritten += fill(fd);
    });
  }

  /** Mode, sync, size check, close: after this only the rename is left. Looks again whether the place is free. */
  finish(): void {
    this.#step('writing', (fd) => {
      const port = this.#port;
      const mode = this.#options.mode & 0o777;
      if (mode !== 0o600) this.#tolerant('EPERM', () => port.fchmodSync(fd, mode));
      this.#tolerant('EINVAL', () => port.fsyncSync(fd));
      if (port.fstatSync(fd).size !== this.#bytesWritten) {
        throw new UserError('output-not-writable', { path: this.path, reason: 'size-differs' });
      }
      // The descriptor is gone even when close reports an error.
      this.#fd = null;
      port.closeSync(fd);
      refuseTarget(port, this.path, this.#options);
      this.#state = 'finished';
    });
  }

  /** Puts the file in its place. What holds the place (Excel) is waited for, 2 s at most. */
  commit(): void {
    if (this.#state === 'writing') this.finish();
    this.#step('finished', () => {
      const port = this.#port;
      try {
        patiently(port, ['EBUSY', 'EPERM', 'EACCES'], () => port.renameSync(this.#temporary, this.path));
      } catch (error) {
        const held = ['EBUSY', 'EPERM', 'EACCES'].includes(errorCode(error) ?? '');
        throw held ? new UserError('output-busy', { path: this.path }) : error;
      }
      this.#state = 'placed';
      // Makes the rename outlast a power cut; Windows cannot do it.
      quietly(() => {
        const folder = port.openSync(dirname(this.path), 'r');
        quietly(() => port.fsyncSync(folder));
        port.closeSync(folder);
      });
    });
  }

  /** Gives the file up and removes what was written. Nothing happens when it is already in place. */
  abort(): void {
    if (this.#state === 'placed') return;
    if (this.#state !== 'given-up') {
      this.#state = 'given-up';
      const fd = this.#fd;
      this.#fd = null;
      if (fd !== null) quietly(() => this.#port.closeSync(fd));
      removeTemporary(this.#port, this.#temporary);
    }
    // Tried again whenever asked: files that were begun later may have stood in it the first time.
    if (this.#madeFolder) quietly(() => this.#port.rmdirSync(dirname(this.path)));
  }

  #step(expected: 'writing' | 'finished', action: (fd: number) => void): void {
    if (this.#state !== expected) throw new Error(`staged file is ${this.#state}, not ${expected}`);
    try {
      action(this.#fd ?? -1);
    } catch (error) {
      this.abort();
      throw outputError(error, this.path);
    }
  }

  #tolerant(alsoFine: string, action: () => void): void {
    try {
      action();
    } catch (error) {
      const code = errorCode(error);
      if (code !== alsoFine && !UNSUPPORTED.has(code)) throw error;
    }
  }
}

/**
 * Begins a file at `path`. Throws UserError: `output-is-input`, `output-is-link`, `output-exists`,
 * `output-not-writable` {path, reason}, `output-busy`, `disk-full`; `path` is always absolute.
 */
export function stageFile(port: FilePort, path: string, options: StageOptions): StagedFile {
  return new StagedFile(port, path, options);
}

/**
 * Puts several files in their places: all are complete on the disk before the first one moves, so a full disk leaves
 * every old file as it was. When one fails to move, those behind it are given up, and the error's facts say which files
 * are in their places (`placed`) and which are not (`withheld`).
 */
export function commitAll(files: readonly StagedFile[]): void {
  const paths = files.map(({ path }) => path);
  let moved = 0;
  try {
    for (const file of files) file.finish();
    for (const file of files) {
      file.commit();
      moved++;
    }
  } catch (error) {
    abortAll(files);
    if (moved === 0 || !(error instanceof UserError)) throw error;
    const facts = { placed: paths.slice(0, moved), withheld: paths.slice(moved) };
    throw new UserError(error.code, { ...error.facts, ...facts });
  }
}

/** Gives up files that are not in their places yet, the last one first: a folder that was made goes with the first. */
export function abortAll(files: readonly StagedFile[]): void {
  for (const file of files.toReversed()) file.abort();
}
