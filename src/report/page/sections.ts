// The parts of the page: what to do today, where the money is, groups, hubs, products, findings, settings.

import { STAGES, type Stage } from '../../core/aging.js';
import { formatTime } from '../../core/dates.js';
import { SEVERITIES } from '../../core/finding.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import { isProven } from '../bill-lines.js';
import { groupNote } from '../cluster-block.js';
import type { ClusterModel, FindingModel, FindingsModel } from '../findings.js';
import { linkText } from '../group-block.js';
import { type Html, html } from '../html.js';
import type { Language, SummaryModel } from '../model.js';
import type { ReportSettings } from '../settings.js';
import { cleanForTerminal } from '../text.js';
import { todayItems } from '../today-block.js';
import { GROUP, ORDERS_FROM, SEVERITY_NAMES, STEP_NAMES, stepText } from '../words/findings.js';
import { COLUMNS as GROUP_COLUMNS } from '../words/groups.js';
import { grouped } from '../words/language.js';
import * as words from '../words/page.js';
import * as productWords from '../words/products.js';
import { STAGE_NAMES } from '../words/terms.js';
import { networkDrawing } from './network.js';

const [MOST_TODAY, MOST_LARGEST, MOST_GROUPS, MOST_HUBS, MOST_PRODUCTS, MOST_ROWS] = [
  200, 20, 60, 100, 50, 20,
];
/** More findings than these make a page slow to open; what is behind them is counted. */
const MOST_FINDINGS = 5000;

type Column = keyof typeof words.COLUMNS;
/** Columns whose cells are numbers, set flush right. */
const NUMBERS: ReadonlySet<Column> = new Set(['amount', 'orders', 'buyers', 'share', 'proven', 'unproven']);

function heads(columns: readonly Column[], language: Language): Html {
  const cells = columns.map((column) =>
    NUMBERS.has(column)
      ? html`<th scope="col" class="n">${words.COLUMNS[column][language]}</th>`
      : html`<th scope="col">${words.COLUMNS[column][language]}</th>`,
  );
  return html`<thead><tr>${cells}</tr></thead>`;
}

function table(columns: readonly Column[], rows: readonly Html[], language: Language): Html {
  return html`<div class="box"><table class="cards">${heads(columns, language)}<tbody>${rows}</tbody></table></div>`;
}

/** What can still be saved and its yuan, then the items of today's list. */
export function todaySection(model: SummaryModel, language: Language): Html[] {
  const items = todayItems(model.findings.findings, isProven(model));
  const rows = items.slice(0, MOST_TODAY).map((item) => {
    const { severity, nextStep, cluster } = item;
    const group = cluster === null ? undefined : model.findings.clusters[cluster];
    const note = group === undefined ? item.line[language] : groupNote(group, language, true);
    return html`<tr><td class="s">${STEP_NAMES[nextStep][language]}</td><td class="id">${whatOf(item, model.findings, language)}</td><td class="n">${amountOf(item)}</td><td class="${severity}">${SEVERITY_NAMES[severity][language]}</td><td class="w">${cleanForTerminal(note)}</td></tr>`;
  });
  const more = items.length - rows.length;
  return [
    ...savable(model, language),
    table(['step', 'what', 'amount', 'severity', 'line'], rows, language),
    ...(more > 0 ? [html`<p class="quiet">${words.MORE_ITEMS[language](more)}</p>`] : []),
  ];
}

/** What is outstanding of parcels that are not delivered yet; nothing where there are none. The sums are those of the stages. */
function savable({ stages }: SummaryModel, language: Language): Html[] {
  const at = (wanted: Stage) => stages.find(({ stage }) => stage === wanted) ?? { orders: 0, fen: 0 };
  const [held, way] = [at('unshipped'), at('in-transit')];
  if (held.fen + way.fen === 0) return [];
  return [html`<p class="lead">${words.SAVABLE[language](held, way)}</p>`];
}

/** An order's number as a button that copies it; of several the one that can be saved best; a group by its number. */
function whatOf(item: FindingModel, model: FindingsModel, language: Language): Html | string {
  if (item.cluster !== null) {
    const cluster = model.clusters[item.cluster]!;
    return html`<a href="#G${cluster.number}">${GROUP[language](cluster.number, item.orders.length)}</a>`;
  }
  if (item.orders.length === 0) return cleanForTerminal(item.subject);
  const order = cleanForTerminal(model.orderId(item.firstOrder));
  if (item.orders.length === 1) return html`<button>${order}</button>`;
  return ORDERS_FROM[language](order, item.orders.length);
}

function amountOf({ orders, exposureFen, subject }: FindingModel): string {
  return orders.length === 0 && subject === '' ? '' : yuan(exposureFen);
}

