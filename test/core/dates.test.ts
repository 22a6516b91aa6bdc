import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  civilDay,
  dayOf,
  formatDate,
  formatTime,
  parseDate,
  parsePlainTime,
  parseTime,
  timeInFileName,
} from '../../src/core/dates.js';
import { BLANK, UNREADABLE } from '../../src/core/tokens.js';

/** Reads a text by the fast path, from the middle of a larger buffer whose neighbours are digits. */
function plain(text: string): number {
  const bytes = new TextEncoder().encode(`7${text}7`);
  return parsePlainTime(bytes, 1, bytes.length - 1);
}

const FIRST_DAY = Date.UTC(1900, 0, 1) / 86_400_000;
const LAST_DAY = Date.UTC(2999, 11, 31) / 86_400_000;
const LAST_SECOND = LAST_DAY * 86_400 + 86_399;
const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY });
const anySecond = fc.integer({ min: FIRST_DAY * 86_400, max: LAST_SECOND });
const two = (n: number) => String(n).padStart(2, '0');

describe('the calendar', () => {
  it('agrees with the Gregorian calendar of the language on every day from 1900 to 2999', () => {
    const wrong: number[] = [];
    for (let day = FIRST_DAY; day <= LAST_DAY; day++) {
      const date = new Date(day * 86_400_000);
      const text = date.toISOString().slice(0, 10);
      const number = civilDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
      if (number !== day || formatDate(day) !== text || parseDate(text) !== day) wrong.push(day);
    }
    expect(wrong).toEqual([]);
  });

  it('has exactly the days that the language has', () => {
    const wrong: string[] = [];
    for (let year = 1900; year <= 2999; year++) {
      for (let month = 0; month <= 13; month++) {
        const days = month === 0 || month === 13 ? 0 : new Date(Date.UTC(year, month, 0)).getUTCDate();
        for (const day of [0, 1, 28, 29, 30, 31, 32]) {
          const exists = day >= 1 && day <= days;
          if ((civilDay(year, month, day) !== UNREADABLE) !== exists) wrong.push(`${year}-${month}-${day}`);
        }
      }
    }
    expect(wrong).toEqual([]);
  });

  it('ends at the years 1900 and 2999', () => {
    expect(civilDay(1899, 12, 31)).toBe(UNREADABLE);
    expect(civilDay(1900, 1, 1)).toBe(-25567);
    expect(civilDay(2999, 12, 31)).toBe(376199);
    expect(civilDay(3000, 1, 1)).toBe(UNREADABLE);
  });
});

const JULY = 1_784_505_600; // 2026-07-20 00:00:00

