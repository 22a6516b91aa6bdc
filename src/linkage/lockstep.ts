// Buyers who bought the same products in the same minutes again and again, and whom chance does not explain.

import { DisjointSets } from '../core/disjoint-sets.js';
import { type Burst, type BurstLimits, bursts, isAbove, type Purchases } from './bursts.js';

export interface LockstepLimits extends BurstLimits {
  /** Buyers from which a group is told, and products that its buyers bought together. */
  readonly fewestBuyers: number;
  readonly fewestProducts: number;
  /** Seconds from the first purchase to the last one within which they are together, both ends included. */
  readonly windowSeconds: number;
  /** Seconds of the surroundings by which the rate of everybody else is told; the window lies in their middle. */
  readonly aroundSeconds: number;
  /** A group must be so many times what everybody else's rate lets expect in a window. */
  readonly fewestLift: number;
  /** Buyers of one window up to whom it is looked at; one with more is a crowd, and counted. */
  readonly mostBuyers: number;
  /** Windows of one buyer up to which he is looked at; one with more is in step with everybody, and counted. */
  readonly mostWindows: number;
}

/** The catalogue's thresholds. */
export const LOCKSTEP: LockstepLimits = {
  fewestBuyers: 4,
  fewestProducts: 2,
  windowSeconds: 600,
  aroundSeconds: 3600,
  fewestLift: 5,
  mostBuyers: 50,
  mostWindows: 100,
};

/** All lists ascending. */
export interface LockstepGroup {
  readonly buyers: readonly number[];
  readonly products: readonly number[];
  /** The orders by which its buyers were together. */
  readonly orders: readonly number[];
}

/** What was not looked at, because there is too much of it. */
export interface LockstepSkipped {
  /** Windows with more buyers than may be compared. */
  readonly crowdedWindows: number;
  /** Buyers with more windows than may be compared. */
  readonly busyBuyers: number;
}

export interface Lockstep extends LockstepSkipped {
  /** In order of their first buyers; no buyer is in two. */
  readonly groups: readonly LockstepGroup[];
}

/** What several buyers did together: all of `buyers` bought in every one of `windows`, each of another product. */
interface Meeting {
  readonly buyers: readonly number[];
  readonly windows: readonly [Burst, Burst];
}

/**
 * The groups that buy in lockstep.
 *
 * A *window* is all purchases of one product from one of its purchases until `windowSeconds` later; one that lies
 * within another is none. Two windows of different products are a *meeting* of the buyers who bought in both of them,
 * each by two orders of his own (a basket of two products is one act), when
 * - they are at least `fewestBuyers`, members of one 拼团 counted once: who joined one in either window came together
 *   by a public link, and says nothing of another;
 * - in each window they are at least `fewestLift` times what the purchases of everybody else in the surrounding hour
 *   let expect there. A live stream sells one thing to hundreds at once: among them four are nothing.
 *
 * Meetings with a buyer in common are one group; with `fewestProducts` above 2 it is told when these are of so many
 * products. All of this rests on sets and times, never on the sequence of the rows.
 *
 * Two buyers who meet once by chance are common, four who meet twice are not. Of buyers with k orders each, of products
 * with the shares q, over a time of w windows, four given ones are expected to meet 4 k^4 Σq^4 / w^3 times, and to meet
 * on two products half the square of that often. For 100,000 orders of 200 products in 90 days (20,000 buyers, k = 5,
 * q = 1/200, w = 12,960, 7e15 sets of four) that makes 7e-17 accidental groups in all. With all orders crowded into a
 * tenth of the time and half of them for ten products it is 2e-5, even were there no guard against bursts.
 *
 * Time: sorting, then linear: a purchase is in few windows that stand out, each of at most `mostBuyers`, and each buyer
 * is compared with at most `mostWindows`. Rows without a product or a time are left out; those of unknown buyers
 * (below 0) count for the rate alone. `group`: the 拼团, below 0 without one.
 */
