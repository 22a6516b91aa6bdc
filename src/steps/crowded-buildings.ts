// The buildings in which several buyers of a group live: who else orders there, and how many of its orders pay later.

import { NO_KEY } from '../core/hashed-keys.js';
import type { LineTable, OrderBook } from '../core/order-book.js';
import {
  type Building,
  type BuildingOrder,
  buildingOf,
  fullestWeek,
  type OrderCounts,
  sharesOf,
} from '../linkage/buildings.js';
import type { Cluster } from '../linkage/clusters.js';

/** Buyers of a group in one building who make it worth a look. */
const FEWEST_OF_GROUP = 2;
/** In place of a building's number: a building of which nothing is asked, or a spelling of several. */
const OTHER = -2;

/** The pay-later orders of a run, those of minors left out, as columns. */
export interface OrderRows {
  readonly size: number;
  readonly order: Int32Array;
  readonly line: Int32Array;
  readonly orderedAt: Float64Array;
}

export type BuildingBook = Pick<OrderBook, 'identities' | 'crowd'> & {
  readonly lines: Pick<LineTable, 'size' | 'order'>;
};

/**
 * By the index of a group that alarms, the building in which most of its buyers live, two at least.
 *
 * Addresses of ordinary orders are not read, but of each a hash down to its building is there: a building is counted in
 * every spelling in which a pay-later order names it. As a spelling is known by such an order only, one of its orders
 * is left out of the count: what is written in a way of its own would always pay later. Orders whose cell names no
 * building in plain digits count nowhere. Ordinary orders are counted by records, for less is known of them; several
 * lines of one make the share of pay-later orders look smaller.
 * Time: linear in the held lines, and one pass over the notes; neither where no group alarms.
 */
export function crowdedBuildings(
  book: BuildingBook,
  rows: OrderRows,
  clusters: readonly Cluster[],
): Map<number, Building> {
  if (!clusters.some(({ alarming }) => alarming)) return new Map();
  const { keys, ofGroups } = buildingsOfGroups(book, rows, clusters);
  if (keys.size === 0) return new Map();
  const building = buildingsOfRows(book, rows, keys);
  const living: BuildingOrder[][] = Array.from(keys, () => []);
  for (let row = 0; row < rows.size; row++) {
    if (building[row]! < 0) continue;
    const buyer = book.identities.buyerOf(rows.line[row]!);
    if (buyer >= 0) living[building[row]!]!.push({ buyer, orderedAt: rows.orderedAt[row]! });
  }
  const weeks = living.map(fullestWeek);
  for (let row = 0; row < rows.size; row++) if (weeks[building[row]!] === null) building[row] = OTHER;
  if (weeks.every((week) => week === null)) return new Map();
  const counts = countsOf(book, rows, building, keys.size);
  const found = new Map<number, Building>();
  for (const [cluster, number] of ofGroups) {
    const week = weeks[number]!;
    const shares = week && sharesOf(counts[number]!.own, counts[number]!.shop);
    if (shares !== null) found.set(cluster, { ...week!, ...shares });
  }
  return found;
}

/** Shop, district and building of a line, whatever the spelling; '' where no room is known. */
function keyOf({ identities }: BuildingBook, line: number): string {
  const { rooms, columns } = identities;
  if (rooms.of(line) < 0) return '';
  const text = buildingOf(identities.roomText(line));
  return text === '' ? '' : `${columns.shop[line]} ${columns.written[line]} ${text}`;
}

/** The highest number of an order; 0 where there is none. */
function highest({ order, size }: OrderRows): number {
  let most = 0;
  for (let row = 0; row < size; row++) most = Math.max(most, order[row]!);
  return most;
}

/** Numbers of the buildings, and by group its own: of several with as many of its buyers the one that is named first. */
function buildingsOfGroups(
  book: BuildingBook,
  rows: OrderRows,
  clusters: readonly Cluster[],
): { keys: Map<string, number>; ofGroups: Map<number, number> } {
  const keys = new Map<string, number>();
  const ofGroups = new Map<number, number>();
  const rowOf = new Int32Array(highest(rows) + 1);
  for (let row = 0; row < rows.size; row++) rowOf[rows.order[row]!] = row;
  for (const [index, { alarming, orders }] of clusters.entries()) {
    if (!alarming) continue;
    const buyers = new Map<string, Set<number>>();
    for (const order of orders) {
      const line = rows.line[rowOf[order]!]!;
      const [key, buyer] = [keyOf(book, line), book.identities.buyerOf(line)];
      if (key !== '' && buyer >= 0) buyers.set(key, (buyers.get(key) ?? new Set()).add(buyer));
    }
    const [first, ...others] = buyers;
    if (first === undefined) continue;
    const [key, { size }] = others.reduce((most, one) => (one[1].size > most[1].size ? one : most), first);
    if (size < FEWEST_OF_GROUP) continue;
    if (!keys.has(key)) keys.set(key, keys.size);
    ofGroups.set(index, keys.get(key)!);
  }
  return { keys, ofGroups };
}

