// PL1: goods that were shipped and whose receivable then vanished, without a sign that they came back.

import { isRefundOnly } from './refunds.js';
import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

export const goodsOut = orderRule({
  id: 'goods-out',
  aliases: ['PL1'],
  title: { zh: '货发了，应收没了', en: 'goods out, receivable gone' },
  looks: {
    zh: '发货后关闭、取消或全额退款，又没看到退货单号的单；看的是货值，不在未收货款里。售后单写明仅退款的由「发货后仅退款」报。',
    en: 'An order closed, cancelled or wholly refunded after shipping without a sign of its return; it looks at the goods, which are no part of the outstanding. What an after-sale calls a refund without a return is told as refund-only.',
  },
  why: {
    zh: '货发出后订单关闭或退款，没看到退货单号：钱不会来，货也可能没回来。',
    en: 'The order was closed or refunded after shipping and no return is seen: no money will come, and the goods may be away.',
  },
  innocent: {
    zh: ['快递已经拦截退回', '买家拒收，货在退回路上', '退货已入库，单号还没登记'],
    en: [
      'the parcel was intercepted and came back',
      'the buyer refused it and it is on its way back',
      'it has come back, and the return was scanned late',
    ],
  },
  unless: {
    zh: '货值（成交金额）不到 {min}，或货退回来了',
    en: 'the list amount were under {min}, or the goods had come back',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {
    min: {
      value: 10_000,
      unit: 'fen',
      least: 1,
      most: 100_000_000,
      text: { zh: '货值从多少元起', en: 'from goods of so much on' },
    },
  },
  steps: ['review'],
  needs: [],
  check(audited, { min }) {
    const { order, judged, shippedAt } = audited;
    if (judged.goodsOut < min || isRefundOnly(audited)) return null;
    return {
      orders: [order],
      nextStep: 'review',
      exposureFen: judged.goodsOut,
      apart: true,
      evidence: [
        { kind: 'amount', name: 'list-amount', fen: judged.goodsOut },
        { kind: 'param', name: 'limit', param: 'min', value: min },
        { kind: 'time', name: 'shipped-at', seconds: shippedAt },
      ],
    };
  },
  line(evidence) {
    const fen = yuan(figure(evidence, 'list-amount'));
    return {
      zh: `货值 ${fen} 元发出后应收没了，没看到退货单号`,
      en: `goods of ${fen} yuan shipped, receivable gone, no return seen`,
    };
  },
});
