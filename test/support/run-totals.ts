// The totals that report rules are shown: of a run in which nothing is amiss, and whatever a test changes of it.
import type { Draft } from '../../src/core/finding.js';
import { KIND_STRENGTH } from '../../src/core/link-kinds.js';
import type { Cluster, Link } from '../../src/linkage/clusters.js';
import type { Hub } from '../../src/linkage/hubs.js';
import type { LinkedOrder } from '../../src/linkage/linked-order.js';
import type { ShopProfile } from '../../src/portfolio/shop-profile.js';
import type { ReportRule, RuleView, RunTotals } from '../../src/rules/rule.js';
import { view } from './audited-order.js';

export function runTotals(told: Partial<RunTotals> = {}): RunTotals {
  return {
    outstandingFen: 0,
    received: { orders: 0, fen: 0 },
    receivedUnproven: { orders: 0, fen: 0 },
    missing: null,
    longIds: { orders: 0, rounded: 0 },
    clusters: [],
    hubs: [],
    shops: [0],
    shopOf: () => 0,
    isListPrice: () => false,
    mayBeDiscounted: () => false,
    products: { rows: [], few: { orders: 0, fen: 0 } },
    buildings: new Map(),
    ...told,
  };
}

/** What a report rule says with its defaults, or with some of its parameters changed. */
export function reported(
  rule: ReportRule,
  told: Partial<RunTotals>,
  changed: Readonly<Record<string, number>> = {},
  profile?: ShopProfile,
): readonly Draft[] {
  const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
  return rule.check(runTotals(told), { ...values, ...changed }, viewOf(profile));
}

/** What a report rule leaves unexamined. */
export function unexamined(rule: ReportRule, told: Partial<RunTotals>, profile: ShopProfile) {
  return rule.tooFew?.(runTotals(told), viewOf(profile));
}

function viewOf(profile: ShopProfile | undefined): RuleView {
  return profile === undefined ? view : { ...view, profile: () => profile };
}

/** A link of buyers 0 to `buyers` - 1 with one order each, unless told. */
export function link(kind: Link['kind'], buyers: number, told: Partial<Link> = {}): Link {
  return {
    kind,
    key: 0,
    strength: KIND_STRENGTH[kind],
    buyers,
    orders: Array.from({ length: buyers }, (_, i) => i),
    needed: true,
    bridge: false,
    left: null,
    ...told,
  };
}

/** A linked order of 100 yuan, of a buyer of its own and without a time, unless told. */
export function linkedOrder(order: number, told: Partial<LinkedOrder> = {}): LinkedOrder {
  return {
    order,
    buyer: order,
    phone: -1,
    room: -1,
    pickup: -1,
    orderedAt: Number.NaN,
    openFen: 0,
    provenFen: 0,
    isDue: false,
    product: 4,
    amountFen: 10_000,
    ...told,
  };
}

/** A cluster held together by these links; as many buyers and orders as its largest link has, unless told. */
export function cluster(links: readonly Link[], told: Partial<Cluster> = {}): Cluster {
  const most = Math.max(...links.map(({ buyers }) => buyers));
  const orders = told.orders ?? Array.from({ length: most }, (_, i) => i);
  return {
    orders,
    buyers: most,
    links,
    members: orders.map((order) => linkedOrder(order)),
    density: 1,
    item: null,
    burst: null,
    inSequence: { phones: 0, accounts: 0 },
    openFen: 100_000,
    openOrders: orders.length,
    spanSeconds: 2400,
    score: 40,
    scoreParts: [],
    provenFen: told.openFen ?? 100_000,
    provenScore: told.score ?? 40,
    alarming: true,
    ...told,
  };
}

/** A pickup point of 36 people and 44 orders of which two are open, 200 yuan each, unless told. */
export function hub(told: Partial<Hub> = {}): Hub {
  return {
    kind: 'pickup',
    key: 4,
    reason: 'pickup',
    buyers: 36,
    orders: Array.from({ length: 44 }, (_, i) => i),
    openFen: 40_000,
    openOrders: [3, 8],
    score: 0,
    provenScore: told.score ?? 0,
    alarming: true,
    ...told,
  };
}
