// What a further bill can tell of the unproven orders past their due date, and what no bill can yet.

import type { Judgement } from './judgement.js';
import type { OrdersAndFen } from './totals.js';

/** What a further bill can tell, at this as-of day, of the unproven orders past their due date, and what no bill can. */
export interface ProofWait {
  readonly now: OrdersAndFen;
  readonly later: OrdersAndFen;
  /** The day to which bills must run for the last of `later`; -Infinity when there are none. */
  readonly until: number;
}

/** The unproven orders past due, summed by the day on which their proof hangs. Memory: some bytes a day and input. */
export class ProofDays {
  /** Without any bill the lag is not learned: then the days are the due days, else those to which bills must run. */
  readonly #isLagKnown: boolean;
  readonly #byInput: Map<number, OrdersAndFen>[] = [];

  constructor(isLagKnown: boolean) {
    this.#isLagKnown = isLagKnown;
  }

  /** Takes a pay-later order whose money stands in this input. */
  add({ aged, money, needTo, outstanding }: Judgement, input: number): void {
    if (aged === null || money.unproven === null || aged.daysPastDue === 0) return;
    this.#byInput[input] ??= new Map();
    const days = this.#byInput[input];
    const day = this.#isLagKnown ? needTo : aged.dueDay;
    const sum = days.get(day) ?? { orders: 0, fen: 0 };
    days.set(day, sum);
    sum.orders++;
    sum.fen += outstanding;
  }

  /**
   * Parts the orders by whether a bill that ends on `lastDay` can prove them; of what is not due yet no bill is expected
   * to tell. `lagDays`: each input's default, for want of a learned one.
   */
  upTo(lastDay: number, lagDays: readonly number[]): ProofWait {
    const now = { orders: 0, fen: 0 };
    const later = { orders: 0, fen: 0 };
    let until = Number.NEGATIVE_INFINITY;
    this.#byInput.forEach((days, input) => {
      for (const [day, { orders, fen }] of days) {
        const needed = this.#isLagKnown ? day : day + lagDays[input]!;
        const share = needed > lastDay ? later : now;
        share.orders += orders;
        share.fen += fen;
        if (share === later) until = Math.max(until, needed);
      }
    });
    return { now, later, until };
  }
}
