// The rows of after-sales exports as typed columns: what reading fills and reconciliation joins with orders.

import { enlarged, KeyTable } from './key-table.js';
import type { AfterSaleState } from './status.js';

/**
 * What an after-sale asks for. `none`: the row does not say; `other`: a text that is not known. Only `refund-only`
 * (仅退款) and `return` (退货退款) are refunds by their type; 换货, 补寄 and 维修 never are, whatever their state.
 */
export const AFTER_SALE_TYPES = [
  'none',
  'refund-only',
  'return',
  'exchange',
  'resend',
  'repair',
  'other',
] as const;
export type AfterSaleType = (typeof AFTER_SALE_TYPES)[number];

/** Each type's index, as the rows carry it. */
export const AFTER_SALE_TYPE = Object.fromEntries(AFTER_SALE_TYPES.map((name, i) => [name, i])) as Readonly<
  Record<AfterSaleType, number>
>;

/**
 * Whether an after-sale of that kind in that state gave money back: it is finished, and asked for money. 退款成功 says so
 * also where no kind stands; 售后成功 needs a kind that does.
 */
export function refundsByKind(type: AfterSaleType, state: AfterSaleState): boolean {
  if (type === 'refund-only' || type === 'return') return state === 'refunded' || state === 'succeeded';
  return (type === 'none' || type === 'other') && state === 'refunded';
}

/** Bits of `AfterSalesRows.flags`. */
export const AFTER_SALE_FLAG = {
  /** Another row has the same 售后编号 and counts in its place. */
  superseded: 1,
  /** The courier says that the parcel was refused, is on its way back, or came back. */
  returning: 2,
  /** The reason says 未成年: no reminder, no display in a group. */
  minor: 4,
  /** Its state is blank, or a text that is not known: it stops the clock as an open one does, and nobody says that it is one. */
  stateUnknown: 8,
} as const;

/** One after-sales export. */
export interface AfterSalesFile {
  /** Index among the run's inputs. */
  readonly input: number;
  /** Civil seconds of the export as its name says; NaN when it says none. */
  readonly exportedAt: number;
  /** The latest time at which any row applied, was agreed to or closed; NaN without any. */
  latestEvent: number;
  rows: number;
}

/** Rows in order of inputs and records. Amounts are fen, times civil seconds; NaN is a blank cell. */
class AfterSalesRows {
  size = 0;
  #capacity = 1 << 8;
  /** Index into `AfterSalesBook.ids`. */
  order = new Int32Array(this.#capacity);
  /** Index into `AfterSalesBook.numbers`: 售后编号; -1 where the row has none. */
  number = new Int32Array(this.#capacity);
  /** Index into `AfterSalesBook.files`. */
  file = new Uint16Array(this.#capacity);
  /** The row that Excel shows. */
  record = new Uint32Array(this.#capacity);
  /** Index into AFTER_SALE_STATES. */
  state = new Uint8Array(this.#capacity);
  /** Index into AFTER_SALE_TYPES. */
  type = new Uint8Array(this.#capacity);
  flags = new Uint8Array(this.#capacity);
  /** 退款金额, what the buyer gets back: on the buyer's part of the receivable, not on all of it. */
  fen = new Float64Array(this.#capacity);
  appliedAt = new Float64Array(this.#capacity);
  /** 同意退款时间. */
  agreedAt = new Float64Array(this.#capacity);
  /** When it ended, where a column says so. */
  closedAt = new Float64Array(this.#capacity);
  /** 超时时间: by when the shop must answer. */
  deadlineAt = new Float64Array(this.#capacity);
  /** The product's id as `OrderBook.textKey` numbers it, so that it can be compared with a line's; -1 where the row has none. */
  product = new Int32Array(this.#capacity);
  /** Index into `AfterSalesBook.waybills`: one waybill, ASCII in capitals; -1 without one. Of a cell with several the first. */
  returnWaybill = new Int32Array(this.#capacity);
  outboundWaybill = new Int32Array(this.#capacity);

  /** Makes room for one more row and returns its number; all its cells are to be set by the caller. */
  add(): number {
    if (this.size === this.#capacity) this.#grow();
    return this.size++;
  }

  #grow(): void {
    const capacity = Math.ceil(this.#capacity * 1.5);
    this.#capacity = capacity;
    this.order = enlarged(this.order, capacity);
    this.number = enlarged(this.number, capacity);
    this.file = enlarged(this.file, capacity);
    this.record = enlarged(this.record, capacity);
    this.state = enlarged(this.state, capacity);
    this.type = enlarged(this.type, capacity);
    this.flags = enlarged(this.flags, capacity);
    this.fen = enlarged(this.fen, capacity);
    this.appliedAt = enlarged(this.appliedAt, capacity);
    this.agreedAt = enlarged(this.agreedAt, capacity);
    this.closedAt = enlarged(this.closedAt, capacity);
    this.deadlineAt = enlarged(this.deadlineAt, capacity);
    this.product = enlarged(this.product, capacity);
    this.returnWaybill = enlarged(this.returnWaybill, capacity);
    this.outboundWaybill = enlarged(this.outboundWaybill, capacity);
  }
}

/** All after-sales of a run. */
export class AfterSalesBook {
  /** Order numbers that the rows name, cleaned ASCII. */
  readonly ids = new KeyTable();
  /** 售后编号, cleaned ASCII. */
  readonly numbers = new KeyTable();
  readonly waybills = new KeyTable();
  readonly rows = new AfterSalesRows();
  /** Numbers in `ids` of orders with a row that could not be read: how their after-sale stands, stands in that row. */
  readonly doubtful = new Set<number>();
  readonly files: AfterSalesFile[] = [];
}

/** The text of a key of one of the book's tables, all of them ASCII; '' for -1. */
export function keyText(keys: KeyTable, key: number): string {
  return key < 0 ? '' : String.fromCharCode(...keys.bytes(key));
}
