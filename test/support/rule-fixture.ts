// The marked fixture of a rule, as an audit is asked for it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Config, NO_CONFIG } from '../../src/config/config.js';
import { realPort } from '../../src/io/port.js';
import { ROOT } from './command.js';

export const RULE_FIXTURES = join(ROOT, 'fixtures', 'rules');
const port = realPort();

/** What a fixture's `expect.json` says beside the marks in its orders. */
export interface Expected {
  readonly report?: readonly string[];
  readonly notEvaluated?: readonly string[];
  /** Rules that are off by default, and that this one switches on. */
  readonly enabled?: readonly string[];
}

/** A setting as `--set` gives it. */
export function setting(key: string, value: number | boolean) {
  return { key, value, shop: null, source: 'flag', place: '--set', line: 0, column: 0 } as const;
}

export function ruleFixture(id: string) {
  const folder = join(RULE_FIXTURES, id);
  const files = readdirSync(folder);
  const orders = files.filter((name) => name.endsWith('.csv') && !/^(?:after-sales|bill|list-)/.test(name));
  const filesOf = (kind: string) =>
    files.filter((name) => name.startsWith(kind)).map((name) => join(folder, name));
  const lists = Object.fromEntries(
    files
      .filter((name) => name.startsWith('list-'))
      .map((name) => [name.replace(/^list-|\.\w+$/g, ''), [{ path: join(folder, name) }]]),
  );
  const told = join(folder, 'expect.json');
  const expected = existsSync(told) ? (JSON.parse(readFileSync(told, 'utf8')) as Expected) : {};
  const chosen = (expected.enabled ?? []).map((rule) => setting(`rules.${rule}.enabled`, true));
  const config: Config = { ...NO_CONFIG, chosen };
  const place = {
    port,
    folder,
    spool: () => {
      throw new Error('no standard input here');
    },
    stdout: async () => {},
  };
  const request = { orders, bills: filesOf('bill'), afterSales: filesOf('after-sales'), lists, config };
  return { expected, place, request };
}
