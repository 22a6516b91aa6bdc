// A set of orders: what was added is in it, and nothing else.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { OrderSet } from '../../src/core/order-set.js';

it('agrees with a set of numbers', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(2000)), (orders) => {
      const set = new OrderSet();
      for (const order of orders) set.add(order);
      const known = new Set(orders);
      expect(set.size).toBe(known.size);
      for (let order = 0; order < 4000; order++) expect(set.has(order)).toBe(known.has(order));
    }),
  );
});
