// From what was read to findings: every order judged, and shown to the rules, under one configuration.

import type { Config } from '../config/config.js';
import { buildPortfolio } from '../portfolio/portfolio.js';
import { ageOfInputs } from './as-of.js';
import type { Gathered, Judged } from './examined.js';
import { FindingsRun } from './findings.js';

/** Judges what was gathered; may be called again with another configuration of rules and platforms' days. */
export function judge({ book, reads, bills, asOfDay }: Gathered, config?: Config): Judged {
  const looking = new FindingsRun(book, reads, config);
  const portfolio = buildPortfolio(book, ageOfInputs(reads, config), asOfDay, bills, (built) =>
    looking.watch(built),
  );
  return { portfolio, findings: looking.conclude(portfolio) };
}
