// Which records are of one shop: those of one platform that name the same shop, or none.
import { describe, expect, it } from 'vitest';
import { Shops } from '../../src/core/shops.js';

describe('the shop of a record', () => {
  it('is told by the platform and by what it names', () => {
    const shops = new Shops();
    const seen = [
      shops.of('pinduoduo', ''),
      shops.of('pinduoduo', ''),
      shops.of('kuaishou', ''),
      shops.of('pinduoduo', 'id 1'),
      shops.of('pinduoduo', 'id 2'),
      shops.of('kuaishou', 'id 1'),
      shops.of('pinduoduo', 'id 1'),
    ];
    expect(seen).toEqual([0, 0, 1, 2, 3, 4, 2]);
    expect(shops.size).toBe(5);
  });

  it('is always the same where all are taken for one', () => {
    const shops = new Shops(true);
    expect([shops.of('pinduoduo', ''), shops.of('kuaishou', 'id 1')]).toEqual([0, 0]);
  });
});
