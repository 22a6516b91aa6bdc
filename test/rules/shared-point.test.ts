// CL5 and the hubs: low, or high where what is open there would alert.
import { describe, expect, it } from 'vitest';
import type { ReportRule } from '../../src/rules/rule.js';
import { sharedPoint } from '../../src/rules/shared-point.js';
import { hub, reported } from '../support/run-totals.js';

const rule = sharedPoint as ReportRule;

describe('a shared phone or address', () => {
  it.each([
    ['nothing open', { openFen: 0, score: 0 }, 'low'],
    ['a score of 39', { openFen: 90_000, score: 39 }, 'low'],
    ['a score of 40', { openFen: 90_000, score: 40 }, 'high'],
    ['a score of 40 and nothing open', { openFen: 0, score: 40 }, 'low'],
  ])('with %s', (_, told, severity) => {
    expect(reported(rule, { hubs: [hub(told)] })[0]?.severity).toBe(severity);
  });

  it('says one thing of each, with its pay-later orders', () => {
    const phone = hub({ kind: 'phone', reason: 'cap', key: 2, buyers: 26, orders: [1, 4] });
    const drafts = reported(rule, { hubs: [hub(), phone] });
    expect(drafts.map(({ orders }) => orders.length)).toEqual([44, 2]);
    expect(drafts[1]).toMatchObject({ orders: [1, 4], nextStep: 'review' });
    expect(drafts[1]?.evidence).toContainEqual({
      kind: 'link',
      name: 'phone',
      key: 'phone',
      ordinal: 3,
      orders: 2,
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
        zh: `${zh} 36 人 44 单，没有用来关联`,
        en: `${en}: 36 people, 44 orders, not used to link`,
      });
    }
  });
});