describe('times as a cell holds them', () => {
  it.each([
    ['1970-01-01', 0],
    ['1970-01-01 00:00:01', 1],
    ['1969-12-31 23:59:59', -1],
    ['2026-07-20', JULY],
    ['2026-7-20', JULY],
    ['2026-07-20 10:09', JULY + 36_540],
    ['2026-7-20 9:05:00', JULY + 32_700],
    ['2026-07-20 10:09:23', JULY + 36_563],
    ['2026-07-20 00:00:00', JULY],
    ['2026-07-20 23:59:59', JULY + 86_399],
    ['2026-07-20T10:09:23', JULY + 36_563],
    ['2026-07-20T10:09:23.000', JULY + 36_563],
    ['2026-07-20T10:09:23.0', JULY + 36_563],
    ['2026/7/20', JULY],
    ['2026/07/20', JULY],
    ['2026/7/20 9:05', JULY + 32_700],
    ['2026/7/20 09:05', JULY + 32_700],
    ['2026/7/20 9:05:07', JULY + 32_707],
    ['2026年7月20日', JULY],
    ['2026年07月20日', JULY],
    ['2026年7月20日 9:05', JULY + 32_700],
    ['2026年7月20日 9:05:07', JULY + 32_707],
    ['２０２６－０７－２０　１０：０９：２３', JULY + 36_563],
    ['２０２６／７／２０', JULY],
    ['2026/7/20\u00a09:05', JULY + 32_700],
    ['2026-07-20 10:09:23\t', JULY + 36_563],
    ['="2026-07-20 10:09:23"', JULY + 36_563],
    ["'2026-07-20", JULY],
    ['2024-02-29', 1_709_164_800],
    ['2000-02-29', 951_782_400],
  ])('%j is second %d', (text, seconds) => {
    expect(parseTime(text)).toBe(seconds);
  });

  it.each(
    [
      [
        '2026-02-30',
        '2026-02-29',
        '1900-02-29',
        '2100-02-29',
        '2026-04-31',
        '2026-13-01',
        '2026-00-10',
        '2026-01-00',
      ],
      [
        '2026-02-30 10:00:00',
        '2026/2/30 1:00',
        '2026年2月30日',
        '2026-02-30T00:00:00',
        '2026/13/1',
        '2026年0月1日',
      ],
      [
        '2026-07-20 24:00:00',
        '2026-07-20 23:60:00',
        '2026-07-20 23:59:60',
        '2026/7/20 24:00',
        '2026/7/20 9:60',
      ],
      ['0000-00-00', '0000-00-00 00:00:00', '1899-12-31', '3000-01-01', '0026-07-20', '9999/1/1'],
      [
        '45123',
        '45123.5',
        '20260720',
        '1784512800',
        '1784512800000',
        '2026',
        '2026-',
        '2026-07',
        '7/20/2026',
      ],
      ['2026-07-20  10:09:23', '2026-07-2010:09:23', '20-07-2026'],
      [
        '2026-07-20T10:09',
        '2026-07-20T10:09:23Z',
        '2026-07-20T10:09:23+08:00',
        '2026-07-20t10:09:23',
        '2026-07-20T',
      ],
      [
        '2026-07-20T10:09:23.001',
        '2026-07-20T10:09:23.',
        '2026-07-20 10:09:23.000',
        '2026-07-20 10:09:23 '.repeat(2),
      ],
      [
        '2026/7/20 9',
        '2026/7/20 9:5',
        '2026/7/20 9:05:7',
        '2026/7/20 9:05:',
        '2026/7-20',
        '2026-07/20',
        '2026/7/200',
      ],
      [
        '2026/7/20 9:05 AM',
        '2026年7月20',
        '2026年7-20',
        '2026年7月20日9:05',
        '今天',
        '昨天 10:00',
        '-2026-07-20',
        '2026/7/20 009:05',
      ],
      [
        '2026.7.20',
        'a2026-07-20',
        '2026-07-20x',
        '2026-07-20\n10:09:23',
        '2026-07-20 10:09:23\t2026-07-21 00:00:00',
      ],
    ].flat(),
  )('%j is no time', (text) => {
    expect(parseTime(text)).toBe(UNREADABLE);
  });

  it.each(['', '\t', '-', '--', '—', '/', 'None', 'NaN', 'null', '#NULL!'])(
    '%j says that there is none',
    (text) => {
      expect(parseTime(text)).toBe(BLANK);
    },
  );

  it('reads every form of a time as the same second', () => {
    fc.assert(
      fc.property(anySecond, (seconds) => {
        const text = formatTime(seconds);
        const [year, month, day] = text.slice(0, 10).split('-').map(Number);
        const clock = text.slice(11);
        const shortClock = clock.replace(/^0/, '');
        expect(parseTime(text)).toBe(seconds);
        expect(parseTime(text.replace(' ', 'T'))).toBe(seconds);
        expect(parseTime(`${year}/${month}/${day} ${shortClock}`)).toBe(seconds);
        expect(parseTime(`${year}年${month}月${day}日 ${shortClock}`)).toBe(seconds);
        const wholeMinute = seconds - Number(clock.slice(6));
        expect(parseTime(`${year}/${month}/${day} ${shortClock.slice(0, -3)}`)).toBe(wholeMinute);
      }),
    );
  });
});

describe('the fast path on bytes', () => {
  it('reads back every time that we write', () => {
    fc.assert(
      fc.property(anySecond, (seconds) => {
        expect(plain(formatTime(seconds))).toBe(seconds);
      }),
    );
  });

  it.each(
    [
      [
        '',
        '2026-07-20',
        '2026/07/20 10:09:23',
        '2026-07-20T10:09:23',
        '2026-07-20 10:09:2',
        '2026-07-20 10:09:233',
      ],
      [
        '2026-02-30 10:09:23',
        '2026-07-20 24:00:00',
        '2026-07-20 10:60:00',
        '2026-07-20 10:09:60',
        '0000-00-00 00:00:00',
      ],
      [
        '1899-12-31 00:00:00',
        '3000-01-01 00:00:00',
        '2026-00-01 00:00:00',
        '2026-01-00 00:00:00',
        '2026-13-01 00:00:00',
      ],
    ].flat(),
  )('%j is left to the text path', (text) => {
    expect(plain(text)).toBe(UNREADABLE);
  });

  it('refuses every other byte in every place', () => {
    const good = '2026-07-20 10:09:23';
    for (let at = 0; at < good.length; at++) {
      for (const other of ['/', ':', ' ', '-', 'x', '\0', '٣']) {
        const bad = good.slice(0, at) + other + good.slice(at + 1);
        if (bad !== good) expect(plain(bad)).toBe(UNREADABLE);
      }
    }
  });

  it('agrees with the text path on texts of the right shape', () => {
    const digit = fc.constantFrom(...'00112233459');
    const digits = (n: number) => fc.string({ unit: digit, minLength: n, maxLength: n });
    const shape = fc.tuple(
      fc.constantFrom('20', '19', '29', '18', '30'),
      digits(2),
      digits(2),
      digits(2),
      digits(6),
    );
    let accepted = 0;
    fc.assert(
      fc.property(shape, ([century, year, month, day, clock]) => {
        const text = `${century}${year}-${month}-${day} ${clock.slice(0, 2)}:${clock.slice(2, 4)}:${clock.slice(4)}`;
        expect(plain(text)).toBe(parseTime(text));
        if (plain(text) !== UNREADABLE) accepted++;
      }),
      { numRuns: 5000 },
    );
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('days', () => {
  it.each([
    [0, 0],
    [86_399, 0],
    [86_400, 1],
    [-1, -1],
    [-86_400, -1],
    [-86_401, -2],
    [JULY + 86_399, 20_654],
  ])('second %d is on day %d', (seconds, day) => {
    expect(dayOf(seconds)).toBe(day);
  });

  it('keeps blank and unreadable as they are', () => {
    expect(dayOf(BLANK)).toBe(BLANK);
    expect(dayOf(UNREADABLE)).toBe(UNREADABLE);
  });

  it.each([
    '',
    '2026-7-20',
    '2026/07/20',
    '2026-07-20 ',
    ' 2026-07-20',
    '2026-07-20 10:09:23',
    '2026-02-30',
    '２026-07-20',
    '-',
  ])('%j is not a date as an option takes it', (text) => {
    expect(parseDate(text)).toBe(UNREADABLE);
  });

  it('are written with four digits of year to both ends', () => {
    expect(formatDate(-719_528)).toBe('0000-01-01');
    expect(formatDate(2_932_896)).toBe('9999-12-31');
    expect(formatDate(20_654)).toBe('2026-07-20');
  });

  it('are the day of the time that is written', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 86_399 }), (day, inDay) => {
        const clock = `${two(Math.floor(inDay / 3600))}:${two(Math.floor(inDay / 60) % 60)}:${two(inDay % 60)}`;
        expect(formatTime(day * 86_400 + inDay)).toBe(`${formatDate(day)} ${clock}`);
        expect(dayOf(day * 86_400 + inDay)).toBe(day);
      }),
    );
  });

  it.each([BLANK, UNREADABLE, 0.5, -719_529, 2_932_897])('day %d is refused as a mistake of ours', (day) => {
    expect(() => formatDate(day)).toThrow(RangeError);
  });

  it.each([BLANK, UNREADABLE, 0.5, -719_528 * 86_400 - 1, 2_932_897 * 86_400])(
    'second %d is refused as a mistake of ours',
    (seconds) => {
      expect(() => formatTime(seconds)).toThrow(RangeError);
    },
  );
});

