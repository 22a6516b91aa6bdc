// Where copies go: names, folders, standard output, modes, what is replaced and what is not; and which inputs are taken.
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { filesIn, run } from '../support/command.js';
import { OTHER_HEADERS } from '../support/headers.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
/** What these tests look at of a report. */
interface Report {
  readonly totals: Readonly<Record<string, number>>;
  readonly inputs: readonly { readonly name: string; readonly kind: string }[];
  readonly bills: { readonly rows: Readonly<Record<string, number>> };
}

/** The bill of a month of 2026 that holds the income of one order, 10 yuan. */
const billOf = (month: string, order: string): string =>
  [
    `起始时间：2026-${month}-01 00:00:00  终止时间：2026-${month}-28 23:59:59`,
    OTHER_HEADERS.pinduoduoBill.join(','),
    `${order},2026-${month}-06 08:00:00,10.00,0.00,交易收入,-,0010002|交易收入-订单收入`,
    '#支出合计：0笔0.00元',
    '#收入合计：1笔10.00元\n',
  ].join('\n');
const OTHER = ORDERS.replaceAll('12345678', '87654321');

function withFiles(files: Readonly<Record<string, string>>): string {
  const cwd = folder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
}

describe.concurrent('the place of a copy', () => {
  it.for<{ args: string[]; makes: string[] }>([
    { args: [], makes: ['o.audited.csv'] },
    { args: ['-o', 'x.csv'], makes: ['x.csv'] },
    { args: ['-o', 'd'], makes: ['d/o.audited.csv'] },
    { args: ['--output=d/'], makes: ['d/o.audited.csv'] },
    { args: ['-o', 'd/x.csv'], makes: ['d/x.csv'] },
    { args: ['-o', 'new/'], makes: ['new', 'new/o.audited.csv'] },
    { args: ['--no-output'], makes: [] },
    { args: ['--no-output', '--rejects', 'r.csv'], makes: ['r.csv'] },
  ])('$args', async ({ args, makes }, { expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS });
    mkdirSync(join(cwd, 'd'));
    const { code, stdout, stderr } = await run(['o.csv', ...args], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const made = [...filesIn(cwd), ...filesIn(join(cwd, 'd')).map((name) => `d/${name}`)];
    const before = ['o.csv', 'd'];
    expect(
      [...new Set(made)].filter((name) => !before.includes(name) && !isInner(name, makes)).sort(),
    ).toEqual(makes);
    expect(readFileSync(join(cwd, 'o.csv'), 'utf8')).toBe(ORDERS);
    const copy = makes.find((name) => name.endsWith('.csv') && name !== 'r.csv');
    if (copy !== undefined) expect(stdout).toContain(join(cwd, copy));
  });

  it.for<{ args: string[]; makes: string[] }>([
    { args: [], makes: ['a.audited.csv', 'b.audited.csv'] },
    { args: ['-o', 'd'], makes: ['d/a.audited.csv', 'd/b.audited.csv'] },
    { args: ['-o', 'new'], makes: ['new', 'new/a.audited.csv', 'new/b.audited.csv'] },
  ])('of two inputs with $args', async ({ args, makes }, { expect }) => {
    const cwd = withFiles({ 'a.csv': ORDERS, 'b.csv': OTHER });
    mkdirSync(join(cwd, 'd'));
    expect((await run(['a.csv', 'b.csv', ...args], { cwd })).code).toBe(0);
    const made = filesIn(cwd).filter(
      (name) => !['a.csv', 'b.csv', 'd'].includes(name) && !isInner(name, makes),
    );
    expect(made.sort()).toEqual(makes);
  });

  it('takes a folder that it made away again when the run fails', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'r.csv': 'mine\n' });
    const { code, stderr } = await run(['o.csv', '-o', 'new/', '--rejects', 'r.csv'], { cwd });
    expect({ code, says: stderr.includes('output-exists') }).toEqual({ code: 2, says: true });
    expect(filesIn(cwd)).toEqual(['o.csv', 'r.csv']);
  });

  it('is standard output for -: the copy alone, and the talk goes to standard error', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS });
    const piped = await run(['o.csv', '-o', '-'], { cwd });
    expect(filesIn(cwd)).toEqual(['o.csv']);
    expect((await run(['o.csv'], { cwd })).code).toBe(0);
    expect(piped.bytes.equals(readFileSync(join(cwd, 'o.audited.csv')))).toBe(true);
    expect(piped.stderr).toMatch(/^Pay-later reconciliation/);
    expect(await run(['o.csv', '-o', '-', '--quiet'], { cwd })).toMatchObject({
      stdout: piped.stdout,
      stderr: '',
    });
  });

  it('is nowhere for standard input, unless it is named', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS });
    const input = ORDERS;
    const plain = await run(['-'], { cwd, input });
    expect({ code: plain.code, stderr: plain.stderr }).toEqual({ code: 0, stderr: '' });
    expect(plain.stdout).toMatch(/^Pay-later reconciliation/);
    expect(filesIn(cwd)).toEqual(['o.csv']);
    expect((await run(['o.csv'], { cwd })).code).toBe(0);
    const copy = readFileSync(join(cwd, 'o.audited.csv'));
    expect((await run(['-', '-o', '-'], { cwd, input })).bytes.equals(copy)).toBe(true);
    expect((await run(['-', '-o', 'x.csv'], { cwd, input })).code).toBe(0);
    expect(readFileSync(join(cwd, 'x.csv')).equals(copy)).toBe(true);
    expect((await run(['inspect', '-'], { cwd, input })).stdout).toMatch(/^stdin /);
    const empty = await run(['-', '--lang', 'en'], { cwd, input: '' });
    expect({ code: empty.code, first: empty.stderr.split('\n')[0] }).toEqual({
      code: 2,
      first: 'error file-empty: The file is empty: stdin',
    });
  });
});

