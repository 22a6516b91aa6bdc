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

  it('is of two with as much the one that is rarer, on more orders, or ordered first', () => {
    const rows = [
      { product: 5, amountFen: 200, orderedAt: 20 },
      { product: 6, amountFen: 100, orderedAt: 30 },
      { product: 6, amountFen: 100, orderedAt: 40 },
      { product: 7, amountFen: 200, orderedAt: 10 },
    ];
    const rarest = (product: number) => (product === 7 ? 0.1 : 0.2);
    expect(itemOf(ordersOf(rows), rarest)?.product).toBe(7);
    expect(itemOf(ordersOf(rows), () => 0.2)?.product).toBe(6);
    expect(itemOf(ordersOf(rows.filter(({ product }) => product !== 6)), () => 0.2)?.product).toBe(7);
    expect(itemOf(ordersOf(rows), () => Number.NaN)?.product).toBe(6);
  });

  it('counts what has no product for the whole', () => {
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

describe('the busiest hour of a group', () => {
  const of = (rows: readonly Partial<LinkedOrder>[]) => burstOf(ordersOf(rows), HOUR);

  it('holds both of its ends, and each buyer once', () => {
    const times = [0, 1800, 3600, 3601].map((orderedAt) => ({ orderedAt }));
    expect(of(times)).toEqual({ buyers: 3, from: 0, to: 3600 });
    expect(of([...times, { orderedAt: 3602, buyer: 1 }])).toEqual({ buyers: 3, from: 0, to: 3600 });
    expect(of([{ orderedAt: Number.NaN }])).toBeNull();
    expect(of([{}, { buyer: -1 }, { buyer: -1, groupBuy: 3 }])?.buyers).toBe(1);
  });

  it('counts a group-buy once, and no live stream', () => {
    expect(of([{ groupBuy: 4 }, { groupBuy: 4 }, { groupBuy: 5 }, {}])?.buyers).toBe(3);
    expect(of([{ live: true }, { live: true }, {}])?.buyers).toBe(1);
  });

  it('counts who joined several group-buys once, and those whom he joined with him', () => {
    const twice = [
      { buyer: 1, groupBuy: 4 },
      { buyer: 1, groupBuy: 5 },
      { buyer: 2, groupBuy: 5 },
      { buyer: 1 },
      { buyer: 3 },
    ];
    expect(of(twice)?.buyers).toBe(2);
  });

  it('is what counting every window finds', () => {
    const any = fc.array(
      fc.record({
        buyer: fc.nat({ max: 6 }),
        orderedAt: fc.nat({ max: 4 * HOUR }),
        groupBuy: fc.constantFrom(-1, -1, 1, 2),
      }),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const people = (within: typeof rows) => {
          const left = new Set(within.map(({ buyer }) => buyer));
          let groups = 0;
          for (const first of left) {
            groups++;
            const reached = [first];
            for (const buyer of reached) {
              left.delete(buyer);
              const joined = within.filter((row) => row.buyer === buyer && row.groupBuy >= 0);
              const others = within.filter(({ groupBuy }) => joined.some((row) => row.groupBuy === groupBuy));
              for (const other of others) if (left.delete(other.buyer)) reached.push(other.buyer);
            }
          }
          return groups;
        };
        const most = Math.max(
          ...rows.map(({ orderedAt: to }) => {
            const within = rows.filter(({ orderedAt }) => orderedAt <= to && orderedAt >= to - HOUR);
            return people(within);
          }),
        );
        expect(of(rows)?.buyers).toBe(most);
      }),
    );
  });
});
