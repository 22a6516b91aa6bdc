// CL1, CL2, CL6 and CL10: which link of a cluster speaks, how much it matters by the score, and what is said.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Cluster, Link } from '../../src/linkage/clusters.js';
import { jiggedAddress } from '../../src/rules/jigged-address.js';
import { linkedBuyers } from '../../src/rules/linked-buyers.js';
import { lockstepOrders } from '../../src/rules/lockstep-orders.js';
import { maskedRecipient } from '../../src/rules/masked-recipient.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { sharedAddress } from '../../src/rules/shared-address.js';
import { sharedNote } from '../../src/rules/shared-note.js';
import { sharedPhone } from '../../src/rules/shared-phone.js';
import { cluster, link, reported } from '../support/run-totals.js';

const phoneRule = sharedPhone as ReportRule;
const roomRule = sharedAddress as ReportRule;

const TELLING = [
  sharedPhone,
  sharedAddress,
  maskedRecipient,
  sharedNote,
  jiggedAddress,
  lockstepOrders,
  linkedBuyers,
] as ReportRule[];

/** Which of the rules speak of a cluster with these links. */
function speaking(...links: Link[]): string[] {
  const buyers = Math.max(...links.map((one) => one.buyers), links.length);
  const clusters = [cluster(links, { buyers })];
  return TELLING.filter((rule) => reported(rule, { clusters }).length > 0).map(({ id }) => id);
}

