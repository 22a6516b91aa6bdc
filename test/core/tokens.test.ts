import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BLANK, cleanCell, halfWidth, isEmptyToken, isValue, UNREADABLE } from '../../src/core/tokens.js';

describe('the two numbers that are no values', () => {
  it('are told from values, and survive a typed array', () => {
    const column = Float64Array.of(BLANK, UNREADABLE, 0, -5);
    expect([...column].map(isValue)).toEqual([false, false, true, true]);
    expect(column[0]).toBeNaN();
    expect(column[1]).toBe(UNREADABLE);
  });
});

describe('empty tokens', () => {
  const empty = ['', '\t', ' ', '-', '--', '—', '/', 'None', 'nan', 'null', '#NULL!'];
  it.each(empty)('%j says that there is no value', (token) => {
    expect(isEmptyToken(token)).toBe(true);
    expect(isEmptyToken(`${token}\t`)).toBe(true);
  });

  it.each(['NONE', 'NaN', 'NULL', '#null!'])('the case of the word %j does not matter', (token) => {
    expect(isEmptyToken(token)).toBe(true);
  });

  const values = ['0', '---', '——', '//', 'N/A', '无', 'nano', '#NULL', '#N/A', 'null0', '\0', '-\t-', 'ﬀ'];
  it.each(values)('%j is something', (text) => {
    expect(isEmptyToken(text)).toBe(false);
  });
});

describe('cleaning a cell', () => {
  it.each([
    ['12.50\t', '12.50'],
    ['\ufeff订单号', '订单号'],
    [' \t\u00a0\u3000\ufeff\r\nA B\r\n\ufeff\u3000\u00a0\t ', 'A B'],
    ['="123"', '123'],
    ['="123"\t', '123'],
    ['=" 123\t"', '123'],
    ['=""', ''],
    ['="a""b"', 'a"b'],
    ["'123", '123'],
    ["'\t123", '123'],
    ['="\'123"', '123'],
    ["'", ''],
    ['', ''],
    ['\t', ''],
  ])('%j becomes %j', (text, cleaned) => {
    expect(cleanCell(text)).toBe(cleaned);
  });

  it.each(['="', '="a"&"b"', '=A1', '=1+1', '"123"', "12'3", "123'", '="123', 'a\tb', '\u200bx', '\0x'])(
    '%j is kept',
    (text) => {
      expect(cleanCell(text)).toBe(text);
    },
  );

  it('takes off one apostrophe only', () => {
    expect(cleanCell("''123")).toBe("'123");
  });

  it('finds again what was wrapped', () => {
    const bare = fc
      .string({ unit: 'binary' })
      .filter((text) => cleanCell(text) === text && !text.startsWith('='));
    fc.assert(
      fc.property(bare, fc.constantFrom('', ' ', '\t', '\u3000', '\r\n', '\ufeff'), (text, blank) => {
        expect(cleanCell(`${blank}${text}${blank}`)).toBe(text);
        expect(cleanCell(`${blank}="${text.replaceAll('"', '""')}"${blank}`)).toBe(text);
        expect(cleanCell(`${blank}'${text}`)).toBe(text);
      }),
    );
  });
});

describe('half width', () => {
  it.each([
    ['１２３，４５６．７８', '123,456.78'],
    ['￥（－１）', '¥(-1)'],
    ['2026年7月\u30001日\u00a0x', '2026年7月 1日 x'],
    ['０a９', '0a9'],
    ['￥12', '¥12'],
    ['！～', '!~'],
    ['\uff00\uff5f', '\uff00\uff5f'],
    ['abc', 'abc'],
    ['', ''],
  ])('%j becomes %j', (text, half) => {
    expect(halfWidth(text)).toBe(half);
  });

  it('keeps the length, and changes nothing twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const half = halfWidth(text);
        expect(half).toHaveLength(text.length);
        expect(halfWidth(half)).toBe(half);
      }),
    );
  });
});
