// The score of a group: its points by hand, its floor, and nothing for nothing open.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type GroupFacts, scoreOf } from '../../src/linkage/score.js';

const NOBODY = { of: 0, hits: 0 };
/** Three buyers with four orders, one of them open, in a shop with which nothing is compared. */
const FACTS: GroupFacts = {
  buyers: 3,
  openOrders: 1,
  openFen: 20_000,
  due: NOBODY,
  dueElsewhere: NOBODY,
  first: { of: 4, hits: 3 },
  firstElsewhere: NOBODY,
  spanSeconds: 30 * 86_400,
  isOneItem: false,
  isOneParcel: false,
  kinds: 1,
  isWhollyOpen: false,
};

const points = (facts: Partial<GroupFacts>) =>
  Object.fromEntries(scoreOf({ ...FACTS, ...facts }).parts.map((part) => [part.name, part.points]));

/** So many of so many are unpaid in the group; in the shop 40 of 1,000. */
const due = (hits: number, of: number) => ({ due: { of, hits }, dueElsewhere: { of: 1000, hits: 40 } });

describe('the score of a group', () => {
  it.each([
    [{ buyers: 2 }, 'buyers', undefined],
    [{ buyers: 3 }, 'buyers', 12],
    [{ buyers: 4 }, 'buyers', 14],
    [{ buyers: 7 }, 'buyers', 20],
    [{ buyers: 8 }, 'buyers', 20],
    [{ buyers: 60 }, 'buyers', 20],
    [{ openFen: 29_999 }, 'open', undefined],
    [{ openFen: 30_000 }, 'open', 4],
    [{ openFen: 99_999 }, 'open', 4],
    [{ openFen: 100_000 }, 'open', 10],
    [{ openFen: 300_000 }, 'open', 16],
    [{ openFen: 1_000_000 }, 'open', 20],
    [{ spanSeconds: 3600 }, 'time', 15],
    [{ spanSeconds: 3601 }, 'time', 8],
    [{ spanSeconds: 86_401 }, 'time', 4],
    [{ spanSeconds: 7 * 86_400 }, 'time', 4],
    [{ spanSeconds: 7 * 86_400 + 1 }, 'time', undefined],
    [{ spanSeconds: Number.NaN }, 'time', undefined],
    [{ isOneItem: true }, 'item', 8],
    [{ isOneParcel: true }, 'waybill', 7],
    [{ kinds: 2 }, 'kinds', 3],
    [{ kinds: 5 }, 'kinds', 6],
  ])('gives for %j %s %s', (facts, name, expected) => {
    expect(points(facts)[name]).toBe(expected);
  });

  it.each([
    // With 5.4 % unpaid at most (Wilson), one of one happens too often to say anything, three of three hardly ever.
    ['one of one is unpaid', due(1, 1), undefined],
    ['one of three is unpaid', due(1, 3), undefined],
    ['two of three are unpaid', due(2, 3), 14],
    ['three of three are unpaid', due(3, 3), 20],
    ['none is unpaid', due(0, 5), undefined],
    [
      'all are unpaid everywhere, for want of a bill',
      { ...due(5, 5), dueElsewhere: { of: 900, hits: 900 } },
      undefined,
    ],
    ['there is no other order to compare with', { ...due(5, 5), dueElsewhere: NOBODY }, undefined],
    ['there are three others, paid', { ...due(3, 3), dueElsewhere: { of: 3, hits: 0 } }, undefined],
  ] as const)('weighs what is unpaid where %s', (_, facts, expected) => {
    expect(points(facts).unpaid).toBe(expected);
  });

  it('counts first orders where the shop has regulars', () => {
    const first = { of: 6, hits: 6 };
    expect(points({ first, firstElsewhere: { of: 1000, hits: 400 } }).first).toBe(4);
    expect(points({ first, firstElsewhere: { of: 1000, hits: 990 } }).first).toBeUndefined();
  });

  it('is 40 at least for a wholly open group, and says what was added', () => {
    const few = { isWhollyOpen: true, openFen: 100_000 };
    expect(scoreOf({ ...FACTS, ...few }).score).toBe(40);
    expect(points(few)).toEqual({ buyers: 12, open: 10, floor: 18 });
    expect(points({ ...few, openFen: 1_000_000, spanSeconds: 0 })).not.toHaveProperty('floor');
  });

  it('is 0 when nothing is open', () => {
    expect(scoreOf({ ...FACTS, openOrders: 0, openFen: 0, isWhollyOpen: true })).toEqual({
      score: 0,
      parts: [],
    });
  });

  it('is the sum of its parts, from 0 to 100', () => {
    const share = fc
      .nat({ max: 500 })
      .chain((of) => fc.record({ of: fc.constant(of), hits: fc.nat({ max: of }) }));
    const facts = fc.record({
      buyers: fc.nat({ max: 500 }),
      openOrders: fc.nat({ max: 500 }),
      openFen: fc.nat({ max: 1e9 }),
      due: share,
      dueElsewhere: share,
      first: share,
      firstElsewhere: share,
      spanSeconds: fc.nat({ max: 1e8 }),
      isOneItem: fc.boolean(),
      isOneParcel: fc.boolean(),
      kinds: fc.integer({ min: 1, max: 8 }),
      isWhollyOpen: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (any) => {
        const { score, parts } = scoreOf(any);
        expect(score).toBe(parts.reduce((sum, part) => sum + part.points, 0));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});
