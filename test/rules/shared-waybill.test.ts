// LG1: what tells two recipients of one waybill apart, and what makes them one.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GatherRule } from '../../src/rules/rule.js';
import { sharedWaybill } from '../../src/rules/shared-waybill.js';
import { auditedOrder, type Told, view } from '../support/audited-order.js';

const rule = sharedWaybill as GatherRule;

/** What it says of these orders, numbered in their order; without a waybill of their own they share number 7. */
function gathered(told: readonly Told[], people = 2, seen: readonly number[] = told.map((_, i) => i)) {
  const gathering = rule.gather({ people }, view);
  for (const i of seen) gathering.see(auditedOrder({ order: i, open: 50, waybills: [7], ...told[i] }));
  return { drafts: gathering.drafts(), few: gathering.tooFew?.() };
}

const A = { phone: 1, person: 1, buyer: 1, room: 1, district: 1 };
const B = { phone: 2, person: 2, buyer: 2, room: 2, district: 1 };
const C = { phone: 3, person: 3, buyer: 3, room: 3, district: 1 };

describe('one waybill of several recipients', () => {
  it.each<[string, readonly Told[]]>([
    ['two phones and two rooms', [A, B]],
    ['two phones without a room', [{ phone: 1 }, { phone: 2 }]],
    [
      'two rooms without a phone',
      [
        { room: 1, place: 1 },
        { room: 2, place: 2 },
      ],
    ],
    ['no recipient and two districts', [{ district: 1 }, { district: 2 }]],
    [
      'masked recipients in two districts',
      [
        { masked: true, district: 1 },
        { masked: true, district: 2 },
      ],
    ],
    ['a known recipient and one in another district', [A, { masked: true, district: 2 }]],
    [
      'one address in two districts',
      [
        { phone: 1, place: 5, district: 1 },
        { phone: 2, place: 5, district: 2 },
      ],
    ],
    [
      'two recipients whose address alone is masked',
      [
        { ...A, masked: true },
        { ...B, masked: true },
      ],
    ],
    ['one settled, one open', [{ ...A, open: 0 }, B]],
    ['a waybill of several in one cell', [{ ...A, waybills: [3, 7] }, B]],
  ])('finds %s', (_, told) => {
    const { drafts, few } = gathered(told);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]).toMatchObject({ orders: [0, 1], nextStep: 'review' });
    expect(few).toEqual({ orders: 0, fen: 0 });
  });

  it.each<[string, readonly Told[]]>([
    ['one household: the same room under two phones', [A, { ...B, room: 1 }]],
    ['the same phone under two rooms', [A, { ...B, phone: 1 }]],
    ['the same phone in two districts', [A, { ...B, phone: 1, district: 2 }]],
    ['merged parcels of one buyer', [A, { ...B, buyer: 1 }]],
    ['one person', [A, { ...B, person: 1 }]],
    ['a household through a third order', [A, B, { phone: 1, room: 2 }]],
    ['two waybills', [A, { ...B, waybills: [8] }]],
    [
      'no waybill',
      [
        { ...A, waybills: [] },
        { ...B, waybills: [] },
      ],
    ],
    ['one order alone', [A]],
    [
      'one address without a room under two phones',
      [
        { ...A, room: -1, place: 5 },
        { phone: 2, place: 5 },
      ],
    ],
    [
      'one name on two extensions of one number',
      [
        { phone: 1, namesake: 5 },
        { phone: 2, namesake: 5 },
      ],
    ],
    [
      'one pickup point',
      [
        { phone: 1, pickup: 5 },
        { phone: 2, pickup: 5 },
      ],
    ],
    [
      'one address, told with its district and without',
      [
        { phone: 1, place: 5, district: 1 },
        { phone: 2, place: 5 },
      ],
    ],
  ])('leaves out %s', (_, told) => {
    expect(gathered(told)).toEqual({ drafts: [], few: { orders: 0, fen: 0 } });
  });

  it.each<[string, readonly Told[]]>([
    [
      'masked recipients of one district',
      [
        { masked: true, district: 1 },
        { masked: true, district: 1 },
      ],
    ],
    ['neither recipient nor district', [{}, {}]],
    ['a phone beside a room', [{ phone: 1 }, { room: 2 }]],
    ['a district beside none', [{ district: 1 }, {}]],
    [
      'masked recipients with virtual numbers of one district',
      [
        { masked: true, phone: 1, district: 1 },
        { masked: true, phone: 2, district: 1 },
      ],
    ],
  ])('does not judge %s, and says how many open orders that are', (_, told) => {
    expect(gathered(told)).toEqual({ drafts: [], few: { orders: 2, fen: 10_000 } });
    const settled = told.map((one) => ({ ...one, open: 0 }));
    expect(gathered(settled).few).toEqual({ orders: 0, fen: 0 });
  });

  it('says one thing of waybills that hang together by their orders', () => {
    const { drafts } = gathered([
      { ...A, waybills: [7, 8] },
      { ...B, waybills: [7, 8] },
      { ...C, waybills: [8, 9] },
      { ...A, waybills: [10] },
      { ...C, waybills: [10] },
    ]);
    expect(drafts.map(({ orders }) => orders)).toEqual([
      [0, 1, 2],
      [3, 4],
    ]);
    expect(rule.line(drafts[0]?.evidence ?? [], false)).toEqual({
      zh: '2 个单号 3 单，同一单号有 3 个收货人',
      en: '2 waybills, 3 orders, 3 recipients on one of them',
    });
  });

  it('judges an order once where one of its waybills tells and another does not', () => {
    const { drafts, few } = gathered([
      { ...A, waybills: [7] },
      { ...B, waybills: [7, 8] },
      { waybills: [8], open: 30 },
    ]);
    expect(drafts.map(({ orders }) => orders)).toEqual([[0, 1]]);
    expect(few).toEqual({ orders: 1, fen: 3000 });
  });

  it('fires at the number of recipients that is set, and not one below it', () => {
    expect(gathered([A, B], 3).drafts).toEqual([]);
    expect(gathered([A, B, C], 3).drafts).toHaveLength(1);
    expect(gathered([{ district: 1 }, { district: 2 }], 3).drafts).toEqual([]);
    expect(gathered([{ district: 1 }, { district: 2 }, { district: 3 }], 3).drafts).toHaveLength(1);
  });

  it('says how many recipients or districts, proven or not', () => {
    const people = gathered([A, B, { ...A }]).drafts[0]?.evidence ?? [];
    const districts = gathered([{ district: 1 }, { district: 2 }]).drafts[0]?.evidence ?? [];
    for (const unproven of [true, false]) {
      expect(rule.line(people, unproven)).toEqual({
        zh: '一个单号 3 单 2 个收货人',
        en: 'one waybill, 3 orders, 2 recipients',
      });
      expect(rule.line(districts, unproven)).toEqual({
        zh: '一个单号 2 单 2 个区县',
        en: 'one waybill, 2 orders, 2 districts',
      });
    }
  });

  const key = fc.integer({ min: -1, max: 2 });
  const anyTold: fc.Arbitrary<Told> = fc.record({
    waybills: fc.uniqueArray(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    buyer: key,
    person: key,
    phone: key,
    room: key,
    district: key,
    place: key,
    masked: fc.boolean(),
  });

  it('adds no order when the number of recipients is raised, and depends on no sequence', () => {
    fc.assert(
      fc.property(fc.array(anyTold, { maxLength: 8 }), fc.integer({ min: 2, max: 4 }), (told, people) => {
        const marked = (least: number) =>
          new Set(gathered(told, least).drafts.flatMap(({ orders }) => [...orders]));
        const atLeast = marked(people);
        for (const order of marked(people + 1)) expect(atLeast).toContain(order);
        const backwards = told.map((_, i) => told.length - 1 - i);
        const sets = (seen?: readonly number[]) =>
          gathered(told, people, seen)
            .drafts.map(({ orders }) => orders.join())
            .sort();
        expect(sets(backwards)).toEqual(sets());
        expect(gathered(told, people, backwards).few).toEqual(gathered(told, people).few);
      }),
    );
  });
});
