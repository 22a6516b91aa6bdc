// Pinduoduo's bill from bytes to the book of bills: hand-written bills for each rule, generated ones for the sums.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeBenchBill } from '../bench/make-bill.js';
import { benchOrders } from '../bench/make-orders.js';
import {
  idsOf,
  kindsOf,
  netByOrder,
  periodOf,
  problemsOf,
  readBills,
  rowsOf,
} from '../support/bill-reading.js';
import { type Encoding, encodeText } from '../support/bytes.js';
import { createRandom, makeBill, makeOrders, toBytes } from '../support/exports.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const NAME = 'pdd-mall-bill-detail(100200300)_2026-07-20-10-09-55_2175.csv';
const HEADER = '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述';
const PREAMBLE = [
  '拼多多店铺账务明细查询',
  '',
  '起始时间：2026-06-01 00:00:00  终止时间：2026-06-30 23:59:59',
  '----------交易记录明细列表---------',
];
const A = '260601-111111111111111';
const B = '260601-222222222222222';
const T = '2026-06-03 10:00:00';

const bytesOf = (lines: readonly string[], encoding: Encoding = 'gb18030') =>
  encodeText(`${lines.join('\r\n')}\r\n`, encoding);

/** Reads rows under a preamble and a header; without a footer unless the rows bring one. */
async function read(rows: readonly string[], name = NAME, lossy = false) {
  const result = await readBills(folder(), [{ name, bytes: bytesOf([...PREAMBLE, HEADER, ...rows]) }], lossy);
  const [only] = result.reads;
  const { bills } = result;
  const ofFooter = ['bill-cut-off@0', 'bill-footer-missing@0'];
  const problems = problemsOf(result.problems).filter((line) => !ofFooter.includes(line));
  return { ...result, read: only!, rows: rowsOf(bills), problems, file: bills.files[0]! };
}

