// The generator and the scorer of clusters are right, and clusters of small shops reach the floor; `npm run eval` runs the rest.
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/library.js';
import { TYPOLOGIES } from '../../src/rules/typologies.js';
import { scoreShop } from './audited.js';
import { countFindings, missedBudget } from './budget.js';
import { DECOYS } from './decoys.js';
import { missedFloors, RING_KINDS_WITH_FLOOR } from './floors.js';
import { surnameCollision } from './names.js';
import { NOTE_KINDS } from './notes.js';
import { RINGS } from './rings.js';
import { addScores, f1, NO_DECOY, precision, recall, scoreClusters } from './score.js';
import { makeShop, type ShopTruth } from './shop.js';
import { budgetTable, scoreTables, thresholdTable, typologyTable } from './tables.js';
import { changesOf, thresholdsOf } from './thresholds.js';
import { missedTypologies, scoreTypologies } from './typologies.js';

const PLATFORMS = ['pinduoduo', 'kuaishou'] as const;
const SEED = 5;

describe.each(PLATFORMS)('a generated shop of %s', (platform) => {
  const options = { seed: SEED, orders: 1000, platform } as const;
  const { names, truth, files } = makeShop(options);

  it('is the same for the same seed, and another one for the next', () => {
    const again = Object.entries(makeShop(options).files);
    expect(again.map(([name, bytes]) => [name, files[name]?.equals(bytes)])).toEqual(
      Object.keys(files).map((name) => [name, true]),
    );
    const other = makeShop({ ...options, seed: SEED + 1 });
    expect(other.files[other.names.orders]?.equals(files[names.orders] ?? Buffer.of())).toBe(false);
  });

  it('has the orders that were asked for, and tells of each which ring or decoy it belongs to', () => {
    const text = (files[names.orders] ?? Buffer.of()).toString('utf8');
    const ids = text
      .split('\r\n')
      .slice(1, -1)
      .flatMap((line) => line.match(/(?<=^|,)\d{6}-\d{15}(?=,)|^\d{16}(?=,)/) ?? []);
    expect([truth.orders, ids.length, new Set(ids).size]).toEqual([1000, 1000, 1000]);
    const known = new Set(ids);
    for (const map of [truth.ringOf, truth.groupOf, truth.noteOf]) {
      expect([...map.keys()].every((id) => known.has(id) && truth.payLater.has(id))).toBe(true);
    }
    expect([...truth.ringOf.keys()].some((id) => truth.groupOf.has(id))).toBe(false);
  });

  it('holds every kind of ring and of decoy, rings nearly all unpaid and decoys nearly all paid', () => {
    expect([...new Set(truth.rings.map(({ kind }) => kind))]).toEqual(Object.keys(RINGS));
    const decoys = Object.entries(DECOYS).filter(([, { only = platform }]) => only === platform);
    expect([...new Set(truth.groups.map(({ kind }) => kind))]).toEqual(decoys.map(([kind]) => kind));
    expect([...new Set(truth.noteOf.values())].sort()).toEqual([...NOTE_KINDS].sort());
    for (const { buyers } of truth.rings) {
      expect(buyers).toBeGreaterThanOrEqual(3);
      expect(buyers).toBeLessThanOrEqual(12);
    }
    for (const { orders, openFen } of truth.rings) expect(openFen).toBeGreaterThan(orders * 10_000);
    const share = (key: 'openFen' | 'unprovenFen') =>
      truth.groups.reduce((sum, group) => sum + group[key], 0);
    expect(share('openFen')).toBeLessThan(share('unprovenFen') / 2);
  });

  it('gives the shop no recipient where they are masked', () => {
    const masked = makeShop({ ...options, masked: true, bill: false });
    expect(masked.names.bill).toBe(null);
    const text = (masked.files[masked.names.orders] ?? Buffer.of()).toString('utf8');
    // A number that somebody writes into a note stays: the platform masks its own columns only.
    const lines = text.split('\r\n').filter((line) => /,199\d{8}\t?,/.test(line));
    expect(lines).toEqual([]);
    expect((files[names.orders] ?? '').toString()).toMatch(/,199\d{8}\t?,/);
  });
});

it('gives strangers the same surname as often as it happens', () => {
  expect(surnameCollision()).toBeGreaterThan(0.03);
  expect(surnameCollision()).toBeLessThan(0.05);
});

