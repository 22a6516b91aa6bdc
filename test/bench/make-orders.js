// Writes the large order export of the speed measurements: any number of records, in seconds, always the same bytes.

import { closeSync, openSync, writeSync } from 'node:fs';
import { argv } from 'node:process';
import { fileURLToPath } from 'node:url';
import { DAY, formatTime, HOUR, parseTime } from '../support/calendar.js';
import { headerOf, yuan } from '../support/cells.js';
import { makePerson } from '../support/people.js';
import { PRODUCTS } from '../support/products.js';
import { createRandom } from '../support/random.js';

/** @typedef {import('../support/random.js').Random} Random */
/**
 * What was written; `payLaterOrders` counts orders, not records.
 * @typedef {{ records: number, orders: number, payLaterOrders: number, bytes: number }} BenchFile
 */

/**
 * What became of an order. `receivedAt` is null where it has not arrived; `text` holds its records.
 * @typedef {object} BenchSale
 * @property {string} id
 * @property {boolean} payLater
 * @property {number | null} receivedAt seconds
 * @property {boolean} refunded wholly, after receipt
 * @property {number} buyerFen
 * @property {number} receivableFen
 * @property {number} records
 * @property {string} text
 */

/** Thirty-five columns that a merchant may choose: those of the wide form, and the recipient of older ones. */
export const BENCH_HEADER = headerOf(`
  商品,订单号,订单状态,商品数量(件),是否先用后付,支付时间,承诺发货时间,承诺送达时间,发货时间,确认收货时间,商品id,商品规格,样式ID,
  商家编码-规格维度,商家编码-商品维度,商家备注,买家留言,售后状态,订单成交时间,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),
  多多支付立减金额(元),用户实付金额(元),商家实收金额(元),快递单号,快递公司,收货人,手机,省,市,区,详细地址,是否抽奖或0元试用`);

/** Bytes that one write hands to the file system, about. */
const BATCH_CHARACTERS = 1 << 19;
const END = parseTime('2026-07-20 10:09:23');
const SPAN_SECONDS = 90 * DAY;
/** Regulars are drawn from a list this long; most orders are of newcomers, each with a phone and a room of their own. */
const PEOPLE = 20_000;
const REGULARS = 0.25;
/** Of so many orders in a row, the first ones are a ring's: several buyers, one room. */
const RING_EVERY = 1200;
const RING_ORDERS = 6;
const NOTES = ['', '', '', '', '', '', '"老客户, 送小样"', '加急', '"放门口, 谢谢"'];

/**
 * @param {string} path the file is replaced
 * @param {number} rows data records
 * @param {number} [seed]
 * @returns {BenchFile}
 */
export function writeBenchOrders(path, rows, seed = 1) {
  const file = openSync(path, 'w');
  const written = { records: 0, orders: 0, payLaterOrders: 0, bytes: 0 };
  let batch = `${BENCH_HEADER.join(',')}\r\n`;
  const flush = () => {
    const bytes = Buffer.from(batch);
    for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    written.bytes += bytes.length;
    batch = '';
  };
  try {
    for (const order of benchOrders(rows, seed)) {
      written.orders += 1;
      written.records += order.records;
      if (order.payLater) written.payLaterOrders += 1;
      batch += order.text;
      if (batch.length > BATCH_CHARACTERS) flush();
    }
    flush();
  } finally {
    closeSync(file);
  }
  return written;
}

/**
 * The orders of the file, one after the other: what a bill of the same shop is made from too. The object is the same
 * one each time.
 * @param {number} rows data records
 * @param {number} seed
 * @returns {Generator<Readonly<BenchSale>>}
 */
export function* benchOrders(rows, seed) {
  const random = createRandom(seed);
  const people = Array.from({ length: PEOPLE }, () => makePerson(random));
  const clock = makeClock();
  /** @type {BenchSale} */
  const sale = {
    id: '',
    payLater: false,
    receivedAt: null,
    refunded: false,
    buyerFen: 0,
    receivableFen: 0,
    records: 0,
    text: '',
  };
  let records = 0;
  for (let serial = 0; records < rows; serial += 1) {
    const order = nextOrder(random, people, clock, serial);
    const lines = records + 1 < rows && random.int(1, 95) <= 5 ? 2 : 1;
    Object.assign(sale, order.facts, { buyerFen: 0, receivableFen: 0, records: lines, text: '' });
    for (let line = 0; line < lines; line += 1) sale.text += recordText(random, order, line, sale);
    records += lines;
    yield sale;
  }
}

/**
 * Times as text, with each day's date made only once.
 * @returns {(seconds: number) => string} with the TAB that stands behind text cells
 */
function makeClock() {
  /** @type {Map<number, string>} */
  const dates = new Map();
  const two = Array.from({ length: 60 }, (_, at) => String(at).padStart(2, '0'));
  return (seconds) => {
    const day = Math.floor(seconds / DAY);
    let date = dates.get(day);
    if (date === undefined) {
      date = formatTime(day * DAY).slice(0, 10);
      dates.set(day, date);
    }
    const left = seconds - day * DAY;
    return `${date} ${two[Math.floor(left / HOUR)]}:${two[Math.floor(left / 60) % 60]}:${two[left % 60]}\t`;
  };
}

/**
 * What the lines of one order share.
 * @typedef {{ facts: Pick<BenchSale, 'id' | 'payLater' | 'receivedAt' | 'refunded'>, item: number, start: string, times: string, between: string, tail: string }} BenchOrder
 */

