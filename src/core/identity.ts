// Who stands behind the held lines of a run: identity keys as typed columns, beside the lines of the order book.

import { HashedKeys, NO_KEY } from './hashed-keys.js';
import { enlarged } from './key-table.js';
import { TextHash } from './text-hash.js';

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
  /** Bits of `LISTED`: lists of the shop that it is on. */
  readonly listed?: number;
}

/** Turns the cells of a recipient into what identifies them; never throws, whatever the cells hold. */
export type Identify = (recipient: Recipient) => Identity;

/** How a buyer is known. */
const BY = { nothing: 0, account: 1, phone: 2, room: 3 } as const;
/** Kinds of keys, for their hashes. */
const KIND = { account: 1, phone: 2, room: 3, pickup: 4, place: 5, namesake: 6, name: 7 } as const;
const MOST_POSITIVE = 0x7fffffff;
/** Digits of a mobile number. A longer key is one with an extension. */
const MOBILE_DIGITS = 11;
const DASH = 0x2d;
/** A district with its province and its city; `区`, `县` and their like are left out of it: 余杭 is 余杭区. */
const FULL_DISTRICT = /^[^|]+\|[^|]+\|[^|]+$/;
const DISTRICT_END = /(?<=[^|]{2})(?:新区|[区县市])$/;

/**
 * Columns parallel to the rows of `LineTable`. Keys are numbered in order of the lines, once all lines are set.
 * Memory: about 90 bytes a held line.
 */
export class IdentityLines {
  readonly phones = new HashedKeys();
  readonly rooms = new HashedKeys();
  readonly pickups = new HashedKeys();
  /** Shop and account; else shop, name and full phone; without a phone, shop, name and room. */
  readonly buyers = new HashedKeys();
  /** Accounts and full phones of which a rule about one person speaks; those of each shop are its own. */
  readonly persons = new HashedKeys();

  #capacity = 1 << 8;
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

  /** Of lines whose recipient is on a list of the shop: bits of `LISTED`. */
  readonly listed = new Map<number, number>();

  /** How each line's buyer is known, `BY`; and the hash of a person's name, 0 without one. */
  #by = new Uint8Array(this.#capacity);
  #name = new Int32Array(this.#capacity);
  /** Numbers of `#districts`, as they are written. */
  #district = new Int32Array(this.#capacity).fill(NO_KEY);
  /** Digits of full phones one behind the other, and where each line's begin. */
  #digits = new Uint8Array(1 << 12);
  #digitsEnd = 0;
  #digitsFrom = new Uint32Array(this.#capacity);
  #digitsLength = new Uint8Array(this.#capacity);

  readonly #districts = new Numbered();
  readonly #provinces = new Numbered();
  /** For each of `#districts` its number among the full ones, `NO_KEY` where it is told in part. */
  readonly #areas: number[] = [];
  readonly #areaNames = new Numbered();
  /** Mobile numbers that were seen with an extension: pools, shared by strangers. */
  readonly #pools = new Set<string>();
  /** See `buyerOf`; found when first asked for. */
  #owners: ReadonlyMap<number, number> | null = null;
  readonly #hash = new TextHash();
  readonly #roomHash = new TextHash();

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
    this.#owners = null;
    const { name, phone, room, pickup, place } = identity;
    const hash = this.#hash;
    const district = this.#districts.of(identity.district);
    this.#district[line] = district;
    this.district[line] = this.#area(district, identity.district);
    this.province[line] = this.#provinces.of(identity.province);
    if (room !== '') this.rooms.note(line, this.#roomHash.begin(KIND.room).number(district).text(room));
    if (pickup !== '') this.pickups.note(line, hash.begin(KIND.pickup).number(district).text(pickup));
    if (phone !== '') {
      this.phones.note(line, hash.begin(KIND.phone).text(phone));
      this.#keepDigits(line, phone);
    }
    this.#setBuyer(line, identity, buyerId === '' || buyerId.includes('*') ? '' : buyerId, shop);
    this.place[line] = place === '' ? NO_KEY : hash.begin(KIND.place).text(place).low & MOST_POSITIVE;
    if (name !== '' && phone !== '') {
      const base = phone.length <= MOBILE_DIGITS ? phone : (phone.split('-', 1)[0] ?? phone);
      this.namesake[line] = hash.begin(KIND.namesake).text(base).text(name).low & MOST_POSITIVE;
    }
    if (identity.listed !== undefined) this.listed.set(line, identity.listed);
    this.shop[line] = shop;
    this.phoneCrowd[line] = phoneCrowd;
    this.placeCrowd[line] = placeCrowd;
    this.surname[line] = identity.surname === '' ? 0 : identity.surname.charCodeAt(0);
    this.masked[line] = identity.masked ? 1 : 0;
    if (phone.charCodeAt(MOBILE_DIGITS) === DASH) this.#pools.add(phone.slice(0, MOBILE_DIGITS));
  }

  /** Tells where a line is sent from: a province by its short name, '' when not known. */
  setWarehouse(line: number, province: string): void {
    this.cover(line);
    this.warehouse[line] = this.#provinces.of(province);
  }