describe('the rows of a bill', () => {
  it('carry order, class, fen with their sign, type and time', async () => {
    const {
      rows,
      problems,
      read: found,
      file,
    } = await read([
      `${A},${T},90.00,0.00,交易收入,-,0010002|交易收入-订单收入`,
      `${A},${T},10.00,0.00,优惠券结算,-,0010005|交易收入-优惠券结算`,
      `${A},${T},0.00,-0.60,技术服务费,-,0030002|技术服务费-基础技术服务费`,
      `${A},2026-06-05 08:00:00,0.00,-27.00,交易退款,-,0020002|交易退款-订单退款`,
      `${A},2026-06-05 08:00:00,0.00,-3.00,优惠券结算,-,0020005|交易退款-优惠券结算`,
      `,${T},0.00,-500.00,转账,-,0070004|转账-广告账户`,
      '#支出合计：4笔-530.60元',
      '#收入合计：2笔100.00元',
    ]);
    expect(rows).toEqual([
      `${A} income-buyer 9000 0010002 ${T}`,
      `${A} income-platform 1000 0010005 ${T}`,
      `${A} fee -60 0030002 ${T}`,
      `${A} refund-buyer -2700 0020002 2026-06-05 08:00:00`,
      `${A} refund-platform -300 0020005 2026-06-05 08:00:00`,
      `- transfer -50000 0070004 ${T}`,
    ]);
    expect(problems).toEqual([]);
    expect(kindsOf(found)).toEqual({ audited: 6, blank: 1, header: 1, preamble: 3, footer: 2 });
    expect(file).toMatchObject({
      shopId: '100200300',
      stated: true,
      rows: 6,
      fen: 10000 - 60 - 3000 - 50000,
      unlinkedRows: 1,
      unlinkedFen: -50000,
      footerAgrees: true,
      days: [20607, 20609],
    });
    expect(periodOf(file)).toBe('2026-06-01 00:00:00 to 2026-06-30 23:59:59');
  });

  it('count by type', async () => {
    const { bills } = await read([
      `${A},${T},90.00,0.00,交易收入,-,0010002|交易收入-订单收入`,
      `${B},${T},0.00,-9.00,交易收入,-,0010002|交易收入-订单收入`,
      `${B},${T},1.00,0.00,其他,-,-`,
    ]);
    expect([...bills.types.values()]).toEqual([
      { name: '0010002', rows: 2, inFen: 9000, outFen: -900 },
      { name: '其他', rows: 1, inFen: 100, outFen: 0 },
    ]);
  });

  it('find the order number in the remark when its own cell is empty, and only then', async () => {
    const { rows } = await read([
      `,${T},0.00,-5.00,其他支出,（订单${A}）,0140028|其他支出-合作费追回`,
      `,${T},0.00,-5.00,其他支出,合作费(订单${B})追回,0140028|其他支出-合作费追回`,
      `${B},${T},0.00,-5.00,其他支出,（订单${A}）,0140028|其他支出-合作费追回`,
      `,${T},0.00,-5.00,其他支出,（订单2.6E+14）,0140028|其他支出-合作费追回`,
      `-,${T},0.00,-5.00,其他支出,订单${A},0140028|其他支出-合作费追回`,
    ]);
    expect(rows.map((row) => row.split(' ')[0])).toEqual([A, B, B, '-', '-']);
  });

  it('with money on both sides are two', async () => {
    const { rows, read: found, file } = await read([`${A},${T},5.00,-2.00,优惠券结算,-,-`]);
    expect(rows).toEqual([
      `${A} income-platform 500 优惠券结算 ${T}`,
      `${A} refund-platform -200 优惠券结算 ${T}`,
    ]);
    expect([kindsOf(found)['audited'], file.rows]).toEqual([1, 2]);
  });

  it('of 0 yuan are no income', async () => {
    const { rows, file } = await read([`${A},${T},0.00,0.00,交易收入,-,0010002|交易收入-订单收入`]);
    expect(rows).toEqual([`${A} other 0 0010002 ${T}`]);
    expect(file.rows).toBe(1);
  });

  it('with a blank time count, without a day', async () => {
    const { rows, problems, file } = await read([`${A},,1.00,0.00,交易收入,-,0010002|交易收入`]);
    expect(rows).toEqual([`${A} income-buyer 100 0010002 blank`]);
    expect([problems, file.days]).toEqual([['bill-time-missing@6 发生时间 x1'], []]);
  });

  it('without a code go by the exact word of their type', async () => {
    const { rows, problems } = await read([
      `${A},${T},5.00,0.00,交易收入,-,-`,
      `${A},${T},0.00,-2.00,交易退款,-,`,
      `${A},${T},0.09,0.00,技术服务费退款,-,技术服务费退款`,
      `${A},${T},0.00,-1.00,其他,交易收入,交易收入`,
    ]);
    expect(rows.map((row) => row.split(' ').slice(1, 4).join(' '))).toEqual([
      'income-buyer 500 交易收入',
      'refund-buyer -200 交易退款',
      'other 9 技术服务费退款',
      'other -100 其他',
    ]);
    expect(problems).toEqual([]);
  });
});

