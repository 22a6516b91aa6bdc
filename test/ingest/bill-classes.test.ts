// What a bill row is, by its code or by exact words.
import { describe, expect, it } from 'vitest';
import { meaningOfDescription, meaningOfType, speaksOfAdvance } from '../../src/ingest/bill-classes.js';

describe('a description with a code', () => {
  it.each([
    ['0010002|交易收入-订单收入', '0010002', 'income-buyer'],
    ['0010001|交易收入', '0010001', 'income-buyer'],
    ['0010005|交易收入-优惠券结算', '0010005', 'income-platform'],
    ['0010005|anything', '0010005', 'income-platform'],
    ['0010009|交易收入-优惠券结算', '0010009', 'income-platform'],
    ['0010009|交易收入-优惠券结算手续费', '0010009', 'income-buyer'],
    ['0020002|交易退款-订单退款', '0020002', 'refund-buyer'],
    ['0020005|交易退款-优惠券结算', '0020005', 'refund-platform'],
    ['0020008|交易退款-优惠券结算', '0020008', 'refund-platform'],
    ['0030001|技术服务费-技术服务费', '0030001', 'fee'],
    ['0030005|技术服务费-优惠券结算', '0030005', 'fee'],
    ['0030002|交易收入', '0030002', 'fee'],
    ['0040001|小额打款', '0040001', 'compensation'],
    ['0050002|服务支出-消费者体验提升计划', '0050002', 'service'],
    ['0060001|营销费用-多多进宝', '0060001', 'service'],
    ['0070004|转账-广告账户', '0070004', 'transfer'],
    ['0080001|提现-提现申请', '0080001', 'transfer'],
    ['0140028|其他支出-合作费追回', '0140028', 'other'],
    ['０010002｜交易收入', '0010002', 'income-buyer'],
    [' 0010002 |交易收入\t', '0010002', 'income-buyer'],
    ['0010002', '0010002', 'income-buyer'],
  ])('%s is %s, %s on either side', (text, name, kind) => {
    expect(meaningOfDescription(text)).toEqual({ name, whenIn: kind, whenOut: kind, isUnknownCode: false });
  });

  it.each(['0090001|交易收入-订单收入', '1001|交易收入', '0011002|交易收入', '9|x'])(
    '%s is of a family that is not known, whatever it says',
    (text) => {
      const code = text.split('|')[0];
      expect(meaningOfDescription(text)).toEqual({
        name: code,
        whenIn: 'other',
        whenOut: 'other',
        isUnknownCode: true,
      });
    },
  );

  it.each([
    '',
    '-',
    '交易收入-订单收入',
    '交易收入|0010002',
    '0010',
    'A0010002|交易收入',
    '12.50',
    '00100022',
  ])('%j has none', (text) => {
    expect(meaningOfDescription(text)).toBeNull();
  });
});

describe('the words of a row without a code', () => {
  it.each([
    ['交易收入', 'income-buyer', 'income-buyer'],
    ['交易退款', 'refund-buyer', 'refund-buyer'],
    ['优惠券结算', 'income-platform', 'refund-platform'],
    ['优惠券结算\t', 'income-platform', 'refund-platform'],
    ['技术服务费', 'other', 'other'],
    ['技术服务费退款', 'other', 'other'],
    ['交易退款扣款', 'other', 'other'],
    ['交易收入-订单收入', 'other', 'other'],
    ['', 'other', 'other'],
  ])('%j: %s in, %s out', (text, whenIn, whenOut) => {
    expect(meaningOfType(text)).toEqual({ name: text.trim(), whenIn, whenOut, isUnknownCode: false });
  });
});

describe('the words of an advance', () => {
  it.each(['先用后付垫款', '平台垫付', '垫资追回'])('%s is one', (text) =>
    expect(speaksOfAdvance(text)).toBe(true),
  );
  it.each(['', '-', '先用', '垫', '预付'])('%j is none', (text) => expect(speaksOfAdvance(text)).toBe(false));
});
