// One order's after-sales in `trace`: what was asked for, when, and what came of it.

import { formatTime } from '../core/dates.js';
import { alignedRows, paragraph, type Row } from './layout.js';
import type { Language } from './model.js';
import { cleanForTerminal } from './text.js';
import type { TraceAfterSale, TraceModel } from './trace-model.js';
import type { Styles, View } from './view.js';
import { AFTER_SALE_TYPE_NAMES } from './words/after-sales.js';
import * as words from './words/trace-after-sales.js';

/** Nothing where no after-sales export was given. */
export function afterSalesBlock(
  { afterSales }: Pick<TraceModel, 'afterSales'>,
  { language }: View,
  columns: number,
  styles: Styles,
): string[] {
  if (afterSales === null) return [];
  const title = styles.title(words.TITLE[language]);
  if (afterSales.length === 0) return [title, ...paragraph([words.NO_ROWS[language]], columns)];
  const rows = afterSales.map((row): Row => {
    const { appliedAt, type, state, fen } = row;
    return {
      cells: [
        Number.isNaN(appliedAt) ? words.NO_TIME[language] : minute(appliedAt),
        AFTER_SALE_TYPE_NAMES[type][language],
        words.STATES[state][language],
        Number.isNaN(fen) ? words.NO_AMOUNT[language] : words.AMOUNT[language](fen),
      ],
      note: noteOf(row, language),
    };
  });
  return [title, ...alignedRows(rows, columns, 3)];
}

function noteOf(row: TraceAfterSale, language: Language): string {
  const { agreedAt, closedAt, deadlineAt, hasReturnWaybill, later, file } = row;
  const told: [number, (time: string) => string][] = [
    [agreedAt, words.AGREED[language]],
    [closedAt, words.CLOSED[language]],
    [deadlineAt, words.DEADLINE[language]],
  ];
  const notes = told.flatMap(([time, say]) => (Number.isNaN(time) ? [] : [say(minute(time))]));
  if (hasReturnWaybill) notes.push(words.RETURN_WAYBILL[language]);
  if (later !== 'no') notes.push(words.LATER[later][language]);
  notes.push(words.PLACE[language](cleanForTerminal(file), row.row));
  return notes.join(language === 'zh' ? '；' : '; ');
}

function minute(seconds: number): string {
  return formatTime(seconds).slice(0, 16);
}