/** Outstanding by where the goods are. */
export function placesSection({ places, stages }: SummaryModel, language: Language): Html[] {
  const shown = places.some(({ orders }) => orders > 0)
    ? places
    : stages.map(({ stage, ...share }) => ({ place: stage, ...share, unprovenFen: 0 }));
  const rows = shown
    .filter(({ orders }) => orders > 0)
    .map(
      ({ place, orders, fen }) =>
        html`<tr><td>${STAGE_NAMES[place][language]}</td><td class="n">${yuan(fen)}</td><td class="n">${grouped(orders)}</td></tr>`,
    );
  if (rows.length === 0) return [];
  return [
    html`<table class="narrow">${heads(['place', 'amount', 'orders'], language)}<tbody>${rows}</tbody></table>`,
  ];
}

/** Of the orders that a finding is about alone those with most yuan, each once. */
export function largestSection({ findings }: SummaryModel, language: Language): Html[] {
  const seen = new Set<number>();
  const single = findings.findings.filter(
    ({ orders, apart, aside, stage }) => orders.length === 1 && !apart && !aside && stage !== 'closed',
  );
  const rows = single
    .toSorted((a, b) => b.exposureFen - a.exposureFen)
    .filter(({ orders }) => seen.size < seen.add(orders[0]!).size)
    .slice(0, MOST_LARGEST)
    .map((item) => {
      const { severity, stage } = item;
      return html`<tr><td class="id">${whatOf(item, findings, language)}</td><td class="n">${yuan(item.exposureFen)}</td><td class="${severity}">${SEVERITY_NAMES[severity][language]}</td><td class="s">${stage === null ? '' : STAGE_NAMES[stage][language]}</td><td class="w">${cleanForTerminal(item.line[language])}</td></tr>`;
    });
  return rows.length === 0 ? [] : [table(['what', 'amount', 'severity', 'stage', 'line'], rows, language)];
}

export function groupsSection({ findings }: SummaryModel, caution: string, language: Language): Html[] {
  const { clusters } = findings;
  if (clusters.length === 0) return [];
  const more = clusters.length - MOST_GROUPS;
  return [
    html`<p class="quiet">${caution}</p>`,
    ...clusters.slice(0, MOST_GROUPS).map((cluster) => groupDetails(cluster, language)),
    ...(more > 0 ? [html`<p class="quiet">${words.AND_MORE[language](more)}</p>`] : []),
  ];
}

