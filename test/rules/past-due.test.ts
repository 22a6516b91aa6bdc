// OD1 and OD2: the band from day 4 to the 30-day line, what to do on which day, and what is said of the unproven.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Judgement } from '../../src/portfolio/judgement.js';
import { pastDue as rule } from '../../src/rules/past-due.js';
import { lateEvidence } from '../../src/rules/past-due-bands.js';
import { figure } from '../../src/rules/rule.js';
import { shortTime } from '../../src/rules/words.js';
import { auditedOrder, daysAgo, pastDue, type Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';

const late = (days: number, more: Told = {}): Told => ({ open: 80, ...pastDue(days), ...more });
const one = (told: Told, changed = {}) => gathered(rule, [told], changed)[0];

/** An order whose money is partly there: what has come in, and how much of the rest the platform owes. */
function partly(days: number, open: number, platform: number): Told {
  const told = late(days, { open, receivable: 100 });
  const { money } = auditedOrder(told).judged;
  const judged: Partial<Judgement> = {
    collection: 'part-settled',
    money: { ...money, outstandingPlatform: platform * 100 },
  };
  return { ...told, judged };
}

describe('past due', () => {
  it.each([
    ['3 days: observed only', late(3), undefined],
    ['4 days: a reminder', late(4), 'remind'],
    ['6 days: still a reminder', late(6), 'remind'],
    ['7 days: the platform', late(7), 'platform'],
    ['30 days: still this rule', late(30), 'platform'],
    ['31 days: the next rule', late(31), undefined],
    ['an open after-sale stops the clock', late(20, { frozen: true }), undefined],
    ['a wrong date', late(20, { invalid: true }), undefined],
    ['settled', late(20, { open: 0 }), undefined],
    ['partly come in: the buyer may still be reminded', partly(5, 60, 10), 'remind'],
    ['the buyer has paid, the platform has not', partly(5, 20, 20), 'platform'],
    ['taken back by the platform', late(5, { judged: { collection: 'clawed-back' } }), 'platform'],
  ])('%s', (_, told, nextStep) => {
    expect(one(told)?.nextStep).toBe(nextStep);
  });

  it('gives the end of the 30th day past due as the deadline', () => {
    const draft = one(late(4));
    expect(shortTime(draft?.deadline ?? 0)).toBe(`${daysAgo(-26).slice(5, 10)} 23:59`);
    expect(shortTime((draft?.deadline ?? 0) + 1)).toBe(`${daysAgo(-27).slice(5, 10)} 00:00`);
  });

  it('begins, asks the platform and ends on the days that are set', () => {
    expect(one(late(4), { firstDay: 5 })).toBeUndefined();
    expect(one(late(5), { firstDay: 5 })).toBeDefined();
    expect(one(late(9), { platformFrom: 10 })?.nextStep).toBe('remind');
    expect(one(late(10), { platformFrom: 10 })?.nextStep).toBe('platform');
    expect(one(late(20), { month: 20 })?.deadline).toBe(one(late(20))!.deadline! - 10 * 86_400);
    expect(one(late(21), { month: 20 })).toBeUndefined();
  });

  it('shows the figures behind it', () => {
    const evidence = one(late(12))?.evidence ?? [];
    expect(evidence.map(({ name }) => name)).toEqual([
      'outstanding',
      'days-past-due',
      'due-date',
      'received-at',
    ]);
    expect(figure(evidence, 'outstanding')).toBe(8000);
    expect(figure(evidence, 'days-past-due')).toBe(12);
  });

  it.each<[string, Told, string]>([
    ['after receipt', late(12), '逾期 12 天，收货后没到账'],
    ['partly come in', partly(12, 60, 0), '逾期 12 天，收货后没到齐'],
    ['the platform owes it', partly(12, 20, 20), '逾期 12 天，收货后平台承担的部分没到账'],
  ])('says what is missing: %s', (_, told, text) => {
    expect(rule.line(one(told)?.evidence ?? [], false).zh).toBe(text);
  });

  it('calls the days a lower bound where only the day of shipping is known', () => {
    const order = auditedOrder(late(12));
    const aged = { ...order.judged.aged!, dueSource: 'shipping' as const };
    const shown = lateEvidence({
      ...order,
      receivedAt: Number.NaN,
      judged: { ...order.judged, aged },
    });
    expect(rule.line(shown, false)).toEqual({
      zh: '逾期至少 12 天，没到账',
      en: 'at least 12 days past due, nothing has come in',
    });
  });

  it('makes one low finding of all unproven orders of the bucket, and never calls them overdue', () => {
    const drafts = gathered(rule, [
      late(30, { open: 20, proven: false }),
      late(4, { open: 1000, proven: false }),
      late(5),
      late(31, { proven: false }),
      late(3, { proven: false }),
    ]);
    expect(drafts.map(({ orders }) => orders)).toEqual([[2], [0, 1]]);
    const group = drafts[1];
    expect(group).toMatchObject({ severity: 'low', nextStep: 'review' });
    expect(group?.deadline).toBeUndefined();
    const { zh, en } = rule.line(group?.evidence ?? [], true);
    expect(zh).toBe('2 单预计扣款日过了 4-30 天，共 1,020.00 元到账待核实');
    expect(en).toBe('2 orders, expected debit 4-30 days ago, 1,020.00 yuan, collection unproven');
  });

  it('finds the same whatever the order in which it sees them', () => {
    const order = fc.record({
      days: fc.integer({ min: 0, max: 40 }),
      open: fc.integer({ min: 0, max: 50 }),
      proven: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 20 }), (many) => {
        const told = many.map(({ days, ...rest }, index) => late(days, { ...rest, order: index }));
        const known = (list: readonly Told[]) =>
          [...gathered(rule, list)].sort((a, b) => a.orders[0]! - b.orders[0]!);
        expect(known([...told].reverse())).toEqual(known(told));
      }),
    );
  });

  it('finds nothing more when the first day is later', () => {
    const days = fc.integer({ min: 0, max: 40 });
    fc.assert(
      fc.property(
        fc.array(days),
        fc.integer({ min: 4, max: 14 }),
        fc.integer({ min: 4, max: 14 }),
        (all, a, b) => {
          const orders = (firstDay: number) =>
            gathered(
              rule,
              all.map((one) => late(one)),
              { firstDay },
            ).map((draft) => draft.orders[0]);
          expect(orders(Math.min(a, b))).toEqual(expect.arrayContaining(orders(Math.max(a, b))));
        },
      ),
    );
  });
});
