// Households and houses of strangers: not told while nothing alarms, and told as soon as it does.
import { describe, expect, it } from 'vitest';
import { findClusters } from '../../src/linkage/clusters.js';
import type { LinkedOrder } from '../../src/linkage/linked-order.js';
import type { LinkageOptions } from '../../src/linkage/shared-keys.js';

const OPTIONS: LinkageOptions = {
  fewestBuyers: 3,
  hubCap: { phone: 25, room: 25 },
  fewestAtPickup: 5,
  people: () => 0,
  isPool: () => false,
  surname: (buyer) => buyer,
  isAccount: () => false,
};

/** So many people with a phone each at one room, with so much open on every order. */
function atHome(people: number, openFen: number, told: Partial<LinkedOrder> = {}): LinkedOrder[] {
  return Array.from({ length: people }, (_, order) => ({
    order,
    buyer: order,
    phone: order,
    room: 9,
    pickup: -1,
    orderedAt: 1000 * order,
    openFen,
    provenFen: openFen,
    isDue: false,
    ...told,
  }));
}

/** Two surnames among all. */
const surname = (buyer: number) => buyer % 2;

describe('a household with small parcels on their way', () => {
  it.each([
    [3, 1],
    [5, 1],
    [6, 0],
  ])('of %i people and two surnames: %i refused', (people, refused) => {
    const found = findClusters(atHome(people, 100), { ...OPTIONS, surname });
    expect([found.clusters.length, found.refused.length]).toEqual([1 - refused, refused]);
  });

  it('is told with a third surname, with an unknown one, and as soon as it alarms', () => {
    expect(findClusters(atHome(3, 100), OPTIONS).clusters).toHaveLength(1);
    const unknown = (buyer: number) => (buyer === 0 ? -1 : 1);
    expect(findClusters(atHome(3, 100), { ...OPTIONS, surname: unknown }).clusters).toHaveLength(1);
    expect(findClusters(atHome(3, 33_334), { ...OPTIONS, surname }).clusters).toHaveLength(1);
    expect(findClusters(atHome(3, 33_333), { ...OPTIONS, surname }).refused).toEqual([
      { kind: 'room', key: 9, reason: 'quiet' },
    ]);
    expect(findClusters(atHome(3, 100, { isDue: true }), { ...OPTIONS, surname }).clusters).toHaveLength(1);
  });

  it('may share its phone at home, and is told where the phone is used elsewhere as well', () => {
    const family = atHome(4, 100, { phone: 7 });
    const found = findClusters(family, { ...OPTIONS, surname });
    expect(found.clusters).toEqual([]);
    expect(found.refused.map(({ kind, reason }) => `${kind} ${reason}`).sort()).toEqual([
      'phone quiet',
      'room quiet',
    ]);
    const moved = family.map((order, at) => (at === 3 ? { ...order, room: 8 } : order));
    expect(findClusters(moved, { ...OPTIONS, surname }).clusters).toHaveLength(1);
    expect(findClusters(family, OPTIONS).clusters).toHaveLength(1);
    const dear = atHome(4, 25_000, { phone: 7 });
    expect(findClusters(dear, { ...OPTIONS, surname }).clusters).toHaveLength(1);
  });

  it('is told where anything else joins it', () => {
    const parcel = atHome(3, 100, { waybills: [4] });
    expect(findClusters(parcel, { ...OPTIONS, surname }).clusters).toHaveLength(1);
  });
});

describe('strangers behind one door', () => {
  const isCommunal = (room: number) => room === 9;

  it('are told when something alarms', () => {
    expect(findClusters(atHome(12, 100), { ...OPTIONS, isCommunal }).clusters).toEqual([]);
    expect(findClusters(atHome(12, 10_000), { ...OPTIONS, isCommunal }).clusters).toHaveLength(1);
    expect(findClusters(atHome(12, 100), OPTIONS).clusters).toHaveLength(1);
  });

  it('are told where they share a phone as well', () => {
    const twelve = atHome(12, 100, { phone: 7 });
    expect(findClusters(twelve, { ...OPTIONS, isCommunal }).clusters).toHaveLength(1);
  });
});
