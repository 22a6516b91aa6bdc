// What a gathering rule says of orders that it is shown in the order given.
import type { Draft } from '../../src/core/finding.js';
import type { GatherRule, RuleView, RunTotals } from '../../src/rules/rule.js';
import { auditedOrder, type Told, view } from './audited-order.js';

/** Its drafts with its defaults, or with some of its parameters and of the view changed; the n-th order has index n unless told. */
export function gathered(
  rule: GatherRule,
  told: readonly Told[],
  changed: Readonly<Record<string, number>> = {},
  shown: Partial<RuleView> = {},
  totals?: RunTotals,
): readonly Draft[] {
  const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
  const gathering = rule.gather({ ...values, ...changed }, { ...view, ...shown });
  told.forEach((one, order) => {
    gathering.see(auditedOrder({ order, ...one }));
  });
  return gathering.drafts(totals);
}
