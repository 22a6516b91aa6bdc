// Keys that several buyers use, and what becomes of each: it links, it is a hub, or it is refused, and why.

import type { Strength } from '../core/finding.js';
import { KEY_KINDS, type KeyKind, KIND_STRENGTH, type LinkKind } from '../core/link-kinds.js';
import { keysOf, type LinkedOrder } from './linked-order.js';

/** What one key of one kind carries. */
export interface Shared<Kind extends KeyKind = KeyKind> {
  readonly kind: Kind;
  readonly key: number;
  /** In the sequence of the orders. */
  readonly orders: readonly LinkedOrder[];
  /** Distinct, ascending, without the unknown ones. */
  readonly buyers: readonly number[];
}

/** A key that joins its buyers. */
export interface LinkingKey extends Shared<LinkKind> {
  readonly strength: Strength;
}

/** A key that stops linking. See `Hub`. */
export interface HubKey extends Shared {
  readonly reason: 'cap' | 'pool' | 'pickup' | 'listed';
  readonly people: number;
}

/**
 * Why a shared key joins nobody: `family`: one household is the simplest explanation. `quiet`: a household or a house
 * of strangers, and nothing about it alarms. `pickup`: a place where strangers fetch their parcels, and too few of them
 * to be told as a hub. `listed`: the shop has it on a list. `chance`: as many agree by accident. `bridge`: it alone, on
 * one pair of buyers, would join two groups.
 */
export const REFUSALS = ['family', 'quiet', 'pickup', 'listed', 'chance', 'bridge'] as const;
export type Refusal = (typeof REFUSALS)[number];

export interface RefusedKey {
  readonly kind: KeyKind;
  readonly key: number;
  readonly reason: Refusal;
}

/** A key of the shop's lists: it links nobody whatever its count, and `silent` ones are not even told as hubs. */
export type KnownKey = 'silent' | 'point';

export interface LinkageOptions {
  /** Buyers from which a component is a cluster: the catalogue's 3. */
  readonly fewestBuyers: number;
  /** People behind a key with whom it still links; one more and it stops. See `HUB_CAPS`. */
  readonly hubCap: Readonly<Partial<Record<LinkKind, number>>>;
  /** Buyers from which a pickup point is told: the catalogue's 5. */
  readonly fewestAtPickup: number;
  /** Distinct people behind a key over all records, 0 when not known. */
  people(kind: KeyKind, key: number): number;
  /** People behind a key beside those who are counted as pay-later buyers; 0 without it. */
  others?(kind: KeyKind, key: number): number;
  /** What the shop's lists make of a key: `silent` is known to be good, `point` is a known pickup point. */
  known?(kind: KeyKind, key: number): KnownKey | null;
  /** True for the bare number of a pool of virtual ones: it never links. */
  isPool(phone: number): boolean;
  /** A number for a buyer's surname, -1 when not known. */
  surname(buyer: number): number;
  /** The digits of a full phone. */
  phoneText?(phone: number): string;
  /** The account of a buyer, '' without one. */
  accountText?(buyer: number): string;
  /** True for a buyer known by an account rather than by a recipient's name. */
  isAccount(buyer: number): boolean;
  /** True for a room that is known by an anonymous id of one recipient there. */
  isOneRecipient?(room: number): boolean;
  /** True for a room behind whose door unrelated people live or work: it links, and is no strong key. */
  isCommunal?(room: number): boolean;
  /** True for rooms written alike, by the smallest of them, of which one is such a room. */
  isCommunalAlike?(group: number): boolean;
  /** True for a pickup point that is a forwarder's. */
  isForwarder?(pickup: number): boolean;
  /** Buyers from this number on are told by what is visible of a masked recipient, or by their order alone. */
  readonly identified?: number;
  /** Keys of visible parts may link: so few agree by accident. */
  readonly masksMayLink?: boolean;
  /** The rest of the shop, to compare a group with; without it nothing is compared. */
  readonly shop?: ShopBase;
}

/** All pay-later orders of a shop. Counts of orders; `fen` is their receivable. See `LinkedOrder.isDue`. */
export interface ShopBase {
  readonly orders: number;
  /** Past due, and of these what is open, and what is proven to be. */
  readonly due: number;
  readonly dueOpen: number;
  readonly dueProven: number;
  readonly buyers: number;
  readonly fen: number;
  fenOf(product: number): number;
}

/** What two buyers or more share, judged. */
export interface JudgedKeys {
  readonly links: readonly LinkingKey[];
  /** Keys of one family: its members belong together, and count as one. */
  readonly households: readonly Shared<LinkKind>[];
  readonly hubs: readonly HubKey[];
  readonly refused: readonly RefusedKey[];
}

/** Judges all keys, by kind and number. `orders` come in their order. */
export function judgeKeys(orders: readonly LinkedOrder[], options: LinkageOptions): JudgedKeys {
  const links: LinkingKey[] = [];
  const households: Shared<LinkKind>[] = [];
  const hubs: HubKey[] = [];
  const refused: RefusedKey[] = [];
  for (const kind of KEY_KINDS) {
    for (const shared of sharedKeys(orders, kind, options.identified ?? Number.POSITIVE_INFINITY)) {
      const { key } = shared;
      const known = options.known?.(kind, key) ?? null;
      if (known === 'silent') refused.push({ kind, key, reason: 'listed' });
      else if (known === 'point' || kind === 'pickup' || isForwarders(shared, options)) {
        const people = peopleOn(shared, options);
        const reason = known === 'point' ? 'listed' : 'pickup';
        if (people >= options.fewestAtPickup) hubs.push({ ...shared, reason, people });
        else refused.push({ kind, key, reason });
      } else if (isTooCommon(kind, shared, options)) {
        const reason = isPool(kind, key, options) ? 'pool' : 'cap';
        hubs.push({ ...shared, reason, people: peopleOn(shared, options) });
      } else {
        const linking = withoutApart({ ...shared, kind });
        if (linking.buyers.length < 2) continue;
        const reason = refusalOf(linking, options);
        if (reason === null) links.push({ ...linking, strength: strengthOf(linking, options) });
        else refused.push({ kind, key, reason });
        if (reason === 'family') households.push(linking);
      }
    }
  }
  return { links, households, hubs, refused };
}

