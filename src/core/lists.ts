// Lists that a shop keeps of its own phones, addresses, buyers, people and note tags: their names, entries and effects.

import { UserError } from './user-error.js';

/** Every list, in the order of reports. */
export const LIST_NAMES = [
  'phones',
  'addresses',
  'pickup-points',
  'wholesale',
  'staff',
  'tags',
  'pickup-words',
  'note-words',
] as const;
export type ListName = (typeof LIST_NAMES)[number];

/** One entry as it was written; '' or absent where nothing stands. */
export interface ListEntry {
  /** Line of the file that holds it, from 1. */
  readonly line: number;
  /** An entry of one text: what it is follows from the list and from the text. */
  readonly text?: string;
  readonly name?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly account?: string;
}

/** Where entries of a list stand. */
export interface ListSource {
  /** The file that holds them; `entries` were read from it already, among other things. */
  readonly path: string;
  readonly entries?: readonly ListEntry[];
}

/** What a run was given; a list may stand in several places. */
export type ShopLists = Readonly<Partial<Record<ListName, readonly ListSource[]>>>;

/** An entry with its file. */
export interface PlacedEntry extends ListEntry {
  readonly path: string;
}
export type PlacedLists = Readonly<Partial<Record<ListName, readonly PlacedEntry[]>>>;

/** Why an entry cannot be used. The words stand in report/words. */
export type EntryFault =
  | 'phone-unreadable'
  | 'address-short'
  | 'masked'
  | 'nothing-usable'
  | 'word-unusable'
  | 'quote-open'
  | 'columns-unknown';

/** The error of an entry that cannot be used: which list, where, and why; never what stands there. */
export function entryError(list: ListName, path: string, row: number, fault: EntryFault): UserError {
  return new UserError('list-entry-unusable', { path, row, list, fault });
}

/** What an order was found to be on, as bits. */
export const LISTED = {
  phone: 1,
  address: 2,
  pickupPoint: 4,
  wholesale: 8,
  staffPhone: 16,
  staffAccount: 32,
  staffAddress: 64,
  tag: 128,
  pickupWord: 256,
  noteWord: 512,
} as const;

/** The bits of each list. */
export const BITS_OF_LIST: Readonly<Record<ListName, number>> = {
  phones: LISTED.phone,
  addresses: LISTED.address,
  'pickup-points': LISTED.pickupPoint,
  wholesale: LISTED.wholesale,
  staff: LISTED.staffPhone | LISTED.staffAccount | LISTED.staffAddress,
  tags: LISTED.tag,
  'pickup-words': LISTED.pickupWord,
  'note-words': LISTED.noteWord,
};

/** Which entries something in the files matched. */
export class ListHits {
  readonly #hit = new Map<ListName, Set<number>>(LIST_NAMES.map((name) => [name, new Set()]));

  /** `entry`: its place in the list, from 0. */
  mark(list: ListName, entry: number): void {
    this.#hit.get(list)!.add(entry);
  }

  has(list: ListName, entry: number): boolean {
    return this.#hit.get(list)!.has(entry);
  }
}
