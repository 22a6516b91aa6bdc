// The money columns of the annotated copies must sum to the report's totals: counted while they are written.

import type { Judgement } from '../portfolio/judgement.js';
import type { Totals } from '../portfolio/totals.js';

/** What the money cells that were written hold in all, fen. */
export class CopySums {
  #receivable = 0;
  #refunded = 0;
  #collected = 0;
  #outstanding = 0;

  /** Takes note of an order whose money was written. */
  add({ receivable, money, outstanding }: Judgement): void {
    this.#receivable += receivable;
    this.#refunded += money.refunded;
    this.#collected += money.collected;
    this.#outstanding += outstanding;
  }

  /** Called when the copies of all inputs are written. Throws when a column disagrees with the totals: our own mistake. */
  assertTotals(totals: Totals): void {
    const columns: [string, number, number][] = [
      ['receivable', this.#receivable, totals.receivableFen],
      ['refunded', this.#refunded, totals.refundedFen],
      ['collected', this.#collected, totals.collectedFen],
      ['outstanding', this.#outstanding, totals.outstanding.fen],
    ];
    for (const [name, written, total] of columns) {
      if (written !== total)
        throw new Error(`the copies hold ${written} fen as ${name}, the totals ${total}`);
    }
  }
}
