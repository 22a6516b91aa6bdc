// CL2: what is its own; which of the two link rules speaks and how much it matters is tested beside CL1.
import { describe, expect, it } from 'vitest';
import type { ReportRule } from '../../src/rules/rule.js';
import { sharedAddress } from '../../src/rules/shared-address.js';
import { cluster, link, reported } from '../support/run-totals.js';

const roomRule = sharedAddress as ReportRule;

describe('one address of several recipients', () => {
  it('names the link by its room', () => {
    const clusters = [cluster([link('room', 3, { key: 4 })])];
    expect(reported(roomRule, { clusters })[0]?.evidence).toContainEqual({
      kind: 'link',
      name: 'address',
      key: 'room',
      ordinal: 5,
      orders: 3,
      buyers: 3,
    });
  });

  it('leaves a cluster of one phone to its phone, and only as far as that tells it', () => {
    const clusters = [cluster([link('phone', 4), link('room', 6)])];
    expect(reported(roomRule, { clusters }, { buyers: 4 })).toEqual([]);
    expect(reported(roomRule, { clusters }, { buyers: 5 })).toHaveLength(1);
  });

  it('says how many share the key where not all of the cluster do', () => {
    const clusters = [cluster([link('room', 3)], { orders: [0, 1, 2, 3, 4, 5], buyers: 5 })];
    expect(roomRule.line(reported(roomRule, { clusters })[0]?.evidence ?? [], true)).toEqual({
      zh: '6 单 5 个收货人，其中 3 人同一地址，40 分钟内下单',
      en: '6 orders, 5 recipients, 3 of them on one address, ordered within 40 minutes',
    });
  });
});
