// Reads order files from their content to the judged portfolio, as the audit does, for tests that need no copy.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Terms } from '../../src/core/aging.js';
import { dayOf, formatDate, parseDate, timeInFileName } from '../../src/core/dates.js';
import { KeyTable } from '../../src/core/key-table.js';
import { OrderBook } from '../../src/core/order-book.js';
import { type Problem, ProblemLog } from '../../src/core/problem.js';
import { realPort } from '../../src/io/port.js';
import type { Judgement } from '../../src/portfolio/judgement.js';
import { buildPortfolio, type Portfolio } from '../../src/portfolio/portfolio.js';
import { openExports, type ReadingWishes } from '../../src/steps/open-exports.js';
import { type OrdersRead, readOrders } from '../../src/steps/read-orders.js';

export interface NamedFile {
  readonly name: string;
  readonly content: string | Uint8Array;
}

export interface AuditOptions extends ReadingWishes {
  /** `YYYY-MM-DD`; else the latest export time in a name, else the latest event. */
  readonly asOf?: string;
  /** Order numbers that are pay-later. */
  readonly list?: readonly string[];
  readonly all?: boolean;
  readonly lossy?: boolean;
}

export interface Audited {
  readonly reads: readonly OrdersRead[];
  readonly book: OrderBook;
  readonly portfolio: Portfolio;
  readonly problems: readonly Problem[];
  /** The day of the audit as `YYYY-MM-DD`, or null. */
  readonly asOf: string | null;
  /** What is known of an order; throws where the files do not hold it. */
  order(id: string): Judgement | null;
}

/** A list of order numbers as the reader wants it. */
export function keysOf(ids: readonly string[]): KeyTable {
  const table = new KeyTable();
  for (const id of ids) table.intern(Buffer.from(id), 0, id.length);
  return table;
}

/** Writes the files into the folder, reads them in the order given and judges them. */
export async function auditFiles(
  folder: string,
  files: readonly NamedFile[],
  options: AuditOptions = {},
): Promise<Audited> {
  for (const { name, content } of files) writeFileSync(join(folder, name), content);
  const port = realPort();
  const place = {
    port,
    folder,
    spool: () => {
      throw new Error('no standard input here');
    },
  };
  const { exports } = await openExports(
    place,
    files.map(({ name }) => name),
    options,
  );
  try {
    const book = new OrderBook();
    const log = new ProblemLog();
    const payLater = { list: options.list ? keysOf(options.list) : null, all: options.all === true };
    const lossy = options.lossy === true;
    const reads = exports.map((file, i) => readOrders(port, file, i, book, log, { payLater, lossy }));
    const inputs = reads.map((read): { exportedAt: number; terms: Terms } => {
      const named = timeInFileName(read.file.opened.name);
      return { exportedAt: Number.isNaN(named) ? read.latestEvent : named, terms: read.format.terms };
    });
    const latest = (times: readonly number[]) => Math.max(...times.filter((time) => !Number.isNaN(time)));
    const named = latest(reads.map(({ file }) => timeInFileName(file.opened.name)));
    const event = latest(reads.map(({ latestEvent }) => latestEvent));
    const seconds = Number.isFinite(named) ? named : event;
    let day = Number.isFinite(seconds) ? dayOf(seconds) : Number.NaN;
    if (options.asOf !== undefined) day = parseDate(options.asOf);
    const portfolio = buildPortfolio(book, inputs, day);
    return {
      reads,
      book,
      portfolio,
      problems: log.kept,
      asOf: Number.isNaN(day) ? null : formatDate(day),
      order(id) {
        const order = book.ids.find(Buffer.from(id), 0, id.length);
        if (order < 0) throw new Error(`no order ${id}`);
        return portfolio.judge(order);
      },
    };
  } finally {
    for (const { opened } of exports) opened.dispose();
  }
}

/** Code, row and column of each problem, in the order in which they were told. */
export function told(audited: Audited): string[] {
  return audited.problems.map(({ code, record, column }) =>
    column === undefined ? `${code} ${record}` : `${code} ${record} ${column}`,
  );
}
