// AM4 and AM5: totals off their prices, and large orders of links for money.
import { describe, expect, it } from 'vitest';
import { moneyLink } from '../../src/rules/money-link.js';
import { priceMismatch } from '../../src/rules/price-mismatch.js';
import type { GatherRule } from '../../src/rules/rule.js';
import { auditedOrder, type Told, view } from '../support/audited-order.js';
import { gathered } from '../support/gathered.js';
import { shopProfile, UNKNOWN_SHOP } from '../support/shop-profile.js';

const mismatch = priceMismatch as GatherRule;
const links = moneyLink as GatherRule;

describe('a total off its prices', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 1],
    [-2, 1],
    [-1, 0],
    [Number.NaN, 0],
  ])('by %d fen', (priceGap, count) => {
    expect(gathered(mismatch, [{ priceGap }])).toHaveLength(count);
  });

  it('takes the limit that is set: a higher one finds nothing more', () => {
    const told = [2, -40, 300, 0, 5].map((priceGap) => ({ priceGap }));
    const found = [0, 1, 4, 5, 299, 300].map((gap) => gathered(mismatch, told, { gap }).length);
    expect(found).toEqual([4, 4, 3, 2, 1, 0]);
  });

  it('says which way, and leaves what is open and not known unexamined', () => {
    const [less, more] = gathered(mismatch, [{ priceGap: 250 }, { priceGap: -3000 }]);
    expect(mismatch.line(less?.evidence ?? [], false).en).toBe('2.50 yuan less than its prices make');
    expect(mismatch.line(more?.evidence ?? [], false).en).toBe('30.00 yuan more than its prices make');
    const gathering = mismatch.gather({ gap: 1 }, view);
    for (const open of [200, 0, 300]) gathering.see(auditedOrder({ open, priceGap: Number.NaN }));
    gathering.drafts();
    expect(gathering.tooFew?.()).toEqual({ orders: 2, fen: 50_000 });
  });
});

describe('a large order of a link for money', () => {
  /** Links of these yuan among so many other orders; the shop's P95 is 400 yuan. */
  const among = (others: number, ...yuan: readonly number[]): Told[] => [
    ...yuan.map((receivable) => ({ receivable, open: receivable, isMoneyLink: true })),
    ...Array.from({ length: others }, () => ({ receivable: 900 })),
  ];

  it('is as large as the top 5 % of the shop', () => {
    expect(gathered(links, among(10, 400))).toHaveLength(1);
    expect(gathered(links, among(10, 399.99))).toEqual([]);
  });

  it('is information where the shop hardly uses such links', () => {
    expect(gathered(links, among(199, 500))[0]?.severity).toBe('medium');
    expect(gathered(links, among(200, 500))[0]?.severity).toBe('info');
    expect(gathered(links, among(200, 500), { usual: 0.001 })[0]?.severity).toBe('medium');
  });

  it.each([
    [shopProfile(), { orders: 0, fen: 0 }],
    [UNKNOWN_SHOP, { orders: 1, fen: 50_000 }],
  ])('is not evaluated in a shop that is not known', (profile, left) => {
    const gathering = links.gather({ usual: 0.005 }, { ...view, profile: () => profile });
    for (const told of among(10, 500)) gathering.see(auditedOrder(told));
    expect(gathering.drafts()).toHaveLength(left.orders === 0 ? 1 : 0);
    expect(gathering.tooFew?.()).toEqual(left);
  });
});
