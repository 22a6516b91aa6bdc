// Drafts of a gathering rule as text that can be compared, and what it could not judge.
import type { Draft } from '../../src/core/finding.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { auditedOrder, type Told, view } from './audited-order.js';

/** The orders of each draft, sorted, whatever the order of the drafts. */
export function groupsOf(drafts: readonly Draft[]): string[] {
  return drafts.map(({ orders }) => [...orders].sort((a, b) => a - b).join(' ')).sort();
}

/** Orders that the rule, with its defaults, had too few others to compare with, and their fen. */
export function tooFewOf(rule: GatherRule, told: readonly Told[]) {
  return outcomeOf(rule, told).tooFew?.();
}

/** Orders that the rule, with its defaults, could not judge for want of proof of others, and their fen. */
export function unprovenOf(rule: GatherRule, told: readonly Told[]) {
  return outcomeOf(rule, told).unproven?.();
}

function outcomeOf(rule: GatherRule, told: readonly Told[]) {
  const values = Object.fromEntries(Object.entries(rule.params).map(([name, { value }]) => [name, value]));
  const gathering = rule.gather(values, view);
  told.forEach((one, order) => {
    gathering.see(auditedOrder({ order, ...one }));
  });
  gathering.drafts();
  return gathering;
}
