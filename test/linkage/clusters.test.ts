// Clusters and hubs: the components that a plain search finds, whatever the sequence of the orders, and no families.
import fc from 'fast-check';
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

/** Orders with their numbers by place; 200 yuan open unless told otherwise. */
function ordersOf(rows: readonly Partial<LinkedOrder>[]): LinkedOrder[] {
  return rows.map((row, order) => ({
    order,
    buyer: order,
    phone: -1,
    room: -1,
    pickup: -1,
    orderedAt: 1000 * order,
    openFen: 20_000,
    provenFen: row.openFen ?? 20_000,
    isDue: false,
    ...row,
  }));
}

/** So many buyers, each with an order that carries the key. */
const sharing = (buyers: number, key: Partial<LinkedOrder>) =>
  ordersOf(Array.from({ length: buyers }, () => key));

describe('a cluster', () => {
  it('is a ring of three names on one phone', () => {
    const orders = sharing(3, { phone: 7 });
    const { clusters, hubs } = findClusters(orders, OPTIONS);
    expect(hubs).toEqual([]);
    expect(clusters).toEqual([
      {
        orders: [0, 1, 2],
        buyers: 3,
        links: [
          {
            kind: 'phone',
            key: 7,
            strength: 'strong',
            buyers: 3,
            orders: [0, 1, 2],
            needed: true,
            bridge: false,
            left: [],
          },
        ],
        members: orders,
        density: 1,
        item: null,
        burst: { buyers: 3, from: 0, to: 2000 },
        inSequence: { phones: 0, accounts: 0 },
        openFen: 60_000,
        openOrders: 3,
        spanSeconds: 2000,
        score: 31,
        scoreParts: [
          { name: 'buyers', points: 12 },
          { name: 'open', points: 4 },
          { name: 'time', points: 15 },
        ],
        provenFen: 60_000,
        provenScore: 31,
        alarming: false,
      },
    ]);
  });

  it('has the floor where strong keys of two kinds join it, none of them three buyers, and all of it is open', () => {
    // By phone, by address, by phone: a couple each, and together four.
    const chain = (open: number, keys: readonly Partial<LinkedOrder>[]) =>
      ordersOf(keys.map((key, at) => ({ ...key, openFen: open, provenFen: 0, orderedAt: at * 9e6 })));
    const both = [{ phone: 1 }, { phone: 1, room: 9 }, { phone: 2, room: 9 }, { phone: 2 }];
    const scoreOf = (orders: LinkedOrder[], options = OPTIONS) => findClusters(orders, options).clusters[0];
    const floor = (orders: LinkedOrder[], options = OPTIONS) =>
      scoreOf(orders, options)?.scoreParts.some(({ name }) => name === 'floor') ?? null;
    expect([floor(chain(25_000, both)), scoreOf(chain(25_000, both))?.score]).toEqual([true, 40]);
    expect(floor(chain(24_999, both))).toBe(false);
    // One of them has paid; or it is a household of two surnames; or one kind of key alone joins it.
    const paid = chain(25_000, both).map((one, at) =>
      at === 0 ? { ...one, openFen: 0 } : { ...one, openFen: 50_000 },
    );
    expect(floor(paid)).toBe(false);
    expect(floor(chain(25_000, both), { ...OPTIONS, surname: (buyer) => buyer % 2 })).not.toBe(true);
    const phones = chain(25_000, [
      { phone: 1 },
      { phone: 1, waybills: [5] },
      { phone: 2, waybills: [5] },
      { phone: 2 },
    ]);
    expect(floor(phones)).toBe(true);
    const weak = chain(25_000, [
      { phone: 1 },
      { phone: 1, notes: [5] },
      { phone: 2, notes: [5] },
      { phone: 2 },
    ]);
    expect(floor(weak)).toBe(false);
  });

  it('is not a family: one surname and one phone, in one room', () => {
    const family = sharing(4, { phone: 7, room: 9 });
    expect(findClusters(family, { ...OPTIONS, surname: () => 1 }).clusters).toEqual([]);
    expect(findClusters(family, { ...OPTIONS, surname: () => -1 }).clusters).toEqual([]);
    expect(findClusters(family, { ...OPTIONS, surname: (buyer) => buyer % 3 }).clusters).toHaveLength(1);
  });

  it('is a room of one surname with two phones, or a phone of one name with several accounts', () => {
    const surname = () => 1;
    const room = ordersOf([1, 2, 2].map((phone) => ({ room: 9, phone, openFen: 50_000 })));
    expect(findClusters(room, { ...OPTIONS, surname }).clusters).toHaveLength(1);
    const phone = sharing(3, { phone: 7 });
    expect(findClusters(phone, { ...OPTIONS, surname, isAccount: () => true }).clusters).toHaveLength(1);
    expect(findClusters(phone, { ...OPTIONS, surname, isAccount: (buyer) => buyer === 0 }).clusters).toEqual(
      [],
    );
  });

  it('needs three buyers, whatever the number of their orders', () => {
    const two = ordersOf([0, 1, 0, 1].map((buyer) => ({ buyer, phone: 7 })));
    expect(findClusters(two, OPTIONS).clusters).toEqual([]);
    expect(findClusters(two, { ...OPTIONS, fewestBuyers: 2 }).clusters).toHaveLength(1);
  });

  it('never holds an order whose buyer is not known', () => {
    const orders = ordersOf([{ phone: 7 }, { phone: 7 }, { phone: 7 }, { phone: 7, buyer: -1 }]);
    const [cluster] = findClusters(orders, OPTIONS).clusters;
    expect(cluster?.orders).toEqual([0, 1, 2]);
    expect(cluster?.links[0]?.orders).toEqual([0, 1, 2]);
    const masked = ordersOf([0, 1, 2, 3].map(() => ({ phone: 7, room: 9, buyer: -1 })));
    expect(findClusters(masked, OPTIONS)).toEqual({ clusters: [], hubs: [], refused: [] });
  });

  it('holds all orders of its buyers, and its links strongest first', () => {
    const orders = ordersOf([
      { buyer: 0, room: 4 },
      { buyer: 1, room: 4, phone: 8 },
      { buyer: 2, phone: 8 },
      { buyer: 2, phone: 6 },
      { buyer: 3, phone: 6 },
      { buyer: 0, openFen: 0 },
      { buyer: 3, phone: 6 },
      { buyer: 9, phone: 1 },
    ]);
    const { clusters } = findClusters(orders, OPTIONS);
    expect(clusters).toHaveLength(1);
    expect(clusters[0]).toMatchObject({ orders: [0, 1, 2, 3, 4, 5, 6], buyers: 4, openOrders: 6 });
    expect(clusters[0]?.links.map(({ kind, key }) => `${kind} ${key}`)).toEqual([
      'phone 6',
      'phone 8',
      'room 4',
    ]);
  });

  it('has its time from the orders that have one', () => {
    const orders = ordersOf([{ phone: 7, orderedAt: Number.NaN }, { phone: 7 }, { phone: 7 }]);
    expect(findClusters(orders, OPTIONS).clusters[0]?.spanSeconds).toBe(1000);
    const untimed = orders.map((order) => ({ ...order, orderedAt: Number.NaN }));
    expect(findClusters(untimed, OPTIONS).clusters[0]?.spanSeconds).toBeNaN();
  });
});

