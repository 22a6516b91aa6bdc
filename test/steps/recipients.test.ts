// Tables of recipients beside order exports: joined by order number or waybill, and what the rules find by them.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type AuditOptions, type AuditOutcome, audit } from '../../src/library.js';
import { toBytes } from '../support/bytes.js';
import { ORDER_HEADERS } from '../support/headers.js';
import { runHere } from '../support/here.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const HEADER = ORDER_HEADERS.pinduoduoShort;
const idOf = (n: number) => `260701-${100000000000000 + n}`;
const waybillOf = (n: number) => `YT${8800000000000 + n}`;

/** A pay-later order (否: an ordinary one), received and open, of 1,500 yuan. */
interface Placed {
  readonly n: number;
  readonly ordinary?: boolean;
  readonly cells?: Readonly<Record<string, string>>;
}

function orderFile(placed: readonly Placed[], extra: readonly string[] = []): Uint8Array {
  const header = [...HEADER, '是否先用后付', ...extra];
  const rows = placed.map(({ n, ordinary = false, cells = {} }) => {
    const known: Readonly<Record<string, string>> = {
      商品: '茶',
      订单号: idOf(n),
      订单状态: '已收货',
      '商品总价(元)': '1500.00',
      '用户实付金额(元)': '1500.00',
      '商家实收金额(元)': '1500.00',
      '商品数量(件)': '1',
      商品id: '7001',
      发货时间: '2026-07-02 08:00:00',
      确认收货时间: '2026-07-05 08:00:00',
      订单成交时间: `2026-07-01 08:${String(n % 60).padStart(2, '0')}:00`,
      快递单号: waybillOf(n),
      是否先用后付: ordinary ? '否' : '是',
      ...cells,
    };
    return header.map((name) => known[name] ?? '');
  });
  return toBytes({ header, rows });
}

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜';
const nameOf = (n: number) =>
  `${SURNAMES[n % SURNAMES.length]}明${'一二三四五六七八九十'[Math.floor(n / SURNAMES.length)]}`;
const homeOf = (n: number) => `浙江省杭州市余杭区文一西路${n + 1}号2幢${100 + n}室`;
const PHONE = '13958230417';
const ERP = ['线上订单号', '快递单号', '收件人', '手机', '收货地址'];

interface Row {
  readonly n: number;
  readonly cells?: Readonly<Record<string, string>>;
}
const erpRow = ({ n, cells = {} }: Row, header: readonly string[] = ERP) => {
  const known: Readonly<Record<string, string>> = {
    线上订单号: idOf(n),
    收件人: nameOf(n),
    手机: PHONE,
    收货地址: homeOf(n),
    ...cells,
  };
  return header.map((name) => known[name] ?? '');
};
const erpFile = (rows: readonly Row[], header: readonly string[] = ERP): Buffer =>
  toBytes({ header, rows: rows.map((row) => erpRow(row, header)) });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => ({ n: from + i }));

async function run(
  orders: Uint8Array,
  tables: readonly Uint8Array[],
  options: Partial<AuditOptions> = {},
): Promise<AuditOutcome> {
  const dir = folder();
  writeFileSync(join(dir, 'orders.csv'), orders);
  tables.forEach((bytes, i) => void writeFileSync(join(dir, `erp${i}.csv`), bytes));
  const recipients = tables.map((_, i) => `erp${i}.csv`);
  return audit({
    orders: 'orders.csv',
    folder: dir,
    asOf: '2026-07-20',
    config: null,
    ...(tables.length === 0 ? {} : { recipients }),
    ...options,
  });
}

const found = ({ report }: AuditOutcome, rule: string) => report.findings.filter((one) => one.rule === rule);
const blind = ({ report }: AuditOutcome, rule: string) =>
  report.notEvaluated.filter((one) => one.rule === rule);
const RING = range(0, 3);
const RING_IDS = RING.map(({ n }) => idOf(n));

