// What an audit knows before it writes anything.

import type { Portfolio } from '../portfolio/portfolio.js';
import type { SummaryModel } from '../report/model.js';
import type { AfterSalesRead } from './after-sales.js';
import type { BillsRead } from './bills.js';
import type { Findings } from './findings.js';
import type { Lists } from './lists.js';
import type { AllOrders } from './read-all-orders.js';

/** What the files hold. */
export interface Gathered extends AllOrders {
  readonly bills: BillsRead | null;
  /** null without after-sales exports. */
  readonly afterSales: AfterSalesRead | null;
  /** The shop's lists; null where the run was given none. */
  readonly lists: Lists | null;
  /** NaN for files without any record. */
  readonly asOfDay: number;
  readonly asOfSource: SummaryModel['asOfSource'];
}

/** What follows from it under one configuration. */
export interface Judged {
  readonly portfolio: Portfolio;
  readonly findings: Findings;
}

export interface Examined extends Gathered, Judged {}
