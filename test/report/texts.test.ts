// What people read: goldens to open, the widths, the sums, and that nothing misleads.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { Bug } from '../../src/core/bug.js';
import { UserError } from '../../src/core/user-error.js';
import { bugText, errorText } from '../../src/report/errors.js';
import { columnLetters } from '../../src/report/inspect-tables.js';
import { inspectText } from '../../src/report/inspect-text.js';
import type { InspectModel, SummaryModel } from '../../src/report/model.js';
import { summaryText } from '../../src/report/summary-text.js';
import type { View } from '../../src/report/view.js';
import { BILL_INPUT, BILLS_SUMMARY, EMPTY_SUMMARY, INSPECTED, NO_PROBLEMS, SUMMARY } from './models.js';

const ZH: View = { language: 'zh', columns: 79, colour: 0, ascii: false };
const EN: View = { ...ZH, language: 'en' };
const FORBIDDEN =
  /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|fraud|cheat|blacklist|gang|您|[!！]/i;

/** A golden that is missing is an error, never written in silence; `vitest -u` rewrites those that are there. */
async function expectGolden(name: string, text: string): Promise<void> {
  const path = join(import.meta.dirname, '__goldens__', name);
  expect(existsSync(path), `${name} is missing`).toBe(true);
  await expect(text).toMatchFileSnapshot(path);
}

