// What the clusters must reach, and why.

import { f1 } from './score.js';

/** @typedef {import('./score.js').Score} Score */

/**
 * Of a hundred pairs that are claimed or true, three may be wrong: what is asked of the linkage on plain files. Alarms
 * that the catalogue's floor demands are not held against it.
 */
const F1_FLOOR = 0.97;

/**
 * They never raise an alarm: places that are there for everybody, households, and one person with two addresses. An
 * alarm there costs honest customers, and their number grows with the shop.
 */
const QUIET_DECOYS = [
  ...['pickup', 'pickup-numbered', 'locker', 'building', 'dorm-building'],
  ...['neighbours', 'same-compound', 'twin-compound', 'family', 'couple', 'two-addresses'],
];

/** Kinds of rings that the linkage finds: those that the floor of the tests holds for. */
export const RING_KINDS_WITH_FLOOR = [
  ...['one-phone', 'one-room', 'one-room-spelled', 'one-room-jigged', 'chain', 'waybill'],
  ...['note-token', 'lockstep', 'mixed'],
];

/**
 * @param {Score} score of all seeds together
 * @param {boolean} masked
 * @returns {string[]} what was missed
 */
export function missedFloors(score, masked) {
  // Masked names and phones say nothing by themselves: what stands there must come from notes, parcels or timing.
  if (masked)
    return score.falseClusters === 0 ? [] : [`${score.falseClusters} false clusters in masked files`];
  const reached = f1(score.judged);
  const missed = reached < F1_FLOOR ? [`F1 of the alarms ${reached.toFixed(4)}, not ${F1_FLOOR}`] : [];
  for (const kind of QUIET_DECOYS) {
    const alarms = score.decoys[kind]?.alarms ?? 0;
    if (alarms > 0) missed.push(`${alarms} alarms from ${kind}`);
  }
  return missed;
}
