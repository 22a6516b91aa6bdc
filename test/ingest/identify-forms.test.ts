// The known forms of the order exports: recognised whole, in any order of columns, under drift and with additions.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ORDER_FIELDS } from '../../src/core/fields.js';
import { ORDER_HEADERS } from '../support/headers.js';
import { identified, sources } from '../support/identified.js';

const SHORT_SOURCES = {
  order_id: ['订单号'],
  status: ['订单状态'],
  after_sale_status: ['售后状态'],
  buyer_paid: ['用户实付金额(元)'],
  merchant_receives: ['商家实收金额(元)'],
  goods_total: ['商品总价(元)'],
  quantity: ['商品数量(件)'],
  postage: ['邮费(元)'],
  shop_discount: ['店铺优惠折扣(元)'],
  platform_part: ['平台优惠折扣(元)', '多多支付立减金额(元)'],
  created_at: ['订单成交时间'],
  shipped_at: ['发货时间'],
  received_at: ['确认收货时间'],
  product: ['商品'],
  product_id: ['商品id'],
  spec: ['商品规格'],
  style_id: ['样式ID'],
  waybill: ['快递单号'],
  carrier: ['快递公司'],
  seller_note: ['商家备注'],
};

const FULL_SOURCES = {
  ...SHORT_SOURCES,
  pay_method: ['支付方式'],
  service_fee: ['上门安装费(元)', '送货入户费(元)', '送货入户并安装费(元)'],
  paid_at: ['支付时间'],
  promised_ship_at: ['承诺发货时间'],
  buyer_phone: ['用户购买手机号'],
  province: ['省'],
  city: ['市'],
  district: ['区'],
  street: ['街道/镇'],
  warehouse: ['仓库所在地址'],
  buyer_note: ['买家留言'],
  lottery: ['是否抽奖或0元试用'],
  under_review: ['是否审核中'],
  group_id: ['团ID'],
  live: ['是否直播间成交'],
};

const { created_at: _created, group_id: _group, live: _live, ...OLD_SOURCES } = FULL_SOURCES;

const KUAISHOU_SOURCES = {
  order_id: ['订单号'],
  status: ['订单状态'],
  after_sale_status: ['售后状态'],
  pay_method: ['支付方式'],
  buyer_paid: ['实付款'],
  unit_price: ['商品单价'],
  quantity: ['成交数量'],
  postage: ['快递费'],
  shop_discount: ['店铺优惠'],
  platform_part: ['平台补贴', '主播补贴', '混资活动优惠', '支付优惠', '国补/类国补/消费券'],
  created_at: ['订单创建时间'],
  paid_at: ['订单支付时间'],
  shipped_at: ['发货时间'],
  promised_ship_at: ['预售/承诺发货时间'],
  product: ['商品名称'],
  product_id: ['商品ID'],
  spec: ['商品规格'],
  style_id: ['SKU编码'],
  waybill: ['快递单号'],
  carrier: ['快递公司'],
  logistics: ['物流信息'],
  recipient: ['收货人姓名'],
  phone: ['收货人电话'],
  province: ['收货地址-省'],
  city: ['收货地址-市'],
  district: ['收货地址-区'],
  street: ['收货地址-街道'],
  address: ['收货地址'],
  warehouse: ['仓库地址'],
  seller_note: ['订单备注'],
  live: ['订单载体'],
  promoter: ['CPS达人ID'],
  buyer_note: ['买家留言'],
  gift_order_id: ['赠品订单号'],
};

