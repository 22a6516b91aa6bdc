// Groups of pay-later orders whose buyers belong together by a key, with their reasons, and the keys beyond their cap.

import { DisjointSets } from '../core/disjoint-sets.js';
import type { Strength } from '../core/finding.js';
import { LINK_KINDS, type LinkKind } from '../core/link-kinds.js';
import {
  backboneOf,
  bridgesOf,
  type Component,
  componentsOf,
  densityOf,
  type SharedKey,
} from './components.js';
import { leftWithout } from './dissolve.js';
import { factsOf, isOneItem, shareOf } from './group-facts.js';
import {
  type Burst,
  burstOf,
  type FenOf,
  type GroupItem,
  isAlarming,
  isAllOpen,
  itemOf,
  open,
  proven,
  sumsOf,
} from './group-sums.js';
import { compareHubs, type Hub, hubOf } from './hubs.js';
import type { LinkedOrder } from './linked-order.js';
import { isHome, isHousehold, isQuiet } from './quiet-groups.js';
import { type ScorePart, scoreOf } from './score.js';
import { sequentialNames, sequentialPhones } from './sequences.js';
import { grouped, judgeKeys, type LinkageOptions, type LinkingKey, type RefusedKey } from './shared-keys.js';

/** A key that joins the buyers of a cluster. */
export interface Link {
  readonly kind: LinkKind;
  readonly key: number;
  readonly strength: Strength;
  /** Distinct pay-later buyers who use it. */
  readonly buyers: number;
  /** Their orders that carry it, ascending. */
  readonly orders: readonly number[];
  /** One of the few links that already hold the cluster together. */
  readonly needed: boolean;
  /** Without it the cluster would fall into two of three buyers or more. */
  readonly bridge: boolean;
  /** Buyers of the parts of two or more that would remain without it, largest first; null where that was not tried. */
  readonly left: readonly number[] | null;
}

/** A connected component of links: a group of orders, not of guilty people. */
export interface Cluster {
  /** All pay-later orders of its buyers, ascending. */
  readonly orders: readonly number[];
  /** The same orders as they were linked, in the same sequence. */
  readonly members: readonly LinkedOrder[];
  readonly buyers: number;
  /** By kind as `LINK_KINDS`, then by number of orders, then by key. */
  readonly links: readonly Link[];
  /** The share of all pairs of its buyers that a link joins directly, above 0 to 1; NaN where too many to count. */
  readonly density: number;
  readonly openFen: number;
  readonly openOrders: number;
  /** From the first order to the last; NaN when fewer than two have a time. */
  readonly spanSeconds: number;
  /** The product with most of its receivable, and the hour in which most of its buyers ordered. */
  readonly item: GroupItem | null;
  readonly burst: Burst | null;
  /** The longest run of phones, and of accounts, that were made one after the other; 0 without one. */
  readonly inSequence: { readonly phones: number; readonly accounts: number };
  readonly score: number;
  readonly scoreParts: readonly ScorePart[];
  /** Of `openFen` what is proven not to have come in, and the score as if nothing else were open. */
  readonly provenFen: number;
  readonly provenScore: number;
  /** See `isAlarming`. */
  readonly alarming: boolean;
}

export interface Linkage {
  /** Highest score first. */
  readonly clusters: readonly Cluster[];
  /** By kind and key. */
  readonly hubs: readonly Hub[];
  /** Shared keys that join nobody, by kind and key: why an order stands alone. */
  readonly refused: readonly RefusedKey[];
}

/** The catalogue's window of a burst, seconds (TV3). */
const BURST_SECONDS = 3600;
/** On both sides of a bridge. */
const FEWEST_BESIDE_BRIDGE = 3;

/** The sequence of clusters in reports: the highest score first. */
export function compareClusters(a: Cluster, b: Cluster): number {
  return b.score - a.score || b.openFen - a.openFen || a.orders[0]! - b.orders[0]!;
}

