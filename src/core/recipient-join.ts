// What the orders' own exports tell of recipients, kept so that a table of recipients can be joined with them later.

import { NOBODY, type Recipient } from './identity.js';
import { enlarged, KeyTable } from './key-table.js';

/** Bits of `RecipientJoin.noted`: keys of which an order's own record has told the crowd. */
export const NOTED = { phone: 1, place: 2 } as const;

const FIELDS = Object.keys(NOBODY) as readonly (keyof Recipient)[];
/** Between the cells of a recipient; no cell holds it that came through `cleanCell` and means anything. */
const BETWEEN = '\u0001';

/** A number that stands on more orders than this is no parcel's: text in place of a waybill. */
const MOST_ORDERS = 100;

/** A recipient as one text, '' for nobody: a fraction of the memory of an object. */
export function packRecipient(recipient: Recipient): string {
  if (FIELDS.every((field) => recipient[field] === '')) return '';
  return FIELDS.map((field) => recipient[field].replaceAll(BETWEEN, '')).join(BETWEEN);
}

/** The reverse of `packRecipient`. */
export function unpackRecipient(packed: string): Recipient {
  if (packed === '') return NOBODY;
  const cells = packed.split(BETWEEN);
  return Object.fromEntries(FIELDS.map((field, i) => [field, cells[i] ?? ''])) as unknown as Recipient;
}

/**
 * Filled while the orders are read, in runs with a table of recipients alone. Memory: ten bytes an order, the waybills
 * where the table has any, and the recipient's cells of held lines.
 */
export class RecipientJoin {
  /** Per order: its shop, the hash of its buyer's account (0 without one), and bits of `NOTED`. */
  shop = new Int32Array(1 << 8);
  account = new Int32Array(1 << 8);
  noted = new Uint8Array(1 << 8);
  /** Waybills of all orders; empty where nothing is joined by them. */
  readonly waybills = new KeyTable();
  /** The recipient's cells of held lines that show any, packed. */
  readonly own = new Map<number, string>();
  /** For each waybill its last entry; for each entry its order and the entry before. */
  #last = new Int32Array(1 << 8);
  #order = new Int32Array(1 << 8);
  #before = new Int32Array(1 << 8);
  #entries = 0;

  /** Takes note of one record of an order. */
  note(order: number, shop: number, account: number, noted: number): void {
    if (order >= this.shop.length) {
      const length = Math.max(order + 1, this.shop.length * 2);
      this.shop = enlarged(this.shop, length);
      this.account = enlarged(this.account, length);
      this.noted = enlarged(this.noted, length);
    }
    this.shop[order] = shop;
    if (account !== 0) this.account[order] = account;
    this.noted[order]! |= noted;
  }

  /** Takes note of a waybill of an order: the number of `waybills`. */
  noteWaybill(waybill: number, order: number): void {
    if (waybill >= this.#last.length) this.#last = enlarged(this.#last, waybill * 2);
    const last = this.#last[waybill]! - 1;
    // The lines of an order share its waybill.
    if (last >= 0 && this.#order[last] === order) return;
    if (this.#entries === this.#order.length) {
      this.#order = enlarged(this.#order, this.#entries * 2);
      this.#before = enlarged(this.#before, this.#entries * 2);
    }
    this.#order[this.#entries] = order;
    this.#before[this.#entries] = last;
    this.#last[waybill] = ++this.#entries;
  }

  /** The orders that carry a waybill, the latest first; none where there are more than one parcel can serve. */
  ordersOf(waybill: number): number[] {
    if (waybill < 0) return [];
    const orders = new Set<number>();
    let entries = 0;
    for (let entry = this.#last[waybill]! - 1; entry >= 0; entry = this.#before[entry]!) {
      if (++entries > MOST_ORDERS) return [];
      orders.add(this.#order[entry]!);
    }
    return [...orders];
  }
}
