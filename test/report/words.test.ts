// The words themselves: every code in both languages, in the project's tone, in characters that old consoles draw right.
import iconv from 'iconv-lite';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { FIELD_NAMES } from '../../src/core/field-names.js';
import { PROBLEM_LEVELS, type ProblemCode } from '../../src/core/problem.js';
import { USER_ERROR_CODES, UserError } from '../../src/core/user-error.js';
import { SIGHTS } from '../../src/report/words/blindness.js';
import { describeError } from '../../src/report/words/errors.js';
import { PROBLEM_WORDS, problemLine, problemPlace } from '../../src/report/words/problems.js';
import { type Reason, reasonWords } from '../../src/report/words/reasons.js';
import * as terms from '../../src/report/words/terms.js';

const FORBIDDEN =
  /套现|骗|恶意|拒付|赖账|可疑买家|黑名单|团伙|羊毛党|职业打假|信用购|损失|应收账款|fraud|cheat|blacklist|gang|您|系统检测|[!！]/i;

/** What a terminal would obey. */
const OBEYED = /[^\P{Cc}\n]|\u202e/u;

const CODES = Object.keys(PROBLEM_LEVELS) as ProblemCode[];

/** Facts as the program gives them; a text of every name, so that no message has a hole. */
const FACTS = {
  path: '/data/orders.csv',
  near: ['a.csv'],
  found: ['b.csv'],
  reason: 'permission',
  kind: 'folder',
  field: 'order_id',
  header: 'No',
  columns: ['id', 'state'],
  fields: ['order_id', 'status'],
  name: 'latin1',
  option: '--as-of',
  value: '2026',
  expected: 'YYYY-MM-DD',
  inputs: ['a.csv'],
  row: 7,
  limit: 2000,
} as const;

const REASONS: readonly Reason[] = [
  { kind: 'unproven-late', days: 12 },
  { kind: 'unproven-not-due', dueDay: 20_654 },
  { kind: 'unproven-no-date' },
  { kind: 'unproven-late', days: 12, why: { condition: 'coverage', fromDay: 20_600, toDay: 20_654 } },
  { kind: 'unproven-late', days: 12, why: { condition: 'coverage', fromDay: Number.NaN, toDay: 20_654 } },
  { kind: 'unproven-not-due', dueDay: 20_654, why: { condition: 'control', rate: 0.9123 } },
  { kind: 'unproven-no-date', why: { condition: 'control', rate: Number.NaN } },
  { kind: 'unproven-no-date', why: { condition: 'none-settled' } },
  { kind: 'unproven-no-date', why: { condition: 'other-shop' } },
  { kind: 'unproven-no-date', why: { condition: 'row-unreadable' } },
  { kind: 'unproven-no-date', why: { condition: 'after-sale-unreadable' } },
  { kind: 'unproven-no-date', why: { condition: 'no-subsidies' } },
  { kind: 'uncollected', days: 31 },
  { kind: 'uncollected', days: 2 },
  { kind: 'uncollected', days: 0 },
  { kind: 'settled', fen: 15_000 },
  { kind: 'settled-by-refund' },
  { kind: 'refund-not-in-bills' },
  { kind: 'part-settled', fen: 15_000, missingFen: 5000, days: 0 },
  { kind: 'part-settled', fen: 15_000, missingFen: 5000, days: 9, why: { condition: 'no-bills' } },
  { kind: 'platform-missing', fen: 20_000 },
  { kind: 'over-collected', fen: 13_200 },
  { kind: 'over-collected', fen: 1 },
  { kind: 'clawed-back', fen: 50_000, missingFen: 50_000, days: 31 },
  { kind: 'in-transit' },
  { kind: 'receipt-late', autoReceiptDays: 10 },
  { kind: 'unshipped' },
  { kind: 'frozen', since: Number.NaN, deadline: Number.NaN },
  { kind: 'frozen', since: 1_784_000_000, deadline: 1_784_200_000 },
  { kind: 'restarted', day: 20_640 },
  { kind: 'refund-by-after-sales', fen: 1500 },
  { kind: 'refund-pending', fen: 10_000 },
  { kind: 'invalid' },
  { kind: 'closed' },
  { kind: 'refunded' },
  { kind: 'refund-assumed', fen: 120_450 },
  { kind: 'receivable-zero', fen: 299_900 },
  { kind: 'not-applicable' },
  { kind: 'amount-undecided', fen: 5000 },
  { kind: 'not-yet' },
  { kind: 'same-order', row: 12, name: null },
  { kind: 'same-order', row: 12, name: 'b.csv' },
  { kind: 'pay-later-unknown' },
];

