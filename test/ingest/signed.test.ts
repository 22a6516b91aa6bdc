// What couriers write of a parcel that was signed for, and of one that was not.
import { describe, expect, it } from 'vitest';
import { formatTime, parseTime } from '../../src/core/dates.js';
import { signedAt } from '../../src/ingest/signed.js';

const SHIPPED = parseTime('2026-07-01 08:00:00');
const read = (text: string) => {
  const time = signedAt(text, SHIPPED);
  return Number.isNaN(time) ? '' : formatTime(time);
};

describe('signed for', () => {
  it.each([
    ['2026-07-10 12:30:00 快件已签收，签收人：本人', '2026-07-10 12:30:00'],
    ['【杭州市】已签收 2026/7/10 12:30', '2026-07-10 12:30:00'],
    [
      '2026-07-08 09:00:00 已揽收；2026-07-10 12:30:00 已代签收；2026-07-12 08:00:00 感谢使用',
      '2026-07-10 12:30:00',
    ],
    ['您的快件已由菜鸟驿站代签收', '2026-07-01 08:00:00'],
    ['2026-13-40 12:30:00 已签收', '2026-07-01 08:00:00'],
    ['2026-07-10 12:30:00 快件待签收', ''],
    ['2026-07-10 12:30:00 未签收，明日再派', ''],
    ['2026-07-10 12:30:00 派送中，请签收', ''],
    ['2026-07-10 12:30:00 签收失败', ''],
    ['2026-07-10 12:30:00 收件人拒收，已由发件人签收', ''],
    ['', ''],
  ])('%s', (text, time) => {
    expect(read(text)).toBe(time);
  });
});
