// What linkage asks of the identities of a run: who stands behind a key, and what tells two buyers of one household.

import type { Crowd } from '../core/crowd.js';
import { type IdentityLines, NO_KEY } from '../core/identity.js';
import { HUB_PEOPLE, LINK_BUYERS, PICKUP_PEOPLE } from '../core/link-limits.js';
import type { KeyKind, LinkageOptions } from './clusters.js';

/** The catalogue's defaults: CL1 and CL2, its hub cap, CL5. */
const DEFAULT_LIMITS: LinkLimits = {
  fewestBuyers: LINK_BUYERS,
  hubCap: { phone: HUB_PEOPLE, room: HUB_PEOPLE },
  fewestAtPickup: PICKUP_PEOPLE,
};
export type LinkLimits = Pick<LinkageOptions, 'fewestBuyers' | 'hubCap' | 'fewestAtPickup'>;

/**
 * The options for the buyers of one shop, with the catalogue's defaults; `lines` is the number of held lines. Who
 * stands behind a key is counted among this shop's records alone.
 */
export function linkageOptions(
  identities: IdentityLines,
  crowd: Crowd,
  lines: number,
  shop = 0,
  limits = DEFAULT_LIMITS,
): LinkageOptions {
  const { phones, rooms, pickups, phone, room, pickup, phoneCrowd, placeCrowd } = identities;
  const isOfShop = (line: number) => identities.shop[line] === shop;
  const people: Readonly<Record<KeyKind, Int32Array>> = {
    phone: crowd.behind(phones.size, phone, phoneCrowd, lines, isOfShop),
    room: crowd.behind(rooms.size, room, placeCrowd, lines, isOfShop),
    pickup: crowd.behind(pickups.size, pickup, placeCrowd, lines, isOfShop),
  };
  const surnames = new Int32Array(identities.buyers.size).fill(-1);
  for (let line = 0; line < lines; line++) {
    const buyer = identities.buyer[line]!;
    if (buyer !== NO_KEY && identities.surname[line] !== 0) surnames[buyer] = identities.surname[line]!;
  }
  return {
    ...limits,
    people: (kind, key) => people[kind][key] ?? 0,
    isPool: (phone) => identities.isPool(phone),
    surname: (buyer) => surnames[buyer] ?? -1,
    isAccount: (buyer) => identities.isAccount(buyer),
  };
}
