// The README tells the truth: its commands run, its options exist, its exit codes are those of the code.
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../src/cli/run.js';
import { ROOT, run } from './support/command.js';
import { scratch } from './support/scratch.js';

const folder = scratch();
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: object };
const DEMO = 'fixtures/demo/shopA_orders_export2026-07-20-10-09-23.csv';
const OTHER_DEMO = 'fixtures/demo/kuaishou_orders_2026-07-20-10-30-00.csv';

const BILL = 'fixtures/other/pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv';

/** The single commands of the shell blocks, without comments. */
const commands = [...readme.matchAll(/^```sh\n(.*?)^```/gms)]
  .flatMap(([, block = '']) => block.split('\n'))
  .flatMap((line) => line.replace(/ #.*$/, '').split('&&'))
  .map((command) => command.trim())
  .filter((command) => command !== '');

/** The files that a command names as bills. */
const billsOf = (args: readonly string[]): string[] => args.filter((_, i) => args[i - 1] === '--bills');

/** A folder in which a command of the README finds what it names. */
function workplace(bills: readonly string[]): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'fixtures'));
  cpSync(join(ROOT, 'fixtures', 'demo'), join(cwd, 'fixtures', 'demo'), {
    recursive: true,
    filter: (path) => !path.includes('.audited.'),
  });
  symlinkSync(join(ROOT, 'bin'), join(cwd, 'bin'));
  for (const name of ['订单.csv', '6月.csv']) cpSync(join(ROOT, DEMO), join(cwd, name));
  cpSync(join(ROOT, OTHER_DEMO), join(cwd, '7月.csv'));
  for (const name of bills) cpSync(join(ROOT, BILL), join(cwd, name));
  return cwd;
}

describe('the commands of the README', () => {
  const ours = commands.filter((command) => /^(?:node bin\/bnpl-audit\.js|bnpl-audit) /.test(command));

  it('are the first run on a shipped fixture, the tests, and some of the tool', () => {
    expect(commands).toContain(`node bin/bnpl-audit.js ${DEMO}`);
    expect(commands).toContain('npm test');
    expect(ours.length).toBeGreaterThan(3);
    const others = commands.filter((command) => !ours.includes(command));
    expect(others.filter((command) => !/^npm (?:ci|test)$/.test(command))).toEqual([]);
  });

  it.each(ours)('%s', async (command) => {
    const args = command.replace(/^(?:node \S+|bnpl-audit) /, '').split(/ +/);
    const bills = billsOf(args);
    const cwd = workplace(bills);
    const { code, stdout, stderr } = await run(args, { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    if (args.includes('inspect')) {
      expect(stdout).toContain('是否先用后付');
      return;
    }
    expect(stdout).toMatch(/^先用后付对账结果/);
    // Every copy that the summary names is there.
    const copies = stdout.split('\n').flatMap((line) => /(\/\S+\.audited\.csv)$/.exec(line)?.[1] ?? []);
    const orders = args.filter((word) => word.endsWith('.csv')).length - bills.length;
    expect(copies).toHaveLength(orders);
    if (bills.length > 0) expect(stdout).toMatch(/^货款明细 05-01 至 07-19/m);
    const report = args[args.indexOf('--json') + 1] ?? '';
    if (args.includes('--json')) expect(existsSync(join(cwd, report))).toBe(true);
    expect(copies.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('name npm scripts that there are', () => {
    const scripts = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });
});

describe('the README', () => {
  it('names options that the help names', async () => {
    const help = (await run(['--help'])).stdout + (await run(['inspect', '--help'])).stdout;
    const named = new Set([...readme.matchAll(/(?<![\w-])--[a-z][a-z-]*/g)].map(([option]) => option));
    expect(named.size).toBeGreaterThan(4);
    expect([...named].filter((option) => !new RegExp(`${option}(?![\\w-])`).test(help))).toEqual([]);
  });

  it('has the exit codes of the code', () => {
    const [, table = ''] = /\| 退出码 \/ exit code \| \|\n\|---\|---\|\n((?:\|.*\n)+)/.exec(readme) ?? [];
    const codes = [...table.matchAll(/^\| (\d+) \|/gm)].map(([, code]) => Number(code));
    expect(codes).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });
});
