// Groups of pay-later orders whose buyers share a phone or a room, and the keys that too many share to link by.

import { DisjointSets } from '../core/disjoint-sets.js';
import { type FenOf, isAlarming, isAllOpen, type LinkedOrder, open, proven, sumsOf } from './group-sums.js';
import { type ScorePart, scoreOf } from './score.js';

export type KeyKind = 'phone' | 'room' | 'pickup';
export type LinkKind = 'phone' | 'room';

/** A key that joins the buyers of a cluster. */
export interface Link {
  readonly kind: LinkKind;
  readonly key: number;
  /** Distinct pay-later buyers who use it. */
  readonly buyers: number;
  /** Their orders that carry it, ascending. */
  readonly orders: readonly number[];
}

/** A connected component of links: a group of orders, not of guilty people. */
export interface Cluster {
  /** All pay-later orders of its buyers, ascending. */
  readonly orders: readonly number[];
  readonly buyers: number;
  /** Strongest first: phones before rooms, then by number of orders, then by key. */
  readonly links: readonly Link[];
  readonly openFen: number;
  readonly openOrders: number;
  /** From the first order to the last; NaN when fewer than two have a time. */
  readonly spanSeconds: number;
  readonly score: number;
  readonly scoreParts: readonly ScorePart[];
  /** Of `openFen` what is proven not to have come in, and the score as if nothing else were open. */
  readonly provenFen: number;
  readonly provenScore: number;
  /** See `isAlarming`. */
  readonly alarming: boolean;
}

/** A key that does not link, and what stands on it. */
export interface Hub {
  readonly kind: KeyKind;
  readonly key: number;
  /**
   * `cap`: more people share it than may be linked, or it is the number of a pool. `pickup`: a place where strangers
   * fetch their parcels. `listed`: it is on the shop's list of such places.
   */
  readonly reason: 'cap' | 'pickup' | 'listed';
  /** Everybody known behind it: those of ordinary orders too. */
  readonly buyers: number;
  /** Pay-later orders that carry it, ascending, those of unknown buyers too. */
  readonly orders: readonly number[];
  readonly openFen: number;
  /** Those of `orders` with something open, ascending. */
  readonly openOrders: readonly number[];
  /** Of its open orders alone, as if it had linked their buyers; 0 where these are too few for a cluster. */
  readonly score: number;
  /** The same of the orders that are proven to be open. */
  readonly provenScore: number;
  /** See `isAlarming`, of the open orders. */
  readonly alarming: boolean;
}

export interface LinkageOptions {
  /** Buyers from which a component is a cluster: the catalogue's 3. */
  readonly fewestBuyers: number;
  /** People behind a key with whom it still links; one more and it stops. The catalogue's 25. */
  readonly hubCap: Readonly<Record<LinkKind, number>>;
  /** Buyers from which a pickup point is told: the catalogue's 5. */
  readonly fewestAtPickup: number;
  /** Distinct people behind a key over all records, 0 when not known. */
  people(kind: KeyKind, key: number): number;
  /** What the shop's lists make of a key: `silent` is known to be good, `point` is a known pickup point. */
  known?(kind: KeyKind, key: number): KnownKey | null;
  /** True for the bare number of a pool of virtual ones: it never links. */
  isPool(phone: number): boolean;
  /** A number for a buyer's surname, -1 when not known. */
  surname(buyer: number): number;
  /** True for a buyer known by an account rather than by a recipient's name. */
  isAccount(buyer: number): boolean;
  /** True for a room that is known by an anonymous id of one recipient there. */
  isOneRecipient?(room: number): boolean;
}

/** A key of the shop's lists: it links nobody whatever its count, and `silent` ones are not even told as hubs. */
export type KnownKey = 'silent' | 'point';

/** What one key of one kind carries. */
interface Shared {
  readonly kind: KeyKind;
  readonly key: number;
  readonly orders: readonly LinkedOrder[];
  /** Distinct, without the unknown ones. */
  readonly buyers: readonly number[];
}

const KEY_KINDS = ['phone', 'room', 'pickup'] as const satisfies readonly KeyKind[];

/** The sequence of clusters in reports: the highest score first. */
export function compareClusters(a: Cluster, b: Cluster): number {
  return b.score - a.score || b.openFen - a.openFen || a.orders[0]! - b.orders[0]!;
}

