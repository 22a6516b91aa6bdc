// Where the fields of one order export stand, and whether a record that is too short or too long is still in place.

import { MULTI_FIELDS, ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { judgeOrderId } from '../core/order-id.js';
import { UNREADABLE } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import type { OrdersFormat } from '../platforms/types.js';
import { readAmount, readCount, readText, readTime } from './cells.js';
import type { HeaderMatch } from './identify.js';
import { readFlag } from './pay-later.js';
import { readOrderState } from './states.js';

/** All columns of a field that may have several. */
export function columnsOf(match: HeaderMatch, field: OrderField): readonly number[] {
  return match.columns.get(field) ?? [];
}

/** Each field's column, or -1. */
export type OrderColumns = Readonly<Record<OrderField, number>>;

/** The columns of all fields. */
export function orderColumns(match: HeaderMatch): OrderColumns {
  const fields = Object.keys(ORDER_FIELDS) as OrderField[];
  return Object.fromEntries(fields.map((field) => [field, columnsOf(match, field)[0] ?? -1])) as Record<
    OrderField,
    number
  >;
}

/** Amounts of which at least one stands in every record. */
const ALWAYS_FILLED: ReadonlySet<OrderField> = new Set(['buyer_paid', 'merchant_receives', 'goods_total']);

/**
 * Tells whether a record with too few or too many cells still has its cells under the right headers. Every cell with a
 * grammar must hold to it: a cell too few or too many anywhere moves some number, time, state or flag off its place.
 */
export function isInPlace(view: RecordView, match: HeaderMatch, format: OrdersFormat): boolean {
  for (const [field, columns] of match.columns) {
    for (const column of columns) {
      if (ORDER_FIELDS[field] === 'text') continue;
      if (column >= view.count || !fits(view, field, column, format)) return false;
    }
  }
  return true;
}

function fits(view: RecordView, field: OrderField, column: number, format: OrdersFormat): boolean {
  switch (ORDER_FIELDS[field]) {
    case 'id':
      return judgeOrderId(readText(view, column)) === 'ok';
    case 'state':
      return field !== 'status' || readOrderState(format, readText(view, column)) !== null;
    case 'amount': {
      const fen = readAmount(view, column);
      return (
        fen !== UNREADABLE && !(Number.isNaN(fen) && ALWAYS_FILLED.has(field) && !MULTI_FIELDS.has(field))
      );
    }
    case 'count':
      return Number.isFinite(readCount(view, column));
    case 'time':
      return readTime(view, column) !== UNREADABLE;
    case 'flag':
      return readFlag(readText(view, column)) !== null;
    case 'text':
      return true;
  }
}
