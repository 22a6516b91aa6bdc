// Texts that break programs, in every place of an export that holds a text: read, audited, copied, shown, never obeyed.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS } from '../../src/core/annotation.js';
import type { Outcome } from '../support/command.js';
import { toBytes } from '../support/exports.js';
import { runHere } from '../support/here.js';
import { NAUGHTY } from '../support/naughty.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const HEADER =
  '商品,订单号,订单状态,商品总价(元),用户实付金额(元),商家实收金额(元),商品数量(件),是否先用后付,收货人,手机,省,市,区,详细地址,订单成交时间,发货时间,确认收货时间,商品规格,商家备注,买家留言,店铺名称'.split(
    ',',
  );
/** Cells that hold what people write. */
const TEXTS = ['商品', '收货人', '详细地址', '商品规格', '商家备注', '买家留言', '店铺名称'];
const STATES = ['已收货', '已发货，待收货', '待发货', '已取消'];

/** An order, its texts all the same one. */
function row(n: number, text: string, changed: Readonly<Record<string, string>> = {}): string[] {
  const shipped = n % 4 < 2;
  const yuan = `${10 + (n % 90)}.50`;
  const cells: Record<string, string> = {
    ...Object.fromEntries(TEXTS.map((name) => [name, text])),
    订单号: `260601-3000000000${String(n).padStart(5, '0')}`,
    订单状态: STATES[n % 4]!,
    '商品总价(元)': yuan,
    '用户实付金额(元)': yuan,
    '商家实收金额(元)': yuan,
    '商品数量(件)': '1',
    是否先用后付: n % 3 === 0 ? '否' : '是',
    手机: `1390013${String(n).padStart(4, '0')}`,
    省: '浙江省',
    市: '杭州市',
    区: '西湖区',
    订单成交时间: '2026-06-01 09:00:00',
    发货时间: shipped ? '2026-06-02 10:00:00' : '',
    确认收货时间: n % 4 === 0 ? '2026-06-05 12:00:00' : '',
    ...changed,
  };
  return HEADER.map((name) => cells[name] ?? '');
}

/** What a terminal would obey or hide; line ends are the only controls that are shown as such. */
const OBEYED = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}]/u;
/** What a spreadsheet would run: the first visible character of a cell that is no number. */
const FORMULA = /^[\s\p{Cc}\p{Cf}]*[=+\-@＝＋－＠]/u;
const NUMBER = /^-?\d+(?:\.\d+)?$/;

/** Runs the command in a folder with these files; every run ends as an audit does, and nothing is obeyed. */
async function command(dir: string, words: readonly string[]): Promise<Outcome> {
  const done = await runHere(words, { cwd: dir });
  expect([0, 3], done.stderr.slice(0, 500)).toContain(done.code);
  expect(OBEYED.exec(done.stdout)).toBeNull();
  expect(OBEYED.exec(done.stderr)).toBeNull();
  return done;
}

/** Writes the rows as orders.csv and audits them; each text below its own name. */
async function auditRows(rows: readonly string[][], quote: 'needed' | 'all' = 'all') {
  const dir = folder();
  const input = toBytes({ header: HEADER, rows }, { quote, encoding: 'utf8-bom' });
  writeFileSync(join(dir, 'orders.csv'), input);
  const outputs = ['-o', 'copy.csv', '--json', 'report.json', '--rejects', 'rejects.csv', '--lang', 'en'];
  const done = await command(dir, ['orders.csv', ...outputs]);
  const read = (name: string) => readFileSync(join(dir, name));
  return {
    dir,
    done,
    input,
    copy: read('copy.csv'),
    report: JSON.parse(read('report.json').toString('utf8')) as { totals: unknown; aging: unknown },
    rejects: parse(read('rejects.csv'), { bom: true }) as string[][],
  };
}

type Audited = Awaited<ReturnType<typeof auditRows>>;

it('the list holds at least 485 texts, each once, of every kind that is known to break programs', () => {
  expect(NAUGHTY.length).toBeGreaterThanOrEqual(485);
  expect(new Set(NAUGHTY).size).toBe(NAUGHTY.length);
  const has = (kind: RegExp) => NAUGHTY.filter((text) => kind.test(text)).length;
  expect(
    [/\p{Cc}/u, /\p{Cf}/u, /\p{M}{3}/u, /\p{Emoji_Presentation}/u, /[\u0590-\u06ff]/, FORMULA, /</].map(has),
  ).toSatisfy((counts: number[]) => counts.every((count) => count > 3));
});

