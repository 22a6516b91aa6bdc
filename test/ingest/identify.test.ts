// Recognising exports by their header row: renamed, equal and odd headers, bills, the generic format and the options.
import { describe, expect, it } from 'vitest';
import type { OrderField } from '../../src/core/fields.js';
import { identifyHeader } from '../../src/ingest/identify.js';
import { ORDER_HEADERS, OTHER_HEADERS } from '../support/headers.js';
import { identified, sources } from '../support/identified.js';

describe('a header that fits several formats', () => {
  it("is a platform's, however many columns only the generic format knows", () => {
    const match = identified([
      'order_id',
      'phone',
      '下单时间',
      '应收金额',
      '运费',
      '订单号',
      '订单状态',
      '用户实付金额(元)',
    ]);
    expect(match.format.platform).toBe('pinduoduo');
  });

  it('is the format that knows most of it', () => {
    const orders = identified([...ORDER_HEADERS.pinduoduoShort, '售后编号', '订单编号']);
    expect(orders.format.kind).toBe('orders');
    const afterSales = identified([...OTHER_HEADERS.pinduoduoAfterSales, '用户实付金额(元)']);
    expect(afterSales.format.kind).toBe('after-sales');
  });

  it('is the earlier format of the list at a tie', () => {
    const cells = ['订单号', '订单状态', '实付款', '订单创建时间', '用户实付金额(元)', '样式ID'];
    const match = identified(cells);
    expect(match.format.platform).toBe('pinduoduo');
    expect(match.recognised).toBe(identified(cells, { platform: 'kuaishou' }).recognised);
  });
});

describe('renamed and older columns', () => {
  const base = ['订单号', '订单状态', '用户实付金额(元)'];

  it.each([
    ['created_at', '订单成交时间'],
    ['paid_at', '支付时间'],
    ['grouped_at', '拼单成功时间'],
    ['address', '详细地址'],
    ['street', '街道'],
    ['service_fee', '服务费'],
    ['under_review', '是否异常'],
    ['product_id', '商品ID'],
    ['due_date', '最晚付款时间'],
    ['pay_state', '扣款状态'],
    ['shop_id', 'Mall ID'],
    ['buyer_id', '买家ID'],
    ['order_id', '订单号'],
  ] satisfies [OrderField, string][])('Pinduoduo: %s is read from %s', (field, header) => {
    const cells = [...base.filter((cell) => cell !== header), header];
    expect(identified(cells).columns.get(field)).toEqual([cells.indexOf(header)]);
  });

  it('takes the newest of several headers for one field', () => {
    const match = identified([...base, '街道', '街道/镇', '是否异常', '是否审核中']);
    expect(match.columns.get('street')).toEqual([4]);
    expect(match.columns.get('under_review')).toEqual([6]);
    expect(match.duplicates).toEqual([]);
    expect(match.unknown).toEqual([]);
  });

  it('reads the order number of older Kuaishou tools', () => {
    const match = identified(['订单编号', '订单状态', '实付款', '订单创建时间']);
    expect(match.format.platform).toBe('kuaishou');
    expect(match.columns.get('order_id')).toEqual([0]);
  });

  it('knows the short form with the order time in front', () => {
    const rest = ORDER_HEADERS.pinduoduoShort.filter((cell) => cell !== '订单成交时间');
    expect(identified(['订单成交时间', ...rest]).template).toBe('2026 short');
  });

  it('names no form when the columns are a choice of their own', () => {
    expect(identified(base).template).toBeNull();
  });
});

