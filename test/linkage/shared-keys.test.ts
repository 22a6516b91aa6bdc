// What becomes of keys of every kind: which link, how surely, which are hubs, and which are refused, and why.
import { describe, expect, it } from 'vitest';
import { KEY_KINDS, LINK_KINDS } from '../../src/core/link-kinds.js';
import { findClusters } from '../../src/linkage/clusters.js';
import type { LinkedOrder } from '../../src/linkage/linked-order.js';
import { judgeKeys, type LinkageOptions } from '../../src/linkage/shared-keys.js';

const OPTIONS: LinkageOptions = {
  fewestBuyers: 3,
  hubCap: { phone: 25, room: 25, payer: 25, masked: 25, jigged: 25, waybill: 25, note: 10 },
  fewestAtPickup: 5,
  people: () => 0,
  isPool: () => false,
  surname: (buyer) => buyer,
  isAccount: () => false,
  masksMayLink: true,
};

const KEYS = { phone: -1, room: -1, pickup: -1 };
const LISTS: readonly string[] = ['waybill', 'note', 'lockstep'];
/** A key of any kind, as orders carry it. */
const carrying = (kind: string, key: number): Partial<LinkedOrder> =>
  LISTS.includes(kind) ? { [kind === 'lockstep' ? kind : `${kind}s`]: [key] } : { [kind]: key };

function ordersOf(rows: readonly Partial<LinkedOrder>[]): LinkedOrder[] {
  return rows.map((row, order) => ({
    order,
    buyer: order,
    ...KEYS,
    orderedAt: 1000 * order,
    openFen: 20_000,
    provenFen: 20_000,
    isDue: false,
    ...row,
  }));
}

const sharing = (buyers: number, kind: string) =>
  ordersOf(Array.from({ length: buyers }, () => carrying(kind, 7)));

describe('a key that three buyers share', () => {
  it.each(LINK_KINDS)('links them: %s', (kind) => {
    const { clusters } = findClusters(sharing(3, kind), OPTIONS);
    expect(clusters).toMatchObject([{ buyers: 3, links: [{ kind, key: 7, buyers: 3, needed: true }] }]);
  });

  it.each([
    ['phone', 'strong'],
    ['room', 'strong'],
    ['waybill', 'strong'],
    ['payer', 'moderate'],
    ['masked', 'moderate'],
    ['note', 'moderate'],
    ['jigged', 'moderate'],
    ['lockstep', 'moderate'],
  ])('is as sure as its kind: %s is %s', (kind, strength) => {
    expect(judgeKeys(sharing(3, kind), OPTIONS).links).toMatchObject([{ kind, strength }]);
  });

  it("is a forwarder's where it stands on nothing but parcels that go to one", () => {
    const options = { ...OPTIONS, isForwarder: (pickup: number) => pickup === 3 };
    const at = (...pickups: number[]) => ordersOf(pickups.map((pickup) => ({ phone: 7, pickup })));
    const judged = (...pickups: number[]) => {
      const { links, hubs, refused } = judgeKeys(at(...pickups), options);
      const of = (kind: string) => (one: { readonly kind: string }) => one.kind === kind;
      return [links.filter(of('phone')), hubs.filter(of('phone')), refused.filter(of('phone'))].map(
        ({ length }) => length,
      );
    };
    expect(judged(3, 3, 3)).toEqual([0, 0, 1]);
    expect(judged(3, 3, 3, 3, 3)).toEqual([0, 1, 0]);
    // One parcel that goes elsewhere, and pickup points that are no forwarder's: it is somebody's phone.
    expect(judged(3, 3, -1)).toEqual([1, 0, 0]);
    expect(judged(4, 4, 4, 4, 4)).toEqual([1, 0, 0]);
  });

  it('is less sure behind a door of strangers, and between people of whom little is seen', () => {
    const communal = { ...OPTIONS, isCommunal: (room: number) => room === 7 };
    expect(judgeKeys(sharing(3, 'room'), communal).links).toMatchObject([{ strength: 'moderate' }]);
    const seen = { ...OPTIONS, identified: 2 };
    expect(judgeKeys(sharing(3, 'waybill'), seen).links).toMatchObject([
      { strength: 'moderate', buyers: [0, 1, 2] },
    ]);
  });

  it.each(['phone', 'room', 'jigged'])(
    'of people of whom only parts are seen is no exact one: %s',
    (kind) => {
      expect(judgeKeys(sharing(4, kind), { ...OPTIONS, identified: 1 }).links).toEqual([]);
      expect(judgeKeys(sharing(4, kind), { ...OPTIONS, identified: 3 }).links).toMatchObject([
        { buyers: [0, 1, 2] },
      ]);
    },
  );

  it.each(LINK_KINDS.filter((kind) => kind !== 'lockstep'))('is a hub beyond its cap: %s', (kind) => {
    const cap = OPTIONS.hubCap[kind]!;
    expect(judgeKeys(sharing(cap, kind), OPTIONS)).toMatchObject({ hubs: [], links: [{ kind }] });
    expect(judgeKeys(sharing(cap + 1, kind), OPTIONS)).toMatchObject({
      hubs: [{ kind, key: 7, reason: 'cap', people: cap + 1 }],
      links: [],
    });
  });
});

