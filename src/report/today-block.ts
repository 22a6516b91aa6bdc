// Today's list: what can still be saved first, one line an order or group, with its deadline.

import { formatYuanGrouped as yuan } from '../core/money.js';
import { isProven } from './bill-lines.js';
import { groupNote } from './cluster-block.js';
import type { FindingModel, FindingsModel } from './findings.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import type { SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/findings.js';

/** Lines of the list, and again so many for what is critical further down, without and with --verbose; a list that nobody reads to its end helps nobody. */
const MOST_ITEMS = 12;
const MOST_ITEMS_VERBOSE = 200;

/** The list, or the sentence that there is nothing on it. */
export function todayBlock(model: SummaryModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const { findings, checks } = model.findings;
  if (findings.length === 0)
    return wrap(words.NOTHING_FOUND[language](checks.ran, checks.couldNot), columns, 2);
  const items = todayItems(findings, isProven(model));
  if (items.length === 0) return wrap(words.NOTHING_TODAY[language](findings.length), columns, 2);
  const most = view.verbose ? MOST_ITEMS_VERBOSE : MOST_ITEMS;
  const isCritical = criticalAmong(findings);
  const shown = cut(items, most, isCritical);
  const listed = new Set(shown);
  const title = isProven(model)
    ? words.TODAY_TITLE[language](items.length, items.length <= most)
    : words.TODAY_WITHOUT_BILL[language](items.length);
  const left = items.filter((item) => !listed.has(item));
  return [
    ...wrap(title, columns, 2).map(styles.title),
    ...alignedRows(
      shown.map((item) => rowOf(item, model.findings, view)),
      columns,
      2,
    ),
    ...moreLines(left.length, left.filter(isCritical).length, view, columns).map(styles.quiet),
  ];
}

/** What is critical, or about an order of which another finding says so. */
function criticalAmong(findings: readonly FindingModel[]): (item: FindingModel) => boolean {
  const isCritical = ({ severity }: FindingModel) => severity === 'critical';
  const alone = findings.filter((one) => isCritical(one) && one.orders.length === 1);
  const orders = new Set(alone.map((one) => one.orders[0]!));
  return (item) => isCritical(item) || (item.orders.length === 1 && orders.has(item.orders[0]!));
}

/**
 * The first of the items, and of those behind them what is critical: much money late must not fall off the list because
 * there is much that can still be saved. Of more critical ones than lines those with most yuan. In their order.
 */
function cut(
  items: readonly FindingModel[],
  most: number,
  isCritical: (item: FindingModel) => boolean,
): FindingModel[] {
  const behind = items.slice(most).filter(isCritical);
  const largest = new Set(behind.toSorted((a, b) => b.exposureFen - a.exposureFen).slice(0, most));
  return [...items.slice(0, most), ...behind.filter((item) => largest.has(item))];
}

function moreLines(more: number, critical: number, { language }: View, columns: number): string[] {
  return more > 0 ? paragraph([words.TODAY_MORE[language](more, critical)], columns) : [];
}

/**
 * The findings that ask for something today, in their order: medium and above, and every parcel that can still be
 * held. Each order once: the first finding about it alone says what to do; one of several orders stands beside that, and
 * a group, once. While nothing is proven, what rests on missing money alone is left out. Goods that are gone have a
 * block of their own.
 */
export function todayItems(findings: readonly FindingModel[], proven: boolean): FindingModel[] {
  const alone = new Set<number>();
  const together = new Set<number>();
  const groups = new Set<number>();
  return findings.filter((finding) => {
    if (!asksToday(finding, proven)) return false;
    const { orders, cluster } = finding;
    if (cluster !== null) return groups.size < groups.add(cluster).size;
    if (orders.length === 0) return true;
    const named = orders.length === 1 ? alone : together;
    if (orders.every((order) => named.has(order))) return false;
    for (const order of orders) named.add(order);
    return true;
  });
}

function asksToday(
  { severity, nextStep, orders, apart, aside, unproven, stage, cluster }: FindingModel,
  proven: boolean,
): boolean {
  const isSlight = severity === 'info' || severity === 'low';
  // A shop may call an order late while it is still watched: what is critical is shown all the same.
  const isWatched = (nextStep === 'wait' || nextStep === 'none') && severity !== 'critical';
  if (apart || aside || isWatched || (isSlight && nextStep !== 'hold')) return false;
  // That proof is missing says which export to fetch, in a block of its own.
  if (orders.length === 0) return severity === 'critical';
  return proven || !unproven || cluster !== null || !(stage === 'overdue' || stage === 'received');
}

function rowOf(item: FindingModel, model: FindingsModel, { language }: View): Row {
  const cluster = item.cluster === null ? undefined : model.clusters[item.cluster];
  return {
    cells: [
      words.STEP_NAMES[item.nextStep][language],
      cluster === undefined
        ? whatOf(item, model, language)
        : words.GROUP[language](cluster.number, item.orders.length),
      item.orders.length === 0 ? '' : yuan(item.exposureFen),
    ],
    note: cluster === undefined ? noteOf(item, language) : groupNote(cluster, language, false),
  };
}

/** What a finding is about: an order's number, of several the one that can still be saved, or the files. */
function whatOf(item: FindingModel, model: FindingsModel, language: View['language']): string {
  if (item.orders.length === 0) return item.title[language];
  return words.ORDERS_FROM[language](model.orderId(item.firstOrder), item.orders.length);
}

/** Its sentence; where several parcels can still be held, until when the first of them. */
function noteOf({ orders, line, nextStep, deadline }: FindingModel, language: View['language']): string {
  const isFirst = orders.length > 1 && nextStep === 'hold' && !Number.isNaN(deadline);
  return isFirst ? words.FIRST_DEADLINE[language](line[language], deadline) : line[language];
}
