// Watches a file's order numbers for what only shows in many of them: Excel's rounding, and another platform's form.

import { endsRounded, isBeyondChance, isLongNumber } from '../core/order-id.js';
import type { ProblemLog } from '../core/problem.js';

/** CP2 of the catalogue: among honest numbers one in ten ends in 0; fewer than ten numbers prove nothing. */
const ROUNDED_SHARE = 0.3;
const ROUNDED_FEWEST = 10;

export class OrderIdWatch {
  readonly #pattern: RegExp;
  /** Numbers with so many digits that Excel rounds them, and of these the ones that end in 0. */
  longIds = 0;
  roundedIds = 0;
  #unusualIds = 0;
  #firstUnusual = 0;
  /** Whether plain ids of a form are the platform's own; by length, the dated form by its negative. */
  readonly #usual = new Map<number, boolean>();

  constructor(pattern: RegExp) {
    this.#pattern = pattern;
  }

  /** Takes note of one order number; `plain`: it is of a form that `isPlainOrderId` accepts. */
  note(bytes: Uint8Array, from: number, to: number, plain: boolean, row: number): void {
    if (isLongNumber(bytes, from, to)) {
      this.longIds++;
      if (endsRounded(bytes, from, to)) this.roundedIds++;
    }
    const form = bytes[from + 6] === 0x2d ? from - to : to - from;
    let usual = plain ? this.#usual.get(form) : undefined;
    if (usual === undefined) {
      usual = this.#pattern.test(Buffer.from(bytes.subarray(from, to)).toString('latin1'));
      if (plain) this.#usual.set(form, usual);
    }
    if (usual) return;
    if (this.#unusualIds++ === 0) this.#firstUnusual = row;
  }

  /** Tells what was seen; called once, behind the last record. */
  tell(problems: ProblemLog, input: number): void {
    const { longIds, roundedIds } = this;
    const isMany = longIds >= ROUNDED_FEWEST && roundedIds > longIds * ROUNDED_SHARE;
    if (isMany && isBeyondChance(longIds, roundedIds)) {
      problems.add({ code: 'order-ids-rounded', input, record: 0, count: roundedIds });
    }
    if (this.#unusualIds > 0) {
      problems.add({ code: 'order-id-unusual', input, record: this.#firstUnusual, count: this.#unusualIds });
    }
  }
}
