// Phone numbers as keys: every way of writing one number is one key, and what is hidden is none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPhone } from '../../src/linkage/phones.js';

const numberOf = (cell: string, ...codes: string[]) => readPhone(cell, ...codes).number;

describe('a phone cell', () => {
  it.each([
    '19912345678',
    '199 1234 5678',
    '199-1234-5678',
    '+86 199-1234-5678',
    '+8619912345678',
    '8619912345678',
    '008619912345678',
    '１９９１２３４５６７８',
    '199—1234—5678',
    '19912345678/19987654321',
    '19912345678、0571-88881234',
  ])('reads a mobile number written %s', (cell) => {
    expect(readPhone(cell)).toEqual({ number: '19912345678', masked: false });
  });

  it.each([
    '18412345678-1234',
    '18412345678转1234',
    '18412345678 转 1234',
    '18412345678,1234',
    '18412345678，1234',
    '18412345678分机1234',
    '18412345678#1234',
    '18412345678x1234',
    '18412345678 ext.1234',
    '18412345678_1234',
    '18412345678[1234]',
    '184-1234-5678-1234',
    '+86 18412345678-1234',
  ])('keeps the extension of a virtual number written %s', (cell) => {
    expect(readPhone(cell)).toEqual({ number: '18412345678-1234', masked: false });
  });

  it.each([
    ...[
      '张三[1234]',
      '张三【1234】',
      '张三［１２３４］',
      '张三[转1234]',
      '张三【1234转】',
      '张三[分机:1234]',
    ],
    '青禾路12号听雨苑3-2-401[1234]',
  ])('takes the extension from %s', (code) => {
    expect(numberOf('18412345678', code)).toBe('18412345678-1234');
    expect(numberOf('18412345678', '张三', code)).toBe('18412345678-1234');
  });

  it('leaves a number with an extension of its own, and a landline, as they are', () => {
    expect(numberOf('18412345678-99', '张三[1234]')).toBe('18412345678-99');
    expect(numberOf('02188881234', '张三[1234]')).toBe('02188881234');
    expect(numberOf('', '张三[1234]')).toBe('');
  });

  it.each(['张三[12]', '张三[1234567]', '张三(1234)', '张三[东门]', '张三'])(
    'sees no extension in %s',
    (code) => {
      expect(numberOf('18412345678', code)).toBe('18412345678');
    },
  );

  it.each([
    ['0571-88881234', '057188881234'],
    ['057188881234', '057188881234'],
    ['(0571)88881234', '057188881234'],
    ['（0571）8888-1234', '057188881234'],
    ['+86-571-88881234', '057188881234'],
    ['021 8888 1234', '02188881234'],
    ['010-88881234', '01088881234'],
    ['0571-8888123-801', '05718888123-801'],
    ['0571-88881234转8', '057188881234-8'],
  ])('reads the landline %s', (cell, number) => {
    expect(readPhone(cell)).toEqual({ number, masked: false });
  });

  it.each([
    '199****5678',
    '199＊＊＊＊5678',
    '199xxxx5678',
    '199XXXX5678',
    '199####5678',
    '*',
    '1991234****',
  ])('knows that %s is masked', (cell) => {
    expect(readPhone(cell)).toEqual({ number: '', masked: true });
  });

  it.each([
    '',
    '1234',
    '1991234567',
    '199123456789',
    '12912345678',
    '400-123-4567',
    '+85291234567',
    '无',
    '张三',
  ])('sees no full number in %j', (cell) => {
    expect(readPhone(cell)).toEqual({ number: '', masked: false });
  });

  it.each(['13800000000', '13800138000', '18888888888', '+86 199-0000-0000', '13812345678', '15812345678'])(
    'knows that %s only fills the cell',
    (cell) => {
      expect(readPhone(cell)).toEqual({ number: '', masked: false });
    },
  );

  it('keeps a number of a pool that looks like a filler', () => {
    expect(numberOf('13812345678-1001')).toBe('13812345678-1001');
    expect(numberOf('13812345678', '张三[1001]')).toBe('13812345678-1001');
  });

  it('never makes one key of two numbers, however they are written', () => {
    const digits = fc.stringMatching(/^1[3-9]\d{9}$/).filter((number) => numberOf(number) !== '');
    const write = fc.constantFrom(
      (n: string) => n,
      (n: string) => `+86${n}`,
      (n: string) => `${n.slice(0, 3)}-${n.slice(3, 7)} ${n.slice(7)}`,
    );
    fc.assert(
      fc.property(digits, digits, write, write, (a, b, writeA, writeB) => {
        expect(numberOf(writeA(a)) === numberOf(writeB(b))).toBe(a === b);
      }),
    );
  });

  it('reads any text without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.string(), (cell, code) => {
        expect(numberOf(cell, code)).toMatch(/^(?:\d{10,12}(?:-\d{1,6})?)?$/);
      }),
    );
  });
});