type Orders = readonly LinkedOrder[];
type ByBuyer = ReadonlyMap<number, Orders>;
type Linked = Component<BuyersOfKey>;

/** A linking key with its buyers by their places. */
interface BuyersOfKey extends SharedKey {
  /** null: a key of one household, which holds its members together and is no link. */
  readonly shared: LinkingKey | null;
}
/** A key that is a link. */
interface LinkKey extends BuyersOfKey {
  readonly shared: LinkingKey;
}

/**
 * The clusters, the hubs, and the keys that were refused. The same for the orders in any sequence. Two buyers are
 * linked when they share a key that links: see `judgeKeys`. Time and memory are linear in orders and links, but for
 * sorting.
 */
export function findClusters(orders: Orders, options: LinkageOptions): Linkage {
  const sorted = orders.toSorted((a, b) => a.order - b.order);
  const { links, households, hubs, refused } = judgeKeys(sorted, options);
  const byBuyer = grouped(sorted, ({ apart, buyer }) => (apart === true || buyer < 0 ? [] : [buyer]));
  const place = new Map([...byBuyer.keys()].sort((a, b) => a - b).map((buyer, i) => [buyer, i]));
  const buyers = [...place.keys()];
  const places = (all: readonly number[]) => all.map((buyer) => place.get(buyer)!);
  const keys = [
    ...links.map((shared): BuyersOfKey => ({ members: places(shared.buyers), shared })),
    ...households.map((shared): BuyersOfKey => ({ members: places(shared.buyers), shared: null })),
  ];
  const whole = componentsOf(place.size, keys);
  const thin = whole.flatMap(thinBridges);
  const cut = new Set<BuyersOfKey>(thin);
  const parts =
    thin.length === 0
      ? whole
      : componentsOf(
          place.size,
          keys.filter((key) => !cut.has(key)),
        );
  const found = parts
    .filter((part) => isCluster(part, options.fewestBuyers))
    .map((part) => ({
      cluster: clusterOf(part, buyers, byBuyer, options),
      members: part.members.map((member) => buyers[member]!),
    }));
  const isLoud = ({ cluster, members }: (typeof found)[number]) => !isQuiet(cluster, members, options);
  const quiet = found.filter((one) => !isLoud(one)).flatMap(({ cluster }) => cluster.links);
  return {
    clusters: found
      .filter(isLoud)
      .map(({ cluster }) => cluster)
      .sort(compareClusters),
    hubs: hubs.map((hub) => hubOf(hub, options)).sort(compareHubs),
    refused: [
      ...refused,
      ...thin.map(({ shared: { kind, key } }) => ({ kind, key, reason: 'bridge' as const })),
      ...quiet.map(({ kind, key }) => ({ kind, key, reason: 'quiet' as const })),
    ],
  };
}

/**
 * Keys that are not strong, on one pair of buyers alone, without which a component falls into two of three buyers or
 * more: such a key may be an accident, and shall not make one ring of two.
 */
function thinBridges(part: Linked): LinkKey[] {
  const isThin = (key: BuyersOfKey): key is LinkKey =>
    key.members.length === 2 && isLink(key) && key.shared.strength !== 'strong';
  return part.keys.some(isThin) ? bridgesOf(part, FEWEST_BESIDE_BRIDGE).filter(isThin) : [];
}

/** How many phones and accounts of a group stand in one run. */
function sequencesOf(
  orders: Orders,
  members: readonly number[],
  { phoneText, accountText }: LinkageOptions,
): Cluster['inSequence'] {
  const longest = (runs: readonly (readonly string[])[]) => Math.max(0, ...runs.map(({ length }) => length));
  const phones = orders.flatMap(({ phone }) => (phone < 0 ? [] : (phoneText?.(phone) ?? [])));
  const accounts = members.flatMap((buyer) => accountText?.(buyer) || []);
  return { phones: longest(sequentialPhones(phones)), accounts: longest(sequentialNames(accounts)) };
}

