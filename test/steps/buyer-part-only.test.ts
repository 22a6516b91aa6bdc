// Where the receivable is what the buyer pays alone, the summary says so, with a settlement beside the orders too.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AuditPlace, audit } from '../../src/audit.js';
import { realPort } from '../../src/io/port.js';
import { billOf } from '../support/billed.js';
import { idOf } from '../support/billed-shop.js';
import { csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();

/** Twelve orders on which the platform bears 10 yuan, and a settlement that holds so much of it; null: no settlement. */
async function said(subsidy: number | null) {
  const dir = folder();
  const ids = Array.from({ length: 12 }, (_, n) => idOf('kuaishou', n));
  const rows = ids.map((id) => ({ 订单号: id, 实付款: '¥90.00', 平台补贴: '¥10.00' }));
  const lines = ids.map(
    (id) => ({ id, at: '2026-06-02', kind: 'income', yuan: 90 + (subsidy ?? 0) }) as const,
  );
  writeFileSync(join(dir, 'orders.csv'), csvOf('kuaishou', rows));
  writeFileSync(join(dir, 'bill.csv'), billOf('kuaishou', lines).content);
  const unused = () => {
    throw new Error('unused');
  };
  const place = { port: realPort(), folder: dir, spool: unused, stdout: unused } as unknown as AuditPlace;
  const bills = subsidy === null ? [] : [join(dir, 'bill.csv')];
  const { summary } = await audit(place, {
    orders: [join(dir, 'orders.csv')],
    bills,
    output: join(dir, 'copy.csv'),
  });
  return summary.buyerPartOnly;
}

describe('that the receivable is the buyer’s part alone', () => {
  const told = [{ platform: 'kuaishou', header: '实付款' }];

  it.each([
    ['without a settlement', null, told],
    ['with one that no set of subsidies explains', 3, told],
    ['but not where all of them are paid', 10, []],
    ['and not where none is', 0, []],
  ])('is said %s', async (_, subsidy, expected) => {
    expect(await said(subsidy)).toEqual(expected);
  });
});