describe('money cases', () => {
  const kinds = (rows: readonly string[]) => rows.map((row) => row.split(' ').slice(1, 3).join(' '));

  it('12: an advance that is taken back, whatever the income is booked as', async () => {
    const out = `${A},2026-06-20 10:00:00,0.00,-500.00,其他支出,先用后付垫付追回,0140031|其他支出-垫付追回`;
    const coded = await read([`${A},${T},500.00,0.00,交易收入,先用后付垫付,0010002|交易收入-订单收入`, out]);
    expect(kinds(coded.rows)).toEqual(['income-buyer 50000', 'advance-out -50000']);
    const other = await read([`${A},${T},500.00,0.00,其他,-,0140030|其他收入-平台垫资`, out]);
    expect(kinds(other.rows)).toEqual(['advance-in 50000', 'advance-out -50000']);
    const uncoded = await read([`${A},${T},500.00,0.00,先用后付打款,-,-`, out]);
    expect(kinds(uncoded.rows)).toEqual(['advance-in 50000', 'advance-out -50000']);
    for (const { bills } of [coded, other, uncoded]) expect(netByOrder(bills)).toEqual(new Map());
  });

  it('12: what is coded as trade, or belongs to no order, is no advance', async () => {
    const { rows } = await read([
      `${A},${T},0.00,-20.00,交易退款,平台垫付退款,0020002|交易退款-订单退款`,
      `${A},${T},0.00,-1.00,技术服务费,先用后付,0030009|技术服务费-先用后付服务费`,
      `,${T},-,-7.00,其他支出,垫付,0140031|其他支出-垫付追回`,
      `${A},${T},0.00,-7.00,其他支出,合作费,0140031|其他支出`,
    ]);
    expect(kinds(rows)).toEqual(['refund-buyer -2000', 'fee -100', 'other -700', 'other -700']);
  });

  it('13: small payments to the buyer and a fee given back are neither collection nor refund', async () => {
    const { rows, bills } = await read([
      `${A},${T},100.00,0.00,交易收入,-,0010002|交易收入-订单收入`,
      `${A},${T},0.00,-20.00,扣款,-,0040001|售后-小额打款`,
      `${A},${T},0.09,0.00,技术服务费,-,0030002|技术服务费退款`,
    ]);
    expect(kinds(rows)).toEqual(['income-buyer 10000', 'compensation -2000', 'fee 9']);
    expect(netByOrder(bills)).toEqual(new Map([[A, 10000]]));
  });
});

