// LU3: the three tiers to the fen, one order alone, and what is proven of the sum.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTime } from '../../src/core/dates.js';
import { buyerTotal } from '../../src/rules/buyer-total.js';
import { daysAgo, pastDue, type Told } from '../support/audited-order.js';
import { groupsOf } from '../support/gather-outcome.js';
import { gathered } from '../support/gathered.js';

const road = { person: 7, shipped: daysAgo(3) };
const two = (yuan: number): Told[] => [
  { open: 600, ...road },
  { open: yuan - 600, ...road },
];

describe('total of one buyer', () => {
  it.each([
    [1999.99, undefined],
    [2000, 'medium'],
    [4999.99, 'medium'],
    [5000, 'high'],
    [9999.99, 'high'],
    [10_000, 'critical'],
  ])('%s yuan together: %s', (yuan, severity) => {
    const drafts = gathered(buyerTotal, two(yuan));
    expect(drafts.map((draft) => draft.severity)).toEqual(severity === undefined ? [] : [severity]);
  });

  it('leaves one order alone to the rule about single orders', () => {
    expect(gathered(buyerTotal, [{ open: 12_000, ...road }])).toEqual([]);
    const settled = { open: 0, receivable: 3000, ...road };
    expect(gathered(buyerTotal, [{ open: 12_000, ...road }, settled])).toEqual([]);
    expect(
      gathered(buyerTotal, [
        { open: 11_999.99, ...road },
        { open: 0.01, ...road },
      ]),
    ).toHaveLength(1);
  });

  it('takes the tiers and the number of orders that are set', () => {
    const severity = (changed: Record<string, number>) =>
      gathered(buyerTotal, two(3000), changed)[0]?.severity;
    expect(severity({ medium: 300_000 })).toBe('medium');
    expect(severity({ medium: 300_001 })).toBeUndefined();
    expect(severity({ high: 300_000 })).toBe('high');
    expect(severity({ critical: 300_000 })).toBe('critical');
    expect(severity({ critical: 300_001, high: 300_001 })).toBe('medium');
    expect(severity({ orders: 3 })).toBeUndefined();
    const three = [...two(3000), { open: 1, ...road }];
    expect(gathered(buyerTotal, three, { orders: 3 })).toHaveLength(1);
  });

  it('never joins two persons, nor orders of nobody known', () => {
    const apart = two(4000).map((told, person) => ({ ...told, person }));
    const nobody = two(4000).map((told) => ({ ...told, person: -1 }));
    expect(gathered(buyerTotal, [...apart, ...nobody])).toEqual([]);
  });

  it('counts unproven yuan as open, and says how many they are', () => {
    const [one, other] = two(6000);
    const drafts = gathered(buyerTotal, [{ ...one, proven: false }, other!]);
    expect(drafts[0]?.severity).toBe('high');
    expect(buyerTotal.line(drafts[0]!.evidence, false)).toEqual({
      zh: '同一账号或电话 2 单，共 6,000.00 元，其中 600.00 到账待核实',
      en: '2 orders of one account or phone, 6,000.00 yuan together, 600.00 of it unproven',
    });
  });

  it('says the sum, and what is unproven of it, without calling it late', () => {
    const proven = gathered(buyerTotal, two(6000))[0]!;
    expect(buyerTotal.line(proven.evidence, false).zh).toBe('同一账号或电话 2 单，共 6,000.00 元');
    const open = two(6000).map((told) => ({ ...told, ...pastDue(40), proven: false }));
    const unproven = gathered(buyerTotal, open)[0]!;
    expect(buyerTotal.line(unproven.evidence, true)).toEqual({
      zh: '同一账号或电话 2 单，共 6,000.00 元，到账待核实',
      en: '2 orders of one account or phone, 6,000.00 yuan together, collection unproven',
    });
  });

  it('does first what can still be saved, with the first promised time', () => {
    const held = [
      { open: 1000, person: 7, shipped: '', promised: '2026-07-22 10:00:00' },
      { open: 1000, person: 7, shipped: '' },
      { open: 1000, person: 7, shipped: '', promised: '2026-07-21 10:00:00' },
      { open: 1000, person: 7, ...pastDue(40) },
    ];
    const draft = gathered(buyerTotal, held)[0];
    expect(draft?.nextStep).toBe('hold');
    expect(draft?.deadline).toBe(parseTime('2026-07-21 10:00:00'));
    const sent = gathered(buyerTotal, [
      { open: 3000, person: 7, ...pastDue(40) },
      ...two(2000).map((told) => ({ ...told, promised: '2026-07-21 10:00:00' })),
    ])[0];
    expect(sent?.nextStep).toBe('intercept');
    expect(sent?.deadline).toBeNaN();
    const late = (proven: boolean) => ({ open: 3000, person: 7, ...pastDue(40), proven });
    expect(gathered(buyerTotal, [late(false), late(true)])[0]?.nextStep).toBe('platform');
    expect(gathered(buyerTotal, [late(false), late(false)])[0]?.nextStep).toBe('review');
  });

  const orders = fc.array(
    fc.record({ open: fc.integer({ min: 0, max: 500_000 }), person: fc.integer({ min: -1, max: 3 }) }),
    { maxLength: 12 },
  );
  const told = (list: readonly { open: number; person: number }[]): Told[] =>
    list.map(({ open, person }, order) => ({ order, open: open / 100, person, shipped: daysAgo(3) }));

  it('finds just the persons whose orders reach the tier, whatever the order in which they come', () => {
    fc.assert(
      fc.property(orders, (list) => {
        const wanted = [0, 1, 2, 3].flatMap((person) => {
          const own = list.flatMap((one, n) => (one.person === person && one.open > 0 ? [n] : []));
          const fen = own.reduce((sum, n) => sum + list[n]!.open, 0);
          return own.length >= 2 && fen >= 200_000 ? [own.join(' ')] : [];
        });
        expect(groupsOf(gathered(buyerTotal, told(list)))).toEqual(wanted.sort());
        expect(groupsOf(gathered(buyerTotal, told(list).reverse()))).toEqual(wanted);
      }),
    );
  });

  it('finds nothing more, and nothing graver, when a tier or the number of orders is raised', () => {
    const fen = fc.integer({ min: 1, max: 1_500_000 });
    const limits = fc.record({
      medium: fen,
      high: fen,
      critical: fen,
      orders: fc.integer({ min: 2, max: 5 }),
    });
    const ranks = ['medium', 'high', 'critical'];
    fc.assert(
      fc.property(orders, limits, limits, (list, one, other) => {
        const pick = (of: (a: number, b: number) => number) => ({
          medium: of(one.medium, other.medium),
          high: of(one.high, other.high),
          critical: of(one.critical, other.critical),
          orders: of(one.orders, other.orders),
        });
        const low = gathered(buyerTotal, told(list), pick(Math.min));
        for (const draft of gathered(buyerTotal, told(list), pick(Math.max))) {
          const same = low.find(({ orders: [first] }) => first === draft.orders[0]);
          expect(ranks.indexOf(same?.severity ?? '')).toBeGreaterThanOrEqual(
            ranks.indexOf(draft.severity ?? ''),
          );
        }
      }),
    );
  });
});
