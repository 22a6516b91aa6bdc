// From what was read to findings: every order judged, and shown to the rules, under one configuration.

import { NO_CONFIG } from '../config/config.js';
import { bucketsOf } from '../core/aging.js';
import { buildPortfolio, type Watcher } from '../portfolio/portfolio.js';
import { ageOfInputs } from './as-of.js';
import { bucketsInForce } from './effective.js';
import type { Gathered, Judged } from './examined.js';
import { FindingsRun } from './findings.js';

/** Judges what was gathered; may be called again with another configuration of rules and platforms' days. */
export function judge(
  { book, reads, bills, afterSales, lists, asOfDay }: Gathered,
  config = NO_CONFIG,
): Judged {
  const looking = new FindingsRun(book, reads, config, lists);
  const buckets = bucketsOf(bucketsInForce(config).value);
  const watch: Watcher = (built) => looking.watch(built);
  const portfolio = buildPortfolio(
    book,
    ageOfInputs(reads, config),
    asOfDay,
    bills,
    watch,
    buckets,
    afterSales?.book,
  );
  return { portfolio, findings: looking.conclude(portfolio) };
}