/** Two rings, one of them with little open, one family, and two customers. */
function known(): ShopTruth {
  const ids = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'f1', 'f2', 'x', 'y'];
  const ring = { buyers: 3, orders: 4, openFen: 100_000, unprovenFen: 200_000 };
  return {
    orders: 20,
    payLater: new Set(ids),
    ringOf: new Map(ids.slice(0, 7).map((id) => [id, id.startsWith('a') ? 0 : 1])),
    groupOf: new Map([
      ['f1', 0],
      ['f2', 0],
    ]),
    noteOf: new Map([
      ['x', 'courtesy-note'],
      ['y', 'courtesy-note'],
    ]),
    rings: [
      { ...ring, kind: 'one-phone' },
      { ...ring, kind: 'chain', openFen: 99_999 },
    ],
    groups: [{ kind: 'family', buyers: 2, orders: 2, openFen: 0, unprovenFen: 100 }],
    caseOf: new Map([...['a1', 'a2', 'a3', 'b1'].map((id, i) => [id, i === 3 ? 1 : 0] as const)]),
    cases: [
      { code: 'plain-late', kind: 'one' },
      { code: 'plain-late', kind: 'two' },
    ],
  };
}
const cluster = (severity: string, ...orderIds: string[]) => ({
  ...{ severity, orderIds },
  scoreParts: [{ name: 'buyers' }],
});

