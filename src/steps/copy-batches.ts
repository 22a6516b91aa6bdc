// The cells of a copy on their way to another thread, which puts them behind the records and writes the file.

import { RecordMap, type RecordParts } from '../core/record-map.js';
import { annotatedCopy, type CellSpan } from '../io/annotate.js';
import type { FilePort } from '../io/port.js';
import { MAX_RECORD_BYTES } from '../io/scanner.js';
import {
  batchBytes,
  type RingEmptier,
  type RingFiller,
  type RingMemory,
  ringMemory,
} from '../io/shared-ring.js';
import type { Dialect } from '../io/table.js';
import { writeFully } from '../io/temporary-file.js';

/**
 * Room for one record more. The longest cells name a column, whose header is part of a record: twice as long in UTF-16,
 * and again when each of its characters is a quote.
 */
const MOST_CELL_BYTES = 5 * MAX_RECORD_BYTES;
/** In place of a number of bytes: the record passes unchanged. */
const NO_CELLS = -1;

/** What is to be known for writing a copy, all of it fit for being passed on. */
export interface CopyTask {
  /** Open files of this process. */
  readonly input: { readonly fd: number; readonly path: string; readonly size: number };
  readonly output: number;
  readonly dialect: Dialect;
  readonly records: RecordParts;
  readonly width: number;
  readonly addBom: boolean;
  readonly delimiter: Uint8Array;
}

/** Memory for batches of the cells of a file of so many bytes. */
export function cellMemory(fileBytes = Number.POSITIVE_INFINITY): RingMemory {
  const bytes = batchBytes(fileBytes);
  // The cells of a record take some dozen bytes at least.
  return ringMemory(bytes + MOST_CELL_BYTES, bytes >> 5);
}

/** Writes the cells of one record after the other into batches. */
export class CellSender {
  readonly #ring: RingFiller;
  #records = 0;
  #filled = 0;

  constructor(ring: RingFiller) {
    this.#ring = ring;
  }

  /** Takes the next record's cells; false once the other thread is lost. */
  add(cells: CellSpan | null): boolean {
    const isFull = this.#filled >= this.#ring.bytes.length - MOST_CELL_BYTES;
    if (isFull || this.#records + 1 === this.#ring.numbers.length) this.pass();
    const { bytes, numbers } = this.#ring;
    numbers[++this.#records] = cells === null ? NO_CELLS : cells.length;
    if (cells === null) return !this.#ring.isLost;
    const { bytes: from, length } = cells;
    if (length > MOST_CELL_BYTES) throw new Error(`cells of ${length} bytes`);
    let filled = this.#filled;
    for (let i = 0; i < length; i++) bytes[filled++] = from[i]!;
    this.#filled = filled;
    return !this.#ring.isLost;
  }

  /** Passes on what was written; behind the last record as well. */
  pass(): void {
    this.#ring.numbers[0] = this.#records;
    this.#ring.pass();
    this.#records = 0;
    this.#filled = 0;
  }
}

/** Takes the cells out of the batches again, in order. */
class CellTaker implements CellSpan {
  bytes: Uint8Array = new Uint8Array(0);
  from = 0;
  length = 0;
  readonly #ring: RingEmptier;
  #numbers: Int32Array = new Int32Array(1);
  #record = 0;

  constructor(ring: RingEmptier) {
    this.#ring = ring;
  }

  next(): CellSpan | null {
    if (this.#record === this.#numbers[0]!) {
      const batch = this.#ring.next();
      if (batch === null) throw new Error('fewer cells than records');
      this.#numbers = batch.numbers;
      this.bytes = batch.bytes;
      this.from = 0;
      this.length = 0;
      this.#record = 0;
    }
    const length = this.#numbers[++this.#record]!;
    this.from += this.length;
    this.length = Math.max(0, length);
    return length === NO_CELLS ? null : this;
  }
}

/** Writes the copy; returns its bytes. Throws UserError of the input, and the system's errors of the output. */
export function writeCopy(
  port: FilePort,
  { input, output, records, ...rest }: CopyTask,
  ring: RingEmptier,
): number {
  const cells = new CellTaker(ring);
  const annotation = { ...rest, records: RecordMap.of(records), cellsFor: () => cells.next() };
  let written = 0;
  for (const chunk of annotatedCopy(port, input, annotation)) {
    writeFully(port, output, chunk);
    written += chunk.length;
  }
  return written;
}
