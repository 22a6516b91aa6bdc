// Standard input can be read once and the audit reads twice: it is kept in a private temporary file meanwhile.
import { resolve } from 'node:path';
import { UserError } from '../core/user-error.js';
import { closeOnce, examine, inputError, type OpenedInput } from './open-input.js';
import { errorCode, type FilePort, READ_FLAGS } from './port.js';
import { createTemporary, outputError, removeTemporary, writeFully } from './temporary-file.js';

/** What standard input is called in messages and reports. */
const NAME = 'stdin';
const CHUNK_BYTES = 1 << 18;
/** Pause while the program before us has written nothing yet. */
const PAUSE_MS = 10;

/** Bytes of the next chunk, 0 at the end. Waits where standard input answers "not yet". */
function nextChunk(port: FilePort, readChunk: (buffer: Uint8Array) => number, buffer: Uint8Array): number {
  for (;;) {
    try {
      return readChunk(buffer);
    } catch (error) {
      const code = errorCode(error);
      // Windows' name for the end of a pipe.
      if (code === 'EOF') return 0;
      if (code !== 'EAGAIN') throw inputError(port, error, NAME);
      port.wait(PAUSE_MS);
    }
  }
}

/** A name that is gone when dispose could not be called either; Windows keeps it until then. */
function unlinkAtOnce(port: FilePort, path: string): boolean {
  try {
    port.unlinkSync(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads all of standard input into a file in `tempFolder` that only this user can read, and opens that.
 * `readChunk` fills a buffer and returns how many bytes it took, 0 at the end. Where the system allows, the file has
 * no name from its first byte on, so that nothing stays behind whatever happens; elsewhere `dispose` removes it.
 * Throws UserError: `file-empty`, `file-is-…`, `file-not-readable` with path `stdin`; `disk-full`,
 * `output-not-writable` with the folder's path.
 */
export function spoolStandardInput(
  port: FilePort,
  readChunk: (buffer: Uint8Array) => number,
  tempFolder: string,
): OpenedInput {
  const folder = resolve(tempFolder);
  const cleaning: (() => void)[] = [];
  const dispose = () => {
    for (const clean of cleaning.splice(0)) clean();
  };
  try {
    const temporary = createTemporary(port, folder, 'bnpl-audit-stdin');
    const { path } = temporary;
    const closeWriter = closeOnce(port, temporary.fd);
    cleaning.push(closeWriter, () => removeTemporary(port, path));
    const fd = port.openSync(path, READ_FLAGS);
    const closeReader = closeOnce(port, fd);
    cleaning.unshift(closeReader);
    if (unlinkAtOnce(port, path)) cleaning.pop();

    const buffer = new Uint8Array(CHUNK_BYTES);
    let bytes = 0;
    for (let got = nextChunk(port, readChunk, buffer); got > 0; got = nextChunk(port, readChunk, buffer)) {
      writeFully(port, temporary.fd, buffer.subarray(0, got));
      bytes += got;
    }
    closeWriter();
    const { size, mtimeMs, mode, dev, ino } = port.fstatSync(fd);
    if (size !== bytes) throw new UserError('output-not-writable', { path: folder, reason: 'size-differs' });
    const head = examine(port, fd, size, NAME);
    return { path: NAME, name: NAME, fd, size, mtimeMs, mode, dev, ino, head, spooled: true, dispose };
  } catch (error) {
    dispose();
    throw outputError(error, folder);
  }
}
