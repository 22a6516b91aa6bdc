// Every parameter in force during an audit, with where it came from, for the report.

import { type Config, type InForce, NO_CONFIG, ruleInForce } from '../config/config.js';
import type { ListName } from '../core/lists.js';
import { ordersFormatOf } from '../platforms/index.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import { CONTROL_ORDERS, CONTROL_RATE, type ProofFacts } from '../portfolio/proof.js';
import type { InputSummary, SummaryModel } from '../report/model.js';
import type {
  PlatformSettings,
  ReportSettings,
  RuleSettings,
  RulesInForce,
  Setting,
} from '../report/settings.js';
import { RULES } from '../rules/index.js';
import type { Rule } from '../rules/rule.js';
import {
  bucketsInForce,
  lagInForce,
  languageInForce,
  mapInForce,
  maxRejectsInForce,
  switchInForce,
  termsInForce,
} from './effective.js';
import type { AuditRequest } from './request.js';

/** What the user typed, else the default. */
function typed<T>(value: T | undefined, otherwise: T): Setting<T> {
  return value === undefined ? { value: otherwise, source: 'default' } : { value, source: 'flag' };
}

export function reportSettings(
  request: AuditRequest,
  summary: SummaryModel,
  portfolio: Portfolio,
): ReportSettings {
  const { ledger } = portfolio.settings;
  const { control, config = NO_CONFIG } = request;
  const map = mapInForce(request);
  const name = request.payLaterOrders?.split(/[\\/]/).at(-1);
  const platforms: Partial<Record<InputSummary['platform'], PlatformSettings>> = {};
  for (const { platform } of summary.terms) {
    const columns = platformColumns(summary, platform);
    const { autoReceiptDays, graceDays } = termsInForce(config, ordersFormatOf(platform));
    platforms[platform] = {
      autoReceiptDays: settingOf(autoReceiptDays),
      graceDays: settingOf(graceDays),
      platformColumns: { value: columns, source: 'learned' },
    };
  }
  return {
    asOf: { value: summary.asOf, source: summary.asOfSource ?? 'default' },
    platforms,
    lagDays: ledger === null ? null : lagSetting(ledger.proof, summary, config),
    controlOrders: { value: CONTROL_ORDERS, source: 'default' },
    controlRate: { value: CONTROL_RATE, source: 'default' },
    allPayLater: settingOf(switchInForce(request, 'allPayLater')),
    payLaterOrders: typed<string | null>(name, null),
    control: typed(control && { orders: control.orders, amountFen: control.fen }, null),
    encoding: typed<string | null>(request.encoding, null),
    delimiter: typed<string | null>(request.delimiter, null),
    platform: typed<InputSummary['platform'] | null>(request.platform, null),
    map: { ...settingOf(map), value: Object.fromEntries(map.value) },
    lossy: typed(request.lossy || undefined, false),
    reveal: typed(request.reveal || undefined, false),
    linkAcrossShops: settingOf(switchInForce(request, 'linkAcrossShops')),
    escapeFormulas: settingOf(switchInForce(request, 'escapeFormulas')),
    maxRejects: settingOf(maxRejectsInForce(request)),
    ...listSettings(request, summary),
    language: settingOf(languageInForce(request)),
    buckets: settingOf(bucketsInForce(config)),
    config: config.file && {
      name: config.file.name,
      sha256: namesPeople(config) ? null : config.file.sha256,
    },
    rules: Object.fromEntries(RULES.map((rule) => [rule.id, ruleSettings(config, rule, null)])),
    shops: Object.fromEntries(config.shops.map((shop) => [shop, rulesOfShop(config, shop)])),
  };
}

/** Lists of words: they name nobody. */
const OF_NO_PEOPLE: ReadonlySet<ListName> = new Set(['tags', 'pickup-words', 'note-words']);

/** Whether people's phones, addresses or accounts stand in the configuration's file itself. */
function namesPeople({ lists = [] }: Config): boolean {
  const own = lists.filter(({ source, list }) => source === 'config' && !OF_NO_PEOPLE.has(list));
  return own.some(({ items }) => items.some((item) => !('file' in item)));
}

/** Every list that was given; a file by its name alone. */
function listSettings(request: AuditRequest, { lists }: SummaryModel): Pick<ReportSettings, 'lists'> {
  if (lists === undefined) return {};
  const { lists: configured = [] } = request.config ?? NO_CONFIG;
  const given = lists.map(({ name, entries }) => {
    const typed = request.lists?.[name];
    const own = typed === undefined ? configured.find(({ list }) => list === name) : undefined;
    const paths =
      typed?.map(({ path }) => path) ??
      (own?.items ?? []).flatMap((item) => ('file' in item ? [item.file] : []));
    const files = [...new Set(paths.map((path) => path.split(/[\\/]/).at(-1) ?? path))];
    const origin = own === undefined ? { source: 'flag' as const } : { source: own.source, place: own.place };
    return [name, { value: { entries, files }, ...origin }] as const;
  });
  return { lists: Object.fromEntries(given) };
}

/** How every rule is set for the run; null where nothing was chosen. */
export function chosenRules(config: Config): RulesInForce | null {
  if (config.chosen.length === 0 && config.file === null) return null;
  return new Map(RULES.map((rule) => [rule.id, ruleSettings(config, rule, null)]));
}

function settingOf<T>({ value, source, place }: InForce<T>): Setting<T> {
  return { value, source, ...(place === '' ? {} : { place }) };
}

/** The lag of the bills' platform. */
function lagSetting(
  { lagDays, lagSource }: ProofFacts,
  summary: SummaryModel,
  config: Config,
): Setting<number> {
  if (lagSource !== 'set') return { value: lagDays, source: lagSource };
  const platform = summary.inputs.find(({ kind }) => kind === 'bill')?.platform ?? 'generic';
  return { ...settingOf(lagInForce(config, platform)), value: lagDays };
}

function ruleSettings(config: Config, rule: Rule, shop: string | null): RuleSettings {
  const { enabled, severity, params } = ruleInForce(config, rule, shop);
  const shown = Object.entries(params).map(([name, value]) => [name, settingOf(value)] as const);
  return {
    enabled: settingOf(enabled),
    severity: settingOf(severity),
    params: Object.fromEntries(shown),
  };
}

/** The rules that are set in another way for a shop than for the run. */
function rulesOfShop(config: Config, shop: string): Readonly<Record<string, RuleSettings>> {
  const other = RULES.flatMap((rule) => {
    const own = ruleSettings(config, rule, shop);
    const common = JSON.stringify(ruleSettings(config, rule, null));
    return JSON.stringify(own) === common ? [] : [[rule.id, own] as const];
  });
  return Object.fromEntries(other);
}

/** The columns that any of the platform's files was found to use, by code units: the order of the files says nothing. */
function platformColumns({ bills }: SummaryModel, platform: string): readonly string[] | null {
  const parts = bills?.platformParts.filter((found) => found.platform === platform) ?? [];
  const known = parts.flatMap(({ columns }) => (columns === null ? [] : [columns]));
  return known.length === 0 ? null : [...new Set(known.flat())].sort();
}
