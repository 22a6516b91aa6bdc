// The summary with bills: every figure is the model's, sums tie out, and nothing is called late that is not proven to be.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { formatYuanGrouped } from '../../src/core/money.js';
import type { BillsModel, SummaryModel } from '../../src/report/model.js';
import { summaryText } from '../../src/report/summary-text.js';
import type { View } from '../../src/report/view.js';
import { BILL_INPUT, BILLS_SUMMARY, NO_PROBLEMS, SUMMARY } from './models.js';

const ZH: View = { language: 'zh', columns: 79, colour: 0, ascii: false };
const EN: View = { ...ZH, language: 'en' };
const FORBIDDEN =
  /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|欠|fraud|cheat|blacklist|gang|您|[!！]/i;
const BILLS = BILLS_SUMMARY.bills as BillsModel;

/** The model with other bills; wide enough that no sentence is broken. */
function withBills(bills: Partial<BillsModel>, change: Partial<SummaryModel> = {}): SummaryModel {
  return { ...BILLS_SUMMARY, ...change, bills: { ...BILLS, ...bills } };
}

const shownWide = (model: SummaryModel, view = ZH) => summaryText(model, { ...view, columns: 200 });

/** 40 of the late orders are not proven: they were received, and stand there. */
const PARTLY: SummaryModel = {
  ...BILLS_SUMMARY,
  places: BILLS_SUMMARY.places.map((share) => {
    if (share.place === 'overdue') return { ...share, orders: 7, fen: 776_680 };
    if (share.place === 'received') return { ...share, orders: 57, fen: 4_312_780, unprovenFen: 4_312_780 };
    return share;
  }),
  provenAging: [
    { bucket: '1-3', orders: 3, fen: 41_800 },
    { bucket: '4-30', orders: 4, fen: 734_880 },
  ],
};

function fenOf(text: string): number {
  return Math.round(Number(text.replaceAll(',', '')) * 100);
}

/** The yuan in the rows of a block. */
function rowSum(block: string): number {
  return [...block.matchAll(/^ {2}\S.*? {2,}([\d,]+\.\d\d) (?:元|yuan)/gm)].reduce(
    (sum, [, figure]) => sum + fenOf(figure as string),
    0,
  );
}

/** All amounts that a model holds, wherever they stand. */
function amountsOf(value: unknown, found = new Set<number>()): Set<number> {
  if (typeof value === 'number') found.add(value);
  else if (typeof value === 'object' && value !== null) {
    for (const entry of Object.values(value)) amountsOf(entry, found);
  }
  return found;
}

function block(text: string, title: RegExp): string {
  return text.split('\n\n').find((part) => title.test(part)) ?? '';
}

describe('the days up to which bills must run', () => {
  const shown = (bills: Partial<BillsModel>, view = ZH) =>
    shownWide(withBills(bills), view)
      .split('\n')
      .filter((line) => /才算没到账|needs bills up to/.test(line));

  it('are those from receipt, learned or by default, where none from shipping are learned', () => {
    expect(shown({ lagDays: 3 })).toEqual(['账单要盖到预计扣款日后 3 天才算没到账（从普通订单的到账算出）']);
    expect(shown({ lagSource: 'default' })[0]).toContain('用默认天数');
  });

  it('are those from shipping where they are learned, and no default beside them', () => {
    const bills = { lagDays: 15, lagSource: 'default', shippingLagDays: 12 } as const;
    expect(shown(bills)).toEqual([
      '没有收货时间的，账单要盖到发货后 12 天、且不早于预计扣款日才算没到账（从普通订单的到账算出）',
    ]);
    expect(shown(bills, EN)).toEqual([expect.stringContaining('up to 12 days after shipping')]);
    expect(shown({ ...bills, lagSource: 'learned' })).toHaveLength(2);
  });
});

