// What the platform owes is never booked against a buyer, and what is unproven makes nothing worse than medium.
import { describe, expect, it } from 'vitest';
import { buyerTotal } from '../../src/rules/buyer-total.js';
import { orderWhilePastDue } from '../../src/rules/order-while-past-due.js';
import { repeatPastDue } from '../../src/rules/repeat-past-due.js';
import { type GatherRule, stepByStage } from '../../src/rules/rule.js';
import { splitOrders } from '../../src/rules/split-orders.js';
import { daysAgo, pastDue, type Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const late = (order: number, more: Told = {}): Told => ({
  order,
  person: 1,
  open: 6000,
  ordered: daysAgo(30 + order),
  ...pastDue(20),
  ...more,
});
const again: Told = { order: 9, person: 1, open: 100, ordered: daysAgo(2), shipped: '' };

describe('the platform’s share alone', () => {
  it.each<[string, GatherRule, (platform: number) => Told[]]>([
    ['LU3', buyerTotal, (platform) => [late(0, { platform }), late(1, { platform })]],
    [
      'LU4',
      splitOrders,
      (platform) =>
        ['08', '09', '10'].map((hour, order) =>
          late(order, { open: 900, platform: platform && 900, ordered: `2026-06-20 ${hour}:00:00` }),
        ),
    ],
    ['OD6', repeatPastDue, (platform) => [late(0, { platform }), late(1, { platform })]],
    ['OD7', orderWhilePastDue, (platform) => [late(0, { platform }), again]],
  ])('is nothing to %s, where the same sum owed by the buyer is', (_, rule, told) => {
    expect(gathered(rule, told(6000))).toEqual([]);
    expect(gathered(rule, told(0))).toHaveLength(1);
  });
});

describe('a total of one buyer', () => {
  const severity = (...told: Told[]) => gathered(buyerTotal, told)[0]?.severity;

  it('is beyond medium by what is proven alone', () => {
    expect(severity(late(0, { open: 9998, proven: false }), late(1, { open: 5 }))).toBe('medium');
    expect(severity(late(0, { open: 9998, proven: false }), late(1, { open: 5000 }))).toBe('high');
    expect(severity(late(0, { open: 5000 }), late(1, { open: 5000 }))).toBe('critical');
  });
});

describe('what to do with an order past due', () => {
  it.each([
    [3, true, 'wait'],
    [4, true, 'remind'],
    [6, true, 'remind'],
    [7, true, 'platform'],
    [3, false, 'wait'],
    [4, false, 'review'],
    [90, false, 'review'],
  ] as const)('%d days, proven: %s: %s', (days, proven, step) => {
    expect(stepByStage('overdue', proven, days)).toBe(step);
  });
});
