// Who stands behind the held lines of a run: identity keys as typed columns, beside the lines of the order book.

import { enlarged, KeyTable } from './key-table.js';
import { NestedKeys, TextKeys } from './text-keys.js';

/** The recipient of one record: cell texts without blanks around them, '' where absent. */
export interface Recipient {
  readonly name: string;
  /** The recipient's phone; where there is none, the phone of the buyer's account. */
  readonly phone: string;
  readonly buyerId: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly street: string;
  readonly address: string;
}

/** What identifies a recipient exactly. Every text is normalised; '' means that nothing usable stands there. */
export interface Identity {
  /** '' when absent or masked. */
  readonly name: string;
  /** What tells two families apart; '' without a name, and for an organisation, which is nobody's name. */
  readonly surname: string;
  /** A full phone: its digits, or base + '-' + extension; '' when absent or masked. */
  readonly phone: string;
  /** The address below the district down to the room; '' when it names no room or is masked. */
  readonly room: string;
  /** The same of a pickup point, locker, warehouse or forwarder, down to the point's own name: such a one has no room. */
  readonly pickup: string;
  /** The whole address below the district, whether or not it names a room; '' when absent or masked. */
  readonly place: string;
  /** `province|city|district`, '' when none of them is visible. */
  readonly district: string;
  readonly province: string;
  /** A name, a phone or an address stands there, but masked. */
  readonly masked: boolean;
}

/** Turns the cells of a recipient into what identifies them; never throws, whatever the cells hold. */
export type Identify = (recipient: Recipient) => Identity;

/** No key: the cell is absent, blank, masked or not usable. */
export const NO_KEY = -1;

/** How a buyer is known; the first byte of a buyer's key. */
const BY = { account: 1, phone: 2, room: 3 } as const;
const BUYER_BYTES = 13;
/** The constants of the 32-bit FNV hash, and the bits of a number that is not negative. */
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const MOST_POSITIVE = 0x7fffffff;
/** Digits of a mobile number. A longer key is one with an extension. */
const MOBILE_DIGITS = 11;
const DASH = 0x2d;
/** A district with its province and its city; `区`, `县` and their like are left out of it: 余杭 is 余杭区. */
const FULL_DISTRICT = /^[^|]+\|[^|]+\|[^|]+$/;
const DISTRICT_END = /(?<=[^|]{2})(?:新区|[区县市])$/;

/**
 * Columns parallel to the rows of `LineTable`: numbers of keys, `NO_KEY` for none.
 * Memory: about 58 bytes a held line, and the texts of the distinct keys.
 */
export class IdentityLines {
  readonly names = new TextKeys();
  readonly accounts = new TextKeys();
  readonly phones = new TextKeys();
  readonly districts = new TextKeys();
  readonly provinces = new TextKeys();
  /** Their texts begin with the district. */
  readonly rooms = new NestedKeys(this.districts);
  readonly pickups = new NestedKeys(this.districts);
  /** Shop and account; else name and full phone; without a phone, name and room: numbers of the tables above. */
  readonly buyers = new KeyTable();
  /** Accounts and full phones of which a rule about one person speaks; those of each shop are its own. */
  peopleCount = 0;
  /** By shop, then by account or phone. */
  readonly #accountPeople: number[][] = [];
  readonly #phonePeople: number[][] = [];
  /** See `buyerOf`; found when first asked for. */
  #owners: ReadonlyMap<number, number> | null = null;
  /** For each district its number in `#areaNames`, `NO_KEY` where it is not told in full. */
  readonly #areas: number[] = [];
  readonly #areaNames = new TextKeys();
  readonly #buyerKey = Buffer.alloc(BUYER_BYTES);
  /** In front of the tables whose few texts come with every line. */
  readonly #districtNumbers = new Map<string, number>();
  readonly #provinceNumbers = new Map<string, number>();
  /** Mobile numbers that were seen with an extension: pools, shared by strangers. */
  readonly #pools = new TextKeys();

