// From a cell's bytes to a number: the plain form straight from the bytes, every other one by the whole grammar.

import { parsePlainTime, parseTime } from '../core/dates.js';
import { parseFen, parsePlainFen } from '../core/money.js';
import { BLANK, cleanCell, UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';

/** The fen of a cell; BLANK when it is empty or the column is absent (-1), UNREADABLE when it is no exact amount. */
export function readAmount(view: RecordView, column: number): number {
  if (column < 0) return BLANK;
  view.locate(column);
  if (view.from === view.to) return BLANK;
  const fen = parsePlainFen(view.bytes, view.from, view.to);
  return fen === UNREADABLE ? parseFen(cleanCell(view.text(column))) : fen;
}

/** A billion yuan: more than any order is worth. A longer number is an id or a phone that stands in the wrong column. */
const LARGEST_FEN = 100_000_000_000;

/** False for an unreadable amount and for one that no order can have; a blank is neither. */
export function isCredible(fen: number): boolean {
  return Number.isNaN(fen) || Math.abs(fen) <= LARGEST_FEN;
}

/** The civil seconds of a cell; BLANK and UNREADABLE as for amounts. */
export function readTime(view: RecordView, column: number): number {
  if (column < 0) return BLANK;
  view.locate(column);
  if (view.from === view.to) return BLANK;
  const seconds = parsePlainTime(view.bytes, view.from, view.to);
  return seconds === UNREADABLE ? parseTime(cleanCell(view.text(column))) : seconds;
}

/** A whole number of pieces, 0 or more; BLANK and UNREADABLE as for amounts. */
export function readCount(view: RecordView, column: number): number {
  const hundredths = readAmount(view, column);
  if (!Number.isFinite(hundredths)) return hundredths;
  return hundredths >= 0 && hundredths % 100 === 0 ? hundredths / 100 : UNREADABLE;
}

/** The cell's text without what surrounds its value; '' when the column is absent. */
export function readText(view: RecordView, column: number): string {
  return column < 0 ? '' : cleanCell(view.text(column));
}
