// A second thread that cannot be started, dies, fails or hangs midway: the outputs are those of a run without it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TransferListItem, Worker } from 'node:worker_threads';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Threads, ThreadTasks } from '../../src/steps/recipient-helper.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const cwd = folder();
const OUTPUTS = ['o.audited.csv', 'r.json'];
const ARGS = ['o.csv', '--json', 'r.json', '--quiet'];
const HEADER = 'order_id,status,pay_later,buyer_paid,收货人,手机,省,市,区,详细地址';
/** So many records fill more batches than there is room for: whoever waits for the thread waits here. */
const RECORDS = 45_000;
const THREAD = new URL('../../dist/steps/recipient-thread.js', import.meta.url);

let alone: Buffer[] = [];
const outputs = () => OUTPUTS.map((name) => readFileSync(join(cwd, name)));

beforeAll(async () => {
  const rows = Array.from({ length: RECORDS }, (_, i) => {
    const person = `${'赵钱孙李周吴'[i % 6]!}${i % 50},199${10_000_000 + (i % 700)}`;
    return `A${1_000_000 + i},shipped,${i % 9 ? 'no' : 'yes'},100.00,${person},浙江省,杭州市,西湖区,青禾路${i % 900}号3-2-401`;
  });
  writeFileSync(join(cwd, 'o.csv'), `${[HEADER, ...rows].join('\n')}\n`);
  expect((await runHere(ARGS, { cwd })).code).toBe(0);
  alone = outputs();
});

/** A thread that takes so many batches and then does this. */
const behind = (batches: number, then: string) => `
  const { workerData: { memory: { state } } } = require('node:worker_threads');
  for (let n = 1; n <= ${batches}; n++) {
    while (Atomics.load(state, 0) < n * 2) Atomics.wait(state, 0, Atomics.load(state, 0), 50);
    Atomics.store(state, 1, n);
    Atomics.notify(state, 1);
  }
  ${then}`;

/** What the thread for recipients is given. */
type Started = [ThreadTasks['recipient'], TransferListItem[]];
type Start = (...task: Started) => () => void;

describe('a second thread that', () => {
  const starting =
    (make: (...task: Started) => Worker): Start =>
    (...task) => {
      const thread = make(...task);
      thread.on('error', () => {});
      return () => void thread.terminate();
    };
  const evil = (code: string) =>
    starting((workerData, transferList) => new Worker(code, { eval: true, workerData, transferList }));

  it.each<[string, Start]>([
    [
      'does its work',
      starting((workerData, transferList) => new Worker(THREAD, { workerData, transferList })),
    ],
    [
      'has no file',
      starting(
        (workerData, transferList) => new Worker(new URL('./none.js', THREAD), { workerData, transferList }),
      ),
    ],
    ['ends at once', evil('')],
    ['ends after three batches', evil(behind(3, 'process.exit(1)'))],
    ['hangs after three batches', evil(behind(3, 'Atomics.wait(state, 2, 0)'))],
    ['takes all and says nothing', evil(behind(99, ''))],
    [
      'says that it failed after three batches',
      evil(behind(3, 'Atomics.store(state, 2, 2); Atomics.add(state, 1, 1); Atomics.notify(state, 1);')),
    ],
    [
      'is killed from outside',
      starting((workerData, transferList) => {
        const thread = new Worker(THREAD, { workerData, transferList });
        void thread.terminate();
        return thread;
      }),
    ],
  ])('%s', async (title, start) => {
    let started = 0;
    const isSound = title === 'does its work';
    const threads: Threads = {
      fromBytes: 0,
      patienceMs: isSound ? 60_000 : 200,
      start(name, task, passed) {
        // Copies are written here: what becomes of their thread is another matter.
        if (name !== 'recipient') throw new Error('no such thread');
        started++;
        return start(task as ThreadTasks['recipient'], passed);
      },
    };
    const { code, stderr } = await runHere(ARGS, { cwd, threads });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(started).toBe(1);
    for (const [i, bytes] of outputs().entries()) expect(bytes.equals(alone[i]!), OUTPUTS[i]).toBe(true);
  });
});
