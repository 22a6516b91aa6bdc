// The rows of bills and settlements as typed columns: what reading fills and reconciliation joins with orders.

import { enlarged, KeyTable } from './key-table.js';

/**
 * What a bill row is to the audit. Trade income and refund are split into the buyer's part and the platform's part
 * where the bill tells them apart; `other` rows are counted and enter nothing. `payout` is income as an account flow
 * shows it, net of fees: it proves that an order was collected. `payout-extra` adds to one and proves nothing alone.
 */
export const BILL_CLASSES = [
  'income-buyer',
  'income-platform',
  'refund-buyer',
  'refund-platform',
  'fee',
  'compensation',
  'service',
  'transfer',
  'advance-in',
  'advance-out',
  'payout',
  'payout-extra',
  'other',
] as const;
export type BillClass = (typeof BILL_CLASSES)[number];

/** Each class's index, as the rows carry it. */
export const BILL_KIND = Object.fromEntries(BILL_CLASSES.map((name, kind) => [name, kind])) as Readonly<
  Record<BillClass, number>
>;

/** Types beyond this many share one name: a column of free text must not become a table of types. */
const MOST_TYPES = 1000;
const FURTHER_TYPES = '…';

/** A type of row as the bill writes it, for the table by type. */
export interface BillType {
  /** The code before `|`, else the bill's own word. */
  readonly name: string;
  rows: number;
  inFen: number;
  /** 0 or less. */
  outFen: number;
}

/**
 * One bill: the period it covers and what was read of it. Bills that were joined into one file are one entry each.
 * `rows` and `fen` hold all of its rows: those of orders that count + unlinkedRows + repeatedRows.
 */
export interface BillFile {
  /** Index among the run's inputs. */
  readonly input: number;
  /**
   * `account`: the flow of an account. Only its pay-outs say which days it holds: an export of refunds, or one that was
   * filtered by type, covers no day of income.
   */
  readonly book: 'bill' | 'account';
  /** Civil seconds, both included; NaN where the file states none and has no dated row. */
  from: number;
  to: number;
  /** True when the period stands in the file, false when it is taken from its rows: first to last row's day, whole. */
  stated: boolean;
  /** mall id / 商家ID, '' when unknown. */
  shopId: string;
  /** Rows that were read; a settlement's record is one row for each class that it holds money of. */
  rows: number;
  fen: number;
  /** Rows that count and have no order number, and their yuan (in plus out). */
  unlinkedRows: number;
  unlinkedFen: number;
  /** Rows of either sort that another bill holds as well and that count there; 0 until repeated rows are looked for. */
  repeatedRows: number;
  repeatedFen: number;
  /** Whether the bill's own totals are those of its rows; null where it states none. */
  footerAgrees: boolean | null;
  /**
   * The parts of the period in which every row is known to be there, civil seconds, both included; none: no day of it is.
   * All of the period, but for a bill that was cut off, that holds rows of which neither order nor amount can be read,
   * or whose rows are not those that its footer counts.
   */
  whole: readonly { readonly from: number; readonly to: number }[];
  /** Day numbers on which the bill has rows, ascending; repeated rows included. */
  days: readonly number[];
}

/** The rows of bills; amounts are fen with their sign (refunds and costs negative). Rows of one file stand together. */
export class BillRows {
  size = 0;
  #capacity = 1 << 8;
  /** Index into `BillBook.ids`; -1 without an order number. */
  order = new Int32Array(this.#capacity);
  /** Index into `BillBook.files`. */
  file = new Uint16Array(this.#capacity);
  /** Index into BILL_CLASSES. */
  kind = new Uint8Array(this.#capacity);
  /** Index into `BillBook.typeList`. */
  type = new Uint16Array(this.#capacity);
  /** Civil seconds; NaN when blank: such a row has happened by the day of its bill's last dated row. */
  time = new Float64Array(this.#capacity);
  fen = new Float64Array(this.#capacity);

  add(order: number, file: number, kind: number, time: number, fen: number, type = 0): void {
    if (this.size === this.#capacity) this.#grow();
    const row = this.size++;
    this.order[row] = order;
    this.file[row] = file;
    this.kind[row] = kind;
    this.type[row] = type;
    this.time[row] = time;
    this.fen[row] = fen;
  }

  #grow(): void {
    const capacity = Math.ceil(this.#capacity * 1.5);
    this.#capacity = capacity;
    this.order = enlarged(this.order, capacity);
    this.file = enlarged(this.file, capacity);
    this.kind = enlarged(this.kind, capacity);
    this.type = enlarged(this.type, capacity);
    this.time = enlarged(this.time, capacity);
    this.fen = enlarged(this.fen, capacity);
  }
}

/** All bills of a run. */
export class BillBook {
  /** Order numbers in the bills, cleaned ASCII. */
  readonly ids = new KeyTable();
  /** Rows that carry an order number. */
  readonly rows = new BillRows();
  /** Rows that carry none. */
  readonly unlinked = new BillRows();
  /** Numbers in `ids` of orders with a row that could not be read: whether their money came in stands in that row. */
  readonly doubtful = new Set<number>();
  readonly files: BillFile[] = [];
  /** By name, in the order of first sight; `typeList` holds the same by number. */
  readonly types = new Map<string, BillType>();
  readonly typeList: BillType[] = [];
  readonly #typeNumbers = new Map<string, number>();

  /** The number of a type of row. */
  typeNumber(name: string): number {
    const known = this.#typeNumbers.get(name);
    if (known !== undefined) return known;
    if (this.typeList.length >= MOST_TYPES && name !== FURTHER_TYPES) return this.typeNumber(FURTHER_TYPES);
    const type = { name, rows: 0, inFen: 0, outFen: 0 };
    this.types.set(name, type);
    this.#typeNumbers.set(name, this.typeList.length);
    return this.typeList.push(type) - 1;
  }
}
