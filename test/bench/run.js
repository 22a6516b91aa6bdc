// Measures the whole command on a large export: wall time and peak memory, beside a plain copy of the file.
//
//   npm run bench                           1,000,000 records, three runs
//   npm run bench -- --rows 100000 --runs 5
//   npm run bench -- --baseline             also the same job by csv-parse and csv-stringify (slow)

import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { writeBenchBill } from './make-bill.js';
import { writeBenchOrders } from './make-orders.js';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    runs: { type: 'string', default: '3' },
    baseline: { type: 'boolean', default: false },
    keep: { type: 'boolean', default: false },
  },
});
const rows = Number(values.rows);
const runs = Number(values.runs);
const folder = join(tmpdir(), 'bnpl-audit-bench');
const input = join(folder, `orders_${rows}.csv`);
const bill = join(folder, `pdd-mall-bill-detail(1)_2026-07-20-10-09-55_${rows}.csv`);
/** Orders have about two bill rows each: half of them make a bill of as many rows as the export has records. */
const billed = Math.round(rows * 0.52);
const copy = join(folder, 'copy.csv');
const command = fileURLToPath(new URL('../../bin/bnpl-audit.js', import.meta.url));
const baseline = fileURLToPath(new URL('./baseline.js', import.meta.url));

// Loaded into the measured process: its own account of its peak memory, in KiB, on its last line of stderr.
const account = `data:text/javascript,${encodeURIComponent(
  "process.on('exit',()=>process.stderr.write('peak '+process.resourceUsage().maxRSS+'\\n'))",
)}`;

/**
 * @param {string} name
 * @param {readonly string[]} words
 */
function measure(name, words) {
  /** @type {{ seconds: number, mebibytes: number }[]} */
  const seen = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const done = spawnSync(process.execPath, ['--import', account, ...words], { encoding: 'utf8' });
    const seconds = (performance.now() - start) / 1000;
    if (done.status !== 0) throw new Error(`${name} ended with ${done.status}: ${done.stderr}`);
    seen.push({ seconds, mebibytes: Number(/peak (\d+)/.exec(done.stderr)?.[1]) / 1024 });
  }
  seen.sort((a, b) => a.seconds - b.seconds);
  const median = seen[Math.floor(runs / 2)];
  const peak = Math.max(...seen.map((s) => s.mebibytes));
  const range = `${seen[0]?.seconds.toFixed(2)} to ${seen.at(-1)?.seconds.toFixed(2)}`;
  console.log(`${name.padEnd(34)} ${median?.seconds.toFixed(2)} s (${range})   peak ${peak.toFixed(0)} MiB`);
}

mkdirSync(folder, { recursive: true });
if (!existsSync(input)) writeBenchOrders(input, rows);
if (!existsSync(bill)) writeBenchBill(bill, billed);
console.log(
  `${rows} records, ${(statSync(input).size / 1e6).toFixed(0)} MB, ${runs} runs each, median (range)`,
);
measure('copy of the file', [
  '-e',
  `fs.writeFileSync('${copy}', ''); fs.copyFileSync('${input}', '${copy}')`,
]);
measure('bnpl-audit, no copy', [command, input, '--no-output', '--quiet']);
measure('bnpl-audit', [command, input, '-o', copy, '--force', '--quiet']);
measure('bnpl-audit with a bill', [command, input, '--bills', bill, '-o', copy, '--force', '--quiet']);
if (values.baseline) measure('csv-parse and csv-stringify', [baseline, input, copy]);
if (!values.keep) rmSync(folder, { recursive: true, force: true });
