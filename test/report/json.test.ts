// The report for machines: its keys, order and figures, what it masks, and that it is told from other files.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS } from '../../src/core/aging.js';
import type { Problem } from '../../src/core/problem.js';
import { isOurJson, jsonReport } from '../../src/report/json.js';
import type { BillsModel, SummaryModel } from '../../src/report/model.js';
import { BILLS_SUMMARY, EMPTY_SUMMARY, SETTINGS, SUMMARY } from './models.js';

type Report = Readonly<Record<string, unknown>>;

const textOf = (model: SummaryModel, settings = SETTINGS) =>
  [...jsonReport(model, settings, '0.3.0')].join('');
const text = (model: SummaryModel) => textOf(model);
const parsed = (model: SummaryModel) => JSON.parse(text(model)) as Report;

const TOP_KEYS = [
  ...['schemaVersion', 'tool', 'asOf', 'asOfSource', 'inputs', 'settings', 'totals', 'control', 'aging'],
  ...[
    'stages',
    'frozenByAge',
    'lineAmountUndecidedFen',
    'sources',
    'staleOrders',
    'afterSalesWanted',
    'unclearAfterSales',
    'undatedStates',
    'proof',
  ],
  ...[
    'bills',
    'profile',
    'products',
    'findings',
    'clusters',
    'hubs',
    'linkage',
    'notEvaluated',
    'problems',
    'problemCounts',
  ],
];
const TOTALS = [
  ...[
    'records',
    'orders',
    'laterOrders',
    'payLaterOrders',
    'unknownPayLaterOrders',
    'openOrders',
    'receivableFen',
  ],
  ...['refundedFen', 'refundAssumedFen', 'netCollectedFen', 'overCollectedFen', 'unknownPayLaterFen'],
  ...[
    'rejectedFen',
    'outstandingFen',
    'outstandingPlatformFen',
    'unprovenFen',
    'overdueFen',
    'overdueOrders',
  ],
  'goodsOutFen',
];

/** Every object below the top, with its path. */
function* objects(value: unknown, path = ''): Generator<[path: string, keys: string[]]> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value) && path !== '') yield [path, Object.keys(value)];
  for (const [key, entry] of Object.entries(value)) yield* objects(entry, `${path}/${key}`);
}

/** Every figure, with its key. */
function* figures(value: unknown, key = ''): Generator<[key: string, figure: number]> {
  if (typeof value === 'number') yield [key, value];
  else if (typeof value === 'object' && value !== null) {
    for (const [name, entry] of Object.entries(value))
      yield* figures(entry, Array.isArray(value) ? key : name);
  }
}

