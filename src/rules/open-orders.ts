// The orders that a rule keeps until it has seen all: by person or product, in flat columns; and what to do of several.

import { STAGES, type Stage } from '../core/aging.js';
import type { Evidence, NextStep } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { buyersOutstanding, figure, stepByStage } from './rule.js';
import { yuan } from './words.js';

/** What is kept of an order. */
export interface OpenOrder {
  readonly order: number;
  readonly shop: number;
  /** What the buyer owes of it, fen; above 0, but for orders that `addAny` took. */
  readonly fen: number;
  /** What it came to: receivable less refunds, fen, 0 or more. */
  readonly amountFen: number;
  /** The whole of it has come in. */
  readonly settled: boolean;
  /** Civil seconds, NaN where unknown. */
  readonly orderedAt: number;
  readonly promisedAt: number;
  readonly stage: Stage;
  readonly proven: boolean;
  readonly daysPastDue: number;
}

/** Orders by a key. Memory: some eighty bytes an order. */
export class OpenOrders {
  readonly #key: number[] = [];
  readonly #order: number[] = [];
  readonly #shop: number[] = [];
  readonly #fen: number[] = [];
  readonly #amountFen: number[] = [];
  readonly #settled: boolean[] = [];
  readonly #orderedAt: number[] = [];
  readonly #promisedAt: number[] = [];
  readonly #stage: number[] = [];
  readonly #proven: boolean[] = [];
  readonly #daysPastDue: number[] = [];

  /** Takes an order; one of which the buyer owes nothing, or without a key (-1), is left out. */
  add(key: number, audited: AuditedOrder): void {
    if (buyersOutstanding(audited) > 0) this.addAny(key, audited);
  }

  /** Takes an order whether or not something of it is open; one without a key (-1) or a receivable is left out. */
  addAny(key: number, audited: AuditedOrder): void {
    const { order, shop, judged, orderedAt, promisedAt, proven, daysPastDue } = audited;
    if (key < 0 || judged.receivable <= 0) return;
    this.#key.push(key);
    this.#order.push(order);
    this.#shop.push(shop);
    this.#fen.push(Math.max(0, buyersOutstanding(audited)));
    this.#amountFen.push(Math.max(0, judged.receivable - judged.money.refunded));
    this.#settled.push(judged.collection === 'settled');
    this.#daysPastDue.push(daysPastDue);
    this.#orderedAt.push(orderedAt);
    this.#promisedAt.push(promisedAt);
    this.#stage.push(STAGES.indexOf(judged.stage));
    this.#proven.push(proven);
  }

  /** The orders of each key that has at least so many, by index; in the order of the keys. */
  *groups(least: number): Generator<readonly [key: number, orders: readonly OpenOrder[]]> {
    // Sorted by counting: keys are numbers from 0 on, and never more than there are lines.
    const keys = this.#key.reduce((most, key) => Math.max(most, key), -1) + 1;
    const end = new Uint32Array(keys + 1);
    for (const key of this.#key) end[key + 1]!++;
    for (let key = 0; key < keys; key++) end[key + 1]! += end[key]!;
    const rows = new Uint32Array(this.#key.length);
    this.#key.forEach((key, row) => {
      rows[end[key]!++] = row;
    });
    for (let key = 0, from = 0; key < keys; key++) {
      const to = end[key]!;
      if (to - from >= Math.max(1, least)) {
        const group: OpenOrder[] = [];
        for (let i = from; i < to; i++) group.push(this.#at(rows[i]!));
        yield [key, group.sort((a, b) => a.order - b.order)];
      }
      from = to;
    }
  }

  #at(row: number): OpenOrder {
    return {
      order: this.#order[row]!,
      shop: this.#shop[row]!,
      fen: this.#fen[row]!,
      amountFen: this.#amountFen[row]!,
      settled: this.#settled[row]!,
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
