// What an audit is asked to do.

import type { Config } from '../config/config.js';
import type { ShopLists } from '../core/lists.js';
import type { Language } from '../report/model.js';
import type { ReadingWishes } from './open-exports.js';

export interface AuditRequest extends ReadingWishes {
  /** What was configured; without it everything is at its default. */
  readonly config?: Config;
  /** Files, folders, wildcards, or `-` for standard input. */
  readonly orders: readonly string[];
  /** Settlement exports: the proof of collection. Bills among `orders` are taken for bills as well. */
  readonly bills?: readonly string[];
  /** After-sales exports: refunds and disputes. Those among `orders` are taken for what they are as well. */
  readonly afterSales?: readonly string[];
  /** Tables of recipients, joined with the orders by order number or waybill. */
  readonly recipients?: readonly string[];
  /** The back office's own totals, to be compared with what was read. */
  readonly control?: { readonly orders: number | null; readonly fen: number | null };
  /** The report for machines: a file, or `-` for standard output. */
  readonly json?: string;
  /** Version of the tool, for the report. */
  readonly version?: string;
  readonly allPayLater?: boolean;
  /** A file with order numbers that are pay-later. */
  readonly payLaterOrders?: string;
  /** Day number of the audit; without it the export time in the names, else the latest event. */
  readonly asOfDay?: number;
  /** A file, a folder, `-`, or null for no copy at all; without it each copy stands beside its input. */
  readonly output?: string | null;
  readonly rejects?: string;
  /** The report for people, a page; and its language, where it is not that of the copy. */
  readonly html?: string;
  readonly pageLanguage?: Language;
  /** A folder for the work lists. */
  readonly worklists?: string;
  /** Language of the annotated copy, the work lists and the list of rejects; `zh` without it. */
  readonly language?: Language;
  readonly force?: boolean;
  readonly lossy?: boolean;
  readonly reveal?: boolean;
  /** Cells of the input that a spreadsheet would take for formulas get an apostrophe in front. */
  readonly escapeFormulas?: boolean;
  /** Buyers of different shops are linked too; without it only those of one shop. */
  readonly linkAcrossShops?: boolean;
  /** So many rejected records are no damage. */
  readonly maxRejects?: number;
  /** What the shop knows of phones, addresses, buyers and its own people; paths as `resolve` takes them. */
  readonly lists?: ShopLists;
}
