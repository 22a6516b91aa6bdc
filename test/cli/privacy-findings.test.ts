// Nobody of the rules' fixtures is named in what findings, groups and a traced order show.
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const FIXTURES = join(ROOT, 'fixtures', 'rules');
const RULES = [
  'shared-phone',
  'shared-address',
  'shared-point',
  'shared-waybill',
  'buyer-total',
  'repeat-past-due',
];
const PERSONAL = /^(?:收货人|收货人姓名|手机|收货人电话|详细地址|收货地址)$/;
const folder = scratch();

/** Names, phones and addresses that stand in clear in an export, and its order numbers. */
function peopleOf(path: string): { canaries: string[]; orders: string[] } {
  const rows = parse(readFileSync(path), { bom: true, columns: true, relax_column_count: true }) as Record<
    string,
    string
  >[];
  const canaries = new Set<string>();
  for (const row of rows) {
    for (const [header, cell] of Object.entries(row)) {
      const text = cell.trim();
      if (PERSONAL.test(header) && text.length >= 2 && !text.includes('*')) canaries.add(text);
    }
  }
  return { canaries: [...canaries], orders: rows.map((row) => (row['订单号'] ?? '').trim()) };
}

describe.each(RULES)('%s', (rule) => {
  it('shows its people in no summary, no report and no traced order', async () => {
    const cwd = folder();
    cpSync(join(FIXTURES, rule), cwd, { recursive: true });
    const files = readdirSync(cwd);
    const orders = files.find((name) => name.endsWith('.csv') && !name.startsWith('bill')) ?? '';
    const bills = files.filter((name) => name.startsWith('bill')).flatMap((name) => ['--bills', name]);
    const people = peopleOf(join(cwd, orders));
    expect(people.canaries.length).toBeGreaterThan(2);
    const shown: string[] = [];
    for (const lang of ['zh', 'en']) {
      const options = [orders, ...bills, '--lang', lang];
      const audit = await run([...options, '--no-output', '--verbose', '--json', 'r.json', '--force'], {
        cwd,
      });
      const trace = await run(['trace', people.orders[0] ?? '', ...options], { cwd });
      expect(audit.code).toBe(0);
      expect(trace.code).toBe(0);
      shown.push(audit.stdout, audit.stderr, trace.stdout, trace.stderr);
      shown.push(readFileSync(join(cwd, 'r.json'), 'utf8'));
    }
    const leaks = people.canaries.filter((canary) => shown.some((text) => text.includes(canary)));
    expect(leaks).toEqual([]);
    // The masked forms are there: the people were looked at.
    expect(shown.join('')).toMatch(/\d{3}\*{4}\d{4}|#\d/);
  });
});