/** The sequence of hubs in reports: by kind and key; one key may be a hub of several shops. */
export function compareHubs(a: Hub, b: Hub): number {
  return (
    KEY_KINDS.indexOf(a.kind) - KEY_KINDS.indexOf(b.kind) || a.key - b.key || a.orders[0]! - b.orders[0]!
  );
}

/**
 * The clusters, highest score first, and the hubs, in order of kind and key. The same for the orders in any sequence.
 * Two buyers are linked when they use one full phone or one room; a phone or room with more than the cap's people
 * never links, and neither does one that a family may share: see `mayBeFamily`.
 * Time and memory are linear in orders and links, but for sorting.
 */
export function findClusters(
  orders: readonly LinkedOrder[],
  options: LinkageOptions,
): { clusters: Cluster[]; hubs: Hub[] } {
  const sorted = orders.toSorted((a, b) => a.order - b.order);
  const byBuyer = grouped(sorted, (order) => (order.apart ? -1 : order.buyer));
  const hubs: Hub[] = [];
  const links: Shared[] = [];
  for (const kind of KEY_KINDS) {
    for (const shared of sharedKeys(sorted, kind)) {
      const known = options.known?.(kind, shared.key) ?? null;
      if (known === 'silent') continue;
      const people = Math.max(shared.buyers.length, options.people(kind, shared.key));
      const isPool = kind === 'phone' && options.isPool(shared.key);
      if (known === 'point' || kind === 'pickup') {
        const reason = known === 'point' ? 'listed' : 'pickup';
        if (people >= options.fewestAtPickup) hubs.push(hubOf(shared, reason, people, options));
      } else if (isPool || people > options.hubCap[kind]) hubs.push(hubOf(shared, 'cap', people, options));
      else {
        const linking = withoutApart(shared);
        if (linking.buyers.length >= 2 && !mayBeFamily(linking, options)) links.push(linking);
      }
    }
  }
  return { clusters: componentsOf(links, byBuyer, options.fewestBuyers), hubs };
}

/** The orders under each number that is not -1, in ascending order of the numbers; the orders keep their sequence. */
function grouped(
  orders: readonly LinkedOrder[],
  numberOf: (order: LinkedOrder) => number,
): Map<number, LinkedOrder[]> {
  const groups = new Map<number, LinkedOrder[]>();
  for (const order of orders) {
    const number = numberOf(order);
    if (number < 0) continue;
    const group = groups.get(number);
    if (group === undefined) groups.set(number, [order]);
    else group.push(order);
  }
  return groups;
}

/** Keys that two or more known buyers use, ascending. */
function sharedKeys(orders: readonly LinkedOrder[], kind: KeyKind): Shared[] {
  const found: Shared[] = [];
  for (const [key, group] of grouped(orders, (order) => order[kind])) {
    if (group.length < 2) continue;
    const buyers = buyersOf(group);
    if (buyers.length >= 2) found.push({ kind, key, orders: group, buyers });
  }
  return found.sort((a, b) => a.key - b.key);
}

function buyersOf(orders: readonly LinkedOrder[]): number[] {
  return [...new Set(orders.map(({ buyer }) => buyer))].filter((buyer) => buyer >= 0);
}

/** What is left of a key for linking. That it is no hub was decided over all that stands on it. */
function withoutApart(shared: Shared): Shared {
  const orders = shared.orders.filter(({ apart }) => apart !== true);
  return orders.length === shared.orders.length ? shared : { ...shared, orders, buyers: buyersOf(orders) };
}

/**
 * True when one household is the simplest explanation: no two surnames, and, for a room, no two phones. For a phone
 * the place of the second phone is taken by two accounts: a family orders under several names from one account, not
 * under one name from several. So does it for a room that is one recipient's.
 */
function mayBeFamily({ kind, key, orders, buyers }: Shared, options: LinkageOptions): boolean {
  const surnames = new Set(buyers.map((buyer) => options.surname(buyer)).filter((surname) => surname >= 0));
  if (surnames.size >= 2) return false;
  if (kind === 'phone' || options.isOneRecipient?.(key) === true)
    return buyers.filter((buyer) => options.isAccount(buyer)).length < 2;
  const known = orders.filter(({ buyer, phone }) => buyer >= 0 && phone >= 0);
  return new Set(known.map(({ phone }) => phone)).size < 2;
}

