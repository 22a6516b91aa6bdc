// Kuaishou's settlement from bytes to the book of bills: components that are learned, rows that do not add up.
import { describe, expect, it } from 'vitest';
import { markRepeatedBillRows } from '../../src/portfolio/bill-dedupe.js';
import { kindsOf, netByOrder, periodOf, problemsOf, readBills, rowsOf } from '../support/bill-reading.js';
import type { Encoding } from '../support/bytes.js';
import { formatTime } from '../support/calendar.js';
import { createRandom, makeBill, makeOrders, toBytes } from '../support/exports.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const NAME = 'kuaishou_settlement_2026-07-20-10-09-55.csv';
const COLUMNS = [
  ...[
    '商家ID',
    '订单号',
    '订单创建时间',
    '订单实付(元)',
    '支付营销补贴',
    '平台补贴',
    '商家补贴(元)',
    '合计收入(元)',
  ],
  ...[
    '订单退款(元)',
    '支付营销回退（元）',
    '技术服务费(元)',
    '达人ID',
    '达人佣金(元)',
    '分账基数',
    '其他收费',
  ],
  ...['合计支出(元)', '实际结算金额(元)', '实际结算时间', '备注'],
];
const A = '2606000000000001';
const T = '2026-06-03 10:00:00';

type Cells = Readonly<Record<string, string>>;

/** A row of which only what matters is named; totals are those of the cells unless they are given. */
function row(cells: Cells): string[] {
  const yuan = (name: string) => Math.round(Number(cells[name]?.replace('¥', '') ?? 0) * 100);
  const sum = (...names: string[]) => names.reduce((total, name) => total + yuan(name), 0);
  const income = sum('订单实付(元)', '支付营销补贴', '平台补贴');
  const expense = sum('订单退款(元)', '支付营销回退（元）', '技术服务费(元)', '达人佣金(元)', '其他收费');
  const text = (fen: number) => (fen / 100).toFixed(2);
  const base: Cells = {
    商家ID: '88001',
    订单号: A,
    '合计收入(元)': text(income),
    '合计支出(元)': text(expense),
    '实际结算金额(元)': text(income - expense),
    实际结算时间: T,
    分账基数: text(income),
  };
  const all = { ...base, ...cells };
  return COLUMNS.map((name) => all[name] ?? '');
}

async function read(
  rows: readonly Cells[],
  preamble: readonly string[] = [],
  encoding: Encoding = 'utf8-bom',
) {
  const bytes = toBytes({ header: COLUMNS, rows: rows.map(row) }, { encoding, preamble });
  const result = await readBills(folder(), [{ name: NAME, bytes }]);
  const { bills, reads } = result;
  return {
    ...result,
    read: reads[0]!,
    rows: rowsOf(bills).map((line) => line.split(' ').slice(1, 3).join(' ')),
    problems: problemsOf(result.problems),
    file: bills.files[0]!,
    names: (columns: readonly number[]) => columns.map((column) => COLUMNS[column]),
  };
}

