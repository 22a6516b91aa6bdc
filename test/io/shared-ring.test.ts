// The ring of batches: all of them arrive once and in order, and nobody waits for a side that is gone.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { beforeAll, describe, expect, it } from 'vitest';
import { RingEmptier, RingFiller, ringMemory } from '../../src/io/shared-ring.js';
import { ROOT } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** The ring as a module that a thread of its own can load. */
let compiled = '';
beforeAll(async () => {
  const file = join(folder(), 'ring.mjs');
  const bundle = await rolldown({ input: join(ROOT, 'src/io/shared-ring.ts') });
  await bundle.write({ file, format: 'esm' });
  compiled = pathToFileURL(file).href;
});

/** A thread that empties the ring and writes the sum of each batch behind the one before. */
const summing = () => `
  const { workerData } = require('node:worker_threads');
  import('${compiled}').then(({ RingEmptier }) => {
    const { memory, sums, failAt } = workerData;
    const ring = new RingEmptier(memory);
    let at = 0;
    let isDone = false;
    try {
      for (let batch = ring.next(); batch !== null; batch = ring.next()) {
        if (at === failAt) throw new Error('this side fails');
        sums[at++] = batch.numbers[0] + batch.bytes[0];
      }
      isDone = true;
    } catch {
      // The other side is told below.
    }
    ring.finish(isDone);
  });`;

function filled(batches: number, failAt = -1) {
  const memory = ringMemory(8, 8);
  const sums = new Int32Array(new SharedArrayBuffer(4 * batches));
  const thread = new Worker(summing(), { eval: true, workerData: { memory, sums, failAt } });
  const ring = new RingFiller(memory, 60_000);
  for (let i = 0; i < batches; i++) {
    ring.bytes[0] = 1;
    ring.numbers[0] = i;
    ring.pass();
  }
  ring.end();
  return { thread, isSettled: ring.settle(), isLost: ring.isLost, sums: [...sums] };
}

describe('a ring between two threads', () => {
  it('brings every batch once and in order, however many there are', async () => {
    for (const batches of [0, 1, 3, 4, 5, 1000]) {
      const { thread, isSettled, sums } = filled(batches);
      expect(isSettled).toBe(true);
      expect(sums).toEqual(Array.from({ length: batches }, (_, i) => i + 1));
      await thread.terminate();
    }
  });

  it('is lost when the other side fails, and waits for nothing then', async () => {
    const { thread, isSettled, isLost } = filled(1000, 20);
    expect([isSettled, isLost]).toEqual([false, true]);
    await thread.terminate();
  });
});

describe('a ring without another thread', () => {
  it('is lost when nobody takes a batch in time', () => {
    const ring = new RingFiller(ringMemory(8, 8), 1);
    for (let i = 0; i < 20; i++) ring.pass();
    expect(ring.isLost).toBe(true);
    ring.end();
    expect(ring.settle()).toBe(false);
  });

  it('keeps batches until they are taken', () => {
    const memory = ringMemory(8, 8);
    const [filler, emptier] = [new RingFiller(memory, 1), new RingEmptier(memory)];
    for (let i = 0; i < 3; i++) {
      filler.numbers[0] = i;
      filler.pass();
    }
    filler.end();
    const seen: number[] = [];
    for (let batch = emptier.next(); batch !== null; batch = emptier.next()) seen.push(batch.numbers[0]!);
    emptier.finish(true);
    expect(seen).toEqual([0, 1, 2]);
    expect(filler.settle()).toBe(true);
  });
});
