// PL5: a return by the outbound waybill, or one return waybill for orders of several places.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { returnParcel as rule } from '../../src/rules/return-parcel.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { afterSale } from '../support/after-sale-rows.js';
import type { Told } from '../support/audited-order.js';
import { groupsOf, tooFewOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

const back = (waybill: string, more: Told = {}, outbound = ''): Told => ({
  refunded: 100,
  afterSales: [afterSale({ type: 'return', returnWaybill: waybill, outboundWaybill: outbound })],
  ...more,
});
const at = (phone: number, more: Told = {}): Told => ({
  phone,
  room: phone,
  place: phone,
  district: 1,
  ...more,
});
const found = (told: readonly Told[], changed = {}) => groupsOf(gathered(rule, told, changed));

describe('a return by the waybill of the outbound parcel', () => {
  it('is one finding for each order, whoever ordered', () => {
    expect(found([back('SF1', { sameWaybillBack: true }), back('SF2', { sameWaybillBack: true })])).toEqual([
      '0',
      '1',
    ]);
    expect(found([back('SF1')])).toEqual([]);
    expect(found([{ sameWaybillBack: true }])).toEqual([]);
  });

  it('has as its yuan what was refunded or is open, and can be acted on while something is', () => {
    const draft = (more: Told) => gathered(rule, [back('SF1', { sameWaybillBack: true, ...more })])[0];
    expect(draft({ receivable: 120 })).toMatchObject({
      exposureFen: 10_000,
      apart: true,
      nextStep: 'review',
    });
    expect(draft({ receivable: 120, refunded: 0, open: 120 })).toMatchObject({ exposureFen: 12_000 });
    expect(draft({ receivable: 120, refunded: 0, open: 120 })?.apart).toBeUndefined();
    expect(draft({ refunded: 0 })).toMatchObject({ exposureFen: 0 });
    expect(draft({ refunded: 0 })?.apart).toBeUndefined();
  });

  it('says so', () => {
    const [draft] = gathered(rule, [back('SF1', { sameWaybillBack: true })]);
    expect(rule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '退货运单号就是发货的运单号，涉及 100.00 元',
      en: 'the return waybill is the one it was sent by, 100.00 yuan',
    });
  });
});

describe('one return waybill on several after-sales', () => {
  it.each<[string, readonly Told[], string[]]>([
    ['two recipients', [back('SF1', at(1)), back('SF1', at(2))], ['0 1']],
    ['two return waybills', [back('SF1', at(1)), back('SF2', at(2))], []],
    ['no return waybill', [back('', at(1)), back('', at(2))], []],
    ['one buyer', [back('SF1', at(1, { buyer: 5 })), back('SF1', at(2, { buyer: 5 }))], []],
    ['one account or phone', [back('SF1', at(1, { person: 5 })), back('SF1', at(2, { person: 5 }))], []],
    ['one room, two phones', [back('SF1', at(1, { room: 7 })), back('SF1', at(2, { room: 7 }))], []],
    ['one whole address', [back('SF1', at(1, { place: 7 })), back('SF1', at(2, { place: 7 }))], []],
    [
      'sent in one parcel',
      [back('SF1', at(1, { waybills: [9] })), back('SF1', at(2, { waybills: [9] }))],
      [],
    ],
    ['sent in one parcel, by the after-sales', [back('SF1', at(1), 'YT1'), back('SF1', at(2), 'YT1')], []],
    [
      'sent in two parcels',
      [back('SF1', at(1, { waybills: [8] })), back('SF1', at(2, { waybills: [9] }))],
      ['0 1'],
    ],
    [
      'districts alone, two',
      [back('SF1', { district: 1, place: 1 }), back('SF1', { district: 2, place: 2 })],
      ['0 1'],
    ],
    [
      'districts alone, one',
      [back('SF1', { district: 1, place: 1 }), back('SF1', { district: 1, place: 2 })],
      [],
    ],
    [
      'two rows of one order',
      [{ ...back('SF1', at(1)), afterSales: [...back('SF1').afterSales!, ...back('SF1').afterSales!] }],
      [],
    ],
    [
      'masked recipients of one district',
      [back('SF1', at(1, { masked: true, room: -1 })), back('SF1', at(2, { masked: true, room: -1 }))],
      [],
    ],
  ])('%s', (_, told, groups) => {
    expect(found(told)).toEqual(groups);
  });

  it('takes as many recipients as are set', () => {
    const two = [back('SF1', at(1)), back('SF1', at(2))];
    expect(found(two, { people: 3 })).toEqual([]);
    expect(found([...two, back('SF1', at(3))], { people: 3 })).toEqual(['0 1 2']);
  });

  it('leaves open orders unexamined that nothing tells apart or together', () => {
    const unknown = { open: 60, refunded: 0, place: -1 };
    const masked = { open: 40, refunded: 0, masked: true, phone: 3, place: -1 };
    expect(tooFewOf(rule as GatherRule, [back('SF1', unknown), back('SF1', masked)])).toEqual({
      orders: 2,
      fen: 10_000,
    });
    expect(tooFewOf(rule as GatherRule, [back('SF1', at(1)), back('SF1', at(2))])).toEqual({
      orders: 0,
      fen: 0,
    });
  });

  it('names people or districts, and the yuan', () => {
    const line = (told: readonly Told[]) => rule.line(gathered(rule, told)[0]?.evidence ?? [], false);
    expect(line([back('SF1', at(1)), back('SF1', at(2))])).toEqual({
      zh: '一个退货运单号 2 单 2 个收货人，涉及 200.00 元',
      en: 'one return waybill, 2 orders, 2 recipients, 200.00 yuan',
    });
    expect(line([1, 2, 3].map((district) => back('SF1', { district, place: district }))).zh).toBe(
      '一个退货运单号 3 单 3 个区县，涉及 300.00 元',
    );
  });

  it('finds nothing more when more recipients are asked for, in whatever order it sees them', () => {
    const one = fc.record({ waybill: fc.constantFrom('SF1', 'SF2'), phone: fc.nat(4), district: fc.nat(2) });
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 10 }),
        fc.integer({ min: 2, max: 4 }),
        fc.nat(2),
        (many, people, more) => {
          const told = many.map(({ waybill, phone, district }, order) => ({
            order,
            ...back(waybill, at(phone, { district })),
          }));
          const groups = found(told, { people });
          expect(groups).toEqual(expect.arrayContaining(found(told, { people: people + more })));
          expect(found(told.toReversed(), { people })).toEqual(groups);
        },
      ),
    );
  });
});
