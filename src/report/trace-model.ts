// What is known of one order, as plain values: what `trace` shows.

import type { AfterSaleType } from '../core/after-sales-book.js';
import type { Bucket, DueSource, Stage, Terms } from '../core/aging.js';
import type { BillClass } from '../core/bill-book.js';
import type { Evidence, Gap, Need, NextStep, Severity, Strength } from '../core/finding.js';
import type { KeyKind } from '../core/link-kinds.js';
import type { ListName } from '../core/lists.js';
import type { PayLaterSource } from '../core/order-book.js';
import type { AfterSaleState, Phase } from '../core/status.js';
import type { Collected, Collection } from '../portfolio/collection.js';
import type { Judgement } from '../portfolio/judgement.js';
import type { ReachedTypology } from '../rules/typologies.js';
import type { ClusterLinkModel } from './findings.js';
import type { InputSummary } from './model.js';
import type { NamedParams } from './words/figures.js';
import type { Both } from './words/language.js';
import type { Reason } from './words/reasons.js';
import type { WhyUnproven } from './words/why-unproven.js';

/** Amounts are fen, days day numbers, times civil seconds; NaN where there is none. */
export interface TraceModel {
  /** The order's number. */
  readonly order: string;
  readonly platform: InputSummary['platform'];
  readonly asOfDay: number;
  readonly asOfSource: 'flag' | 'filename' | 'data' | null;
  /** Every record of the order, in the order of files and rows. */
  readonly records: readonly TraceRecord[];
  readonly payLater: { readonly answer: 'yes' | 'no' | 'unknown'; readonly source: PayLaterSource };
  readonly times: TraceTimes;
  /** The order's rows in the bills, by time; null without bills. */
  readonly billRows: readonly TraceBillRow[] | null;
  /** As the exports show them, by the time of application; null without such an export. */
  readonly afterSales: readonly TraceAfterSale[] | null;
  /** null: an ordinary order, or one that was placed after the as-of date. */
  readonly judged: TraceJudgement | null;
  readonly identity: TraceIdentity;
  /** Findings that name the order, the most severe first. */
  readonly findings: readonly TraceFinding[];
  /** Rules that looked at the order and found nothing. */
  readonly quiet: readonly TraceRule[];
  /** Switched off for this order. */
  readonly off: readonly TraceRule[];
  /** Rules that could not look at the order. */
  readonly notEvaluated: readonly (TraceRule & { readonly reason: Gap; readonly need: Need | null })[];
  /** Findings about the files as a whole. */
  readonly aboutFiles: readonly (TraceRule & { readonly line: Both })[];
}

export interface TraceRule {
  readonly rule: string;
  readonly code: string;
  readonly title: Both;
}

export interface TraceRecord {
  readonly file: string;
  /** As Excel counts. */
  readonly row: number;
  /** `superseded`: a later export holds it, or the file repeats it. `later`: placed after the as-of date. */
  readonly part: 'money' | 'line' | 'superseded' | 'later' | 'not-held';
  /** What the platform wrote, masked; '' where it cannot be read again. */
  readonly stateText: string;
  readonly afterSaleText: string;
  /** What it was taken for; null for records of ordinary orders, which are not held. */
  readonly phase: Phase | null;
  readonly afterSale: AfterSaleState;
  readonly refunded: boolean;
  /** The text was not known, and the phase comes from the times. */
  readonly inferred: boolean;
}

export interface TraceTimes {
  readonly ordered: number;
  readonly paid: number;
  readonly promised: number;
  readonly shipped: number;
  readonly received: number;
}

export interface TraceBillRow {
  readonly file: string;
  readonly time: number;
  /** The bill's own name of the row's type. */
  readonly type: string;
  readonly kind: BillClass;
  readonly fen: number;
  /** Dated after the as-of date: it enters nothing. */
  readonly later: boolean;
}

/** One after-sale; civil seconds, NaN where blank. */
export interface TraceAfterSale {
  readonly file: string;
  /** The row that Excel shows. */
  readonly row: number;
  readonly state: AfterSaleState;
  readonly type: AfterSaleType;
  /** 退款金额, NaN where blank. */
  readonly fen: number;
  readonly appliedAt: number;
  readonly agreedAt: number;
  readonly closedAt: number;
  readonly deadlineAt: number;
  readonly hasReturnWaybill: boolean;
  /** What lies behind the as-of date: the application, or only its end. */
  readonly later: 'no' | 'applied' | 'ended';
}

