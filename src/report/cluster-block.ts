// Groups of linked orders and the keys that too many share, with the sentence that nobody may leave out.

import { formatYuanGrouped as yuan } from '../core/money.js';
import type { ClusterModel } from './findings.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import type { SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/findings.js';

const MOST_CLUSTERS = 5;
const MOST_HUBS = 3;
const MOST_VERBOSE = 200;

/** Groups with something open, the first ones; nothing where there is none. */
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
  const hubLines = hubs
    .slice(0, mostHubs)
    .map((hub) =>
      words.HUBS[language](hub.kind, hub.shown, hub.buyers, hub.orders.length, hub.outstandingFen),
    );
  return [
    ...wrap(words.CLUSTERS_TITLE[language], columns, 2).map(styles.title),
    ...alignedRows(
      clusters.slice(0, most).map((cluster) => rowOf(cluster, view)),
      columns,
      2,
    ),
    ...paragraph(hubLines, columns),
    ...(more > 0 ? paragraph([words.MORE_GROUPS[language](more)], columns).map(styles.quiet) : []),
    ...(clusters.length > 0 ? paragraph([words.CLUSTER_CAUTION[language]], columns).map(styles.quiet) : []),
  ];
}

function rowOf(cluster: ClusterModel, { language }: View): Row {
  const { number, orders, buyers, outstandingFen } = cluster;
  return {
    cells: [`G${number}`, words.CLUSTER_SIZE[language](orders.length, buyers), yuan(outstandingFen)],
    note: groupNote(cluster, language, true),
  };
}

/** What links a group most, with the key itself (masked) where there is room for it, and how close its orders are. */
export function groupNote(
  { links, spanSeconds }: ClusterModel,
  language: View['language'],
  withKey: boolean,
): string {
  const [link] = links;
  const name = link === undefined ? '' : words.KEY_NAMES[link.kind][language];
  const key = withKey && link !== undefined ? `${name} ${link.shown}` : name;
  const span = Number.isNaN(spanSeconds) ? '' : words.spanText(spanSeconds)[language];
  return [key, span].filter((text) => text !== '').join(language === 'zh' ? '，' : ', ');
}
