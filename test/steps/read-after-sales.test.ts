// After-sales exports from bytes to the book: what each column gives, what is rejected, what is only told.
import { describe, expect, it } from 'vitest';
import { keyText } from '../../src/core/after-sales-book.js';
import { KIND } from '../../src/core/record-map.js';
import { pinduoduoSales, readAfterSales, type SaleCells, salesOf } from '../support/after-sales-reading.js';
import { problemsOf } from '../support/bill-reading.js';
import { type Encoding, encodeText } from '../support/bytes.js';
import { makeAfterSales, makeOrders, toBytes } from '../support/exports.js';
import { OTHER_HEADERS } from '../support/headers.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const A = '260601-111111111111111';
const B = '260601-222222222222222';
const SALE: SaleCells = {
  售后编号: '26060310001',
  订单编号: A,
  交易金额: '99.00',
  售后状态: '退款成功',
  退款类型: '仅退款',
  退款金额: '30.00',
  申请时间: '2026-06-03 10:00:00',
};
const PLAIN = {
  number: '26060310001',
  order: A,
  state: 'refunded',
  type: 'refund-only',
  fen: 3000,
  applied: '2026-06-03 10:00:00',
};

/** Reads one file; its rows, problems, kinds of records. */
async function read(bytes: Uint8Array | string, name = 'sales.csv', lossy = false) {
  const held = await readAfterSales(folder(), [{ name, bytes }], lossy);
  const [only] = held.reads;
  return { ...held, sales: salesOf(held), told: problemsOf(held.problems), read: only! };
}
/** Reads rows like `SALE` but for the cells that are named, each under a number of its own. */
const readChanged = (...changes: SaleCells[]) =>
  read(pinduoduoSales(...changes.map((cells, i) => ({ ...SALE, 售后编号: `2606031000${i + 1}`, ...cells }))));