/** A name without its folder that stands for one in a folder. */
function isInner(name: string, makes: readonly string[]): boolean {
  return !makes.includes(name) && makes.some((made) => made.endsWith(`/${name}`));
}

describe.concurrent('an existing file', () => {
  it('is replaced when it is ours, and with --force when it is not', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'x.csv': 'mine\n' });
    const first = await run(['o.csv', '--rejects', 'r.csv', '--lang', 'zh'], { cwd });
    const again = await run(['o.csv', '--rejects', 'r.csv', '--lang', 'en'], { cwd });
    expect([first.code, again.code]).toEqual([0, 0]);
    expect(readFileSync(join(cwd, 'o.audited.csv'), 'utf8')).toContain('audit_outstanding');
    expect(readFileSync(join(cwd, 'r.csv'), 'utf8')).toContain('"reason"');
    expect((await run(['o.csv', '-o', 'x.csv'], { cwd })).code).toBe(2);
    expect(readFileSync(join(cwd, 'x.csv'), 'utf8')).toBe('mine\n');
    expect((await run(['o.csv', '-o', 'x.csv', '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, 'x.csv'), 'utf8')).toContain('核查_未收货款');
  });

  it('keeps all of a run back when one output cannot be written', async ({ expect }) => {
    const cwd = withFiles({ 'a.csv': ORDERS, 'b.csv': OTHER, 'b.audited.csv': 'mine\n' });
    const { code, stderr } = await run(['a.csv', 'b.csv'], { cwd });
    expect({ code, path: stderr.includes(join(cwd, 'b.audited.csv')) }).toEqual({ code: 2, path: true });
    expect(filesIn(cwd)).toEqual(['a.csv', 'b.audited.csv', 'b.csv']);
  });
});

describe.concurrent('file modes', () => {
  it('are those of the input for the copy, and private for the rejects', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS });
    for (const mode of [0o600, 0o640, 0o644]) {
      chmodSync(join(cwd, 'o.csv'), mode);
      expect((await run(['o.csv', '--rejects', 'r.csv'], { cwd })).code).toBe(0);
      const modes = ['o.audited.csv', 'r.csv'].map((name) => statSync(join(cwd, name)).mode & 0o777);
      expect(modes).toEqual([mode, 0o600]);
    }
  });
});

