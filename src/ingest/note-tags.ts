// Tags by which a shop marks its own orders in the seller's note: the words of its list, looked for in notes.

import { entryError, type ListHits, type PlacedEntry } from '../core/lists.js';
import { LINE } from '../core/order-book.js';
import { cleanCell } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';

/** Notes are read up to here. */
const MOST_CHARACTERS = 1000;
const LONGEST_TAG = 40;
const DASH = /[—–‐‑‒―−]/g;
const SIGN = /[\p{L}\p{N}]/u;
const IS_LATIN = /[a-z0-9]/;

interface Tag {
  readonly text: string;
  readonly entry: number;
}

/**
 * The tags of a list. Notes and tags are compared as NFKC in small letters. A tag stands where
 * - it has one letter: alone, between signs or blanks, or with a figure behind it (刷 3, but neither 牙刷 nor 刷子);
 * - it begins or ends with a Latin letter or a figure: not within a longer run of these (G-12, but not LG-12);
 * - else anywhere, for Chinese knows no ends of words.
 */
export class NoteTags {
  readonly #byFirst = new Map<string, Tag[]>();
  readonly #hits: ListHits;

  /** Throws UserError for an entry that is no tag. */
  constructor(entries: readonly PlacedEntry[], hits: ListHits) {
    this.#hits = hits;
    entries.forEach(({ text = '', path, line }, entry) => {
      const tag = folded(text);
      if (!SIGN.test(tag) || tag.length > LONGEST_TAG) throw entryError('tags', path, line, 'word-unusable');
      const first = tag[0]!;
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), { text: tag, entry }]);
    });
  }

  /** True for a note with one of the tags; all that stand in it are noted as found. Time: linear in the note. */
  isIn(note: string): boolean {
    const text = folded(note.slice(0, MOST_CHARACTERS));
    let found = false;
    for (let at = 0; at < text.length; at++) {
      for (const tag of this.#byFirst.get(text[at]!) ?? []) {
        if (!standsAt(text, at, tag.text)) continue;
        this.#hits.mark('tags', tag.entry);
        found = true;
      }
    }
    return found;
  }
}

function folded(text: string): string {
  return cleanCell(text.normalize('NFKC').toLowerCase().replace(DASH, '-'));
}

function standsAt(text: string, at: number, tag: string): boolean {
  if (!text.startsWith(tag, at)) return false;
  const before = text[at - 1] ?? ' ';
  const behind = text[at + tag.length] ?? ' ';
  if (tag.length === 1) return !SIGN.test(before) && (!SIGN.test(behind) || /\d/.test(behind));
  if (IS_LATIN.test(tag[0]!) && IS_LATIN.test(before)) return false;
  return !(IS_LATIN.test(tag.at(-1)!) && IS_LATIN.test(behind));
}

/** Reads the notes of one file: each distinct one once, and a blank one not at all. */
export class TagReader {
  readonly #column: number;
  readonly #flags: CellCache<number> | null;

  /** `column`: where the seller's note stands, below 0 for nowhere. */
  constructor(tags: NoteTags | null, column: number) {
    this.#column = column;
    const isAsked = tags !== null && column >= 0;
    this.#flags = isAsked ? new CellCache((note) => (tags.isIn(note) ? LINE.tagged : 0)) : null;
  }

  /** `LINE.tagged` where the current record's note has a tag, else 0. */
  flag(view: RecordView): number {
    if (this.#flags === null) return 0;
    view.locate(this.#column);
    return view.from === view.to ? 0 : this.#flags.get(view, this.#column);
  }
}
