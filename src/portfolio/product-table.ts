// The table by product: how a product's pay-later orders fare beside its ordinary ones, and beside the shop's other products.

import { FEWEST_COMPARED } from '../core/binomial.js';
import { CLOCK, type OrderBook } from '../core/order-book.js';
import { LOGGED } from '../core/order-log.js';
import type { AuditedOrder } from './audited-order.js';
import { DAY_SECONDS } from './order-sums.js';

/** So many of so many. */
export interface Count {
  readonly of: number;
  readonly hits: number;
}

/** One product of one shop, neither cancelled orders nor those of several products counted. Amounts are fen. */
export interface ProductRow {
  readonly shop: number;
  /** The number of its text in the book: the product's id, or its title where there is none. */
  readonly product: number;
  /** The id, and the title: of several the first one by code units; '' where the files tell none beside the id. */
  readonly id: string;
  readonly title: string;
  /** Refunded, of the orders paid so; what the order exports say. */
  readonly payLater: Count;
  readonly ordinary: Count;
  /** Of pay-later orders that came in or are proven to be four days past due: those past due. */
  readonly late: Count;
  /** Of pay-later orders that were shipped: those whose goods are out. */
  readonly out: Count;
  readonly lateFen: number;
  readonly outFen: number;
}

/** The products of a run. */
export interface Products {
  /** Those with `FEWEST_TOLD` pay-later orders, by shop and id. */
  readonly rows: readonly ProductRow[];
  /** Open orders, and their yuan, of products of which too few orders are known to be compared. */
  readonly few: { readonly orders: number; readonly fen: number };
}

/** Nothing is told of a product with fewer pay-later orders. */
const FEWEST_TOLD = 5;
/** From so many days past due on an order is late. */
const LATE_FROM = 4;

class Row implements ProductRow {
  id = '';
  title = '';
  /** All that is open of it. */
  readonly open = { orders: 0, fen: 0 };
  readonly payLater = { of: 0, hits: 0 };
  readonly ordinary = { of: 0, hits: 0 };
  readonly late = { of: 0, hits: 0 };
  readonly out = { of: 0, hits: 0 };
  lateFen = 0;
  outFen = 0;

  readonly shop: number;
  readonly product: number;

  constructor(shop: number, product: number) {
    this.shop = shop;
    this.product = product;
  }
}

/** Sees the pay-later orders while they are judged; then counts the ordinary ones beside them. */
export class ProductTable {
  readonly #book: OrderBook;
  readonly #rows = new Map<number, Row>();
  readonly #unknown = { orders: 0, fen: 0 };
  /** Ordinary orders carry no shop of their own: in a run of several shops only pay-later ones are counted. */
  readonly #isOneShop: boolean;

  constructor(book: OrderBook) {
    this.#book = book;
    this.#isOneShop = book.shopNumbers.size <= 1;
  }

  see({ order, shop, judged, daysPastDue, proven }: AuditedOrder): void {
    const { log, clock } = this.#book;
    const product = log.productOf(order);
    if ((clock[order]! & CLOCK.cancelled) !== 0) return;
    const row = product < 0 ? null : this.#row(this.#isOneShop ? 0 : shop, product);
    const open = row === null ? this.#unknown : row.open;
    if (judged.outstanding > 0) open.orders++;
    open.fen += judged.outstanding;
    if (row === null) return;
    row.payLater.of++;
    if ((log.bits[order]! & LOGGED.refunded) !== 0) row.payLater.hits++;
    const { receivable, outstanding, goodsOut, money, shipped } = judged;
    if (shipped) row.out.of++;
    if (goodsOut > 0) {
      row.out.hits++;
      row.outFen += goodsOut;
    }
    if (daysPastDue >= LATE_FROM && proven) {
      row.late.of++;
      row.late.hits++;
      row.lateFen += outstanding;
    } else if (receivable > 0 && outstanding === 0 && money.collected > 0) {
      row.late.of++;
    }
  }

  /** Call it once, behind the last order. Time: linear in all orders. */
  products(asOfDay: number, isOrdinary: (order: number) => boolean): Products {
    const { log, clock, ids } = this.#book;
    const end = Number.isNaN(asOfDay) ? Number.POSITIVE_INFINITY : (asOfDay + 1) * DAY_SECONDS;
    for (let order = 0; this.#isOneShop && this.#rows.size > 0 && order < ids.size; order++) {
      const product = log.productOf(order);
      if (product < 0 || (clock[order]! & CLOCK.cancelled) !== 0 || log.placed[order]! >= end) continue;
      const row = this.#rows.get(product);
      if (row === undefined || !isOrdinary(order)) continue;
      row.ordinary.of++;
      if ((log.bits[order]! & LOGGED.refunded) !== 0) row.ordinary.hits++;
    }
    const few = { ...this.#unknown };
    const rows: Row[] = [];
    for (const row of this.#rows.values()) {
      if (Math.min(row.payLater.of, row.ordinary.of) < FEWEST_COMPARED) {
        few.orders += row.open.orders;
        few.fen += row.open.fen;
      }
      if (row.payLater.of >= FEWEST_TOLD) rows.push(row);
    }
    this.#name(rows);
    return { rows: rows.sort((a, b) => a.shop - b.shop || (a.id < b.id ? -1 : 1)), few };
  }

  #name(rows: readonly Row[]): void {
    const { titles } = this.#book.log;
    const wanted = new Set(rows.flatMap(({ product }) => [product, ...(titles.get(product) ?? [])]));
    const texts = this.#book.textsOf(wanted);
    for (const row of rows) {
      row.id = texts.get(row.product) ?? '';
      const known = [...(titles.get(row.product) ?? [])].map((title) => texts.get(title) ?? '');
      row.title = known.sort()[0] ?? '';
    }
  }

  #row(shop: number, product: number): Row {
    // Texts are numbered from 0 on: fewer than this.
    const key = shop * 2 ** 32 + product;
    const known = this.#rows.get(key) ?? new Row(shop, product);
    this.#rows.set(key, known);
    return known;
  }
}