describe('the summary with bills', () => {
  it.each([
    ['proven', BILLS_SUMMARY],
    ['proven in part', PARTLY],
  ])('%s: rows sum to the title, late rows to what is late', (_name, model) => {
    for (const [view, titles] of [
      [ZH, [/^未收货款/, /^逾期分布/, /^待核实的，/]],
      [EN, [/^Outstanding/, /^Overdue/, /^The unproven part/]],
    ] as const) {
      const shown = summaryText(model, view);
      const [open, late, unproven] = titles.map((title) => block(shown, title)) as [string, string, string];
      const overdue = model.places.find(({ place }) => place === 'overdue')?.fen as number;
      expect(rowSum(open)).toBe(model.outstanding.fen);
      expect(rowSum(late)).toBe(overdue);
      expect(rowSum(late) + rowSum(unproven)).toBe(model.overdue.fen);
      expect(open).toContain(formatYuanGrouped(model.outstanding.fen));
      const { receivableFen, refundedFen, collectedFen, overCollected } = model;
      expect(receivableFen - refundedFen - collectedFen + overCollected.fen).toBe(model.outstanding.fen);
      for (const fen of [receivableFen, refundedFen, collectedFen, overCollected.fen]) {
        expect(open).toContain(formatYuanGrouped(fen));
      }
    }
  });

  it('shows no amount that is not in the model', () => {
    const derived = [
      // Shipped, on time and late to be received, stand in one row.
      BILLS_SUMMARY.places
        .filter(({ place }) => place === 'in-transit' || place === 'receipt-late')
        .reduce((sum, { fen }) => sum + fen, 0),
    ];
    const known = amountsOf(BILLS_SUMMARY);
    const model = { ...BILLS_SUMMARY, problems: NO_PROBLEMS, outstandingPlatformFen: 20_000 };
    for (const view of [ZH, EN]) {
      const figures = [...summaryText(model, view).matchAll(/(?<![\d-])[\d,]+\.\d\d(?!\d|%)/g)];
      expect(figures.length).toBeGreaterThan(15);
      for (const [figure] of figures) {
        const fen = fenOf(figure);
        expect([figure, known.has(fen) || derived.includes(fen) || fen === 20_000]).toEqual([figure, true]);
      }
    }
  });

  it('stands in the order of what can be done', () => {
    const rows = [...summaryText(PARTLY, ZH).matchAll(/^ {2}([1-6]) (\S+)/gm)].map(([, n, label]) => [
      n,
      label,
    ]);
    expect(rows).toEqual([
      ['1', '过了预计扣款日还没到账'],
      ['2', '已发货，待收货'],
      ['3', '还没发货'],
      ['4', '售后处理中'],
      ['5', '已收货，没到扣款日'],
      ['6', '已收货，到账待核实'],
    ]);
  });

  it('gives what is late and not proven a line of its own', () => {
    const shown = summaryText(PARTLY, ZH);
    expect(shown).toMatch(/1 过了预计扣款日还没到账 +7,766\.80 元 +7 单/);
    expect(shown).toMatch(/5 已收货，没到扣款日 +3,127\.80 元 +17 单 {2}正常，不用处理/);
    expect(shown).toMatch(/6 已收货，到账待核实 +40,000\.00 元 +40 单/);
    expect(block(shown, /^逾期分布/)).not.toMatch(/31-60|90 天以上/);
    expect(block(shown, /^待核实的，如果一分都没到账，最多这样分布/)).toMatch(/31-60 天 +12,497\.00 元/);
    expect(summaryText(BILLS_SUMMARY, ZH)).not.toContain('待核实');
  });

  it('does not call normal what has no date', () => {
    const aging = BILLS_SUMMARY.aging.map((share) =>
      share.bucket === 'invalid' ? { bucket: share.bucket, orders: 1, fen: 100 } : share,
    );
    const shown = summaryText({ ...BILLS_SUMMARY, aging }, ZH);
    expect(shown).toContain('5 已收货，没到扣款日或没有日期');
    expect(shown).not.toContain('正常，不用处理');
  });

  it('marks days 1 to 3 as a period of observation', () => {
    expect(summaryText(BILLS_SUMMARY, ZH)).toMatch(/ {2}1-3 天 .*观察期/);
    expect(summaryText(BILLS_SUMMARY, EN)).toMatch(/ {2}1-3 days .*often comes late/);
  });

  it('lays the platform’s share at no buyer’s door', () => {
    const shown = summaryText({ ...BILLS_SUMMARY, outstandingPlatformFen: 20_000 }, ZH);
    expect(shown).toContain('其中平台应补 200.00 元：找平台要，和买家无关');
    expect(summaryText(BILLS_SUMMARY, ZH)).not.toContain('平台应补');
  });

  it('shows no rows when nothing is outstanding', () => {
    const nothing = { orders: 0, fen: 0 };
    const model = {
      ...BILLS_SUMMARY,
      outstanding: nothing,
      aging: BILLS_SUMMARY.aging.map(({ bucket }) => ({ bucket, ...nothing })),
      provenAging: [],
      places: [],
      stages: [],
    };
    const open = block(summaryText(model, ZH), /^未收货款 0\.00 元，0 单/);
    expect(open.split('\n')).toHaveLength(2);
  });

  it('says how goods can be away without anybody’s fault', () => {
    const shown = block(summaryText(BILLS_SUMMARY, ZH), /^货发了、应收没了（不在上面的未收里）/);
    expect(shown).toContain('9 单，货值 3,418.00 元');
    expect(shown).toContain('常见原因是拦截、拒收、退货');
    expect(summaryText({ ...SUMMARY, goodsOut: { orders: 1, fen: 100 } }, ZH)).toContain('货值 1.00 元');
    expect(summaryText(SUMMARY, ZH)).not.toContain('货发了');
  });
});

