// Audits a generated shop and scores the clusters: the same for the command and for the tests.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countFindings } from './budget.js';
import { scoreClusters } from './score.js';
import { writeShop } from './shop.js';

/** @typedef {import('./shop.js').ShopOptions} ShopOptions */
/** @typedef {import('./score.js').Score} Score */
/** @typedef {(options: import('../../src/library.js').AuditOptions) => Promise<Pick<import('../../src/library.js').AuditOutcome, 'report'>>} Audit */
/** @typedef {import('./budget.js').Budget} Budget */
/** @typedef {{ score: Score, budget: Budget, report: import('../../src/library.js').Report }} Scored */

/**
 * @param {Audit} audit
 * @param {ShopOptions} options
 * @param {string} [config] path of a configuration, absolute
 * @returns {Promise<Scored>}
 */
export async function scoreShop(audit, options, config) {
  const folder = mkdtempSync(join(tmpdir(), 'bnpl-audit-eval-'));
  try {
    const { names, truth } = writeShop(options, folder);
    const bills = names.bill === null ? {} : { bills: names.bill };
    const { report } = await audit({ orders: names.orders, ...bills, folder, config: config ?? null });
    const score = scoreClusters(truth, report.clusters, names.bill !== null);
    return { score, budget: countFindings(report.findings, truth.payLater), report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
