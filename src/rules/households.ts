// Whether several orders surely go to different people or places, or may all be one household's.

import { DisjointSets } from '../core/disjoint-sets.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';

/** What tells that two orders go to one household: any of them suffices. */
const SAME = ['buyer', 'person', 'phone', 'room', 'pickup', 'namesake'] as const;

/** What of an order tells where it goes. */
export type Destination = Pick<AuditedOrder, (typeof SAME)[number] | 'place' | 'district' | 'masked'>;

export interface Apart {
  /** Recipients that are surely not one household, by phone or by room; and districts, likewise. */
  readonly people: number;
  readonly districts: number;
  /** Parts of which nothing tells whether they are one. */
  readonly isOpen: boolean;
}

/** What is kept of an order to compare it with others later. */
export function destinationOf(audited: AuditedOrder): Destination {
  const { buyer, person, phone, room, pickup, namesake, place, district, masked } = audited;
  return { buyer, person, phone, room, pickup, namesake, place, district, masked };
}

/** Orders, by their place in the list, that hang together by common waybills: each set is one parcel. */
export function joinedParcels(waybills: readonly (readonly (number | string)[])[]): DisjointSets {
  const together = new DisjointSets(waybills.length);
  const first = new Map<number | string, number>();
  waybills.forEach((ofOrder, index) => {
    for (const waybill of ofOrder) {
      together.join(first.get(waybill) ?? index, index);
      first.set(waybill, index);
    }
  });
  return together;
}

/**
 * How many recipients orders surely have. Only a phone beside another phone, a room beside another room or a district
 * beside another district tells two of them apart; a masked or missing one tells nothing. Where the recipient is masked,
 * so does a phone: a virtual number is given for each order anew. `together`: orders that are known to be one already.
 */
export function lookApart(orders: readonly Destination[], together = new DisjointSets(orders.length)): Apart {
  for (const kind of SAME) together.joinBy(orders.map((order) => order[kind]));
  together.joinBy(placeKeys(orders));
  const isClear = ({ masked, buyer }: Destination) => !masked || buyer >= 0;
  const having = (kind: 'phone' | 'room') =>
    together.count((i) => orders[i]![kind] >= 0 && isClear(orders[i]!));
  const people = Math.max(having('phone'), having('room'));
  const isOpen = together.count(() => true) > 1;
  together.joinBy(orders.map(({ district }) => district));
  return { people, districts: together.count((i) => orders[i]!.district >= 0), isOpen };
}

/** One key for equal whole addresses, unless they stand in several districts: there the district decides. */
function placeKeys(orders: readonly Destination[]): number[] {
  const districts = new Map<number, Set<number>>();
  for (const { place, district } of orders) {
    const known = districts.get(place) ?? new Set();
    districts.set(place, district < 0 ? known : known.add(district));
  }
  return orders.map(({ place }) => (districts.get(place)!.size > 1 ? -1 : place));
}
