// What is kept of every order of a run, ordinary ones included, so that the shop can be judged by its own habits.

import { enlarged } from './key-table.js';

/** Bits of `OrderLog.bits`: what any record of the order says. */
export const LOGGED = { refunded: 1, discounted: 2 } as const;
/** Bits of `OrderLog.told`: what an input has columns for. */
export const TOLD = { refunds: 1, discounts: 2 } as const;

/** Amounts and times beyond these do not fit their columns: an amount counts as the most, a time as none. */
const MOST_FEN = 2 ** 31 - 1;
const LAST_SECOND = 2 ** 32;
/** In place of the product of an order whose records name several. */
const SEVERAL = -1;

/** Columns by order. Memory: eleven bytes an order, and four more each where promoters and products are told. */
export class OrderLog {
  /** The input that named it first, and one; 0: none did. */
  first = new Uint16Array(1 << 8);
  /** When it was placed, civil seconds; 0 where the export tells no time of day. */
  placed = new Uint32Array(1 << 8);
  /** Of an ordinary order, as the first of its records shows it; 0 where it shows none. */
  fen = new Int32Array(1 << 8);
  bits = new Uint8Array(1 << 8);
  /** The promoter that an order is credited to, by the book's number for its id, and one; 0 without. Empty where no file tells any. */
  promoter = new Int32Array(0);
  /** Its product, likewise; `SEVERAL` where its records name several. */
  #product = new Int32Array(0);
  /** By the number of a product's id those of its titles. */
  readonly titles = new Map<number, Set<number>>();
  /** Per input: bits of `TOLD`. */
  readonly told: number[] = [];

  grow(orders: number): void {
    this.first = enlarged(this.first, orders);
    this.placed = enlarged(this.placed, orders);
    this.fen = enlarged(this.fen, orders);
    this.bits = enlarged(this.bits, orders);
    if (this.promoter.length > 0) this.promoter = enlarged(this.promoter, orders);
    if (this.#product.length > 0) this.#product = enlarged(this.#product, orders);
  }

  /** Takes note of a record; civil seconds, NaN where unknown; bits of `LOGGED`. */
  note(order: number, input: number, orderedAt: number, bits: number): void {
    this.bits[order]! |= bits;
    if (this.first[order] !== 0) return;
    this.first[order] = input + 1;
    if (orderedAt > 0 && orderedAt < LAST_SECOND) this.placed[order] = orderedAt;
  }

  /** Takes note of the promoter that a record names; the first one counts. */
  notePromoter(order: number, promoter: number): void {
    if (this.promoter.length === 0) this.promoter = new Int32Array(this.bits.length);
    if (this.promoter[order] === 0) this.promoter[order] = promoter + 1;
  }

  /** Takes note of the product that a record names. */
  noteProduct(order: number, product: number): void {
    if (this.#product.length === 0) this.#product = new Int32Array(this.bits.length);
    const known = this.#product[order]!;
    if (known === 0) this.#product[order] = product + 1;
    else if (known !== product + 1) this.#product[order] = SEVERAL;
  }

  /** Takes note of a title of a product; -1 for none. */
  noteTitle(product: number, title: number): void {
    if (title < 0) return;
    const known = this.titles.get(product);
    if (known === undefined) this.titles.set(product, new Set([title]));
    else if (!known.has(title)) known.add(title);
  }

  /** The one product of an order; -1 where it has several, or none is told. */
  productOf(order: number): number {
    const product = this.#product[order] ?? 0;
    return product > 0 ? product - 1 : -1;
  }

  /** Takes note of what a record of an ordinary order shows; fen, NaN for nothing. The first one counts. */
  noteAmount(order: number, input: number, fen: number): void {
    if (fen > 0 && this.fen[order] === 0 && this.first[order] === input + 1)
      this.fen[order] = Math.min(fen, MOST_FEN);
  }
}
