// The smaller commands and the topics of help as typed; and --fail-on.
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execPath, platform } from 'node:process';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '../../src/core/finding.js';
import { COMMANDS, HELP_TOPICS, helpTopic } from '../../src/report/words/help-topics.js';
import { BIN, ROOT, run, runProcess } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
const DEMO = join(ROOT, 'fixtures', 'demo', 'shopA_orders_export2026-07-20-10-09-23.csv');
const LANGUAGES = ['zh', 'en'] as const;

describe.concurrent('--fail-on', () => {
  it('ends with 1 for every severity up to the highest that was found, with --quiet too', async ({
    expect,
  }) => {
    const cwd = folder();
    cpSync(DEMO, join(cwd, 'o.csv'));
    const plain = await run(['o.csv', '--no-output', '--json', '-'], { cwd });
    const { findings } = JSON.parse(plain.stdout) as {
      findings: { severity: (typeof SEVERITIES)[number] }[];
    };
    const highest = Math.max(...findings.map(({ severity }) => SEVERITIES.indexOf(severity)));
    expect({ code: plain.code, isTop: highest === SEVERITIES.length - 1 }).toEqual({ code: 0, isTop: false });
    expect(highest).toBeGreaterThan(0);
    for (const [rank, severity] of SEVERITIES.entries()) {
      const { code, stdout } = await run(['o.csv', '--no-output', '--quiet', '--fail-on', severity], { cwd });
      expect({ severity, code, stdout }).toEqual({ severity, code: rank <= highest ? 1 : 0, stdout: '' });
    }
    expect((await run(['o.csv', '--no-output', '--fail-on=never'], { cwd })).code).toBe(0);
  });

  it('gives way to damage', async ({ expect }) => {
    const cwd = folder();
    const text = readFileSync(DEMO, 'utf8');
    writeFileSync(join(cwd, 'o.csv'), `${text.trimEnd()}\n商品,,\n`);
    const args = ['o.csv', '--no-output', '--quiet', '--fail-on', 'info'];
    expect((await run(args, { cwd })).code).toBe(3);
    expect((await run([...args, '--max-rejects', '1'], { cwd })).code).toBe(
      (await run([...args.slice(0, 3), '--max-rejects', '1'], { cwd })).code === 3 ? 3 : 1,
    );
  });
});

describe.concurrent('rules, explain and trace', () => {
  it.for(LANGUAGES)('show their texts in %s', async (lang, { expect }) => {
    const cwd = folder();
    cpSync(DEMO, join(cwd, 'o.csv'));
    const [, order = ''] = /(\d{6}-\d{15})/.exec(readFileSync(DEMO, 'utf8')) ?? [];
    const shown = await Promise.all(
      [
        ['rules'],
        ['explain', 'LU1'],
        ['explain', 'not-due', 'header-damaged'],
        ['trace', order, 'o.csv'],
      ].map((args) => run([...args, '--lang', lang], { cwd })),
    );
    expect(shown.map(({ code, stderr }) => ({ code, stderr }))).toEqual(
      shown.map(() => ({ code: 0, stderr: '' })),
    );
    const [rules, one, two, traced] = shown.map(({ stdout }) => stdout);
    expect(rules).toContain('single-large');
    expect(one).toContain('LU1');
    expect(two).toContain('not-due');
    expect(two).toContain('header-damaged');
    expect(traced).toContain(order);
    expect((await run(['--lang', lang, 'rules'], { cwd })).stdout).toBe(rules);
  });

  it('are meant when one letter is wrong', async ({ expect }) => {
    for (const [typed, meant] of [
      ['explian', 'explain'],
      ['trase', 'trace'],
      ['rule', 'rules'],
      ['inspekt', 'inspect'],
    ] as const) {
      const { code, stderr } = await run([typed, 'LU1'], { cwd: folder() });
      expect({ code, hint: stderr.includes(`bnpl-audit ${meant}\n`) }, stderr).toEqual({
        code: 2,
        hint: true,
      });
    }
    expect((await run(['orders'], { cwd: folder() })).stderr).not.toContain('command');
  });
});