function groupDetails(cluster: ClusterModel, language: Language): Html {
  const { number, severity, orders, outstandingFen, links, innocent, nextStep } = cluster;
  const [order, ordered, stage, open, recipient] = GROUP_COLUMNS[language];
  const rows = cluster.rows(MOST_ROWS).map((row) => {
    const when = Number.isNaN(row.orderedAt) ? '' : formatTime(row.orderedAt).slice(0, 16);
    const who = [row.name, row.district].filter((text) => text !== '').join(' ');
    return html`<tr><td class="id"><button type="button">${cleanForTerminal(row.order)}</button></td><td>${when}</td><td>${STAGE_NAMES[row.stage][language]}</td><td class="n">${yuan(row.outstandingFen)}</td><td>${cleanForTerminal(who)}</td></tr>`;
  });
  const texts = links.slice(0, MOST_ROWS).map((link) => html`<li>${linkText(link, language)}</li>`);
  const why = innocent[language].join(language === 'zh' ? '；' : '; ');
  return html`<details id="G${number}"><summary><b>G${number}</b> <span class="${severity}">${SEVERITY_NAMES[severity][language]}</span> ${yuan(outstandingFen)} ${links.length > 0 ? linkText(links[0]!, language) : grouped(orders.length)}</summary>${networkDrawing(cluster, language)}<ul>${texts}</ul><p class="quiet">${why}</p><p>${stepText(nextStep, '', Number.NaN)[language]}</p><div class="box"><table><thead><tr><th scope="col">${order}</th><th scope="col">${ordered}</th><th scope="col">${stage}</th><th scope="col" class="n">${open}</th><th scope="col">${recipient}</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}

export function hubsSection({ findings }: SummaryModel, language: Language): Html[] {
  const { hubs } = findings;
  if (hubs.length === 0) return [];
  const rows = hubs
    .slice(0, MOST_HUBS)
    .map(
      ({ shown, name, buyers, orders, outstandingFen }) =>
        html`<tr><td>${cleanForTerminal(shown) || name}</td><td class="n">${grouped(buyers)}</td><td class="n">${grouped(orders.length)}</td><td class="n">${yuan(outstandingFen)}</td></tr>`,
    );
  const more = hubs.length - rows.length;
  return [
    table(['key', 'buyers', 'orders', 'amount'], rows, language),
    ...(more > 0 ? [html`<p class="quiet">${words.AND_MORE[language](more)}</p>`] : []),
  ];
}

export function productsSection({ products, findings }: SummaryModel, language: Language): Html[] {
  if (products.length === 0) return [];
  const told = findings.findings.filter(({ subject }) => subject !== '');
  const names = productWords.COLUMNS[language].map((name) => html`<th scope="col">${name}</th>`);
  const rows = products
    .slice(0, MOST_PRODUCTS)
    .map(
      (row) =>
        html`<tr><td>${cleanForTerminal(row.title === '' ? row.id : row.title)}</td><td class="n">${grouped(row.payLater.of)}</td><td class="n">${productWords.OF(row.payLater)} : ${productWords.OF(row.ordinary)}</td><td class="n">${productWords.OF(row.late)}</td><td class="n">${productWords.OF(row.out)}</td></tr>`,
    );
  const more = products.length - rows.length;
  return [
    ...told.map(({ line }) => html`<p>${cleanForTerminal(line[language])}</p>`),
    html`<div class="box"><table><thead><tr>${names}</tr></thead><tbody>${rows}</tbody></table></div>`,
    ...(more > 0 ? [html`<p class="quiet">${words.AND_MORE[language](more)}</p>`] : []),
  ];
}

/** Every finding in the order of the report, with search, filters and sorting where there is a script. */
export function findingsSection({ findings }: SummaryModel, language: Language): Html[] {
  const all = findings.findings;
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_FINDINGS);
  const rows = shown.map((item) => {
    const { severity, stage, code, title, nextStep } = item;
    return html`<tr><td class="${severity}">${SEVERITY_NAMES[severity][language]}</td><td>${code} ${title[language]}</td><td>${whatOf(item, findings, language)}</td><td>${amountOf(item)}</td><td>${stage === null ? '' : STAGE_NAMES[stage][language]}</td><td>${STEP_NAMES[nextStep][language]}</td><td>${cleanForTerminal(item.line[language])}</td></tr>
`;
  });
  const severities = SEVERITIES.map((severity) => SEVERITY_NAMES[severity][language]);
  const stages = STAGES.map((stage: Stage) => STAGE_NAMES[stage][language]);
  const steps = [...new Set(shown.map(({ nextStep }) => STEP_NAMES[nextStep][language]))].sort();
  const rules = [...new Set(shown.map(({ code, title }) => `${code} ${title[language]}`))].sort();
  const { FILTERS } = words;
  const columns: readonly Column[] = ['severity', 'rule', 'what', 'amount', 'stage', 'step', 'line'];
  const ranks: Readonly<Partial<Record<Column, readonly string[]>>> = { severity: severities, stage: stages };
  const sortable = columns.map((column) => {
    const name = html`<button type="button">${words.COLUMNS[column][language]}</button>`;
    if (column === 'amount') return html`<th scope="col" class="n" data-number="">${name}</th>`;
    return html`<th scope="col" data-ranks="${(ranks[column] ?? []).join('|')}">${name}</th>`;
  });
  const choices = (column: Column, values: readonly string[]) =>
    html`<label>${words.COLUMNS[column][language]} <select data-column="${columns.indexOf(column)}"><option value="">${FILTERS.all[language]}</option>${values.map((value) => html`<option>${value}</option>`)}</select></label>`;
  const left = all.length - shown.length;
  return [
    html`<div><div class="tools"><input id="search" type="search" aria-label="${FILTERS.search[language]}" placeholder="${FILTERS.search[language]}">${choices('severity', severities.toReversed())}${choices('rule', rules)}${choices('stage', stages)}${choices('step', steps)}<span>${FILTERS.shown[language]} <span id="count"></span></span><span id="status" role="status" data-copied="${FILTERS.copied[language]}">${FILTERS.hint[language]}</span></div>`,
    html`<div class="box"><table class="cards" id="all"><thead><tr>${sortable}</tr></thead><tbody>${rows}</tbody></table></div><button type="button" class="more" id="more" hidden>${FILTERS.more[language]}</button></div>`,
    ...(left > 0 ? [html`<p class="quiet">${words.CUT[language](left)}</p>`] : []),
  ];
}

/** Every setting with its value and where it comes from; what was changed first. */
export function settingsSection(settings: ReportSettings, language: Language): Html[] {
  const all = [...flat('', settings)];
  const row = ({ key, value, source }: Flat) =>
    html`<tr><td>${key}</td><td>${value}</td><td>${words.SOURCES[source]?.[language] ?? source}</td></tr>`;
  const changed = all.filter(({ source }) => source !== 'default' && source !== '');
  const rest = all.filter((one) => !changed.includes(one));
  return [
    ...(changed.length > 0 ? [table(['setting', 'value', 'source'], changed.map(row), language)] : []),
    html`<details><summary>${words.SOURCES['default']![language]}: ${rest.length}</summary>${table(['setting', 'value', 'source'], rest.map(row), language)}</details>`,
  ];
}

interface Flat {
  readonly key: string;
  readonly value: string;
  readonly source: string;
}

/** Settings are values with a source, at any depth. */
function* flat(key: string, value: unknown): Generator<Flat> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const one = value as Readonly<Record<string, unknown>>;
    if ('value' in one && 'source' in one) {
      yield { key, value: textOf(one['value']), source: String(one['source']) };
      return;
    }
    for (const [name, inner] of Object.entries(one)) yield* flat(key === '' ? name : `${key}.${name}`, inner);
    return;
  }
  if (value !== undefined) yield { key, value: textOf(value), source: '' };
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '-';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
