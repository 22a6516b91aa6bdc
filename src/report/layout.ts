// Aligned rows, bars and wrapped lists for a terminal, measured by what is seen.

import { padEnd, padStart, width, wrap } from './text.js';

/** A row of an aligned block: cells stand in columns; the note behind them goes below where it does not fit. */
export interface Row {
  readonly cells: readonly string[];
  readonly note?: string;
  /** What always stands below. */
  readonly below?: string;
}

const GAP = 2;
const INDENT = 2;

/**
 * Rows with their cells in columns, each line at most `columns` wide: `rightFrom` is the first column that is set
 * flush right. Where even the cells do not fit, a row is wrapped as a sentence.
 */
export function alignedRows(rows: readonly Row[], columns: number, rightFrom: number): string[] {
  const widths: number[] = [];
  for (const { cells } of rows) {
    for (const [i, cell] of cells.entries()) widths[i] = Math.max(widths[i] ?? 0, width(cell));
  }
  const lines: string[] = [];
  for (const { cells, note = '', below = '' } of rows) {
    const padded = cells.map((cell, i) => {
      const room = widths[i] ?? 0;
      return i < rightFrom ? padEnd(cell, room) : padStart(cell, room);
    });
    const line = (' '.repeat(INDENT) + padded.join(' '.repeat(GAP))).trimEnd();
    const whole = note === '' ? line : `${' '.repeat(INDENT)}${padded.join('  ')}  ${note}`;
    if (width(whole) <= columns) lines.push(whole);
    else if (width(line) <= columns) lines.push(line, ...wrap(`    ${note}`, columns, 4));
    else lines.push(...wrap(`  ${[...cells, note].join('  ')}`, columns, 4));
    if (below !== '') lines.push(...wrap(`      ${below}`, columns, 6));
  }
  return lines;
}

/** Sentences under a title, each indented by two. */
export function paragraph(sentences: readonly string[], columns: number): string[] {
  return sentences.flatMap((sentence) => wrap(`  ${sentence}`, columns, 4));
}

/**
 * Texts behind their labels in one column, continued under themselves; a label of '' belongs to the text above. Where
 * no label stands, the texts have all the room. `paint` is for labels.
 */
export function labelledLines(
  facts: readonly (readonly [label: string, text: string])[],
  columns: number,
  paint: (text: string) => string,
): string[] {
  const room = Math.max(0, ...facts.map(([label]) => width(label)));
  const indent = room === 0 ? INDENT : INDENT + room + GAP;
  return facts.flatMap(([label, text]) => {
    const [first = '', ...rest] = wrap(text, columns - indent);
    const blank = ' '.repeat(indent);
    const start = label === '' ? blank : `  ${paint(padEnd(label, room))}  `;
    return [`${start}${first}`, ...rest.map((line) => blank + line)];
  });
}

/** A path behind a label: on the label's line where it fits, else on its own line, never broken. */
export function pathLine(label: string, path: string, columns: number): string[] {
  const line = `${label}  ${path}`;
  return width(line) <= columns ? [line] : [label, `  ${path}`];
}

/** A share of a whole as whole percent, half up; 0 of nothing. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 100) / whole + 0.5);
}

/** A share as a bar of at most `most` signs; what is not nothing gets one. */
export function bar(part: number, whole: number, most: number): string {
  if (part <= 0 || whole <= 0) return '';
  return '#'.repeat(Math.max(1, Math.round((part / whole) * most)));
}
