// Groups of pay-later orders whose buyers belong together by a key, with their reasons, and the keys beyond their cap.

import { DisjointSets } from '../core/disjoint-sets.js';
import type { Strength } from '../core/finding.js';
import { KEY_KINDS, type KeyKind, LINK_KINDS, type LinkKind } from '../core/link-kinds.js';
import {
  backboneOf,
  bridgesOf,
  type Component,
  componentsOf,
  densityOf,
  type SharedKey,
} from './components.js';
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
import type { LinkedOrder } from './linked-order.js';
import { isQuiet } from './quiet-groups.js';
import { type GroupFacts, type ScorePart, scoreOf } from './score.js';
import {
  grouped,
  type HubKey,
  judgeKeys,
  type LinkageOptions,
  type LinkingKey,
  type RefusedKey,
} from './shared-keys.js';

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
}

/** A connected component of links: a group of orders, not of guilty people. */
export interface Cluster {
  /** All pay-later orders of its buyers, ascending. */
  readonly orders: readonly number[];
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
  readonly reason: HubKey['reason'];
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

export interface Linkage {
  /** Highest score first. */
  readonly clusters: readonly Cluster[];
  /** By kind and key. */
  readonly hubs: readonly Hub[];
  /** Shared keys that join nobody, by kind and key: why an order stands alone. */
  readonly refused: readonly RefusedKey[];
}

/** The catalogue's 60 % of a group's yuan on one product, and 3 times the product's share of the shop (SE3). */
const ITEM_SHARE = 0.6;
const ITEM_LIFT = 3;
/** The catalogue's window of a burst, seconds (TV3). */
const BURST_SECONDS = 3600;
/** On both sides of a bridge. */
const FEWEST_BESIDE_BRIDGE = 3;

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
  const strong = links.filter(({ shared }) => shared.strength === 'strong');
  const kinds = new Set(links.map(({ shared }) => shared.kind));
  const item = itemOf(orders, (product) => shareOf(product, options));
  const score = (fenOf: FenOf) =>
    scoreOf({
      ...factsOf(orders, householdsOf(part), fenOf, options),
      isOneItem: isOneItem(item),
      isOneParcel: kinds.has('waybill'),
      kinds: kinds.size,
      isWhollyOpen: strong.some(({ shared }) => isAllOpen(shared.buyers, byBuyer, fenOf)),
    });
  const whole = score(open);
  const { openFen, openOrders, spanSeconds } = sumsOf(orders, open);
  return {
    orders: orders.map(({ order }) => order),
    buyers: members.length,
    links: links.map((key) => linkOf(key.shared, needed.has(key), bridges.has(key))),
    density: densityOf(part),
    openFen,
    openOrders,
    spanSeconds,
    item,
    burst: burstOf(orders, BURST_SECONDS),
    score: whole.score,
    scoreParts: whole.parts,
    provenFen: sumsOf(orders, proven).openFen,
    provenScore: score(proven).score,
    alarming: isAlarming(orders, openFen),
  };
}

function compareKeys({ shared: a }: LinkKey, { shared: b }: LinkKey): number {
  return (
    LINK_KINDS.indexOf(a.kind) - LINK_KINDS.indexOf(b.kind) ||
    b.orders.length - a.orders.length ||
    a.key - b.key
  );
}

function linkOf({ kind, key, strength, orders, buyers }: LinkingKey, needed: boolean, bridge: boolean): Link {
  const theirs = new Set(buyers);
  const known = orders.filter(({ buyer }) => theirs.has(buyer)).map(({ order }) => order);
  return { kind, key, strength, buyers: buyers.length, orders: known, needed, bridge };
}

/** True where one product carries a group (SE3). */
function isOneItem(item: GroupItem | null): boolean {
  return item !== null && item.share >= ITEM_SHARE && item.lift >= ITEM_LIFT;
}

/** A product's share of the shop's receivable, 0 to 1; NaN without a shop to compare with. */
function shareOf(product: number, { shop }: LinkageOptions): number {
  return shop === undefined ? Number.NaN : shop.fenOf(product) / shop.fen;
}

/** What is compared of a group with the rest of its shop. */
function factsOf(
  orders: Orders,
  buyers: number,
  fenOf: FenOf,
  { shop }: LinkageOptions,
): Omit<GroupFacts, 'isOneItem' | 'isOneParcel' | 'kinds' | 'isWhollyOpen'> {
  const { openFen, openOrders, spanSeconds, due } = sumsOf(orders, fenOf);
  const dueHits = fenOf === proven ? shop?.dueProven : shop?.dueOpen;
  return {
    buyers,
    openFen,
    openOrders,
    spanSeconds,
    due,
    dueElsewhere: { of: (shop?.due ?? due.of) - due.of, hits: (dueHits ?? due.hits) - due.hits },
    first: { of: orders.length, hits: buyers },
    firstElsewhere: {
      of: (shop?.orders ?? orders.length) - orders.length,
      hits: (shop?.buyers ?? buyers) - buyers,
    },
  };
}

function hubOf(hub: HubKey, options: LinkageOptions): Hub {
  const { kind, key, reason, people, orders } = hub;
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
    score: hubScore(hub, open, options),
    provenScore: hubScore(hub, proven, options),
    alarming: isAlarming(openOrders, openFen),
  };
}

/** The score of those orders of a hub of which something is open: the settled ones say nothing against it. */
function hubScore({ kind, orders }: HubKey, fenOf: FenOf, options: LinkageOptions): number {
  const counted = orders.filter((order) => fenOf(order) > 0);
  const byBuyer = grouped(counted, ({ buyer }) => (buyer < 0 ? [] : [buyer]));
  if (byBuyer.size < options.fewestBuyers) return 0;
  const item = itemOf(counted, (product) => shareOf(product, options));
  return scoreOf({
    ...factsOf(counted, byBuyer.size, fenOf, options),
    isOneItem: isOneItem(item),
    isOneParcel: kind === 'waybill',
    kinds: 1,
    // A pickup point is no strong key: strangers share it by its nature.
    isWhollyOpen: kind !== 'pickup' && isAllOpen([...byBuyer.keys()], byBuyer, fenOf),
  }).score;
}
