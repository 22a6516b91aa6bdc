// Temporary files that a killed process may leave behind and the next one removes, and what writing them can meet.
import { join } from 'node:path';
import { UserError } from '../core/user-error.js';
import { errorCode, type FilePort } from './port.js';

/** Pause before something is tried again. */
export const PAUSE_MS = 100;
/** How often a temporary file's removal is tried. */
const REMOVALS = 3;
/** Longest stem of a temporary name in bytes: names end at 255 in most file systems, and ours adds some 40. */
const STEM_BYTES = 200;

/** Why an output cannot be written, as fact `reason`; anything else is the system's own code. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission',
  EISDIR: 'folder',
  ENAMETOOLONG: 'name-too-long',
  ENOENT: 'folder-missing',
  ENOTDIR: 'folder-is-file',
  EPERM: 'permission',
  EROFS: 'read-only',
};

/**
 * The system's error as the user's: `disk-full`, `output-busy` or `output-not-writable` with its reason.
 * What is no system error comes back as it is.
 */
export function outputError(error: unknown, path: string): unknown {
  const code = errorCode(error);
  if (code === undefined) return error;
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') return new UserError('disk-full', { path });
  if (code === 'EBUSY' || code === 'ETXTBSY') return new UserError('output-busy', { path });
  return new UserError('output-not-writable', { path, reason: REASONS[code] ?? code });
}

/** For steps on which nothing depends: their errors are dropped. */
export function quietly(action: () => void): void {
  try {
    action();
  } catch {
    // Nothing depends on it.
  }
}

/** The beginning of every temporary name for files of that name, cut between characters when it is long. */
function temporaryPrefix(name: string): string {
  let stem = '';
  let bytes = 0;
  for (const character of name) {
    bytes += Buffer.byteLength(character);
    if (bytes > STEM_BYTES) break;
    stem += character;
  }
  return `.${stem}.`;
}

/** Removes temporary files of that name whose process is gone, killed before it could clean up. */
function removeLeftovers(port: FilePort, folder: string, prefix: string): void {
  let names: string[] = [];
  quietly(() => {
    names = port.readdirSync(folder);
  });
  for (const name of names) {
    if (!name.startsWith(prefix)) continue;
    const owner = /^(\d{1,10})\.(\d{1,16})(?:-\d{1,4})?\.tmp$/.exec(name.slice(prefix.length));
    if (owner === null) continue;
    const pid = Number(owner[1]);
    const alive = pid === port.processId ? Number(owner[2]) === port.processStart : port.isAlive(pid);
    if (!alive) quietly(() => port.unlinkSync(join(folder, name)));
  }
}

/**
 * Creates `.<name>.<pid>.<start>.tmp` in the folder, 0600, open for writing; `-1`, `-2` … when that exists.
 * First removes what dead processes left there under that name. Throws system errors.
 */
export function createTemporary(port: FilePort, folder: string, name: string): { fd: number; path: string } {
  const prefix = temporaryPrefix(name);
  removeLeftovers(port, folder, prefix);
  for (let counter = 0; ; counter++) {
    const suffix = counter === 0 ? '' : `-${counter}`;
    const path = join(folder, `${prefix}${port.processId}.${port.processStart}${suffix}.tmp`);
    try {
      return { fd: port.openSync(path, 'wx', 0o600), path };
    } catch (error) {
      if (errorCode(error) !== 'EEXIST' || counter === 999) throw error;
    }
  }
}

/** Removes a temporary file, as well as it can be done. */
export function removeTemporary(port: FilePort, path: string): void {
  for (let tries = 1; tries <= REMOVALS; tries++) {
    try {
      port.unlinkSync(path);
      return;
    } catch (error) {
      if (errorCode(error) === 'ENOENT' || tries === REMOVALS) return;
      port.wait(PAUSE_MS);
    }
  }
}

/** Writes the whole chunk, however little the system takes at a time. Throws system errors. */
export function writeFully(port: FilePort, fd: number, chunk: Uint8Array): void {
  let done = 0;
  while (done < chunk.length) {
    const taken = port.writeSync(fd, chunk, done, chunk.length - done);
    // A system that takes nothing and gives no reason would keep us here for ever.
    if (taken <= 0) throw Object.assign(new Error('nothing written'), { code: 'EIO' });
    done += taken;
  }
}