describe.each([
  ['with bills', BILLS_SUMMARY],
  ['without bills', SUMMARY],
  ['of a file without records', EMPTY_SUMMARY],
])('a report %s', (_name, model) => {
  const report = parsed(model);

  it('has the contract’s keys in its order, and sorted ones below', () => {
    expect(Object.keys(report)).toEqual(TOP_KEYS);
    for (const [path, keys] of objects(report)) expect([path, keys]).toEqual([path, [...keys].sort()]);
    expect(Object.keys(report.totals as object)).toEqual([...TOTALS].sort());
  });

  it('has every bucket and stage in order', () => {
    const names = (list: unknown, key: string) =>
      (list as Record<string, unknown>[]).map((entry) => entry[key]);
    expect(names(report.aging, 'bucket')).toEqual([
      ...['not-due', '1-3', '4-30', '31-60', '61-90', '91+', 'no-due-date', 'frozen', 'invalid'],
    ]);
    expect(names(report.stages, 'stage')).toEqual([
      ...['unshipped', 'in-transit', 'receipt-late', 'received', 'overdue', 'frozen'],
    ]);
    expect(names(report.frozenByAge, 'bucket')).toEqual([
      ...['not-due', '1-3', '4-30', '31-60', '61-90', '91+', 'no-due-date'],
    ]);
  });

  it('has whole fen and whole counts everywhere but for rates', () => {
    for (const [key, figure] of figures(report)) {
      expect([key, Number.isSafeInteger(figure) || key === 'controlRate' || key === 'value']).toEqual([
        key,
        true,
      ]);
    }
  });

  it('ends in one line end and begins as a report of ours', () => {
    expect(text(model)).toMatch(/[^\n]\n$/);
    expect(text(model)).toMatch(
      /^\{\s*"schemaVersion": 1,\s*"tool": \{\s*"name": "bnpl-audit",\s*"version": "0\.3\.0"/,
    );
    expect(isOurJson(new TextEncoder().encode(text(model)))).toBe(true);
  });

  it('sums to its totals', () => {
    const sum = (list: unknown) =>
      (list as { outstandingFen: number }[]).reduce((total, { outstandingFen }) => total + outstandingFen, 0);
    const totals = report.totals as Record<string, number>;
    expect(sum(report.aging)).toBe(totals.outstandingFen);
    expect(sum(report.stages)).toBe(totals.outstandingFen);
  });
});

describe('figures', () => {
  it('tell what is stale, undated, later and compared', () => {
    const report = parsed({
      ...SUMMARY,
      laterOrders: 7,
      staleOrders: { orders: 2, fen: 300 },
      undatedStates: { orders: 3, fen: 400 },
      control: { ordersWanted: 5000, ordersRead: 4869, fenWanted: null, fenRead: 39_821_460 },
    });
    expect(report.totals).toMatchObject({ orders: 4862, laterOrders: 7 });
    expect(report.staleOrders).toEqual({ orders: 2, outstandingFen: 300 });
    expect(report.undatedStates).toEqual({ orders: 3, amountFen: 400 });
    expect(report.control).toEqual({
      ordersWanted: 5000,
      ordersRead: 4869,
      amountWantedFen: null,
      amountReadFen: 39_821_460,
    });
    expect(parsed(SUMMARY).control).toBe(null);
  });

  it('are the model’s', () => {
    const model = { ...BILLS_SUMMARY, outstandingPlatformFen: 20_000, lineAmountUndecidedFen: 12_800 };
    const report = parsed(model);
    expect(report.totals).toEqual({
      records: 4871,
      orders: 4862,
      laterOrders: 0,
      payLaterOrders: 1710,
      unknownPayLaterOrders: 0,
      openOrders: 234,
      receivableFen: 39_821_460,
      refundedFen: 3_194_280,
      refundAssumedFen: 120_400,
      netCollectedFen: 27_998_350,
      overCollectedFen: 13_200,
      unknownPayLaterFen: 0,
      rejectedFen: 45_600,
      outstandingFen: 8_642_030,
      outstandingPlatformFen: 20_000,
      unprovenFen: 3_434_620,
      overdueFen: 4_776_680,
      overdueOrders: 47,
      goodsOutFen: 341_800,
    });
    expect(report.lineAmountUndecidedFen).toBe(12_800);
    expect((report.aging as unknown[])[2]).toEqual({ bucket: '4-30', orders: 19, outstandingFen: 1_423_680 });
    expect((report.stages as unknown[])[4]).toEqual({
      stage: 'overdue',
      orders: 47,
      outstandingFen: 4_776_680,
    });
    expect((report.frozenByAge as unknown[])[2]).toEqual({
      bucket: '4-30',
      orders: 3,
      outstandingFen: 130_730,
    });
    expect(report.sources).toEqual({
      due: { receipt: { amountFen: 33_074_610, orders: 1300 } },
      receivable: {
        export: { amountFen: 39_521_560, orders: 1708 },
        list: { amountFen: 299_900, orders: 2 },
      },
      refund: {
        status: { amountFen: 120_400, orders: 6 },
        unshipped: { amountFen: 3_073_880, orders: 234 },
      },
    });
  });

  it('are 0 for buckets that the model does not name', () => {
    const report = parsed({ ...SUMMARY, aging: [], stages: [], frozenByAge: [] });
    expect(report.aging).toEqual(BUCKETS.map((bucket) => ({ bucket, orders: 0, outstandingFen: 0 })));
  });

  it.each([Number.NaN, 1.5, Number.POSITIVE_INFINITY, 2 ** 53])('are refused when they are %s fen', (fen) => {
    expect(() => text({ ...SUMMARY, receivableFen: fen })).toThrow(RangeError);
    expect(() => text({ ...SUMMARY, goodsOut: { orders: 1, fen } })).toThrow('goodsOutFen');
  });
});

describe('inputs', () => {
  it('carry names without folders, and a period only where there is one', () => {
    const report = parsed(BILLS_SUMMARY);
    expect(text(BILLS_SUMMARY)).not.toContain('/data/');
    expect(report.inputs).toEqual([
      {
        name: 'd92borders_export2026-07-20-10-09-23.csv',
        sha256: SUMMARY.inputs[0]?.sha256,
        bytes: 1_234_567,
        kind: 'orders',
        platform: 'pinduoduo',
        encoding: 'gb18030',
        delimiter: ',',
        records: 4871,
        rejected: 3,
      },
      expect.objectContaining({
        kind: 'bill',
        records: null,
        rejected: null,
        period: { from: '2026-05-01', to: '2026-07-19' },
      }),
    ]);
  });

  it('have no digest where the file was only recognised', () => {
    const [input] = SUMMARY.inputs;
    const report = parsed({ ...SUMMARY, inputs: [{ ...(input as (typeof SUMMARY.inputs)[0]), sha256: '' }] });
    expect((report.inputs as { sha256: unknown }[])[0]?.sha256).toBeNull();
  });
});

describe('settings', () => {
  it('are all there with their sources', () => {
    const settings = parsed(SUMMARY).settings as Record<string, unknown>;
    expect(settings).toEqual(JSON.parse(JSON.stringify(SETTINGS)));
  });
});

describe('proof and bills', () => {
  it('say that without bills nothing is proven', () => {
    const report = parsed(SUMMARY);
    expect(report.proof).toEqual({
      periods: [],
      controlOrders: 0,
      controlRate: null,
      lagDays: null,
      shippingLagDays: null,
      verdict: 'unproven',
      failed: ['no-bills'],
    });
    expect(report.bills).toEqual({
      byType: [],
      unmatchedOrders: 0,
      missingFromExport: { orders: 0, amountFen: 0 },
      rows: { all: 0, payLater: 0, others: 0, withoutOrder: 0, notInOrders: 0, repeated: 0 },
    });
  });

  it('hold what was read and what it proves', () => {
    const report = parsed(BILLS_SUMMARY);
    expect(report.proof).toEqual({
      periods: [{ from: '2026-05-01', to: '2026-07-19' }],
      controlOrders: 2904,
      controlRate: 0.993_457,
      lagDays: 2,
      shippingLagDays: null,
      verdict: 'proven',
      failed: [],
    });
    const bills = report.bills as { byType: { type: string }[]; rows: object };
    expect(bills.byType.map(({ type }) => type)).toEqual(['0010002', '0030002', '其他']);
    expect(bills.byType[1]).toEqual({ type: '0030002', rows: 4100, inFen: 9, outFen: -1_234_500 });
    expect(bills.rows).toEqual(BILLS_SUMMARY.bills?.rows);
  });

  it('tell the days from shipping where they are learned', () => {
    const bills = { ...BILLS_SUMMARY.bills, shippingLagDays: 12 } as BillsModel;
    expect(parsed({ ...BILLS_SUMMARY, bills }).proof).toMatchObject({ lagDays: 2, shippingLagDays: 12 });
  });

  it('round the control rate to six decimals and name what fails', () => {
    const bills = {
      ...BILLS_SUMMARY.bills,
      controlRate: 2 / 3,
      failed: ['none-settled', 'control'],
    } as BillsModel;
    const proof = parsed({ ...BILLS_SUMMARY, bills }).proof as Record<string, unknown>;
    expect(proof.controlRate).toBe(0.666_667);
    expect(proof.verdict).toBe('unproven');
    expect(proof.failed).toEqual(['control', 'none-settled']);
  });

  it('mask what a bill writes as the type of a row when nobody knows it', () => {
    const byType = [{ type: '张三丰 13812341234', rows: 1, inFen: 0, outFen: 0 }];
    const shown = text({ ...BILLS_SUMMARY, bills: { ...(BILLS_SUMMARY.bills as BillsModel), byType } });
    expect(shown).not.toMatch(/张三|13812341234/);
    expect(shown).toContain('138****1234');
  });
});

describe('problems', () => {
  const kept: Problem[] = [
    { code: 'amount-unreadable', input: 1, record: 12, column: '实付', text: '李四光 13912345678' },
    { code: 'state-unknown', input: 0, record: 7, column: '订单状态', text: '已发货，派送异常', count: 14 },
    { code: 'line-ends-mixed', input: 0, record: 0 },
  ];
  const model: SummaryModel = {
    ...SUMMARY,
    problems: {
      kept,
      counts: [
        { code: 'amount-unreadable', input: 1, count: 1200 },
        { code: 'state-unknown', input: 0, count: 14 },
        { code: 'line-ends-mixed', input: 0, count: 1 },
      ],
      inputs: ['a.csv', 'b.csv'],
    },
  };

  it('name input, record and column, with their text masked', () => {
    expect(parsed(model).problems).toEqual([
      { code: 'amount-unreadable', input: 'b.csv', record: 12, column: '实付', text: '李* 139****5678' },
      {
        code: 'state-unknown',
        input: 'a.csv',
        record: 7,
        column: '订单状态',
        text: '已发货，派送异常',
        count: 14,
      },
      { code: 'line-ends-mixed', input: 'a.csv', record: 0 },
    ]);
  });

  it('are counted beyond those that are listed', () => {
    expect(parsed(model).problemCounts).toEqual([
      { code: 'line-ends-mixed', input: 'a.csv', count: 1, listed: 1 },
      { code: 'state-unknown', input: 'a.csv', count: 14, listed: 14 },
      { code: 'amount-unreadable', input: 'b.csv', count: 1200, listed: 1 },
    ]);
  });

  it('hold nothing that a terminal obeys, and lose nothing', () => {
    const unit = fc.constantFrom(
      '中',
      'a',
      '"',
      '\\',
      '\x1b',
      '\x9b',
      '\x7f',
      '\u202e',
      '\u2028',
      '\u{e0041}',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 30 }), (column) => {
        const problems = {
          kept: [{ code: 'mojibake' as const, input: 0, record: 1, column }],
          counts: [],
          inputs: ['a'],
        };
        const shown = text({ ...SUMMARY, problems });
        expect(shown).not.toMatch(/[^\P{Cc}\n]|[\p{Cf}\p{Cs}\u2028\u2029]/u);
        expect((JSON.parse(shown) as { problems: { column: string }[] }).problems[0]?.column).toBe(column);
      }),
    );
  });
});

