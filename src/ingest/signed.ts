// When a parcel was signed for, by what the courier writes of it.

import { parseTime } from '../core/dates.js';

/** Not that it waits for that, was not, or that somebody is asked to. */
const SIGNED =
  /(?<!待|未|没有?|拒绝?|请|等|如|若|便于|方便)(?:已|代|本人)?签收(?!失败|异常|前|时|人不|确认中|后请)/;
const UNSIGNED = /拒收|拒签|退签|退回|签收失败/;
/** Full times, as all couriers write them. */
const TIME = /\d{4}[-/.]\d{1,2}[-/.]\d{1,2} \d{1,2}:\d{2}(?::\d{2})?/g;

/**
 * Civil seconds; NaN where the text does not say that the parcel was signed for. Of several times the last one before
 * the word counts, else the first behind it; without any it is `shippedAt`, the earliest that it can be.
 */
export function signedAt(text: string, shippedAt: number): number {
  const found = SIGNED.exec(text);
  if (found === null || UNSIGNED.test(text)) return Number.NaN;
  const times = [...text.matchAll(TIME)].filter(({ 0: time }) => Number.isFinite(parseTime(time)));
  const told = times.filter(({ index }) => index < found.index).at(-1) ?? times[0];
  return told === undefined ? shippedAt : parseTime(told[0]);
}