describe('what is proven and what is due of a cluster', () => {
  it('is a score of its own, of the proven yuan alone', () => {
    const rows = sharing(4, { phone: 7, openFen: 400_000, provenFen: 0 });
    const one = rows.map((order, i) => (i === 0 ? { ...order, provenFen: 1 } : order));
    const [cluster] = findClusters(one, OPTIONS).clusters;
    // 4 buyers 14, 16,000 yuan 20, within an hour 15; proven: one of four, one fen.
    expect(cluster).toMatchObject({ score: 49, provenFen: 1, provenScore: 14 + 0 + 15 });
  });

  it.each([
    ['999.99 yuan on their way', [33_333, 33_333, 33_333], [], false],
    ['1,000 yuan on their way', [33_333, 33_333, 33_334], [], true],
    ['one of three received', [990, 990, 990], [0], false],
    ['two of three received', [990, 990, 990], [0, 1], true],
    ['two of four received', [990, 990, 990, 990], [0, 1], true],
    ['two of three received and paid', [0, 0, 990], [0, 1], false],
    ['nothing open', [0, 0, 0], [], false],
  ] as const)('alarms or not: %s', (_, fen, due, alarming) => {
    const orders = ordersOf(
      fen.map((openFen, i) => ({ phone: 7, openFen, isDue: (due as readonly number[]).includes(i) })),
    );
    expect(findClusters(orders, OPTIONS).clusters[0]?.alarming).toBe(alarming);
  });
});

