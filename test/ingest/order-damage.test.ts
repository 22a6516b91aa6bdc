// Damage that must not change a figure in silence: in the header, in yes/no cells, in garbled text.
import { describe, expect, it } from 'vitest';
import { encodeText } from '../support/bytes.js';
import { type Audited, auditFiles, told } from '../support/reading.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();
const read = (content: string | Uint8Array): Promise<Audited> =>
  auditFiles(folder(), [{ name: 'orders.csv', content }]);
const ID = (n: number) => `260601-${String(n).padStart(15, '1')}`;
const pdd = (...rows: readonly Cells[]) => csvOf('pinduoduo', rows);
const [HEADER = '', LINE = ''] = pdd({ 订单号: ID(1) }).split('\r\n');

describe('a quote in the header', () => {
  it.each(['发货"时间', '发货时间"', '"发货"时间'])('hides no column, and is told: %s', async (name) => {
    const whole = await read(pdd({ 订单号: ID(1) }));
    const audited = await read(`${HEADER.replace('发货时间', name)}\r\n${LINE}\r\n`);
    expect(told(audited)).toEqual(['quote-bare 1']);
    expect(audited.order(ID(1))).toEqual(whole.order(ID(1)));
  });
});

describe('a second header', () => {
  const under = (header: string) => read(`${HEADER}\r\n${LINE}\r\n${header}\r\n${LINE}\r\n`);

  it('without the last columns is another one', async () => {
    const header = HEADER.split(',').slice(0, -2).join(',');
    const error: unknown = await under(header).catch((e: unknown) => e);
    expect(
      userErrorOf(() => {
        throw error;
      }),
    ).toMatchObject({ code: 'header-different', facts: { row: 3 } });
  });

  it('with a delimiter more is the same', async () => {
    expect(told(await under(`${HEADER},`))).toContain('header-repeated 3');
  });
});

describe('a number of goods where their count should stand', () => {
  it('is told, and no list amount is made of it', async () => {
    const audited = await read(csvOf('kuaishou', [{ 成交数量: '610000000113' }]));
    expect(told(audited)).toEqual(['fee-unreadable 2 成交数量']);
    expect(audited.book.lines.listAmount[0]).toBeNaN();
  });
});

describe('a yes/no cell that is neither', () => {
  it('is told of a lottery too, once for each text, for its yuan hang on it', async () => {
    const audited = await read(
      pdd(
        { 订单号: ID(1), 是否抽奖或0元试用: '也许' },
        { 订单号: ID(2), 是否抽奖或0元试用: '否' },
        { 订单号: ID(3), 是否抽奖或0元试用: '也许' },
      ),
    );
    expect(told(audited)).toEqual(['flag-unknown 2 是否抽奖或0元试用']);
  });
});

describe('a payment method that is none', () => {
  it('is told with its count and its first record, and its orders are unknown', async () => {
    const rows = ['先用后付', '199****7568', '微信支付', '199****7568'].map((method, i) => ({
      订单号: `26060100000001${i + 10}`,
      支付方式: method,
    }));
    const audited = await read(csvOf('kuaishou', rows));
    expect(audited.problems).toMatchObject([
      { code: 'pay-method-unknown', record: 3, column: '支付方式', count: 2 },
    ]);
    expect(audited.portfolio.totals.unknown.orders).toBe(2);
  });
});

describe('text that was decoded wrongly', () => {
  it.each(['utf8', 'gb18030', 'utf16le-bom'] as const)('is told in %s', async (encoding) => {
    const content = encodeText(
      pdd({ 订单号: ID(1), 商家备注: '坏\ufffd字' }, { 订单号: ID(2), 商家备注: '锟斤拷' }),
      encoding,
    );
    expect(told(await read(content))).toEqual(['mojibake 2', 'mojibake 3']);
  });
});
