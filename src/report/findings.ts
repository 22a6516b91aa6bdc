// Findings, clusters and hubs as reports show them: plain values, sorted, masked, with their words.

import type { Stage } from '../core/aging.js';
import type { Evidence, Gap, Need, NextStep, Severity, Strength } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { KeyKind, LinkKind } from '../core/link-kinds.js';
import type { ReachedTypology } from '../rules/typologies.js';

export interface FindingModel {
  /** Its place in this report: F1, F2, … */
  readonly id: string;
  readonly rule: string;
  /** The catalogue's code, e.g. LU1. */
  readonly code: string;
  readonly title: Both;
  readonly severity: Severity;
  readonly strength: Strength;
  readonly stage: Stage | null;
  /** Indexes of its orders; empty for one about the files. */
  readonly orders: readonly number[];
  /** Of its orders the one that can be saved best; of several such ones that of the smallest number. -1 without orders. */
  readonly firstOrder: number;
  /** Index into `clusters`, or null. */
  readonly cluster: number | null;
  readonly exposureFen: number;
  readonly evidence: readonly Evidence[];
  readonly nextStep: NextStep;
  /** Civil seconds until which something must be decided; NaN without. */
  readonly deadline: number;
  /** One sentence with its figures. */
  readonly line: Both;
  readonly unproven: boolean;
  /** What one without orders is about; '' for the files as a whole. */
  readonly subject: string;
  /** Its yuan are no part of the outstanding. */
  readonly apart: boolean;
  /** It has a line of its own, and is no item of today's list. */
  readonly aside: boolean;
  /** The pattern that it makes with the findings beside it; null where none is reached. */
  readonly typology: ReachedTypology | null;
}

export interface ClusterLinkModel {
  readonly kind: LinkKind;
  readonly strength: Strength;
  readonly buyers: number;
  readonly orders: readonly number[];
  /** One of the few links that already hold the group together. */
  readonly needed: boolean;
  /** Without it the group would fall into two of three people or more. */
  readonly bridge: boolean;
  /** People of the parts of two or more that would remain without it, largest first; null where that was not tried. */
  readonly left: readonly number[] | null;
  /** The key, masked; '' for one that cannot be shown. */
  readonly shown: string;
  /** `phone#3`: its place among the phones of the run. */
  readonly name: string;
}

export interface ClusterModel {
  /** `C-` and ten hex digits. */
  readonly id: string;
  /** 1 for G1. */
  readonly number: number;
  readonly severity: Severity;
  readonly score: number;
  readonly scoreParts: readonly { readonly name: string; readonly points: number }[];
  readonly buyers: number;
  readonly orders: readonly number[];
  readonly openOrders: number;
  readonly outstandingFen: number;
  readonly spanSeconds: number;
  /** The share of all pairs of its people that a link joins directly; NaN where too many to count. */
  readonly density: number;
  /** The product with most of its receivable: its share, 0 to 1, and how many times its share of the shop; or NaN. */
  readonly item: { readonly share: number; readonly lift: number } | null;
  /** The hour in which most of its people ordered; civil seconds. */
  readonly burst: { readonly buyers: number; readonly from: number; readonly to: number } | null;
  /** Strongest first. */
  readonly links: readonly ClusterLinkModel[];
  /** What further findings say of it, beside its links, its product and its hour: one sentence each. */
  readonly signs: readonly Both[];
  /** Innocent explanations of the rule that tells it, and by which kind of links it does; none where no rule does. */
  readonly innocent: Both<readonly string[]>;
  readonly toldBy: KeyKind | null;
  /** That of the finding that tells it. */
  readonly typology: ReachedTypology | null;
  readonly nextStep: NextStep;
  /** At most so many of its orders, by time. */
  rows(most: number): readonly GroupRow[];
}

/** An order of a group. */
export interface GroupRow {
  readonly order: string;
  /** Civil seconds, NaN when unknown. */
  readonly orderedAt: number;
  /** As people read it: overdue only what is proven. */
  readonly stage: Stage;
  readonly outstandingFen: number;
  /** The recipient, masked; the district alone. '' where not known. */
  readonly name: string;
  readonly district: string;
}

export interface HubModel {
  readonly kind: KeyKind;
  /** More people than may be linked; the number of a pool; a pickup point; on the shop's list of such places. */
  readonly reason: 'cap' | 'pool' | 'pickup' | 'listed';
  readonly name: string;
  readonly shown: string;
  readonly buyers: number;
  readonly orders: readonly number[];
  readonly outstandingFen: number;
}

/** Why a shared key joins nobody: see the linkage's own. */
export type RefusalReason = 'family' | 'quiet' | 'pickup' | 'listed' | 'chance' | 'bridge';

/** What linking came to, beside the groups. */
export interface LinkageModel {
  /** Pairs of masked recipients that are expected to agree by accident; NaN where there are none to compare. */
  readonly maskedAccidents: number;
  /** Rooms that were not compared with those written alike: too many of one district have the same numbers. */
  readonly roomsNotCompared: number;
  /** What was not looked at for orders in lockstep, because there is too much of it. */
  readonly lockstepSkipped: { readonly crowdedWindows: number; readonly busyBuyers: number };
  /** Keys that several people share and that join nobody. */
  readonly refused: readonly {
    readonly kind: KeyKind;
    readonly reason: RefusalReason;
    readonly keys: number;
  }[];
}

export interface NotEvaluatedModel {
  readonly rule: string;
  readonly title: Both;
  readonly reason: Gap;
  readonly need: Need | null;
  readonly orders: number;
  readonly exposureFen: number;
}

export interface FindingsModel {
  readonly findings: readonly FindingModel[];
  readonly clusters: readonly ClusterModel[];
  readonly hubs: readonly HubModel[];
  readonly linkage: LinkageModel;
  readonly notEvaluated: readonly NotEvaluatedModel[];
  /** Checks that saw every order, and those that could not. */
  readonly checks: { readonly ran: number; readonly couldNot: number };
  /** Ids of rules that are switched off: they neither ran nor are they missed. */
  readonly off: readonly string[];
  /** An order's number by its index. */
  orderId(order: number): string;
  /** Sorted by code units; a fingerprint is made of them. */
  orderIds(orders: readonly number[]): string[];
}

/** Nothing was looked for: files without pay-later orders. */
export const NO_FINDINGS: FindingsModel = {
  findings: [],
  clusters: [],
  hubs: [],
  linkage: {
    maskedAccidents: Number.NaN,
    roomsNotCompared: 0,
    lockstepSkipped: { crowdedWindows: 0, busyBuyers: 0 },
    refused: [],
  },
  notEvaluated: [],
  checks: { ran: 0, couldNot: 0 },
  off: [],
  orderId: String,
  orderIds: () => [],
};
