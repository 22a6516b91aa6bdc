// Reads an after-sales export into the book of after-sales: one row a record, and what the file as a whole says.

import type { AfterSalesBook, AfterSalesFile, AfterSaleType } from '../core/after-sales-book.js';
import { Bug } from '../core/bug.js';
import type { OrderBook } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { KIND } from '../core/record-map.js';
import type { AfterSaleState } from '../core/status.js';
import { AfterSalesReader } from '../ingest/after-sales-reader.js';
import type { StateSeen } from '../ingest/order-values.js';
import type { FilePort } from '../io/port.js';
import type { ExportFile } from './open-exports.js';
import { type RowsRead, readRows } from './read-rows.js';

/** What was read in one after-sales export. */
export interface AfterSalesFileRead extends RowsRead {
  /** Its entry in `AfterSalesBook.files`. */
  readonly held: AfterSalesFile;
  /** Texts of its states and kinds in the order of first sight, and what each was taken for. */
  readonly states: readonly StateSeen<AfterSaleState>[];
  readonly types: readonly StateSeen<AfterSaleType>[];
}

/**
 * Reads a whole after-sales export into the book. Products are numbered as those of the orders' book are. Time: one pass
 * over the bytes; memory: 70 bytes a row and the distinct numbers. Throws UserError as `readRows` does.
 */
export function readAfterSalesFile(
  port: FilePort,
  file: ExportFile,
  input: number,
  sales: AfterSalesBook,
  orders: Pick<OrderBook, 'textKey'>,
  problems: ProblemLog,
  lossy: boolean,
): AfterSalesFileRead {
  const before = sales.rows.size;
  const { read, reader } = readRows(port, file, input, problems, lossy, (scanner, about) => {
    const textKey = (text: string) => orders.textKey(text);
    return new AfterSalesReader(scanner, sales, problems, { ...about, textKey });
  });
  const rows = sales.rows.size - before;
  const audited = read.kinds[KIND.audited]!;
  if (rows !== audited || reader.file.rows !== rows) {
    throw new Bug('count', file.opened.name, 0, new Error(`${rows} rows of ${audited} records`));
  }
  return { ...read, held: reader.file, states: reader.states, types: reader.types };
}
