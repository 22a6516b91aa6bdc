// Records on their way from the thread that scans a file to the one that reads it, batch by batch.

import type { Encoding } from './encoding.js';
import { RecordSpans } from './record-spans.js';
import type { Records } from './record-view.js';
import { MAX_CELLS, MAX_RECORD_BYTES, type RecordScanner } from './scanner.js';
import { batchBytes, type RingEmptier, type RingFiller, type RingMemory, ringMemory } from './shared-ring.js';

const DIGEST_NUMBERS = 8;
/** Numbers in front of a batch: how many numbers and bytes it holds, what it says of the file, the file's hash. */
const HEAD = 3 + DIGEST_NUMBERS;
/** Bits of what a batch says of the file. */
const [LAST, NON_ASCII] = [1, 2];

/** Numbers in front of the ends of a record's cells: its bits, start, end, length and cells. */
const RECORD = 5;
/** Where in a record's bits stands what; below it is `IRREGULAR`. */
const [LINE_END_SHIFT, SUSPECT_BIT, VALID_BIT, HIGH_SHIFT] = [8, 1 << 10, 1 << 11, 12];
const IRREGULAR_BITS = (1 << LINE_END_SHIFT) - 1;
/** What is skipped may be longer than a number of 32 bits: so many bytes are one of the highest bits. */
const HIGH = 2 ** 30;

/** Memory for batches of the records of files of so many bytes: one record more than makes a batch full has room. */
export function recordMemory(fileBytes: number): RingMemory {
  const bytes = batchBytes(fileBytes);
  // A record has some hundred bytes and some dozen cells.
  return ringMemory(bytes + MAX_RECORD_BYTES, HEAD + (bytes >> 2) + RECORD + MAX_CELLS);
}

/**
 * Passes on all records of one file. `digest` gives the hash of what was read, in hex digits; it is asked behind the
 * last record. The lengths of records are those in the file, of which UTF-8 arrives here where it is of UTF-16.
 */
export function sendRecords(
  scanner: RecordScanner,
  ring: RingFiller,
  isUtf16: boolean,
  digest: () => string,
): void {
  let used = HEAD;
  let filled = 0;
  const pass = (flags: number) => {
    const { numbers } = ring;
    numbers[0] = used;
    numbers[1] = filled;
    numbers[2] = flags;
    ring.pass();
    used = HEAD;
    filled = 0;
  };
  while (scanner.next()) {
    if (filled + MAX_RECORD_BYTES >= ring.bytes.length || used + RECORD + MAX_CELLS > ring.numbers.length)
      pass(0);
    const { numbers, bytes } = ring;
    const { start, end, ends, count } = scanner;
    const length = isUtf16 ? scanner.utf16Length() : scanner.length;
    const high = Math.floor(length / HIGH);
    const shift = filled - start;
    const bits = scanner.irregular | (scanner.lineEnd << LINE_END_SHIFT) | (high << HIGH_SHIFT);
    numbers[used] = bits | (scanner.suspect ? SUSPECT_BIT : 0) | (scanner.isValid() ? VALID_BIT : 0);
    numbers[used + 1] = filled;
    numbers[used + 2] = end + shift;
    numbers[used + 3] = length - high * HIGH;
    numbers[used + 4] = count;
    used += RECORD;
    for (let cell = 0; cell < count; cell++) numbers[used++] = ends[cell]! + shift;
    // With the byte behind it: who looks there finds no other record's.
    scanner.bytes.copy(bytes, filled, start, end + 1);
    filled += end + 1 - start;
  }
  const hash = Buffer.from(digest(), 'hex');
  for (let i = 0; i < DIGEST_NUMBERS; i++) ring.numbers[HEAD - DIGEST_NUMBERS + i] = hash.readInt32BE(i * 4);
  pass(LAST | (scanner.sawNonAscii ? NON_ASCII : 0));
}

/** The records of one file as the other thread sends them: the same ones as a scanner finds. */
export class SentRecords extends RecordSpans implements Records {
  start = 0;
  end = 0;
  irregular = 0;
  lineEnd = 0;
  length = 0;
  suspect = false;
  sawNonAscii = false;
  /** The file's hash in hex digits, behind its last record. */
  sha256 = '';
  readonly #ring: RingEmptier;
  readonly #onMoved: (bytes: number) => void;
  #numbers: Int32Array = new Int32Array(HEAD);
  #at = 0;
  #used = 0;
  #isLast = false;
  /** Bytes of the file that were not told of yet. */
  #moved = 0;
  #isValid = false;

  /** `onMoved` is told of the bytes in the file of what was read of it. */
  constructor(ring: RingEmptier, encoding: Encoding, onMoved: (bytes: number) => void) {
    super(Buffer.alloc(ring.batchBytes), MAX_CELLS, encoding);
    this.#ring = ring;
    this.#onMoved = onMoved;
  }

  /** Goes to the next record; false at the end, and where the other thread is lost (`RingEmptier.isLost`). */
  next(): boolean {
    while (this.#at === this.#used) {
      this.#onMoved(this.#moved);
      this.#moved = 0;
      if (this.#isLast || !this.#nextBatch()) return false;
    }
    const { starts, ends } = this;
    const numbers = this.#numbers;
    let at = this.#at;
    const bits = numbers[at]!;
    this.irregular = bits & IRREGULAR_BITS;
    this.lineEnd = (bits >>> LINE_END_SHIFT) & 3;
    this.suspect = (bits & SUSPECT_BIT) !== 0;
    this.#isValid = (bits & VALID_BIT) !== 0;
    let start = numbers[at + 1]!;
    this.start = start;
    this.end = numbers[at + 2]!;
    this.length = numbers[at + 3]! + (bits >>> HIGH_SHIFT) * HIGH;
    this.#moved += this.length;
    const count = numbers[at + 4]!;
    this.count = count;
    at += RECORD;
    for (let cell = 0; cell < count; cell++) {
      const end = numbers[at++]!;
      starts[cell] = start;
      ends[cell] = end;
      // One byte is between two cells.
      start = end + 1;
    }
    this.#at = at;
    return true;
  }

  isValid(): boolean {
    return this.#isValid;
  }

  /** Bytes of the record in the file, whatever its encoding. */
  utf16Length(): number {
    return this.length;
  }

  #nextBatch(): boolean {
    const batch = this.#ring.next();
    if (batch === null) return false;
    const { numbers, bytes } = batch;
    this.#numbers = numbers;
    this.#at = HEAD;
    this.#used = numbers[0]!;
    // Not all decoders take shared memory.
    this.bytes.set(bytes.subarray(0, numbers[1]));
    const flags = numbers[2]!;
    this.#isLast = (flags & LAST) !== 0;
    if (!this.#isLast) return true;
    this.sawNonAscii = (flags & NON_ASCII) !== 0;
    const hash = Buffer.alloc(DIGEST_NUMBERS * 4);
    for (let i = 0; i < DIGEST_NUMBERS; i++) hash.writeInt32BE(numbers[HEAD - DIGEST_NUMBERS + i]!, i * 4);
    this.sha256 = hash.toString('hex');
    return true;
  }
}
