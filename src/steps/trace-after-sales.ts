// The after-sales of the order that `trace` shows.

import { allAfterSalesOf, atMoment } from '../portfolio/after-sales-of.js';
import { DAY_SECONDS } from '../portfolio/order-sums.js';
import type { TraceAfterSale } from '../report/trace-model.js';
import type { Examined } from './examined.js';

/** The order's rows by the time of application, those without one last; null without after-sales exports. */
export function traceAfterSales(
  { portfolio, afterSales, asOfDay }: Examined,
  order: number,
): TraceAfterSale[] | null {
  const index = portfolio.settings.afterSales;
  if (index === null || afterSales === null) return null;
  const before = (asOfDay + 1) * DAY_SECONDS;
  const rows = allAfterSalesOf(index, order).map((row): TraceAfterSale => {
    const then = atMoment(row, before);
    const { state, type, fen, appliedAt, agreedAt, closedAt, deadlineAt, returnWaybill, record } = row;
    return {
      file: afterSales.reads[row.file]?.file.opened.name ?? '',
      row: record,
      state,
      type,
      fen,
      appliedAt,
      agreedAt,
      closedAt,
      deadlineAt,
      hasReturnWaybill: returnWaybill !== '',
      later: then === null ? 'applied' : then.state === state ? 'no' : 'ended',
    };
  });
  const first = ({ appliedAt }: TraceAfterSale) =>
    Number.isNaN(appliedAt) ? Number.POSITIVE_INFINITY : appliedAt;
  return rows.sort((a, b) => (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : 0));
}
