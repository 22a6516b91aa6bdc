// The orders of a run as typed columns: what reading fills and the portfolio judges. No object per record.

import { Crowd } from './crowd.js';
import { dayOf } from './dates.js';
import { IdentityLines } from './identity-lines.js';
import { enlarged, KeyTable } from './key-table.js';
import { NoteBook } from './note-book.js';
import { OrderLog } from './order-log.js';
import { MOST_PARTS, type PartLearner } from './part-learner.js';
import { PartLines } from './part-lines.js';
import { ShopSections } from './shop-sections.js';
import { Shops } from './shops.js';
import { PHASES } from './status.js';
import { Together } from './together.js';

const CANCELLED = PHASES.indexOf('cancelled');

/** How an order was known to be pay-later or not, in the order of their weight: the first one that speaks decides. */
export const PAY_LATER_SOURCES = [
  'none',
  'column',
  'pay-method',
  'order-type',
  'order-tags',
  'list',
  'flag',
] as const;
export type PayLaterSource = (typeof PAY_LATER_SOURCES)[number];

/** Bits of `OrderBook.seen`: what the records of an order said of pay-later. */
export const SEEN = { yes: 1, no: 2, unknown: 4 } as const;

/** Bits of `LineTable.flags`. */
export const LINE = {
  /** The record itself says that it is pay-later, or that it is not; neither: it is silent. */
  payLater: 1,
  ordinary: 2048,
  gift: 2,
  underReview: 4,
  /** A time of the line stood there and could not be read. */
  timeUnreadable: 8,
  /** The state's text is not known; the phase was inferred from the times. */
  stateInferred: 16,
  /** The state's text is not known and there is no time either. */
  stateUnreadable: 32,
  refunded: 64,
  /** Another file holds a later export of the same line, or the same file repeats the record: counts for nothing. */
  superseded: 128,
  /** The logistics say that the parcel was refused or came back. */
  returned: 256,
  /** What a column about the payment itself says. */
  paid: 512,
  unpaid: 1024,
  /** The seller's note has a tag of the shop's own. */
  tagged: 4096,
  /** The logistics say that the parcel could not be handed over. */
  undelivered: 8192,
  /** The product stands for money and not for goods: a difference in price, postage, an order for one buyer. */
  moneyLink: 16384,
} as const;

/** Bits of `OrderBook.clock`: what any record of the order says. */
export const CLOCK = { received: 1, disputed: 2, cancelled: 4 } as const;

/**
 * The lines of orders that are pay-later or may be: one row a record, in order of inputs and records.
 * Amounts are fen, times are civil seconds; NaN is a blank cell.
 */
