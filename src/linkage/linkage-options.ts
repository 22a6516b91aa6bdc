// What linkage asks of the identities of a run: who stands behind a key, and what tells two buyers of one household.

import type { Crowd } from '../core/crowd.js';
import { type HashedKeys, NO_KEY } from '../core/hashed-keys.js';
import type { IdentityLines } from '../core/identity-lines.js';
import type { KeyKind } from '../core/link-kinds.js';
import {
  HUB_PEOPLE,
  LINK_BUYERS,
  MOST_ACCIDENTS,
  NOTE_PEOPLE,
  PICKUP_PEOPLE,
  WAYBILL_PEOPLE,
} from '../core/link-limits.js';
import { LISTED } from '../core/lists.js';
import { expectedAccidents } from './collisions.js';
import type { RoomGroups } from './jigged-rooms.js';
import type { LinkageOptions, ShopBase } from './shared-keys.js';

/** The catalogue's defaults: CL1 and CL2, its hub caps, CL5. */
export const DEFAULT_LIMITS: LinkLimits = {
  fewestBuyers: LINK_BUYERS,
  hubCap: hubCaps(HUB_PEOPLE, HUB_PEOPLE, NOTE_PEOPLE, WAYBILL_PEOPLE),
  fewestAtPickup: PICKUP_PEOPLE,
};
export type LinkLimits = Pick<LinkageOptions, 'fewestBuyers' | 'hubCap' | 'fewestAtPickup'>;
const SEVERAL = -2;

/** The caps of all kinds: those of what is like a phone or like a room go with these. Lockstep has a guard of its own. */
export function hubCaps(
  phone: number,
  room: number,
  note: number,
  waybill: number,
): LinkageOptions['hubCap'] {
  return { phone, payer: phone, masked: phone, room, jigged: room, note, waybill };
}

/** Kinds of keys of which ordinary orders are counted too. */
type CrowdKind = 'phone' | 'room' | 'pickup';

/** Distinct people behind a key among the records of a shop; 0 where not known, or where one buyer alone uses it. */
export type PeopleBehind = (kind: KeyKind, key: number, shop: number) => number;

/**
 * Counts the people behind every key that several buyers use. `lines` is the number of held lines. Who stands behind a
 * key is counted among the records of each shop alone. Time: one pass over the lines and one over the crowd's notes.
 */
export function peopleBehind(identities: IdentityLines, crowd: Crowd, lines: number): PeopleBehind {
  const { phones, rooms, pickups, columns } = identities;
  const { phoneCrowd, placeCrowd, shop } = columns;
  const kinds: Readonly<Record<CrowdKind, readonly [HashedKeys, Int32Array]>> = {
    phone: [phones, phoneCrowd],
    room: [rooms, placeCrowd],
    pickup: [pickups, placeCrowd],
  };
  /** Groups of the crowd, by shop and key. */
  const groups: Record<CrowdKind, Map<number, number>[]> = { phone: [], room: [], pickup: [] };
  const group: number[] = [];
  const entries: number[] = [];
  let size = 0;
  for (const kind of Object.keys(kinds) as CrowdKind[]) {
    const [keys, crowdOf] = kinds[kind];
    const isShared = sharedKeys(identities, keys, lines);
    for (let line = 0; line < lines; line++) {
      const key = keys.of(line);
      if (key < 0 || isShared[key] === 0 || crowdOf[line]! < 0) continue;
      groups[kind][shop[line]!] ??= new Map();
      const ofShop = groups[kind][shop[line]!]!;
      if (!ofShop.has(key)) ofShop.set(key, size++);
      group.push(ofShop.get(key)!);
      entries.push(crowdOf[line]!);
    }
  }
  const people = crowd.behind(size, group, entries);
  return (kind, key, shop) => {
    const found = kind in groups ? groups[kind as CrowdKind][shop]?.get(key) : undefined;
    return found === undefined ? 0 : people[found]!;
  };
}

/** For each key 1 where two buyers or more use it. */
function sharedKeys({ buyers }: IdentityLines, keys: HashedKeys, lines: number): Uint8Array {
  const first = new Int32Array(keys.size).fill(NO_KEY);
  for (let line = 0; line < lines; line++) {
    const key = keys.of(line);
    const buyer = buyers.of(line);
    if (key < 0 || buyer < 0) continue;
    if (first[key] === NO_KEY) first[key] = buyer;
    else if (first[key] !== buyer) first[key] = SEVERAL;
  }
  return Uint8Array.from(first, (buyer) => (buyer === SEVERAL ? 1 : 0));
}

/** What the shop's lists make of keys. */
export type KnownKeys = NonNullable<LinkageOptions['known']>;

const SILENT_ADDRESS = LISTED.address | LISTED.staffAddress;

/**
 * What the lists make of the keys of the run; null where nobody is on one. A key of which one line is on a list is on
 * it. Time and memory: linear in the lines that are on lists.
 */
