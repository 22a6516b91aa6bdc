// The second reading: the file again, byte for byte, with our cells at the end of each record.

import { LINE_END, RECORD_KINDS, type RecordMap, type RecordShapes } from '../core/record-map.js';
import { UserError } from '../core/user-error.js';
import { type ReadableInput, readInput, readInputAt } from './open-input.js';
import type { FilePort } from './port.js';
import { MAX_RECORD_BYTES } from './scanner.js';
import type { Dialect } from './table.js';

/** Our cells of one record: `length` bytes from `from` on. */
export interface CellSpan {
  readonly bytes: Uint8Array;
  readonly from: number;
  readonly length: number;
}

export interface Annotation {
  readonly dialect: Dialect;
  /** What the first reading found; nothing is scanned again. */
  readonly records: RecordShapes;
  /** Cells that a record is filled up to before ours are added. */
  readonly width: number;
  /** A UTF-8 mark is put in front, so that Excel and WPS read the copy right. */
  readonly addBom: boolean;
  /** Our cells for a record; null: the record passes unchanged. The bytes are copied before the next call. */
  cellsFor(record: number): CellSpan | null;
  /** One delimiter in the file's encoding. */
  readonly delimiter: Uint8Array;
  /** Changes a record's own bytes (without its line end); without it they pass as they are, however many. */
  rewrite?(bytes: Buffer): Uint8Array;
}

const CHUNK_BYTES = 1 << 20;
/** Longer records are beyond what is ever read as cells. */
const REWRITTEN_BYTES = MAX_RECORD_BYTES;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * The annotated copy in chunks; a chunk is overwritten when the next one is asked for. Throws `file-changed` when the
 * file is not the one that was read. Memory: two chunks, however long a record is.
 */
export function* annotatedCopy(
  port: FilePort,
  file: ReadableInput,
  annotation: Annotation,
): Generator<Uint8Array, { records: number }> {
  const { dialect, records, width, delimiter } = annotation;
  const unit = dialect.encoding === 'utf-16le' || dialect.encoding === 'utf-16be' ? 2 : 1;
  const low = dialect.encoding === 'utf-16be' ? 1 : 0;
  const input = Buffer.alloc(CHUNK_BYTES);
  const output = Buffer.alloc(CHUNK_BYTES);
  let readFrom = 0;
  let inPos = 0;
  let inEnd = 0;
  let outPos = 0;

  /** Fills the input buffer; what it still held is kept in front. */
  const refill = (): void => {
    input.copyWithin(0, inPos, inEnd);
    inEnd -= inPos;
    inPos = 0;
    const n = readInput(port, file, input, inEnd, input.length - inEnd, readFrom);
    if (n === 0) throw new UserError('file-changed', { path: file.path });
    readFrom += n;
    inEnd += n;
  };

  function* pass(bytes: number): Generator<Uint8Array> {
    let left = bytes;
    while (left > 0) {
      if (inPos === inEnd) refill();
      if (outPos === output.length) {
        yield output;
        outPos = 0;
      }
      const n = Math.min(left, inEnd - inPos, output.length - outPos);
      input.copy(output, outPos, inPos, inPos + n);
      inPos += n;
      outPos += n;
      left -= n;
    }
  }

  function* add(bytes: Uint8Array): Generator<Uint8Array> {
    if (outPos + bytes.length > output.length) {
      yield output.subarray(0, outPos);
      outPos = 0;
      if (bytes.length > output.length) {
        yield bytes;
        return;
      }
    }
    output.set(bytes, outPos);
    outPos += bytes.length;
  }

  /** The next bytes of the input in a buffer of their own. */
  const take = (bytes: number): Buffer => {
    const taken = Buffer.alloc(bytes);
    for (let filled = 0; filled < bytes; ) {
      if (inPos === inEnd) refill();
      const n = Math.min(bytes - filled, inEnd - inPos);
      input.copy(taken, filled, inPos, inPos + n);
      inPos += n;
      filled += n;
    }
    return taken;
  };

  if (annotation.addBom) yield* add(UTF8_BOM);
  yield* pass(dialect.bomBytes);
  let consumed = dialect.bomBytes;
  for (let i = 0; i < records.size; i++) {
    // A UTF-16 file may be cut off in the middle of a unit: its last record is half a unit shorter than remembered.
    const length = Math.min(records.length(i), file.size - consumed);
    consumed += length;
    const lineEnd = records.lineEnd(i);
    const endBytes = (lineEnd === LINE_END.crlf ? 2 : lineEnd === LINE_END.none ? 0 : 1) * unit;
    const body = length - endBytes;
    const cells = annotation.cellsFor(i);
    const { rewrite } = annotation;
    // The usual record: all of it is in the buffers' reach, so that no generator is entered for it.
    if (rewrite !== undefined && body <= REWRITTEN_BYTES) {
      yield* add(rewrite(take(body)));
    } else if (inPos + length <= inEnd && outPos + length <= output.length) {
      input.copy(output, outPos, inPos, inPos + body);
      inPos += body;
      outPos += body;
    } else {
      yield* pass(body);
    }
    if (cells !== null) {
      const missing = records.cells(i) === 0 ? 0 : width - records.cells(i);
      for (let n = 0; n < missing; n++) yield* add(delimiter);
      const { bytes, from, length } = cells;
      if (outPos + length <= output.length) {
        // Some hundred bytes: a call into the system's own copying takes longer.
        for (let n = from; n < from + length; n++) output[outPos++] = bytes[n]!;
      } else {
        yield* add(bytes.subarray(from, from + length));
      }
    }
    if (endBytes > 0) {
      while (inEnd - inPos < endBytes) refill();
      const first = input[inPos + low];
      if (first !== (lineEnd === LINE_END.lf ? 0x0a : 0x0d))
        throw new UserError('file-changed', { path: file.path });
      if (outPos + endBytes > output.length) {
        yield output.subarray(0, outPos);
        outPos = 0;
      }
      input.copy(output, outPos, inPos, inPos + endBytes);
      inPos += endBytes;
      outPos += endBytes;
    }
  }
  if (consumed !== file.size) throw new UserError('file-changed', { path: file.path });
  yield output.subarray(0, outPos);
  return { records: records.size };
}

/** Reads again the bytes of records of one kind, at most `limit` bytes of each, with their indexes. */
export function* recordsOfKind(
  port: FilePort,
  file: ReadableInput,
  dialect: Dialect,
  records: RecordMap,
  kind: (typeof RECORD_KINDS)[number],
  limit: number,
): Generator<{ index: number; bytes: Uint8Array }> {
  const wanted = RECORD_KINDS.indexOf(kind);
  let position = dialect.bomBytes;
  for (let index = 0; index < records.size; index++) {
    const length = records.length(index);
    if (records.kind(index) === wanted) {
      yield { index, bytes: readInputAt(port, file, Math.min(length, limit), position) };
    }
    position += length;
  }
}
