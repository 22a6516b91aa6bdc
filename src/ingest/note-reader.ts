// Reads the buyer's and the seller's note of each record for tokens: blank ones end at once, known ones are remembered.

import { KeyTable } from '../core/key-table.js';
import type { NoteBook, NoteTokens } from '../core/note-book.js';
import { cleanCell } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import type { OrderColumns } from './order-columns.js';

/** The tokens of a note; given from outside, for reading knows nothing of linkage. */
export type TokensOf = (note: string) => NoteTokens;

const NONE: NoteTokens = { tokens: [], bare: [], contacts: [] };
/** So many distinct notes are remembered: courtesies come again and again, what buyers write freely does not. */
const MOST_KNOWN = 4096;

/** One of it reads one file. Memory: the bytes of `MOST_KNOWN` notes. */
export class NoteReader {
  readonly #view: RecordView;
  readonly #book: NoteBook;
  readonly #tokensOf: TokensOf;
  readonly #columns: readonly number[];
  readonly #buyerNote: number;
  #known = new KeyTable();
  readonly #tokens: NoteTokens[] = [];

  constructor(
    view: RecordView,
    { buyer_note, seller_note }: OrderColumns,
    book: NoteBook,
    tokensOf: TokensOf,
  ) {
    this.#view = view;
    this.#book = book;
    this.#tokensOf = tokensOf;
    this.#buyerNote = buyer_note;
    this.#columns = [buyer_note, seller_note].filter((column) => column >= 0);
  }

  /**
   * Takes note of the current record's tokens, and of the contacts that the buyer left in it; `line`: its held line, -1
   * without one.
   */
  note(order: number, line: number): void {
    const view = this.#view;
    let found = NONE;
    for (const column of this.#columns) {
      view.locate(column);
      if (view.from === view.to) continue;
      const tokens = this.#ofCell(column);
      if (isEmpty(tokens)) continue;
      if (column === this.#buyerNote && line >= 0 && tokens.contacts.length > 0) {
        this.#book.contacts.set(line, tokens.contacts);
      }
      found = isEmpty(found) ? tokens : joined(found, tokens);
    }
    if (!isEmpty(found)) this.#book.note(order, line, found);
  }

  /** The tokens of the cell that was located. */
  #ofCell(column: number): NoteTokens {
    const { bytes, from, to } = this.#view;
    const at = this.#known.intern(bytes, from, to);
    if (!this.#known.isNew) return this.#tokens[at]!;
    const tokens = this.#tokensOf(cleanCell(this.#view.text(column)));
    if (at < MOST_KNOWN) {
      this.#tokens.push(tokens);
    } else {
      this.#known = new KeyTable();
      this.#tokens.length = 0;
    }
    return tokens;
  }
}

function isEmpty({ tokens, bare }: NoteTokens): boolean {
  return tokens.length === 0 && bare.length === 0;
}

/** The buyer's note and the seller's; what one of them announces is announced. Whose the contacts are is no longer told. */
function joined(one: NoteTokens, other: NoteTokens): NoteTokens {
  const tokens = new Set([...one.tokens, ...other.tokens]);
  const bare = new Set([...one.bare, ...other.bare].filter((id) => !tokens.has(id)));
  return { tokens: [...tokens], bare: [...bare], contacts: NONE.contacts };
}
