// Findings of a run: shows every judged order to the rules, links buyers, and gives reports what they show.

import { type Config, NO_CONFIG, setupOf } from '../config/config.js';
import type { Stage } from '../core/aging.js';
import type { OrderField } from '../core/fields.js';
import type { Finding, NotEvaluated, Severity } from '../core/finding.js';
import { SEVERITIES } from '../core/finding.js';
import { clusterId } from '../core/fingerprint.js';
import type { OrderBook } from '../core/order-book.js';
import { type Cluster, compareClusters, findClusters } from '../linkage/clusters.js';
import { compareHubs, type Hub } from '../linkage/hubs.js';
import { jiggedRooms } from '../linkage/jigged-rooms.js';
import {
  communalKeys,
  knownKeys,
  type LinkLimits,
  linkageOptions,
  maskedAccidents,
  peopleBehind,
  surnamesOf,
} from '../linkage/linkage-options.js';
import type { LockstepSkipped } from '../linkage/lockstep.js';
import { completeRooms, completeStreets } from '../linkage/room-completion.js';
import type { RefusedKey } from '../linkage/shared-keys.js';
import { AuditedOrders } from '../portfolio/audited-order.js';
import type { Judgement } from '../portfolio/judgement.js';
import { findUnmatched } from '../portfolio/ledger.js';
import { type OpenWeek, OpenWeeks } from '../portfolio/open-weeks.js';
import type { Portfolio, Watch } from '../portfolio/portfolio.js';
import { type Products, ProductTable } from '../portfolio/product-table.js';
import type { FindingsModel } from '../report/findings.js';
import { maskOrderId } from '../report/mask.js';
import { RULES, ruleNamed } from '../rules/index.js';
import type { Rule, RuleView } from '../rules/rule.js';
import { RuleRun } from '../rules/run.js';
import { clusterFacts } from './cluster-facts.js';
import { clusterModel, hubModel, linkageModel } from './cluster-model.js';
import { crowdedBuildings } from './crowded-buildings.js';
import { FindingTypologies } from './finding-typologies.js';
import { blankIsReview, lacksOf } from './lacks.js';
import { linkLimits } from './link-limits.js';
import { LinkableOrders } from './linkable-orders.js';
import type { Lists } from './lists.js';
import { OrderMarks } from './order-marks.js';
import { rareNotes } from './rare-notes.js';
import { type OrdersRead, orderDays } from './read-orders.js';
import { ShownFinding } from './shown-finding.js';

/** Findings with what they are about; the marks tell them by order. */
export interface Findings {
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  readonly ran: number;
  /** Rules that are switched off. */
  readonly off: readonly string[];
  /** Those that were asked for: one that needs a list is not, where there is no such list. */
  readonly rules: readonly Rule[];
  /** Whether a rule is switched off for the orders of a section of the configuration. */
  isOff(rule: Rule, section: number): boolean;
  /** The values of a rule's parameters for the orders of a section. */
  valuesOf(rule: Rule, section: number): Readonly<Record<string, number>>;
  readonly clusters: readonly Cluster[];
  readonly hubs: readonly Hub[];
  readonly products: Products;
  readonly weeks: readonly OpenWeek[];
  readonly marks: OrderMarks;
  readonly book: OrderBook;
  /** By shop the shared keys that join nobody. */
  readonly refused: ReadonlyMap<number, readonly RefusedKey[]>;
  /** How many people a key may have, and how many pairs of masked recipients agree by accident: see `LinkageRun`. */
  readonly limits: LinkLimits;
  readonly accidents: number;
  /** See `RoomGroups.skipped`. */
  readonly roomsNotCompared: number;
  readonly lockstepSkipped: LockstepSkipped;
  /** The judgement of a pay-later order that is held. */
  judge(order: number): Judgement;
  /** An order's number as reports name it, and its stage. */
  orderId(order: number): string;
  stageOf(order: number): Stage;
  /** Something of it is outstanding. */
  isOpen(order: number): boolean;
  /** See `RuleRun.openOf`. */
  openOf(order: number): { readonly fen: number; readonly unproven: boolean };
}

