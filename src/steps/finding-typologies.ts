// The typology of each finding of a run: what stands beside it, by its orders and by its group.

import type { Finding } from '../core/finding.js';
import { mayReach, type ReachedTypology, type Signal, typologyOf } from '../rules/typologies.js';
import type { Findings } from './findings.js';

/** The name says that nothing has come in: as many of the orders must be open, for one in five may have been paid. */
const LEAST_OPEN = 0.8;

/** What is needed of the findings of a run. */
type Found = Pick<Findings, 'findings' | 'marks' | 'isOpen'>;

/** Looks when it is asked. Time, over all findings: their orders times the findings on one order. */
export class FindingTypologies {
  readonly #found: Found;
  readonly #about: ReadonlyMap<number, readonly Finding[]>;
  /** Of findings with several orders: they are beside every one of them. */
  readonly #signals = new Map<Finding, Signal>();
  /** Each signal once, so that what stands beside a finding of many orders is a short list. */
  readonly #known = new Map<string, Signal[]>();

  /** `about`: by group the findings about it. */
  constructor(found: Found, about: ReadonlyMap<number, readonly Finding[]>) {
    this.#found = found;
    this.#about = about;
  }

  /** null where none is reached. */
  of(finding: Finding): ReachedTypology | null {
    const own = this.#signalOf(finding);
    if (!mayReach(own)) return null;
    const { findings, marks } = this.#found;
    const beside = new Set<Signal>();
    for (const order of finding.orders) {
      for (const other of marks.of(order).findings) beside.add(this.#signalOf(findings[other]!));
    }
    const { cluster = -1 } = finding;
    for (const other of this.#about.get(cluster) ?? []) beside.add(this.#signalOf(other));
    return typologyOf(own, [...beside]);
  }

  #signalOf(finding: Finding): Signal {
    const known = this.#signals.get(finding);
    if (known !== undefined) return known;
    const { rule, strength, unproven, apart, orders } = finding;
    const mayBe = !unproven && apart !== true;
    const uncollected = mayBe && this.#openOf(orders) >= LEAST_OPEN * Math.max(1, orders.length);
    const signal = this.#sameFor(rule, strength === 'weak', uncollected);
    if (orders.length > 1) this.#signals.set(finding, signal);
    return signal;
  }

  #sameFor(rule: string, weak: boolean, uncollected: boolean): Signal {
    const known = this.#known.get(rule) ?? [];
    const same = known.find((one) => one.weak === weak && one.uncollected === uncollected);
    if (same !== undefined) return same;
    const signal = { rule, weak, uncollected };
    this.#known.set(rule, [...known, signal]);
    return signal;
  }

  #openOf(orders: readonly number[]): number {
    return orders.reduce((open, order) => open + (this.#found.isOpen(order) ? 1 : 0), 0);
  }
}
