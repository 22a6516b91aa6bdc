// Damages the bills of invented shops in every way that is known, and prints how often the audit notices.
//
//   npm run pollute:bills                   every kind, 10 shops a platform
//   npm run pollute:bills -- --shops 3      fewer
//   npm run pollute:bills -- --kind foot    kinds whose name holds that word
//   npm run pollute:bills -- --seed 17 --verbose

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { audit } from '../../dist/library.js';
import { isMissed, pollute, tableOf } from './bill-pollution.js';

const { values } = parseArgs({
  options: {
    shops: { type: 'string', default: '10' },
    rows: { type: 'string', default: '1500' },
    seed: { type: 'string', default: '100' },
    kind: { type: 'string', default: '' },
    verbose: { type: 'boolean', default: false },
  },
});
const folder = mkdtempSync(join(tmpdir(), 'bnpl-audit-pollute-'));
try {
  const first = Number(values.seed);
  const result = await pollute(audit, folder, {
    seeds: Array.from({ length: Number(values.shops) }, (_, i) => first + i),
    rows: Number(values.rows),
    only: values.kind,
    ...(values.verbose ? { tell: (/** @type {string} */ line) => console.log(line) } : {}),
  });
  console.log(tableOf(result));
  if (isMissed(result)) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
