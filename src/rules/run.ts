// Runs the rules: every order is shown to each of them once; drafts become findings with severity, stage and order.

import { STAGES, type Stage } from '../core/aging.js';
import type { Draft, Finding, Need, NotEvaluated, Severity } from '../core/finding.js';
import { SEVERITIES } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { FindingTable } from './finding-table.js';
import { bitsOf, firstLack, type Lack, OWN_KINDS, ownLacks } from './gaps.js';
import {
  type Gathering,
  type OrderRule,
  offeredStep,
  type Rule,
  type RuleView,
  type RunTotals,
} from './rule.js';
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

/** Bits beside the stage of each order that was seen. */
const STAGE_BITS = 15;
const OPEN = 16;
const UNPROVEN = 32;
const INVALID = 64;
const MINOR = 128;
/** More seconds than any civil time has: 2^40 is in the year 36,812. And what comes behind each of them, below 1. */
const LAST_SECONDS = 2 ** 40;
const LAST_SHARE = 1 - 2 ** -41;

/** A rule under one setup: shops that are set alike are looked at together. */
interface Variant extends RuleSetup {
  readonly gathering: Gathering | null;
  readonly findings: Finding[];
}

/** A rule as it runs. */
interface Running {
  readonly rule: Rule;
  readonly needs: number;
  /** By section. */
  readonly variants: readonly Variant[];
}

/** What is done with the orders of one section that lack the same; and how many of them are open, with their yuan. */
interface Plan {
  readonly checks: readonly { readonly rule: OrderRule; readonly variant: Variant }[];
  readonly gatherings: readonly Gathering[];
  /** By rule that cannot look at them. */
  readonly gaps: ReadonlyMap<Rule, Lack>;
  orders: number;
  exposureFen: number;
}

/** Shows orders to rules. Time: orders times rules; memory: nine bytes an order, and what the rules keep. */
export class RuleRun {
  readonly #settings: RunSettings;
  /** Both empty once it has concluded: what the rules kept is much. */
  readonly #running: Running[];
  readonly #plans = new Map<number, Plan>();
  readonly #absent: readonly number[];
  readonly #marks: Uint8Array;
  readonly #outstanding: Float64Array;
  readonly #table = new FindingTable();

