// Buildings: the week with the most buyers, and a share that a handful of orders cannot make.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BuildingOrder, buildingOf, fullestWeek, sharesOf } from '../../src/linkage/buildings.js';
import { roomOf } from '../../src/linkage/rooms.js';
import { createRandom } from '../support/random.js';

const DAY = 86_400;
/** Buyers from 0 on, spread evenly over so many seconds. */
const crowd = (buyers: number, seconds: number): BuildingOrder[] =>
  Array.from({ length: buyers }, (_, i) => ({
    buyer: i,
    orderedAt: Math.round((seconds * i) / (buyers - 1)),
  }));

describe('the building of a room', () => {
  it.each([
    ['听雨苑3栋2单元401室', '听雨苑3'],
    ['听雨苑3-2-401', '听雨苑3'],
    ['听雨苑3号楼502', '听雨苑3'],
    ['青禾路12号听雨苑13幢502', '青禾路12号听雨苑13'],
    ['青禾路88弄3号401室', '青禾路88弄3'],
    ['青禾大厦1203室', '青禾大厦'],
    ['听雨苑a座1203', '听雨苑a'],
  ])('%s is %s', (address, building) => {
    expect(buildingOf(roomOf(address))).toBe(building);
  });
});

describe('the fullest week', () => {
  it.each<[string, BuildingOrder[], number | undefined]>([
    ['eight within seven days', crowd(8, 7 * DAY), 8],
    ['a second more', crowd(8, 7 * DAY + 1), 7],
    ['eight orders of one buyer', crowd(8, DAY).map(({ orderedAt }) => ({ buyer: 1, orderedAt })), undefined],
    ['no times', crowd(8, DAY).map(({ buyer }) => ({ buyer, orderedAt: Number.NaN })), undefined],
    ['three buyers', crowd(3, DAY), undefined],
    ['four buyers', crowd(4, DAY), 4],
    ['four buyers in four years', crowd(4, 1400 * DAY), undefined],
    ['25 buyers', crowd(25, DAY), 25],
    ['26 buyers', crowd(26, DAY), undefined],
    ['26 buyers, few in any week', crowd(26, 300 * DAY), undefined],
  ])('of %s', (_, orders, buyers) => {
    expect(fullestWeek(orders)?.buyers).toBe(buyers);
  });

  it('is the same for the orders in any sequence, and no week holds more buyers', () => {
    const orders = fc.array(fc.record({ buyer: fc.nat({ max: 12 }), orderedAt: fc.nat({ max: 20 }) }), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(orders, fc.nat(), (all, seed) => {
        const given = all.map(({ buyer, orderedAt }) => ({ buyer, orderedAt: orderedAt * DAY }));
        const week = fullestWeek(given);
        expect(fullestWeek(createRandom(seed).shuffle(given))).toEqual(week);
        const within = (from: number) =>
          new Set(
            given.filter(({ orderedAt: at }) => at >= from && at <= from + 7 * DAY).map(({ buyer }) => buyer),
          ).size;
        const most = Math.max(0, ...given.map(({ orderedAt }) => within(orderedAt)));
        expect(week?.buyers ?? 0).toBe(most >= 4 ? most : 0);
      }),
      { seed: 20_260_611, numRuns: 200 },
    );
  });
});

describe('the shares of a building and of all others', () => {
  it.each([
    [7, 7, 107, 1007, 0.646, 0.1],
    [8, 80, 108, 1080, 0.052, 0.1],
    [0, 0, 100, 1000, 0, 0.1],
    [80, 270, 180, 1270, 0.245, 0.1],
  ])('%i of %i there, %i of %i in all', (payLater, all, ofShop, shop, least, elsewhere) => {
    const shares = sharesOf({ payLater, all }, { payLater: ofShop, all: shop });
    expect(shares?.leastShare).toBeCloseTo(least, 3);
    expect(shares?.shareElsewhere).toBeCloseTo(elsewhere, 9);
  });

  it('need others to compare with', () => {
    expect(sharesOf({ payLater: 8, all: 8 }, { payLater: 8, all: 8 })).toBeNull();
    expect(sharesOf({ payLater: 8, all: 8 }, { payLater: 8, all: 80 })).toBeNull();
  });
});
