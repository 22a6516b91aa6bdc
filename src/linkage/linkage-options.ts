// What linkage asks of the identities of a run: who stands behind a key, and what tells two buyers of one household.

import type { Crowd } from '../core/crowd.js';
import { type HashedKeys, NO_KEY } from '../core/hashed-keys.js';
import type { IdentityLines } from '../core/identity.js';
import { HUB_PEOPLE, LINK_BUYERS, PICKUP_PEOPLE } from '../core/link-limits.js';
import { LISTED } from '../core/lists.js';
import type { KeyKind, LinkageOptions } from './clusters.js';

/** The catalogue's defaults: CL1 and CL2, its hub cap, CL5. */
const DEFAULT_LIMITS: LinkLimits = {
  fewestBuyers: LINK_BUYERS,
  hubCap: { phone: HUB_PEOPLE, room: HUB_PEOPLE },
  fewestAtPickup: PICKUP_PEOPLE,
};
export type LinkLimits = Pick<LinkageOptions, 'fewestBuyers' | 'hubCap' | 'fewestAtPickup'>;
const SEVERAL = -2;

/** Distinct people behind a key among the records of a shop; 0 where not known, or where one buyer alone uses it. */
export type PeopleBehind = (kind: KeyKind, key: number, shop: number) => number;

/**
 * Counts the people behind every key that several buyers use. `lines` is the number of held lines. Who stands behind a
 * key is counted among the records of each shop alone. Time: one pass over the lines and one over the crowd's notes.
 */
export function peopleBehind(identities: IdentityLines, crowd: Crowd, lines: number): PeopleBehind {
  const { phones, rooms, pickups, columns } = identities;
  const { phoneCrowd, placeCrowd, shop } = columns;
  const kinds: Readonly<Record<KeyKind, readonly [HashedKeys, Int32Array]>> = {
    phone: [phones, phoneCrowd],
    room: [rooms, placeCrowd],
    pickup: [pickups, placeCrowd],
  };
  /** Groups of the crowd, by shop and key. */
  const groups: Record<KeyKind, Map<number, number>[]> = { phone: [], room: [], pickup: [] };
  const group: number[] = [];
  const entries: number[] = [];
  let size = 0;
  for (const kind of Object.keys(kinds) as KeyKind[]) {
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
    const found = groups[kind][shop]?.get(key);
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
  return (kind, key) => (silent[kind].has(key) ? 'silent' : points[kind].has(key) ? 'point' : null);
}

/** A number for each buyer's surname, -1 when not known. `lines` is the number of held lines. */
export function surnamesOf({ buyers, columns }: IdentityLines, lines: number): Int32Array {
  const surnames = new Int32Array(buyers.size).fill(-1);
  for (let line = 0; line < lines; line++) {
    const buyer = buyers.of(line);
    if (buyer >= 0 && columns.surname[line] !== 0) surnames[buyer] = columns.surname[line]!;
  }
  return surnames;
}

/** The options for the buyers of one shop, with the catalogue's defaults. */
export function linkageOptions(
  identities: IdentityLines,
  people: PeopleBehind,
  surnames: Int32Array,
  shop: number,
  limits = DEFAULT_LIMITS,
  known: KnownKeys | null = null,
): LinkageOptions {
  return {
    ...limits,
    ...(known === null ? {} : { known }),
    people: (kind, key) => people(kind, key, shop),
    isPool: (phone) => identities.isPool(phone),
    surname: (buyer) => surnames[buyer] ?? -1,
    isAccount: (buyer) => identities.isAccount(buyer),
    isOneRecipient: (room) => identities.isOneRecipient(room),
  };
}