describe.concurrent('help', () => {
  it.for(HELP_TOPICS.flatMap((topic) => LANGUAGES.map((language) => ({ topic, language }))))(
    'has $topic in $language',
    async ({ topic, language }, { expect }) => {
      const { code, stdout, stderr } = await run(['help', topic, '--lang', language]);
      expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: helpTopic(topic, language), stderr: '' });
      for (const args of [
        ['--lang', language, 'help', topic],
        ['help', `--lang=${language}`, topic],
      ]) {
        expect(await run(args)).toMatchObject({ code: 0, stdout });
      }
      expect(stdout).not.toMatch(/您|系统检测|！|套现|骗|黑名单|fraud|cheat/);
      // Only what is to be copied may be wider than a terminal.
      for (const line of stdout
        .split(/^-{20,}$/m)
        .filter((_, i) => i % 2 === 0)
        .join('')
        .split('\n')) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(100);
      }
    },
  );

  it('lists the topics and the commands', async ({ expect }) => {
    const { stdout } = await run(['help']);
    for (const name of [...HELP_TOPICS, ...COMMANDS]) expect(stdout).toContain(name);
    for (const option of ['--fail-on', '--verbose']) expect(stdout).toContain(option);
  });

  it.for(LANGUAGES)('names each exit code of the code in %s', (language, { expect }) => {
    const codes = [...helpTopic('exit-codes', language).matchAll(/^ {2}(\d+) /gm)].map(([, code]) =>
      Number(code),
    );
    expect(codes).toEqual([0, 1, 2, 3, 70, 130]);
    expect(helpTopic('exit-codes', language)).toContain('143');
  });
});

describe.skipIf(platform === 'win32')('the script for cron', () => {
  it.each(LANGUAGES)('runs as it stands in the %s help, with its paths in place', async (language) => {
    const home = folder();
    const script = /^#!\/bin\/sh\n[\s\S]*?^exit \$code$/m.exec(helpTopic('schedule', language))?.[0] ?? '';
    expect(execFileSync('sh', ['-n'], { input: script, encoding: 'utf8' })).toBe('');
    mkdirSync(join(home, 'bin'));
    mkdirSync(join(home, 'orders'));
    cpSync(DEMO, join(home, 'orders', 'o.csv'));
    const bill = 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv';
    cpSync(join(ROOT, 'fixtures', 'other', bill), join(home, 'bill.csv'));
    writeFileSync(join(home, 'bin', 'bnpl-audit'), `#!/bin/sh\nexec '${execPath}' '${BIN}' "$@"\n`);
    chmodSync(join(home, 'bin', 'bnpl-audit'), 0o755);
    symlinkSync(execPath, join(home, 'bin', 'node'));
    const here = script
      .replaceAll('/home/shop', home)
      .replace('PATH=/usr/local/bin', `PATH=${join(home, 'bin')}:/usr/local/bin`);
    writeFileSync(join(home, 'bnpl.sh'), here);
    const { code, stdout, stderr } = await runProcess('sh', [join(home, 'bnpl.sh')], { cwd: '/' });
    const log = readFileSync(join(home, 'bnpl-audit.log'), 'utf8');
    expect({ stdout, stderr }, log).toEqual({ stdout: '', stderr: '' });
    expect([0, 1]).toContain(code);
    expect(log).toContain(`\ncode ${code}\n`);
    expect(log).toContain(language === 'zh' ? '先用后付对账结果' : 'Pay-later reconciliation');
    expect(JSON.parse(readFileSync(join(home, 'results', 'report.json'), 'utf8'))).toHaveProperty('findings');
    expect(readFileSync(join(home, 'results', 'o.audited.csv'), 'utf8')).not.toBe('');
  });
});

describe('an order export in the way of a command', () => {
  it('can be named with its folder', async () => {
    const cwd = folder();
    writeFileSync(join(cwd, 'rules'), ORDERS);
    const { code, stdout } = await run(['./rules', '--no-output'], { cwd });
    expect({ code, told: stdout.startsWith('Pay-later reconciliation') }).toEqual({ code: 0, told: true });
  });
});