  constructor(settings: RunSettings) {
    this.#settings = settings;
    this.#running = settings.rules.map((rule) => {
      return { rule, needs: bitsOf(rule.needs), variants: variantsOf(rule, settings) };
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
    const plan = this.#planOf(order);
    // What a rule leaves unexamined is what is open; that it could not look is said all the same.
    if (judged.outstanding > 0) plan.orders++;
    plan.exposureFen += judged.outstanding;
    for (const gathering of plan.gatherings) gathering.see(order);
    for (const { rule, variant } of plan.checks) {
      const draft = rule.check(order, variant.values, this.#settings.view);
      // It is about this order alone, of which all is known: the draft need not be kept.
      if (draft !== null) variant.findings.push(this.#findingOf(rule, draft, variant.severity));
    }
  }

  #planOf(order: AuditedOrder): Plan {
    const { section, input } = order;
    const own = ownLacks(order);
    const key = (section * this.#absent.length + input) * OWN_KINDS + own;
    let plan = this.#plans.get(key);
    if (plan === undefined) {
      plan = planOf(this.#running, section, own, this.#absent[input]!);
      this.#plans.set(key, plan);
    }
    return plan;
  }

  /** The stage of an order that was seen. */
  stageOf(order: number): Stage {
    return STAGES[this.#marks[order]! & STAGE_BITS]!;
  }

  /** Something of an order that was seen is outstanding. */
  isOpen(order: number): boolean {
    return (this.#marks[order]! & OPEN) !== 0;
  }

  /** What is outstanding of an order that was seen, fen, and whether nothing proves that it has not come in. */
  openOf(order: number): { readonly fen: number; readonly unproven: boolean } {
    return { fen: this.#outstanding[order]!, unproven: (this.#marks[order]! & UNPROVEN) !== 0 };
  }

  /** Concludes, once, behind the last order. `compareIds` compares two orders by their numbers, by code units. */
  finish(totals: RunTotals, compareIds: (a: number, b: number) => number): RunResult {
    const findings: Finding[] = [];
    const notEvaluated: NotEvaluated[] = [];
    const off: string[] = [];
    const plans = [...this.#plans.values()];
    this.#plans.clear();
    let ran = 0;
    for (const { rule, variants } of this.#running.splice(0)) {
      const on = [...new Set(variants)].filter(({ enabled }) => enabled);
      if (on.length === 0) {
        off.push(rule.id);
        continue;
      }
      const left = { 'too-few': { orders: 0, fen: 0 }, unproven: { orders: 0, fen: 0 } };
      for (const { values, severity, gathering, findings: own } of on) {
        const { view } = this.#settings;
        const late =
          rule.kind === 'report' ? rule.check(totals, values, view) : (gathering?.drafts(totals) ?? []);
        for (const finding of own) findings.push(finding);
        for (const draft of late) findings.push(this.#findingOf(rule, draft, severity));
        add(left['too-few'], rule.kind === 'report' ? rule.tooFew?.(totals, view) : gathering?.tooFew?.());
        add(left.unproven, gathering?.unproven?.());
      }
      const gaps = gapsOf(rule, plans);
      for (const reason of ['too-few', 'unproven'] as const) {
        const { orders, fen: exposureFen } = left[reason];
        const need = reason === 'unproven' ? 'proof' : null;
        if (orders > 0) gaps.push({ rule: rule.id, reason, need, orders, exposureFen });
      }
      notEvaluated.push(...gaps);
      if (gaps.length === 0) ran++;
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
    // Nearly all of a hundred thousand findings have none of what is seldom.
    if (hasMore(draft)) return { ...draft, rule: rule.id, ...made };
    const { orders, evidence, deadline = Number.NaN } = draft;
    return this.#table.held({ orders, evidence, deadline, rule: rule.id, ...made });
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

function planOf(running: readonly Running[], section: number, own: number, absent: number): Plan {
  const checks: { rule: OrderRule; variant: Variant }[] = [];
  const gatherings: Gathering[] = [];
  const gaps = new Map<Rule, Lack>();
  for (const { rule, needs, variants } of running) {
    const variant = variants[section]!;
    if (!variant.enabled) continue;
    const lack = firstLack(needs, own, absent);
    if (lack !== null) gaps.set(rule, lack);
    else if (variant.gathering !== null) gatherings.push(variant.gathering);
    else if (rule.kind === 'order') checks.push({ rule, variant });
  }
  return { checks, gatherings, gaps, orders: 0, exposureFen: 0 };
}

/** What a rule could not look at, by need and why, in the order of first sight. */
function gapsOf(rule: Rule, plans: readonly Plan[]): NotEvaluated[] {
  const sums = new Map<string, Lack & { orders: number; exposureFen: number }>();
  for (const { gaps, orders, exposureFen } of plans) {
    const gap = gaps.get(rule);
    if (gap === undefined) continue;
    const key = `${gap.need} ${gap.reason}`;
    const { need, reason } = gap;
    const sum = sums.get(key) ?? { need, reason, orders: 0, exposureFen: 0 };
    sums.set(key, sum);
    sum.orders += orders;
    sum.exposureFen += exposureFen;
  }
  return Array.from(sums.values(), (sum) => ({ rule: rule.id, ...sum }));
}

/** Adds what a rule says that it left unexamined, if anything. */
function add(sum: { orders: number; fen: number }, left: Readonly<typeof sum> | undefined): void {
  sum.orders += left?.orders ?? 0;
  sum.fen += left?.fen ?? 0;
}

function least(a: Severity, b: Severity): Severity {
  return SEVERITIES.indexOf(a) < SEVERITIES.indexOf(b) ? a : b;
}

/** True for the few drafts that carry more than orders, figures, a step and a deadline. */
function hasMore({ lookAgain, cluster, apart, aside, subject }: Draft): boolean {
  return [lookAgain, cluster, apart, aside, subject].some((one) => one !== undefined);
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
