// After-sales exports in whole runs: where they may stand, what the head and the report say, what is refused and kept.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, it } from 'vitest';
import { audit } from '../../src/library.js';
import { pinduoduoSales, type SaleCells } from '../support/after-sales-reading.js';
import { makeAfterSales, makeOrders, toBytes } from '../support/exports.js';
import { OTHER_HEADERS } from '../support/headers.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const A = '260601-111111111111111';
const B = '260601-222222222222222';
const HEADER = '订单号,订单状态,实付金额,是否先用后付,发货时间,确认收货时间';
const ORDERS = [
  HEADER,
  `${A},已收货,100.00,是,2026-06-02 08:00:00,2026-06-05 08:00:00`,
  `${B},已收货,50.00,否,2026-06-02 08:00:00,2026-06-05 08:00:00`,
  '',
].join('\n');
const SALE: SaleCells = {
  售后编号: '26060310001',
  订单编号: A,
  售后状态: '退款成功',
  退款类型: '仅退款',
  退款金额: '30.00',
  申请时间: '2026-06-03 10:00:00',
};
const OPEN: SaleCells = { ...SALE, 售后编号: '26060310002', 订单编号: B, 售后状态: '售后处理中' };
const ABSENT: SaleCells = { ...OPEN, 售后编号: '26060310003', 订单编号: '260601-999999999999999' };
const SALES = pinduoduoSales(SALE, OPEN, ABSENT);