describe.concurrent('folders and wildcards', () => {
  it('bring in exports, and tell what they leave out: copies and other tables', async ({ expect }) => {
    const cwd = withFiles({ 'a.csv': ORDERS, 'b.csv': OTHER, 'other.csv': 'x,y\n', '.hidden.csv': ORDERS });
    expect((await run(['a.csv'], { cwd })).code).toBe(0);
    for (const argument of ['.', '*.csv']) {
      const { code, stdout } = await run([argument, '--no-output'], { cwd });
      expect(code).toBe(0);
      expect(stdout).toContain('2 orders: 2 pay-later');
      const told = stdout.replace(/\n {2}/g, ' ');
      expect(told).toContain(`skipped ${join(cwd, 'a.audited.csv')} (an annotated copy)`);
      expect(told).toContain(`skipped ${join(cwd, 'other.csv')} (not a known export)`);
      expect(told).not.toContain('.hidden');
    }
    const named = await run(['a.csv', 'a.audited.csv'], { cwd });
    expect({ code: named.code, first: named.stderr.split(':')[0] }).toEqual({
      code: 2,
      first: 'error copy-as-input',
    });
  });

  it('count a file that is named twice once', async ({ expect }) => {
    const cwd = withFiles({ 'a.csv': ORDERS });
    symlinkSync('a.csv', join(cwd, 'same.csv'));
    const { code, stdout } = await run(['a.csv', './a.csv', 'same.csv', '.', '--no-output'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('1 order: 1 pay-later');
    expect(stdout.replace(/\n {2}/g, ' ')).toContain(`skipped ${join(cwd, 'same.csv')} (named before)`);
  });

  it('use a bill among the orders as if it were named with --bills, and say so', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'bill.csv': billOf('07', '12345678') });
    const json = async (...args: string[]) => {
      const { code, stdout, stderr } = await run([...args, '--json', '-'], { cwd });
      expect(code, stderr).toBe(0);
      return { report: JSON.parse(stdout) as Report, told: stderr.replace(/\n {2}/g, ' ') };
    };
    const named = await json('o.csv', '--bills', 'bill.csv');
    expect(named.report.totals).toMatchObject({
      receivableFen: 1000,
      netCollectedFen: 1000,
      outstandingFen: 0,
    });
    expect(named.told).not.toContain('bill.csv is');
    const english = 'bill.csv is a bill and was used as one, as if named with --bills';
    for (const args of [['o.csv', 'bill.csv'], ['bill.csv', 'o.csv'], ['.'], ['*.csv']]) {
      const { report, told } = await json(...args);
      expect(report.totals, args.join(' ')).toEqual(named.report.totals);
      expect(told).toContain(english);
    }
    // Named besides: one bill, and nothing to say.
    const both = await json('.', '--bills', './bill.csv');
    expect(both.report).toEqual(named.report);
    expect(both.told).not.toContain('bill.csv is');
    const chinese = await run(['o.csv', 'bill.csv', '--lang', 'zh', '--no-output'], { cwd });
    expect(chinese.stdout).toContain('bill.csv 是货款明细，当作账单用上了，和写在 --bills 后面一样');
    expect(filesIn(cwd)).toEqual(['bill.csv', 'o.audited.csv', 'o.csv']);
  });

  it('tell of after-sales among the orders that they are used', async ({ expect }) => {
    const header = OTHER_HEADERS.pinduoduoAfterSales.join(',');
    const cwd = withFiles({ 'o.csv': ORDERS, 'a.csv': `${header}\n` });
    const { code, stdout } = await run(['o.csv', 'a.csv', '--no-output'], { cwd });
    expect(code).toBe(0);
    expect(stdout.replace(/\n {2}/g, ' ')).toContain('a.csv is an after-sales export and was used as one');
  });
});

