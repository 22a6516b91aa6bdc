// What is told of a row that matched nothing, of a second header row, and of our own annotated copy.
import { describe, expect, it } from 'vitest';
import { carriesOurColumns, looksLikeHeader, nearestFormat } from '../../src/ingest/identify.js';
import { ORDER_HEADERS, OTHER_HEADERS } from '../support/headers.js';

describe('nearestFormat', () => {
  it('says what a header lacks of the format that it resembles most', () => {
    const nearest = nearestFormat(ORDER_HEADERS.pinduoduoShort.filter((cell) => cell !== '订单号'));
    expect(nearest?.format).toMatchObject({ platform: 'pinduoduo', kind: 'orders' });
    expect(nearest?.recognised).toBe(22);
    expect(nearest?.missing).toEqual(['订单号']);
  });

  it('names all headers that would fill a missing group', () => {
    const nearest = nearestFormat(['订单号', '订单状态', '样式ID', '商品规格', '团ID', '订单成交时间']);
    expect(nearest?.missing).toEqual(['用户实付金额(元) / 商家实收金额(元)']);
    expect(nearestFormat(['商户订单号', '账务类型'])?.missing).toEqual([
      '发生时间',
      '收入金额（+元）',
      '支出金额（-元）',
    ]);
  });

  it('tells that none of the headers is one of the platform alone', () => {
    const cells = ['订单状态', '实付款', '活动订单编号', '旗帜颜色', '渠道', '账号类型'];
    expect(nearestFormat(cells)).toMatchObject({
      format: { platform: 'kuaishou' },
      missing: ['订单号', '订单创建时间 / 订单支付时间 / 预售/承诺发货时间'],
    });
  });

  it('is null when nothing is known', () => {
    expect(nearestFormat(['甲', '乙', '__proto__', ''])).toBeNull();
    expect(nearestFormat([])).toBeNull();
  });
});

describe('looksLikeHeader', () => {
  it('knows every known header, and a third of one', () => {
    for (const cells of Object.values({ ...ORDER_HEADERS, ...OTHER_HEADERS })) {
      expect(looksLikeHeader(cells)).toBe(true);
    }
    expect(looksLikeHeader(['订单号', '商品', '发货时间', 'a', 'b', 'c', 'd', 'e', 'f', '', ''])).toBe(true);
  });

  it('does not take data, few headers among many cells, or two headers for a header row', () => {
    expect(looksLikeHeader(['260719-118840263391207', '已收货', '35.90', '商品', '商品', '是', '否'])).toBe(
      false,
    );
    expect(looksLikeHeader(['订单号', '商品', '发货时间', 'a', 'b', 'c', 'd', 'e', 'f', 'g'])).toBe(false);
    expect(looksLikeHeader(['订单号', '商品', ''])).toBe(false);
    expect(looksLikeHeader([])).toBe(false);
  });
});

describe('carriesOurColumns', () => {
  it('knows our annotated copy in both languages', () => {
    expect(carriesOurColumns(['订单号', '核查_建议处理'])).toBe(true);
    expect(carriesOurColumns(['order_id', ' Audit_Next_Step\t'])).toBe(true);
    expect(carriesOurColumns(ORDER_HEADERS.pinduoduo2023)).toBe(false);
    expect(carriesOurColumns(['核查_关注等级'])).toBe(false);
  });
});