/** What a terminal would obey or hide. */
const OBEYED = /[^\P{Cc}\n]|[\u202e\u200b]/u;
const COLOUR = /\p{Cc}\[\d+m/gu;

const widest = (text: string) => Math.max(...text.split('\n').map((line) => stringWidth(line)));

describe('goldens', () => {
  it.each([
    ['summary.zh.txt', summaryText(SUMMARY, ZH)],
    ['summary.en.txt', summaryText(SUMMARY, EN)],
    ['summary-bills.zh.txt', summaryText(BILLS_SUMMARY, ZH)],
    ['summary-bills.en.txt', summaryText(BILLS_SUMMARY, EN)],
    ['summary-empty.zh.txt', summaryText(EMPTY_SUMMARY, ZH)],
    ['inspect.zh.txt', inspectText(INSPECTED, ZH)],
    ['inspect.en.txt', inspectText(INSPECTED, { ...EN, ascii: true })],
  ])('%s is what is shown', async (name, text) => {
    await expectGolden(name, text);
  });
});

describe('both texts', () => {
  const texts: [string, (view: View) => string][] = [
    ['the summary', (view) => summaryText(SUMMARY, view)],
    ['the summary with bills', (view) => summaryText(BILLS_SUMMARY, view)],
    ['an empty summary', (view) => summaryText(EMPTY_SUMMARY, view)],
    ['an inspection', (view) => inspectText(INSPECTED, view)],
    ['an inspected bill', (view) => inspectText({ ...INSPECTED, input: BILL_INPUT }, view)],
  ];

  it.each(texts)('%s is never wider than asked, from 60 columns on', (_name, text) => {
    for (const view of [ZH, EN]) {
      for (let columns = 60; columns <= 120; columns++) {
        expect(widest(text({ ...view, columns, ascii: columns % 2 === 0 }))).toBeLessThanOrEqual(columns);
      }
    }
  });

  it.each(texts)('%s has no colour unless asked, and is the same text with it', (_name, text) => {
    const plain = text(ZH);
    const coloured = text({ ...ZH, colour: 1 });
    expect(plain).not.toContain('\x1b');
    expect(coloured).toContain('\x1b[1m');
    expect(coloured.replace(COLOUR, '')).toBe(plain);
  });

  it.each(texts)('%s keeps the tone and, in ASCII, draws nothing of ambiguous width', (_name, text) => {
    for (const view of [ZH, EN]) {
      const shown = text({ ...view, ascii: true });
      expect(shown).not.toMatch(FORBIDDEN);
      expect(stringWidth(shown, { ambiguousIsNarrow: false })).toBe(stringWidth(shown));
      expect(shown.endsWith('\n')).toBe(true);
      expect(shown).not.toMatch(/undefined|NaN|\n\n\n| \n/);
    }
  });
});

describe('summaryText', () => {
  it('ties out: stages and buckets sum to the title', () => {
    const shown = summaryText(SUMMARY, ZH);
    const yuan = (block: string) =>
      [...block.matchAll(/^ {2}\S.*? {2,}([\d,]+\.\d\d) 元/gm)].reduce(
        (sum, [, figure]) => sum + Math.round(Number(figure?.replaceAll(',', '')) * 100),
        0,
      );
    const [stages = '', , , aging = ''] = shown.split('\n\n').slice(1, 5);
    expect(yuan(stages)).toBe(SUMMARY.outstanding.fen);
    expect(yuan(aging)).toBe(SUMMARY.outstanding.fen);
    expect(shown).toContain('应收 398,214.60 - 已退 31,942.80 = 待核实 366,271.80');
  });

  it('says nothing of money for a file without records', () => {
    const shown = summaryText(EMPTY_SUMMARY, ZH);
    expect(shown).toContain('没有数据行');
    expect(shown).not.toMatch(/元|待核实|截至|读入/);
  });

  it('says when no order is known to be pay-later, without figures', () => {
    const shown = summaryText(
      { ...EMPTY_SUMMARY, records: 5, orders: 5, ordinary: 5, asOf: '2026-07-20' },
      ZH,
    );
    expect(shown).toContain('没有看到先用后付的');
    expect(shown).not.toMatch(/待核实|货款明细/);
  });

  it('never calls unproven yuan overdue or owed', () => {
    const shown = summaryText(SUMMARY, ZH).replace('不是欠款', '');
    expect(shown).not.toMatch(/逾期|欠/);
    expect(summaryText(SUMMARY, EN)).not.toMatch(/overdue|debt|unpaid/i);
  });

  it('tells what is proven apart', () => {
    const model: SummaryModel = {
      ...SUMMARY,
      unproven: { orders: 1400, fen: 30_000_000 },
      collectedFen: 100_000,
      receivableFen: SUMMARY.receivableFen + 100_000,
    };
    const shown = summaryText(model, ZH);
    expect(shown).toContain('未收货款 366,271.80 元，1,470 单；其中待核实 1,400 单，300,000.00 元');
    expect(shown).toContain('- 到账 1,000.00 = 未收 366,271.80');
  });

  it('names copies, standard output, files among the orders that are none, and what was left out', () => {
    const model: SummaryModel = {
      ...SUMMARY,
      inputs: [...SUMMARY.inputs, { ...BILL_INPUT, amongOrders: true }],
      copies: ['-', null],
      skipped: Array.from({ length: 8 }, (_, i) => ({ path: `/data/${i}.csv`, code: 'file-empty' })),
    };
    const shown = summaryText(model, { ...ZH, columns: 120 });
    expect(shown).toContain('标注表  已写到标准输出');
    expect(shown).toContain('是货款明细，当作账单用上了，和写在 --bills 后面一样');
    expect(shown).toContain('跳过 /data/4.csv（是空的）');
    expect(shown).toContain('另外跳过 3 个文件');
  });

  it('says so when only one of several files may lack something, and one order is an order', () => {
    const several = { ...SUMMARY, inputs: [...SUMMARY.inputs, ...SUMMARY.inputs] };
    expect(summaryText(several, ZH)).toContain('至少有一份看不出来');
    expect(summaryText(SUMMARY, ZH)).not.toContain('至少有一份');
    const one = SUMMARY.stages.map((stage) => ({ ...stage, orders: Math.min(1, stage.orders) }));
    const shown = summaryText({ ...SUMMARY, stages: one }, EN);
    expect(shown).toMatch(/ {2}1 order$/m);
    expect(shown).not.toMatch(/ 1 orders/);
  });

  it('never breaks a path', () => {
    const path = `/data/${'很长的文件夹'.repeat(20)}/订单.audited.csv`;
    expect(summaryText({ ...SUMMARY, copies: [path] }, ZH)).toContain(`\n标注表\n  ${path}\n`);
  });

  it('shows the worst problems first, eight kinds at most', () => {
    const codes = [
      ...(['mojibake', 'nul-bytes', 'quote-bare', 'flag-unknown', 'header-repeated'] as const),
      ...(['line-ends-mixed', 'column-duplicate', 'time-unreadable', 'amount-missing'] as const),
    ];
    const problems = {
      inputs: ['a.csv', 'b.csv'],
      kept: codes.map((code) => ({ code, input: 1, record: 3 })),
      counts: codes.map((code) => ({ code, input: 1, count: 2 })),
    };
    const shown = summaryText({ ...SUMMARY, problems }, ZH);
    expect(shown).toMatch(
      /共 18 处\n {2}\[没读进来\] 金额是空的 2 处：b\.csv 第 3 行\n {2}\[结果不完整\] 时间读不出/,
    );
    expect(shown).toContain('还有 1 种');
  });

  it('does not ask which orders are pay-later where all are told', () => {
    const told = { ...SUMMARY, unknown: { orders: 0, fen: 0 } };
    expect(summaryText(told, ZH)).not.toContain('--all-pay-later');
    expect(summaryText(SUMMARY, ZH)).toContain('--all-pay-later');
  });
});

describe('inspectText', () => {
  it('stays within its width and obeys nothing, whatever headers and states hold', () => {
    const text = fc.string({
      unit: fc.constantFrom(
        ...['中', '文', 'a', '7', ' ', '👍', '\x1b', '\u202e', '\u200b', '，', '「', 'é'],
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, text, fc.integer({ min: 60, max: 120 }), (header, state, columns) => {
        const model: InspectModel = {
          ...INSPECTED,
          columns: INSPECTED.columns.map((column) => ({ ...column, header })),
          states: [{ text: state, state: null, refunded: false, records: 1 }],
          problems: NO_PROBLEMS,
        };
        const shown = inspectText(model, { ...ZH, columns });
        expect(widest(shown)).toBeLessThanOrEqual(columns);
        expect(shown).not.toMatch(OBEYED);
      }),
    );
  });

  it('shows a name in the state column masked', () => {
    const model = {
      ...INSPECTED,
      states: [
        { text: '张三丰', state: null, refunded: false, records: 1 },
        { text: '已发货，待收货（张三丰 13812341234）', state: 'shipped', refunded: false, records: 1 },
      ],
    };
    const shown = inspectText(model, ZH);
    expect(shown).not.toMatch(/张三|13812341234/);
    expect(shown).toContain('张*');
  });

  it('takes thousands of columns', () => {
    const columns = Array.from({ length: 2000 }, (_, i) => ({
      position: i + 1,
      header: `自定义列${i}`,
      field: null,
      use: 'unknown' as const,
    }));
    expect(inspectText({ ...INSPECTED, columns }, ZH)).toMatch(/另有\s+1,940 列/);
  });

  it('names columns as Excel does', () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual([
      ...['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'],
    ]);
  });
});

describe('errorText', () => {
  it('puts code, what and path on one line that is never broken, then what to do', () => {
    const path = `/data/${'x'.repeat(200)}.csv`;
    expect(errorText(new UserError('file-empty', { path }), ZH)).toBe(
      `错误 file-empty：文件是空的：${path}\n  多半是下载断了：回商家后台重新导出、重新下载。\n`,
    );
    expect(errorText(new UserError('disk-full', { path: '/x' }), { ...EN, columns: 40 })).toBe(
      'error disk-full: The disk is full, the file was not written: /x\n' +
        '  The old file is as it was. Make room,\n    or write elsewhere with -o.\n',
    );
  });

  it('tells of our own mistakes without what stood in a cell', () => {
    const cause = new RangeError('not whole fen: 张三 13812341234');
    const shown = bugText(new Bug('read', '订单.csv', 41, cause), '0.1.0', ZH);
    expect(shown).toMatch(/^错误 internal：程序自己出错了，没有写出结果 \[0\.1\.0 read RangeError/);
    expect(shown).toContain('订单.csv，第 41 行');
    expect(shown).not.toMatch(/张三|13812341234/);
    expect(bugText('thrown text', '0.1.0', EN)).not.toContain('thrown text');
  });
});
