// TV3 and SE3: what adds to a group at which figures, and never more than the group itself.
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/linkage/clusters.js';
import { clusterBurst } from '../../src/rules/cluster-burst.js';
import { itemConcentration } from '../../src/rules/item-concentration.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { cluster, link, reported } from '../support/run-totals.js';

const burstRule = clusterBurst as ReportRule;
const itemRule = itemConcentration as ReportRule;
const drafts = (rule: ReportRule, told: Partial<Cluster>, changed = {}) =>
  reported(rule, { clusters: [cluster([link('phone', 3)], told)] }, changed);

const burst = (buyers: number) => ({ burst: { buyers, from: 1000, to: 1000 + 39 * 60 } });
const item = (share: number, lift: number) => ({ item: { product: 4, share, lift } });

describe('a group that ordered within an hour', () => {
  it.each([
    [2, 0],
    [3, 1],
    [12, 1],
  ])('of %i buyers', (buyers, count) => {
    expect(drafts(burstRule, burst(buyers))).toHaveLength(count);
  });

  it('takes the number that is set, and needs a time and something that alarms', () => {
    expect(drafts(burstRule, burst(4), { buyers: 5 })).toEqual([]);
    expect(drafts(burstRule, { burst: null })).toEqual([]);
    expect(drafts(burstRule, { ...burst(5), alarming: false })).toEqual([]);
  });

  it('says how many and how fast', () => {
    const [draft] = drafts(burstRule, burst(5));
    expect(burstRule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '这一组里 5 个收货人在 39 分钟内下单',
      en: '5 recipients of the group ordered within 39 minutes',
    });
  });
});

describe('a product that carries a group', () => {
  it.each([
    [0.6, 3, 1],
    [0.599, 3, 0],
    [0.6, 2.999, 0],
    [1, 100, 1],
    [1, Number.NaN, 0],
  ])('with a share of %d and a lift of %d', (share, lift, count) => {
    expect(drafts(itemRule, item(share, lift))).toHaveLength(count);
  });

  it('takes the limits that are set, and needs a product and something that alarms', () => {
    expect(drafts(itemRule, item(0.6, 3), { share: 0.7 })).toEqual([]);
    expect(drafts(itemRule, item(0.6, 3), { lift: 4 })).toEqual([]);
    expect(drafts(itemRule, { item: null })).toEqual([]);
    expect(drafts(itemRule, { ...item(1, 9), alarming: false })).toEqual([]);
  });

  it('says its share of the group and of the shop', () => {
    const [draft] = drafts(itemRule, item(0.75, 5));
    expect(itemRule.line(draft?.evidence ?? [], false)).toEqual({
      zh: '一个商品占这一组金额的 75.0%，全店只占 15.0%',
      en: "one product is 75.0% of the group's yuan, and 15.0% of the shop's",
    });
  });
});

it.each([
  [10, 'info'],
  [30, 'low'],
  [45, 'medium'],
  [90, 'medium'],
])('at a group of %i points what adds to it is %s', (score, severity) => {
  for (const [rule, told] of [
    [burstRule, burst(3)],
    [itemRule, item(1, 9)],
  ] as const) {
    expect(drafts(rule, { ...told, score })[0]?.severity).toBe(severity);
  }
});

it.each([
  [['payer'], 0, 'info'],
  [['payer'], 39, 'low'],
  [['payer'], 40, 'medium'],
  [['payer'], 90, 'medium'],
  [['payer', 'phone'], 0, 'medium'],
  [['phone'], 0, 'medium'],
] as const)(
  'to a group held by %j it adds by what is proven where one payer is all: %i points, %s',
  (kinds, provenScore, severity) => {
    const group = cluster(
      kinds.map((kind) => link(kind, 3)),
      { ...burst(3), score: 59, provenScore },
    );
    expect(reported(burstRule, { clusters: [group] })[0]?.severity).toBe(severity);
  },
);
