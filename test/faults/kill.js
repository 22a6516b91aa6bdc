// The kill loop at full size: a table of what became of every kill; exit code 1 when anything was torn or left behind.
//
//   npm run faults:kill                                  200 kills by each of three signals, a file beyond 32 MiB
//   npm run faults:kill -- --signal SIGINT --kills 50 --records 20000 --seed 7

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { killLoop, SIGNALS } from './kill-loop.js';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    records: { type: 'string', default: '90000' },
    seed: { type: 'string', default: '1' },
    signal: { type: 'string', multiple: true, default: [] },
  },
});
const [kills, records, seed] = [values.kills, values.records, values.seed].map(Number);
const wanted = SIGNALS.filter((signal) => values.signal.length === 0 || values.signal.includes(signal));
const folder = mkdtempSync(join(tmpdir(), 'bnpl-audit-kill-'));
try {
  console.log(`${kills} kills by each of ${wanted.join(', ')}; ${records} records; seed ${seed}`);
  const { tallies, failures } = await killLoop(folder, {
    records: records ?? 0,
    kills: kills ?? 0,
    signals: wanted,
    seed: seed ?? 0,
  });
  console.table(Object.fromEntries(wanted.map((signal) => [signal, tallies[signal]])));
  for (const failure of failures) console.log(failure);
  console.log(`${failures.length} failures`);
  if (failures.length > 0) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
