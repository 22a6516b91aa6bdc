// The work lists: tables of the orders that have the same next step, to be sorted, filtered and ticked off.

import { stringify } from 'csv-stringify/sync';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../core/annotation.js';
import { sheetText } from '../core/csv-text.js';
import { formatDate, formatTime } from '../core/dates.js';
import type { NextStep } from '../core/finding.js';
import type { Language } from './model.js';
import { REMINDER, STEP_NAMES } from './words/findings.js';
import { LAST_WORD } from './words/summary.js';
import * as words from './words/worklists.js';

/** What somebody can work through, the most urgent first. */
export const WORKLIST_STEPS = [
  'hold',
  'intercept',
  'platform',
  'remind',
  'provision',
  'review',
] as const satisfies readonly NextStep[];
export type WorklistStep = (typeof WORKLIST_STEPS)[number];

/** An order of a list. Times are civil seconds, NaN where there is none. */
export interface WorkRow {
  readonly order: string;
  /** Until when something must be decided; from the data, or the 30-day line. */
  readonly until: number;
  /** Outstanding, fen. */
  readonly fen: number;
  readonly shippedAt: number;
  readonly receivedAt: number;
  readonly waybills: readonly string[];
  /** What the annotated copy says of it, in the order of its columns. */
  readonly cells: readonly string[];
  /** Where its money stands; the row as Excel counts. */
  readonly file: string;
  readonly row: number;
}

/** Late orders that are not listed one by one: a bill would tell of all of them. Fen. */
export interface Waiting {
  readonly orders: number;
  readonly fen: number;
}

/** Columns of the copy that tell what a list is worked by. */
const FROM_COPY: readonly AnnotationKey[] = [
  'severity',
  'stage',
  'outstanding',
  'days_past_due',
  'due_date',
  'collection',
  'cluster',
  'rules',
  'reason',
];

const BOM = '\ufeff';
const DAY_SECONDS = 86_400;

/** Its name, the same in every run of a language. */
export function worklistName(step: WorklistStep, language: Language): string {
  return words.FILE_NAMES[step][language];
}

/**
 * The list as a CSV: UTF-8 with a mark in front, every cell quoted, CRLF, no cell a formula, long numbers as texts with a
 * TAB behind, as the platforms' own exports have them. First the generator line, the count and what to keep in mind, one
 * cell each; then the columns. Rows with the nearest deadline come first, then those with most yuan.
 */
export function worklistTable(
  step: WorklistStep,
  { rows, waiting }: { readonly rows: readonly WorkRow[]; readonly waiting: Waiting },
  asOfDay: number,
  language: Language,
): string {
  const fen = rows.reduce((sum, row) => sum + row.fen, 0);
  const asOf = Number.isNaN(asOfDay) ? '' : formatDate(asOfDay);
  const separator = language === 'zh' ? '：' : ': ';
  const head = [
    words.GENERATOR[language] + separator + STEP_NAMES[step][language],
    words.COUNT[language](asOf, rows.length, fen),
    ...words.CONDITIONS[step][language],
    ...(step === 'review' && waiting.orders > 0 ? [words.WAITING[language](waiting)] : []),
    LAST_WORD[language],
  ];
  const columns = columnsOf(step);
  const table = [...rows]
    .sort(compareRows)
    .map((row) => columns.map(({ cell }) => sheetText(cell(row, language))));
  return (
    BOM +
    stringify([...head.map((line) => [line]), columns.map(({ name }) => name[language]), ...table], {
      quoted: true,
      quoted_empty: true,
      record_delimiter: 'windows',
    })
  );
}

/** True when the beginning of a file is that of a work list, in either language: then a new one may take its place. */
export function isWorklist(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head.subarray(0, 128));
  return Object.values(words.GENERATOR).some((line) => start.startsWith(`"${line}`));
}

interface Column {
  readonly name: Readonly<Record<Language, string>>;
  cell(row: WorkRow, language: Language): string;
}

function columnsOf(step: WorklistStep): Column[] {
  const { order, until, shipped, waybills, received, file, row, text, done } = words.COLUMNS;
  return [
    { name: order, cell: (one) => one.order },
    { name: until, cell: (one) => minuteOf(one.until) },
    ...FROM_COPY.map(fromCopy),
    ...(step === 'remind'
      ? [{ name: text, cell: (one: WorkRow, language: Language) => REMINDER(one.order)[language] }]
      : []),
    { name: shipped, cell: (one) => minuteOf(one.shippedAt) },
    { name: waybills, cell: (one) => one.waybills.join(';') },
    { name: received, cell: (one) => minuteOf(one.receivedAt) },
    { name: file, cell: (one) => one.file },
    { name: row, cell: (one) => String(one.row) },
    { name: done, cell: () => '' },
  ];
}

/** A column of the copy, without the words in front that tell it from the user's own. */
function fromCopy(key: AnnotationKey): Column {
  const place = ANNOTATION_COLUMNS.findIndex((column) => column.key === key);
  const { zh, en } = ANNOTATION_COLUMNS[place]!;
  const name = { zh: zh.replace('核查_', ''), en: en.replace('audit_', '').replaceAll('_', ' ') };
  return { name, cell: ({ cells }) => cells[place] ?? '' };
}

/** `2026-07-21 09:14`; the first and the last second of a day stand for the day as a whole. */
function minuteOf(seconds: number): string {
  if (Number.isNaN(seconds)) return '';
  const isDay = seconds % DAY_SECONDS === 0 || (seconds + 1) % DAY_SECONDS === 0;
  return formatTime(seconds).slice(0, isDay ? 10 : 16);
}

function compareRows(a: WorkRow, b: WorkRow): number {
  const until = ({ until: time }: WorkRow) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
  const [first, second] = [until(a), until(b)];
  if (first !== second) return first - second;
  return b.fen - a.fen || (a.order < b.order ? -1 : a.order > b.order ? 1 : 0);
}