describe('naughty texts in the cells of orders', () => {
  let naughty: Audited;
  let plain: Audited;

  beforeAll(async () => {
    naughty = await auditRows(NAUGHTY.map((text, n) => row(n, text)));
    plain = await auditRows(NAUGHTY.map((_, n) => row(n, '普通文字')));
  });

  it('reject no record, and change no figure', () => {
    expect(naughty.rejects).toHaveLength(1);
    expect([naughty.report.totals, naughty.report.aging]).toEqual([plain.report.totals, plain.report.aging]);
    const ours = (bytes: Buffer) =>
      (parse(bytes, { bom: true }) as string[][]).map((cells) => cells.slice(HEADER.length));
    const money = ANNOTATION_COLUMNS.flatMap(({ key }, at) =>
      /step|severity|rules|reason|cluster/.test(key) ? [] : [at],
    );
    const figures = ({ copy }: Audited) => ours(copy).map((cells) => money.map((at) => cells[at]));
    expect(figures(naughty)).toEqual(figures(plain));
    expect(money.length).toBeGreaterThan(8);
  });

  it('stand in the copy byte for byte, with our cells behind each record', () => {
    const { input, copy } = naughty;
    const records = [HEADER, ...NAUGHTY.map((text, n) => row(n, text))].map((cells) =>
      toBytes({ header: cells, rows: [] }, { quote: 'all', finalLineEnd: false }),
    );
    let [from, at] = [3, 3];
    for (const record of records) {
      expect(copy.subarray(at, at + record.length).equals(record)).toBe(true);
      expect(input.subarray(from, from + record.length).equals(record)).toBe(true);
      from += record.length + 2;
      const end = copy.indexOf('\r\n', at + record.length);
      const cells = copy.subarray(at + record.length, end).toString('utf8');
      expect(cells.startsWith(',')).toBe(true);
      expect(OBEYED.exec(cells)).toBeNull();
      at = end + 2;
    }
    expect([from, at]).toEqual([input.length, copy.length]);
  });

  it('come back as they are when each record is printed', async () => {
    const { stdout } = await runHere(['inspect', 'orders.csv', '--records'], { cwd: naughty.dir });
    const records = stdout
      .split('\n')
      .slice(1, -1)
      .map((line) => JSON.parse(line) as string[]);
    expect(records).toEqual(NAUGHTY.map((text, n) => row(n, text)));
  });

  it('are quoted only where they must be: the same again', async () => {
    const again = await auditRows(
      NAUGHTY.map((text, n) => row(n, text)),
      'needed',
    );
    expect([again.report.totals, again.rejects]).toEqual([plain.report.totals, naughty.rejects]);
  });

  it('are shown and not obeyed by inspect and trace, in both languages', async () => {
    for (const lang of ['zh', 'en']) {
      await command(naughty.dir, ['inspect', 'orders.csv', '--lang', lang]);
      for (const n of [1, 250, 401]) {
        await command(naughty.dir, ['trace', row(n, '')[1]!, 'orders.csv', '--lang', lang]);
      }
    }
  });
});

it('naughty texts where a number, a time, a state or an order number must stand are told, and never obeyed', async () => {
  const places = ['用户实付金额(元)', '订单号', '发货时间', '订单状态', '是否先用后付'];
  const rows = NAUGHTY.flatMap((text, n) =>
    places.map((place, at) => row(n * places.length + at, '普通文字', { [place]: text })),
  );
  const { rejects, done, dir } = await auditRows(rows);
  expect(done.code).toBe(3);
  const [header = [], ...told] = rejects;
  expect(told.length).toBeGreaterThan(NAUGHTY.length);
  for (const cells of told) {
    expect(cells).toHaveLength(header.length);
    for (const cell of cells) expect(FORMULA.test(cell) && !NUMBER.test(cell), cell).toBe(false);
  }
  // In clear, for those who ask; still nothing that a spreadsheet runs.
  await command(dir, ['orders.csv', '--no-output', '--reveal', '--rejects', 'clear.csv', '--lang', 'en']);
  const clear: string[][] = parse(readFileSync(join(dir, 'clear.csv')), { bom: true });
  for (const cell of clear.flat()) expect(FORMULA.test(cell) && !NUMBER.test(cell), cell).toBe(false);
});

it('naughty texts as headers change nothing, and files may be named by them', async () => {
  const dir = folder();
  const names = NAUGHTY.filter((text) => !HEADER.includes(text.trim()));
  const rows = Array.from({ length: 40 }, (_, n) => [...row(n, '普通文字'), ...names.map(() => 'x')]);
  const input = toBytes({ header: [...HEADER, ...names], rows }, { quote: 'all' });
  writeFileSync(join(dir, 'orders.csv'), input);
  await command(dir, ['orders.csv', '-o', 'copy.csv', '--json', 'report.json']);
  const plain = await auditRows(Array.from({ length: 40 }, (_, n) => row(n, '普通文字')));
  const { totals } = JSON.parse(readFileSync(join(dir, 'report.json'), 'utf8')) as { totals: unknown };
  expect(totals).toEqual(plain.report.totals);
  const [header = []] = parse(readFileSync(join(dir, 'copy.csv')), { bom: true, to: 1 }) as string[][];
  expect(header.slice(0, HEADER.length + names.length)).toEqual([...HEADER, ...names]);
  const { stdout } = await command(dir, ['inspect', 'orders.csv', '--lang', 'en']);
  expect(stdout.length).toBeGreaterThan(1000);

  const isName = (text: string) =>
    text.length > 0 && Buffer.byteLength(text) < 200 && !/[/\0]/.test(text) && !/^\.{1,2}$/.test(text);
  const files = NAUGHTY.filter(isName).filter((_, i) => i % 12 === 0);
  mkdirSync(join(dir, 'named'));
  for (const name of files) {
    writeFileSync(join(dir, 'named', `${name}.csv`), toBytes({ header: HEADER, rows: [row(1, '茶')] }));
    await command(join(dir, 'named'), [
      `./${name}.csv`,
      '--no-output',
      '--json',
      'r.json',
      '--force',
      '--lang',
      'en',
    ]);
  }
  expect(files.length).toBeGreaterThan(30);
});
