// A record as spans of bytes: finds what a cell holds, and decodes it when asked.

import { decodeText, type Encoding } from './encoding.js';
import type { CellView } from './record-view.js';

export const QUOTE = 0x22;
export const TAB = 0x09;
export const BLANK = 0x20;
export const EQUALS = 0x3d;

/** Cells by where they start and end in `bytes`, with all that stands around their content; set from outside. */
export class RecordSpans implements CellView {
  readonly bytes: Buffer;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  count = 0;
  from = 0;
  to = 0;
  readonly #encoding: Encoding;

  constructor(bytes: Buffer, mostCells: number, encoding: Encoding) {
    this.bytes = bytes;
    this.starts = new Int32Array(mostCells);
    this.ends = new Int32Array(mostCells);
    this.#encoding = encoding;
  }

  locate(cell: number): void {
    if (cell < 0 || cell >= this.count) {
      this.from = this.to = 0;
      return;
    }
    const { bytes } = this;
    let s = this.starts[cell]!;
    let e = this.ends[cell]!;
    while (s < e && (bytes[s] === BLANK || bytes[s] === TAB)) s++;
    while (e > s && (bytes[e - 1] === BLANK || bytes[e - 1] === TAB)) e--;
    if (bytes[s] === EQUALS && e - s >= 3 && bytes[s + 1] === QUOTE && bytes[e - 1] === QUOTE) s++;
    if (e - s >= 2 && bytes[s] === QUOTE && bytes[e - 1] === QUOTE) {
      s++;
      e--;
      while (s < e && (bytes[s] === BLANK || bytes[s] === TAB)) s++;
      while (e > s && (bytes[e - 1] === BLANK || bytes[e - 1] === TAB)) e--;
    }
    this.from = s;
    this.to = e;
  }

  /** The whole cell as it stands, quotes included. */
  raw(cell: number): string {
    return decodeText(this.bytes, this.starts[cell]!, this.ends[cell]!, this.#encoding);
  }

  text(cell: number): string {
    if (cell < 0 || cell >= this.count) return '';
    const { bytes } = this;
    const s = this.starts[cell]!;
    const e = this.ends[cell]!;
    if (bytes[s] !== QUOTE) return decodeText(bytes, s, e, this.#encoding);
    let close = e;
    while (close > s && (bytes[close - 1] === BLANK || bytes[close - 1] === TAB)) close--;
    const whole = decodeText(bytes, s, e, this.#encoding);
    const inner = decodeText(bytes, s + 1, close - 1, this.#encoding);
    const isQuoted =
      close - s >= 2 && bytes[close - 1] === QUOTE && !inner.replaceAll('""', '').includes('"');
    return isQuoted ? inner.replaceAll('""', '"') : whole;
  }
}
