import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '../../src/core/dates.js';
import {
  dayInOrderId,
  endsRounded,
  isLongNumber,
  isPlainOrderId,
  judgeOrderId,
} from '../../src/core/order-id.js';
import { BLANK } from '../../src/core/tokens.js';

/** Asks a byte test about a text in the middle of a larger buffer whose neighbours are digits. */
function ask(test: (bytes: Uint8Array, start: number, end: number) => boolean, text: string): boolean {
  const bytes = new TextEncoder().encode(`00${text}00`);
  return test(bytes, 2, bytes.length - 2);
}

describe('the judgement on an order number', () => {
  it.each([
    '260719-118840263391207',
    '2412345678901234',
    '12345678',
    'AB12',
    'a-b_',
    'Z9z0',
    'x'.repeat(64),
    '9_--',
  ])('%j is ok', (text) => {
    expect(judgeOrderId(text)).toBe('ok');
  });

  it.each(['', '-', '--', '—', '/', 'None', 'nan', 'null', '#NULL!'])('%j is missing', (text) => {
    expect(judgeOrderId(text)).toBe('missing');
  });

  it.each(
    [
      [
        '2.60531E+14',
        '2.60531e14',
        '2.6E+14',
        '2E+14',
        '1234.0',
        '1234.',
        '260719-118840263391207.0',
        '2,605,310',
      ],
      ['123', '1', 'abc', 'x'.repeat(65), '-1234', '_1234', '---', '-AB12'],
      [
        '1234 5678',
        '1234\t5678',
        '1234\n',
        '订单1234',
        '１２３４５',
        '12345é',
        '1234\u200b',
        '12\x034',
        '123/4',
        '123:4',
      ],
      [
        '123@4',
        '123[4',
        '123`4',
        '123{4',
        '12345\u212a',
        '#N/A!',
        '=1234',
        "'1234",
        '1234;5678',
        '#VALUE!',
        '1234\ufffd',
      ],
    ].flat(),
  )('%j is damaged', (text) => {
    expect(judgeOrderId(text)).toBe('damaged');
  });

  it('says ok for exactly the allowed characters and lengths', () => {
    const glyphs = fc.constantFrom(...'09azAZ-_', '/', ':', '@', '[', '`', '{', '.', '+', 'é', '\0');
    const allowed = /^[0-9A-Za-z][-_0-9A-Za-z]{3,63}$/;
    const word = fc.string({ unit: fc.constantFrom(...'09azAZ-_'), minLength: 2, maxLength: 67 });
    fc.assert(
      fc.property(fc.oneof(word, fc.string({ unit: glyphs, minLength: 2, maxLength: 8 })), (text) => {
        // "None", "nan" and "null" cannot be made of these characters.
        if (text !== '--') expect(judgeOrderId(text)).toBe(allowed.test(text) ? 'ok' : 'damaged');
      }),
      { numRuns: 2000 },
    );
  });
});

describe('the fast path on bytes', () => {
  it.each(['260719-118840263391207', '12345678', '2'.repeat(22), '1'.repeat(32)])(
    '%j is taken as it is',
    (text) => {
      expect(ask(isPlainOrderId, text)).toBe(true);
      expect(judgeOrderId(text)).toBe('ok');
    },
  );

  it.each(
    [
      [
        '',
        '-',
        '1234567',
        '1'.repeat(33),
        '260719-11884026339120',
        '260719-1188402633912071',
        '26071-9118840263391207',
      ],
      [
        '260719-11884026339120x',
        'x60719-118840263391207',
        '260719_118840263391207',
        '26071/-118840263391207',
      ],
      ['260719--18840263391207', '1234567/', ':2345678', 'abcdefgh', '2.60531E+14', '订单号', '12345678\t'],
    ].flat(),
  )('%j is left to the text path', (text) => {
    expect(ask(isPlainOrderId, text)).toBe(false);
  });

  it('takes only what the text path calls ok', () => {
    const glyphs = fc.constantFrom(...'0123456789', '0', '9', '-');
    const word = fc.string({ unit: glyphs, minLength: 6, maxLength: 34 });
    const dated = fc
      .tuple(fc.stringMatching(/^\d{6}$/), fc.stringMatching(/^\d{14,16}$/))
      .map((p) => p.join('-'));
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(word, dated), (text) => {
        if (!ask(isPlainOrderId, text)) return;
        accepted++;
        expect(judgeOrderId(text)).toBe('ok');
      }),
      { numRuns: 2000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('the day in an order number', () => {
  it.each([
    ['260719-118840263391207', '2026-07-19'],
    ['000229-1', '2000-02-29'],
    ['991231-', '2099-12-31'],
  ])('%j was ordered on %s', (id, date) => {
    expect(formatDate(dayInOrderId(id))).toBe(date);
  });

  it.each([
    '',
    '260719',
    '260719118840263391207',
    '260732-118840263391207',
    '260229-1',
    '261301-1',
    '000000-1',
    '26071-9',
    '26a719-1',
    '2 0719-1',
    '+60719-1',
    '260719_1',
    '2607-19-1',
    '26071:-1',
  ])('%j holds no day', (id) => {
    expect(dayInOrderId(id)).toBe(BLANK);
  });
});

describe('long numbers that Excel would round', () => {
  it.each([
    ['2605310000000000', true, true],
    ['2605310000000001', true, false],
    ['2605310000000009', true, false],
    ['260531000000000', false, false],
    ['2605310000000000000000000000', true, true],
    ['260719-1188402633912070', false, false],
    ['26053100000000x0', false, false],
    ['260531000000000x', false, false],
    ['', false, false],
  ])('%j: long %j, ends rounded %j', (text, long, rounded) => {
    expect(ask(isLongNumber, text)).toBe(long);
    expect(ask(endsRounded, text)).toBe(rounded);
  });
});
