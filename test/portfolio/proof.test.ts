import { describe, expect, it } from 'vitest';
import {
  controlForeign,
  controlGroup,
  controlHolds,
  learnLag,
  type OrdinaryOrder,
} from '../../src/portfolio/proof.js';

const NONE = Number.NaN;
const order = (receivedDay: number, incomeDay: number, more: Partial<OrdinaryOrder> = {}): OrdinaryOrder => ({
  receivedDay,
  shippedDay: NONE,
  incomeDay,
  disputed: false,
  ...more,
});
const many = (n: number, make: (i: number) => OrdinaryOrder) => Array.from({ length: n }, (_, i) => make(i));

describe('the lag of the money', () => {
  it('is the 99th percentile of at least 50 ordinary orders that settle after receipt', () => {
    const orders = [...many(99, (i) => order(100 + i, 101 + i)), order(100, 107)];
    expect(learnLag(orders, 2)).toMatchObject({ lagDays: 1, lagSource: 'learned' });
    expect(learnLag([...orders, order(100, 107)], 2).lagDays).toBe(7);
  });

  it('is the default with 49, and money from before the receipt says nothing', () => {
    const orders = [...many(49, (i) => order(100 + i, 101 + i)), order(100, 90)];
    expect(learnLag(orders, 2)).toMatchObject({ lagDays: 2, lagSource: 'default', shippingLagDays: NONE });
  });

  it('is learned from shipping where there are no receipt times', () => {
    const orders = many(50, (i) => order(NONE, 112 + i, { shippedDay: 100 + i }));
    expect(learnLag(orders, 15)).toMatchObject({ lagDays: 15, lagSource: 'default', shippingLagDays: 12 });
  });
});

describe('an income without a time', () => {
  it('is an income, and tells nothing of the lag', () => {
    const timeless = many(60, () => order(110, Number.POSITIVE_INFINITY));
    expect(learnLag(timeless, 2).lagSource).toBe('default');
    expect(controlGroup(timeless, [{ from: 100, to: 160 }], learnLag(timeless, 2), 11)).toMatchObject({
      orders: 60,
      rate: 1,
    });
  });
});

describe('the control group', () => {
  const periods = [{ from: 100, to: 160 }];
  const lag = { lagDays: 2, lagSource: 'learned', shippingLagDays: NONE } as const;

  it('counts undisputed orders whose receipt and lag are covered', () => {
    const orders = [
      ...many(30, () => order(110, 111)),
      order(99, NONE),
      order(159, NONE),
      order(110, NONE, { disputed: true }),
    ];
    expect(controlGroup(orders, periods, lag, 11)).toEqual({ orders: 30, rate: 1, waited: true });
  });

  it('takes all that were received on covered days when there are fewer than 30', () => {
    const orders = [...many(29, () => order(110, 111)), order(159, NONE)];
    expect(controlGroup(orders, periods, lag, 11)).toEqual({
      orders: 30,
      rate: 29 / 30,
      waited: false,
    });
  });

  it('without receipt times and a lag from shipping waits for the latest due date and the lag', () => {
    const late = 160 - 11 - 2;
    const settled = many(30, () => order(NONE, 158, { shippedDay: late }));
    const after = order(NONE, NONE, { shippedDay: late + 1 });
    expect(controlGroup([...settled, after], periods, lag, 11)).toMatchObject({ orders: 30, rate: 1 });
    expect(controlGroup([...settled, after], periods, { ...lag, shippingLagDays: 5 }, 11).orders).toBe(31);
  });

  it('is empty without ordinary orders', () => {
    expect(controlGroup([], periods, lag, 11)).toEqual({ orders: 0, rate: NONE, waited: false });
  });

  it('holds from 98 of 100 on, and is another shop’s below 50', () => {
    expect([0.98, 0.979].map((rate) => controlHolds({ orders: 30, rate }))).toEqual([true, false]);
    expect(controlHolds({ orders: 29, rate: 1 })).toBe(false);
    const foreign = (orders: number, rate: number, waited = true) => controlForeign({ orders, rate, waited });
    expect([foreign(30, 0.5), foreign(30, 0.499), foreign(29, 0)]).toEqual([false, true, false]);
    expect(foreign(30, 0, false)).toBe(false);
  });
});
