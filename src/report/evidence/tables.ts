// The tables of an evidence pack: the order's own cells, its bill rows, its after-sales, each with file and row.

import { stringify } from 'csv-stringify/sync';
import { sheetText } from '../../core/csv-text.js';
import { formatTime } from '../../core/dates.js';
import { formatYuan } from '../../core/money.js';
import { maskText } from '../mask.js';
import type { Language } from '../model.js';
import { AFTER_SALE_TYPE_NAMES } from '../words/after-sales.js';
import * as words from '../words/evidence.js';
import { STATES } from '../words/trace-after-sales.js';
import { BILL_CLASS_NAMES } from '../words/trace-money.js';
import type { EvidenceModel } from './model.js';
import { coveredText, hasIncome } from './ticket.js';

const BOM = '\ufeff';

type Column = keyof typeof words.COLUMNS;

/** Every cell that may be handed over. */
export function orderTable({ cells }: EvidenceModel, language: Language): string {
  return table(
    language,
    words.PAGE.order[language],
    ['file', 'row', 'column', 'text'],
    cells.map(({ file, row, column, text }) => [file, String(row), column, text]),
  );
}

/** Every row of the order in the bills; without one, from which day to which there is none. */
export function billTable(model: EvidenceModel, language: Language): string {
  const rows = model.trace.billRows ?? [];
  return table(
    language,
    [words.PAGE.bill[language], ...proofLines(model, language)].join(language === 'zh' ? '；' : '; '),
    ['time', 'type', 'kind', 'amount', 'file'],
    rows
      .filter(({ later }) => !later)
      .map(({ time, type, kind, fen, file }) => [
        timeCell(time),
        maskText(type),
        BILL_CLASS_NAMES[kind][language],
        formatYuan(fen),
        file,
      ]),
  );
}

/** What the bills prove where they hold no income of the order, and how far they can be relied on. */
export function proofLines(model: EvidenceModel, language: Language): string[] {
  const { trace, control } = model;
  const judged = trace.judged!;
  const covered = coveredText(judged, language);
  if (trace.billRows === null || covered === '') return [words.PAGE.noCover[language]];
  const lines = hasIncome(model) ? [] : [words.PAGE.noIncome[language](covered)];
  if (control !== null && !Number.isNaN(control.rate)) {
    const rate = `${(Math.floor(control.rate * 1000) / 10).toFixed(1)}%`;
    lines.push(words.PAGE.control[language](control.orders, rate));
  }
  return lines;
}

export function afterSalesTable({ trace }: EvidenceModel, language: Language): string {
  const rows = (trace.afterSales ?? []).filter(({ later }) => later !== 'applied');
  const note = trace.afterSales === null ? [words.PAGE.noAfterSales[language]] : [];
  return table(
    language,
    [words.PAGE.afterSales[language], ...note].join(language === 'zh' ? '；' : '; '),
    ['time', 'type', 'state', 'amount', 'agreed', 'closed', 'back', 'file', 'row'],
    rows.map((row) => [
      timeCell(row.appliedAt),
      AFTER_SALE_TYPE_NAMES[row.type][language],
      STATES[row.state][language],
      Number.isNaN(row.fen) ? '' : formatYuan(row.fen),
      timeCell(row.agreedAt),
      timeCell(row.closedAt),
      row.hasReturnWaybill ? words.YES[language] : '',
      row.file,
      String(row.row),
    ]),
  );
}

/** Civil seconds to the minute; blank for NaN. */
export function timeCell(seconds: number): string {
  return Number.isNaN(seconds) ? '' : formatTime(seconds).slice(0, 16);
}

/** UTF-8 with a mark in front, every cell quoted, CRLF, no cell a formula; the generator line and a title come first. */
function table(
  language: Language,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
): string {
  const head = [[`${words.GENERATOR[language]}${language === 'zh' ? '：' : ': '}${title}`]];
  const names = columns.map((column) => words.COLUMNS[column][language]);
  const cells = rows.map((row) => row.map(sheetText));
  return (
    BOM +
    stringify([...head, names, ...cells], { quoted: true, quoted_empty: true, record_delimiter: 'windows' })
  );
}