describe('the scorer', () => {
  it('is content with exactly the rings', () => {
    const clusters = [cluster('medium', 'a1', 'a2', 'a3', 'a4'), cluster('info', 'b1', 'b2', 'b3')];
    const score = scoreClusters(known(), clusters, true);
    expect([f1(score.all), f1(score.alarms)]).toEqual([1, 1]);
    expect(score).toMatchObject({
      all: { found: 9, claimed: 9, true: 9 },
      alarms: { found: 6, claimed: 6, true: 6 },
      ...{ clean: 4, clusters: 2, falseClusters: 0, falseAlarms: 0, merged: 0, swollen: 0 },
    });
    expect(score.rings['one-phone']).toMatchObject({ rings: 1, whole: 1, touched: 1, split: 0 });
    expect(score.alarmedRings).not.toHaveProperty('chain');
  });

  it('wants an alarm of a ring whose receipts nothing proves', () => {
    expect(scoreClusters(known(), [], false).alarms).toEqual({ found: 0, claimed: 0, true: 9 });
  });

  it('sees a ring in pieces, two rings in one, bystanders, and what is not pay-later', () => {
    const clusters = [
      cluster('high', 'a1', 'a2', 'ordinary'),
      cluster('high', 'a3', 'a4', 'b1', 'b2', 'x'),
      cluster('high', 'y', 'ordinary'),
    ];
    const score = scoreClusters(known(), clusters, true);
    // Of the second cluster's ten pairs one is of a ring with too little open for an alarm.
    expect(score.all).toEqual({ found: 3, claimed: 11, true: 9 });
    expect(score.alarms).toEqual({ found: 2, claimed: 10, true: 6 });
    expect(score).toMatchObject({ clusters: 2, falseClusters: 0, merged: 1, swollen: 1 });
    expect(score.rings['one-phone']).toMatchObject({ whole: 0, touched: 1, split: 1 });
    expect([precision(score.all), recall(score.all), f1(score.all)]).toEqual([3 / 11, 3 / 9, 6 / 20]);
  });

  it('says what a false cluster is made of', () => {
    const truth = known();
    const clusters = [cluster('low', 'f1', 'f2', 'a1'), cluster('medium', 'x', 'y')];
    const score = scoreClusters(truth, clusters, true);
    expect(score).toMatchObject({ falseClusters: 2, falseAlarms: 1 });
    expect(score.decoys).toEqual({
      family: { groups: 1, clusters: 1, alarms: 0 },
      'courtesy-note': { groups: 0, clusters: 1, alarms: 1 },
    });
    truth.noteOf.clear();
    expect(scoreClusters(truth, clusters, true).decoys).toHaveProperty([NO_DECOY]);
  });

  it("does not hold against it what the catalogue's floor alone demands", () => {
    const byFloor = (severity: string) => ({
      ...cluster(severity, 'f1', 'f2'),
      scoreParts: [{ name: 'floor' }],
    });
    const own = cluster('medium', 'x', 'y');
    const ring = cluster('medium', 'a1', 'a2', 'a3', 'a4');
    const score = scoreClusters(known(), [ring, byFloor('medium'), own], true);
    expect(score).toMatchObject({ falseAlarms: 2, demanded: 1 });
    expect([score.alarms.claimed, score.judged]).toEqual([8, { found: 6, claimed: 7, true: 6 }]);
    // A score above the floor's is its own, and a ring is no false alarm.
    expect(scoreClusters(known(), [byFloor('high')], true)).toMatchObject({ falseAlarms: 1, demanded: 0 });
    const found = { ...ring, scoreParts: [{ name: 'floor' }] };
    expect(scoreClusters(known(), [found], true).judged).toEqual({ found: 6, claimed: 6, true: 6 });
  });

  it('adds shops up, prints them, and says which floors they miss', () => {
    const family = [cluster('medium', 'f1', 'f2')];
    const one = scoreClusters(known(), family, true);
    const sum = addScores([one, one]);
    expect(sum.decoys.family).toEqual({ groups: 2, clusters: 2, alarms: 2 });
    expect([one.clusters, sum.alarms.true, sum.clean]).toEqual([1, 12, 8]);
    expect(missedFloors(sum, false)).toEqual(['F1 of the alarms 0.0000, not 0.97', '2 alarms from family']);
    expect(missedFloors(sum, true)).toEqual(['2 false clusters in masked files']);
    expect(missedFloors(scoreClusters(known(), [], true), true)).toEqual([]);
    const lines = scoreTables([one, one]);
    expect(lines.find((line) => line.startsWith('family'))).toMatch(/2\s+2\s+2\s+2500\.0\s+2500\.0$/);
    expect(lines.find((line) => line.startsWith('one-phone'))).toMatch(/2\s+0\s+0\s+0\s+0\.000/);
    expect(
      thresholdTable([
        { name: 'a', score: sum },
        { name: 'b', score: null },
      ])[2],
    ).toMatch(/^b\s+out of range$/);
  });

  it('counts what is flagged where nothing was planted, each order once', () => {
    const finding = (rule: string, severity: string, ...orderIds: string[]) => ({ rule, severity, orderIds });
    const payLater = new Set(Array.from({ length: 200 }, (_, i) => `${i}`));
    const budget = countFindings(
      [
        finding('goods-out', 'medium', '1', '2'),
        finding('goods-out', 'high', '2', '3'),
        finding('buyer-total', 'critical', '3'),
        finding('receipt-late', 'low', '4'),
        finding('past-due', 'critical', '5'),
      ],
      payLater,
    );
    expect(budget).toEqual({
      payLater: 200,
      any: { medium: 3, high: 2 },
      rules: {
        'buyer-total': { medium: 1, high: 1 },
        'goods-out': { medium: 3, high: 2 },
        'past-due': { medium: 1, high: 1 },
        'receipt-late': { medium: 0, high: 0 },
      },
    });
    expect(missedBudget(budget)).toEqual(['10.0 of 1,000 orders in findings of high and above, not 5']);
    expect(missedBudget({ ...budget, any: { medium: 4, high: 1 } })).toEqual([]);
    expect(budgetTable(budget).map((line) => line.replace(/ +/g, ' '))).toEqual([
      'flagged, of pay-later orders medium in 1,000 high in 1,000',
      'all but plain lateness and size 3 15.0 2 10.0',
      ' goods-out 3 15.0 2 10.0',
      ' buyer-total 1 5.0 1 5.0',
      ' past-due 1 5.0 1 5.0',
    ]);
  });

  it('counts a case that findings with its code name by half of its orders, and whom else they name', () => {
    const finding = (code: string | undefined, ...orderIds: string[]) => ({
      orderIds,
      typology: code === undefined ? undefined : { code },
    });
    const one = [
      finding('plain-late', 'a1', 'x'),
      finding('logistics', 'a2', 'a3'),
      finding(undefined, 'a3'),
    ];
    const score = scoreTypologies(known(), one);
    expect(score.codes).toEqual({ 'plain-late': { cases: 2, carried: 0 } });
    expect([score.others, score.payLater]).toEqual([{ 'plain-late': 1, logistics: 0 }, 7]);
    const more = scoreTypologies(known(), [...one, finding('plain-late', 'a2')]);
    expect(more.kinds).toEqual({
      'plain-late one': { cases: 1, carried: 1 },
      'plain-late two': { cases: 1, carried: 0 },
    });
    expect(missedTypologies(more)).toEqual(['1 of 2 cases of plain-late carry its code, not 95 %']);
    const codes = (carried: number) => ({ ...more, codes: { logistics: { cases: 20, carried } } });
    expect([18, 19].map((carried) => missedTypologies(codes(carried)).length)).toEqual([1, 0]);
    expect(typologyTable(more).map((line) => line.replace(/ +/g, ' '))).toEqual([
      'typology cases carry it share other orders in 1,000',
      'plain-late 2 1 0.500 1 142.9',
      ' one 1 1 1.000',
      ' two 1 0 0.000',
    ]);
  });

  it('takes the thresholds of linkage out of the list of rules', () => {
    const listing = [
      '  shared-phone            CL1   medium+   strong    one phone,',
      '    buyers=3 people',
      '  past-due                OD1   low+      strong    past due',
      '    firstDay=4 days',
      '  burst                   TV3   low+      strong    burst',
      '    minutes=60 minutes, sum=1,000.00 yuan,',
      '      share=60%, lift=2.5',
    ].join('\n');
    const thresholds = thresholdsOf(listing);
    expect(thresholds.map(({ rule, name, value, unit }) => [rule, name, value, unit])).toEqual([
      ['shared-phone', 'buyers', 3, 'people'],
      ['burst', 'minutes', 60, 'minutes'],
      ['burst', 'sum', 1000, 'yuan'],
      ['burst', 'share', 60, '%'],
      ['burst', 'lift', 2.5, ''],
    ]);
    expect(
      thresholds.flatMap(changesOf).map(({ config }) => Object.values(JSON.parse(config).rules)[0]),
    ).toEqual([
      ...[
        { buyers: '2 people' },
        { buyers: '6 people' },
        { minutes: '30 minutes' },
        { minutes: '120 minutes' },
      ],
      ...[{ sum: '500 yuan' }, { sum: '2000 yuan' }, { share: '30%' }, { share: '120%' }],
      ...[{ lift: 1.25 }, { lift: 5 }],
    ]);
  });
});

