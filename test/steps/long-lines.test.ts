// A line beyond the limit on a record: rejected and counted in every encoding, and passed on whole in the copy.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MAX_RECORD_BYTES } from '../../src/io/scanner.js';
import { encodeText } from '../support/bytes.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ENCODINGS = ['gb18030', 'utf16le-bom', 'utf16be-bom'] as const;
const ORDERS = 'order_id,status,buyer_paid,note\n';
const BILL = '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述\n';

describe.each(ENCODINGS)('a line that is too long, in %s', (encoding) => {
  // Characters of two and of four bytes in UTF-16 are counted differently.
  it.each(['单', '😀'])('of %s, rejects one order and no other', async (character) => {
    const cwd = folder();
    const long = `12345678,shipped,1.00,${character.repeat(MAX_RECORD_BYTES / 2)}\n`;
    const input = encodeText(`${ORDERS}${long}12345679,shipped,2.00,x\n`, encoding);
    writeFileSync(join(cwd, 'o.csv'), input);
    const { code, stderr } = await runHere(
      ['o.csv', '--all-pay-later', '-o', 'copy.csv', '--json', 'r.json', '--quiet'],
      { cwd },
    );
    expect([code, stderr]).toEqual([3, '']);
    const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
    expect(report.inputs[0]).toMatchObject({ records: 2, rejected: 1, bytes: input.length });
    const copy = readFileSync(join(cwd, 'copy.csv'));
    const body = encodeText(long.trimEnd(), encoding).subarray(encoding.startsWith('utf16') ? 2 : 0);
    expect(copy.length).toBeGreaterThan(input.length);
    expect(copy.includes(body)).toBe(true);
  });

  it('rejects one row of a bill and no other', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), `${ORDERS}260601-100000000000001,shipped,2.00,x\n`);
    const row = (note: string) => `260601-100000000000001,2026-06-09 10:00:00,2.00,0.00,交易收入,${note},\n`;
    const bill = `${BILL}${row('单'.repeat(MAX_RECORD_BYTES / 2))}${row('')}`;
    writeFileSync(join(cwd, 'pdd-mall-bill-detail(1)_2026-07-20-10-09-55_1.csv'), encodeText(bill, encoding));
    const { code, stderr } = await runHere(
      ['.', '--all-pay-later', '--no-output', '--json', 'r.json', '--quiet'],
      { cwd },
    );
    expect([code, stderr]).toEqual([3, '']);
    const report = JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'));
    const read = report.inputs.find((input: { kind: string }) => input.kind === 'bill');
    expect(read).toMatchObject({ rejected: 1 });
    expect(report.bills.rows.all).toBe(1);
  });
});
