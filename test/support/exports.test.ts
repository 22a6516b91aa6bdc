// The generator of test exports is checked as strictly as the tool, for every later figure rests on it.

import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { BENCH_HEADER, writeBenchOrders } from '../bench/make-orders.js';
import { makeFixtures } from '../scripts/make-fixtures.js';
import type { Encoding, Layout } from './bytes.js';
import { createRandom, makeAfterSales, makeBill, makeOrders, TEMPLATES, toBytes } from './exports.js';
import { ORDER_HEADERS } from './headers.js';

const fen = (cell: string): number => Math.round(Number(cell.replace(/[¥￥,]/g, '')) * 100);
const column = (table: { header: string[] }, name: string) => {
  const at = table.header.indexOf(name);
  if (at < 0) throw new Error(`no column ${name}`);
  return (row: string[]): string => row[at] ?? '';
};

describe('the random generator', () => {
  it('gives the published sequence of mulberry32', () => {
    const random = createRandom(1);
    expect(
      [random.next(), random.next(), random.next()].map((value) => Math.floor(value * 0x1_0000_0000)),
    ).toEqual([2693262067, 11749833, 2265367787]);
  });

  it('stays inside its bounds and reaches both of them', () => {
    const random = createRandom(7);
    const seen = new Set(Array.from({ length: 200 }, () => random.int(-1, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('shuffles without losing anything and without touching the list', () => {
    const list = Array.from({ length: 50 }, (_, at) => at);
    const shuffled = createRandom(3).shuffle(list);
    expect(shuffled).not.toEqual(list);
    expect(shuffled.slice().sort((a, b) => a - b)).toEqual(list);
  });
});

describe.each(TEMPLATES)('orders of %s', (template) => {
  const made = makeOrders({ template, rows: 600, seed: 11 });

  it('are the same again for one seed and others for another', () => {
    expect(makeOrders({ template, rows: 600, seed: 11 })).toEqual(made);
    expect(makeOrders({ template, rows: 600, seed: 12 }).rows).not.toEqual(made.rows);
  });

  it('fill as many rows as asked for, each as wide as the header, each of one line of the truth', () => {
    expect(made.rows).toHaveLength(600);
    expect(new Set(made.rows.map((row) => row.length))).toEqual(new Set([made.header.length]));
    expect(made.truth.flatMap((order) => order.lines.map((line) => line.record))).toEqual(
      made.rows.map((_, at) => at),
    );
    expect(made.truth.some((order) => order.lines.length === 2)).toBe(true);
    expect(new Set(made.truth.map((order) => order.orderId)).size).toBe(made.truth.length);
    const id = column(
      made,
      made.header.find((name) => ['订单号', '订单编号', 'order_id'].includes(name)) ?? '',
    );
    for (const order of made.truth) {
      for (const line of order.lines) expect(id(made.rows[line.record] ?? [])).toBe(order.orderId);
    }
  });

  it('live their lives in order and nothing happens behind the export', () => {
    for (const order of made.truth) {
      const events = [order.createdAt, order.paidAt, order.shippedAt, order.receivedAt].filter(
        (at) => at !== null,
      );
      expect(events).toEqual(events.slice().sort());
      expect(new Set(events).size).toBe(events.length);
      expect([...events, order.incomeAt ?? '', order.refundAt ?? ''].every((at) => at <= made.end)).toBe(
        true,
      );
      if (order.receivedAt !== null) expect(order.shippedAt).not.toBeNull();
      if (order.phase === 'unshipped' || order.phase === 'unpaid') expect(order.shippedAt).toBeNull();
      expect(order.outstandingFen).toBe(order.receivableFen - order.refundedFen - order.netCollectedFen);
      expect(order.outstandingFen).toBeGreaterThanOrEqual(0);
    }
    const left = made.truth.filter((order) => order.outstandingFen > 0 && order.payLater);
    expect(left.length).toBeGreaterThan(10);
  });
});

describe('the headers', () => {
  it('are those that the platforms write', () => {
    const header = (template: (typeof TEMPLATES)[number]) => makeOrders({ template, rows: 1 }).header;
    expect(header('pinduoduo-2020')).toEqual(ORDER_HEADERS.pinduoduo2020);
    expect(header('pinduoduo-2023')).toEqual(ORDER_HEADERS.pinduoduo2023);
    expect(header('pinduoduo-2026-short')).toEqual(ORDER_HEADERS.pinduoduoShort);
    expect(header('pinduoduo-2026-short-27')).toEqual(ORDER_HEADERS.pinduoduoInstalments);
    expect(header('pinduoduo-2026-wide')).toEqual(ORDER_HEADERS.pinduoduoFlag);
    expect(header('kuaishou-61')).toEqual(ORDER_HEADERS.kuaishou61);
    expect(header('kuaishou-64')).toEqual(ORDER_HEADERS.kuaishou64);
    expect(TEMPLATES.map((template) => header(template).length)).toEqual([
      55, 82, 23, 27, 83, 61, 64, 28, 28,
    ]);
  });
});

describe('the amounts in the cells', () => {
  it.each(TEMPLATES.filter((name) => name.startsWith('pinduoduo')))('of %s add up to the fen', (template) => {
    const made = makeOrders({ template, rows: 800, seed: 5 });
    const cell = (row: string[], name: string) =>
      made.header.includes(name) ? fen(column(made, name)(row)) : 0;
    let discounted = 0;
    for (const row of made.rows) {
      const service = cell(row, '上门安装费(元)');
      const due = cell(row, '商品总价(元)') + cell(row, '邮费(元)') + service - cell(row, '店铺优惠折扣(元)');
      const platform = cell(row, '平台优惠折扣(元)') + cell(row, '多多支付立减金额(元)');
      expect(cell(row, '商家实收金额(元)')).toBe(due);
      expect(cell(row, '用户实付金额(元)') + platform).toBe(due);
      if (platform > 0) discounted += 1;
    }
    expect(discounted).toBeGreaterThan(50);
  });

  it.each(['kuaishou-61', 'kuaishou-64'] as const)('of %s add up to the fen', (template) => {
    const made = makeOrders({ template, rows: 800, seed: 6 });
    const cell = (row: string[], name: string) => fen(column(made, name)(row));
    for (const row of made.rows) {
      const list =
        cell(row, '商品单价') * Number(column(made, '成交数量')(row)) +
        cell(row, '快递费') -
        cell(row, '店铺优惠');
      const platform =
        cell(row, '平台补贴') + cell(row, '主播补贴') + cell(row, '混资活动优惠') + cell(row, '支付优惠');
      expect(cell(row, '实付款') + platform).toBe(list);
    }
    const paid = new Set(made.rows.map(column(made, '实付款')));
    expect([...paid].some((text) => /^¥\d,\d{3}\.\d\d$/.test(text))).toBe(true);
  });

  it('are the order’s total on each line where that is asked for', () => {
    const made = makeOrders({ template: 'pinduoduo-2026-wide', rows: 300, seed: 8, repeatAmounts: true });
    const received = column(made, '商家实收金额(元)');
    const order = made.truth.find((one) => one.lines.length === 2);
    expect(order?.lines.map((line) => fen(received(made.rows[line.record] ?? [])))).toEqual([
      order?.amounts.receivableFen,
      order?.amounts.receivableFen,
    ]);
  });
});

describe('bytes', () => {
  const table = makeOrders({ template: 'pinduoduo-2026-wide', rows: 150, seed: 21 });
  const encodings: Encoding[] = ['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'];
  const layouts = encodings.flatMap((encoding) =>
    [',', ';', '\t', '|'].flatMap((delimiter) =>
      (['\r\n', '\n', '\r'] as const).flatMap((lineEnd) =>
        (['needed', 'all'] as const).map((quote): Layout => ({ encoding, delimiter, lineEnd, quote })),
      ),
    ),
  );
  const NAMES = {
    utf8: 'utf8',
    'utf8-bom': 'utf8',
    gb18030: 'gb18030',
    'utf16le-bom': 'utf16le',
    'utf16be-bom': 'utf16be',
  };
  const textOf = (bytes: Buffer, layout: Layout) =>
    iconv.decode(bytes, NAMES[layout.encoding ?? 'utf8'], { stripBOM: true });
  const read = (text: string, layout: Layout): string[][] =>
    parse(text, { delimiter: layout.delimiter ?? ',', record_delimiter: layout.lineEnd ?? '\r\n' });

  it.each(layouts)(
    'are read back to the same rows: $encoding, $delimiter, $lineEnd, quotes $quote',
    (layout) => {
      const rows = read(textOf(toBytes(table, layout), layout), layout);
      expect(rows).toEqual([table.header, ...table.rows]);
    },
  );

  it('begin with the mark of their encoding', () => {
    const starts = encodings.map((encoding) =>
      toBytes({ header: ['a'], rows: [] }, { encoding }).toString('hex'),
    );
    expect(starts).toEqual(['610d0a', 'efbbbf610d0a', '610d0a', 'fffe61000d000a00', 'feff0061000d000a']);
  });

  it('carry the lines around the table as they stand, and one more delimiter where asked', () => {
    const layout: Layout = {
      sepLine: true,
      preamble: ['标题', ''],
      footer: ['#合计："1"'],
      trailingDelimiter: true,
      finalLineEnd: false,
    };
    const bytes = toBytes({ header: ['订单号', '备注'], rows: [['1', 'a,"b"\n']] }, layout);
    expect(bytes.toString()).toBe('sep=,\r\n标题\r\n\r\n订单号,备注,\r\n1,"a,""b""\n",\r\n#合计："1"');
  });
});

describe('bills', () => {
  const period = { start: '2026-04-01 00:00:00', end: '2026-07-20 23:59:59' };

  it('of Pinduoduo hold what each order brought in, and a footer with the right totals', () => {
    const { truth } = makeOrders({ template: 'pinduoduo-2026-wide', rows: 900, seed: 31 });
    const bill = makeBill({ platform: 'pinduoduo', truth, ...period });
    const [id, income, expense, text] = ['商户订单号', '收入金额（+元）', '支出金额（-元）', '业务描述'].map(
      (name) => column(bill, name),
    );
    const net = new Map<string, number>();
    for (const row of bill.rows) {
      if (!/^00[12]0/.test(text?.(row) ?? '')) continue;
      const order = id?.(row) ?? '';
      net.set(order, (net.get(order) ?? 0) + fen(income?.(row) ?? '') + fen(expense?.(row) ?? ''));
    }
    for (const order of truth) expect(net.get(order.orderId) ?? 0).toBe(order.netCollectedFen);
    expect([...net.values()].filter((value) => value > 0).length).toBeGreaterThan(500);
    expect(bill.rows.some((row) => /^0020005/.test(text?.(row) ?? ''))).toBe(true);

    const lines = iconv.decode(toBytes(bill, bill.layout), 'gb18030').split('\r\n');
    expect(lines.slice(0, 5)).toEqual([
      '拼多多店铺账务明细查询',
      '',
      '起始时间：2026-04-01 00:00:00  终止时间：2026-07-20 23:59:59',
      '----------交易记录明细列表---------',
      '商户订单号,发生时间,收入金额（+元）,支出金额（-元）,账务类型,备注,业务描述',
    ]);
    for (const [side, amount] of [
      ['支出', expense],
      ['收入', income],
    ] as const) {
      const amounts = bill.rows.map((row) => fen(amount?.(row) ?? '')).filter((value) => value !== 0);
      const total = amounts.reduce((sum, value) => sum + value, 0);
      expect(lines).toContain(`#${side}合计：${amounts.length}笔${(total / 100).toFixed(2)}元`);
    }
  });

  it('of Kuaishou add up in every row and over every order', () => {
    const { truth } = makeOrders({ template: 'kuaishou-64', rows: 900, seed: 32 });
    const bill = makeBill({ platform: 'kuaishou', truth, ...period });
    expect(bill.header).toHaveLength(40);
    const net = new Map<string, number>();
    for (const row of bill.rows) {
      const cell = (name: string) => fen(column(bill, name)(row));
      const sum = (...names: string[]) => names.reduce((total, name) => total + cell(name), 0);
      expect(sum('订单实付(元)', '政府补贴', '支付营销补贴', '平台补贴', '商家补贴(元)', '达人补贴')).toBe(
        cell('合计收入(元)'),
      );
      expect(
        sum(
          '订单退款(元)',
          '支付营销回退（元）',
          '技术服务费(元)',
          '预售增收技术服务费（元）',
          '达人佣金(元)',
        ) + sum('团长佣金(元)', '快赚客佣金(元)', '服务商佣金(元)', '其他收费'),
      ).toBe(cell('合计支出(元)'));
      expect(cell('合计收入(元)') - cell('合计支出(元)')).toBe(cell('实际结算金额(元)'));
      const order = column(bill, '订单号')(row);
      const kept = cell('合计收入(元)') - sum('订单退款(元)', '支付营销回退（元）');
      net.set(order, (net.get(order) ?? 0) + kept);
    }
    for (const order of truth) expect(net.get(order.orderId) ?? 0).toBe(order.netCollectedFen);
    expect(bill.rows.some((row) => column(bill, '备注')(row) === '结算后退款')).toBe(true);
  });

  it('hold nothing outside their period', () => {
    const { truth } = makeOrders({ template: 'pinduoduo-2026-wide', rows: 300, seed: 33 });
    const bill = makeBill({
      platform: 'pinduoduo',
      truth,
      start: '2026-06-01 00:00:00',
      end: '2026-06-10 23:59:59',
    });
    const days = bill.rows.map((row) => column(bill, '发生时间')(row).slice(0, 10)).sort();
    expect(days.at(0)).toBe('2026-06-01');
    expect(days.at(-1)).toBe('2026-06-10');
  });
});

describe('after-sales', () => {
  it.each(['pinduoduo', 'kuaishou'] as const)('of %s tell each refund once, with its amount', (platform) => {
    const template = platform === 'pinduoduo' ? 'pinduoduo-2026-wide' : 'kuaishou-64';
    const { truth, end } = makeOrders({ template, rows: 900, seed: 41 });
    const table = makeAfterSales({ platform, truth, end });
    const done = table.rows.filter((row) => column(table, '售后状态')(row) === '退款成功');
    const told = done
      .map((row) => [column(table, '订单编号')(row), fen(column(table, '退款金额')(row))])
      .sort();
    const known = truth
      .filter((order) => order.refunded)
      .map((order) => [order.orderId, order.refundBuyerFen])
      .sort();
    expect(told).toEqual(known);
    expect(known.length).toBeGreaterThan(30);
    expect(new Set(table.rows.map((row) => row[0])).size).toBe(table.rows.length);
  });
});

describe('the file of the speed measurements', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-orders-'));
  const path = join(folder, 'orders.csv');
  const written = writeBenchOrders(path, 20_000, 1);
  const rows = parse(readFileSync(path), { record_delimiter: '\r\n' }) as string[][];
  const size = statSync(path).size;
  rmSync(folder, { recursive: true });

  it('has 35 columns and about 440 bytes a record', () => {
    expect(rows).toHaveLength(20_001);
    expect(rows[0]).toEqual(BENCH_HEADER);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([35]));
    expect(size).toBe(written.bytes);
    expect(Math.abs(size / 20_000 / 440 - 1)).toBeLessThan(0.03);
  });

  it('counts its orders and pay-later orders as a reader would', () => {
    const byId = new Map(rows.slice(1).map((row) => [row[1], row[4]]));
    expect(written).toMatchObject({ records: 20_000, orders: byId.size });
    expect([...byId.values()].filter((flag) => flag === '是')).toHaveLength(written.payLaterOrders);
    // Three standard deviations of a share among so many orders.
    expect(Math.abs(written.payLaterOrders / written.orders - 0.35)).toBeLessThan(0.0105);
    expect(1 - written.orders / written.records).toBeCloseTo(0.05, 2);
  });
});

describe('the fixtures on disk', () => {
  const folder = fileURLToPath(new URL('../../fixtures/', import.meta.url));
  const files = makeFixtures();

  it('are exactly the files that the script makes', () => {
    const onDisk = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length).replaceAll('\\', '/'));
    // Whoever tried the README's command has a copy beside the export.
    const owned = onDisk.filter(
      (path) => /^(demo|formats|other|damaged)\//.test(path) && !/\.audited\.csv$/.test(path),
    );
    expect(owned.sort()).toEqual([...files.keys()].sort());
    for (const [path, bytes] of files)
      expect(readFileSync(join(folder, path)).equals(bytes), path).toBe(true);
  });

  it('show every state in the demo', () => {
    const demo = files.get('demo/shopA_orders_export2026-07-20-10-09-23.csv')?.toString() ?? '';
    const [header = [], ...rows] = parse(demo, { bom: true }) as string[][];
    const states = new Set(rows.map((row) => row[header.indexOf('订单状态')]));
    expect([...states].sort()).toEqual(
      [
        '待支付',
        '待发货',
        '已发货，待收货',
        '已收货',
        '未发货，退款成功',
        '已发货，退款成功',
        '已收货，退款成功',
        '已取消',
      ].sort(),
    );
    const zero = rows.filter(
      (row) =>
        row[header.indexOf('商品总价(元)')] === '2999.00' &&
        row[header.indexOf('用户实付金额(元)')] === '0.00',
    );
    expect(zero).toHaveLength(1);
  });
});