describe('what the bills prove', () => {
  const UNTRUSTED = { failed: ['control'] } as const;

  it('stands on one line where all is well', () => {
    expect(summaryText(BILLS_SUMMARY, ZH)).toContain(
      '\n货款明细 05-01 至 07-19，中间不断；普通订单对上 99.3%，「没到账」的判断可信\n',
    );
  });

  it('names the bills as their platforms do', () => {
    const kuaishou = { ...BILL_INPUT, platform: 'kuaishou' } as const;
    const shown = (inputs: SummaryModel['inputs']) => shownWide({ ...BILLS_SUMMARY, inputs });
    expect(shown([kuaishou])).toMatch(/^结算单 05-01 至/m);
    expect(shown([BILL_INPUT, kuaishou])).toMatch(/^货款明细和结算单 05-01 至/m);
  });

  it('never rounds a rate up to what is asked for', () => {
    expect(shownWide(withBills({ ...UNTRUSTED, controlRate: 0.979_99 }))).toContain('普通订单对上 97.9%');
    expect(shownWide(withBills({ controlRate: 0.98 }))).toContain('普通订单对上 98.0%');
    expect(shownWide(withBills({ controlRate: 1 }))).toContain('普通订单对上 100.0%');
  });

  it('says how many of the orders that it was tested with are missing, while it trusts it', () => {
    const lacks = (bills: Parameters<typeof withBills>[0]) =>
      /普通订单里有 (\d+) 单该到账却不在账单里/.exec(shownWide(withBills(bills)))?.[1];
    expect(lacks({ controlOrders: 400, controlRate: 0.9875 })).toBe('5');
    expect(lacks({ controlOrders: 400, controlRate: 399 / 400 })).toBe('1');
    expect(lacks({ controlOrders: 400, controlRate: 1 })).toBeUndefined();
    // What is not trusted is said in another line.
    expect(lacks({ controlOrders: 400, controlRate: 0.9, ...UNTRUSTED })).toBeUndefined();
    expect(lacks({ controlOrders: 20, controlRate: 0.9 })).toBeUndefined();
  });

  it('names the gaps, with years where they differ', () => {
    const periods = [
      { from: '2026-05-01', to: '2026-06-10' },
      { from: '2026-06-15', to: '2026-07-19' },
    ];
    expect(shownWide(withBills({ periods }))).toContain('货款明细 05-01 至 07-19，中间断了 06-11 至 06-14；');
    const [, second] = periods as [(typeof periods)[0], (typeof periods)[0]];
    const long = [{ from: '2025-11-01', to: '2025-12-30' }, { from: '2026-01-02', to: '2026-06-10' }, second];
    expect(shownWide(withBills({ periods: long }))).toContain(
      '货款明细 2025-11-01 至 2026-07-19，中间断了 2 处，第一处 2025-12-31 至 2026-01-01；',
    );
    expect(shownWide(withBills({ periods: [], failed: ['coverage'] }))).toContain(
      '货款明细没有一天是完整的；',
    );
  });

  it('says what came in too late to be seen', () => {
    expect(shownWide(withBills({ unseenDays: 4 }))).toContain('07-19 之后到的账看不到（4 天）');
    expect(shownWide(BILLS_SUMMARY)).not.toContain('之后到的账');
  });

  it.each([
    [{ failed: ['control'], controlRate: 0.6 }, '普通订单对上 60.0%', '少了一个账户或一段时间'],
    [
      { failed: ['control'], controlOrders: 12, controlRate: 1 },
      '可以比的普通订单只有 12 单',
      '把普通订单一起导出来',
    ],
    [
      { failed: ['control'], controlOrders: 0, controlRate: null },
      '没有普通订单可以比',
      '把普通订单一起导出来',
    ],
    [{ failed: ['none-settled'] }, '普通订单对上 99.3%', '收这笔钱的账户可能不在里面'],
    [{ failed: ['other-shop'] }, '普通订单对上 99.3%', '店铺编号对不上'],
    [{ failed: ['coverage'] }, '普通订单对上 99.3%', '把缺的日期补下载'],
  ] as const)('tells which condition fails and what to do: %j', (bills, seen, todo) => {
    const shown = shownWide(withBills(bills));
    expect(shown).toContain(`${seen}，「没到账」还判断不了`);
    expect(shown).toContain(todo);
    expect(shown).not.toContain('可信');
    // Nothing may then be called outstanding or late.
    expect(shown).toMatch(/^待核实 86,420\.30 元，234 单（最多可能有这么多没到账）$/m);
    expect(shown).not.toMatch(/逾期|未收货款|还没到账/);
    expect(shown).toContain('如果一分都没到账，最多这样分布');
    expect(shown).toContain('= 待核实 86,420.30');
    expect(shownWide(withBills(bills), EN)).not.toMatch(/overdue|outstanding/i);
  });

  it('says so when pay-later orders had to prove it themselves', () => {
    const shown = shownWide(withBills({ controlOrders: 4, controlRate: null }));
    expect(shown).toContain('可以比的普通订单只有 4 单，改用先用后付订单检验，「没到账」的判断可信');
    expect(shown).toMatch(/^未收货款/m);
  });

  it('tells of orders that the export lacks, and when it was filtered', () => {
    // 24 of 4,776 + 24 are exactly one in two hundred, 25 are above.
    const missing = (orders: number) => {
      const bills = { unmatchedOrders: 30, missingFromExport: { orders, fen: 342_000 } };
      return shownWide(withBills(bills, { orders: 4776 }));
    };
    expect(missing(24)).toContain('账单里有 24 单（3,420.00 元）在订单导出的日期内，导出里却没有\n');
    expect(missing(24)).toContain('账单里另有 6 单不在订单导出的日期内');
    expect(missing(25)).toContain('导出里却没有：导出多半筛选过，重新导出全部订单');
    expect(missing(30)).not.toContain('另有');
    expect(shownWide(BILLS_SUMMARY)).not.toMatch(/导出里却没有|不在订单导出/);
  });

  it('compares with the back office’s own totals', () => {
    const control = { ordersWanted: 5000, ordersRead: 4862, fenWanted: 39_821_460, fenRead: 39_821_460 };
    const shown = shownWide({ ...SUMMARY, control });
    expect(shown).toContain('后台 5,000 单，读到 4,862 单，差 138 单\n');
    expect(shown).toContain('后台 398,214.60 元，读到 398,214.60 元，一致\n');
    expect(shownWide({ ...SUMMARY, control: { ...control, ordersWanted: null } })).not.toContain('5,000');
    expect(shownWide({ ...SUMMARY, control }, EN)).toContain(
      '5,000 orders, read 4,862 orders, 138 orders apart',
    );
  });

  it('prints what was learned and assumed', () => {
    const learned = shownWide(BILLS_SUMMARY);
    expect(learned).toContain('平台承担 = 平台优惠折扣(元) + 多多支付立减金额(元)（从文件算出');
    expect(learned).toContain('预计扣款日后 2 天才算没到账（从普通订单的到账算出）');
    const unknown = shownWide(
      withBills({
        lagSource: 'default',
        platformParts: [
          { platform: 'pinduoduo', columns: null },
          { platform: 'kuaishou', columns: ['平台补贴'] },
          { platform: 'generic', columns: [] },
        ],
      }),
    );
    expect(unknown).toContain('拼多多：平台承担由哪几列组成，算不出来');
    expect(unknown).toContain('快手：平台承担 = 平台补贴');
    expect(unknown).not.toContain('通用表格：');
    expect(unknown).toContain('用默认天数');
    expect(shownWide(SUMMARY)).not.toMatch(/平台承担|默认天数/);
  });

  it('says that an advance by the platform cannot be seen', () => {
    expect(shownWide(BILLS_SUMMARY)).toContain('平台有没有垫付、扣款为什么失败：导出里没有');
  });

  it('does not call a bill that was read unused', () => {
    expect(shownWide(BILLS_SUMMARY)).not.toContain('没有用上');
  });
});

