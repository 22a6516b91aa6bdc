// The tokens in the notes of held lines that may link buyers: contacts, and names that few orders hold.

import { isContactLike, isRare, type NoteBook } from '../core/note-book.js';
import type { LineTable } from '../core/order-book.js';

/** Tokens of notes that may link. */
export interface RareNotes {
  /** By held line its tokens; lines without one are not in it. */
  readonly byLine: ReadonlyMap<number, readonly number[]>;
  /** By token the orders that carry it and are not held: nothing is known of whose they are. */
  readonly elsewhere: Int32Array;
}

/** Those of a run with so many orders of any kind. Time: one pass over all tokens. */
export function rareNotes(notes: NoteBook, { order }: Pick<LineTable, 'order'>, orders: number): RareNotes {
  const carrying = notes.ordersOfTokens();
  const elsewhere = carrying.slice();
  const counted = new Map<number, Set<number>>();
  const byLine = new Map<number, number[]>();
  for (let i = 0; i < notes.size; i++) {
    const [line, token] = [notes.lines[i]!, notes.tokens[i]!];
    // What stands on one order links it with no other; what nothing announces is a model, or a code of the shop.
    if (carrying[token]! < 2 || !notes.isAnnounced(token)) continue;
    const held = counted.get(token) ?? new Set<number>();
    counted.set(token, held);
    if (held.size < held.add(order[line]!).size) elsewhere[token]!--;
    if (!isContactLike(notes.text(token)) && !isRare(carrying[token]!, orders)) continue;
    const known = byLine.get(line);
    if (known === undefined) byLine.set(line, [token]);
    else known.push(token);
  }
  return { byLine, elsewhere };
}
