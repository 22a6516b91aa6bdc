// The two tables of `inspect`: columns and states, with borders, every cell wrapped by us before the table is drawn.

import Table from 'cli-table3';
import { AFTER_SALE_FIELD_NAMES, FIELD_NAMES } from '../core/field-names.js';
import type { ProblemCode } from '../core/problem.js';
import { paragraph } from './layout.js';
import { maskCell } from './mask.js';
import type { ColumnSummary, InspectModel, StateSummary } from './model.js';
import { cleanForTerminal, cut, padStart, width, wrap } from './text.js';
import type { Styles, View } from './view.js';
import { AFTER_SALE_TYPE_NAMES } from './words/after-sales.js';
import * as words from './words/inspect.js';
import { type Both, grouped, listed } from './words/language.js';
import { AFTER_SALE_NAMES, PHASE_NAMES } from './words/terms.js';

const NONE = '';
const ASCII_BORDERS = {
  top: '-',
  'top-mid': '+',
  'top-left': '+',
  'top-right': '+',
  bottom: '-',
  'bottom-mid': '+',
  'bottom-left': '+',
  'bottom-right': '+',
  left: '|',
  'left-mid': '+',
  mid: '-',
  'mid-mid': '+',
  right: '|',
  'right-mid': '+',
  middle: '|',
};
/** No lines between rows: a header of eighty columns has to stay readable. */
const NO_ROW_LINES = { mid: NONE, 'left-mid': NONE, 'mid-mid': NONE, 'right-mid': NONE };
/** A border and a blank on each side of a cell. */
const FRAME = 3;
const MOST_STATES = 20;
/** Rows of the columns' table, and headers of a list. */
const MOST_ROWS = 100;
const MOST_LISTED = 60;
/** Columns that are shown of one header at most. */
const WIDEST_HEADER = 40;

/** A table at most `columns` wide; the column `flexible` gives way, the others keep their width. */
function drawn(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  flexible: number,
  view: View,
  columns: number,
): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i] ?? ''))));
  const others = widths.reduce((sum, own, i) => (i === flexible ? sum : sum + own), 0);
  const room = Math.max(4, columns - others - FRAME * head.length - 1);
  widths[flexible] = Math.min(widths[flexible] ?? 0, room);
  const borders = view.ascii ? ASCII_BORDERS : {};
  const table = new Table({
    colWidths: widths.map((own) => own + 2),
    style: { head: [], border: [], compact: false },
    chars: { ...borders, ...NO_ROW_LINES },
  });
  const wrapped = (row: readonly string[]) => row.map((cell, i) => wrap(cell, widths[i] ?? 4).join('\n'));
  table.push(wrapped(head), ...rows.map(wrapped));
  const lines = table.toString().split('\n');
  const headLines = Math.max(...head.map((cell, i) => wrap(cell, widths[i] ?? 4).length));
  // One line below the head; between the rows there are none.
  lines.splice(1 + headLines, 0, (lines[0] ?? '').replace('┌', '├').replaceAll('┬', '┼').replace('┐', '┤'));
  return lines.map((line) => cut(line, columns, view.ascii));
}

