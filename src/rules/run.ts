// Runs the rules: every order is shown to each of them once; drafts become findings with severity, stage and order.

import { STAGES, type Stage } from '../core/aging.js';
import type { Draft, Finding, Gap, Need, NotEvaluated, Severity } from '../core/finding.js';
import { NEEDS, SEVERITIES } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { type Gathering, offeredStep, type Rule, type RuleView, type RunTotals } from './rule.js';
import { DEFAULT_SETUPS, type RuleSetup, type Setups } from './setup.js';

export interface RunSettings {
  readonly rules: readonly Rule[];
  readonly view: RuleView;
  /** Per input: what its columns cannot give. */
  readonly lacks: readonly ReadonlySet<Need>[];
  /** So many orders there are, pay-later or not. */
  readonly orders: number;
  /** How the rules are set; without it each as it stands in the catalogue. */
  readonly setups?: Setups;
  /** So many sections of shops the configuration has; 0 without it. */
  readonly sections?: number;
}

/** Findings sorted by what can still be saved, and what could not be looked at. */
export interface RunResult {
  readonly findings: readonly Finding[];
  readonly notEvaluated: readonly NotEvaluated[];
  /** Rules that could look at every order. */
  readonly ran: number;
  /** Rules that are switched off for every order: neither run nor missed. */
  readonly off: readonly string[];
}

const bit = (need: Need) => 1 << NEEDS.indexOf(need);
const PROOF = bit('proof');
const RECIPIENTS = bit('recipients');
/** Bits beside the stage of each order that was seen. */
const STAGE_BITS = 15;
const OPEN = 16;
const UNPROVEN = 32;
const INVALID = 64;
const MINOR = 128;
/** More seconds than any civil time has: 2^40 is in the year 36,812. And what comes behind each of them, below 1. */
const LAST_SECONDS = 2 ** 40;
const LAST_SHARE = 1 - 2 ** -41;
/** Keys of gaps beside the bits of needs. */
const ABSENT = 1 << 30;
const TOO_FEW = 0;

/** A rule under one setup: shops that are set alike are looked at together. */
interface Variant extends RuleSetup {
  readonly gathering: Gathering | null;
  readonly findings: Finding[];
}

/** A rule as it runs, with the orders that it could not look at. */
interface Running {
  readonly rule: Rule;
  readonly needs: number;
  /** By section. */
  readonly variants: readonly Variant[];
  readonly gaps: Map<number, { reason: Gap; need: Need | null; orders: number; exposureFen: number }>;
}

/** Shows orders to rules. Time: orders times rules; memory: nine bytes an order, and what the rules keep. */
export class RuleRun {
  readonly #settings: RunSettings;
  /** Empty once it has concluded: what the rules kept is much. */
  readonly #running: Running[];
  readonly #absent: readonly number[];
  readonly #marks: Uint8Array;
  readonly #outstanding: Float64Array;

