// The worked cases as folders that a reviewer can open: what the command prints and writes there, and figures set by hand.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../../src/core/annotation.js';
import { BUCKET_NAMES, COLLECTION_NAMES, STAGE_NAMES } from '../../src/report/words/terms.js';
import { makeCases } from '../scripts/make-cases.js';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const CASES = join(ROOT, 'fixtures', 'cases');
const OWN_FILES = new Set(['args.txt', 'case.md', 'expected', 'figures.json']);
/** Long enough that every path stands on a line of its own, wherever the folder for temporary files is. */
const LONG_NAME = 'a-folder-with-so-long-a-name-that-no-path-in-it-fits-beside-its-label';
/** The annotated copy among what is expected: its own name is one that a repository does not keep. */
const COPY = 'annotated.csv';
const names = readdirSync(CASES).sort();
const folder = scratch();

/** What a case is to show, written by hand from the definitions; amounts in yuan as the copy writes them. */
interface Figures {
  readonly exit: number;
  readonly orders: Readonly<Record<string, OrderFigures>>;
  /** Values of the report by their path, keys joined by dots. */
  readonly report?: Readonly<Record<string, unknown>>;
  /** Rules that must be among the findings. */
  readonly findings?: readonly string[];
}
interface OrderFigures {
  readonly case?: string;
  readonly receivable: string;
  readonly refunded: string;
  readonly collected: string;
  readonly outstanding: string;
  readonly state: keyof typeof COLLECTION_NAMES;
  readonly stage?: keyof typeof STAGE_NAMES;
  readonly bucket?: keyof typeof BUCKET_NAMES;
  readonly daysPastDue?: string;
}

const read = (name: string, file: string) => readFileSync(join(CASES, name, file), 'utf8');
/** Behind `bnpl-audit`, one a line; the first is the export. */
const args = (name: string) => read(name, 'args.txt').trimEnd().split('\n');
const figuresOf = (name: string) => JSON.parse(read(name, 'figures.json')) as Figures;

/** Runs the command in a copy of the case's folder; what it printed and the files that it wrote, by name. */
async function runCase(name: string, language: 'zh' | 'en', more: readonly string[]) {
  const cwd = join(folder(), LONG_NAME);
  mkdirSync(cwd);
  const given = readdirSync(join(CASES, name)).filter((file) => !OWN_FILES.has(file));
  for (const file of given) cpSync(join(CASES, name, file), join(cwd, file));
  const { code, stdout, stderr } = await run([...args(name), ...more, '--lang', language], { cwd });
  const said = (code === 2 ? stderr : stdout).replaceAll(cwd, '<folder>');
  expect(code === 2 ? stdout : stderr).toBe('');
  const written = new Map(
    readdirSync(cwd)
      .filter((file) => !given.includes(file))
      .map((file) => [file, readFileSync(join(cwd, file))]),
  );
  return { code, said, written };
}

/** Every file that is expected, by name. */
async function outcomeOf(name: string): Promise<Map<string, Buffer>> {
  const [zh, en] = await Promise.all([
    runCase(name, 'zh', ['--json', 'report.json']),
    runCase(name, 'en', []),
  ]);
  expect(en.code).toBe(zh.code);
  const files = new Map([
    ['exit.txt', Buffer.from(`${zh.code}\n`)],
    ['summary.zh.txt', Buffer.from(zh.said)],
    ['summary.en.txt', Buffer.from(en.said)],
  ]);
  const copy = args(name)[0]?.replace(/\.csv$/, '.audited.csv');
  for (const [file, bytes] of zh.written) {
    // The version changes with every release.
    const text = bytes.toString('utf8').replace(/("version": )"[\d.]+"/, '$1"<version>"');
    files.set(file === copy ? COPY : file, file === 'report.json' ? Buffer.from(text) : bytes);
  }
  return files;
}

/** `UPDATE_GOLDENS=1` writes what is expected anew, which a build server must never do. */
function updateExpected(name: string, files: ReadonlyMap<string, Buffer>): void {
  if (env['UPDATE_GOLDENS'] !== '1') return;
  if (env['CI'] === 'true') throw new Error('goldens are never rewritten where CI is true');
  const target = join(CASES, name, 'expected');
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target);
  for (const [file, bytes] of files) writeFileSync(join(target, file), bytes);
}

type Cells = Record<AnnotationKey | 'order', string>;

/** The cells that a copy adds, record by record; nothing where no copy was written. */
function recordsOf(files: ReadonlyMap<string, Buffer>): Cells[] {
  const bytes = files.get(COPY);
  if (bytes === undefined) return [];
  // A copy keeps its input's encoding.
  const isUtf8 = !bytes.toString('utf8').includes('\ufffd');
  const text = new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  return (parse(text, { bom: true, columns: true }) as Record<string, string>[]).map((record) => {
    const added = ANNOTATION_COLUMNS.map(({ key, zh }) => [key, record[zh] ?? 'no such column']);
    return { ...Object.fromEntries(added), order: record['订单号']?.trim() ?? '' } as Cells;
  });
}

