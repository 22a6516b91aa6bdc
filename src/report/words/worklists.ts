// The words of the work lists: names of files, heads and columns.

import type { Both } from '../../core/language.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { Waiting, WorklistStep } from '../worklists.js';
import { grouped, plural } from './language.js';

/** File names sort in the order in which the lists are worked through. */
export const FILE_NAMES: Readonly<Record<WorklistStep, Both>> = {
  hold: { zh: '1-先核实再发.csv', en: '1-hold.csv' },
  intercept: { zh: '2-问平台拦截.csv', en: '2-intercept.csv' },
  platform: { zh: '3-找平台客服.csv', en: '3-platform.csv' },
  remind: { zh: '4-平台内提醒.csv', en: '4-remind.csv' },
  provision: { zh: '5-会计处理.csv', en: '5-provision.csv' },
  review: { zh: '6-人工核对.csv', en: '6-review.csv' },
};

/** Begins every list: by it a list of ours is known, and may be replaced. */
export const GENERATOR: Both = { zh: 'bnpl-audit 工作清单', en: 'bnpl-audit work list' };

export const COUNT: Both<(asOf: string, orders: number, fen: number) => string> = {
  zh: (asOf, orders, fen) =>
    `${asOf === '' ? '' : `截至 ${asOf}，`}${grouped(orders)} 单，未收（含待核实）${yuan(fen)} 元`,
  en: (asOf, orders, fen) =>
    `${asOf === '' ? '' : `As of ${asOf}: `}${plural(orders, 'order')}, ${yuan(fen)} yuan open, unproven ones included`,
};

/** What has to be kept in mind, one line each. */
export const CONDITIONS: Readonly<Record<WorklistStep, Both<readonly string[]>>> = {
  hold: {
    zh: [
      '平台内聊天核对需求和地址，在「最晚」之前决定；超时可能算延迟发货，直接拒发可能算缺货。没有「最晚」的，按后台的承诺发货时间。',
    ],
    en: [
      'Check need and address in the platform\'s chat and decide before "until"; later may count as late shipment, refusing outright as out of stock. Where "until" is blank, the back office shows the promised time.',
    ],
  },
  intercept: {
    zh: ['先问平台客服能不能拦截；没有退款申请就自行拦截，可能被判虚假发货；拦截费一般由店铺付。'],
    en: [
      "Ask the platform first whether the parcel can be intercepted; doing so without a refund request may be judged false shipment; the shop usually pays the carrier's fee.",
    ],
  },
  platform: {
    zh: ['联系平台客服，说清订单号、发货和签收的时间；「最晚」是逾期第 30 天，过了这天再提就晚了。'],
    en: [
      'Contact the platform\'s support with the order\'s number and the times of shipping and receipt; "until" is its 30th day past due, the last one worth a ticket.',
    ],
  },
  remind: {
    zh: [
      '只用平台内聊天，一单最多提醒一次，只发「可以发的话」；不打电话、不发短信、不要求转账或扫码。',
      '发之前看一眼订单页：已经付款的、正在处理售后的、买家未成年的、7 天内提醒过的，都不要发。',
    ],
    en: [
      'Only in the platform\'s chat, once an order, and only the "text to send"; no calls, no text messages, no request to transfer or scan.',
      'Look at the order page first: not where it has been paid, an after-sale is open, the buyer is a minor, or a reminder went out within 7 days.',
    ],
  },
  provision: {
    zh: ['会计：按所用准则处理坏账；「逾期天数」从预计扣款日的次日算起。'],
    en: [
      'Accounting: provide for it by the standard in use; days past due count from the day after the due date.',
    ],
  },
  review: {
    zh: ['人工核对：按「说明」逐单看；售后处理中的，盯住售后时限。'],
    en: [
      'Check by hand, order by order, by its reason; where an after-sale is open, mind the time to answer it.',
    ],
  },
};

/** Orders that are not listed one by one. */
export const WAITING: Both<(waiting: Waiting) => string> = {
  zh: ({ orders, fen }) =>
    `另有 ${grouped(orders)} 单 ${yuan(fen)} 元过了预计扣款日、还没核实有没有到账：补上货款明细一次就能核实，不在这里逐单列；标注表里有。`,
  en: ({ orders, fen }) =>
    `Not listed one by one: ${plural(orders, 'order')} of ${yuan(fen)} yuan past the expected debit of which nothing tells yet whether they came in. One bill tells of all; the annotated copy has them.`,
};

/** Columns that are not those of the annotated copy. */
export const COLUMNS = {
  order: { zh: '订单号', en: 'order' },
  until: { zh: '最晚', en: 'until' },
  shipped: { zh: '发货时间', en: 'shipped' },
  waybills: { zh: '快递单号', en: 'waybills' },
  received: { zh: '收货时间', en: 'received' },
  file: { zh: '源文件', en: 'file' },
  row: { zh: '行', en: 'row' },
  text: { zh: '可以发的话', en: 'text to send' },
  done: { zh: '处理结果', en: 'outcome' },
} as const satisfies Readonly<Record<string, Both>>;

/** In the summary: the folder, and how many orders each list has. */
export const WORKLISTS: Both = { zh: '工作清单', en: 'work lists' };
export const WORKLIST_COUNT: Both<(step: string, orders: number) => string> = {
  zh: (step, orders) => `${step} ${grouped(orders)} 单`,
  en: (step, orders) => `${step} ${grouped(orders)}`,
};
export const NO_WORK: Both = { zh: '清单里没有要处理的订单', en: 'no order on any list' };
