// Reads the recipients of an order export: identities of held lines, and for every record who stands behind its keys.

import type { Crowd } from '../core/crowd.js';
import type { OrderField } from '../core/fields.js';
import { NO_KEY } from '../core/hashed-keys.js';
import { type Identify, NOBODY, type Recipient } from '../core/identity.js';
import type { IdentityLines } from '../core/identity-lines.js';
import type { OrderBook } from '../core/order-book.js';
import type { Shops } from '../core/shops.js';
import { cleanCell, isEmptyToken } from '../core/tokens.js';
import type { CellView } from '../io/record-view.js';
import { CellCache } from './cell-cache.js';
import type { OrderColumns } from './order-columns.js';
import { rawBuilding } from './raw-building.js';

const ASTERISK = 0x2a;
/** Four of them. */
const ASTERISKS = 0x2a2a2a2a;
const HIGH_BITS = 0x80808080;
const ZERO = 0x30;
const NINE = 0x39;
/** Digits of a number with country code and extension, and some more; a longer cell is no phone. */
const MOST_DIGITS = 24;
const MOBILE_DIGITS = 11;
/** Equal bytes of two kinds are two things. */
const PHONE_SEED = 0x2c1b3c6d;
const ACCOUNT_SEED = 0x297a2d39;
const PLACE_SEED = 0x1b873593;
/** Bytes of the longest text that says that a cell is empty. */
const LONGEST_EMPTY = 6;

/** The fields of which a file must show at least one for anybody to be identified. */
const IDENTIFYING = ['phone', 'buyer_phone', 'buyer_id', 'recipient', 'address'] as const;
/** Without those, what still says where a parcel goes or comes from. */
const PLACING = ['province', 'city', 'district', 'warehouse'] as const;

/** All fields that are read here. */
export const RECIPIENT_FIELDS = [
  ...IDENTIFYING,
  ...PLACING,
  'street',
  'shop_id',
  'shop_name',
] as const satisfies readonly OrderField[];

/** Takes the recipients of one file's records, one after the other. */
export interface Recipients {
  /** Takes note of the people of the current record of an order: of every one, held or not. */
  note(order: number): void;
  /** Sets the identity of a held line from the current record; `note` was called for it. */
  set(line: number): void;
}

/**
 * One of it reads one file. The notes are taken from the bytes of the cells,
 * without decoding them: cells that are written alike are one key of the crowd, and of phones only the digits count.
 */
export class RecipientReader implements Recipients {
  readonly #view: CellView;
  readonly #identities: IdentityLines;
  readonly #crowd: Crowd;
  readonly #identify: Identify;
  readonly #column: OrderColumns;
  readonly #isActive: boolean;
  readonly #hasPlaces: boolean;
  /** The columns whose cells together are a place; empty without an address column. */
  readonly #placeColumns: readonly number[];
  /** They stand side by side, as all known exports have them: then all that lies between is hashed in one go. */
  readonly #isPlaceInOne: boolean;
  readonly #names = new CellCache(textOf);
  readonly #ids = new CellCache(textOf);
  readonly #provinces = new CellCache(textOf);
  readonly #cities = new CellCache(textOf);
  readonly #districts = new CellCache(textOf);
  readonly #streets = new CellCache(textOf);
  /** The province of each warehouse's address. */
  readonly #warehouses: CellCache<string>;
  /** The number of the shop behind each id, or each name; -1 for a blank one. */
  readonly #shopIds: CellCache<number>;
  readonly #shopNames: CellCache<number>;
  readonly #shops: Shops;
  readonly #platform: string;
  readonly #digits = new Uint8Array(MOST_DIGITS);
  /** The current record's digits: from where, up to where; and the column they are from. */
  #digitsFrom = 0;
  #digitsTo = 0;
  #phoneColumn = -1;
  /** The current record's shop, and its entries of the crowd. */
  #shop = 0;
  #phoneEntry = NO_KEY;
  #placeEntry = NO_KEY;
  /** The account behind the current record where another file tells it: its hash, 0 without. */
  #account = 0;
  #low = 0;
  #high = 0;

  constructor(
    view: CellView,
    column: OrderColumns,
    { identities, crowd, shopNumbers }: Pick<OrderBook, 'identities' | 'crowd' | 'shopNumbers'>,
    platform: string,
    identify: Identify,
  ) {
    this.#view = view;
    this.#column = column;
    this.#identities = identities;
    this.#crowd = crowd;
    this.#identify = identify;
    this.#shops = shopNumbers;
    this.#platform = platform;
    const named = (kind: string) => (text: string) => {
      const name = textOf(text);
      return name === '' ? -1 : shopNumbers.of(platform, `${kind} ${name}`);
    };
    this.#shopIds = new CellCache(named('id'));
    this.#shopNames = new CellCache(named('name'));
    this.#warehouses = new CellCache((address) => identify({ ...NOBODY, address }).province);
    this.#isActive = IDENTIFYING.some((field) => column[field] >= 0);
    this.#hasPlaces = PLACING.some((field) => column[field] >= 0);
    const { province, city, district, address } = column;
    const place = address < 0 ? [] : [province, city, district, address];
    this.#placeColumns = place.filter((cell) => cell >= 0);
    this.#isPlaceInOne = this.#placeColumns.every((cell, i, all) => i === 0 || cell === all[i - 1]! + 1);
  }

