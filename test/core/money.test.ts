import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatYuan, formatYuanGrouped, parseFen, parsePlainFen } from '../../src/core/money.js';
import { BLANK, isValue, UNREADABLE } from '../../src/core/tokens.js';

const MAX = Number.MAX_SAFE_INTEGER;

/** Reads a text by the fast path, from the middle of a larger buffer whose neighbours are digits. */
function plain(text: string): number {
  const bytes = new TextEncoder().encode(`7${text}7`);
  return parsePlainFen(bytes, 1, bytes.length - 1);
}

const PLAIN: readonly (readonly [string, number])[] = [
  ['0', 0],
  ['0.00', 0],
  ['-0', 0],
  ['-0.00', 0],
  ['12', 1200],
  ['12.5', 1250],
  ['12.50', 1250],
  ['12.05', 1205],
  ['-12.05', -1205],
  ['0.01', 1],
  ['-0.01', -1],
  ['0.29', 29],
  ['1.15', 115],
  ['1234567.89', 123456789],
  ['007.50', 750],
  ['9999999999999.99', 999999999999999],
];

const FULL: readonly (readonly [string, number])[] = [
  ['1,234.50', 123450],
  ['12,345,678', 1234567800],
  ['12.5000', 1250],
  ['12.5600', 1256],
  ['¥12.00', 1200],
  ['￥0', 0],
  ['¥1,299.90', 129990],
  ['12元', 1200],
  ['¥12.5 元', 1250],
  ['+12', 1200],
  ['+0', 0],
  ['-¥12.00', -1200],
  ['¥-12.00', -1200],
  ['¥ 12.00', 1200],
  ['- 12.00', -1200],
  ['-\u00a0¥\u300012.00', -1200],
  ['(12.00)', -1200],
  ['(¥1,234.5)', -123450],
  ['( 12.00元 )', -1200],
  ['(0.00)', 0],
  ['１，２３４．５０', 123450],
  ['￥１２元', 1200],
  ['（１２．００）', -1200],
  ['－１２', -1200],
  ['12.50\t', 1250],
  ['="12.50"', 1250],
  ["'12.50", 1250],
  ['90071992547409.91', MAX],
  ['-90071992547409.91', -MAX],
  ['90,071,992,547,409.91', MAX],
  ['00000000000000000000012', 1200],
];

const UNREADABLE_TEXTS = [
  ['1e5', '1E5', '1.2万', '1.2e3', 'Infinity', '0x10', 'abc', '一百', '½', '٣', '1\u200b2'],
  ['.', '1.', '.5', '-.5', '¥', '元', '+', '()', '(', ')', '-¥', '¥元', ','],
  ['--5', '+-5', '-+5', '-5-', '5-', '¥¥5', '5元元', '元5', '5¥', '¥5¥', '-¥-5', '(-5)', '(+5)', '((5))'],
  [
    '(5',
    '5)',
    '-(5)',
    '¥(5)',
    '(5)元',
    '69.900',
    '1.234',
    '1.23456',
    '12.5001',
    '12.5010',
    '1.00000',
    '1.2.3',
  ],
  [
    '1 2',
    '1 .5',
    '1. 5',
    '1\t2',
    '-\t12',
    '12\n34',
    '12.50\t13.50',
    '12.5 0',
    '1.a',
    '1.5a',
    '1.a5',
    '1.50:0',
  ],
  [
    '1,23',
    '1234,567',
    '12,34,567',
    ',123',
    '123,',
    '1,,234',
    '1,234,',
    '0,123',
    '1,2345',
    '1,234.5,0',
    '1,23.4',
  ],
  ['90071992547409.92', '90071992547410', '9007199254740993', '9'.repeat(20), '1'.repeat(400), '---', '#N/A'],
  [
    '$5',
    '5 USD',
    '5%',
    'true',
    '12:30',
    '2026-07-20',
    '1/2',
    '12,5',
    '/5',
    '1/',
    '1:',
    '.:0',
    '1.:0',
    '1.0/',
    '1.0:',
    '1.:',
  ],
].flat();