/** Every text that the project may say, in both languages, with the place where it stands. */
function allTexts(): [place: string, zh: string, en: string][] {
  const texts: [string, string, string][] = [];
  for (const code of USER_ERROR_CODES) {
    const error = new UserError(code, FACTS);
    const [zh, en] = [describeError(error, 'zh'), describeError(error, 'en')];
    texts.push([`${code} what`, zh.what, en.what], [`${code} todo`, zh.todo, en.todo]);
  }
  for (const code of CODES) {
    const { zh, en } = PROBLEM_WORDS[code];
    for (const part of ['label', 'means', 'todo'] as const)
      texts.push([`${code} ${part}`, zh[part], en[part]]);
  }
  for (const reason of REASONS) {
    const { zh, en } = reasonWords(reason);
    texts.push([reason.kind, zh, en]);
  }
  for (const [name, { can, cannot }] of Object.entries(SIGHTS)) {
    texts.push([`${name} can`, can.zh, can.en], [`${name} cannot`, cannot.zh, cannot.en]);
  }
  const tables = [
    terms.PLATFORMS,
    terms.STAGE_NAMES,
    terms.BUCKET_NAMES,
    terms.COLLECTION_NAMES,
    terms.PAY_LATER_NAMES,
    terms.EVIDENCE_NAMES,
    terms.PHASE_NAMES,
    terms.AFTER_SALE_NAMES,
    terms.LEVEL_NAMES,
    FIELD_NAMES,
  ];
  for (const table of tables) {
    for (const [name, { zh, en }] of Object.entries(table)) texts.push([name, zh, en]);
  }
  return texts;
}

