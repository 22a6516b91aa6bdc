// RF2: in the place of PL1 where an after-sale tells it: goods that went out, refunded without a return, no income seen.

import { isRefundOnly } from './refunds.js';
import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

export const refundOnly = orderRule({
  id: 'refund-only',
  aliases: ['RF2'],
  title: { zh: '发货后仅退款', en: 'refund only, after shipping' },
  looks: {
    zh: '售后单写明是仅退款：货发了、没有退货运单号、没看到到过账的单；看的是货值，不在未收货款里。',
    en: 'An order that an after-sale refunded without a return after it was shipped, while nothing is seen to have been collected; it looks at the goods, which are no part of the outstanding.',
  },
  why: {
    zh: '货在外面，应收已经没了。和「货发了，应收没了」是一件事，售后单说明了类型，只报这一条。',
    en: 'The goods are away and the receivable is gone. The same matter as goods-out, told by the after-sale: only this one speaks.',
  },
  innocent: {
    zh: ['货坏了、错了、漏了，买家有权不退货', '平台介入后判的', '快递拦截或买家拒收，货在退回路上'],
    en: [
      'the goods were damaged, wrong or missing: the buyer need not send them back',
      'the platform decided so',
      'the parcel was intercepted or refused and is on its way back',
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
  needs: ['after-sales'],
  check(order, { min }, { hasBills }) {
    const { goodsOut } = order.judged;
    if (goodsOut < min || !isRefundOnly(order)) return null;
    return {
      orders: [order.order],
      nextStep: 'review',
      exposureFen: goodsOut,
      apart: true,
      evidence: [
        { kind: 'amount', name: 'list-amount', fen: goodsOut },
        { kind: 'param', name: 'limit', param: 'min', value: min },
        { kind: 'time', name: 'shipped-at', seconds: order.shippedAt },
        // Without a bill nobody knows whether it had come in before it was given back.
        ...(hasBills ? [{ kind: 'amount', name: 'collected', fen: 0 } as const] : []),
      ],
    };
  },
  line(evidence) {
    const fen = yuan(figure(evidence, 'list-amount'));
    const isBilled = !Number.isNaN(figure(evidence, 'collected'));
    return {
      zh: `货值 ${fen} 元发出后仅退款，没有退货运单号${isBilled ? '，账单里没有到账' : ''}`,
      en: `goods of ${fen} yuan shipped, refunded without a return${isBilled ? ', no income in the bill' : ''}`,
    };
  },
});
