// Findings of a run: shows every judged order to the rules, links buyers, and gives reports what they show.

import type { Finding, NotEvaluated, Severity } from '../core/finding.js';
import { SEVERITIES } from '../core/finding.js';
import { clusterId } from '../core/fingerprint.js';
import type { OrderBook } from '../core/order-book.js';
import { type Cluster, findClusters, type Hub, type KeyKind } from '../linkage/clusters.js';
import { linkageOptions } from '../linkage/linkage-options.js';
import { AuditedOrders } from '../portfolio/audited-order.js';
import { findUnmatched } from '../portfolio/ledger.js';
import type { Portfolio, Watch } from '../portfolio/portfolio.js';
import type { ClusterModel, FindingModel, FindingsModel, HubModel } from '../report/findings.js';
import { maskOrderId, maskPhone, maskText } from '../report/mask.js';
import { RULES, ruleNamed } from '../rules/index.js';
import type { RuleView } from '../rules/rule.js';
import { RuleRun } from '../rules/run.js';
import { lacksOf } from './lacks.js';
import { LinkableOrders } from './linkable-orders.js';
import { OrderMarks } from './order-marks.js';
import { type OrdersRead, orderDays } from './read-orders.js';

/** Findings with what they are about; the marks tell them by order. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly ran: number;
  readonly clusters: readonly Cluster[];
  readonly hubs: readonly Hub[];
  readonly marks: OrderMarks;
  readonly book: OrderBook;
  /** An order's number as reports name it. */
  orderId(order: number): string;
}

/** Looks at orders while they are judged; `conclude` is called once, behind the last one. */
export class FindingsRun {
  readonly #book: OrderBook;
  readonly #reads: readonly OrdersRead[];
  readonly #linkable = new LinkableOrders();
  #run: RuleRun | null = null;

  constructor(book: OrderBook, reads: readonly OrdersRead[]) {
    this.#book = book;
    this.#reads = reads;
  }

  /** Who is shown the orders of the portfolio that is being built. */
  watch({ chains, settings }: Pick<Portfolio, 'chains' | 'settings'>): Watch {
    const { asOfDay, ledger } = settings;
    const view: RuleView = {
      asOfDay,
      hasBills: ledger !== null,
      failed: ledger?.proof.failed ?? ['no-bills'],
    };
    const run = new RuleRun({
      rules: RULES,
      view,
      lacks: lacksOf(this.#reads, view.hasBills),
      orders: this.#book.ids.size,
    });
    this.#run = run;
    const orders = new AuditedOrders(this.#book, chains, asOfDay);
    return (index, judged) => {
      const order = orders.of(index, judged);
      run.see(order);
      this.#linkable.add(order);
    };
  }

  #orderId(order: number, { chains }: Portfolio): string {
    const { lines } = this.#book;
    const { format } = this.#reads[lines.input[chains.first[order]!]!]!;
    return maskOrderId(this.#book.orderId(order), format.orderIdPattern);
  }

  conclude(portfolio: Portfolio): Findings {
    const { identities, crowd, ids, lines } = this.#book;
    const { totals, settings } = portfolio;
    const { clusters, hubs } = findClusters(
      this.#linkable.linked(identities),
      linkageOptions(identities, crowd, lines.size),
    );
    const days = orderDays(this.#reads);
    const unmatched = settings.ledger && findUnmatched(settings.ledger.index, days.first, days.last);
    const longIds = this.#reads.reduce(
      (sum, read) => ({
        orders: sum.orders + read.longIds.orders,
        rounded: sum.rounded + read.longIds.rounded,
      }),
      { orders: 0, rounded: 0 },
    );
    const { findings, notEvaluated, ran } = this.#run!.finish(
      {
        outstandingFen: totals.outstanding.fen,
        received: totals.received,
        receivedUnproven: totals.receivedUnproven,
        missing: unmatched && {
          orders: unmatched.missingOrders,
          fen: unmatched.missingFen,
          matched: unmatched.matchedOrders,
        },
        longIds,
        clusters,
        hubs,
      },
      ({ orders }) => firstId(this.#book, orders),
    );
    const rank = (rule: string) => RULES.findIndex(({ id }) => id === rule);
    return {
      findings,
      notEvaluated,
      ran,
      clusters,
      hubs,
      marks: new OrderMarks(findings, rank, ids.size),
      book: this.#book,
      orderId: (order) => this.#orderId(order, portfolio),
    };
  }
}

/** A cluster's id, the same in every report over the same orders. */
export function clusterIdOf({ clusters, orderId }: Findings, cluster: number): string {
  return clusterId(clusters[cluster]!.orders.map(orderId));
}

/** The smallest order number by code units. */
function firstId(book: OrderBook, orders: readonly number[]): string {
  let first = '';
  for (const order of orders) {
    const id = book.orderId(order);
    if (first === '' || id < first) first = id;
  }
  return first;
}

/** What reports show of the findings: in words, masked, with numbers of their own. */
export function findingsModel(found: Findings): FindingsModel {
  const { findings, notEvaluated, ran, clusters, hubs, book, orderId } = found;
  const orderIds = (orders: readonly number[]) => orders.map(orderId).sort();
  // Clusters are numbered in the order in which their findings are shown.
  const shown = findings.flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster]));
  const sequence = [...new Set([...shown, ...clusters.keys()])];
  const severities = clusterSeverities(findings, clusters.length);
  const place = new Map(sequence.map((cluster, i) => [cluster, i]));
  return {
    findings: findings.map((finding, i) => findingModel(finding, i + 1, place)),
    clusters: sequence.map((cluster, i) =>
      clusterModel(clusters[cluster]!, i + 1, severities[cluster]!, book, orderIds),
    ),
    hubs: hubs.map(
      ({ kind, key, buyers, orders, openFen }): HubModel => ({
        kind,
        name: keyName(kind, key),
        shown: shownKey(book, kind, key),
        buyers,
        orders,
        outstandingFen: openFen,
      }),
    ),
    notEvaluated: notEvaluated.map((gap) => ({ ...gap, title: ruleNamed(gap.rule)!.title })),
    checks: { ran, couldNot: RULES.length - ran },
    orderId,
    orderIds,
  };
}