describe('equal and odd headers', () => {
  it('takes the first of two equal headers and tells whether it is needed', () => {
    const match = identified([
      '订单号',
      '订单状态',
      '商品id',
      '用户实付金额(元)',
      '自编',
      ' 商品ID',
      '标签',
      '自编',
      '支付ID',
      '支付id',
    ]);
    expect(match.columns.get('product_id')).toEqual([2]);
    expect(match.duplicates).toEqual([
      { name: '商品id', columns: [2, 5], needed: true },
      { name: '自编', columns: [4, 7], needed: false },
      { name: '支付ID', columns: [8, 9], needed: false },
    ]);
    expect(match.unknown).toEqual([4, 6, 7]);
    expect(match.recognised).toBe(5);
  });

  it('takes no harm from headers that are names of the language, and none from blank ones', () => {
    const odd = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', '', '\t', ''];
    const match = identified([...odd, ...ORDER_HEADERS.pinduoduoShort]);
    expect(sources(match)).toEqual(sources(identified(ORDER_HEADERS.pinduoduoShort)));
    expect(match.unknown).toEqual([0, 1, 2, 3]);
    expect(match.duplicates).toEqual([]);
    expect(identifyHeader(odd)).toBeNull();
  });

  it('does not count equal headers twice', () => {
    expect(identifyHeader(['订单号', '订单号', '订单号', '状态'])).toBeNull();
  });
});

describe('bills and after-sales', () => {
  it.each([
    ['pinduoduoBill', 'pinduoduo', 'bill', 7],
    ['kuaishouBill', 'kuaishou', 'bill', 40],
    ['pinduoduoAfterSales', 'pinduoduo', 'after-sales', 17],
    ['kuaishouAfterSales', 'kuaishou', 'after-sales', 6],
  ] as const)('%s is known whole', (name, platform, kind, count) => {
    const match = identified(OTHER_HEADERS[name]);
    expect(OTHER_HEADERS[name]).toHaveLength(count);
    expect(match.format).toMatchObject({ platform, kind });
    expect(match).toMatchObject({
      template: null,
      unknown: [],
      absent: [],
      duplicates: [],
      recognised: count,
    });
    expect(match.columns.size).toBe(0);
  });

  it('are known with half-width brackets, and tell an equal header that is needed', () => {
    const match = identified([
      '商户订单号',
      '发生时间',
      '收入金额(+元)',
      '支出金额(-元)',
      '发生时间',
      '我的',
      '业务描述',
    ]);
    expect(match.format).toMatchObject({ platform: 'pinduoduo', kind: 'bill' });
    expect(match.duplicates).toEqual([{ name: '发生时间', columns: [1, 4], needed: true }]);
    expect(match.unknown).toEqual([5]);
  });

  it('are not known without a column that is read of every row', () => {
    const bill = ['商户订单号', '发生时间', '收入金额（+元）', '支出金额（-元）', '账务类型'];
    expect(identified(bill).format.kind).toBe('bill');
    for (const column of bill) expect(identifyHeader(bill.filter((name) => name !== column))).toBeNull();
    const settlement = [
      '订单号',
      '订单实付',
      '合计收入',
      '合计支出(元)',
      '实际结算金额（元）',
      '实际结算时间',
    ];
    expect(identified(settlement).format).toMatchObject({ platform: 'kuaishou', kind: 'bill' });
    for (const column of settlement) {
      expect(identifyHeader(settlement.filter((name) => name !== column))).toBeNull();
    }
  });

  it('take no notice of a map, which is for orders', () => {
    const map = new Map<OrderField, string>([['buyer_paid', '我的']]);
    const match = identified([...OTHER_HEADERS.kuaishouBill, '我的'], { map });
    expect(match).toMatchObject({ unknown: [40], recognised: 40 });
    expect(match.columns.size).toBe(0);
  });

  it('are not taken for orders when a map names columns that they happen to have', () => {
    const map = new Map<OrderField, string>([['order_id', '订单编号']]);
    expect(identified(OTHER_HEADERS.pinduoduoAfterSales, { map }).format.kind).toBe('after-sales');
  });
});