const KNOWN = [
  {
    name: 'pinduoduo2020',
    count: 55,
    template: '2020 wide',
    fields: {
      ...OLD_SOURCES,
      platform_part: ['平台优惠折扣(元)'],
      grouped_at: ['拼单成功时间'],
      recipient: ['收货人'],
      phone: ['手机'],
      street: ['街道'],
    },
  },
  { name: 'pinduoduo2023', count: 82, template: '2023 full', fields: FULL_SOURCES },
  { name: 'pinduoduoShort', count: 23, template: '2026 short', fields: SHORT_SOURCES },
  { name: 'pinduoduoInstalments', count: 27, template: '2026 short + 分期', fields: SHORT_SOURCES },
  {
    name: 'pinduoduoFlag',
    count: 83,
    template: '2026 wide + 是否先用后付',
    fields: { ...FULL_SOURCES, pay_later: ['是否先用后付'] },
  },
  { name: 'kuaishou61', count: 61, template: '61 columns', fields: KUAISHOU_SOURCES },
  { name: 'kuaishou64', count: 64, template: '64 columns', fields: KUAISHOU_SOURCES },
] as const;

const anyOrderHeader = fc.constantFrom(...KNOWN.map(({ name }) => ORDER_HEADERS[name]));

describe.each(KNOWN)('the header of $name', ({ name, count, template, fields }) => {
  const cells = ORDER_HEADERS[name];

  it('is known whole: platform, form, every field, no column unknown', () => {
    const match = identified(cells);
    expect(cells).toHaveLength(count);
    expect(match.format.kind).toBe('orders');
    expect(name.startsWith(match.format.platform)).toBe(true);
    expect(match.template).toBe(template);
    expect(sources(match)).toEqual(fields);
    expect(match.recognised).toBe(count);
    expect(match.unknown).toEqual([]);
    expect(match.duplicates).toEqual([]);
    expect(match.names).toEqual(cells);
  });

  it('has every field either in a column or absent', () => {
    const match = identified(cells);
    const all = [...match.columns.keys(), ...match.absent];
    expect(all.sort()).toEqual(Object.keys(ORDER_FIELDS).sort());
  });

  it('is the same under BOM, TABs, blanks and full-width brackets', () => {
    const drifted = cells.map((cell) => `${cell.replace('(', '（').replace(')', '）').replace('/', '／')}\t`);
    const match = identified([`\ufeff ${drifted[0]}`, ...drifted.slice(1)]);
    const plain = identified(cells);
    expect(match.columns).toEqual(plain.columns);
    expect(
      match.names.map((shown) => shown.replace('（', '(').replace('）', ')').replace('／', '/')),
    ).toEqual(cells);
    expect(match.template).toBe(template);
    expect(match.unknown).toEqual([]);
  });

  it('keeps its fields behind columns that an ERP put in front', () => {
    const match = identified(['店铺名称', '店铺ID', '内部标签', '', ...cells]);
    expect(sources(match)).toEqual({ ...fields, shop_name: ['店铺名称'], shop_id: ['店铺ID'] });
    expect(match.columns.get('order_id')).toEqual([cells.indexOf('订单号') + 4]);
    expect(match.unknown).toEqual([2]);
  });
});

describe('any known order header', () => {
  it('means the same in any order of its columns', () => {
    fc.assert(
      fc.property(
        anyOrderHeader.chain((cells) =>
          fc.tuple(fc.constant(cells), fc.shuffledSubarray([...cells], { minLength: cells.length })),
        ),
        ([cells, shuffled]) => {
          const before = identified(cells);
          const after = identified(shuffled);
          expect(after.format).toBe(before.format);
          expect(after.template).toBe(before.template);
          expect(sources(after)).toEqual(sources(before));
          expect([...after.absent]).toEqual([...before.absent]);
          expect(after.recognised).toBe(before.recognised);
          for (const [field, at] of after.columns) {
            expect(at.map((i) => shuffled[i])).toEqual(before.columns.get(field)?.map((i) => cells[i]));
          }
        },
      ),
    );
  });

  it('is never taken for another format because of columns that somebody added', () => {
    const added = fc.array(
      fc.constantFrom(
        'order_id',
        'status',
        'buyer_paid',
        '下单时间',
        '应收金额',
        '状态',
        '备注',
        '__proto__',
        'x',
        '',
      ),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(anyOrderHeader, added, (cells, extra) => {
        expect(identified([...extra, ...cells]).format).toBe(identified(cells).format);
      }),
    );
  });
});
