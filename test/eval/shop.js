// Makes a shop with rings and decoys in it: the order export, the bill, and what is true of every pay-later order.

import { closeSync, openSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { makeBill } from '../support/bills.js';
import { encodeText, toBytes } from '../support/bytes.js';
import { fileStamp, formatTime } from '../support/calendar.js';
import { cellsOf, yuan } from '../support/cells.js';
import { createRandom } from '../support/random.js';
import { columnsOf } from './columns.js';
import { DECOYS } from './decoys.js';
import { noted } from './notes.js';
import { RINGS } from './rings.js';
import { BILL, END, makeSale } from './sales.js';
import { makeHabit, writeRoom } from './spellings.js';
import { TYPOLOGY_CASES } from './typology-cases.js';
import { makeWorld } from './world.js';

/** @typedef {import('./sales.js').Draft} Draft */
/** @typedef {import('./sales.js').EvalSale} EvalSale */
/** @typedef {import('./world.js').World} World */
/**
 * @typedef {object} ShopOptions
 * @property {number} seed
 * @property {number} orders at least 1,000
 * @property {'pinduoduo' | 'kuaishou'} platform
 * @property {boolean} [masked]
 * @property {boolean} [bill] default true
 * @property {readonly string[]} [ringKinds] default all
 * @property {boolean} [cases] with cases of the typologies
 */
/**
 * Yuan are those of the orders' own lives: `openFen` is what the bill shows no money for, `unprovenFen` what is open
 * as far as anybody can tell who has no bill.
 * @typedef {{ kind: string, buyers: number, orders: number, openFen: number, unprovenFen: number }} Group
 */
/**
 * Pay-later orders by their numbers; whoever is in none of the maps is an ordinary customer.
 * @typedef {object} ShopTruth
 * @property {number} orders of all methods of payment
 * @property {Set<string>} payLater
 * @property {Map<string, number>} ringOf index into `rings`
 * @property {Map<string, number>} groupOf index into `groups`
 * @property {Map<string, string>} noteOf kind of a note that many have
 * @property {Group[]} rings
 * @property {Group[]} groups decoys
 * @property {Map<string, number>} caseOf index into `cases`
 * @property {{ code: string, kind: string }[]} cases of typologies
 */
/** @typedef {{ orders: string, bill: string | null }} Names */
/** @typedef {(which: 'orders' | 'bill', bytes: Buffer) => void} Sink */

/** So many orders are made at a time; each such part has rings of every kind, decoys of every kind, and its own people. */
const PART = 5000;
/** One ring of each kind to so many orders. */
const RING_PER = 2000;
const LEAST_ORDERS = 1000;
/** Cases of each typology in a part, its kinds by turns. */
const CASES = 10;

/**
 * @param {ShopOptions} options
 * @param {Sink} sink takes the files piece by piece
 * @returns {{ names: Names, truth: ShopTruth }}
 */
function streamShop(options, sink) {
  const { seed, orders, platform, masked = false, bill = true } = options;
  if (orders < LEAST_ORDERS) throw new Error(`a shop has ${LEAST_ORDERS} orders or more`);
  const world = makeWorld(createRandom(2 * seed + (platform === 'kuaishou' ? 1 : 0)), platform);
  const columns = columnsOf(platform, masked, seed);
  /** @type {ShopTruth} */
  const truth = {
    orders: 0,
    ...{ payLater: new Set(), ringOf: new Map(), groupOf: new Map(), noteOf: new Map() },
    ...{ rings: [], groups: [], caseOf: new Map(), cases: [] },
  };
  const writeRows = rowWriter(columns.header, (bytes) => sink('orders', bytes));
  const billing = bill ? billWriter(platform, (bytes) => sink('bill', bytes)) : null;
  const parts = Math.max(1, Math.round(orders / PART));
  for (let part = 0; part < parts; part += 1) {
    const size = Math.floor((orders * (part + 1)) / parts) - Math.floor((orders * part) / parts);
    const sales = makePart(world, size, options, truth);
    writeRows(
      sales.map((order) => {
        const [line] = order.lines;
        if (line === undefined) throw new Error('every sale has a line');
        return cellsOf(columns.header, columns.cells, columns.empty, { order, line, amounts: line });
      }),
    );
    billing?.add(sales);
    world.moveOn();
  }
  const stamp = fileStamp(formatTime(END));
  const name = platform === 'pinduoduo' ? `orders_export${stamp}.csv` : `kuaishou_orders_${stamp}.csv`;
  return { names: { orders: name, bill: billing?.finish() ?? null }, truth };
}

/**
 * @param {ShopOptions} options
 * @returns {{ names: Names, truth: ShopTruth, files: Record<string, Buffer> }} files by name
 */
export function makeShop(options) {
  /** @type {Record<'orders' | 'bill', Buffer[]>} */
  const pieces = { orders: [], bill: [] };
  const { names, truth } = streamShop(options, (which, bytes) => void pieces[which].push(bytes));
  /** @type {Record<string, Buffer>} */
  const files = { [names.orders]: Buffer.concat(pieces.orders) };
  if (names.bill !== null) files[names.bill] = Buffer.concat(pieces.bill);
  return { names, truth, files };
}

/**
 * As `makeShop`, into a folder: memory holds a part of the shop at a time, and the truth.
 * @param {ShopOptions} options
 * @param {string} folder
 * @returns {{ names: Names, truth: ShopTruth }}
 */
export function writeShop(options, folder) {
  // A file's name is known at its end.
  const paths = { orders: join(folder, 'orders.part'), bill: join(folder, 'bill.part') };
  const open = { orders: openSync(paths.orders, 'w'), bill: openSync(paths.bill, 'w') };
  try {
    const made = streamShop(options, (which, bytes) => {
      for (let at = 0; at < bytes.length; ) at += writeSync(open[which], bytes, at);
    });
    renameSync(paths.orders, join(folder, made.names.orders));
    renameSync(paths.bill, join(folder, made.names.bill ?? 'no-bill'));
    return made;
  } finally {
    closeSync(open.orders);
    closeSync(open.bill);
  }
}

/** @type {(header: readonly string[], write: (bytes: Buffer) => void) => (rows: string[][]) => void} */
function rowWriter(header, write) {
  let isFirst = true;
  return (rows) => {
    const [top = [], ...rest] = isFirst ? [header, ...rows] : rows;
    write(toBytes({ header: top, rows: rest }, { encoding: isFirst ? 'utf8-bom' : 'utf8' }));
    isFirst = false;
  };
}

/** @type {(platform: World['platform'], write: (bytes: Buffer) => void) => { add: (sales: EvalSale[]) => void, finish: () => string }} */
function billWriter(platform, write) {
  const sums = { 支出: { rows: 0, fen: 0 }, 收入: { rows: 0, fen: 0 } };
  let name = '';
  return {
    add(sales) {
      const bill = makeBill({ platform, truth: sales, ...BILL, otherRows: false });
      const { encoding = 'utf8', preamble = [] } = bill.layout;
      if (name === '') write(toBytes({ header: bill.header, rows: bill.rows }, { encoding, preamble }));
      else {
        const [top, ...rest] = bill.rows;
        const plain = encoding === 'utf8-bom' ? 'utf8' : encoding;
        if (top !== undefined) write(toBytes({ header: top, rows: rest }, { encoding: plain }));
      }
      name = bill.fileName;
      for (const [, , income, expense] of bill.rows) {
        for (const [side, text] of /** @type {const} */ ([
          ['收入', income],
          ['支出', expense],
        ])) {
          const fen = Math.round(Number(text) * 100);
          if (fen !== 0) sums[side] = { rows: sums[side].rows + 1, fen: sums[side].fen + fen };
        }
      }
    },
    finish() {
      if (platform === 'pinduoduo') {
        const lines = Object.entries(sums).map(
          ([side, { rows, fen }]) => `#${side}合计：${rows}笔${yuan(fen)}元\r\n`,
        );
        write(encodeText(lines.join(''), 'gb18030'));
      }
      return name;
    },
  };
}

/**
 * The orders of one part of the shop, newest first.
 * @type {(world: World, size: number, options: ShopOptions, truth: ShopTruth) => EvalSale[]}
 */
function makePart(world, size, { ringKinds = Object.keys(RINGS), cases = false }, truth) {
  /** @type {Draft[]} */
  const drafts = [];
  /** @type {(groups: Group[], kind: string, made: Draft[]) => number} */
  const add = (groups, kind, made) => {
    groups.push({ kind, buyers: countBuyers(made), orders: 0, openFen: 0, unprovenFen: 0 });
    return groups.length - 1;
  };
  for (const kind of ringKinds) {
    const make = RINGS[kind];
    if (make === undefined) throw new Error(`no such kind of ring: ${kind}`);
    for (let left = Math.max(1, Math.round(size / RING_PER)); left > 0; left -= 1) {
      const made = make(world);
      const ring = add(truth.rings, kind, made);
      drafts.push(...made.map((draft) => ({ ...draft, ring })));
    }
  }
  for (const [kind, { make, per, only = world.platform }] of Object.entries(DECOYS)) {
    if (only !== world.platform) continue;
    for (let left = Math.max(1, Math.round(size / per)); left > 0; left -= 1) {
      const made = make(world, size);
      const group = add(truth.groups, kind, made);
      drafts.push(...made.map((draft) => ({ ...draft, group })));
    }
  }
  if (cases) drafts.push(...makeCases(world, truth));
  drafts.push(...customers(world, size - drafts.length));
  const { random } = world;
  const sales = random.shuffle(drafts).map((plain) => {
    const draft = isOrdinary(plain) ? noted(world, plain) : plain;
    const sale = makeSale(random, draft, '');
    sale.orderId = orderNumber(world, sale);
    learn(truth, draft, sale);
    return sale;
  });
  return sales.sort((a, b) => (a.createdAt < b.createdAt ? 1 : a.createdAt > b.createdAt ? -1 : 0));
}

/** @type {(world: World, truth: ShopTruth) => Draft[]} */
function makeCases(world, truth) {
  return Object.entries(TYPOLOGY_CASES).flatMap(([code, makers]) => {
    const kinds = Object.entries(makers);
    return Array.from({ length: CASES }, (_, turn) => kinds[turn % kinds.length]).flatMap((one) => {
      if (one === undefined) throw new Error(`${code} has no case`);
      const [kind, make] = one;
      const ofCase = truth.cases.push({ code, kind }) - 1;
      return make(world).map((draft) => (draft.beside ? draft : { ...draft, ofCase }));
    });
  });
}

/** @param {Draft} draft */
const isOrdinary = ({ ring, ofCase, beside }) => ring === undefined && ofCase === undefined && !beside;

/** @param {readonly Draft[]} drafts */
const countBuyers = (drafts) =>
  new Set(drafts.map(({ buyer }) => `${buyer.name}/${buyer.phone}/${buyer.payer}`)).size;

/** @type {(world: World, sale: EvalSale) => string} */
function orderNumber({ random, platform, serial }, sale) {
  const date = sale.createdAt.slice(2, 10).replaceAll('-', '');
  return platform === 'pinduoduo'
    ? `${date}-${random.digits(8)}${serial()}`
    : `${date.slice(0, 4)}${random.digits(5)}${serial()}`;
}

/** Ordinary customers, neighbours among them: some come back, most do not. @type {(world: World, count: number) => Draft[]} */
function customers(world, count) {
  const { random } = world;
  const sites = Array.from({ length: Math.max(3, count >> 5) }, () => world.site());
  const newcomer = () => {
    // Some compounds have many customers.
    const site = sites[Math.floor(random.next() * random.next() * sites.length)];
    const to = writeRoom(world.room(site), makeHabit(random));
    return { buyer: world.buyer(), to };
  };
  const regulars = Array.from({ length: Math.max(1, count >> 4) }, newcomer);
  return Array.from({ length: Math.max(0, count) }, () =>
    random.chance(0.2) ? random.pick(regulars) : newcomer(),
  );
}

/** @type {(truth: ShopTruth, draft: Draft, sale: EvalSale) => void} */
function learn(truth, { ring, group, note, ofCase }, sale) {
  truth.orders += 1;
  if (!sale.payLater) return;
  const { orderId } = sale;
  truth.payLater.add(orderId);
  if (ring !== undefined) truth.ringOf.set(orderId, ring);
  if (group !== undefined) truth.groupOf.set(orderId, group);
  if (ofCase !== undefined) truth.caseOf.set(orderId, ofCase);
  if (note !== undefined) truth.noteOf.set(orderId, note);
  const within = ring === undefined ? truth.groups[group ?? -1] : truth.rings[ring];
  if (within === undefined) return;
  const isProven = sale.incomeAt !== null && sale.incomeAt <= BILL.end;
  const restFen = sale.receivableFen - sale.refundedFen;
  within.orders += 1;
  within.unprovenFen += restFen;
  within.openFen += isProven ? 0 : restFen;
}