describe.concurrent('the report for machines', () => {
  it('is the same in a file and on standard output, where it stands alone', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS });
    const filed = await run(['o.csv', '--json', 'r.json', '--no-output'], { cwd });
    expect({ code: filed.code, stderr: filed.stderr }).toEqual({ code: 0, stderr: '' });
    expect(filed.stdout).toMatch(/^Pay-later reconciliation/);
    expect(filesIn(cwd)).toEqual(['o.csv', 'r.json']);
    const report = readFileSync(join(cwd, 'r.json'));
    const piped = await run(['o.csv', '--json', '-', '--no-output'], { cwd });
    expect(piped.code).toBe(0);
    expect(piped.bytes.equals(report)).toBe(true);
    expect(piped.stderr).toMatch(/^Pay-later reconciliation/);
    expect(JSON.parse(piped.stdout)).toMatchObject({
      schemaVersion: 1,
      tool: { name: 'bnpl-audit' },
      totals: { orders: 1, payLaterOrders: 1, outstandingFen: 1000, unprovenFen: 1000 },
    });
    const quiet = await run(['o.csv', '--json', '-', '--no-output', '--quiet'], { cwd });
    expect({ stdout: quiet.stdout, stderr: quiet.stderr }).toEqual({ stdout: piped.stdout, stderr: '' });
  });

  it('may go one way while the copy goes the other', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS });
    const copyOut = await run(['o.csv', '-o', '-', '--json', 'r.json', '--quiet'], { cwd });
    const reportOut = await run(['o.csv', '-o', 'x.csv', '--json', '-', '--quiet'], { cwd });
    expect([copyOut.code, reportOut.code, copyOut.stderr, reportOut.stderr]).toEqual([0, 0, '', '']);
    expect(copyOut.bytes.equals(readFileSync(join(cwd, 'x.csv')))).toBe(true);
    expect(reportOut.bytes.equals(readFileSync(join(cwd, 'r.json')))).toBe(true);
    expect(filesIn(cwd)).toEqual(['o.csv', 'r.json', 'x.csv']);
  });

  it('replaces one of ours, and with --force any other file, and is private', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'p.csv': OTHER, 'mine.json': '{"mine":1}\n' });
    const report = (name: string) => JSON.parse(readFileSync(join(cwd, name), 'utf8')) as Report;
    expect((await run(['o.csv', '--json', 'r.json'], { cwd })).code).toBe(0);
    expect((await run(['o.csv', 'p.csv', '--json', 'r.json'], { cwd })).code).toBe(0);
    expect(report('r.json').totals['orders']).toBe(2);
    expect((await run(['o.csv', '--json', 'mine.json', '--force'], { cwd })).code).toBe(0);
    expect(report('mine.json').totals['orders']).toBe(1);
    for (const name of ['r.json', 'mine.json']) expect(statSync(join(cwd, name)).mode & 0o777).toBe(0o600);
  });

  it('keeps the copy back when it cannot be written itself', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': ORDERS, 'r.json': '{"mine":1}\n' });
    const { code } = await run(['o.csv', '--json', 'r.json'], { cwd });
    expect(code).toBe(2);
    expect(filesIn(cwd)).toEqual(['o.csv', 'r.json']);
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('{"mine":1}\n');
  });

  it('says of damage what the exit code says', async ({ expect }) => {
    const cwd = withFiles({ 'o.csv': `${ORDERS},shipped,3.00,yes\n` });
    const { code, stdout } = await run(['o.csv', '--json', '-', '--quiet', '--no-output'], { cwd });
    expect(code).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({
      totals: { orders: 1, rejectedFen: 300 },
      problems: [{ code: 'order-id-missing', record: 3 }],
    });
  });
});

