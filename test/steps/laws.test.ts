// Laws of a whole reading: the order of records, the cut into files and the encoding change no figure.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom, makeOrders, TEMPLATES, toBytes } from '../support/exports.js';
import { type Audited, auditFiles, told } from '../support/reading.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const RUNS = { numRuns: 8 };
const seeds = fc.integer({ min: 1, max: 1_000_000 });

/** Totals, and what was found of copies and rejected records. */
const figures = ({ portfolio, reads, asOf }: Audited) => ({
  asOf,
  totals: portfolio.totals,
  differing: portfolio.copies.differing,
  repeated: portfolio.copies.repeated.length,
  rejectedFen: reads.reduce((sum, read) => sum + read.rejectedFen, 0),
});

const shuffled = <T>(items: readonly T[], seed: number): T[] => createRandom(seed).shuffle(items);

const problems = (audited: Audited) =>
  told(audited)
    .map((line) => line.replace(/ \d+/, ''))
    .toSorted();

describe.each(TEMPLATES)('%s', (template) => {
  const all = template.startsWith('pinduoduo') && template !== 'pinduoduo-2026-wide';
  const make = (seed: number, repeatAmounts = false) => {
    const made = makeOrders({ template, rows: 90, seed, payLaterShare: 0.6, repeatAmounts });
    // Rows that are rejected, doubled, unreadable or of an unknown state are shuffled and cut like all others.
    const column = (...names: string[]) => made.header.findIndex((name) => names.includes(name));
    const [id, status] = [column('订单号', '订单编号', 'order_id'), column('订单状态', 'status')];
    const paid = column('用户实付金额(元)', '实付款', '实付金额', 'buyer_paid');
    const withCell = (row: readonly string[], at: number, cell: string) =>
      row.map((old, i) => (i === at ? cell : old));
    const { rows } = made;
    rows[1] = withCell(rows[1]!, id, '2.6E+14');
    rows[2] = withCell(rows[2]!, paid, '1.2万');
    rows[3] = withCell(rows[3]!, status, '谜');
    rows.push(rows[5]!);
    const idOf = (row: readonly string[]) => (row[id] ?? '').trim();
    return { ...made, idOf };
  };
  const audit = (files: readonly { name: string; content: Uint8Array }[]) =>
    auditFiles(folder(), files, { all });

  it('says the same whatever the order of its records', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.boolean(), async (seed, repeat) => {
        const { header, rows, fileName } = make(seed, repeat);
        const as = (list: string[][]) =>
          audit([{ name: fileName, content: toBytes({ header, rows: list }) }]);
        const straight = await as(rows);
        const mixed = await as(shuffled(rows, seed));
        expect(figures(mixed)).toEqual(figures(straight));
        expect(problems(mixed)).toEqual(problems(straight));
        expect(straight.portfolio.totals.payLaterOrders).toBeGreaterThan(10);
      }),
      // An order of which the second line has a state that cannot be read.
      { ...RUNS, examples: [[350_247, false]] },
    );
  });

  it('says the same when it is cut in two, whichever part is named first', async () => {
    await fc.assert(
      fc.asyncProperty(seeds, fc.double({ min: 0, max: 1, noNaN: true }), async (seed, share) => {
        const { header, rows, fileName, idOf } = make(seed);
        const ids = [...new Set(rows.map(idOf))];
        const first = new Set(ids.slice(0, Math.round(ids.length * share)));
        const part = (name: string, isFirst: boolean) => ({
          name: `${name}_${fileName}`,
          content: toBytes({ header, rows: rows.filter((row) => first.has(idOf(row)) === isFirst) }),
        });
        const parts = [part('a', true), part('b', false)];
        const whole = figures(await audit([{ name: fileName, content: toBytes({ header, rows }) }]));
        expect(figures(await audit(parts))).toEqual(whole);
        expect(figures(await audit(parts.toReversed()))).toEqual(whole);
      }),
      RUNS,
    );
  });

  it('says the same when it is given twice', async () => {
    const { header, rows, fileName } = make(3);
    const content = toBytes({ header, rows });
    const once = await audit([{ name: fileName, content }]);
    const twice = await audit([
      { name: fileName, content },
      { name: `copy_${fileName}`, content },
    ]);
    expect(twice.portfolio.totals).toEqual(once.portfolio.totals);
    expect(twice.portfolio.copies.differing).toBe(0);
  });

  it('says the same in every encoding, dialect and line end', async () => {
    const { header, rows, fileName } = make(5);
    const as = async (layout: Parameters<typeof toBytes>[1]) => {
      const audited = await audit([{ name: fileName, content: toBytes({ header, rows }, layout) }]);
      return {
        ...figures(audited),
        problems: told(audited),
        texts: audited.problems.map(({ text }) => text),
      };
    };
    const plain = await as({});
    expect(plain.problems.length).toBeGreaterThan(2);
    for (const encoding of ['utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'] as const) {
      expect(await as({ encoding })).toEqual(plain);
    }
    expect(await as({ delimiter: '\t', quote: 'all', finalLineEnd: false })).toEqual(plain);
    expect(await as({ delimiter: ';', sepLine: true, lineEnd: '\n' })).toEqual(plain);
    expect(await as({ trailingDelimiter: true, lineEnd: '\r' })).toEqual(plain);
  });

  it('says of each order what is true of it, as far as no bill is needed', async () => {
    const made = makeOrders({ template, rows: 150, seed: 11, payLaterShare: 0.7 });
    const { order } = await auditFiles(folder(), [{ name: made.fileName, content: toBytes(made) }], { all });
    const wrong: string[] = [];
    for (const truth of made.truth) {
      if (!truth.payLater && !all) continue;
      const judged = order(truth.orderId);
      // A file without a column for what the shop receives knows the buyer's part only.
      const buyersPart = made.platform === 'kuaishou' && truth.receivableFen > 0;
      const receivable = buyersPart ? truth.amounts.buyerFen : truth.receivableFen;
      // The words for a part that was refunded are those for all of it.
      const refunded = truth.refunded && truth.receivableFen > 0 ? receivable : 0;
      if (judged?.receivable !== receivable || judged.money.refunded !== refunded)
        wrong.push(
          `${truth.orderId} ${truth.outcome}: ${judged?.receivable}/${judged?.money.refunded}, not ${receivable}/${refunded}`,
        );
    }
    expect(wrong).toEqual([]);
  });
});
