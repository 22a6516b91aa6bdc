// By product, in the summary: for which products pay-later goes clearly worse, and under --verbose the table.

import type { ProductRow } from '../portfolio/product-table.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import type { SummaryModel } from './model.js';
import { cleanForTerminal, cut, wrap } from './text.js';
import type { Styles, View } from './view.js';
import * as words from './words/products.js';

/** Sentences without --verbose, rows of the table with it, and columns of a name. */
const [MOST_LINES, MOST_ROWS, WIDEST_NAME] = [5, 20, 20];

/** Nothing where no product stands out, but for --verbose. */
export function productBlock(
  { products, findings }: SummaryModel,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  const { language, verbose } = view;
  const told = findings.findings.filter(({ subject }) => subject !== '');
  const rows = verbose === true ? products.slice(0, MOST_ROWS) : [];
  if (told.length === 0 && rows.length === 0) return [];
  const lines = told.slice(0, MOST_LINES).map(({ line }) => cleanForTerminal(line[language]));
  const more = products.length - rows.length;
  return [
    ...wrap(words.TITLE[language], columns, 2).map(styles.title),
    ...paragraph(lines, columns),
    ...(rows.length === 0 ? [] : table(rows, view, columns)),
    ...(rows.length > 0 && more > 0
      ? paragraph([words.MORE[language](more)], columns).map(styles.quiet)
      : []),
  ];
}

function table(rows: readonly ProductRow[], { language, ascii }: View, columns: number): string[] {
  const all: Row[] = [
    { cells: words.COLUMNS[language] },
    ...rows.map((row) => ({
      cells: [
        cut(cleanForTerminal(row.title === '' ? row.id : row.title), WIDEST_NAME, ascii),
        words.ORDERS[language](row.payLater.of),
        `${words.OF(row.payLater)} : ${words.OF(row.ordinary)}`,
        words.OF(row.late),
        words.OF(row.out),
      ],
    })),
  ];
  return alignedRows(all, columns, 1);
}
