// LG3: a receipt so soon after shipping that no parcel can have reached the other province.

import { figure, orderRule } from './rule.js';
import { timeSpan } from './words.js';

const DAY_SECONDS = 86_400;
/** A receipt before the shipping by more than this is wrong in itself, and told by another rule. */
const CLOCK_SECONDS = 300;

export const instantReceipt = orderRule({
  id: 'instant-receipt',
  aliases: ['LG3'],
  title: { zh: '发货后很快收货', en: 'received right after shipping' },
  looks: {
    zh: '发往外省、发货后几小时就收货的单。',
    en: 'An order received in another province within hours of shipping.',
  },
  why: {
    zh: '跨省包裹几小时内到不了，收货可能是没收到货就点的。',
    en: 'No parcel reaches another province within hours; receipt may have been confirmed without it.',
  },
  innocent: {
    zh: ['发出好几天后才在后台点发货', '从离买家近的另一个仓发出', '买家点错了确认收货'],
    en: [
      'shipping was entered days after the parcel had left',
      'it left from another warehouse near the buyer',
      'the buyer confirmed by mistake',
    ],
  },
  unless: { zh: '发货到收货有 {hours}以上', en: 'at least {hours} lay between shipping and receipt' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    hours: {
      value: 6,
      unit: 'hours',
      least: 1,
      most: 72,
      text: { zh: '发货后多少小时内收货', en: 'received within so many hours of shipping' },
    },
  },
  steps: ['review'],
  needs: ['warehouse', 'receipt-time', 'shipping-time', 'waybill'],
  check(order, { hours }) {
    const { shippedAt, receivedAt, warehouse, province } = order;
    // Without a waybill nothing travelled: virtual goods, or fetched by the buyer.
    if (order.waybills.length === 0 || warehouse < 0 || province < 0 || warehouse === province) return null;
    // Of several lines the latest times are told, which may be of different lines; a day has no hours.
    if (order.judged.lines > 1 || shippedAt % DAY_SECONDS === 0 || receivedAt % DAY_SECONDS === 0)
      return null;
    const took = receivedAt - shippedAt;
    if (!(took >= -CLOCK_SECONDS && took < hours * 3600)) return null;
    return {
      orders: [order.order],
      nextStep: 'review',
      evidence: [
        { kind: 'time', name: 'shipped-at', seconds: shippedAt },
        { kind: 'time', name: 'received-at', seconds: receivedAt },
        { kind: 'param', name: 'limit', param: 'hours', value: hours },
      ],
    };
  },
  line(evidence) {
    const span = timeSpan(figure(evidence, 'received-at') - figure(evidence, 'shipped-at'));
    return {
      zh: `发往外省，${span.zh}内就收货`,
      en: `received in another province within ${span.en} of shipping`,
    };
  },
});
