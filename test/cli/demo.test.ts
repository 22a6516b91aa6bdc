// The shipped examples as people meet them: the summary and the copy as goldens, and that their figures tie out.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../../src/core/annotation.js';
import { BUCKET_NAMES, PAY_LATER_NAMES } from '../../src/report/words/terms.js';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const GOLDENS = join(import.meta.dirname, '__goldens__');
const DEMOS = [
  { demo: 'shopA_orders_export2026-07-20-10-09-23.csv', golden: 'shopA' },
  { demo: 'kuaishou_orders_2026-07-20-10-30-00.csv', golden: 'kuaishou' },
];
const LANGUAGES = ['zh', 'en'] as const;
/** Long enough that every path stands on a line of its own, wherever the folder for temporary files is. */
const LONG_NAME = 'a-folder-with-so-long-a-name-that-no-path-in-it-fits-beside-its-label';

/**
 * Compares with the golden byte for byte. `UPDATE_GOLDENS=1 npx vitest run --config test/vitest.config.ts test/cli/demo`
 * writes them anew, which a build server must never do; one that is missing is a failure.
 */
function expectGolden(name: string, bytes: Uint8Array): void {
  const path = join(GOLDENS, name);
  if (env['UPDATE_GOLDENS'] === '1') {
    if (env['CI'] === 'true') throw new Error('goldens are never rewritten where CI is true');
    mkdirSync(GOLDENS, { recursive: true });
    writeFileSync(path, bytes);
  }
  expect(existsSync(path), `the golden ${name} is missing`).toBe(true);
  const golden = readFileSync(path);
  // The text first: its difference can be read.
  expect(Buffer.from(bytes).toString('utf8')).toBe(golden.toString('utf8'));
  expect(golden.equals(bytes)).toBe(true);
}

const folder = scratch();