describe('all words', () => {
  const texts = allTexts();

  it.each(texts)('%s says something in both languages, differently', (_place, zh, en) => {
    expect(zh.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    expect(zh).not.toBe(en);
    expect(zh).toMatch(/\p{Script=Han}/u);
  });

  it.each(texts)('%s keeps the tone', (_place, zh, en) => {
    expect(zh).not.toMatch(FORBIDDEN);
    expect(en).not.toMatch(FORBIDDEN);
  });

  it.each(texts)('%s is in characters of GBK that every console draws equally wide', (_place, zh, en) => {
    for (const text of [zh, en]) {
      expect(iconv.decode(iconv.encode(text, 'gbk'), 'gbk')).toBe(text);
      expect(stringWidth(text, { ambiguousIsNarrow: false })).toBe(stringWidth(text));
      expect(text).not.toMatch(/[¥￥€]/);
    }
  });
});

describe('error texts', () => {
  it.each(USER_ERROR_CODES)('%s says what to do, names the path last and has no hole', (code) => {
    for (const language of ['zh', 'en'] as const) {
      const { what, todo } = describeError(new UserError(code, FACTS), language);
      expect(what).not.toContain('\n');
      expect(todo).not.toMatch(/undefined|NaN|\n\n|^\n|\n$/);
      if (what.includes('/data/')) expect(what.endsWith(FACTS.path)).toBe(true);
    }
  });

  it.each(USER_ERROR_CODES)('%s can be told without any fact', (code) => {
    for (const language of ['zh', 'en'] as const) {
      expect(describeError(new UserError(code), language).what).not.toMatch(/undefined|NaN/);
    }
  });

  it('shows every fact cleaned', () => {
    for (const code of USER_ERROR_CODES) {
      const evil = Object.fromEntries(
        Object.entries(FACTS).map(([name, fact]) => {
          if (typeof fact === 'number') return [name, fact];
          return [name, typeof fact === 'string' ? '\x1b[31m\u202e' : ['\x1b[31m\u202e']];
        }),
      );
      const { what, todo } = describeError(new UserError(code, evil), 'zh');
      expect(what).not.toMatch(OBEYED);
      expect(todo).not.toMatch(OBEYED);
    }
  });

  it('tells the password of an encrypted workbook: the last six characters of its stem', () => {
    const password = (path: string) =>
      describeError(new UserError('file-is-xlsx-encrypted', { path }), 'zh').todo.split('\n')[0];
    expect(password('/data/订单导出20260720a1b2c3.xlsx')).toMatch(/a1b2c3$/);
    expect(password('D:\\导出\\订单.2026x9y8z7.xlsx')).toMatch(/x9y8z7$/);
    expect(password('/data/短.xlsx')).toMatch(/：短$/);
  });

  it('names what may have been meant', () => {
    const of = (code: 'file-not-found' | 'format-unknown' | 'pay-later-undecidable', facts: object) =>
      describeError(new UserError(code, facts as never), 'zh').todo;
    expect(of('file-not-found', { path: '/x', near: ['订单.csv'], command: 'inspect' })).toMatch(
      /bnpl-audit inspect\n.*订单\.csv\n/,
    );
    expect(of('file-not-found', { path: '/x', near: [] })).not.toContain('相近');
    expect(of('format-unknown', { path: '/x', doubled: 1 })).toContain('重新导出');
    expect(
      of('format-unknown', { platform: 'kuaishou', kind: 'bill', recognised: 4, missing: ['合计收入(元)'] }),
    ).toContain('最像快手的结算单导出：对上 4 个列名，还缺「合计收入(元)」');
    const undecidable = of('pay-later-undecidable', { inputs: ['a.csv'], columns: ['支付方式'], blank: 0 });
    for (const way of ['--all-pay-later', '--pay-later-orders', '--map pay_later=', '是否先用后付']) {
      expect(undecidable).toContain(way);
    }
    expect(of('pay-later-undecidable', { inputs: [], columns: ['支付方式'], blank: 1 })).toContain(
      '整列都是空的',
    );
  });

  it('shortens long lists and long values', () => {
    const columns = Array.from({ length: 50 }, (_, i) => `c${i}`);
    const facts = { path: '/x', field: 'order_id', header: 'x'.repeat(500), columns };
    const { what, todo } = describeError(new UserError('map-column-absent', facts), 'zh');
    expect(todo).toContain('另有 38 列');
    expect(what.length).toBeLessThan(200);
  });
});

describe('problem lines', () => {
  it('tell label, row, column and masked text', () => {
    const problem = {
      code: 'amount-unreadable',
      input: 0,
      record: 12,
      column: '用户实付金额(元)',
      text: '张三丰',
    } as const;
    expect(problemLine(problem, 'zh')).toBe('金额读不出，第 12 行「用户实付金额(元)」：张*');
    expect(problemLine(problem, 'en')).toBe('amount unreadable, row 12 "用户实付金额(元)": 张*');
    expect(problemLine({ code: 'line-ends-mixed', input: 0, record: 0 }, 'zh')).toBe('换行符不统一');
    expect(problemPlace({ code: 'mojibake', input: 0, record: 3 }, 'en')).toBe('row 3');
  });

  it('are cleaned, in text and in header', () => {
    const line = problemLine(
      { code: 'time-unreadable', input: 0, record: 1, column: 'a\x1b[2J', text: '1\x1b[2J\u202e' },
      'zh',
    );
    expect(line).not.toMatch(OBEYED);
    expect(line).toContain('\\x1b');
  });
});
