// The table by product, from files: what is counted, what is not, and names that hang on no order of rows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { audit } from '../../src/library.js';
import { createRandom } from '../support/random.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const HEADER =
  'order_id,status,buyer_paid,goods_total,pay_later,product_id,product,created_at,shipped_at,after_sale_status';

let last = 0;
interface Told {
  readonly id?: string;
  readonly product?: string;
  readonly title?: string;
  readonly payLater?: boolean;
  readonly status?: string;
  readonly refunded?: boolean;
}
/** One order of 50 yuan. */
function row({
  product = 'p1',
  title = '台灯',
  payLater = true,
  status = '已发货，待收货',
  refunded = false,
  ...told
}: Told = {}) {
  last++;
  const id = told.id ?? `26071${last % 10}-${String(100_000_000_000_000 + last)}`;
  const state = refunded ? '已发货，退款成功' : status;
  return [
    id,
    state,
    '50.00',
    '50.00',
    payLater ? '是' : '否',
    product,
    title,
    '2026-07-11 10:00:00',
    '2026-07-12 10:00:00',
    refunded ? '退款成功' : '',
  ].join(',');
}
const many = (count: number, told: Told = {}) => Array.from({ length: count }, () => row(told));

async function productsOf(rows: readonly string[]) {
  const at = folder();
  writeFileSync(join(at, 'o.csv'), `${[HEADER, ...rows].join('\n')}\n`);
  const { report } = await audit({ orders: 'o.csv', folder: at, asOf: '2026-07-20' });
  return report.products;
}

describe('the table by product', () => {
  it('counts pay-later beside ordinary orders, and neither cancelled ones nor those of several products', async () => {
    const { rows, more } = await productsOf([
      ...many(4),
      ...many(2, { refunded: true }),
      ...many(3, { payLater: false }),
      ...many(1, { payLater: false, refunded: true }),
      ...many(2, { status: '已取消' }),
      ...many(2, { payLater: false, status: '已取消' }),
      // One order of two products, and one whose product is told twice.
      ...[row({ id: '260711-999999999999991' }), row({ id: '260711-999999999999991', product: 'p2' })],
      ...many(5, { product: '' }),
    ]);
    expect(more).toBe(0);
    expect(rows).toEqual([
      {
        ...{ id: 'p1', title: '台灯', flagged: false },
        ...{ payLaterOrders: 6, payLaterRefunded: 2, ordinaryOrders: 4, ordinaryRefunded: 1 },
        ...{ dueOrders: 0, lateOrders: 0, lateFen: 0 },
        ...{ shippedOrders: 6, goodsOutOrders: 2, goodsOutFen: 10_000 },
      },
    ]);
  });

  it('tells nothing of a product with fewer than five pay-later orders', async () => {
    const rows = [...many(4, { product: 'few' }), ...many(5, { product: 'enough' })];
    expect((await productsOf(rows)).rows.map(({ id }) => id)).toEqual(['enough']);
  });

  it('has the same names in any sequence of the rows, and at most fifty products', async () => {
    const rows = [
      ...many(3, { title: '台灯 新款' }),
      ...many(3, { title: '台灯' }),
      ...many(2, { title: '台灯 A' }),
    ];
    const random = createRandom(5);
    const seen = new Set<string>();
    for (let i = 0; i < 4; i++) seen.add(JSON.stringify(await productsOf(random.shuffle(rows))));
    expect(seen.size).toBe(1);
    expect([...seen][0]).toContain('"title":"台灯"');
    const all = await productsOf(Array.from({ length: 53 }, (_, i) => many(5, { product: `p${i}` })).flat());
    expect([all.rows.length, all.more]).toEqual([50, 3]);
  });
});
