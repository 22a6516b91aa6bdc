// Work lists beside the copy: the same steps, each order once, nothing of somebody else's replaced.
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, it } from 'vitest';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import { STEP_NAMES } from '../../src/report/words/findings.js';
import { WORKLIST_STEPS, worklistName } from '../../src/report/worklists.js';
import { ROOT, run } from '../support/command.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ORDERS = join(ROOT, 'fixtures', 'demo', 'shopA_orders_export2026-07-20-10-09-23.csv');
const BILL = join(ROOT, 'fixtures', 'other', 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv');
const ID = { zh: '订单号', en: 'order' } as const;

/** Order numbers with their open yuan, by list. */
function lists(at: string, language: 'zh' | 'en') {
  return WORKLIST_STEPS.map((step) => {
    const rows = parse(readFileSync(join(at, worklistName(step, language))), {
      bom: true,
      relaxColumnCount: true,
    }) as string[][];
    const header = rows.findIndex(([first]) => first === ID[language]);
    const open = rows[header]!.indexOf(language === 'zh' ? '未收货款' : 'outstanding');
    return { step, orders: rows.slice(header + 1).map((row) => `${row[0]!.trim()} ${row[open]}`) };
  });
}

describe.concurrent('work lists', () => {
  it.for(['zh', 'en'] as const)(
    'hold the orders that the copy gives a step, in %s',
    async (language, { expect }) => {
      const cwd = folder();
      for (const bills of [[], ['--bills', BILL]]) {
        const words = [ORDERS, ...bills, '-o', 'copy.csv', '--worklists', 'lists', '--lang', language];
        const { code, stdout } = await run(words, { cwd });
        expect(code).toBe(0);
        expect(stdout).toContain(join(cwd, 'lists'));
        expect(readdirSync(join(cwd, 'lists')).sort()).toEqual(
          WORKLIST_STEPS.map((step) => worklistName(step, language)),
        );
        const [header = [], ...records] = parse(readFileSync(join(cwd, 'copy.csv')), {
          bom: true,
        }) as string[][];
        const at = (name: string) => header.indexOf(name);
        const step = at(language === 'zh' ? '核查_建议处理' : 'audit_next_step');
        const open = at(language === 'zh' ? '核查_未收货款' : 'audit_outstanding');
        const found = lists(join(cwd, 'lists'), language);
        // Late orders of which only a bill can tell are counted in the head of the list, all together.
        const said = language === 'zh' ? ['待核实', '低'] : ['unproven', 'low'];
        const [collection, severity, days] = ['collection', 'severity', 'days_past_due'].map((key) => {
          const column = ANNOTATION_COLUMNS.find((one) => one.key === key)!;
          return at(column[language]);
        });
        const waits = (record: readonly string[]) =>
          record[collection!] === said[0] && record[severity!] === said[1] && Number(record[days!]) >= 4;
        let waiting = 0;
        for (const { step: name, orders } of found) {
          const asked = records.filter((record) => record[step] === STEP_NAMES[name][language]);
          const wanted = asked
            .filter((record) => name !== 'review' || !waits(record))
            .map((record) => `${record[at('订单号')]!.trim()} ${record[open]}`);
          if (name === 'review') waiting = asked.length - wanted.length;
          expect(orders.toSorted(), name).toEqual(wanted.sort());
        }
        const review = readFileSync(join(cwd, 'lists', worklistName('review', language)), 'utf8');
        if (bills.length === 0) expect(waiting).toBeGreaterThan(1);
        expect(review.includes(language === 'zh' ? `另有 ${waiting} 单` : `${waiting} orders of`)).toBe(
          waiting > 0,
        );
        expect(found.filter(({ orders }) => orders.length > 0).length).toBeGreaterThan(
          bills.length === 0 ? 1 : 3,
        );
      }
    },
  );

  it('are private, replaced by the next run, and never put over a file of somebody else', async ({
    expect,
  }) => {
    const cwd = folder();
    const words = [ORDERS, '--no-output', '--worklists', 'lists'];
    expect((await run([...words, '--bills', BILL], { cwd })).code).toBe(0);
    const hold = join(cwd, 'lists', worklistName('hold', 'zh'));
    if (process.platform !== 'win32') expect(statSync(hold).mode & 0o777).toBe(0o600);
    const before = readFileSync(hold, 'utf8');
    expect((await run(words, { cwd })).code).toBe(0);
    const platform = join(cwd, 'lists', worklistName('platform', 'zh'));
    const after = readFileSync(platform, 'utf8');
    writeFileSync(hold, '我的清单\n');
    const refused = await run([...words, '--bills', BILL], { cwd });
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain(hold);
    expect(readFileSync(hold, 'utf8')).toBe('我的清单\n');
    // None of the lists is new where one could not be.
    expect(readFileSync(platform, 'utf8')).toBe(after);
    expect((await run([...words, '--bills', BILL, '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(hold, 'utf8')).toBe(before);
  });

  it('may stand in the folder of the copies', async ({ expect }) => {
    const cwd = folder();
    mkdirSync(join(cwd, 'out'));
    const { code } = await run([ORDERS, '-o', 'out/', '--worklists', 'out'], { cwd });
    expect(code).toBe(0);
    expect(readdirSync(join(cwd, 'out'))).toHaveLength(WORKLIST_STEPS.length + 1);
  });
});