describe.each(DEMOS.flatMap((demo) => LANGUAGES.map((language) => ({ ...demo, language }))))(
  '$demo in $language',
  ({ demo, golden, language }) => {
    let summary = '';
    let copy = Buffer.alloc(0);
    let records: Record<AnnotationKey | 'order', string>[] = [];

    beforeAll(async () => {
      const cwd = join(folder(), LONG_NAME);
      mkdirSync(cwd);
      cpSync(join(ROOT, 'fixtures', 'demo', demo), join(cwd, demo));
      const { code, stdout, stderr } = await run([demo, '--lang', language], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      summary = stdout.replaceAll(cwd, '<folder>');
      copy = readFileSync(join(cwd, demo.replace('.csv', '.audited.csv')));
      const [header = [], ...rows]: string[][] = parse(copy, { bom: true });
      const at = ANNOTATION_COLUMNS.map((column) => ({
        key: column.key,
        index: header.indexOf(column[language]),
      }));
      expect(at.every(({ index }) => index >= 0)).toBe(true);
      const order = header.findIndex((name) => name.trim() === '订单号');
      records = rows.map((row) => ({
        ...(Object.fromEntries(at.map(({ key, index }) => [key, row[index] ?? ''])) as Record<
          AnnotationKey,
          string
        >),
        order: row[order] ?? '',
      }));
    });

    it('prints what its golden shows', () =>
      expectGolden(`${golden}.${language}.summary.txt`, Buffer.from(summary)));

    it('writes the copy of its golden', () => expectGolden(`${golden}.${language}.copy.csv`, copy));

    it('has no line wider than a terminal but for the path', () => {
      const long = summary.split('\n').filter((line) => [...line].length > 79 && !line.includes('<folder>'));
      expect(long).toEqual([]);
    });

    it('is the input again when the added cells are taken away', () => {
      const input = readFileSync(join(ROOT, 'fixtures', 'demo', demo), 'utf8').replace(/^\ufeff/, '');
      const [inputRows, copyRows]: string[][][] = [parse(input), parse(copy, { bom: true })];
      expect(copyRows?.map((row) => row.slice(0, -ANNOTATION_COLUMNS.length))).toEqual(inputRows);
    });

    it('has money that adds up: on every row, in every column, in every bucket', () => {
      for (const record of records) {
        const [receivable, refunded, collected, outstanding] = amounts(record);
        expect(outstanding, record.order).toBe(receivable - refunded - collected);
      }
      const sum = (key: AnnotationKey) => records.reduce((total, record) => total + fen(record[key]), 0);
      const equation = /(?:应收|receivable) (\S+) - (?:已退|refunded) (\S+) = (?:待核实|unproven) (\S+)/.exec(
        summary,
      );
      expect(equation?.slice(1).map(fen)).toEqual(
        ['receivable', 'refunded', 'outstanding'].map((key) => sum(key as AnnotationKey)),
      );
      expect(sum('collected')).toBe(0);
      const headline =
        language === 'zh' ? /^待核实 (\S+) 元，(\d+) 单/m : /^Unproven: (\S+) yuan, (\d+) order/m;
      const [, total = '', orders = ''] = headline.exec(summary) ?? [];
      const open = records.filter(({ outstanding }) => fen(outstanding) > 0);
      expect([fen(total), Number(orders)]).toEqual([sum('outstanding'), open.length]);
      expect(bucketsOf(summary, language)).toEqual(
        Object.fromEntries(
          Object.values(BUCKET_NAMES)
            .map(
              (name) =>
                [name[language], open.filter(({ aging_bucket }) => aging_bucket === name[language])] as const,
            )
            .filter(([, found]) => found.length > 0)
            .map(([name, found]) => [
              name,
              [found.reduce((all, { outstanding }) => all + fen(outstanding), 0), found.length],
            ]),
        ),
      );
    });

    it('counts the pay-later orders that the copy marks, each with its money once', () => {
      const marked = records.filter(({ pay_later }) => pay_later === PAY_LATER_NAMES.yes[language]);
      const orders = new Set(marked.map(({ order }) => order));
      const counted = language === 'zh' ? /先用后付 (\d+)，/ : /: (\d+) pay-later/;
      expect(Number(counted.exec(summary)?.[1])).toBe(orders.size);
      for (const order of orders) {
        const rows = marked.filter((record) => record.order === order);
        expect(rows.filter(({ receivable, stage }) => receivable !== '' || stage !== '').length, order).toBe(
          1,
        );
        for (const other of rows.slice(1)) {
          expect(other.reason).toMatch(
            language === 'zh' ? /^同一订单，金额见第 \d+ 行$/ : /^same order, see row \d+ /,
          );
        }
      }
      // Ordinary orders carry the answer alone.
      for (const { pay_later, order, ...rest } of records) {
        if (pay_later === PAY_LATER_NAMES.no[language]) expect(Object.values(rest).join(''), order).toBe('');
      }
    });
  },
);

/** `1,234.50` or `1234.50` as fen; a blank is nothing. */
function fen(text: string): number {
  if (text === '') return 0;
  expect(text).toMatch(/^\d[\d,]*\.\d\d$/);
  return Number(text.replace(/[,.]/g, ''));
}

function amounts(record: Record<AnnotationKey, string>): [number, number, number, number] {
  return [fen(record.receivable), fen(record.refunded), fen(record.collected), fen(record.outstanding)];
}

/** The table of buckets in a summary: fen and orders by the bucket's name. */
function bucketsOf(summary: string, language: 'zh' | 'en'): Record<string, [number, number]> {
  const names = Object.values(BUCKET_NAMES).map((name) => name[language]);
  const found: Record<string, [number, number]> = {};
  for (const line of summary.split('\n')) {
    const [, name = '', yuan = '', orders = ''] =
      /^ {2}(\S.*?) {2,}([\d,]+\.\d\d) (?:元|yuan) +(\d+) (?:单|order)/.exec(line) ?? [];
    if (names.includes(name)) found[name] = [fen(yuan), Number(orders)];
  }
  return found;
}
