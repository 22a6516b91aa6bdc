// All pay-later orders of one shop in sums, filled order by order: what a group of its buyers is compared with.

import { enlarged } from '../core/key-table.js';
import type { ShopBase } from './shared-keys.js';

export class ShopSums implements ShopBase {
  orders = 0;
  due = 0;
  dueOpen = 0;
  dueProven = 0;
  fen = 0;
  readonly #buyers = new Set<number>();
  #unknown = 0;
  #fenOf = new Float64Array(1 << 6);

  /** Distinct ones; each order of which nothing tells the buyer counts as one. */
  get buyers(): number {
    return this.#buyers.size + this.#unknown;
  }

  /** `buyer` and `product` are -1 where not known; amounts are fen. */
  add(buyer: number, product: number, fen: number, isDue: boolean, openFen: number, provenFen: number): void {
    this.orders++;
    if (buyer < 0) this.#unknown++;
    else this.#buyers.add(buyer);
    if (isDue) {
      this.due++;
      if (openFen > 0) this.dueOpen++;
      if (provenFen > 0) this.dueProven++;
    }
    this.fen += fen;
    if (product < 0) return;
    if (product >= this.#fenOf.length)
      this.#fenOf = enlarged(this.#fenOf, Math.max(product + 1, this.#fenOf.length * 2));
    this.#fenOf[product]! += fen;
  }

  fenOf(product: number): number {
    return this.#fenOf[product] ?? 0;
  }
}
