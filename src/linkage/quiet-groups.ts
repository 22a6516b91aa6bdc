// Groups that where people live explains, and about which nothing alarms: households, dormitories, offices.

import type { Cluster } from './clusters.js';
import type { LinkedOrder } from './linked-order.js';
import type { LinkageOptions, LinkingKey } from './shared-keys.js';

/** A household has no more people than that, and no more surnames. */
const [MOST_AT_HOME, MOST_SURNAMES] = [5, 2];

/**
 * True for a group whose members nothing joins but where they live, where that explains it and nothing alarms: a
 * household of up to five people under up to two surnames, who may share a phone in their one room, or strangers behind
 * one door. Parents and children have two surnames as a rule, and of five strangers who share a flat hardly ever all but
 * two have another one's.
 */
export function isQuiet(
  { links, alarming, members: orders }: Pick<Cluster, 'links' | 'alarming' | 'members'>,
  members: readonly number[],
  {
    isCommunal,
    isCommunalAlike,
    surname,
  }: Pick<LinkageOptions, 'isCommunal' | 'isCommunalAlike' | 'surname'>,
): boolean {
  if (alarming) return false;
  const isCommunalKey = ({ kind, key }: Cluster['links'][number]) =>
    (kind === 'room' && isCommunal?.(key) === true) || (kind === 'jigged' && isCommunalAlike?.(key) === true);
  if (links.every(isCommunalKey)) return true;
  const isOfHome = ({ kind }: Cluster['links'][number]) =>
    kind === 'room' || kind === 'jigged' || (kind === 'phone' && isOneRoom(orders));
  return links.every(isOfHome) && isHousehold(members, surname);
}

function isOneRoom(orders: readonly Pick<LinkedOrder, 'room'>[]): boolean {
  const room = orders[0]!.room;
  return room >= 0 && orders.every((order) => order.room === room);
}

/**
 * True for a strong key that a household explains and of which nothing is proven to be unpaid: without a bill all that
 * a family has received is open, and the catalogue's floor would make a ring of every family of three.
 */
export function isHome(
  { kind, orders, buyers }: LinkingKey,
  { surname }: Pick<LinkageOptions, 'surname'>,
): boolean {
  return (
    (kind === 'room' || isOneRoom(orders)) &&
    isHousehold(buyers, surname) &&
    orders.every(({ provenFen }) => provenFen <= 0)
  );
}

/** As few people as live together, under as few surnames as a family has; unknown ones are none. */
export function isHousehold(members: readonly number[], surname: (buyer: number) => number): boolean {
  const surnames = new Set(members.map(surname));
  return members.length <= MOST_AT_HOME && surnames.size <= MOST_SURNAMES && !surnames.has(-1);
}
