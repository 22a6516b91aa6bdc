// Which orders can be linked: those of buyers who share a key, but never one of a minor.
import { describe, expect, it } from 'vitest';
import type { Identity } from '../../src/core/identity.js';
import { IdentityLines } from '../../src/core/identity-lines.js';
import { Together } from '../../src/core/together.js';
import { jiggedRooms } from '../../src/linkage/jigged-rooms.js';
import { LinkableOrders } from '../../src/steps/linkable-orders.js';
import { auditedOrder, type Told } from '../support/audited-order.js';

const PERSON: Identity = {
  name: '',
  surname: '',
  phone: '13900000001',
  room: '',
  pickup: '',
  place: '',
  district: '',
  province: '',
  masked: false,
};

const NO_NOTES = { byLine: new Map(), elsewhere: new Int32Array() };

/** The orders that are linked, of people with names of their own and one phone. */
function linked(told: readonly Told[]): number[] {
  const identities = new IdentityLines();
  told.forEach((_, line) => {
    identities.set(line, { ...PERSON, name: `name ${line}`, surname: String(line) }, '');
  });
  const linkable = new LinkableOrders();
  told.forEach((one, order) => {
    const phone = identities.phones.of(order);
    const audited = auditedOrder({ order, phone, ...one });
    linkable.add({ ...audited, judged: { ...audited.judged, line: order } });
  });
  return [
    ...linkable
      .linked(
        { identities, together: new Together(), lines: { size: told.length } },
        NO_NOTES,
        jiggedRooms(identities),
      )
      .values(),
  ].flatMap(({ orders }) => orders.map(({ order }) => order));
}

describe('orders that can be linked', () => {
  it('are those of several buyers on one phone', () => {
    expect(linked([{}, {}, {}])).toEqual([0, 1, 2]);
    expect(linked([{}])).toEqual([]);
  });

  it('leave out an order of a minor, and what it alone would link', () => {
    expect(linked([{}, { minor: true }, {}])).toEqual([0, 2]);
    expect(linked([{}, { minor: true }])).toEqual([]);
  });
});

describe('orders of which nothing tells the buyer', () => {
  const NOBODY: Identity = { ...PERSON, phone: '' };
  const PLACES = ['浙江省|杭州市|西湖区', '浙江省|杭州市|余杭区', ''];
  interface Alone {
    readonly place: number;
    readonly waybills?: readonly number[];
    readonly notes?: readonly number[];
  }

  /** By order a number for its buyer, in order of first sight, and what it shares; those that are not linked are not in it. */
  function people(told: readonly Alone[], sequence = told.map((_, i) => i)) {
    const identities = new IdentityLines();
    const rows = sequence.map((i) => told[i]!);
    const notes = new Map<number, readonly number[]>();
    const linkable = new LinkableOrders();
    rows.forEach((row, line) => {
      identities.set(line, { ...NOBODY, district: PLACES[row.place]! }, '');
      if (row.notes !== undefined) notes.set(line, row.notes);
    });
    rows.forEach(({ waybills = [] }, order) => {
      const audited = auditedOrder({ order, waybills });
      const judged = { ...audited.judged, line: order };
      linkable.add({ ...audited, judged, buyer: -1, waybillAgain: waybills.length > 0 });
    });
    const shops = linkable.linked(
      { identities, together: new Together(), lines: { size: rows.length } },
      { byLine: notes, elsewhere: new Int32Array(10) },
      jiggedRooms(identities),
    );
    const found = [...shops.values()].flatMap(({ orders }) => orders);
    const names = new Map<number, number>();
    return found
      .map((one) => ({ ...one, was: sequence[one.order]! }))
      .sort((a, b) => a.was - b.was)
      .map(({ was, buyer, waybills, notes: tokens }) => {
        if (buyer >= 0 && !names.has(buyer)) names.set(buyer, names.size);
        return [was, buyer < 0 ? null : names.get(buyer), waybills, tokens];
      });
  }

  const told: readonly Alone[] = [
    { place: 0, notes: [1] },
    { place: 0, notes: [1] },
    { place: 1, notes: [1] },
    { place: 2, notes: [1] },
    { place: 0, waybills: [5] },
    { place: 0, waybills: [5] },
    { place: 0, waybills: [6] },
    { place: 1, waybills: [6] },
    { place: 2, waybills: [7] },
    { place: 1, waybills: [7] },
  ];

  it('are one person in a district, two in two, and nobody where no district is told', () => {
    expect(people(told)).toEqual([
      [0, 0, [], [1]],
      [1, 0, [], [1]],
      [2, 1, [], [1]],
      [3, null, [], [1]],
      [6, 2, [6], []],
      [7, 3, [6], []],
    ]);
  });

  it('are the same people in any sequence of the rows', () => {
    const rows = told.map((_, i) => i);
    for (const by of [3, 7, 9])
      expect(
        people(
          told,
          rows.map((i) => (i * by) % 10),
        ),
      ).toEqual(people(told));
    expect(people(told, rows.toReversed())).toEqual(people(told));
  });
});

describe('an order that is gone', () => {
  it.each([
    ['refunded', true],
    ['closed', true],
    ['not-applicable', true],
    ['settled', false],
    ['clawed-back', false],
    ['unproven', false],
  ] as const)('is one that is %s: %s', (collection, gone) => {
    const identities = new IdentityLines();
    const linkable = new LinkableOrders();
    for (const order of [0, 1]) {
      identities.set(order, { ...PERSON, name: `name ${order}`, surname: String(order) }, '');
      const audited = auditedOrder({ order, phone: identities.phones.of(order) });
      linkable.add({ ...audited, judged: { ...audited.judged, line: order, collection } });
    }
    const book = { identities, together: new Together(), lines: { size: 2 } };
    const [shop] = linkable.linked(book, NO_NOTES, jiggedRooms(identities)).values();
    expect(shop!.orders.map((order) => order.gone)).toEqual([gone, gone]);
  });
});