describe("the score's floor", () => {
  const floorOf = (rows: readonly Partial<LinkedOrder>[]) =>
    findClusters(ordersOf(rows.map((row) => ({ phone: 7, ...row }))), OPTIONS).clusters[0]!.scoreParts.some(
      ({ name }) => name === 'floor',
    );
  const open = { openFen: 40_000, orderedAt: Number.NaN };
  const none = { openFen: 0, orderedAt: Number.NaN };

  it('holds where all orders are open, and falls with one that was paid', () => {
    expect(floorOf([open, open, open])).toBe(true);
    expect(floorOf([open, open, open, none])).toBe(false);
    expect(floorOf([open, open, open, { ...none, buyer: 0 }])).toBe(false);
  });

  it('is not lifted by an order that is gone: it says nothing either way', () => {
    expect(floorOf([open, open, open, { ...none, gone: true }])).toBe(true);
    expect(floorOf([open, open, open, { ...none, gone: true, buyer: 0 }])).toBe(true);
    expect(floorOf([open, open, open, { ...none, gone: true }, none])).toBe(false);
  });

  it('needs three buyers who owe something', () => {
    expect(floorOf([{ ...open, openFen: 90_000 }, open, { ...none, gone: true }])).toBe(false);
    expect(floorOf([open, open, { ...open, openFen: 20_000 }])).toBe(true);
    expect(floorOf([open, open, { ...open, openFen: 19_999 }])).toBe(false);
  });
});

describe('a hub', () => {
  /** A pickup point: so many customers who paid, and open orders of so many others. */
  const pickup = (paid: number, unpaid: number, told: Partial<LinkedOrder> = {}) =>
    findClusters(
      ordersOf([
        ...Array.from({ length: paid }, () => ({ pickup: 3, openFen: 0 })),
        ...Array.from({ length: unpaid }, () => ({ pickup: 3, openFen: 50_000, ...told })),
      ]),
      OPTIONS,
    ).hubs[0];

  it('scores by its open orders and their buyers alone', () => {
    expect(pickup(30, 0)).toMatchObject({ score: 0, openOrders: [], alarming: false });
    expect(pickup(30, 2)).toMatchObject({ score: 0, openOrders: [30, 31], alarming: true });
    expect(pickup(30, 6, { buyer: 30 })).toMatchObject({ score: 0 });
    // 3 buyers 12, 1,500 yuan 10, within an hour 15.
    expect(pickup(30, 3)).toMatchObject({ score: 37, provenScore: 37, openFen: 150_000 });
    expect(pickup(30, 3)?.orders).toHaveLength(33);
    expect(pickup(30, 3, { provenFen: 0 })).toMatchObject({ score: 37, provenScore: 0 });
  });

  it.each(['phone', 'room'] as const)('is a %s with 26 buyers: 25 are still linked', (kind) => {
    const atCap = findClusters(sharing(25, { [kind]: 7 }), OPTIONS);
    expect(atCap.hubs).toEqual([]);
    expect(atCap.clusters[0]?.buyers).toBe(25);
    const beyond = findClusters(sharing(26, { [kind]: 7 }), OPTIONS);
    expect(beyond.clusters).toEqual([]);
    expect(beyond.hubs).toMatchObject([{ kind, key: 7, reason: 'cap', buyers: 26, openFen: 520_000 }]);
    expect(beyond.hubs[0]?.orders).toHaveLength(26);
  });

  it('is a key that ordinary customers share, and scores as if it had linked', () => {
    const people = (_: string, key: number) => (key === 7 ? 40 : 0);
    const orders = sharing(3, { phone: 7, openFen: 40_000 });
    const linked = findClusters(orders, OPTIONS).clusters[0];
    const { clusters, hubs } = findClusters(orders, { ...OPTIONS, people });
    expect(clusters).toEqual([]);
    expect(hubs).toEqual([
      {
        kind: 'phone',
        key: 7,
        reason: 'cap',
        buyers: 40,
        orders: [0, 1, 2],
        openFen: 120_000,
        openOrders: [0, 1, 2],
        score: linked?.score,
        provenScore: linked?.score,
        alarming: true,
      },
    ]);
  });

  it('is a pickup point with 36 people, and no cluster', () => {
    const { clusters, hubs } = findClusters(sharing(36, { pickup: 3 }), OPTIONS);
    expect(clusters).toEqual([]);
    expect(hubs).toMatchObject([{ kind: 'pickup', key: 3, reason: 'pickup', buyers: 36 }]);
  });

  it('is a pickup point from five buyers on, ordinary ones among them, and of two pay-later ones at least', () => {
    const hubs = (buyers: number, people: number) =>
      findClusters(sharing(buyers, { pickup: 3 }), { ...OPTIONS, people: () => people }).hubs.length;
    expect([hubs(4, 0), hubs(5, 0), hubs(2, 4), hubs(2, 5), hubs(1, 40)]).toEqual([0, 1, 0, 1, 0]);
  });

  it('is the number of a pool, however few share it', () => {
    const { clusters, hubs } = findClusters(sharing(3, { phone: 7 }), {
      ...OPTIONS,
      isPool: (phone) => phone === 7,
    });
    expect(clusters).toEqual([]);
    expect(hubs).toMatchObject([{ kind: 'phone', key: 7, reason: 'pool', buyers: 3 }]);
  });

  it('counts the open yuan of unknown buyers too', () => {
    const orders = ordersOf([...Array.from({ length: 26 }, () => ({ phone: 7 })), { phone: 7, buyer: -1 }]);
    expect(findClusters(orders, OPTIONS).hubs[0]).toMatchObject({ buyers: 26, openFen: 540_000 });
  });
});

