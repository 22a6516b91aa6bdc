// LG5: which waybills are one run, and at which figures a run is told.
import { describe, expect, it } from 'vitest';
import type { GatherRule } from '../../src/rules/rule.js';
import { waybillRuns } from '../../src/rules/waybill-runs.js';
import type { Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const BASE = 'YT76000005520';
/** An order with the waybill of this number, shipped so many minutes behind 10:00. */
const label = (number: number | string, minutes = 0, province = Number(number) % 3): Told => ({
  waybills: [Number(number)],
  province,
  shipped: `2026-07-10 10:${String(minutes).padStart(2, '0')}:00`,
});
const texts = (text: (waybill: number) => string) => ({ waybillText: text });
const drafts = (orders: readonly Told[], changed = {}, text = (waybill: number) => `${BASE}${waybill}`) =>
  gathered(waybillRuns as GatherRule, orders, changed, texts(text));

describe('a run of waybills', () => {
  it('is told from five numbers and three provinces on, in whatever order they come', () => {
    expect(drafts([14, 12, 10, 13, 11].map((number) => label(number)))).toMatchObject([
      { orders: [0, 1, 2, 3, 4] },
    ]);
    expect(drafts([10, 11, 12, 13].map((number) => label(number)))).toEqual([]);
    expect(drafts([10, 11, 12, 13, 14].map((number) => label(number, 0, number % 2)))).toEqual([]);
    expect(drafts([10, 11, 12, 13, 14].map((number) => label(number, 0, -1)))).toEqual([]);
  });

  it('ends where a number is missing, and where ten minutes are over', () => {
    expect(drafts([10, 11, 12, 14, 15, 16].map((number) => label(number)))).toEqual([]);
    const slow = (last: number) => [10, 11, 12, 13].map((number) => label(number)).concat(label(14, last));
    expect(drafts(slow(10))).toHaveLength(1);
    expect(drafts(slow(11))).toEqual([]);
    expect(drafts(slow(11), { minutes: 11 })).toHaveLength(1);
  });

  it('begins anew behind a cut', () => {
    const two = [10, 11, 12, 13, 14, 16, 17, 18, 19, 20].map((number) => label(number));
    expect(drafts([label(9, 59), ...two]).map(({ orders }) => orders)).toEqual([
      [1, 2, 3, 4, 5],
      [6, 7, 8, 9, 10],
    ]);
  });

  it('counts a number once, however many orders it is on', () => {
    const five = [10, 11, 12, 13, 13].map((number, i) => label(number, 0, i));
    expect(drafts(five)).toEqual([]);
    expect(drafts([...five, label(14)])).toMatchObject([{ orders: [0, 1, 2, 3, 4, 5] }]);
    const both = { ...label(10), waybills: [10, 11] };
    expect(drafts([both, label(12), label(13, 0, 2), label(14, 0, 0)])).toMatchObject([
      { orders: [0, 1, 2, 3] },
    ]);
  });

  it('needs one carrier and one length, and a time', () => {
    const five = [10, 11, 12, 13, 14].map((number) => label(number));
    expect(drafts(five, {}, (waybill) => `${waybill === 12 ? 'ZT' : 'YT'}76000005520${waybill}`)).toEqual([]);
    expect(drafts(five, {}, (waybill) => `${BASE}${waybill === 12 ? '0' : ''}${waybill}`)).toEqual([]);
    expect(drafts(five, {}, (waybill) => `YT-${waybill}`)).toEqual([]);
    expect(drafts(five.map((one) => ({ ...one, shipped: '' })))).toEqual([]);
  });

  it('compares numbers of twenty digits by their end', () => {
    const five = [10, 11, 12, 13, 14].map((number) => label(number));
    expect(drafts(five, {}, (waybill) => `990000000000000000${waybill}`)).toHaveLength(1);
    expect(drafts(five, {}, (waybill) => `99${waybill % 2}000000000000000${waybill}`)).toEqual([]);
  });

  it('takes what is set, and is off unless it is asked for', () => {
    const three = [10, 11, 12].map((number) => label(number));
    expect(drafts(three, { orders: 3 })).toHaveLength(1);
    expect(drafts(three, { orders: 3, provinces: 4 })).toEqual([]);
    expect(waybillRuns.off).toBe(true);
  });

  it('says how many, to where and how fast, and no number', () => {
    const [draft] = drafts([10, 11, 12, 13, 14].map((number) => label(number, number - 10)));
    expect(waybillRuns.line(draft!.evidence, false)).toEqual({
      zh: '5 个连号的单号，4 分钟内发往 3 个省',
      en: '5 waybills in one run, shipped to 3 provinces within 4 minutes',
    });
  });
});
