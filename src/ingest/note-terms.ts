// Words in notes that need a look: the built-in ones, or those of the shop's own list in their place.

import { entryError, type ListHits, type PlacedEntry } from '../core/lists.js';

/** What intermediaries write; so do honest people, about refunds, credit and gifts. */
const BUILT_IN = ['套现', '提现', '回款', '返款', 'T现', '取现', '额度', '秒到', '变现'] as const;

/** Notes are read up to here. */
const MOST_CHARACTERS = 1000;
const [SHORTEST, LONGEST] = [2, 20];
/** What is put between the letters of a word so that it is not found; a comma or a full stop ends a phrase. */
const BETWEEN = /[\s.·・•*_~|/\\+=-]|\p{Cf}|\ufe0f/gu;
const IS_LATIN = /[a-z0-9]/;
/** 现 begins another word: 现货, 现在, 现场, 现成, 现状. */
const OTHER_WORD = '货在场成状实象代任';
const MARKS = new Set([...'，。！？：；、（）·～“”…'].map((mark) => mark.charCodeAt(0)));
const NONE: readonly string[] = [];

interface Term {
  readonly word: string;
  readonly folded: string;
}

/** The words and how they stand in notes: in NFKC, small letters, and without blanks and signs between the letters. */
export class NoteTerms {
  readonly #terms: readonly Term[];
  readonly #hits: ListHits | null;
  /** First letters of the words, small and capital: a note without one of them need not be folded. */
  readonly #firsts: ReadonlySet<number>;

  /** `entries`: the shop's own, null for the built-in ones. Throws UserError for an entry that is no word. */
  constructor(entries: readonly PlacedEntry[] | null, hits: ListHits | null) {
    this.#hits = hits;
    this.#terms =
      entries?.map(({ text = '', path, line }) => {
        const folded = fold(text);
        const isWord =
          /^[\p{L}\p{N}]+$/u.test(folded) && folded.length >= SHORTEST && folded.length <= LONGEST;
        if (!isWord) throw entryError('note-words', path, line, 'word-unusable');
        return { word: text.trim(), folded };
      }) ?? BUILT_IN.map((word) => ({ word, folded: fold(word) }));
    const firsts = this.#terms.flatMap(({ folded }) => [folded[0]!, folded[0]!.toUpperCase()]);
    this.#firsts = new Set(firsts.map((letter) => letter.charCodeAt(0)));
  }

  /** The words of the list that stand in a note, as the list has them; nearly always none. Time: linear in the note. */
  of(note: string): readonly string[] {
    if (!this.#mayHold(note)) return NONE;
    const text = fold(note.slice(0, MOST_CHARACTERS));
    let found = NONE;
    this.#terms.forEach(({ word, folded }, entry) => {
      if (!standsIn(text, folded)) return;
      this.#hits?.mark('note-words', entry);
      found = [...found, word];
    });
    return found;
  }

  /** False where neither a first letter stands nor a character that may be another form of one. */
  #mayHold(note: string): boolean {
    for (let i = 0; i < note.length; i++) {
      const code = note.charCodeAt(i);
      if (this.#firsts.has(code) || isOtherForm(code)) return true;
    }
    return false;
  }
}

/** True for what NFKC may turn into a letter: all but ASCII, plain Chinese characters, and the marks of sentences. */
function isOtherForm(code: number): boolean {
  if (code < 0x80 || (code >= 0x4e00 && code < 0xa000)) return false;
  return !MARKS.has(code);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(BETWEEN, '');
}

function standsIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = text[at - 1] ?? '';
    const behind = text[at + word.length] ?? '';
    if (IS_LATIN.test(word[0]!) && IS_LATIN.test(before)) continue;
    if (IS_LATIN.test(word.at(-1)!) && IS_LATIN.test(behind)) continue;
    if (word.endsWith('现') && behind !== '' && OTHER_WORD.includes(behind)) continue;
    return true;
  }
  return false;
}