function componentsOf(
  links: readonly Shared[],
  byBuyer: ReadonlyMap<number, readonly LinkedOrder[]>,
  fewestBuyers: number,
): Cluster[] {
  const place = new Map([...byBuyer.keys()].map((buyer, i) => [buyer, i]));
  const sets = new DisjointSets(place.size);
  const placeOf = (buyer: number): number => place.get(buyer)!;
  for (const { buyers } of links) {
    for (const buyer of buyers) sets.join(placeOf(buyers[0]!), placeOf(buyer));
  }
  const linksOf = new Map<number, Shared[]>();
  for (const link of links) {
    const set = sets.find(placeOf(link.buyers[0]!));
    const known = linksOf.get(set);
    if (known === undefined) linksOf.set(set, [link]);
    else known.push(link);
  }
  const members = new Map<number, number[]>();
  for (const buyer of byBuyer.keys()) {
    const set = sets.find(placeOf(buyer));
    if (!linksOf.has(set)) continue;
    const known = members.get(set);
    if (known === undefined) members.set(set, [buyer]);
    else known.push(buyer);
  }
  const clusters: Cluster[] = [];
  for (const [set, buyers] of members) {
    if (buyers.length >= fewestBuyers) clusters.push(clusterOf(buyers, linksOf.get(set)!, byBuyer));
  }
  return clusters.sort(compareClusters);
}

function clusterOf(
  buyers: readonly number[],
  shared: readonly Shared[],
  byBuyer: ReadonlyMap<number, readonly LinkedOrder[]>,
): Cluster {
  const orders = buyers.flatMap((buyer) => byBuyer.get(buyer)!).sort((a, b) => a.order - b.order);
  const links = shared.map(({ kind, key, buyers, orders }): Link => {
    const known = orders.filter(({ buyer }) => buyer >= 0);
    return { kind: kind as LinkKind, key, buyers: buyers.length, orders: known.map(({ order }) => order) };
  });
  links.sort(
    (a, b) =>
      KEY_KINDS.indexOf(a.kind) - KEY_KINDS.indexOf(b.kind) ||
      b.orders.length - a.orders.length ||
      a.key - b.key,
  );
  const scoreBy = (fenOf: FenOf) => {
    const isWhollyOpen = shared.some((link) => isAllOpen(link.buyers, byBuyer, fenOf));
    return scoreOf({ ...sumsOf(orders, fenOf), buyers: buyers.length, orders: orders.length, isWhollyOpen });
  };
  const { score, parts } = scoreBy(open);
  const sums = sumsOf(orders, open);
  return {
    orders: orders.map(({ order }) => order),
    buyers: buyers.length,
    links,
    ...sums,
    score,
    scoreParts: parts,
    provenFen: sumsOf(orders, proven).openFen,
    provenScore: scoreBy(proven).score,
    alarming: isAlarming(orders, sums.openFen),
  };
}

function hubOf(shared: Shared, reason: Hub['reason'], people: number, options: LinkageOptions): Hub {
  const { kind, key, orders } = shared;
  const openOrders = orders.filter(({ openFen }) => openFen > 0);
  const { openFen } = sumsOf(openOrders, open);
  return {
    kind,
    key,
    reason,
    buyers: people,
    orders: orders.map(({ order }) => order),
    openFen,
    openOrders: openOrders.map(({ order }) => order),
    score: hubScore(shared, open, options),
    provenScore: hubScore(shared, proven, options),
    alarming: isAlarming(openOrders, openFen),
  };
}

/** The score of those orders of a hub of which something is open: the settled ones say nothing against it. */
function hubScore({ kind, orders }: Shared, fenOf: FenOf, { fewestBuyers }: LinkageOptions): number {
  const counted = orders.filter((order) => fenOf(order) > 0);
  const byBuyer = grouped(counted, ({ buyer }) => buyer);
  if (byBuyer.size < fewestBuyers) return 0;
  // A pickup point is no strong key: strangers share it by its nature.
  const isWhollyOpen = kind !== 'pickup' && isAllOpen([...byBuyer.keys()], byBuyer, fenOf);
  const sums = sumsOf(counted, fenOf);
  return scoreOf({ ...sums, buyers: byBuyer.size, orders: counted.length, isWhollyOpen }).score;
}
