// Rules on what the orders of one group have in common: who orders them, and at which discount.
import { describe, expect, it } from 'vitest';
import type { Cluster, Link } from '../../src/linkage/clusters.js';
import { discountedPieces } from '../../src/rules/discounted-pieces.js';
import { proxyOrders } from '../../src/rules/proxy-orders.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { pastDue, type Told } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';
import { cluster, link, runTotals } from '../support/run-totals.js';

type Changed = Readonly<Record<string, number>>;

function told(
  rule: unknown,
  orders: readonly Told[],
  changed: Changed,
  links: readonly Link[],
  group: Partial<Cluster>,
) {
  const all = orders.map((_, order) => order);
  const totals = runTotals({ clusters: [cluster(links, { orders: all, alarming: true, ...group })] });
  return gathered(rule as GatherRule, orders, changed, {}, totals);
}

describe('discounted-pieces', () => {
  const drafts = (orders: readonly Told[], changed: Changed = {}, group: Partial<Cluster> = {}) =>
    told(discountedPieces, orders, changed, [], group);
  /** Yuan off a price of 100. */
  const piece = (off: number, more: Told = {}): Told => ({ goods: 100, receivable: 100 - off, ...more });
  const times = (count: number, one: Told) => Array.from({ length: count }, () => one);

  it('speaks from the fifth such order on, of a group that alarms', () => {
    expect(drafts(times(5, piece(30)))).toMatchObject([{ orders: [0, 1, 2, 3, 4], cluster: 0 }]);
    expect(drafts([...times(4, piece(30)), piece(0)])).toEqual([]);
    expect(drafts(times(5, piece(30)), {}, { alarming: false })).toEqual([]);
    expect(drafts(times(5, piece(30)), {}, { orders: [0, 1, 2, 3] })).toEqual([]);
  });

  it.each([
    ['29.99% off', piece(29.99), 0],
    ['paid for by the platform', piece(0, { buyerPart: 70 }), 1],
    ['two pieces', piece(50, { pieces: 2 }), 0],
    ['an unknown number of pieces', piece(50, { pieces: Number.NaN }), 0],
    ['no price', piece(50, { goods: Number.NaN }), 0],
    ['nothing to pay', piece(100), 0],
    ['a refund', piece(50, { refunded: 10 }), 0],
    [
      'an amount from which the refund is away',
      piece(50, { judged: { receivableSource: 'before-refund' } }),
      0,
    ],
  ])('%s', (_, one, count) => {
    expect(drafts(times(5, one))).toHaveLength(count);
  });

  it('takes what is set', () => {
    expect(drafts(times(5, piece(30)), { orders: 6 })).toEqual([]);
    expect(drafts(times(5, piece(30)), { discount: 0.31 })).toEqual([]);
    expect(drafts(times(2, piece(10)), { discount: 0.1, orders: 2 })).toHaveLength(1);
  });

  it('says how many of the group', () => {
    const [draft] = drafts([...times(5, piece(30)), piece(0)]);
    expect(discountedPieces.line(draft!.evidence, false)).toEqual({
      zh: '这一组 6 单里 5 单只买一件，优惠都大',
      en: "5 of the group's 6 orders are for one piece at a large discount",
    });
  });
});

describe('proxy-orders', () => {
  const drafts = (
    orders: readonly Told[],
    links: readonly Link[] = [link('payer', 3)],
    changed: Changed = {},
    group = {},
  ) => told(proxyOrders, orders, changed, links, group);
  const late: Told = { open: 80, ...pastDue(4) };
  const paid: Told = { open: 0 };

  it('speaks of one payer of three with two orders that are not collected', () => {
    expect(drafts([late, paid, late])).toMatchObject([{ orders: [0, 1, 2], cluster: 0 }]);
    expect(drafts([late, paid, paid])).toEqual([]);
    expect(drafts([late, late, late], [link('payer', 2)])).toEqual([]);
    expect(drafts([late, late, late], undefined, {}, { alarming: false })).toEqual([]);
  });

  it.each(['phone', 'room', 'waybill', 'masked', 'jigged', 'lockstep'] as const)(
    'a shared %s is nobody who orders',
    (kind) => {
      expect(drafts([late, late, late], [link(kind, 3)])).toEqual([]);
    },
  );

  it.each([
    ['three days past due', { open: 80, ...pastDue(3) }],
    ['unproven', { ...late, proven: false }],
    ["a subsidy that is the platform's to pay", { ...late, platform: 80 }],
    ['on its way', { open: 80 }],
  ] as const)('what is %s is not uncollected', (_, one) => {
    expect(drafts([late, one, one])).toEqual([]);
  });

  it('takes what is set', () => {
    expect(drafts([late, late, paid], undefined, { orders: 3 })).toEqual([]);
    expect(drafts([late, late, paid], undefined, { recipients: 4 })).toEqual([]);
    expect(drafts([late, late, paid], undefined, { firstDay: 5 })).toEqual([]);
  });

  it('names the payer first, and the contact where that one has enough', () => {
    const note = link('note', 3, { orders: [1, 2, 3] });
    const line = (found: ReturnType<typeof drafts>) => proxyOrders.line(found[0]!.evidence, false);
    expect(line(drafts([late, late, late, late], [link('payer', 3), note]))).toEqual({
      zh: '同一个付款电话下给 3 个收货人，3 单没到账',
      en: 'one payer, 3 recipients, 3 orders not collected',
    });
    expect(line(drafts([late, paid, paid, late], [link('payer', 3), note], { orders: 1 })).zh).toMatch(
      /付款/,
    );
    expect(line(drafts([paid, paid, late, late], [link('payer', 3), note]))).toEqual({
      zh: '留言或备注里同一个联系方式下给 3 个收货人，2 单没到账',
      en: 'one contact in the notes, 3 recipients, 2 orders not collected',
    });
  });
});
