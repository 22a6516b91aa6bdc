// What each rule says of one order: found, looked and found nothing, or could not look.

import type { Gap } from '../core/finding.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import type { FindingModel, FindingsModel } from '../report/findings.js';
import type { TraceFinding, TraceModel, TraceRule } from '../report/trace-model.js';
import { withValues } from '../report/words/parameters.js';
import { gapOf } from '../rules/gaps.js';
import { ruleNamed } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import type { Examined } from './examined.js';
import type { Findings } from './findings.js';
import { lacksOf } from './lacks.js';

type Checked = Pick<TraceModel, 'findings' | 'quiet' | 'off' | 'notEvaluated' | 'aboutFiles'>;

/** Of an order that no rule was shown. */
export const NOT_CHECKED: Checked = { findings: [], quiet: [], off: [], notEvaluated: [], aboutFiles: [] };

export function traceRules(examined: Examined, found: FindingsModel, audited: AuditedOrder): Checked {
  const { reads, bills, afterSales, recipients, portfolio, findings } = examined;
  const mark = findings.marks.of(audited.order);
  const own = mark.findings.map((i) => traceFinding(found.findings[i]!, findings, audited.section));
  const aboutFiles = found.findings.filter(({ orders }) => orders.length === 0);
  const given = {
    hasBills: bills !== null,
    hasAfterSales: afterSales !== null,
    hasEarlierExports: portfolio.copies.superseded.length > 0,
  };
  const lacks = lacksOf(reads, given, recipients?.told)[audited.input]!;
  const quiet: TraceRule[] = [];
  const off: TraceRule[] = [];
  const notEvaluated: Checked['notEvaluated'][number][] = [];
  for (const rule of findings.rules) {
    const spoke = ({ rule: id }: { readonly rule: string }) => id === rule.id;
    if (own.some(spoke) || aboutFiles.some(spoke)) continue;
    if (findings.isOff(rule, rule.kind === 'report' ? 0 : audited.section)) {
      off.push(headOf(rule));
      continue;
    }
    const gap = gapOf(rule, audited, lacks) ?? leftOut(rule, examined, audited);
    if (gap === null) quiet.push(headOf(rule));
    else notEvaluated.push({ ...headOf(rule), ...gap });
  }
  return {
    findings: own,
    quiet,
    off,
    notEvaluated,
    aboutFiles: aboutFiles.map(({ rule, line }) => ({ ...headOf(ruleNamed(rule)!), line })),
  };
}

/**
 * A rule that had too few orders to compare with, or no proof that another order is late, does not keep of which: an
 * open order may be among them.
 */
function leftOut({ id }: Rule, { findings }: Examined, { judged, proven }: AuditedOrder) {
  const lacks = (reason: Gap) =>
    findings.notEvaluated.some((gap) => gap.rule === id && gap.reason === reason);
  if (judged.outstanding <= 0) return null;
  if (lacks('too-few')) return { reason: 'too-few' as const, need: null };
  return !proven && lacks('unproven') ? { reason: 'unproven' as const, need: 'proof' as const } : null;
}

function headOf({ id, aliases, title }: Rule): TraceRule {
  return { rule: id, code: aliases[0] ?? id, title };
}

function traceFinding(finding: FindingModel, { valuesOf }: Findings, section: number): TraceFinding {
  const { severity, strength, exposureFen, orders, line, evidence, typology, nextStep, deadline } = finding;
  const rule = ruleNamed(finding.rule)!;
  const params = evidence.flatMap((one) => {
    const param = one.kind === 'param' ? rule.params[one.param] : undefined;
    return one.kind !== 'param' || param === undefined ? [] : [[one.param, param] as const];
  });
  return {
    ...headOf(rule),
    severity,
    strength,
    exposureFen,
    orders: orders.length,
    line,
    evidence,
    params: Object.fromEntries(params.map(([name, { text, unit }]) => [name, { text, unit }])),
    why: rule.why,
    innocent: rule.innocent,
    unless: withValues(rule.unless, rule.params, valuesOf(rule, rule.kind === 'report' ? 0 : section)),
    typology,
    nextStep,
    deadline,
  };
}
