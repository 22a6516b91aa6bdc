// What follows for the audit from what a file can show and from what it cannot.

import type { Blindness } from '../model.js';
import type { Both } from './language.js';

interface Sight {
  /** The file holds it. */
  readonly can: Both;
  /** The file lacks it: what cannot be told therefore. */
  readonly cannot: Both;
}

export const SIGHTS: Readonly<Record<Blindness, Sight>> = {
  'pay-later': {
    can: { zh: '哪些订单是先用后付', en: 'which orders are pay-later' },
    cannot: {
      zh: '哪些订单是先用后付：用 --all-pay-later、--pay-later-orders 或 --map pay_later=列名 说明',
      en: 'Which orders are pay-later: say it with --all-pay-later, --pay-later-orders or --map pay_later=HEADER',
    },
  },
  'shipping-time': {
    can: { zh: '什么时候发的货', en: 'when orders were shipped' },
    cannot: {
      zh: '没有发货时间：在途多久、有没有超期没确认收货，看不出来',
      en: 'No shipping time: how long parcels are on their way and whether receipt is late cannot be told',
    },
  },
  'receipt-time': {
    can: { zh: '什么时候确认收货', en: 'when receipt was confirmed' },
    cannot: {
      zh: '没有确认收货时间：扣款日只能按发货时间推算，是最晚的一天，过期天数只少不多',
      en: 'No receipt time: the debit date is estimated from shipping, as the latest day it can be, so days are a lower bound',
    },
  },
  'promised-time': {
    can: { zh: '承诺哪天发货', en: 'by when shipping was promised' },
    cannot: {
      zh: '没有承诺发货时间：没发的货哪单最急，排不出来',
      en: 'No promised shipping time: which unshipped order is most urgent cannot be told',
    },
  },
  'after-sale': {
    can: { zh: '退款和售后', en: 'refunds and after-sales' },
    cannot: {
      zh: '没有售后状态：正在售后的单停不了计天数，没写进订单状态的退款也看不到',
      en: 'No after-sale state: open after-sales do not stop the clock, refunds outside the order state are not seen',
    },
  },
  waybill: {
    can: { zh: '快递单号', en: 'waybills' },
    cannot: {
      zh: '没有快递单号：几单是不是用了同一个单号，查不了',
      en: 'No waybill: whether several orders share one cannot be checked',
    },
  },
  recipients: {
    can: { zh: '收货人和电话地址', en: 'recipients and their addresses' },
    cannot: {
      zh: '没有收货人、电话、地址：几单是不是用了同一个电话或地址，查不了',
      en: 'No recipient, phone or address: whether orders share a phone or an address cannot be checked',
    },
  },
  'buyer-id': {
    can: { zh: '哪个买家账号', en: 'the buyer account' },
    cannot: {
      zh: '没有买家账号：几单是不是同一个账号下的，查不了',
      en: 'No buyer account: whether orders come from one account cannot be checked',
    },
  },
  settlement: {
    can: { zh: '到没到账', en: 'whether the money came in' },
    cannot: {
      zh: '没有货款明细：到没到账看不出来，平台有没有垫付也看不出来',
      en: 'No bill: whether the money came in, or a platform advanced it, cannot be told',
    },
  },
};
