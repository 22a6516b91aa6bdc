// Kuaishou's account flow from bytes to the book of bills: types by exact words, directions, orders, what is lost.
import { describe, expect, it } from 'vitest';
import { normalizeHeader } from '../../src/ingest/headers.js';
import { identifyHeader } from '../../src/ingest/identify.js';
import { kuaishouAccountFlow } from '../../src/platforms/kuaishou-account.js';
import { BILL_TYPES } from '../../src/report/json.js';
import { ACCOUNT_HEADER } from '../support/account-flow.js';
import { kindsOf, periodOf, problemsOf, readBills, rowsOf } from '../support/bill-reading.js';
import type { Encoding } from '../support/bytes.js';
import { toBytes } from '../support/exports.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const A = '2606000000000001';
const B = '2606000000000002';
const T = '2026-06-03 10:00:05';

type Cells = Readonly<Record<string, string>>;

/** A pay-out of order A, but for what is named. */
function row(cells: Cells, header: readonly string[]): string[] {
  const base: Cells = {
    账务流水号: '70260603000001',
    关联业务单号: A,
    入账时间: T,
    账务方向: '收',
    '发生额（元）': '95.00',
    '期末余额（元）': '1,095.00',
    业务类型: '货款结算',
    描述: '货款结算',
    备注: '-',
  };
  return header.map((name) => cells[name] ?? base[name] ?? '');
}

async function read(
  rows: readonly Cells[],
  {
    header = ACCOUNT_HEADER,
    encoding = 'utf8-bom' as Encoding,
    preamble = [] as string[],
    footer = [] as string[],
  } = {},
) {
  const bytes = toBytes(
    { header: [...header], rows: rows.map((cells) => row(cells, header)) },
    { encoding, preamble, footer },
  );
  const { bills, reads, problems } = await readBills(folder(), [{ name: '动账明细.csv', bytes }]);
  return {
    bills,
    read: reads[0]!,
    problems: problemsOf(problems),
    file: bills.files[0]!,
    rows: rowsOf(bills),
  };
}

describe('the header of an account flow', () => {
  it.each([
    ['as a parser of merchants’ exports lists it', ACCOUNT_HEADER],
    [
      'with 财务方式 and half-width brackets',
      '关联业务单号,入账时间,财务方式,发生额(元),期末余额(元),业务类型'.split(','),
    ],
    [
      'without a unit, in another order',
      '业务类型,发生额,账务流水号,账务方向,入账时间,关联业务单号,店铺'.split(','),
    ],
  ])('is known %s', (_, header) => {
    expect(identifyHeader(header)?.format).toBe(kuaishouAccountFlow);
  });

  it.each(kuaishouAccountFlow.required.map((group) => [group[0], group] as const))(
    'is not taken for one without %s',
    (_, group) => {
      const without = group.map(normalizeHeader);
      const header = ACCOUNT_HEADER.filter((name) => !without.includes(normalizeHeader(name)));
      const lacking = group[0] === '账务流水号' ? header.filter((name) => !name.startsWith('期末')) : header;
      expect(identifyHeader(lacking)?.format).not.toBe(kuaishouAccountFlow);
    },
  );

  it('of Douyin’s 动账 is none', () => {
    const douyin = '动账时间,动账流水号,动账方向,动账金额,动账账户,动账场景,子订单号,订单号,备注'.split(',');
    expect(identifyHeader(douyin)?.format).not.toBe(kuaishouAccountFlow);
  });
});