/** @type {(random: Random, people: import('../support/people.js').Person[], clock: (seconds: number) => string, serial: number) => BenchOrder} */
function nextOrder(random, people, clock, serial) {
  const age = random.int(0, SPAN_SECONDS);
  const created = END - age;
  const payLater = random.chance(0.35);
  const shipped = created + random.int(3 * HOUR, 40 * HOUR);
  const received = shipped + random.int(2 * DAY, 7 * DAY);
  const fate = random.int(1, 100);
  const cancelled = fate <= 4;
  const hasShipped = !cancelled && shipped <= END;
  const hasArrived = hasShipped && received <= END && fate > 6;
  const refunded = fate > 96 && hasArrived;
  const state = cancelled ? '已取消' : hasArrived ? '已收货' : hasShipped ? '已发货，待收货' : '待发货';
  const createdText = clock(created);
  const paidText = cancelled ? '\t' : clock(created + random.int(2, 240));
  const promisedText = cancelled ? '\t' : clock(created + 2 * DAY);
  const person = people[random.int(0, people.length - 1)] ?? makePerson(random);
  const { phone, address, province, city, district, name } = random.chance(REGULARS)
    ? person
    : newcomer(random, people, person, serial);
  const waybill = hasShipped
    ? `YT${String(1e7 + random.int(0, 9_999_999)).slice(1)}${String(1e6 + (serial % 1e6)).slice(1)}\t`
    : '\t';
  const number = `${String(1e8 + random.int(0, 99_999_999)).slice(1)}${String(1e7 + serial).slice(1)}`;
  const id = `${createdText.slice(2, 10).replaceAll('-', '')}-${number}`;
  return {
    facts: { id, payLater, receivedAt: hasArrived ? received : null, refunded },
    item: random.int(0, PRODUCTS.length - 1),
    start: `,${id},${state}${refunded ? '，退款成功' : ''},`,
    times: `,${payLater ? '是' : '否'},${paidText},${promisedText},\t,${hasShipped ? clock(shipped) : '\t'},${hasArrived ? clock(received) : '\t'},`,
    between: `${random.pick(NOTES)},\t,${refunded ? '退款成功' : '无售后或售后取消'},${createdText},`,
    tail: `${waybill},${hasShipped ? '圆通速递\t' : '\t'},${name}\t,${phone}\t,${province}\t,${city}\t,${district}\t,${address}\t,否\r\n`,
  };
}

/**
 * Somebody who orders once: a neighbour of a known person under another name, or a member of a ring. Phones do not
 * come twice within a million orders.
 * @type {(random: Random, people: import('../support/people.js').Person[], near: import('../support/people.js').Person, serial: number) => import('../support/people.js').Person}
 */
function newcomer(random, people, near, serial) {
  const inRing = serial % RING_EVERY < RING_ORDERS;
  const home = inRing ? (people[Math.floor(serial / RING_EVERY) % people.length] ?? near) : near;
  const named = people[random.int(0, people.length - 1)] ?? near;
  const phone = `19901${String(1_000_000 + ((serial * 7919) % 1_000_000)).slice(1)}`;
  if (inRing) return { ...home, name: named.name, phone };
  const compound = home.address.slice(0, home.address.indexOf('号') + 1);
  const room = `${random.int(1, 33)}0${random.int(1, 4)}室`;
  const address = `${compound}听雨苑${random.int(1, 60)}号楼${random.int(1, 4)}单元${room}`;
  return { ...home, name: named.name, phone, address };
}

/** Each product's name and specifications as cells: those with a comma or a quote are quoted. */
const ITEMS = PRODUCTS.map((product) => ({
  name: quoted(product.name),
  id: product.id,
  specs: product.specs.map((spec) => ({ name: quoted(`${spec.name}\t`), priceFen: spec.priceFen })),
}));

/** @param {string} cell */
function quoted(cell) {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** @type {(random: Random, order: BenchOrder, line: number, sale: BenchSale) => string} */
function recordText(random, order, line, sale) {
  const item = ITEMS[order.item];
  const spec = item?.specs[line];
  if (item === undefined || spec === undefined) throw new Error('every product has two specifications');
  const quantity = spec.priceFen < 10_000 ? random.int(1, 3) : 1;
  const goodsFen = spec.priceFen * quantity;
  const postageFen = goodsFen < 2000 ? 600 : 0;
  const shopFen = random.chance(0.3) ? Math.min(random.int(1, 20) * 100, goodsFen >> 2) : 0;
  const platformFen = random.chance(0.2) ? Math.min(random.int(1, 10) * 100, goodsFen >> 3) : 0;
  const payFen = random.chance(0.1) ? Math.min(random.int(1, 99), goodsFen >> 4) : 0;
  const receivableFen = goodsFen + postageFen - shopFen;
  const buyerFen = receivableFen - platformFen - payFen;
  sale.buyerFen += buyerFen;
  sale.receivableFen += receivableFen;
  const { id } = item;
  const ids = `${id}\t,${spec.name},7${id.slice(1)}${line + 1}\t,A${id.slice(-4)}${line}\t,A${id.slice(-4)}\t,`;
  const money = `${yuan(goodsFen)},${yuan(postageFen)},${yuan(shopFen)},${yuan(platformFen)},${yuan(payFen)},`;
  const paid = `${yuan(buyerFen)},${yuan(receivableFen)},`;
  return item.name + order.start + quantity + order.times + ids + order.between + money + paid + order.tail;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const [path, rows, seed] = argv.slice(2);
  if (path === undefined || !/^\d+$/.test(rows ?? '') || !/^\d*$/.test(seed ?? '')) {
    throw new Error('usage: node test/bench/make-orders.js PATH ROWS [SEED]');
  }
  console.log(writeBenchOrders(path, Number(rows), Number(seed ?? 1)));
}