describe('what is wrong with a bill', () => {
  it('a code that is not known is told once with its count', async () => {
    const { rows, problems } = await read([
      `${A},${T},5.00,0.00,交易收入,-,0010002|交易收入-订单收入`,
      `${A},${T},5.00,0.00,交易收入,-,0090001|交易收入-订单收入`,
      `${A},${T},5.00,0.00,新收入,-,0160001|新收入`,
      `${A},${T},6.00,0.00,交易收入,-,0090001|交易收入-别的`,
    ]);
    expect(problems).toEqual([
      'bill-code-unknown@7 业务描述 0090001 x2',
      'bill-code-unknown@8 业务描述 0160001 x1',
    ]);
    expect(rows.map((row) => row.split(' ')[1])).toEqual(['income-buyer', 'other', 'other', 'other']);
  });

  it('a sign on the wrong side is told once; the expense is money out', async () => {
    const { rows, problems } = await read([
      `${A},${T},0.00,2.00,技术服务费,-,0030002|技术服务费`,
      `${A},${T},-3.00,0.00,交易收入,-,0010002|交易收入`,
      '#支出合计：1笔-2.00元',
      '#收入合计：1笔-3.00元',
    ]);
    expect(rows).toEqual([`${A} fee -200 0030002 ${T}`, `${A} income-buyer -300 0010002 ${T}`]);
    expect(problems).toEqual(['bill-sign@6 支出金额（-元） 2.00 x2']);
  });

  it.each([
    // A phone without any sign between its digits is an amount by its form only.
    [`${A},${T},19900123456,0.00,交易收入,-,0010002|交易收入`, '收入金额（+元）', '19900123456'],
    [`${A},${T},0.00,-19900123456.00,交易退款,-,0020002|交易退款`, '支出金额（-元）', '-19900123456.00'],
    [`${A},${T},1.2万,0.00,交易收入,-,0010002|交易收入`, '收入金额（+元）', '1.2万'],
    [`${A},${T},0.00,1e5,交易收入,-,0010002|交易收入`, '支出金额（-元）', '1e5'],
    [`${A},${T},,,交易收入,-,0010002|交易收入`, '收入金额（+元）', ''],
    [`${A},2026-06-31 10:00:00,5.00,0.00,交易收入,-,0010002|交易收入`, '发生时间', '2026-06-31 10:00:00'],
    [`2.60601E+20,${T},5.00,0.00,交易收入,-,0010002|交易收入`, '商户订单号', '2.60601E+20'],
  ])('%s is rejected with its place', async (row, column, text) => {
    const { rows, problems, read: found, bills } = await read([row]);
    expect(problems).toEqual([`bill-row-unreadable@6 ${column} ${text}`.trim()]);
    // What an order's unreadable row says is not known of that order.
    const isNamed = row.startsWith(A) ? 1 : 0;
    expect([rows, bills.ids.size, bills.doubtful.size]).toEqual([[], isNamed, isNamed]);
    expect(found.rejected).toMatchObject([{ index: 5, code: 'bill-row-unreadable', column }]);
  });

  it.each([
    [[`${A},${T},5.00,0.00,交易收入,-`], 'record-short@6'],
    [[`${A},${T},5.00,0.00,交易收入,谢谢,再见,0010002|交易收入`], 'record-long@6'],
    [['"没有结束的引号'], 'quote-unclosed@6'],
  ])('%j is rejected', async (rows, problem) => {
    const result = await read(rows);
    expect(result.problems).toEqual([problem]);
    expect(result.rows).toEqual([]);
  });

  it('empty cells beyond the header are nothing', async () => {
    const { rows, problems } = await read([`${A},${T},5.00,0.00,交易收入,-,0010002|交易收入,,`]);
    expect([rows.length, problems]).toEqual([1, []]);
  });

  it('an invalid byte rejects its record alone, and can be read where that is asked for', async () => {
    const bytes = Buffer.concat([
      bytesOf([...PREAMBLE, HEADER]),
      Buffer.from(`${A},${T},5.00,0.00,`, 'latin1'),
      Buffer.from([0xff]),
      bytesOf([',-,0010002|交易收入', `${B},${T},6.00,0.00,交易收入,-,0010002|交易收入`]),
    ]);
    const strict = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(rowsOf(strict.bills)).toEqual([`${B} income-buyer 600 0010002 ${T}`]);
    expect(problemsOf(strict.problems)).toContain('bytes-invalid@6');
    const lossy = await readBills(folder(), [{ name: NAME, bytes }], true);
    expect(lossy.bills.rows.size).toBe(2);
    expect(problemsOf(lossy.problems)).toContain('bytes-replaced@6');
  });

  it('tells where the bytes of a rejected record stand, and keeps its yuan', async () => {
    const bad = `${A},heute,5.00,-2.50,交易收入,-,0010002|交易收入`;
    const { read: found } = await read([bad]);
    const { offset, length } = found.rejected[0]!;
    const all = readFileSync(found.file.opened.path);
    expect(all.subarray(offset, offset + length)).toEqual(bytesOf([bad]));
    expect(found.rejectedFen).toBe(750);
  });

  it('a file that ends within a record is cut off', async () => {
    const bytes = bytesOf([...PREAMBLE, HEADER, `${A},${T},5.0`]).subarray(0, -2);
    const { problems } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(problemsOf(problems)).toEqual(['record-short@6', 'file-cut-off@6']);
  });

  it('a short record further up is no sign of that', async () => {
    const rows = [`${A},${T},5.0`, `${A},${T},5.00,0.00,交易收入,-,0010002|x`];
    const bytes = bytesOf([...PREAMBLE, HEADER, ...rows]).subarray(0, -2);
    const { problems } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(problemsOf(problems)).toEqual(['record-short@6', 'bill-cut-off@0']);
  });

  it('another table in the middle stops it', async () => {
    await expect(read(['订单号,商品名称,订单状态,实付款,订单创建时间'])).rejects.toMatchObject({
      code: 'header-different',
      facts: { row: 6 },
    });
  });
});

