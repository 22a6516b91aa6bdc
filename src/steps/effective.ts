// A request with what was configured filled in: what was typed holds first, then the configuration, then the default.

import { dirname, resolve } from 'node:path';
import { type Config, type InForce, inForce, NO_CONFIG } from '../config/config.js';
import { BUCKET_ENDS, type Terms } from '../core/aging.js';
import { ORDER_FIELDS, type OrderField } from '../core/fields.js';
import type { Language } from '../core/language.js';
import type { ListName, ListSource, ShopLists } from '../core/lists.js';
import type { OrdersFormat, PlatformId } from '../platforms/types.js';
import type { ReadingWishes } from './open-exports.js';
import type { AuditRequest } from './request.js';

/** Options that a configuration may hold, as the request and as the file call them; with their defaults. */
const SWITCHES = {
  allPayLater: 'audit.all-pay-later',
  linkAcrossShops: 'audit.link-across-shops',
  escapeFormulas: 'audit.escape-formulas',
} as const;

type Switch = keyof typeof SWITCHES;

/** A switch in force; one that is typed is on. */
export function switchInForce(request: AuditRequest, name: Switch): InForce<boolean> {
  if (request[name] === true) return { value: true, source: 'flag', place: '' };
  return inForce<boolean>(request.config ?? NO_CONFIG, [SWITCHES[name]], false);
}

export function maxRejectsInForce({ maxRejects, config = NO_CONFIG }: AuditRequest): InForce<number> {
  if (maxRejects !== undefined) return { value: maxRejects, source: 'flag', place: '' };
  return inForce<number>(config, ['audit.max-rejects'], 0);
}

/** The language of files; null in the configuration is Chinese, as without one. */
export function languageInForce({ language, config = NO_CONFIG }: AuditRequest): InForce<Language> {
  if (language !== undefined) return { value: language, source: 'flag', place: '' };
  return inForce<Language>(config, ['audit.lang'], 'zh');
}

/** Headers by field: what was typed for a field replaces what was configured for it. */
export function mapInForce({
  map,
  config = NO_CONFIG,
}: Pick<AuditRequest, 'map' | 'config'>): InForce<ReadonlyMap<OrderField, string>> {
  const all = new Map<OrderField, string>();
  const found = (Object.keys(ORDER_FIELDS) as OrderField[]).flatMap((field) => {
    const one = inForce<string | null>(config, [`columns.${field}`], null);
    if (one.value !== null) all.set(field, one.value);
    return one.value === null ? [] : [one];
  });
  for (const [field, header] of map ?? []) all.set(field, header);
  if (map !== undefined) return { value: all, source: 'flag', place: '' };
  const [first] = found;
  return { value: all, source: first?.source ?? 'default', place: first?.place ?? '' };
}

/** How columns are named: what was typed holds for every file, what was configured where a file has such a column. */
export function headersOf(request: Pick<AuditRequest, 'map' | 'config'>): ReadingWishes {
  const map = mapInForce(request).value;
  if (map.size === 0) return {};
  return { map, loosely: new Set([...map.keys()].filter((field) => request.map?.has(field) !== true)) };
}

/** The request as it is carried out. */
export function effective(request: AuditRequest): AuditRequest {
  return {
    ...request,
    ...headersOf(request),
    allPayLater: switchInForce(request, 'allPayLater').value,
    linkAcrossShops: switchInForce(request, 'linkAcrossShops').value,
    escapeFormulas: switchInForce(request, 'escapeFormulas').value,
    maxRejects: maxRejectsInForce(request).value,
    language: languageInForce(request).value,
    lists: { ...configuredLists(request.config ?? NO_CONFIG), ...request.lists },
  };
}

/** The aging buckets in force. */
export function bucketsInForce(config: Config): InForce<readonly number[]> {
  return inForce<readonly number[]>(config, ['buckets'], BUCKET_ENDS);
}

/** The lists of a configuration; their files lie beside its own file. */
function configuredLists({ file, lists = [] }: Config): ShopLists {
  const given = lists.map(({ list, items, source, where }): [ListName, ListSource[]] => {
    const folder = source === 'config' && file !== null ? dirname(file.path) : '';
    const sources = items.map((item) =>
      'file' in item ? { path: resolve(folder, item.file) } : { path: where, entries: [item] },
    );
    return [list, sources];
  });
  return Object.fromEntries(given);
}

/** A platform's days in force. */
export function termsInForce(config: Config, { platform, terms }: OrdersFormat) {
  const { autoReceiptDays, graceDays } = terms;
  return {
    autoReceiptDays: inForce<number>(config, [`platforms.${platform}.auto-receipt`], autoReceiptDays),
    graceDays: inForce<number>(config, [`platforms.${platform}.grace`], graceDays),
  };
}

export function termsOf(config: Config, format: OrdersFormat): Terms {
  const { autoReceiptDays, graceDays } = termsInForce(config, format);
  return { autoReceiptDays: autoReceiptDays.value, graceDays: graceDays.value };
}

/** Days from receipt to income as they were set; null where they are to be learned. */
export function lagInForce(config: Config, platform: PlatformId): InForce<number | null> {
  return inForce<number | null>(config, [`platforms.${platform}.lag`], null);
}
