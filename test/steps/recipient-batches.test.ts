// Recipients read by a second thread: the very same identities and notes as without one, whatever the records hold.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { Crowd, type CrowdParts } from '../../src/core/crowd.js';
import { IdentityLines } from '../../src/core/identity-lines.js';
import { Shops } from '../../src/core/shops.js';
import { orderColumns } from '../../src/ingest/order-columns.js';
import { RecipientReader, type Recipients } from '../../src/ingest/recipient-reader.js';
import { memorySource } from '../../src/io/byte-source.js';
import { realPort } from '../../src/io/port.js';
import { RecordScanner } from '../../src/io/scanner.js';
import { RingEmptier, RingFiller } from '../../src/io/shared-ring.js';
import { identify } from '../../src/linkage/identity.js';
import { openExports } from '../../src/steps/open-exports.js';
import { readAllOrders } from '../../src/steps/read-all-orders.js';
import { RecipientSender, readRecipients, recipientMemory } from '../../src/steps/recipient-batches.js';
import type { Threads } from '../../src/steps/recipient-helper.js';
import { identified } from '../support/identified.js';
import { scratch } from '../support/scratch.js';

const FIELDS = [
  '收货人',
  '手机',
  '省',
  '市',
  '区',
  '街道',
  '详细地址',
  '买家ID',
  '仓库地址',
  '店铺ID',
  '备注',
];
const CELLS = [
  ...['', ' ', '\t', '-', '"', '张三', '李四\t', '张*', '"王""五"', '="赵六"', 'account-1', '店铺二'],
  ...['19912345678', '18412345678转12', '+86 199-1234-5678', '199****5678', '="19912345678"'],
  ...['浙江省', '杭州市', '西湖区', '"青禾路12号,听雨苑3-2-401"', '听雨苑菜鸟驿站', '广东省东莞市虎门镇'],
];
const table = fc.record({
  columns: fc.shuffledSubarray(FIELDS, { minLength: 0 }),
  encoding: fc.constantFrom('utf-8' as const, 'gb18030' as const),
  records: fc.array(
    fc.record({
      cells: fc.array(fc.constantFrom(...CELLS), { minLength: FIELDS.length, maxLength: FIELDS.length }),
      /** Cells that are missing at the end. */
      short: fc.constantFrom(0, 0, 0, 1, 4, FIELDS.length),
      isHeld: fc.boolean(),
    }),
    { maxLength: 12 },
  ),
});
type Table = typeof table extends fc.Arbitrary<infer T> ? T : never;

/** The numbers of all notes, of fewer than fill one piece. */
const notesOf = ({ size, pieces, buildings }: CrowdParts) => [
  size,
  ...(pieces[0]?.subarray(0, size * 3) ?? []),
  buildings.size,
  ...(buildings.pieces[0]?.subarray(0, buildings.size * 2) ?? []),
  ...buildings.records,
];

/** Feeds the table's records to whoever takes their recipients. */
function feed({ columns, encoding, records }: Table, from: number, make: MakeRecipients): number {
  const text = records.map(({ cells, short }) =>
    ['A1', ...cells.slice(0, columns.length)].slice(0, 1 + Math.max(0, columns.length - short)).join(),
  );
  const source = memorySource(iconv.encode(text.join('\n'), encoding));
  const view = new RecordScanner(source, {
    delimiter: 0x2c,
    encoding,
    maxRecordBytes: 4096,
    chunkBytes: 4096,
  });
  const match = identified(['order_id', 'status', 'buyer_paid', ...columns]);
  const column = Object.fromEntries(
    // The two columns that make it a known format are none of the table's.
    Object.entries(orderColumns(match)).map(([field, cell]) => [field, cell > 2 ? cell - 2 : -1]),
  ) as ReturnType<typeof orderColumns>;
  const recipients = make(view, column, encoding);
  let line = from;
  for (const { isHeld } of records) {
    if (!view.next()) break;
    recipients.note(0);
    if (isHeld) recipients.set(line++);
  }
  if (recipients instanceof RecipientSender) recipients.pass();
  return line;
}
type MakeRecipients = (
  view: RecordScanner,
  column: ReturnType<typeof orderColumns>,
  encoding: 'utf-8' | 'gb18030',
) => Recipients;

