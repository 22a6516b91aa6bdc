// CL9: from three in a row on, never alone, and information only.
import { describe, expect, it } from 'vitest';
import type { Cluster } from '../../src/linkage/clusters.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { sequentialIds } from '../../src/rules/sequential-ids.js';
import { cluster, link, reported } from '../support/run-totals.js';

const rule = sequentialIds as ReportRule;
const drafts = (inSequence: Cluster['inSequence'], told: Partial<Cluster> = {}, changed = {}) =>
  reported(rule, { clusters: [cluster([link('phone', 3)], { inSequence, ...told })] }, changed);

describe('phones or accounts in a row', () => {
  it.each([
    [2, 2, 0],
    [3, 0, 1],
    [0, 3, 1],
    [5, 4, 1],
  ])('%i phones and %i accounts', (phones, accounts, count) => {
    expect(drafts({ phones, accounts })).toHaveLength(count);
  });

  it('take the number that is set, and need something that alarms', () => {
    expect(drafts({ phones: 3, accounts: 0 }, {}, { run: 4 })).toEqual([]);
    expect(drafts({ phones: 9, accounts: 0 }, { alarming: false })).toEqual([]);
    expect([rule.severity, rule.strength]).toEqual(['info', 'weak']);
  });

  it('are told by the longer run', () => {
    const said = (phones: number, accounts: number) =>
      rule.line(drafts({ phones, accounts })[0]?.evidence ?? [], false).zh;
    expect(said(4, 3)).toBe('这一组里 4 个手机号连号');
    expect(said(3, 4)).toBe('这一组里 4 个账号连号');
  });
});