describe('a key that is refused', () => {
  const surname = () => 1;

  it('stands in the way of a family: by phone or room', () => {
    const home = ordersOf([1, 2, 3].map(() => ({ phone: 4, room: 7 })));
    expect(judgeKeys(home, { ...OPTIONS, surname })).toMatchObject({
      hubs: [],
      links: [],
      refused: [
        { kind: 'phone', key: 4, reason: 'family' },
        { kind: 'room', key: 7, reason: 'family' },
      ],
    });
  });

  it.each(['waybill', 'payer', 'note', 'lockstep'])(
    'by any other key, where all surnames are known: %s',
    (kind) => {
      const orders = sharing(3, kind);
      expect(judgeKeys(orders, { ...OPTIONS, surname }).refused).toMatchObject([{ kind, reason: 'family' }]);
      const unknown = { ...OPTIONS, surname: (buyer: number) => (buyer === 2 ? -1 : 1) };
      expect(judgeKeys(orders, unknown)).toMatchObject({ refused: [], links: [{ kind }] });
    },
  );

  it('is one of visible parts, where as many agree by accident', () => {
    const { refused } = judgeKeys(sharing(3, 'masked'), { ...OPTIONS, masksMayLink: false });
    expect(refused).toEqual([{ kind: 'masked', key: 7, reason: 'chance' }]);
  });

  it('is one that the shop knows', () => {
    for (const kind of KEY_KINDS) {
      const known = () => 'silent' as const;
      expect(judgeKeys(sharing(9, kind), { ...OPTIONS, known })).toEqual({
        hubs: [],
        households: [],
        links: [],
        refused: [{ kind, key: 7, reason: 'listed' }],
      });
    }
  });
});

describe('a family within a group', () => {
  const chain = ordersOf([
    { phone: 1 },
    { phone: 1 },
    { phone: 2 },
    { phone: 2, room: 3 },
    { room: 3, phone: 4 },
  ]);
  const linked = [
    { ...chain[1]!, room: 5 },
    { ...chain[2]!, room: 5 },
  ];
  const orders = [chain[0]!, ...linked, chain[3]!, chain[4]!];

  it('holds the others together, and counts as one', () => {
    // Buyers 0 and 1 have one surname on one phone.
    const surname = (buyer: number) => (buyer === 1 ? 0 : buyer);
    expect(findClusters(orders, { ...OPTIONS, surname }).clusters).toMatchObject([{ buyers: 5 }]);
    const three = findClusters(orders.slice(0, 3), { ...OPTIONS, surname });
    expect(three.clusters).toEqual([]);
    expect(findClusters(orders.slice(0, 3), OPTIONS).clusters).toHaveLength(1);
  });
});

describe('two groups that hang together by one pair', () => {
  /** Two rings of three on a phone each; the last of the one and the first of the other share a key. */
  const rings = (kind: string, others: Partial<LinkedOrder> = {}) =>
    ordersOf(
      [0, 1, 2, 3, 4, 5].map((buyer) => ({
        phone: buyer < 3 ? 1 : 2,
        ...(buyer === 2 || buyer === 3 ? { ...carrying(kind, 7), ...others } : {}),
      })),
    );

  it.each(['payer', 'masked', 'note', 'jigged', 'lockstep'])(
    'are two, where the key is not strong: %s',
    (kind) => {
      const { clusters, refused } = findClusters(rings(kind), OPTIONS);
      expect(clusters.map(({ orders }) => orders)).toEqual([
        [0, 1, 2],
        [3, 4, 5],
      ]);
      expect(refused).toEqual([{ kind, key: 7, reason: 'bridge' }]);
    },
  );

  it.each(['room', 'waybill'])('are one, and the bridge is marked, where it is strong: %s', (kind) => {
    const { clusters, refused } = findClusters(rings(kind), OPTIONS);
    expect(refused).toEqual([]);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]?.links.map((link) => [link.kind, link.bridge, link.needed])).toEqual([
      ['phone', false, true],
      ['phone', false, true],
      [kind, true, true],
    ]);
  });

  it('are one where a second key joins the pair', () => {
    const { clusters, refused } = findClusters(rings('note', { jigged: 9 }), OPTIONS);
    expect([clusters.length, refused]).toEqual([1, []]);
    expect(clusters[0]?.links.filter(({ bridge }) => bridge)).toEqual([]);
  });

  it('keep a pair at the end of a chain', () => {
    const chain = ordersOf([{ phone: 1 }, { phone: 1 }, { phone: 1, notes: [7] }, { notes: [7] }]);
    expect(findClusters(chain, OPTIONS).clusters[0]?.buyers).toBe(4);
  });
});
