// How a rule is set: whether it runs, with which values, and which severity its findings have.

import type { Severity } from '../core/finding.js';
import type { Params, Rule, Values } from './rule.js';

export interface RuleSetup {
  readonly enabled: boolean;
  /** Of all its findings, in place of its own; null: the rule decides. What the runner caps stays capped. */
  readonly severity: Severity | null;
  readonly values: Values<Params>;
}

/** The setup of a rule for the orders of a section of the configuration; 0: those of all other shops, and the run. */
export type Setups = (rule: Rule, section: number) => RuleSetup;

/** Every rule as it stands in the catalogue. */
export const DEFAULT_SETUPS: Setups = ({ params, off }) => ({
  enabled: off !== true,
  severity: null,
  values: Object.fromEntries(Object.entries(params).map(([name, { value }]) => [name, value])),
});
