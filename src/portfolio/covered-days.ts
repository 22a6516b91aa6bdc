// The days that the bills cover of every shop that an order may be of: what one shop's bill lacks, no other's makes up.

import type { BillFile } from '../core/bill-book.js';
import type { BillIndex } from './bill-index.js';
import { commonPeriods, joinPeriods, type Period, periodsOfRows, wholeDays } from './periods.js';

/**
 * True when all orders know their shops and all bills theirs, and no bill is of any of these shops. `shops`: the ids that
 * the pay-later orders name, '' for orders that name none.
 */
export function billsOfOthers(given: readonly BillFile[], shops: ReadonlySet<string>): boolean {
  // An account flow names no shop.
  const files = given.filter(({ book }) => book === 'bill');
  if (shops.size === 0 || shops.has('') || files.length === 0) return false;
  return files.every(({ shopId }) => shopId !== '' && !shops.has(shopId));
}

/**
 * The whole days of all bills together, whosever they are: those of which no bill lacks a row as far as is known. An
 * account flow beside other bills shows what it holds and covers no day: the money of other accounts lies in none of its
 * days. Alone it covers the days of its pay-outs, and whether it is the account is for the control group to tell.
 */
export function daysOfBills(given: readonly BillFile[]): Period[] {
  const bills = given.filter(({ book }) => book === 'bill');
  const files = bills.length === 0 ? given : bills;
  const stated = files.flatMap(({ stated, whole }) => (stated ? whole : []));
  const ofRows = files.flatMap(({ stated, whole, days }) =>
    stated ? [] : commonPeriods(periodsOfRows(days), wholeDays(whole)),
  );
  return joinPeriods([...wholeDays(stated), ...ofRows]);
}

/**
 * The days on which a missing row says something of any pay-later order. It is not held which shop an order is of, so a
 * day counts only where the bills of every shop that it may be of cover it; a bill without an id belongs to every shop.
 * These shops are the ones that the orders name: a bill of another shop covers nothing. For orders that name none, they
 * are the shops whose bills hold an order of the book: a bill of which no row matches is some other business's, and must
 * not narrow what is proven. Where these orders have bills of one shop only, or none that matches, it is the days of all:
 * the control group and the orders that settled tell whether that is the right shop.
 */
export function coveredPeriods(index: BillIndex, shops: ReadonlySet<string>): Period[] {
  const { files } = index.bills;
  const asked = new Set([...shops].filter((id) => id !== ''));
  const guessed = shops.size === 0 || shops.has('');
  if (guessed) {
    const matched = matchedFiles(index);
    const known = new Set(files.map(({ shopId }) => shopId).filter((id) => id !== ''));
    if (asked.size === 0 && (known.size < 2 || !matched.includes(1))) return daysOfBills(files);
    files.forEach(({ shopId }, i) => {
      if (shopId !== '' && matched[i]) asked.add(shopId);
    });
  }
  const ofShop = (id: string) => daysOfBills(files.filter(({ shopId }) => shopId === '' || shopId === id));
  const [first = '', ...rest] = asked;
  return rest.reduce((days, id) => commonPeriods(days, ofShop(id)), ofShop(first));
}

/** Per bill: 1 when one of its rows is of an order of the book. */
function matchedFiles({ bills: { files, rows }, orderOf }: BillIndex): Uint8Array {
  const matched = new Uint8Array(files.length);
  for (let row = 0; row < rows.size; row++) {
    if (orderOf[rows.order[row]!]! >= 0) matched[rows.file[row]!] = 1;
  }
  return matched;
}
