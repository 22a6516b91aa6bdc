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
  /** A full phone: its digits, or base + '-' + extension; '' when absent or masked. */
  readonly phone: string;
  /** The address below the district down to the room; '' when it names no room or is masked. */
  readonly room: string;
  /** The same of a pickup point, locker, warehouse or forwarder, down to the point's own name: such a one has no room. */
  readonly pickup: string;
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
const BUYER_BYTES = 9;
/** Digits of a mobile number. A longer key is one with an extension. */
const MOBILE_DIGITS = 11;
const DASH = 0x2d;

/**
 * Columns parallel to the rows of `LineTable`: numbers of keys, `NO_KEY` for none.
 * Memory: about 45 bytes a held line, and the texts of the distinct keys.
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
  /** Accounts; else name and full phone; without a phone, name and room: numbers of the tables above. */
  readonly buyers = new KeyTable();
  /** Accounts and full phones of which a rule about one person speaks. */
  peopleCount = 0;
  readonly #accountPeople: number[] = [];
  readonly #phonePeople: number[] = [];
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
  district = new Int32Array(this.#capacity).fill(NO_KEY);
  province = new Int32Array(this.#capacity).fill(NO_KEY);
  /** The province of the warehouse that sends the line, a key like `province`. */
  warehouse = new Int32Array(this.#capacity).fill(NO_KEY);
  /** Entries of the `Crowd` for the line's phone cell and address cells. */
  phoneCrowd = new Int32Array(this.#capacity).fill(NO_KEY);
  placeCrowd = new Int32Array(this.#capacity).fill(NO_KEY);
  /** First code unit of the name, 0 without one: enough to tell two surnames apart. */
  surname = new Uint16Array(this.#capacity);
  /** 1: a name, a phone or an address stands there, but masked. */
  masked = new Uint8Array(this.#capacity);

  /** Sets the row of a line. `buyerId` is the account's id, '' without one; a masked one is none. */
  set(line: number, identity: Identity, buyerId: string, phoneCrowd = NO_KEY, placeCrowd = NO_KEY): void {
    this.cover(line);
    const { name, masked } = identity;
    const account = buyerId === '' || buyerId.includes('*') ? NO_KEY : this.accounts.internText(buyerId);
    const phone = keyOf(this.phones, identity.phone);
    const district = numberOf(this.districts, this.#districtNumbers, identity.district);
    const room = identity.room === '' ? NO_KEY : this.rooms.internBelow(district, identity.room);
    this.buyer[line] = this.#buyer(account, name, phone, room, masked);
    this.person[line] =
      account === NO_KEY
        ? this.#person(this.#phonePeople, phone)
        : this.#person(this.#accountPeople, account);
    this.phone[line] = phone;
    this.room[line] = room;
    this.pickup[line] = identity.pickup === '' ? NO_KEY : this.pickups.internBelow(district, identity.pickup);
    this.district[line] = district;
    this.province[line] = numberOf(this.provinces, this.#provinceNumbers, identity.province);
    this.phoneCrowd[line] = phoneCrowd;
    this.placeCrowd[line] = placeCrowd;
    this.surname[line] = name === '' ? 0 : name.charCodeAt(0);
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

  /** True for a buyer who is known by an account, not by a recipient's name. */
  isAccount(buyer: number): boolean {
    return this.buyers.bytes(buyer)[0] === BY.account;
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
  #buyer(account: number, name: string, phone: number, room: number, masked: boolean): number {
    if (account !== NO_KEY) return this.#buyerOf(BY.account, account, NO_KEY);
    if (masked && (name === '' || phone === NO_KEY)) return NO_KEY;
    if (phone !== NO_KEY) return this.#buyerOf(BY.phone, keyOf(this.names, name), phone);
    return name === '' || room === NO_KEY
      ? NO_KEY
      : this.#buyerOf(BY.room, this.names.internText(name), room);
  }

  #buyerOf(by: number, first: number, second: number): number {
    const key = this.#buyerKey;
    key[0] = by;
    key.writeInt32LE(first, 1);
    key.writeInt32LE(second, 5);
    return this.buyers.intern(key, 0, BUYER_BYTES);
  }

  /** The number of a person, given with the first sight of an account or phone. */
  #person(numbers: number[], key: number): number {
    if (key === NO_KEY) return NO_KEY;
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
    this.province = enlarged(this.province, capacity).fill(NO_KEY, old);
    this.warehouse = enlarged(this.warehouse, capacity).fill(NO_KEY, old);
    this.phoneCrowd = enlarged(this.phoneCrowd, capacity).fill(NO_KEY, old);
    this.placeCrowd = enlarged(this.placeCrowd, capacity).fill(NO_KEY, old);
    this.surname = enlarged(this.surname, capacity);
    this.masked = enlarged(this.masked, capacity);
  }
}

function keyOf(table: TextKeys, text: string): number {
  return text === '' ? NO_KEY : table.internText(text);
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