describe('the rows of a settlement', () => {
  it('split income and refund into the buyer and the platform, and hold all costs as one fee', async () => {
    const found = await read([
      {
        '订单实付(元)': '90.00',
        支付营销补贴: '4.00',
        平台补贴: '6.00',
        '技术服务费(元)': '5.00',
        '达人佣金(元)': '18.00',
      },
      {
        '订单退款(元)': '27.00',
        '支付营销回退（元）': '3.00',
        '技术服务费(元)': '-1.50',
        实际结算时间: '2026-06-05 08:00:00',
      },
    ]);
    expect(rowsOf(found.bills)).toEqual([
      `${A} income-buyer 9000 订单实付 ${T}`,
      `${A} income-platform 1000 补贴 ${T}`,
      `${A} fee -2300 服务费和佣金 ${T}`,
      `${A} refund-buyer -2700 订单退款 2026-06-05 08:00:00`,
      `${A} refund-platform -300 支付营销回退 2026-06-05 08:00:00`,
      `${A} fee 150 服务费和佣金 2026-06-05 08:00:00`,
    ]);
    expect(found.problems).toEqual([]);
    expect(found.file).toMatchObject({
      shopId: '88001',
      stated: false,
      rows: 6,
      footerAgrees: null,
      days: [20607, 20609],
    });
    expect(periodOf(found.file)).toBe('2026-06-03 00:00:00 to 2026-06-05 23:59:59');
    expect(kindsOf(found.read)).toEqual({ header: 1, audited: 2 });
  });

  it('money case 5: collected is 合计收入, never 实际结算金额', async () => {
    const { bills } = await read([
      { '订单实付(元)': '90.00', '技术服务费(元)': '5.00', '达人佣金(元)': '18.00' },
    ]);
    expect(netByOrder(bills)).toEqual(new Map([[A, 9000]]));
  });

  it('may carry ¥, thousands commas and an odd header row', async () => {
    const found = await read(
      [
        {
          '订单实付(元)': '¥1,299.90',
          '合计收入(元)': '¥1,299.90',
          '技术服务费(元)': '￥65',
          '合计支出(元)': '¥65.00',
          '实际结算金额(元)': '¥1,234.90',
          分账基数: '-',
        },
      ],
      ['结算单', '', '商家：某某'],
      'gb18030',
    );
    expect(found.problems).toEqual([]);
    expect(found.rows).toEqual(['income-buyer 129990', 'fee -6500']);
    expect(kindsOf(found.read)).toEqual({ preamble: 2, blank: 1, header: 1, audited: 1 });
  });

  it('without a time of settlement count for nothing, and are told once', async () => {
    const found = await read([
      { '订单实付(元)': '90.00' },
      { '订单实付(元)': '80.00', 实际结算时间: '', '实际结算金额(元)': '' },
      { '订单实付(元)': '70.00', 实际结算时间: '--' },
    ]);
    expect(found.rows).toEqual(['income-buyer 9000']);
    expect(found.problems).toEqual(['bill-rows-unsettled@3 实际结算时间 x2']);
    expect(kindsOf(found.read)['audited']).toBe(3);
  });

  it('of two shops in one file are of no known shop', async () => {
    const { file } = await read([
      { '订单实付(元)': '1' },
      { '订单实付(元)': '1', 商家ID: '88002' },
      { '订单实付(元)': '1' },
    ]);
    expect(file.shopId).toBe('');
  });
});

describe('the signs of expenses', () => {
  const costs = { '订单退款(元)': '27.00', '技术服务费(元)': '5.00' };
  const turned = { '订单退款(元)': '-27.00', '技术服务费(元)': '-5.00' };
  it.each([
    ['positive parts, positive total', costs, '32.00', 1, 1],
    ['negative parts, negative total', turned, '-32.00', -1, 1],
    ['negative parts, positive total', turned, '32.00', 1, -1],
    ['positive parts, negative total', costs, '-32.00', -1, -1],
  ])('are learned: %s', async (_name, parts, total, totalSign, partSign) => {
    const found = await read([
      { '订单实付(元)': '90.00', ...parts, '合计支出(元)': total, '实际结算金额(元)': '58.00' },
      { '订单实付(元)': '90.00', '合计支出(元)': '0.00', '实际结算金额(元)': '90.00' },
    ]);
    expect(found.problems).toEqual([]);
    expect(found.rows).toEqual(['income-buyer 9000', 'refund-buyer -2700', 'fee -500', 'income-buyer 9000']);
    expect(found.read.settlement).toMatchObject({ totalSign, partSign });
  });
});

