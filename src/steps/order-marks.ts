// Which findings name an order: what its cells in the annotated copy, and a look at one order, are made of.

import { type Finding, NEXT_STEPS, type NextStep, SEVERITIES } from '../core/finding.js';
import { enlarged } from '../core/key-table.js';

/** More than there are rules. */
const MOST_RULES = 1024;

/** What findings say of one order. */
export interface OrderMark {
  /** Most severe first, then in the order of the rules; indexes into the findings. */
  readonly findings: readonly number[];
  /** Orders of the same findings have the same number. */
  readonly mark: number;
  /** More than one order carries it. */
  readonly isShared: boolean;
}

/** Of an order without findings. */
const NO_MARK: OrderMark = { findings: [], mark: 0, isShared: true };

/**
 * The findings of each order. A mark is an earlier mark and one finding more; mark 0 has none. Memory: four bytes an
 * order, twelve a mark: a hundred thousand orders of one finding share one mark.
 */
export class OrderMarks {
  #size = 1;
  #before = new Int32Array(1 << 8);
  #finding = new Int32Array(1 << 8);
  #orders = new Int32Array(1 << 8);
  readonly #of: Int32Array;

  /** `rank`: where a rule stands in the list of rules. `orders`: how many orders of any kind there are. */
  constructor(findings: readonly Finding[], rank: (rule: string) => number, orders: number) {
    this.#of = new Int32Array(orders);
    // Orders that carry the same findings before this one carry the same ones after it.
    const next = new Map<number, number>();
    for (const finding of sequenceOf(findings, rank)) {
      const { orders } = findings[finding]!;
      // Most findings are of one order.
      if (orders.length === 1) {
        this.#move(orders[0]!, this.#add(this.#of[orders[0]!]!, finding));
        continue;
      }
      next.clear();
      for (const order of orders) {
        const old = this.#of[order]!;
        let mark = next.get(old);
        if (mark === undefined) {
          mark = this.#add(old, finding);
          next.set(old, mark);
        }
        this.#move(order, mark);
      }
    }
  }

  of(order: number): OrderMark {
    const mark = this.#of[order]!;
    if (mark === 0) return NO_MARK;
    const findings: number[] = [];
    for (let at = mark; at > 0; at = this.#before[at]!) findings.push(this.#finding[at]!);
    return { findings: findings.reverse(), mark, isShared: this.#orders[mark]! > 1 };
  }

  #move(order: number, mark: number): void {
    this.#orders[this.#of[order]!]!--;
    this.#orders[mark]!++;
    this.#of[order] = mark;
  }

  #add(before: number, finding: number): number {
    const mark = this.#size++;
    if (mark === this.#finding.length) {
      this.#before = enlarged(this.#before, mark * 2);
      this.#finding = enlarged(this.#finding, mark * 2);
      this.#orders = enlarged(this.#orders, mark * 2);
    }
    this.#before[mark] = before;
    this.#finding[mark] = finding;
    return mark;
  }
}

/** Indexes of the findings, most severe first, then by rule, then as they came. */
function sequenceOf(findings: readonly Finding[], rank: (rule: string) => number): Float64Array {
  // One number for all three, which sorts without a comparison of objects.
  const count = findings.length;
  const ranks = new Map<string, number>();
  const keys = Float64Array.from(findings, ({ severity, rule }, i) => {
    const known = ranks.get(rule) ?? rank(rule);
    ranks.set(rule, known);
    const mildness = SEVERITIES.length - SEVERITIES.indexOf(severity);
    return (mildness * MOST_RULES + known) * count + i;
  });
  return keys.sort().map((key) => key % count);
}

/**
 * What the findings of an order ask for, the most urgent first, each once. One that is only information asks for nothing, but for
 * a parcel that can still be held.
 */
export function stepsAsked(findings: readonly Finding[]): readonly NextStep[] {
  const steps: NextStep[] = [];
  for (const { severity, nextStep } of findings) {
    const isAsked = severity !== 'info' || nextStep === 'hold';
    if (isAsked && !steps.includes(nextStep)) steps.push(nextStep);
  }
  return steps.length < 2 ? steps : steps.sort((a, b) => NEXT_STEPS.indexOf(a) - NEXT_STEPS.indexOf(b));
}
