// Reads after-sales exports that a test has made, the way the audit does, and shows what stands in the book.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  AFTER_SALE_FLAG,
  AFTER_SALE_TYPES,
  AfterSalesBook,
  keyText,
} from '../../src/core/after-sales-book.js';
import { OrderBook } from '../../src/core/order-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { AFTER_SALE_STATES } from '../../src/core/status.js';
import { realPort } from '../../src/io/port.js';
import { markLatestAfterSales } from '../../src/steps/after-sales-latest.js';
import { openExport } from '../../src/steps/open-exports.js';
import { type AfterSalesFileRead, readAfterSalesFile } from '../../src/steps/read-after-sales.js';
import { formatTime } from './calendar.js';
import { OTHER_HEADERS } from './headers.js';

export interface AfterSalesInput {
  readonly name: string;
  readonly bytes: Uint8Array | string;
}

export interface AfterSalesHeld {
  readonly book: AfterSalesBook;
  readonly orders: OrderBook;
  readonly reads: readonly AfterSalesFileRead[];
  readonly problems: ProblemLog;
}

/** Reads files one after the other into one book, and marks the rows that do not count. */
export async function readAfterSales(
  folder: string,
  inputs: readonly AfterSalesInput[],
  lossy = false,
): Promise<AfterSalesHeld> {
  const port = realPort();
  const book = new AfterSalesBook();
  const orders = new OrderBook();
  const problems = new ProblemLog();
  const reads: AfterSalesFileRead[] = [];
  const spool = () => {
    throw new Error('unused');
  };
  for (const [input, { name, bytes }] of inputs.entries()) {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const file = await openExport({ port, folder, spool }, { path, named: true }, {});
    try {
      reads.push(readAfterSalesFile(port, file, input, book, orders, problems, lossy));
    } finally {
      file.opened.dispose();
    }
  }
  markLatestAfterSales(book, problems);
  return { book, orders, reads, problems };
}

/** Cells by header; a Pinduoduo export with these rows in UTF-8. */
export type SaleCells = Readonly<Record<string, string>>;
export function pinduoduoSales(...rows: SaleCells[]): string {
  const header = OTHER_HEADERS.pinduoduoAfterSales;
  return [header, ...rows.map((cells) => header.map((name) => cells[name] ?? ''))]
    .map((cells) => `${cells.join(',')}\n`)
    .join('');
}

const timeText = (seconds: number) => (Number.isNaN(seconds) ? '-' : formatTime(seconds));

/** Rows that count, as objects of plain values; what is absent or blank is left out. */
export function salesOf({ book }: Pick<AfterSalesHeld, 'book'>): Readonly<Record<string, string | number>>[] {
  const { rows, ids, numbers, waybills } = book;
  const all = Array.from({ length: rows.size }, (_, row) => row);
  const counted = all.filter((row) => (rows.flags[row]! & AFTER_SALE_FLAG.superseded) === 0);
  return counted.map((row) => {
    const flags = rows.flags[row]!;
    const values = {
      number: keyText(numbers, rows.number[row]!),
      order: keyText(ids, rows.order[row]!),
      state: AFTER_SALE_STATES[rows.state[row]!]!,
      type: AFTER_SALE_TYPES[rows.type[row]!]!,
      fen: rows.fen[row]!,
      applied: timeText(rows.appliedAt[row]!),
      agreed: timeText(rows.agreedAt[row]!),
      closed: timeText(rows.closedAt[row]!),
      deadline: timeText(rows.deadlineAt[row]!),
      outbound: keyText(waybills, rows.outboundWaybill[row]!),
      back: keyText(waybills, rows.returnWaybill[row]!),
      returning: (flags & AFTER_SALE_FLAG.returning) === 0 ? '' : 'yes',
      minor: (flags & AFTER_SALE_FLAG.minor) === 0 ? '' : 'yes',
      unknown: (flags & AFTER_SALE_FLAG.stateUnknown) === 0 ? '' : 'yes',
    };
    const told = Object.entries(values).filter(
      ([, value]) => value !== '' && value !== '-' && value !== 'none' && !Number.isNaN(value),
    );
    return Object.fromEntries(told);
  });
}
