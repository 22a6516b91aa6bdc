// From what was typed to values: every option is checked here, and a wrong one is a message, not a guess.

import { distance } from 'fastest-levenshtein';
import {
  type AuditRequest,
  CONFIG_NAME,
  type ConfigWishes,
  type InitRequest,
  type ReadingWishes,
} from '../audit.js';
import { type Config, inForce } from '../config/config.js';
import { parseDate } from '../core/dates.js';
import { ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { SEVERITIES, type Severity } from '../core/finding.js';
import { parseFen } from '../core/money.js';
import { UserError } from '../core/user-error.js';
import type { Language } from '../report/model.js';

/** Options as commander hands them over. */
export interface TypedOptions {
  readonly allPayLater?: boolean;
  readonly payLaterOrders?: string;
  readonly asOf?: string;
  readonly output?: string | false;
  readonly rejects?: string;
  readonly html?: string;
  readonly worklists?: string;
  readonly buyerNote?: boolean;
  readonly marked?: boolean;
  readonly bills?: readonly string[];
  readonly afterSales?: readonly string[];
  readonly recipients?: readonly string[];
  readonly control?: string;
  readonly json?: string;
  readonly lang?: string;
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly platform?: string;
  readonly map?: readonly string[];
  readonly config?: string | false;
  readonly set?: readonly string[];
  readonly whatIf?: string;
  readonly force?: boolean;
  readonly quiet?: boolean;
  readonly verbose?: boolean;
  readonly failOn?: string;
  readonly color?: string;
  readonly ascii?: boolean;
  readonly unicode?: boolean;
  readonly reveal?: boolean;
  readonly escapeFormulas?: boolean;
  readonly linkAcrossShops?: boolean;
  readonly lossy?: boolean;
  readonly maxRejects?: string;
  readonly records?: boolean;
  readonly schema?: boolean;
}

const PLATFORMS = ['pinduoduo', 'kuaishou', 'generic'] as const;
const LANGUAGES = ['zh', 'en'] as const;
const COLOUR_WISHES = ['auto', 'always', 'never'] as const;
const NEVER = 'never';
export type ColourWish = (typeof COLOUR_WISHES)[number];

/** How files are to be read. Throws UserError for every value that is none. */
export function readingWishes({ encoding, delimiter, platform, map }: TypedOptions): ReadingWishes {
  return {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
    ...(platform === undefined ? {} : { platform: oneOf('--platform', platform, PLATFORMS) }),
    ...(map === undefined ? {} : { map: mapOf(map) }),
  };
}

/** The request that the options make. Throws UserError for every value that is none. */
export function auditRequest(orders: readonly string[], options: TypedOptions): AuditRequest {
  const { afterSales, asOf, bills, control, json, maxRejects, output, payLaterOrders } = options;
  const { html, recipients, rejects, worklists } = options;
  if (output !== false) pathOption('--output', output);
  pathOption('--rejects', rejects);
  pathOption('--worklists', worklists);
  pathOption('--html', html);
  pathOption('--json', json);
  for (const path of bills ?? []) pathOption('--bills', path);
  for (const path of afterSales ?? []) pathOption('--after-sales', path);
  for (const path of recipients ?? []) pathOption('--recipients', path);
  pathOption('--pay-later-orders', payLaterOrders);
  if (rejects === '-')
    throw new UserError('option-invalid', { option: '--rejects', value: '-', expected: 'FILE' });
  if (worklists === '-')
    throw new UserError('option-invalid', { option: '--worklists', value: '-', expected: 'DIR' });
  if (html === '-') throw new UserError('option-invalid', { option: '--html', value: '-', expected: 'FILE' });
  return {
    ...readingWishes(options),
    orders,
    ...(options.lang === undefined ? {} : { language: oneOf('--lang', options.lang, LANGUAGES) }),
    ...(options.allPayLater === true ? { allPayLater: true } : {}),
    force: options.force === true,
    lossy: options.lossy === true,
    reveal: options.reveal === true,
    ...(options.escapeFormulas === true ? { escapeFormulas: true } : {}),
    ...(options.linkAcrossShops === true ? { linkAcrossShops: true } : {}),
    ...(payLaterOrders === undefined ? {} : { payLaterOrders }),
    ...(rejects === undefined ? {} : { rejects }),
    ...(worklists === undefined ? {} : { worklists }),
    ...(html === undefined ? {} : { html }),
    ...(json === undefined ? {} : { json }),
    ...(bills === undefined ? {} : { bills }),
    ...(afterSales === undefined ? {} : { afterSales }),
    ...(recipients === undefined ? {} : { recipients }),
    ...(control === undefined ? {} : { control: controlOption('--control', control) }),
    ...(output === undefined ? {} : { output: output === false ? null : output }),
    ...(asOf === undefined ? {} : { asOfDay: dayOption('--as-of', asOf) }),
    ...(maxRejects === undefined ? {} : { maxRejects: countOption('--max-rejects', maxRejects) }),
  };
}

/** What `init` is to write. */
export function initRequest(
  orders: readonly string[],
  { output, force, schema }: TypedOptions,
  language: Language,
): InitRequest {
  const path = typeof output === 'string' ? output : CONFIG_NAME;
  pathOption('--output', path);
  return { orders, path, language, force: force === true, schema: schema === true };
}

/** The language that the option names; null without it. */
export function languageWish(option: string | undefined): Language | null {
  return option === undefined ? null : oneOf('--lang', option, LANGUAGES);
}

export function colourWish(option: string | undefined): ColourWish {
  return option === undefined ? 'auto' : oneOf('--color', option, COLOUR_WISHES);
}

/**
 * What the options and the environment say of the configuration. `BNPL_AUDIT_CONFIG` names a file, `BNPL_AUDIT_SET` holds
 * `KEY=VALUE` with `;` between, `BNPL_AUDIT_LANG` and `BNPL_AUDIT_FAIL_ON` are the two options. Empty ones are not there.
 */
export function configWishes(
  { config, set }: TypedOptions,
  env: Readonly<Record<string, string | undefined>>,
  inputs: readonly string[],
): ConfigWishes {
  if (config !== false) pathOption('--config', config);
  const path = config === false ? null : (config ?? (env['BNPL_AUDIT_CONFIG'] || undefined));
  const single = { BNPL_AUDIT_LANG: 'audit.lang', BNPL_AUDIT_FAIL_ON: 'audit.fail-on' } as const;
  const environment = Object.entries(single).flatMap(([name, key]) => {
    return env[name] ? [{ name, text: `${key}=${env[name]}` }] : [];
  });
  for (const text of (env['BNPL_AUDIT_SET'] ?? '').split(';')) {
    if (text.trim() !== '') environment.push({ name: 'BNPL_AUDIT_SET', text: text.trim() });
  }
  return { ...(path === undefined ? {} : { path }), environment, flags: set ?? [], inputs };
}

/** More settings than this nobody compares. */
const MOST_TRIES = 20;

/** `large.min=500,1000,2000` as one assignment for each value. Throws UserError, also for options that write copies. */
export function whatIfWish(typed: string, { html, output, rejects, worklists }: TypedOptions): string[] {
  const option = '--what-if';
  if (output) throw new UserError('options-conflict', { options: [option, '--output'] });
  if (rejects !== undefined) throw new UserError('options-conflict', { options: [option, '--rejects'] });
  if (worklists !== undefined) throw new UserError('options-conflict', { options: [option, '--worklists'] });
  if (html !== undefined) throw new UserError('options-conflict', { options: [option, '--html'] });
  const equals = typed.indexOf('=');
  const key = typed.slice(0, Math.max(0, equals)).trim();
  const values = typed
    .slice(equals + 1)
    .split(/[,，]/)
    .map((value) => value.trim());
  if (equals < 1 || values.includes('') || values.length > MOST_TRIES) {
    throw new UserError('option-invalid', { option, value: typed, expected: 'large.min=500,1000,2000' });
  }
  return values.map((value) => `${key}=${value}`);
}

/** The severity from which findings make the exit code 1; null: none does. */
export function failOnWish(option: string | undefined, config: Config): Severity | null {
  const words = [NEVER, ...SEVERITIES] as const;
  const wish =
    option === undefined
      ? inForce<(typeof words)[number]>(config, ['audit.fail-on'], NEVER).value
      : oneOf('--fail-on', option, words);
  return wish === NEVER ? null : wish;
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((word) => word === value);
  if (found === undefined)
    throw new UserError('option-invalid', { option, value, expected: allowed.join(' | ') });
  return found;
}

/** `orders=4862,amount=366271.80`, either of them alone too. */
function controlOption(option: string, value: string): { orders: number | null; fen: number | null } {
  const match = /^(?:orders=(\d{1,9})(?:,(?=a)|$))?(?:amount=([\d.,]{1,20}))?$/.exec(
    value.replaceAll(' ', ''),
  );
  const fen = match?.[2] === undefined ? null : parseFen(match[2]);
  const orders = match?.[1] === undefined ? null : Number(match[1]);
  if (match === null || (fen === null && orders === null) || (fen !== null && !Number.isFinite(fen))) {
    throw new UserError('option-invalid', { option, value, expected: 'orders=N,amount=YUAN' });
  }
  return { orders, fen };
}

function dayOption(option: string, value: string): number {
  const day = parseDate(value);
  if (!Number.isFinite(day)) throw new UserError('option-invalid', { option, value, expected: 'YYYY-MM-DD' });
  return day;
}

/** Refuses an empty path, as from a variable that is not set: it would mean the current folder. */
function pathOption(option: string, value: string | undefined): void {
  if (value === '') throw new UserError('option-invalid', { option, value, expected: 'FILE' });
}

function countOption(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new UserError('option-invalid', { option, value, expected: '0, 1, 2 …' });
  return Number(value);
}

function mapOf(entries: readonly string[]): ReadonlyMap<OrderField, string> {
  const fields = Object.keys(ORDER_FIELDS) as OrderField[];
  const map = new Map<OrderField, string>();
  for (const entry of entries) {
    const equals = entry.indexOf('=');
    const name = entry.slice(0, equals).trim();
    const header = entry.slice(equals + 1).trim();
    if (equals < 1 || header === '') {
      throw new UserError('option-invalid', { option: '--map', value: entry, expected: 'field=header' });
    }
    const field = fields.find((known) => known === name);
    if (field === undefined) {
      const near = fields.filter((known) => distance(known, name.toLowerCase()) <= 3).slice(0, 3);
      throw new UserError('map-field-unknown', { field: name, near, fields });
    }
    map.set(field, header);
  }
  return map;
}