describe('the bytes', () => {
  it('do not depend on the order in which records were built', () => {
    const turned = <T extends object>(value: T): T =>
      Object.fromEntries(Object.entries(value).reverse()) as unknown as T;
    const bills = BILLS_SUMMARY.bills as BillsModel;
    const model = turned({
      ...BILLS_SUMMARY,
      sources: turned({ ...BILLS_SUMMARY.sources, receivable: turned(BILLS_SUMMARY.sources.receivable) }),
      aging: [...BILLS_SUMMARY.aging].reverse(),
      stages: [...BILLS_SUMMARY.stages].reverse(),
      bills: turned({ ...bills, byType: [...bills.byType].reverse() }),
    });
    expect(textOf(model, turned(SETTINGS))).toBe(text(BILLS_SUMMARY));
  });
});

describe('isOurJson', () => {
  const is = (content: string) => isOurJson(new TextEncoder().encode(content));

  it.each([
    '{"schemaVersion":1,"tool":{"name":"bnpl-audit","version":"0.1.0"}}',
    '{\n  "schemaVersion": 2,\n  "tool": {\n    "name": "bnpl-audit",',
    '\ufeff{"schemaVersion":1,"tool":{"name":"bnpl-audit"',
  ])('knows %j', (content) => {
    expect(is(content)).toBe(true);
  });

  it.each([
    '',
    '{',
    '[]',
    '{"schemaVersion":1}',
    '{"schemaVersion":"1","tool":{"name":"bnpl-audit"}}',
    '{"schemaVersion":1,"tool":{"name":"another"}}',
    '{"schemaVersion":1,"tool":{"name":"bnpl-auditor"}}',
    '{"tool":{"name":"bnpl-audit"},"schemaVersion":1}',
    'x{"schemaVersion":1,"tool":{"name":"bnpl-audit"}}',
    '订单号,"schemaVersion":1,"tool":{"name":"bnpl-audit"',
  ])('does not take %j for one', (content) => {
    expect(is(content)).toBe(false);
  });

  it('is never in doubt about bytes', () => {
    expect(isOurJson(new Uint8Array([0xff, 0xfe, 0x7b, 0, 0xd6]))).toBe(false);
    expect(isOurJson(new Uint8Array(1_000_000).fill(0x20))).toBe(false);
  });
});
