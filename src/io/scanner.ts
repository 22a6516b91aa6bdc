// The record scanner: finds records and cells in bytes, without decoding them and without copying them.
//
// Works for UTF-8 and GB18030 alike: no byte of a character of more than one byte is ever a quote, a delimiter or a
// line break. Agrees with csv-parse on every rectangular file that csv-parse accepts. Cost: one look at each byte.

import { isAscii } from 'node:buffer';
import { IRREGULAR } from '../core/irregular.js';
import { LINE_END } from '../core/record-map.js';
import { type ByteSource, utf16Length } from './byte-source.js';
import { decodeText, type Encoding, isValidText } from './encoding.js';
import { BLANK, EQUALS, QUOTE, RecordSpans, TAB } from './record-spans.js';
import type { Records } from './record-view.js';

const LF = 0x0a;
const CR = 0x0d;

/** No cell may be found beyond this many bytes from its record's start. */
export const MAX_RECORD_BYTES = 1 << 20;
/** Cells of one record. */
export const MAX_CELLS = 2000;

/**
 * What text leaves that was decoded wrongly and saved. In UTF-8 U+FFFD and the beginning of 锟斤拷 (all of it would take
 * twice the time to look for); in GB18030 the beginning of 锟斤拷, which has the bytes of U+FFFD in UTF-8, and U+FFFD.
 */
const REMAINS = {
  'utf-8': [Buffer.from([0xef, 0xbf, 0xbd]), Buffer.from('锟斤')],
  gb18030: [Buffer.from([0xef, 0xbf, 0xbd]), Buffer.from([0x84, 0x31, 0xa4, 0x37])],
} as const;

export interface ScanOptions {
  /** One ASCII byte other than quote and line breaks. */
  readonly delimiter: number;
  /** How the bytes of the source decode; UTF-16 arrives here as UTF-8. */
  readonly encoding: 'utf-8' | 'gb18030';
  /** Bytes asked of the source at a time; any value gives the same records. */
  readonly chunkBytes?: number;
  readonly maxRecordBytes?: number;
  readonly maxCells?: number;
}

export class RecordScanner extends RecordSpans implements Records {
  start = 0;
  end = 0;
  irregular = 0;
  /** How the record ends (`LINE_END`). */
  lineEnd: number = LINE_END.none;
  /** Bytes of the record and its line end together, in the source's bytes. */
  length = 0;
  /** Cells that a record should have, 0 while unknown: tells a swallowed line from a long note. */
  expectedCells = 0;
  /** The bytes now in the buffer hold, somewhere, a NUL or what wrongly decoded text leaves: most records need no look. */
  suspect = false;
  /** True once any byte of the source was outside ASCII. */
  sawNonAscii = false;

  readonly #source: ByteSource;
  readonly #delimiter: number;
  readonly #encoding: Encoding;
  readonly #remains: readonly Buffer[];
  readonly #chunk: number;
  readonly #maxRecord: number;
  readonly #maxCells: number;
  #pos = 0;
  #after = 0;
  #filled = 0;
  #ended = false;
  #blockValid = true;
  #skippedUtf16 = 0;

  constructor(source: ByteSource, options: ScanOptions) {
    const chunk = options.chunkBytes ?? 1 << 18;
    const maxRecord = options.maxRecordBytes ?? MAX_RECORD_BYTES;
    const maxCells = options.maxCells ?? MAX_CELLS;
    // One byte more than is ever filled: a line break stands there and stops the inner loops.
    super(Buffer.alloc(maxRecord + chunk + 8), maxCells + 1, options.encoding);
    this.#source = source;
    this.#delimiter = options.delimiter;
    this.#encoding = options.encoding;
    this.#remains = REMAINS[options.encoding];
    this.#chunk = chunk;
    this.#maxRecord = maxRecord;
    this.#maxCells = maxCells;
  }