/** Its words are made when they are asked for: of ten thousand findings a console shows twelve. */
function findingModel(finding: Finding, number: number, place: ReadonlyMap<number, number>): FindingModel {
  const rule = ruleNamed(finding.rule)!;
  return {
    id: `F${number}`,
    rule: rule.id,
    code: rule.aliases[0] ?? rule.id,
    title: rule.title,
    severity: finding.severity,
    strength: finding.strength,
    stage: finding.stage,
    orders: finding.orders,
    cluster: finding.cluster === undefined ? null : place.get(finding.cluster)!,
    exposureFen: finding.exposureFen,
    evidence: finding.evidence,
    nextStep: finding.nextStep,
    deadline: finding.deadline ?? Number.NaN,
    unproven: finding.unproven,
    apart: finding.apart === true,
    get line() {
      return rule.line(finding.evidence, finding.unproven);
    },
  };
}

function clusterModel(
  cluster: Cluster,
  number: number,
  severity: ClusterModel['severity'],
  book: OrderBook,
  orderIds: (orders: readonly number[]) => string[],
): ClusterModel {
  const { orders, buyers, openOrders, openFen, spanSeconds, score, scoreParts, links } = cluster;
  return {
    get id() {
      return clusterId(orderIds(orders));
    },
    number,
    severity,
    score,
    scoreParts,
    buyers,
    orders,
    openOrders,
    outstandingFen: openFen,
    spanSeconds,
    links: links.map((link) => ({
      kind: link.kind,
      strength: 'strong',
      buyers: link.buyers,
      orders: link.orders,
      get shown() {
        return shownKey(book, link.kind, link.key);
      },
      name: keyName(link.kind, link.key),
    })),
  };
}

/** The highest severity that a finding gives each cluster; one that no rule speaks of is information. */
function clusterSeverities(findings: readonly Finding[], clusters: number): Severity[] {
  const most = new Uint8Array(clusters);
  for (const { cluster, severity } of findings) {
    if (cluster !== undefined) most[cluster] = Math.max(most[cluster]!, SEVERITIES.indexOf(severity));
  }
  return Array.from(most, (severity) => SEVERITIES[severity]!);
}

/** `phone#3`: identities are named by kind and by their place among those of the run. */
export function keyName(kind: KeyKind, key: number): string {
  return `${kind}#${key + 1}`;
}

/** What may be shown of a key. */
export function shownKey({ identities }: OrderBook, kind: KeyKind, key: number): string {
  if (kind === 'phone') return maskPhone(identities.phones.text(key));
  return maskText((kind === 'room' ? identities.rooms : identities.pickups).text(key));
}
