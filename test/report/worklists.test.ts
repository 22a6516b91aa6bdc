// The work lists as tables: what stands in them, in which order, and safe in spreadsheets.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { ANNOTATION_COLUMNS, type AnnotationKey } from '../../src/core/annotation.js';
import { parseDate } from '../../src/core/dates.js';
import { REMINDER } from '../../src/report/words/findings.js';
import {
  isWorklist,
  WORKLIST_STEPS,
  type WorkRow,
  worklistName,
  worklistTable,
} from '../../src/report/worklists.js';

const DAY = 86_400;
const AS_OF = parseDate('2026-07-20');
const cellsOf = (told: Partial<Record<AnnotationKey, string>>) =>
  ANNOTATION_COLUMNS.map(({ key }) => told[key] ?? '');

const NONE = { orders: 0, fen: 0 };

const rowOf = (told: Partial<WorkRow> = {}): WorkRow => ({
  order: '260719-118840263391207',
  until: Number.NaN,
  fen: 100,
  shippedAt: Number.NaN,
  receivedAt: Number.NaN,
  waybills: [],
  file: '订单.csv',
  row: 7,
  cells: cellsOf({ outstanding: '1.00' }),
  ...told,
});

const HEAD = { hold: 4, intercept: 4, platform: 4, remind: 5, provision: 4, review: 4 };

/** The table behind the lines of its head, each row by the names of its columns. */
function read(step: (typeof WORKLIST_STEPS)[number], rows: readonly WorkRow[], language: 'zh' | 'en' = 'zh') {
  const text = worklistTable(step, { rows, waiting: NONE }, AS_OF, language);
  const lines = parse(text, { bom: true, relaxColumnCount: true }) as string[][];
  const [names = [], ...records] = lines.slice(HEAD[step]);
  return {
    head: lines.slice(0, HEAD[step]).map((cells) => cells.join('|')),
    names,
    records: records.map((cells) => Object.fromEntries(names.map((name, i) => [name, cells[i]]))),
  };
}

describe('a work list', () => {
  it('says what it is, how much it comes to and what to keep in mind, and is known again by that', () => {
    const rows = [rowOf({ fen: 123_456 }), rowOf({ fen: 44, order: '260719-118840263391208' })];
    expect(read('intercept', rows).head).toEqual([
      'bnpl-audit 工作清单：问平台拦截',
      '截至 2026-07-20，2 单，未收（含待核实）1,235.00 元',
      '先问平台客服能不能拦截；没有退款申请就自行拦截，可能被判虚假发货；拦截费一般由店铺付。',
      '以上只是数据特征，不代表买家有过错。处理前请人工核对，联系买家只用平台内聊天。',
    ]);
    for (const step of WORKLIST_STEPS) {
      for (const language of ['zh', 'en'] as const) {
        const table = worklistTable(step, { rows: [], waiting: NONE }, Number.NaN, language);
        expect(isWorklist(Buffer.from(table))).toBe(true);
        expect(table).not.toContain('NaN');
      }
    }
    expect(isWorklist(Buffer.from('订单号,备注\n'))).toBe(false);
    expect(isWorklist(Buffer.from('"工作清单"\n'))).toBe(false);
  });

  it('has the nearest deadline first, then most yuan, then the smaller number', () => {
    const at = AS_OF * DAY;
    const rows = [
      rowOf({ order: 'd', fen: 5 }),
      rowOf({ order: 'c', fen: 5 }),
      rowOf({ order: 'e', fen: 900 }),
      rowOf({ order: 'b', until: at + 2 * DAY }),
      rowOf({ order: 'a', until: at + DAY + 9 * 3600 + 14 * 60 }),
    ];
    const told = read('hold', rows).records.map((record) => `${record['订单号']} ${record['最晚']}`);
    expect(told).toEqual(['a 2026-07-21 09:14', 'b 2026-07-22', 'e ', 'c ', 'd ']);
    expect(read('hold', [...rows].reverse()).records.map((record) => record['订单号'])).toEqual([
      ...['a', 'b', 'e', 'c', 'd'],
    ]);
  });

  it('shows the last second of a day as that day', () => {
    const [row] = read('platform', [rowOf({ until: (AS_OF + 1) * DAY - 1 })]).records;
    expect(row).toMatchObject({ 最晚: '2026-07-20' });
  });

  it('keeps long numbers whole in a spreadsheet, and no cell is a formula', () => {
    const row = rowOf({
      order: '2606121234567890',
      waybills: ['781286567963807'],
      cells: cellsOf({ reason: '=HYPERLINK("x")' }),
      file: '+订单.csv',
    });
    const [told] = read('review', [row]).records;
    expect(told).toMatchObject({
      订单号: '2606121234567890\t',
      快递单号: '781286567963807\t',
      说明: `'=HYPERLINK("x")`,
      源文件: "'+订单.csv",
    });
    const [short] = read('review', [rowOf({ order: '12345678901', waybills: ['SF1', '2'] })]).records;
    expect(short).toMatchObject({ 订单号: '12345678901', 快递单号: 'SF1;2' });
  });

  it('offers the one neutral text where a reminder may be sent, and nowhere else', () => {
    const row = rowOf();
    expect(read('remind', [row]).records[0]).toMatchObject({ 可以发的话: REMINDER(row.order).zh });
    expect(read('remind', [row], 'en').records[0]).toMatchObject({ 'text to send': REMINDER(row.order).en });
    for (const step of WORKLIST_STEPS.filter((one) => one !== 'remind')) {
      expect(read(step, [row]).names).not.toContain('可以发的话');
    }
  });

  it('has the columns of the copy by the words behind their marks, and room to note the outcome', () => {
    const zh = read('platform', []).names;
    expect(zh.slice(0, 5)).toEqual(['订单号', '最晚', '关注等级', '当前环节', '未收货款']);
    expect(zh.at(-1)).toBe('处理结果');
    const en = read('platform', [], 'en').names;
    expect(en).toHaveLength(zh.length);
    expect(en.slice(0, 6)).toEqual(['order', 'until', 'severity', 'stage', 'outstanding', 'days past due']);
  });

  it('says in the list to be reviewed how many orders a bill would tell of, and nowhere else', () => {
    const waiting = { orders: 1200, fen: 345_678 };
    for (const step of WORKLIST_STEPS) {
      const text = worklistTable(step, { rows: [], waiting }, AS_OF, 'zh');
      expect(text.includes('另有 1,200 单 3,456.78 元'), step).toBe(step === 'review');
    }
  });

  it('has names that sort in the order of the work', () => {
    for (const language of ['zh', 'en'] as const) {
      const names = WORKLIST_STEPS.map((step) => worklistName(step, language));
      expect([...names].sort()).toEqual(names);
    }
  });
});
