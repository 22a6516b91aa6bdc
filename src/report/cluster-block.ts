// Groups of linked orders and the keys that too many share, with the sentence that nobody may leave out.

import { MOST_ACCIDENTS } from '../core/link-limits.js';
import { formatYuanGrouped as yuan } from '../core/money.js';
import type { ClusterModel, FindingsModel } from './findings.js';
import { groupBlock, linkText } from './group-block.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import type { SummaryModel } from './model.js';
import { cleanForTerminal, wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/findings.js';
import { ACCIDENTS, MORE_LINKS, NOT_COMPARED, NOT_IN_STEP } from './words/groups.js';

const MOST_CLUSTERS = 5;
const MOST_HUBS = 3;
const MOST_LINKS = 3;
const MOST_VERBOSE = 200;

/** Groups with something open, the first ones; nothing where there is none. In full when the view asks for it. */
export function clusterBlock(
  { findings }: SummaryModel,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  const { language } = view;
  const clusters = findings.clusters.filter(({ severity }) => severity !== 'info');
  const hubs = findings.hubs.filter(({ outstandingFen }) => outstandingFen > 0);
  if (clusters.length + hubs.length === 0) return [];
  const most = view.verbose ? MOST_VERBOSE : MOST_CLUSTERS;
  const mostHubs = view.verbose ? MOST_VERBOSE : MOST_HUBS;
  const more = Math.max(0, clusters.length - most) + Math.max(0, hubs.length - mostHubs);
  const shown = clusters.slice(0, most);
  const groups = view.verbose
    ? shown.flatMap((cluster) => groupBlock(cluster, view, columns, styles))
    : alignedRows(
        shown.map((cluster) => rowOf(cluster, view)),
        columns,
        2,
      );
  return [
    ...wrap(words.CLUSTERS_TITLE[language], columns, 2).map(styles.title),
    ...groups,
    ...paragraph(
      hubs.slice(0, mostHubs).map((hub) => words.HUBS[language](hub)),
      columns,
    ),
    ...paragraph(accidentLines(findings, view), columns).map(styles.quiet),
    ...(more > 0 ? paragraph([words.MORE_GROUPS[language](more)], columns).map(styles.quiet) : []),
    ...(clusters.length > 0 ? paragraph([words.CLUSTER_CAUTION[language]], columns).map(styles.quiet) : []),
  ];
}

/** One key of all of its people and orders says it all. */
function isOneKey({ links, orders, buyers }: ClusterModel): boolean {
  const [link] = links;
  return links.length === 1 && link?.buyers === buyers && link.orders.length === orders.length;
}

function linkLine({ links }: ClusterModel, language: View['language']): string {
  const shown = links.slice(0, MOST_LINKS).map((link) => linkText(link, language));
  const more = links.length - shown.length;
  const all = more > 0 ? [...shown, MORE_LINKS[language](more)] : shown;
  return all.join(language === 'zh' ? '；' : '; ');
}

/** The row of a group, and below it its links in words where one key does not say it all. */
function rowOf(cluster: ClusterModel, { language }: View): Row {
  const { number, orders, buyers, outstandingFen } = cluster;
  const cells = [`G${number}`, words.CLUSTER_SIZE[language](orders.length, buyers), yuan(outstandingFen)];
  return isOneKey(cluster)
    ? { cells, note: groupNote(cluster, language, true) }
    : { cells, note: spanNote(cluster, language), below: linkLine(cluster, language) };
}

/** What links a group most, with the key itself (masked) where there is room for it, and how close its orders are. */
export function groupNote(cluster: ClusterModel, language: View['language'], withKey: boolean): string {
  const [link] = cluster.links;
  const name = link === undefined ? '' : words.KEY_NAMES[link.kind][language];
  const key = withKey && link !== undefined ? `${name} ${cleanForTerminal(link.shown)}`.trimEnd() : name;
  const span = spanNote(cluster, language);
  return [key, span].filter((text) => text !== '').join(language === 'zh' ? '，' : ', ');
}

function spanNote({ spanSeconds }: ClusterModel, language: View['language']): string {
  return Number.isNaN(spanSeconds) ? '' : words.spanText(spanSeconds)[language];
}

/** Rooms that were not compared; and the collision budget, where what is visible of masked recipients links or would have. */
function accidentLines({ clusters, linkage }: FindingsModel, { language, verbose }: View): string[] {
  const { maskedAccidents, roomsNotCompared, lockstepSkipped, refused } = linkage;
  const { crowdedWindows, busyBuyers } = lockstepSkipped;
  const lines = roomsNotCompared > 0 ? [NOT_COMPARED[language](roomsNotCompared)] : [];
  // Every live stream is one: nothing for a summary.
  if (verbose && crowdedWindows + busyBuyers > 0)
    lines.push(NOT_IN_STEP[language](crowdedWindows, busyBuyers));
  const isAsked =
    refused.some(({ kind, reason }) => kind === 'masked' && reason === 'chance') ||
    clusters.some(({ links }) => links.some(({ kind }) => kind === 'masked'));
  if (Number.isNaN(maskedAccidents) || !isAsked) return lines;
  return [...lines, ACCIDENTS[language](maskedAccidents, MOST_ACCIDENTS)];
}