function withFiles(files: Readonly<Record<string, string | Uint8Array>>): string {
  const cwd = folder();
  mkdirSync(join(cwd, 'more'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(cwd, name), content);
  return cwd;
}

interface Told {
  readonly inputs: readonly { name: string; kind: string; records: number; rejected: number }[];
  readonly afterSales?: Readonly<Record<string, number>>;
  readonly problems: readonly { code: string; input: string; record: number }[];
}

let runs = 0;

/** Runs an audit without a copy; its exit code, its report, and what it said with the lines put together again. */
async function run(cwd: string, words: readonly string[], language = 'zh') {
  // Runs of one folder go side by side.
  const json = `r${++runs}.json`;
  const all = [...words, '--no-output', '--json', json, '--lang', language];
  const { code, stdout, stderr } = await runHere(all, { cwd });
  const report = code === 2 ? null : (JSON.parse(readFileSync(join(cwd, json), 'utf8')) as Told);
  return { code, stderr, report, shown: stdout.replace(/\n {2}(?! )/g, language === 'zh' ? '' : ' ') };
}

describe.concurrent('an after-sales export', () => {
  const cwd = withFiles({ 'o.csv': ORDERS, 'a.csv': SALES, 'more/a2.csv': SALES });

  it('is read behind its option: counts in the report and in the head', async ({ expect }) => {
    const { code, report, shown } = await run(cwd, ['o.csv', '--after-sales', 'a.csv']);
    expect(code).toBe(0);
    expect(report?.inputs).toMatchObject([
      { name: 'o.csv', kind: 'orders', records: 2 },
      {
        name: 'a.csv',
        kind: 'after-sales',
        records: 3,
        rejected: 0,
        sha256: expect.stringMatching(/^\w{64}$/),
      },
    ]);
    const counts = { rows: 3, orders: 3, matchedOrders: 2, refundRows: 1, openRows: 2 };
    expect(report?.afterSales).toEqual(counts);
    expect(shown).toMatch(
      /^售后单 3 行，对上 2 单；其中已退款 1 行，处理中 2 行[；\n]另有 1 单有售后，不在订单文件里$/m,
    );
    expect(shown).not.toContain('当作售后单用上了');
    const english = await run(cwd, ['o.csv', '--after-sales', 'a.csv'], 'en');
    expect(english.shown).toMatch(
      /^3 after-sales rows, on 2 orders of the files; 1 refunded, 2 open[;\n] ?1 more order with an after-sale is not in the order files$/m,
    );
    expect(english.shown).not.toContain('No after-sale state');
    expect((await run(cwd, ['o.csv'])).report?.afterSales).toBeUndefined();
  });

  it.for([
    { words: ['o.csv', 'a.csv'], says: true },
    { words: ['a.csv', 'o.csv'], says: true },
    { words: ['*.csv'], says: true },
    { words: ['.'], says: true },
    { words: ['o.csv', '--after-sales', '.'], says: false },
    { words: ['o.csv', 'a.csv', '--after-sales', 'a.csv'], says: false },
    { words: ['o.csv', '--after-sales', 'a.csv', '--after-sales', './a.csv'], says: false },
    { words: ['o.csv', '--after-sales', 'a.csv', '--after-sales', 'more/*'], says: false },
  ])('gives the same counts as $words', async ({ words, says }, { expect }) => {
    const { code, report, shown } = await run(cwd, words);
    expect(code, shown).toBe(0);
    expect(report?.afterSales).toMatchObject({ rows: 3, orders: 3, matchedOrders: 2 });
    expect(shown.includes('a.csv 是售后单，当作售后单用上了，和写在 --after-sales 后面一样')).toBe(says);
    const isTwice = words.includes('more/*');
    expect(report?.inputs).toHaveLength(isTwice ? 3 : 2);
    expect(report?.problems.map(({ code: told }) => told)).toEqual(isTwice ? ['after-sale-repeated'] : []);
  });

  it('never decides the day of the audit', async ({ expect }) => {
    const later = withFiles({ 'o.csv': ORDERS, 'a_2026-07-30-10-00-00.csv': SALES });
    const { report } = await run(later, ['.']);
    expect(report).toMatchObject({ asOf: '2026-06-05', asOfSource: 'data' });
  });

  it('is refused behind --bills, and something else behind --after-sales', async ({ expect }) => {
    for (const [words, code] of [
      [['--bills', 'a.csv'], 'not-a-bill'],
      [['--after-sales', 'o.csv'], 'not-after-sales'],
      [['--after-sales', 'a.csv', '--after-sales', 'o.csv'], 'not-after-sales'],
      [['--after-sales', ''], 'option-invalid'],
      [['--after-sales', 'none.csv'], 'file-not-found'],
      [['--after-sale', 'a.csv'], 'option-unknown'],
    ] as const) {
      const { code: exit, stderr } = await run(cwd, ['o.csv', ...words], 'en');
      expect([words, exit, stderr.split(':')[0]]).toEqual([words, 2, `error ${code}`]);
    }
    const alone = await run(cwd, ['a.csv'], 'en');
    expect([alone.code, alone.stderr.split(':')[0]]).toEqual([2, 'error no-orders-input']);
  });

  it('is never written to', async ({ expect }) => {
    for (const words of [
      ['--json', 'a.csv'],
      ['--rejects', 'a.csv'],
      ['-o', 'a.csv'],
    ]) {
      const given = ['o.csv', '--after-sales', 'a.csv', '--force', ...words];
      const { code, stderr } = await runHere([...given, '--lang', 'en'], { cwd });
      expect([words, code, stderr.split(':')[0]]).toEqual([words, 2, 'error output-is-input']);
    }
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toBe(SALES);
  });

  it('goes into the library as an option of its own', async ({ expect }) => {
    for (const afterSales of ['a.csv', ['a.csv']]) {
      const { report } = await audit({ orders: 'o.csv', afterSales, folder: cwd, config: null });
      expect(report.afterSales).toMatchObject({ rows: 3, matchedOrders: 2 });
    }
    await expect(audit({ orders: 'o.csv', afterSales: '-', folder: cwd })).rejects.toMatchObject({
      code: 'option-invalid',
    });
  });

  it('tells its time and its records with --verbose', async ({ expect }) => {
    const words = ['o.csv', '--after-sales', 'a.csv', '--no-output', '--verbose', '--lang', 'en'];
    const { stderr } = await runHere(words, { cwd });
    expect(stderr).toMatch(/reading after-sales .* 3 records/);
  });

  it('may stand beside the orders that `trace` shows', async ({ expect }) => {
    const { code, stdout } = await runHere(['trace', A, 'o.csv', '--after-sales', 'a.csv', '--lang', 'en'], {
      cwd,
    });
    expect(code, stdout).toBe(0);
  });
});

describe.concurrent('damaged rows', () => {
  const damaged = pinduoduoSales(
    SALE,
    { ...OPEN, 退款金额: '1.2万', 收货人: '欧阳测试', 备注: '电话19900123456' },
    { ...ABSENT, 订单编号: '' },
  );
  const cwd = withFiles({ 'o.csv': `${ORDERS},已收货,1.00,是,,\n`, 'a.csv': damaged });
  const words = ['o.csv', '--after-sales', 'a.csv'];

  it('make the exit code 3 whatever --max-rejects says, and stand behind those of orders', async ({
    expect,
  }) => {
    const { code, report, shown } = await run(cwd, [...words, '--rejects', 'x.csv', '--max-rejects', '9']);
    expect(code).toBe(3);
    expect(report?.inputs[1]).toMatchObject({ records: 3, rejected: 2 });
    expect(report?.afterSales).toMatchObject({ rows: 1 });
    const text = readFileSync(join(cwd, 'x.csv'), 'utf8');
    const rows: string[][] = parse(text, { bom: true });
    expect(rows.slice(1).map((cells) => [...cells.slice(0, 3), cells[4]])).toEqual([
      ['o.csv', '4', 'order-id-missing', '订单号'],
      ['a.csv', '3', 'amount-unreadable', '退款金额'],
      ['a.csv', '4', 'order-id-missing', '订单编号'],
    ]);
    for (const secret of ['欧阳测试', '19900123456']) {
      expect(text + shown + JSON.stringify(report)).not.toContain(secret);
    }
  });

  it('are shown by inspect, with what its texts were taken for', async ({ expect }) => {
    const { code, stdout } = await runHere(['inspect', 'a.csv', '--lang', 'zh', '--ascii'], { cwd });
    expect(code).toBe(3);
    for (const part of [
      /拼多多 售后单导出/,
      /读进来 1，没读进来 2，表头 1/,
      /F +\| 退款金额 +\| 退款金额/,
      /认识但不读：交易金额、订单状态、收货人/,
      /可以有而没有的列\n +售后完结时间/,
      /退款成功 +\| 1 +\| 已退款/,
      /仅退款 +\| 1 +\| 仅退款/,
      /\[没读进来\] 金额读不出 1 处：第 3 行「退款金额」：1\.2万/,
    ]) {
      expect(stdout).toMatch(part);
    }
    const records = await runHere(['inspect', 'a.csv', '--records'], { cwd });
    expect(records.stdout.split('\n').map((line) => line !== '' && JSON.parse(line).length)).toEqual([
      17,
      17,
      17,
      17,
      false,
    ]);
  });
});

describe.concurrent('people in an after-sales export', () => {
  // Nobody of these exists; each stands in a column where a person may stand, and where none should.
  const NAMES = ['欧阳金丝雀', '诸葛探针', '慕容哨兵'];
  const PHONES = ['19900123456', '19900654321'];

  it('reach no output, whatever column they stand in', async ({ expect }) => {
    const secret = (i: number) => `${NAMES[i % 3]}${PHONES[i % 2]}`;
    const header = OTHER_HEADERS.pinduoduoAfterSales;
    const free = header.filter((name) => name !== '订单编号');
    const rows = free.map((name, i) => ({
      ...SALE,
      售后编号: `2606031000${i}`,
      收货人: secret(i + 1),
      [name]: secret(i),
    }));
    const cwd = withFiles({ 'o.csv': ORDERS, 'a.csv': `${secret(1)}\n${pinduoduoSales(SALE, ...rows)}` });
    const words = [
      'o.csv',
      '--after-sales',
      'a.csv',
      '-o',
      'c.csv',
      '--json',
      'r.json',
      '--rejects',
      'x.csv',
    ];
    const outcomes = [
      await runHere([...words, '--lang', 'zh', '--verbose'], { cwd }),
      await runHere(['inspect', 'a.csv', '--lang', 'zh'], { cwd }),
      await runHere(['inspect', 'a.csv', '--lang', 'en'], { cwd }),
      await runHere(['trace', A, 'o.csv', '--after-sales', 'a.csv', '--lang', 'zh'], { cwd }),
    ];
    const written = ['c.csv', 'r.json', 'x.csv'].map((name) => readFileSync(join(cwd, name), 'utf8'));
    const all = [...outcomes.flatMap(({ stdout, stderr }) => [stdout, stderr]), ...written].join('\n');
    expect(outcomes[0]?.code).toBe(3);
    for (const person of [...NAMES, ...PHONES]) expect(all).not.toContain(person);
  });
});

describe.concurrent('ordinary orders', () => {
  it('that have an after-sale are out of the control group, withdrawn ones too', async ({ expect }) => {
    const ids = Array.from({ length: 60 }, (_, i) => `260601-1000000000000${10 + i}`);
    const orders = [
      HEADER,
      ...ids.map((id) => `${id},已收货,10.00,否,2026-06-02 08:00:00,2026-06-05 08:00:00`),
      '',
    ].join('\n');
    const bill = [
      '起始时间：2026-06-01 00:00:00  终止时间：2026-06-30 23:59:59',
      OTHER_HEADERS.pinduoduoBill.join(','),
      ...ids.map((id) => `${id},2026-06-06 08:00:00,10.00,0.00,交易收入,-,0010002|交易收入-订单收入`),
      '#支出合计：0笔0.00元',
      '#收入合计：60笔600.00元',
      '',
    ].join('\n');
    const sales = ids.slice(0, 12).map((id, i) => ({
      ...SALE,
      售后编号: `2606031${1000 + i}`,
      订单编号: id,
      售后状态: i < 6 ? '用户撤销' : '退款中',
    }));
    const cwd = withFiles({
      'o.csv': `${orders}${A},已收货,1.00,是,,\n`,
      'b.csv': bill,
      'a.csv': pinduoduoSales(...sales),
    });
    const controls = async (...words: string[]) => {
      const { report } = await run(cwd, ['o.csv', '--bills', 'b.csv', '--as-of', '2026-07-20', ...words]);
      return (report as unknown as { proof: { controlOrders: number } }).proof.controlOrders;
    };
    expect([await controls(), await controls('--after-sales', 'a.csv')]).toEqual([60, 48]);
  });
});

describe.concurrent('exports of a whole shop', () => {
  it.for(['pinduoduo-2026-wide', 'kuaishou-64'] as const)(
    'of %s name orders that are there',
    async (template, { expect }) => {
      const made = makeOrders({ template, rows: 300, seed: 11 });
      const platform = made.platform as 'pinduoduo' | 'kuaishou';
      const sales = makeAfterSales({ platform, truth: made.truth, end: made.end, notice: true });
      const asked = made.truth.filter(({ requestedAt }) => requestedAt !== null).length;
      const cwd = withFiles({
        [made.fileName]: toBytes(made),
        [sales.fileName]: toBytes(sales, { encoding: 'gb18030' }),
      });
      const { code, report } = await run(cwd, ['.']);
      expect(code).toBe(0);
      const notices = platform === 'pinduoduo' ? 1 : 0;
      expect(report?.afterSales).toMatchObject({
        rows: sales.rows.length - notices,
        orders: asked,
        matchedOrders: asked,
      });
    },
  );
});
