// CL11: speaks of what neither one phone nor one room holds together, when it is large or due.
import { describe, expect, it } from 'vitest';
import type { Cluster, Link } from '../../src/linkage/clusters.js';
import { linkedBuyers } from '../../src/rules/linked-buyers.js';
import type { ReportRule } from '../../src/rules/rule.js';
import { cluster, link, reported } from '../support/run-totals.js';

const rule = linkedBuyers as ReportRule;
const CHAIN = [link('phone', 2), link('room', 2)];
const drafts = (links: readonly Link[], told: Partial<Cluster> = {}, changed = {}) =>
  reported(rule, { clusters: [cluster(links, { buyers: 3, orders: [0, 1, 2], ...told })] }, changed);

describe('a chain of recipients', () => {
  it.each<[string, Link[], number]>([
    ['a phone and a room', CHAIN, 1],
    ['two phones', [link('phone', 2), link('phone', 2, { key: 1 })], 1],
    ['a phone of three: told by the phone', [link('phone', 3), link('room', 2)], 0],
    ['a room of three: told by the room', [link('phone', 2), link('room', 3)], 0],
  ])('of %s', (_, links, count) => {
    expect(drafts(links)).toHaveLength(count);
  });

  it('is silent about small parcels on their way, and below the number of recipients that is set', () => {
    expect(drafts(CHAIN, { alarming: false })).toEqual([]);
    expect(drafts(CHAIN, {}, { buyers: 4 })).toEqual([]);
    expect(drafts(CHAIN, { buyers: 4 }, { buyers: 4 })).toHaveLength(1);
  });

  it('is as severe as its score, names all of its orders, and says how it hangs together', () => {
    const [draft] = drafts(CHAIN, { score: 77, orders: [2, 5, 9] });
    expect(draft).toMatchObject({ severity: 'critical', orders: [2, 5, 9], cluster: 0, nextStep: 'review' });
    expect(rule.line(draft?.evidence ?? [], true)).toEqual({
      zh: '3 单 3 个收货人，由电话、地址一环一环连上',
      en: '3 orders, 3 recipients, linked in a chain by phones and addresses',
    });
  });
});
