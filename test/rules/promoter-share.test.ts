// SE4: the number of orders, the yuan, the lift and its lower bound, at each limit; and what too little history leaves open.
import { describe, expect, it } from 'vitest';
import type { ShopProfile } from '../../src/portfolio/shop-profile.js';
import { promoterShare } from '../../src/rules/promoter-share.js';
import { figure } from '../../src/rules/rule.js';
import { auditedOrder, daysAgo, type Told, view } from '../support/audited-order.js';
import { shopProfile } from '../support/shop-profile.js';

type Promoted = ReturnType<ShopProfile['promoted']>;

const DEFAULTS = Object.fromEntries(
  Object.entries(promoterShare.params).map(([name, { value }]) => [name, value]),
);

function found(
  told: readonly Told[],
  promoted: Promoted,
  { payLaterShare = 0.3, values = {} }: { payLaterShare?: number; values?: Record<string, number> } = {},
) {
  const profile = () => shopProfile({ payLaterShare, promoted: () => promoted });
  const gathering = promoterShare.gather({ ...DEFAULTS, ...values }, { ...view, profile });
  for (const one of told) gathering.see(auditedOrder(one));
  return { drafts: gathering.drafts(), few: gathering.tooFew?.() };
}

/** Three open orders of one promoter that make 3,000.00 together. */
const three: Told[] = [0, 1, 2].map((order) => ({ order, promoter: 7, open: 1000, shipped: daysAgo(3) }));

describe('one promoter with many pay-later orders', () => {
  it('is told from 20 orders, 3,000.00 yuan and twice the share of the shop on', () => {
    const told = { orders: 20, payLater: 14 };
    expect(found(three, told).drafts.map(({ orders }) => orders)).toEqual([[0, 1, 2]]);
    expect(found(three, { orders: 19, payLater: 14 }).drafts).toEqual([]);
    expect(found([...three.slice(0, 2), { ...three[2], open: 999.99 }], told).drafts).toEqual([]);
    // 12 of 20 are exactly twice 30 %, 11 are less.
    expect(found(three, { orders: 20, payLater: 12 }).drafts).toHaveLength(1);
    expect(found(three, { orders: 20, payLater: 11 }).drafts).toEqual([]);
  });

  it('is nothing where so few orders may be so by accident', () => {
    const values = { orders: 5 };
    expect(found(three, { orders: 5, payLater: 3 }, { values }).drafts).toEqual([]);
    expect(found(three, { orders: 50, payLater: 30 }, { values }).drafts).toHaveLength(1);
  });

  it('looks at open orders that somebody promoted, each promoter and shop by itself', () => {
    const told = { orders: 40, payLater: 30 };
    expect(
      found(
        three.map((one) => ({ ...one, promoter: -1 })),
        told,
      ).drafts,
    ).toEqual([]);
    expect(
      found(
        three.map((one) => ({ ...one, open: 0, receivable: 1000 })),
        told,
      ).drafts,
    ).toEqual([]);
    expect(
      found(
        three.map((one, i) => ({ ...one, promoter: i })),
        told,
      ).drafts,
    ).toEqual([]);
    expect(
      found(
        three.map((one, i) => ({ ...one, shop: i })),
        told,
      ).drafts,
    ).toEqual([]);
  });

  it('counts what has come in for the yuan, and names what is open', () => {
    const settled = { order: 3, promoter: 7, open: 0, receivable: 5000 };
    const [draft] = found([three[0]!, settled], { orders: 40, payLater: 30 }).drafts;
    expect(draft?.orders).toEqual([0]);
    expect(figure(draft?.evidence ?? [], 'receivable')).toBe(600_000);
    expect(promoterShare.line(draft?.evidence ?? [], false)).toEqual({
      zh: '同一达人带的 40 单里先用后付占 75.0%，全店 30.0%，未收 1,000.00 元',
      en: 'of 40 orders of one promoter 75.0% are pay-later, in the shop 30.0%; 1,000.00 yuan open',
    });
  });

  it('is not evaluated where too little of the shop is known', () => {
    for (const [promoted, payLaterShare] of [
      [null, 0.3],
      [{ orders: 40, payLater: 30 }, Number.NaN],
    ] as const) {
      const { drafts, few } = found(three, promoted, { payLaterShare });
      expect([drafts, few]).toEqual([[], { orders: 3, fen: 300_000 }]);
    }
  });
});