describe('amounts as a cell holds them', () => {
  it.each([...PLAIN, ...FULL])('%j is %d fen', (text, fen) => {
    expect(parseFen(text)).toBe(fen);
  });

  it.each(UNREADABLE_TEXTS)('%j is no amount', (text) => {
    expect(parseFen(text)).toBe(UNREADABLE);
  });

  it.each(['', '\t', ' ', '-', '--', '—', '/', 'None', 'nan', 'NaN', 'null', '#NULL!', '=""', "'"])(
    '%j says that there is none, which is not 0',
    (text) => {
      expect(parseFen(text)).toBe(BLANK);
    },
  );

  it('never is anything but whole safe fen, blank or unreadable', () => {
    const glyphs = fc.constantFrom(...'0123456789,.-+()¥￥元 \t０９，．（）万e');
    fc.assert(
      fc.property(fc.string({ unit: glyphs, maxLength: 24 }), (text) => {
        const fen = parseFen(text);
        expect(Number.isSafeInteger(fen) || Number.isNaN(fen) || fen === UNREADABLE).toBe(true);
        expect(Object.is(fen, -0)).toBe(false);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('the fast path on bytes', () => {
  it.each(PLAIN)('%j is %d fen', (text, fen) => {
    expect(plain(text)).toBe(fen);
  });

  it.each([
    ...UNREADABLE_TEXTS,
    '',
    '-',
    '+1',
    '1,234',
    '¥1',
    '12.5000',
    ' 1',
    '1 ',
    '10000000000000',
    '-99999999999999',
  ])('%j is left to the text path', (text) => {
    expect(plain(text)).toBe(UNREADABLE);
  });

  it('leaves an empty range at the end of the buffer to the text path', () => {
    expect(parsePlainFen(new Uint8Array(0), 0, 0)).toBe(UNREADABLE);
    expect(parsePlainFen(Uint8Array.of(0x2d), 0, 1)).toBe(UNREADABLE);
    expect(parsePlainFen(Uint8Array.of(0x31, 0x2e), 0, 2)).toBe(UNREADABLE);
  });

  it('agrees with the text path on everything that it accepts', () => {
    const glyphs = fc.constantFrom(...'0123456789', '.', '-', ',', '0', '.', '/', ':');
    let accepted = 0;
    fc.assert(
      fc.property(fc.string({ unit: glyphs, maxLength: 18 }), (text) => {
        const fen = plain(text);
        if (fen === UNREADABLE) return;
        accepted++;
        expect(fen).toBe(parseFen(text));
      }),
      { numRuns: 10_000 },
    );
    expect(accepted).toBeGreaterThan(500);
  });

  it('accepts every amount of up to 13 digits of yuan that we write', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999999999999999, max: 999999999999999 }), (fen) => {
        expect(plain(formatYuan(fen))).toBe(fen);
      }),
    );
  });
});

describe('amounts as text', () => {
  it.each([
    [0, '0.00', '0.00'],
    [-0, '0.00', '0.00'],
    [5, '0.05', '0.05'],
    [-5, '-0.05', '-0.05'],
    [9, '0.09', '0.09'],
    [10, '0.10', '0.10'],
    [50, '0.50', '0.50'],
    [100, '1.00', '1.00'],
    [99999, '999.99', '999.99'],
    [-99999, '-999.99', '-999.99'],
    [123450, '1234.50', '1,234.50'],
    [-123450, '-1234.50', '-1,234.50'],
    [100000000, '1000000.00', '1,000,000.00'],
    [12345678900, '123456789.00', '123,456,789.00'],
    [MAX, '90071992547409.91', '90,071,992,547,409.91'],
    [-MAX, '-90071992547409.91', '-90,071,992,547,409.91'],
  ])('%d fen is %s, for people %s', (fen, file, people) => {
    expect(formatYuan(fen)).toBe(file);
    expect(formatYuanGrouped(fen)).toBe(people);
  });

  it.each([BLANK, UNREADABLE, -UNREADABLE, 0.5, MAX + 1])('%d is refused as a mistake of ours', (fen) => {
    expect(() => formatYuan(fen)).toThrow(RangeError);
    expect(() => formatYuanGrouped(fen)).toThrow(RangeError);
  });

  it('is read back to the same fen, in every dress', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (fen) => {
        const grouped = formatYuanGrouped(fen);
        for (const text of [
          formatYuan(fen),
          grouped,
          `¥${grouped}`,
          `${grouped}元`,
          `${grouped}00`,
          `\t${grouped} `,
        ]) {
          expect(parseFen(text)).toBe(fen === 0 ? 0 : fen);
        }
        const size = formatYuanGrouped(Math.abs(fen));
        expect(parseFen(`(${size})`)).toBe(fen === 0 ? 0 : -Math.abs(fen));
        const wide = grouped.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
        expect(parseFen(wide)).toBe(fen === 0 ? 0 : fen);
        expect(isValue(parseFen(`${grouped}1`))).toBe(false);
      }),
    );
  });
});
