// The words of data problems about bills and amounts that are only told.

import type { ProblemCode } from '../../core/problem.js';
import { type Both, type ProblemText, problemText as text } from './language.js';

export const MONEY_NOTE_WORDS = {
  'bill-code-unknown': {
    zh: text(
      '业务代码没见过',
      '业务描述里的代码，或动账明细的业务类型，不在已知的几类里，这些行只列出，不算到账，也不算退款。',
      '看看是什么钱；是货款的话，到账会少算，请反馈这个代码。',
    ),
    en: text(
      'bill code not known',
      'The code, or the type in an account flow, belongs to no known kind: its rows are neither income nor refund.',
      'See what money it is; if it is payment for goods, too little counts as collected.',
    ),
  },
  'bill-footer-missing': {
    zh: text(
      '货款明细没有页脚合计',
      '少了页脚的收入合计或支出合计，没法核对行数齐不齐。',
      '手工删过的不用处理；不确定就重新下载。',
    ),
    en: text(
      'bill without footer totals',
      'A total of income or expense is missing, so nothing shows whether the file is whole.',
      'Nothing if you removed it; download again when in doubt.',
    ),
  },
  'bill-rows-repeated': {
    zh: text('账单行重复', '这些行在别的账单里也有（时间重叠），只算一次。', '不用处理。'),
    en: text(
      'bill rows in two files',
      'The periods overlap: these rows stand in another bill too and were counted once.',
      'Nothing.',
    ),
  },
  'bill-rows-unsettled': {
    zh: text('还没结算的行', '没有实际结算时间，钱还没到，不算到账。', '不用处理；结算后重新导出。'),
    en: text(
      'rows not settled yet',
      'They have no settlement time: the money has not come in and counts for nothing.',
      'Nothing; export again once they are settled.',
    ),
  },
  'bill-sign': {
    zh: text(
      '收支的正负号不对',
      '支出金额写成了正数（按支出算），或收入金额写成了负数（按减少算）。',
      '看看文件是不是改过；原样导出的支出带负号。',
    ),
    en: text(
      'sign on the wrong side',
      'An expense without its minus counts as money out; a negative income lowers what came in.',
      'See whether the file was edited: exports write expenses with a minus.',
    ),
  },
  'bill-time-missing': {
    zh: text(
      '账单行没有发生时间',
      '这些行没写时间，钱照算；只有截止日期早于账单最后一天时不算，因为不知道那天到了没有。',
      '重新下载这份账单；不回看以前的日期就不用处理。',
    ),
    en: text(
      'bill row without a time',
      "Such a row counts from the bill's last day on: at an earlier as-of date nobody can tell whether it had come in.",
      'Download the bill again if you audit an earlier date; else nothing.',
    ),
  },
  'order-stale': {
    zh: text(
      '下单超过 180 天还没了结',
      '到截止日期，下单已经超过 180 天，货还在路上或没发，或者证明了没到账；多半是状态没更新，或日期有误。金额照算。',
      '到商家后台看这个订单现在的状态和时间。',
    ),
    en: text(
      'open for more than 180 days',
      'Placed more than 180 days before the as-of date, and still on its way or unshipped, or proven not to have come in: a stale row or a wrong date, most likely. Its money counts.',
      "Look at the order's present state and times in the back office.",
    ),
  },
  'platform-part-differs': {
    zh: text(
      '平台承担的金额对不上',
      '商家实收减用户实付，不等于别的订单里对得上的那几列平台优惠；应收按商家实收算。',
      '到商家后台看这几单的金额明细。',
    ),
    en: text(
      'platform part does not add up',
      'What the shop receives beyond the buyer is not the sum of the columns that explain other orders.',
      'Look at these orders in the back office; the receivable is what the shop receives.',
    ),
  },
  'platform-parts-unknown': {
    zh: text(
      '看不出平台承担哪几列',
      '商家实收和用户实付的差额，没有哪几列能在 95% 的订单上对上；应收按商家实收算。',
      '抽几单到商家后台核对；改过金额的表，换原始导出。',
    ),
    en: text(
      'platform columns not known',
      'No set of columns explains, on 95 % of the orders, what the shop receives beyond the buyer.',
      'Check some orders in the back office; use the export as downloaded if it was edited.',
    ),
  },
  'receivable-zero': {
    zh: text(
      '金额是 0，按成交金额算',
      '已发货或已收货的先用后付订单，导出里的应收是 0，商品却有价格；多半是还没扣款，先按成交金额算应收。',
      '到商家后台看这几单的金额；是赠品或试用的，在导出里带上「是否抽奖或0元试用」或「赠品订单号」这一列。',
    ),
    en: text(
      'amount is 0, list amount taken',
      'A shipped or received pay-later order shows 0 although its goods have a price; the list amount was taken.',
      'Look at these orders in the back office; gifts and trials are known by 是否抽奖或0元试用 or 赠品订单号.',
    ),
  },
} as const satisfies Partial<Record<ProblemCode, Both<ProblemText>>>;
