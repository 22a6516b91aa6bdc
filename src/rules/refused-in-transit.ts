// PL2: the courier or an after-sale says that the parcel was refused or goes back, and the order still waits for its receipt.

import { comesBack } from './refunds.js';
import { figure, orderRule } from './rule.js';
import { shortDay } from './words.js';

export const refusedInTransit = orderRule({
  id: 'refused-in-transit',
  aliases: ['PL2'],
  title: { zh: '在途中被拒收或退回', en: 'refused or returned on its way' },
  looks: {
    zh: '物流信息或售后单里写着拒收、退回、退签、派件失败，订单还是已发货待收货的单。',
    en: 'An order still waiting for its receipt whose logistics or after-sales say that the parcel was refused, goes back or could not be handed over.',
  },
  why: {
    zh: '货多半不会签收了，扣款就不会开始；趁件还在路上，先找到它。',
    en: 'The parcel will hardly be received, so that no debit begins; while it is on its way it can still be found.',
  },
  innocent: {
    zh: ['快递员没联系上买家，会再派一次', '地址写错，正在改派', '买家拒收后会申请退款'],
    en: [
      'the courier did not reach the buyer and will come again',
      'a wrong address, and the parcel is being rerouted',
      'the buyer refused it and is about to ask for the refund',
    ],
  },
  unless: {
    zh: '物流信息和售后单里没有拒收或退回',
    en: 'neither logistics nor after-sales spoke of a refusal or a return',
  },
  severity: 'medium',
  strength: 'moderate',
  params: {},
  steps: ['platform'],
  needs: ['tracking'],
  check(order) {
    const { outstanding, stage } = order.judged;
    if ((stage !== 'in-transit' && stage !== 'receipt-late') || !comesBack(order)) return null;
    return {
      orders: [order.order],
      nextStep: 'platform',
      evidence: [
        { kind: 'amount', name: 'outstanding', fen: outstanding },
        { kind: 'time', name: 'shipped-at', seconds: order.shippedAt },
      ],
    };
  },
  // Not due yet, proven or not.
  line(evidence) {
    const shippedAt = figure(evidence, 'shipped-at');
    const sent = Number.isNaN(shippedAt) ? '' : shortDay(shippedAt);
    return {
      zh: `${sent === '' ? '' : `${sent} 发货，`}物流或售后单里写着拒收、退回或没派到`,
      en: `${sent === '' ? '' : `shipped ${sent}; `}refused, going back or not handed over, by the logistics or an after-sale`,
    };
  },
});