describe.concurrent('several bills', () => {
  it('are all read, in whatever order and way they are named', async ({ expect }) => {
    const cwd = withFiles({
      'a.csv': ORDERS,
      'b.csv': OTHER,
      'bill6.csv': billOf('06', '12345678'),
      'bill7.csv': billOf('07', '87654321'),
    });
    const totals = async (...args: string[]) => {
      const { code, stdout, stderr } = await run([...args, '--json', '-', '--no-output'], { cwd });
      expect(code, stderr).toBe(0);
      return (JSON.parse(stdout) as Report).totals;
    };
    const bills = ['--bills', 'bill6.csv', '--bills', 'bill7.csv'];
    const both = await totals('a.csv', 'b.csv', ...bills);
    expect(both).toMatchObject({ receivableFen: 2000, netCollectedFen: 2000, outstandingFen: 0 });
    expect(await totals('a.csv', 'b.csv', '--bills', 'bill7.csv')).toMatchObject({ netCollectedFen: 1000 });
    expect(await totals('b.csv', 'a.csv', '--bills', 'bill7.csv', '--bills', 'bill6.csv')).toEqual(both);
    expect(await totals(...bills, 'a.csv', 'b.csv')).toEqual(both);
    expect(await totals('a.csv', 'b.csv', '--bills', 'bill*.csv')).toEqual(both);
    // The same bill again is no more money, and is told.
    symlinkSync('bill6.csv', join(cwd, 'same.csv'));
    const { stdout } = await run(['a.csv', 'b.csv', ...bills, '--bills', 'same.csv', '--no-output'], { cwd });
    expect(stdout).toContain('collected 20.00');
    expect(stdout.replace(/\n {2}/g, ' ')).toContain(`skipped ${join(cwd, 'same.csv')} (named before)`);
  });
});

describe.concurrent('control totals', () => {
  it.for<{ control: string; zh: string[]; en: string[] }>([
    {
      control: 'orders=2,amount=20.00',
      zh: ['后台 2 单，读到 2 单，一致', '后台 20.00 元，读到 20.00 元，一致'],
      en: [
        'back office 2 orders, read 2 orders, the same',
        'back office 20.00 yuan, read 20.00 yuan, the same',
      ],
    },
    {
      control: 'orders=1,amount=1,020.5',
      zh: ['后台 1 单，读到 2 单，差 1 单', '后台 1,020.50 元，读到 20.00 元，差 1,000.50 元'],
      en: [
        'back office 1 order, read 2 orders, 1 order apart',
        'back office 1,020.50 yuan, read 20.00 yuan, 1,000.50 yuan apart',
      ],
    },
    {
      control: 'orders=3',
      zh: ['后台 3 单，读到 2 单，差 1 单'],
      en: ['back office 3 orders, read 2 orders, 1 order apart'],
    },
    {
      control: 'amount=20',
      zh: ['后台 20.00 元，读到 20.00 元，一致'],
      en: ['back office 20.00 yuan, read 20.00 yuan, the same'],
    },
    {
      control: 'orders=0',
      zh: ['后台 0 单，读到 2 单，差 2 单'],
      en: ['back office 0 orders, read 2 orders, 2 orders apart'],
    },
  ])('$control is compared with what was read', async ({ control, zh, en }, { expect }) => {
    const cwd = withFiles({ 'a.csv': ORDERS, 'b.csv': OTHER });
    for (const [language, lines] of [['zh', zh] as const, ['en', en] as const]) {
      const words = ['a.csv', 'b.csv', '--no-output', '--control', control, '--lang', language];
      const { code, stdout, stderr } = await run(words, { cwd });
      // A difference is for people to look into: it is shown, and the audit has run all the same.
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const shown = stdout.split('\n').filter((line) => /^(?:后台|back office)/.test(line));
      expect(shown).toEqual(lines);
    }
  });
});