describe('the rows of an account flow', () => {
  it('are what their type says exactly, in the direction that they state', async () => {
    const out = (type: string, yuan: string) => ({ 账务方向: '支', 业务类型: type, '发生额（元）': yuan });
    const found = await read([
      {},
      { 业务类型: '补结算', '发生额（元）': '2.00' },
      out('结算后退款', '30.00'),
      { 业务类型: '结算后退款失败', '发生额（元）': '30.00' },
      out('补贴扣除', '-4.00'),
      { 业务类型: '佣金/技术服务费返还', '发生额（元）': '1.50' },
      { ...out('余额提现', '500.00'), 关联业务单号: 'TX0001' },
      { ...out('资金冻结', '9.00'), 关联业务单号: 'DJ0001' },
      out('资金扣减', '5.00'),
    ]);
    expect(found.rows).toEqual([
      `${A} payout 9500 货款结算 ${T}`,
      `${A} payout-extra 200 补结算 ${T}`,
      `${A} refund-buyer -3000 结算后退款 ${T}`,
      `${A} refund-buyer 3000 结算后退款失败 ${T}`,
      `${A} refund-platform -400 补贴扣除 ${T}`,
      `${A} fee 150 佣金/技术服务费返还 ${T}`,
      `${A} other -500 资金扣减 ${T}`,
      `- transfer -50000 余额提现 ${T}`,
      `- transfer -900 资金冻结 ${T}`,
    ]);
    expect(found.problems).toEqual([]);
    expect(kindsOf(found.read)).toEqual({ header: 1, audited: 9 });
    expect(found.file).toMatchObject({ book: 'account', rows: 9, unlinkedRows: 2, stated: false });
  });

  it('of an unknown type are other, told once with their number, whatever their words contain', async () => {
    const found = await read([
      {},
      { 业务类型: '货款结算（补）' },
      { 业务类型: '货款结算（补）' },
      { 业务类型: '非货款结算', 账务方向: '支' },
      { 业务类型: 'constructor' },
    ]);
    expect(found.rows.slice(1).map((line) => line.split(' ')[1])).toEqual([
      'other',
      'other',
      'other',
      'other',
    ]);
    expect(found.problems).toEqual([
      'bill-code-unknown@3 业务类型 货款结算（补） x2',
      'bill-code-unknown@5 业务类型 非货款结算 x1',
      'bill-code-unknown@6 业务类型 constructor x1',
    ]);
  });

  it('that speak of an advance on the order are one; of postage laid out they are not', async () => {
    const found = await read([
      { 业务类型: '资金转入', 描述: '先用后付垫付' },
      { 业务类型: '资金扣减', 账务方向: '支', 备注: '先用后付垫资扣回' },
      { 业务类型: '资金扣减', 账务方向: '支', 备注: '商责退运费垫资追回' },
      { 业务类型: '资金扣减', 账务方向: '支', 关联业务单号: '', 备注: '垫资追回' },
      { 业务类型: '结算后退款', 账务方向: '支', 备注: '平台垫付后追回' },
    ]);
    expect(found.rows.map((line) => line.split(' ').slice(0, 3).join(' '))).toEqual([
      `${A} advance-in 9500`,
      `${A} advance-out -9500`,
      `${A} other -9500`,
      `${A} refund-buyer -9500`,
      '- other -9500',
    ]);
  });

  it('belong to the order that their text names, a pay-out to its own number', async () => {
    const text = `退款-快手电商订单编号：${B}`;
    const found = await read([
      { 备注: text },
      { 业务类型: '结算后退款', 账务方向: '支', 关联业务单号: '9900001', 备注: text },
      { 业务类型: '佣金返还', 描述: `分账追回 订单号 ${B}，退款单号 1234567890` },
      { 业务类型: '佣金返还', 关联业务单号: '', 描述: '退款单号 12345678901' },
    ]);
    expect(found.rows.map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      `${A} payout`,
      `${B} refund-buyer`,
      `${B} fee`,
      '- fee',
    ]);
  });

  it.each([
    ['入账时间', '2026-02-30 10:00:00'],
    ['入账时间', ''],
    ['发生额（元）', ''],
    ['发生额（元）', '95.0.0'],
    ['账务方向', '出'],
    ['账务方向', ''],
    ['关联业务单号', '2.606E+15'],
  ])('with %s "%s" count for nothing, and say so with their place', async (column, text) => {
    const day = (at: number) => ({ 入账时间: `2026-06-0${at} 10:00:00` });
    const found = await read([day(1), { ...day(2), [column]: text }, day(3)]);
    expect(found.problems).toEqual([`bill-row-unreadable@3 ${column}${text === '' ? '' : ` ${text}`}`]);
    expect(found.rows).toHaveLength(2);
    expect(found.read.rejectedFen).toBe(column === '发生额（元）' ? 0 : 9500);
    // Whose row it is is known, or its day: nothing else of the flow is in doubt.
    const isKnown = column !== '关联业务单号';
    expect(found.bills.doubtful.size).toBe(isKnown ? 1 : 0);
    expect(found.file.whole).toHaveLength(isKnown ? 1 : 2);
  });

  it('that cannot be read leave nothing in doubt where they move no order’s money', async () => {
    const moved = { 账务方向: '支', 关联业务单号: 'TX1', '发生额（元）': 'x' };
    const rows = [{}, { ...moved, 业务类型: '余额提现' }, { ...moved, 业务类型: '佣金返还' }];
    const found = await read(rows);
    expect(found.problems).toHaveLength(2);
    expect(found.bills.doubtful.size).toBe(0);
    expect(found.file.whole).toHaveLength(1);
  });

  it('that pay out nobody knows which order leave their day in doubt', async () => {
    const day = (at: number) => ({ 入账时间: `2026-06-0${at} 10:00:00` });
    const found = await read([day(1), { ...day(3), 关联业务单号: '' }, day(5)]);
    expect(found.rows[2]).toBe('- payout 9500 货款结算 2026-06-03 10:00:00');
    expect(found.file.whole).toHaveLength(2);
  });

  it('of money in with a minus lower what came in, and are told', async () => {
    const found = await read([{}, { '发生额（元）': '-20.00' }]);
    expect(found.rows[1]).toBe(`${A} payout -2000 货款结算 ${T}`);
    expect(found.problems).toEqual(['bill-sign@3 发生额（元） -20.00 x1']);
  });

  it('of 0 yuan are no income', async () => {
    const found = await read([{ '发生额（元）': '0.00' }]);
    expect(found.rows).toEqual([`${A} other 0 货款结算 ${T}`]);
    expect(found.file.days).toEqual([]);
  });

  it('say the same in GB18030, with lines above the header and a total below', async () => {
    const rows = [{}, { 业务类型: '结算后退款', 账务方向: '支', 备注: `退款-快手电商订单编号：${B}` }];
    const utf8 = await read(rows);
    const preamble = ['快手小店账务明细', '账户：安心钱包'];
    const gb = await read(rows, { encoding: 'gb18030', preamble, footer: ['合计,,,,65.00'] });
    expect(gb.rows).toEqual(utf8.rows);
    expect(gb.problems).toEqual([]);
    expect(kindsOf(gb.read)).toEqual({ header: 1, audited: 2, preamble: 2, footer: 1 });
  });

  it('of two flows that were joined are those of two files', async () => {
    const one = [ACCOUNT_HEADER, row({}, ACCOUNT_HEADER)];
    const bytes = toBytes(
      { header: [...ACCOUNT_HEADER], rows: [...one.slice(1), ...one] },
      { encoding: 'utf8' },
    );
    const { bills } = await readBills(folder(), [{ name: 'joined.csv', bytes }]);
    expect(bills.files.map(({ rows, book }) => [rows, book])).toEqual([
      [1, 'account'],
      [1, 'account'],
    ]);
  });
});

describe('the days of an account flow', () => {
  it('are those of its pay-outs: refunds and withdrawals cover none', async () => {
    const at = (day: string, type: string) => ({ 入账时间: `2026-06-${day} 09:00:00`, 业务类型: type });
    const mixed = await read([
      at('01', '余额提现'),
      at('04', '货款结算'),
      at('06', '货款结算'),
      at('20', '结算后退款'),
    ]);
    expect(periodOf(mixed.file)).toBe('2026-06-04 00:00:00 to 2026-06-06 23:59:59');
    const refunds = await read([{ ...at('04', '结算后退款'), 账务方向: '支' }]);
    expect(periodOf(refunds.file)).toBe('none');
    expect(refunds.file).toMatchObject({ days: [], whole: [], rows: 1 });
  });
});

describe('the types that are known', () => {
  it('are shown as they are in the report', () => {
    for (const name of Object.keys(kuaishouAccountFlow.types)) expect(BILL_TYPES, name).toContain(name);
  });
});
