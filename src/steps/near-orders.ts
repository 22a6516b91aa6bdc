// Order numbers that resemble one that the files do not hold: for whoever has mistyped or shortened it.

import { distance } from 'fastest-levenshtein';
import type { KeyTable } from '../core/key-table.js';

const MOST_NEAR = 3;
/** So many characters in front must be the same where more than one of the others differs: a day and more of its number. */
const SHARED_PREFIX = 10;

/**
 * At most three of the table's numbers: those that differ by one character first, then those with the longest common
 * beginning, of ten characters at least; equals in the order of code units. Time: linear in the numbers.
 */
export function nearOrders(ids: KeyTable, wanted: string): string[] {
  const near: { id: string; rank: number }[] = [];
  for (let order = 0; order < ids.size; order++) {
    const id = String.fromCharCode(...ids.bytes(order));
    const rank = rankOf(id, wanted);
    if (rank === 0) continue;
    near.push({ id, rank });
    // A shop's numbers of one day share their beginning: only the best ones are kept.
    if (near.length > 1000) keepBest(near);
  }
  keepBest(near);
  return near.map(({ id }) => id);
}

function keepBest(near: { id: string; rank: number }[]): void {
  near.sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  near.length = Math.min(near.length, MOST_NEAR);
}

/** Above every length of a common beginning. */
const ONE_CHARACTER = 1000;

function rankOf(id: string, wanted: string): number {
  if (Math.abs(id.length - wanted.length) <= 1 && distance(id, wanted) <= 1) return ONE_CHARACTER;
  let same = 0;
  while (same < id.length && id[same] === wanted[same]) same++;
  return same >= SHARED_PREFIX ? same : 0;
}
