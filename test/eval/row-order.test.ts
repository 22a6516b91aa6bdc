// Shops with rings and decoys of every kind: the order of their rows, and a cut into two files, change nothing that is found.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/library.js';
import { toBytes } from '../support/bytes.js';
import { createRandom } from '../support/random.js';
import { scratch } from '../support/scratch.js';
import { makeShop } from './shop.js';

const folder = scratch();
const ORDERS = 1000;

type Shop = ReturnType<typeof makeShop>;
type Row = readonly string[];

/** What is found, without what names people by where they stood first in the files. */
async function found(shop: Shop, parts: readonly (readonly Row[])[], header: Row) {
  const at = folder();
  const names = parts.map((_, i) => shop.names.orders.replace('.csv', i === 0 ? '.csv' : ` (${i}).csv`));
  parts.forEach((rows, i) => {
    writeFileSync(join(at, names[i]!), toBytes({ header: [...header], rows: rows.map((row) => [...row]) }));
  });
  const { bill } = shop.names;
  if (bill !== null) writeFileSync(join(at, bill), shop.files[bill]!);
  mkdirSync(join(at, 'out'));
  const { report } = await audit({ orders: names, ...(bill === null ? {} : { bills: bill }), folder: at });
  const { totals, aging, stages, findings, clusters, hubs, notEvaluated } = report;
  const told = { totals, aging, stages, findings, clusters, hubs, notEvaluated };
  const nameless = JSON.parse(JSON.stringify(told).replace(/#\d+/g, '#')) as typeof told;
  // Keys are numbered, and listed, by where they stood first.
  return {
    ...nameless,
    clusters: nameless.clusters.map((cluster) => ({ ...cluster, links: byText(cluster.links) })),
    hubs: byText(nameless.hubs),
  };
}

function byText<T>(items: readonly T[]): string[] {
  return items.map((item) => JSON.stringify(item)).sort();
}

const shuffled = <T>(items: readonly T[], seed: number): T[] => createRandom(seed).shuffle(items);

describe.each([
  ...(['pinduoduo', 'kuaishou'] as const).flatMap((platform) =>
    [false, true].flatMap((masked) =>
      [true, false].map((bill) => ({ platform, masked, bill, seed: bill ? 11 : 12 })),
    ),
  ),
])('$platform, masked $masked, with a bill $bill', (condition) => {
  const shop = makeShop({ ...condition, orders: ORDERS });
  const text = shop.files[shop.names.orders]!.toString('utf8').replace(/^\ufeff/, '');
  const [header = [], ...rows] = parse(text, { relaxColumnCount: true }) as string[][];

  it('is the same in another order of its rows, and cut in two', { timeout: 120_000 }, async () => {
    const straight = await found(shop, [rows], header);
    expect(straight.clusters.length + straight.findings.length).toBeGreaterThan(20);
    for (const seed of [1, 2]) {
      const mixed = shuffled(rows, seed);
      expect(await found(shop, [mixed], header)).toEqual(straight);
      const half = rows.length >> 1;
      expect(await found(shop, [mixed.slice(half), mixed.slice(0, half)], header)).toEqual(straight);
    }
  });
});