describe.each(names)('%s', (name) => {
  let files = new Map<string, Buffer>();

  beforeAll(async () => {
    files = await outcomeOf(name);
    updateExpected(name, files);
  });

  it('prints, writes and ends as expected, byte for byte', () => {
    const expected = join(CASES, name, 'expected');
    expect(existsSync(expected)).toBe(true);
    expect([...files.keys()].sort()).toEqual(readdirSync(expected).sort());
    for (const [file, bytes] of files) {
      const golden = readFileSync(join(expected, file));
      // The text first: its difference can be read.
      expect(bytes.toString('utf8'), file).toBe(golden.toString('utf8'));
      expect(golden.equals(bytes), file).toBe(true);
    }
  });

  it('holds the figures that were set by hand', () => {
    const { exit, orders, report = {}, findings = [] } = figuresOf(name);
    expect(files.get('exit.txt')?.toString()).toBe(`${exit}\n`);
    const records = recordsOf(files);
    for (const [id, figures] of Object.entries(orders)) {
      // Money and state stand on the order's first record.
      const first = records.find(({ order }) => order === id);
      const { state, stage, bucket, daysPastDue, case: _case, ...money } = figures;
      expect(first, id).toMatchObject({
        ...money,
        collection: COLLECTION_NAMES[state].zh,
        ...(stage === undefined ? {} : { stage: STAGE_NAMES[stage].zh }),
        ...(bucket === undefined ? {} : { aging_bucket: BUCKET_NAMES[bucket]!.zh }),
        ...(daysPastDue === undefined ? {} : { days_past_due: daysPastDue }),
      });
    }
    if (exit === 2)
      return expect([...files.keys()].sort()).toEqual(['exit.txt', 'summary.en.txt', 'summary.zh.txt']);
    const written: unknown = JSON.parse(files.get('report.json')?.toString() ?? '');
    for (const [path, wanted] of Object.entries(report)) expect(valueAt(written, path), path).toEqual(wanted);
    const rules = (valueAt(written, 'findings') as { rule: string }[]).map(({ rule }) => rule);
    expect(rules).toEqual(expect.arrayContaining([...findings]));
  });

  it('has a copy whose columns add up to the report', () => {
    const json = files.get('report.json')?.toString();
    if (json === undefined) return expect(figuresOf(name).exit).toBe(2);
    const { totals } = JSON.parse(json) as { totals: Record<string, number> };
    const records = recordsOf(files);
    const sum = (key: AnnotationKey) => records.reduce((total, record) => total + fen(record[key]), 0);
    expect({
      receivableFen: sum('receivable'),
      refundedFen: sum('refunded'),
      netCollectedFen: sum('collected'),
      outstandingFen: sum('outstanding'),
    }).toEqual({
      receivableFen: totals['receivableFen'],
      refundedFen: totals['refundedFen'],
      netCollectedFen: totals['netCollectedFen'],
      outstandingFen: totals['outstandingFen'],
    });
    expect(sum('outstanding')).toBe(
      sum('receivable') - sum('refunded') - sum('collected') + (totals['overCollectedFen'] ?? 0),
    );
  });

  it('says what it shows in five to ten lines, in Chinese and then in English', () => {
    const lines = read(name, 'case.md').trimEnd().split('\n');
    expect(lines.length).toBeGreaterThanOrEqual(5);
    expect(lines.length).toBeLessThanOrEqual(10);
    const english = lines.findIndex((line) => /^[A-Z]/.test(line));
    expect(english).toBeGreaterThan(1);
    expect(lines.slice(1, english).join('')).toMatch(/\p{Script=Han}/u);
  });
});

describe('the case folders', () => {
  it('hold exactly the exports, bills and lists that the script makes, byte for byte', () => {
    const made = makeCases();
    const onDisk = names.flatMap((name) =>
      readdirSync(join(CASES, name))
        .filter((file) => !OWN_FILES.has(file))
        .map((file) => `${name}/${file}`),
    );
    expect(onDisk.sort()).toEqual([...made.keys()].sort());
    for (const [path, bytes] of made) expect(readFileSync(join(CASES, path)).equals(bytes), path).toBe(true);
  });

  it('show every worked case', () => {
    const shown = new Set(
      names.flatMap((name) =>
        [...read(name, 'case.md').matchAll(/案例 (\d+)/g)].map(([, number]) => Number(number)),
      ),
    );
    expect([...shown].sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, at) => at + 1));
  });
});

/** `1234.50` as fen; a blank is nothing. */
function fen(text: string): number {
  if (text === '') return 0;
  expect(text).toMatch(/^\d+\.\d\d$/);
  return Number(text.replace('.', ''));
}

function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((at, key) => (at as Record<string, unknown> | null)?.[key], value);
}
