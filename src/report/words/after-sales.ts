// The words of after-sales exports: what is told of their rows, and the line of the summary's head.

import type { AfterSaleType } from '../../core/after-sales-book.js';
import type { ProblemCode } from '../../core/problem.js';
import type { AfterSalesModel } from '../model.js';
import { type Both, grouped, type ProblemText, plural, problemText as text } from './language.js';

export const AFTER_SALES_WORDS = {
  'after-sale-number-damaged': {
    zh: text(
      '售后编号坏了',
      '售后编号被表格软件改成了科学计数法，每一行都单独算；订单号能读，金额照算。',
      '重新导出，别用 Excel 存 CSV；要看就先复制一份。',
    ),
    en: text(
      'after-sale number damaged',
      'A spreadsheet has rounded it: each of these rows counts as an after-sale of its own.',
      'Export again and do not save the CSV in Excel; look at a copy instead.',
    ),
  },
  'after-sale-repeated': {
    zh: text(
      '同一张售后单重复',
      '同一个售后编号、内容也一样的行，只算一次。',
      '不用处理，多半是几份导出时间有重叠。',
    ),
    en: text(
      'after-sale repeated',
      'Rows of one after-sale that say the same, counted once.',
      'Nothing: exports often overlap.',
    ),
  },
  'after-sale-state-unknown': {
    zh: text(
      '售后状态不认识',
      '售后状态没写，或写法没见过，按还在处理算：不计逾期天数，也不算退款。',
      '到商家后台看这几单；已经退款或关闭的，重新导出这份售后单。',
    ),
    en: text(
      'after-sale state not known',
      'It is blank or its text is new: taken for open, so the clock is stopped and nothing is refunded.',
      'Look these orders up in the back office; export the after-sales again where they are over.',
    ),
  },
  'after-sale-superseded': {
    zh: text(
      '同一张售后单有更新的一行',
      '同一个售后编号有几行，内容不同，以后面导出、后来发生的一行为准，其余不算。',
      '不用处理；金额不对再到后台核对。',
    ),
    en: text(
      'after-sale replaced by a later row',
      'Rows of one after-sale differ: the one exported or dated last counts.',
      'Nothing, unless its amount looks wrong.',
    ),
  },
  'after-sale-time-unreadable': {
    zh: text(
      '售后单的时间读不出',
      '写的不是日历上有的时间，这一行照算，只是没有这个时间，停止和恢复计天数的日子可能不准。',
      '在导出里改成 2026-07-20 10:09:23 这样的写法，或重新导出。',
    ),
    en: text(
      'after-sale time unreadable',
      'The cell is no time of the calendar; the row counts without it, so its dates may be incomplete.',
      'Write it as 2026-07-20 10:09:23, or export again.',
    ),
  },
  'after-sale-type-unknown': {
    zh: text(
      '退款类型不认识',
      '不是仅退款、退货退款、换货、补寄、维修里的一种；状态写着退款成功才算退款。',
      '到商家后台看这几单是什么售后。',
    ),
    en: text(
      'kind of after-sale not known',
      'None of the kinds that the platforms write; it is a refund only where its state says 退款成功.',
      'Look these orders up in the back office.',
    ),
  },
  'after-sales-notice': {
    zh: text(
      '更早的售后单不在文件里',
      '平台写着更早（一般是三个月前）的售后单只能在页面上看，这份导出里没有。',
      '要核查更早的订单，到商家后台的页面上看它们的售后。',
    ),
    en: text(
      'older after-sales are not in the file',
      'The platform says that older ones (as a rule of three months ago) are shown on its pages only.',
      'For older orders look at their after-sales in the back office.',
    ),
  },
  'deadline-unreadable': {
    zh: text('超时时间读不出', '写的不是日历上有的时间，按没有写算。', '不用处理；要按它排队，到后台看。'),
    en: text(
      'deadline unreadable',
      'The cell is no time of the calendar; it counts as blank.',
      'Nothing; the back office shows by when to answer.',
    ),
  },
} as const satisfies Partial<Record<ProblemCode, Both<ProblemText>>>;

export const AFTER_SALE_TYPE_NAMES: Readonly<Record<AfterSaleType, Both>> = {
  none: { zh: '没写', en: 'not told' },
  'refund-only': { zh: '仅退款', en: 'refund without return' },
  return: { zh: '退货退款', en: 'return and refund' },
  exchange: { zh: '换货', en: 'exchange' },
  resend: { zh: '补寄', en: 'sent again' },
  repair: { zh: '维修', en: 'repair' },
  other: { zh: '其他', en: 'other' },
};

/** How many rows there are, on which orders, and how they stand. */
export const AFTER_SALES_READ: Both<(model: AfterSalesModel) => string> = {
  zh: ({ rows, matchedOrders, refundRows, openRows }) =>
    `售后单 ${grouped(rows)} 行，对上 ${grouped(matchedOrders)} 单；` +
    `其中已退款 ${grouped(refundRows)} 行，处理中 ${grouped(openRows)} 行`,
  en: ({ rows, matchedOrders, refundRows, openRows }) =>
    `${plural(rows, 'after-sales row')}, on ${plural(matchedOrders, 'order')} of the files; ` +
    `${grouped(refundRows)} refunded, ${grouped(openRows)} open`,
};

/** Orders that only the after-sales name. */
export const AFTER_SALES_UNMATCHED: Both<(orders: number) => string> = {
  zh: (orders) => `另有 ${grouped(orders)} 单有售后，不在订单文件里`,
  en: (orders) =>
    `${plural(orders, 'more order')} with an after-sale ${orders === 1 ? 'is' : 'are'} not in the order files`,
};
