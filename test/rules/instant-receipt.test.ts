// LG3: hit and near miss of the hours, and everything that is none of its business.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantReceipt } from '../../src/rules/instant-receipt.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked, type Told } from '../support/audited-order.js';

const rule = instantReceipt as OrderRule;
const shipped = '2026-07-10 10:00:00';
const afar: Told = { waybills: [1], warehouse: 1, province: 2, shipped };

describe('received right after shipping', () => {
  it.each<[string, Told, boolean]>([
    ['a second before 6 hours', { ...afar, received: '2026-07-10 15:59:59' }, true],
    ['after 6 hours', { ...afar, received: '2026-07-10 16:00:00' }, false],
    ['in the same second', { ...afar, received: shipped }, true],
    ['5 minutes before shipping, by another clock', { ...afar, received: '2026-07-10 09:55:00' }, true],
    ['more than that before shipping', { ...afar, received: '2026-07-10 09:54:59' }, false],
    ['in the same province', { ...afar, province: 1, received: '2026-07-10 10:30:00' }, false],
    ['no warehouse known', { ...afar, warehouse: -1, received: '2026-07-10 10:30:00' }, false],
    ['no province known', { ...afar, province: -1, received: '2026-07-10 10:30:00' }, false],
    ['nothing that travels', { ...afar, waybills: [], received: '2026-07-10 10:30:00' }, false],
    ['not received', afar, false],
    ['no shipping time', { ...afar, shipped: '', received: '2026-07-10 10:30:00' }, false],
    [
      'a shipping day without a clock time',
      { ...afar, shipped: '2026-07-10 00:00:00', received: '2026-07-10 03:00:00' },
      false,
    ],
    [
      'a receipt day without a clock time',
      { ...afar, shipped: '2026-07-09 20:00:00', received: '2026-07-10 00:00:00' },
      false,
    ],
    ['several lines', { ...afar, received: '2026-07-10 10:30:00', judged: { lines: 2 } }, false],
    ['settled all the same', { ...afar, open: 0, received: '2026-07-10 10:30:00' }, true],
  ])('%s', (_, told, isFound) => {
    expect(checked(rule, told)?.nextStep).toBe(isFound ? 'review' : undefined);
  });

  it('fires within the hours that are set, and not at their end', () => {
    const told = { ...afar, received: '2026-07-10 12:00:00' };
    expect(checked(rule, told, { hours: 2 })).toBeNull();
    expect(checked(rule, { ...told, received: '2026-07-10 11:59:59' }, { hours: 2 })).not.toBeNull();
  });

  it('says how long it took, proven or not', () => {
    const evidence = (received: string) => checked(rule, { ...afar, open: 9, received })?.evidence ?? [];
    for (const unproven of [true, false]) {
      expect(rule.line(evidence('2026-07-10 10:40:00'), unproven)).toEqual({
        zh: '发往外省，40 分钟内就收货',
        en: 'received in another province within 40 minutes of shipping',
      });
      expect(rule.line(evidence('2026-07-10 13:30:00'), unproven).zh).toBe('发往外省，4 小时内就收货');
    }
  });

  it('adds nothing when fewer hours are asked for', () => {
    const minute = fc.integer({ min: 1, max: 1400 });
    fc.assert(
      fc.property(minute, fc.integer({ min: 1, max: 24 }), fc.nat(24), (minutes, hours, more) => {
        const [h, m] = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
        const told = { ...afar, shipped: '2026-07-10 00:00:01', received: `2026-07-10 ${h}:${m}:00` };
        if (checked(rule, told, { hours }) === null) return;
        expect(checked(rule, told, { hours: hours + more })).not.toBeNull();
      }),
    );
  });
});
