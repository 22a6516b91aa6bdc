// Findings, clusters and hubs as reports show them: plain values, sorted, masked, with their words.

import type { Stage } from '../core/aging.js';
import type { Evidence, Gap, Need, NextStep, Severity, Strength } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { KeyKind, LinkKind } from '../core/link-kinds.js';

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
  /** Its yuan are no part of the outstanding. */
  readonly apart: boolean;
  /** It has a line of its own, and is no item of today's list. */
  readonly aside: boolean;
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
  readonly links: readonly ClusterLinkModel[];
}

export interface HubModel {
  readonly kind: KeyKind;
  readonly name: string;
  readonly shown: string;
  readonly buyers: number;
  readonly orders: readonly number[];
  readonly outstandingFen: number;
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
  notEvaluated: [],
  checks: { ran: 0, couldNot: 0 },
  off: [],
  orderId: String,
  orderIds: () => [],
};
