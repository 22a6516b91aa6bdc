// RF2: goods out that an after-sale calls a refund without a return; PL1 then says nothing, and never do both.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AFTER_SALE_TYPES } from '../../src/core/after-sales-book.js';
import { goodsOut } from '../../src/rules/goods-out.js';
import { refundOnly } from '../../src/rules/refund-only.js';
import type { OrderRule } from '../../src/rules/rule.js';
import { afterSale } from '../support/after-sale-rows.js';
import { checked, type Told } from '../support/audited-order.js';

const rule = refundOnly as OrderRule;
const general = goodsOut as OrderRule;
const NEVER = { evidence: 'none', collected: 0 } as const;
const out = (yuan: number, more: Told = {}): Told => ({
  goodsOut: yuan,
  refunded: yuan,
  afterSales: [afterSale({ yuan })],
  money: NEVER,
  ...more,
});

describe('refund only, after shipping', () => {
  it.each<[string, Told, 'RF2' | 'PL1' | undefined]>([
    ['goods of 100.00', out(100), 'RF2'],
    ['goods of 99.99', out(99.99), undefined],
    ['collected before', out(100, { money: { evidence: 'bill', collected: 0 } }), 'PL1'],
    [
      'a refund in the bills that implies a collection',
      out(100, { money: { evidence: 'refund-implies-collection', collected: 0 } }),
      'PL1',
    ],
    ['no after-sale', out(100, { afterSales: [] }), 'PL1'],
    ['withdrawn', out(100, { afterSales: [afterSale({ state: 'closed' })] }), 'PL1'],
    ['of another type', out(100, { afterSales: [afterSale({ type: 'other', isRefund: true })] }), 'PL1'],
    ['an exchange', out(100, { afterSales: [afterSale({ type: 'exchange', state: 'succeeded' })] }), 'PL1'],
    [
      'one withdrawn as a return, one refunded without',
      out(100, { afterSales: [afterSale({ type: 'return', state: 'closed' }), afterSale()] }),
      'RF2',
    ],
    ['nothing is out', out(0), undefined],
  ])('%s', (_, told, code) => {
    const said = [checked(rule, told) && 'RF2', checked(general, told) && 'PL1'].filter(Boolean);
    expect(said).toEqual(code === undefined ? [] : [code]);
  });

  it('fires from what is set, and takes the goods as its yuan', () => {
    expect(checked(rule, out(30), { min: 3000 })).toMatchObject({
      exposureFen: 3000,
      apart: true,
      nextStep: 'review',
    });
    expect(checked(rule, out(29.99), { min: 3000 })).toBeNull();
    expect(rule.needs).toEqual(['after-sales']);
  });

  it('says what they are worth, and that nothing came in only where there is a bill to tell', () => {
    const line = (hasBills: boolean) =>
      rule.line(checked(rule, out(2899), {}, { hasBills })?.evidence ?? [], false);
    expect(line(true)).toEqual({
      zh: '货值 2,899.00 元发出后仅退款，没有退货运单号，账单里没有到账',
      en: 'goods of 2,899.00 yuan shipped, refunded without a return, no income in the bill',
    });
    expect(line(false)).toEqual({
      zh: '货值 2,899.00 元发出后仅退款，没有退货运单号',
      en: 'goods of 2,899.00 yuan shipped, refunded without a return',
    });
  });

  it('and goods out never both name an order, and a higher limit names none more', () => {
    const row = fc.record({
      type: fc.constantFrom(...AFTER_SALE_TYPES),
      state: fc.constantFrom('open', 'refunded', 'succeeded', 'closed'),
    });
    const evidence = fc.constantFrom('none', 'bill');
    fc.assert(
      fc.property(
        fc.array(row, { maxLength: 3 }),
        evidence,
        fc.nat(200),
        fc.nat(200),
        (rows, by, yuan, more) => {
          const told = out(yuan, { afterSales: rows.map(afterSale), money: { evidence: by } });
          expect(checked(rule, told) !== null && checked(general, told) !== null).toBe(false);
          if (yuan >= 100) expect(checked(rule, told) ?? checked(general, told)).not.toBeNull();
          if (checked(rule, told, { min: 10_000 + more }) !== null)
            expect(checked(rule, told)).not.toBeNull();
        },
      ),
    );
  });
});