describe('the rows of 售后信息', () => {
  it('carry everything that their columns hold', async () => {
    const { sales, told, orders, book } = await readChanged({
      发货运单号: 'YT7600000000001',
      商品ID: '991234567',
      超时时间: '2027-01-01 00:00:00',
      售后原因: '未成年人误拍',
      退货运单号: 'sf1234567890；SF999',
      退货物流状态: '已签收',
      同意退款时间: '2026/6/5 9:05',
      备注: '已退回',
    });
    expect(sales).toEqual([
      {
        ...PLAIN,
        agreed: '2026-06-05 09:05:00',
        deadline: '2027-01-01 00:00:00',
        outbound: 'YT7600000000001',
        back: 'SF1234567890',
        returning: 'yes',
        minor: 'yes',
      },
    ]);
    expect(told).toEqual([]);
    // Numbered as the orders' own products are.
    expect(book.rows.product[0]).toBe(orders.textKey('991234567'));
  });

  it('are read by the names of columns, in any order, under a preamble, with more columns', async () => {
    const text = [
      '售后信息',
      '',
      'sep,店铺名称,退款金额(元),申请时间,订单号,售后编号,退款类型,售后状态,售后完结时间',
      `1,好店,￥１234.50元,2026-06-03,${A},26060310001,仅退款,用户撤销,2026-06-07 01:02:03`,
    ];
    const { sales, told, read: found } = await read(`${text.join('\n')}\n`);
    expect(sales).toEqual([
      {
        ...PLAIN,
        state: 'closed',
        fen: 123450,
        applied: '2026-06-03 00:00:00',
        closed: '2026-06-07 01:02:03',
      },
    ]);
    expect(told).toEqual([]);
    expect([found.kinds[KIND.preamble], found.kinds[KIND.blank]]).toEqual([1, 1]);
  });

  it.each([
    ['30', 3000],
    ['¥30.00', 3000],
    ['30.00元', 3000],
    ['３０．００', 3000],
    ['0.00', 0],
    ['', undefined],
    ['--', undefined],
    ['\t', undefined],
  ])('take %j for %s fen, and 交易金额 for nothing', async (text, fen) => {
    const { sales, told } = await readChanged({ 退款金额: text });
    expect({ fen: sales[0]?.['fen'], told }).toEqual({ fen, told: [] });
  });

  it.each(['1.2万', '-30.00', '(30.00)', '1e5', '13800000000000', '三十'])(
    'with the amount %s are rejected, and their order is doubtful',
    async (text) => {
      const { sales, told, book, read: found } = await readChanged({}, { 订单编号: B, 退款金额: text });
      expect(sales).toEqual([PLAIN]);
      expect(told).toEqual([`amount-unreadable@3 退款金额 ${text}`]);
      expect([...book.doubtful].map((id) => keyText(book.ids, id))).toEqual([B]);
      expect(found.rejected).toMatchObject([{ index: 2, code: 'amount-unreadable', column: '退款金额' }]);
    },
  );

  it('without an order number, or with one that Excel has damaged, are rejected', async () => {
    const { sales, told } = await readChanged(
      {},
      { 订单编号: '' },
      { 订单编号: '2.60601E+14' },
      { 订单编号: `="${B}"` },
      { 订单编号: '见备注' },
    );
    expect(sales.map(({ order }) => order)).toEqual([A, B]);
    expect(told).toEqual([
      'order-id-missing@3 订单编号',
      'order-id-damaged@4 订单编号 2.60601E+14',
      'order-id-damaged@6 订单编号 见备注',
    ]);
  });

  it('whose times cannot be read count without them, and are told', async () => {
    const { sales, told } = await readChanged({
      申请时间: '2026-02-30 10:00:00',
      同意退款时间: '46176',
      超时时间: '还剩3天',
    });
    const { applied: _, ...rest } = PLAIN;
    expect(sales).toEqual([rest]);
    expect(told).toEqual([
      'after-sale-time-unreadable@2 申请时间 2026-02-30 10:00:00',
      'after-sale-time-unreadable@2 同意退款时间 46176',
      'deadline-unreadable@2 超时时间 还剩3天',
    ]);
  });

  it('have no waybill where a cell is a sign for none, a text, or a rounded number, which is told once', async () => {
    const { sales, told } = await readChanged(
      { 退货运单号: '-', 发货运单号: '无' },
      { 退货运单号: '7.73123E+14', 发货运单号: '="YT7600000000009"' },
      { 退货运单号: '7.7E+14', 发货运单号: 'JDVB00000000001-1-1' },
    );
    expect(sales.map(({ outbound, back }) => [outbound, back])).toEqual([
      [undefined, undefined],
      ['YT7600000000009', undefined],
      ['JDVB00000000001-1-1', undefined],
    ]);
    expect(told).toEqual(['waybills-rounded@3 退货运单号 x2']);
  });

  it('of a state or a kind that is not known are told once each; the state is open unless a time says that it ended', async () => {
    const text = [
      '售后编号,订单编号,售后状态,退款类型,退款金额,同意退款时间,关闭时间',
      `26060310001,${A},排队,部分退款,1.00,,`,
      `26060310002,${A},排队,部分退款,1.00,2026-06-04 00:00:00,`,
      `26060310003,${A},排队,,1.00,,2026-06-05 00:00:00`,
      `26060310004,${A},,仅退款,1.00,2026-06-04 00:00:00,2026-06-05 00:00:00`,
    ];
    const { sales, told } = await read(`${text.join('\n')}\n`);
    expect(sales.map(({ state, type }) => [state, type])).toEqual([
      ['open', 'other'],
      ['open', 'other'],
      ['closed', undefined],
      ['succeeded', 'refund-only'],
    ]);
    expect(sales.map(({ unknown }) => unknown)).toEqual(['yes', 'yes', 'yes', 'yes']);
    expect(told).toEqual([
      'after-sale-state-unknown@2 售后状态 排队 x3',
      'after-sale-state-unknown@5 售后状态 x1',
      'after-sale-type-unknown@2 退款类型 部分退款 x2',
    ]);
  });

  it('whose order numbers Excel has rounded are told', async () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ 订单编号: `${6912345678900000 + i * 10}` }));
    const { told, sales } = await readChanged(
      ...rows.map((row, i) => ({ ...row, 售后编号: `${88880000 + i}` })),
    );
    expect(told).toEqual(['order-ids-rounded@0 x20']);
    expect(sales).toHaveLength(20);
  });

  it('with a damaged number count each', async () => {
    const damaged = { 售后编号: '2.60603E+10' };
    const { sales, told } = await readChanged(damaged, damaged, { 售后编号: '' });
    expect(sales).toHaveLength(3);
    expect(told).toEqual(['after-sale-number-damaged@2 售后编号 x2']);
  });
});

describe('records that are no rows', () => {
  it('are notices, totals, blank lines and the header once more', async () => {
    const commas = ',,,,,,,,,,,,,,,,';
    const lines = [
      ...pinduoduoSales(SALE).trimEnd().split('\n'),
      '',
      commas,
      OTHER_HEADERS.pinduoduoAfterSales.join(','),
      `合计,,99.00,,,30.00${commas.slice(5)}`,
      `3个月前的售后单仅支持在页面查看${commas}`,
      `,3个月前的售后单仅支持在页面查看${commas.slice(1)}`,
    ];
    const { sales, told, read: found } = await read(`${lines.join('\n')}\n`);
    expect(sales).toEqual([PLAIN]);
    expect(Array.from(found.kinds)).toEqual([1, 0, 2, 2, 0, 3]);
    expect(told).toEqual(['header-repeated@5', 'after-sales-notice@7 x2']);
  });

  it('are not rows that only speak of a page', async () => {
    const { sales } = await readChanged({ 售后原因: '3个月前的售后单仅支持在页面查看' });
    expect(sales).toHaveLength(1);
  });

  it('another table’s header among them stops', async () => {
    const text = pinduoduoSales(SALE) + OTHER_HEADERS.kuaishouAfterSales.join(',');
    await expect(read(text)).rejects.toMatchObject({ code: 'header-different', facts: { row: 3 } });
  });
});

