// Who stands behind the held lines of a run: identity keys as typed columns, beside the lines of the order book.

import { HashedKeys, NO_KEY } from './hashed-keys.js';
import type { Identity } from './identity.js';
import {
  growColumns,
  type IdentityColumns,
  type IdentityParts,
  identityColumns,
} from './identity-columns.js';
import { enlarged } from './key-table.js';
import { NumberedTexts } from './numbered-texts.js';
import { TextHash } from './text-hash.js';
import { TextPool } from './text-pool.js';

/** How a buyer is known. */
const BY = { nothing: 0, account: 1, phone: 2, room: 3, recipientId: 4 } as const;
/** Kinds of keys, for their hashes. */
const KIND = {
  account: 1,
  phone: 2,
  room: 3,
  pickup: 4,
  place: 5,
  namesake: 6,
  name: 7,
  recipientId: 8,
  payer: 9,
  masked: 10,
  block: 11,
} as const;
const MOST_POSITIVE = 0x7fffffff;
/** Digits of a mobile number. A longer key is one with an extension. */
const MOBILE_DIGITS = 11;
const DASH = 0x2d;
/** A district with its province and its city; `区`, `县` and their like are left out of it: 余杭 is 余杭区. */
const FULL_DISTRICT = /^[^|]+\|[^|]+\|[^|]+$/;
const DISTRICT_END = /(?<=[^|]{2})(?:新区|[区县市])$/;

/**
 * Columns parallel to the rows of `LineTable`. Keys are numbered in order of the lines, once all lines are set.
 * Memory: about 170 bytes a held line.
 */
export class IdentityLines {
  readonly phones: HashedKeys;
  readonly rooms: HashedKeys;
  readonly pickups: HashedKeys;
  /** Shop and account; else shop, name and full phone; without a phone, shop, name and room. */
  readonly buyers: HashedKeys;
  /** Full phones of the accounts that pay. */
  readonly payers: HashedKeys;
  /** What is visible of a masked name and phone, in one district. */
  readonly masks: HashedKeys;
  /** Districts with the numbers of an address: rooms written like one another agree in them. */
  readonly blocks: HashedKeys;
  /** Accounts and full phones of which a rule about one person speaks; those of each shop are its own. */
  readonly persons: HashedKeys;

  /** What was set of each line. */
  readonly columns: IdentityColumns;
  #capacity = 1 << 8;
  /** Of lines whose recipient is on a list of the shop: bits of `LISTED`. */
  readonly listed = new Map<number, number>();
  /** Digits of full phones one behind the other. */
  #digits: Uint8Array;
  #digitsEnd = 0;
  /** Texts of rooms one behind the other. */
  readonly #roomTexts: TextPool;
  readonly #accounts: TextPool;

  readonly #districts: NumberedTexts;
  readonly #provinces = new NumberedTexts();
  /** What is visible of masked names: there are few hundred. */
  readonly #visible = new NumberedTexts();
  /** For each of `#districts` its number among the full ones, `NO_KEY` where it is told in part. */
  readonly #areas: number[] = [];
  readonly #areaNames = new NumberedTexts();
  /** Mobile numbers that were seen with an extension: pools, shared by strangers. */
  readonly #pools: Set<string>;
  /** See `buyerOf`; found when first asked for. */
  #owners: ReadonlyMap<number, number> | null = null;
  readonly #hash = new TextHash();
  readonly #roomHash = new TextHash();