/** By row the number of its building; `NO_KEY` where no room is known, `OTHER` in a building that no group names. */
function buildingsOfRows(book: BuildingBook, rows: OrderRows, keys: ReadonlyMap<string, number>): Int32Array {
  const { rooms, columns } = book.identities;
  // Few texts are made: only of rooms in a district where a building is asked for.
  const districts = new Set(Array.from(keys.keys(), (key) => Number(key.split(' ', 2)[1])));
  const ofRoom = new Int32Array(rooms.size).fill(NO_KEY);
  const building = new Int32Array(rows.size).fill(NO_KEY);
  for (let row = 0; row < rows.size; row++) {
    const line = rows.line[row]!;
    const room = rooms.of(line);
    if (room < 0) continue;
    if (ofRoom[room] === NO_KEY) {
      const isNear = districts.has(columns.written[line]!);
      ofRoom[room] = (isNear ? keys.get(keyOf(book, line)) : undefined) ?? OTHER;
    }
    building[row] = ofRoom[room]!;
  }
  return building;
}

/** Of each building the orders that were sent there, and those of its shop. */
function countsOf(
  { identities, crowd, lines }: BuildingBook,
  rows: OrderRows,
  building: Int32Array,
  buildings: number,
): { own: OrderCounts; shop: OrderCounts }[] {
  const { placeCrowd, shop } = identities.columns;
  const spellingOf = (line: number) => crowd.buildings.of(placeCrowd[line]!);
  const spelling = Int32Array.from({ length: rows.size }, (_, row) => spellingOf(rows.line[row]!));
  const ofSpelling = new Map<number, number>();
  const shopOf = new Int32Array(buildings);
  for (let row = 0; row < rows.size; row++) {
    if (spelling[row] === 0 || building[row]! < 0) continue;
    ofSpelling.set(spelling[row]!, building[row]!);
    shopOf[building[row]!] = shop[rows.line[row]!]!;
  }
  /** Pay-later orders by spelling, and by shop. */
  const orders = new Map<number, number>();
  const ordersOf: number[] = [];
  const isRow = new Uint8Array(highest(rows) + 1);
  for (let row = 0; row < rows.size; row++) {
    isRow[rows.order[row]!] = 1;
    const one = spelling[row]!;
    if (one === 0) continue;
    const line = rows.line[row]!;
    ordersOf[shop[line]!] = (ordersOf[shop[line]!] ?? 0) + 1;
    const known = ofSpelling.get(one);
    if (known === undefined) continue;
    orders.set(one, (orders.get(one) ?? 0) + 1);
    if (building[row] !== NO_KEY && building[row] !== known) ofSpelling.set(one, OTHER);
  }
  const spellings = Array.from(ofSpelling).filter(([, number]) => number >= 0);
  const records = crowd.buildings.count(spellings.map(([one]) => one));
  /** The notes hold the lines of pay-later orders as well. */
  const linesOf: number[] = [];
  for (let line = 0; line < lines.size; line++) {
    const one = isRow[lines.order[line]!] === 1 ? spellingOf(line) : 0;
    if (one === 0) continue;
    linesOf[shop[line]!] = (linesOf[shop[line]!] ?? 0) + 1;
    if (records.has(one)) records.set(one, records.get(one)! - 1);
  }
  const counts = Array.from(shopOf, (number) => {
    const payLater = ordersOf[number] ?? 0;
    const ordinary = crowd.buildings.recordsOf(number) - (linesOf[number] ?? 0);
    return { own: { all: 0, payLater: 0 }, shop: { all: ordinary + payLater, payLater } };
  });
  for (const [one, number] of spellings) {
    const { own } = counts[number]!;
    const others = orders.get(one)! - 1;
    own.all += records.get(one)! + others;
    own.payLater += others;
  }
  return counts;
}
