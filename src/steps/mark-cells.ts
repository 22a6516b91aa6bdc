// The cells of the annotated copy that findings fill: what to do, how much it matters, the group, the checks, why.

import { type Finding, type NextStep, SEVERITIES } from '../core/finding.js';
import type { Language } from '../core/language.js';
import type { Judgement } from '../portfolio/judgement.js';
import { SEVERITY_NAMES } from '../report/words/findings.js';
import { ruleNamed } from '../rules/index.js';
import { offeredStep, stepByStage } from '../rules/rule.js';
import { clusterIdOf, type Findings } from './findings.js';
import { type OrderMark, stepsAsked } from './order-marks.js';

/** Texts of one order's cells; '' stays blank. */
export interface MarkTexts {
  /** What its findings ask for, the most urgent first; a finding of several orders may mean another one of them. */
  readonly steps: readonly NextStep[];
  readonly severity: string;
  readonly cluster: string;
  readonly rules: string;
  /** The sentences of its findings, but for those that its state already says. */
  readonly lines: string;
}

/** From how many days past due on lateness is spoken of; up to there it is watched. */
const LATE_FROM = 4;

/** Makes them; what many orders share is made once. */
export class MarkCells {
  readonly #found: Findings;
  readonly #language: Language;
  readonly #known = new Map<number, MarkTexts>();
  readonly #clusters = new Map<number, string>();

  constructor(found: Findings, language: Language) {
    this.#found = found;
    this.#language = language;
  }

  of(order: number, _judgement: Judgement): MarkTexts {
    const mark = this.#found.marks.of(order);
    // Most orders have findings of their own, and theirs are asked for once.
    if (!mark.isShared) return this.#textsOf(mark);
    const known = this.#known.get(mark.mark) ?? this.#textsOf(mark);
    this.#known.set(mark.mark, known);
    return known;
  }

  /** What to do about an order: the most urgent of what its findings ask that can be done with this very one. */
  nextStep({ steps }: MarkTexts, judgement: Judgement): NextStep {
    const asked = steps.find((step) => canBeDone(step, judgement));
    const { aged, money, minor } = judgement;
    const otherwise =
      steps.length === 0 || aged === null
        ? usualStep(judgement)
        : offeredStep(stepByStage(aged.stage, money.unproven === null, aged.daysPastDue), minor);
    return asked ?? otherwise;
  }

  #textsOf(mark: OrderMark): MarkTexts {
    const language = this.#language;
    const findings: Finding[] = [];
    const rules: string[] = [];
    const clusters: string[] = [];
    let severity = -1;
    for (const i of mark.findings) {
      const finding = this.#found.findings[i]!;
      findings.push(finding);
      severity = Math.max(severity, SEVERITIES.indexOf(finding.severity));
      if (!rules.includes(finding.rule)) rules.push(finding.rule);
      const cluster = finding.cluster === undefined ? undefined : this.#clusterId(finding.cluster);
      if (cluster !== undefined && !clusters.includes(cluster)) clusters.push(cluster);
    }
    return {
      steps: stepsAsked(findings),
      severity: severity < 0 ? '' : SEVERITY_NAMES[SEVERITIES[severity]!][language],
      cluster: clusters.join(';'),
      rules: rules.join(';'),
      lines: this.#lines(findings),
    };
  }

  /** Made once for all orders of the cluster. */
  #clusterId(cluster: number): string {
    const known = this.#clusters.get(cluster) ?? clusterIdOf(this.#found, cluster);
    this.#clusters.set(cluster, known);
    return known;
  }

  #lines(findings: readonly Finding[]): string {
    const lines: string[] = [];
    for (const { rule: id, evidence, unproven } of findings) {
      const rule = ruleNamed(id)!;
      if (!rule.stated) lines.push(plainFigures(rule.line(evidence, unproven)[this.#language]));
    }
    if (lines.length <= 1) return lines[0] ?? '';
    // An order that is large and must leave soon says until when once.
    return [...new Set(lines)].join(this.#language === 'zh' ? '；' : '; ');
  }
}

/** Whether an order still is where a step makes sense: nothing that has arrived can be held. */
function canBeDone(step: NextStep, { aged }: Judgement): boolean {
  if (step === 'hold') return aged?.stage === 'unshipped';
  if (step === 'intercept') return aged?.stage === 'in-transit';
  return step === 'review' || aged !== null;
}

/** What to do about an order of which no finding asks anything. */
function usualStep({ aged, money }: Judgement): NextStep {
  if (aged === null) return 'none';
  switch (aged.stage) {
    case 'frozen':
      return 'review';
    case 'overdue':
      return aged.daysPastDue < LATE_FROM ? 'wait' : 'review';
    case 'received':
      // Without any date nothing says when to look again.
      return Number.isNaN(aged.dueDay) && money.unproven === null ? 'review' : 'none';
    default:
      return 'none';
  }
}

/** Figures without thousands signs, as files have them: `1,979.00` as `1979.00`. */
function plainFigures(text: string): string {
  return text.includes(',') ? text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '') : text;
}