export function lockstep(purchases: Purchases, limits: LockstepLimits = LOCKSTEP): Lockstep {
  const { found, crowded } = bursts(purchases, limits);
  const windowsOf = new Map<number, number[]>();
  found.forEach(({ buyers }, window) => {
    for (const buyer of buyers) {
      const known = windowsOf.get(buyer);
      if (known === undefined) windowsOf.set(buyer, [window]);
      else known.push(window);
    }
  });
  let busyBuyers = 0;
  for (const [buyer, windows] of windowsOf) {
    if (windows.length <= limits.mostWindows) continue;
    windowsOf.delete(buyer);
    busyBuyers++;
  }
  const meetings = found.flatMap((burst, window) => {
    const shared = new Map<number, number[]>();
    for (const buyer of burst.buyers) {
      for (const other of windowsOf.get(buyer) ?? []) {
        if (other <= window || found[other]!.product === burst.product) continue;
        const known = shared.get(other);
        if (known === undefined) shared.set(other, [buyer]);
        else known.push(buyer);
      }
    }
    return [...shared].flatMap(([other, buyers]) => {
      if (buyers.length < limits.fewestBuyers) return [];
      const meeting = meetingOf(buyers, [burst, found[other]!], purchases, limits);
      return meeting === null ? [] : [meeting];
    });
  });
  return { groups: groupsOf(meetings, purchases, limits), crowdedWindows: crowded, busyBuyers };
}

/** The meeting of buyers who stand in both windows; null when too few of them count. */
function meetingOf(
  candidates: readonly number[],
  windows: readonly [Burst, Burst],
  purchases: Purchases,
  limits: LockstepLimits,
): Meeting | null {
  const [one, other] = windows.map((window) => ordersOf(window, purchases));
  const buyers = candidates.filter((buyer) => {
    const [a, b] = [one!.get(buyer)!, other!.get(buyer)!];
    return a.size > 1 || b.size > 1 || [...a][0] !== [...b][0];
  });
  if (buyers.length < limits.fewestBuyers) return null;
  const counted = independent(buyers, windows, purchases);
  if (counted < limits.fewestBuyers) return null;
  const members = new Set(buyers);
  const isAboveRest = ({ around }: Burst) =>
    isAbove(counted, around.filter((buyer) => !members.has(buyer)).length, limits);
  return windows.every(isAboveRest) ? { buyers, windows } : null;
}

/** Each buyer's orders in a window. */
function ordersOf({ rows }: Burst, { buyer, order }: Purchases): Map<number, Set<number>> {
  const orders = new Map<number, Set<number>>();
  for (const row of rows) {
    const known = orders.get(buyer[row]!);
    if (known === undefined) orders.set(buyer[row]!, new Set([order[row]!]));
    else known.add(order[row]!);
  }
  return orders;
}

/** How many of the buyers there are when those who share a 拼团 in one of the windows count for one. */
function independent(
  buyers: readonly number[],
  windows: readonly Burst[],
  { buyer, group }: Purchases,
): number {
  const place = new Map(buyers.map((one, i) => [one, i]));
  const sets = new DisjointSets(buyers.length);
  const first = new Map<number, number>();
  for (const row of windows.flatMap(({ rows }) => rows)) {
    const member = place.get(buyer[row]!);
    if (member === undefined || group[row]! < 0) continue;
    const known = first.get(group[row]!);
    if (known === undefined) first.set(group[row]!, member);
    else sets.join(known, member);
  }
  return sets.count(() => true);
}

/** Meetings with a buyer in common, together. */
function groupsOf(
  meetings: readonly Meeting[],
  { buyer, order }: Purchases,
  { fewestProducts }: LockstepLimits,
): LockstepGroup[] {
  const place = new Map<number, number>();
  for (const one of meetings.flatMap(({ buyers }) => buyers)) if (!place.has(one)) place.set(one, place.size);
  const sets = new DisjointSets(place.size);
  for (const { buyers } of meetings) {
    for (const one of buyers) sets.join(place.get(buyers[0]!)!, place.get(one)!);
  }
  const found = new Map<number, { buyers: Set<number>; products: Set<number>; orders: Set<number> }>();
  for (const { buyers, windows } of meetings) {
    const set = sets.find(place.get(buyers[0]!)!);
    const known = found.get(set) ?? { buyers: new Set(), products: new Set(), orders: new Set() };
    found.set(set, known);
    const members = new Set(buyers);
    for (const one of buyers) known.buyers.add(one);
    for (const { product, rows } of windows) {
      known.products.add(product);
      for (const row of rows) if (members.has(buyer[row]!)) known.orders.add(order[row]!);
    }
  }
  const ascending = (numbers: ReadonlySet<number>) => [...numbers].sort((a, b) => a - b);
  return [...found.values()]
    .filter(({ products }) => products.size >= fewestProducts)
    .map(({ buyers, products, orders }) => ({
      buyers: ascending(buyers),
      products: ascending(products),
      orders: ascending(orders),
    }))
    .sort((a, b) => a.buyers[0]! - b.buyers[0]!);
}
