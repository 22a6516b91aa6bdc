// The configuration from the command line: what is typed, set in the environment and found; and that it costs nothing else.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../../src/cli/exit.js';
import { filesIn, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';
import { ORDERS } from './error-case.js';

const folder = scratch();
const LARGE =
  'order_id,status,buyer_paid,pay_later,shipped_at\n12345678,shipped,1200.00,yes,2026-07-18 10:00:00\n';
const inFolder = (files: Readonly<Record<string, string>>) => {
  const cwd = folder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(cwd, name), text);
  return cwd;
};

/** The packages of which a run loaded any file. */
async function loaded(cwd: string, args: readonly string[]): Promise<Set<string>> {
  const coverage = folder();
  const { code, stderr } = await run(args, { cwd, env: { NODE_V8_COVERAGE: coverage } });
  expect({ code, stderr }).toEqual({ code: EXIT.done, stderr: '' });
  const texts = readdirSync(coverage).map((name) => readFileSync(join(coverage, name), 'utf8'));
  const urls = texts.flatMap((text) =>
    (JSON.parse(text) as { result: { url: string }[] }).result.map(({ url }) => url),
  );
  return new Set(urls.flatMap((url) => /\/node_modules\/([^/]+)\//.exec(url)?.[1] ?? []));
}

describe('start-up', () => {
  it('loads neither yaml nor zod without a configuration, and zod only for the schema', async () => {
    const plain = await loaded(inFolder({ 'o.csv': ORDERS }), ['o.csv', '--set', 'large.min=2000']);
    expect(plain.has('commander')).toBe(true);
    expect([plain.has('yaml'), plain.has('zod')]).toEqual([false, false]);
    const configured = await loaded(inFolder({ 'o.csv': ORDERS, 'bnpl-audit.yaml': '' }), ['o.csv']);
    expect([configured.has('yaml'), configured.has('zod')]).toEqual([true, false]);
    const schema = await loaded(folder(), ['schema', 'config']);
    expect([schema.has('yaml'), schema.has('zod')]).toEqual([false, true]);
  });
});

describe('options and environment', () => {
  it('name the file, set keys, and go before each other', async () => {
    const cwd = inFolder({
      'o.csv': LARGE,
      'mine.yaml': 'large: {min: 1300}\naudit: {fail-on: medium, lang: zh}\n',
    });
    const env = { BNPL_AUDIT_CONFIG: 'mine.yaml' };
    const quiet = await run(['o.csv', '--no-output'], { cwd, env });
    expect(quiet.code).toBe(EXIT.done);
    expect(quiet.stdout).toContain('配置 mine.yaml：');
    const set = await run(['o.csv', '--no-output', '--set', 'LU1.min=1100'], { cwd, env });
    expect(set.code).toBe(EXIT.findings);
    expect(set.stdout).toContain('rules.single-large.min=1,100.00 元 (命令行)');
    const by = {
      ...env,
      BNPL_AUDIT_SET: ' LU1.min=1100 ; ',
      BNPL_AUDIT_FAIL_ON: 'high',
      BNPL_AUDIT_LANG: 'en',
    };
    const english = await run(['o.csv', '--no-output'], { cwd, env: by });
    expect(english.code).toBe(EXIT.done);
    expect(english.stdout).toContain('rules.single-large.min=1,100.00 yuan (environment)');
    expect((await run(['o.csv', '--no-output', '--fail-on', 'medium'], { cwd, env: by })).code).toBe(
      EXIT.findings,
    );
    const none = await run(['o.csv', '--no-output', '--no-config'], { cwd, env });
    expect(none.stdout).not.toMatch(/配置|onfigur/);
  });

  it('an unknown word of the environment is refused by name, in its language', async () => {
    const cwd = inFolder({ 'o.csv': LARGE });
    const wrong = await run(['o.csv'], { cwd, env: { BNPL_AUDIT_FAIL_ON: 'loud', BNPL_AUDIT_LANG: 'zh' } });
    expect(wrong.code).toBe(EXIT.unable);
    expect(wrong.stderr).toMatch(/^错误 config-value：BNPL_AUDIT_FAIL_ON audit\.fail-on：不能是 loud/);
  });
});

describe('rules and explain', () => {
  it('show what is in force and from where, only where something is configured', async () => {
    const cwd = inFolder({ 'bnpl-audit.yaml': 'large: {min: 1300}\nrules: {OD1: off, OD3: high}\n' });
    const rules = await run(['rules', '--lang', 'zh'], { cwd });
    expect(rules.stdout).toContain('min=1,300.00 元 (bnpl-audit.yaml:1)');
    expect(rules.stdout).toMatch(/^ +past-due +OD1 +不查/m);
    expect(rules.stdout).toMatch(/^ +past-due-month +OD3 +高 /m);
    const explain = await run(['explain', 'LU1', 'OD1', 'OD3'], { cwd });
    expect(explain.stdout.replace(/\n +/g, ' ')).toContain('now 1,300.00 yuan (bnpl-audit.yaml:1)');
    expect(explain.stdout).toContain('switched off (bnpl-audit.yaml:2)');
    const plain = await run(['rules', '--no-config', '--lang', 'zh'], { cwd });
    expect(plain.stdout).toContain('参数=默认值');
    expect(plain.stdout).not.toContain('bnpl-audit.yaml');
  });
});

describe('init', () => {
  it('writes a configuration that changes nothing, with the columns that were seen, and its schema', async () => {
    const cwd = inFolder({ 'o.csv': LARGE });
    const { code, stdout } = await run(['init', 'o.csv', '--schema', '--lang', 'zh'], { cwd });
    expect(code).toBe(EXIT.done);
    expect(stdout).toContain(join(cwd, 'bnpl-audit.yaml'));
    const written = readFileSync(join(cwd, 'bnpl-audit.yaml'), 'utf8');
    expect(written).toContain('#   buyer_paid = buyer_paid');
    expect(written).toContain('$schema=bnpl-audit.schema.json');
    expect(existsSync(join(cwd, 'bnpl-audit.schema.json'))).toBe(true);
    const before = filesIn(cwd);
    expect((await run(['init'], { cwd })).code).toBe(EXIT.unable);
    expect(filesIn(cwd)).toEqual(before);
    expect(readFileSync(join(cwd, 'bnpl-audit.yaml'), 'utf8')).toBe(written);
    expect((await run(['init', '--force', '-o', 'other.yaml'], { cwd })).code).toBe(EXIT.done);
    const [configured, plain] = await Promise.all([
      run(['o.csv', '--no-output'], { cwd }),
      run(['o.csv', '--no-output', '--no-config'], { cwd }),
    ]);
    expect(configured.stdout).toBe(plain.stdout);
  });
});
