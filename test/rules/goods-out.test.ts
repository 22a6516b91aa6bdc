// PL1: hit and near miss of the goods' worth, and its yuan apart from what is outstanding.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { goodsOut } from '../../src/rules/goods-out.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { checked } from '../support/audited-order.js';

const rule = goodsOut as OrderRule;

describe('goods out', () => {
  it('fires from 100.00 yuan on, and not at 99.99', () => {
    expect(checked(rule, { goodsOut: 100 })).toMatchObject({
      orders: [0],
      exposureFen: 10_000,
      apart: true,
      nextStep: 'review',
    });
    expect(checked(rule, { goodsOut: 99.99 })).toBeNull();
    expect(checked(rule, { open: 900 })).toBeNull();
  });

  it('fires from what is set, and not a fen below it', () => {
    expect(checked(rule, { goodsOut: 30 }, { min: 3000 })).not.toBeNull();
    expect(checked(rule, { goodsOut: 29.99 }, { min: 3000 })).toBeNull();
    // Most orders have no goods out: not even the least limit lets them pass.
    expect(checked(rule, { goodsOut: 0 }, { min: rule.params.min?.least ?? 0 })).toBeNull();
  });

  it('takes the goods as its yuan, not what is outstanding beside them', () => {
    expect(checked(rule, { goodsOut: 300, open: 20 })?.exposureFen).toBe(30_000);
  });

  it('says what they are worth, proven or not', () => {
    const evidence = checked(rule, { goodsOut: 3418 })?.evidence ?? [];
    for (const unproven of [true, false]) {
      expect(rule.line(evidence, unproven)).toEqual({
        zh: '货值 3,418.00 元发出后应收没了，没看到退货单号',
        en: 'goods of 3,418.00 yuan shipped, receivable gone, no return seen',
      });
    }
  });

  it('adds nothing when the limit is raised', () => {
    const yuan = fc.integer({ min: 1, max: 100_000 });
    fc.assert(
      fc.property(yuan, yuan, fc.nat(100_000), (fen, min, more) => {
        if (checked(rule, { goodsOut: fen / 100 }, { min: min + more }) === null) return;
        expect(checked(rule, { goodsOut: fen / 100 }, { min })).not.toBeNull();
      }),
    );
  });
});
