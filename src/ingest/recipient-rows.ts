// Reads a table of recipients row by row: which orders a row names, and whom it tells of.

import type { Crowd } from '../core/crowd.js';
import { ORDER_FIELDS, type OrderField } from '../core/fields.js';
import { NO_KEY } from '../core/hashed-keys.js';
import type { Identify } from '../core/identity.js';
import type { IdentityLines } from '../core/identity-lines.js';
import type { KeyTable } from '../core/key-table.js';
import { isPlainOrderId, judgeOrderId } from '../core/order-id.js';
import type { ProblemLog } from '../core/problem.js';
import { NOTED, type RecipientJoin } from '../core/recipient-join.js';
import type { RecipientsBook } from '../core/recipients-book.js';
import { KIND } from '../core/record-map.js';
import type { Shops } from '../core/shops.js';
import { halfWidth, isEmptyToken } from '../core/tokens.js';
import type { RecordView } from '../io/record-view.js';
import { recipientsTable } from '../platforms/recipients.js';
import type { RecipientColumn } from '../platforms/types.js';
import { readText } from './cells.js';
import { headerForShow, normalizeHeader } from './headers.js';
import type { OrderColumns } from './order-columns.js';
import { RecipientReader } from './recipient-reader.js';
import { RecordFrame, type RowReader, type RowReaderOptions } from './record-frame.js';
import { EveryWaybill } from './waybill.js';

/** What stands between the order numbers of merged parcels. */
const BETWEEN = /[,;、|/\s]+/;
/** What a spreadsheet makes of a long number; anything else that is no number of the files is another order's. */
const ROUNDED = /^\d(?:\.\d+)?E\+?\d{1,3}$|^\d+\.\d+$/i;
/** Bytes of the longest text by which exports say that a cell is empty. */
const LONGEST_EMPTY = 6;
/** Columns that tell of the recipient. */
const TELLING = ['recipient', 'phone', 'buyer_phone', 'buyer_id', 'address'] as const;
const PLACE = ['province', 'city', 'district', 'street'] as const;

/** What the orders' own files hold. */
export interface OrdersTold {
  readonly ids: KeyTable;
  readonly join: RecipientJoin;
  /** Per order: 1 where its lines are held. */
  readonly held: Uint8Array;
  readonly identities: IdentityLines;
  readonly crowd: Crowd;
  readonly shopNumbers: Shops;
  readonly identify: Identify;
  /** The digits of a phone as they identify its owner, base + '-' + extension. */
  readonly phoneOf: (phone: string, ...beside: readonly string[]) => string;
}

/** All columns that carry one of a list of headers, in the order of the list. */
function columnsNamed(names: readonly string[], field: RecipientColumn): number[] {
  const headers = names.map(normalizeHeader);
  const found = recipientsTable.columns[field].map((name) => headers.indexOf(normalizeHeader(name)));
  return [...new Set(found)].filter((column) => column >= 0);
}

/** Where the fields of a table stand; of several phones the second is asked where the first is blank. */
export function recipientColumns(names: readonly string[]) {
  const first = (field: RecipientColumn) => columnsNamed(names, field)[0] ?? -1;
  const none = Object.fromEntries(Object.keys(ORDER_FIELDS).map((field) => [field, -1]));
  const [phone = -1, buyer_phone = -1] = columnsNamed(names, 'phone');
  const columns: OrderColumns = {
    ...(none as Record<OrderField, number>),
    recipient: first('recipient'),
    phone,
    buyer_phone,
    buyer_id: first('buyer_id'),
    province: first('province'),
    city: first('city'),
    district: first('district'),
    street: first('street'),
    address: first('address'),
  };
  return {
    columns,
    orders: columnsNamed(names, 'order_id'),
    waybill: first('waybill'),
    id: first('recipient_id'),
  };
}

/** The headers of a row that such a table may carry to join by, or to tell of a recipient. */
export function recipientHeaders(names: readonly string[]): string[] {
  const { columns, orders, waybill, id } = recipientColumns(names);
  const found = [...orders, waybill, id, ...TELLING.map((field) => columns[field])];
  return [...new Set(found)]
    .filter((column) => column >= 0)
    .map((column) => headerForShow(names[column] ?? ''));
}

/** Whether a header has something to join by, and something that tells of a recipient. */
export function tellsRecipients(names: readonly string[]): boolean {
  const { columns, orders, waybill, id } = recipientColumns(names);
  return (orders.length > 0 || waybill >= 0) && (id >= 0 || TELLING.some((field) => columns[field] >= 0));
}

export class RecipientRows implements RowReader {
  readonly frame: RecordFrame;
  /** Rows that tell of somebody, and those of them whose order is in no file. */
  rows = 0;
  readonly unmatched = { count: 0, firstRow: 0 };
  /** Orders whose rows differ, that were found in this file. */
  readonly differing = { count: 0, firstRow: 0 };

  readonly #view: RecordView;
  readonly #orders: OrdersTold;
  readonly #book: RecipientsBook;
  readonly #reader: RecipientReader;
  readonly #idColumns: readonly number[];
  readonly #waybills: EveryWaybill;
  readonly #waybillColumn: number;
  readonly #recipientId: number;
  readonly #telling: readonly number[];
  readonly #needed: number;
  readonly #input: number;
  /** The column of the current row whose number is damaged; -1 without. */
  #damaged = -1;

