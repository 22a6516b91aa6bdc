// Rows that stand in two bills count once, rows that stand twice in one count twice.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BILL_CLASSES, BILL_KIND, BillBook, type BillFile } from '../../src/core/bill-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { markRepeatedBillRows } from '../../src/portfolio/bill-dedupe.js';
import { netByOrder, problemsOf, readBills } from '../support/bill-reading.js';
import { makeBill, makeOrders, toBytes } from '../support/exports.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** A row as `[order, time, type, kind, fen]`; order -1 has no number. */
type Row = readonly [number, number, number, number, number];

function bookOf(files: readonly (readonly Row[])[], shops: readonly string[] = []): BillBook {
  const bills = new BillBook();
  for (const name of ['x', 'y']) bills.typeNumber(name);
  files.forEach((rows, number) => {
    const file: BillFile = {
      input: number,
      book: 'bill',
      from: 0,
      to: 0,
      stated: true,
      shopId: shops[number] ?? '',
      rows: rows.length,
      fen: rows.reduce((sum, row) => sum + row[4], 0),
      unlinkedRows: 0,
      unlinkedFen: 0,
      repeatedRows: 0,
      repeatedFen: 0,
      footerAgrees: null,
      whole: [],
      days: [],
    };
    bills.files.push(file);
    for (const [order, time, type, kind, fen] of rows) {
      (order < 0 ? bills.unlinked : bills.rows).add(order, number, kind, time, fen, type);
      const total = bills.typeList[type]!;
      total.rows++;
      if (fen > 0) total.inFen += fen;
      else total.outFen += fen;
      if (order >= 0) continue;
      file.unlinkedRows++;
      file.unlinkedFen += fen;
    }
  });
  return bills;
}

const marked = (bills: BillBook) => [...markRepeatedBillRows(bills, new ProblemLog())];
const ROW: Row = [0, 100, 0, 0, 500];

describe('a row', () => {
  it.each<[string, Row[][], number[]]>([
    ['in one file twice counts twice', [[ROW, ROW]], [1, 1]],
    ['in two files counts once', [[ROW], [ROW]], [1, 0]],
    ['in three files counts once', [[ROW], [ROW], [ROW]], [1, 0, 0]],
    ['once here and twice there counts twice', [[ROW], [ROW, ROW]], [1, 1, 0]],
    ['twice here and once there counts twice', [[ROW, ROW], [ROW]], [1, 1, 0]],
    ['without a time is a row too', [[[0, Number.NaN, 0, 0, 5]], [[0, Number.NaN, 0, 0, 5]]], [1, 0]],
  ])('%s', (_name, files, marks) => expect(marked(bookOf(files))).toEqual(marks));

  it.each<[string, Row]>([
    ['order', [1, 100, 0, 0, 500]],
    ['time', [0, 101, 0, 0, 500]],
    ['time by 2 to the 32 seconds', [0, 100 + 2 ** 32, 0, 0, 500]],
    ['type', [0, 100, 1, 0, 500]],
    ['class', [0, 100, 0, 1, 500]],
    ['amount', [0, 100, 0, 0, 501]],
    ['amount by 2 to the 32 fen', [0, 100, 0, 0, 500 + 2 ** 32]],
    ['sign', [0, 100, 0, 0, -500]],
  ])('of another %s is another row', (_name, other) =>
    expect(marked(bookOf([[ROW], [other]]))).toEqual([1, 1]),
  );
});

describe('a bill that was saved again without its seconds', () => {
  const seconds = (n: number) => n * 3600 + 7 * n + 5;
  const exact = (count: number): Row[] => Array.from({ length: count }, (_, n) => [n, seconds(n), 0, 0, 500]);
  const saved = (rows: readonly Row[]): Row[] =>
    rows.map(([order, time, ...rest]) => [order, time - (time % 60), ...rest]);
  const counted = (files: readonly (readonly Row[])[]) =>
    marked(bookOf(files)).filter((mark) => mark === 1).length;

  it('holds the rows of the file that it was made of, in either order', () => {
    const rows = exact(12);
    expect(counted([rows, saved(rows)])).toBe(12);
    expect(counted([saved(rows), rows])).toBe(12);
    expect(counted([rows.slice(0, 6), saved(rows), rows.slice(3)])).toBe(12);
  });

  it('is known by ten rows and more that all fall on whole minutes', () => {
    const rows = exact(10);
    expect(counted([rows, saved(rows)])).toBe(10);
    const nine = exact(9);
    expect(counted([nine, saved(nine)])).toBe(18);
    const mixed: Row[] = [...saved(rows.slice(1)), rows[0]!];
    expect(counted([rows, mixed])).toBe(19);
  });

  it('keeps two rows of one minute two, and rows of other minutes apart', () => {
    const again: Row = [0, seconds(0) + 20, 0, 0, 500];
    const next: Row = [0, seconds(0) + 60, 0, 0, 500];
    const rows = [...exact(10), again, next];
    expect(counted([rows, saved(rows)])).toBe(12);
    expect(counted([exact(10), saved(rows)])).toBe(12);
  });

  it('says nothing of orders that it does not hold', () => {
    const other: Row = [50, seconds(3), 0, 0, 500];
    const later: Row = [50, seconds(3) + 1, 0, 0, 500];
    expect(counted([[...exact(10), other], [later], saved(exact(10))])).toBe(12);
    expect(counted([[...exact(10), other], [later], saved([...exact(10), other])])).toBe(11);
  });

  it('holds rows without a time as they are', () => {
    const blank: Row = [3, Number.NaN, 0, 0, 500];
    expect(
      counted([
        [...exact(10), blank],
        [...saved(exact(10)), blank],
      ]),
    ).toBe(11);
  });

  it('of rows without an order number goes by their shop', () => {
    const transfers = (time: (n: number) => number): Row[] =>
      Array.from({ length: 10 }, (_, n) => [-1, time(n), 1, BILL_KIND.transfer, -500 - n]);
    const bills = bookOf([transfers(seconds), saved(transfers(seconds))], ['7', '7']);
    markRepeatedBillRows(bills, new ProblemLog());
    expect(bills.files.map((file) => file.unlinkedRows)).toEqual([10, 0]);
  });
});