export interface TraceJudgement {
  readonly listAmount: number;
  readonly receivable: number;
  readonly receivableSource: Judgement['receivableSource'];
  readonly money: Collected;
  readonly outstanding: number;
  readonly goodsOut: number;
  readonly undecided: number;
  readonly collection: Collection;
  /** The sentences of the annotated copy. */
  readonly reasons: readonly Reason[];
  /** Why what is missing is not proven to be missing; null when it is, or nothing is. */
  readonly unproven: WhyUnproven | null;
  /** Days from which to which bills would have to run, both included. */
  readonly needFrom: number;
  readonly needTo: number;
  /** What the bills cover up to the as-of date, both ends included. */
  readonly covered: readonly { readonly from: number; readonly to: number }[];
  readonly lagDays: number;
  readonly terms: Terms;
  /** null where nothing is outstanding. */
  readonly aged: TraceAge | null;
  /** As people read it: overdue only what is proven. */
  readonly stage: Stage;
}

export interface TraceAge {
  readonly dueDay: number;
  readonly dueSource: DueSource;
  /** The latest day on which the debit can be due, for an order that is on its way. */
  readonly expectedDay: number;
  readonly daysPastDue: number;
  /** As if no after-sale had stopped the clock. */
  readonly unfrozenDays: number;
  readonly bucket: Bucket;
}

export interface TraceIdentity {
  /** A name, phone or address stands there, and is masked. */
  readonly masked: boolean;
  /** How the buyer is told from others. */
  readonly buyer: 'account' | 'recipient' | 'recipient-id' | 'unknown';
  /** The table of recipients that tells of it, and its first such row as Excel counts; null without one. */
  readonly told: { readonly file: string; readonly row: number } | null;
  readonly keys: readonly TraceKey[];
  readonly cluster: TraceCluster | null;
  /** Lists of the shop that it is on. */
  readonly lists: readonly ListName[];
}

/** A key of the order. */
export interface TraceKey {
  readonly kind: KeyKind;
  /** `phone#3` and what of it may be shown. */
  readonly name: string;
  readonly shown: string;
  /** Other pay-later buyers who use it, and their orders that carry it. */
  readonly buyers: number;
  readonly orders: number;
  readonly verdict: TraceVerdict;
}

/**
 * What became of a key. `linked`: it links into a group. `cap`: more people than may be linked. `pool`: the number of a
 * pool. `listed`: on a list of the shop. `chance`: so many pairs agree by accident. `bridge`: it alone would join two
 * groups. `few`: all that it leads to are fewer people than a group has. `family`, `quiet`: where people live explains
 * it. `parts`: nothing but parts of the recipient are visible. `unknown`: the buyer cannot be told from others. `apart`:
 * the order links nobody. NaN: people are not counted.
 */
export type TraceVerdict =
  | { readonly kind: 'linked'; readonly group: number }
  | { readonly kind: 'cap'; readonly people: number; readonly cap: number }
  | { readonly kind: 'pool' | 'pickup' | 'listed'; readonly people: number }
  | { readonly kind: 'chance'; readonly accidents: number }
  | { readonly kind: 'family' | 'quiet' | 'few' | 'bridge' | 'parts' | 'unknown' | 'apart' | 'nobody' };

export interface TraceCluster {
  readonly id: string;
  readonly number: number;
  readonly score: number;
  readonly buyers: number;
  readonly outstandingFen: number;
  readonly spanSeconds: number;
  /** The other orders, by their numbers. */
  readonly others: readonly string[];
  readonly links: readonly {
    readonly kind: ClusterLinkModel['kind'];
    readonly shown: string;
    readonly buyers: number;
    readonly orders: number;
    /** The order itself carries the key. */
    readonly own: boolean;
  }[];
}

export interface TraceFinding extends TraceRule {
  readonly severity: Severity;
  readonly strength: Strength;
  readonly exposureFen: number;
  /** Orders that it names, this one included. */
  readonly orders: number;
  readonly line: Both;
  readonly evidence: readonly Evidence[];
  /** Limits by the name of the parameter: what it is called and in which unit. */
  readonly params: NamedParams;
  /** Why it matters, innocent explanations, and what would have to be otherwise for it not to be there. */
  readonly why: Both;
  readonly innocent: Both<readonly string[]>;
  readonly unless: Both;
  readonly typology: ReachedTypology | null;
  readonly nextStep: NextStep;
  /** Civil seconds until which something must be decided, or from which to look again; NaN without. */
  readonly deadline: number;
}
