// Which findings name an order: what its cells in the annotated copy, and a look at one order, are made of.

import { type Finding, NEXT_STEPS, SEVERITIES } from '../core/finding.js';

/** What findings say of one order. */
export interface OrderMark {
  /** Most severe first, then in the order of the rules; indexes into the findings. */
  readonly findings: readonly number[];
}

const NO_MARK: OrderMark = { findings: [] };

/** The findings of each order. Memory: four bytes an order; orders of the same findings share one mark. */
export class OrderMarks {
  readonly #marks: OrderMark[] = [NO_MARK];
  readonly #of: Int32Array;

  /** `rank`: where a rule stands in the list of rules. `orders`: how many orders of any kind there are. */
  constructor(findings: readonly Finding[], rank: (rule: string) => number, orders: number) {
    this.#of = new Int32Array(orders);
    const sequence = findings
      .map((_, i) => i)
      .sort((a, b) => before(findings[a]!, findings[b]!, rank) || a - b);
    for (const finding of sequence) {
      // Orders that carry the same findings before this one carry the same ones after it.
      const next = new Map<number, number>();
      for (const order of findings[finding]!.orders) {
        const old = this.#of[order]!;
        let mark = next.get(old);
        if (mark === undefined) {
          mark = this.#marks.push({ findings: [...this.#marks[old]!.findings, finding] }) - 1;
          next.set(old, mark);
        }
        this.#of[order] = mark;
      }
    }
  }

  of(order: number): OrderMark {
    return this.#marks[this.#of[order]!]!;
  }
}

function before(a: Finding, b: Finding, rank: (rule: string) => number): number {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity);
  return severity === 0 ? rank(a.rule) - rank(b.rule) : severity;
}

/**
 * The finding that says what to do about an order: of those that matter, the one with the most urgent step. One that
 * is only information asks for nothing, but for a parcel that can still be held.
 */
export function leadingFinding(mark: OrderMark, findings: readonly Finding[]): Finding | null {
  const asking = mark.findings
    .map((i) => findings[i]!)
    .filter(({ severity, nextStep }) => severity !== 'info' || nextStep === 'hold');
  const urgency = ({ nextStep }: Finding) => NEXT_STEPS.indexOf(nextStep);
  return asking.reduce<Finding | null>(
    (first, one) => (first === null || urgency(one) < urgency(first) ? one : first),
    null,
  );
}
