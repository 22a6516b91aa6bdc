// Order numbers that a person keeps in a file, one a line or in a column of a table.

import { CsvError, parse } from 'csv-parse/sync';
import { KeyTable } from '../core/key-table.js';
import type { OrderBook } from '../core/order-book.js';
import { judgeOrderId } from '../core/order-id.js';
import type { ProblemLog } from '../core/problem.js';
import { cleanCell, isEmptyToken } from '../core/tokens.js';
import { UserError } from '../core/user-error.js';
import { normalizeHeader } from '../ingest/headers.js';
import { openInput } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import { listText } from './list-text.js';

/** Headers under which order numbers stand; without one of them the first column is taken. */
const HEADERS = new Set(
  ['订单号', '订单编号', '商户订单号', 'order_id', 'order id', 'orderid', 'order'].map(normalizeHeader),
);

/**
 * Reads a list of order numbers. What is no order number is a data problem of `input`; a list without any is an error.
 */
export function readOrderList(port: FilePort, path: string, input: number, problems: ProblemLog): KeyTable {
  const opened = openInput(port, path);
  try {
    const list = collect(rowsOf(listText(port, opened)), input, problems);
    if (list.size === 0) throw new UserError('list-empty', { path: opened.path });
    return list;
  } finally {
    opened.dispose();
  }
}

function rowsOf(text: string): string[][] {
  const options = {
    delimiter: [',', '\t', ';'],
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
  };
  try {
    return parse(text, options);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A quote that is never closed is a typing error of one line: without quotes every line is read.
    return parse(text, { ...options, quote: null });
  }
}

function collect(rows: readonly string[][], input: number, problems: ProblemLog): KeyTable {
  const list = new KeyTable();
  const named = rows[0]?.findIndex((cell) => HEADERS.has(normalizeHeader(cell))) ?? -1;
  rows.forEach((row, i) => {
    const text = cleanCell(row[Math.max(0, named)] ?? '');
    if ((i === 0 && named >= 0) || isEmptyToken(text)) return;
    if (judgeOrderId(text) === 'ok') {
      const id = Buffer.from(text, 'latin1');
      list.intern(id, 0, id.length);
    } else {
      problems.add({ code: 'list-entry-unreadable', input, record: i + 1, text });
    }
  });
  return list;
}

/** Tells how many numbers of the list no order file holds. */
export function tellUnmatched(list: KeyTable, book: OrderBook, input: number, problems: ProblemLog): void {
  let unmatched = 0;
  for (let key = 0; key < list.size; key++) {
    const id = list.bytes(key);
    if (book.ids.find(id, 0, id.length) < 0) unmatched++;
  }
  if (unmatched > 0) problems.add({ code: 'list-unmatched', input, record: 0, count: unmatched });
}
