// Cells that are written: never a formula for a spreadsheet, and readable as the same text.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCell, guardFormula } from '../../src/core/csv-text.js';

describe('the guard against formulas', () => {
  it.each([
    '=1+1',
    '=cmd|"/c calc"!A1',
    '+86 138',
    '-1+1',
    '@SUM(A1)',
    '＝1+1',
    '＋1',
    '－1',
    '＠a',
    ' =1+1',
    '\u00a0=1+1',
    '\u3000=1+1',
    '\u200b=1+1',
    '\ufeff=1+1',
    '\u202e=1+1',
    '\u0001=1+1',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\0=1+1',
    '\tx',
    '\rx',
    '\nx',
    '\0x',
    '-',
    '--',
    '-1,234.50',
    '+5',
    '-5e3',
    '-5.',
    '=',
  ])('puts an apostrophe in front of %j', (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
  });

  it.each([
    '',
    '0',
    '12.50',
    '-12.50',
    '-0',
    '-7',
    '1=1',
    'a@b',
    '260601-100000000000001',
    '张三',
    '#REF!',
    "'=1",
    '5-3',
  ])('leaves %j alone', (text) => {
    expect(guardFormula(text)).toBe(text);
  });
});

describe('a cell', () => {
  it.each([
    ['plain', ',', 'plain'],
    ['a,b', ',', '"a,b"'],
    ['a,b', ';', 'a,b'],
    ['a;b', ';', '"a;b"'],
    ['a\tb', '\t', '"a\tb"'],
    ['say "hi"', ',', '"say ""hi"""'],
    ['a\nb', ',', '"a\nb"'],
    ['a\rb', ',', '"a\rb"'],
    ['=a,b', ',', '"\'=a,b"'],
    ['\t', '\t', '"\'\t"'],
    ['-12.50', ',', '-12.50'],
  ])('%j with delimiter %j is written %j', (text, delimiter, cell) => {
    expect(csvCell(text, delimiter)).toBe(cell);
  });

  it('reads back as the guarded text, whatever it holds', () => {
    const text = fc.string({ unit: fc.constantFrom(...'a"\',;\t\r\n\0=-1.元 ') });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 2, maxLength: 5 }),
        fc.constantFrom(',', ';', '\t'),
        (cells, d) => {
          const line = `${cells.map((cell) => csvCell(cell, d)).join(d)}\n`;
          expect(parse(line, { delimiter: d, record_delimiter: '\n' })).toEqual([cells.map(guardFormula)]);
        },
      ),
    );
  });
});