describe('the footer', () => {
  const rows = [
    `${A},${T},90.00,0.00,交易收入,-,0010002|交易收入-订单收入`,
    `${A},${T},0.00,-0.60,技术服务费,-,0030002|技术服务费`,
    `${A},${T},0.00,0.00,其他,-,0140001|其他`,
  ];

  it.each([
    [['#支出合计：1笔-0.60元', '#收入合计：1笔90.00元'], true, []],
    [['#收入合计：2笔90.00元', '#支出合计：2笔-0.60元,,,,,,'], true, []],
    [['"#支出合计：3笔-0.60元"', '#收入合计：3笔90.00元'], true, []],
    [
      ['#支出合计：1笔-0.60元', '#收入合计：1笔90.01元'],
      false,
      ['bill-footer-differs@0 收入合计 90.01 (1) / 90.00 (1)'],
    ],
    [
      ['#支出合计：9笔-59,276.09元', '#收入合计：1笔90.00元'],
      false,
      ['bill-footer-differs@0 支出合计 -59,276.09 (9) / -0.60 (1)'],
    ],
    [['#收入合计：1笔90.00元'], true, ['bill-footer-missing@0']],
    [['#--------------'], null, ['bill-footer-missing@0']],
    [[], null, ['bill-cut-off@0']],
  ])('%j: agrees %s', async (footer, agrees, expected) => {
    const bytes = bytesOf([...PREAMBLE, HEADER, ...rows, ...footer]);
    const { bills, problems } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(problemsOf(problems)).toEqual(expected);
    expect(bills.files[0]!.footerAgrees).toBe(agrees);
  });

  it('counts rows that were rejected for something else than their amounts', async () => {
    const { file } = await read([
      ...rows,
      `${B},heute,1.00,0.00,交易收入,-,0010002|x`,
      '#收入合计：2笔91.00元',
      '#支出合计：1笔-0.60元',
    ]);
    expect(file.footerAgrees).toBe(true);
  });
});

describe('period and shop', () => {
  it('a bill that states no period covers its rows, day by day', async () => {
    const bytes = bytesOf([
      HEADER,
      `${A},2026-06-09 23:00:00,1.00,0.00,交易收入,-,0010002|x`,
      `${A},2026-06-03 10:00:00,1.00,0.00,交易收入,-,0010002|x`,
    ]);
    const { bills, problems } = await readBills(folder(), [{ name: '货款明细.csv', bytes }]);
    const [file] = bills.files;
    expect(file).toMatchObject({ stated: false, shopId: '', days: [20607, 20613] });
    expect(periodOf(file!)).toBe('2026-06-03 00:00:00 to 2026-06-09 23:59:59');
    expect(problemsOf(problems)).toEqual(['bill-footer-missing@0']);
  });

  it('an empty bill has its stated period, or none', async () => {
    const stated = await read([]);
    expect([stated.file.stated, stated.file.rows, periodOf(stated.file)]).toEqual([
      true,
      0,
      '2026-06-01 00:00:00 to 2026-06-30 23:59:59',
    ]);
    const bare = await readBills(folder(), [{ name: NAME, bytes: bytesOf([HEADER]) }]);
    expect(periodOf(bare.bills.files[0]!)).toBe('none');
  });

  it('the header stands wherever it stands among the first 30 records', async () => {
    const bytes = bytesOf([
      ...Array.from({ length: 25 }, () => '说明'),
      ...PREAMBLE.slice(2),
      HEADER,
      `${A},${T},1.00,0.00,交易收入,-,0010002|x`,
    ]);
    const { bills, reads } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect([bills.rows.size, bills.files[0]!.stated, kindsOf(reads[0]!)['preamble']]).toEqual([1, true, 27]);
  });

  it('columns are found by name', async () => {
    const bytes = bytesOf([
      '店铺,业务描述,支出金额(-元),收入金额(+元),发生时间, 商户订单号 ',
      `禾木,0010002|交易收入,0.00,5.00,2026/6/3 10:00,${A}\t`,
    ]);
    const { bills } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(rowsOf(bills)).toEqual([`${A} income-buyer 500 0010002 ${T}`]);
  });

  it('bills that were joined keep their periods, footers and days apart', async () => {
    const second = PREAMBLE.map((line) => line.replaceAll('2026-06', '2026-08').replace('08-30', '08-31'));
    const bytes = bytesOf([
      ...PREAMBLE,
      HEADER,
      `${A},${T},1.00,0.00,交易收入,-,0010002|x`,
      '#支出合计：0笔0.00元',
      '#收入合计：1笔1.00元',
      ...second,
      HEADER,
      `${B},2026-08-03 10:00:00,2.00,0.00,交易收入,-,0010002|x`,
      '#支出合计：0笔0.00元',
      '#收入合计：1笔2.00元',
    ]);
    const { bills, reads, problems } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(bills.files.map((file) => [periodOf(file), file.rows, file.footerAgrees, file.shopId])).toEqual([
      ['2026-06-01 00:00:00 to 2026-06-30 23:59:59', 1, true, '100200300'],
      ['2026-08-01 00:00:00 to 2026-08-31 23:59:59', 1, true, '100200300'],
    ]);
    expect([...bills.rows.file.subarray(0, 2)]).toEqual([0, 1]);
    expect(reads[0]).toMatchObject({ filesBegin: 0, filesEnd: 2 });
    expect(kindsOf(reads[0]!)).toEqual({ audited: 2, blank: 2, header: 2, preamble: 6, footer: 4 });
    expect(problemsOf(problems)).toEqual(['header-repeated@13']);
  });
});

