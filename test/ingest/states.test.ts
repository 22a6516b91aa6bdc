// Reading 订单状态 and 售后状态: every known text, its drift, and nothing else.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAfterSaleState, readOrderState } from '../../src/ingest/states.js';
import { genericOrders } from '../../src/platforms/generic.js';
import { kuaishouOrders } from '../../src/platforms/kuaishou.js';
import { pinduoduoOrders } from '../../src/platforms/pinduoduo.js';

const CHINESE: readonly [text: string, phase: string, refunded: boolean][] = [
  ['待支付', 'unpaid', false],
  ['待付款', 'unpaid', false],
  ['待发货', 'unshipped', false],
  ['已发货', 'shipped', false],
  ['已发货，待收货', 'shipped', false],
  ['已发货，待签收', 'shipped', false],
  ['已收货', 'received', false],
  ['已签收', 'received', false],
  ['交易成功', 'received', false],
  ['未支付，交易关闭', 'cancelled', false],
  ['已取消', 'cancelled', false],
  ['交易关闭', 'cancelled', false],
  ['未发货，退款成功', 'unshipped', true],
  ['已发货，退款成功', 'shipped', true],
  ['已收货，退款成功', 'received', true],
  ['已取消，退款成功', 'cancelled', true],
];

describe.each([pinduoduoOrders, kuaishouOrders, genericOrders])('order states of $platform', (format) => {
  it.each(CHINESE)('%s is %s, refunded: %s', (text, phase, refunded) => {
    expect(readOrderState(format, text)).toEqual({ phase, refunded });
  });

  it.each(CHINESE)('%s keeps its meaning under drift of commas, blanks and TABs', (text, phase, refunded) => {
    const comma = fc.constantFrom('，', ',', '', ' , ', '， ', '、');
    const edge = fc.constantFrom('', ' ', '\t', '\u3000', '\ufeff');
    fc.assert(
      fc.property(comma, edge, edge, (sign, before, after) => {
        const written = before + text.replace('，', sign) + after;
        expect(readOrderState(format, written)).toEqual({ phase, refunded });
      }),
    );
  });

  it.each([
    '',
    '\t',
    '待审核',
    '发货',
    '已发货，退款中',
    '已发货，待收货，退款成功',
    '退',
    '待',
    'constructor',
    '__proto__',
  ])('does not guess what %j means', (text) => {
    expect(readOrderState(format, text)).toBeNull();
  });

  it('reads a remark behind a shipped state, but none that undoes the sale', () => {
    expect(readOrderState(format, '已发货，待收货（部分发货）')).toEqual({
      phase: 'shipped',
      refunded: false,
    });
    expect(readOrderState(format, '已发货，待签收 2件')).toEqual({ phase: 'shipped', refunded: false });
    expect(readOrderState(format, '已发货，待收货（退款处理中）')).toBeNull();
    expect(readOrderState(format, '已发货，待收货（已关闭）')).toBeNull();
  });
});

describe('order states of the generic format', () => {
  it.each([
    ['unpaid', 'unpaid', false],
    ['Pending Payment', 'unpaid', false],
    ['UNSHIPPED', 'unshipped', false],
    ['ｓｈｉｐｐｅｄ', 'shipped', false],
    ['in transit', 'shipped', false],
    ['received', 'received', false],
    ['Completed', 'received', false],
    ['cancelled', 'cancelled', false],
    ['canceled', 'cancelled', false],
    ['closed', 'cancelled', false],
    ['refunded', 'cancelled', true],
    ['Shipped, refunded', 'shipped', true],
    ['已完成', 'received', false],
    ['未付款', 'unpaid', false],
  ])('%s is %s, refunded: %s', (text, phase, refunded) => {
    expect(readOrderState(genericOrders, text)).toEqual({ phase, refunded });
  });

  it('are not read in a file of a platform', () => {
    expect(readOrderState(pinduoduoOrders, 'shipped')).toBeNull();
    expect(readOrderState(kuaishouOrders, 'refunded')).toBeNull();
  });
});

describe.each([pinduoduoOrders, kuaishouOrders, genericOrders])(
  'after-sale states of $platform',
  (format) => {
    it.each([
      ['', 'none'],
      ['\t', 'none'],
      ['无售后', 'none'],
      ['无售后或售后取消', 'none'],
      ['售后处理中', 'open'],
      ['退款中', 'open'],
      [' 退款成功\t', 'refunded'],
      ['售后成功', 'succeeded'],
      ['售后关闭', 'closed'],
      ['售后失败', 'closed'],
      ['买家撤销退款申请', 'closed'],
      ['用户已取消', 'closed'],
      ['退款失败', 'closed'],
      ['商家驳回', 'closed'],
      ['超时，售后关闭', 'closed'],
    ])('%j is %s', (text, state) => {
      expect(readAfterSaleState(format, text)).toBe(state);
    });

    it.each(['待处理', '-', '部分退款', '退款成功，售后关闭', 'constructor'])(
      'does not guess what %j means',
      (text) => {
        expect(readAfterSaleState(format, text)).toBeNull();
      },
    );
  },
);

describe('after-sale states of the generic format', () => {
  it.each([
    ['None', 'none'],
    ['processing', 'open'],
    ['Refunded', 'refunded'],
    ['succeeded', 'succeeded'],
    ['rejected', 'closed'],
  ])('%s is %s', (text, state) => {
    expect(readAfterSaleState(genericOrders, text)).toBe(state);
  });
});
