// The orders that a rule keeps until it has seen all: by person or product, in flat columns; and what to do of several.

import { STAGES, type Stage } from '../core/aging.js';
import type { Evidence, NextStep } from '../core/finding.js';
import { enlarged } from '../core/key-table.js';
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

/** Orders by a key. Memory: 52 bytes an order. */
export class OpenOrders {
  #size = 0;
  #capacity = 1 << 8;
  #key = new Int32Array(this.#capacity);
  #order = new Int32Array(this.#capacity);
  #shop = new Int32Array(this.#capacity);
  #fen = new Float64Array(this.#capacity);
  #amountFen = new Float64Array(this.#capacity);
  #settled = new Uint8Array(this.#capacity);
  #orderedAt = new Float64Array(this.#capacity);
  #promisedAt = new Float64Array(this.#capacity);
  #stage = new Uint8Array(this.#capacity);
  #proven = new Uint8Array(this.#capacity);
  #daysPastDue = new Int32Array(this.#capacity);

  /** Takes an order; one of which the buyer owes nothing, or without a key (-1), is left out. */
  add(key: number, audited: AuditedOrder): void {
    if (buyersOutstanding(audited) > 0) this.addAny(key, audited);
  }

  /** Takes an order whether or not something of it is open; one without a key (-1) or a receivable is left out. */
  addAny(key: number, audited: AuditedOrder): void {
    const { order, shop, judged, orderedAt, promisedAt, proven, daysPastDue } = audited;
    if (key < 0 || judged.receivable <= 0) return;
    if (this.#size === this.#capacity) this.#grow();
    const row = this.#size++;
    this.#key[row] = key;
    this.#order[row] = order;
    this.#shop[row] = shop;
    this.#fen[row] = Math.max(0, buyersOutstanding(audited));
    this.#amountFen[row] = Math.max(0, judged.receivable - judged.money.refunded);
    this.#settled[row] = judged.collection === 'settled' ? 1 : 0;
    this.#daysPastDue[row] = daysPastDue;
    this.#orderedAt[row] = orderedAt;
    this.#promisedAt[row] = promisedAt;
    this.#stage[row] = STAGES.indexOf(judged.stage);
    this.#proven[row] = proven ? 1 : 0;
  }

  /** The orders of each key that has at least so many, by index; in the order of the keys. */
  *groups(least: number): Generator<readonly [key: number, orders: readonly OpenOrder[]]> {
    // Sorted by counting: keys are numbers from 0 on, and never more than there are lines.
    const all = this.#key.subarray(0, this.#size);
    const keys = all.reduce((most, key) => Math.max(most, key), -1) + 1;
    const end = new Uint32Array(keys + 1);
    for (const key of all) end[key + 1]!++;
    for (let key = 0; key < keys; key++) end[key + 1]! += end[key]!;
    const rows = new Uint32Array(this.#size);
    all.forEach((key, row) => {
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
      settled: this.#settled[row] === 1,
      orderedAt: this.#orderedAt[row]!,
      promisedAt: this.#promisedAt[row]!,
      stage: STAGES[this.#stage[row]!]!,
      proven: this.#proven[row] === 1,
      daysPastDue: this.#daysPastDue[row]!,
    };
  }

  #grow(): void {
    this.#capacity *= 2;
    this.#key = enlarged(this.#key, this.#capacity);
    this.#order = enlarged(this.#order, this.#capacity);
    this.#shop = enlarged(this.#shop, this.#capacity);
    this.#fen = enlarged(this.#fen, this.#capacity);
    this.#amountFen = enlarged(this.#amountFen, this.#capacity);
    this.#settled = enlarged(this.#settled, this.#capacity);
    this.#orderedAt = enlarged(this.#orderedAt, this.#capacity);
    this.#promisedAt = enlarged(this.#promisedAt, this.#capacity);
    this.#stage = enlarged(this.#stage, this.#capacity);
    this.#proven = enlarged(this.#proven, this.#capacity);
    this.#daysPastDue = enlarged(this.#daysPastDue, this.#capacity);
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

/** What 95 % of the shop's orders do not exceed, fen; nothing where it is not known (NaN). */
export function usualLimit(p95Fen: number): readonly Evidence[] {
  return Number.isNaN(p95Fen) ? [] : [{ kind: 'amount', name: 'shop-p95', fen: p95Fen }];
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
