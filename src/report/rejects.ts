// The table of rejected records: where each one stands, why it was not read, and what it holds, masked unless asked.

import { stringify } from 'csv-stringify/sync';
import { guardFormula } from '../core/csv-text.js';
import type { ProblemCode } from '../core/problem.js';
import { maskCell, maskRecordCell } from './mask.js';
import type { Language } from './model.js';
import type { Both } from './words/language.js';
import { PROBLEM_WORDS } from './words/problems.js';

export interface RejectRow {
  /** Name of the file. */
  readonly input: string;
  /** Row as Excel counts. */
  readonly row: number;
  readonly code: ProblemCode;
  /** Header of the column that says so; '' where it is the record as a whole. */
  readonly column: string;
  /** That column's cell, in clear; '' without one. */
  readonly text: string;
  /** All cells of the record, in clear. */
  readonly cells: readonly string[];
}

const HEADER: Both<readonly string[]> = {
  zh: ['文件', '行', '代码', '原因', '列', '内容', '整行'],
  en: ['input', 'row', 'code', 'reason', 'column', 'text', 'record'],
};

const BOM = '\ufeff';

/** Longest text of a cell: what Excel takes. */
const MOST_CHARACTERS = 32_767;

/**
 * A CSV for people and scripts: UTF-8 with a mark in front, every cell quoted, CRLF, no cell a formula. The record's
 * cells stand in one cell with ` | ` between. With `reveal` nothing is masked.
 */
export function rejectsTable(rows: readonly RejectRow[], language: Language, reveal: boolean): string {
  const table = rows.map((row) => {
    const text = reveal ? row.text : maskCell(row.code, row.text);
    const record = row.cells.map((cell) => (reveal ? cell : maskRecordCell(cell))).join(' | ');
    const { label } = PROBLEM_WORDS[row.code][language];
    return [row.input, String(row.row), row.code, label, row.column, text, record].map((cell) =>
      guardFormula(cell).slice(0, MOST_CHARACTERS),
    );
  });
  return (
    BOM +
    stringify([[...HEADER[language]], ...table], {
      quoted: true,
      quoted_empty: true,
      record_delimiter: 'windows',
    })
  );
}

/** True when the beginning of a file is that of such a table, in either language: then a new one may take its place. */
export function isRejectsTable(head: Uint8Array): boolean {
  const start = new TextDecoder().decode(head.subarray(0, 256));
  return Object.values(HEADER).some((names) => start.startsWith(names.map((name) => `"${name}"`).join(',')));
}
