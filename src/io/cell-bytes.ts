// The cells that we add to a record as bytes of its file's encoding, each with its delimiter in front.

import { csvCell } from '../core/csv-text.js';
import { enlarged } from '../core/key-table.js';
import type { Encoder } from './encoding.js';

/** So many encoded cells are remembered: nearly all are of some hundred texts, but for what names an amount. */
const MOST_KNOWN = 4096;
const [ZERO, NINE, LOWER_A, LOWER_Z] = [0x30, 0x39, 0x61, 0x7a];
const [QUOTE, BLANK, DELETE] = [0x22, 0x20, 0x7f];

/** Holds one record's cells: the first `length` of `bytes`, until the next `set`. */
export class CellBytes {
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
  set(cells: readonly string[]): this {
    this.length = 0;
    for (const cell of cells) {
      if (!this.#isAsciiSame || !this.#addPlain(cell)) this.#add(cell);
    }
    return this;
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
    let at = this.length;
    this.#cover(at + cell.length);
    const { bytes } = this;
    for (let i = 0; i < cell.length; i++) bytes[at++] = cell[i]!;
    this.length = at;
  }

  #cover(length: number): void {
    if (length > this.bytes.length) this.bytes = enlarged(this.bytes, length * 2);
  }
}
