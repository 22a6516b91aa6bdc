// SHA-256 of open files, taken piece by piece by who has time to spare.

import { createHash, type Hash } from 'node:crypto';
import type { FilePort } from './port.js';

const PIECE_BYTES = 1 << 18;

export class FileHashes {
  readonly #port: FilePort;
  readonly #files: readonly number[];
  readonly #digests: string[] = [];
  readonly #piece = Buffer.alloc(PIECE_BYTES);
  #hash: Hash = createHash('sha256');
  #at = 0;

  /** `files`: descriptors; where they stand is not moved. */
  constructor(port: FilePort, files: readonly number[]) {
    this.#port = port;
    this.#files = files;
  }

  /** Takes the next piece; false when there is none left. Throws as reading does. */
  step(): boolean {
    const fd = this.#files[this.#digests.length];
    if (fd === undefined) return false;
    const n = this.#port.readSync(fd, this.#piece, 0, PIECE_BYTES, this.#at);
    this.#at += n;
    if (n > 0) {
      this.#hash.update(this.#piece.subarray(0, n));
    } else {
      this.#digests.push(this.#hash.digest('hex'));
      this.#hash = createHash('sha256');
      this.#at = 0;
    }
    return true;
  }

  /** One of each file, in hex digits; what is left of them is taken first. */
  digests(): string[] {
    while (this.step());
    return this.#digests;
  }
}