/** The orders under each number that is not -1; the orders keep their sequence. */
export function grouped<T>(items: readonly T[], numbersOf: (item: T) => readonly number[]): Map<number, T[]> {
  const groups = new Map<number, T[]>();
  for (const item of items) {
    for (const number of numbersOf(item)) {
      const group = groups.get(number);
      if (group === undefined) groups.set(number, [item]);
      else group.push(item);
    }
  }
  return groups;
}

/** What says exactly where somebody lives or is called. */
export const EXACT: readonly KeyKind[] = ['phone', 'room', 'pickup', 'jigged'];

/**
 * Keys that two or more known buyers use, ascending. For an exact key nobody counts of whom only parts are visible:
 * the numbers from `identified` on.
 */
function sharedKeys(orders: readonly LinkedOrder[], kind: KeyKind, identified: number): Shared[] {
  const found: Shared[] = [];
  const counts = (buyer: number) => buyer >= 0 && (buyer < identified || !EXACT.includes(kind));
  for (const [key, group] of grouped(orders, (order) => keysOf(order, kind))) {
    if (group.length < 2) continue;
    const buyers = buyersOf(group).filter(counts);
    if (buyers.length >= 2) found.push({ kind, key, orders: group, buyers });
  }
  return found.sort((a, b) => a.key - b.key);
}

function buyersOf(orders: readonly LinkedOrder[]): number[] {
  return [...new Set(orders.map(({ buyer }) => buyer))].sort((a, b) => a - b);
}

/** What is left of a key for linking. That it is no hub was decided over all that stands on it. */
function withoutApart<Kind extends KeyKind>(shared: Shared<Kind>): Shared<Kind> {
  if (!shared.orders.some(({ apart }) => apart)) return shared;
  const orders = shared.orders.filter(({ apart }) => apart !== true);
  const left = new Set(buyersOf(orders));
  return { ...shared, orders, buyers: shared.buyers.filter((buyer) => left.has(buyer)) };
}

function peopleOn({ kind, key, buyers }: Shared, options: LinkageOptions): number {
  return Math.max(buyers.length, options.people(kind, key)) + (options.others?.(kind, key) ?? 0);
}

/** True for the phone of a forwarder: it stands on nothing but parcels that go to one. */
function isForwarders({ kind, orders }: Shared, options: LinkageOptions): boolean {
  if (kind !== 'phone') return false;
  return orders.every(({ pickup }) => pickup >= 0 && options.isForwarder?.(pickup) === true);
}

function isTooCommon(kind: LinkKind, shared: Shared, options: LinkageOptions): boolean {
  if (isPool(kind, shared.key, options)) return true;
  return peopleOn(shared, options) > (options.hubCap[kind] ?? Number.POSITIVE_INFINITY);
}

function isPool(kind: LinkKind, key: number, options: LinkageOptions): boolean {
  return kind === 'phone' && options.isPool(key);
}

function refusalOf(shared: Shared<LinkKind>, options: LinkageOptions): Refusal | null {
  if (shared.kind === 'masked' && options.masksMayLink !== true) return 'chance';
  return mayBeFamily(shared, options) ? 'family' : null;
}

/**
 * True when one household is the simplest explanation: no two surnames, and, for a room, no two phones. For a phone
 * the place of the second phone is taken by two accounts: a family orders under several names from one account, not
 * under one name from several. So does it for a room that is one recipient's. By any other key a household is told
 * only where all surnames are known and the same.
 */
function mayBeFamily({ kind, key, orders, buyers }: Shared<LinkKind>, options: LinkageOptions): boolean {
  const all = buyers.map((buyer) => options.surname(buyer));
  const surnames = new Set(all.filter((surname) => surname >= 0));
  if (surnames.size >= 2) return false;
  if (kind === 'phone' || (kind === 'room' && options.isOneRecipient?.(key) === true))
    return buyers.filter((buyer) => options.isAccount(buyer)).length < 2;
  if (kind !== 'room' && kind !== 'jigged') return all.every((surname) => surname >= 0);
  const known = orders.filter(({ buyer, phone }) => buyer >= 0 && phone >= 0);
  return new Set(known.map(({ phone }) => phone)).size < 2;
}

/** A key that joins people of whom little is seen, or who live or work behind one door as strangers, is never strong. */
function strengthOf({ kind, key, buyers }: Shared<LinkKind>, options: LinkageOptions): Strength {
  const strength = KIND_STRENGTH[kind];
  if (strength !== 'strong') return strength;
  const isClear = buyers.every((buyer) => buyer < (options.identified ?? Number.POSITIVE_INFINITY));
  const isCommunal = kind === 'room' && options.isCommunal?.(key) === true;
  return isClear && !isCommunal ? 'strong' : 'moderate';
}