describe('the bill to fetch', () => {
  it('is named with its days and the command', () => {
    expect(summaryText(SUMMARY, ZH)).toContain(
      '\n\n补一份货款明细就能知道哪些真的没到账\n' +
        '  商家后台 - 对账中心 - 货款明细，时间选 2026-04-22 到 2026-07-19，下载后运行\n' +
        '  bnpl-audit 订单.csv --bills 货款明细.csv\n\n',
    );
  });

  it('is a settlement for Kuaishou, and nothing where none is wanted', () => {
    const wanted = { from: '2026-04-22', to: '2026-07-19', platform: 'kuaishou' } as const;
    const shown = summaryText({ ...SUMMARY, billsWanted: wanted }, ZH);
    expect(block(shown, /^补一份结算单/)).toMatch(/结算时间选 2026-04-22 到 2026-07-19/);
    expect(block(shown, /^补一份结算单/)).toContain('bnpl-audit 订单.csv --bills 结算单.csv');
    expect(summaryText({ ...SUMMARY, billsWanted: null }, ZH)).not.toContain('补一份');
    const generic = { ...wanted, platform: 'generic' } as const;
    expect(summaryText({ ...SUMMARY, billsWanted: generic }, EN)).toContain('bill or settlement export');
  });

  it('is asked for beside bills too, where they are too short', () => {
    const wanted = { from: '2026-04-01', to: '2026-07-19', platform: 'pinduoduo' } as const;
    for (const failed of [[], ['coverage']] as const) {
      expect(shownWide(withBills({ failed }, { billsWanted: wanted }))).toContain('时间选 2026-04-01 到');
    }
  });
});

