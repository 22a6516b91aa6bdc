// What an audit knows before it writes anything.

import type { Portfolio } from '../portfolio/portfolio.js';
import type { SummaryModel } from '../report/model.js';
import type { BillsRead } from './bills.js';
import type { Findings } from './findings.js';
import type { Lists } from './lists.js';
import type { AllOrders } from './read-all-orders.js';

export interface Examined extends AllOrders {
  readonly bills: BillsRead | null;
  /** NaN for files without any record. */
  readonly asOfDay: number;
  readonly asOfSource: SummaryModel['asOfSource'];
  readonly portfolio: Portfolio;
  readonly findings: Findings;
  /** null where the run was given none. */
  readonly lists: Lists | null;
}
