// Reading an order export record by record: what each record is, and every problem at its row and column.
import { describe, expect, it } from 'vitest';
import type { ProblemCode } from '../../src/core/problem.js';
import { KIND, RECORD_KINDS } from '../../src/core/record-map.js';
import { UserError } from '../../src/core/user-error.js';
import { MAX_CELLS, MAX_RECORD_BYTES } from '../../src/io/scanner.js';
import { type Audited, type AuditOptions, auditFiles, told } from '../support/reading.js';
import { type Cells, cellsFor, csvOf, PLATFORM_ROWS, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const read = (content: string | Uint8Array, options: AuditOptions = {}): Promise<Audited> =>
  auditFiles(folder(), [{ name: 'orders.csv', content }], options);

const ID = (n: number) => `260601-${String(n).padStart(15, '1')}`;
const row = (cells: Cells = {}): Cells => cells;
const good = row({ 订单号: ID(1) });
const pdd = (...rows: readonly Cells[]) => csvOf('pinduoduo', rows);
const HEADER = pdd().trimEnd();
const lines = (...texts: readonly string[]) => `${texts.join('\r\n')}\r\n`;
/** One record as a line of the file. */
const line = (cells: Cells = {}) => pdd(cells).split('\r\n')[1] ?? '';

/** The kinds of all records, in order. */
function kinds({ reads }: Audited): string[] {
  const { records } = reads[0]!;
  return Array.from({ length: records.size }, (_, i) => RECORD_KINDS[records.kind(i)] ?? '');
}

const rejections = ({ reads }: Audited) => {
  const { rejected } = reads[0]!;
  return Array.from({ length: rejected.size }, (_, i) => rejected.at(i)!).map((r) => [
    r.index,
    r.code,
    r.column,
  ]);
};

describe('a record that cannot be audited', () => {
  it.each<[ProblemCode, string, Cells]>([
    ['order-id-missing', '订单号', { 订单号: '' }],
    ['order-id-missing', '订单号', { 订单号: '--' }],
    ['order-id-damaged', '订单号', { 订单号: '2.60531E+14' }],
    ['order-id-damaged', '订单号', { 订单号: '1234.0' }],
    ['order-id-damaged', '订单号', { 订单号: '订单一' }],
    ['amount-unreadable', '用户实付金额(元)', { '用户实付金额(元)': '1.2万' }],
    ['amount-unreadable', '用户实付金额(元)', { '用户实付金额(元)': '-5.00' }],
    ['amount-unreadable', '商家实收金额(元)', { '商家实收金额(元)': '1e5' }],
    ['amount-unreadable', '商家实收金额(元)', { '商家实收金额(元)': '13812345678' }],
    ['amount-missing', '商家实收金额(元)', { '用户实付金额(元)': '', '商家实收金额(元)': '--' }],
  ])('%s in %s: %j', async (code, column, cells) => {
    const audited = await read(pdd(good, cells, { 订单号: ID(2) }));
    expect(kinds(audited)).toEqual(['header', 'audited', 'rejected', 'audited']);
    expect(rejections(audited)).toEqual([[2, code, column]]);
    expect(told(audited)).toEqual([`${code} 3 ${column}`]);
    expect(audited.problems[0]?.text).toBe(cells[column]);
    expect(audited.portfolio.totals.orders).toBe(2);
    expect(audited.portfolio.totals.receivableFen).toBe(20_000);
  });

  it.each<[ProblemCode, string]>([
    ['record-short', line().split(',').slice(0, 13).join(',')],
    ['record-long', line({ 商品: '灯' }).replace('已收货,', '已收货,多出来,')],
    ['quote-unclosed', `"${line()}`],
    ['record-too-large', line({ 商家备注: 'x'.repeat(MAX_RECORD_BYTES) })],
    ['record-too-wide', line() + ','.repeat(MAX_CELLS)],
  ])('%s, of which no column can say it', async (code, text) => {
    const audited = await read(lines(HEADER, line(good), text, line({ 订单号: ID(2) })));
    expect(kinds(audited)).toEqual(['header', 'audited', 'rejected', 'audited']);
    expect(rejections(audited)).toEqual([[2, code, '']]);
    expect(told(audited)).toEqual([`${code} 3`]);
  });

  it('bytes-invalid; with the wish for it they are replaced, and told', async () => {
    const bytes = Buffer.from(pdd(good, { 商家备注: '@' }, { 订单号: ID(2) }));
    bytes[bytes.indexOf('@')] = 0xff;
    const strict = await read(bytes);
    expect(rejections(strict)).toEqual([[2, 'bytes-invalid', '']]);
    expect(strict.portfolio.totals.orders).toBe(2);
    const lossy = await read(bytes, { lossy: true });
    expect(kinds(lossy)).toEqual(['header', 'audited', 'audited', 'audited']);
    expect(told(lossy)).toEqual(['bytes-replaced 3']);
  });

  it('shows its yuan beside the totals when they can be read', async () => {
    const audited = await read(
      pdd({ 订单号: '' }, { 订单号: '1234.0', '商家实收金额(元)': '' }, { '商家实收金额(元)': '1.2万' }),
    );
    expect(audited.reads[0]?.rejectedFen).toBe(30_000);
    expect(audited.portfolio.totals.orders).toBe(0);
  });

  it('counts no state, no time and no order', async () => {
    const audited = await read(
      pdd(good, { 订单号: '', 订单状态: '谜', 确认收货时间: '2031-01-01 00:00:00' }),
    );
    expect(told(audited)).toEqual(['order-id-missing 3 订单号']);
    expect(audited.asOf).toBe('2026-06-06');
    expect(audited.reads[0]?.states.map(({ text, records }) => [text, records])).toEqual([['已收货', 1]]);
  });
});

describe('an amount that may be blank', () => {
  const blank = { '用户实付金额(元)': '', '商家实收金额(元)': '' };
  it.each<Cells>([
    { 订单状态: '已取消' },
    { 订单状态: '待支付', 发货时间: '', 确认收货时间: '' },
    { 订单状态: '未支付，交易关闭' },
    { 是否抽奖或0元试用: '是' },
  ])('%j', async (cells) => {
    const audited = await read(pdd({ ...blank, ...cells }));
    expect(kinds(audited)).toEqual(['header', 'audited']);
    expect(told(audited)).toEqual([]);
    expect(audited.portfolio.totals.receivableFen).toBe(0);
  });

  it('one of the two is enough', async () => {
    const audited = await read(pdd({ '商家实收金额(元)': '\t' }, { 订单号: ID(2), '用户实付金额(元)': '/' }));
    expect(audited.portfolio.totals.receivableFen).toBe(20_000);
  });
});

describe('what is told and does not reject', () => {
  it('time-unreadable: each cell, and the bucket is invalid', async () => {
    const audited = await read(pdd({ 订单号: ID(1), 发货时间: '46174.5', 确认收货时间: '2026-02-30' }));
    expect(told(audited)).toEqual(['time-unreadable 2 发货时间', 'time-unreadable 2 确认收货时间']);
    expect(audited.order(ID(1))?.aged?.bucket).toBe('invalid');
  });

  it('state-unknown: once with its count; the state is inferred from the times', async () => {
    const audited = await read(
      pdd(
        { 订单号: ID(1), 订单状态: '已揽收' },
        { 订单号: ID(2), 订单状态: '已揽收', 确认收货时间: '' },
        { 订单号: ID(3), 订单状态: '已揽收\t', 确认收货时间: '', 发货时间: '' },
        { 订单号: ID(4), 售后状态: '仲裁' },
      ),
    );
    expect(told(audited)).toEqual(['state-unknown 2 订单状态', 'state-unknown 5 售后状态']);
    expect(audited.problems.map(({ text, count }) => [text, count])).toEqual([
      ['已揽收', 3],
      ['仲裁', 1],
    ]);
    const stage = (n: number) => audited.order(ID(n))?.stage;
    expect([stage(1), stage(2), stage(3)]).toEqual(['received', 'in-transit', 'unshipped']);
  });

  it('state-unreadable: an unknown state and no time at all', async () => {
    const cells = { 订单号: ID(1), 订单状态: '谜', 发货时间: '', 确认收货时间: '', 订单成交时间: '' };
    const audited = await read(pdd(cells, { 订单号: ID(2) }));
    expect(told(audited)).toEqual(['state-unreadable 2 订单状态', 'state-unknown 2 订单状态']);
    expect(audited.order(ID(1))?.aged?.bucket).toBe('invalid');
  });

  it('fee-unreadable: only the list amount is lost', async () => {
    const audited = await read(
      pdd({
        '邮费(元)': '包邮',
        '商品数量(件)': '半',
        '平台优惠折扣(元)': '?',
        '店铺优惠折扣(元)': '99999999999',
      }),
    );
    const columns = ['商品数量(件)', '邮费(元)', '店铺优惠折扣(元)', '平台优惠折扣(元)'];
    expect(told(audited)).toEqual(columns.map((column) => `fee-unreadable 2 ${column}`));
    expect(audited.portfolio.totals.receivableFen).toBe(10_000);
    expect(audited.book.lines.listAmount[0]).toBeNaN();
  });

  it('flag-unknown: once for each text with its count, and the orders stay unknown', async () => {
    const flags = ['√', '是', '√', '', '?'];
    const audited = await read(pdd(...flags.map((flag, i) => ({ 订单号: ID(i + 1), 是否先用后付: flag }))));
    expect(audited.problems.map(({ code, record, text, count }) => [code, record, text, count])).toEqual([
      ['flag-unknown', 2, '√', 2],
      ['flag-unknown', 6, '?', 1],
    ]);
    expect(audited.portfolio.totals.unknown.orders).toBe(4);
  });

  it('pay-later-conflict: at the record whose column says otherwise', async () => {
    const rows = pdd({ 订单号: ID(1) }, { 订单号: ID(2) }, { 订单号: ID(3), 是否先用后付: '否' });
    const audited = await read(rows, { list: [ID(1), ID(3)] });
    expect(told(audited)).toEqual(['pay-later-conflict 3 订单号', 'pay-later-conflict 4 订单号']);
    expect(audited.portfolio.totals.payLaterOrders).toBe(2);
  });

  it('order-id-unusual: once for the file, with the first row', async () => {
    const audited = await read(
      pdd(
        { 订单号: ID(1) },
        { 订单号: '1234567890' },
        { 订单号: 'AB-2026-77' },
        { 订单号: 'AB2026-7777777777777777' },
      ),
    );
    expect(audited.problems).toMatchObject([{ code: 'order-id-unusual', record: 3, count: 3 }]);
    expect(audited.portfolio.totals.orders).toBe(4);
  });

  it('an unusual number of the length of a usual one is told as well', async () => {
    const rows = [{}, { 订单号: 'A606010000000001' }];
    expect(told(await read(csvOf('kuaishou', rows)))).toEqual(['order-id-unusual 3']);
  });

  it('order-ids-rounded: only when more long numbers end in 0 than chance allows', async () => {
    const rows = (zeros: number) =>
      Array.from({ length: 12 }, (_, i) => ({ 订单号: `26060100000001${i + 10}${i < zeros ? 0 : 7}` }));
    expect(told(await read(csvOf('kuaishou', rows(6))))).toEqual([]);
    const audited = await read(csvOf('kuaishou', rows(7)));
    expect(audited.problems).toMatchObject([{ code: 'order-ids-rounded', record: 0, count: 7 }]);
  });

  it('time-far-ahead: such a time does not move the day of the audit', async () => {
    const rows = Array.from({ length: 40 }, (_, i) => ({ 订单号: ID(i + 1) }));
    const audited = await read(pdd(...rows, { 订单号: ID(99), 确认收货时间: '2062-06-06 12:00:00' }));
    expect(audited.problems).toMatchObject([{ code: 'time-far-ahead', record: 0, count: 1 }]);
    expect(audited.asOf).toBe('2026-06-06');
    expect(audited.order(ID(99))?.aged?.bucket).toBe('invalid');
  });

  it('quote-bare: the cell is kept as it stands', async () => {
    const audited = await read(
      lines(HEADER, line({ 商品: '24@灯' }).replace('@', '"'), line({ 订单号: ID(2) })),
    );
    expect(told(audited)).toEqual(['quote-bare 2']);
    expect(audited.portfolio.totals.orders).toBe(2);
  });

  it('quote-swallowed-lines: a note that holds whole rows', async () => {
    const audited = await read(pdd({ 订单号: ID(1), 商家备注: lines(line(), line()) }, { 订单号: ID(2) }));
    expect(told(audited)).toEqual(['quote-swallowed-lines 2']);
    expect(kinds(audited)).toEqual(['header', 'audited', 'audited']);
  });

  it('nul-bytes and mojibake', async () => {
    const audited = await read(pdd({ 商家备注: 'a\0b' }, { 订单号: ID(2), 商家备注: '坏\ufffd字' }));
    expect(told(audited)).toEqual(['nul-bytes 2', 'mojibake 3']);
  });

  it('column-duplicate: only of a column that is read', async () => {
    const header = HEADER.split(',');
    const cells = line().split(',');
    const doubled = (name: string) => read(lines([...header, name].join(','), [...cells, 'x'].join(',')));
    expect(told(await doubled('商家实收金额(元)'))).toEqual(['column-duplicate 1 商家实收金额(元)']);
    expect(told(await doubled('支付ID'))).toEqual([]);
  });

  it('line-ends-mixed', async () => {
    const text = `${HEADER}\r\n${line({ 订单号: ID(1) })}\n${line({ 订单号: ID(2) })}\r${line({ 订单号: ID(3) })}`;
    const audited = await read(text);
    expect(told(audited)).toEqual(['line-ends-mixed 0']);
    expect(audited.portfolio.totals.orders).toBe(3);
  });

  it('cells-beyond-header: the record is in place, its surplus is told; empty cells are nothing', async () => {
    const audited = await read(lines(HEADER, `${line()},多`, `${line({ 订单号: ID(2) })},,\t,`));
    expect(told(audited)).toEqual(['cells-beyond-header 2']);
    expect(kinds(audited)).toEqual(['header', 'audited', 'audited']);
    expect(audited.reads[0]?.width).toBe(HEADER.split(',').length + 3);
  });
});

describe('a file that was cut off', () => {
  const whole = lines(HEADER, line({ 订单号: ID(1) }), line({ 订单号: ID(2) }));

  it('is told at every place within the last record at which a cell is missing', async () => {
    const from = whole.indexOf(ID(2)) + 1;
    const to = whole.lastIndexOf(',');
    const missed: number[] = [];
    const place = folder();
    for (let at = from; at <= to; at++) {
      const audited = await auditFiles(place, [{ name: 'orders.csv', content: whole.slice(0, at) }]);
      if (!told(audited).includes('file-cut-off 3')) missed.push(at);
    }
    expect(missed).toEqual([]);
  });

  it('is told in the middle of a character', async () => {
    const bytes = Buffer.from(whole);
    const audited = await read(bytes.subarray(0, bytes.lastIndexOf('已') + 1));
    expect(told(audited)).toEqual(['bytes-invalid 3', 'file-cut-off 3']);
  });

  it('is told in the middle of a quoted cell', async () => {
    const text = lines(HEADER, line({ 商品: '灯,白' }));
    expect(told(await read(text.slice(0, text.indexOf('白'))))).toEqual([
      'quote-unclosed 2',
      'file-cut-off 2',
    ]);
  });

  it('is not told of a last record without a line end, nor of records that all leave out empty cells', async () => {
    expect(told(await read(whole.trimEnd()))).toEqual([]);
    const short = (text: string) => text.slice(0, text.lastIndexOf(','));
    const header = `${HEADER},备注`;
    const text = lines(header, short(`${line({ 订单号: ID(1) })},`), short(`${line({ 订单号: ID(2) })},`));
    expect(told(await read(text.trimEnd()))).toEqual([]);
  });

  it('is not told of a total without a line end', async () => {
    expect(told(await read(`${whole}合计,200.00`))).toEqual([]);
  });
});

describe('records that are no orders', () => {
  it('blank lines, rows of delimiters, blanks and TABs', async () => {
    const width = HEADER.split(',').length;
    const audited = await read(
      lines(
        HEADER,
        '',
        line({ 订单号: ID(1) }),
        ','.repeat(width - 1),
        '  ',
        '\t,\t',
        ',,,',
        '""',
        line({ 订单号: '' }),
      ),
    );
    expect(kinds(audited)).toEqual([
      'header',
      'blank',
      'audited',
      ...Array.from({ length: 5 }, () => 'blank'),
      'rejected',
    ]);
    expect(told(audited)).toEqual(['order-id-missing 9 订单号']);
  });

  it.each([
    '合计,,,3',
    '总计：,120',
    ',,合计,100.00',
    '#支出合计：3485笔-59276.09元',
    'Total,,5',
    '共计 12 单',
    '汇总',
  ])('the total %j', async (total) => {
    const audited = await read(lines(HEADER, line(), total));
    expect(kinds(audited)).toEqual(['header', 'audited', 'footer']);
    expect(told(audited)).toEqual([]);
  });

  it.each(['#新品#台灯', '汇总表打印纸', '合计100片'])(
    'an order without its number is rejected, though its product begins %j',
    async (product) => {
      const audited = await read(pdd({ 商品: product, 订单号: '' }));
      expect(told(audited)).toEqual(['order-id-missing 2 订单号']);
      const shifted = await read(lines(HEADER, line({ 商品: product }).replace(',', ',,')));
      expect(kinds(shifted)).toEqual(['header', 'rejected']);
    },
  );

  it('the same header again, whatever its blanks and width', async () => {
    const audited = await read(
      lines(
        HEADER,
        line({ 订单号: ID(1) }),
        HEADER.replace('(', '（').replaceAll(',', '\t,'),
        line({ 订单号: ID(2) }),
      ),
    );
    expect(kinds(audited)).toEqual(['header', 'audited', 'header', 'audited']);
    expect(told(audited)).toEqual(['header-repeated 3']);
  });

  const others = Object.entries({
    'another order export': Object.keys(PLATFORM_ROWS.kuaishou).join(','),
    'the same columns in another order': HEADER.split(',').toReversed().join(','),
    'one column more in front': `店铺名称,${HEADER}`,
    'a bill': '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述',
    'an English table': 'order_id,status,buyer_paid,created_at,shipped_at',
  });
  it.each(others)('another header, %s, stops with its row', async (_name, header) => {
    for (const before of [1, 40]) {
      const rows = Array.from({ length: before }, (_, i) => line({ 订单号: ID(i) }));
      const error: unknown = await read(lines(HEADER, ...rows, header)).catch((e: unknown) => e);
      expect(error).toBeInstanceOf(UserError);
      expect(error).toMatchObject({ code: 'header-different', facts: { row: before + 2 } });
    }
  });

  it('preamble, sep= line and blank lines count as Excel counts them', async () => {
    const preamble = await read(lines('店铺导出', '', HEADER, line({ 订单号: '' })));
    expect(kinds(preamble)).toEqual(['preamble', 'blank', 'header', 'rejected']);
    expect(told(preamble)).toEqual(['order-id-missing 4 订单号']);
    const sep = await read(lines('sep=,', HEADER, line({ 订单号: '' })));
    expect(kinds(sep)).toEqual(['preamble', 'header', 'rejected']);
    expect(told(sep)).toEqual(['order-id-missing 2 订单号']);
    const quoted = await read(pdd({ 商品: '灯\r\n白\n\r色' }, { 订单号: '' }));
    expect(told(quoted)).toEqual(['order-id-missing 3 订单号']);
  });

  it('a file of nothing but a header has no orders and no day', async () => {
    const audited = await read(pdd());
    expect(kinds(audited)).toEqual(['header']);
    expect(audited.asOf).toBeNull();
    expect(audited.portfolio.totals.orders).toBe(0);
  });
});

describe('the number of an order', () => {
  it.each([
    '\t260601-100000000000001\t',
    '"260601-100000000000001"',
    '="260601-100000000000001"',
    "'260601-100000000000001",
  ])('is the same however it is wrapped: %j', async (cell) => {
    const audited = await read(
      lines(HEADER, line({ 订单号: ID(5) }), line({ 订单号: 'ID' }).replace('ID', cell)),
    );
    expect(audited.order('260601-100000000000001')).not.toBeNull();
    expect(audited.portfolio.totals.orders).toBe(2);
  });
});

describe('when an order was placed', () => {
  const times = { 订单成交时间: '', 支付时间: '', 拼单成功时间: '', 发货时间: '', 确认收货时间: '' };
  const orderedAt = async (cells: Cells) => {
    const audited = await read(
      csvOf('pinduoduo', [{ 订单状态: '已收货', ...times, ...cells }], {
        columns: ['支付时间', '拼单成功时间'],
      }),
      { asOf: '2026-07-20' },
    );
    return new Date((audited.book.lines.orderedAt[0] ?? 0) * 1000).toISOString().slice(0, 16);
  };

  it('is the first known time of the deal, the payment and the group', async () => {
    const all = {
      订单成交时间: '2026-06-03 03:00:00',
      支付时间: '2026-06-04 04:00:00',
      拼单成功时间: '2026-06-05 05:00:00',
    };
    expect(await orderedAt(all)).toBe('2026-06-03T03:00');
    expect(await orderedAt({ ...all, 订单成交时间: '' })).toBe('2026-06-04T04:00');
    expect(await orderedAt({ 拼单成功时间: '2026-06-05 05:00:00' })).toBe('2026-06-05T05:00');
  });

  it('is not the debit, a payment behind the shipment', async () => {
    const debit = { 支付时间: '2026-06-20 04:00:00', 发货时间: '2026-06-02 10:00:00' };
    expect(await orderedAt(debit)).toBe('2026-06-01T00:00');
    expect(await orderedAt({ ...debit, 拼单成功时间: '2026-06-01 09:00:00' })).toBe('2026-06-01T09:00');
  });

  it('is the day in the order number where all times are blank, also for the day of the audit', async () => {
    expect(await orderedAt({})).toBe('2026-06-01T00:00');
    const blank = pdd({ 订单成交时间: '', 发货时间: '', 确认收货时间: '', 订单状态: '待发货' });
    expect((await read(blank)).asOf).toBe('2026-06-01');
  });
});

describe('what counts for the day of the audit', () => {
  it('is what has happened, never what is promised', async () => {
    const columns = ['承诺发货时间', '承诺送达时间', '到期日'];
    const cells = Object.fromEntries(columns.map((name) => [name, '2026-06-27 09:00:00']));
    expect((await read(csvOf('pinduoduo', [cells], { columns }))).asOf).toBe('2026-06-06');
  });

  it.each<[RowPlatform, string]>([
    ['pinduoduo', '2026-06-06'],
    ['kuaishou', '2026-06-02'],
  ])('%s', async (platform, day) => {
    expect((await read(csvOf(platform, [{}]))).asOf).toBe(day);
    const paid =
      platform === 'kuaishou' ? { 订单创建时间: '2026-06-09 01:00:00' } : { 确认收货时间: '2026-06-09' };
    expect(
      (await read(csvOf(platform, [{}, { ...cellsFor(platform, { id: '2606010000000002' }), ...paid }])))
        .asOf,
    ).toBe('2026-06-09');
  });
});

it('every byte of a file is in one record of one kind', async () => {
  const text = lines('前言', HEADER, '', line(), line({ 订单号: '' }), '合计,1', HEADER, 'x,');
  const { reads } = await read(text);
  const { records } = reads[0]!;
  expect(records.bytes).toBe(Buffer.byteLength(text));
  expect(records.kinds[KIND.audited]).toBe(1);
  expect([...records.kinds].reduce((a, b) => a + b)).toBe(records.size);
});
