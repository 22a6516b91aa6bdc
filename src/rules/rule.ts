// What a rule is: its texts in both languages, its parameters with their only default, and one pure function.

import type { Stage } from '../core/aging.js';
import {
  type Draft,
  EVIDENCE_WORDS,
  type Evidence,
  type EvidenceName,
  type Need,
  type NextStep,
  type Severity,
  type Strength,
} from '../core/finding.js';
import type { Both } from '../core/language.js';
import { LISTED, type ListName } from '../core/lists.js';
import type { Building } from '../linkage/buildings.js';
import type { Cluster } from '../linkage/clusters.js';
import type { Hub } from '../linkage/hubs.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { Products } from '../portfolio/product-table.js';
import type { ShopProfile } from '../portfolio/shop-profile.js';

/** A number that a shop may set. Amounts are fen. */
export interface Param {
  readonly value: number;
  readonly unit: 'fen' | 'days' | 'hours' | 'minutes' | 'orders' | 'buyers' | 'records' | 'ratio' | 'factor';
  /** The range in which it makes sense, both ends included. */
  readonly least: number;
  readonly most: number;
  readonly text: Both;
  /** Several rules share it: the key under which it is set for all of them. */
  readonly shared?: 'large.min' | 'late.month' | 'late.quarter' | 'links.buyers';
}
export type Params = Readonly<Record<string, Param>>;
/** The values in force for a rule's parameters. */
export type Values<P extends Params> = Readonly<Record<keyof P, number>>;

/** What is the same for all orders of a run. */
export interface RuleView {
  readonly asOfDay: number;
  /** At least one bill was read. */
  readonly hasBills: boolean;
  /** The last day that the bills cover, up to the as-of day; NaN where they cover none. */
  readonly billedTo: number;
  /** At least one after-sales export was read. */
  readonly hasAfterSales: boolean;
  /** Conditions that fail for every order; empty: what the bills cover is proven. */
  readonly failed: readonly string[];
  /** What is usual in the shop of this number (`AuditedOrder.shop`); NaN and null in it: not known, no rule may guess. */
  profile(shop: number): ShopProfile;
  /** True for an export of a platform that shows no recipient at all while it reviews an order. */
  blankIsReview(input: number): boolean;
  /** A waybill of `AuditedOrder.waybills` as it is written, in capitals: to be compared, never shown. */
  waybillText(waybill: number): string;
}

/** What a report rule sees: the totals behind the last order. */
export interface RunTotals {
  readonly outstandingFen: number;
  /** Orders whose state says received (disputed ones too): what was to be collected of them, and what no bill proves. */
  readonly received: { readonly orders: number; readonly fen: number };
  readonly receivedUnproven: { readonly orders: number; readonly fen: number };
  /** Order numbers of bills that the order files lack though they are dated inside them; null without bills. */
  readonly missing: { readonly orders: number; readonly fen: number; readonly matched: number } | null;
  /** Of order numbers with 16 digits or more: how many there are, and how many end in 0. */
  readonly longIds: { readonly orders: number; readonly rounded: number };
  readonly clusters: readonly Cluster[];
  readonly hubs: readonly Hub[];
  /** Numbers of the shops, ascending. */
  readonly shops: readonly number[];
  /** The shop of a cluster: links are made within one. */
  shopOf(cluster: Cluster): number;
  /** True for what some pay-later order lists as the price of one piece of a product of a cluster. */
  isListPrice(product: number, fen: number): boolean;
  /** True where the shop or the platform gave something, and where no column would tell. */
  mayBeDiscounted(order: number): boolean;
  /** The shop's products with their pay-later orders beside the ordinary ones. */
  readonly products: Products;
  /** By index of a cluster the building in which most of its buyers live; of few groups. */
  readonly buildings: ReadonlyMap<number, Building>;
}

/** What all rules have. */
interface Head<P extends Params> {
  /** A permanent kebab-case noun; never used again for something else. */
  readonly id: string;
  /** The catalogue's codes, accepted wherever an id is. */
  readonly aliases: readonly string[];
  readonly title: Both;
  /** What it looks for, one sentence. */
  readonly looks: Both;
  /** Why it matters, one or two sentences. */
  readonly why: Both;
  /** Innocent explanations to rule out. */
  readonly innocent: Both<readonly string[]>;
  /** What would have to be otherwise for a finding not to be there; `{name}` stands for a parameter's value. */
  readonly unless: Both;
  readonly severity: Severity;
  /** Where the severity depends on the figures: which one when; with `{name}`s like `unless`. */
  readonly bands?: Both;
  readonly strength: Strength;
  readonly params: P;
  /** Parameters that must not fall from one to the next: the tiers of a rule. */
  readonly ascending?: readonly (keyof P & string)[];
  readonly needs: readonly Need[];
  /** What its findings may ask for, the most urgent first. */
  readonly steps: readonly NextStep[];
  /** True where the sentence about an order's state says it already: the copy does not say it twice. */
  readonly stated?: true;
  /** Switched off unless the configuration switches it on. */
  readonly off?: true;
  /** The list of the shop without which it does not run, and nothing is said of it. */
  readonly list?: ListName;
  /**
   * One short sentence with the figures of a finding: what today's list and the annotated copy say. `unproven`: nothing
   * proves that the money has not come in, and no word may say that it is owed, unpaid or overdue.
   */
  line(evidence: readonly Evidence[], unproven: boolean): Both;
}