const key = fc.integer({ min: -1, max: 12 });
const anyOrder = fc.record({
  buyer: fc.integer({ min: -1, max: 25 }),
  phone: key,
  room: key,
  pickup: fc.integer({ min: -1, max: 3 }),
  orderedAt: fc.oneof(fc.integer({ min: 0, max: 1_000_000 }), fc.constant(Number.NaN)),
  openFen: fc.integer({ min: 0, max: 500_000 }),
  isDue: fc.boolean(),
});
const anyOrders = fc.array(anyOrder, { maxLength: 60 }).map(ordersOf);

describe('clusters of any orders', () => {
  it('are what a breadth-first search finds', () => {
    fc.assert(
      fc.property(anyOrders, fc.integer({ min: 2, max: 5 }), (orders, cap) => {
        const options = { ...OPTIONS, hubCap: { phone: cap, room: cap } };
        const found = findClusters(orders, options).clusters.map((cluster) => cluster.orders.join());
        expect(found.toSorted()).toEqual(searched(orders, cap).toSorted());
      }),
    );
  });

  it('do not depend on the sequence of the orders', () => {
    const shuffled = anyOrders.chain((orders) =>
      fc.tuple(
        fc.constant(orders),
        fc.shuffledSubarray(orders, { minLength: orders.length, maxLength: orders.length }),
      ),
    );
    const people = (_: string, number: number) => (number % 5 === 0 ? 30 : 0);
    fc.assert(
      fc.property(shuffled, ([orders, others]) => {
        const options = { ...OPTIONS, people };
        expect(findClusters(others, options)).toEqual(findClusters(orders, options));
      }),
    );
  });

  it('share no order, and add up to what their orders show', () => {
    fc.assert(
      fc.property(anyOrders, (orders) => {
        const { clusters } = findClusters(orders, OPTIONS);
        const all = clusters.flatMap((cluster) => cluster.orders);
        expect(new Set(all).size).toBe(all.length);
        for (const { orders: members, openFen, score, scoreParts } of clusters) {
          expect(openFen).toBe(members.reduce((sum, order) => sum + orders[order]!.openFen, 0));
          expect(scoreParts.reduce((sum, { points }) => sum + points, 0)).toBe(score);
          expect(score).toBeLessThanOrEqual(100);
        }
      }),
    );
  });
});

/** Components of three or more buyers by breadth-first search; every buyer has a surname of his own. */
function searched(orders: readonly LinkedOrder[], cap: number): string[] {
  const known = orders.filter(({ buyer }) => buyer >= 0);
  const neighbours = (buyer: number): number[] =>
    (['phone', 'room'] as const).flatMap((kind) =>
      known
        .filter((order) => order.buyer === buyer && order[kind] >= 0)
        .flatMap((order) => {
          const buyers = new Set(known.filter((o) => o[kind] === order[kind]).map((o) => o.buyer));
          return buyers.size > cap ? [] : [...buyers];
        }),
    );
  const seen = new Set<number>();
  const found: string[] = [];
  for (const { buyer: start } of known) {
    if (seen.has(start)) continue;
    const members = new Set([start]);
    for (const buyer of members) for (const next of neighbours(buyer)) members.add(next);
    for (const buyer of members) seen.add(buyer);
    if (members.size < 3) continue;
    found.push(
      known
        .filter(({ buyer }) => members.has(buyer))
        .map(({ order }) => order)
        .join(),
    );
  }
  return found;
}

