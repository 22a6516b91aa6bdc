// The shipped examples as people meet them: the summary and the copy as goldens, and that their figures tie out.
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { env } from 'node:process';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../../src/core/annotation.js';
import { OVERDUE_TITLE, UNPROVEN_AGING_TITLE } from '../../src/report/words/bills.js';
import {
  BUCKET_NAMES,
  COLLECTION_NAMES,
  PAY_LATER_NAMES,
  STAGE_NAMES,
} from '../../src/report/words/terms.js';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const GOLDENS = join(import.meta.dirname, '__goldens__');
const DEMOS = [
  {
    demo: 'shopA_orders_export2026-07-20-10-09-23.csv',
    bill: 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv',
    golden: 'shopA',
  },
  {
    demo: 'kuaishou_orders_2026-07-20-10-30-00.csv',
    bill: 'kuaishou_settlement_2026-07-20-10-09-55.csv',
    golden: 'kuaishou',
  },
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
    let records: AuditedRecord[] = [];

    beforeAll(async () => {
      const cwd = join(folder(), LONG_NAME);
      mkdirSync(cwd);
      cpSync(join(ROOT, 'fixtures', 'demo', demo), join(cwd, demo));
      const { code, stdout, stderr } = await run([demo, '--lang', language], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      summary = stdout.replaceAll(cwd, '<folder>');
      copy = readFileSync(join(cwd, demo.replace('.csv', '.audited.csv')));
      records = recordsOf(copy, language);
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
        expectSaid(record, /(?:先按全额 (\S+) 元退算|(\S+) yuan assumed)/, refunded);
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
      expect(bucketsOf(summary, language)).toEqual(bucketsIn(open, language));
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

type AuditedRecord = Record<AnnotationKey | 'order', string>;

/** The cells that a copy adds to each record, and the order's number. */
function recordsOf(copy: Uint8Array, language: 'zh' | 'en'): AuditedRecord[] {
  const [header = [], ...rows]: string[][] = parse(Buffer.from(copy), { bom: true });
  const at = ANNOTATION_COLUMNS.map((column) => ({
    key: column.key,
    index: header.indexOf(column[language]),
  }));
  expect(at.every(({ index }) => index >= 0)).toBe(true);
  const order = header.findIndex((name) => name.trim() === '订单号');
  return rows.map((row) => {
    const cells = Object.fromEntries(at.map(({ key, index }) => [key, row[index] ?? '']));
    return { ...(cells as Record<AnnotationKey, string>), order: row[order] ?? '' };
  });
}

/** `1,234.50` or `1234.50` as fen; a blank is nothing. */
function fen(text: string): number {
  if (text === '') return 0;
  expect(text).toMatch(/^\d[\d,]*\.\d\d$/);
  return Number(text.replace(/[,.]/g, ''));
}

function amounts(record: Record<AnnotationKey, string>): [number, number, number, number] {
  return [fen(record.receivable), fen(record.refunded), fen(record.collected), fen(record.outstanding)];
}

/** An amount that the sentence names is the one that its cell holds. */
function expectSaid({ order, reason }: AuditedRecord, pattern: RegExp, wanted: number): void {
  const found = pattern.exec(reason);
  if (found !== null) expect(fen(found[1] ?? found[2] ?? ''), order).toBe(wanted);
}

interface Report {
  readonly totals: Readonly<Record<string, number>>;
  readonly aging: readonly { readonly orders: number; readonly outstandingFen: number }[];
  readonly stages: readonly { readonly orders: number; readonly outstandingFen: number }[];
  readonly bills: { readonly rows: Readonly<Record<string, number>> };
}

describe.each(DEMOS.flatMap((demo) => LANGUAGES.map((language) => ({ ...demo, language }))))(
  '$demo with its bill in $language',
  ({ demo, bill, golden, language }) => {
    let summary = '';
    let json = '';
    let copy = Buffer.alloc(0);
    let records: AuditedRecord[] = [];

    beforeAll(async () => {
      const cwd = join(folder(), LONG_NAME);
      mkdirSync(cwd);
      cpSync(join(ROOT, 'fixtures', 'demo', demo), join(cwd, demo));
      cpSync(join(ROOT, 'fixtures', 'other', bill), join(cwd, bill));
      const words = [demo, '--bills', bill, '--json', 'report.json', '--lang', language];
      const { code, stdout, stderr } = await run(words, { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      summary = stdout.replaceAll(cwd, '<folder>');
      copy = readFileSync(join(cwd, demo.replace('.csv', '.audited.csv')));
      json = readFileSync(join(cwd, 'report.json'), 'utf8');
      records = recordsOf(copy, language);
    });

    it('prints, writes and reports what its goldens show', () => {
      expectGolden(`${golden}.bill.${language}.summary.txt`, Buffer.from(summary));
      expectGolden(`${golden}.bill.${language}.copy.csv`, copy);
      // The version changes with every release.
      const report = json.replace(/("version": )"[\d.]+"/, '$1"<version>"');
      if (language === 'zh') expectGolden(`${golden}.bill.report.txt`, Buffer.from(report));
    });

    it('has money that adds up: on every row, in every column, in the report', () => {
      const { totals, aging, stages, bills } = JSON.parse(json) as Report;
      for (const record of records) {
        const [receivable, refunded, collected, outstanding] = amounts(record);
        const rest = receivable - refunded - collected;
        expectSaid(record, /^(?:已到账 (\S+) 元|(\S+) yuan came in)/, collected);
        expectSaid(record, /(?:先按全额 (\S+) 元退算|(\S+) yuan assumed)/, refunded);
        // More came in than there was to collect: nothing is open, and it is said.
        if (rest < 0) expect(record.reason, record.order).toMatch(/多到账|too much/);
        expect(outstanding, record.order).toBe(Math.max(0, rest));
      }
      const sum = (key: AnnotationKey) => records.reduce((total, record) => total + fen(record[key]), 0);
      expect({
        receivableFen: sum('receivable'),
        refundedFen: sum('refunded'),
        netCollectedFen: sum('collected'),
        outstandingFen: sum('outstanding'),
        openOrders: records.filter(({ outstanding }) => fen(outstanding) > 0).length,
      }).toEqual({
        receivableFen: totals['receivableFen'],
        refundedFen: totals['refundedFen'],
        netCollectedFen: totals['netCollectedFen'],
        outstandingFen: totals['outstandingFen'],
        openOrders: totals['openOrders'],
      });
      expect(sum('collected')).toBeGreaterThan(100_000);
      for (const shares of [aging, stages]) {
        const total = shares.reduce((all, { outstandingFen }) => all + outstandingFen, 0);
        expect(total).toBe(totals['outstandingFen']);
      }
      const equation =
        /(?:应收|receivable) (\S+) - (?:已退|refunded) (\S+) - (?:到账|collected) (\S+)$/m.exec(summary);
      expect(equation?.slice(1).map(fen)).toEqual([sum('receivable'), sum('refunded'), sum('collected')]);
      const { all = 0, ...parts } = bills.rows;
      expect(Object.values(parts).reduce((total, rows) => total + rows, 0)).toBe(all);
    });

    it('calls late only what is proven not to have come in', () => {
      const unproven = records.filter(({ collection }) => collection === COLLECTION_NAMES.unproven[language]);
      const late = records.filter(({ stage }) => stage === STAGE_NAMES.overdue[language]);
      expect(late.length).toBeGreaterThan(0);
      for (const { order, stage, reason } of unproven) {
        expect(stage, order).not.toBe(STAGE_NAMES.overdue[language]);
        expect(reason, order).not.toMatch(/(?<!若)没到账|逾期|欠|overdue|unpaid/);
      }
      for (const { order, collection, days_past_due } of late) {
        expect(collection, order).toBe(COLLECTION_NAMES.uncollected[language]);
        expect(Number(days_past_due), order).toBeGreaterThan(0);
      }
      const [before = '', proven = '', atMost = ''] = summary.split(
        new RegExp(
          `^(?:${bracketed(OVERDUE_TITLE[language])}|${bracketed(UNPROVEN_AGING_TITLE[language])})$`,
          'm',
        ),
      );
      expect(bucketsOf(proven, language)).toEqual(bucketsIn(late, language));
      const doubtful = unproven.filter(({ days_past_due, aging_bucket }) => {
        return Number(days_past_due) > 0 && aging_bucket !== BUCKET_NAMES.frozen![language];
      });
      expect(bucketsOf(atMost, language)).toEqual(bucketsIn(doubtful, language));
      const [, yuan = '', orders = ''] = /^ {2}1 \S.*? {2,}([\d,.]+) (?:元|yuan) +(\d+) /m.exec(before) ?? [];
      const total = late.reduce((all, { outstanding }) => all + fen(outstanding), 0);
      expect([fen(yuan), Number(orders)]).toEqual([total, late.length]);
    });

    it('has no line wider than a terminal but for the path', () => {
      const long = summary.split('\n').filter((line) => [...line].length > 79 && !line.includes('<folder>'));
      expect(long).toEqual([]);
    });
  },
);

const bracketed = (text: string): string => text.replace(/[()（）]/g, '[$&]');

/** Fen and orders of records by the bucket's name. */
function bucketsIn(
  records: readonly AuditedRecord[],
  language: 'zh' | 'en',
): Record<string, [number, number]> {
  const found: Record<string, [number, number]> = {};
  for (const name of Object.values(BUCKET_NAMES)) {
    const held = records.filter(({ aging_bucket }) => aging_bucket === name[language]);
    if (held.length === 0) continue;
    found[name[language]] = [held.reduce((all, { outstanding }) => all + fen(outstanding), 0), held.length];
  }
  return found;
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
