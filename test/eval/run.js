// `npm run eval`: plants rings among decoys in shops of both platforms and prints what the clusters make of them.
//
//   npm run eval                                  ten seeds of 5,000 orders, plain and masked, with and without a bill
//   npm run eval -- --orders 100000 --seeds 2 --platform kuaishou
//   npm run eval -- --masked                      masked files only
//   npm run eval -- --json                        every seed's counts, for machines
//   npm run eval -- --thresholds                  how the figures change when each threshold is halved and doubled

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { AuditError, audit } from '../../dist/library.js';
import { scoreShop } from './audited.js';
import { missedBudget } from './budget.js';
import { missedFloors } from './floors.js';
import { addScores } from './score.js';
import { budgetTable, scoreTables, thresholdTable, typologyTable } from './tables.js';
import { changesOf, sharedChangesOf, thresholdsOf } from './thresholds.js';
import { missedTypologies } from './typologies.js';

/** @typedef {import('./score.js').Score} Score */
/** @typedef {{ platform: 'pinduoduo' | 'kuaishou', masked: boolean, bill: boolean }} Condition */

const { values: wishes } = parseArgs({
  options: {
    orders: { type: 'string', default: '5000' },
    seeds: { type: 'string', default: '10' },
    platform: { type: 'string' },
    masked: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    thresholds: { type: 'boolean', default: false },
  },
});
const orders = Number(wishes.orders);
const seeds = Array.from({ length: Number(wishes.seeds) }, (_, at) => at + 1);
const platforms = /** @type {const} */ (['pinduoduo', 'kuaishou']).filter(
  (name) => (wishes.platform ?? name) === name,
);
if (!(orders >= 1000) || seeds.length === 0 || platforms.length === 0) {
  throw new Error('usage: --orders 1000 or more, --seeds 1 or more, --platform pinduoduo or kuaishou');
}

process.exitCode = wishes.thresholds ? await runThresholds() : await runConditions();

/** @param {Condition} condition @param {string} [config] @returns {Promise<Score[]>} one a seed */
async function scoresOf(condition, config) {
  const scores = [];
  for (const seed of seeds) {
    scores.push((await scoreShop(audit, { seed, orders, ...condition }, config)).score);
  }
  return scores;
}

async function runConditions() {
  const conditions = platforms.flatMap((platform) =>
    (wishes.masked ? [true] : [false, true]).flatMap((masked) =>
      [true, false].map((bill) => ({ platform, masked, bill })),
    ),
  );
  const results = [];
  let isBelow = false;
  for (const condition of conditions) {
    const scores = await scoresOf(condition);
    const missed = missedFloors(addScores(scores), condition.masked);
    isBelow ||= missed.length > 0;
    results.push({ ...condition, scores, missed });
    if (wishes.json) continue;
    const { platform, masked, bill } = condition;
    const kind = `${masked ? 'masked' : 'plain'}, ${bill ? 'with' : 'without'} a bill`;
    console.log(`\n== ${platform}, ${kind}: ${seeds.length} shops of ${orders} orders`);
    console.log(scoreTables(scores).join('\n'));
    for (const miss of missed) console.log(`BELOW: ${miss}`);
  }
  const background = wishes.masked ? [] : await runBackground();
  const typologies = wishes.masked ? [] : await runTypologies();
  isBelow ||= typologies.some(({ missed }) => missed.length > 0);
  isBelow ||= background.some(({ missed }) => missed.length > 0);
  if (wishes.json) console.log(JSON.stringify({ orders, seeds, results, background, typologies }));
  return isBelow ? 1 : 0;
}

/** Shops without a ring: what is flagged there is flagged of nothing. The budget is one of files with a bill. */
async function runBackground() {
  const results = [];
  for (const platform of platforms) {
    for (const bill of [true, false]) {
      const budgets = [];
      for (const seed of seeds) {
        const options = { seed, orders, platform, bill, ringKinds: [] };
        budgets.push((await scoreShop(audit, options)).budget);
      }
      const sum = addScores(budgets);
      const missed = bill ? missedBudget(sum) : [];
      results.push({ platform, bill, budgets, missed });
      if (wishes.json) continue;
      console.log(`\n== ${platform}, nothing planted, ${bill ? 'with' : 'without'} a bill`);
      console.log(budgetTable(sum).join('\n'));
      for (const miss of missed) console.log(`ABOVE: ${miss}`);
    }
  }
  return results;
}

/** Shops with cases of every typology and a bill: without one nothing is proven not to have come in. */
async function runTypologies() {
  const results = [];
  for (const platform of platforms) {
    const scores = [];
    for (const seed of seeds) {
      const options = { seed, orders, platform, ringKinds: [], cases: true };
      scores.push((await scoreShop(audit, options)).typologies);
    }
    const sum = addScores(scores);
    const missed = missedTypologies(sum);
    results.push({ platform, scores, missed });
    if (wishes.json) continue;
    console.log(`\n== ${platform}, cases of the typologies, with a bill`);
    console.log(typologyTable(sum).join('\n'));
    for (const miss of missed) console.log(`BELOW: ${miss}`);
  }
  return results;
}

async function runThresholds() {
  const program = fileURLToPath(new URL('../../bin/bnpl-audit.js', import.meta.url));
  const listing = spawnSync(process.execPath, [program, 'rules', '--lang', 'en', '--no-config'], {
    encoding: 'utf8',
  });
  const folder = mkdtempSync(join(tmpdir(), 'bnpl-audit-thresholds-'));
  const path = join(folder, 'changed.json');
  try {
    for (const platform of platforms) {
      const condition = { platform, masked: wishes.masked, bill: true };
      const lines = [
        { name: 'as it is', score: /** @type {Score | null} */ (addScores(await scoresOf(condition))) },
      ];
      /** @type {Set<string>} */
      const done = new Set();
      for (const threshold of thresholdsOf(listing.stdout)) {
        for (const [at, own] of changesOf(threshold).entries()) {
          const score = await changed(condition, own);
          if (score !== null) lines.push({ name: own.name, score });
          if (score !== null) continue;
          // Out of range, or a limit that rules share: that one has its key in a section of its own.
          const shared = sharedChangesOf(threshold)[at] ?? own;
          if (done.has(shared.name)) continue;
          done.add(shared.name);
          const sharedScore = await changed(condition, shared);
          lines.push({ name: sharedScore === null ? own.name : shared.name, score: sharedScore });
        }
      }
      console.log(`\n== ${platform}: ${seeds.length} shops of ${orders} orders, with a bill`);
      console.log(thresholdTable(lines).join('\n'));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return 0;

  /** @param {Condition} condition @param {import('./thresholds.js').Change} change */
  async function changed(condition, { config }) {
    writeFileSync(path, config);
    try {
      return addScores(await scoresOf(condition, path));
    } catch (error) {
      if (error instanceof AuditError) return null;
      throw error;
    }
  }
}