describe('damaged records', () => {
  it('are rejected where a needed cell lacks or cells stand beyond; what lacks at the end is nothing', async () => {
    const row = pinduoduoSales(SALE).trimEnd().split('\n')[1]!;
    const cells = row.split(',');
    const lines = [
      OTHER_HEADERS.pinduoduoAfterSales.join(','),
      row,
      cells.slice(0, 4).join(','),
      `${row.replace('26060310001', '26060310003')},店`,
      `${row.replace('26060310001', '26060310004')},,`,
      cells.slice(0, 13).join(',').replace('26060310001', '26060310005'),
      row.replace('26060310001', '26060310006'),
    ];
    const { sales, told, book } = await read(`${lines.join('\n')}\n`);
    expect(sales.map(({ number }) => number)).toEqual([
      '26060310001',
      '26060310004',
      '26060310005',
      '26060310006',
    ]);
    expect(told).toEqual(['record-short@3', 'record-long@4']);
    expect(book.doubtful.size).toBe(1);
  });

  it('with invalid bytes are rejected, or read and told', async () => {
    const bytes = Buffer.concat([
      encodeText(pinduoduoSales(SALE), 'gb18030'),
      encodeText(
        pinduoduoSales({ ...SALE, 售后编号: '26060310002', 备注: '好' }).split('\n')[1]!,
        'gb18030',
      ).subarray(0, -1),
      Buffer.from('\n'),
    ]);
    const strict = await read(bytes);
    expect(strict.told).toEqual(['bytes-invalid@3']);
    expect([...strict.book.doubtful].map((id) => keyText(strict.book.ids, id))).toEqual([A]);
    const lossy = await read(bytes, 'lossy.csv', true);
    expect(lossy.told).toEqual(['bytes-replaced@3']);
    expect(lossy.sales).toHaveLength(2);
  });

  it('in the header may have taken a column away: nothing is read', async () => {
    const spoiled = Buffer.concat([
      Buffer.from('退款金额').subarray(0, -1),
      Buffer.from(',售后编号,订单编号,售后状态,申请时间\n'),
    ]);
    await expect(read(spoiled)).rejects.toMatchObject({ code: 'header-damaged', facts: { row: 1 } });
    expect((await read(spoiled, 'lossy.csv', true)).told).toEqual(['bytes-replaced@1']);
  });

  it('with a quote that is never closed are rejected, and the rest is read', async () => {
    const [header, row] = pinduoduoSales(SALE).trimEnd().split('\n') as [string, string];
    const { sales, told } = await read(
      [header, `"${row}`, row.replace('26060310001', '26060310002'), ''].join('\n'),
    );
    expect(sales).toHaveLength(1);
    expect(told).toEqual(['quote-unclosed@2']);
  });

  it('at the end of a file that was cut off are told', async () => {
    const text = pinduoduoSales(SALE, { ...SALE, 售后编号: '26060310002' });
    const { told } = await read(text.slice(0, text.lastIndexOf('退款成功') + 2));
    expect(told).toEqual(['record-short@3', 'file-cut-off@3']);
  });
});

describe('exports of both platforms', () => {
  const cases = (['pinduoduo-2026-wide', 'kuaishou-61'] as const).flatMap((template) =>
    (['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'] as Encoding[]).flatMap((encoding) =>
      [',', '\t', ';'].map((delimiter) => ({ template, encoding, delimiter })),
    ),
  );

  it.each(cases)(
    'are read alike: $template in $encoding with $delimiter',
    async ({ template, ...layout }) => {
      const { platform, truth, end } = makeOrders({ template, rows: 150, seed: 3 });
      const made = makeAfterSales({ platform: platform as 'pinduoduo' | 'kuaishou', truth, end });
      const dir = folder();
      const plain = await readAfterSales(dir, [{ name: 'plain.csv', bytes: toBytes(made) }]);
      const other = await readAfterSales(dir, [
        { name: 'other.csv', bytes: toBytes(made, { ...layout, quote: 'all', trailingDelimiter: true }) },
      ]);
      expect(salesOf(plain)).toHaveLength(made.rows.length);
      expect(salesOf(other)).toEqual(salesOf(plain));
      expect(problemsOf(other.problems)).toEqual([]);
      // Every after-sale that the shop knows is there once with its state and what goes back.
      const asked = truth.filter(({ requestedAt }) => requestedAt !== null);
      for (const order of asked) {
        const own = salesOf(plain).filter((sale) => sale['order'] === order.orderId);
        const state = order.afterSale === 'none' ? 'open' : order.afterSale;
        expect(own.map((sale) => sale['state'])).toContain(state);
      }
    },
  );
});