describe('the time of export in a file name', () => {
  it.each([
    ['d92borders_export2026-07-20-10-09-23.csv', '2026-07-20 10:09:23'],
    ['pdd-mall-bill-detail(123456789)_2026-07-20-10-09-55_2175.csv', '2026-07-20 10:09:55'],
    ['orders_2026-07-20_10-09-23.csv', '2026-07-20 10:09:23'],
    ['订单20260720100923.csv', '2026-07-20 10:09:23'],
    ['订单2026-07-20.csv', '2026-07-20 23:59:59'],
    ['订单_20260720_2.csv', '2026-07-20 23:59:59'],
    ['orders2026-07-20-10-09-23 (1).csv', '2026-07-20 10:09:23'],
    ['123456789012_2026-07-20.csv', '2026-07-20 23:59:59'],
    ['20261320-2026-07-19-2026-07-20.csv', '2026-07-20 23:59:59'],
    ['orders 2026-06-01 - 2026-06-30.csv', '2026-06-30 23:59:59'],
    ['订单20260601-20260630.csv', '2026-06-30 23:59:59'],
    ['2026-06-30 back to 2026-06-01.csv', '2026-06-30 23:59:59'],
    ['2014-12-31 2015-01-01', '2015-01-01 23:59:59'],
    ['2100-01-01 2099-12-31-00-00-00', '2099-12-31 00:00:00'],
    ['2026-02-30 20260228', '2026-02-28 23:59:59'],
    ['20260720246060 20260719', '2026-07-19 23:59:59'],
    ['2026-07-20-24-00-00.csv', '2026-07-20 23:59:59'],
    ['2026-07-20-10-09-234.csv', '2026-07-20 23:59:59'],
    ['2026-07-20-2175.csv', '2026-07-20 23:59:59'],
    ['20260720-100923.csv', '2026-07-20 10:09:23'],
    ['2026-06-01_orders2026-07-20-10-09-23.csv', '2026-07-20 10:09:23'],
  ])('%j is from %s', (name, time) => {
    expect(timeInFileName(name)).toBe(parseTime(time));
  });

  it.each([
    '',
    '订单.csv',
    '120260720',
    '202607201',
    '2026072010092',
    '12026-07-20',
    '2026-07-201',
    '2026-7-2',
    '2026_07_20',
  ])('%j names no time', (name) => {
    expect(timeInFileName(name)).toBe(BLANK);
  });

  it('is found between any words', () => {
    const words = fc.string({ unit: fc.constantFrom(...'ab订单_()- .') });
    const seconds = fc.integer({ min: 1_420_070_400, max: 4_102_444_799 });
    fc.assert(
      fc.property(words, seconds, words, (before, time, after) => {
        const text = formatTime(time);
        expect(timeInFileName(`${before}${text.replace(/[: ]/g, '-')}${after}`)).toBe(time);
        expect(timeInFileName(`${before}${text.replace(/[: -]/g, '')}${after}`)).toBe(time);
      }),
    );
  });
});
