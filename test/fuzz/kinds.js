// All kinds of cases, in the order in which they run, and how often each one runs.

import { RECIPIENTS } from './recipient-kind.js';
import { SCANNER_KINDS } from './scanner-kinds.js';
import { BILLS, ORDERS } from './whole-kinds.js';

/** @typedef {import('./scanner-kinds.js').Kind} Kind */

/** Cases of each kind in 1,000. A whole run takes as long as some twenty files through the scanner alone. */
export const SHARES = /** @type {Readonly<Record<string, number>>} */ ({
  valid: 260,
  damaged: 430,
  lines: 170,
  utf16: 115,
  orders: 10,
  bills: 5,
  recipients: 10,
});

/** @type {readonly Kind[]} */
export const KINDS = [...SCANNER_KINDS, ORDERS, BILLS, RECIPIENTS];
