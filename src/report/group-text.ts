// One group of linked orders on a page of its own: what `trace` shows for the name of a group.

import { formatDate } from '../core/dates.js';
import type { ClusterModel } from './findings.js';
import { groupBlock } from './group-block.js';
import { paragraph } from './layout.js';
import { wrap } from './text.js';
import type { TraceModel } from './trace-model.js';
import { lineWidth, stylesOf, type View } from './view.js';
import { CLUSTER_CAUTION, CLUSTERS_TITLE } from './words/findings.js';
import { AS_OF, LAST_WORD } from './words/summary.js';

export interface TracedGroup extends Pick<TraceModel, 'asOfDay' | 'asOfSource'> {
  readonly group: ClusterModel;
}

/** The text for a terminal, each line at most as wide as asked, ending in a line end. Nothing in it is in clear. */
export function groupText({ group, asOfDay, asOfSource }: TracedGroup, view: View): string {
  const columns = lineWidth(view);
  const styles = stylesOf(view);
  const { language } = view;
  const asOf = Number.isNaN(asOfDay) ? [] : [AS_OF[asOfSource ?? 'data'][language](formatDate(asOfDay))];
  const blocks = [
    [
      ...wrap(CLUSTERS_TITLE[language], columns, 2).map(styles.title),
      ...asOf.flatMap((text) => wrap(text, columns, 2)),
    ],
    groupBlock(group, view, columns, styles),
    [
      ...paragraph([CLUSTER_CAUTION[language]], columns).map(styles.quiet),
      ...wrap(LAST_WORD[language], columns, 2).map(styles.quiet),
    ],
  ];
  return `${blocks.map((block) => block.join('\n')).join('\n\n')}\n`;
}
