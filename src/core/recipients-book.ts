// What tables of recipients tell of held orders: for each order one recipient, however many rows name it.

import type { Recipient } from './identity.js';

/** Who receives an order, as a table tells it. */
export interface ToldRecipient {
  readonly recipient: Recipient;
  /** The platform's anonymous id; '' without one. */
  readonly recipientId: string;
  /** Entries of the `Crowd` for its phone and its address, `NO_KEY` without. */
  readonly phoneEntry: number;
  readonly placeEntry: number;
  /** The first row that told: the index of its file among the run's inputs, and the row as Excel counts. */
  readonly input: number;
  readonly row: number;
}

/** Joins what two rows tell of one order; null where they cannot both be right. */
export type JoinTold = (first: ToldRecipient, later: ToldRecipient) => ToldRecipient | null;

/** Memory: one entry a held order that is named. */
export class RecipientsBook {
  readonly told = new Map<number, ToldRecipient>();
  /** Held orders whose rows name several recipients: the first row counts. */
  readonly #differing = new Set<number>();
  readonly #join: JoinTold;

  constructor(join: JoinTold) {
    this.#join = join;
  }

  /** Takes note of a row of a held order; false where it contradicts an earlier one for the first time. */
  tell(order: number, told: ToldRecipient): boolean {
    const first = this.told.get(order);
    const both = first === undefined ? told : this.#join(first, told);
    if (both !== null) {
      this.told.set(order, both);
      return true;
    }
    if (this.#differing.has(order)) return true;
    this.#differing.add(order);
    return false;
  }
}
