// What rules see of an order, from the files: whether its parcel came back, by which waybill, of which shop, of a minor.
import { describe, expect, it } from 'vitest';
import { AuditedOrders } from '../../src/portfolio/audited-order.js';
import type { AfterSaleTold } from '../support/after-sales-book.js';
import { auditBilled } from '../support/billed.js';
import { type Cells, csvOf } from '../support/rows.js';
import { scratch } from '../support/scratch.js';

const folder = scratch();
const ID = '260601-100000000000001';
type Row = Omit<AfterSaleTold, 'id'>;
const SENT: Cells = { 订单状态: '已发货，待收货', 确认收货时间: '' };

/** The orders of a Pinduoduo export that has 物流信息, with after-sales of the first one. */
async function ordersOf(rows: readonly Cells[], afterSales: readonly Row[] = []) {
  const content = csvOf('pinduoduo', rows, { columns: ['物流信息', '店铺名称', '收货人', '手机'] });
  const told = afterSales.map((one) => ({ id: ID, ...one }));
  const options = { asOf: '2026-07-19' };
  const files = [{ name: 'orders.csv', content }];
  const { book, portfolio } = await auditBilled(folder(), files, [], options, told);
  const orders = new AuditedOrders(book, portfolio);
  return rows.map((_, order) => orders.of(order, portfolio.judge(order)!));
}

async function orderOf(rows: readonly Cells[], afterSales: readonly Row[] = []) {
  const [first] = await ordersOf(rows, afterSales);
  return first!;
}

describe('what the logistics say', () => {
  it.each<[string, Cells, boolean, number]>([
    ['on its way', { ...SENT, 物流信息: '2026-06-03 已到达杭州转运中心' }, false, 0],
    ['refused on its way', { ...SENT, 物流信息: '2026-06-04 收件人拒收' }, true, 0],
    ['goes back', { ...SENT, 物流信息: '快件已被退回' }, true, 0],
    ['returned to the sender', { ...SENT, 物流信息: '退签：退件已由寄件人签收' }, true, 0],
    ['could not be handed over', { ...SENT, 物流信息: '派件失败：电话无人接听' }, true, 0],
    ['would go back', { ...SENT, 物流信息: '已放入快递柜，超时未取将被退回' }, false, 0],
    ['might be refused', { ...SENT, 物流信息: '请当面验货，如遇拒收请联系客服' }, false, 0],
    ['received: nobody asks', { 物流信息: '收件人拒收' }, false, 0],
    ['cancelled and came back', { ...SENT, 订单状态: '已取消', 物流信息: '已退回' }, true, 0],
    ['cancelled, its goods out', { ...SENT, 订单状态: '已取消' }, false, 10_000],
    // That nobody was there is no sign that the goods came back.
    ['cancelled, not handed over', { ...SENT, 订单状态: '已取消', 物流信息: '派件失败' }, true, 10_000],
  ])('%s', async (_, cells, returned, goodsOut) => {
    const order = await orderOf([cells]);
    expect([order.returned, order.judged.goodsOut]).toEqual([returned, goodsOut]);
  });
});

describe('the waybill of a return', () => {
  it.each<[string, string, Row, boolean]>([
    ['is that of the order', 'SF100000000001', { returnWaybill: 'SF100000000001' }, true],
    ['is another one', 'SF100000000001', { returnWaybill: 'SF100000000002' }, false],
    [
      'is one of several in its cell',
      'SF100000000003,SF100000000001',
      { returnWaybill: 'SF100000000001' },
      true,
    ],
    ['is that of the order in small letters', 'sf100000000001', { returnWaybill: 'SF100000000001' }, true],
    [
      'is the one that the after-sale itself was sent by',
      '',
      { returnWaybill: 'YT7', outboundWaybill: 'YT7' },
      true,
    ],
    [
      'is not the one that the after-sale was sent by',
      '',
      { returnWaybill: 'YT7', outboundWaybill: 'YT8' },
      false,
    ],
    ['is not there', '', {}, false],
  ])('%s', async (_, waybill, row, same) => {
    const order = await orderOf([{ 快递单号: waybill }], [{ type: 'return', applied: '2026-06-10', ...row }]);
    expect(order.sameWaybillBack).toBe(same);
  });

  it('is that of another order', async () => {
    const other = { 订单号: '260601-100000000000002', 快递单号: 'SF100000000009' };
    const order = await orderOf([{}, other], [{ returnWaybill: 'SF100000000009', applied: '2026-06-10' }]);
    expect(order.sameWaybillBack).toBe(false);
  });
});

describe('an after-sale of a minor', () => {
  it.each<[string, readonly Row[], boolean]>([
    ['marks its order', [{ minor: true, applied: '2026-06-10' }], true],
    ['also when it was withdrawn', [{ minor: true, state: 'closed', applied: '2026-06-10' }], true],
    ['also beside another one', [{ applied: '2026-06-09' }, { minor: true, applied: '2026-06-10' }], true],
    ['not before it was applied for', [{ minor: true, applied: '2026-07-20' }], false],
    ['is none for another reason', [{ applied: '2026-06-10' }], false],
    ['is none without after-sales', [], false],
  ])('%s', async (_, rows, minor) => {
    expect((await orderOf([{}], rows)).judged.minor).toBe(minor);
  });
});

it('knows the shop that sold it', async () => {
  const shopsOf = async (...names: string[]) => {
    const rows = names.map((name, i) => ({
      订单号: `260601-10000000000000${i}`,
      店铺名称: name,
      手机: `1390000000${i}`,
    }));
    const orders = await ordersOf(rows);
    return orders.map(({ shop }) => shop);
  };
  expect(await shopsOf('甲店', '乙店', '甲店')).toEqual([0, 1, 0]);
});
