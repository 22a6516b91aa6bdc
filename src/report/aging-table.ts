// A balance by the days that it is past due, as a table with bars; and the cells of orders and yuan that all tables share.

import type { Bucket } from '../core/aging.js';
import { formatYuanGrouped } from '../core/money.js';
import { alignedRows, bar, percent, type Row } from './layout.js';
import type { Share, SummaryModel } from './model.js';
import { wrap } from './text.js';
import type { Styles, View } from './view.js';
import { type Both, grouped } from './words/language.js';
import { NO_START, OBSERVATION } from './words/summary.js';
import { bucketName } from './words/terms.js';

const YUAN = { zh: '元', en: 'yuan' } as const;
const ORDERS = { zh: '单', en: 'orders' } as const;
const LONGEST_BAR = 10;
/** Below this width bars would only push the notes to lines of their own. */
const NARROWEST_WITH_BARS = 72;

/** A label, yuan and orders: the first cells of a row. */
export function shareCells(label: string, share: Share, view: View): string[] {
  const { language } = view;
  return [
    label,
    `${formatYuanGrouped(share.fen)} ${YUAN[language]}`,
    `${grouped(share.orders)} ${language === 'en' && share.orders === 1 ? 'order ' : ORDERS[language]}`,
  ];
}

const NOTES: Readonly<Partial<Record<Bucket, Both>>> = {
  '1-3': OBSERVATION,
  'no-due-date': NO_START,
};

/** Buckets that hold orders, with their part of the whole; nothing without any. */
export function agingTable(
  all: SummaryModel['aging'],
  title: string,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  const { language } = view;
  const whole = all.reduce((sum, { fen }) => sum + fen, 0);
  const buckets = all.filter(({ orders }) => orders > 0);
  if (whole === 0 || buckets.length === 0) return [];
  const largest = Math.max(...buckets.map(({ fen }) => fen));
  const rows = buckets.map(({ bucket, ...share }): Row => {
    const note = NOTES[bucket];
    const cells = shareCells(bucketName(bucket)[language], share, view);
    const signs = columns < NARROWEST_WITH_BARS ? '' : bar(share.fen, largest, LONGEST_BAR);
    const noted = note === undefined ? '' : note[language];
    return {
      cells: [...cells, `${percent(share.fen, whole)}%`],
      note: signs === '' || noted === '' ? signs + noted : `${signs.padEnd(LONGEST_BAR)}  ${noted}`,
    };
  });
  return [...wrap(title, columns, 2).map(styles.title), ...alignedRows(rows, columns, 1)];
}
