// A delimiter too few or too many at every place of every template: no cell is ever read from its neighbour's column.
import { describe, expect, it } from 'vitest';
import { LINE, OrderBook, SEEN } from '../../src/core/order-book.js';
import { ProblemLog } from '../../src/core/problem.js';
import { KIND } from '../../src/core/record-map.js';
import { NoteTerms } from '../../src/ingest/note-terms.js';
import { orderColumns } from '../../src/ingest/order-columns.js';
import { OrderReader } from '../../src/ingest/order-reader.js';
import { RecipientReader } from '../../src/ingest/recipient-reader.js';
import { memorySource } from '../../src/io/byte-source.js';
import { RecordScanner } from '../../src/io/scanner.js';
import { identify } from '../../src/linkage/identity.js';
import { noteTokens } from '../../src/linkage/note-tokens.js';
import type { OrdersFormat } from '../../src/platforms/types.js';
import { makeOrders, TEMPLATES } from '../support/exports.js';
import { identified } from '../support/identified.js';

/** Every cell quoted, so that only the delimiters that are put in or taken out are wrong. */
const quoted = (cells: readonly string[]) => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`);

/** What the audit computes with of one record: what must be right, and its times, which may have got lost. */
interface Said {
  readonly sure: string;
  readonly times: readonly number[];
  readonly isTold: boolean;
}

/** Order number -> what was read of its record; null when that was rejected. */
function readRecords(
  header: readonly string[],
  records: readonly string[],
  ids: readonly string[],
): Map<string, Said | null> {
  const source = memorySource(Buffer.from(`${records.join('\n')}\n`));
  const scanner = new RecordScanner(source, { delimiter: 0x2c, encoding: 'utf-8' });
  const match = identified(header);
  const book = new OrderBook();
  const format = match.format as OrdersFormat;
  const payLater = { list: null, all: false };
  const recipients = new RecipientReader(scanner, orderColumns(match), book, format.platform, identify);
  const options = {
    input: 0,
    path: '',
    match,
    format,
    payLater,
    torn: null,
    lossy: false,
    recipients,
    noteTokens,
    noteTerms: new NoteTerms(null, null),
  };
  const reader = new OrderReader(scanner, book, new ProblemLog(), options);
  const read = new Map<string, Said | null>();
  for (let row = 2; scanner.next(); row++) {
    const kind = reader.read(row);
    const id = ids[row - 2]!;
    if (kind === KIND.rejected) {
      read.set(id, null);
      continue;
    }
    const { values, order } = reader;
    const { lines } = book;
    const isHeld = order >= 0 && book.seen[order] !== SEEN.no;
    const source = isHeld ? lines.source[lines.size - 1] : 'ordinary';
    const { buyerPaid, merchantReceives, listAmount, quantity, phase, afterSale, flags } = values;
    const { orderedAt, paidAt, shippedAt, receivedAt, promisedAt, dueAt } = values;
    const own = order < 0 ? `kind ${kind}` : book.orderId(order) === id;
    const amounts = [buyerPaid, merchantReceives, listAmount, quantity];
    read.set(id, {
      sure: [own, source, ...amounts, phase, afterSale, flags & ~LINE.timeUnreadable].join(),
      // Where no order time is left the day in the order number stands in for it.
      times: [
        orderedAt % 86_400 === 0 ? Number.NaN : orderedAt,
        paidAt,
        shippedAt,
        receivedAt,
        promisedAt,
        dueAt,
      ],
      isTold: (flags & LINE.timeUnreadable) !== 0,
    });
  }
  return read;
}

/** True when nothing was read from another cell than its own; a time may be missing, for its own cell may be. */
function isHarmless(said: Said, whole: Said): boolean {
  const times = said.times.every((time, i) => Number.isNaN(time) || time === whole.times[i]);
  return said.sure === whole.sure && (times || said.isTold);
}

describe.each(TEMPLATES)('a record of %s', (template) => {
  const made = makeOrders({
    template,
    rows: 60,
    seed: 7,
    payLaterShare: 0.6,
    cases: [
      { payLater: true, outcome: 'held', ageDays: 1 },
      { payLater: true, outcome: 'stuck', ageDays: 9 },
      { payLater: true, outcome: 'dispute', ageDays: 12 },
      { outcome: 'cancelled', ageDays: 12 },
      { payLater: false, outcome: 'trial', ageDays: 30 },
      { outcome: 'refund-received', ageDays: 30 },
    ],
  });
  const idColumn = made.header.findIndex((name) => ['订单号', '订单编号', 'order_id'].includes(name));

  /** The record with an order number of its own, so that what is read of it can be found again. */
  function numbered(cells: readonly string[], n: number): { cells: string[]; id: string } {
    const old = cells[idColumn]!.trim();
    const id = old.slice(0, -6) + String(n).padStart(6, '0');
    return { cells: cells.map((cell, i) => (i === idColumn ? cell.replace(old, id) : cell)), id };
  }

  /** Damages every row at every place; what was read otherwise than from the whole record. */
  function damage(change: (cells: readonly string[], at: number) => string) {
    const wrong: string[] = [];
    let rejected = 0;
    for (const row of made.rows) {
      const copies = row.map((_, at) => numbered(row, at));
      const whole = readRecords(made.header, [quoted(row).join(',')], [row[idColumn]!.trim()]);
      const expected = [...whole.values()][0]!;
      const records = copies.map(({ cells }, at) => change(quoted(cells), at));
      const read = readRecords(
        made.header,
        records,
        copies.map(({ id }) => id),
      );
      copies.forEach(({ id }, at) => {
        const said = read.get(id);
        if (said === null) rejected++;
        else if (said === undefined || !isHarmless(said, expected))
          wrong.push(
            `${made.header[at]}: ${said?.sure} ${said?.times}, not ${expected.sure} ${expected.times}`,
          );
      });
    }
    return { wrong, rejected };
  }

  it('is never read out of place when a delimiter is missing', () => {
    const { wrong, rejected } = damage((cells, at) =>
      cells.map((cell, i) => (i === at || i + 1 === cells.length ? cell : `${cell},`)).join(''),
    );
    expect(wrong).toEqual([]);
    expect(rejected).toBeGreaterThan(0);
  });

  it('is never read out of place when a cell is missing', () => {
    const { wrong, rejected } = damage((cells, at) => cells.filter((_, i) => i !== at).join(','));
    expect(wrong).toEqual([]);
    expect(rejected).toBeGreaterThan(0);
  });

  it('is never read out of place when two cells are missing', () => {
    const { wrong, rejected } = damage((cells, at) =>
      cells.filter((_, i) => i !== at && i !== at + 1).join(','),
    );
    expect(wrong).toEqual([]);
    expect(rejected).toBeGreaterThan(0);
  });

  // A cell too much that is just what its new column asks for cannot be told from the right one.
  it.each<[surplus: string, fits: RegExp]>([
    ['', /^$/],
    ['x', /^$/],
    [',', /^$/],
    ['x,y', /^$/],
    ['0.00', /元|费|补贴|优惠|单价|款|金额|佣金|price|postage|discount|paid|receives|total|part/],
    ['是', /^是否|先用后付|pay_later/],
    ['2026-06-01 00:00:00', /时间|_at$/],
  ])('is never read out of place when there is "%s" too much', (surplus, fits) => {
    const { wrong, rejected } = damage((cells, at) =>
      fits.test(made.header[at] ?? '')
        ? 'x'
        : cells.map((cell, i) => (i === at ? `${surplus},${cell}` : cell)).join(','),
    );
    expect(wrong).toEqual([]);
    expect(rejected).toBeGreaterThan(0);
  });

  it('is in place when only empty cells are missing or too much at its end', () => {
    let end = made.header.length;
    const isBlank = (column: number) => made.rows.every((row) => row[column]!.trim() === '');
    while (isBlank(end - 1)) end--;
    const needed = readRecords(
      made.header,
      made.rows.map((row) => quoted(row).join(',')),
      made.rows.map(String),
    );
    for (const change of [
      (row: readonly string[]) => `${quoted(row).join(',')},`,
      (row: readonly string[]) => `${quoted(row).join(',')},"",\t,`,
      (row: readonly string[]) =>
        row
          .slice(0, end)
          .map((cell) => quoted([cell])[0])
          .join(','),
    ]) {
      const read = readRecords(made.header, made.rows.map(change), made.rows.map(String));
      expect([...read.values()]).toEqual([...needed.values()]);
    }
  });
});
