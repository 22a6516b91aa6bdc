// The totals that report rules are shown: of a run in which nothing is amiss, and whatever a test changes of it.
import type { Draft } from '../../src/core/finding.js';
import { KIND_STRENGTH } from '../../src/core/link-kinds.js';
import type { Cluster, Link } from '../../src/linkage/clusters.js';
import type { Hub } from '../../src/linkage/hubs.js';
import type { ReportRule, RunTotals } from '../../src/rules/rule.js';
import { view } from './audited-order.js';

function runTotals(told: Partial<RunTotals> = {}): RunTotals {
  return {
    outstandingFen: 0,
    received: { orders: 0, fen: 0 },
    receivedUnproven: { orders: 0, fen: 0 },
    missing: null,
    longIds: { orders: 0, rounded: 0 },
    clusters: [],
    hubs: [],
    buildings: new Map(),
    ...told,
  };
}

/** What a report rule says with its defaults, or with some of its parameters changed. */
export function reported(
  rule: ReportRule,
  told: Partial<RunTotals>,
  changed: Readonly<Record<string, number>> = {},
): readonly Draft[] {
  const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
  return rule.check(runTotals(told), { ...values, ...changed }, view);
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

/** A cluster held together by these links; as many buyers and orders as its largest link has, unless told. */
export function cluster(links: readonly Link[], told: Partial<Cluster> = {}): Cluster {
  const most = Math.max(...links.map(({ buyers }) => buyers));
  const orders = told.orders ?? Array.from({ length: most }, (_, i) => i);
  return {
    orders,
    buyers: most,
    links,
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
