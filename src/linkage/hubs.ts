// Keys that too many share to link by, with what stands on them: a cap must never hide a ring.

import { KEY_KINDS, type KeyKind } from '../core/link-kinds.js';
import { factsOf, isOneItem, shareOf } from './group-facts.js';
import { type FenOf, isAlarming, isAllOpen, itemOf, open, proven, sumsOf } from './group-sums.js';
import { scoreOf } from './score.js';
import { grouped, type HubKey, type LinkageOptions } from './shared-keys.js';

/** A key that does not link, and what stands on it. */
export interface Hub {
  readonly kind: KeyKind;
  readonly key: number;
  /**
   * `cap`: more people share it than may be linked. `pool`: the bare number of a pool of virtual ones. `pickup`: a
   * place where strangers fetch their parcels. `listed`: it is on the shop's list of such places.
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

/** The sequence of hubs in reports: by kind and key; one key may be a hub of several shops. */
export function compareHubs(a: Hub, b: Hub): number {
  return (
    KEY_KINDS.indexOf(a.kind) - KEY_KINDS.indexOf(b.kind) || a.key - b.key || a.orders[0]! - b.orders[0]!
  );
}

/** What stands on a key beyond its cap. */
export function hubOf(hub: HubKey, options: LinkageOptions): Hub {
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
    alarming: isAlarming(openOrders, openFen, options.shop),
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