describe('a generated bill', () => {
  const { truth } = makeOrders({ template: 'pinduoduo-2026-wide', rows: 600, seed: 51 });
  const bill = makeBill({
    platform: 'pinduoduo',
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

  it.each(['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'] as const)(
    'gives what every order brought in, in %s',
    async (encoding) => {
      const bytes = toBytes(bill, { ...bill.layout, encoding });
      const { bills, reads, problems } = await readBills(folder(), [{ name: bill.fileName, bytes }]);
      expect(problemsOf(problems)).toEqual([]);
      expect(netByOrder(bills)).toEqual(known);
      expect(known.size).toBeGreaterThan(300);
      expect(reads[0]!.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
      expect(bills.files[0]!.rows).toBe(bill.rows.length);
      const seen = new Set(truth.map((order) => order.orderId));
      expect(idsOf(bills).every((id) => seen.has(id))).toBe(true);
    },
  );

  it('gives the same sums in any order of its rows, with any delimiter, line end and quotes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\r\n' as const, '\n' as const, '\r' as const),
        fc.constantFrom('needed' as const, 'all' as const),
        async (seed, delimiter, lineEnd, quote) => {
          const shuffled = { ...bill, rows: createRandom(seed).shuffle(bill.rows) };
          const bytes = toBytes(shuffled, { ...bill.layout, delimiter, lineEnd, quote });
          const { bills, problems } = await readBills(folder(), [{ name: bill.fileName, bytes }]);
          expect(problemsOf(problems)).toEqual([]);
          expect(netByOrder(bills)).toEqual(known);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('the bill of the speed measurements', () => {
  it('is read without a problem, and names orders of the order file only', async () => {
    const path = join(folder(), 'written.csv');
    const written = writeBenchBill(path, 4000, 7);
    const bytes = readFileSync(path);
    const { bills, problems } = await readBills(folder(), [{ name: NAME, bytes }]);
    expect(problemsOf(problems)).toEqual([]);
    expect(bills.files[0]).toMatchObject({
      rows: written.rows,
      fen: written.inFen + written.outFen,
      footerAgrees: true,
    });
    expect([bills.ids.size, bytes.length]).toEqual([written.orders, written.bytes]);
    const known = new Set(Array.from(benchOrders(4000, 7), ({ id }) => id));
    expect(idsOf(bills).every((id) => known.has(id))).toBe(true);
    expect(written.orders / known.size).toBeGreaterThan(0.7);
  });
});