describe('a ring of three recipients on one phone', () => {
  const orders = orderFile(RING);

  it('cannot be looked for without a table, and is found with one', async () => {
    const without = await run(orders, []);
    expect(found(without, 'shared-phone')).toEqual([]);
    expect(blind(without, 'shared-phone')).toMatchObject([{ orders: 3 }]);
    const outcome = await run(orders, [erpFile(RING)]);
    expect(outcome.damaged).toBe(false);
    expect(found(outcome, 'shared-phone')).toMatchObject([{ orderIds: RING_IDS }]);
    expect(blind(outcome, 'shared-phone')).toEqual([]);
    expect(outcome.report.recipients).toEqual({ rows: 3, unmatchedRows: 0, matchedOrders: 3 });
    expect(outcome.report.inputs.at(-1)).toMatchObject({ kind: 'recipients', records: 3, rejected: 0 });
  });

  it.each<[string, Uint8Array]>([
    [
      'by waybill alone',
      erpFile(
        RING.map(({ n }) => ({ n, cells: { 快递单号: waybillOf(n).toLowerCase() } })),
        ['快递单号', '收件人', '手机', '收货地址'],
      ),
    ],
    [
      "by waybill where the ERP's own number stands in 订单编号",
      erpFile(
        RING.map(({ n }) => ({ n, cells: { 订单编号: `JY2026${n}`, 快递单号: waybillOf(n) } })),
        ['订单编号', '快递单号', '收件人', '手机', '收货地址'],
      ),
    ],
    [
      "by the platform's number beside the ERP's own",
      erpFile(
        RING.map(({ n }) => ({ n, cells: { 订单编号: `JY2026${n}`, 原始单号: idOf(n) } })),
        ['订单编号', '原始单号', '收件人', '手机', '收货地址'],
      ),
    ],
    [
      'in GB18030 and with TABs between',
      toBytes(
        { header: ERP, rows: RING.map((row) => erpRow(row)) },
        { encoding: 'gb18030', delimiter: '\t' },
      ),
    ],
    ['in UTF-16', Buffer.from(`\ufeff${erpFile(RING).toString()}`, 'utf16le')],
    [
      'from an order export that tells of recipients',
      orderFile(
        RING.map(({ n }) => ({ n, cells: { 收货人: nameOf(n), 手机: PHONE, 详细地址: homeOf(n) } })),
        ['收货人', '手机', '详细地址'],
      ),
    ],
  ])('is found %s', async (_, table) => {
    expect(found(await run(orders, [table]), 'shared-phone')).toMatchObject([{ orderIds: RING_IDS }]);
  });

  it('is found behind masked cells of the export, and its own clear cells go first', async () => {
    const masked = RING.map(({ n }) => ({
      n,
      cells: { 收货人: '张*', 手机: '139****0417', 详细地址: '浙江省杭州市余杭区****' },
    }));
    const extra = ['收货人', '手机', '详细地址'];
    const hidden = orderFile(masked, extra);
    expect(blind(await run(hidden, []), 'shared-phone')).toMatchObject([{ reason: 'masked' }]);
    expect(found(await run(hidden, [erpFile(RING)]), 'shared-phone')).toHaveLength(1);
    const own = masked.map((one) => ({ ...one, cells: { ...one.cells, 手机: `1371234567${one.n}` } }));
    expect(found(await run(orderFile(own, extra), [erpFile(RING)]), 'shared-phone')).toEqual([]);
  });

  it('stays the same in whatever order rows and files come, and however often they come', async () => {
    const told = (outcome: AuditOutcome) => {
      const { findings, clusters, hubs, notEvaluated } = outcome.report;
      return { findings, clusters, hubs, notEvaluated };
    };
    const many = range(0, 12);
    const placed = orderFile(many);
    const rows = many.map(({ n }) => ({ n, cells: n < 6 ? {} : { 手机: `1361234567${n % 10}` } }));
    const straight = told(await run(placed, [erpFile(rows)]));
    expect(straight.clusters).toHaveLength(1);
    const turned = [erpFile(rows.slice(5).reverse()), erpFile([...rows].reverse())];
    expect(told(await run(placed, turned))).toEqual(straight);
  });
});