  #capacity = 1 << 8;
  buyer = new Int32Array(this.#capacity).fill(NO_KEY);
  person = new Int32Array(this.#capacity).fill(NO_KEY);
  phone = new Int32Array(this.#capacity).fill(NO_KEY);
  room = new Int32Array(this.#capacity).fill(NO_KEY);
  pickup = new Int32Array(this.#capacity).fill(NO_KEY);
  /** Full districts, however they are written: two of them are two places. What is told in part is none. */
  district = new Int32Array(this.#capacity).fill(NO_KEY);
  /** Hashes: equal whole addresses, and equal names on one phone or on two extensions of one. */
  place = new Int32Array(this.#capacity).fill(NO_KEY);
  namesake = new Int32Array(this.#capacity).fill(NO_KEY);
  province = new Int32Array(this.#capacity).fill(NO_KEY);
  /** The province of the warehouse that sends the line, a key like `province`. */
  warehouse = new Int32Array(this.#capacity).fill(NO_KEY);
  /** Number of the shop that sold it: buyers of two shops are never the same one. */
  shop = new Int32Array(this.#capacity);
  /** Entries of the `Crowd` for the line's phone cell and address cells. */
  phoneCrowd = new Int32Array(this.#capacity).fill(NO_KEY);
  placeCrowd = new Int32Array(this.#capacity).fill(NO_KEY);
  /** First code unit of the name, 0 without one: enough to tell two surnames apart. */
  surname = new Uint16Array(this.#capacity);
  /** 1: a name, a phone or an address stands there, but masked. */
  masked = new Uint8Array(this.#capacity);

  /** Sets the row of a line. `buyerId` is the account's id, '' without one; a masked one is none. `shop` from 0. */
  set(
    line: number,
    identity: Identity,
    buyerId: string,
    phoneCrowd = NO_KEY,
    placeCrowd = NO_KEY,
    shop = 0,
  ): void {
    this.cover(line);
    const { name, masked } = identity;
    const account = buyerId === '' || buyerId.includes('*') ? NO_KEY : this.accounts.internText(buyerId);
    const phone = keyOf(this.phones, identity.phone);
    const district = numberOf(this.districts, this.#districtNumbers, identity.district);
    const room = identity.room === '' ? NO_KEY : this.rooms.internBelow(district, identity.room);
    this.buyer[line] = this.#buyer(shop, account, identity, phone, room);
    this.#owners = null;
    this.person[line] =
      account === NO_KEY
        ? this.#person(this.#phonePeople, shop, phone)
        : this.#person(this.#accountPeople, shop, account);
    this.shop[line] = shop;
    this.phone[line] = phone;
    this.room[line] = room;
    this.pickup[line] = identity.pickup === '' ? NO_KEY : this.pickups.internBelow(district, identity.pickup);
    this.district[line] = this.#area(district, identity.district);
    this.place[line] = hashOf(identity.place);
    const [base = ''] = identity.phone.split('-', 1);
    this.namesake[line] = name === '' || base === '' ? NO_KEY : hashOf(`${base}${name}`);
    this.province[line] = numberOf(this.provinces, this.#provinceNumbers, identity.province);
    this.phoneCrowd[line] = phoneCrowd;
    this.placeCrowd[line] = placeCrowd;
    this.surname[line] = identity.surname === '' ? 0 : identity.surname.charCodeAt(0);
    this.masked[line] = masked ? 1 : 0;
    if (identity.phone.charCodeAt(MOBILE_DIGITS) === DASH) {
      this.#pools.internText(identity.phone.slice(0, MOBILE_DIGITS));
    }
  }

  /** Tells where a line is sent from: a province by its short name, '' when not known. */
  setWarehouse(line: number, province: string): void {
    this.cover(line);
    this.warehouse[line] = numberOf(this.provinces, this.#provinceNumbers, province);
  }

  /** Makes room for a line. One that is never set has no key at all. */
  cover(line: number): void {
    while (line >= this.#capacity) this.#grow();
  }

  /**
   * The buyer of a line. A phone without a person's name is nobody new: such an order belongs to the buyer who is
   * named on that phone; of several, to the one whose name comes first, in whatever order the lines were set.
   */
  buyerOf(line: number): number {
    const buyer = this.buyer[line]!;
    if (buyer === NO_KEY || this.surname[line] !== 0 || this.#by(buyer) !== BY.phone) return buyer;
    this.#owners ??= this.#findOwners();
    return this.#owners.get(buyer) ?? buyer;
  }

  /** `buyerOf` of every line. */
  buyersOfLines(): Int32Array {
    return this.buyer.map((_, line) => this.buyerOf(line));
  }

  /** True for a buyer who is known by an account, not by a recipient's name. */
  isAccount(buyer: number): boolean {
    return this.#by(buyer) === BY.account;
  }

  /** True for a bare number that stands with an extension elsewhere: a pool of virtual numbers identifies nobody. */
  isPool(phone: number): boolean {
    const digits = this.phones.bytes(phone);
    return this.#pools.find(digits, 0, digits.length) >= 0;
  }

  /**
   * `NO_KEY` when nobody is identified exactly. Where something is masked, a missing name or phone may be the masked
   * one: then what is visible is no exact key.
   */
  #buyer(shop: number, account: number, identity: Identity, phone: number, room: number): number {
    const { name, surname, masked } = identity;
    if (account !== NO_KEY) return this.#buyerOf(shop, BY.account, account, NO_KEY);
    if (masked && (name === '' || phone === NO_KEY)) return NO_KEY;
    if (phone !== NO_KEY) return this.#buyerOf(shop, BY.phone, keyOf(this.names, surname && name), phone);
    return name === '' || room === NO_KEY
      ? NO_KEY
      : this.#buyerOf(shop, BY.room, this.names.internText(name), room);
  }

  #buyerOf(shop: number, by: number, first: number, second: number): number {
    const key = this.#buyerKey;
    key[0] = by;
    key.writeInt32LE(first, 1);
    key.writeInt32LE(second, 5);
    key.writeInt32LE(shop, 9);
    return this.buyers.intern(key, 0, BUYER_BYTES);
  }

  #by(buyer: number): number | undefined {
    return this.buyers.bytes(buyer)[0];
  }

  /** For each buyer without a person's name the one who is named on the same phone in the same shop. */
  #findOwners(): Map<number, number> {
    const nameless = new Set<number>();
    this.surname.forEach((surname, line) => {
      if (surname === 0 && this.buyer[line] !== NO_KEY) nameless.add(this.phone[line]!);
    });
    const owners = new Map<number, { readonly name: string; readonly buyer: number }>();
    this.buyer.forEach((buyer, line) => {
      const phone = this.phone[line]!;
      if (this.surname[line] === 0 || !nameless.has(phone) || this.#by(buyer) !== BY.phone) return;
      const name = this.names.text(Buffer.from(this.buyers.bytes(buyer)).readInt32LE(1));
      const other = this.#buyerOf(this.shop[line]!, BY.phone, NO_KEY, phone);
      const owner = owners.get(other);
      if (owner === undefined || name < owner.name) owners.set(other, { name, buyer });
    });
    return new Map([...owners].map(([other, { buyer }]) => [other, buyer]));
  }

  #area(district: number, text: string): number {
    if (district === NO_KEY) return NO_KEY;
    this.#areas[district] ??= FULL_DISTRICT.test(text)
      ? this.#areaNames.internText(text.replace(DISTRICT_END, ''))
      : NO_KEY;
    return this.#areas[district];
  }

  /** The number of a person, given with the first sight of an account or phone in a shop. */
  #person(byShop: number[][], shop: number, key: number): number {
    if (key === NO_KEY) return NO_KEY;
    byShop[shop] ??= [];
    const numbers = byShop[shop];
    numbers[key] ??= this.peopleCount++;
    return numbers[key];
  }

  #grow(): void {
    const old = this.#capacity;
    const capacity = old * 2;
    this.#capacity = capacity;
    this.buyer = enlarged(this.buyer, capacity).fill(NO_KEY, old);
    this.person = enlarged(this.person, capacity).fill(NO_KEY, old);
    this.phone = enlarged(this.phone, capacity).fill(NO_KEY, old);
    this.room = enlarged(this.room, capacity).fill(NO_KEY, old);
    this.pickup = enlarged(this.pickup, capacity).fill(NO_KEY, old);
    this.district = enlarged(this.district, capacity).fill(NO_KEY, old);
    this.place = enlarged(this.place, capacity).fill(NO_KEY, old);
    this.namesake = enlarged(this.namesake, capacity).fill(NO_KEY, old);
    this.province = enlarged(this.province, capacity).fill(NO_KEY, old);
    this.warehouse = enlarged(this.warehouse, capacity).fill(NO_KEY, old);
    this.phoneCrowd = enlarged(this.phoneCrowd, capacity).fill(NO_KEY, old);
    this.placeCrowd = enlarged(this.placeCrowd, capacity).fill(NO_KEY, old);
    this.shop = enlarged(this.shop, capacity);
    this.surname = enlarged(this.surname, capacity);
    this.masked = enlarged(this.masked, capacity);
  }
}

function keyOf(table: TextKeys, text: string): number {
  return text === '' ? NO_KEY : table.internText(text);
}

/**
 * A number for a text, `NO_KEY` for '': without a table, for there are as many of them as lines. Two texts have one
 * number by an accident of one in two thousand million; then two recipients of one parcel are taken for one.
 */
function hashOf(text: string): number {
  if (text === '') return NO_KEY;
  let hash = FNV_OFFSET;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), FNV_PRIME);
  return (hash ^ (hash >>> 15)) & MOST_POSITIVE;
}

/** As `keyOf`, for texts that come again and again. */
function numberOf(table: TextKeys, known: Map<string, number>, text: string): number {
  if (text === '') return NO_KEY;
  let number = known.get(text);
  if (number === undefined) {
    number = table.internText(text);
    known.set(text, number);
  }
  return number;
}