/** A rule that looks at one order after the other and needs no other order. */
export interface OrderRule<P extends Params = Params> extends Head<P> {
  readonly kind: 'order';
  check(order: AuditedOrder, params: Values<P>, view: RuleView): Draft | null;
}

/** A rule that must see several orders: it gathers, and speaks when it has seen all. */
export interface GatherRule<P extends Params = Params> extends Head<P> {
  readonly kind: 'gather';
  gather(params: Values<P>, view: RuleView): Gathering;
}

export interface Gathering {
  see(order: AuditedOrder): void;
  /** Called once, behind the last order. */
  /** `totals`: as report rules see them. The runner always gives them. */
  drafts(totals?: RunTotals): readonly Draft[];
  /** Open orders that it could not judge for want of others to compare with, and their outstanding; after `drafts`. */
  tooFew?(): { readonly orders: number; readonly fen: number };
  /** Likewise for want of proof that another order of the same buyer is late. */
  unproven?(): { readonly orders: number; readonly fen: number };
}

/** A rule about the files or about clusters: it sees the totals of the run. */
export interface ReportRule<P extends Params = Params> extends Head<P> {
  readonly kind: 'report';
  check(totals: RunTotals, params: Values<P>, view: RuleView): readonly Draft[];
  /** As `Gathering.tooFew`. */
  tooFew?(totals: RunTotals, view: RuleView): { readonly orders: number; readonly fen: number };
}

export type Rule = OrderRule | GatherRule | ReportRule;

/** An order rule; its parameters' names are known to its function. */
export function orderRule<const P extends Params>(rule: Omit<OrderRule<P>, 'kind'>): OrderRule {
  return { ...rule, kind: 'order' } as unknown as OrderRule;
}

/** A gathering rule. */
export function gatherRule<const P extends Params>(rule: Omit<GatherRule<P>, 'kind'>): GatherRule {
  return { ...rule, kind: 'gather' } as unknown as GatherRule;
}

/** A rule about the files or about clusters. */
export function reportRule<const P extends Params>(rule: Omit<ReportRule<P>, 'kind'>): ReportRule {
  return { ...rule, kind: 'report' } as unknown as ReportRule;
}

/** The figure of a finding by name, whatever its kind; NaN where it has none. */
export function figure(evidence: readonly Evidence[], name: EvidenceName): number {
  const found = evidence.find((one) => one.name === name);
  return found === undefined ? Number.NaN : numberOf(found);
}

/** The number of a figure; of several orders how many there are, of an identity its ordinal, of a term NaN, of a word its place. */
export function numberOf(one: Evidence): number {
  switch (one.kind) {
    case 'amount':
      return one.fen;
    case 'days':
      return one.days;
    case 'count':
      return one.count;
    case 'ratio':
      return one.ratio;
    case 'date':
      return one.day;
    case 'time':
      return one.seconds;
    case 'param':
      return one.value;
    case 'orders':
      return one.orders.length;
    case 'link':
      return one.ordinal;
    case 'term':
      return Number.NaN;
    case 'word':
      return EVIDENCE_WORDS.indexOf(one.word);
  }
}

/** What the buyer owes of an order's outstanding, fen: a missing subsidy is a claim on the platform. */
export function buyersOutstanding({ judged }: Pick<AuditedOrder, 'judged'>): number {
  return judged.outstanding - judged.money.outstandingPlatform;
}

/** True for an order of a buyer whom the shop has on its list of wholesale buyers. */
export function isWholesale({ listed }: Pick<AuditedOrder, 'listed'>): boolean {
  return (listed & LISTED.wholesale) !== 0;
}

/** The step that may be offered: nobody is reminded of an order of a minor. */
export function offeredStep(step: NextStep, minor: boolean): NextStep {
  return minor && step === 'remind' ? 'review' : step;
}

/** Lateness is spoken of from this day on, and a ticket of the platform's support makes sense from that one on. */
const LATE_FROM = 4;
const TICKET_FROM = 7;

/**
 * What to do about an order that is large or late, by where it stands and how sure it is that nothing came in. Up to
 * three days past due are watched, up to six reminded of: debits are tried again, bills come late.
 */
export function stepByStage(stage: Stage, proven: boolean, daysPastDue: number): NextStep {
  switch (stage) {
    case 'unshipped':
      return 'hold';
    case 'in-transit':
      return 'intercept';
    case 'receipt-late':
      return 'platform';
    case 'received':
      return proven ? 'wait' : 'review';
    case 'overdue':
      if (!proven) return daysPastDue < LATE_FROM ? 'wait' : 'review';
      if (daysPastDue < LATE_FROM) return 'wait';
      return daysPastDue < TICKET_FROM ? 'remind' : 'platform';
    case 'frozen':
      return 'review';
    case 'closed':
      return 'none';
  }
}
