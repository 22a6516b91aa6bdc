// Terminal text: nothing is obeyed, nothing is wider than asked, nothing but blanks is lost.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanForTerminal,
  cut,
  cutCharacters,
  padEnd,
  padStart,
  width,
  wrap,
} from '../../src/report/text.js';

const mixed = fc.string({
  unit: fc.constantFrom(
    ...[
      'a',
      'Z',
      '7',
      '-',
      '_',
      ' ',
      ' ',
      '，',
      '。',
      '元',
      '单',
      '中',
      '文',
      '「',
      '」',
      '(',
      ')',
      '👍',
      '👨‍👩‍👧',
      'é',
      'e\u0301',
      '한',
    ],
  ),
  maxLength: 200,
});
const anything = fc.string({ unit: 'binary', maxLength: 60 });

describe('cleanForTerminal', () => {
  it.each([
    ['\x1b[31mred\x1b[0m', '\\x1b[31mred\\x1b[0m'],
    ['\x1b]0;title\x07', '\\x1b]0;title\\x07'],
    ['a\x9bb', 'a\\x9bb'],
    ['a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
    ['a\u200bb\ufeffc', 'a\\u200bb\\ufeffc'],
    ['1\t2\r\n3\x00', '1\\t2\\r\\n3\\x00'],
    ['a\u2028b\u00adc', 'a\\u2028b\\xadc'],
    ['a\u{e0041}b', 'a\\u{e0041}b'],
    ['a\ud800b', 'a\\ud800b'],
    ['D:\\导出\\x1.csv 张三', 'D:\\导出\\x1.csv 张三'],
  ])('shows %j as %j', (text, shown) => {
    expect(cleanForTerminal(text)).toBe(shown);
  });

  it('leaves nothing that a terminal obeys or hides', () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(cleanForTerminal(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u115f\u3164]/u);
      }),
    );
  });
});

describe('width and padding', () => {
  it('counts Chinese and emoji as two, colour as none', () => {
    expect(width('先用后付 ok')).toBe(11);
    expect(width('👨‍👩‍👧')).toBe(2);
    expect(width('\x1b[1m元\x1b[22m')).toBe(2);
  });

  it('pads by columns and leaves longer texts', () => {
    expect(padEnd('元', 4)).toBe('元  ');
    expect(padStart('元', 4)).toBe('  元');
    expect(padEnd('先用后付', 4)).toBe('先用后付');
  });
});

describe('cut', () => {
  it('cuts between characters and marks it', () => {
    expect(cut('先用后付', 8)).toBe('先用后付');
    expect(cut('先用后付', 7)).toBe('先用后…');
    expect(cut('先用后付', 7, true)).toBe('先用..');
    expect(cut('👨‍👩‍👧👨‍👩‍👧', 3)).toBe('👨‍👩‍👧…');
    expect(cut('abc', 1, true)).toBe('.');
    expect(cut('abc', 0)).toBe('');
  });

  it('is never wider than asked', () => {
    fc.assert(
      fc.property(mixed, fc.nat(40), fc.boolean(), (text, columns, ascii) => {
        expect(width(cut(text, columns, ascii))).toBeLessThanOrEqual(columns);
      }),
    );
  });

  it('counts characters, not code units', () => {
    expect(cutCharacters('👍👍👍👍', 4)).toBe('👍👍👍👍');
    expect(cutCharacters('👍👍👍👍👍', 4)).toBe('👍👍..');
  });
});

describe('wrap', () => {
  it('keeps figures, ids and their units together', () => {
    expect(wrap('共 260719-118840263391207 这单', 24)).toEqual(['共', '260719-118840263391207', '这单']);
    expect(wrap('一共是 1,234.50 元', 14)).toEqual(['一共是', '1,234.50 元']);
  });

  it('breaks Chinese anywhere but before closing and behind opening signs', () => {
    expect(wrap('先用后付，对上了', 8)).toEqual(['先用后', '付，对上', '了']);
    expect(wrap('看看「订单」吧', 6)).toEqual(['看看', '「订', '单」吧']);
  });

  it('breaks what is longer than a line, and only that', () => {
    expect(wrap('x 1234567890', 6)).toEqual(['x', '123456', '7890']);
  });

  it('indents the lines after the first', () => {
    expect(wrap('  一二三四五六', 8, 4)).toEqual(['  一二三', '    四五', '    六']);
  });

  it('is never wider than asked, and loses nothing but blanks', () => {
    fc.assert(
      fc.property(mixed, fc.integer({ min: 8, max: 60 }), fc.nat(4), (text, columns, indent) => {
        const lines = wrap(text, columns, indent);
        for (const line of lines) expect(width(line)).toBeLessThanOrEqual(columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
      { numRuns: 1000 },
    );
  });

  it('takes linear time for long words', () => {
    expect(wrap('x'.repeat(200_000), 80)).toHaveLength(2500);
  });
});
