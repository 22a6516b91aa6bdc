// One finding as reports show it.

import type { Finding } from '../core/finding.js';
import type { FindingModel } from '../report/findings.js';
import { ruleNamed } from '../rules/index.js';
import type { FindingTypologies } from './finding-typologies.js';
import type { Findings } from './findings.js';

/** Made of a finding when it is asked for: of ten thousand findings a console shows twelve. */
export class ShownFinding implements FindingModel {
  readonly #finding: Finding;
  readonly #number: number;
  readonly #place: ReadonlyMap<number, number>;
  readonly #found: Findings;
  readonly #typologies: FindingTypologies;

  constructor(
    finding: Finding,
    number: number,
    place: ReadonlyMap<number, number>,
    found: Findings,
    typologies: FindingTypologies,
  ) {
    this.#finding = finding;
    this.#number = number;
    this.#place = place;
    this.#found = found;
    this.#typologies = typologies;
  }

  get id() {
    return `F${this.#number}`;
  }

  get rule() {
    return this.#finding.rule;
  }

  get code() {
    return this.#rule.aliases[0] ?? this.rule;
  }

  get title() {
    return this.#rule.title;
  }

  get severity() {
    return this.#finding.severity;
  }

  get strength() {
    return this.#finding.strength;
  }

  get stage() {
    return this.#finding.stage;
  }

  get orders() {
    return this.#finding.orders;
  }

  get cluster() {
    const { cluster } = this.#finding;
    return cluster === undefined ? null : this.#place.get(cluster)!;
  }

  get exposureFen() {
    return this.#finding.exposureFen;
  }

  get evidence() {
    return this.#finding.evidence;
  }

  get nextStep() {
    return this.#finding.nextStep;
  }

  get deadline() {
    return this.#finding.deadline ?? Number.NaN;
  }

  get unproven() {
    return this.#finding.unproven;
  }

  get subject() {
    return this.#finding.subject ?? '';
  }

  get apart() {
    return this.#finding.apart === true;
  }

  get aside() {
    return this.#finding.aside === true;
  }

  get firstOrder() {
    return firstOrder(this.#finding, this.#found);
  }

  get line() {
    return this.#rule.line(this.#finding.evidence, this.#finding.unproven);
  }

  get typology() {
    return this.#typologies.of(this.#finding);
  }

  get #rule() {
    return ruleNamed(this.#finding.rule)!;
  }
}

/** The order that a finding of several is shown by: the same whatever the order of the records. */
function firstOrder({ orders, stage }: Finding, { stageOf, orderId }: Findings): number {
  let first = -1;
  let id = '';
  for (const order of orders) {
    if (stageOf(order) !== stage) continue;
    const own = orderId(order);
    if (first >= 0 && own >= id) continue;
    first = order;
    id = own;
  }
  return first;
}
