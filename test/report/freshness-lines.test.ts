// What the summary says of older exports, undated states, orders of later days, and proof that no bill can bring yet.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import type { BillsModel, SummaryModel } from '../../src/report/model.js';
import { summaryText } from '../../src/report/summary-text.js';
import type { View } from '../../src/report/view.js';
import { BILLS_SUMMARY, SUMMARY } from './models.js';

const ZH: View = { language: 'zh', columns: 200, colour: 0, ascii: false };
const EN: View = { ...ZH, language: 'en' };
const zh = (change: Partial<SummaryModel>, model = SUMMARY) => summaryText({ ...model, ...change }, ZH);
const en = (change: Partial<SummaryModel>, model = SUMMARY) => summaryText({ ...model, ...change }, EN);
const share = (orders: number, fen: number) => ({ orders, fen });

function block(text: string, title: RegExp): string {
  return text.split('\n\n').find((part) => title.test(part)) ?? '';
}

describe('what the files cannot show', () => {
  it('names states from an older export', () => {
    const staleOrders = share(3, 123_400);
    expect(block(zh({ staleOrders }), /^这份文件看不出来的/)).toContain(
      '\n  3 单，1,234.00 元只在较早的导出里，比截止日期早 3 天以上，状态是导出那天的：重新导出再核一次',
    );
    expect(block(en({ staleOrders }), /^What the file cannot show/)).toContain(
      '3 orders, 1,234.00 yuan, only in an export of more than 3 days before the as-of date',
    );
    expect(zh({})).not.toContain('较早的导出');
  });

  it('names states without a date', () => {
    const undatedStates = share(1, 5000);
    expect(block(zh({ undatedStates }), /^这份文件看不出来的/)).toContain(
      '\n  1 单，50.00 元，取消、关闭、退款或售后没有日期，按导出时的状态算，截止日期那天未必如此',
    );
    expect(en({ undatedStates })).toContain(
      '1 order, 50.00 yuan, cancelled, closed, refunded or in after-sale',
    );
    expect(zh({})).not.toContain('没有日期，按导出时');
  });
});

describe('orders of later days', () => {
  it('are said to be left out', () => {
    expect(zh({ laterOrders: 1200 })).toContain('\n1,200 单在截止日期之后才下单，没有计入\n');
    expect(en({ laterOrders: 1 })).toContain('\n1 order was placed after the as-of date and not counted\n');
    expect(zh({})).not.toContain('之后才下单');
  });

  it('are not denied where there is no other pay-later order', () => {
    const none = { payLater: share(0, 0) };
    expect(zh(none)).toContain('没有看到先用后付的');
    expect(zh({ ...none, laterOrders: 2 })).not.toContain('没有看到先用后付的');
  });
});

describe('the bill to fetch', () => {
  const wait = { now: share(6, 452_834), later: share(3, 142_322), until: '2026-07-31', assumed: true };
  const billsWanted = { from: '2026-05-20', to: '2026-07-19', platform: 'kuaishou' } as const;

  it('is promised to tell of no more than it can', () => {
    const shown = block(zh({ billsWanted, billsWait: wait }), /^过了预计扣款日的/);
    expect(shown).toBe(
      [
        '过了预计扣款日的，补一份结算单能知道 6 单（4,528.34 元）到没到账',
        '  商家后台下载结算单，结算时间选 2026-05-20 到 2026-07-19，下载后运行',
        '  bnpl-audit 订单.csv --bills 结算单.csv',
        '  其余 3 单（1,423.22 元）要等结算单盖到 2026-07-31（按默认的到账天数），到时重新导出再核',
      ].join('\n'),
    );
    const english = en({ billsWanted, billsWait: { ...wait, assumed: false } });
    expect(english).toContain('Past the debit date: one more settlement tells of 6 orders (4,528.34 yuan)\n');
    expect(english).toContain(
      'The other 3 orders (1,423.22 yuan): only a settlement that runs to 2026-07-31 can tell',
    );
    expect(english).not.toMatch(/default lag|what has really not come in/);
  });

  it('is not asked for where no bill can tell of anything yet', () => {
    const billsWait = { ...wait, now: share(0, 0), assumed: false };
    const shown = zh({ billsWanted, billsWait });
    expect(block(shown, /^现在补结算单也看不出，还要等/)).toBe(
      '现在补结算单也看不出，还要等\n  3 单（1,423.22 元）要等结算单盖到 2026-07-31，到时重新导出再核',
    );
    expect(shown).not.toMatch(/补一份|--bills/);
  });

  it('is not said to be missing beside the row that no bill reaches yet', () => {
    const places = BILLS_SUMMARY.places.map((one) =>
      one.place === 'received' ? { ...one, orders: 19, fen: 400_000, unprovenFen: 87_220 } : one,
    );
    const row = (billsWait: SummaryModel['billsWait']) =>
      / {2}6 已收货，到账待核实 .*/.exec(zh({ places, billsWanted, billsWait }, BILLS_SUMMARY))?.[0];
    expect(row(null)).toContain('账单没盖住，补齐再看');
    expect(row(wait)).toContain('账单没盖住，补齐再看');
    expect(row({ ...wait, now: share(0, 0) })).toContain('还看不出，要等');
  });

  it('is no promise where more than its days is missing', () => {
    const shown = (failed: BillsModel['failed']) =>
      zh({ billsWanted, bills: { ...(BILLS_SUMMARY.bills as BillsModel), failed } }, BILLS_SUMMARY);
    for (const failed of [['control'], ['coverage', 'none-settled']] as const) {
      expect(shown(failed)).toContain('\n要下结论，账单还得盖住这些天\n');
      expect(shown(failed)).not.toContain('就能知道');
    }
    expect(shown(['coverage'])).toContain('补一份结算单就能知道哪些真的没到账');
  });
});

describe('whatever is late', () => {
  it('no line is wider than asked', () => {
    const many = fc.record({ orders: fc.integer({ min: 1, max: 5_000_000 }), fen: fc.nat(2_000_000_000) });
    const platform = fc.constantFrom('pinduoduo' as const, 'kuaishou' as const, 'generic' as const);
    fc.assert(
      fc.property(many, many, platform, fc.integer({ min: 60, max: 120 }), (now, later, of, columns) => {
        const change = {
          laterOrders: now.orders,
          staleOrders: later,
          undatedStates: now,
          billsWanted: { from: '2026-05-20', to: '2026-07-19', platform: of },
          billsWait: { now, later, until: '2026-07-31', assumed: true },
        };
        for (const view of [ZH, EN]) {
          const shown = summaryText({ ...SUMMARY, ...change }, { ...view, columns });
          for (const line of shown.split('\n').filter((text) => !text.includes('bnpl-audit '))) {
            expect(stringWidth(line)).toBeLessThanOrEqual(columns);
          }
        }
      }),
    );
  });
});
