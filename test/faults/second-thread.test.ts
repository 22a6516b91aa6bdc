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
const OUTPUTS = ['o.audited.csv', 'p.audited.csv', 'r.json'];
const ARGS = ['o.csv', 'p.csv', '--json', 'r.json', '--quiet'];
const HEADER = 'order_id,status,pay_later,buyer_paid,收货人,手机,省,市,区,详细地址';
/** So many records fill more batches than there is room for: whoever waits for the thread waits here. */
const RECORDS = 45_000;
const THREADS = {
  recipient: new URL('../../dist/steps/recipient-thread.js', import.meta.url),
  scan: new URL('../../dist/steps/scan-thread.js', import.meta.url),
};

let alone: Buffer[] = [];
const outputs = () => OUTPUTS.map((name) => readFileSync(join(cwd, name)));

beforeAll(async () => {
  const rows = Array.from({ length: RECORDS }, (_, i) => {
    const person = `${'赵钱孙李周吴'[i % 6]!}${i % 50},199${10_000_000 + (i % 700)}`;
    return `A${1_000_000 + i},shipped,${i % 9 ? 'no' : 'yes'},100.00,${person},浙江省,杭州市,西湖区,青禾路${i % 900}号3-2-401`;
  });
  const half = rows.splice(RECORDS / 2);
  writeFileSync(join(cwd, 'o.csv'), `${[HEADER, ...rows].join('\n')}\n`);
  writeFileSync(join(cwd, 'p.csv'), `${[HEADER, ...half].join('\n')}\n`);
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

type Start<Name extends keyof ThreadTasks> = (
  task: ThreadTasks[Name],
  passed: TransferListItem[],
) => () => void;

const starting =
  <Name extends keyof ThreadTasks>(make: (...task: Parameters<Start<Name>>) => Worker): Start<Name> =>
  (...task) => {
    const thread = make(...task);
    thread.on('error', () => {});
    return () => void thread.terminate();
  };
const evil = (code: string) =>
  starting((workerData, transferList) => new Worker(code, { eval: true, workerData, transferList }));
const running = (url: URL) =>
  starting((workerData, transferList) => new Worker(url, { workerData, transferList }));
const killed = (url: URL) =>
  starting((workerData, transferList) => {
    const thread = new Worker(url, { workerData, transferList });
    void thread.terminate();
    return thread;
  });

/** Runs with threads of this kind only: what becomes of the others is another matter. */
async function runWith<Name extends keyof ThreadTasks>(kind: Name, start: Start<Name>, isSound: boolean) {
  let started = 0;
  const threads: Threads = {
    fromBytes: 0,
    atOnce: 2,
    patienceMs: isSound ? 60_000 : 200,
    start(name, task, passed) {
      if (name !== (kind as string)) throw new Error('no such thread');
      started++;
      return start(task as unknown as ThreadTasks[Name], passed);
    },
  };
  const { code, stderr } = await runHere(ARGS, { cwd, threads });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(started).toBe(1);
  for (const [i, bytes] of outputs().entries()) expect(bytes.equals(alone[i]!), OUTPUTS[i]).toBe(true);
}

describe('a thread for recipients that', () => {
  it.each<[string, Start<'recipient'>]>([
    ['does its work', running(THREADS.recipient)],
    ['has no file', running(new URL('./none.js', THREADS.recipient))],
    ['ends at once', evil('')],
    ['ends after three batches', evil(behind(3, 'process.exit(1)'))],
    ['hangs after three batches', evil(behind(3, 'Atomics.wait(state, 2, 0)'))],
    ['takes all and says nothing', evil(behind(99, ''))],
    [
      'says that it failed after three batches',
      evil(behind(3, 'Atomics.store(state, 2, 2); Atomics.add(state, 1, 1); Atomics.notify(state, 1);')),
    ],
    ['is killed from outside', killed(THREADS.recipient)],
  ])('%s', async (title, start) => {
    await runWith('recipient', start, title === 'does its work');
  });
});

describe('a thread for records that', () => {
  const failing = 'Atomics.store(state, 2, 2); Atomics.store(state, 0, 1); Atomics.notify(state, 0);';
  const state = "const { workerData: { memory: { state } } } = require('node:worker_threads');";
  it.each<[string, Start<'scan'>]>([
    ['does its work', running(THREADS.scan)],
    ['has no file', running(new URL('./none.js', THREADS.scan))],
    ['ends at once', evil('')],
    ['hangs', evil(`${state} Atomics.wait(state, 2, 0)`)],
    ['says that it failed', evil(`${state} ${failing}`)],
    ['is killed from outside', killed(THREADS.scan)],
    [
      'cannot read the second file',
      (task, passed) => {
        const [first, second] = task.sources;
        const sources = [first!, { ...second!, file: { ...second!.file, fd: 100_000 } }];
        return running(THREADS.scan)({ ...task, sources } as never, passed);
      },
    ],
  ])('%s', async (title, start) => {
    await runWith('scan', start, title === 'does its work');
  });
});
