// Every row of a bill, and every fen of it, is in exactly one of the report's counts, or there is no report.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { OrderBook } from '../../src/core/order-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { realPort } from '../../src/io/port.js';
import { buildPortfolio } from '../../src/portfolio/portfolio.js';
import { ageOfInputs, chooseAsOf } from '../../src/steps/as-of.js';
import { type BillsRead, billsModel, readBills } from '../../src/steps/bills.js';
import { openExports } from '../../src/steps/open-exports.js';
import { openGiven } from '../../src/steps/open-given.js';
import { readOrders } from '../../src/steps/read-orders.js';
import { pinduoduoBill } from '../support/billed.js';
import { csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** What the report says of two bills that overlap, once the book of bills was changed behind the reading. */
async function model(change: (read: BillsRead) => void) {
  const dir = folder();
  const id = '260601-100000000000001';
  const rows = [
    { id, at: '2026-06-08', kind: 'income', yuan: 100 },
    { id: '260601-100000000000009', at: '2026-06-09', kind: 'income', yuan: 7 },
    { id: '', at: '2026-06-10', kind: 'other', yuan: -3 },
  ] as const;
  const bills = [
    pinduoduoBill(rows, '2026-06-01', '2026-06-30', 'a'),
    pinduoduoBill(rows.slice(1), '2026-06-09', '2026-06-30', 'b'),
  ];
  const orders = { name: 'orders.csv', content: csvOf('pinduoduo', [{}]) };
  for (const { name, content } of [orders, ...bills]) writeFileSync(join(dir, name), content);
  const spool = () => {
    throw new Error('no standard input here');
  };
  const place = { port: realPort(), folder: dir, spool };
  const { exports } = await openExports(place, [orders.name], {});
  const { exports: billFiles } = await openGiven(
    place,
    bills.map(({ name }) => name),
    'bill',
    {},
  );
  try {
    const book = new OrderBook();
    const log = new ProblemLog();
    const wishes = { payLater: { list: null, all: false }, lossy: false };
    const reads = exports.map((file, i) => readOrders(place.port, file, i, book, log, wishes));
    const read = readBills(place.port, billFiles, reads.length, log, false) as BillsRead;
    const portfolio = buildPortfolio(book, ageOfInputs(reads), chooseAsOf(reads, undefined).day, read);
    change(read);
    return billsModel(read, portfolio, reads);
  } finally {
    for (const file of [...exports, ...billFiles]) file.opened.dispose();
  }
}

describe('the rows of bills', () => {
  it('are all accounted for', async () => {
    const rows = { all: 5, payLater: 1, others: 0, withoutOrder: 1, notInOrders: 1, repeated: 2 };
    expect((await model(() => {}))?.rows).toEqual(rows);
  });

  it.each<[string, (read: BillsRead) => void]>([
    ['a row of a file', ({ bills }) => void bills.files[0]!.rows++],
    ['a fen of a file', ({ bills }) => void bills.files[0]!.fen++],
    ['a fen without an order', ({ bills }) => void bills.files[0]!.unlinkedFen++],
    ['a fen that counts elsewhere', ({ bills }) => void bills.files[1]!.repeatedFen--],
    ['a fen of a row', ({ bills }) => void bills.rows.fen[0]!++],
  ])('stop the report where %s is too much', async (_, change) => {
    await expect(model(change)).rejects.toThrow(/accounted for/);
  });
});
