// Writes order exports as the platforms write them, together with the truth about every order in them.

import { DAY, fileStamp, formatTime, parseTime } from './calendar.js';
import { cellsOf } from './cells.js';
import { GENERIC_CELLS, GENERIC_HEADERS } from './generic.js';
import { KUAISHOU_CELLS, KUAISHOU_HEADERS } from './kuaishou.js';
import { makeOrder } from './orders.js';
import { EMPTY, PINDUODUO_CELLS, PINDUODUO_HEADERS } from './pinduoduo.js';
import { createRandom } from './random.js';

export { makeAfterSales } from './after-sales.js';
export { makeBill } from './bills.js';
export { toBytes } from './bytes.js';
export { createRandom } from './random.js';

/** @typedef {import('./orders.js').Truth} Truth */
/** @typedef {import('./orders.js').Case} Case */
/** @typedef {import('./cells.js').CellMakers} CellMakers */
/** @typedef {keyof typeof PINDUODUO_HEADERS | keyof typeof KUAISHOU_HEADERS | keyof typeof GENERIC_HEADERS} Template */
/**
 * @typedef {object} Options
 * @property {Template} template
 * @property {number} rows data rows to write, second lines of an order among them
 * @property {number} [seed]
 * @property {number} [payLaterShare] of the orders, 0 to 1; default 0.35
 * @property {string} [start] earliest order, `YYYY-MM-DD[ HH:MM:SS]`; default 80 days before the end
 * @property {string} [end] the export's time, which also stands in the file name
 * @property {string} [prefix] what the file name begins with
 * @property {boolean} [repeatAmounts] each line of an order shows the order's total rather than its own amounts
 * @property {readonly Case[]} [cases] the first orders, with some of their life fixed
 */
/**
 * @typedef {object} Export
 * @property {Template} template
 * @property {'pinduoduo' | 'kuaishou' | 'generic'} platform
 * @property {string[]} header
 * @property {string[][]} rows newest order first, lines of one order together
 * @property {string} fileName
 * @property {string} start
 * @property {string} end
 * @property {Truth[]} truth one entry an order, in the order of the rows
 * @property {boolean} showsPayLater whether the file itself can say which orders are pay-later
 */

/** @type {Record<Template, readonly string[]>} */
const HEADERS = { ...PINDUODUO_HEADERS, ...KUAISHOU_HEADERS, ...GENERIC_HEADERS };
/** @type {readonly Template[]} */
export const TEMPLATES = /** @type {Template[]} */ (Object.keys(HEADERS));
/** Columns that can say pay-later; Pinduoduo leaves its own 支付方式 empty, so that one never does. */
const PAY_LATER_COLUMNS = new Set(['是否先用后付', '先用后付', 'pay_later']);
/** The time of export where the caller gives none: a time at which the template was in use. */
/** @type {Readonly<Partial<Record<Template, string>>>} */
const DEFAULT_ENDS = { 'pinduoduo-2020': '2020-07-20 10:09:23', 'pinduoduo-2023': '2023-07-20 10:09:23' };

/** @type {Record<Export['platform'], { cells: CellMakers, empty: string }>} */
const PLATFORMS = {
  pinduoduo: { cells: PINDUODUO_CELLS, empty: EMPTY },
  kuaishou: { cells: KUAISHOU_CELLS, empty: '' },
  generic: { cells: GENERIC_CELLS, empty: '' },
};

/**
 * @param {Options} options
 * @returns {Export} the same for the same options, on every machine
 */
export function makeOrders(options) {
  const { template, rows: wanted, seed = 1, cases = [] } = options;
  const platform = /** @type {Export['platform']} */ (template.split('-')[0]);
  const end = options.end ?? DEFAULT_ENDS[template] ?? '2026-07-20 10:09:23';
  const start = options.start ?? formatTime(parseTime(end.slice(0, 10)) - 80 * DAY);
  const header = [...HEADERS[template]];
  const random = createRandom(seed);
  /** @type {import('./orders.js').World} */
  const world = {
    platform: platform === 'kuaishou' ? 'kuaishou' : 'pinduoduo',
    hasServiceFee: header.includes('上门安装费(元)'),
    hasPayDiscount: header.includes('多多支付立减金额(元)') || platform === 'kuaishou',
    payLaterShare: options.payLaterShare ?? 0.35,
    start: parseTime(start),
    end: parseTime(end),
    people: [],
    ids: new Set(),
  };

  /** @type {Truth[]} */
  const truth = [];
  for (let left = wanted; left > 0; ) {
    const order = makeOrder(random, world, cases[truth.length] ?? {}, left);
    left -= order.lines.length;
    truth.push(order);
  }
  truth.sort((a, b) => byCodeUnits(b.createdAt, a.createdAt) || byCodeUnits(b.orderId, a.orderId));
  const rows = writeRows(truth, header, PLATFORMS[platform], options.repeatAmounts === true);
  return {
    template,
    platform,
    header,
    rows,
    fileName: fileNameOf(platform, end, options.prefix),
    start,
    end,
    truth,
    showsPayLater: header.some((name) => PAY_LATER_COLUMNS.has(name)) || platform === 'kuaishou',
  };
}

/** @type {(truth: Truth[], header: string[], how: { cells: CellMakers, empty: string }, repeat: boolean) => string[][]} */
function writeRows(truth, header, how, repeat) {
  /** @type {string[][]} */
  const rows = [];
  for (const order of truth) {
    for (const line of order.lines) {
      line.record = rows.length;
      const whole = repeat ? order.amounts : line;
      const amounts = order.shownAsZero ? { ...whole, buyerFen: 0, receivableFen: 0 } : whole;
      rows.push(cellsOf(header, how.cells, how.empty, { order, line, amounts }));
    }
  }
  return rows;
}

/** @type {(platform: Export['platform'], end: string, prefix: string | undefined) => string} */
function fileNameOf(platform, end, prefix) {
  const stamp = fileStamp(end);
  if (platform === 'pinduoduo') return `${prefix ?? 'shop_'}orders_export${stamp}.csv`;
  return `${prefix ?? (platform === 'kuaishou' ? 'kuaishou_' : '')}orders_${stamp}.csv`;
}

/** @param {string} a @param {string} b */
const byCodeUnits = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
