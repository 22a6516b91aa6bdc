// The texts of the cells that the annotated copy adds: in characters that GBK has, numbers without thousands signs.

import type { Bucket, DueSource, Stage, Terms } from '../core/aging.js';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../core/annotation.js';
import { formatDate } from '../core/dates.js';
import type { ProblemCode } from '../core/problem.js';
import type { InputSummary, Language } from './model.js';
import { PROBLEM_WORDS } from './words/problems.js';
import { type Reason, reasonWords } from './words/reasons.js';
import {
  bucketName,
  COLLECTION_NAMES,
  type CollectionName,
  dueSourceName,
  kindName,
  PAY_LATER_NAMES,
  type PayLaterName,
  STAGE_NAMES,
} from './words/terms.js';

/** The names of the columns that the copy adds. */
export function annotationHeader(language: Language): string[] {
  return ANNOTATION_COLUMNS.map((column) => column[language]);
}

/** A record's cells by column. */
export type Cells = Partial<Record<AnnotationKey, string>>;

/** A record's cells in the order of the columns; what is not given stays blank. */
export function annotationCells(cells: Readonly<Cells>): string[] {
  return ANNOTATION_COLUMNS.map(({ key }) => cells[key] ?? '');
}

export function stageCell(stage: Stage, language: Language): string {
  return STAGE_NAMES[stage][language];
}

export function bucketCell(bucket: Bucket, language: Language): string {
  return bucketName(bucket)[language];
}

export function collectionCell(collection: CollectionName, language: Language): string {
  return COLLECTION_NAMES[collection][language];
}

export function payLaterCell(answer: PayLaterName, language: Language): string {
  return PAY_LATER_NAMES[answer][language];
}

/** `收货+1天`: where the due date comes from, with the days of the platform's terms. */
export function dueSourceCell(source: DueSource, terms: Terms, language: Language): string {
  return dueSourceName(source, terms)[language];
}

/** A day number as `2026-07-20`; blank for NaN. */
export function dateCell(day: number): string {
  return Number.isNaN(day) ? '' : formatDate(day);
}

/** Whole days; blank for NaN. */
export function daysCell(days: number): string {
  return Number.isNaN(days) ? '' : String(days);
}

/** One sentence, or several with `；` between; the platform says what its bills are called. */
export function reasonCell(
  reasons: readonly Reason[],
  language: Language,
  platform: InputSummary['platform'] = 'pinduoduo',
): string {
  const bill = kindName('bill', platform);
  return reasons.map((reason) => reasonWords(reason, bill)[language]).join(language === 'zh' ? '；' : '; ');
}

/** Why a record was not read: `没读进来：金额读不出「用户实付金额(元)」`. */
export function rejectedCell(code: ProblemCode, column: string, language: Language): string {
  const { label } = PROBLEM_WORDS[code][language];
  if (language === 'zh') return `没读进来：${label}${column === '' ? '' : `「${column}」`}`;
  return `rejected: ${label}${column === '' ? '' : ` "${column}"`}`;
}
