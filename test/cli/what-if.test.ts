// Several settings of one parameter: each row is what an audit with that setting finds, and nothing is written.
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit.js';
import type { Report } from '../../src/report/report.js';
import { ROOT } from '../support/command.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ORDERS = 'orders_export2026-07-20-10-09-23.csv';
const BILL = 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv';

interface Tally {
  readonly findings: number;
  readonly orders: number;
  readonly outstandingFen: number;
}
interface Tried {
  readonly schemaVersion: number;
  readonly asOf: string;
  readonly whatIf: {
    readonly key: string;
    readonly unit: string;
    readonly rules: readonly string[];
    readonly settings: readonly {
      readonly value: number;
      readonly inForce: boolean;
      readonly findings: Tally;
      readonly mediumAndAbove: Tally;
    }[];
  };
}

function shop(): string {
  const dir = folder();
  cpSync(join(ROOT, 'fixtures/demo/shopA_orders_export2026-07-20-10-09-23.csv'), join(dir, ORDERS));
  cpSync(join(ROOT, 'fixtures/other', BILL), join(dir, BILL));
  return dir;
}

async function tried(dir: string, ...args: string[]): Promise<Tried['whatIf']> {
  const { code, stdout, stderr } = await runHere(
    [ORDERS, '--bills', BILL, '--quiet', '--json', '-', ...args],
    { cwd: dir },
  );
  expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' });
  return (JSON.parse(stdout) as Tried).whatIf;
}

async function reportOf(dir: string, ...args: string[]): Promise<Report> {
  const { stdout } = await runHere(
    [ORDERS, '--bills', BILL, '--no-output', '--quiet', '--json', '-', ...args],
    { cwd: dir },
  );
  return JSON.parse(stdout) as Report;
}

describe('several settings of one parameter', () => {
  it.each([
    ['large.min', '50,300,2000', 'fen', [5_000, 30_000, 100_000, 200_000]],
    ['LU1.min', '300,2000', 'fen', [30_000, 100_000, 200_000]],
    ['late.month', '20 days,40天', 'days', [20, 30, 40]],
    ['platforms.pinduoduo.grace', '0,40', 'days', [0, 1, 40]],
  ])('of %s find each what an audit with it finds', async (key, values, unit, expected) => {
    const dir = shop();
    const { settings, rules, ...rest } = await tried(dir, '--what-if', `${key}=${values}`);
    expect(rest.unit).toBe(unit);
    expect(settings.map(({ value }) => value)).toEqual(expected);
    expect(settings.filter(({ inForce }) => inForce)).toHaveLength(1);
    for (const { value, findings, mediumAndAbove } of settings) {
      const typed = unit === 'fen' ? value / 100 : value;
      const { findings: all } = await reportOf(dir, '--set', `${key}=${typed}`);
      const own = all.filter(({ rule }) => rules.length === 0 || rules.includes(rule));
      const medium = all.filter(({ severity }) => severity !== 'info' && severity !== 'low');
      expect(findings).toMatchObject({ findings: own.length, orders: distinct(own) });
      expect(mediumAndAbove).toMatchObject({ findings: medium.length, orders: distinct(medium) });
    }
  });

  it('differ in what they find, and a higher limit never adds anything', async () => {
    const { settings } = await tried(shop(), '--what-if', 'large.min=1,50,100,300,1000,3000,5000,1000000');
    const counts = settings.map(({ findings }) => findings.findings);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    expect(new Set(counts).size).toBeGreaterThan(3);
    expect(settings.at(-1)?.findings).toEqual({ findings: 0, orders: 0, outstandingFen: 0 });
  });

  it('count an order once, with what is outstanding of it', async () => {
    const dir = shop();
    const { settings } = await tried(dir, '--what-if', 'large.min=0.01');
    const { totals } = await reportOf(dir);
    const [first] = settings;
    // LU1 and LU6 share the open orders between them, and PL14 names some of them again.
    expect(first?.findings.orders).toBeLessThanOrEqual(totals.openOrders);
    expect(first?.findings.outstandingFen).toBe(totals.outstandingFen);
    expect(first?.findings.findings).toBeGreaterThan(first?.findings.orders ?? 0);
  });

  it('stand beside the one that a configuration put in force', async () => {
    const { settings } = await tried(shop(), '--set', 'large.min=300', '--what-if', 'LU1.min=300,500');
    expect(settings.map(({ value, inForce }) => [value, inForce])).toEqual([
      [30_000, true],
      [50_000, false],
    ]);
  });

  it('leave a rule with a limit of its own, and a shop with one, as the configuration leaves them', async () => {
    const dir = shop();
    writeFileSync(join(dir, 'bnpl-audit.yaml'), 'rules: {LU1: {min: 3000}}\n');
    const { settings } = await tried(dir, '--what-if', 'large.min=500,1000,2000');
    expect(settings.map(({ value, inForce }) => [value, inForce])).toEqual([
      [50_000, false],
      [100_000, true],
      [200_000, false],
    ]);
    for (const { value, findings } of settings) {
      writeFileSync(
        join(dir, 'bnpl-audit.yaml'),
        `large: {min: ${value / 100}}\nrules: {LU1: {min: 3000}}\n`,
      );
      const { findings: all } = await reportOf(dir);
      const own = all.filter(({ rule }) =>
        ['single-large', 'large-unshipped', 'shipping-deadline'].includes(rule),
      );
      expect(findings).toMatchObject({ findings: own.length, orders: distinct(own) });
    }
    const counts = settings.map(({ findings }) => findings.findings);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it.each([
    ['zh', 79],
    ['en', 79],
  ] as const)('are a table in %s that fits, and leave no file', async (language, columns) => {
    const dir = shop();
    const before = readdirSync(dir).sort();
    const args = [ORDERS, '--bills', BILL, '--what-if', 'large.min=500,1000,2000', '--lang', language];
    const { code, stdout, stderr } = await runHere(args, { cwd: dir });
    expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' });
    expect(readdirSync(dir).sort()).toEqual(before);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => stringWidth(line) > columns)).toEqual([]);
    expect(lines.filter((line) => /^ {2}(?:500|1,000|2,000)\.00 /.test(line))).toHaveLength(3);
    expect(lines.filter((line) => line.includes(' *  '))).toHaveLength(1);
    expect(stdout).not.toMatch(/undefined|NaN/);
  });

  it('write the report to a file of ours only where it is asked for', async () => {
    const dir = shop();
    const args = [ORDERS, '--what-if', 'large.min=500', '--json', 'tried.json', '--quiet'];
    expect((await runHere(args, { cwd: dir })).stdout).toBe('');
    expect((await runHere(args, { cwd: dir })).code).toBe(EXIT.done);
    const report = JSON.parse(readFileSync(join(dir, 'tried.json'), 'utf8')) as Tried;
    expect(report).toMatchObject({ schemaVersion: 1, tool: { name: 'bnpl-audit' }, asOf: '2026-07-20' });
  });

  it.each([
    'large.min',
    'large.min=',
    '=3',
    'large.min=1,,2',
    `large.min=${Array.from({ length: 21 }, (_, i) => i + 1)}`,
  ])('are refused as %s', async (typed) => {
    const { code, stderr } = await runHere([ORDERS, '--what-if', typed], { cwd: shop() });
    expect(code).toBe(EXIT.unable);
    expect(stderr).toMatch(/^error option-invalid: .*--what-if/);
  });
});

function distinct(findings: Report['findings']): number {
  return new Set(findings.flatMap(({ orderIds }) => orderIds)).size;
}