/** `A`, `Z`, `AA`: a column as Excel names it, from 1. */
export function columnLetters(position: number): string {
  let letters = '';
  for (let rest = position; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

const ALL_FIELD_NAMES: Readonly<Record<string, Both>> = { ...AFTER_SALE_FIELD_NAMES, ...FIELD_NAMES };

/** Columns that are read or stand twice as a table, the others as lists below it; those without a header are counted. */
export function columnTable(model: InspectModel, view: View, columns: number, styles: Styles): string[] {
  const { language } = view;
  const isOrders = model.input.kind === 'orders';
  const count = (use: ColumnSummary['use']) => model.columns.filter((column) => column.use === use).length;
  const counts = {
    read: count('read'),
    known: count('known'),
    unknown: count('unknown'),
    duplicate: count('duplicate'),
    blank: count('blank'),
  };
  const name = (header: string) => cut(cleanForTerminal(header), WIDEST_HEADER, view.ascii);
  const rows = model.columns
    .filter(({ use }) => use === 'read' || use === 'duplicate')
    .slice(0, MOST_ROWS)
    .map(({ position, header, field, use }) => {
      const known = ALL_FIELD_NAMES[field ?? '']?.[language] ?? field ?? '';
      const meaning = use === 'read' ? known : words.DUPLICATE[language];
      return [columnLetters(position), name(header), meaning, use === 'read' ? (field ?? '') : ''];
    })
    // Only a column of orders can be named by --map.
    .map((row) => (isOrders ? row : row.slice(0, 3)));
  const head = words.COLUMN_HEAD[language].slice(0, isOrders ? 4 : 3);
  const list = (use: ColumnSummary['use'], label: string) => {
    const headers = model.columns.filter((column) => column.use === use).map(({ header }) => header);
    const more = headers.length - MOST_LISTED;
    const shown = listed(headers.slice(0, MOST_LISTED).map(name), language);
    const all = more > 0 ? shown + words.MORE_COLUMNS[language](more) : shown;
    return headers.length === 0 ? [] : paragraph([label + all], columns);
  };
  return [
    ...wrap(words.COLUMNS_TITLE[language](counts), columns, 2).map(styles.title),
    ...(rows.length > 0 ? drawn(head, rows, 1, view, columns) : []),
    ...list('unknown', words.UNKNOWN_COLUMNS[language]).map(styles.warn),
    ...list('known', words.KNOWN_COLUMNS[language]),
  ];
}

interface StateTable {
  readonly title: Both;
  readonly names: Readonly<Record<string, Both>>;
  readonly unknown: Both;
  /** By what rule a text is masked: a known state may carry a remark, and a remark a name. */
  readonly mask: ProblemCode;
}

/** States of orders and of their after-sales; then those of an after-sales export's own rows, and their kinds. */
const STATE_TABLES = {
  order: {
    title: words.STATES_TITLE,
    names: PHASE_NAMES,
    unknown: words.STATE_UNKNOWN,
    mask: 'state-unknown',
  },
  'after-sale': {
    title: words.AFTER_SALES_TITLE,
    names: AFTER_SALE_NAMES,
    unknown: words.AFTER_SALE_UNKNOWN,
    mask: 'after-sale-state-unknown',
  },
  'after-sale-row': {
    title: words.AFTER_SALES_TITLE,
    names: AFTER_SALE_NAMES,
    unknown: words.AFTER_SALE_ROW_UNKNOWN,
    mask: 'after-sale-state-unknown',
  },
  'after-sale-type': {
    title: words.AFTER_SALE_TYPES_TITLE,
    names: AFTER_SALE_TYPE_NAMES,
    unknown: words.AFTER_SALE_TYPE_UNKNOWN,
    mask: 'after-sale-type-unknown',
  },
} as const satisfies Record<string, StateTable>;

/** What states stand in the file, on how many rows, and what each was taken for; the most frequent first. */
export function stateTable(
  states: readonly StateSummary[],
  kind: keyof typeof STATE_TABLES,
  view: View,
  columns: number,
  styles: Styles,
): string[] {
  if (states.length === 0) return [];
  const { language } = view;
  const { title, names, unknown, mask }: StateTable = STATE_TABLES[kind];
  const sorted = [...states].sort((a, b) => b.records - a.records || (a.text < b.text ? -1 : 1));
  const figures = Math.max(...sorted.map(({ records }) => grouped(records).length));
  const rows = sorted.slice(0, MOST_STATES).map(({ text, state, refunded, records }) => {
    const shown = maskCell(mask, text);
    const meaning = state === null ? unknown[language] : (names[state]?.[language] ?? state);
    return [
      text === '' ? words.EMPTY_STATE[language] : cleanForTerminal(shown),
      padStart(grouped(records), figures),
      meaning + (refunded ? words.REFUNDED[language] : ''),
    ];
  });
  const more = states.length - MOST_STATES;
  return [
    styles.title(title[language]),
    ...drawn(words.STATE_HEAD[language], rows, 2, view, columns),
    ...(more > 0 ? [`  ${words.MORE_STATES[language](more)}`] : []),
  ];
}
