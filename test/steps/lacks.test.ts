// What an export cannot be asked: by its columns, and by what a platform shows of orders under review.
import { describe, expect, it } from 'vitest';
import type { OrderField } from '../../src/core/fields.js';
import { lacksOf } from '../../src/steps/lacks.js';
import type { OrdersRead } from '../../src/steps/read-orders.js';

const GIVEN = { hasBills: true, hasAfterSales: true, hasEarlierExports: true };
const lacks = (platform: string, ...columns: OrderField[]) => {
  const file = { match: { columns: new Map(columns.map((field, i) => [field, i])) } };
  const read = { format: { platform }, file } as unknown as OrdersRead;
  return [...lacksOf([read], GIVEN)[0]!];
};

describe('what an export cannot be asked', () => {
  it.each<[string, string, OrderField[], boolean]>([
    ['a column that tells it', 'pinduoduo', ['under_review'], true],
    ['no such column', 'pinduoduo', ['phone'], false],
    ['recipients of a platform that hides them meanwhile', 'kuaishou', ['phone'], true],
    ['no recipients', 'kuaishou', ['waybill'], false],
  ])('whether an order is under review: %s', (_, platform, columns, isTold) => {
    expect(lacks(platform, ...columns).includes('review')).toBe(!isTold);
  });

  it('is told by any one of the columns', () => {
    expect(lacks('generic', 'paid_at', 'address')).not.toContain('order-time');
    expect(lacks('generic', 'paid_at', 'address')).not.toContain('recipients');
    expect(lacks('generic', 'paid_at', 'address')).toContain('waybill');
  });
});
