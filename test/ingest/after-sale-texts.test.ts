// The texts of an after-sales row: what they say, and what comes near to it and says something else.
import { describe, expect, it } from 'vitest';
import {
  isNotice,
  mentionsReturn,
  readRowState,
  readRowType,
  saysMinor,
  saysReturning,
} from '../../src/ingest/after-sale-texts.js';

const tabled = <T>(table: Readonly<Record<string, T>>) => Object.entries(table) as [text: string, value: T][];

describe('售后状态', () => {
  it.each(
    tabled({
      退款成功: 'refunded',
      '同意退款，退款成功': 'refunded',
      '未发货，退款成功': 'refunded',
      已退款: 'refunded',
      售后成功: 'succeeded',
      换货补寄成功: 'succeeded',
      换货完成: 'succeeded',
      维修成功: 'succeeded',
      售后处理中: 'open',
      退款中: 'open',
      平台处理中: 'open',
      '商家同意退款，退款中': 'open',
      '平台同意退款，退款中': 'open',
      '买家申请退款，待商家处理': 'open',
      '退货退款，待商家处理': 'open',
      '已同意退货退款,待用户发货': 'open',
      待买家退货: 'open',
      待商家收货: 'open',
      待用户确认收货: 'open',
      换货补寄待商家处理: 'open',
      换货补寄待用户确认完成: 'open',
      待商家同意维修: 'open',
      '已同意拒收退款，待用户拒收': 'open',
      补寄待商家发货: 'open',
      '同意召回后退款，待商家召回': 'open',
      买家已发货: 'open',
      平台介入: 'open',
      '平台介入，售后处理中': 'open',
      用户撤销: 'closed',
      买家撤销: 'closed',
      已撤销: 'closed',
      已撤销退款: 'closed',
      已取消: 'closed',
      已关闭: 'closed',
      已驳回: 'closed',
      售后关闭: 'closed',
      售后失败: 'closed',
      '平台拒绝退款，退款关闭': 'closed',
      '买家逾期未处理，退款失败': 'closed',
      '买家逾期，超过有效期': 'closed',
      换货补寄失败: 'closed',
      维修关闭: 'closed',
      '退款关闭（买家取消）': 'closed',
      无售后或售后取消: 'closed',
    } as const),
  )('%s is %s', (text, state) => {
    expect(readRowState(text)).toBe(state);
    expect(readRowState(` ${text.replaceAll('，', ',')}\t`), 'with half-width commas').toBe(state);
    expect(readRowState(text.replaceAll(/[，,]/g, '')), 'without commas').toBe(state);
  });

  it('ends in a rejection that waits for the buyer, so it is not over', () => {
    expect(readRowState('驳回退款，待买家处理')).toBe('open');
    expect(readRowState('商家拒绝退款，待买家处理')).toBe('open');
  });

  it.each(['', '商家拒绝', '未退款成功', '待定', '成功', '撤销失败后退款成功', '张三'])(
    '%j is not known',
    (text) => {
      expect(readRowState(text)).toBeNull();
    },
  );
});

describe('退款类型', () => {
  it.each(
    tabled({
      '': 'none',
      仅退款: 'refund-only',
      ' 仅退款\t': 'refund-only',
      '仅退款（未收到货）': 'refund-only',
      未发货仅退款: 'refund-only',
      退货退款: 'return',
      拦截退货: 'return',
      换货: 'exchange',
      补寄: 'resend',
      缺货补寄: 'resend',
      维修: 'repair',
      '我要退款（无需退货）': 'other',
      退款: 'other',
      退货: 'other',
      不是仅退款: 'other',
      仅换货退款: 'other',
    } as const),
  )('%j is %s', (text, type) => {
    expect(readRowType(text)).toBe(type);
  });
});

describe('goods on their way back', () => {
  it.each([
    '拒收',
    '买家已拒收',
    '退回',
    '已退回',
    '退签',
    '派件失败',
    '退货中',
    '签收',
    '已签收',
    '运输中',
    '已揽收',
  ])('are what 退货物流状态 %s says', (text) => {
    expect(saysReturning(text)).toBe(true);
  });

  it.each([
    '',
    '未退回',
    '待买家退货',
    '待揽收',
    '等待揽收',
    '尚未签收',
    '未发货',
    '无需退货',
    '无物流信息',
    '退货',
  ])('are not what 退货物流状态 %j says', (text) => {
    expect(saysReturning(text)).toBe(false);
  });

  it.each(['快递拒收', '已拒收，货在退回', '买家未收到，包裹退回中', '派件失败退回'])(
    'are what the reason %s says',
    (text) => {
      expect(mentionsReturn(text)).toBe(true);
    },
  );

  it.each([
    '显示签收未收到货',
    '运输中破损',
    '要求退回差价',
    '退回多付的运费',
    '不拒收',
    '请拒收',
    '未退回',
    '商品与描述不符',
  ])('are not what the reason %s says', (text) => {
    expect(mentionsReturn(text)).toBe(false);
  });
});

describe('a reason', () => {
  it('tells of a child, and of nobody else', () => {
    expect(['未成年人下单', '未成年误拍'].every(saysMinor)).toBe(true);
    expect(['', '非未成年', '不是未成年人', '成年', '多拍/错拍/不想要'].some(saysMinor)).toBe(false);
  });
});

describe('a notice', () => {
  it('is the platform’s sentence and no buyer’s', () => {
    const sentences = [
      '3个月前的售后单仅支持在页面查看',
      '3个月前的数据，仅支持页面查看',
      '三个月以前的售后请到后台看',
    ];
    expect(sentences.filter(isNotice)).toEqual(sentences);
    expect(['3个月前买的', '页面显示已签收', '商品与页面描述不符'].some(isNotice)).toBe(false);
  });
});
