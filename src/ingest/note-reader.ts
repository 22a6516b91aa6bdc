// Reads the buyer's and the seller's note of each record for tokens: blank ones end at once, known ones are remembered.

import { KeyTable } from '../core/key-table.js';
import type { NoteBook } from '../core/note-book.js';
import { cleanCell } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import type { OrderColumns } from './order-columns.js';

/** What stands in a note; given from outside, for reading knows nothing of linkage. */
export interface NoteFound {
  readonly tokens: readonly string[];
  readonly contacts: readonly string[];
}
export type ReadNote = (note: string) => NoteFound;

const NONE: readonly string[] = [];
/** So many distinct notes are remembered: courtesies come again and again, what buyers write freely does not. */
const MOST_KNOWN = 4096;

/** One of it reads one file. Memory: the bytes of `MOST_KNOWN` notes. */
export class NoteReader {
  readonly #view: RecordView;
  readonly #book: NoteBook;
  readonly #readNote: ReadNote;
  readonly #buyerNote: number;
  readonly #columns: readonly number[];
  #known = new KeyTable();
  readonly #found: NoteFound[] = [];

  constructor(
    view: RecordView,
    { buyer_note, seller_note }: OrderColumns,
    book: NoteBook,
    readNote: ReadNote,
  ) {
    this.#view = view;
    this.#book = book;
    this.#readNote = readNote;
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
      const { tokens, contacts } = this.#ofCell(column);
      if (tokens.length === 0) continue;
      if (contacts.length > 0 && line >= 0 && column === this.#buyerNote)
        this.#book.contacts.set(line, contacts);
      found = found.length === 0 ? tokens : [...new Set([...found, ...tokens])];
    }
    if (found.length > 0) this.#book.note(order, line, found);
  }

  /** What stands in the cell that was located. */
  #ofCell(column: number): NoteFound {
    const { bytes, from, to } = this.#view;
    const at = this.#known.intern(bytes, from, to);
    if (!this.#known.isNew) return this.#found[at]!;
    const found = this.#readNote(cleanCell(this.#view.text(column)));
    if (at < MOST_KNOWN) {
      this.#found.push(found);
    } else {
      this.#known = new KeyTable();
      this.#found.length = 0;
    }
    return found;
  }
}
