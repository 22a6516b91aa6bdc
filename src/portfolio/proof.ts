// Whether a missing bill row proves that no money came in: coverage, lag, the control group, a settled order.

import { covers, type Period } from './periods.js';

/** Conditions of the proof; those that fail are named. */
export const PROOF_CONDITIONS = ['no-bills', 'coverage', 'control', 'none-settled', 'other-shop'] as const;
export type ProofCondition = (typeof PROOF_CONDITIONS)[number];

/** One ordinary order as the proof sees it; days are day numbers, NaN where unknown. */
export interface OrdinaryOrder {
  readonly receivedDay: number;
  /** Only for orders whose state says received. */
  readonly shippedDay: number;
  /** Day of the first income row; Infinity where it has no time, NaN without one. */
  readonly incomeDay: number;
  /** An after-sale is or was open: its missing row would prove nothing. */
  readonly disputed: boolean;
}

/** Found in the orders, the platform's default, or set by the user. */
export type LagSource = 'learned' | 'default' | 'set';

export interface ProofFacts {
  /** All days that the bills cover, and of these the ones up to the as-of date: only they prove anything of an order. */
  readonly periods: readonly Period[];
  readonly past: readonly Period[];
  /** Days from receipt to income. */
  readonly lagDays: number;
  readonly lagSource: LagSource;
  /** Days from shipping to income, where no receipt times exist; NaN when not learned. */
  readonly shippingLagDays: number;
  readonly controlOrders: number;
  /** 0 to 1; NaN without a control group. */
  readonly controlRate: number;
  /** Conditions that fail for every order; empty: what is covered is proven. */
  readonly failed: readonly ProofCondition[];
}

/** So many ordinary orders must have settled before their lag says anything. */
const LAG_ORDERS = 50;
const LAG_PERCENTILE = 0.99;
/** Control group: so many orders, and so many of a hundred with an income row. */
export const CONTROL_ORDERS = 30;
export const CONTROL_RATE = 0.98;
/** Below this rate the bills belong to another shop, period or wallet. */
const FOREIGN_RATE = 0.5;

/** The 99th percentile, by nearest rank; NaN of nothing. */
function percentile(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * LAG_PERCENTILE) - 1)] ?? Number.NaN;
}

export interface LearnedLag {
  readonly lagDays: number;
  readonly lagSource: LagSource;
  readonly shippingLagDays: number;
}

/** The lag that the user set, for orders with a receipt time and for those without. */
export function setLag(lagDays: number): LearnedLag {
  return { lagDays, lagSource: 'set', shippingLagDays: Number.NaN };
}

/** How long after receipt (or shipping) money comes in, from ordinary orders that settle after it. */
export function learnLag(orders: Iterable<OrdinaryOrder>, defaultDays: number): LearnedLag {
  const fromReceipt: number[] = [];
  const fromShipping: number[] = [];
  for (const { receivedDay, shippedDay, incomeDay } of orders) {
    if (!Number.isFinite(incomeDay)) continue;
    if (incomeDay >= receivedDay) fromReceipt.push(incomeDay - receivedDay);
    if (incomeDay >= shippedDay) fromShipping.push(incomeDay - shippedDay);
  }
  const learned = fromReceipt.length >= LAG_ORDERS;
  return {
    lagDays: learned ? percentile(fromReceipt) : defaultDays,
    lagSource: learned ? 'learned' : 'default',
    shippingLagDays: fromShipping.length >= LAG_ORDERS ? percentile(fromShipping) : Number.NaN,
  };
}

/** Ordinary orders that are looked for in the bills. */
export interface ControlGroup {
  readonly orders: number;
  /** Of these with an income row, 0 to 1; NaN of none. */
  readonly rate: number;
  /** The bills cover the lag of each of them: one that has no row yet will never have one. */
  readonly waited: boolean;
}

/**
 * The control group: ordinary orders whose money must stand in the bills, received (or, without receipt times, shipped)
 * on a covered day with the lag behind it covered too. Fewer than 30: all that were received on a covered day, waited
 * for or not. `dueDays`: days from shipping to the latest due date, where no lag from shipping was learned.
 */
export function controlGroup(
  orders: Iterable<OrdinaryOrder>,
  periods: readonly Period[],
  lag: LearnedLag,
  dueDays: number,
): ControlGroup {
  const { lagDays, shippingLagDays } = lag;
  const shippingWait = Number.isNaN(shippingLagDays) ? dueDays + lagDays : shippingLagDays;
  let strict = 0;
  let strictHits = 0;
  let wide = 0;
  let wideHits = 0;
  for (const { receivedDay, shippedDay, incomeDay, disputed } of orders) {
    if (disputed) continue;
    const byReceipt = !Number.isNaN(receivedDay);
    const start = byReceipt ? receivedDay : shippedDay;
    const wait = byReceipt ? lagDays : shippingWait;
    if (Number.isNaN(start) || !covers(periods, start, start)) continue;
    const hit = Number.isNaN(incomeDay) ? 0 : 1;
    wide++;
    wideHits += hit;
    if (!covers(periods, start, start + wait)) continue;
    strict++;
    strictHits += hit;
  }
  return strict >= CONTROL_ORDERS
    ? { orders: strict, rate: strictHits / strict, waited: true }
    : { orders: wide, rate: wide === 0 ? Number.NaN : wideHits / wide, waited: false };
}

/** True when a control group of that size and rate shows that missing rows mean missing money. */
export function controlHolds(control: Pick<ControlGroup, 'orders' | 'rate'>): boolean {
  return control.orders >= CONTROL_ORDERS && control.rate >= CONTROL_RATE;
}

/**
 * True when bills with order rows belong to somebody else: whoever gave them must be told, not an audit made. Only a
 * group that was waited for tells: orders received in a bill's last days stand in no bill yet, whosever it is, and a low
 * rate of such a group proves nothing but stops nothing (the condition `control` fails).
 */
export function controlForeign({ orders, rate, waited }: ControlGroup): boolean {
  return waited && orders >= CONTROL_ORDERS && rate < FOREIGN_RATE;
}
