// What a finding is: how much it matters, how sure it is, the figures behind it, and what to do about it.

import type { Stage } from './aging.js';
import type { KeyKind } from './link-kinds.js';
import { PHASES } from './status.js';

/** How much it matters, ascending. */
export const SEVERITIES = ['info', 'low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** How sure the evidence is, ascending. A weak signal alone is at most `info`. */
export const STRENGTHS = ['weak', 'moderate', 'strong'] as const;
export type Strength = (typeof STRENGTHS)[number];

/** What to do, in the order in which it is urgent: what can still be held comes first. */
export const NEXT_STEPS = [
  'hold',
  'intercept',
  'platform',
  'remind',
  'review',
  'provision',
  'wait',
  'none',
] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** Names of the figures of a finding; the report has words for each. */
export const EVIDENCE_NAMES = [
  'outstanding',
  'list-amount',
  'limit',
  'typical-amount',
  'total',
  'days-past-due',
  'days-since-shipping',
  'holidays',
  'hours',
  'minutes',
  'orders',
  'buyers',
  'people',
  'districts',
  'records',
  'share',
  'score',
  'due-date',
  'shipped-at',
  'received-at',
  'ordered-at',
  'promised-at',
  'days-past-promise',
  'past-due-orders',
  'open-orders',
  'settled-orders',
  'settled-median',
  'shop-p95',
  'open-share',
  'shipped-again-at',
  'days-apart',
  'with-waybill',
  'spread',
  'number-date',
  'signed-at',
  'waybill',
  'phone',
  'address',
  'note',
  'lockstep',
  'item-share',
  'phones-in-row',
  'accounts-in-row',
  'pay-later-share',
  'share-elsewhere',
  'missing-orders',
  'missing-amount',
  'unproven',
  'received',
  'least-days',
  'most-days',
  'collected',
  'platform-part',
  'refunded',
  'refunded-orders',
  'base-share',
  'receivable',
  'buyer-part',
  'compensation',
  'taken-back',
  'excess',
  'closed-after-sales',
  'days-open',
  'first-ordered-at',
  'last-refunded-at',
  'own-phone',
  'own-account',
  'own-address',
  'amount',
  'amount-before',
  'amount-now',
  'state-before',
  'state-now',
  'changed',
  'night-orders',
  'timed-orders',
  'round-orders',
  'usual-count',
  'price-gap',
  'distance',
  'bunching',
  'note-word',
  'such-orders',
  'provinces',
  'uncollected-orders',
  'week-from',
  'booked',
  'usual-share',
  'product',
  'refunded-share',
  'refunded-beside',
  'late-share',
  'late-beside',
  'out-share',
  'out-beside',
  'goods-out',
] as const;
export type EvidenceName = (typeof EVIDENCE_NAMES)[number];

/** What a figure of the kind `word` may say: a state, or a part of the recipient. */
export const EVIDENCE_WORDS = [...PHASES, 'name', 'phone', 'address'] as const;
export type EvidenceWord = (typeof EVIDENCE_WORDS)[number];

/**
 * One figure. Amounts are fen, days whole civil days, ratios from 0 to 1, `date` a day number, `time` civil seconds,
 * `orders` indexes of orders; a `link` names an identity by kind and ordinal in the report, never by its text.
 */
export type Evidence =
  | { readonly kind: 'amount'; readonly name: EvidenceName; readonly fen: number }
  | { readonly kind: 'days'; readonly name: EvidenceName; readonly days: number }
  | { readonly kind: 'count'; readonly name: EvidenceName; readonly count: number }
  | { readonly kind: 'ratio'; readonly name: EvidenceName; readonly ratio: number }
  | { readonly kind: 'date'; readonly name: EvidenceName; readonly day: number }
  | { readonly kind: 'time'; readonly name: EvidenceName; readonly seconds: number }
  | { readonly kind: 'orders'; readonly name: EvidenceName; readonly orders: readonly number[] }
  | {
      readonly kind: 'link';
      readonly name: EvidenceName;
      readonly key: KeyKind;
      readonly ordinal: number;
      readonly orders: number;
      readonly buyers: number;
    }
  | { readonly kind: 'word'; readonly name: EvidenceName; readonly word: EvidenceWord }
  /** A word of a list, as the list has it. */
  | { readonly kind: 'term'; readonly name: EvidenceName; readonly term: string }
  | { readonly kind: 'param'; readonly name: EvidenceName; readonly param: string; readonly value: number };

/** What a rule can ask of the files; where they cannot give it, the rule is not evaluated, with the yuan it leaves. */
export const NEEDS = [
  'recipients',
  'waybill',
  'promised-time',
  'shipping-time',
  'receipt-time',
  'order-time',
  'product',
  'district',
  'warehouse',
  'review',
  'list-price',
  'quantity',
  'discounts',
  'pay-state',
  'seller-note',
  'buyer-note',
  'promoter',
  'earlier-export',
  'accounts',
  'tracking',
  'after-sales',
  'bills',
  'proof',
] as const;
export type Need = (typeof NEEDS)[number];

/** Why a rule could not run on an order: no such column, its cells masked or blank, no proof, or too little to compare. */
export const GAPS = ['absent', 'masked', 'blank', 'unproven', 'too-few'] as const;
export type Gap = (typeof GAPS)[number];

/** What a rule hands to the runner. Orders are indexes into the book of orders. */
export interface Draft {
  /** Empty where the finding is about the files, not about orders. */
  readonly orders: readonly number[];
  readonly evidence: readonly Evidence[];
  readonly nextStep: NextStep;
  /** Without it the rule's own. */
  readonly severity?: Severity;
  readonly strength?: Strength;
  /** Yuan behind it, fen; without it what is outstanding of its orders. */
  readonly exposureFen?: number;
  /** Civil seconds until which something must be decided; NaN or absent: the data give none. */
  readonly deadline?: number;
  /** Day number from which on to look again (`wait`). */
  readonly lookAgain?: number;
  /** Index of the cluster that it is about. */
  readonly cluster?: number;
  /** What one about no orders is about: it tells two of a rule apart, and goes into the fingerprint. Nothing personal. */
  readonly subject?: string;
  /** Its yuan are no part of the outstanding: that nothing of it is open says nothing. */
  readonly apart?: true;
  /** It has a line of its own in the summary, and is no item of today's list. */
  readonly aside?: true;
}

/** A finding as the runner gives it. */
export interface Finding extends Draft {
  readonly rule: string;
  readonly severity: Severity;
  readonly strength: Strength;
  readonly exposureFen: number;
  /** The stage of its most savable order; null for one about the files. */
  readonly stage: Stage | null;
  /** All of it rests on money of which nothing proves that it has not come in. */
  readonly unproven: boolean;
}

/** What a rule left unexamined, and why. */
export interface NotEvaluated {
  readonly rule: string;
  readonly reason: Gap;
  /** null where the reason is not about one need. */
  readonly need: Need | null;
  readonly orders: number;
  /** Outstanding of these orders, fen. */
  readonly exposureFen: number;
}
