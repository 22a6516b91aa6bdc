// Clusters and hubs as reports show them: masked, with the explanations of the rule that tells them.

import type { Stage } from '../core/aging.js';
import type { Finding, Severity } from '../core/finding.js';
import { clusterId } from '../core/fingerprint.js';
import { KEY_KINDS } from '../core/link-kinds.js';
import type { Hub } from '../linkage/hubs.js';
import { REFUSALS } from '../linkage/shared-keys.js';
import type { Judgement } from '../portfolio/judgement.js';
import type { ClusterModel, GroupRow, HubModel, LinkageModel } from '../report/findings.js';
import { maskName } from '../report/mask.js';
import { ruleNamed } from '../rules/index.js';
import type { FindingTypologies } from './finding-typologies.js';
import type { Findings } from './findings.js';
import { keyName, shownKey } from './shown-key.js';

const NO_EXPLANATIONS: ClusterModel['innocent'] = { zh: [], en: [] };
/** Rules whose figures every group shows, whether or not they reach the rule's limit. */
const SHOWN_ANYWAY: ReadonlySet<string> = new Set(['cluster-burst', 'item-concentration']);

/**
 * A cluster with its number in this report. `about`: the findings that are about it; the first that names a link tells
 * it, and what only adds to it names none. Texts are made when they are asked for.
 */
export function clusterModel(
  found: Findings,
  index: number,
  number: number,
  severity: Severity,
  about: readonly Finding[],
  typologies: FindingTypologies,
): ClusterModel {
  const cluster = found.clusters[index]!;
  const { orders, openFen, links, item, burst } = cluster;
  const telling = about.find(({ evidence }) => evidence.some(({ kind }) => kind === 'link'));
  const link = telling?.evidence.find((one) => one.kind === 'link');
  return {
    get id() {
      return clusterId(orders.map(found.orderId));
    },
    number,
    severity,
    score: cluster.score,
    scoreParts: cluster.scoreParts,
    buyers: cluster.buyers,
    orders,
    openOrders: cluster.openOrders,
    outstandingFen: openFen,
    spanSeconds: cluster.spanSeconds,
    density: cluster.density,
    item: item && { share: item.share, lift: item.lift },
    burst,
    get signs() {
      const signs = about.filter((one) => one !== telling && !SHOWN_ANYWAY.has(one.rule));
      return signs.map(({ rule, evidence, unproven }) => ruleNamed(rule)!.line(evidence, unproven));
    },
    innocent: telling === undefined ? NO_EXPLANATIONS : ruleNamed(telling.rule)!.innocent,
    toldBy: link?.key ?? null,
    get typology() {
      return telling === undefined ? null : typologies.of(telling);
    },
    nextStep: telling?.nextStep ?? (openFen > 0 ? 'review' : 'none'),
    links: links.map(({ kind, key, strength, buyers, orders, needed, bridge, left }) => ({
      kind,
      strength,
      buyers,
      orders,
      needed,
      bridge,
      left,
      get shown() {
        return shownKey(found.book, kind, key);
      },
      name: keyName(kind, key),
    })),
    rows: (most) => rowsOf(found, orders, most),
  };
}

/** The first orders by time, those without one last. */
function rowsOf(found: Findings, orders: readonly number[], most: number): GroupRow[] {
  const { judge, book } = found;
  const { lines } = book;
  const last = (time: number) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
  return orders
    .map((order) => ({ order, judged: judge(order), id: found.orderId(order) }))
    .map((row) => ({ ...row, orderedAt: lines.orderedAt[row.judged.line]! }))
    .sort((a, b) => {
      const [one, other] = [last(a.orderedAt), last(b.orderedAt)];
      return one === other ? (a.id < b.id ? -1 : 1) : one - other;
    })
    .slice(0, most)
    .map(({ judged, id, orderedAt }) => ({
      order: id,
      orderedAt,
      stage: shownStage(judged),
      outstandingFen: judged.outstanding,
      ...recipientOf(found, judged.line),
    }));
}

/** The stage as people read it: overdue only what is proven. */
export function shownStage({ aged, money }: Pick<Judgement, 'aged' | 'money'>): Stage {
  if (aged === null) return 'closed';
  return money.unproven === null ? aged.stage : aged.whereabouts;
}

/** Of a recipient the first letter of the name, and the district alone. */
function recipientOf({ book }: Findings, line: number): Pick<GroupRow, 'name' | 'district'> {
  const { identities } = book;
  const surname = identities.columns.surname[line]!;
  return {
    name: surname === 0 ? '' : maskName(String.fromCharCode(surname)),
    district: identities.districtText(line).split('|').at(-1)!,
  };
}

/** Hubs, masked. */
export function hubModel({ book }: Findings, hub: Hub): HubModel {
  const { kind, key, reason, buyers, orders, openFen } = hub;
  return {
    kind,
    reason,
    name: keyName(kind, key),
    shown: shownKey(book, kind, key),
    buyers,
    orders,
    outstandingFen: openFen,
  };
}

/** The collision budget, and the keys that were refused by kind and reason. */
export function linkageModel({
  accidents,
  roomsNotCompared,
  lockstepSkipped,
  refused,
}: Findings): LinkageModel {
  const counts = new Map<string, number>();
  for (const keys of refused.values()) {
    for (const { kind, reason } of keys) {
      const name = `${kind} ${reason}`;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return {
    maskedAccidents: accidents,
    roomsNotCompared,
    lockstepSkipped,
    refused: KEY_KINDS.flatMap((kind) =>
      REFUSALS.flatMap((reason) => {
        const keys = counts.get(`${kind} ${reason}`) ?? 0;
        return keys === 0 ? [] : { kind, reason, keys };
      }),
    ),
  };
}
