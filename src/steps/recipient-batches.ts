// The recipients of an export on their way to another thread: written into batches record by record, and read from them.

import { Crowd, type CrowdParts } from '../core/crowd.js';
import type { Identify } from '../core/identity.js';
import type { IdentityParts } from '../core/identity-columns.js';
import { IdentityLines } from '../core/identity-lines.js';
import { Shops } from '../core/shops.js';
import { type OrderColumns, orderColumns } from '../ingest/order-columns.js';
import { RECIPIENT_FIELDS, RecipientReader, type Recipients } from '../ingest/recipient-reader.js';
import type { Encoding } from '../io/encoding.js';
import { RecordSpans } from '../io/record-spans.js';
import { MAX_RECORD_BYTES } from '../io/scanner.js';
import {
  batchBytes,
  type RingEmptier,
  type RingFiller,
  type RingMemory,
  ringMemory,
} from '../io/shared-ring.js';
import type { ExportFile } from './open-exports.js';

/** Numbers in front of a batch: how many numbers and bytes it holds, and the input of its records. */
const HEAD = 3;
/** In place of a line: the record is not held. */
const NOT_HELD = -1;

/** What is to be known of an input for reading its recipients. */
export interface RecipientSource {
  readonly column: OrderColumns;
  readonly encoding: Encoding;
  readonly platform: string;
}

/** What was found out of all recipients of a run. */
export interface RecipientParts {
  readonly identities: IdentityParts;
  readonly crowd: CrowdParts;
}

/** What a thread needs to know of an export to read its recipients. */
export function recipientSource({ match, dialect }: ExportFile): RecipientSource {
  const encoding = dialect.encoding === 'gb18030' ? 'gb18030' : 'utf-8';
  return { column: orderColumns(match), encoding, platform: match.format.platform };
}

/** True where a file has a column that is passed on. */
export function tellsOfRecipients({ match }: ExportFile): boolean {
  return runsOf(orderColumns(match)).length > 0;
}

/** Memory for batches of recipients of files of so many bytes: one record more than makes a batch full has room. */
export function recipientMemory(fileBytes = Number.POSITIVE_INFINITY): RingMemory {
  const bytes = batchBytes(fileBytes);
  // A record takes some hundred bytes and a dozen numbers.
  return ringMemory(bytes + MAX_RECORD_BYTES, bytes >> 3);
}

/** The columns that are read of a file, in runs of neighbours: each run is copied in one go. */
function runsOf(column: OrderColumns): (readonly [first: number, last: number])[] {
  const columns = new Set(RECIPIENT_FIELDS.map((field) => column[field]).filter((cell) => cell >= 0));
  const sorted = [...columns].sort((a, b) => a - b);
  const firsts = sorted.filter((cell) => !columns.has(cell - 1));
  const lasts = sorted.filter((cell) => !columns.has(cell + 1));
  return firsts.map((first, i) => [first, lasts[i]!]);
}

/** Numbers that a record takes: its line, and where each cell starts and ends. */
function numbersOf(runs: readonly (readonly [number, number])[]): number {
  return runs.reduce((sum, [first, last]) => sum + 2 * (last - first + 1), 1);
}

/** Writes the cells of one file's records into batches. */
export class RecipientSender implements Recipients {
  readonly #view: RecordSpans;
  readonly #input: number;
  readonly #ring: RingFiller;
  readonly #runs: (readonly [number, number])[];
  readonly #recordNumbers: number;
  readonly #fullBytes: number;
  #used = HEAD;
  #filled = 0;

  constructor(view: RecordSpans, column: OrderColumns, input: number, ring: RingFiller) {
    this.#view = view;
    this.#input = input;
    this.#ring = ring;
    this.#runs = runsOf(column);
    this.#recordNumbers = numbersOf(this.#runs);
    this.#fullBytes = ring.bytes.length - MAX_RECORD_BYTES;
  }

  note(): void {
    const { length } = this.#ring.numbers;
    if (this.#filled >= this.#fullBytes || this.#used + this.#recordNumbers > length) this.pass();
    const { bytes: from, starts, ends, count } = this.#view;
    const { bytes, numbers } = this.#ring;
    let used = this.#used;
    let filled = this.#filled;
    numbers[used++] = NOT_HELD;
    for (const [first, last] of this.#runs) {
      const there = Math.min(last, count - 1);
      const shift = first <= there ? filled - starts[first]! : 0;
      const end = first <= there ? ends[there]! + shift : filled;
      for (let cell = first; cell <= last; cell++) {
        // An absent cell is an empty one.
        numbers[used++] = cell <= there ? starts[cell]! + shift : end;
        numbers[used++] = cell <= there ? ends[cell]! + shift : end;
      }
      for (; filled < end; filled++) bytes[filled] = from[filled - shift]!;
    }
    this.#used = used;
    this.#filled = filled;
  }

  set(line: number): void {
    this.#ring.numbers[this.#used - this.#recordNumbers] = line;
  }

  /** Passes on what was written; behind the last record of the file as well. */
  pass(): void {
    const { numbers } = this.#ring;
    numbers[0] = this.#used;
    numbers[1] = this.#filled;
    numbers[2] = this.#input;
    this.#ring.pass();
    this.#used = HEAD;
    this.#filled = 0;
  }
}

/** Reads the recipients of all batches. Does what reading without batches does, record by record. */
export function readRecipients(
  ring: RingEmptier,
  sources: readonly RecipientSource[],
  isOneShop: boolean,
  identify: Identify,
): RecipientParts {
  const identities = new IdentityLines();
  const crowd = new Crowd();
  const book = { identities, crowd, shopNumbers: new Shops(isOneShop) };
  const copy = Buffer.alloc(ring.batchBytes);
  const files = sources.map(({ column, encoding, platform }) => {
    const runs = runsOf(column);
    const view = new RecordSpans(copy, (runs.at(-1)?.[1] ?? -1) + 1, encoding);
    view.count = view.starts.length;
    return { runs, view, reader: new RecipientReader(view, column, book, platform, identify) };
  });
  for (let batch = ring.next(); batch !== null; batch = ring.next()) {
    const { bytes, numbers } = batch;
    const used = numbers[0]!;
    const { runs, view, reader } = files[numbers[2]!]!;
    // Not all decoders take shared memory.
    copy.set(bytes.subarray(0, numbers[1]));
    for (let at = HEAD; at < used; ) {
      const line = numbers[at++]!;
      for (const [first, last] of runs) {
        for (let cell = first; cell <= last; cell++) {
          view.starts[cell] = numbers[at++]!;
          view.ends[cell] = numbers[at++]!;
        }
      }
      reader.note();
      if (line !== NOT_HELD) reader.set(line);
    }
  }
  return { identities: identities.handOver(), crowd: crowd.handOver() };
}
