// The library: the command's report as an object, files only where they are asked for, mistakes as errors with a code.
import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AuditError, type AuditOptions, audit, messageOf } from '../src/library.js';
import { ROOT, run } from './support/command.js';
import { scratch } from './support/scratch.js';

const folder = scratch();
const DEMO = 'fixtures/demo/shopA_orders_export2026-07-20-10-09-23.csv';
const BILL = 'fixtures/other/pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv';

/** A folder with the demo's orders and their bill. */
function shop(): string {
  const dir = folder();
  cpSync(join(ROOT, DEMO), join(dir, 'orders_export2026-07-20-10-09-23.csv'));
  cpSync(join(ROOT, BILL), join(dir, 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv'));
  return dir;
}

async function errorOf(options: AuditOptions): Promise<AuditError> {
  return audit(options).then(
    () => expect.fail('it should have been refused'),
    (error: unknown) => {
      expect(error).toBeInstanceOf(AuditError);
      return error as AuditError;
    },
  );
}

describe('the audit as a call', () => {
  it('gives the report that the command writes, and writes nothing', async () => {
    const dir = shop();
    const before = readdirSync(dir).sort();
    const options = { orders: ['orders_*.csv'], bills: 'pdd-*.csv', folder: dir, asOf: '2026-07-20' };
    const { report, damaged, copies } = await audit(options);
    expect(readdirSync(dir).sort()).toEqual(before);
    expect([damaged, copies]).toEqual([false, []]);
    const bills = before.filter((name) => name.startsWith('pdd-')).flatMap((name) => ['--bills', name]);
    const args = [...before.filter((name) => name.startsWith('orders_')), ...bills, '--as-of', '2026-07-20'];
    const { code, stdout } = await run([...args, '--no-output', '--json', '-'], { cwd: dir });
    expect(code).toBe(0);
    expect(report).toEqual(JSON.parse(stdout));
    expect(report.findings.length).toBeGreaterThan(5);
  });

  it('writes the copy, the rejects and the report where it is told, as the command does', async () => {
    const dir = shop();
    const options = {
      orders: 'orders_export2026-07-20-10-09-23.csv',
      output: 'copy.csv',
      json: 'report.json',
      folder: dir,
    };
    const { report, copies } = await audit(options);
    expect(copies).toEqual([join(dir, 'copy.csv')]);
    expect(JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8'))).toEqual(report);
    await run(['orders_export2026-07-20-10-09-23.csv', '-o', 'other.csv'], { cwd: dir });
    expect(readFileSync(join(dir, 'copy.csv')).equals(readFileSync(join(dir, 'other.csv')))).toBe(true);
  });

  it('takes every option that the command has', async () => {
    const dir = folder();
    writeFileSync(
      join(dir, 'a.txt'),
      'nr;state;paid\nA0000001;shipped;10.00\nA0000002;shipped;20.00\nbroken\n',
    );
    writeFileSync(join(dir, 'list.txt'), 'A0000002\n');
    const options: AuditOptions = {
      orders: 'a.txt',
      folder: dir,
      payLaterOrders: 'list.txt',
      map: { order_id: 'nr', status: 'state', buyer_paid: 'paid' },
      platform: 'generic',
      delimiter: ';',
      encoding: 'utf-8',
      control: { orders: 2, amount: '30.00' },
      maxRejects: 1,
      asOf: '2026-07-20',
      rejects: 'rejects.csv',
      language: 'en',
    };
    const { report, damaged } = await audit(options);
    expect(report.totals).toMatchObject({ orders: 2, payLaterOrders: 1, outstandingFen: 2000 });
    expect(report.control).toMatchObject({ ordersWanted: 2, ordersRead: 2, amountReadFen: 3000 });
    expect(report.settings.map).toEqual({ value: options.map, source: 'flag' });
    expect(damaged).toBe(false);
    expect(readFileSync(join(dir, 'rejects.csv'), 'utf8')).toContain('record-short');
    expect((await audit({ ...options, maxRejects: 0, rejects: 'again.csv' })).damaged).toBe(true);
    const all = await audit({
      ...options,
      payLaterOrders: 'list.txt',
      allPayLater: false,
      linkAcrossShops: true,
    });
    expect(all.report.settings.linkAcrossShops).toEqual({ value: true, source: 'flag' });
  });

  it('is configured by a file, by the one beside the input, and by single keys', async () => {
    const dir = shop();
    const options = { orders: 'orders_*.csv', folder: dir };
    const minOf = async (more: Partial<AuditOptions>) => {
      const { settings } = (await audit({ ...options, ...more })).report;
      const { value, source } = settings.rules['single-large']?.params['min'] ?? {};
      return [value, source];
    };
    writeFileSync(join(dir, 'other.yaml'), 'large: {min: 300}\n');
    expect(await minOf({})).toEqual([100_000, 'default']);
    expect(await minOf({ config: 'other.yaml' })).toEqual([30_000, 'config']);
    writeFileSync(join(dir, 'bnpl-audit.yaml'), 'large: {min: 400}\n');
    expect(await minOf({})).toEqual([40_000, 'config']);
    expect(await minOf({ config: null })).toEqual([100_000, 'default']);
    expect(await minOf({ set: { 'large.min': 500 } })).toEqual([50_000, 'flag']);
  });

  it.each<[string, Partial<AuditOptions>]>([
    ['option-unknown', { allPayLatr: true } as Partial<AuditOptions>],
    ['option-unknown', { reveal: true } as Partial<AuditOptions>],
    ['option-unknown', { lists: {} } as Partial<AuditOptions>],
    ['option-invalid', { orders: 5 } as unknown as Partial<AuditOptions>],
    ['option-invalid', { language: 'fr' } as unknown as Partial<AuditOptions>],
    ['option-invalid', { maxRejects: -1 }],
    ['option-invalid', { maxRejects: Number.NaN }],
    ['option-invalid', { control: { orders: -3 } }],
    ['option-invalid', { control: { amount: 12 } as unknown as NonNullable<AuditOptions['control']> }],
    ['config-unreadable', { config: 'none.yaml' }],
    ['config-unknown-key', { set: { 'large.most': 3 } }],
    ['orders-missing', { orders: [] }],
    ['option-invalid', { orders: '-' }],
    ['option-invalid', { orders: '' }],
    ['option-invalid', { bills: ['-'] }],
    ['option-invalid', { output: '-' }],
    ['option-invalid', { json: '-' }],
    ['option-invalid', { rejects: '' }],
    ['option-invalid', { asOf: '2026-02-30' }],
    ['option-invalid', { control: { amount: 'many' } }],
    ['option-invalid', { control: { orders: 1.5 } }],
    ['map-field-unknown', { map: { nothing: 'x' } as AuditOptions['map'] & object }],
    ['file-not-found', { orders: 'none.csv' }],
    ['file-not-found', { payLaterOrders: 'none.txt' }],
  ])('refuses with %s, in words: %j', async (code, wrong) => {
    const dir = shop();
    const before = readdirSync(dir).sort();
    const error = await errorOf({ orders: 'orders_*.csv', folder: dir, ...wrong });
    expect(error.code).toBe(code);
    expect(messageOf(error)).toMatch(new RegExp(`^错误 ${code}：.+\n {2}.+`));
    expect(messageOf(error, 'en')).toMatch(new RegExp(`^error ${code}: .+\n {2}.+`));
    expect(readdirSync(dir).sort()).toEqual(before);
  });

  it('has its types beside it', () => {
    const types = readFileSync(join(ROOT, 'dist/library.d.ts'), 'utf8');
    expect(types).toContain('export declare function audit(options: AuditOptions): Promise<AuditOutcome>');
    expect(existsSync(join(ROOT, 'dist/report/report.d.ts'))).toBe(true);
  });
});
