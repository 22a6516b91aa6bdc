// Rows in which an order file sums itself up: recognised, and compared with the records that were read.

import { formatYuanGrouped } from '../core/money.js';
import type { RecordView } from '../io/record-view.js';
import type { OrdersFormat } from '../platforms/types.js';
import { isCredible, readAmount } from './cells.js';
import type { HeaderMatch } from './identify.js';
import type { OrderColumns } from './order-columns.js';
import { readOrderState } from './states.js';

/** Rows that only sum up what stands above them. */
export const TOTAL_ROW = /^(?:#|合计|总计|小计|汇总|共计|total\b|sum\b)/i;

/** A total as it stands in a row, and the sums that it may be of; fen. */
interface Total {
  readonly row: number;
  readonly told: number;
  readonly read: number;
  readonly sums: readonly number[];
}

/** Compares each total with the sums of what stands above it, between it and the one before, and in all of the file. */
export class TotalRows {
  readonly #format: OrdersFormat;
  readonly #names: readonly string[];
  readonly #column: number;
  readonly #totals: Total[] = [];
  #before = { read: 0, rejected: 0 };

  constructor({ names }: HeaderMatch, format: OrdersFormat, { merchant_receives, buyer_paid }: OrderColumns) {
    this.#format = format;
    this.#names = names;
    this.#column = merchant_receives < 0 ? buyer_paid : merchant_receives;
  }

  /** A row that only sums up: no order's state stands anywhere in it, not even off its place. */
  isTotal(cells: readonly string[]): boolean {
    if (!TOTAL_ROW.test(cells.find((cell) => cell !== '') ?? '')) return false;
    return cells.every((cell) => readOrderState(this.#format, cell) === null);
  }

  /**
   * Takes note of a total, the current record. It says nothing where its cells are not below their headers. `read` and
   * `rejected`: so far, fen; who sums up may have counted what could not be read.
   */
  note(view: RecordView, row: number, read: number, rejected: number): void {
    const told = readAmount(view, this.#column);
    const own = read - this.#before.read;
    const sums = [read, read + rejected, own, own + rejected - this.#before.rejected];
    this.#before = { read, rejected };
    if (view.count !== this.#names.length || !Number.isFinite(told) || !isCredible(told)) return;
    this.#totals.push({ row, told, read, sums });
  }

  /** The totals that are none of these sums: row, column, and both figures in yuan, as told first. `read` and `rejected`: of all. */
  differences(read: number, rejected: number): { record: number; column: string; text: string }[] {
    const column = this.#names[this.#column] ?? '';
    return this.#totals.flatMap(({ row, told, read: above, sums }) => {
      if ([read, read + rejected, ...sums].includes(told)) return [];
      const text = `${formatYuanGrouped(told)} / ${formatYuanGrouped(above === 0 ? read : above)}`;
      return { record: row, column, text };
    });
  }
}
