// The ways in which a bill is damaged, and one case of each by its seed.

import { createRandom } from '../support/exports.js';
import { ADDED_KINDS } from './bill-kinds-added.js';
import { BYTE_KINDS } from './bill-kinds-bytes.js';
import { CELL_KINDS } from './bill-kinds-cells.js';
import { LOST_KINDS } from './bill-kinds-lost.js';
import { orderOf } from './bill-shop.js';

/** @typedef {import('./bill-shop.js').Shop} Shop */
/** @typedef {import('./bill-damage.js').Kind} Kind */
/** @typedef {import('./bill-damage.js').Level} Level */

/** @type {readonly Kind[]} */
export const KINDS = [...LOST_KINDS, ...CELL_KINDS, ...ADDED_KINDS, ...BYTE_KINDS];

/**
 * One case, the same for the same arguments.
 * @param {Kind} kind
 * @param {Shop} shop
 * @param {Level} level
 * @param {number} seed
 */
export function damagedBy(kind, shop, level, seed) {
  // Another sequence for each kind, so that kinds of one shop do not all lose the same rows.
  const random = createRandom(seed * 7919 + KINDS.indexOf(kind) * 104_729);
  const damaged = kind.damage(shop, random, level);
  const touched = new Set(damaged.touched.map((row) => orderOf(shop, row)));
  const gone = new Set(damaged.lost > 0 ? damaged.touched : []);
  const left = shop.bill.rows.filter((row) => !gone.has(row)).map((row) => row[shop.timeColumn] ?? '');
  // Pinduoduo's bill states to when it runs.
  const lastTime = shop.platform === 'pinduoduo' ? shop.bill.end : (left.at(-1) ?? '');
  return { files: damaged.files, share: damaged.lost / shop.bill.rows.length, touched, lastTime };
}
