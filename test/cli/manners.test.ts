// How the command behaves towards whoever types: help, version, quiet, languages, colours.
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath } from 'node:process';
import { describe, it } from 'vitest';
import { BIN, filesIn, ROOT, run, runProcess } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };

/** A folder with one small export. */
function withOrders(): string {
  const cwd = folder();
  writeFileSync(join(cwd, 'o.csv'), ORDERS);
  return cwd;
}

describe.concurrent('help and version', () => {
  it.for([
    { args: ['--help'], locale: 'C', begins: 'Examples\n  bnpl-audit ' },
    { args: ['-h'], locale: 'zh_CN.UTF-8', begins: '例子\n  bnpl-audit ' },
    { args: ['help'], locale: 'C', begins: 'Examples\n  bnpl-audit ' },
    { args: ['audit', '--help'], locale: 'zh_CN.UTF-8', begins: '例子\n  bnpl-audit ' },
    { args: ['help', 'inspect'], locale: 'C', begins: 'Examples\n  bnpl-audit inspect ' },
    { args: ['inspect', '--help'], locale: 'zh_CN.UTF-8', begins: '例子\n  bnpl-audit inspect ' },
    { args: ['--lang', 'zh', '--help'], locale: 'C', begins: '例子\n  bnpl-audit ' },
    {
      args: ['--lang=en', 'inspect', '--help'],
      locale: 'zh_CN.UTF-8',
      begins: 'Examples\n  bnpl-audit inspect ',
    },
  ])('$args in $locale begins with examples and exits 0', async ({ args, locale, begins }, { expect }) => {
    const { code, stdout, stderr } = await run(args, { env: { LC_ALL: locale } });
    expect({ code, stderr, begins: stdout.slice(0, begins.length) }).toEqual({ code: 0, stderr: '', begins });
    expect(stdout).toMatch(begins.startsWith('例') ? /^用法：/m : /^Usage:/m);
  });

  it('shows the options of the default command and the exit codes in the help of the program', async ({
    expect,
  }) => {
    const { stdout } = await run(['--help']);
    for (const option of ['-o, --output', '--rejects', '--force', '--all-pay-later', '--lang']) {
      expect(stdout).toContain(`  ${option}`);
    }
    expect(stdout).toMatch(/^Exit codes: 0 .*; 2 .*; 3 .*; 70 /m);
  });

  it.for(['--version', '-V'])('%s prints the version alone', async (option, { expect }) => {
    const { code, stdout, stderr } = await run([option]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe.concurrent('what is shown', () => {
  it('is nothing with --quiet, while the files and the exit code are as ever', async ({ expect }) => {
    const [cwd, loud] = [folder(), folder()];
    const damaged = `${ORDERS},shipped,3.00,yes\n`;
    for (const dir of [cwd, loud]) writeFileSync(join(dir, 'o.csv'), damaged);
    const quiet = await run(['o.csv', '--quiet', '--rejects', 'r.csv'], { cwd });
    expect({ code: quiet.code, stdout: quiet.stdout, stderr: quiet.stderr }).toEqual({
      code: 3,
      stdout: '',
      stderr: '',
    });
    const told = await run(['o.csv', '--rejects', 'r.csv'], { cwd: loud });
    expect(told.code).toBe(3);
    expect(told.stdout).not.toBe('');
    for (const name of ['o.audited.csv', 'r.csv']) {
      expect(readFileSync(join(cwd, name)).equals(readFileSync(join(loud, name)))).toBe(true);
    }
    const failed = await run(['absent.csv', '--quiet'], { cwd });
    expect(failed.code).toBe(2);
    expect(failed.stderr).toContain('file-not-found');
  });

  it('takes a command also behind options', async ({ expect }) => {
    const cwd = withOrders();
    const { code, stdout } = await run(['--lang', 'zh', '--ascii', 'inspect', 'o.csv'], { cwd });
    expect(code).toBe(0);
    expect(stdout).toContain('通用表格');
    const audit = await run(['--no-output', '--as-of', '2026-07-20', 'audit', 'o.csv'], { cwd });
    expect(audit.code).toBe(0);
    expect(audit.stdout).toContain('2026-07-20');
    expect(filesIn(cwd)).toEqual(['o.csv']);
  });

  it('has ASCII borders with --ascii and lines with --unicode', async ({ expect }) => {
    const cwd = withOrders();
    const ascii = await run(['inspect', 'o.csv', '--ascii'], { cwd });
    expect(ascii.stdout).toMatch(/^[\x20-\x7e\n]*$/);
    expect((await run(['inspect', 'o.csv', '--unicode'], { cwd })).stdout).toContain('─');
  });

  it('counts rejected rows against --max-rejects', async ({ expect }) => {
    const cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), `${ORDERS},shipped,3.00,yes\n,shipped,4.00,yes\n`);
    const codes = [];
    for (const most of ['0', '1', '2', '3']) {
      codes.push((await run(['o.csv', '--no-output', '--max-rejects', most], { cwd })).code);
    }
    expect(codes).toEqual([3, 3, 0, 0]);
  });

  it('tells what the records hold, one JSON array a line', async ({ expect }) => {
    const { code, stdout } = await run(['inspect', '--records', 'o.csv'], { cwd: withOrders() });
    expect(code).toBe(0);
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as string[]),
    ).toEqual(
      ORDERS.trimEnd()
        .split('\n')
        .map((line) => line.split(',')),
    );
  });
});

describe.concurrent('the language', () => {
  it.for([
    { env: { LC_ALL: 'zh_CN.UTF-8', LC_MESSAGES: 'C', LANG: 'C' }, language: 'zh' },
    { env: { LC_ALL: '', LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'C' }, language: 'zh' },
    { env: { LC_ALL: '', LC_MESSAGES: '', LANG: 'zh_CN.GBK' }, language: 'zh' },
    { env: { LC_ALL: '', LC_MESSAGES: 'C', LANG: 'zh_CN.UTF-8' }, language: 'en' },
    { env: { LC_ALL: 'de_DE.UTF-8', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, language: 'en' },
    { env: { LC_ALL: 'C' }, language: 'en' },
  ])(
    'of the terminal is $language for $env, that of the copy is Chinese',
    async ({ env, language }, { expect }) => {
      const cwd = withOrders();
      const { stdout } = await run(['o.csv'], { cwd, env });
      expect(stdout.startsWith(language === 'zh' ? '先用后付对账结果' : 'Pay-later reconciliation')).toBe(
        true,
      );
      expect(readFileSync(join(cwd, 'o.audited.csv'), 'utf8')).toContain('核查_未收货款');
      const failed = await run(['x.csv'], { cwd, env });
      expect(failed.stderr.startsWith(language === 'zh' ? '错误 ' : 'error ')).toBe(true);
    },
  );

  it.for(['zh', 'en'])('of everything is the one of --lang %s', async (language, { expect }) => {
    const cwd = withOrders();
    const other = language === 'zh' ? 'C' : 'zh_CN.UTF-8';
    const { stdout } = await run(['o.csv', '--lang', language], { cwd, env: { LC_ALL: other } });
    expect(stdout.startsWith(language === 'zh' ? '先用后付对账结果' : 'Pay-later reconciliation')).toBe(true);
    const header = readFileSync(join(cwd, 'o.audited.csv'), 'utf8').split('\n')[0] ?? '';
    expect(header.includes('audit_outstanding')).toBe(language === 'en');
    expect(header.includes('核查_未收货款')).toBe(language === 'zh');
  });
});

describe.concurrent('colours', () => {
  const ESCAPE = '\u001b[';
  it.for<{ env: Record<string, string>; args: string[]; coloured: boolean }>([
    { env: {}, args: [], coloured: false },
    { env: { FORCE_COLOR: '1' }, args: [], coloured: true },
    { env: { FORCE_COLOR: '' }, args: [], coloured: true },
    { env: { FORCE_COLOR: '0' }, args: [], coloured: false },
    { env: { FORCE_COLOR: '1', TERM: 'dumb' }, args: [], coloured: true },
    { env: { FORCE_COLOR: '1', NO_COLOR: '1' }, args: [], coloured: false },
    { env: { NO_COLOR: '' }, args: ['--color', 'always'], coloured: true },
    { env: { NO_COLOR: '1' }, args: ['--color=always'], coloured: true },
    { env: { FORCE_COLOR: '1' }, args: ['--color', 'never'], coloured: false },
    { env: { FORCE_COLOR: '1' }, args: ['--color', 'auto'], coloured: true },
  ])('in a pipe with $env and $args: $coloured', async ({ env, args, coloured }, { expect }) => {
    const cwd = withOrders();
    const { stdout } = await run(['o.csv', ...args], { cwd, env });
    expect(stdout.includes(ESCAPE)).toBe(coloured);
    expect((await run(['absent.csv', ...args], { cwd, env })).stderr.includes(ESCAPE)).toBe(coloured);
    expect(readFileSync(join(cwd, 'o.audited.csv'), 'latin1').includes(ESCAPE)).toBe(false);
  });

  it.for<{ env: Record<string, string>; args: string[]; coloured: boolean }>([
    { env: { TERM: 'xterm-256color' }, args: [], coloured: true },
    { env: { TERM: 'xterm-256color', NO_COLOR: '1' }, args: [], coloured: false },
    { env: { TERM: 'dumb' }, args: [], coloured: false },
    { env: { TERM: 'xterm-256color' }, args: ['--color', 'never'], coloured: false },
  ])('on a terminal with $env and $args: $coloured', async ({ env, args, coloured }, { skip, expect }) => {
    const cwd = withOrders();
    const command = [execPath, BIN, 'o.csv', ...args].map((word) => `'${word}'`).join(' ');
    const onTerminal = await runProcess('script', ['-qec', command, '/dev/null'], {
      cwd,
      env,
      input: '',
    }).catch(() => null);
    if (onTerminal === null) {
      console.warn('SKIPPED: there is no script command to make a terminal with');
      skip();
    }
    expect(onTerminal!.code, onTerminal!.stdout).toBe(0);
    expect(onTerminal!.stdout).toContain('Pay-later reconciliation');
    expect(onTerminal!.stdout.includes(ESCAPE)).toBe(coloured);
  });
});

describe.concurrent('without a network', () => {
  it('the run is the same', async ({ skip, expect }) => {
    const demo = join(ROOT, 'fixtures', 'demo', 'shopA_orders_export2026-07-20-10-09-23.csv');
    const cwd = folder();
    cpSync(demo, join(cwd, 'o.csv'));
    const free = await run(['o.csv', '-o', '-'], { cwd });
    const through = ['unshare', '-n'];
    const probe = await runProcess('unshare', ['-n', 'true']).catch(() => null);
    if (probe?.code !== 0) {
      console.warn('SKIPPED: no network namespace of its own is allowed here');
      skip();
    }
    const cut = await run(['o.csv', '-o', '-'], { cwd, through });
    expect(cut).toEqual(free);
    expect(free.code).toBe(0);
    expect(existsSync(join(cwd, 'o.audited.csv'))).toBe(false);
  });
});
