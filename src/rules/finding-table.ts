// Findings about one order each, as numbers in one column: a large run has a hundred thousand of them to its end.

import type { Evidence, Finding } from '../core/finding.js';
import { enlarged } from '../core/key-table.js';
import { numberOf } from './rule.js';

/** What findings have in common: all of a finding but its numbers. */
type Form = Pick<Finding, 'rule' | 'severity' | 'strength' | 'stage' | 'nextStep' | 'unproven' | 'evidence'>;

/** Where a finding's numbers stand: the order, the yuan behind it and the deadline in front of its figures. */
const [ORDER, EXPOSURE, DEADLINE, FIGURES] = [0, 1, 2, 3];

/** Memory: 24 bytes a finding, 8 for each of its figures, and what is handed out for it. */
export class FindingTable {
  numbers = new Float64Array(1 << 10);
  #size = 0;
  /** By rule; their figures are those of the first finding of that form. */
  readonly #forms = new Map<string, Form[]>();

  /** The same finding, held in the table where that is possible; it must have nothing that is seldom (see `Draft`). */
  held(finding: Finding): Finding {
    const { orders, evidence } = finding;
    if (orders.length !== 1 || evidence.some(({ kind }) => kind === 'orders' || kind === 'link'))
      return finding;
    const at = this.#size;
    this.#size += FIGURES + evidence.length;
    if (this.#size > this.numbers.length) this.numbers = enlarged(this.numbers, this.#size * 2);
    this.numbers[at + ORDER] = orders[0]!;
    this.numbers[at + EXPOSURE] = finding.exposureFen;
    this.numbers[at + DEADLINE] = finding.deadline ?? Number.NaN;
    for (let i = 0; i < evidence.length; i++) this.numbers[at + FIGURES + i] = numberOf(evidence[i]!);
    return new HeldFinding(this, at, this.#formOf(finding));
  }

  #formOf(finding: Finding): Form {
    let forms = this.#forms.get(finding.rule);
    if (forms === undefined) {
      forms = [];
      this.#forms.set(finding.rule, forms);
    }
    for (const form of forms) if (isOfForm(finding, form)) return form;
    const { rule, severity, strength, stage, nextStep, unproven, evidence } = finding;
    const form = { rule, severity, strength, stage, nextStep, unproven, evidence };
    forms.push(form);
    return form;
  }
}

/** Looks like any other finding; what it says is made when it is asked for. */
class HeldFinding implements Finding {
  readonly #table: FindingTable;
  readonly #at: number;
  readonly #form: Form;

  constructor(table: FindingTable, at: number, form: Form) {
    this.#table = table;
    this.#at = at;
    this.#form = form;
  }

  get rule() {
    return this.#form.rule;
  }

  get severity() {
    return this.#form.severity;
  }

  get strength() {
    return this.#form.strength;
  }

  get stage() {
    return this.#form.stage;
  }

  get nextStep() {
    return this.#form.nextStep;
  }

  get unproven() {
    return this.#form.unproven;
  }

  get orders(): readonly number[] {
    return [this.#number(ORDER)];
  }

  get exposureFen() {
    return this.#number(EXPOSURE);
  }

  get deadline() {
    return this.#number(DEADLINE);
  }

  get evidence(): readonly Evidence[] {
    return this.#form.evidence.map((one, i) => withNumber(one, this.#number(FIGURES + i)));
  }

  #number(place: number): number {
    return this.#table.numbers[this.#at + place]!;
  }
}

function isOfForm(finding: Finding, form: Form): boolean {
  return (
    finding.severity === form.severity &&
    finding.stage === form.stage &&
    finding.nextStep === form.nextStep &&
    finding.strength === form.strength &&
    finding.unproven === form.unproven &&
    finding.evidence.length === form.evidence.length &&
    finding.evidence.every((one, i) => isLike(one, form.evidence[i]!))
  );
}

/** Whether two figures differ in their number alone. */
function isLike(one: Evidence, other: Evidence): boolean {
  if (one.kind !== other.kind || one.name !== other.name) return false;
  if (one.kind === 'word' && other.kind === 'word') return one.word === other.word;
  if (one.kind === 'term' && other.kind === 'term') return one.term === other.term;
  return one.kind !== 'param' || other.kind !== 'param' || one.param === other.param;
}

/** A figure with another number; `orders` and `link` are more than a number, and a word is none. */
function withNumber(one: Evidence, number: number): Evidence {
  const { name } = one;
  switch (one.kind) {
    case 'amount':
      return { kind: 'amount', name, fen: number };
    case 'days':
      return { kind: 'days', name, days: number };
    case 'count':
      return { kind: 'count', name, count: number };
    case 'ratio':
      return { kind: 'ratio', name, ratio: number };
    case 'date':
      return { kind: 'date', name, day: number };
    case 'time':
      return { kind: 'time', name, seconds: number };
    case 'param':
      return { kind: 'param', name, param: one.param, value: number };
    default:
      return one;
  }
}