describe('the generic format', () => {
  it('reads English and plain Chinese tables', () => {
    const english = identified(['Order_ID', 'status', 'buyer_paid', 'shipped_at', 'phone']);
    expect(english.format.platform).toBe('generic');
    expect(sources(english)).toEqual({
      order_id: ['Order_ID'],
      status: ['status'],
      buyer_paid: ['buyer_paid'],
      shipped_at: ['shipped_at'],
      phone: ['phone'],
    });
    const chinese = identified([
      '订单编号',
      '状态',
      '应收金额',
      '下单时间',
      '收货时间',
      '买家昵称',
      '收货电话',
      '详细地址',
    ]);
    expect(chinese.format.platform).toBe('generic');
    expect(sources(chinese)).toEqual({
      order_id: ['订单编号'],
      status: ['状态'],
      merchant_receives: ['应收金额'],
      created_at: ['下单时间'],
      received_at: ['收货时间'],
      buyer_id: ['买家昵称'],
      phone: ['收货电话'],
      address: ['详细地址'],
    });
  });

  it("is what a merchant's own table is, even when it says 实付款", () => {
    expect(identified(['订单编号', '订单状态', '实付款', '下单时间']).format.platform).toBe('generic');
  });

  it.each([
    [['订单号', '状态']],
    [['订单号', '发货时间', '收货时间', '手机']],
    [['状态', '实付金额', '下单时间']],
    [['a', 'b', 'c']],
    [[]],
  ])('does not claim %j', (cells) => {
    expect(identifyHeader(cells)).toBeNull();
  });

  it('needs only an order number when the user names it', () => {
    expect(identifyHeader(['单号', '甲', '乙'], { platform: 'generic' })).toBeNull();
    const map = new Map<OrderField, string>([['order_id', '单号']]);
    const match = identified(['单号', '甲', '乙'], { platform: 'generic', map });
    expect(sources(match)).toEqual({ order_id: ['单号'] });
    expect(match.unknown).toEqual([1, 2]);
  });
});

describe('the options', () => {
  it('try only the formats of the named platform', () => {
    expect(identifyHeader(ORDER_HEADERS.pinduoduoShort, { platform: 'kuaishou' })).toBeNull();
    expect(identifyHeader(OTHER_HEADERS.pinduoduoBill, { platform: 'kuaishou' })).toBeNull();
    expect(identified(OTHER_HEADERS.kuaishouBill, { platform: 'kuaishou' }).format.kind).toBe('bill');
    const plain = ['订单编号', '订单状态', '实付款'];
    expect(identified(plain, { platform: 'kuaishou' }).format.platform).toBe('kuaishou');
  });

  it('let a mapped column win over what its header usually means', () => {
    const cells = ['订单号', '订单状态', '用户实付金额(元)', '实付', '支付时间', '样式ID'];
    const map = new Map<OrderField, string>([
      ['buyer_paid', ' 实付 '],
      ['created_at', '支付时间'],
      ['due_date', '没有这一列'],
    ]);
    const match = identified(cells, { map });
    expect(match.format.platform).toBe('pinduoduo');
    expect(match.columns.get('buyer_paid')).toEqual([3]);
    expect(match.columns.get('created_at')).toEqual([4]);
    expect(match.columns.has('paid_at')).toBe(false);
    expect(match.absent).toContain('paid_at');
    expect(match.absent).toContain('due_date');
    expect(match.unknown).toEqual([]);
    expect(match.recognised).toBe(6);
  });

  it('make a file known whose needed column has a name of its own', () => {
    const cells = ['交易号', '订单状态', '商家实收金额(元)', '订单成交时间'];
    expect(identifyHeader(cells)).toBeNull();
    const match = identified(cells, { map: new Map<OrderField, string>([['order_id', '交易号']]) });
    expect(match.format.platform).toBe('pinduoduo');
    expect(match.columns.get('order_id')).toEqual([0]);
  });

  it('let one mapped column stand for all columns of a field that may have several', () => {
    const map = new Map<OrderField, string>([['platform_part', '平台总补贴']]);
    const match = identified([...ORDER_HEADERS.kuaishou61, '平台总补贴'], { map });
    expect(match.columns.get('platform_part')).toEqual([61]);
  });
});