describe('components', () => {
  const plain = (n: number, more: Cells = {}): Cells => ({
    '订单实付(元)': String(50 + n),
    '技术服务费(元)': '2.00',
    ...more,
  });
  const many = (count: number, more: (n: number) => Cells) =>
    Array.from({ length: count }, (_, n) => plain(n, more(n)));

  it('are all known columns while nothing speaks against one; the base of sharing is none', async () => {
    const { read: found, names } = await read([plain(1)]);
    expect(names(found.settlement!.income)).toEqual([
      '订单实付(元)',
      '支付营销补贴',
      '平台补贴',
      '商家补贴(元)',
    ]);
    expect(names(found.settlement!.expense)).toEqual([
      '订单退款(元)',
      '支付营销回退（元）',
      '技术服务费(元)',
      '达人佣金(元)',
      '其他收费',
    ]);
    expect(found.settlement!.leftOut).toEqual([]);
  });

  it('are not those that 95 of 100 rows leave out; the other rows do not add up', async () => {
    // 商家补贴 is no part of the sums that `row` makes; five rows of a hundred put it in.
    const withIt = (n: number): Cells => {
      if (n >= 5) return { '商家补贴(元)': '7.00' };
      const income = 50 + n + 7;
      return {
        '商家补贴(元)': '7.00',
        '合计收入(元)': `${income}.00`,
        '实际结算金额(元)': `${income - 2}.00`,
      };
    };
    const found = await read(many(100, withIt));
    expect(found.names(found.read.settlement!.leftOut)).toEqual(['商家补贴(元)']);
    expect(found.problems).toHaveLength(5);
    expect(found.problems[0]).toBe('bill-row-inconsistent@2 合计收入(元) 57.00 / 50.00');
    expect(found.rows.filter((line) => line.startsWith('income-platform'))).toEqual([]);
    const six = await read(
      many(100, (n) => withIt(n === 5 ? 4 : n)).map((cells, n) =>
        n === 5 ? { ...cells, '订单实付(元)': '54' } : cells,
      ),
    );
    expect(six.read.settlement!.leftOut).toEqual([]);
    expect(six.problems).toHaveLength(94);
  });

  it('are not learned from rows whose totals contradict each other', async () => {
    const wrong = many(60, () => ({ 其他收费: '3.00', '合计支出(元)': '2.00', '实际结算金额(元)': '1.00' }));
    const right = many(2, () => ({ 其他收费: '3.00' }));
    const found = await read([...wrong, ...right]);
    expect(found.read.settlement!.leftOut).toEqual([]);
    expect(found.problems).toHaveLength(60);
  });

  it.each<[string, Cells, Cells]>([
    [
      'a component',
      { 其他收费: '19900123456', '合计支出(元)': '2.00', '实际结算金额(元)': '48.00', '订单实付(元)': '50' },
      { 其他收费: '3.00' },
    ],
    [
      'a total',
      {
        ...{ '订单实付(元)': '19900123456', 平台补贴: '5.00' },
        ...{ '合计收入(元)': '19900123456.00', '实际结算金额(元)': '19900123454.00' },
      },
      { 平台补贴: '5.00' },
    ],
  ])('are not learned from rows with a phone in place of %s', async (_, wrong, right) => {
    const found = await read([...many(60, () => wrong), ...many(2, () => right)]);
    expect(found.read.settlement!.leftOut).toEqual([]);
    expect(found.problems).toHaveLength(60);
  });

  it('are not learned from rows that leave open which of two equal amounts is in the sum', async () => {
    const settled = (n: number, cells: Cells): Cells => {
      const income = 50 + n + (cells['平台补贴'] === undefined ? 0 : 5);
      return { ...cells, '合计收入(元)': `${income}.00`, '实际结算金额(元)': `${income - 2}.00` };
    };
    const found = await read([
      ...many(100, (n) => settled(n, { 平台补贴: '5.00', '商家补贴(元)': '5.00' })),
      ...many(3, (n) => settled(n, { 平台补贴: '5.00' })),
      ...many(3, (n) => settled(n, { '商家补贴(元)': '5.00' })),
    ]);
    expect(found.names(found.read.settlement!.leftOut)).toEqual(['商家补贴(元)']);
    expect(found.problems).toEqual([]);
  });

  it('may be columns that nobody has described, where they stand between the totals', async () => {
    const header = [...COLUMNS.slice(0, 13), '新服务费', '新说明', ...COLUMNS.slice(13), '新金额'];
    const rows = Array.from({ length: 20 }, (_, n) => {
      const cells = row(plain(n, { '合计支出(元)': '5.00', '实际结算金额(元)': `${45 + n}.00` }));
      return [...cells.slice(0, 13), '3.00', '普通', ...cells.slice(13), '9.00'];
    });
    const { bills, problems } = await readBills(folder(), [{ name: NAME, bytes: toBytes({ header, rows }) }]);
    expect(problemsOf(problems)).toEqual([]);
    expect(rowsOf(bills).filter((line) => line.includes('fee -500'))).toHaveLength(20);
  });

  it('one whose refund is no part of 合计支出 is no refund', async () => {
    const found = await read(
      many(30, () => ({ '支付营销回退（元）': '1.00', '合计支出(元)': '2.00' })).map((cells, n) => ({
        ...cells,
        '实际结算金额(元)': `${48 + n}.00`,
      })),
    );
    expect(found.problems).toEqual([]);
    expect(found.rows.some((line) => line.startsWith('refund-platform'))).toBe(false);
  });
});

