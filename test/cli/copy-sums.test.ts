// The annotated copy's money columns against the report's totals, where money came in for orders without a receivable.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { noTotals } from '../../src/portfolio/totals.js';
import { CopySums } from '../../src/steps/copy-sums.js';
import { billOf } from '../support/billed.js';
import { around, ID } from '../support/billed-shop.js';
import { run } from '../support/command.js';
import { cellsFor, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

describe('money columns', () => {
  it.each([
    ['a cancelled order', { 订单状态: '已取消' }],
    ['a trial', { 是否抽奖或0元试用: '是', '用户实付金额(元)': '', '商家实收金额(元)': '' }],
  ])('sum to the totals also with the income of %s', async (_, cells) => {
    const cwd = folder();
    const shop = around('pinduoduo');
    const rows = [{ ...cellsFor('pinduoduo', { id: ID.pinduoduo }), ...cells }, ...shop.rows];
    const content = csvOf('pinduoduo', rows, { columns: ['是否抽奖或0元试用'] });
    writeFileSync(join(cwd, 'orders.csv'), content);
    const income = { id: ID.pinduoduo, at: '2026-06-08', kind: 'income' as const, yuan: 77 };
    const bill = billOf('pinduoduo', [income, ...shop.lines]);
    writeFileSync(join(cwd, bill.name), bill.content);
    const { code, stdout, stderr } = await run(
      ['orders.csv', '--bills', bill.name, '--json', '-', '--as-of', '2026-07-19', '--quiet', '--lang', 'en'],
      { cwd },
    );
    expect([code, stderr]).toEqual([0, '']);
    const { totals } = JSON.parse(stdout) as { totals: Record<string, number> };
    const copy = parse(readFileSync(join(cwd, 'orders.audited.csv')), { bom: true, columns: true }) as Record<
      string,
      string
    >[];
    const sum = (column: string) =>
      copy.reduce((fen, row) => fen + Math.round(Number(row[column] || '0') * 100), 0);
    expect(sum('audit_collected')).toBe(totals['netCollectedFen']);
    expect(sum('audit_collected')).toBe(87_700);
    expect(sum('audit_receivable')).toBe(totals['receivableFen']);
    expect(sum('audit_refunded')).toBe(totals['refundedFen']);
    expect(sum('audit_outstanding')).toBe(totals['outstandingFen']);
  });

  it('that disagree with the totals are a mistake of ours, and nothing goes out', () => {
    const totals = noTotals(1);
    expect(() => new CopySums().assertTotals(totals)).not.toThrow();
    totals.outstanding.fen = 1;
    expect(() => new CopySums().assertTotals(totals)).toThrow('0 fen as outstanding');
  });
});
