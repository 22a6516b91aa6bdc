// CL5 and the hubs: low, or high where what is proven to be open there would alert; a pickup point never is.
import { describe, expect, it } from 'vitest';
import type { Hub } from '../../src/linkage/hubs.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { sharedPoint } from '../../src/rules/shared-point.js';
import { hub, reported } from '../support/run-totals.js';

const rule = sharedPoint as ReportRule;

const CAP = { kind: 'phone', reason: 'cap' } as const;

describe('a shared phone or address', () => {
  it.each<[string, Partial<Hub>, string, string]>([
    ['beyond the cap, a score of 39', { ...CAP, score: 39 }, 'low', 'moderate'],
    ['beyond the cap, a score of 40', { ...CAP, score: 40 }, 'high', 'moderate'],
    ['beyond the cap, 40 that are unproven', { ...CAP, score: 80, provenScore: 39 }, 'medium', 'moderate'],
    ['beyond the cap, too small to alarm', { ...CAP, score: 80, alarming: false }, 'low', 'moderate'],
    ['a pickup point, a score of 39', { score: 39 }, 'info', 'weak'],
    ['a pickup point, a score of 40', { score: 40 }, 'low', 'moderate'],
    ['a pickup point, a score of 100', { score: 100 }, 'low', 'moderate'],
    ['a pickup point, too small to alarm', { score: 100, alarming: false }, 'info', 'weak'],
  ])('%s', (_, told, severity, strength) => {
    expect(reported(rule, { hubs: [hub(told)] })[0]).toMatchObject({ severity, strength });
  });

  it('is no finding when nothing is open there', () => {
    expect(reported(rule, { hubs: [hub({ openOrders: [], openFen: 0 })] })).toEqual([]);
  });

  it('says one thing of each, with its open orders', () => {
    const phone = hub({
      kind: 'phone',
      reason: 'cap',
      key: 2,
      buyers: 26,
      orders: [1, 4, 6],
      openOrders: [1, 4],
    });
    const drafts = reported(rule, { hubs: [hub(), phone] });
    expect(drafts.map(({ orders }) => orders.length)).toEqual([2, 2]);
    expect(drafts[1]).toMatchObject({ orders: [1, 4], nextStep: 'review' });
    expect(drafts[1]?.evidence).toContainEqual({
      kind: 'link',
      name: 'phone',
      key: 'phone',
      ordinal: 3,
      orders: 3,
      buyers: 26,
    });
    expect(reported(rule, { hubs: [] })).toEqual([]);
  });

  it.each([
    ['pickup', '代收点', 'pickup point'],
    ['room', '公用地址', 'shared address'],
    ['phone', '公用号码', 'shared phone'],
  ] as const)('names the kind of a %s, proven or not', (kind, zh, en) => {
    const evidence = reported(rule, { hubs: [hub({ kind })] })[0]?.evidence ?? [];
    for (const unproven of [true, false]) {
      expect(rule.line(evidence, unproven)).toEqual({
        zh: `${zh} 36 人共用，这里的 2 单没有用来关联`,
        en: `${en} of 36 people, 2 orders here, not used to link`,
      });
    }
  });
});