describe('a row that cannot be believed', () => {
  const good = { '订单实付(元)': '90.00', '技术服务费(元)': '5.00' };
  it.each([
    [{ ...good, '合计收入(元)': '91.00', '实际结算金额(元)': '86.00' }, '合计收入(元) 91.00 / 90.00'],
    [{ ...good, '合计支出(元)': '6.00', '实际结算金额(元)': '84.00' }, '合计支出(元) 6.00 / 5.00'],
    [{ ...good, '实际结算金额(元)': '90.00' }, '实际结算金额(元) 90.00 / 85.00'],
  ])('does not add up: %j', async (cells, told) => {
    const found = await read([good, cells, good]);
    expect(found.problems).toEqual([`bill-row-inconsistent@3 ${told}`]);
    expect(found.rows).toEqual(['income-buyer 9000', 'fee -500', 'income-buyer 9000', 'fee -500']);
    expect(found.read.rejected).toMatchObject([{ index: 2, code: 'bill-row-inconsistent' }]);
    expect(found.read.rejectedFen).toBe('合计收入(元)' in cells ? 9100 : 9000);
  });

  it.each([
    [
      { ...good, '技术服务费(元)': '五元', '合计支出(元)': '5.00', '实际结算金额(元)': '85.00' },
      '技术服务费(元) 五元',
    ],
    [{ ...good, '合计收入(元)': '' }, '合计收入(元)'],
    // A phone without any sign between its digits, in each place where an amount stands; the totals agree with it.
    [{ ...good, '订单实付(元)': '19900123456' }, '合计收入(元) 19900123456.00'],
    [{ ...good, '技术服务费(元)': '19900123456' }, '合计支出(元) 19900123456.00'],
    [{ ...good, '实际结算金额(元)': '19900123456' }, '实际结算金额(元) 19900123456'],
    [
      { '订单实付(元)': '19900123456', '合计收入(元)': '90.00', '实际结算金额(元)': '85.00' },
      '订单实付(元) 19900123456',
    ],
    [
      {
        ...good,
        '技术服务费(元)': '19900123456',
        '合计支出(元)': '5.00',
        '实际结算金额(元)': '85.00',
      },
      '技术服务费(元) 19900123456',
    ],
    [{ ...good, '实际结算金额(元)': '-' }, '实际结算金额(元) -'],
    [{ ...good, 实际结算时间: '2026-02-30 10:00:00' }, '实际结算时间 2026-02-30 10:00:00'],
    [{ ...good, 订单号: '2.606E+15' }, '订单号 2.606E+15'],
  ])('cannot be read: %j', async (cells, told) => {
    const { problems, rows } = await read([...Array.from({ length: 3 }, () => good), cells]);
    expect(problems).toEqual([`bill-row-unreadable@5 ${told}`]);
    expect(rows).toHaveLength(6);
  });

  it('stands out of place, is a total, or the header once more', async () => {
    const rows = [
      row(good),
      row(good).slice(0, 12),
      [...row(good).slice(0, 3), '', ...row(good).slice(3)],
      [...row(good), '', 'x'],
      COLUMNS,
      ['合计', '', '', '90.00'],
    ];
    const { bills, problems, reads } = await readBills(folder(), [
      { name: NAME, bytes: toBytes({ header: COLUMNS, rows }) },
    ]);
    expect(problemsOf(problems)).toEqual([
      'record-short@3',
      'record-long@4',
      'cells-beyond-header@5',
      'header-repeated@6',
    ]);
    expect(bills.rows.size).toBe(4);
    expect(kindsOf(reads[0]!)).toEqual({ audited: 2, rejected: 2, header: 2, footer: 1 });
  });
});

