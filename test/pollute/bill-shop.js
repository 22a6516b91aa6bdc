// A shop whose orders and complete bills are known: what the bills' polluter damages, and what stays true of it.

import { DAY, formatTime, parseTime } from '../support/calendar.js';
import { makeBill, makeOrders, toBytes } from '../support/exports.js';

/** @typedef {import('../support/orders.js').Truth} Truth */
/** @typedef {import('../support/bills.js').Bill} Bill */
/** @typedef {'pinduoduo' | 'kuaishou'} Platform */
/** @typedef {{ name: string, bytes: Uint8Array }} NamedBytes */
/**
 * @typedef {object} Shop
 * @property {Platform} platform
 * @property {number} seed
 * @property {NamedBytes} orders
 * @property {readonly Truth[]} truth
 * @property {Bill} bill complete
 * @property {Bill} foreign the complete bill of another shop over the same days
 * @property {number} idColumn column of the order number in the bill's rows, from 0
 * @property {number} timeColumn
 */

const TEMPLATES = /** @type {const} */ ({
  pinduoduo: ['pinduoduo-2026-wide', 'pinduoduo-2026-wide'],
  kuaishou: ['kuaishou-61', 'kuaishou-64'],
});

/** Days before the first order with which a bill begins. */
const LEAD = DAY;

/**
 * @param {Platform} platform
 * @param {number} seed
 * @param {number} rows records of the order export
 * @returns {Shop} the same for the same arguments
 */
export function makeShop(platform, seed, rows) {
  const template = TEMPLATES[platform][seed % 2 === 0 ? 0 : 1];
  const made = makeOrders({ template, rows, seed });
  const start = `${formatTime(parseTime(made.start) - LEAD).slice(0, 10)} 00:00:00`;
  // A bill ends with the day before the export, as a rule.
  const end = `${formatTime(parseTime(made.end.slice(0, 10)) - 1).slice(0, 10)} 23:59:59`;
  const bill = makeBill({ platform, truth: made.truth, start, end, seed });
  const others = makeOrders({ template, rows, seed: seed + 500_000 });
  const foreign = makeBill({ platform, truth: others.truth, start, end, seed, shopId: '999888777' });
  return {
    platform,
    seed,
    orders: { name: made.fileName, bytes: toBytes(made) },
    truth: made.truth.filter(({ payLater }) => payLater),
    bill,
    foreign,
    idColumn: bill.header.indexOf(platform === 'pinduoduo' ? '商户订单号' : '订单号'),
    timeColumn: bill.header.indexOf(platform === 'pinduoduo' ? '发生时间' : '实际结算时间'),
  };
}

/** The order number of a bill's row, also where it stands in the remark only. @param {Shop} shop @param {readonly string[]} row */
export function orderOf(shop, row) {
  const id = row[shop.idColumn] ?? '';
  if (id !== '' || shop.platform === 'kuaishou') return id;
  return /（订单([\w-]+)）/.exec(row.join(' '))?.[1] ?? '';
}
