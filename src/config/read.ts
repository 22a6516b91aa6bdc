// One configuration from all of its sources: the file, the environment, the command line; or all that is wrong in them.

import { RULES } from '../rules/index.js';
import { readAssignments } from './assignments.js';
import { type Chosen, type Config, type ConfigFile, choiceOf, NO_CONFIG, ruleInForce } from './config.js';
import { description, keysOfParam } from './description.js';
import { type Issue, issuesError } from './issues.js';
import { Walk } from './walk.js';

/** What a variable of the environment sets. */
export interface Assignment {
  readonly name: string;
  /** `KEY=VALUE`. */
  readonly text: string;
}

/** What a configuration is read from. */
export interface Sources {
  readonly file: (ConfigFile & { readonly text: string }) | null;
  /** `KEY=VALUE` each. */
  readonly environment: readonly Assignment[];
  readonly flags: readonly string[];
  /** One more, tried with `--what-if`: it holds before all others. */
  readonly tried?: string;
}

/** Throws UserError for what is wrong, all of it in one. The parser of files is loaded only where there is one. */
export async function readConfig({ file, ...others }: Sources): Promise<Config> {
  const { environment, flags, tried } = others;
  const walks: Walk[] = [];
  if (file !== null) {
    const { parseYaml } = await import('./yaml.js');
    const parsed = parseYaml(file.text, file.path);
    if ('issues' in parsed) throw issuesError(parsed.issues);
    const walk = new Walk({ source: 'config', where: file.path, name: file.name });
    walk.section(parsed.given, description(), '');
    walks.push(walk);
  }
  for (const { name, text } of environment) {
    walks.push(readAssignments([text], { source: 'environment', where: name, name }));
  }
  walks.push(readAssignments(flags, { source: 'flag', where: '--set', name: '--set' }));
  if (tried !== undefined) {
    walks.push(readAssignments([tried], { source: 'flag', where: '--what-if', name: '--what-if' }));
  }
  const issues = walks.flatMap((walk) => walk.issues);
  if (issues.length > 0) throw issuesError(issues);
  const chosen = walks.flatMap((walk) => walk.chosen);
  const lists = new Map(walks.flatMap((walk) => walk.listsInForce()).map((list) => [list.list, list]));
  if (file === null && chosen.length + lists.size === 0) return NO_CONFIG;
  const shops = [...new Set(chosen.flatMap(({ shop }) => (shop === null ? [] : [shop])))];
  const known = file === null ? null : { path: file.path, name: file.name, sha256: file.sha256 };
  const config: Config = { file: known, chosen, shops, lists: [...lists.values()] };
  const fallen = notAscending(config);
  if (fallen.length > 0) throw issuesError(fallen);
  return config;
}

/** Tiers that fall under the values in force, of the run and of each shop: each is told where it was set. */
function notAscending(config: Config): Issue[] {
  const found = new Map<Chosen, Issue>();
  for (const rule of RULES) {
    for (const shop of rule.ascending === undefined ? [] : [null, ...config.shops]) {
      const { params } = ruleInForce(config, rule, shop);
      const names = rule.ascending ?? [];
      names.forEach((name, i) => {
        const before = names[i - 1];
        if (before === undefined || params[name]!.value >= params[before]!.value) return;
        const chosen =
          choiceOf(config, keysOfParam(rule, name), shop) ??
          choiceOf(config, keysOfParam(rule, before), shop);
        if (chosen === null) throw new Error(`the defaults of ${rule.id} fall`);
        const { line, column, source, key } = chosen;
        const where = source === 'config' ? (config.file?.path ?? '') : chosen.place;
        const known = [`${rule.id}.${before}`, `${rule.id}.${name}`];
        found.set(chosen, { wrong: 'not-ascending', line, column, where, key, known });
      });
    }
  }
  return [...found.values()];
}

/** The JSON Schema of configurations, as text. Its maker is loaded only then. */
export async function configSchema(): Promise<string> {
  const { jsonSchema } = await import('./json-schema.js');
  return jsonSchema();
}
