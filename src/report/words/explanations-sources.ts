// What due-date sources, evidence of pay-later and the columns of the annotated copy mean.

import type { DueSource } from '../../core/aging.js';
import type { AnnotationKey } from '../../core/annotation.js';
import type { PayLaterSource } from '../../core/order-book.js';
import type { Both } from './language.js';

/** Short names of due-date sources, without the days of a platform. */
export const DUE_SOURCE_NAMES: Readonly<Record<DueSource, Both>> = {
  column: { zh: '原表列', en: 'column' },
  receipt: { zh: '收货+天数', en: 'receipt' },
  shipping: { zh: '发货+天数(推算)', en: 'shipping' },
  'after-sale': { zh: '售后结束日', en: 'end of the after-sale' },
  none: { zh: '没有扣款日', en: 'none' },
};

export const DUE_SOURCE_EXPLANATIONS: Readonly<Record<DueSource, Both>> = {
  column: {
    zh: '原表自己有一列写着日期（应付款日期、最晚付款时间、到期日），发货后就用它，最可靠。',
    en: 'The export has a column for it (due date, latest payment), which is taken once the order is shipped: the most reliable source.',
  },
  receipt: {
    zh: '确认收货那天，加上扣款的宽限天数（默认 1 天）。平台没有公布这个天数，可以改。',
    en: 'The day of the receipt plus the days until the debit (1 by default). No platform publishes them; they can be set.',
  },
  shipping: {
    zh: '状态说已收货，但没有收货时间（快手），就用发货那天 + 自动确认收货 + 宽限（默认 10 + 1 天）。这是最晚的一天，所以逾期天数只少不多。',
    en: 'The state says received and no time of receipt exists (Kuaishou): the day of shipping plus automatic receipt plus the debit (10 + 1 days by default). It is the latest day it can be, so days past due are a lower bound.',
  },
  'after-sale': {
    zh: '售后没退款就结束了，而且晚于原来的扣款日：从结束那天重新起算。售后单里有结束时间才这样算。',
    en: 'An after-sale ended without a refund behind the former due date: the days begin again on the day it ended, where the after-sales export says which.',
  },
  none: {
    zh: '没有扣款日：没发货或没收货的单还不会扣款，已收货但没有任何时间的算不出来。',
    en: 'There is none: orders that are not shipped or not received are not debited yet, and received ones without any time have no date.',
  },
};

export const PAY_LATER_SOURCE_EXPLANATIONS: Readonly<Record<PayLaterSource, Both>> = {
  column: {
    zh: '「是否先用后付」这样的一列直接写着是或否，最可靠。',
    en: 'A yes-or-no column such as 是否先用后付 says it outright: the most reliable evidence.',
  },
  'pay-method': {
    zh: '支付方式里写着先用后付或先享后付；写着别的支付方式的，就不是。',
    en: 'The payment method contains 先用后付 or 先享后付; another payment method means that it is not.',
  },
  'order-type': {
    zh: '订单类型里写着先用后付或先享后付。',
    en: 'The order type contains 先用后付 or 先享后付.',
  },
  'order-tags': {
    zh: '订单标签里写着先用后付或先享后付。',
    en: 'The order tags contain 先用后付 or 先享后付.',
  },
  list: {
    zh: '命令里用 --pay-later-orders 给了一份订单号清单，这一单在上面；给了清单，不在上面的就不是。',
    en: 'The order stands on the list given with --pay-later-orders; with a list, orders that are not on it are not pay-later.',
  },
  flag: {
    zh: '命令里写了 --all-pay-later：导出时已经只筛了先用后付。',
    en: '--all-pay-later was typed: the export had been filtered to pay-later orders.',
  },
  none: {
    zh: '没有哪一列说得清这一单是不是先用后付：单独计数，不核查。',
    en: 'No column tells whether the order is pay-later: it is counted apart and not audited.',
  },
};

/** Where a column's cells are words, which ones stands in the tables of terms. */
export const COLUMN_EXPLANATIONS: Readonly<Record<AnnotationKey, Both>> = {
  next_step: {
    zh: '先做什么：最要紧的一件事，按它筛选就是今天的清单。没有要处理的写「不用处理」。',
    en: 'What to do first, the most urgent step: filter by it. Orders that need nothing say so.',
  },
  severity: {
    zh: '这一单所有事项里最高的关注等级；没有事项的空着。',
    en: 'The highest severity among the findings of the order; blank without any.',
  },
  stage: {
    zh: '货走到了哪一步；证明了没到账、过了预计扣款日的写「逾期」。',
    en: 'Where the order stands; overdue only what is proven not collected and past its expected debit.',
  },
  outstanding: {
    zh: '未收货款，元。一个订单占几行时只写在第一行，所以整列可以直接求和，等于报告的合计。',
    en: "The outstanding in yuan. An order on several rows has it on the first one only, so that the column sums to the report's total.",
  },
  days_past_due: {
    zh: '截止日期减预计扣款日，整天，最少 0。到账待核实时，是「如果没到账」的天数。',
    en: 'As-of date minus expected debit in whole days, 0 or more. While unproven it is the days if nothing came in.',
  },
  aging_bucket: {
    zh: '逾期天数落在哪一段，两头都算；没有天数的写未起算、售后中或日期有误。',
    en: 'The range that the days past due lie in, both ends included; without days no-due-date, frozen or invalid.',
  },
  due_date: {
    zh: '预计扣款日，YYYY-MM-DD；没有的空着。怎么来的看下一列。',
    en: 'The expected debit, YYYY-MM-DD; blank without one. The next column says where it comes from.',
  },
  due_source: {
    zh: '预计扣款日从哪来：原表的一列、收货 + 天数，或发货 + 天数（推算）。',
    en: 'Where the expected debit comes from: a column, the receipt plus days, or the shipping plus days (estimated).',
  },
  collection: {
    zh: '到没到账，由金额和账单得出，不是平台的订单状态。',
    en: 'Whether the money came in, from amounts and bills, not from the state of the order.',
  },
  receivable: {
    zh: '应收货款，元：买家应付 + 店铺能拿到的平台承担。退款前的数。',
    en: "The receivable in yuan: the buyer's part and the platform's parts that the shop is paid for, before refunds.",
  },
  refunded: {
    zh: '已退款，元，到账前退的和到账后退的都算。',
    en: 'Refunded in yuan, before and after collection.',
  },
  collected: {
    zh: '已到账，元：不扣平台费用，到账后退的已经减掉。应收 - 已退 - 已到账 = 未收；不等的那点是多到账，写在说明里。',
    en: 'Net collected in yuan: before fees, after refunds. Receivable minus refunded minus collected is the outstanding; where it is not, the last column tells what came in too much.',
  },
  pay_later: {
    zh: '这一单是不是先用后付：是、否、未知。普通订单只填这一格。',
    en: 'Whether the order is pay-later: yes, no, unknown. Of ordinary orders only this cell is filled.',
  },
  cluster: {
    zh: '关联订单组的编号：C- 加十位，同一组订单在每份报告里都一样。用了同一个电话或地址，不等于同一个人，也不说明有过错。',
    en: 'The id of the group of linked orders, C- and ten digits, the same in every report over the same orders. One phone or address is not one person and proves no fault.',
  },
  rules: {
    zh: '哪些检查项提到了这一单，用分号隔开；每一项是什么，用 explain 看。',
    en: 'The rules that name the order, with semicolons between; explain says what each one is.',
  },
  reason: {
    zh: '一句话说明，带数字：到账的情况，再加每个事项。没读进来的行写原因。',
    en: 'One sentence with the figures: the collection, then each finding. For a rejected row the reason.',
  },
};