/** So many on one link; or so many households that links hold together. */
function isCluster(part: Linked, fewest: number): boolean {
  const links = part.keys.filter(isLink);
  if (links.length === 0 || part.members.length < fewest) return false;
  return links.some(({ members }) => members.length >= fewest) || householdsOf(part) >= fewest;
}

function isLink(key: BuyersOfKey): key is LinkKey {
  return key.shared !== null;
}

/** How many households its members are: two of one family are no ring. */
function householdsOf({ members, keys }: Linked): number {
  const own = keys.filter((key) => !isLink(key));
  if (own.length === 0) return members.length;
  const place = new Map(members.map((member, i) => [member, i]));
  const sets = new DisjointSets(members.length);
  for (const key of own) {
    for (const member of key.members) sets.join(place.get(key.members[0]!)!, place.get(member)!);
  }
  return sets.count(() => true);
}

function clusterOf(
  part: Linked,
  buyers: readonly number[],
  byBuyer: ByBuyer,
  options: LinkageOptions,
): Cluster {
  const members = part.members.map((member) => buyers[member]!);
  const orders = members.flatMap((buyer) => byBuyer.get(buyer)!).sort((a, b) => a.order - b.order);
  const links = part.keys.filter(isLink).sort(compareKeys);
  const sorted: Linked = { ...part, keys: [...links, ...part.keys.filter((key) => !isLink(key))] };
  const needed = new Set(backboneOf(sorted));
  const bridges = new Set(bridgesOf(sorted, FEWEST_BESIDE_BRIDGE));
  const left = leftWithout<BuyersOfKey>(sorted, needed, links);
  const strong = links.filter(({ shared }) => shared.strength === 'strong');
  const kinds = new Set(links.map(({ shared }) => shared.kind));
  const item = itemOf(orders, (product) => shareOf(product, options));
  const score = (fenOf: FenOf) =>
    scoreOf({
      ...factsOf(orders, householdsOf(part), fenOf, options),
      isOneItem: isOneItem(item),
      isOneParcel: kinds.has('waybill'),
      kinds: kinds.size,
      isWhollyOpen:
        strong.some(({ shared }) => isAllOpen(shared.buyers, byBuyer, fenOf) && !isHome(shared, options)) ||
        (isOfTwoStrongKinds(strong) &&
          isAllOpen(members, byBuyer, fenOf) &&
          !isHousehold(members, options.surname)),
    });
  const whole = score(open);
  const { openFen, openOrders, spanSeconds } = sumsOf(orders, open);
  return {
    orders: orders.map(({ order }) => order),
    members: orders,
    buyers: members.length,
    links: links.map((key) => ({
      ...linkOf(key.shared),
      needed: needed.has(key),
      bridge: bridges.has(key),
      left: left.get(key) ?? null,
    })),
    density: densityOf(part),
    openFen,
    openOrders,
    spanSeconds,
    item,
    burst: burstOf(orders, BURST_SECONDS),
    inSequence: sequencesOf(orders, members, options),
    score: whole.score,
    scoreParts: whole.parts,
    provenFen: sumsOf(orders, proven).openFen,
    provenScore: score(proven).score,
    alarming: isAlarming(orders, openFen, options.shop),
  };
}

/** A chain by phone, then by address: no key of it has three buyers, and no couple explains them all. */
function isOfTwoStrongKinds(strong: readonly LinkKey[]): boolean {
  return new Set(strong.map(({ shared }) => shared.kind)).size > 1;
}

function compareKeys({ shared: a }: LinkKey, { shared: b }: LinkKey): number {
  return (
    LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind) ||
    b.orders.length - a.orders.length ||
    a.key - b.key
  );
}

function linkOf({
  kind,
  key,
  strength,
  orders,
  buyers,
}: LinkingKey): Omit<Link, 'needed' | 'bridge' | 'left'> {
  const theirs = new Set(buyers);
  const known = orders.filter(({ buyer }) => theirs.has(buyer)).map(({ order }) => order);
  return { kind, key, strength, buyers: buyers.length, orders: known };
}
