// Which platform parts are paid to the shop: who may say so, and what is said where nobody does.
import { describe, expect, it } from 'vitest';
import { NO_SET } from '../../src/portfolio/added-parts.js';
import { auditBilled, type BillLine, billOf } from '../support/billed.js';
import { idOf } from '../support/billed-shop.js';
import { type Cells, csvOf, type RowPlatform } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const OPEN = { pinduoduo: '260601-100000000000001', kuaishou: '2606010000000001' };
const at = '2026-06-14';
const SHARED: Cells = { 实付款: '¥90.00', 平台补贴: '¥10.00', 商品单价: '¥100.00' };
const ORDINARY: Cells = { ...SHARED, 支付方式: '微信支付' };
const PLAIN: Cells = { 实付款: '¥90.00', 平台补贴: '¥0', 商品单价: '¥90.00' };

interface Order {
  readonly cells: Cells;
  /** What the bill holds of it, in yuan. */
  readonly lines: readonly (readonly [kind: BillLine['kind'], yuan: number])[];
}
const times = (n: number, order: Order): Order[] => Array.from({ length: n }, () => order);
const whole: Order['lines'] = [
  ['income', 90],
  ['subsidy', 10],
];

/** One open order amid these; its receivable in yuan, the set of its file, and what is told of the columns. */
async function learn(orders: readonly Order[], platform: RowPlatform = 'kuaishou', open: Cells = SHARED) {
  const rows = [
    { ...open, 订单号: OPEN[platform] },
    ...orders.map(({ cells }, n) => ({ ...cells, 订单号: idOf(platform, n) })),
  ];
  const lines = orders.flatMap((order, n) =>
    order.lines.map(([kind, yuan]) => ({ id: idOf(platform, n), at, kind, yuan })),
  );
  const files = [{ name: 'orders.csv', content: csvOf(platform, rows) }];
  const audited = await auditBilled(folder(), files, [billOf(platform, lines)], { asOf: '2026-07-19' });
  return {
    receivable: (audited.order(OPEN[platform])?.receivable ?? 0) / 100,
    set: audited.portfolio.settings.addedParts[0],
    columns: audited.bills?.platformParts[0]?.columns,
  };
}

const LEARNED = { receivable: 100, set: 1, columns: ['平台补贴'] };

describe('the platform’s parts on Kuaishou', () => {
  it.each<[string, Order]>([
    [
      'whose income and refund stand in one settlement',
      { cells: SHARED, lines: [...whole, ['refund', -30]] },
    ],
    [
      'whose subsidy went back',
      {
        cells: SHARED,
        lines: [
          ['income', 90],
          ['subsidy-back', -10],
        ],
      },
    ],
    [
      'that its state says is refunded',
      { cells: { ...SHARED, 售后状态: '退款成功' }, lines: [['income', 95]] },
    ],
    ['with an after-sale', { cells: { ...SHARED, 售后状态: '售后处理中' }, lines: [['income', 95]] }],
    ['of which a part was paid', { cells: SHARED, lines: [['income', 50]] }],
    ['that shows 0 until the debit', { cells: { ...SHARED, 实付款: '¥0' }, lines: [['income', 100]] }],
  ])('are not voted on by an order %s', async (_, odd) => {
    for (const cells of [odd.cells, { ...odd.cells, 支付方式: '微信支付' }]) {
      const clear = times(10, { cells: ORDINARY, lines: whole });
      expect(await learn([...clear, ...times(10, { ...odd, cells })])).toEqual(LEARNED);
      expect((await learn(times(10, { ...odd, cells }))).set).toBe(NO_SET);
    }
  });

  it('are voted on by all others, and told as unknown where no set fits', async () => {
    const odd = times(1, { cells: SHARED, lines: [['income', 93]] });
    const clear = { cells: SHARED, lines: whole };
    expect(await learn([...times(19, clear), ...odd])).toEqual(LEARNED);
    const none = await learn([...times(18, clear), ...odd]);
    expect(none).toEqual({ receivable: 90, set: NO_SET, columns: null });
  });

  it('are learned to be none, which is another thing than not learned', async () => {
    const none = { cells: SHARED, lines: [['income', 90]] } as const;
    expect(await learn(times(10, none))).toEqual({ receivable: 90, set: 0, columns: [] });
  });

  it('are not learned from orders on which the platform bears nothing', async () => {
    const plain = times(10, { cells: PLAIN, lines: [['income', 90]] });
    expect(await learn(plain)).toEqual({ receivable: 90, set: NO_SET, columns: null });
    expect(await learn(plain, 'kuaishou', PLAIN)).toEqual({ receivable: 90, set: 0, columns: [] });
  });
});

describe('the platform’s parts on Pinduoduo', () => {
  const borne = (part: string, shop: string): Cells => ({
    '平台优惠折扣(元)': part,
    '商家实收金额(元)': shop,
  });
  const run = async (cells: Cells, n: number) => {
    const orders = times(n, { cells, lines: [['income', 100]] });
    return (await learn([...orders, ...times(20, { cells: {}, lines: [] })], 'pinduoduo', {})).columns;
  };

  it('are nothing to speak of where no order has one, or none may speak', async () => {
    expect(await run({}, 10)).toEqual([]);
    expect((await learn([], 'pinduoduo', { 售后状态: '退款成功' })).columns).toEqual([]);
  });

  it('are told of few orders too, and are unknown only where no set fits', async () => {
    const few = { ...borne('10.00', '110.00') };
    expect(await run(few, 3)).toEqual(['平台优惠折扣(元)']);
    expect(await run(few, 10)).toEqual(['平台优惠折扣(元)']);
    expect(await run(borne('10.00', '105.00'), 3)).toBeNull();
    expect(await run(borne('10.00', '105.00'), 10)).toBeNull();
  });
});
