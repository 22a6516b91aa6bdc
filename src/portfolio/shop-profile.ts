// What is usual in this shop, learned from all of its orders, ordinary ones included: amounts, prices, hours, refunds.

import { AmountCounts, type CommonAmount } from '../core/amount-counts.js';
import { CLOCK, comparedAmount, LINE, type OrderBook } from '../core/order-book.js';
import { LOGGED, TOLD } from '../core/order-log.js';
import { HOURS_OF_WEEK, hourOfWeek, isNight } from '../core/time-of-day.js';
import type { LineChains } from './copies.js';
import { type LineAmounts, lineReceivable } from './line-amounts.js';
import { learnRushes, type RushAt } from './shop-rushes.js';

/** Below so many orders nothing is said to be usual. */
const FEWEST_TO_LEARN = 200;
const DAY = 86_400;
/** 100 yuan. */
const ROUND_FEN = 10_000;

/** What the orders' amounts are: NaN where fewer than `FEWEST_TO_LEARN` show one. */
export interface UsualAmounts {
  /** Orders that show an amount: neither cancelled nor never paid. */
  readonly orders: number;
  readonly p95Fen: number;
  readonly p99Fen: number;
  /** The commonest amount; null where too few show one. */
  readonly commonest: CommonAmount | null;
  /** The share of orders of exactly this amount, 0 to 1; NaN where too few show one. */
  shareOf(fen: number): number;
  /** How many begin with 1, 2, ... 9; null where too few show one. */
  readonly digits: readonly number[] | null;
}

/** A shop's habits at the as-of date. Shares are from 0 to 1 and NaN where they cannot be known or too few tell. */
export interface ShopProfile {
  /** All orders of the shop, however paid. */
  readonly orders: number;
  readonly payLaterShare: number;
  readonly amounts: UsualAmounts;
  /** Refunded, of the orders that were not cancelled; only what the order exports themselves say. */
  readonly refundShare: number;
  /** Of a whole multiple of 100 yuan without a discount. */
  readonly roundShare: number;
  /** Orders with a time of day, and the share of them placed from 0 to 6 o'clock. */
  readonly timedOrders: number;
  readonly nightShare: number;
  /** Orders by weekday and hour, Monday 0 o'clock first; null where too few have a time of day. */
  readonly hours: readonly number[] | null;
  /** How busy ten minutes were; null where too few have a time of day. */
  readonly rushAt: RushAt | null;
  /** The orders that are credited to a promoter; null for one who has none. */
  promoted(promoter: number): Promoted | null;
}

/** Orders of one promoter of which it is known how they are paid, and those of them that are pay-later. */
export interface Promoted {
  readonly orders: number;
  readonly payLater: number;
}

/** The profiles of a run's shops. */
export interface ShopProfiles {
  /** The profile of a shop by its number; one in which nothing is known where its orders cannot be told from others. */
  of(shop: number): ShopProfile;
  /** The profile of a run of one shop; null where there are several or none. */
  readonly only: ShopProfile | null;
}

/** What is counted of a shop. */
class Tally {
  orders = 0;
  payLater = 0;
  decided = 0;
  readonly amounts = new AmountCounts();
  sold = 0;
  refunded = 0;
  round = 0;
  roundOf = 0;
  timed = 0;
  readonly promoted = new Map<number, { orders: number; payLater: number }>();
  readonly hours = new Uint32Array(HOURS_OF_WEEK);
}

/** What the profiles are learned from. */
export interface ProfileSources {
  readonly book: OrderBook;
  readonly chains: LineChains;
  readonly lineAmounts: readonly LineAmounts[];
  readonly asOfDay: number;
  answer(order: number): 'yes' | 'no' | 'unknown';
}

/**
 * Learns the profiles. Orders behind the as-of date do not exist. A shop's ordinary orders are those of the exports
 * that hold its pay-later orders and no other shop's. Time: linear in orders and lines.
 */
export function learnProfiles(sources: ProfileSources): ShopProfiles {
  const { book } = sources;
  const shopOf = shopsOfInputs(book);
  const tallies = new Map<number, Tally>();
  const ofInput = shopOf.map((shop) => {
    if (shop < 0) return null;
    const tally = tallies.get(shop) ?? new Tally();
    tallies.set(shop, tally);
    return tally;
  });
  takeLineEvidence(sources);
  count(sources, ofInput);
  const profiles = new Map(
    [...tallies].map(([shop, tally]) => [shop, profileOf(tally, rushesOf(sources, ofInput, tally))] as const),
  );
  const nothing = profileOf(new Tally(), null);
  return {
    of: (shop) => profiles.get(shop) ?? nothing,
    only: book.shopNumbers.size <= 1 ? ([...profiles.values()][0] ?? null) : null,
  };
}

/** Learned when it is first asked for: few runs ask. */
function rushesOf(
  { book, asOfDay }: ProfileSources,
  ofInput: readonly (Tally | null)[],
  tally: Tally,
): RushAt {
  const end = endOf(asOfDay);
  const { log, ids } = book;
  let learned: RushAt | null = null;
  return (seconds) => {
    learned ??= learnRushes(book, ids.size, (order) => {
      return ofInput[log.first[order]! - 1] === tally && log.placed[order]! < end;
    });
    return learned(seconds);
  };
}

/** Civil seconds at which the as-of day is over. */
function endOf(asOfDay: number): number {
  return Number.isNaN(asOfDay) ? Number.POSITIVE_INFINITY : (asOfDay + 1) * DAY;
}