describe('whatever the bills say', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-06-${String(n).padStart(2, '0')}`);
  const count = fc.nat(2_000_000_000);
  const share = fc.record({ orders: fc.nat(5_000_000), fen: count });
  const bills = fc.record({
    periods: fc.array(fc.record({ from: day, to: day }), { maxLength: 4 }),
    unseenDays: fc.nat(400),
    controlOrders: fc.nat(100_000),
    controlRate: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    lagSource: fc.constantFrom('learned' as const, 'default' as const),
    failed: fc.subarray(['coverage', 'control', 'none-settled', 'other-shop'] as const),
    unmatchedOrders: fc.nat(100_000),
    missingFromExport: share,
    platformParts: fc.array(
      fc.record({
        platform: fc.constantFrom('pinduoduo', 'kuaishou'),
        columns: fc.option(
          fc.array(fc.constantFrom('平台补贴', '\x1b[31m', '\u202e国补', 'a b'), { maxLength: 5 }),
        ),
      }),
      { maxLength: 2 },
    ),
  });
  const control = fc.option(
    fc.record({
      ordersWanted: fc.option(count),
      ordersRead: count,
      fenWanted: fc.option(count),
      fenRead: count,
    }),
  );

  it('no line is wider than asked, and nothing is obeyed', () => {
    fc.assert(
      fc.property(
        bills,
        share,
        control,
        fc.integer({ min: 60, max: 120 }),
        (change, goodsOut, totals, columns) => {
          const model = withBills(change, { goodsOut, overCollected: goodsOut, control: totals });
          for (const view of [ZH, EN]) {
            const shown = summaryText(model, { ...view, columns });
            for (const line of shown.split('\n')) expect(stringWidth(line)).toBeLessThanOrEqual(columns);
            expect(shown).not.toMatch(/[^\P{Cc}\n]|\u202e|undefined|NaN|\n\n\n| \n/u);
            expect(shown).not.toMatch(FORBIDDEN);
            expect(stringWidth(shown, { ambiguousIsNarrow: false })).toBe(stringWidth(shown));
          }
        },
      ),
    );
  });
});
