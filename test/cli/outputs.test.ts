// Where copies go: names, folders, standard output, modes, what is replaced and what is not; and which inputs are taken.
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'vitest';
import { filesIn, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
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

  it('tells of a bill among the orders that it was not used', async ({ expect }) => {
    const bill = '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述\n';
    const cwd = withFiles({ 'o.csv': ORDERS, 'bill.csv': bill });
    const { code, stdout } = await run(['o.csv', 'bill.csv'], { cwd });
    expect(code).toBe(0);
    expect(stdout.replace(/\n {2}/g, ' ')).toContain('bill.csv is known as');
    expect(filesIn(cwd)).toEqual(['bill.csv', 'o.audited.csv', 'o.csv']);
  });
});