/** Per input the number of the shop whose orders it holds; -1 where there are several or it cannot be told. */
function shopsOfInputs({ shopNumbers, lines, identities, log }: OrderBook): number[] {
  if (shopNumbers.size <= 1) return log.told.map(() => 0);
  const shops = log.told.map(() => Number.NaN);
  const mixed = new Set<number>();
  for (let line = 0; line < lines.size; line++) {
    const [input, shop] = [lines.input[line]!, identities.columns.shop[line]!];
    if (Number.isNaN(shops[input]!)) shops[input] = shop;
    else if (shops[input] !== shop) mixed.add(input);
  }
  // Of a shop in a mixed export the ordinary orders are not known, and pay-later ones alone say nothing of it.
  const unsure = new Set<number>();
  for (let line = 0; mixed.size > 0 && line < lines.size; line++) {
    if (mixed.has(lines.input[line]!)) unsure.add(identities.columns.shop[line]!);
  }
  return shops.map((shop, input) => (mixed.has(input) || unsure.has(shop) || !(shop >= 0) ? -1 : shop));
}

/** Gives ordinary orders of several lines their amounts. */
function takeLineEvidence({ book: { lineEvidence, log }, lineAmounts }: ProfileSources): void {
  lineEvidence.forEach(({ orders, amounts, sums }, input) => {
    const own = lineAmounts[input] === 'per-line';
    orders.forEach((order, i) => {
      if (log.first[order] !== input + 1) return;
      log.fen[order] = own || Number.isNaN(amounts[i]!) ? sums[i]! : amounts[i]!;
    });
  });
}

function count(sources: ProfileSources, ofInput: readonly (Tally | null)[]): void {
  const { book, chains, lineAmounts, asOfDay } = sources;
  const { log, clock } = book;
  const end = endOf(asOfDay);
  for (let order = 0; order < book.ids.size; order++) {
    const input = log.first[order]! - 1;
    const tally = ofInput[input];
    const placed = log.placed[order]!;
    if (!tally || placed >= end) continue;
    tally.orders++;
    const said = sources.answer(order);
    if (said !== 'unknown') tally.decided++;
    if (said === 'yes') tally.payLater++;
    const promoter = (log.promoter[order] ?? 0) - 1;
    if (promoter >= 0 && said !== 'unknown') addPromoted(tally, promoter, said === 'yes');
    const bits = log.bits[order]!;
    const hour = hourOfWeek(placed);
    if (hour >= 0) {
      tally.timed++;
      tally.hours[hour]!++;
    }
    if ((clock[order]! & CLOCK.cancelled) !== 0) continue;
    const told = log.told[input]!;
    if ((told & TOLD.refunds) !== 0) {
      tally.sold++;
      if ((bits & LOGGED.refunded) !== 0) tally.refunded++;
    }
    const head = chains.first[order]!;
    const fen = head < 0 ? log.fen[order]! : heldAmount(book, chains, head, lineAmounts);
    if (fen <= 0) continue;
    tally.amounts.add(fen);
    if ((told & TOLD.discounts) === 0) continue;
    tally.roundOf++;
    if (fen % ROUND_FEN === 0 && (bits & LOGGED.discounted) === 0) tally.round++;
  }
}

function addPromoted({ promoted }: Tally, promoter: number, isPayLater: boolean): void {
  const known = promoted.get(promoter) ?? { orders: 0, payLater: 0 };
  promoted.set(promoter, known);
  known.orders++;
  if (isPayLater) known.payLater++;
}

/** What an order whose lines are held shows, fen; 0 where it shows nothing. */
function heldAmount(
  { lines }: OrderBook,
  { next }: LineChains,
  head: number,
  lineAmounts: readonly LineAmounts[],
): number {
  let own = 0;
  let total = 0;
  for (let line = head; line >= 0; line = next[line]!) {
    const flags = lines.flags[line]!;
    if ((flags & LINE.superseded) !== 0) continue;
    const receivable = lineReceivable(lines, line);
    const fen = comparedAmount(receivable, lines.listAmount[line]!, flags, lines.phase[line]!);
    if (Number.isNaN(fen)) continue;
    if (lineAmounts[lines.input[line]!] === 'per-line') own += fen;
    else total = Math.max(total, fen);
  }
  return own + total;
}

function profileOf(tally: Tally, rushAt: RushAt | null): ShopProfile {
  const { orders, amounts, hours, timed } = tally;
  const enough = amounts.total >= FEWEST_TO_LEARN;
  let night = 0;
  hours.forEach((count, hour) => {
    if (isNight(hour)) night += count;
  });
  return {
    orders,
    payLaterShare: shareOf(tally.payLater, tally.decided),
    amounts: {
      orders: amounts.total,
      p95Fen: enough ? amounts.quantile(0.95) : Number.NaN,
      p99Fen: enough ? amounts.quantile(0.99) : Number.NaN,
      commonest: enough ? amounts.commonest() : null,
      shareOf: (fen) => shareOf(amounts.of(fen), amounts.total),
      digits: enough ? amounts.firstDigits() : null,
    },
    refundShare: shareOf(tally.refunded, tally.sold),
    roundShare: shareOf(tally.round, tally.roundOf),
    timedOrders: timed,
    nightShare: shareOf(night, timed),
    hours: timed >= FEWEST_TO_LEARN ? [...hours] : null,
    rushAt: timed >= FEWEST_TO_LEARN ? rushAt : null,
    promoted: (promoter) => tally.promoted.get(promoter) ?? null,
  };
}

/** NaN of fewer than `FEWEST_TO_LEARN`. */
function shareOf(part: number, whole: number): number {
  return whole < FEWEST_TO_LEARN ? Number.NaN : part / whole;
}
