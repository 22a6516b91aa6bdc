// What `import { audit } from 'bnpl-audit'` gives: the whole audit as one call, with the report as an object.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadConfig, audit as runAudit } from './audit.js';
import { parseDate } from './core/dates.js';
import { ORDER_FIELDS, type OrderField } from './core/fields.js';
import type { Language } from './core/language.js';
import { parseFen } from './core/money.js';
import { UserError, type UserErrorCode } from './core/user-error.js';
import { realPort } from './io/port.js';
import type { PlatformId } from './platforms/types.js';
import { errorText } from './report/errors.js';
import { jsonReport } from './report/json.js';
import type { Report } from './report/report.js';
import type { AuditRequest } from './steps/request.js';

export type * from './report/report.js';
export type { Language, PlatformId, UserErrorCode };

/** What to audit. Paths are relative to `folder`, or to the folder in which the program runs. */
export interface AuditOptions {
  /** Order exports: files, folders or wildcards. Bills and after-sales among them are taken for what they are. */
  readonly orders: string | readonly string[];
  /** Settlement exports: the proof of collection. */
  readonly bills?: string | readonly string[];
  /** After-sales exports: refunds and disputes. */
  readonly afterSales?: string | readonly string[];
  /** Tables of recipients, of an ERP or a label printer, joined by order number or waybill. */
  readonly recipients?: string | readonly string[];
  /** The back office's own totals, compared with what was read; the amount in yuan, as a text: `366271.80`. */
  readonly control?: { readonly orders?: number; readonly amount?: string };
  /** The exports were already filtered to 先用后付. */
  readonly allPayLater?: boolean;
  /** A file with the order numbers that are pay-later. */
  readonly payLaterOrders?: string;
  /** YYYY-MM-DD; without it the export time in the names, else the latest event. */
  readonly asOf?: string;
  readonly folder?: string;
  /**
   * A configuration file; null: none. Without it `bnpl-audit.yaml` is looked for as the command does. The command's
   * environment variables say nothing here.
   */
  readonly config?: string | null;
  /** Single keys of the configuration, before the file: `{ 'large.min': '2000', 'LU3.enabled': 'off' }`. */
  readonly set?: Readonly<Record<string, string | number | boolean>>;
  /** Where the annotated copies go: a file, or a folder for several inputs. Without it none is written. */
  readonly output?: string;
  /** Where damaged records are listed, and where the report is written besides. */
  readonly rejects?: string;
  /** The report for people, one HTML file. */
  readonly html?: string;
  /** A folder for the work lists. */
  readonly worklists?: string;
  readonly json?: string;
  /** Of the copy, the work lists and the list of rejects; `zh` without it. */
  readonly language?: Language;
  /** Replaces files that the tool did not write itself. */
  readonly force?: boolean;
  /** Overrides of what is detected. */
  readonly encoding?: string;
  readonly delimiter?: string;
  readonly platform?: PlatformId;
  /** Headers by field: columns under another name. */
  readonly map?: Readonly<Partial<Record<OrderField, string>>>;
  /** Buyers of different shops are linked too. */
  readonly linkAcrossShops?: boolean;
  /** Records with bytes that cannot be decoded are read all the same. */
  readonly lossy?: boolean;
  /** So many rejected records are no damage. */
  readonly maxRejects?: number;
}

export interface AuditOutcome {
  /** What `--json` writes. */
  readonly report: Report;
  /** The answer is incomplete: input was damaged (exit code 3 of the command). */
  readonly damaged: boolean;
  /** Absolute paths of the annotated copies. */
  readonly copies: readonly string[];
}

/** A mistake that the caller or the file's owner can mend: `code` and `facts` say which. */
export { UserError as AuditError };

/** What a mistake is and what to do about it, as the command says it, in lines of at most 100 columns. */
export function messageOf(error: UserError, language: Language = 'zh'): string {
  return errorText(error, { language, columns: 100, colour: 0, ascii: true });
}

/**
 * Audits order exports and gives the report; files are written only where the options say so. The same options and
 * files give the same report. Throws AuditError for what can be mended; nothing is written then.
 */
export async function audit(options: AuditOptions): Promise<AuditOutcome> {
  const request = requestOf(options);
  const { config: path, set = {} } = options;
  const place = {
    port: realPort(),
    folder: resolve(options.folder ?? '.'),
    // `-` is refused below, so neither is ever called.
    spool: () => refuse('orders', '-'),
    stdout: () => refuse('output', '-'),
  };
  const config = await loadConfig(place, {
    ...(path === undefined ? {} : { path }),
    flags: Object.entries(set).map(([key, value]) => `${key}=${value}`),
    inputs: request.orders,
  });
  const { summary, settings, damaged } = await runAudit(place, { ...request, config });
  const text = [...jsonReport(summary, settings, request.version ?? '')].join('');
  return {
    report: JSON.parse(text) as Report,
    damaged,
    copies: summary.copies.flatMap((path) => (path === null ? [] : [resolve(place.folder, path)])),
  };
}