describe('a settlement that is not as it was exported', () => {
  const rows = Array.from({ length: 5 }, (_, i) =>
    row({
      订单号: `260600000000000${i}`,
      '订单实付(元)': `${50 + i}.00`,
      '技术服务费(元)': '2.00',
      实际结算时间: `2026-06-0${i + 1} 10:00:00`,
    }),
  );
  const readFiles = async (...bytes: readonly Uint8Array[]) => {
    const files = bytes.map((content, i) => ({ name: `${i}-${NAME}`, bytes: content }));
    const { bills, problems } = await readBills(folder(), files);
    return { bills, problems, told: problemsOf(problems) };
  };

  it('holds the same with its columns in any order: totals are no parts of each other', async () => {
    const plain = await readFiles(toBytes({ header: COLUMNS, rows }));
    const random = createRandom(7);
    for (let n = 0; n < 20; n++) {
      const order = random.shuffle(COLUMNS.map((_, i) => i));
      const moved = (cells: readonly string[]) => order.map((from) => cells[from] ?? '');
      const { bills, told } = await readFiles(
        toBytes({ header: moved(COLUMNS), rows: rows.map(moved) }, { encoding: 'utf8-bom' }),
      );
      expect([told, rowsOf(bills)], moved(COLUMNS).join()).toEqual([[], rowsOf(plain.bills)]);
    }
  });

  it('joined of two files counts what stands in both once, as the two files do', async () => {
    const [first, second] = [rows.slice(0, 4), rows.slice(2)];
    const { bills, problems } = await readFiles(
      toBytes({ header: COLUMNS, rows: [...first, COLUMNS, ...second] }),
    );
    const counts = markRepeatedBillRows(bills, problems);
    const { bills: plain } = await readFiles(toBytes({ header: COLUMNS, rows }));
    expect(netByOrder(bills, counts)).toEqual(netByOrder(plain));
    expect(problemsOf(problems)).toEqual(['header-repeated@6', 'bill-rows-repeated@0 x4']);
  });

  it.each([
    // Within a character of a cell, and behind the last cell that is read.
    ['half a character', 1, 'bytes-invalid@6'],
    ['the cells that are read', 3, undefined],
  ])('that is cut off behind %s does not hold its last day', async (_, bytes, code) => {
    const noted = rows.map((cells) => cells.map((cell, i) => (COLUMNS[i] === '备注' ? '二' : cell)));
    const whole = toBytes({ header: COLUMNS, rows: noted }, { finalLineEnd: false });
    const cut = await readFiles(whole.subarray(0, whole.length - bytes - (code === undefined ? 1 : 0)));
    expect(cut.told).toEqual([...(code === undefined ? [] : [code]), 'file-cut-off@6']);
    const until = ({ bills }: typeof cut) => bills.files[0]!.whole.map(({ to }) => formatTime(to));
    // The last row that can be read is of the day before, and what is cut off may begin there.
    const day = code === undefined ? '04' : '03';
    expect(until(cut)).toEqual([`2026-06-${day} 23:59:59`]);
    expect(until(await readFiles(whole))).toEqual(['2026-06-05 23:59:59']);
    // Rows that all lack their last cells were written so.
    const narrow = toBytes(
      { header: COLUMNS, rows: rows.map((cells) => cells.slice(0, -1)) },
      { finalLineEnd: false },
    );
    const { told, ...kept } = await readFiles(narrow);
    expect([told, until({ told, ...kept })]).toEqual([[], ['2026-06-05 23:59:59']]);
  });
});

describe('a generated settlement', () => {
  const { truth } = makeOrders({ template: 'kuaishou-64', rows: 700, seed: 52 });
  const bill = makeBill({
    platform: 'kuaishou',
    truth,
    start: '2026-04-01 00:00:00',
    end: '2026-07-20 23:59:59',
  });
  const known = new Map(
    truth
      .filter((order) => order.netCollectedFen !== 0)
      .map((order): [string, number] => [order.orderId, order.netCollectedFen])
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

  it.each(['utf8', 'gb18030', 'utf16le-bom'] as const)(
    'gives what every order brought in, in %s',
    async (encoding) => {
      const shuffled = { ...bill, rows: createRandom(3).shuffle(bill.rows) };
      const bytes = toBytes(shuffled, { encoding });
      const { bills, reads, problems } = await readBills(folder(), [{ name: bill.fileName, bytes }]);
      expect(problemsOf(problems)).toEqual([]);
      expect(netByOrder(bills)).toEqual(known);
      expect(known.size).toBeGreaterThan(300);
      expect(reads[0]!.settlement).toMatchObject({ totalSign: 1, partSign: 1, leftOut: [] });
    },
  );
});
