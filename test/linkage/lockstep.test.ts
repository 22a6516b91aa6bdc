// Lockstep: who buys the same in the same minutes twice is told, by chance, by a public link or in a stream nobody is.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Purchases } from '../../src/linkage/bursts.js';
import { LOCKSTEP, type LockstepLimits, lockstep } from '../../src/linkage/lockstep.js';
import { createRandom } from '../support/random.js';

/** A purchase: buyer, product, seconds, then its order and its 拼团 where they matter. */
type Row = readonly [buyer: number, product: number, at: number, order?: number, group?: number];

const DAY = 86_400;
const [A, B, C] = [1, 2, 3];

function columns(rows: readonly Row[]): Purchases {
  return {
    size: rows.length,
    buyer: rows.map(([buyer]) => buyer),
    product: rows.map(([, product]) => product),
    orderedAt: rows.map(([, , at]) => at),
    order: rows.map(([, , , order], i) => order ?? 10_000 + i),
    group: rows.map(([, , , , group]) => group ?? -1),
  };
}

const told = (rows: readonly Row[], limits: Partial<LockstepLimits> = {}) =>
  lockstep(columns(rows), { ...LOCKSTEP, ...limits });
const buyersOf = (rows: readonly Row[], limits: Partial<LockstepLimits> = {}) =>
  told(rows, limits).groups.map(({ buyers }) => buyers);

/** Buyers from 1 on who buy a product within so many seconds. */
const together = (buyers: number, product: number, at: number, within = 600): Row[] =>
  Array.from({ length: buyers }, (_, i) => [
    i + 1,
    product,
    at + Math.round((within * i) / Math.max(1, buyers - 1)),
  ]);
/** Everybody else, once each. */
const others = (count: number, product: number, from: number, to: number): Row[] =>
  Array.from({ length: count }, (_, i) => [
    1000 + product * 1000 + i,
    product,
    from + Math.floor(((to - from) * i) / count),
  ]);

describe('a group in lockstep', () => {
  const ring = [...together(4, A, 0), ...together(4, B, DAY)];

  it('is told with its buyers, products and orders', () => {
    expect(told(ring)).toEqual({
      groups: [{ buyers: [1, 2, 3, 4], products: [A, B], orders: ring.map((_, i) => 10_000 + i) }],
      crowdedWindows: 0,
      busyBuyers: 0,
    });
  });

  it.each<[string, readonly Row[], number[][]]>([
    ['three of them', [...together(3, A, 0), ...together(3, B, DAY)], []],
    ['one product', [...together(4, A, 0), ...together(4, A, DAY)], []],
    ['ten minutes and a second', [...together(4, A, 0, 601), ...together(4, B, DAY)], []],
    [
      'others the second time',
      [...together(4, A, 0), ...together(4, B, DAY).map(([b, p, at]): Row => [b + 1, p, at])],
      [],
    ],
    ['nobody known', ring.map(([, p, at]): Row => [-1, p, at]), []],
    ['no product', ring.map(([b, , at]): Row => [b, -1, at]), []],
    ['no time', ring.map(([b, p]): Row => [b, p, Number.NaN]), []],
    [
      'one basket of two products each',
      [A, B].flatMap((p) => together(4, p, 0).map(([b, , at]): Row => [b, p, at, b])),
      [],
    ],
    [
      'baskets, and one further product',
      [
        ...[A, B].flatMap((p) => together(4, p, 0).map(([b, , at]): Row => [b, p, at, b])),
        ...together(4, C, DAY),
      ],
      [[1, 2, 3, 4]],
    ],
    [
      'one 拼团',
      [...together(4, A, 0).map(([b, p, at]): Row => [b, p, at, b, 7]), ...together(4, B, DAY)],
      [],
    ],
    [
      'two of five in a 拼团',
      [...together(5, A, 0).map(([b, p, at]): Row => [b, p, at, b, b < 3 ? 7 : -1]), ...together(5, B, DAY)],
      [[1, 2, 3, 4, 5]],
    ],
    [
      'two of four in a 拼团',
      [...together(4, A, 0), ...together(4, B, DAY).map(([b, p, at]): Row => [b, p, at, b, b < 3 ? 7 : -1])],
      [],
    ],
    [
      'two rings',
      [...ring, ...ring.map(([b, p, at]): Row => [b + 20, p + 10, at + 5])],
      [
        [1, 2, 3, 4],
        [21, 22, 23, 24],
      ],
    ],
    [
      'a ring by three products in turns',
      [...together(4, A, 0), ...together(4, B, DAY), ...together(6, C, 2 * DAY)],
      [[1, 2, 3, 4]],
    ],
  ])('%s', (_, rows, expected) => {
    expect(buyersOf(rows)).toEqual(expected);
  });

  it('needs as many products as are asked for', () => {
    const three = [...ring, ...together(4, C, 2 * DAY)];
    expect(buyersOf(ring, { fewestProducts: 3 })).toEqual([]);
    expect(buyersOf(three, { fewestProducts: 3 })).toEqual([[1, 2, 3, 4]]);
  });

  it('is five times what the hour lets expect: 4 of 4 others and a bit, no more', () => {
    // In an hour 4 others are 2/3 in ten minutes, of whom 4 are six times; 5 are 5/6, of whom they are 4.8 times.
    const among = (count: number) => [...ring, ...others(count, A, -1400, 2000)];
    expect(buyersOf(among(4))).toEqual([[1, 2, 3, 4]]);
    expect(buyersOf(among(5))).toEqual([]);
    expect(buyersOf(among(5), { fewestLift: 4.8 })).toEqual([[1, 2, 3, 4]]);
    expect(buyersOf([...ring, ...others(50, A, 2101, 2 * 3600), ...others(50, B, 0, 3600)])).toEqual([
      [1, 2, 3, 4],
    ]);
  });

  it('is not looked for in a crowd, nor by a buyer who is in step with everybody', () => {
    const fifty = [...together(50, A, 0), ...together(50, B, DAY)];
    expect(told(fifty)).toMatchObject({ crowdedWindows: 0, groups: [{ buyers: { length: 50 } }] });
    const more = [...together(51, A, 0), ...together(51, B, DAY)];
    expect(told(more)).toEqual({ groups: [], crowdedWindows: 2, busyBuyers: 0 });
    const two = Array.from({ length: 6 }, (_, i) => together(5, i, i * DAY)).flat();
    expect(told(two, { mostWindows: 6 })).toMatchObject({
      busyBuyers: 0,
      groups: [{ products: { length: 6 } }],
    });
    expect(told(two, { mostWindows: 5 })).toEqual({ groups: [], crowdedWindows: 0, busyBuyers: 5 });
  });

  it('is nobody in a stream that sells two things to hundreds in minutes', () => {
    const random = createRandom(20_260_606);
    const stream = (product: number, at: number) =>
      Array.from({ length: 300 }, (_, i): Row => [i + 1, product, at + random.int(0, 1800)]);
    expect(told([...stream(A, 0), ...stream(B, 3600)]).groups).toEqual([]);
  });
});