  /** Goes to the next record; false at the end. An empty line is a record without bytes. */
  next(): boolean {
    for (;;) {
      if (this.#pos < this.#filled && this.#parse()) {
        this.#pos = this.#after;
        return true;
      }
      if (this.#ended) return false;
      this.#fill();
    }
  }

  /** Reads on; what is left of the buffer moves to its front. */
  #fill(): void {
    const bytes = this.bytes;
    bytes.copyWithin(0, this.#pos, this.#filled);
    const fresh = this.#filled - this.#pos;
    this.#pos = 0;
    this.#filled = fresh;
    const n = this.#source.read(bytes, fresh, Math.min(this.#chunk, bytes.length - 1 - fresh));
    this.#filled += n;
    this.#ended = n === 0;
    bytes[this.#filled] = LF;
    let whole = this.#filled;
    if (!this.#ended) while (whole > 0 && bytes[whole - 1] !== LF && bytes[whole - 1] !== CR) whole--;
    this.#blockValid = isValidText(bytes, 0, whole, this.#encoding);
    const block = bytes.subarray(0, this.#filled);
    this.suspect = block.includes(0) || this.#remains.some((remain) => block.includes(remain));
    if (!this.sawNonAscii) this.sawNonAscii = !isAscii(block);
  }

  isValid(): boolean {
    return this.#blockValid || isValidText(this.bytes, this.start, this.end, this.#encoding);
  }

  /** Finds the record at #pos; false when more bytes are needed to tell. */
  #parse(): boolean {
    const { bytes, starts, ends } = this;
    const filled = this.#filled;
    const delimiter = this.#delimiter;
    // Every byte that means something is at or below this one: one comparison passes nearly all others.
    const highest = Math.max(delimiter, QUOTE);
    const record = this.#pos;
    const cellLimit = this.#maxCells;
    let irregular = 0;
    let isStray = false;
    let count = 0;
    let p = record;

    for (;;) {
      const cell = p;
      if (bytes[p] === QUOTE && p < filled) {
        const closed = this.#closeQuote(p, record);
        if (closed === NEED_MORE) return false;
        if (closed === NOT_CLOSED) return this.#unclosed(record, p);
        if (this.#quoteBreak > 0) isStray ||= this.#fillsLine(count, p, this.#quoteBreak);
        p = closed;
        irregular |= this.#quoteFlags;
      }
      let b: number;
      for (;;) {
        b = bytes[p]!;
        // Four looks a turn: a turn of the loop costs as much as a look.
        while (b > highest) {
          b = bytes[++p]!;
          if (b <= highest) break;
          b = bytes[++p]!;
          if (b <= highest) break;
          b = bytes[++p]!;
          if (b <= highest) break;
          b = bytes[++p]!;
        }
        if (b === delimiter) break;
        if (b === LF || b === CR) break;
        if (b === QUOTE && p > cell && (irregular & IRREGULAR.textAfterQuote) === 0) {
          const closed = p === cell + 1 && bytes[cell] === EQUALS ? this.#closeFormulaText(p) : -1;
          if (closed < 0) irregular |= IRREGULAR.bareQuote;
          else p = closed;
        }
        p++;
      }
      if (p >= filled && !this.#ended) return filled - record > this.#maxRecord ? this.#skip(record) : false;
      if (p - record > this.#maxRecord) return this.#skip(record);
      if (count < cellLimit) {
        starts[count] = cell;
        ends[count] = p;
        count++;
      } else {
        irregular |= IRREGULAR.tooWide;
      }
      if (b === delimiter) {
        p++;
        continue;
      }
      if (
        (isStray || (irregular & IRREGULAR.swallowedLines) !== 0) &&
        this.expectedCells > 0 &&
        this.#toldCells(count) !== this.expectedCells
      ) {
        return this.#unclosed(record, record);
      }
      if (p >= filled) return this.#found(record, filled, LINE_END.none, count, irregular);
      if (b === LF) return this.#found(record, p, LINE_END.lf, count, irregular);
      if (p + 1 >= filled && !this.#ended) return false;
      const crlf = p + 1 < filled && bytes[p + 1] === LF;
      return this.#found(record, p, crlf ? LINE_END.crlf : LINE_END.cr, count, irregular);
    }
  }

  #found(start: number, end: number, lineEnd: number, count: number, irregular: number): true {
    this.start = start;
    this.end = end;
    this.lineEnd = lineEnd;
    this.count = count;
    this.irregular = irregular;
    this.#after = end + (lineEnd === LINE_END.crlf ? 2 : lineEnd === LINE_END.none ? 0 : 1);
    this.length = this.#after - start;
    return true;
  }

  #quoteFlags = 0;
  /** The first line break in the quoted cell, 0 without one. */
  #quoteBreak = 0;

  /**
   * From an opening quote to the byte behind its closing one. A quoted cell that went over a line break and then
   * "closes" in front of text was never meant: its closing quote opens a cell further down.
   */
  #closeQuote(open: number, record: number): number {
    const { bytes } = this;
    const filled = this.#filled;
    let breaks = 0;
    let p = open + 1;
    this.#quoteFlags = 0;
    this.#quoteBreak = 0;
    for (;;) {
      let b = bytes[p]!;
      while (b !== QUOTE && p < filled) {
        if (breaks === 0 && (b === LF || b === CR)) breaks = p;
        b = bytes[++p]!;
      }
      if (p - record > this.#maxRecord) return NOT_CLOSED;
      if (p >= filled) return this.#ended ? NOT_CLOSED : NEED_MORE;
      if (bytes[p + 1] !== QUOTE || p + 1 >= filled) break;
      p += 2;
    }
    const after = p + 1;
    let q = after;
    while (q < filled && (bytes[q] === TAB || bytes[q] === BLANK) && bytes[q] !== this.#delimiter) q++;
    if (q - record > this.#maxRecord) return NOT_CLOSED;
    if (q >= filled && !this.#ended) return NEED_MORE;
    const b = bytes[q]!;
    if (q < filled && b !== this.#delimiter && b !== LF && b !== CR) {
      if (breaks > 0) return NOT_CLOSED;
      this.#quoteFlags = IRREGULAR.textAfterQuote;
    } else if (
      breaks > 0 &&
      this.expectedCells > 0 &&
      this.#delimitersIn(open, p) * 2 >= this.expectedCells
    ) {
      this.#quoteFlags = IRREGULAR.swallowedLines;
    }
    this.#quoteBreak = breaks;
    return after;
  }

  /** From the quote in Excel's `="123"` to the one that ends it and its cell; -1 where it is no such cell. */
  #closeFormulaText(open: number): number {
    const { bytes } = this;
    const delimiter = this.#delimiter;
    let close = open + 1;
    for (let b = bytes[close]!; b !== QUOTE; b = bytes[++close]!) {
      if (b === delimiter || b === LF || b === CR) return -1;
    }
    let after = close + 1;
    while ((bytes[after] === TAB || bytes[after] === BLANK) && bytes[after] !== delimiter) after++;
    const b = bytes[after];
    return b === delimiter || b === LF || b === CR ? close : -1;
  }

  /** Cells of the record without empty ones that a trailing delimiter adds behind those of the header. */
  #toldCells(count: number): number {
    const { bytes, starts, ends } = this;
    let told = count;
    for (; told > this.expectedCells; told--) {
      for (let at = starts[told - 1]!; at < ends[told - 1]!; at++) {
        if (bytes[at] !== BLANK && bytes[at] !== TAB) return told;
      }
    }
    return told;
  }

  /** Whether the record's first line has all its cells already, were the quote an ordinary character: then it was one. */
  #fillsLine(before: number, open: number, lineBreak: number): boolean {
    return before + 1 + this.#delimitersIn(open, lineBreak) === this.expectedCells;
  }

  #delimitersIn(start: number, end: number): number {
    let n = 0;
    for (let i = start; i < end; i++) if (this.bytes[i] === this.#delimiter) n++;
    return n;
  }

  /**
   * The record's first physical line alone, without cells; scanning goes on behind it. A quote that opens beyond the
   * limit says nothing any more: the record is too large, whether or not the quote has been read yet.
   */
  #unclosed(record: number, open: number): boolean {
    if (open - record > this.#maxRecord) return this.#skip(record);
    const { bytes } = this;
    let p = record;
    while (bytes[p] !== LF && bytes[p] !== CR) p++;
    if (p - record > this.#maxRecord || (p >= this.#filled && !this.#ended)) return this.#skip(record);
    if (bytes[p] === CR && p + 1 >= this.#filled && !this.#ended) return false;
    return this.#found(record, p, this.#lineEndAt(p), 0, IRREGULAR.unclosedQuote);
  }

  /** How a line ends whose line break, or the end of all bytes, is here. */
  #lineEndAt(p: number): number {
    if (p >= this.#filled) return LINE_END.none;
    if (this.bytes[p] === LF) return LINE_END.lf;
    return p + 1 < this.#filled && this.bytes[p + 1] === LF ? LINE_END.crlf : LINE_END.cr;
  }

  /** A line beyond the limit: reads to its end without keeping it. Its bytes cannot be seen. */
  #skip(record: number): true {
    const { bytes } = this;
    let passed = 0;
    let p = record;
    this.#skippedUtf16 = 0;
    for (;;) {
      while (bytes[p] !== LF && bytes[p] !== CR) p++;
      const crAtEdge = p + 1 === this.#filled && bytes[p] === CR;
      if (this.#ended || (p < this.#filled && !crAtEdge)) break;
      const keep = crAtEdge ? 1 : 0;
      passed += this.#filled - keep - record;
      this.#skippedUtf16 += utf16Length(bytes, record, this.#filled - keep);
      record = 0;
      this.#pos = this.#filled - keep;
      this.#fill();
      p = 0;
    }
    this.#found(record, p, this.#lineEndAt(p), 0, IRREGULAR.tooLarge);
    this.length += passed;
    this.#skippedUtf16 += utf16Length(bytes, this.start, this.end);
    this.start = this.end;
    return true;
  }

  /** Bytes of the record and its line end in a file of UTF-16, of which UTF-8 arrives here. */
  utf16Length(): number {
    const isSkipped = (this.irregular & IRREGULAR.tooLarge) !== 0;
    const body = isSkipped ? this.#skippedUtf16 : utf16Length(this.bytes, this.start, this.end);
    return body + 2 * (this.#after - this.end);
  }

  /** The whole record as text, whatever its cells. */
  line(): string {
    return decodeText(this.bytes, this.start, this.end, this.#encoding);
  }
}

const NEED_MORE = -1;
const NOT_CLOSED = -2;
