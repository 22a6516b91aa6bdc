// PL2: whose parcel was refused or goes back while its receipt is waited for; and OD8, which then says nothing.
import { describe, expect, it } from 'vitest';
import { receiptLate } from '../../src/rules/receipt-late.js';
import { refusedInTransit } from '../../src/rules/refused-in-transit.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { afterSale } from '../support/after-sale-rows.js';
import { checked, daysAgo, type Told } from '../support/audited-order.js';

const rule = refusedInTransit as OrderRule;
const late = receiptLate as OrderRule;
const sent = (days: number, more: Told = {}): Told => ({ open: 80, shipped: daysAgo(days), ...more });
const returning = [afterSale({ state: 'closed', returning: true })];

describe('refused or returned on its way', () => {
  it.each<[string, Told, boolean]>([
    ['on its way, by the logistics', sent(3, { returned: true }), true],
    ['on its way, by an after-sale', sent(3, { afterSales: returning }), true],
    [
      'on its way, an after-sale that says nothing of the parcel',
      sent(3, { afterSales: [afterSale({ state: 'closed' })] }),
      false,
    ],
    ['on its way, nothing is said', sent(3), false],
    ['receipt late', sent(30, { returned: true }), true],
    ['received', sent(30, { received: daysAgo(2), returned: true }), false],
    ['past due', sent(30, { received: daysAgo(20), returned: true }), false],
    ['not shipped', sent(0, { shipped: '', returned: true }), false],
    ['in an after-sale', sent(3, { frozen: true, returned: true }), false],
    ['nothing is open', sent(3, { open: 0, returned: true }), false],
    ['unproven', sent(3, { proven: false, returned: true }), true],
  ])('%s', (_, told, fires) => {
    expect(checked(rule, told)?.nextStep).toBe(fires ? 'platform' : undefined);
  });

  it.each([
    ['by the logistics', { returned: true }],
    ['by an after-sale', { afterSales: returning }],
  ])('tells of it alone where the receipt is late too: %s', (_, more) => {
    expect(checked(late, sent(30))).not.toBeNull();
    expect(checked(late, sent(30, more))).toBeNull();
    expect(checked(rule, sent(30, more))).not.toBeNull();
    expect(checked(late, sent(30, { afterSales: [afterSale({ state: 'closed' })] }))).not.toBeNull();
  });

  it('says when it was shipped, if anybody knows, and never that anything is owed', () => {
    const line = (told: Told) => rule.line(checked(rule, told)?.evidence ?? [], true);
    expect(line(sent(3, { returned: true }))).toEqual({
      zh: '07-17 发货，物流或售后单里写着拒收、退回或没派到',
      en: 'shipped 07-17; refused, going back or not handed over, by the logistics or an after-sale',
    });
    const judged = { stage: 'in-transit' as const };
    const { zh, en } = line({ open: 80, shipped: '', returned: true, judged });
    expect(zh).toMatch(/^物流/);
    expect(en).toMatch(/^refused/);
  });
});
