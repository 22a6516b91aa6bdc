// Audits a generated shop and scores the clusters: the same for the command and for the tests.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countFindings } from './budget.js';
import { scoreClusters } from './score.js';
import { writeShop } from './shop.js';
import { scoreTypologies } from './typologies.js';
import { OWN_TAGS } from './typology-cases.js';

/** @typedef {import('./shop.js').ShopOptions} ShopOptions */
/** @typedef {import('./score.js').Score} Score */
/** @typedef {(options: import('../../src/library.js').AuditOptions) => Promise<Pick<import('../../src/library.js').AuditOutcome, 'report'>>} Audit */
/** @typedef {import('./budget.js').Budget} Budget */
/** @typedef {import('./typologies.js').TypologyScore} TypologyScore */
/** @typedef {{ score: Score, budget: Budget, typologies: TypologyScore, report: import('../../src/library.js').Report }} Scored */

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
    // A shop with cases has the list of its own tags.
    const chosen = config ?? (options.cases === true ? writeTags(folder) : null);
    const { report } = await audit({ orders: names.orders, ...bills, folder, config: chosen });
    const score = scoreClusters(truth, report.clusters, names.bill !== null);
    const typologies = scoreTypologies(truth, report.findings);
    return { score, budget: countFindings(report.findings, truth.payLater), typologies, report };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} folder @returns {string} path of a configuration with the shop's own tags */
function writeTags(folder) {
  const path = join(folder, 'tags.json');
  writeFileSync(path, JSON.stringify({ lists: { tags: OWN_TAGS } }));
  return path;
}
