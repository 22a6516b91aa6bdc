// Nobody of the rules' fixtures is named in what findings, groups and a traced order show.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const FIXTURES = join(ROOT, 'fixtures', 'rules');
const RULES = [
  'shared-phone',
  'shared-address',
  'linked-buyers',
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
      // Fixtures without a group say so.
      const group = await run(['trace', 'G1', ...options], { cwd });
      expect(audit.code).toBe(0);
      expect(trace.code).toBe(0);
      expect(group.code).toBe(/"clusters": \[\]/.test(readFileSync(join(cwd, 'r.json'), 'utf8')) ? 2 : 0);
      shown.push(audit.stdout, audit.stderr, trace.stdout, trace.stderr, group.stdout, group.stderr);
      shown.push(readFileSync(join(cwd, 'r.json'), 'utf8'));
    }
    const leaks = people.canaries.filter((canary) => shown.some((text) => text.includes(canary)));
    expect(leaks).toEqual([]);
    // The masked forms are there: the people were looked at.
    expect(shown.join('')).toMatch(/\d{3}\*{4}\d{4}|#\d/);
  });
});

describe('lists of people', () => {
  const STAFF = ['欧阳雪鹭', '19912345678', '听雨路77号云栖雅筑3幢1502室', 'canary_buyer_8842'] as const;
  const CANARIES = [...STAFF, '雪鹭', '听雨路', '云栖雅筑', '1502', 'canary', '金丝雀', '199 1234'];
  const leaks = (texts: readonly string[]) =>
    CANARIES.filter((one) => texts.some((text) => text.includes(one)));

  it.each(['zh', 'en'])('are in no summary, no report, no copy and no traced order, in %s', async (lang) => {
    const cwd = folder();
    const [name, phone, address, account] = STAFF;
    const head = '商品,订单号,订单状态,是否先用后付,用户实付金额(元),收货人,手机,省,市,区,详细地址';
    const place = '浙江省,杭州市,西湖区';
    const orders = ['260715-522628914952103', '260715-522628914952104'];
    const rows = [`,,,${place},青禾路1号`, `,,19900000001,${place},`].map(
      (cells, i) => `茶,${orders[i]},已发货,是,10.00${cells}`,
    );
    writeFileSync(join(cwd, 'o.csv'), `${[head, ...rows].join('\n')}\n`);
    writeFileSync(
      join(cwd, 'staff.csv'),
      `姓名,手机,地址,账号\n${name},${phone},浙江省杭州市西湖区${address},${account}\n,19900000001,,\n`,
    );
    const yaml = `lists:\n  staff: {file: staff.csv}\n  phones: ["${phone}"]\n  wholesale: [{name: ${name}, phone: "${phone}"}]\n  tags: [金丝雀]\n`;
    writeFileSync(join(cwd, 'bnpl-audit.yaml'), yaml);
    const audit = await run(['o.csv', '--verbose', '--json', 'r.json', '--lang', lang], { cwd });
    const trace = await run(['trace', orders[1] ?? '', 'o.csv', '--lang', lang], { cwd });
    expect([audit.code, trace.code], audit.stderr).toEqual([0, 0]);
    const [report, copy] = ['r.json', 'o.audited.csv'].map((file) => readFileSync(join(cwd, file), 'utf8'));
    expect(leaks([audit.stdout, audit.stderr, trace.stdout, report ?? '', copy ?? ''])).toEqual([]);
    // The lists were looked at: one order is on one, the other entries are told.
    expect(report).toContain('own-contact');
    expect(report).toContain('list-entry-unmatched');
    // Nor does an error name anybody.
    writeFileSync(join(cwd, 'staff.csv'), `姓名,手机\n${name},${phone.slice(0, 8)}\n`);
    const refused = await run(['o.csv', '--force', '--lang', lang], { cwd });
    expect(refused.code).toBe(2);
    expect(leaks([refused.stdout, refused.stderr])).toEqual([]);
    expect(refused.stderr).not.toContain(phone.slice(0, 8));
  });
});