export class LineTable {
  size = 0;
  #capacity = 1 << 8;
  order = new Int32Array(this.#capacity);
  input = new Uint16Array(this.#capacity);
  record = new Uint32Array(this.#capacity);
  flags = new Uint16Array(this.#capacity);
  phase = new Uint8Array(this.#capacity);
  afterSale = new Uint8Array(this.#capacity);
  source = new Uint8Array(this.#capacity);
  /** The section of the configuration that the line's shop has, 0 for none. */
  section = new Uint8Array(this.#capacity);
  product = new Int32Array(this.#capacity);
  spec = new Int32Array(this.#capacity);
  waybill = new Int32Array(this.#capacity);
  quantity = new Float64Array(this.#capacity);
  buyerPaid = new Float64Array(this.#capacity);
  merchantReceives = new Float64Array(this.#capacity);
  listAmount = new Float64Array(this.#capacity);
  /** Price per piece times pieces, before postage and discounts. */
  goods = new Float64Array(this.#capacity);
  orderedAt = new Float64Array(this.#capacity);
  paidAt = new Float64Array(this.#capacity);
  shippedAt = new Float64Array(this.#capacity);
  receivedAt = new Float64Array(this.#capacity);
  promisedAt = new Float64Array(this.#capacity);
  dueAt = new Float64Array(this.#capacity);
  /** What the platform's columns hold, in the order of the platform's list; as many as a file has, at most MOST_PARTS. */
  readonly parts: Float64Array[] = [];

  /** Makes room for the part columns of a file. */
  needParts(columns: number): void {
    while (this.parts.length < Math.min(columns, MOST_PARTS))
      this.parts.push(new Float64Array(this.#capacity));
  }

  /** Makes room for one more row and returns its number; all its cells are to be set by the caller. */
  add(): number {
    if (this.size === this.#capacity) this.#grow(Math.ceil(this.#capacity * 1.5));
    return this.size++;
  }

  /** Makes room for so many rows in one go. */
  expect(rows: number): void {
    if (rows > this.#capacity) this.#grow(rows);
  }

  #grow(capacity: number): void {
    this.#capacity = capacity;
    this.order = enlarged(this.order, capacity);
    this.input = enlarged(this.input, capacity);
    this.record = enlarged(this.record, capacity);
    this.flags = enlarged(this.flags, capacity);
    this.phase = enlarged(this.phase, capacity);
    this.afterSale = enlarged(this.afterSale, capacity);
    this.source = enlarged(this.source, capacity);
    this.section = enlarged(this.section, capacity);
    this.product = enlarged(this.product, capacity);
    this.spec = enlarged(this.spec, capacity);
    this.waybill = enlarged(this.waybill, capacity);
    this.quantity = enlarged(this.quantity, capacity);
    this.buyerPaid = enlarged(this.buyerPaid, capacity);
    this.merchantReceives = enlarged(this.merchantReceives, capacity);
    this.listAmount = enlarged(this.listAmount, capacity);
    this.goods = enlarged(this.goods, capacity);
    this.orderedAt = enlarged(this.orderedAt, capacity);
    this.paidAt = enlarged(this.paidAt, capacity);
    this.shippedAt = enlarged(this.shippedAt, capacity);
    this.receivedAt = enlarged(this.receivedAt, capacity);
    this.promisedAt = enlarged(this.promisedAt, capacity);
    this.dueAt = enlarged(this.dueAt, capacity);
    this.parts.forEach((part, i) => {
      this.parts[i] = enlarged(part, capacity);
    });
  }
}

/** Orders of several lines in one file and what their lines show; the lists go together. Repeated records are no lines. */
export interface LineEvidence {
  readonly orders: number[];
  /** Fen: the amount that every line of the order shows; NaN where they differ. */
  readonly amounts: number[];
  /** Fen: all of its lines together. */
  readonly sums: number[];
}

/**
 * The amount by which an order's lines are compared: the receivable, or the list amount where the export shows 0 until
 * the debit. NaN where a line has nothing to say: a blank, or a cancelled line. Amounts in fen, NaN for a blank cell.
 */
export function comparedAmount(receivable: number, listAmount: number, flags: number, phase: number): number {
  if (phase === CANCELLED) return Number.NaN;
  return receivable === 0 && (flags & LINE.gift) === 0 ? listAmount : receivable;
}

/** All orders of a run: their numbers, what was said of them, and the lines of those that are pay-later or may be. */
export class OrderBook {
  /** Order numbers as cleaned ASCII; an order's number in here is its index everywhere else. */
  readonly ids = new KeyTable();
  /** Waybills of held lines. */
  readonly waybills = new KeyTable();
  readonly lines = new LineTable();
  /** Who received the held lines, and how many people stand behind a phone or an address over all records. */
  identities = new IdentityLines();
  crowd = new Crowd();
  /** What could be a contact or a code in the notes of all records. */
  readonly notes = new NoteBook();
  /**
   * When the logistics of a held line that is on its way say that it was signed for, civil seconds; where they give no
   * time, when it was shipped. Few lines are in it.
   */
  readonly signed = new Map<number, number>();
  /** Held lines of group-buys and live streams. */
  readonly together = new Together();
  /** Shop ids that the records of held lines name; '' where one names none. */
  readonly shops = new Set<string>();
  /** Per input: what its ordinary orders say of its amounts; their lines are not held. */
  readonly lineEvidence: LineEvidence[] = [];
  /** Per order: bits of `SEEN`. */
  seen = new Uint8Array(1 << 8);
  /** Per order of any kind: day numbers of its latest receipt and shipping, 0 where there is none, and bits of `CLOCK`. */
  receivedDay = new Int32Array(1 << 8);
  shippedDay = new Int32Array(1 << 8);
  clock = new Uint8Array(1 << 8);
  /** What is kept of orders of any kind. */
  readonly log = new OrderLog();
  /** Records of ordinary orders in files without the shop's own column. */
  readonly partLines = new PartLines();
  /** Per input: which platform columns make up the shop's amount, as far as its records tell. */
  readonly partLearners: PartLearner[] = [];
  /** Per input: the headers of its part columns as one text; inputs of one text have the same columns. */
  readonly partHeaders: string[] = [];
  /** Distinct texts of products and specifications, over all files and encodings. */
  readonly #texts = new Map<string, number>();

  /** Numbers of the shops that the records are of. */
  readonly shopNumbers: Shops;

  /** The shops that have a section of their own in the configuration. */
  readonly sections: ShopSections;

  /** `isOneShop`: all records are taken for those of one shop. */
  constructor(isOneShop = false, sections = new ShopSections()) {
    this.shopNumbers = new Shops(isOneShop);
    this.sections = sections;
  }

  /** Takes note of an input's part columns. */
  openParts(input: number, learner: PartLearner, headers: readonly string[]): void {
    this.partLearners[input] = learner;
    this.partHeaders[input] = headers.join();
    this.lines.needParts(headers.length);
  }

  /** The index of an order number, new or known. */
  order(bytes: Uint8Array, start: number, end: number): number {
    const order = this.ids.intern(bytes, start, end);
    if (order >= this.seen.length) this.#grow(order * 2);
    return order;
  }

  /** Makes room for so many orders and lines in one go, where it can be told about how many there will be. */
  expect(orders: number, lines: number): void {
    this.ids.expect(orders);
    if (orders > this.seen.length) this.#grow(orders);
    this.lines.expect(lines);
  }

  #grow(orders: number): void {
    this.seen = enlarged(this.seen, orders);
    this.receivedDay = enlarged(this.receivedDay, orders);
    this.shippedDay = enlarged(this.shippedDay, orders);
    this.clock = enlarged(this.clock, orders);
    this.log.grow(orders);
  }

  /** Takes note of the clock of one record of an order; civil seconds, NaN where unknown; bits of `CLOCK`. */
  noteClock(order: number, shippedAt: number, receivedAt: number, bits: number): void {
    const shipped = Number.isNaN(shippedAt) ? 0 : dayOf(shippedAt);
    const received = Number.isNaN(receivedAt) ? 0 : dayOf(receivedAt);
    if (shipped > this.shippedDay[order]!) this.shippedDay[order] = shipped;
    if (received > this.receivedDay[order]!) this.receivedDay[order] = received;
    this.clock[order]! |= bits;
  }

  /** An order's number as text. */
  orderId(order: number): string {
    return String.fromCharCode(...this.ids.bytes(order));
  }

  /** The texts of some numbers. Time: linear in all texts. */
  textsOf(numbers: ReadonlySet<number>): Map<number, string> {
    const found = new Map<number, string>();
    for (const [text, number] of this.#texts) if (numbers.has(number)) found.set(number, text);
    return found;
  }

  /** A number for a text; equal texts get equal numbers. */
  textKey(text: string): number {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, this.#texts.size);
    return this.#texts.size - 1;
  }
}
