// Which day an audit speaks of, and when each of its files was exported.

import { NO_CONFIG } from '../config/config.js';
import type { Terms } from '../core/aging.js';
import { dayOf, timeInFileName } from '../core/dates.js';
import type { SummaryModel } from '../report/model.js';
import { termsOf } from './effective.js';
import type { OrdersRead } from './read-orders.js';

/** When each input was exported, whether it says how after-sales stand, and its platform's terms. */
export function ageOfInputs(
  reads: readonly OrdersRead[],
  config = NO_CONFIG,
): { exportedAt: number; showsAfterSales: boolean; terms: Terms }[] {
  return reads.map(({ file, latestEvent, format }) => {
    const named = timeInFileName(file.opened.name);
    const exportedAt = Number.isNaN(named) ? latestEvent : named;
    const showsAfterSales = file.match.columns.has('after_sale_status');
    return { exportedAt, showsAfterSales, terms: termsOf(config, format) };
  });
}

/** The as-of day: what the user says, else the latest export time in a name, else the latest event. Never today. */
export function chooseAsOf(
  reads: readonly OrdersRead[],
  wish: number | undefined,
): { day: number; source: SummaryModel['asOfSource'] } {
  if (wish !== undefined) return { day: wish, source: 'flag' };
  const latest = (times: readonly number[]) => Math.max(...times.filter((time) => !Number.isNaN(time)));
  const hasRecords = reads.some(({ records }) => records.kinds[0]! > 0);
  const named = latest(reads.map(({ file }) => timeInFileName(file.opened.name)));
  const event = latest(reads.map(({ latestEvent }) => latestEvent));
  if (hasRecords && Number.isFinite(named)) return { day: dayOf(named), source: 'filename' };
  return Number.isFinite(event) ? { day: dayOf(event), source: 'data' } : { day: Number.NaN, source: null };
}
