// Groups that where people live explains, and about which nothing alarms: households, dormitories, offices.

import type { Cluster } from './clusters.js';
import type { LinkageOptions } from './shared-keys.js';

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
  { isCommunal, surname }: Pick<LinkageOptions, 'isCommunal' | 'surname'>,
): boolean {
  if (alarming || links.some(({ kind }) => kind !== 'room' && kind !== 'jigged')) return false;
  if (links.every(({ key }) => isCommunal?.(key) === true)) return true;
  const surnames = new Set(members.map(surname));
  return members.length <= MOST_AT_HOME && surnames.size <= MOST_SURNAMES && !surnames.has(-1);
}