  /** `parts`: what another one handed over; then it can be asked, and nothing is set any more. */
  constructor(parts?: IdentityParts) {
    this.columns = parts?.columns ?? identityColumns(this.#capacity);
    const [phones, rooms, pickups, buyers, persons, payers, masks, blocks] = parts?.keys ?? [];
    this.phones = new HashedKeys(phones);
    this.rooms = new HashedKeys(rooms);
    this.pickups = new HashedKeys(pickups);
    this.buyers = new HashedKeys(buyers);
    this.persons = new HashedKeys(persons);
    this.payers = new HashedKeys(payers);
    this.masks = new HashedKeys(masks);
    this.blocks = new HashedKeys(blocks);
    this.#roomTexts = new TextPool(parts?.roomTexts);
    this.#accounts = new TextPool(parts?.accounts);
    this.#digits = parts?.digits ?? new Uint8Array(1 << 12);
    this.#districts = new NumberedTexts(parts?.districts);
    this.#pools = new Set(parts?.pools);
  }

  /** All that can be asked of it, to be passed to another thread. */
  handOver(): IdentityParts {
    const { columns, phones, rooms, pickups, buyers, persons, payers, masks, blocks } = this;
    const keys = [phones, rooms, pickups, buyers, persons, payers, masks, blocks];
    return {
      columns,
      keys: keys.map((column) => column.handOver()),
      digits: this.#digits,
      roomTexts: this.#roomTexts.handOver(),
      accounts: this.#accounts.handOver(),
      districts: this.#districts.texts,
      pools: this.#pools,
    };
  }

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
    const { name, phone, room, pickup, place, recipientId = '' } = identity;
    const hash = this.#hash;
    const district = this.#districts.of(identity.district);
    this.columns.written[line] = district;
    this.columns.district[line] = this.#area(district, identity.district);
    this.columns.province[line] = this.#provinces.of(identity.province);
    this.columns.looks[line] = identity.looks ?? 0;
    this.columns.communal[line] = identity.communal === true ? 1 : 0;
    if (room !== '') {
      this.rooms.note(line, this.#roomHash.begin(KIND.room).number(district).text(room));
      this.columns.roomFrom[line] = this.#roomTexts.add(room);
      this.columns.roomLength[line] = room.length;
      if (identity.block)
        this.blocks.note(line, hash.begin(KIND.block).number(district).text(identity.block));
    } else if (recipientId !== '' && pickup === '' && place === '')
      this.rooms.note(line, hash.begin(KIND.recipientId).text(recipientId));
    this.#setWeak(line, identity, district);
    if (pickup !== '') this.pickups.note(line, hash.begin(KIND.pickup).number(district).text(pickup));
    if (phone !== '') {
      this.phones.note(line, hash.begin(KIND.phone).text(phone));
      this.#keepDigits(line, phone);
    }
    this.#setBuyer(line, identity, buyerId === '' || buyerId.includes('*') ? '' : buyerId, shop);
    this.columns.place[line] = place === '' ? NO_KEY : hash.begin(KIND.place).text(place).low & MOST_POSITIVE;
    if (name !== '' && phone !== '') {
      const base = phone.length <= MOBILE_DIGITS ? phone : (phone.split('-', 1)[0] ?? phone);
      this.columns.namesake[line] = hash.begin(KIND.namesake).text(base).text(name).low & MOST_POSITIVE;
    }
    if (identity.listed !== undefined) this.listed.set(line, identity.listed);
    this.columns.shop[line] = shop;
    this.columns.phoneCrowd[line] = phoneCrowd;
    this.columns.placeCrowd[line] = placeCrowd;
    this.columns.surname[line] = identity.surname === '' ? 0 : identity.surname.charCodeAt(0);
    this.columns.masked[line] = identity.masked ? 1 : 0;
    if (phone.charCodeAt(MOBILE_DIGITS) === DASH) this.#pools.add(phone.slice(0, MOBILE_DIGITS));
  }

  /** Tells where a line is sent from: a province by its short name, '' when not known. */
  setWarehouse(line: number, province: string): void {
    this.cover(line);
    this.columns.warehouse[line] = this.#provinces.of(province);
  }

  /** Makes room for a line. One that is never set has no key at all. */
  cover(line: number): void {
    while (line >= this.#capacity) {
      this.#capacity = Math.ceil(this.#capacity * 1.5);
      growColumns(this.columns, this.#capacity);
    }
  }

  /**
   * The buyer of a line, `NO_KEY` when nobody is identified exactly. A phone without a person's name is nobody new:
   * such an order belongs to the buyer who is named on that phone; of several, always to the same one, in whatever
   * order the lines were set.
   */
  buyerOf(line: number): number {
    const buyer = this.buyers.of(line);
    if (buyer === NO_KEY || this.columns.name[line] !== 0 || this.columns.by[line] !== BY.phone) return buyer;
    this.#owners ??= this.#findOwners();
    return this.#owners.get(this.persons.of(line)) ?? buyer;
  }

  /** `buyerOf` of the first `lines` lines. */
  buyersOfLines(lines: number): Int32Array {
    return Int32Array.from({ length: lines }, (_, line) => this.buyerOf(line));
  }

  /** True for a buyer who is known by an account, not by a recipient's name. */
  isAccount(buyer: number): boolean {
    return this.columns.by[this.buyers.firstLine(buyer)] === BY.account;
  }

  /** The account of a buyer, '' for one who is not known by it. */
  accountText(buyer: number): string {
    const line = this.buyers.firstLine(buyer);
    return this.#accounts.text(this.columns.accountFrom[line]!, this.columns.accountLength[line]!);
  }

  /** True for a buyer who is known by the platform's anonymous id of the recipient. */
  isRecipientId(buyer: number): boolean {
    return this.columns.by[this.buyers.firstLine(buyer)] === BY.recipientId;
  }

  /** True for a room of which no address is seen: an anonymous id, which stands for one person at one address. */
  isOneRecipient(room: number): boolean {
    return this.columns.place[this.rooms.firstLine(room)] === NO_KEY;
  }

  /** True for a bare number that stands with an extension elsewhere: a pool of virtual numbers identifies nobody. */
  isPool(phone: number): boolean {
    return this.#pools.size > 0 && this.#pools.has(this.phoneText(phone));
  }

  /** The digits of a full phone, base + '-' + extension where it has one. */
  phoneText(phone: number): string {
    const line = this.phones.firstLine(phone);
    const from = this.columns.digitsFrom[line]!;
    return String.fromCharCode(...this.#digits.subarray(from, from + this.columns.digitsLength[line]!));
  }

  /** The digits of a payer's phone. */
  payerText(payer: number): string {
    return String(this.columns.payer[this.payers.firstLine(payer)]);
  }

  /** The last four digits of a masked phone. */
  tailText(mask: number): string {
    return String(this.columns.tail[this.masks.firstLine(mask)]).padStart(4, '0');
  }

  /** The text of the room of a line: the address below the district; '' without one. */
  roomText(line: number): string {
    return this.#roomTexts.text(this.columns.roomFrom[line]!, this.columns.roomLength[line]!);
  }

  /** `province|city|district` of a line's address; '' where none of them is told. */
  districtText(line: number): string {
    return this.#districts.text(this.columns.written[line]!);
  }

  /**
   * Nobody is identified where something is masked and a name or phone is missing: it may be the masked one, and then
   * what is visible is no exact key.
   */
  #setBuyer(
    line: number,
    { name, surname, nickname = false, phone, room, masked, recipientId = '' }: Identity,
    account: string,
    shop: number,
  ): void {
    const hash = this.#hash;
    if (account !== '') {
      hash.begin(KIND.account).number(shop).text(account);
      this.buyers.note(line, hash);
      this.persons.note(line, hash);
      this.columns.by[line] = BY.account;
      this.columns.accountFrom[line] = this.#accounts.add(account);
      this.columns.accountLength[line] = account.length;
      return;
    }
    if (phone !== '') this.persons.note(line, hash.begin(KIND.phone).number(shop).text(phone));
    const isUnclear = masked && (name === '' || phone === '');
    if (recipientId !== '' && (isUnclear || (phone === '' && (name === '' || room === '')))) {
      hash.begin(KIND.recipientId).number(shop).text(recipientId);
      this.buyers.note(line, hash);
      if (phone === '') this.persons.note(line, hash);
      this.columns.by[line] = BY.recipientId;
      return;
    }
    if (isUnclear) return;
    if (phone !== '') {
      // The person's hash goes on with the name; an organisation is nobody's, and neither is a pet name.
      const person = surname === '' || nickname ? '' : name;
      this.buyers.note(line, hash.text(person));
      this.columns.by[line] = BY.phone;
      if (person !== '') this.columns.name[line] = hash.begin(KIND.name).text(person).low | 1;
    } else if (name !== '' && room !== '') {
      const { low, high } = this.#roomHash;
      this.buyers.note(line, hash.begin(KIND.name).number(shop).number(low).number(high).text(name));
      this.columns.by[line] = BY.room;
    }
  }

  /** For each person of whom some line has no name the buyer who is named on the same phone in the same shop. */
  #findOwners(): Map<number, number> {
    const persons = this.persons.numbers;
    const nameless = new Set<number>();
    for (let line = 0; line < persons.length; line++) {
      if (this.columns.name[line] === 0 && this.columns.by[line] === BY.phone) nameless.add(persons[line]!);
    }
    const owners = new Map<number, number>();
    const names = new Map<number, number>();
    for (let line = 0; line < persons.length; line++) {
      const person = persons[line]!;
      if (this.columns.name[line] === 0 || this.columns.by[line] !== BY.phone || !nameless.has(person))
        continue;
      const name = this.columns.name[line]!;
      if (name >= (names.get(person) ?? Number.POSITIVE_INFINITY)) continue;
      names.set(person, name);
      owners.set(person, this.buyers.of(line));
    }
    return owners;
  }

  /** Keys that never identify anybody by themselves. */
  #setWeak(line: number, identity: Identity, district: number): void {
    const { payer, phone, maskedName, tail } = identity;
    const hash = this.#hash;
    // One's own phone is no second key.
    if (payer && payer !== phone) {
      this.payers.note(line, hash.begin(KIND.payer).text(payer));
      this.columns.payer[line] = Number(payer);
    }
    if (!maskedName || !tail || district === NO_KEY) return;
    this.columns.maskedName[line] = this.#visible.of(maskedName);
    this.columns.tail[line] = Number(tail);
    this.masks.note(line, hash.begin(KIND.masked).number(district).text(maskedName).text(tail));
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
    this.columns.digitsFrom[line] = from;
    this.columns.digitsLength[line] = phone.length;
    this.#digitsEnd = from + phone.length;
  }
}
