// Who and what is on a shop's lists: the entries as the same keys that cells become, and a look at each recipient.

import { type Identify, type Identity, NOBODY, type Recipient } from '../core/identity.js';
import {
  type EntryFault,
  entryError,
  LISTED,
  type ListHits,
  type ListName,
  type PlacedEntry,
  type PlacedLists,
} from '../core/lists.js';
import { cleanCell } from '../core/tokens.js';
import { cleanAddress } from './address-text.js';
import { KNOWN_PICKUP_WORDS, type PickupWords, pickupWords } from './addresses.js';
import { identify } from './identity.js';
import { formsOf, KnownAddresses } from './known-addresses.js';
import { readPhone } from './phones.js';

/** An entry by its list and its place there, and what it makes of whom it names. */
interface Mark {
  readonly list: ListName;
  readonly entry: number;
  readonly bit: number;
}

const ADDRESS_BITS = { addresses: LISTED.address, 'pickup-points': LISTED.pickupPoint } as const;
/** 老张 13800131234: a name and a phone in one text. */
const NAME_AND_PHONE = /^([^\d\s,，]+)[\s,，]+(\S+)$/;
/** What was meant for a phone: digits and what stands between them, or a mobile number that may lack some. */
const LIKE_A_PHONE = /^(?=.*[\s()+-])\+?[\d\s()+-]{7,}$|^1[3-9]\d{5,9}$/;
/** A number without blanks of its own that is no account's: digits as of a phone beside other words. */
const PHONE_WITHIN = /1[3-9]\d{9}/;
/** Of a number with its country code and an extension. */
const MOST_DIGITS = 20;
const LEAST_ACCOUNT = 2;
const [FEWEST_LETTERS, MOST_LETTERS] = [2, 20];

/**
 * The lists of a run. Compiled once: an entry that cannot be used throws UserError `list-entry-unusable` with its file
 * and line. A look at a recipient costs the same however many entries there are.
 */
export class KnownParties {
  /** Makes identities with what their recipients are on. */
  readonly identify: Identify;
  readonly #hits: ListHits;
  readonly #phones = new Map<string, Mark[]>();
  readonly #accounts = new Map<string, Mark[]>();
  /** By name and phone. */
  readonly #people = new Map<string, Mark[]>();
  readonly #addresses = new KnownAddresses<Mark>();
  readonly #words: readonly string[];
  readonly #pickupWords: PickupWords;

  constructor(lists: PlacedLists, hits: ListHits) {
    this.#hits = hits;
    lists.phones?.forEach((entry, i) => {
      this.#addPhone(entry.phone || entry.text, entry, { list: 'phones', entry: i, bit: LISTED.phone });
    });
    for (const list of ['addresses', 'pickup-points'] as const) {
      lists[list]?.forEach((entry, i) => {
        const mark = { list, entry: i, bit: ADDRESS_BITS[list] };
        this.#addAddress(entry.address || entry.text, entry, mark);
      });
    }
    lists.wholesale?.forEach((entry, i) => {
      this.#addBuyer(entry, { list: 'wholesale', entry: i, bit: LISTED.wholesale });
    });
    lists.staff?.forEach((entry, i) => {
      this.#addStaff(entry, i);
    });
    this.#words = (lists['pickup-words'] ?? []).map(wordOf);
    this.#pickupWords = this.#words.length === 0 ? KNOWN_PICKUP_WORDS : pickupWords(this.#words);
    this.identify = (recipient) => this.#marked(recipient, identify(recipient, this.#pickupWords));
  }

