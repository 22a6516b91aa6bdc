// The cells that we add to a record as bytes of its file's encoding, each with its delimiter in front.

import { csvCell } from '../core/csv-text.js';
import { enlarged } from '../core/key-table.js';
import { formatYuan } from '../core/money.js';
import type { CellSpan } from './annotate.js';
import type { Encoder } from './encoding.js';

/** So many encoded cells are remembered: nearly all are of some hundred texts, but for what names an amount. */
const MOST_KNOWN = 4096;
const [ZERO, NINE, LOWER_A, LOWER_Z] = [0x30, 0x39, 0x61, 0x7a];
const [QUOTE, BLANK, DELETE, DOT] = [0x22, 0x20, 0x7f, 0x2e];

/** Several cells that many records share: their bytes are made once for a file. */
export class CellRun {
  readonly cells: readonly string[];
  /** Whose bytes these are: files differ in encoding and delimiter. */
  owner: CellBytes | null = null;
  bytes: Uint8Array = new Uint8Array(0);

  constructor(cells: readonly string[]) {
    this.cells = cells;
  }
}

/** A cell's text, fen as yuan with two decimals (NaN stays blank), or several cells. */
export type CellPiece = string | number | CellRun;

/** Holds one record's cells: the first `length` of `bytes`, until the next `set`. */
export class CellBytes implements CellSpan {
  readonly from = 0;
  bytes = new Uint8Array(1 << 12);
  length = 0;
  readonly #encode: Encoder;
  readonly #delimiter: string;
  readonly #delimiterCode: number;
  readonly #isAsciiSame: boolean;
  readonly #known = new Map<string, Uint8Array>();

  constructor(encode: Encoder, delimiter: string) {
    this.#encode = encode;
    this.#delimiter = delimiter;
    this.#delimiterCode = delimiter.charCodeAt(0);
    this.#isAsciiSame = encode(delimiter).length === 1;
  }

  /** Replaces the cells; each is guarded and quoted as `csvCell` says. */
  set(pieces: readonly CellPiece[]): this {
    this.length = 0;
    for (const piece of pieces) {
      if (typeof piece === 'string') this.#text(piece);
      else if (typeof piece === 'number') this.#fen(piece);
      else this.#run(piece);
    }
    return this;
  }

  #text(cell: string): void {
    if (!this.#isAsciiSame || !this.#addPlain(cell)) this.#add(cell);
  }

  #run(run: CellRun): void {
    if (run.owner !== this) {
      const own = new CellBytes(this.#encode, this.#delimiter).set(run.cells);
      run.bytes = own.bytes.slice(0, own.length);
      run.owner = this;
    }
    this.#addBytes(run.bytes);
  }

  #fen(fen: number): void {
    // Few amounts have more digits than fit into a word of the processor, or a sign; and where a digit is two bytes, text is.
    if (!this.#isAsciiSame || !(fen >= 0 && fen < 2 ** 31)) {
      this.#text(Number.isNaN(fen) ? '' : formatYuan(fen));
      return;
    }
    let digits = 3;
    for (let bound = 1000; fen >= bound; bound *= 10) digits++;
    let at = this.length + digits + 2;
    this.#cover(at);
    const { bytes } = this;
    bytes[this.length] = this.#delimiterCode;
    this.length = at;
    let rest = fen;
    for (let digit = 0; digit < digits; digit++) {
      if (digit === 2) bytes[--at] = DOT;
      bytes[--at] = ZERO + (rest % 10);
      rest = Math.trunc(rest / 10);
    }
  }

  /** Adds an amount, a date, a name: ASCII that needs neither guard nor quotes. False for any other text. */
  #addPlain(text: string): boolean {
    let at = this.length;
    this.#cover(at + text.length + 1);
    const { bytes } = this;
    const delimiter = this.#delimiterCode;
    bytes[at++] = delimiter;
    if (text !== '') {
      const first = text.charCodeAt(0);
      const isDigit = first >= ZERO && first <= NINE;
      if (!isDigit && ((first | BLANK) < LOWER_A || (first | BLANK) > LOWER_Z)) return false;
    }
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < BLANK || code >= DELETE || code === QUOTE || code === delimiter) return false;
      bytes[at++] = code;
    }
    this.length = at;
    return true;
  }

  #add(text: string): void {
    let cell = this.#known.get(text);
    if (cell === undefined) {
      cell = this.#encode(`${this.#delimiter}${text === '' ? '' : csvCell(text, this.#delimiter)}`);
      if (this.#known.size === MOST_KNOWN) this.#known.clear();
      this.#known.set(text, cell);
    }
    this.#addBytes(cell);
  }

  #addBytes(from: Uint8Array): void {
    let at = this.length;
    this.#cover(at + from.length);
    const { bytes } = this;
    // Some dozen bytes: a call into the system's own copying takes longer.
    for (let i = 0; i < from.length; i++) bytes[at++] = from[i]!;
    this.length = at;
  }

  #cover(length: number): void {
    if (length > this.bytes.length) this.bytes = enlarged(this.bytes, length * 2);
  }
}
