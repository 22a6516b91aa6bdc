// `npm run pollute`: damages clean order exports in every way and prints what the audit makes of them, kind by kind.
//
// --seed N, --platform, --encoding, --kind and --every N narrow the run, --wide takes every column of the templates;
// the id of a case, as it is listed, runs that one alone and prints what was told.

import { argv } from 'node:process';
import { parseArgs } from 'node:util';
import { audit } from '../../dist/library.js';
import { makeBase } from './orders-base.js';
import { cleanFalseAlarms } from './orders-clean.js';
import { render } from './orders-file.js';
import { judge } from './orders-oracle.js';
import {
  ENCODINGS,
  isBelow,
  learnTruth,
  makeReader,
  noFigures,
  ORDER_KINDS,
  PLATFORMS,
  runCase,
} from './orders-run.js';

const { values: wishes, positionals } = parseArgs({
  args: argv.slice(2),
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    platform: { type: 'string' },
    encoding: { type: 'string' },
    kind: { type: 'string' },
    every: { type: 'string', default: '1' },
    misses: { type: 'string', default: '3' },
    wide: { type: 'boolean', default: false },
  },
});

/** @param {number} part @param {number} all */
const share = (part, all) => (all === 0 ? '-' : `${((100 * part) / all).toFixed(2)} %`);

const { read, done } = makeReader(audit);
try {
  process.exitCode = positionals.length > 0 ? await runOne(positionals[0] ?? '') : await runAll();
} finally {
  done();
}

async function runAll() {
  const table = ORDER_KINDS.map(({ name }) => noFigures(name));
  for (const platform of PLATFORMS.filter((name) => (wishes.platform ?? name) === name)) {
    const base = makeBase(platform, Number(wishes.seed), { wide: wishes.wide });
    const truth = await learnTruth(base, read);
    for (const encoding of ENCODINGS.filter((name) => (wishes.encoding ?? name) === name)) {
      for (const [k, kind] of ORDER_KINDS.entries()) {
        if ((wishes.kind ?? kind.name) !== kind.name) continue;
        const figures = table[k] ?? noFigures(kind.name);
        let n = 0;
        for (const polluted of kind.cases(base, encoding)) {
          if (n++ % Number(wishes.every) === 0)
            await runCase({ base, truth, encoding, read }, polluted, figures);
        }
      }
    }
  }
  const ran = table.filter(({ cases }) => cases > 0);
  console.log(
    ['kind'.padEnd(26), ' cases', '    right', '    told', '  alarms', 'false', 'wrong but told'].join(' '),
  );
  for (const figures of ran) {
    const { kind, cases, right, told, alarms, falseAlarms, toldOnly } = figures;
    const cells = [
      share(right, cases).padStart(9),
      share(told, alarms).padStart(9),
      String(alarms).padStart(7),
    ];
    const counts = [String(falseAlarms).padStart(5), String(toldOnly).padStart(6)];
    console.log(
      kind.padEnd(26),
      String(cases).padStart(6),
      ...cells,
      ...counts,
      isBelow(figures) ? ' BELOW' : '',
    );
    for (const miss of figures.misses.slice(0, Number(wishes.misses))) console.log(`    ${miss}`);
  }
  const cases = ran.reduce((sum, { cases }) => sum + cases, 0);
  const clean = wishes.kind === undefined ? await cleanFalseAlarms(read, 20) : { files: 0, alarms: [] };
  console.log(`${cases} damaged files; ${clean.alarms.length} false alarms on ${clean.files} clean ones`);
  for (const alarm of clean.alarms.slice(0, Number(wishes.misses))) console.log(`    ${alarm}`);
  return ran.some(isBelow) || clean.alarms.length > 0 ? 1 : 0;
}

/** @param {string} id */
async function runOne(id) {
  const [platform, seed, encoding, name, ...rest] = id.split('/');
  const base = makeBase(platform === 'kuaishou' ? 'kuaishou' : 'pinduoduo', Number(seed), {
    wide: wishes.wide,
  });
  const kind = ORDER_KINDS.find((other) => other.name === name);
  const coding = ENCODINGS.find((other) => other === encoding);
  if (kind === undefined || coding === undefined) throw new Error(`no such case: ${id}`);
  for (const polluted of kind.cases(base, coding)) {
    if (polluted.id !== rest.join('/')) continue;
    const { bytes, lines } = render(polluted, coding);
    const outcome = await read(base, bytes);
    const verdict = judge(base, await learnTruth(base, read), polluted, lines, bytes, coding, outcome);
    const { must, alarm, stop = 'never' } = polluted;
    console.log({ must, alarm, stop, ...verdict, error: outcome.error, problems: outcome.report.problems });
    console.log(
      lines
        .filter(({ damaged }) => damaged)
        .map(({ start, end, row }) => `row ${row}: ${bytes.subarray(start, end)}`)
        .join('\n'),
    );
    return verdict.why === '' ? 0 : 1;
  }
  throw new Error(`no such case: ${id}`);
}
