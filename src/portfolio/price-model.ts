// How a file's totals follow from its prices and discounts: learned, so that an order whose total does not is seen.

import { LINE, type LineTable } from '../core/order-book.js';
import { MOST_PARTS, PartLearner } from '../core/part-learner.js';
import { lineReceivable } from './line-amounts.js';

/** Lines of a file that are learned from, spread over all of it; fewer than the least teach nothing. */
const MOST_SAMPLES = 2000;
const FEWEST = 5;

/**
 * The total of a line is its list amount (goods, postage and services, less the shop's discount) less some of the
 * platform's parts: which ones differs between templates, and is what holds on 95 % of a file's lines.
 */
export class PriceModel {
  readonly #lines: LineTable;
  /** By input: bits over its part columns; null where nothing was learned. */
  readonly #sets = new Map<number, number | null>();

  /** Time: linear in the lines. */
  constructor(lines: LineTable) {
    this.#lines = lines;
    const priced = new Map<number, number[]>();
    for (let line = 0; line < lines.size; line++) {
      if (!this.#isPriced(line)) continue;
      const input = lines.input[line]!;
      const known = priced.get(input);
      if (known === undefined) priced.set(input, [line]);
      else known.push(line);
    }
    for (const [input, all] of priced) {
      this.#sets.set(input, all.length < FEWEST ? null : this.#learn(all));
    }
  }

  /** Fen by which a line's prices and discounts exceed its total, below 0 where they fall short; NaN where it is not known. */
  gapOf(line: number): number {
    const set = this.#sets.get(this.#lines.input[line]!) ?? null;
    if (set === null || !this.#isPriced(line)) return Number.NaN;
    let gap = this.#differenceOf(line);
    for (let part = 0; part < MOST_PARTS; part++) {
      if ((set & (1 << part)) !== 0) gap -= this.#part(line, part);
    }
    return gap;
  }

  #learn(all: readonly number[]): number | null {
    const { parts } = this.#lines;
    const learner = new PartLearner(parts.length);
    const step = Math.ceil(all.length / MOST_SAMPLES);
    const held = new Float64Array(parts.length);
    for (let i = 0; i < all.length; i += step) {
      const line = all[i]!;
      for (let part = 0; part < parts.length; part++) held[part] = this.#part(line, part);
      learner.add(line, this.#differenceOf(line), held);
    }
    return learner.best();
  }

  #part(line: number, part: number): number {
    const fen = this.#lines.parts[part]![line]!;
    return fen > 0 ? fen : 0;
  }

  #differenceOf(line: number): number {
    return this.#lines.listAmount[line]! - lineReceivable(this.#lines, line);
  }

  /** Gifts have no price, and what shows 0 until the debit has no total. */
  #isPriced(line: number): boolean {
    const { flags, listAmount } = this.#lines;
    if ((flags[line]! & (LINE.gift | LINE.superseded)) !== 0 || Number.isNaN(listAmount[line]!)) return false;
    return lineReceivable(this.#lines, line) > 0;
  }
}