  /** Makes room for a line. One that is never set has no key at all. */
  cover(line: number): void {
    while (line >= this.#capacity) this.#grow();
  }

  /**
   * The buyer of a line, `NO_KEY` when nobody is identified exactly. A phone without a person's name is nobody new:
   * such an order belongs to the buyer who is named on that phone; of several, always to the same one, in whatever
   * order the lines were set.
   */
  buyerOf(line: number): number {
    const buyer = this.buyers.of(line);
    if (buyer === NO_KEY || this.surname[line] !== 0 || this.#by[line] !== BY.phone) return buyer;
    this.#owners ??= this.#findOwners();
    return this.#owners.get(this.persons.of(line)) ?? buyer;
  }

  /** `buyerOf` of the first `lines` lines. */
  buyersOfLines(lines: number): Int32Array {
    return Int32Array.from({ length: lines }, (_, line) => this.buyerOf(line));
  }

  /** True for a buyer who is known by an account, not by a recipient's name. */
  isAccount(buyer: number): boolean {
    return this.#by[this.buyers.firstLine(buyer)] === BY.account;
  }

  /** True for a bare number that stands with an extension elsewhere: a pool of virtual numbers identifies nobody. */
  isPool(phone: number): boolean {
    return this.#pools.size > 0 && this.#pools.has(this.phoneText(phone));
  }

  /** The digits of a full phone, base + '-' + extension where it has one. */
  phoneText(phone: number): string {
    const line = this.phones.firstLine(phone);
    const from = this.#digitsFrom[line]!;
    return String.fromCharCode(...this.#digits.subarray(from, from + this.#digitsLength[line]!));
  }

  /** `province|city|district` of a room or a pickup point. */
  districtText(keys: HashedKeys, key: number): string {
    return this.#districts.text(this.#district[keys.firstLine(key)]!);
  }

  /**
   * Nobody is identified where something is masked and a name or phone is missing: it may be the masked one, and then
   * what is visible is no exact key.
   */
  #setBuyer(
    line: number,
    { name, surname, phone, room, masked }: Identity,
    account: string,
    shop: number,
  ): void {
    const hash = this.#hash;
    if (account !== '') {
      hash.begin(KIND.account).number(shop).text(account);
      this.buyers.note(line, hash);
      this.persons.note(line, hash);
      this.#by[line] = BY.account;
      return;
    }
    if (phone !== '') this.persons.note(line, hash.begin(KIND.phone).number(shop).text(phone));
    if (masked && (name === '' || phone === '')) return;
    if (phone !== '') {
      // The person's hash goes on with the name; an organisation is nobody's.
      const person = surname === '' ? '' : name;
      this.buyers.note(line, hash.text(person));
      this.#by[line] = BY.phone;
      if (person !== '') this.#name[line] = hash.begin(KIND.name).text(person).low | 1;
    } else if (name !== '' && room !== '') {
      const { low, high } = this.#roomHash;
      this.buyers.note(line, hash.begin(KIND.name).number(shop).number(low).number(high).text(name));
      this.#by[line] = BY.room;
    }
  }

  /** For each person of whom some line has no name the buyer who is named on the same phone in the same shop. */
  #findOwners(): Map<number, number> {
    const persons = this.persons.numbers;
    const nameless = new Set<number>();
    for (let line = 0; line < persons.length; line++) {
      if (this.surname[line] === 0 && this.#by[line] === BY.phone) nameless.add(persons[line]!);
    }
    const owners = new Map<number, number>();
    const names = new Map<number, number>();
    for (let line = 0; line < persons.length; line++) {
      const person = persons[line]!;
      if (this.surname[line] === 0 || this.#by[line] !== BY.phone || !nameless.has(person)) continue;
      const name = this.#name[line]!;
      if (name >= (names.get(person) ?? Number.POSITIVE_INFINITY)) continue;
      names.set(person, name);
      owners.set(person, this.buyers.of(line));
    }
    return owners;
  }

  #area(district: number, text: string): number {
    if (district === NO_KEY) return NO_KEY;
    this.#areas[district] ??= FULL_DISTRICT.test(text)
      ? this.#areaNames.of(text.replace(DISTRICT_END, ''))
      : NO_KEY;
    return this.#areas[district];
  }

  #keepDigits(line: number, phone: string): void {
    const from = this.#digitsEnd;
    if (from + phone.length > this.#digits.length) {
      this.#digits = enlarged(this.#digits, Math.ceil((from + phone.length) * 1.5));
    }
    for (let i = 0; i < phone.length; i++) this.#digits[from + i] = phone.charCodeAt(i);
    this.#digitsFrom[line] = from;
    this.#digitsLength[line] = phone.length;
    this.#digitsEnd = from + phone.length;
  }

  #grow(): void {
    const old = this.#capacity;
    const capacity = Math.ceil(old * 1.5);
    this.#capacity = capacity;
    this.district = enlarged(this.district, capacity).fill(NO_KEY, old);
    this.place = enlarged(this.place, capacity).fill(NO_KEY, old);
    this.namesake = enlarged(this.namesake, capacity).fill(NO_KEY, old);
    this.province = enlarged(this.province, capacity).fill(NO_KEY, old);
    this.warehouse = enlarged(this.warehouse, capacity).fill(NO_KEY, old);
    this.phoneCrowd = enlarged(this.phoneCrowd, capacity).fill(NO_KEY, old);
    this.placeCrowd = enlarged(this.placeCrowd, capacity).fill(NO_KEY, old);
    this.#district = enlarged(this.#district, capacity).fill(NO_KEY, old);
    this.shop = enlarged(this.shop, capacity);
    this.surname = enlarged(this.surname, capacity);
    this.masked = enlarged(this.masked, capacity);
    this.#by = enlarged(this.#by, capacity);
    this.#name = enlarged(this.#name, capacity);
    this.#digitsFrom = enlarged(this.#digitsFrom, capacity);
    this.#digitsLength = enlarged(this.#digitsLength, capacity);
  }
}

/** Numbers for texts of which there are few, in order of first sight. */
class Numbered {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** `NO_KEY` for ''. */
  of(text: string): number {
    if (text === '') return NO_KEY;
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.push(text) - 1;
      this.#numbers.set(text, number);
    }
    return number;
  }

  /** '' for `NO_KEY`. */
  text(number: number): string {
    return this.#texts[number] ?? '';
  }
}
