// The table of rejected records: readable by spreadsheets, without formulas, without people unless asked.
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { isRejectsTable, type RejectRow, rejectsTable } from '../../src/report/rejects.js';

const ROW: RejectRow = {
  input: '订单.csv',
  row: 12,
  code: 'amount-unreadable',
  column: '用户实付金额(元)',
  text: '1.2万',
  cells: ['260719-118840263391207', '张三丰', '19900123456', '浙江省杭州市西湖区青禾路1号', '1.2万'],
};

const read = (table: string): string[][] => parse(table, { bom: true });

describe('rejectsTable', () => {
  it('begins with a mark, quotes every cell and ends lines with CRLF', () => {
    const table = rejectsTable([ROW], 'zh', false);
    expect(table.startsWith('\ufeff"文件","行","代码"')).toBe(true);
    expect(table.endsWith('"\r\n')).toBe(true);
    expect(read(table)[1]?.slice(0, 6)).toEqual([
      '订单.csv',
      '12',
      'amount-unreadable',
      '金额读不出',
      '用户实付金额(元)',
      '1.2万',
    ]);
  });

  it('masks people, unless they are to be revealed', () => {
    const masked = read(rejectsTable([ROW], 'en', false))[1]?.[6];
    expect(masked).toBe('260719-118840263391207 | 张* | 199****3456 | 浙江省杭州市西湖区**** | 1.2万');
    for (const text of ['张三', '19900123456', '青禾路']) expect(masked).not.toContain(text);
    const clear = read(rejectsTable([ROW], 'en', true))[1]?.[6];
    expect(clear).toBe(ROW.cells.join(' | '));
  });

  it('holds no formula, whatever stands in the file', () => {
    for (const start of ['=', '+', '-', '@', '＝', '＋', '－', '＠', '\t', '\r', '\n', '\0', ' =']) {
      const evil = `${start}cmd|'/c calc'!A1`;
      const row = { ...ROW, input: evil, column: evil, text: evil, cells: [evil] };
      for (const reveal of [true, false]) {
        for (const cell of read(rejectsTable([row], 'zh', reveal))[1] ?? []) {
          expect(cell).not.toMatch(/^[\s\0]*[=+\-@＝＋－＠]/);
        }
      }
    }
    expect(read(rejectsTable([{ ...ROW, text: '-12.50' }], 'zh', false))[1]?.[5]).toBe('-12.50');
  });

  it('cuts a cell to what a spreadsheet takes', () => {
    const table = rejectsTable([{ ...ROW, cells: ['x'.repeat(100_000)] }], 'zh', true);
    expect(read(table)[1]?.[6]).toHaveLength(32_767);
  });

  it('knows its own tables again, and no other', () => {
    for (const language of ['zh', 'en'] as const) {
      expect(isRejectsTable(Buffer.from(rejectsTable([], language, false)))).toBe(true);
    }
    expect(isRejectsTable(Buffer.from('\ufeff"文件","行"\r\n'))).toBe(false);
    expect(isRejectsTable(Buffer.from(''))).toBe(false);
  });
});