describe('a phone that many share', () => {
  it('is a hub and no ring, counting the recipients of ordinary orders', async () => {
    const many = range(3, 33).map(({ n }) => ({ n, ordinary: true }));
    const placed = orderFile([...RING, ...many]);
    const ring = await run(placed, [erpFile(RING)]);
    expect([ring.report.clusters.length, ring.report.hubs.length]).toEqual([1, 0]);
    const { report } = await run(placed, [erpFile([...RING, ...many])]);
    expect(report.clusters).toEqual([]);
    expect(report.hubs).toMatchObject([{ kind: 'phone', buyers: 33, orders: 3 }]);
  });

  it('counts one person once, whichever files tell of them', async () => {
    const extra = ['收货人', '手机'];
    const own = (n: number) => ({ 收货人: nameOf(n), 手机: PHONE });
    const placed = range(0, 20).map(({ n }) => ({ n, ordinary: n >= 3, cells: own(n) }));
    const { report } = await run(orderFile(placed, extra), [erpFile(range(0, 20)), erpFile(range(0, 20))]);
    // Twice twenty would be more than a key may have.
    expect(report.hubs).toEqual([]);
    expect(report.clusters).toMatchObject([{ buyers: 3 }]);
  });

  it('is a family’s where all have one surname', async () => {
    const rows = RING.map(({ n }) => ({ n, cells: { 收件人: `赵明${n}`, 收货地址: homeOf(1) } }));
    expect((await run(orderFile(RING), [erpFile(rows)])).report.clusters).toEqual([]);
  });

  it('is no key without the extension behind the name', async () => {
    const rows = RING.map(({ n }) => ({ n, cells: { 收件人: `${nameOf(n)}[12${n}4]` } }));
    expect(found(await run(orderFile(RING), [erpFile(rows)]), 'shared-phone')).toEqual([]);
    const clear = orderFile(
      RING.map(({ n }) => ({ n, cells: { 收货人: nameOf(n), 手机: '139****0417' } })),
      ['收货人', '手机'],
    );
    expect(found(await run(clear, [erpFile(rows)]), 'shared-phone')).toEqual([]);
  });
});

describe('anonymous ids', () => {
  const header = ['订单号', 'open_address_id', 'buyerOpenId'];
  const idRow = (n: number, address: string, account = '') => ({
    n,
    cells: { 订单号: idOf(n), open_address_id: address, buyerOpenId: account },
  });

  it('of one recipient make one buyer, and three accounts with one recipient a group', async () => {
    const placed = orderFile(RING);
    const one = await run(placed, [
      erpFile(
        RING.map(({ n }) => idRow(n, 'OA-1')),
        header,
      ),
    ]);
    expect(one.report.clusters).toEqual([]);
    expect(one.report.notEvaluated.filter(({ rule }) => rule === 'buyer-total')).toEqual([]);
    const accounts = RING.map(({ n }) => idRow(n, 'OA-1', `acc-${n}`));
    expect((await run(placed, [erpFile(accounts, header)])).report.clusters).toMatchObject([{ buyers: 3 }]);
    const apart = RING.map(({ n }) => idRow(n, `OA-${n}`, `acc-${n}`));
    expect((await run(placed, [erpFile(apart, header)])).report.clusters).toEqual([]);
  });

  it('tell no two recipients of a parcel apart, which addresses do', async () => {
    const placed = orderFile(RING.map(({ n }) => ({ n, cells: { 快递单号: waybillOf(0) } })));
    const ids = await run(placed, [
      erpFile(
        RING.map(({ n }) => idRow(n, `OA-${n}`)),
        header,
      ),
    ]);
    expect(found(ids, 'shared-waybill')).toEqual([]);
    const homes = RING.map(({ n }) => ({ n, cells: { 手机: `1361234567${n}` } }));
    expect(found(await run(placed, [erpFile(homes)]), 'shared-waybill')).toHaveLength(1);
  });
});

