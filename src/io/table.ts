// A text file as a table: its encoding and delimiter, and scanners over it.

import type { Hash } from 'node:crypto';
import { fileSource, memorySource, utf16Source } from './byte-source.js';
import { type Encoding, looksLikeUtf16, readBom } from './encoding.js';
import type { OpenedInput } from './open-input.js';
import type { FilePort } from './port.js';
import { MAX_CELLS, RecordScanner } from './scanner.js';

/** How the bytes of a file are to be read as records. */
export interface Dialect {
  readonly encoding: Encoding;
  /** Bytes of the byte order mark in front; 0 without one. */
  readonly bomBytes: number;
  /** One ASCII character. */
  readonly delimiter: string;
  /** The first line is Excel's `sep=…`: it is a record here, and no row to Excel. */
  readonly sepLine: boolean;
}

/** What the user said of the dialect. */
export interface DialectWishes {
  readonly encoding?: Encoding;
  readonly delimiter?: string;
}

/** An open file as far as it is read here. */
export type TableFile = Pick<OpenedInput, 'fd' | 'path' | 'size' | 'head'>;

const DELIMITERS = [',', '\t', ';'] as const;

/**
 * The dialects in which a file may be written, likelier ones first. A byte order mark, UTF-16's zeros and a `sep=`
 * line decide by themselves; between UTF-8 and GB18030 and between delimiters the header row has to.
 */
export function possibleDialects(head: Uint8Array, wishes: DialectWishes = {}): Dialect[] {
  const bom = readBom(head);
  const bomBytes = bom?.length ?? 0;
  const told = wishes.encoding ?? bom?.encoding ?? looksLikeUtf16(head);
  const encodings: readonly Encoding[] = told ? [told] : ['utf-8', 'gb18030'];
  return encodings.flatMap((encoding) => {
    const separator = sepLineDelimiter(head.subarray(bomBytes), encoding);
    const delimiter = wishes.delimiter ?? separator;
    const delimiters = delimiter === null ? DELIMITERS : [delimiter];
    return delimiters.map((d) => ({ encoding, bomBytes, delimiter: d, sepLine: separator !== null }));
  });
}

function sepLineDelimiter(start: Uint8Array, encoding: Encoding): string | null {
  const bytes = Buffer.from(start.subarray(0, 32));
  if (encoding === 'utf-16be') bytes.swap16();
  const text = bytes.toString(encoding === 'utf-8' || encoding === 'gb18030' ? 'latin1' : 'utf16le');
  return /^"?sep=([^\w"\r\n])"?(?:\r|\n|$)/i.exec(text)?.[1] ?? null;
}

/** A scanner over a whole file from its first record on. All of its bytes, the mark included, go through the hash. */
export function scanFile(
  port: FilePort,
  file: TableFile,
  dialect: Dialect,
  options: { hash?: Hash; chunkBytes?: number; maxCells?: number } = {},
): RecordScanner {
  const { encoding, bomBytes } = dialect;
  if (options.hash) options.hash.update(file.head.subarray(0, bomBytes));
  const raw = fileSource(port, file, bomBytes, options.hash);
  const isUtf16 = encoding === 'utf-16le' || encoding === 'utf-16be';
  return new RecordScanner(isUtf16 ? utf16Source(raw, encoding === 'utf-16be') : raw, {
    delimiter: dialect.delimiter.charCodeAt(0),
    encoding: encoding === 'gb18030' ? 'gb18030' : 'utf-8',
    ...(options.chunkBytes === undefined ? {} : { chunkBytes: options.chunkBytes }),
    ...(options.maxCells === undefined ? {} : { maxCells: options.maxCells }),
  });
}

/** The first records of a file as texts, at most `most`; one that is too wide shows it by a cell more than is read. */
export function firstRecords(port: FilePort, file: TableFile, dialect: Dialect, most: number): string[][] {
  const scanner = scanFile(port, file, dialect, { chunkBytes: 1 << 16, maxCells: MAX_CELLS + 1 });
  const records: string[][] = [];
  while (records.length < most && scanner.next()) {
    records.push(Array.from({ length: scanner.count }, (_, i) => scanner.text(i)));
  }
  return records;
}

/** True when every byte of a file is valid UTF-8: asked only where an ASCII header leaves the encoding open. */
export function isWholeFileUtf8(port: FilePort, file: TableFile): boolean {
  const scanner = scanFile(port, file, { encoding: 'utf-8', bomBytes: 0, delimiter: ',', sepLine: false });
  while (scanner.next()) if (!scanner.isValid()) return false;
  return true;
}

/**
 * Undoes one saving too many: text that is UTF-8 read as GB18030. What that reading has lost stays lost (the last byte
 * of texts of an odd number of bytes), so that only some cells come out whole.
 */
export function undoDoubleEncoding(
  cells: readonly string[],
  toGb18030: (text: string) => Uint8Array,
): string[] {
  return cells.map((cell) => Buffer.from(toGb18030(cell)).toString('utf8'));
}

/** A scanner over bytes in memory, for a single record that was read again. */
export function scanBytes(bytes: Uint8Array, dialect: Dialect): RecordScanner {
  const raw = memorySource(bytes);
  const isUtf16 = dialect.encoding === 'utf-16le' || dialect.encoding === 'utf-16be';
  return new RecordScanner(isUtf16 ? utf16Source(raw, dialect.encoding === 'utf-16be') : raw, {
    delimiter: dialect.delimiter.charCodeAt(0),
    encoding: dialect.encoding === 'gb18030' ? 'gb18030' : 'utf-8',
    chunkBytes: bytes.length + 1,
  });
}
