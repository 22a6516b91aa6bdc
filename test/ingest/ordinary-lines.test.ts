// What the lines of ordinary orders say of a file's amounts, and which records are no lines.
import { describe, expect, it } from 'vitest';
import { markOf, OrdinaryLines } from '../../src/ingest/ordinary-lines.js';
import { auditFiles } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** [order, amount, mark] of each line; the orders of several lines as [order, amount, sum]. */
function watch(...lines: readonly (readonly [number, number, number])[]) {
  const ordinary = new OrdinaryLines();
  const counted = lines.map((line) => ordinary.add(...line));
  const { orders, amounts, sums } = ordinary.evidence;
  return { counted, several: orders.map((order, i) => [order, amounts[i], sums[i]]) };
}

describe('the lines of an ordinary order', () => {
  it.each<[string, [number, number, number][], [number, number, number][]]>([
    ['one line', [[7, 5000, 1]], []],
    [
      'equal ones',
      [
        [7, 5000, 1],
        [7, 5000, 2],
      ],
      [[7, 5000, 10_000]],
    ],
    [
      'different ones',
      [
        [7, 5000, 1],
        [8, 100, 1],
        [7, 3000, 1],
      ],
      [[7, Number.NaN, 8000]],
    ],
    [
      'three, of which the last differs',
      [
        [7, 5000, 1],
        [7, 5000, 2],
        [7, 4000, 3],
      ],
      [[7, Number.NaN, 14_000]],
    ],
    [
      'three, of which the first differs',
      [
        [7, 4000, 1],
        [7, 5000, 2],
        [7, 5000, 3],
      ],
      [[7, Number.NaN, 14_000]],
    ],
    [
      'amounts of 0 and of a billion yuan',
      [
        [300, 0, 65_535],
        [300, 100_000_000_000, 65_535],
        [9, 100_000_000_000, 0],
        [9, 100_000_000_000, 65_535],
      ],
      [
        [300, Number.NaN, 100_000_000_000],
        [9, 100_000_000_000, 200_000_000_000],
      ],
    ],
  ])('are told: %s', (_, lines, several) => {
    expect(watch(...lines)).toEqual({ counted: lines.map(() => true), several });
  });

  it('are not the records that repeat one of them', () => {
    const { counted, several } = watch(
      [7, 5000, 1],
      [7, 5000, 1],
      [8, 100, 1],
      [8, 100, 2],
      [8, 100, 1],
      [8, 100, 2],
    );
    expect(counted).toEqual([true, false, true, true, false, false]);
    expect(several).toEqual([[8, 100, 200]]);
  });

  it('are not the ones without an amount', () => {
    expect(watch([7, 5000, 1], [7, Number.NaN, 2])).toEqual({ counted: [true, false], several: [] });
  });
});

describe('the mark of a line', () => {
  const view = (...cells: readonly string[]) => {
    const bytes = Buffer.from(cells.join(','));
    const starts = cells.map((_, i) =>
      Buffer.byteLength(
        cells
          .slice(0, i)
          .map((c) => `${c},`)
          .join(''),
      ),
    );
    return {
      bytes,
      start: 0,
      end: bytes.length,
      count: cells.length,
      irregular: 0,
      from: 0,
      to: 0,
      locate(cell: number) {
        this.from = starts[cell] ?? 0;
        this.to = this.from + Buffer.byteLength(cells[cell] ?? '');
      },
      text: (cell: number) => cells[cell] ?? '',
      isValid: () => true,
    };
  };

  it('is that of the cells it is asked for, each in its place', () => {
    const mark = markOf(view('灯', '白色', '1'), [0, 1]);
    expect(mark).toBe(markOf(view('灯', '白色', '2'), [0, 1]));
    const others = [view('灯', '黑色', '1'), view('灯白', '色', '1'), view('白色', '灯', '1')];
    for (const other of others) expect(markOf(other, [0, 1])).not.toBe(mark);
    expect([mark >= 0, mark < 65_536, Number.isInteger(mark)]).toEqual([true, true, true]);
  });
});

describe('read from a file', () => {
  const evidence = async (...cells: readonly Cells[]) => {
    const rows = cells.map((row) => ({ 是否先用后付: '否', ...row }));
    const { book } = await auditFiles(folder(), [{ name: 'o.csv', content: csvOf('pinduoduo', rows) }]);
    return book.lineEvidence[0];
  };
  const two = { orders: [0], amounts: [10_000], sums: [20_000] };
  const nothing = { orders: [], amounts: [], sums: [] };

  it.each<[string, Cells, unknown]>([
    ['another specification', { 商品规格: '黑色' }, two],
    ['another product', { 商品id: '610000000002' }, two],
    ['another waybill', { 快递单号: 'SF2' }, two],
    ['another quantity', { '商品数量(件)': '2' }, two],
    ['nothing else than another note', { 商家备注: '加急' }, nothing],
    ['another specification, cancelled', { 商品规格: '黑色', 订单状态: '已取消' }, nothing],
  ])('a second record with %s', async (_, cells, expected) => {
    expect(await evidence({}, cells)).toEqual(expected);
  });
});
