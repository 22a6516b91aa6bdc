// The tokens of the notes on all orders of a run: which held lines carry them, and how many orders do in all.

import { Crowd } from './crowd.js';
import { enlarged } from './key-table.js';
import { NumberedTexts } from './numbered-texts.js';
import { TextHash } from './text-hash.js';

/** Kind of a token, for its hash. */
const TOKEN = 9;
/** One order in so many: a token of more is a habit of the shop or of its customers. */
const RARE_ONE_IN = 1000;
const LATIN = /[a-z0-9]/;

/** What a note holds: distinct, ascending, nearly always nothing. */
export interface NoteTokens {
  /** Contacts, codes and names. */
  readonly tokens: readonly string[];
  /** Letters and figures that nothing in this note announces: ids where the note of another order announces them. */
  readonly bare: readonly string[];
  /** The tokens by which somebody can be reached beside the platform; a number that is left for the courier is none. */
  readonly contacts: readonly string[];
}

/**
 * Takes the tokens of every record; of records that are not held only their hashes are written down. A token's text is
 * kept where a held line carries it. Most lines carry none: nothing is kept for these.
 * Memory: 12 bytes for each token of a record, 8 more where the line is held, the distinct texts of held ones, and the
 * contacts and words of held lines.
 */
export class NoteBook {
  /** How many tokens stand on held lines, one line more than once included; the columns below hold them. */
  size = 0;
  /** Held lines ascending, and the token's number; a line with several stands several times. */
  lines = new Int32Array(1 << 4);
  tokens = new Int32Array(1 << 4);
  /**
   * Held lines in whose buyer's note a contact stands, with these contacts; to be masked wherever they are shown. Few
   * lines are in it.
   */
  readonly contacts = new Map<number, readonly string[]>();
  /** Held lines in whose notes words stand that need a look, with these words as the list has them. */
  readonly words = new Map<number, readonly string[]>();
  /** The words are those of the shop's own list. */
  hasOwnWords = false;
  readonly #texts = new NumberedTexts();
  /** Orders as the people behind tokens, and for each number its first entry there. */
  readonly #orders = new Crowd();
  readonly #entries: number[] = [];
  /** 1 for a number that some held line's note announces. */
  readonly #announced: number[] = [];
  readonly #hash = new TextHash();

  /** Takes note of what one record of an order holds; `line`: its held line, below 0 without one. */
  note(order: number, line: number, { tokens, bare }: Pick<NoteTokens, 'tokens' | 'bare'>): void {
    this.#add(order, line, tokens, 1);
    if (bare.length > 0) this.#add(order, line, bare, 0);
  }

  #add(order: number, line: number, tokens: readonly string[], announced: 0 | 1): void {
    for (const token of tokens) {
      const { low, high } = this.#hash.begin(TOKEN).text(token);
      const entry = this.#orders.note(high, low, order);
      if (line < 0) continue;
      const number = this.#texts.of(token);
      if (number === this.#entries.length) {
        this.#entries.push(entry);
        this.#announced.push(announced);
      } else if (announced === 1) this.#announced[number] = 1;
      if (this.size === this.lines.length) {
        this.lines = enlarged(this.lines, this.size * 2);
        this.tokens = enlarged(this.tokens, this.size * 2);
      }
      this.lines[this.size] = line;
      this.tokens[this.size++] = number;
    }
  }

  /** How many distinct tokens stand on held lines: they are numbered from 0, in order of first sight. */
  get distinct(): number {
    return this.#entries.length;
  }

  /** False for what nothing but bare notes hold: it is no contact. */
  isAnnounced(token: number): boolean {
    return this.#announced[token] === 1;
  }

  /** A token's text; to be masked wherever it is shown. */
  text(token: number): string {
    return this.#texts.text(token);
  }

  /**
   * For each token how many orders carry it, ordinary ones and those in several files once each. A note is repeated on
   * every line of its order, so that records would count a basket of ten for ten. Time: one pass over all notes.
   */
  ordersOfTokens(): Int32Array {
    return this.#orders.behind(this.distinct, [...this.#entries.keys()], this.#entries);
  }
}

/** True for a token that could be a contact or a code, false for a word or a name that is said of a third person. */
export function isContactLike(token: string): boolean {
  return LATIN.test(token);
}

/**
 * True when a token that is no contact is rare enough to say that those who wrote it have something to do with one
 * another: at most one order in 1,000 carries it. `orders` carry it, of `allOrders` of any kind. What more of them
 * share is a word of the season or a line that everybody copies; a name can be borne by two go-betweens. A contact is
 * nothing that two strangers think of: for it the cap on the people behind a key is enough, and what is beyond that
 * cap is told.
 */
export function isRare(orders: number, allOrders: number): boolean {
  return orders * RARE_ONE_IN <= allOrders;
}
