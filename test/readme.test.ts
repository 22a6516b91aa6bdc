// The README tells the truth: its commands run, its samples are printed, its tables and links hold.
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { execPath } from 'node:process';
import { describe, expect, it } from 'vitest';
import { EXIT } from '../src/cli/exit.js';
import { ANNOTATION_COLUMNS } from '../src/core/annotation.js';
import { NEXT_STEPS } from '../src/core/finding.js';
import { STEP_NAMES } from '../src/report/words/findings.js';
import { HELP_TOPICS } from '../src/report/words/help-topics.js';
import { ROOT, run, runProcess } from './support/command.js';
import { scratch } from './support/scratch.js';

const folder = scratch();
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const changelog = readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8');
const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  version: string;
  scripts: object;
};
const DEMO = 'fixtures/demo/shopA_orders_export2026-07-20-10-09-23.csv';
const OTHER_DEMO = 'fixtures/demo/kuaishou_orders_2026-07-20-10-30-00.csv';
const BILL = 'fixtures/other/pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv';
const LINKED = 'fixtures/rules/shared-phone/orders_export2026-07-20-10-00-00.csv';

/** What the commands call their files: an export of each platform, and a bill of the first. */
const ORDERS = ['订单.csv', 'orders.csv', '6月.csv', 'june.csv'];
const MORE_ORDERS = ['7月.csv', 'july.csv'];

