// The lines around a bill's rows, and what is made of the totals.
import { describe, expect, it } from 'vitest';
import { BillTally, readFooterTotal, readPeriod } from '../../src/ingest/bill-totals.js';
import { formatTime } from '../support/calendar.js';

describe('the period above the rows', () => {
  it.each([
    [
      '起始时间：2026-06-01 00:00:00  终止时间：2026-06-30 23:59:59',
      '2026-06-01 00:00:00',
      '2026-06-30 23:59:59',
    ],
    ['起始时间:2026/6/1 0:00 终止时间:2026/6/30 23:59,,,', '2026-06-01 00:00:00', '2026-06-30 23:59:00'],
    ['起始时间： 2026-06-01   终止时间： 2026-06-30', '2026-06-01 00:00:00', '2026-06-30 23:59:59'],
  ])('%s', (line, from, to) => {
    const period = readPeriod(line);
    expect(period && [formatTime(period.from), formatTime(period.to)]).toEqual([from, to]);
  });

  it.each([
    '拼多多店铺账务明细查询',
    '起始时间：2026-06-01 00:00:00',
    '起始时间：2026-06-31 00:00:00  终止时间：2026-07-30 23:59:59',
    '起始时间：2026-06-30 00:00:00  终止时间：2026-06-01 23:59:59',
    '起始时间：  终止时间：',
  ])('%s states none', (line) => expect(readPeriod(line)).toBeNull());
});

describe('the totals below the rows', () => {
  it.each([
    ['#支出合计：3485笔-59276.09元', { side: 'out', rows: 3485, fen: -5927609 }],
    ['#支出合计：3485笔59276.09元', { side: 'out', rows: 3485, fen: -5927609 }],
    ['#收入合计：52笔5014.55元', { side: 'in', rows: 52, fen: 501455 }],
    ['#收入合计:1,052笔 ¥5,014.55 元', { side: 'in', rows: 1052, fen: 501455 }],
    ['#收入合计：0笔0.00元', { side: 'in', rows: 0, fen: 0 }],
    ['#支出合计：0笔0元', { side: 'out', rows: 0, fen: 0 }],
  ])('%s', (line, total) => expect(readFooterTotal(line)).toEqual(total));

  it.each(['#合计：3笔1.00元', '收入合计：3笔1.00元', '#收入合计：3笔1.2万元', '#收入合计：笔1.00元', '#'])(
    '%s says nothing',
    (line) => expect(readFooterTotal(line)).toBeNull(),
  );
});

describe('the comparison', () => {
  /** Three rows in, two out, one of 0 yuan. */
  const tally = () => {
    const sums = new BillTally();
    for (const [income, expense] of [
      [100, 0],
      [250, 0],
      [50, -7],
      [0, -3],
      [0, 0],
    ] as const)
      sums.add(income, expense);
    return sums;
  };

  it.each([3, 4, 5])('accepts %d rows in: with or without those of 0 yuan, or all rows', (rows) => {
    const sums = tally();
    sums.footer({ side: 'in', rows, fen: 400 });
    expect(sums.differences()).toEqual([]);
  });

  it.each([2, 6])('tells of %d rows in', (rows) => {
    const sums = tally();
    sums.footer({ side: 'in', rows, fen: 400 });
    expect(sums.differences()).toEqual([{ side: 'in', text: `4.00 (${rows}) / 4.00 (3)` }]);
  });

  it('tells of a fen', () => {
    const sums = tally();
    sums.footer({ side: 'in', rows: 3, fen: 401 });
    sums.footer({ side: 'out', rows: 2, fen: -123_456_789 });
    expect(sums.differences()).toEqual([
      { side: 'in', text: '4.01 (3) / 4.00 (3)' },
      { side: 'out', text: '-1,234,567.89 (2) / -0.10 (2)' },
    ]);
  });

  it('is complete only with both totals', () => {
    const sums = tally();
    expect([sums.isTold, sums.isIncomplete]).toEqual([false, true]);
    sums.footer({ side: 'in', rows: 3, fen: 400 });
    expect([sums.isTold, sums.isIncomplete]).toEqual([true, true]);
    sums.footer({ side: 'out', rows: 2, fen: -10 });
    expect([sums.isTold, sums.isIncomplete]).toEqual([true, false]);
  });
});