describe.each(PLATFORMS)('clusters in shops of %s', (platform) => {
  const shop = { orders: 2000, platform, ringKinds: RING_KINDS_WITH_FLOOR } as const;

  it('are the rings, and no household, neighbour or pickup point is alarmed of (seeds 1 and 2)', async () => {
    const scored = [];
    for (const seed of [1, 2]) scored.push(await scoreShop(audit, { ...shop, seed }));
    expect(missedFloors(addScores(scored.map(({ score }) => score)), false)).toEqual([]);
    // Every shop's bill must be one that the audit trusts, or all that is received would count as open.
    expect(scored.map(({ report }) => report.proof.verdict)).toEqual(['proven', 'proven']);
  });

  it('are not needed for a finding to be wrong: the budget of false ones holds (seeds 1 and 2)', async () => {
    const background = { orders: 5000, platform, ringKinds: [] } as const;
    const budgets = [];
    for (const seed of [1, 2]) budgets.push((await scoreShop(audit, { ...background, seed })).budget);
    const sum = addScores(budgets);
    expect(sum.payLater).toBeGreaterThan(1000);
    expect(missedBudget(sum)).toEqual([]);
  });

  it('and what else is planted carry the code of their typology (seed 1)', async () => {
    const options = { seed: 1, orders: 2000, platform, ringKinds: [], cases: true } as const;
    const { typologies } = await scoreShop(audit, options);
    expect(Object.keys(typologies.codes)).toEqual(TYPOLOGIES.map(({ code }) => code));
    expect(missedTypologies(typologies)).toEqual([]);
  });

  it('without a bill carry none that says that money has not come in (seed 1)', async () => {
    const options = { seed: 1, orders: 2000, platform, ringKinds: [], cases: true, bill: false } as const;
    const { report } = await scoreShop(audit, options);
    const codes = new Set(report.findings.flatMap(({ typology }) => typology?.code ?? []));
    const anyway = TYPOLOGIES.filter(({ uncollected }) => uncollected !== true);
    expect([...codes].sort()).toEqual(anyway.map(({ code }) => code).sort());
  });

  it('do not exist where names and phones are masked (seed 3)', async () => {
    const { score, report } = await scoreShop(audit, { ...shop, seed: 3, masked: true, bill: false });
    expect(missedFloors(score, true)).toEqual([]);
    expect(report.totals.payLaterOrders).toBeGreaterThan(500);
  });
});