const LANGUAGES = ['zh', 'en'];
const PLATFORMS = ['pinduoduo', 'kuaishou', 'generic'];

/** Every option by its name, each one checked: callers may have no types. */
const OPTIONS: Readonly<Record<keyof AuditOptions, (value: unknown) => boolean>> = {
  orders: isTexts,
  bills: isTexts,
  afterSales: isTexts,
  recipients: isTexts,
  control: (value) => typeof value === 'object',
  allPayLater: isSwitch,
  payLaterOrders: isPath,
  asOf: isText,
  folder: isText,
  config: (value) => value === null || isPath(value),
  set: (value) => typeof value === 'object' && value !== null,
  output: isPath,
  rejects: isPath,
  worklists: isPath,
  html: isPath,
  json: isPath,
  language: (value) => LANGUAGES.includes(String(value)),
  force: isSwitch,
  encoding: isText,
  delimiter: isText,
  platform: (value) => PLATFORMS.includes(String(value)),
  map: (value) => typeof value === 'object' && value !== null,
  linkAcrossShops: isSwitch,
  lossy: isSwitch,
  maxRejects: isCount,
};

function isText(value: unknown): boolean {
  return typeof value === 'string';
}

/** A path; `-` is none here, and an empty one would mean the current folder. */
function isPath(value: unknown): boolean {
  return typeof value === 'string' && value !== '' && value !== '-';
}

function isTexts(value: unknown): boolean {
  return isPath(value) || (Array.isArray(value) && value.every(isPath));
}

function isSwitch(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function requestOf(options: AuditOptions): AuditRequest {
  for (const [name, value] of Object.entries(options)) {
    const check = Object.hasOwn(OPTIONS, name) ? OPTIONS[name as keyof AuditOptions] : null;
    if (check === null) throw new UserError('option-unknown', { option: name, near: [] });
    if (value !== undefined && !check(value)) refuse(name, typeof value === 'object' ? '' : value, '');
  }
  const {
    orders,
    bills,
    afterSales,
    recipients,
    control,
    asOf,
    output,
    map,
    folder: _,
    config: __,
    set: ___,
    ...rest
  } = options;
  const paths = listOf(orders);
  if (paths.length === 0) throw new UserError('orders-missing');
  return {
    ...rest,
    orders: paths,
    output: output ?? null,
    version: ownVersion(),
    ...(bills === undefined ? {} : { bills: listOf(bills) }),
    ...(afterSales === undefined ? {} : { afterSales: listOf(afterSales) }),
    ...(recipients === undefined ? {} : { recipients: listOf(recipients) }),
    ...(control === undefined ? {} : { control: controlOf(control) }),
    ...(asOf === undefined ? {} : { asOfDay: dayOf(asOf) }),
    ...(map === undefined ? {} : { map: mapOf(map) }),
  };
}

function refuse(option: string, value: unknown, expected = 'FILE'): never {
  throw new UserError('option-invalid', { option, value: String(value), expected });
}

function listOf(paths: string | readonly string[] = []): readonly string[] {
  return typeof paths === 'string' ? [paths] : paths;
}

function controlOf({ orders, amount }: NonNullable<AuditOptions['control']>) {
  const fen = amount === undefined ? null : isText(amount) ? parseFen(amount) : Number.NaN;
  if (fen !== null && !Number.isFinite(fen)) refuse('control.amount', amount, '366271.80');
  if (orders !== undefined && !isCount(orders)) refuse('control.orders', orders, '0, 1, 2 …');
  return { orders: orders ?? null, fen };
}

function dayOf(asOf: string): number {
  const day = parseDate(asOf);
  return Number.isFinite(day) ? day : refuse('asOf', asOf, 'YYYY-MM-DD');
}

function mapOf(map: NonNullable<AuditOptions['map']>): ReadonlyMap<OrderField, string> {
  const fields = Object.keys(ORDER_FIELDS) as OrderField[];
  const entries = Object.entries(map) as [OrderField, string][];
  for (const [field] of entries) {
    if (!fields.includes(field)) throw new UserError('map-field-unknown', { field, near: [], fields });
  }
  return new Map(entries);
}

/** The version that stands in the report, as the command writes it. */
function ownVersion(): string {
  const manifest = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return (JSON.parse(manifest) as { version: string }).version;
}
