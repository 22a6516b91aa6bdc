// Groups that where people live explains, and about which nothing alarms: households, dormitories, offices.

import type { Cluster } from './clusters.js';
import type { LinkageOptions, LinkingKey } from './shared-keys.js';

/** A household has no more people than that, and no more surnames. */
const [MOST_AT_HOME, MOST_SURNAMES] = [5, 2];

/**
 * True for a group whose members nothing joins but where they live, where that explains it and nothing alarms: a
 * household of up to five people under up to two surnames, or strangers behind one door. Parents and children have two
 * surnames as a rule, and of five strangers who share a flat hardly ever all but two have another one's.
 */
export function isQuiet(
  { links, alarming }: Pick<Cluster, 'links' | 'alarming'>,
  members: readonly number[],
  {
    isCommunal,
    isCommunalAlike,
    surname,
  }: Pick<LinkageOptions, 'isCommunal' | 'isCommunalAlike' | 'surname'>,
): boolean {
  if (alarming || links.some(({ kind }) => kind !== 'room' && kind !== 'jigged')) return false;
  const isCommunalKey = ({ kind, key }: Cluster['links'][number]) =>
    kind === 'room' ? isCommunal?.(key) === true : isCommunalAlike?.(key) === true;
  if (links.every(isCommunalKey)) return true;
  return isHousehold(members, surname);
}

/**
 * True for a strong key that a household explains and of which nothing is proven to be unpaid: without a bill all that
 * a family has received is open, and the catalogue's floor would make a ring of every family of three.
 */
export function isHome(
  { kind, orders, buyers }: LinkingKey,
  { surname }: Pick<LinkageOptions, 'surname'>,
): boolean {
  const [first] = orders;
  const isOneRoom = kind === 'room' || (first!.room >= 0 && orders.every(({ room }) => room === first!.room));
  return isOneRoom && isHousehold(buyers, surname) && orders.every(({ provenFen }) => provenFen <= 0);
}

function isHousehold(members: readonly number[], surname: (buyer: number) => number): boolean {
  const surnames = new Set(members.map(surname));
  return members.length <= MOST_AT_HOME && surnames.size <= MOST_SURNAMES && !surnames.has(-1);
}