  constructor(
    view: RecordView,
    orders: OrdersTold,
    book: RecipientsBook,
    problems: ProblemLog,
    options: RowReaderOptions,
  ) {
    this.frame = new RecordFrame(view, orders.ids, problems, options);
    this.#view = view;
    this.#orders = orders;
    this.#book = book;
    this.#input = options.input;
    const { columns, orders: ids, waybill, id } = recipientColumns(options.match.names);
    this.#reader = new RecipientReader(view, columns, orders, '', orders.identify);
    this.#idColumns = ids;
    this.#waybills = new EveryWaybill(view, waybill);
    this.#waybillColumn = waybill;
    this.#recipientId = id;
    this.#telling = [...TELLING.map((field) => columns[field]), id].filter((column) => column >= 0);
    const places = PLACE.map((field) => columns[field]);
    this.#needed = Math.max(...ids, waybill, ...this.#telling, ...places) + 1;
  }

  preamble(): void {}

  read(row: number): number {
    const { frame } = this;
    const view = this.#view;
    const kind = frame.open(row);
    if (kind !== null) return kind;
    const orders = this.#findOrders();
    if (orders.size === 0) {
      const special = this.#special();
      if (special !== null) return special;
    }
    if (view.count !== frame.names.length) {
      const misfit = frame.misfit(this.#needed);
      if (misfit !== null) return frame.reject(misfit);
    }
    if (!this.#telling.some((column) => this.#isTold(column))) return frame.accept();
    if (orders.size === 0 && this.#damaged >= 0) return frame.reject('order-id-damaged', this.#damaged);
    this.rows++;
    if (orders.size === 0 && this.unmatched.count++ === 0) this.unmatched.firstRow = row;
    for (const order of orders) this.#tell(order, row);
    return frame.accept();
  }

  finish(): void {
    const once = (code: 'recipients-unmatched' | 'recipients-differ', tally: typeof this.unmatched) => {
      if (tally.count > 0) this.frame.tell(code, { record: tally.firstRow, count: tally.count });
    };
    once('recipients-unmatched', this.unmatched);
    once('recipients-differ', this.differing);
  }

  /** The orders of the files that the current row names: by the first column of order numbers that knows any, else by waybill. */
  #findOrders(): ReadonlySet<number> {
    const { ids, join } = this.#orders;
    const view = this.#view;
    const found = new Set<number>();
    const add = (order: number) => {
      if (order >= 0) found.add(order);
    };
    this.#damaged = -1;
    for (const column of this.#idColumns) {
      view.locate(column);
      if (isPlainOrderId(view.bytes, view.from, view.to)) add(ids.find(view.bytes, view.from, view.to));
      else if (view.from < view.to) {
        for (const part of halfWidth(readText(view, column)).split(BETWEEN)) {
          if (ROUNDED.test(part)) this.#damaged = column;
          else if (judgeOrderId(part) === 'ok') add(ids.find(Buffer.from(part, 'latin1'), 0, part.length));
        }
      }
      if (found.size > 0) return found;
    }
    this.#waybills.each((bytes, from, to) => {
      for (const order of join.ordersOf(join.waybills.find(bytes, from, to))) add(order);
    });
    if (this.#waybills.isRounded && this.#damaged < 0) this.#damaged = this.#waybillColumn;
    return found;
  }

  #isTold(column: number): boolean {
    const view = this.#view;
    view.locate(column);
    if (view.from === view.to) return false;
    return view.to - view.from > LONGEST_EMPTY || !isEmptyToken(readText(view, column));
  }

  /** What a record is that names no order of the files: blank, a total, the header once more; null when it is a row. */
  #special(): number | null {
    const cells = this.frame.cells();
    const { names } = this.frame;
    const same = cells.every((cell, i) => normalizeHeader(cell) === normalizeHeader(names[i] ?? ''));
    if (!same || cells.length !== names.length) return this.frame.special(cells);
    this.frame.tell('header-repeated');
    return KIND.header;
  }

  /** Takes note of the people of the row for an order, and of its recipient where the order is held. */
  #tell(order: number, row: number): void {
    const { join, held, phoneOf } = this.#orders;
    const reader = this.#reader;
    const account = join.account[order]!;
    const isKnown = join.noted[order] === (NOTED.phone | NOTED.place);
    // Who stands behind the keys of the order's own record was counted there.
    if (!isKnown) reader.noteFor(join.shop[order]!, account === 0 ? reader.accountOf() : account);
    if (held[order] === 0) return;
    const recipient = reader.recipient();
    const { noted } = reader;
    const number = phoneOf(recipient.phone, recipient.name, recipient.address);
    const id = this.#recipientId < 0 ? '' : readText(this.#view, this.#recipientId);
    const told = {
      recipient,
      recipientId: isEmptyToken(id) ? '' : id,
      phoneEntry: isKnown ? NO_KEY : reader.entryOf(number),
      placeEntry: isKnown ? NO_KEY : noted.place,
      input: this.#input,
      row,
    };
    if (!this.#book.tell(order, told) && this.differing.count++ === 0) this.differing.firstRow = row;
  }
}
