// Ten minutes of a shop: what was to be expected of that day and hour, and what stands out.
import { describe, expect, it } from 'vitest';
import { chanceOfCount } from '../../src/core/binomial.js';
import { parseTime } from '../../src/core/dates.js';
import { OrderBook } from '../../src/core/order-book.js';
import { learnRushes } from '../../src/portfolio/shop-rushes.js';

/** A book of orders placed at these times; some in a live stream, some in one group-buy. */
function rushesOf(
  times: readonly string[],
  {
    live = [],
    groupBuy = [],
    own = () => true,
  }: { live?: number[]; groupBuy?: number[]; own?: (order: number) => boolean } = {},
) {
  const book = new OrderBook();
  book.expect(times.length, times.length);
  times.forEach((time, order) => {
    book.log.note(order, 0, parseTime(time), 0);
    book.lines.order[book.lines.add()] = order;
  });
  for (const line of live) book.together.live.add(line);
  for (const line of groupBuy) book.together.setGroup(line, 'g1');
  return learnRushes(book, times.length, own);
}

const two = (n: number) => String(n).padStart(2, '0');
/** One order every 20 minutes of ten days. */
const EVEN = Array.from({ length: 720 }, (_, i) => {
  const minute = (i % 72) * 20 + 1;
  return `2026-06-${two(1 + Math.floor(i / 72))} ${two(Math.floor(minute / 60))}:${two(minute % 60)}:05`;
});
const BURST = Array.from({ length: 30 }, (_, i) => `2026-06-05 10:1${i % 10}:07`);
const at = (time: string) => parseTime(time);

describe('ten minutes', () => {
  it('of an even shop are what was to be expected', () => {
    const { orders, expected, chance } = rushesOf(EVEN)(at('2026-06-05 10:00:00'));
    expect(orders).toBe(1);
    expect(expected).toBeCloseTo(0.5, 10);
    expect(chance).toBeGreaterThan(0.1);
  });

  it('stand out by a burst, from their first second to their last', () => {
    const rush = rushesOf([...EVEN, ...BURST]);
    const found = rush(at('2026-06-05 10:19:59'));
    expect(found).toEqual(rush(at('2026-06-05 10:10:00')));
    expect(found.orders).toBe(30);
    expect(found.chance).toBeLessThan(1e-9);
    expect(rush(at('2026-06-05 10:20:00')).orders).toBe(1);
    expect(rush(at('2027-01-01 10:20:00'))).toEqual({ orders: 0, expected: 0, chance: 1 });
  });

  it('leave out live streams, all but one of a group-buy, midnights and other orders', () => {
    const orders = [...EVEN, ...BURST, '2026-06-05 00:00:00'];
    const inBurst = Array.from({ length: 30 }, (_, i) => EVEN.length + i);
    const burst = at('2026-06-05 10:15:00');
    expect(rushesOf(orders, { live: inBurst.slice(0, 20) })(burst).orders).toBe(10);
    expect(rushesOf(orders, { groupBuy: inBurst.slice(0, 20) })(burst).orders).toBe(11);
    expect(rushesOf(orders, { own: (order) => order < EVEN.length + 4 })(burst).orders).toBe(4);
    // Only the order of one minute past midnight.
    expect(rushesOf(orders)(at('2026-06-05 00:00:00')).orders).toBe(1);
  });
});

describe('the chance of a count', () => {
  it('is Poisson without over-dispersion', () => {
    expect(chanceOfCount(0, 2, 1)).toBe(1);
    expect(chanceOfCount(1, 2, 1)).toBeCloseTo(1 - Math.exp(-2), 12);
    expect(chanceOfCount(3, 2, 1)).toBeCloseTo(1 - 5 * Math.exp(-2), 12);
  });

  it('is larger the further counts stray, with the same mean', () => {
    const chances = [1, 1.5, 3, 9].map((dispersion) => chanceOfCount(12, 2, dispersion));
    expect(chances).toEqual(chances.toSorted((a, b) => a - b));
    expect(new Set(chances).size).toBe(4);
    // The sum of the tails is the mean, whatever the dispersion.
    let mean = 0;
    for (let k = 1; k < 400; k++) mean += chanceOfCount(k, 2, 3);
    expect(mean).toBeCloseTo(2, 9);
  });
});
