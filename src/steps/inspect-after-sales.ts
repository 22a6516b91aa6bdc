// What `inspect` shows of an after-sales export: its columns, states and kinds, its days and its damage.

import { AfterSalesBook, type AfterSaleType } from '../core/after-sales-book.js';
import { dayOf, formatDate, formatTime } from '../core/dates.js';
import { OrderBook } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { normalizeHeader } from '../ingest/headers.js';
import type { StateSeen } from '../ingest/order-values.js';
import { namedColumns } from '../ingest/record-frame.js';
import type { FilePort } from '../io/port.js';
import type { AfterSalesFormat } from '../platforms/types.js';
import type { InspectModel, StateSummary } from '../report/model.js';
import { markLatestAfterSales } from './after-sales-latest.js';
import type { ExportFile } from './open-exports.js';
import { readAfterSalesFile } from './read-after-sales.js';
import { reportProblems, summariseInput } from './summarise.js';

/** The parts of the model that differ from those of orders; `fields`: what each column is read as, by its position. */
export interface AfterSalesInspected {
  readonly model: Omit<InspectModel, 'columns' | 'exportTime'>;
  readonly fields: ReadonlyMap<number, string>;
  readonly rejected: number;
}

export function inspectAfterSales(
  port: FilePort,
  file: ExportFile,
  problems: ProblemLog,
  lossy: boolean,
): AfterSalesInspected {
  const book = new AfterSalesBook();
  const read = readAfterSalesFile(port, file, 0, book, new OrderBook(), problems, lossy);
  markLatestAfterSales(book, problems);
  const { names, format } = file.match;
  const { columns } = format as AfterSalesFormat;
  const found = Object.entries(namedColumns(names, columns));
  const has = new Set(names.map(normalizeHeader));
  const missing = Object.entries(columns)
    .filter(([, headers]) => !headers.some((header) => has.has(normalizeHeader(header))))
    .map(([field, headers]) => ({ field, header: headers[0] ?? field }));
  const applied = book.rows.appliedAt.subarray(0, book.rows.size).filter((time) => !Number.isNaN(time));
  const first = applied.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
  const { latestEvent } = read.held;
  const model = {
    input: summariseInput(file, read),
    missing,
    states: [],
    afterSaleStates: summaries(read.states),
    afterSaleTypes: summaries(read.types.map(typeSeen)),
    payLater: { columns: [], yes: 0, no: 0, unknown: 0 },
    orders: new Set(book.rows.order.subarray(0, book.rows.size)).size,
    firstEvent: Number.isFinite(first) ? formatDate(dayOf(first)) : null,
    latestEvent: Number.isNaN(latestEvent) ? null : formatTime(latestEvent),
    canShow: [],
    cannotShow: [],
    problems: reportProblems(problems, [file.opened.name]),
  };
  const fields = new Map(found.filter(([, at]) => at >= 0).map(([field, at]) => [at, field]));
  return { model, fields, rejected: read.rejected.length };
}

/** No kind at all is known for what it is, and one that no list has is not. */
function typeSeen(seen: StateSeen<AfterSaleType>): StateSeen<AfterSaleType> {
  return { ...seen, state: seen.state === 'other' ? null : seen.state };
}

function summaries(seen: readonly StateSeen<string>[]): StateSummary[] {
  return seen
    .filter(({ records }) => records > 0)
    .map(({ text, state, records }) => ({ text, state, refunded: false, records }));
}
