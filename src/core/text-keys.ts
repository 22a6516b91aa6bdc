// A set of texts that numbers its members: a key table that takes and gives text instead of bytes.

import { KeyTable } from './key-table.js';

const FIRST_SURROGATE = 0xd800;
const LAST_SURROGATE = 0xdfff;

/** In front of a nested key stands the number of the outer one. */
const OUTER_BYTES = 4;

export class TextKeys extends KeyTable {
  protected scratch = Buffer.alloc(1 << 8);

  /** The number of a text, new or known; its bytes in the table are UTF-8. */
  internText(text: string): number {
    const end = this.encode(text, 0);
    return this.intern(this.scratch, 0, end);
  }

  /** The text of a key. */
  text(key: number): string {
    return Buffer.from(this.bytes(key)).toString('utf8');
  }

  /** Writes the text into the scratch bytes and returns its end. By hand: texts are short, a call costs more. */
  protected encode(text: string, from: number): number {
    if (from + text.length * 3 > this.scratch.length) this.scratch = Buffer.alloc(from + text.length * 3);
    const bytes = this.scratch;
    let at = from;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code < 0x80) {
        bytes[at++] = code;
      } else if (code < 0x800) {
        bytes[at++] = 0xc0 | (code >> 6);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else if (code < FIRST_SURROGATE || code > LAST_SURROGATE) {
        bytes[at++] = 0xe0 | (code >> 12);
        bytes[at++] = 0x80 | ((code >> 6) & 0x3f);
        bytes[at++] = 0x80 | (code & 0x3f);
      } else {
        return from + bytes.write(text, from, 'utf8');
      }
    }
    return at;
  }
}

/** Texts below those of another table: the rooms of a district. Equal texts below two of them are two keys. */
export class NestedKeys extends TextKeys {
  readonly #outer: TextKeys;

  constructor(outer: TextKeys) {
    super();
    this.#outer = outer;
  }

  /** The number of a text below the key `outer`; -1: below none. */
  internBelow(outer: number, text: string): number {
    const end = this.encode(text, OUTER_BYTES);
    this.scratch.writeInt32LE(outer, 0);
    return this.intern(this.scratch, 0, end);
  }

  /** The outer text and the key's own one, with `|` between them. */
  override text(key: number): string {
    const bytes = Buffer.from(this.bytes(key));
    const outer = bytes.readInt32LE(0);
    const text = bytes.toString('utf8', OUTER_BYTES);
    return outer < 0 ? text : `${this.#outer.text(outer)}|${text}`;
  }
}