describe('recipients that went through batches', () => {
  it('give the identities and notes that they give without', () => {
    fc.assert(
      fc.property(fc.array(table, { minLength: 1, maxLength: 3 }), fc.boolean(), (tables, isOneShop) => {
        const identities = new IdentityLines();
        const crowd = new Crowd();
        const book = { identities, crowd, shopNumbers: new Shops(isOneShop) };
        const memory = recipientMemory();
        const ring = new RingFiller(memory, 1);
        const sources: Parameters<typeof readRecipients>[1][number][] = [];
        let [here, there] = [0, 0];
        tables.forEach((one, input) => {
          here = feed(
            one,
            here,
            (view, column) => new RecipientReader(view, column, book, 'generic', identify),
          );
          there = feed(one, there, (view, column, encoding) => {
            sources.push({ column, encoding, platform: 'generic' });
            return new RecipientSender(view, column, input, ring);
          });
        });
        ring.end();
        const parts = readRecipients(new RingEmptier(memory), sources, isOneShop, identify);
        expect(ring.isLost).toBe(false);
        expect(parts.identities).toEqual(identities.handOver());
        expect(notesOf(parts.crowd)).toEqual(notesOf(crowd.handOver()));
      }),
      { numRuns: 200 },
    );
  });
});

const folder = scratch();
const THREAD = new URL('../../dist/steps/recipient-thread.js', import.meta.url);
const HEADER = 'order_id,status,pay_later,buyer_paid,收货人,手机,省,市,区,详细地址';

/** Reads two files of so many orders with these threads; what the book then knows of people. */
async function read(count: number, threads?: Threads) {
  const cwd = folder();
  for (const file of [1, 2]) {
    const rows = Array.from({ length: count }, (_, i) => {
      const person = `${'赵钱孙李周吴'[i % 6]!}${i % 50},199${10_000_000 + (i % 700)}`;
      return `A${file}${10_000 + i},shipped,${i % 3 ? 'no' : 'yes'},100.00,${person},浙江省,杭州市,西湖区,青禾路${i % 900}号3-2-401`;
    });
    writeFileSync(join(cwd, `${file}.csv`), `${[HEADER, ...rows].join('\n')}\n`);
  }
  const port = realPort();
  const place = {
    port,
    folder: cwd,
    spool: () => {
      throw new Error('no standard input here');
    },
    ...(threads === undefined ? {} : { threads }),
  };
  const { exports } = await openExports(place, ['1.csv', '2.csv'], {});
  try {
    const { book, reads } = readAllOrders(place, exports, { orders: [], output: null });
    const { identities, crowd } = book;
    const parts = identities.handOver();
    const lines = book.lines.size;
    const columns = Object.values(parts.columns).map((column) => [...column.subarray(0, lines)].join());
    const hashes = reads.map(({ sha256 }) => sha256);
    return { lines, hashes, columns, keys: parts.keys, pools: parts.pools, crowd: crowd.handOver() };
  } finally {
    for (const { opened } of exports) opened.dispose();
  }
}

describe('a run with a second thread', () => {
  const started: number[] = [];
  const threads: Threads = {
    fromBytes: 0,
    atOnce: 1,
    patienceMs: 60_000,
    start: (_, workerData, transferList) => {
      const thread = new Worker(THREAD, { workerData, transferList });
      started.push(thread.threadId);
      return () => void thread.terminate();
    },
  };

  it('knows what one without it knows', async () => {
    // Several batches of each file, more than the ring holds.
    const alone = await read(30_000);
    const both = await read(30_000, threads);
    expect(started).toHaveLength(1);
    expect(both.lines).toBe(20_000);
    expect(both.hashes.map((hash) => hash.length)).toEqual([64, 64]);
    expect(both).toEqual(alone);
  });

  it('does not start it for small files', async () => {
    const before = started.length;
    await read(10, { ...threads, fromBytes: 1 << 20 });
    expect(started).toHaveLength(before);
  });

  it.each<[string, Threads['start']]>([
    [
      'cannot be started',
      () => {
        throw new Error('no thread');
      },
    ],
    ['never takes anything', () => () => {}],
    [
      'fails at once',
      (_, { memory }) => {
        new RingEmptier(memory).finish(false);
        return () => {};
      },
    ],
    [
      'says that it is done, and brings nothing',
      (_, { memory }) => {
        new RingEmptier(memory).finish(true);
        return () => {};
      },
    ],
  ])('does the work alone where the thread %s', async (_, start) => {
    const alone = await read(100);
    expect(await read(100, { fromBytes: 0, atOnce: 1, patienceMs: 1, start })).toEqual(alone);
  });
});
