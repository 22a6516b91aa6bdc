// A configuration as it is in force: what the user chose, from where, and how that sets rules, platforms and options.

import type { Severity } from '../core/finding.js';
import type { ValueSource } from '../core/setting.js';
import type { Params, Rule, Values } from '../rules/rule.js';
import type { RuleSetup } from '../rules/setup.js';
import { keysOfParam } from './description.js';
import type { GivenList } from './given-lists.js';
import { AUTO, type SettingValue } from './settings.js';

/** One value that the user chose. */
export interface Chosen {
  /** The setting's key, without its shop. */
  readonly key: string;
  /** null: it holds for the whole run. */
  readonly shop: string | null;
  readonly value: SettingValue;
  readonly source: Exclude<ValueSource, 'default'>;
  /** `bnpl-audit.yaml:4`, `BNPL_AUDIT_SET`, `--set`. */
  readonly place: string;
  /** Line and column in the file, from 1; 0 elsewhere. */
  readonly line: number;
  readonly column: number;
}

/** The file that was read. */
export interface ConfigFile {
  readonly path: string;
  /** Without its folder. */
  readonly name: string;
  /** SHA-256 of its bytes, in hex. */
  readonly sha256: string;
}

export interface Config {
  readonly file: ConfigFile | null;
  readonly chosen: readonly Chosen[];
  /** Shops that have settings of their own, in the order of their first one: their sections, from 1. */
  readonly shops: readonly string[];
  /** The shop's lists, each name once. */
  readonly lists?: readonly ListInForce[];
}

/** A list as it was written last: on the command line, in the environment, or in the file. */
export interface ListInForce extends GivenList {
  readonly source: Chosen['source'];
  /** The file's path, `--set`. */
  readonly where: string;
  /** `bnpl-audit.yaml:4`, `--set`. */
  readonly place: string;
}

export const NO_CONFIG: Config = { file: null, chosen: [], shops: [] };

/** A value in force, and from where it comes. */
export interface InForce<T> {
  readonly value: T;
  readonly source: ValueSource;
  /** '' for a default. */
  readonly place: string;
}

const LEVELS: Readonly<Record<Chosen['source'], number>> = { config: 0, environment: 1, flag: 2 };

/**
 * The choice that holds for a setting, null where nobody chose: flags before the environment before the file; there the
 * shop's before the run's; there the closest of `keys`; of equals the last one.
 */
export function choiceOf(config: Config, keys: readonly string[], shop: string | null = null): Chosen | null {
  let best: Chosen | null = null;
  let most = -1;
  for (const chosen of config.chosen) {
    const at = keys.indexOf(chosen.key);
    if (at < 0 || (chosen.shop !== null && chosen.shop !== shop)) continue;
    const rank = LEVELS[chosen.source] * 100 + (chosen.shop === null ? 0 : 10) + (keys.length - at);
    if (rank < most) continue;
    best = chosen;
    most = rank;
  }
  return best;
}

/** The value of a setting, or its default; `auto` is the default too. */
export function inForce<T extends SettingValue>(
  config: Config,
  keys: readonly string[],
  standard: T,
  shop: string | null = null,
): InForce<T> {
  const chosen = choiceOf(config, keys, shop);
  if (chosen === null) return { value: standard, source: 'default', place: '' };
  const { source, place, value } = chosen;
  // What a key may hold was checked when it was read.
  return { value: (value === null || value === AUTO ? standard : value) as T, source, place };
}

/** How a rule is set, each value with its source. */
export interface RuleInForce {
  readonly enabled: InForce<boolean>;
  readonly severity: InForce<Severity | null>;
  readonly params: Readonly<Record<string, InForce<number>>>;
}

export function ruleInForce(config: Config, rule: Rule, shop: string | null = null): RuleInForce {
  const { id, params } = rule;
  return {
    enabled: inForce<boolean>(config, [`rules.${id}.enabled`], rule.off !== true, shop),
    severity: inForce<Severity | null>(config, [`rules.${id}.severity`], null, shop),
    params: Object.fromEntries(
      Object.entries(params).map(([name, { value }]) => {
        return [name, inForce<number>(config, keysOfParam(rule, name), value, shop)];
      }),
    ),
  };
}

/** The same for who runs the rule. `section`: as in `Config.shops`, 0 for the run. */
export function setupOf(config: Config, rule: Rule, section: number): RuleSetup {
  const { enabled, severity, params } = ruleInForce(config, rule, config.shops[section - 1] ?? null);
  const values: Values<Params> = Object.fromEntries(
    Object.entries(params).map(([name, { value }]) => [name, value]),
  );
  return { enabled: enabled.value, severity: severity.value, values };
}