describe('rows and orders', () => {
  it.each([',', ';', '、', '|', '\n', '，'])(
    'several numbers in one cell with %j between',
    async (between) => {
      const all = RING.map(({ n }) => n);
      const ids = { n: 0, cells: { 线上订单号: all.map(idOf).join(between) } };
      const waybills = { n: 0, cells: { 线上订单号: '', 快递单号: all.map(waybillOf).join(between) } };
      for (const row of [ids, waybills]) {
        const { report } = await run(orderFile(RING), [erpFile([row])]);
        expect(report.recipients).toEqual({ rows: 1, unmatchedRows: 0, matchedOrders: 3 });
      }
    },
  );

  it('the first row of an order counts, what it leaves out is filled in, and a difference is told once', async () => {
    const rows = [
      ...RING.map(({ n }) => ({ n, cells: { 收货地址: '' } })),
      { n: 0, cells: { 手机: '13700000001' } },
      { n: 1, cells: { 收件人: '', 手机: '' } },
      { n: 0, cells: { 手机: '13700000002' } },
    ];
    const outcome = await run(orderFile(RING), [erpFile(rows)]);
    expect(found(outcome, 'shared-phone')).toHaveLength(1);
    expect(outcome.report.problemCounts).toMatchObject([{ code: 'recipients-differ', count: 1 }]);
    expect(outcome.damaged).toBe(false);
  });

  it('a damaged number is rejected unless the waybill joins the row; no recipient is nothing', async () => {
    const damaged = { 线上订单号: '2.60701E+14' };
    const rows = [
      { n: 0, cells: damaged },
      { n: 1, cells: { ...damaged, 快递单号: waybillOf(1) } },
      { n: 2, cells: { ...damaged, 收件人: '', 手机: '-', 收货地址: '' } },
      { n: 90 },
      { n: 2, cells: { 线上订单号: '补发单 手工' } },
    ];
    const outcome = await run(orderFile(RING), [erpFile(rows)]);
    expect(outcome.damaged).toBe(true);
    expect(
      outcome.report.problems.map(({ code, record, column, text }) => [code, record, column, text]),
    ).toEqual([
      ['order-id-damaged', 2, '线上订单号', expect.any(String)],
      ['recipients-unmatched', 5, undefined, undefined],
    ]);
    expect(outcome.report.recipients).toEqual({ rows: 3, unmatchedRows: 2, matchedOrders: 1 });
    expect(outcome.report.inputs.at(-1)).toMatchObject({ records: 5, rejected: 1 });
  });

  it('totals and a second header are no rows; rows out of place are rejected', async () => {
    const lines = [
      ERP,
      ...RING.map((row) => erpRow(row)),
      ERP,
      ['合计', '', '', '3'],
      erpRow({ n: 0 }).slice(0, 3),
    ];
    const text = `${lines.map((cells) => cells.join(',')).join('\n')}\n`;
    const outcome = await run(orderFile(RING), [Buffer.from(text)]);
    expect(outcome.report.inputs.at(-1)).toMatchObject({ records: 4, rejected: 1 });
    expect(outcome.report.problems.map(({ code, record }) => [code, record])).toEqual([
      ['header-repeated', 5],
      ['record-short', 7],
    ]);
  });
});

