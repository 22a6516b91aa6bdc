// Runs the fuzzer at full size and prints a table of what was tried.
//
//   npm run fuzz                                     1,000,000 cases of all kinds
//   npm run fuzz -- --cases 100000 --seed 7          fewer, others
//   npm run fuzz -- --only damaged --seed 7 --case 3 one case
//   npm run fuzz -- --save                           failures are kept in test/fuzz/found

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { bundleProduct } from './bundle.js';
import { runCase, writtenCase } from './campaign.js';
import { KINDS, SHARES } from './kinds.js';

/** @typedef {import('./campaign.js').Failure} Failure */
/** @typedef {{ kind: string, cases: number, ms: number }} Count */
/** @typedef {{ file: string, thread: number, threads: number, state: Int32Array, seed: number, plan: Count[], single: number }} Work */

/** Milliseconds after which a case is said to hang; a whole run takes some 20. */
const HANGS_MS = 60_000;
/** Failures of one kind that are made smaller and printed; a defect fails hundreds of cases. */
const MOST_SHOWN = 5;

if (isMainThread) await lead();
else await work(/** @type {Work} */ (workerData));

async function lead() {
  const { values } = parseArgs({
    options: {
      cases: { type: 'string', default: '1000000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string', default: '' },
      case: { type: 'string', default: '-1' },
      threads: { type: 'string', default: '2' },
      save: { type: 'boolean', default: false },
    },
  });
  const only = values.only === '' ? Object.keys(SHARES) : values.only.split(',');
  const kinds = KINDS.filter(({ name }) => only.includes(name));
  if (kinds.length < only.length) throw new Error(`kinds are ${Object.keys(SHARES).join(', ')}`);
  const all = kinds.reduce((sum, { name }) => sum + Number(SHARES[name]), 0);
  const single = Number(values.case);
  const plan = kinds.map(({ name }) => ({
    ...{ kind: name, ms: 0 },
    cases: single >= 0 ? 1 : Math.ceil((Number(values.cases) * Number(SHARES[name])) / all),
  }));
  const seed = Number(values.seed);
  const threads = single >= 0 ? 1 : Number(values.threads);
  const file = await bundleProduct();
  /** @type {Failure[]} */
  const failures = [];
  const failed = new Map(plan.map(({ kind }) => [kind, 0]));
  const done = await Promise.all(
    Array.from({ length: threads }, (_, thread) => {
      const state = new Int32Array(new SharedArrayBuffer(8));
      return follow({ file, thread, threads, state, seed, plan, single }, (failure) => {
        failed.set(failure.kind, Number(failed.get(failure.kind)) + 1);
        if ('smallest' in failure) failures.push(failure);
      });
    }),
  );
  for (const failure of failures) show(failure, values.save);
  printTable(plan, done, failed, seed);
  process.exitCode = [...failed.values()].some((count) => count > 0) ? 1 : 0;
}

/**
 * Runs one thread to its end; one that stays at a case hangs.
 * @param {Work} work
 * @param {(failure: Failure) => void} onFailure
 * @returns {Promise<Count[]>}
 */
function follow(work, onFailure) {
  const worker = new Worker(new URL(import.meta.url), { workerData: work });
  return new Promise((resolve, reject) => {
    let [last, since] = ['', performance.now()];
    const watch = setInterval(() => {
      const at = `${work.plan[Number(work.state[0])]?.kind} ${work.state[1]}`;
      if (at !== last) [last, since] = [at, performance.now()];
      else if (performance.now() - since > HANGS_MS) {
        void worker.terminate();
        reject(new Error(`hangs: case ${at} of seed ${work.seed}`));
      }
      if (work.thread === 0) process.stderr.write(`\r${at.padEnd(30)}`);
    }, 1000);
    worker.on('message', (/** @type {{ failure?: Failure, done?: Count[] }} */ message) => {
      if (message.failure) onFailure(message.failure);
      if (message.done) resolve(message.done);
    });
    worker.on('error', reject);
    worker.on('exit', () => clearInterval(watch));
  });
}

/** @param {Work} work */
async function work({ file, thread, threads, state, seed, plan, single }) {
  const product = await import(file);
  const done = [];
  for (const [i, { kind: name, cases }] of plan.entries()) {
    const kind = KINDS.find((one) => one.name === name);
    if (kind === undefined) throw new Error(name);
    state[0] = i;
    const start = performance.now();
    let [count, failures] = [0, 0];
    for (let n = thread; n < cases; n += threads, count++) {
      state[1] = single >= 0 ? single : n;
      const failure = await runCase(product, kind, seed, Number(state[1]), failures < MOST_SHOWN);
      if (failure === null) continue;
      failures++;
      const smallest = failure.smallest && writtenCase(failure.smallest);
      parentPort?.postMessage({ failure: { ...failure, ...(smallest && { smallest }) } });
    }
    done.push({ kind: name, cases: count, ms: performance.now() - start });
  }
  parentPort?.postMessage({ done });
}

/** @param {Failure} failure @param {boolean} save */
function show(failure, save) {
  const text = JSON.stringify(failure, null, 2);
  console.log(text);
  if (!save) return;
  const name = `${failure.kind}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}.json`;
  writeFileSync(new URL(`./found/${name}`, import.meta.url), `${text}\n`);
}

/** @param {Count[]} plan @param {Count[][]} done @param {Map<string, number>} failed @param {number} seed */
function printTable(plan, done, failed, seed) {
  const line = (/** @type {(string | number)[]} */ cells) =>
    console.log(
      cells.map((cell, i) => (i === 0 ? String(cell).padEnd(12) : String(cell).padStart(11))).join(''),
    );
  line(['\nkind', 'cases', 'failures', 'cases/s', 'seed']);
  let [all, allFailed, most] = [0, 0, 0];
  for (const [i, { kind }] of plan.entries()) {
    const parts = done.map((counts) => counts[i] ?? { cases: 0, ms: 0 });
    const cases = parts.reduce((sum, part) => sum + part.cases, 0);
    const ms = Math.max(...parts.map((part) => part.ms));
    line([kind, cases, Number(failed.get(kind)), Math.round(cases / (ms / 1000)), seed]);
    [all, allFailed, most] = [all + cases, allFailed + Number(failed.get(kind)), most + ms];
  }
  line(['all', all, allFailed, Math.round(all / (most / 1000)), seed]);
}
