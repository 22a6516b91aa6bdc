// Every parameter in force during an audit, with where it came from, for the report.

import type { Portfolio } from '../portfolio/portfolio.js';
import { CONTROL_ORDERS, CONTROL_RATE } from '../portfolio/proof.js';
import type { InputSummary, SummaryModel } from '../report/model.js';
import type { PlatformSettings, ReportSettings, Setting } from '../report/settings.js';
import type { AuditRequest } from './request.js';

/** What the user typed, else the default. */
function typed<T>(value: T | undefined, otherwise: T): Setting<T> {
  return value === undefined ? { value: otherwise, source: 'default' } : { value, source: 'flag' };
}

export function reportSettings(
  request: AuditRequest,
  summary: SummaryModel,
  portfolio: Portfolio,
): ReportSettings {
  const { ledger } = portfolio.settings;
  const { control } = request;
  const name = request.payLaterOrders?.split(/[\\/]/).at(-1);
  const platforms: Partial<Record<InputSummary['platform'], PlatformSettings>> = {};
  for (const { platform, autoReceiptDays, graceDays } of summary.terms) {
    const columns = platformColumns(summary, platform);
    platforms[platform as InputSummary['platform']] = {
      autoReceiptDays: { value: autoReceiptDays, source: 'default' },
      graceDays: { value: graceDays, source: 'default' },
      platformColumns: { value: columns, source: 'learned' },
    };
  }
  return {
    asOf: { value: summary.asOf, source: summary.asOfSource ?? 'default' },
    platforms,
    lagDays: ledger === null ? null : { value: ledger.proof.lagDays, source: ledger.proof.lagSource },
    controlOrders: { value: CONTROL_ORDERS, source: 'default' },
    controlRate: { value: CONTROL_RATE, source: 'default' },
    allPayLater: typed(request.allPayLater || undefined, false),
    payLaterOrders: typed<string | null>(name, null),
    control: typed(control && { orders: control.orders, amountFen: control.fen }, null),
    encoding: typed<string | null>(request.encoding, null),
    delimiter: typed<string | null>(request.delimiter, null),
    platform: typed<InputSummary['platform'] | null>(request.platform, null),
    map: typed(request.map && Object.fromEntries(request.map), {}),
    lossy: typed(request.lossy || undefined, false),
    reveal: typed(request.reveal || undefined, false),
    linkAcrossShops: typed(request.linkAcrossShops || undefined, false),
    escapeFormulas: typed(request.escapeFormulas || undefined, false),
    maxRejects: typed(request.maxRejects, 0),
    language: typed(request.language, 'zh'),
  };
}

/** The columns that any of the platform's files was found to use, by code units: the order of the files says nothing. */
function platformColumns({ bills }: SummaryModel, platform: string): readonly string[] | null {
  const parts = bills?.platformParts.filter((found) => found.platform === platform) ?? [];
  const known = parts.flatMap(({ columns }) => (columns === null ? [] : [columns]));
  return known.length === 0 ? null : [...new Set(known.flat())].sort();
}
