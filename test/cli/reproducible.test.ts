// The same input gives the same bytes, whatever the host's clock, time zone and locale.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { WORKLIST_STEPS, worklistName } from '../../src/report/worklists.js';
import { pinduoduoFooter } from '../support/bills.js';
import { toBytes } from '../support/bytes.js';
import { each, ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
/** Every zone and every locale at least twice. */
const HOSTS = [
  ['UTC', 'C'],
  ['UTC', 'zh_CN.UTF-8'],
  ['Asia/Shanghai', 'zh_CN.UTF-8'],
  ['Asia/Shanghai', 'tr_TR.UTF-8'],
  ['America/New_York', 'tr_TR.UTF-8'],
  ['America/New_York', 'de_DE'],
  ['Pacific/Kiritimati', 'de_DE'],
  ['Pacific/Kiritimati', 'C'],
  ['America/New_York', 'C'],
].map(([TZ = '', LC_ALL = '']) => ({ TZ, LC_ALL, LANG: LC_ALL }));

const BILLS = [
  'kuaishou_settlement_2026-07-20-10-09-55.csv',
  'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv',
];

describe('a run', () => {
  it.each(['zh', 'en'] as const)('gives the same bytes on every host, in %s', async (language) => {
    const cwd = folder();
    cpSync(join(ROOT, 'fixtures', 'demo'), cwd, {
      recursive: true,
      filter: (path) => !path.includes('.audited.'),
    });
    const damaged = readFileSync(join(ROOT, 'fixtures', 'damaged', 'unreadable-cells.csv'));
    writeFileSync(join(cwd, 'damaged.csv'), damaged);
    for (const name of BILLS) cpSync(join(ROOT, 'fixtures', 'other', name), join(cwd, name));
    const results = new Map<string, string>();
    await each(HOSTS, async (env) => {
      const out = folder();
      const report = join(out, 'report.json');
      const words = [
        '.',
        '-o',
        out,
        '--rejects',
        join(out, 'rejects.csv'),
        '--json',
        report,
        '--worklists',
        out,
        '--html',
        join(out, 'r.html'),
      ];
      const { code, stdout, stderr } = await run([...words, '--lang', language], { cwd, env });
      expect({ code, stderr }).toEqual({ code: 3, stderr: '' });
      const names = [
        'damaged.audited.csv',
        'kuaishou_orders_2026-07-20-10-30-00.audited.csv',
        'shopA_orders_export2026-07-20-10-09-23.audited.csv',
        'rejects.csv',
        'report.json',
        'r.html',
        ...WORKLIST_STEPS.map((step) => worklistName(step, language)),
      ];
      const files = names.map((name) => readFileSync(join(out, name), 'base64'));
      const result = [stdout.replaceAll(out, 'OUT'), ...files].join('\n');
      results.set(result, `${env.TZ} ${env.LC_ALL}`);
    });
    expect([...results.values()], 'hosts that differ').toHaveLength(1);
  });

  it('says the same figures in whatever order its files are named', async () => {
    const cwd = folder();
    const demo = 'shopA_orders_export2026-07-20-10-09-23.csv';
    const records: string[][] = parse(readFileSync(join(ROOT, 'fixtures', 'demo', demo)), { bom: true });
    const [header = [], ...rows] = records;
    const bill = readFileSync(join(ROOT, 'fixtures', 'other', BILLS[1]!));
    // The bill's months as files of their own, cut between two rows; the last one holds June once more.
    const [, preamble, , line, columns, ...entries] = iconv.decode(bill, 'gb18030').split('\r\n');
    const month = (from: string, to: string) => {
      const inside = entries.filter((entry) => {
        const day = /,(2026-\d\d-\d\d) /.exec(entry)?.[1];
        return day !== undefined && from <= day && day <= to;
      });
      const period = `起始时间：${from} 00:00:00  终止时间：${to} 23:59:59`;
      const footer = pinduoduoFooter(inside.map((entry) => entry.split(',')));
      return iconv.encode(
        [preamble, period, line, columns, ...inside, ...footer, ''].join('\r\n'),
        'gb18030',
      );
    };
    const orders = ['a_orders.csv', 'b_orders.csv', 'c_orders.csv'];
    orders.forEach((name, part) => {
      const share = rows.filter((_, i) => Math.floor((i * orders.length) / rows.length) === part);
      writeFileSync(join(cwd, name), toBytes({ header, rows: share }));
    });
    const bills = ['may.csv', 'june.csv', 'july.csv'];
    writeFileSync(join(cwd, bills[0]!), month('2026-05-01', '2026-05-31'));
    writeFileSync(join(cwd, bills[1]!), month('2026-06-01', '2026-06-30'));
    writeFileSync(join(cwd, bills[2]!), month('2026-06-01', '2026-07-19'));
    const results = new Set<string>();
    const turns = [0, 1, 2].flatMap((at) => [false, true].map((isBack) => ({ at, isBack })));
    const turned = (names: readonly string[], at: number, isBack: boolean) => {
      const list = [...names.slice(at), ...names.slice(0, at)];
      return isBack ? list.reverse() : list;
    };
    await each(turns, async ({ at, isBack }) => {
      const words = turned(bills, at, isBack).flatMap((name) => ['--bills', name]);
      const named = turned(orders, 2 - at, at === 1);
      const fixed = ['--as-of', '2026-07-20', '--json', '-', '--no-output', '--quiet'];
      const { code, stdout, stderr } = await run([...named, ...words, ...fixed], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const { inputs, problems, problemCounts, ...figures } = JSON.parse(stdout) as Record<string, unknown[]>;
      expect([inputs?.length, figures['totals']]).toMatchObject([6, { netCollectedFen: 165_539 }]);
      expect(problems?.length).toBe(problemCounts?.length);
      results.add(JSON.stringify(figures));
    });
    expect([...results]).toHaveLength(1);
  });
});