export function knownKeys({ listed, phones, rooms, pickups }: IdentityLines): KnownKeys | null {
  if (listed.size === 0) return null;
  const silent = { phone: new Set<number>(), room: new Set<number>(), pickup: new Set<number>() };
  const points = { phone: new Set<number>(), room: new Set<number>(), pickup: new Set<number>() };
  for (const [line, bits] of listed) {
    if ((bits & (LISTED.phone | LISTED.staffPhone)) !== 0) silent.phone.add(phones.of(line));
    if ((bits & SILENT_ADDRESS) !== 0) {
      silent.room.add(rooms.of(line));
      silent.pickup.add(pickups.of(line));
    }
    if ((bits & LISTED.pickupPoint) !== 0) {
      points.room.add(rooms.of(line));
      points.pickup.add(pickups.of(line));
    }
  }
  const has = (kinds: Readonly<Partial<Record<KeyKind, ReadonlySet<number>>>>, kind: KeyKind, key: number) =>
    kinds[kind]?.has(key) === true;
  return (kind, key) => (has(silent, kind, key) ? 'silent' : has(points, kind, key) ? 'point' : null);
}

/** A number for each buyer's surname, of several the smallest; -1 when not known. `lines` is the number of held lines. */
export function surnamesOf({ buyers, columns }: IdentityLines, lines: number): Int32Array {
  const surnames = new Int32Array(buyers.size).fill(-1);
  for (let line = 0; line < lines; line++) {
    const buyer = buyers.of(line);
    const surname = columns.surname[line]!;
    if (buyer < 0 || surname === 0) continue;
    // Pet names on one phone are one buyer, who has the same one of them in whatever order they come.
    if (surnames[buyer]! < 0 || surname < surnames[buyer]!) surnames[buyer] = surname;
  }
  return surnames;
}

/**
 * The collision budget of what is visible of masked recipients, among the buyers who are known by an account: the
 * expected number of pairs who agree by accident; NaN where nobody has both. In a file without accounts the visible
 * parts are all that is known of a buyer, and agreeing ones are one buyer.
 */
export function maskedAccidents({ buyers, masks, columns }: IdentityLines, lines: number): number {
  if (masks.size === 0) return Number.NaN;
  // Each mask of a buyer once, whichever of the orders it stands on is read first.
  const seen = new Set<number>();
  const told: number[] = [];
  for (let line = 0; line < lines; line++) {
    const [buyer, mask] = [buyers.of(line), masks.of(line)];
    if (buyer < 0 || mask < 0) continue;
    if (seen.size < seen.add(buyer * masks.size + mask).size) told.push(line);
  }
  const part = (column: Int32Array) => told.map((line) => column[line]!);
  return told.length === 0
    ? Number.NaN
    : expectedAccidents([columns.maskedName, columns.tail, columns.written].map(part));
}

/** Rooms and pickup points whose address says on some line that strangers share it. */
export interface CommunalKeys {
  readonly rooms: ReadonlySet<number>;
  /** Rooms written alike, by the smallest of them, of which one is such a room. */
  readonly alike: ReadonlySet<number>;
  readonly pickups: ReadonlySet<number>;
}

/** Those of a run. `lines` is the number of held lines; `groupOf`: the run's rooms written alike. */
export function communalKeys(
  { rooms, pickups, columns }: IdentityLines,
  lines: number,
  { groupOf }: Pick<RoomGroups, 'groupOf'>,
): CommunalKeys {
  const found = { rooms: new Set<number>(), alike: new Set<number>(), pickups: new Set<number>() };
  for (let line = 0; line < lines; line++) {
    if (columns.communal[line] !== 1) continue;
    const room = rooms.of(line);
    found.rooms.add(room);
    found.alike.add(groupOf[room] ?? NO_KEY);
    found.pickups.add(pickups.of(line));
  }
  return found;
}

/** What of a run is the same for its shops. */
export interface LinkageRun {
  readonly identities: IdentityLines;
  readonly people: PeopleBehind;
  readonly surnames: Int32Array;
  readonly limits: LinkLimits;
  readonly known: KnownKeys | null;
  readonly communal: CommunalKeys;
  /** See `maskedAccidents`. */
  readonly accidents: number;
  /** By token of notes the orders that carry it and are not held. */
  readonly elsewhere: Int32Array;
}

/** The options for the buyers of one shop. */
export function linkageOptions(run: LinkageRun, shop: number, base: ShopBase): LinkageOptions {
  const { identities, people, surnames, limits, known, communal, accidents, elsewhere } = run;
  const { buyers } = identities;
  return {
    ...limits,
    ...(known === null ? {} : { known }),
    people: (kind, key) => people(kind, key, shop),
    others: (kind, key) => (kind === 'note' ? elsewhere[key]! : 0),
    isPool: (phone) => identities.isPool(phone),
    surname: (buyer) => surnames[buyer] ?? -1,
    phoneText: (phone) => identities.phoneText(phone),
    accountText: (buyer) => (buyer < buyers.size ? identities.accountText(buyer) : ''),
    isAccount: (buyer) => buyer < buyers.size && identities.isAccount(buyer),
    isOneRecipient: (room) => identities.isOneRecipient(room),
    isCommunal: (room) => communal.rooms.has(room),
    isCommunalAlike: (group) => communal.alike.has(group),
    isForwarder: (pickup) => communal.pickups.has(pickup),
    identified: buyers.size,
    masksMayLink: accidents < MOST_ACCIDENTS,
    shop: base,
  };
}
