// PL4: two after-sales withdrawn, or one open for 15 days, of an order that is not collected.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AfterSaleRow } from '../../src/portfolio/after-sales-of.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { unsettledAfterSale } from '../../src/rules/unsettled-after-sale.js';
import { afterSale } from '../support/after-sale-rows.js';
import { checked, daysAgo, pastDue, type Told } from '../support/audited-order.js';

const rule = unsettledAfterSale as OrderRule;
const closed = afterSale({ state: 'closed' });
const opened = (days: number) => afterSale({ state: 'open', applied: daysAgo(days) });
const order = (afterSales: readonly AfterSaleRow[], more: Told = {}): Told => ({
  open: 80,
  ...pastDue(20),
  afterSales,
  ...more,
});

describe('after-sales back and forth', () => {
  it.each<[string, Told, string | undefined]>([
    ['one withdrawn', order([closed]), undefined],
    ['two withdrawn', order([closed, closed]), 'review'],
    ['one withdrawn and one refunded in part', order([closed, afterSale({ yuan: 5 })]), undefined],
    ['open for 14 days', order([opened(14)], { frozen: true }), undefined],
    ['open for 15 days', order([opened(15)], { frozen: true }), 'platform'],
    ['open for 15 days, and ended by a later export of the orders', order([opened(15)]), undefined],
    ['two open, the older one for 15 days', order([opened(3), opened(15)], { frozen: true }), 'platform'],
    ['one withdrawn, one open for 14 days', order([closed, opened(14)], { frozen: true }), undefined],
    ['two withdrawn and one open for 3 days', order([closed, closed, opened(3)], { frozen: true }), 'review'],
    [
      'open since nobody knows when',
      order([afterSale({ state: 'open', applied: '' })], { frozen: true }),
      undefined,
    ],
    [
      'in a state that nobody knows for 15 days',
      order([afterSale({ state: 'open', isStateUnknown: true, applied: daysAgo(15) })], { frozen: true }),
      undefined,
    ],
    ['two withdrawn, and collected', order([closed, closed], { open: 0 }), undefined],
    ['two withdrawn, and only the platform owes', order([closed, closed], { platform: 80 }), undefined],
    ['without after-sales', order([]), undefined],
  ])('%s', (_, told, step) => {
    expect(checked(rule, told)?.nextStep).toBe(step);
  });

  it('counts from what is set', () => {
    expect(checked(rule, order([closed, closed]), { rows: 3 })).toBeNull();
    expect(checked(rule, order([closed, closed, closed]), { rows: 3 })).not.toBeNull();
    expect(checked(rule, order([opened(29)], { frozen: true }), { days: 30 })).toBeNull();
    expect(checked(rule, order([opened(30)], { frozen: true }), { days: 30 })).not.toBeNull();
  });

  it('is shown only what is proven', () => {
    expect(rule.needs).toEqual(['after-sales', 'proof']);
  });

  it('says how often and for how long', () => {
    const line = (told: Told) => rule.line(checked(rule, told)?.evidence ?? [], false);
    expect(line(order([closed, closed]))).toEqual({
      zh: '售后撤销或关闭 2 次',
      en: '2 after-sales withdrawn or closed',
    });
    expect(line(order([opened(15)], { frozen: true }))).toEqual({
      zh: '一个售后开着 15 天',
      en: 'one open for 15 days',
    });
    expect(line(order([closed, opened(16)], { frozen: true })).zh).toBe(
      '售后撤销或关闭 1 次，一个售后开着 16 天',
    );
  });

  it('finds nothing more when more is asked for', () => {
    const limits = fc.record({ rows: fc.integer({ min: 2, max: 5 }), days: fc.integer({ min: 1, max: 40 }) });
    const rows = fc.array(fc.oneof(fc.constant(closed), fc.nat(40).map(opened)), { maxLength: 6 });
    fc.assert(
      fc.property(rows, limits, limits, (afterSales, a, b) => {
        const higher = { rows: Math.max(a.rows, b.rows), days: Math.max(a.days, b.days) };
        if (checked(rule, order(afterSales, { frozen: true }), higher) === null) return;
        expect(checked(rule, order(afterSales, { frozen: true }), a)).not.toBeNull();
      }),
    );
  });
});
