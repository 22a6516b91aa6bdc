// The open orders that a rule keeps until it has seen all: by person or product, in flat columns; and what to do of several.

import { STAGES, type Stage } from '../core/aging.js';
import type { Evidence, NextStep } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { buyersOutstanding, figure, stepByStage } from './rule.js';
import { yuan } from './words.js';

/** What is kept of an order. */
export interface OpenOrder {
  readonly order: number;
  /** What the buyer owes of it, fen; above 0. */
  readonly fen: number;
  /** Civil seconds, NaN where unknown. */
  readonly orderedAt: number;
  readonly promisedAt: number;
  readonly stage: Stage;
  readonly proven: boolean;
  readonly daysPastDue: number;
}

/** Open orders by a key. Memory: some fifty bytes an order; time: n log n. */
export class OpenOrders {
  readonly #key: number[] = [];
  readonly #order: number[] = [];
  readonly #fen: number[] = [];
  readonly #orderedAt: number[] = [];
  readonly #promisedAt: number[] = [];
  readonly #stage: number[] = [];
  readonly #proven: boolean[] = [];
  readonly #daysPastDue: number[] = [];

  /** Takes an order; one of which the buyer owes nothing, or without a key (-1), is left out. */
  add(key: number, audited: AuditedOrder): void {
    const fen = buyersOutstanding(audited);
    if (key < 0 || fen <= 0) return;
    const { order, judged, orderedAt, promisedAt, proven, daysPastDue } = audited;
    this.#key.push(key);
    this.#order.push(order);
    this.#fen.push(fen);
    this.#daysPastDue.push(daysPastDue);
    this.#orderedAt.push(orderedAt);
    this.#promisedAt.push(promisedAt);
    this.#stage.push(STAGES.indexOf(judged.stage));
    this.#proven.push(proven);
  }

  /** The orders of each key, by index; in the order of the keys, whatever the order in which they came. */
  *groups(): Generator<readonly [key: number, orders: readonly OpenOrder[]]> {
    const rows = Uint32Array.from(this.#key.keys());
    rows.sort((a, b) => this.#key[a]! - this.#key[b]! || this.#order[a]! - this.#order[b]!);
    for (let from = 0; from < rows.length; ) {
      const key = this.#key[rows[from]!]!;
      let to = from;
      while (to < rows.length && this.#key[rows[to]!] === key) to++;
      yield [key, Array.from(rows.subarray(from, to), (row) => this.#at(row))];
      from = to;
    }
  }

  #at(row: number): OpenOrder {
    return {
      order: this.#order[row]!,
      fen: this.#fen[row]!,
      orderedAt: this.#orderedAt[row]!,
      promisedAt: this.#promisedAt[row]!,
      stage: STAGES[this.#stage[row]!]!,
      proven: this.#proven[row]!,
      daysPastDue: this.#daysPastDue[row]!,
    };
  }
}

/** What is outstanding of them together, how much of that is unproven, and how many they are. */
export function sumEvidence(orders: readonly OpenOrder[]): readonly Evidence[] {
  const sum = (some: readonly OpenOrder[]) => some.reduce((fen, order) => fen + order.fen, 0);
  return [
    { kind: 'amount', name: 'total', fen: sum(orders) },
    { kind: 'amount', name: 'unproven', fen: sum(orders.filter(({ proven }) => !proven)) },
    { kind: 'count', name: 'orders', count: orders.length },
  ];
}

/** `共 5,200.00 元`, and how much of that is unproven. */
export function sumText(evidence: readonly Evidence[]): Both {
  const total = figure(evidence, 'total');
  const unproven = figure(evidence, 'unproven');
  const zh = `共 ${yuan(total)} 元`;
  const en = `${yuan(total)} yuan together`;
  if (unproven === 0) return { zh, en };
  if (unproven === total) return { zh: `${zh}，到账待核实`, en: `${en}, collection unproven` };
  const part = yuan(unproven);
  return { zh: `${zh}，其中 ${part} 到账待核实`, en: `${en}, ${part} of it unproven` };
}

/**
 * What to do about several orders (at least one): the step of those that can still be saved best, and where that is to
 * hold them, the first of their promised shipping times (NaN: the file gives none).
 */
export function stepForAll(orders: readonly OpenOrder[]): { nextStep: NextStep; deadline: number } {
  const best = orders.reduce((least, { stage }) => Math.min(least, STAGES.indexOf(stage)), STAGES.length - 1);
  const first = orders.filter(({ stage }) => stage === STAGES[best]);
  const isProven = first.some(({ proven }) => proven);
  const days = first.reduce((most, { daysPastDue }) => Math.max(most, daysPastDue), 0);
  const nextStep = stepByStage(STAGES[best]!, isProven, days);
  // A time that is not known is never less than another one.
  const deadline = first.reduce(
    (least, { promisedAt }) => (least <= promisedAt || Number.isNaN(promisedAt) ? least : promisedAt),
    Number.NaN,
  );
  return { nextStep, deadline: nextStep === 'hold' ? deadline : Number.NaN };
}
