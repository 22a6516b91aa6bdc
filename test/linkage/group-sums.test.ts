// The product that carries a group, and the hour in which most of its buyers ordered: by hand and against plain counts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { burstOf, itemOf } from '../../src/linkage/group-sums.js';
import type { LinkedOrder } from '../../src/linkage/linked-order.js';

const HOUR = 3600;

function ordersOf(rows: readonly Partial<LinkedOrder>[]): LinkedOrder[] {
  return rows.map((row, order) => ({
    order,
    buyer: order,
    phone: -1,
    room: -1,
    pickup: -1,
    orderedAt: 0,
    openFen: 0,
    provenFen: 0,
    isDue: false,
    ...row,
  }));
}

describe('the product of a group', () => {
  const of = (rows: readonly (readonly [product: number, amountFen: number])[]) =>
    itemOf(ordersOf(rows.map(([product, amountFen]) => ({ product, amountFen }))), () => 0.2);

  it('is that with most of the yuan, with its share and how many times the shop', () => {
    expect(
      of([
        [5, 300],
        [6, 100],
        [5, 200],
      ]),
    ).toEqual({ product: 5, share: 5 / 6, lift: 5 / 6 / 0.2 });
  });

  it('is the first of two with as much, and counts what has no product for the whole', () => {
    expect(
      of([
        [6, 100],
        [5, 100],
      ])?.product,
    ).toBe(5);
    expect(
      of([
        [6, 100],
        [-1, 300],
      ]),
    ).toMatchObject({ product: 6, share: 0.25 });
    expect(of([[-1, 100]])).toBeNull();
    expect(of([[4, 0]])).toBeNull();
  });
});

it('takes of two products with as much the rarer one of the shop, then that of more orders', () => {
  const orders = (products: readonly (readonly [number, number])[]) =>
    ordersOf(products.map(([product, amountFen]) => ({ product, amountFen })));
  const shares: Record<number, number> = { 1: 0.5, 2: 0.1 };
  const two = [
    [1, 100],
    [2, 100],
  ] as const;
  expect(itemOf(orders(two), (product) => shares[product]!)?.product).toBe(2);
  const more = [
    [1, 100],
    [2, 50],
    [2, 50],
  ] as const;
  expect(itemOf(orders(more), () => Number.NaN)?.product).toBe(2);
});

describe('the busiest hour of a group', () => {
  const of = (rows: readonly Partial<LinkedOrder>[]) => burstOf(ordersOf(rows), HOUR);

  it('holds both of its ends, and each buyer once', () => {
    const times = [0, 1800, 3600, 3601].map((orderedAt) => ({ orderedAt }));
    expect(of(times)).toEqual({ buyers: 3, from: 0, to: 3600 });
    expect(of([...times, { orderedAt: 3602, buyer: 1 }])).toEqual({ buyers: 3, from: 0, to: 3600 });
    expect(of([{ orderedAt: Number.NaN }])).toBeNull();
  });

  it('counts a group-buy once, and no live stream', () => {
    expect(of([{ groupBuy: 4 }, { groupBuy: 4 }, { groupBuy: 5 }, {}])?.buyers).toBe(3);
    expect(of([{ live: true }, { live: true }, {}])?.buyers).toBe(1);
  });

  it('counts a buyer of several group-buys once, and does not join these to each other', () => {
    const both = [1, 2].map((groupBuy) => ({ buyer: 9, groupBuy }));
    expect(of(both)?.buyers).toBe(1);
    expect(of([...both, { buyer: 1, groupBuy: 1 }, { buyer: 2, groupBuy: 2 }])?.buyers).toBe(2);
    // Who also bought alone came together with the other one all the same.
    expect(of([{ buyer: 1 }, { buyer: 1, groupBuy: 4 }, { buyer: 2, groupBuy: 4 }])?.buyers).toBe(1);
  });

  it('is what counting every window finds', () => {
    const any = fc.array(
      fc.record({
        buyer: fc.nat({ max: 6 }),
        orderedAt: fc.nat({ max: 4 * HOUR }),
        groupBuy: fc.constantFrom(-1, -1, 1),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const most = Math.max(
          ...rows.map(({ orderedAt: to }) => {
            const within = rows.filter(({ orderedAt }) => orderedAt <= to && orderedAt >= to - HOUR);
            const together = new Set(within.flatMap((row) => (row.groupBuy < 0 ? [] : row.buyer)));
            const alone = new Set(within.map(({ buyer }) => buyer).filter((buyer) => !together.has(buyer)));
            return alone.size + Math.min(1, together.size);
          }),
        );
        expect(of(rows)?.buyers).toBe(most);
      }),
    );
  });
});
