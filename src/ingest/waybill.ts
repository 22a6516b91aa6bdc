// The waybill cell of a line as a key; signs for an empty cell are none.

import type { KeyTable } from '../core/key-table.js';
import { isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { readText } from './cells.js';

/** Bytes from which on a cell is no sign for an empty one. */
const SHORTEST_WAYBILL = 8;

/** The number of the current record's waybill cell in the table; -1 where there is none. */
export function waybillKey(view: RecordView, column: number, table: KeyTable): number {
  if (column < 0) return -1;
  view.locate(column);
  const { bytes, from, to } = view;
  if (to - from < SHORTEST_WAYBILL && isEmptyToken(readText(view, column))) return -1;
  return from === to ? -1 : table.intern(bytes, from, to);
}
