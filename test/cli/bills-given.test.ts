// Bills that do not come alone or whole: folders that hold other files too, rows that cannot be read, controls in the report.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, it } from 'vitest';
import { pinduoduoFooter } from '../support/bills.js';
import { run } from '../support/command.js';
import { OTHER_HEADERS } from '../support/headers.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
const HEADER = OTHER_HEADERS.pinduoduoBill.join(',');
const ROW = '12345678,2026-07-06 08:00:00,10.00,0.00,交易收入,-,0010002|交易收入-订单收入';
const billOf = (...rows: string[]) =>
  [
    '起始时间：2026-07-01 00:00:00  终止时间：2026-07-28 23:59:59',
    HEADER,
    ...rows,
    ...pinduoduoFooter(rows.map((row) => row.split(','))),
    '',
  ].join('\n');
const AFTER_SALES = `${OTHER_HEADERS.pinduoduoAfterSales.join(',')}\n`;

function withFiles(files: Readonly<Record<string, string>>): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'bills'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

describe.concurrent('a folder or wildcard behind --bills', () => {
  it.for(['bills', 'bills/*.csv'])(
    '%s leaves out what is no bill, and tells it',
    async (bills, { expect }) => {
      const cwd = withFiles({
        'o.csv': ORDERS,
        'bills/b.csv': billOf(ROW),
        'bills/old.csv': ORDERS,
        'bills/after.csv': AFTER_SALES,
        'bills/x.csv': 'x,y\n',
      });
      const words = ['o.csv', '--bills', bills, '--json', '-', '--no-output'];
      const { code, stdout, stderr } = await run(words, { cwd });
      expect(code, stderr).toBe(0);
      const { totals, inputs } = JSON.parse(stdout) as {
        totals: Record<string, number>;
        inputs: { name: string }[];
      };
      expect(totals).toMatchObject({ orders: 1, netCollectedFen: 1000, outstandingFen: 0 });
      expect(inputs.map(({ name }) => name)).toEqual(['o.csv', 'b.csv']);
      const told = stderr.replace(/\n {2}/g, ' ');
      for (const name of ['old.csv', 'after.csv'])
        expect(told).toContain(`skipped ${join(cwd, 'bills', name)} (no bill or settlement)`);
      expect(told).toContain(`skipped ${join(cwd, 'bills', 'x.csv')} (not a known export)`);
    },
  );

  it('does not tell of orders there that are read as orders', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'b.csv': billOf(ROW) });
    const { code, stdout } = await run(['o.csv', '--bills', '.', '--no-output'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('collected 10.00');
    expect(stdout).not.toContain('skipped');
  });

  it('stops for a file that was named, and where no bill is left', async ({ expect }) => {
    const cwd = withFiles({
      'o.csv': ORDERS,
      'bills/b.csv': billOf(ROW),
      'bills/old.csv': ORDERS,
      'p.csv': ORDERS,
    });
    for (const bills of [['bills', '--bills', 'bills/old.csv'], ['p.*'], ['bills/old.csv']]) {
      const { code, stderr } = await run(['o.csv', '--no-output', '--bills', ...bills], { cwd });
      expect({ bills, code, says: stderr.split(':')[0] }).toEqual({
        bills,
        code: 2,
        says: 'error not-a-bill',
      });
      expect(stderr).toContain(bills[0] === 'p.*' ? 'p.csv' : join('bills', 'old.csv'));
    }
  });
});

describe.concurrent('rows of bills that cannot be read', () => {
  const PHONE = '19900123456';
  const bill = billOf(
    ROW,
    `12345678,2026-07-07 08:00:00,${PHONE},0.00,交易收入,-,0010002|交易收入-订单收入`,
    '12345678,2026-07-08 08:00:00,1.2万,0.00,交易收入,-,0010002|交易收入-订单收入',
  );

  it('stand in the list of rejects, behind those of orders', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': `${ORDERS},shipped,3.00,yes\n`, 'b.csv': bill });
    const words = ['o.csv', '--bills', 'b.csv', '--no-output', '--rejects', 'r.csv'];
    const { code, stdout } = await run(words, { cwd });
    expect(code).toBe(3);
    const text = readFileSync(join(cwd, 'r.csv'), 'utf8');
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.slice(1).map((cells) => cells.slice(0, 5))).toEqual([
      ['o.csv', '3', 'order-id-missing', expect.any(String), 'order_id'],
      ['b.csv', '4', 'bill-row-unreadable', expect.any(String), '收入金额（+元）'],
      ['b.csv', '5', 'bill-row-unreadable', expect.any(String), '收入金额（+元）'],
    ]);
    expect(rows[3]?.[5]).toBe('1.2万');
    expect(rows[3]?.[6]).toContain('交易收入');
    expect(text + stdout).not.toContain(PHONE);
    const clear = await run([...words, '--reveal'], { cwd });
    expect(clear.code).toBe(3);
    expect(readFileSync(join(cwd, 'r.csv'), 'utf8')).toContain(PHONE);
  });

  it('add nothing to any figure', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'b.csv': bill });
    const { stdout } = await run(['o.csv', '--bills', 'b.csv', '--no-output', '--json', '-'], { cwd });
    const report = JSON.parse(stdout) as { totals: object; bills: { byType: object[] }; inputs: object[] };
    expect(report.totals).toMatchObject({ netCollectedFen: 1000, overCollectedFen: 0 });
    expect(report.bills.byType).toEqual([{ type: '0010002', rows: 1, inFen: 1000, outFen: 0 }]);
    expect(report.inputs[1]).toMatchObject({ records: 3, rejected: 2 });
    expect(stdout).not.toContain(PHONE);
  });
});

describe.concurrent('the report', () => {
  it('holds the back office’s totals beside what was read, later orders included', async ({ expect }) => {
    const cwd = withFiles({
      'o.csv':
        'order_id,status,buyer_paid,pay_later,created_at\n' +
        '12345678,shipped,10.00,yes,2026-07-01 08:00:00\n87654321,shipped,5.00,yes,2026-07-09 08:00:00\n',
    });
    const words = ['o.csv', '--no-output', '--json', '-', '--as-of', '2026-07-05', '--control'];
    const { stdout, stderr } = await run([...words, 'orders=3'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      totals: { orders: 1, laterOrders: 1, payLaterOrders: 1, receivableFen: 1000 },
      control: { ordersWanted: 3, ordersRead: 2, amountWantedFen: null, amountReadFen: 1500 },
    });
    expect(stderr).toContain('1 order was placed after the as-of date and not counted');
  });
});