const [, chinese = '', english = ''] = readme.split(/^## (?:中文|English)$/m);
const halves = { zh: chinese, en: english } as const;

/** The program's words of a command line; words in quotes are one. */
const wordsOf = (command: string): string[] =>
  [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');
const OURS = /^(?:node bin\/bnpl-audit\.js|bnpl-audit) /;
const argsOf = (command: string): string[] => wordsOf(command.replace(OURS, ''));

/** The single commands of the shell blocks, without comments. */
const commands = [...readme.matchAll(/^ *```sh\n(.*?)^ *```/gms)]
  .flatMap(([, block = '']) => block.split('\n'))
  .flatMap((line) => line.replace(/ #.*$/, '').split('&&'))
  .map((command) => command.trim())
  .filter((command) => command !== '');

/** Samples of what a command prints: its line behind `$`, and the lines that are shown. */
const samples = [...readme.matchAll(/^```console\n\$ ([^\n]*)\n(.*?)^```/gms)].map(
  ([, command = '', block = '']) => ({ command, lines: block.split('\n').slice(0, -1) }),
);

/** Programs of the README and what they print. */
const programs = [...readme.matchAll(/^```js\n(.*?)^```\n\n```text\n(.*?)^```/gms)].map(
  ([, code = '', output = '']) => ({ code, output }),
);

const OTHERS = 'fixtures/other';
const SALES_EXPORT = 'pdd_after_sales_2026-07-20-10-09-23.csv';
/** What the README calls after-sales exports. */
const AFTER_SALES = ['售后信息.csv', 'after-sales.csv'];

/** And what it calls a table of recipients. */
const RECIPIENTS = ['收件信息.csv', 'recipients.csv'];

/** The files that a command names as bills. */
const billsOf = (args: readonly string[]): string[] => args.filter((_, i) => args[i - 1] === '--bills');

/** A folder in which a command of the README finds what it names. */
function folderWith(bills: readonly string[]): string {
  const cwd = folder();
  for (const path of ['fixtures/demo', dirname(LINKED)]) {
    mkdirSync(join(cwd, path), { recursive: true });
    cpSync(join(ROOT, path), join(cwd, path), {
      recursive: true,
      filter: (file) => !file.includes('.audited.'),
    });
  }
  symlinkSync(join(ROOT, 'fixtures', 'other'), join(cwd, 'fixtures', 'other'));
  symlinkSync(join(ROOT, 'bin'), join(cwd, 'bin'));
  for (const name of ORDERS) cpSync(join(ROOT, DEMO), join(cwd, name));
  for (const name of MORE_ORDERS) cpSync(join(ROOT, OTHER_DEMO), join(cwd, name));
  for (const name of bills) if (name !== BILL) cpSync(join(ROOT, BILL), join(cwd, name));
  for (const name of AFTER_SALES) cpSync(join(ROOT, OTHERS, SALES_EXPORT), join(cwd, name));
  for (const name of RECIPIENTS)
    writeFileSync(join(cwd, name), '平台订单号,手机\n260523-406811404490696,19900001111\n');
  return cwd;
}

/** The first cells of a table's rows, whatever decorates them. */
function firstCells(half: string, header: string): string[] {
  const [, body = ''] = half.split(`\n${header}\n`)[1]?.match(/^\|[-|]+\n((?:\|.*\n)+)/) ?? [];
  return body
    .split('\n')
    .slice(0, -1)
    .map((row) => row.split('|')[1]?.trim() ?? '');
}

describe('the programs of the README', () => {
  it('are one in each language', () => {
    expect(programs).toHaveLength(2);
  });

  it.each(programs)('print what stands below them: $code', async ({ code, output }) => {
    const {
      code: exit,
      stdout,
      stderr,
    } = await runProcess(
      execPath,
      ['--input-type=module', '-e', code],
      // The package finds itself by its own name.
      { cwd: ROOT },
    );
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: output, stderr: '' });
  });
});

describe('the commands of the README', () => {
  const ours = commands.filter((command) => OURS.test(command));

  it('are the first run on a shipped fixture, the tests, and some of the tool', () => {
    expect(commands).toContain(`node bin/bnpl-audit.js ${DEMO}`);
    expect(commands).toContain('npm test');
    expect(ours.length).toBeGreaterThan(12);
    const others = commands.filter((command) => !ours.includes(command));
    expect(others.filter((command) => !/^npm (?:ci|test)$/.test(command))).toEqual([]);
  });

  it.each([...new Set(ours)])('%s', async (command) => {
    const args = argsOf(command);
    const bills = billsOf(args);
    const cwd = folderWith(bills);
    const { code, stdout, stderr } = await run(args, { cwd, env: { LC_ALL: 'zh_CN.UTF-8' } });
    // The sample shop has findings of high severity.
    const expected = args.includes('--fail-on') ? EXIT.findings : EXIT.done;
    expect({ code, stderr }).toEqual({ code: expected, stderr: '' });
    const report = args[args.indexOf('--json') + 1] ?? '';
    if (args.includes('--json')) expect(existsSync(join(cwd, report))).toBe(true);
    if (args.includes('--quiet')) {
      expect(stdout).toBe('');
      return;
    }
    const [first = ''] = args;
    const other = { inspect: '是否先用后付', help: '任务计划程序' }[first];
    if (other !== undefined) {
      expect(stdout).toContain(other);
      return;
    }
    expect(stdout).toMatch(/^先用后付对账结果/);
    // Every copy that the summary names is there.
    const copies = stdout.split('\n').flatMap((line) => /(\/\S+\.audited\.csv)$/.exec(line)?.[1] ?? []);
    const sales = args.filter((word) => [...AFTER_SALES, ...RECIPIENTS].includes(word));
    const orders = args.filter((word) => word.endsWith('.csv')).length - bills.length - sales.length;
    if (args.includes('--after-sales')) expect(stdout).toContain('售后单 16 行，对上 14 单');
    if (args.includes('--recipients')) expect(stdout).toContain('收件信息表：1 行，对上');
    expect(copies).toHaveLength(orders);
    expect(copies.filter((path) => !existsSync(path))).toEqual([]);
    if (bills.length > 0) expect(stdout).toMatch(/^货款明细 05-01 至 07-19/m);
  });

  it('name npm scripts that there are', () => {
    const scripts = [...readme.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name);
    expect(scripts).toContain('docs');
    expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  });

  it('install the version that is packed', () => {
    const packed = [...readme.matchAll(/bnpl-audit-[\w.]+\.tgz/g)].map(([name]) => name);
    expect(packed).toEqual([`bnpl-audit-${manifest.version}.tgz`]);
  });
});

describe('the samples of the README', () => {
  it('are as many in both languages, and show something', () => {
    const english = samples.filter(({ command }) => command.includes('--lang en'));
    expect(english).toHaveLength(samples.length / 2);
    expect(samples.length).toBeGreaterThan(5);
    for (const { lines } of samples) expect(lines.length).toBeGreaterThan(3);
  });

  it.each(samples)('$command', async ({ command, lines }) => {
    const args = argsOf(command);
    const { stdout } = await run(args, { cwd: folderWith(billsOf(args)), env: { LC_ALL: 'zh_CN.UTF-8' } });
    const printed = stdout.split('\n');
    // What stands between two ellipses is printed as it stands; the next part comes behind it.
    const parts = `\n${lines.join('\n')}\n`.split('\n...\n').map((part) => part.replace(/^\n|\n$/g, ''));
    let from = 0;
    for (const [i, part] of parts.entries()) {
      if (part === '') continue;
      const shown = part.split('\n');
      const at = printed.findIndex((_, j) => j >= from && shown.every((line, k) => printed[j + k] === line));
      expect(at, `not printed, or not there:\n${part}`).toBeGreaterThanOrEqual(from);
      if (i === 0) expect(at).toBe(0);
      from = at + shown.length;
    }
  });
});

describe('the README', () => {
  it('names options, commands and topics that the help names', async () => {
    const names = ['', 'inspect', 'trace', 'evidence', 'rules', 'explain', 'init', 'schema'];
    const helps = await Promise.all(names.map((name) => run([...(name === '' ? [] : [name]), '--help'])));
    const help = helps.map(({ stdout }) => stdout).join('\n');
    const named = new Set([...readme.matchAll(/(?<![\w<-])--[a-z][a-z-]*/g)].map(([option]) => option));
    expect(named.size).toBeGreaterThan(20);
    expect([...named].filter((option) => !new RegExp(`${option}(?![\\w-])`).test(help))).toEqual([]);
    const known = ['audit', ...names, 'help'];
    for (const [language, half] of Object.entries(halves)) {
      const table = firstCells(half, language === 'zh' ? '| 命令 | 做什么 |' : '| Command | What it does |');
      const told = table.map((cell) => /`bnpl-audit ([a-z]+)[ `]/.exec(cell)?.[1] ?? '');
      expect(told.filter((name) => !known.includes(name))).toEqual([]);
      expect(new Set(told)).toEqual(new Set([...names, 'help']));
      for (const topic of HELP_TOPICS) expect(half).toContain(`\`${topic}\``);
    }
  });

  it.each(['| 退出码 | |', '| Exit code | |'])('has the exit codes of the code: %s', (header) => {
    const codes = firstCells(readme, header).filter((cell) => /^\d+$/.test(cell));
    expect(codes.map(Number)).toEqual(Object.values(EXIT).sort((a, b) => a - b));
  });

  it('has the columns of the copy, in their order', () => {
    const zh = firstCells(chinese, '| 列 | `--lang en` 的列名 | 内容 |');
    expect(zh).toEqual(ANNOTATION_COLUMNS.map((column) => column.zh));
    for (const { zh, en } of ANNOTATION_COLUMNS) expect(chinese).toContain(`| ${zh} | ${en} |`);
    expect(firstCells(english, '| Column | Holds |')).toEqual(ANNOTATION_COLUMNS.map(({ en }) => en));
  });

  it('has every next step by its name', () => {
    const zh = firstCells(chinese, '| 建议处理 | 怎么做，注意什么 |');
    expect([...zh].sort()).toEqual(NEXT_STEPS.map((step) => STEP_NAMES[step].zh).sort());
    const en = firstCells(english, '| Next step | How, and what to mind |');
    expect([...en].sort()).toEqual(NEXT_STEPS.map((step) => STEP_NAMES[step].en).sort());
  });

  it('has the keys of the JSON report, in their order', async () => {
    const sales = ['--after-sales', join(OTHERS, SALES_EXPORT)];
    const { stdout } = await run([DEMO, ...sales, '--no-output', '--json', '-'], { cwd: folderWith([]) });
    const report = JSON.parse(stdout) as { findings: object[] };
    const keysOf = (cells: readonly string[]) => cells.flatMap((cell) => cell.match(/\w+/g) ?? []);
    const zh = keysOf(firstCells(chinese, '| 键 | 内容 |'));
    expect(zh).toEqual(Object.keys(report));
    expect(keysOf(firstCells(english, '| Key | Holds |'))).toEqual(zh);
    for (const half of Object.values(halves)) {
      const [row = ''] = /^\| `findings` \|.*$/m.exec(half) ?? [];
      const told = [...row.matchAll(/`(\w+)`/g)].map(([, key = '']) => key);
      const seldom = ['findings', 'clusterId', 'deadline', 'typology'];
      const known = new Set([...report.findings.flatMap(Object.keys), ...seldom]);
      expect(told.filter((key) => !known.has(key))).toEqual([]);
    }
  });

  it('links to headings and files that there are', () => {
    const slugs = [...readme.matchAll(/^#{2,3} (.*)$/gm)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replace(/[^\p{L}\p{N} -]/gu, '')
        .replaceAll(' ', '-'),
    );
    expect(new Set(slugs).size).toBe(slugs.length);
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, target = '']) => target);
    const dead = links.filter((target) =>
      target.startsWith('#') ? !slugs.includes(target.slice(1)) : !existsSync(join(ROOT, target)),
    );
    expect(dead).toEqual([]);
    expect(links.length).toBeGreaterThan(20);
  });

  it('keeps a place for the rules in each language', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(halves[language]).toMatch(
        new RegExp(`<!-- rules:${language} -->\\n(?:\\|.*\\n)+<!-- /rules -->`),
      );
    }
  });
});

describe('README and CHANGELOG', () => {
  it.each([
    ['README', readme],
    ['CHANGELOG', changelog],
  ])('the %s judges nobody and does not shout', (_name, text) => {
    const never =
      /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|fraud|cheat|blacklist|gang|您|系统检测|(?<!<)!(?!\[)|！|TODO/gi;
    expect([...text.matchAll(never)].map(([word]) => word)).toEqual([]);
  });
});
