// What the kinds of damage to a bill have in common: how much is lost, and how a bill without some rows is written.

import { pinduoduoFooter } from '../support/bills.js';
import { toBytes } from '../support/exports.js';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-shop.js').NamedBytes} NamedBytes */
/** @typedef {import('../support/random.js').Random} Random */
/**
 * How much is lost: at most one row in a hundred, or more.
 * @typedef {'little' | 'much'} Level
 */
/**
 * @typedef {object} Damaged
 * @property {readonly NamedBytes[]} files
 * @property {number} lost rows whose money the files do not show any more
 * @property {readonly (readonly string[])[]} touched complete rows that are lost, doubled or changed
 */
/**
 * `lossless`: the files still hold all of the bill, so that every figure must stay as it is. `harmless`: besides, there
 * is nothing to be told.
 * @typedef {object} Kind
 * @property {string} name
 * @property {readonly ('pinduoduo' | 'kuaishou')[]} platforms
 * @property {readonly Level[]} levels
 * @property {boolean} [lossless]
 * @property {boolean} [harmless]
 * @property {(shop: Shop, random: Random, level: Level) => Damaged} damage
 */

export const BOTH = /** @type {const} */ (['pinduoduo', 'kuaishou']);
export const ONE_IN_A_HUNDRED = 0.01;

/**
 * How many of the rows are lost.
 * @param {Random} random
 * @param {number} rows
 * @param {Level} level
 */
export function lossOf(random, rows, level) {
  const most = Math.floor(rows * ONE_IN_A_HUNDRED);
  if (level === 'little') return random.int(1, Math.max(1, most));
  // From just above the floor to two thirds, each power of ten as often as the other.
  const share = ONE_IN_A_HUNDRED * (2 / 3 / ONE_IN_A_HUNDRED) ** random.next();
  return Math.max(most + 1, Math.floor(rows * share));
}

/** How a Pinduoduo bill ends and begins once rows were lost; a settlement has neither. */
export const MODES = /** @type {const} */ (['footer kept', 'footer lost', 'rows only', 'footer agrees']);
/** @typedef {typeof MODES[number]} Mode */

/**
 * The bill with these rows.
 * @param {Shop} shop
 * @param {readonly (readonly string[])[]} rows
 * @param {Mode} [mode]
 * @returns {NamedBytes}
 */
export function billWith({ bill }, rows, mode = 'footer kept') {
  const { footer = [], preamble = [], ...layout } = bill.layout;
  const isPlain = mode === 'rows only';
  const ends = mode === 'footer kept' ? footer : mode === 'footer agrees' ? pinduoduoFooter(rows) : [];
  const around = preamble.length === 0 ? {} : { preamble: isPlain ? [] : preamble, footer: ends };
  return { name: bill.fileName, bytes: toBytes({ header: bill.header, rows }, { ...layout, ...around }) };
}

/** @param {number} from @param {number} to before this */
export const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** @param {Shop} shop @param {readonly number[]} lost @param {Mode} mode @returns {Damaged} */
export function without(shop, lost, mode) {
  const gone = new Set(lost);
  const kept = shop.bill.rows.filter((_, row) => !gone.has(row));
  const touched = shop.bill.rows.filter((_, row) => gone.has(row));
  return { files: [billWith(shop, kept, mode)], lost: touched.length, touched };
}