describe('rows without an order number', () => {
  const transfer: Row = [-1, 100, 1, BILL_KIND.transfer, -500];
  const rowsLeft = (shops: readonly string[]) => {
    const bills = bookOf(
      shops.map(() => [transfer]),
      shops,
    );
    markRepeatedBillRows(bills, new ProblemLog());
    return bills.files.map((file) => file.unlinkedRows);
  };
  it('are the same row in bills of one shop', () => expect(rowsLeft(['7', '7'])).toEqual([1, 0]));
  it('are two rows in bills of two shops', () => expect(rowsLeft(['7', '8'])).toEqual([1, 1]));
  it('of no known shop are of the only one', () => expect(rowsLeft(['7', '', '7'])).toEqual([1, 0, 0]));
  it('of no known shop are of none of two', () => expect(rowsLeft(['7', '8', '', ''])).toEqual([1, 1, 1, 0]));
});

describe('types and files', () => {
  it('keep only what counts, and rows and yuan still add up', () => {
    const row = fc.tuple(
      fc.integer({ min: -1, max: 2 }),
      fc.constantFrom(1, 2, Number.NaN),
      fc.nat(1),
      fc.nat(BILL_CLASSES.length - 1),
      fc.integer({ min: -2, max: 2 }),
    );
    fc.assert(
      fc.property(fc.array(fc.array(row, { maxLength: 30 }), { maxLength: 4 }), (files) => {
        const bills = bookOf(files);
        const marks = marked(bills);
        // The same by strings: of each row, the highest count in any one file.
        const most = new Map<string, number>();
        for (const rows of files) {
          const counts = new Map<string, number>();
          for (const cells of rows) counts.set(cells.join(), (counts.get(cells.join()) ?? 0) + 1);
          for (const [key, count] of counts) most.set(key, Math.max(most.get(key) ?? 0, count));
        }
        const kept = new Map<string, number>();
        const linked = files.flat().filter(([order]) => order >= 0);
        linked.forEach((cells, at) => {
          if (marks[at] === 1) kept.set(cells.join(), (kept.get(cells.join()) ?? 0) + 1);
        });
        const expected = [...most].filter(([key]) => !key.startsWith('-1'));
        expect([...kept].sort()).toEqual(expected.sort());
        const wanted = [...most].flatMap(([key, count]) =>
          Array.from({ length: count }, () => key.split(',').map(Number)),
        );
        bills.typeList.forEach((type, number) => {
          const own = wanted.filter((cells) => cells[2] === number);
          expect(type.rows).toBe(own.length);
          expect(type.inFen + type.outFen).toBe(own.reduce((sum, cells) => sum + cells[4]!, 0));
        });
        bills.files.forEach((file, number) => {
          let { rows, fen } = file;
          rows -= file.unlinkedRows + file.repeatedRows;
          fen -= file.unlinkedFen + file.repeatedFen;
          for (let at = 0; at < bills.rows.size; at++) {
            if (bills.rows.file[at] !== number || marks[at] === 0) continue;
            rows--;
            fen -= bills.rows.fen[at]!;
          }
          expect([rows, fen]).toEqual([0, 0]);
        });
      }),
    );
  });
});

describe.each(['pinduoduo', 'kuaishou'] as const)(
  'a bill of %s in two files whose periods overlap',
  (platform) => {
    const template = platform === 'pinduoduo' ? 'pinduoduo-2026-wide' : 'kuaishou-64';
    const { truth } = makeOrders({ template, rows: 300, seed: 61 });
    const period = (start: string, end: string) => {
      const bill = makeBill({ platform, truth, start, end, otherRows: false });
      return { name: `${start.slice(0, 10)}.csv`, bytes: toBytes(bill, bill.layout) };
    };
    const day = (at: number) =>
      `2026-${at < 61 ? `0${at < 31 ? 5 : 6}` : '07'}-${String((at % 31) + 1).padStart(2, '0')}`;

    it('gives what the whole bill gives', async () => {
      const whole = await readBills(folder(), [period('2026-04-01 00:00:00', '2026-07-20 23:59:59')]);
      const known = netByOrder(whole.bills);
      expect(known.size).toBeGreaterThan(100);
      await fc.assert(
        fc.asyncProperty(fc.nat(60), fc.nat(60), fc.boolean(), async (one, other, turned) => {
          const [from, to] = [Math.min(one, other), Math.max(one, other)];
          const files = [
            period('2026-04-01 00:00:00', `${day(to)} 23:59:59`),
            period(`${day(from)} 00:00:00`, '2026-07-20 23:59:59'),
          ];
          const { bills } = await readBills(folder(), turned ? files.reverse() : files);
          const problems = new ProblemLog();
          const marks = markRepeatedBillRows(bills, problems);
          expect(netByOrder(bills, marks)).toEqual(known);
          const repeated = bills.files.reduce((sum, file) => sum + file.repeatedRows, 0);
          expect(problemsOf(problems)).toEqual(repeated > 0 ? [`bill-rows-repeated@0 x${repeated}`] : []);
        }),
        { numRuns: 10 },
      );
    });
  },
);
