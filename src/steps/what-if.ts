// What several settings of one parameter would find: the files are read once, and judged once for each setting.

import { type Chosen, type Config, choiceOf, inForce, ruleInForce } from '../config/config.js';
import { description, keysOfParam, settingsIn } from '../config/description.js';
import type { NumberSetting } from '../config/settings.js';
import { SEVERITIES } from '../core/finding.js';
import { UserError } from '../core/user-error.js';
import type { WhatIfModel, WhatIfRow, WhatIfTally } from '../report/what-if.js';
import { RULES } from '../rules/index.js';
import type { Gathered, Judged } from './examined.js';
import { judge } from './judge.js';

/** Parameters that decide what is found, not what is read. */
const KEYS = /^(?:large|late|links|rules)\.|^platforms\.[a-z]+\.(?:auto-receipt|grace)$/;
const MEDIUM = SEVERITIES.indexOf('medium');

/** One parameter, and the values that it is to be tried with; configurations that differ from `base` in nothing else. */
export interface WhatIf {
  readonly base: Config;
  readonly setting: NumberSetting;
  /** Ascending, each value once; what is in force is among them. */
  readonly tries: readonly { readonly value: number; readonly config: Config; readonly isCurrent: boolean }[];
}

/** Puts the tries together. Throws UserError `what-if-key` for a key that is no number or decides how files are read. */
export function whatIfOf(base: Config, tried: readonly Config[]): WhatIf {
  const key = tried[0]?.chosen.at(-1)?.key ?? '';
  const setting = settingsIn(description()).find((one) => one.key === key);
  if (setting?.kind !== 'number' || !KEYS.test(key) || tried[0]?.chosen.at(-1)?.shop !== null) {
    throw new UserError('what-if-key', { key });
  }
  const { value: current, chosen } = currentOf(base, setting);
  const tries = new Map([[current, { value: current, config: base, isCurrent: true }]]);
  for (const config of tried) {
    const last = config.chosen.at(-1)!;
    const value = last.value as number;
    if (value !== current)
      tries.set(value, { value, config: withTried(base, last, chosen), isCurrent: false });
  }
  return { base, setting, tries: [...tries.values()].sort((a, b) => a.value - b.value) };
}

/**
 * The configuration with the value in place of the one in force and at its level, so that what goes before that goes
 * before this as well: a rule that has a limit of its own keeps it when the shared one is tried.
 */
function withTried(base: Config, tried: Chosen, instead: Chosen | null): Config {
  const others = base.chosen.filter(({ key, shop }) => key !== tried.key || shop !== null);
  return { ...base, chosen: [...others, { ...tried, source: instead?.source ?? 'config' }] };
}

/** The value in force, and who chose it; of a rule that shares a limit, the shared one where it has none of its own. */
function currentOf(
  config: Config,
  { key, standard }: NumberSetting,
): { value: number; chosen: Chosen | null } {
  for (const rule of RULES) {
    const name = Object.keys(rule.params).find((one) => keysOfParam(rule, one)[0] === key);
    if (name === undefined) continue;
    const chosen = choiceOf(config, keysOfParam(rule, name));
    return { value: ruleInForce(config, rule).params[name]!.value, chosen };
  }
  return {
    value: inForce<number>(config, [key], standard ?? Number.NaN).value,
    chosen: choiceOf(config, [key]),
  };
}

/** Judges with each value and counts. Time: that of an audit without reading and writing, for each value. */
export function tryAll(gathered: Gathered, { setting, tries }: WhatIf, asOf: string | null): WhatIfModel {
  const { key, unit } = setting;
  const ids = new Set(
    RULES.filter((rule) =>
      Object.keys(rule.params).some((name) => keysOfParam(rule, name).includes(key)),
    ).map(({ id }) => id),
  );
  // The days of a platform decide over every rule.
  const isOwn = (rule: string) => ids.size === 0 || ids.has(rule);
  const rows = tries.map(({ value, config, isCurrent }): WhatIfRow => {
    const judged = judge(gathered, config);
    return {
      value,
      isCurrent,
      own: tally(judged, ({ rule }) => isOwn(rule)),
      all: tally(judged, ({ severity }) => SEVERITIES.indexOf(severity) >= MEDIUM),
    };
  });
  const rules = RULES.filter(({ id }) => ids.has(id));
  return {
    key,
    unit,
    asOf,
    rules: rules.map(({ id, aliases, title }) => ({ id, code: aliases[0] ?? id, title })),
    rows,
  };
}

/** Findings that pass, their distinct orders, and what is outstanding of these. */
function tally(
  { findings: { findings }, portfolio }: Judged,
  passes: (finding: Judged['findings']['findings'][number]) => boolean,
): WhatIfTally {
  const passed = findings.filter(passes);
  const orders = new Set(passed.flatMap((finding) => finding.orders));
  let fen = 0;
  for (const order of orders) fen += portfolio.judge(order)?.outstanding ?? 0;
  return { findings: passed.length, orders: orders.size, fen };
}
