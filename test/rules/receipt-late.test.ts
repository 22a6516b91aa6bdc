// OD8: shipped long ago, receipt not confirmed, and never called late in payment.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptLate } from '../../src/rules/receipt-late.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked, daysAgo, type Told } from '../support/audited-order.js';

const rule = receiptLate as OrderRule;
const sent = (days: number, more: Told = {}): Told => ({ open: 80, shipped: daysAgo(days), ...more });

describe('receipt late', () => {
  it.each([
    ['15 days since shipping', sent(15), undefined],
    ['16 days since shipping', sent(16), 'low'],
    ['999.99 yuan', sent(16, { open: 999.99 }), 'low'],
    ['1,000.00 yuan', sent(16, { open: 1000 }), 'medium'],
    ['received', sent(30, { received: daysAgo(2) }), undefined],
    ['not shipped', sent(30, { shipped: '' }), undefined],
    ['in an after-sale', sent(30, { frozen: true }), undefined],
    ['settled', sent(30, { open: 0 }), undefined],
    ['unproven', sent(30, { proven: false }), 'low'],
  ])('%s', (_, told, severity) => {
    expect(checked(rule, told)?.severity).toBe(severity);
    expect(checked(rule, told)?.nextStep).toBe(severity && 'platform');
  });

  it('waits and grows as is set, but never before receipt is late at all', () => {
    expect(checked(rule, sent(20), { days: 20 })).toBeNull();
    expect(checked(rule, sent(21), { days: 20 })).not.toBeNull();
    expect(checked(rule, sent(11), { days: 1 })).toBeNull();
    expect(checked(rule, sent(12), { days: 1 })).not.toBeNull();
    expect(checked(rule, sent(16, { open: 50 }), { medium: 5000 })?.severity).toBe('medium');
    expect(checked(rule, sent(16, { open: 49.99 }), { medium: 5000 })?.severity).toBe('low');
  });

  it('says the same whether proven or not, without a word of lateness in payment', () => {
    const evidence = checked(rule, sent(16))?.evidence ?? [];
    const said = {
      zh: '07-04 发货，过了 16 天没确认收货',
      en: 'shipped 07-04, receipt not confirmed after 16 days',
    };
    expect(rule.line(evidence, false)).toEqual(said);
    expect(rule.line(evidence, true)).toEqual(said);
  });

  it('does not count public holidays, and says how many there were', () => {
    const holidays = (days: number) => checked(rule, sent(days), { days: 29 })?.evidence.find(isHolidays);
    const isHolidays = ({ name }: { name: string }) => name === 'holidays';
    // The Dragon Boat Festival, 06-19 to 06-21, was 31 to 29 days ago.
    expect(checked(rule, sent(32), { days: 29 })).toBeNull();
    expect(holidays(33)).toEqual({ kind: 'count', name: 'holidays', count: 3 });
    expect(checked(rule, sent(30), { days: 29 })).toBeNull();
    expect(checked(rule, sent(16))?.evidence.some(isHolidays)).toBe(false);
  });

  it('finds nothing more when it waits longer', () => {
    const days = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(days, days, days, (since, a, b) => {
        const found = (limit: number) => checked(rule, sent(since), { days: limit }) !== null;
        expect(found(Math.max(a, b)) && !found(Math.min(a, b))).toBe(false);
      }),
    );
  });
});
