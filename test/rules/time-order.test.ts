// LG2: every pair of times, the difference of clocks, and days without a clock time.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OrderRule } from '../../src/rules/rule.js';
import { timeOrder } from '../../src/rules/time-order.js';
import { checked, type Told } from '../support/audited-order.js';

const rule = timeOrder as OrderRule;
const ordered = '2026-07-10 10:00:00';

const judged = (lines: number): Pick<Told, 'judged'> => ({ judged: { lines } });

describe('times in the wrong order', () => {
  it.each<[string, Told, string[] | undefined]>([
    [
      'shipped 5 minutes and a second early',
      { ordered, shipped: '2026-07-10 09:54:59' },
      ['ordered-at', 'shipped-at'],
    ],
    ['shipped 5 minutes early', { ordered, shipped: '2026-07-10 09:55:00' }, undefined],
    ['shipped at once', { ordered, shipped: ordered }, undefined],
    [
      'received before shipping',
      { ordered, shipped: '2026-07-12 10:00:00', received: '2026-07-12 09:54:59' },
      ['shipped-at', 'received-at'],
    ],
    [
      'received 5 minutes before shipping',
      { ordered, shipped: '2026-07-12 10:00:00', received: '2026-07-12 09:55:00' },
      undefined,
    ],
    [
      'received before the order, without a shipping time',
      { ordered, shipped: '', received: '2026-07-10 09:00:00' },
      ['ordered-at', 'received-at'],
    ],
    [
      'the widest of several',
      { ordered, shipped: '2026-07-10 09:00:00', received: '2026-07-10 08:30:00' },
      ['ordered-at', 'received-at'],
    ],
    ['everything in order', { ordered, shipped: '2026-07-11', received: '2026-07-14' }, undefined],
    ['no shipping time', { ordered, shipped: '' }, undefined],
    ['no time of the order', { ordered: '', shipped: '2026-07-11' }, undefined],
    ['shipped the same day, without a clock time', { ordered, shipped: '2026-07-10 00:00:00' }, undefined],
    [
      'shipped the day before, without a clock time',
      { ordered, shipped: '2026-07-09 00:00:00' },
      ['ordered-at', 'shipped-at'],
    ],
    ['ordered on a day, shipped on it', { ordered: '2026-07-10 00:00:00', shipped: ordered }, undefined],
    [
      'settled all the same',
      { open: 0, ordered, shipped: '2026-07-10 09:00:00' },
      ['ordered-at', 'shipped-at'],
    ],
    [
      'one line received before another is shipped',
      { ordered, shipped: '2026-07-12 10:00:00', received: '2026-07-11 10:00:00', ...judged(2) },
      undefined,
    ],
    [
      'several lines, shipped before the order',
      { ordered, shipped: '2026-07-10 09:00:00', ...judged(2) },
      ['ordered-at', 'shipped-at'],
    ],
  ])('%s', (_, told, times) => {
    const draft = checked(rule, told);
    expect(draft?.evidence.filter(({ kind }) => kind === 'time').map(({ name }) => name)).toEqual(times);
    expect(draft?.nextStep).toBe(times === undefined ? undefined : 'review');
  });

  it('takes the difference of clocks that is set', () => {
    const told = { ordered, shipped: '2026-07-10 09:50:00' };
    expect(checked(rule, told, { minutes: 10 })).toBeNull();
    expect(checked(rule, told, { minutes: 9 })).not.toBeNull();
  });

  it('names the two times, proven or not', () => {
    const shipped = checked(rule, { open: 9, ordered, shipped: '2026-07-10 09:13:00' })?.evidence ?? [];
    expect(rule.line(shipped, false)).toEqual({
      zh: '07-10 09:13 发货，早于 07-10 10:00 下单',
      en: 'shipped 07-10 09:13, before it was ordered 07-10 10:00',
    });
    const received = checked(rule, { ordered, shipped: '2026-07-12', received: '2026-07-12 08:00:00' });
    expect(rule.line(received?.evidence ?? [], true)).toEqual({
      zh: '07-12 08:00 收货，早于 07-12 10:00 发货',
      en: 'received 07-12 08:00, before it was shipped 07-12 10:00',
    });
    expect(shipped).toContainEqual({ kind: 'count', name: 'minutes', count: 47 });
  });

  it('adds nothing when more minutes are allowed', () => {
    const clock = fc.integer({ min: 10, max: 59 }).map((minute) => `2026-07-10 10:${minute}:00`);
    fc.assert(
      fc.property(clock, clock, clock, fc.nat(60), fc.nat(60), (at, shipped, received, minutes, more) => {
        const told = { ordered: at, shipped, received };
        if (checked(rule, told, { minutes: minutes + more }) === null) return;
        expect(checked(rule, told, { minutes })).not.toBeNull();
      }),
    );
  });
});
