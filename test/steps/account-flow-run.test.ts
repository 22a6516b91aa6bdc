// A whole run with Kuaishou's account flow: what the summary, the report, the copy, inspect and trace say of it.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ACCOUNT_HEADER, accountBookings, accountRows } from '../support/account-flow.js';
import { makeBill, makeOrders, toBytes } from '../support/exports.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const made = makeOrders({ template: 'kuaishou-61', rows: 120, seed: 5, payLaterShare: 0.6 });
const [start, end] = [`${made.start.slice(0, 10)} 00:00:00`, made.end];
const settled = made.truth.find(
  ({ payLater, outcome, incomeAt }) => payLater && outcome === 'plain' && incomeAt !== null,
)!;

function files(): string {
  const cwd = folder();
  const bill = makeBill({ platform: 'kuaishou', truth: made.truth, start, end });
  const rows = accountRows([
    ...accountBookings(made.truth, start, end),
    { order: '7000000001', at: end, fen: -3_00, type: '新业务扣款' },
  ]);
  writeFileSync(join(cwd, made.fileName), toBytes({ header: made.header, rows: made.rows }));
  writeFileSync(join(cwd, 'settlement.csv'), toBytes({ header: bill.header, rows: bill.rows }, bill.layout));
  writeFileSync(
    join(cwd, '动账明细.csv'),
    toBytes({ header: [...ACCOUNT_HEADER], rows }, { encoding: 'gb18030' }),
  );
  return cwd;
}

describe('a run with an account flow', () => {
  it('alone settles orders, says how, and names the file for what it is', async () => {
    const cwd = files();
    const words = [made.fileName, '动账明细.csv', '--lang', 'zh', '--json', 'r.json', '-o', 'copy.csv'];
    const { code, stdout } = await runHere(words, { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^动账明细 \d\d-\d\d 至 \d\d-\d\d/m);
    expect(stdout).toContain('动账明细.csv 是动账明细，当作账单用上了');
    expect(stdout).toMatch(/\d+ 单只有动账明细说明到账：入账是扣费后的净额/);
    const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
    expect(report.inputs[1]).toMatchObject({ kind: 'bill', platform: 'kuaishou', encoding: 'gb18030' });
    const { byAccountFlow, byType } = report.bills;
    expect(byAccountFlow.orders).toBeGreaterThan(10);
    expect(byAccountFlow.collectedFen).toBe(report.totals.netCollectedFen);
    expect(byAccountFlow.netFen).toBeLessThan(byAccountFlow.collectedFen);
    const types: string[] = byType.map(({ type }: { type: string }) => type);
    expect(types).toEqual(
      expect.arrayContaining(['货款结算', '结算后退款', '补贴扣除', '佣金/技术服务费返还']),
    );
    // A type that nobody knows may be anything, also somebody's name.
    expect(types).not.toContain('新业务扣款');
    expect(report.problems).toContainEqual(
      expect.objectContaining({ code: 'bill-code-unknown', column: '业务类型', count: 1 }),
    );
    // The number of a fine is no order that the export lacks.
    expect(report.bills.unmatchedOrders).toBe(0);
    expect(report.bills.rows.notInOrders).toBe(1);
    const copied = readFileSync(join(cwd, 'copy.csv'), 'utf8').split('\n');
    const line = copied.find((text) => text.startsWith(settled.orderId));
    expect(line).toContain('动账明细有这单的货款入账（扣费后的净额），按全额算已到账');
  });

  it('beside the settlement leaves every figure as it is', async () => {
    const cwd = files();
    const reportOf = async (...bills: string[]) => {
      const words = [
        made.fileName,
        ...bills.flatMap((name) => ['--bills', name]),
        '--json',
        '-',
        '--no-output',
      ];
      const { code, stdout } = await runHere(words, { cwd });
      expect(code).toBe(0);
      return JSON.parse(stdout);
    };
    const alone = await reportOf('settlement.csv');
    for (const bills of [
      ['settlement.csv', '动账明细.csv'],
      ['动账明细.csv', 'settlement.csv'],
    ]) {
      const { totals, aging, stages, proof, findings, bills: told } = await reportOf(...bills);
      expect(totals).toEqual(alone.totals);
      expect({ aging, stages, proof, findings }).toEqual({
        aging: alone.aging,
        stages: alone.stages,
        proof: alone.proof,
        findings: alone.findings,
      });
      expect(told.byAccountFlow).toBeUndefined();
      // The one that is no refund of an order and the flow's refunds, which the settlement tells too.
      expect(told.rows.repeated).toBeGreaterThan(0);
    }
  });

  it('is shown by inspect and by trace, in English too', async () => {
    const cwd = files();
    const inspected = await runHere(['inspect', '动账明细.csv', '--lang', 'en'], { cwd });
    expect(inspected.stdout).toContain('Kuaishou account flow export');
    expect(inspected.code).toBe(0);
    const words = ['trace', settled.orderId, made.fileName, '--bills', '动账明细.csv', '--lang', 'en'];
    const { stdout } = await runHere(words, { cwd });
    expect(stdout).toContain('pay-out, net of fees');
    expect(stdout).toContain('a pay-out in the account flow (net of fees, counted in full)');
    const lost = await runHere(['动账明细.csv', '--lang', 'en'], { cwd });
    expect(lost.code).toBe(2);
    expect(lost.stderr).toContain('动账明细.csv: Kuaishou account flow');
  });
});