  constructor(settings: RunSettings) {
    this.#settings = settings;
    this.#running = settings.rules.map((rule) => {
      return { rule, needs: bitsOf(rule.needs), variants: variantsOf(rule, settings), gaps: new Map() };
    });
    this.#absent = settings.lacks.map(bitsOf);
    this.#marks = new Uint8Array(settings.orders);
    this.#outstanding = new Float64Array(settings.orders);
  }

  /** Takes the next pay-later order; each one once. */
  see(order: AuditedOrder): void {
    const { judged } = order;
    const open = judged.outstanding > 0;
    this.#marks[order.order] =
      STAGES.indexOf(judged.stage) |
      (open ? OPEN : 0) |
      (order.proven ? 0 : UNPROVEN) |
      (judged.aged?.bucket === 'invalid' ? INVALID : 0) |
      (judged.minor ? MINOR : 0);
    this.#outstanding[order.order] = judged.outstanding;
    const absent = this.#absent[order.input]!;
    const lacks = lacksOf(order, absent);
    for (const running of this.#running) {
      const variant = running.variants[order.section]!;
      if (!variant.enabled) continue;
      const missing = running.needs & lacks;
      if (missing !== 0) {
        noteGap(running, missing, absent, judged.outstanding);
      } else if (variant.gathering !== null) {
        variant.gathering.see(order);
      } else if (running.rule.kind === 'order') {
        const draft = running.rule.check(order, variant.values, this.#settings.view);
        // It is about this order alone, of which all is known: the draft need not be kept.
        if (draft !== null) variant.findings.push(this.#findingOf(running.rule, draft, variant.severity));
      }
    }
  }

  /** The stage of an order that was seen. */
  stageOf(order: number): Stage {
    return STAGES[this.#marks[order]! & STAGE_BITS]!;
  }

  /** Concludes, once, behind the last order. `compareIds` compares two orders by their numbers, by code units. */
  finish(totals: RunTotals, compareIds: (a: number, b: number) => number): RunResult {
    const findings: Finding[] = [];
    const notEvaluated: NotEvaluated[] = [];
    const off: string[] = [];
    let ran = 0;
    for (const { rule, gaps, variants } of this.#running.splice(0)) {
      const on = [...new Set(variants)].filter(({ enabled }) => enabled);
      if (on.length === 0) {
        off.push(rule.id);
        continue;
      }
      const few = { orders: 0, fen: 0 };
      for (const { values, severity, gathering, findings: own } of on) {
        const { view } = this.#settings;
        const late = rule.kind === 'report' ? rule.check(totals, values, view) : (gathering?.drafts() ?? []);
        for (const finding of own) findings.push(finding);
        for (const draft of late) findings.push(this.#findingOf(rule, draft, severity));
        const untold = rule.kind === 'report' ? rule.tooFew?.(totals, view) : gathering?.tooFew?.();
        const { orders = 0, fen = 0 } = untold ?? {};
        few.orders += orders;
        few.fen += fen;
      }
      if (few.orders > 0) {
        gaps.set(TOO_FEW, { reason: 'too-few', need: null, orders: few.orders, exposureFen: few.fen });
      }
      for (const gap of gaps.values()) notEvaluated.push({ rule: rule.id, ...gap });
      if (gaps.size === 0) ran++;
    }
    return { findings: sorted(findings, compareIds), notEvaluated, ran, off };
  }

  #findingOf(rule: Rule, draft: Draft, wanted: Severity | null): Finding {
    const some = draft.orders.length > 0;
    // An order of which nothing is open is closed, the last of the stages.
    let first = STAGES.length - 1;
    let [open, proven, valid, outstanding] = [0, 0, 0, 0];
    let minor = false;
    for (const order of draft.orders) {
      const mark = this.#marks[order]!;
      first = Math.min(first, mark & STAGE_BITS);
      outstanding += this.#outstanding[order]!;
      minor ||= (mark & MINOR) !== 0;
      if ((mark & INVALID) === 0) valid++;
      if ((mark & OPEN) === 0) continue;
      open++;
      if ((mark & UNPROVEN) === 0) proven++;
    }
    const unproven = open > 0 && proven === 0;
    const strength = draft.strength ?? rule.strength;
    let most: Severity = 'critical';
    if (some && valid === 0) most = 'low';
    if (unproven && most === 'critical') most = 'medium';
    if (strength === 'weak' || (some && open === 0 && draft.apart !== true)) most = 'info';
    const severity = least(wanted ?? draft.severity ?? rule.severity, most);
    const stage = some ? STAGES[first]! : null;
    const exposureFen = draft.exposureFen ?? outstanding;
    const nextStep = offeredStep(draft.nextStep, minor);
    const made = { nextStep, severity, strength, exposureFen, stage, unproven };
    // Nearly all of a hundred thousand findings have none of what is seldom; written out, they are all of one shape.
    if (hasMore(draft)) return { ...draft, rule: rule.id, ...made };
    const { orders, evidence, deadline = Number.NaN } = draft;
    return { orders, evidence, deadline, rule: rule.id, ...made };
  }
}

/** By section; those of equal setups are one and the same. A rule about the whole run has the run's alone. */
function variantsOf(rule: Rule, { view, setups = DEFAULT_SETUPS, sections = 0 }: RunSettings): Variant[] {
  const known = new Map<string, Variant>();
  return Array.from({ length: sections + 1 }, (_, section) => {
    const setup = setups(rule, rule.kind === 'report' ? 0 : section);
    const key = JSON.stringify([setup.enabled, setup.severity, setup.values]);
    let variant = known.get(key);
    if (variant === undefined) {
      const gathering = rule.kind === 'gather' && setup.enabled ? rule.gather(setup.values, view) : null;
      variant = { ...setup, gathering, findings: [] };
      known.set(key, variant);
    }
    return variant;
  });
}

function bitsOf(needs: Iterable<Need>): number {
  let bits = 0;
  for (const need of needs) bits |= bit(need);
  return bits;
}

/** What cannot be asked of an order, as bits; `absent`: what its input cannot give. */
function lacksOf(order: AuditedOrder, absent: number): number {
  const masked = order.masked && order.phone < 0 && order.room < 0 ? RECIPIENTS : 0;
  return absent | masked | (order.proven ? 0 : PROOF);
}

/** The first need in the list that is not met, and why. */
function firstGap(missing: number, absent: number): { need: Need; reason: Gap } {
  const index = 31 - Math.clz32(missing & -missing);
  const need = NEEDS[index]!;
  const isAbsent = ((absent >> index) & 1) !== 0;
  return { need, reason: isAbsent ? 'absent' : need === 'proof' ? 'unproven' : 'masked' };
}

/** Why a rule cannot look at an order, null where it can. `absent`: what the order's input cannot give. */
export function gapOf(
  { needs }: Rule,
  order: AuditedOrder,
  absent: ReadonlySet<Need>,
): { readonly need: Need; readonly reason: Gap } | null {
  const lacking = bitsOf(absent);
  const missing = bitsOf(needs) & lacksOf(order, lacking);
  return missing === 0 ? null : firstGap(missing, lacking);
}

function noteGap(running: Running, missing: number, absent: number, fen: number): void {
  // One number for the need and whether its column is absent: this runs for every order and rule that lack something.
  const first = missing & -missing;
  const key = first | ((first & absent) === 0 ? 0 : ABSENT);
  let gap = running.gaps.get(key);
  if (gap === undefined) {
    gap = { ...firstGap(missing, absent), orders: 0, exposureFen: 0 };
    running.gaps.set(key, gap);
  }
  // What it leaves unexamined is what is open; that it could not look is said all the same.
  if (fen > 0) gap.orders++;
  gap.exposureFen += fen;
}

function least(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/** True for the few drafts that carry more than orders, figures, a step and a deadline. */
function hasMore({ lookAgain, cluster, apart, aside }: Draft): boolean {
  return lookAgain !== undefined || cluster !== undefined || apart !== undefined || aside !== undefined;
}

/** What is about the files comes first, for the rest hangs on it; then by what can still be saved. */
function sorted(findings: readonly Finding[], compareIds: (a: number, b: number) => number): Finding[] {
  // Columns: findings of different rules differ in shape, and are compared two million times.
  const rank = Float64Array.from(findings, ({ stage, deadline }) => {
    if (stage === null) return -1;
    // Only what can still be held hangs on a deadline.
    return STAGES.indexOf(stage) + (stage === 'unshipped' ? timeShare(deadline) : 0);
  });
  const exposure = Float64Array.from(findings, ({ exposureFen }) => exposureFen);
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const places = new Map(rules.map((rule, i) => [rule, i]));
  const rule = Int32Array.from(findings, ({ rule }) => places.get(rule)!);
  /** The order with the smallest number of each finding; -2: not asked for yet, -1: none. */
  const first = new Int32Array(findings.length).fill(-2);
  const firstOf = (finding: number): number => {
    if (first[finding] === -2) {
      const { orders } = findings[finding]!;
      first[finding] = orders.reduce(
        (least, order) => (least >= 0 && compareIds(least, order) <= 0 ? least : order),
        -1,
      );
    }
    return first[finding]!;
  };
  const byId = (a: number, b: number): number => {
    const [one, other] = [firstOf(a), firstOf(b)];
    return one < 0 || other < 0 ? one - other : compareIds(one, other);
  };
  const sequence = Uint32Array.from(findings.keys()).sort(
    (a, b) =>
      rank[a]! - rank[b]! || exposure[b]! - exposure[a]! || rule[a]! - rule[b]! || byId(a, b) || a - b,
  );
  return Array.from(sequence, (i) => findings[i]!);
}

/** Civil seconds as a share of 1, later is more; without a time the most there is. */
function timeShare(seconds: number | undefined): number {
  return seconds === undefined || Number.isNaN(seconds) ? LAST_SHARE : seconds / LAST_SECONDS;
}
