// The after-sales of one order at the as-of day, as reconciliation and rules see them.

import {
  AFTER_SALE_FLAG,
  AFTER_SALE_TYPES,
  type AfterSaleType,
  keyText,
  refundsByKind,
} from '../core/after-sales-book.js';
import { AFTER_SALE_STATES, type AfterSaleState } from '../core/status.js';
import type { AfterSalesIndex } from './after-sales-index.js';

/** One after-sale at a moment; times are civil seconds, NaN where blank. */
export interface AfterSaleRow {
  /** Then: what was agreed to or closed later was `open`. */
  readonly state: AfterSaleState;
  readonly type: AfterSaleType;
  /** Money went back by it: it is finished, and 仅退款 or 退货退款. */
  readonly isRefund: boolean;
  /** 退款金额 in fen, on the buyer's part; NaN when blank. */
  readonly fen: number;
  readonly appliedAt: number;
  readonly agreedAt: number;
  readonly closedAt: number;
  readonly deadlineAt: number;
  /** As in `LineTable.product`; -1 where the row names none. */
  readonly product: number;
  /** '' where there is none. */
  readonly returnWaybill: string;
  readonly outboundWaybill: string;
  /** The courier says that the parcel was refused, is on its way back, or came back. */
  readonly returning: boolean;
  /** The reason says 未成年. */
  readonly minor: boolean;
  /** The export does not say how it stands: `state` was taken from its times, without one for open. */
  readonly isStateUnknown: boolean;
  /** Index of the file among the after-sales exports, and the row that Excel shows. */
  readonly file: number;
  readonly record: number;
}

const NONE: readonly AfterSaleRow[] = [];

/** The rows of an order as the exports show them, in order of files and records: one for each 售后编号. */
export function allAfterSalesOf(index: AfterSalesIndex, order: number): readonly AfterSaleRow[] {
  let row = index.first[order]!;
  if (row < 0) return NONE;
  const found: AfterSaleRow[] = [];
  for (; row >= 0; row = index.next[row]!) found.push(rowOf(index, row));
  return found;
}

/**
 * A row as it stood before a moment (civil seconds, exclusive): what was agreed to or closed later was open then; null
 * for what was applied for later.
 */
export function atMoment(row: AfterSaleRow, before: number): AfterSaleRow | null {
  if (row.appliedAt >= before) return null;
  const endedAt = isFinished(row.state) ? row.agreedAt : row.closedAt;
  if (row.state === 'open' || !(endedAt >= before)) return row;
  return { ...row, state: 'open', isRefund: false };
}

/** The rows of an order that exist before a moment (civil seconds, exclusive), as they stood then. */
export function afterSalesOf(index: AfterSalesIndex, order: number, before: number): readonly AfterSaleRow[] {
  return allAfterSalesOf(index, order).flatMap((row) => atMoment(row, before) ?? []);
}

function isFinished(state: AfterSaleState): boolean {
  return state === 'refunded' || state === 'succeeded';
}

function rowOf({ book }: AfterSalesIndex, row: number): AfterSaleRow {
  const { rows, waybills } = book;
  const state = AFTER_SALE_STATES[rows.state[row]!]!;
  const type = AFTER_SALE_TYPES[rows.type[row]!]!;
  const flags = rows.flags[row]!;
  return {
    state,
    type,
    isRefund: refundsByKind(type, state),
    fen: rows.fen[row]!,
    appliedAt: rows.appliedAt[row]!,
    agreedAt: rows.agreedAt[row]!,
    closedAt: rows.closedAt[row]!,
    deadlineAt: rows.deadlineAt[row]!,
    product: rows.product[row]!,
    returnWaybill: keyText(waybills, rows.returnWaybill[row]!),
    outboundWaybill: keyText(waybills, rows.outboundWaybill[row]!),
    returning: (flags & AFTER_SALE_FLAG.returning) !== 0,
    minor: (flags & AFTER_SALE_FLAG.minor) !== 0,
    isStateUnknown: (flags & AFTER_SALE_FLAG.stateUnknown) !== 0,
    file: rows.file[row]!,
    record: rows.record[row]!,
  };
}
