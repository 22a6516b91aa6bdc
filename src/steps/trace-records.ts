// Where an order's records stand, what the platform wrote of its state there, and what that was taken for.

import type { OrderField } from '../core/fields.js';
import { LINE, type LineTable } from '../core/order-book.js';
import { KIND } from '../core/record-map.js';
import { AFTER_SALE_STATES, PHASES } from '../core/status.js';
import { cleanCell } from '../core/tokens.js';
import { readAfterSaleState, readOrderState } from '../ingest/states.js';
import { checkUnchanged, readInputAt } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import { MAX_RECORD_BYTES, type RecordScanner } from '../io/scanner.js';
import { scanBytes } from '../io/table.js';
import { DAY_SECONDS } from '../portfolio/order-sums.js';
import { maskCell } from '../report/mask.js';
import type { TraceRecord } from '../report/trace-model.js';
import type { Examined } from './examined.js';
import { excelRow, type OrdersRead } from './read-orders.js';

/** The records of an order in all files. Time: linear in the records of all files; only the order's own are read again. */
export function traceRecords(
  port: FilePort,
  { reads, book, portfolio }: Examined,
  order: number,
  moneyLine: number,
): TraceRecord[] {
  const held = linesOf(portfolio.chains, order);
  const end = (portfolio.settings.asOfDay + 1) * DAY_SECONDS;
  return reads.flatMap((read) => {
    const found = [...recordsOf(port, read, order)];
    checkUnchanged(port, read.file.opened);
    return found.map(({ row, scanner }): TraceRecord => {
      const { lines } = book;
      const line = held.find((one) => lines.input[one] === read.input && lines.record[one] === row);
      const text = scanner.next() ? (field: OrderField) => cellOf(scanner, read, field) : () => '';
      const place = { file: read.file.opened.name, row };
      const shown = {
        stateText: maskCell('state-unknown', text('status')),
        afterSaleText: maskCell('state-unknown', text('after_sale_status')),
      };
      if (line === undefined) return { ...place, ...shown, ...takenFor(read, text) };
      return { ...place, ...shown, ...heldRecord(lines, line, moneyLine, end) };
    });
  });
}

type Taken = Omit<TraceRecord, 'file' | 'row' | 'stateText' | 'afterSaleText'>;

function heldRecord(lines: LineTable, line: number, moneyLine: number, end: number): Taken {
  const flags = lines.flags[line]!;
  const isCopy = (flags & LINE.superseded) !== 0;
  const part = line === moneyLine ? 'money' : lines.orderedAt[line]! >= end ? 'later' : 'line';
  return {
    part: isCopy ? 'superseded' : part,
    phase: PHASES[lines.phase[line]!]!,
    afterSale: AFTER_SALE_STATES[lines.afterSale[line]!]!,
    refunded: (flags & LINE.refunded) !== 0,
    inferred: (flags & (LINE.stateInferred | LINE.stateUnreadable)) !== 0,
  };
}

/** What a record of an ordinary order says: it was looked at and not kept. */
function takenFor({ format }: OrdersRead, text: (field: OrderField) => string): Taken {
  const state = readOrderState(format, text('status'));
  return {
    part: 'not-held',
    phase: state?.phase ?? null,
    afterSale: readAfterSaleState(format, text('after_sale_status')) ?? 'none',
    refunded: state?.refunded === true,
    inferred: false,
  };
}

function linesOf({ first, next }: Examined['portfolio']['chains'], order: number): number[] {
  const lines: number[] = [];
  for (let line = first[order]!; line >= 0; line = next[line]!) lines.push(line);
  return lines;
}

/** A record's cell of a field; '' where it has none. */
export function cellOf(scanner: RecordScanner, { file }: OrdersRead, field: OrderField): string {
  const column = file.match.columns.get(field)?.[0];
  return column === undefined || column >= scanner.count ? '' : cleanCell(scanner.text(column));
}

/** Reads an order's records of one file again, each by its place among the others. */
export function* recordsOf(
  port: FilePort,
  { file, records }: OrdersRead,
  order: number,
): Generator<{ row: number; scanner: RecordScanner }> {
  let position = file.dialect.bomBytes;
  for (let index = 0; index < records.size; index++) {
    const length = records.length(index);
    if (records.kind(index) === KIND.audited && records.order(index) === order) {
      const bytes = readInputAt(port, file.opened, Math.min(length, MAX_RECORD_BYTES), position);
      const scanner = scanBytes(bytes, file.dialect);
      yield { row: excelRow(file, index), scanner };
    }
    position += length;
  }
}