/** Looks at orders while they are judged; `conclude` is called once, behind the last one. */
export class FindingsRun {
  readonly #book: OrderBook;
  readonly #reads: readonly OrdersRead[];
  readonly #linkable = new LinkableOrders();
  readonly #products: ProductTable;
  readonly #weeks = new OpenWeeks();
  readonly #config: Config;
  readonly #lists: Lists | null;
  readonly #told: readonly ReadonlySet<OrderField>[];
  readonly #rules: readonly Rule[];
  #run: RuleRun | null = null;

  /** `told`: per input the fields that another file tells of its orders. */
  constructor(
    book: OrderBook,
    reads: readonly OrdersRead[],
    config = NO_CONFIG,
    lists: Lists | null = null,
    told: readonly ReadonlySet<OrderField>[] = [],
  ) {
    this.#book = book;
    this.#products = new ProductTable(book);
    this.#reads = reads;
    this.#config = config;
    this.#lists = lists;
    this.#told = told;
    this.#rules = RULES.filter(({ list }) => list === undefined || lists?.has(list) === true);
  }

  /** Who is shown the orders of the portfolio that is being built. */
  watch(built: Pick<Portfolio, 'chains' | 'copies' | 'settings' | 'profiles'>): Watch {
    const { settings, profiles } = built;
    const { asOfDay, ledger, afterSales } = settings;
    const blanks = this.#reads.map(blankIsReview);
    const view: RuleView = {
      asOfDay,
      hasBills: ledger !== null,
      billedTo: ledger?.proof.past.at(-1)?.to ?? Number.NaN,
      hasAfterSales: afterSales !== null,
      failed: ledger?.proof.failed ?? ['no-bills'],
      profile: (shop) => profiles.of(shop),
      blankIsReview: (input) => blanks[input]!,
      waybillText: (waybill) => orders.waybillText(waybill),
    };
    completeRooms(this.#book.identities);
    completeStreets(this.#book.identities);
    const run = new RuleRun({
      rules: this.#rules,
      view,
      lacks: lacksOf(
        this.#reads,
        { ...view, hasEarlierExports: built.copies.superseded.length > 0 },
        this.#told,
      ),
      orders: this.#book.ids.size,
      setups: (rule, section) => setupOf(this.#config, rule, section),
      sections: this.#config.shops.length,
    });
    this.#run = run;
    const orders = new AuditedOrders(this.#book, built);
    return (index, judged) => {
      const order = orders.of(index, judged);
      run.see(order);
      this.#linkable.add(order);
      this.#products.see(order);
      this.#weeks.see(order);
      this.#lists?.see(order);
    };
  }

  conclude(portfolio: Portfolio): Findings {
    const run = this.#run!;
    // What is returned holds these, and not what was kept for linking.
    const book = this.#book;
    const reads = this.#reads;
    const { identities, crowd, ids, lines } = book;
    const { totals, settings } = portfolio;
    const people = peopleBehind(identities, crowd, lines.size);
    const surnames = surnamesOf(identities, lines.size);
    const limits = linkLimits(this.#config);
    const known = knownKeys(identities);
    const accidents = maskedAccidents(identities, lines.size);
    const alike = jiggedRooms(identities);
    const communal = communalKeys(identities, lines.size, alike);
    const notes = rareNotes(book.notes, lines, ids.size);
    const linkage = {
      identities,
      people,
      surnames,
      limits,
      known,
      communal,
      accidents,
      elsewhere: notes.elsewhere,
    };
    const shops = [...this.#linkable.linked(book, notes, alike)].map(([shop, { orders, base }]) => ({
      shop,
      ...findClusters(orders, linkageOptions(linkage, shop, base)),
    }));
    const clusters = shops.flatMap((found) => found.clusters).sort(compareClusters);
    const hubs = shops.flatMap((found) => found.hubs).sort(compareHubs);
    const refused = new Map(shops.map((found) => [found.shop, found.refused]));
    const days = orderDays(this.#reads);
    const unmatched = settings.ledger && findUnmatched(settings.ledger.index, days.first, days.last);
    const longIds = this.#reads.reduce(
      (sum, read) => ({
        orders: sum.orders + read.longIds.orders,
        rounded: sum.rounded + read.longIds.rounded,
      }),
      { orders: 0, rounded: 0 },
    );
    const products = this.#products.products(settings.asOfDay, (order) => portfolio.answer(order) === 'no');
    const { findings, notEvaluated, ran, off } = run.finish(
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
        products,
        clusters,
        hubs,
        ...clusterFacts(book, shops),
        buildings: crowdedBuildings(book, this.#linkable.rows, clusters),
      },
      (a, b) => ids.compare(a, b),
    );
    const rank = (rule: string) => RULES.findIndex(({ id }) => id === rule);
    return {
      findings,
      notEvaluated,
      ran,
      off,
      products,
      weeks: this.#weeks.weeks(),
      rules: this.#rules,
      isOff: (rule, section) => !setupOf(this.#config, rule, section).enabled,
      valuesOf: (rule, section) => setupOf(this.#config, rule, section).values,
      clusters,
      hubs,
      refused,
      limits,
      accidents,
      roomsNotCompared: alike.skipped,
      lockstepSkipped: this.#linkable.lockstepSkipped,
      judge: (order) => portfolio.judge(order)!,
      marks: new OrderMarks(findings, rank, ids.size),
      book,
      orderId: (order) => {
        const { format } = reads[lines.input[portfolio.chains.first[order]!]!]!;
        return maskOrderId(book.orderId(order), format.orderIdPattern);
      },
      stageOf: (order) => run.stageOf(order),
      isOpen: (order) => run.isOpen(order),
      openOf: (order) => run.openOf(order),
    };
  }
}

/** A cluster's id, the same in every report over the same orders. */
export function clusterIdOf({ clusters, orderId }: Findings, cluster: number): string {
  return clusterId(clusters[cluster]!.orders.map(orderId));
}

/** What reports show of the findings: in words, masked, with numbers of their own. */
export function findingsModel(found: Findings): FindingsModel {
  const { findings, notEvaluated, ran, off, rules, clusters, hubs, orderId } = found;
  const orderIds = (orders: readonly number[]) => orders.map(orderId).sort();
  // Clusters are numbered in the order in which their findings are shown.
  const shown = findings.flatMap(({ cluster }) => (cluster === undefined ? [] : [cluster]));
  const sequence = [...new Set([...shown, ...clusters.keys()])];
  const severities = clusterSeverities(findings, clusters.length);
  const about = findingsByCluster(findings);
  const typologies = new FindingTypologies(found, about);
  const place = new Map(sequence.map((cluster, i) => [cluster, i]));
  return {
    findings: findings.map((finding, i) => new ShownFinding(finding, i + 1, place, found, typologies)),
    clusters: sequence.map((cluster, i) =>
      clusterModel(found, cluster, i + 1, severities[cluster]!, about.get(cluster) ?? [], typologies),
    ),
    hubs: hubs.map((hub) => hubModel(found, hub)),
    linkage: linkageModel(found),
    notEvaluated: notEvaluated.map((gap) => ({ ...gap, title: ruleNamed(gap.rule)!.title })),
    checks: { ran, couldNot: rules.length - off.length - ran },
    off,
    orderId,
    orderIds,
  };
}

/** By cluster the findings about it, in their order. */
function findingsByCluster(findings: readonly Finding[]): Map<number, Finding[]> {
  const about = new Map<number, Finding[]>();
  for (const finding of findings) {
    if (finding.cluster === undefined) continue;
    const known = about.get(finding.cluster);
    if (known === undefined) about.set(finding.cluster, [finding]);
    else known.push(finding);
  }
  return about;
}

/** The highest severity that a finding gives each cluster; one that no rule speaks of is information. */
function clusterSeverities(findings: readonly Finding[], clusters: number): Severity[] {
  const most = new Uint8Array(clusters);
  for (const { cluster, severity } of findings) {
    if (cluster !== undefined) most[cluster] = Math.max(most[cluster]!, SEVERITIES.indexOf(severity));
  }
  return Array.from(most, (severity) => SEVERITIES[severity]!);
}
