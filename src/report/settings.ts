// Every parameter in force during a run, with where it came from: what a reviewer needs to repeat the audit.

import type { InputSummary, Language } from './model.js';

// Types, not interfaces: they are written out as plain records.

/** Where a value came from: typed, a configuration file, the built-in default, or found in the data itself. */
export type SettingSource = 'flag' | 'config' | 'default' | 'filename' | 'data' | 'learned';

export type Setting<T> = {
  readonly value: T;
  readonly source: SettingSource;
};

/** What holds for one platform's orders. */
export type PlatformSettings = {
  /** Days until the platform confirms receipt by itself. */
  readonly autoReceiptDays: Setting<number>;
  /** Days from receipt to the expected debit. */
  readonly graceDays: Setting<number>;
  /** Headers of the columns that make up the platform's part; null: none is known. */
  readonly platformColumns: Setting<readonly string[] | null>;
};

/** Files are named without their folders. */
export type ReportSettings = {
  readonly asOf: Setting<string | null>;
  readonly platforms: Readonly<Partial<Record<InputSummary['platform'], PlatformSettings>>>;
  /** Days after the due date up to which bills must run; null without bills. */
  readonly lagDays: Setting<number> | null;
  /** Ordinary orders that must be there, and what share of them must stand in the bills, 0 to 1. */
  readonly controlOrders: Setting<number>;
  readonly controlRate: Setting<number>;
  readonly allPayLater: Setting<boolean>;
  readonly payLaterOrders: Setting<string | null>;
  /** The back office's own totals. */
  readonly control: Setting<{ readonly orders: number | null; readonly amountFen: number | null } | null>;
  readonly encoding: Setting<string | null>;
  readonly delimiter: Setting<string | null>;
  readonly platform: Setting<InputSummary['platform'] | null>;
  /** Headers by field. */
  readonly map: Setting<Readonly<Record<string, string>>>;
  readonly lossy: Setting<boolean>;
  readonly reveal: Setting<boolean>;
  readonly linkAcrossShops: Setting<boolean>;
  readonly escapeFormulas: Setting<boolean>;
  readonly maxRejects: Setting<number>;
  readonly language: Setting<Language>;
};