  note(): void {
    this.#shop = this.#findShop();
    this.#noteKeys();
  }

  /**
   * Takes note of the people of the current record for a shop and an account that another file tells: the hash that
   * `accountOf` gives, 0 without one.
   */
  noteFor(shop: number, account: number): void {
    this.#shop = shop;
    this.#account = account;
    this.#noteKeys();
    this.#account = 0;
  }

  /** The current record's shop, and its entries of the crowd, `NO_KEY` where it told nothing. */
  get noted(): { readonly shop: number; readonly phone: number; readonly place: number } {
    return { shop: this.#shop, phone: this.#phoneEntry, place: this.#placeEntry };
  }

  /** The hash of the current record's account; 0 where none is told. */
  accountOf(): number {
    const { buyer_id } = this.#column;
    if (buyer_id < 0) return 0;
    this.#low = ACCOUNT_SEED;
    return this.#mixCell(buyer_id) && !this.#isEmptyToken() ? this.#low | 1 : 0;
  }

  /** The entry of the current record's phone, if that is what an identity's phone was made of. */
  entryOf(phone: string): number {
    // An extension from another cell makes another key than the phone cell's own digits.
    const digits = phone.length - (phone.includes('-') ? 1 : 0);
    return digits === this.#digitsTo - this.#digitsFrom ? this.#phoneEntry : NO_KEY;
  }

  #noteKeys(): void {
    this.#phoneEntry = NO_KEY;
    this.#placeEntry = NO_KEY;
    if (!this.#isActive || !this.#findDigits()) return;
    this.#low = PHONE_SEED + this.#shop;
    this.#high = ~PHONE_SEED;
    this.#mix(this.#digits, this.#digitsFrom, this.#digitsTo);
    const low = this.#low;
    const high = this.#high;
    // The phone's hash stands before the name's.
    const person = this.#person();
    if (person === 0) return;
    if (this.#digitsTo - this.#digitsFrom >= MOBILE_DIGITS) {
      this.#phoneEntry = this.#crowd.note(high, low, person);
    }
    if (!this.#hashPlace()) return;
    this.#placeEntry = this.#crowd.note(this.#high, this.#low, person);
    const building = rawBuilding(this.#view, this.#placeColumns, this.#shop);
    this.#crowd.buildings.note(this.#placeEntry, building, this.#shop);
  }

  set(line: number): void {
    const identities = this.#identities;
    identities.cover(line);
    identities.columns.shop[line] = this.#shop;
    if (!this.#isActive && !this.#hasPlaces) return;
    const recipient = this.recipient();
    const identity = this.#identify(recipient);
    const phoneEntry = this.entryOf(identity.phone);
    identities.set(line, identity, recipient.buyerId, phoneEntry, this.#placeEntry, this.#shop);
    const { warehouse } = this.#column;
    if (warehouse >= 0) identities.setWarehouse(line, this.#warehouses.get(this.#view, warehouse));
  }

  /** The cells of the current record that tell of its recipient. */
  recipient(): Recipient {
    const view = this.#view;
    const column = this.#column;
    return {
      name: cached(this.#names, view, column.recipient),
      phone: this.#phoneText(),
      buyerId: cached(this.#ids, view, column.buyer_id),
      province: cached(this.#provinces, view, column.province),
      city: cached(this.#cities, view, column.city),
      district: cached(this.#districts, view, column.district),
      street: cached(this.#streets, view, column.street),
      address: column.address < 0 ? '' : textOf(cleanCell(view.text(column.address))),
      payer: column.buyer_phone < 0 ? '' : textOf(cleanCell(view.text(column.buyer_phone))),
    };
  }

  /** The number of the current record's shop: by its id, else by its name, else the platform's one. */
  #findShop(): number {
    const { shop_id, shop_name } = this.#column;
    const byId = shop_id < 0 ? -1 : this.#shopIds.get(this.#view, shop_id);
    if (byId >= 0) return byId;
    const byName = shop_name < 0 ? -1 : this.#shopNames.get(this.#view, shop_name);
    return byName >= 0 ? byName : this.#shops.of(this.#platform, '');
  }

  /** Collects the digits of the phone cell, or else of the buyer's one; false when they are masked. */
  #findDigits(): boolean {
    const { phone, buyer_phone } = this.#column;
    this.#phoneColumn = phone;
    this.#digitsFrom = this.#digitsTo = 0;
    const view = this.#view;
    if (phone >= 0) view.locate(phone);
    if ((phone < 0 || view.from === view.to) && buyer_phone >= 0) {
      this.#phoneColumn = buyer_phone;
      view.locate(buyer_phone);
    }
    if (this.#phoneColumn < 0) return true;
    const { bytes, to } = view;
    const digits = this.#digits;
    let count = 0;
    for (let i = view.from; i < to; i++) {
      const byte = bytes[i]!;
      if (byte === ASTERISK) return false;
      if (byte < ZERO || byte > NINE) continue;
      if (count === MOST_DIGITS) return true;
      digits[count++] = byte;
    }
    this.#digitsTo = count;
    this.#digitsFrom = countryCode(digits, count);
    return true;
  }

  /** The phone cell as text: the digits where there is nothing else, which saves the decoding. */
  #phoneText(): string {
    const view = this.#view;
    if (this.#phoneColumn < 0) return '';
    view.locate(this.#phoneColumn);
    const { from, to } = view;
    if (to - from === MOBILE_DIGITS && this.#digitsTo === MOBILE_DIGITS) {
      return view.bytes.toString('latin1', from, to);
    }
    return textOf(cleanCell(view.text(this.#phoneColumn)));
  }

  /** The account; else the name behind the phone, whose hash the caller has begun. 0 when nobody is named. */
  #person(): number {
    if (this.#account !== 0) return this.#account;
    const { recipient } = this.#column;
    const low = this.#low;
    const account = this.accountOf();
    if (account !== 0) return account;
    this.#low = low;
    const isNamed = recipient >= 0 && this.#mixCell(recipient);
    return isNamed || this.#digitsTo > 0 ? this.#low | 1 : 0;
  }

  /** True when the cell that was located last only says that it is empty. */
  #isEmptyToken(): boolean {
    const { bytes, from, to } = this.#view;
    return to - from <= LONGEST_EMPTY && isEmptyToken(bytes.toString('utf8', from, to));
  }

  /** Hashes the cells of the place; false without an address or when it is masked. */
  #hashPlace(): boolean {
    const columns = this.#placeColumns;
    if (columns.length === 0) return false;
    this.#low = PLACE_SEED + this.#shop;
    this.#high = ~PLACE_SEED;
    if (!this.#isPlaceInOne) {
      let hasAddress = false;
      for (const column of columns) hasAddress = this.#mixCell(column);
      return hasAddress;
    }
    const view = this.#view;
    view.locate(columns.at(-1)!);
    const { from, to } = view;
    if (from === to) return false;
    view.locate(columns[0]!);
    return this.#mix(view.bytes, view.from === view.to ? from : view.from, to);
  }

  /** Adds a cell to the hashes; false for a blank or masked one. */
  #mixCell(column: number): boolean {
    const view = this.#view;
    view.locate(column);
    return this.#mix(view.bytes, view.from, view.to);
  }

  /** Adds bytes, four at a time, and their number; false where there are none or an asterisk is among them. */
  #mix(bytes: Uint8Array, from: number, to: number): boolean {
    let low = this.#low;
    let high = this.#high;
    let masks = 0;
    let i = from;
    for (; i + 3 < to; i += 4) {
      const word = bytes[i]! | (bytes[i + 1]! << 8) | (bytes[i + 2]! << 16) | (bytes[i + 3]! << 24);
      // A byte of the difference is 0 where an asterisk stands.
      const difference = word ^ ASTERISKS;
      masks |= (difference - 0x01010101) & ~difference;
      low = Math.imul(low ^ word, 0x01000193);
      low ^= low >>> 15;
      high = Math.imul(high ^ word, 0x2c1b3c6d);
      high ^= high >>> 13;
    }
    let word = to - from;
    for (; i < to; i++) {
      if (bytes[i] === ASTERISK) masks = HIGH_BITS;
      word = (word << 8) | bytes[i]!;
    }
    low = Math.imul(low ^ word, 0x01000193);
    this.#low = low ^ (low >>> 15);
    high = Math.imul(high ^ word, 0x297a2d39);
    this.#high = high ^ (high >>> 13);
    return from < to && (masks & HIGH_BITS) === 0;
  }
}

/** A cell's text without blanks around it; '' for one that only says that it is empty. */
function textOf(text: string): string {
  return isEmptyToken(text) ? '' : text;
}

/** The cell's text, remembered for each content; '' without the column. */
function cached(cache: CellCache<string>, view: CellView, column: number): string {
  return column < 0 ? '' : cache.get(view, column);
}

/** Digits of the country code in front of a mobile number: 0086 or 86, else none. */
function countryCode(digits: Uint8Array, count: number): number {
  const at = digits[0] === ZERO && digits[1] === ZERO ? 2 : 0;
  const isCode = digits[at] === ZERO + 8 && digits[at + 1] === ZERO + 6 && digits[at + 2] === ZERO + 1;
  return isCode && count >= at + 2 + MOBILE_DIGITS ? at + 2 : 0;
}