describe('one phone or one address of several recipients', () => {
  it.each<[string, Link[], string[]]>([
    ['three on a phone', [link('phone', 3)], ['shared-phone']],
    ['two on a phone', [link('phone', 2)], []],
    ['three on a room', [link('room', 3)], ['shared-address']],
    ['two on a room', [link('room', 2)], []],
    ['three on both: once, by the phone', [link('phone', 3), link('room', 3)], ['shared-phone']],
    ['two on a phone, three on a room', [link('phone', 2), link('room', 3)], ['shared-address']],
    [
      'a chain of pairs',
      [link('phone', 2), link('phone', 2, { key: 1 }), link('room', 2)],
      ['linked-buyers'],
    ],
    ['three alike when masked', [link('masked', 3)], ['masked-recipient']],
    ['three with one token', [link('note', 3)], ['shared-note']],
    ['four in lockstep', [link('lockstep', 4)], ['lockstep-orders']],
    ['three at addresses alike', [link('jigged', 3)], ['jigged-address']],
    [
      'three on a phone, five with one token: by the phone',
      [link('phone', 3), link('note', 5)],
      ['shared-phone'],
    ],
    [
      'two on a phone, three with one token: by the token',
      [link('phone', 2), link('note', 3)],
      ['shared-note'],
    ],
    ['three on a waybill', [link('waybill', 3)], ['linked-buyers']],
    ['three masked ones on a waybill, not sure enough', [link('waybill', 3, { strength: 'moderate' })], []],
    [
      'the same with a second kind',
      [link('waybill', 3, { strength: 'moderate' }), link('payer', 2)],
      ['linked-buyers'],
    ],
    ['the second phone of two', [link('phone', 2), link('phone', 4, { key: 1 })], ['shared-phone']],
  ])('%s', (_, links, rules) => {
    expect(speaking(...links)).toEqual(rules);
  });

  it.each([
    [phoneRule, 'phone'],
    [roomRule, 'room'],
  ] as const)('takes the number of recipients that is set (%#)', (rule, kind) => {
    const clusters = [cluster([link(kind, 4)])];
    expect(reported(rule, { clusters }, { buyers: 4 })).toHaveLength(1);
    expect(reported(rule, { clusters }, { buyers: 5 })).toEqual([]);
    expect(reported(rule, { clusters: [cluster([link(kind, 2)])] }, { buyers: 2 })).toHaveLength(1);
  });

  it.each([
    [0, 'info'],
    [24, 'info'],
    [25, 'low'],
    [39, 'low'],
    [40, 'medium'],
    [54, 'medium'],
    [55, 'high'],
    [69, 'high'],
    [70, 'critical'],
    [100, 'critical'],
  ])('at a score of %i is %s', (score, severity) => {
    for (const [rule, kind] of [
      [phoneRule, 'phone'],
      [roomRule, 'room'],
    ] as const) {
      expect(reported(rule, { clusters: [cluster([link(kind, 3)], { score })] })[0]?.severity).toBe(severity);
    }
  });

  it.each<[string, Partial<Cluster>, string]>([
    ['one proven fen and much that is not', { score: 80, provenScore: 30 }, 'medium'],
    ['proven yuan that reach high', { score: 80, provenScore: 55 }, 'high'],
    ['proven yuan that reach medium only', { score: 80, provenScore: 54 }, 'medium'],
    ['small parcels on their way', { score: 80, alarming: false }, 'low'],
    ['nothing open', { score: 0, alarming: false }, 'info'],
  ])('with %s is %s', (_, told, severity) => {
    const clusters = [cluster([link('phone', 3)], told)];
    expect(reported(phoneRule, { clusters })[0]?.severity).toBe(severity);
  });

  it('says how much of the open yuan nothing proves', () => {
    const clusters = [cluster([link('phone', 3)], { openFen: 100_000, provenFen: 1 })];
    const amount = { kind: 'amount', name: 'unproven', fen: 99_999 };
    expect(reported(phoneRule, { clusters })[0]?.evidence).toContainEqual(amount);
    const proven = [cluster([link('phone', 3)])];
    expect(reported(phoneRule, { clusters: proven })[0]?.evidence.map(({ name }) => name)).not.toContain(
      'unproven',
    );
  });

  it('names all orders of the cluster, its place in the list, and the link by an ordinal', () => {
    const clusters = [
      cluster([link('room', 2)]),
      cluster([link('phone', 3, { key: 8, orders: [2, 5, 6] })], { orders: [2, 5, 6, 9], buyers: 4 }),
    ];
    const [draft, ...others] = reported(phoneRule, { clusters });
    expect(others).toEqual([]);
    expect(draft).toMatchObject({ orders: [2, 5, 6, 9], cluster: 1, nextStep: 'review' });
    expect(draft?.evidence).toContainEqual({
      kind: 'link',
      name: 'phone',
      key: 'phone',
      ordinal: 9,
      orders: 3,
      buyers: 3,
    });
    expect(draft?.evidence).toContainEqual({ kind: 'amount', name: 'total', fen: 100_000 });
    expect(draft?.evidence).toContainEqual({ kind: 'count', name: 'score', count: 40 });
  });

  it.each([
    [2400, '，40 分钟内下单', ', ordered within 40 minutes'],
    [0, '，1 分钟内下单', ', ordered within 1 minute'],
    [7140, '，119 分钟内下单', ', ordered within 119 minutes'],
    [7141, '，2 小时内下单', ', ordered within 2 hours'],
    [71 * 3600, '，71 小时内下单', ', ordered within 71 hours'],
    [71 * 3600 + 1, '，3 天内下单', ', ordered within 3 days'],
    [40 * 86_400, '，40 天内下单', ', ordered within 40 days'],
    [Number.NaN, '', ''],
  ])('says how close together they were ordered: %d s', (spanSeconds, zh, en) => {
    const orders = [0, 1, 2, 3, 4];
    const clusters = [cluster([link('phone', 3, { orders })], { orders, spanSeconds })];
    const evidence = reported(phoneRule, { clusters })[0]?.evidence ?? [];
    for (const unproven of [true, false]) {
      expect(phoneRule.line(evidence, unproven)).toEqual({
        zh: `5 单 3 个收货人，同一电话${zh}`,
        en: `5 orders, 3 recipients, one phone${en}`,
      });
    }
  });

  it('adds nothing when more recipients are asked for', () => {
    const anyLink = fc
      .tuple(fc.constantFrom<Link['kind']>('phone', 'room'), fc.integer({ min: 2, max: 6 }))
      .map(([kind, buyers]) => link(kind, buyers));
    const anyLinks = fc.array(anyLink, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(anyLinks, fc.integer({ min: 2, max: 6 }), fc.nat(4), (links, buyers, more) => {
        const clusters = [cluster(links)];
        const told = (limit: number) =>
          [phoneRule, roomRule].flatMap((rule) => reported(rule, { clusters }, { buyers: limit })).length;
        expect(told(buyers)).toBeLessThanOrEqual(1);
        expect(told(buyers + more)).toBeLessThanOrEqual(told(buyers));
      }),
    );
  });
});
