// After-sales as tests tell them, filled straight into the book that reconciliation sees.
import {
  AFTER_SALE_FLAG,
  AFTER_SALE_TYPE,
  AfterSalesBook,
  type AfterSaleType,
} from '../../src/core/after-sales-book.js';
import type { KeyTable } from '../../src/core/key-table.js';
import type { OrderBook } from '../../src/core/order-book.js';
import { AFTER_SALE_STATES, type AfterSaleState } from '../../src/core/status.js';
import { parseTime } from './calendar.js';

/** One row; a refund of the type 仅退款 that succeeded, where nothing else is said. Times `YYYY-MM-DD[ HH:MM:SS]`. */
export interface AfterSaleTold {
  readonly id: string;
  readonly state?: AfterSaleState;
  readonly type?: AfterSaleType;
  /** 退款金额; blank without it. */
  readonly yuan?: number;
  readonly applied?: string;
  readonly agreed?: string;
  readonly closed?: string;
  readonly product?: string;
  readonly returnWaybill?: string;
  readonly outboundWaybill?: string;
  readonly returning?: boolean;
  /** Its reason says 未成年. */
  readonly minor?: boolean;
  /** No row: it could not be read. */
  readonly isUnreadable?: boolean;
  /** The export's time as its name says. */
  readonly exported?: string;
}

const seconds = (text: string | undefined) =>
  text === undefined ? Number.NaN : parseTime(text.length === 10 ? `${text} 12:00:00` : text);
const keyOf = (keys: KeyTable, text: string | undefined) =>
  text === undefined ? -1 : keys.intern(Buffer.from(text), 0, text.length);

/** A book of such rows; those of one time of export are one file. */
export function afterSalesBook(orders: OrderBook, told: readonly AfterSaleTold[]): AfterSalesBook {
  const book = new AfterSalesBook();
  const { rows } = book;
  for (const one of told) {
    if (one.isUnreadable === true) {
      book.doubtful.add(keyOf(book.ids, one.id));
      continue;
    }
    const exportedAt = seconds(one.exported);
    let file = book.files.findIndex((known) => Object.is(known.exportedAt, exportedAt));
    if (file < 0) file = book.files.push({ input: 0, exportedAt, latestEvent: Number.NaN, rows: 0 }) - 1;
    const row = rows.add();
    rows.order[row] = keyOf(book.ids, one.id);
    rows.number[row] = -1;
    rows.file[row] = file;
    rows.record[row] = row + 2;
    rows.state[row] = AFTER_SALE_STATES.indexOf(one.state ?? 'refunded');
    rows.type[row] = AFTER_SALE_TYPE[one.type ?? 'refund-only'];
    rows.flags[row] =
      (one.returning === true ? AFTER_SALE_FLAG.returning : 0) |
      (one.minor === true ? AFTER_SALE_FLAG.minor : 0);
    rows.fen[row] = one.yuan === undefined ? Number.NaN : Math.round(one.yuan * 100);
    rows.appliedAt[row] = seconds(one.applied);
    rows.agreedAt[row] = seconds(one.agreed);
    rows.closedAt[row] = seconds(one.closed);
    rows.deadlineAt[row] = Number.NaN;
    rows.product[row] = one.product === undefined ? -1 : orders.textKey(one.product);
    rows.returnWaybill[row] = keyOf(book.waybills, one.returnWaybill);
    rows.outboundWaybill[row] = keyOf(book.waybills, one.outboundWaybill);
  }
  return book;
}