const rows = fc.array(
  fc.tuple(
    fc.integer({ min: -1, max: 9 }),
    fc.nat({ max: 3 }),
    fc.nat({ max: 60 }),
    fc.nat({ max: 40 }),
    fc.integer({ min: -1, max: 3 }),
  ),
  { maxLength: 60 },
);
const minutes = (all: readonly (readonly [number, number, number, number, number])[]) =>
  all.map(([buyer, product, at, order, group]): Row => [buyer, product, at * 60, order, group]);
const LOW: LockstepLimits = { ...LOCKSTEP, fewestBuyers: 2, fewestLift: 0.5 };

describe('lockstep', () => {
  it('is the same for the rows in any sequence', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, seed) => {
        const given = minutes(all);
        expect(told(createRandom(seed).shuffle(given), LOW)).toEqual(told(given, LOW));
      }),
      { seed: 20_260_607, numRuns: 150 },
    );
  });

  it('tells nobody more when a threshold is raised, or a cap lowered', () => {
    const raised: Partial<LockstepLimits>[] = [
      { fewestBuyers: 3 },
      { fewestProducts: 3 },
      { fewestLift: 2 },
      { mostBuyers: 4 },
    ];
    fc.assert(
      fc.property(rows, fc.constantFrom(...raised), (all, higher) => {
        const before = told(minutes(all), LOW).groups;
        for (const { buyers, orders } of told(minutes(all), { ...LOW, ...higher }).groups) {
          const group = before.find((known) => known.buyers.includes(buyers[0]!))!;
          expect(group.buyers).toEqual(expect.arrayContaining([...buyers]));
          expect(group.orders).toEqual(expect.arrayContaining([...orders]));
        }
      }),
      { seed: 20_260_608, numRuns: 300 },
    );
  });
});

/** A shop of strangers: orders at random times of 90 days, products at random. */
function strangers(seed: number, orders: number, buyers: number, products: number): Purchases {
  const random = createRandom(seed);
  const column = (next: () => number) => Float64Array.from({ length: orders }, next);
  return {
    size: orders,
    buyer: column(() => random.int(0, buyers - 1)),
    product: column(() => random.int(0, products - 1)),
    orderedAt: column(() => random.int(0, 90 * DAY - 1)),
    order: Float64Array.from({ length: orders }, (_, i) => i),
    group: new Int32Array(orders).fill(-1),
  };
}

describe('chance', () => {
  it.each([1, 2])('makes no group of 100,000 orders of 200 products, seed %i', (seed) => {
    expect(lockstep(strangers(seed, 100_000, 20_000, 200)).groups).toEqual([]);
  });

  it('makes as many pairs as the docstring counts, where windows are long and two are enough', () => {
    const [orders, buyers, products, hours] = [20_000, 4000, 50, 6];
    const limits = {
      ...LOCKSTEP,
      fewestBuyers: 2,
      fewestLift: 0,
      windowSeconds: hours * 3600,
      aroundSeconds: hours * 3600,
    };
    let found = 0;
    const seeds = [3, 4, 5];
    for (const seed of seeds)
      found += lockstep(strangers(seed, orders, buyers, products), limits).groups.length;
    // Two buyers of k orders meet 2 k² Σq² / w times; orders come by chance, so that the square of k is k² + k on average.
    const windows = (90 * 24) / hours;
    const k = orders / buyers;
    const meetings = (2 * k ** 2) / products / windows;
    const sets = (buyers * (buyers - 1)) / 2;
    const expected = ((seeds.length * sets * meetings ** 2) / 2) * ((k + 1) / k) ** 2;
    expect(found).toBeGreaterThan(expected - 5 * Math.sqrt(expected));
    expect(found).toBeLessThan(expected + 5 * Math.sqrt(expected));
  });
});
