// What the shop's lists did, in the summary: orders that it has marked itself, and under --verbose who is on which list.

import { paragraph } from './layout.js';
import type { SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/lists.js';

/** One line for each finding that is shown apart from the others. */
export function asideBlock({ findings }: SummaryModel, { language }: View, columns: number): string[] {
  return findings.findings
    .filter(({ aside }) => aside)
    .flatMap(({ line }) => wrap(words.ASIDE[language](line[language]), columns, 2));
}

/** Every list with its orders; nothing without lists, and nothing without --verbose. */
export function listsBlock(
  { lists = [] }: SummaryModel,
  { language, verbose }: View,
  columns: number,
  styles: Styles,
): string[] {
  if (lists.length === 0 || verbose !== true) return [];
  const lines = lists.map(({ name, entries, orders, fen }) =>
    words.LIST_LINE[language](name, entries, orders, fen),
  );
  return [...wrap(words.LISTS_TITLE[language], columns, 2).map(styles.title), ...paragraph(lines, columns)];
}
