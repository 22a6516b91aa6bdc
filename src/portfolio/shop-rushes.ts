// How many orders a shop has in ten minutes, and how many that day and hour would make one expect.

import { chanceOfCount } from '../core/binomial.js';
import type { OrderBook } from '../core/order-book.js';
import { hourOfWeek } from '../core/time-of-day.js';

const BIN = 600;
const BINS_OF_HOUR = 6;
const HOURS = 24;
const BINS_OF_DAY = BINS_OF_HOUR * HOURS;
/** Twenty years: what lies further back than that from the latest order is a typing error. */
const MOST_BINS = 2 ** 20;
/** Bins that stand out most are left out of what is usual. */
const KEPT_SHARE = 0.99;

/** Orders of ten minutes, how many were to be expected, and the chance of so many. */
export interface Rush {
  readonly orders: number;
  readonly expected: number;
  readonly chance: number;
}

/** Tells of the ten minutes around civil seconds. */
export type RushAt = (seconds: number) => Rush;

/**
 * Counts a shop's orders in bins of ten minutes. Expected is the day's total by the hour's share of all days; how far
 * counts stray from that is estimated from the bins themselves. Orders of live streams, and of a group-buy all but
 * one, do not count as far as their lines are held. `isOwn`: whether an order is the shop's and exists. Time: linear in orders and days.
 */
export function learnRushes(
  { log, together, lines }: Pick<OrderBook, 'log' | 'together' | 'lines'>,
  orders: number,
  isOwn: (order: number) => boolean,
): RushAt {
  const apart = apartOf({ together, lines });
  const counted = (order: number) => {
    return hourOfWeek(log.placed[order]!) >= 0 && isOwn(order) && !apart.has(order);
  };
  let last = 0;
  let first = Number.POSITIVE_INFINITY;
  for (let order = 0; order < orders; order++) {
    if (!counted(order)) continue;
    const bin = Math.floor(log.placed[order]! / BIN);
    if (bin > last) last = bin;
    if (bin < first) first = bin;
  }
  first = Math.max(first, last - MOST_BINS);
  first -= first % BINS_OF_DAY;
  const bins = new Uint32Array(Math.max(0, last - first + 1));
  for (let order = 0; order < orders; order++) {
    if (counted(order)) bins[Math.floor(log.placed[order]! / BIN) - first]!++;
  }
  const expected = expectedOf(bins);
  const dispersion = dispersionOf(bins, expected);
  return (seconds) => {
    const bin = Math.floor(seconds / BIN) - first;
    const mean = expected(bin);
    const count = bins[bin] ?? 0;
    return { orders: count, expected: mean, chance: mean > 0 ? chanceOfCount(count, mean, dispersion) : 1 };
  };
}

/** Orders that the platform brought together: those of live streams, and all but one of a group-buy. */
function apartOf({ together, lines }: Pick<OrderBook, 'together' | 'lines'>): Set<number> {
  const apart = new Set<number>();
  const heads = new Map<number, number>();
  for (const line of together.live) apart.add(lines.order[line]!);
  for (const [line, group] of together.groupBuy) {
    const order = lines.order[line]!;
    const head = heads.get(group) ?? order;
    heads.set(group, head);
    if (order !== head) apart.add(order);
  }
  return apart;
}

/** `bins` begin with a day. */
function expectedOf(bins: Uint32Array): (bin: number) => number {
  const days = new Float64Array(Math.ceil(bins.length / BINS_OF_DAY));
  const hours = new Float64Array(HOURS);
  let total = 0;
  bins.forEach((count, bin) => {
    days[Math.floor(bin / BINS_OF_DAY)]! += count;
    hours[Math.floor(bin / BINS_OF_HOUR) % HOURS]! += count;
    total += count;
  });
  return (bin) => {
    const ofDay = days[Math.floor(bin / BINS_OF_DAY)] ?? 0;
    const ofHour = hours[Math.floor(bin / BINS_OF_HOUR) % HOURS] ?? 0;
    return total === 0 ? 0 : (ofDay * ofHour) / total / BINS_OF_HOUR;
  };
}

/** How many times as far as by accident counts stray from what is expected; 1 at least. */
function dispersionOf(bins: Uint32Array, expected: (bin: number) => number): number {
  const strays: number[] = [];
  bins.forEach((count, bin) => {
    const mean = expected(bin);
    if (mean > 0) strays.push((count - mean) ** 2 / mean);
  });
  const kept = Float64Array.from(strays)
    .sort()
    .subarray(0, Math.ceil(strays.length * KEPT_SHARE));
  return Math.max(1, kept.reduce((sum, one) => sum + one, 0) / kept.length);
}