describe('the command', () => {
  const files = (): string => {
    const cwd = folder();
    writeFileSync(join(cwd, 'o.csv'), orderFile(RING));
    writeFileSync(join(cwd, 'erp.csv'), erpFile([...RING, { n: 90 }]));
    return cwd;
  };
  const args = ['o.csv', '--recipients', 'erp.csv', '--no-config', '--as-of', '2026-07-20'];

  it('says how many orders were joined, and no longer that recipients cannot be seen', async () => {
    const cwd = files();
    const zh = await runHere([...args, '--no-output', '--lang', 'zh'], { cwd });
    expect(zh.stdout).toContain('收件信息表：4 行，对上先用后付 3 单中的 3 单');
    expect(zh.stdout).not.toContain('没有收货人');
    const en = await runHere([...args, '--no-output', '--lang', 'en'], { cwd });
    expect(en.stdout).toContain('recipients: 4 rows, telling of 3 of 3 pay-later orders');
    const without = await runHere(['o.csv', '--no-config', '--no-output', '--lang', 'zh'], { cwd });
    expect(without.stdout).toContain('没有收货人');
  });

  it('traces an order to the table, inspects it, and never writes over it', async () => {
    const cwd = files();
    const traced = await runHere(['trace', idOf(1), ...args, '--lang', 'en'], { cwd });
    expect(traced.stdout).toMatch(/from the recipients file\s+erp\.csv, row 3/);
    expect(traced.stdout).toContain('139****0417');
    const seen = await runHere(['inspect', 'erp.csv', '--lang', 'zh'], { cwd });
    expect([seen.code, seen.stdout]).toEqual([0, expect.stringContaining('收件信息表')]);
    const over = await runHere([...args, '--json', 'erp.csv', '--force'], { cwd });
    expect([over.code, over.stderr]).toEqual([2, expect.stringContaining('erp.csv')]);
    // Among the orders such a table is judged as ever.
    expect((await runHere(['erp.csv', '--no-config'], { cwd })).code).toBe(2);
  });

  it('shows nobody in clear', async () => {
    const cwd = files();
    writeFileSync(
      join(cwd, 'bad.csv'),
      erpFile([
        { n: 0, cells: { 线上订单号: '2.6E+14', 快递单号: '' } },
        { n: 1, cells: { 收件人: '欧阳雪鹭' } },
        { n: 1 },
      ]),
    );
    const bad = [...args, '--recipients', 'bad.csv', '--rejects', 'r.csv', '--json', '-', '--no-output'];
    const outcome = await runHere(bad, { cwd });
    expect(outcome.code).toBe(3);
    const all = outcome.stdout + outcome.stderr + readFileSync(join(cwd, 'r.csv'), 'utf8');
    for (const canary of [PHONE, '文一西路', '欧阳', '雪鹭', nameOf(0), nameOf(1)])
      expect(all).not.toContain(canary);
    expect(all).toContain('order-id-damaged');
  });

  it('says nothing of a table that lies among the orders and is named besides', async () => {
    const cwd = files();
    const words = ['*.csv', ...args.slice(1), '--no-output', '--lang', 'en'];
    const { code, stdout } = await runHere(words, { cwd });
    expect([code, stdout]).toEqual([0, expect.stringContaining('recipients: 4 rows')]);
    expect(stdout).not.toContain('skipped');
  });

  it('reads recipients of tables in one thread, and starts those that help', async () => {
    const cwd = files();
    const started: string[] = [];
    const start = (name: string): never => {
      started.push(name);
      throw new Error('no thread here');
    };
    const threads = { fromBytes: 0, atOnce: 1, patienceMs: 1, start };
    const words = [...args, '--no-output', '--json', '-'];
    const alone = await runHere(words, { cwd });
    expect((await runHere(words, { cwd, threads })).stdout).toBe(alone.stdout);
    expect(started).toEqual(['scan']);
    const startedWith = async (name: string, atOnce: number) => {
      started.length = 0;
      await runHere([name, '--no-output', '--no-config'], { cwd, threads: { ...threads, atOnce } });
      return [...started];
    };
    expect(await startedWith('o.csv', 1)).toEqual(['scan']);
    const told = 'order_id,status,pay_later,buyer_paid,收货人\nA1001,shipped,yes,10,赵望舒\n';
    writeFileSync(join(cwd, 'told.csv'), told);
    expect(await startedWith('told.csv', 1)).toEqual(['recipient']);
    expect(await startedWith('told.csv', 2)).toEqual(['scan', 'recipient']);
  });

  it('leaves out of a folder what is no such table', async () => {
    const cwd = files();
    writeFileSync(join(cwd, 'notes.csv'), 'a,b\n1,2\n');
    const { code, stdout } = await runHere(
      ['o.csv', '--recipients', '*.csv', '--no-output', '--lang', 'en'],
      { cwd },
    );
    expect([code, stdout]).toEqual([0, expect.stringContaining('notes.csv (not a known export)')]);
  });
});