describe("the shop's lists", () => {
  const known = (kind: string, key: number) => (kind === 'phone' && key === 7 ? ('silent' as const) : null);

  it('take a known key out, whatever its count, and keep a known point as a hub', () => {
    const taken = { clusters: [], hubs: [], refused: [{ kind: 'phone', key: 7, reason: 'listed' }] };
    expect(findClusters(sharing(3, { phone: 7 }), { ...OPTIONS, known })).toEqual(taken);
    expect(findClusters(sharing(30, { phone: 7 }), { ...OPTIONS, known })).toEqual(taken);
    const { clusters, hubs } = findClusters(sharing(6, { room: 9 }), { ...OPTIONS, known: () => 'point' });
    expect(clusters).toEqual([]);
    expect(hubs).toMatchObject([{ kind: 'room', key: 9, reason: 'listed', buyers: 6 }]);
  });

  it('leave others on a key of somebody who stands apart', () => {
    const four = ordersOf(
      [0, 1, 2, 3].map((buyer) => ({ room: 9, phone: buyer, ...(buyer === 0 ? { apart: true } : {}) })),
    );
    expect(findClusters(four, OPTIONS).clusters).toMatchObject([{ orders: [1, 2, 3], buyers: 3 }]);
    // Whom a key is shared by is counted with them: a cap that they reach stays reached.
    const hubCap = { phone: 3, room: 3 };
    expect(findClusters(four, { ...OPTIONS, hubCap })).toMatchObject({
      clusters: [],
      hubs: [{ key: 9, buyers: 4 }],
    });
  });

  it('never add a link, a hub, or an order to a group, whatever is put on them', () => {
    const linksOf = ({ clusters }: ReturnType<typeof findClusters>) =>
      clusters.flatMap(({ links }) => links.map(({ kind, key }) => `${kind} ${key}`));
    const listed = fc.record({
      phones: fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
      rooms: fc.uniqueArray(fc.integer({ min: 0, max: 12 })),
      points: fc.uniqueArray(fc.integer({ min: 0, max: 3 })),
      buyers: fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { maxLength: 5 }),
      cap: fc.integer({ min: 2, max: 6 }),
    });
    fc.assert(
      fc.property(anyOrders, listed, (orders, { phones, rooms, points, buyers, cap }) => {
        const options = { ...OPTIONS, hubCap: { phone: cap, room: cap } };
        const silent: Partial<Record<string, number[]>> = { phone: phones, room: rooms, pickup: points };
        const before = findClusters(orders, options);
        const after = findClusters(
          orders.map((order) => (buyers.includes(order.buyer) ? { ...order, apart: true } : order)),
          { ...options, known: (kind, key) => (silent[kind]?.includes(key) ? 'silent' : null) },
        );
        expect(linksOf(before)).toEqual(expect.arrayContaining(linksOf(after)));
        const hubs = before.hubs.map(({ kind, key }) => `${kind} ${key}`);
        expect(hubs).toEqual(expect.arrayContaining(after.hubs.map(({ kind, key }) => `${kind} ${key}`)));
        for (const { orders: group } of after.clusters) {
          // A group is a part of what was one group before.
          const whole = before.clusters.filter(({ orders: all }) =>
            group.every((order) => all.includes(order)),
          );
          expect(whole).toHaveLength(1);
        }
      }),
    );
  });

  it('raise no score of a group of which all is open within the hour', () => {
    const allOpen = anyOrders.map((orders) =>
      orders.map((order) => ({ ...order, openFen: 20_000, provenFen: 20_000, orderedAt: 1000, isDue: true })),
    );
    fc.assert(
      fc.property(allOpen, fc.uniqueArray(fc.integer({ min: 0, max: 12 })), (orders, phones) => {
        const before = findClusters(orders, OPTIONS).clusters;
        const after = findClusters(orders, {
          ...OPTIONS,
          known: (kind, key) => (kind === 'phone' && phones.includes(key) ? 'silent' : null),
        }).clusters;
        for (const { orders: group, score } of after) {
          const whole = before.find(({ orders: all }) => group.every((order) => all.includes(order)));
          expect(score).toBeLessThanOrEqual(whole?.score ?? -1);
        }
      }),
    );
  });
});