  #marked(recipient: Recipient, identity: Identity): Identity {
    let bits = 0;
    let { pickup } = identity;
    const found = (marks: readonly Mark[] | undefined) => {
      for (const { list, entry, bit } of marks ?? []) {
        bits |= bit;
        this.#hits.mark(list, entry);
      }
    };
    if (identity.phone !== '') found(this.#phones.get(identity.phone));
    if (recipient.buyerId !== '') found(this.#accounts.get(recipient.buyerId));
    if (identity.name !== '' && identity.phone !== '') found(this.#people.get(personOf(identity)));
    this.#addresses.find(identity, (mark, beginning) => {
      // A building of strangers may begin like the shop's own address: its people are told by the whole of it.
      if (mark.bit === LISTED.staffAddress && !identity.place.endsWith(beginning)) return;
      found([mark]);
      // A point that no word tells from a home gets a key of its own, so that it can be shown what stands on it.
      const isNew = mark.bit === LISTED.pickupPoint && identity.room === '' && pickup === '';
      if (isNew && beginning !== '' && isPlaced(identity)) pickup = beginning;
    });
    if (pickup !== '') {
      this.#words.forEach((word, entry) => {
        if (pickup.includes(word)) found([{ list: 'pickup-words', entry, bit: LISTED.pickupWord }]);
      });
    }
    return bits === 0 ? identity : { ...identity, pickup, listed: bits };
  }

  #addPhone(cell: string | undefined, entry: PlacedEntry, mark: Mark): void {
    add(this.#phones, phoneOf(cell ?? '', entry, mark.list), mark);
  }

  #addAddress(cell: string | undefined, { path, line }: PlacedEntry, mark: Mark): void {
    const forms = formsOf(cleanCell(cell ?? ''));
    const fault = { masked: 'masked', short: 'address-short' } as const;
    if (typeof forms === 'string') throw entryError(mark.list, path, line, fault[forms]);
    this.#addresses.add(forms, mark);
  }

  #addAccount(cell: string, { path, line }: PlacedEntry, mark: Mark): void {
    const account = cleanCell(cell);
    if (account.includes('*')) throw entryError(mark.list, path, line, 'masked');
    if (account.length < LEAST_ACCOUNT) throw entryError(mark.list, path, line, 'nothing-usable');
    add(this.#accounts, account, mark);
  }

  /** A wholesale buyer: by account, by phone, or by name and phone. */
  #addBuyer(entry: PlacedEntry, mark: Mark): void {
    const told = entry.text === undefined ? entry : ofText(entry);
    const { name = '', phone = '', account = '' } = told;
    if (account !== '') this.#addAccount(account, entry, mark);
    if (phone !== '' && name !== '') {
      const number = phoneOf(phone, entry, mark.list);
      const person = { name: identify({ ...NOBODY, name }).name, phone: number };
      if (person.name === '') throw entryError(mark.list, entry.path, entry.line, 'masked');
      add(this.#people, personOf(person), mark);
    } else if (phone !== '') this.#addPhone(phone, entry, mark);
    if (account === '' && phone === '') throw entryError(mark.list, entry.path, entry.line, 'nothing-usable');
  }

  /** Every cell of the shop's people is a key by itself; a name is none. */
  #addStaff(entry: PlacedEntry, i: number): void {
    const told = entry.text === undefined ? entry : ofText(entry);
    const { phone = '', address = '', account = '' } = told;
    const mark = (bit: number): Mark => ({ list: 'staff', entry: i, bit });
    if (phone !== '') this.#addPhone(phone, entry, mark(LISTED.staffPhone));
    if (address !== '') this.#addAddress(address, entry, mark(LISTED.staffAddress));
    if (account !== '' && entry.text !== undefined && /\p{Script=Han}/u.test(account)) {
      this.#addAddress(account, entry, mark(LISTED.staffAddress));
    } else if (account !== '') this.#addAccount(account, entry, mark(LISTED.staffAccount));
    if (phone + address + account === '') throw entryError('staff', entry.path, entry.line, 'nothing-usable');
  }
}

function add(map: Map<string, Mark[]>, key: string, mark: Mark): void {
  map.set(key, [...(map.get(key) ?? []), mark]);
}

/** What one text names: a phone, a name and a phone, else an account. */
function ofText({ text = '' }: PlacedEntry): {
  name?: string;
  phone?: string;
  address?: string;
  account?: string;
} {
  const whole = cleanCell(text);
  if (readPhone(whole).number !== '' || LIKE_A_PHONE.test(whole)) return { phone: whole };
  const [, name, phone] = NAME_AND_PHONE.exec(whole) ?? [];
  if (name !== undefined && phone !== undefined && readPhone(phone).number !== '') return { name, phone };
  // Somebody's number among other words is no account; as a phone it is refused with its line.
  return PHONE_WITHIN.test(whole.replace(/[\s-]/g, '')) ? { phone: whole } : { account: whole };
}

function phoneOf(cell: string, { path, line }: PlacedEntry, list: ListName): string {
  const { number, masked } = readPhone(cleanCell(cell));
  const fault: EntryFault = masked ? 'masked' : 'phone-unreadable';
  // In an export's cell the first of two numbers counts; here the second one would be lost.
  const isOne = cell.replace(/\D/g, '').length <= MOST_DIGITS;
  if (number === '' || !isOne) throw entryError(list, path, line, fault);
  return number;
}

/** A name ends before the phone begins, which has no letters. */
function personOf({ name, phone }: Pick<Identity, 'name' | 'phone'>): string {
  return `${name} ${phone}`;
}

/** City or district are known: only then a point is told from one of the same name elsewhere. */
function isPlaced({ district }: Identity): boolean {
  return district
    .split('|')
    .slice(1)
    .some((part) => part !== '');
}

/** A word as addresses are cleaned; too short ones stand in half of all addresses. */
function wordOf({ text = '', path, line }: PlacedEntry): string {
  const word = cleanAddress(text);
  const isUsable = /^[\p{L}\p{N}]+$/u.test(word) && /\p{L}/u.test(word);
  if (!isUsable || word.length < FEWEST_LETTERS || word.length > MOST_LETTERS) {
    throw entryError('pickup-words', path, line, word.includes('*') ? 'masked' : 'word-unusable');
  }
  return word;
}
