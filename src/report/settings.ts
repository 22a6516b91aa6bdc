// Every parameter in force during a run, with where it came from: what a reviewer needs to repeat the audit.

import type { Severity } from '../core/finding.js';
import type { ListName } from '../core/lists.js';
import type { ValueSource } from '../core/setting.js';
import type { InputSummary, Language } from './model.js';

// Types, not interfaces: they are written out as plain records.

/** Where a value came from: what the user chose, the built-in default, or found in the data itself. */
export type SettingSource = ValueSource | 'filename' | 'data' | 'learned';

export type Setting<T> = {
  readonly value: T;
  readonly source: SettingSource;
  /** `bnpl-audit.yaml:4`, `--set`: where it was written; only where the user chose it there. */
  readonly place?: string;
};

/** How a rule is set; null as severity: the figures decide. Amounts in fen, else in the parameter's unit. */
export type RuleSettings = {
  readonly enabled: Setting<boolean>;
  readonly severity: Setting<Severity | null>;
  readonly params: Readonly<Record<string, Setting<number>>>;
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

/** How rules are set, by id. */
export type RulesInForce = ReadonlyMap<string, RuleSettings>;

/** A list: its entries, and the names of the files that hold them. */
export type ListSetting = { readonly entries: number; readonly files: readonly string[] };

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
  /** The shop's lists: how many entries each has, and the names of their files; absent without any. */
  readonly lists?: Readonly<Partial<Record<ListName, Setting<ListSetting>>>>;
  /** Last days of the aging buckets. */
  readonly buckets: Setting<readonly number[]>;
  /** The configuration that was read, without its folder; null: none. */
  readonly config: {
    readonly name: string;
    /** null where people's phones or addresses stand in the file: a hash of so little could be guessed back. */
    readonly sha256: string | null;
  } | null;
  readonly rules: Readonly<Record<string, RuleSettings>>;
  /** Rules by shop, where anything is other than for the run. */
  readonly shops: Readonly<Record<string, Readonly<Record<string, RuleSettings>>>>;
  readonly language: Setting<Language>;
};
