// What the head of the summary says of the after-sales: how many, how they stand, and how many name orders that are not there.

import type { SummaryModel } from './model.js';
import { width, wrap } from './text.js';
import type { View } from './view.js';
import { AFTER_SALES_READ, AFTER_SALES_UNMATCHED } from './words/after-sales.js';

/** One line, two where it is too long for one; none without after-sales. */
export function afterSalesHeadLines(
  { afterSales }: SummaryModel,
  { language }: View,
  columns: number,
): string[] {
  if (afterSales === null) return [];
  const absent = afterSales.orders - afterSales.matchedOrders;
  const parts = [AFTER_SALES_READ[language](afterSales)];
  if (absent > 0) parts.push(AFTER_SALES_UNMATCHED[language](absent));
  const line = parts.join(language === 'zh' ? '；' : '; ');
  return width(line) <= columns ? [line] : parts.flatMap((part) => wrap(part, columns, 2));
}
