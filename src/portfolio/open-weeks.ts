// What is still open of each week's orders: how old the money is that has not come in.

import type { AuditedOrder } from './audited-order.js';
import { DAY_SECONDS } from './order-sums.js';

/** What is outstanding of the orders that were placed in one week, fen. */
export interface OpenWeek {
  /** Day number of its Monday. */
  readonly from: number;
  readonly orders: number;
  readonly fen: number;
  /** Of `fen` what is proven not to have come in. */
  readonly provenFen: number;
}

const WEEK = 7;
/** 1970-01-01, day 0, was a Thursday. */
const TO_MONDAY = 3;

/** Sees the pay-later orders while they are judged. Orders whose time is not known stand in no week. */
export class OpenWeeks {
  readonly #weeks = new Map<number, { orders: number; fen: number; provenFen: number }>();

  see({ orderedAt, judged, proven }: AuditedOrder): void {
    if (judged.outstanding <= 0 || Number.isNaN(orderedAt)) return;
    const week = Math.floor((Math.floor(orderedAt / DAY_SECONDS) + TO_MONDAY) / WEEK);
    let sum = this.#weeks.get(week);
    if (sum === undefined) {
      sum = { orders: 0, fen: 0, provenFen: 0 };
      this.#weeks.set(week, sum);
    }
    sum.orders++;
    sum.fen += judged.outstanding;
    if (proven) sum.provenFen += judged.outstanding;
  }

  /** Those with an open order, by time. */
  weeks(): OpenWeek[] {
    return [...this.#weeks]
      .map(([week, sum]) => ({ from: week * WEEK - TO_MONDAY, ...sum }))
      .sort((a, b) => a.from - b.from);
  }
}
