// How many public holidays lie in a span: they extend what is only estimated, never a due date.

import { civilDay } from '../core/dates.js';
import { PUBLIC_HOLIDAYS } from './public-holidays.js';

/** The last year whose holidays are known; later ones count none. */
export const LAST_HOLIDAY_YEAR = (PUBLIC_HOLIDAYS.at(-1) ?? '').slice(0, 4);

let known: readonly number[] | undefined;

/** Public holidays after the one day up to the other, which is included; day numbers, 0 where one is not known. */
export function holidaysBetween(after: number, to: number): number {
  if (!(to > after)) return 0;
  known ??= PUBLIC_HOLIDAYS.flatMap(daysOfYear);
  return countTo(known, to) - countTo(known, after);
}

function daysOfYear(line: string): number[] {
  const [year, ...spans] = line.split(/: | /);
  return spans.flatMap((span) => {
    const [month, day, days] = span.split(/[-+]/).map(Number);
    const first = civilDay(Number(year), month ?? 0, day ?? 0);
    return Array.from({ length: days ?? 0 }, (_, i) => first + i);
  });
}

/** How many of the ascending days are not behind this one. */
function countTo(days: readonly number[], day: number): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((days[middle] ?? 0) <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}
