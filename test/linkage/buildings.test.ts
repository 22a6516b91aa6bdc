// Buildings: a crowd within days whose share of pay-later orders stands out; dormitories and hubs are none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BUILDING,
  type BuildingOrders,
  crowdedBuildings,
  leastShare,
  type OrderCounts,
} from '../../src/linkage/buildings.js';
import { createRandom } from '../support/random.js';

type Row = readonly [buyer: number, building: number, at: number];

const DAY = 86_400;
const SHOP: OrderCounts = { all: 10_000, payLater: 1000 };

function columns(rows: readonly Row[]): BuildingOrders {
  return {
    size: rows.length,
    buyer: rows.map(([buyer]) => buyer),
    building: rows.map(([, building]) => building),
    orderedAt: rows.map(([, , at]) => at),
  };
}

/** Buyers from 1 on, spread evenly over so many seconds. */
const crowd = (buyers: number, seconds: number, building = 7): Row[] =>
  Array.from({ length: buyers }, (_, i) => [i + 1, building, Math.round((seconds * i) / (buyers - 1))]);
const told = (
  rows: readonly Row[],
  counts: OrderCounts | null = { all: 10, payLater: 8 },
  shop = SHOP,
  limits = {},
) => crowdedBuildings(columns(rows), () => counts, shop, { ...BUILDING, ...limits });
const found = (...given: Parameters<typeof told>) => told(...given).found.map(({ building }) => building);

describe('a crowded building', () => {
  it('is told with its buyers, days and counts', () => {
    const { found: all, hubs } = told([...crowd(8, 6 * DAY), [99, 7, 30 * DAY]]);
    expect(hubs).toEqual([]);
    expect(all).toEqual([
      {
        building: 7,
        buyers: [1, 2, 3, 4, 5, 6, 7, 8],
        from: 0,
        to: 6 * DAY,
        counts: { all: 10, payLater: 8 },
        leastLift: expect.closeTo(4.92, 1),
      },
    ]);
  });

  it.each<[string, Parameters<typeof told>, number[]]>([
    ['seven buyers', [crowd(7, DAY)], []],
    ['eight within seven days', [crowd(8, 7 * DAY)], [7]],
    ['a second more', [crowd(8, 7 * DAY + 1)], []],
    ['eight orders of one buyer', [crowd(8, DAY).map(([, b, at]): Row => [1, b, at])], []],
    ['unknown buyers', [crowd(8, DAY).map(([, b, at]): Row => [-1, b, at])], []],
    ['no building', [crowd(8, DAY, -1)], []],
    ['no times', [crowd(8, DAY).map(([b, k]): Row => [b, k, Number.NaN])], []],
    ['counts that are not known', [crowd(8, DAY), null], []],
    ["a dormitory of the shop's share", [crowd(8, DAY), { all: 80, payLater: 8 }], []],
    ['three times the share, of few', [crowd(8, DAY), { all: 27, payLater: 8 }], []],
    ['three times the share, of many', [crowd(8, DAY), { all: 270, payLater: 80 }], [7]],
    [
      'a shop where half pay later',
      [crowd(8, DAY), { all: 8, payLater: 8 }, { all: 1000, payLater: 504 }],
      [],
    ],
    ['a file of nothing else', [crowd(8, DAY), { all: 8, payLater: 8 }, { all: 500, payLater: 500 }], []],
    ['the building alone in the shop', [crowd(8, DAY), { all: 8, payLater: 8 }, { all: 8, payLater: 8 }], []],
    ['25 buyers', [crowd(25, DAY), { all: 25, payLater: 25 }], [7]],
    ['26 buyers', [crowd(26, DAY), { all: 26, payLater: 26 }], []],
  ])('%s', (_, given, expected) => {
    expect(found(...given)).toEqual(expected);
  });

  it('is a hub above the cap, whatever its share', () => {
    expect(told(crowd(26, 300 * DAY), { all: 500, payLater: 1 })).toEqual({ found: [], hubs: [7] });
    expect(told(crowd(25, 300 * DAY))).toEqual({ found: [], hubs: [] });
  });

  const rows = fc.array(fc.tuple(fc.integer({ min: -1, max: 12 }), fc.nat({ max: 2 }), fc.nat({ max: 20 })), {
    maxLength: 80,
  });
  const days = (all: readonly (readonly [number, number, number])[]) =>
    all.map(([b, k, at]): Row => [b, k, at * DAY]);
  const LOW = { fewestBuyers: 3, mostBuyers: 10 };

  it('is the same for the rows in any sequence, and its window holds the most buyers', () => {
    fc.assert(
      fc.property(rows, fc.nat(), (all, seed) => {
        const given = days(all);
        const result = told(given, { all: 30, payLater: 20 }, SHOP, LOW);
        expect(told(createRandom(seed).shuffle(given), { all: 30, payLater: 20 }, SHOP, LOW)).toEqual(result);
        const within = (building: number, from: number) =>
          new Set(
            given
              .filter(([b, k, at]) => b >= 0 && k === building && at >= from && at <= from + 7 * DAY)
              .map(([b]) => b),
          );
        for (const { building, buyers } of result.found) {
          const most = Math.max(...given.map(([, , at]) => within(building, at).size));
          expect(buyers).toHaveLength(most);
        }
      }),
      { seed: 20_260_611, numRuns: 200 },
    );
  });

  it('is told no more often when a threshold is raised', () => {
    const raised = fc.constantFrom({ fewestBuyers: 4 }, { fewestLift: 5.5 }, { windowSeconds: 3 * DAY });
    fc.assert(
      fc.property(rows, raised, fc.integer({ min: 20, max: 30 }), (all, higher, payLater) => {
        const given = days(all);
        const counts = { all: 30, payLater };
        expect(found(given, counts, SHOP, LOW)).toEqual(
          expect.arrayContaining(found(given, counts, SHOP, { ...LOW, ...higher })),
        );
      }),
      { seed: 20_260_612, numRuns: 200 },
    );
  });
});

describe('the least share', () => {
  it.each([
    [0, 0, 0],
    [0, 10, 0],
    [8, 8, 0.676],
    [80, 80, 0.954],
    [5, 10, 0.237],
    [50, 100, 0.404],
  ])('of %i of %i is %f', (payLater, all, least) => {
    expect(leastShare({ payLater, all })).toBeCloseTo(least, 3);
  });
});
