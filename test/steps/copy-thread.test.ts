// Copies written by a second thread: the very same bytes as without one, and what stops it told as it is without one.
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/audit.js';
import { type FilePort, realPort } from '../../src/io/port.js';
import { RingEmptier, RingFiller } from '../../src/io/shared-ring.js';
import { CellSender, cellMemory, writeCopy } from '../../src/steps/copy-batches.js';
import type { Threads } from '../../src/steps/recipient-helper.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const HEADER = '订单号,订单状态,是否先用后付,用户实付金额(元),商家实收金额(元),订单成交时间,商家备注';

/** An export with all kinds of records; some of them longer than a piece of the copy. */
function exportOf(records: number): string {
  const rows = Array.from({ length: records }, (_, i) => {
    const note = i === 5 ? '长'.repeat(300_000) : i % 7 === 0 ? '"放门口, ""谢谢"""' : '';
    const amount = i % 50 === 3 ? '很多' : `${10 + (i % 90)}.50`;
    return `260601-${100_000_000_000_000 + i},已收货,${i % 3 === 0 ? '否' : '是'},${amount},${amount},2026-06-01 09:00:00,${note}`;
  });
  return `${[HEADER, ...rows.slice(0, 40), '', ...rows.slice(40), '合计,,,,,,'].join('\r\n')}\r\n`;
}

/** Audits a file and gives what was written. */
async function copyOf(bytes: Uint8Array, threads?: Threads, port: FilePort = realPort()): Promise<Buffer> {
  const cwd = folder();
  writeFileSync(join(cwd, 'a.csv'), bytes);
  const place = {
    port,
    folder: cwd,
    spool: () => {
      throw new Error('no standard input here');
    },
    stdout: async () => {},
    ...(threads === undefined ? {} : { threads }),
  };
  try {
    await audit(place, { orders: ['a.csv'], asOfDay: 20_650 });
  } catch (error) {
    expect(readdirSync(cwd)).toEqual(['a.csv']);
    throw error;
  }
  return readFileSync(join(cwd, 'a.audited.csv'));
}

const started: string[] = [];
let told = 0;
const threads: Threads = {
  fromBytes: 0,
  atOnce: 1,
  patienceMs: 60_000,
  start(name, workerData, transferList) {
    const url = new URL(`../../dist/steps/${name}-thread.js`, import.meta.url);
    const thread = new Worker(url, { workerData, transferList });
    started.push(name);
    return () => void thread.terminate();
  },
  moved: (bytes) => {
    told += bytes;
  },
};
/** As these, but for the thread that writes copies. */
const withCopy = (
  start: (memory: Parameters<typeof onlyRing>[0]) => () => void,
  patienceMs = 1,
): Threads => ({
  ...threads,
  atOnce: 1,
  patienceMs,
  start(name, task, passed) {
    return name === 'copy' ? start(task.memory) : threads.start(name, task, passed);
  },
});
const onlyRing = (memory: ReturnType<typeof cellMemory>, isDone: boolean): (() => void) => {
  new RingEmptier(memory).finish(isDone);
  return () => {};
};

describe('a copy written by a second thread', () => {
  it.each(['utf-8', 'gb18030', 'utf-16le'])('is the one written without it, in %s', async (encoding) => {
    // More than the ring holds.
    const mark = encoding === 'utf-16le';
    const bytes = iconv.encode(exportOf(30_000), encoding, { addBOM: mark });
    const alone = await copyOf(bytes);
    const before = started.filter((name) => name === 'copy').length;
    told = 0;
    const both = await copyOf(bytes, threads);
    expect(started.filter((name) => name === 'copy')).toHaveLength(before + 1);
    expect(both.equals(alone)).toBe(true);
    // All of it but the mark, by who scans and by who writes.
    expect(told).toBe(2 * (bytes.length - (mark ? 2 : 0)));
  });

  it('is written without it for small files, and where none can be started', async () => {
    const bytes = Buffer.from(exportOf(100));
    const alone = await copyOf(bytes);
    const before = started.length;
    expect((await copyOf(bytes, { ...threads, fromBytes: 1 << 30 })).equals(alone)).toBe(true);
    expect(started).toHaveLength(before);
    const none = withCopy(() => {
      throw new Error('no thread');
    });
    expect((await copyOf(bytes, none)).equals(alone)).toBe(true);
  });

  it.each<[string, (memory: ReturnType<typeof cellMemory>) => () => void]>([
    ['never takes anything', () => () => {}],
    ['fails at once', (memory) => onlyRing(memory, false)],
    ['says that it is done, and brings nothing', (memory) => onlyRing(memory, true)],
  ])('is given up where the thread %s', async (_, start) => {
    const task = copyOf(Buffer.from(exportOf(100)), withCopy(start));
    await expect(task).rejects.toMatchObject({ name: 'Bug', phase: 'copy' });
  });

  it('is given up when the file is another one by then', async () => {
    const port = realPort();
    const changing: FilePort = {
      ...port,
      openSync(path, flags, mode) {
        // Shorter than what was read.
        if (flags === 'wx') writeFileSync(join(path, '..', 'a.csv'), HEADER);
        return port.openSync(path, flags, mode);
      },
    };
    const task = copyOf(Buffer.from(exportOf(100)), threads, changing);
    await expect(task).rejects.toMatchObject({ code: 'file-changed' });
  });

  it('says what the system says of the output', async () => {
    const task = copyOf(Buffer.from(exportOf(100)), {
      ...threads,
      start(name, work, passed) {
        if (!('task' in work)) return threads.start(name, work, passed);
        work.answer.postMessage({ kind: 'output', code: 'ENOSPC' });
        return onlyRing(work.memory, false);
      },
    });
    await expect(task).rejects.toMatchObject({ code: 'disk-full' });
  });
});

describe('a copy out of batches', () => {
  it('fails as reading and writing do', () => {
    const cwd = folder();
    const path = join(cwd, 'a.csv');
    appendFileSync(path, 'a\nb\n');
    const port = realPort();
    const fd = port.openSync(path, 'r');
    for (const [call, wanted] of [
      ['readSync', { name: 'UserError', code: 'file-not-readable' }],
      ['writeSync', { code: 'EIO' }],
    ] as const) {
      const memory = cellMemory();
      const filler = new RingFiller(memory, 1);
      const sender = new CellSender(filler);
      sender.add({ bytes: Buffer.from(',x'), from: 0, length: 2 });
      sender.add(null);
      sender.pass();
      filler.end();
      const failing = {
        ...port,
        [call]: () => {
          throw Object.assign(new Error(), { code: 'EIO' });
        },
      };
      const task = {
        input: { fd, path, size: 4 },
        output: 0,
        dialect: { encoding: 'utf-8', delimiter: ',', bomBytes: 0, sepLine: false } as const,
        records: {
          lengths: Uint32Array.of(2, 2),
          marks: Uint8Array.of(1, 1),
          cells: Uint16Array.of(1, 1),
          huge: new Map(),
        },
        width: 1,
        addBom: false,
        delimiter: Buffer.from(','),
      };
      let error: unknown;
      try {
        writeCopy(failing, task, new RingEmptier(memory));
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toMatchObject(wanted);
    }
    port.closeSync(fd);
  });
});
