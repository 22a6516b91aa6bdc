// Files of lists: texts and tables, in any encoding, with whatever else people write; and what is refused, with its line.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ListName } from '../../src/core/lists.js';
import { realPort } from '../../src/io/port.js';
import { readListFile } from '../../src/steps/list-files.js';
import { encodeText } from '../support/bytes.js';
import { scratch, userErrorOf } from '../support/scratch.js';

const folder = scratch();
const ENCODINGS = ['utf8', 'utf8-bom', 'gb18030', 'utf16le-bom', 'utf16be-bom'] as const;

function read(name: string, content: string | Uint8Array, list: ListName = 'staff') {
  const path = join(folder(), name);
  writeFileSync(path, content);
  return readListFile(realPort(), path, list).map(({ path: _, ...entry }) => entry);
}

describe('a text', () => {
  it.each(ENCODINGS)('has one entry a line, in %s', (encoding) => {
    const text = '# 员工\r\n13800131234\r\n\r\n  青禾路12号听雨苑3#502  # 退货地址\r\n听雨苑#3 502\r\n';
    expect(read('staff.txt', encodeText(text, encoding))).toEqual([
      { line: 2, text: '13800131234' },
      { line: 4, text: '青禾路12号听雨苑3#502' },
      { line: 5, text: '听雨苑#3 502' },
    ]);
  });

  it('may be empty', () => {
    expect(read('staff.txt', '# nobody yet\n')).toEqual([]);
  });

  it('keeps commas: a line is one entry', () => {
    expect(read('w.txt', '周砚秋,13800131234\n', 'wholesale')).toEqual([
      { line: 1, text: '周砚秋,13800131234' },
    ]);
  });
});

describe('a table', () => {
  it.each(ENCODINGS)('has named columns, in %s', (encoding) => {
    const text = '姓名,手机,地址,备注\n林小满,="13800131234",,客服\n,,"青禾路12号,听雨苑3-2-401",\n,,,\n';
    expect(read('staff.csv', encodeText(text, encoding))).toEqual([
      { line: 2, name: '林小满', phone: '13800131234', address: '', account: '' },
      { line: 3, name: '', phone: '', address: '青禾路12号,听雨苑3-2-401', account: '' },
    ]);
  });

  it.each([
    ['name,phone\nA,13800131234\n', { name: 'A', phone: '13800131234', address: '', account: '' }],
    ['Account;Note\nb_1;x\n', { name: '', phone: '', address: '', account: 'b_1' }],
    ['买家ID\t电话\nb_1\t13800131234\n', { name: '', phone: '13800131234', address: '', account: 'b_1' }],
    ['门店,手机号码\n一店,13800131234\n', { name: '', phone: '13800131234', address: '', account: '' }],
  ])('%j', (text, entry) => {
    expect(read('w.csv', text, 'wholesale')).toEqual([{ line: 2, ...entry }]);
  });

  it.each(['姓名,手机,备用电话\n林小满,13800131234,13900131234\n', '手机,手机\n13800131234,13900131234\n'])(
    'is refused where a column that tells somebody would not be read: %j',
    (text) => {
      expect(userErrorOf(() => read('s.csv', text)).facts).toMatchObject({
        fault: 'columns-unknown',
        row: 1,
      });
    },
  );

  it('may be empty as yet', () => {
    expect(read('s.csv', '')).toEqual([]);
    expect(read('s.txt', '\n')).toEqual([]);
  });

  it('without a header has one column', () => {
    expect(read('p.csv', '13800131234\n\n"13800131235"\n', 'phones')).toEqual([
      { line: 1, text: '13800131234' },
      { line: 3, text: '13800131235' },
    ]);
    expect(read('t.csv', '补单,\n刷\n', 'tags').map(({ text }) => text)).toEqual(['补单', '刷']);
  });

  it.each([
    ['标记\n补单\n', '补单'],
    ['备注\n补单\n', '补单'],
    ['tag,note\n补单,七月起\n', '补单'],
  ])('of tags may be %j', (text, tag) => {
    expect(read('t.csv', text, 'tags')).toMatchObject([{ line: 2, text: tag }]);
  });

  it.each<[string, string, ListName, number, string]>([
    ['several columns without a header', '林小满,13800131234\n', 'staff', 1, 'columns-unknown'],
    ['no column of the list', '姓名,备注\n林小满,客服\n', 'phones', 1, 'columns-unknown'],
    ['a row without what tells', '姓名,手机\n林小满,13800131234\n叶听澜,\n', 'phones', 3, 'nothing-usable'],
    [
      'a quote that is never closed',
      '姓名,手机\n林小满,13800131234\n"叶听澜,13800131235\n',
      'staff',
      3,
      'quote-open',
    ],
  ])('is refused with %s', (_, text, list, row, fault) => {
    const error = userErrorOf(() => read('l.csv', text, list));
    expect(error.code).toBe('list-entry-unusable');
    expect(error.facts).toMatchObject({ row, list, fault });
  });

  it('is refused beyond eight megabytes, and where it is a workbook', () => {
    expect(userErrorOf(() => read('l.txt', Buffer.alloc((8 << 20) + 1, 0x0a), 'tags')).code).toBe(
      'list-too-large',
    );
    expect(userErrorOf(() => read('l.xlsx', 'PK\x03\x04'.padEnd(600, '\0'), 'tags')).code).toMatch(
      /^file-is-/,
    );
  });
});
