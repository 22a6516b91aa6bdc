// The words of `trace` about one order's money and days: amounts, bill rows, proof, due date.

import type { BillClass } from '../../core/bill-book.js';
import { formatDate } from '../../core/dates.js';
import type { CollectionEvidence } from '../../portfolio/collection.js';
import type { Judgement } from '../../portfolio/judgement.js';
import { type Both, grouped, plural } from './language.js';

export const AMOUNTS = {
  list: { zh: '成交金额', en: 'list amount' },
  receivable: { zh: '应收货款', en: 'receivable' },
  refunded: { zh: '已退款', en: 'refunded' },
  collected: { zh: '已到账', en: 'net collected' },
  over: { zh: '多到账', en: 'over-collected' },
  outstanding: { zh: '未收货款', en: 'outstanding' },
  unproven: { zh: '待核实', en: 'unproven' },
  platform: { zh: '其中平台承担', en: 'of it the platform part' },
  undecided: { zh: '说不准的', en: 'undecided' },
  goods: { zh: '未退回货值', en: 'goods out' },
} as const satisfies Record<string, Both>;
export const NOT_KNOWN: Both = { zh: '不清楚', en: 'not known' };
export const RECEIVABLE_SOURCES: Readonly<Record<Judgement['receivableSource'], Both>> = {
  export: { zh: '取自导出的金额列', en: "from the export's amount columns" },
  list: { zh: '导出里是 0，按成交金额算', en: 'the export shows 0, the list amount was taken' },
  'before-refund': {
    zh: '导出里已经减掉退款，按成交金额算',
    en: 'the export has taken the refund off already, the list amount was taken',
  },
  none: { zh: '没有应收', en: 'nothing is receivable' },
};
export const REFUND_SOURCES: Readonly<Record<Judgement['money']['refundSource'], Both>> = {
  none: { zh: '', en: '' },
  bill: { zh: '账单里的退款行', en: 'refund rows of the bills' },
  'after-sales': { zh: '按售后单的退款金额', en: 'by the amounts of the after-sales rows' },
  income: { zh: '状态说退款，金额是应收减到账', en: 'by the state, the amount is receivable less income' },
  unshipped: { zh: '没发货就退了，全额', en: 'refunded unshipped, all of it' },
  status: { zh: '状态说退款，没有金额，先按全额', en: 'by the state, without an amount: all of it assumed' },
};
export const COLLECTION_SOURCES: Readonly<Record<CollectionEvidence, Both>> = {
  none: { zh: '', en: '' },
  bill: { zh: '账单里的收入行', en: 'income rows of the bills' },
  'account-flow': {
    zh: '动账明细里的货款入账（扣费后的净额，按全额算）',
    en: 'a pay-out in the account flow (net of fees, counted in full)',
  },
  'refund-implies-collection': {
    zh: '账单里只有退款：收入在账单开始之前',
    en: 'the bills hold the refund only: the income lies before them',
  },
  'payment-state': { zh: '导出的付款状态列', en: "the export's payment state" },
  'payment-time': { zh: '支付时间在发货之后', en: 'a payment time after the shipping' },
};
export const UNDECIDED_NOTE: Both = {
  zh: '几行可能重复同一个总额，只算了一次',
  en: 'its lines may repeat one total, which was counted once',
};
export const GOODS_NOTE: Both = {
  zh: '发货后应收没了，没看到退货；不在未收货款里',
  en: 'shipped, the receivable is gone, no return is seen; no part of the outstanding',
};
export const NOT_AUDITED: Both = { zh: '没有核查到账', en: 'its collection was not audited' };

export const BILL_CLASS_NAMES: Readonly<Record<BillClass, Both>> = {
  'income-buyer': { zh: '收入，算到账', en: 'income, collected' },
  'income-platform': { zh: '平台承担的收入，算到账', en: 'income of the platform part, collected' },
  'refund-buyer': { zh: '退款', en: 'refund' },
  'refund-platform': { zh: '平台承担的退款', en: 'refund of the platform part' },
  fee: { zh: '平台扣费，不影响到账', en: 'fee, lowers nothing' },
  compensation: { zh: '赔付打款，不影响到账', en: 'compensation, enters nothing' },
  service: { zh: '服务营销，不影响到账', en: 'service or marketing, enters nothing' },
  transfer: { zh: '转账，不影响到账', en: 'transfer, enters nothing' },
  'advance-in': { zh: '垫付，算到账', en: 'advance, collected' },
  'advance-out': { zh: '垫付扣回', en: 'advance taken back' },
  payout: { zh: '货款入账，扣费后的净额', en: 'pay-out, net of fees' },
  'payout-extra': { zh: '补结算入账', en: 'pay-out, an addition' },
  other: { zh: '其他，不影响到账', en: 'other, enters nothing' },
};
export const ROW_LATER: Both = { zh: '截止日期之后，不算', en: 'after the as-of date, not counted' };
export const NO_TIME: Both = { zh: '没有时间', en: 'no time' };
export const NO_ROWS: Both = { zh: '账单里没有这一单', en: 'The bills do not hold this order' };
export const NO_BILLS: Both = {
  zh: '没有给账单（--bills），到没到账看不出来',
  en: 'No bill was given (--bills), so whether the money came in cannot be told',
};

/** Days are day numbers, NaN where not known. */
export const NEEDED: Both<(from: number, to: number, covered: string) => string> = {
  zh: (from, to, covered) =>
    `账单从 ${day(from, '发货')} 到 ${day(to, '扣款日之后')} 中间不断；现在${covered === '' ? '一天也没盖住' : `盖住 ${covered}`}`,
  en: (from, to, covered) =>
    `bills without a gap from ${day(from, 'shipping')} to ${day(to, 'behind the debit')}; now covered: ${covered === '' ? 'nothing' : covered}`,
};
export const FROM_TO: Both<(from: string, to: string) => string> = {
  zh: (from, to) => `${from} 至 ${to}`,
  en: (from, to) => `${from} to ${to}`,
};

function day(number: number, otherwise: string): string {
  return Number.isNaN(number) ? otherwise : formatDate(number);
}

export const DUE = {
  column: { zh: (due: string) => `${due}，原表里写的`, en: (due: string) => `${due}, as the export has it` },
  receipt: {
    zh: (due: string, from: string, days: number) => `${due} = 收货 ${from} + ${days} 天`,
    en: (due: string, from: string, days: number) => `${due} = received ${from} + ${plural(days, 'day')}`,
  },
  shipping: {
    zh: (due: string, from: string, auto: number, grace: number) =>
      `${due} = 发货 ${from} + 自动收货 ${auto} 天 + ${grace} 天（推算，最晚的一天）`,
    en: (due: string, from: string, auto: number, grace: number) =>
      `${due} = shipped ${from} + automatic receipt ${plural(auto, 'day')} + ${plural(grace, 'day')} (estimated, the latest day)`,
  },
} as const;
export const DUE_EXPECTED: Both<(due: string, from: string, auto: number, grace: number) => string> = {
  zh: (due, from, auto, grace) =>
    `还没收货；最晚大约 ${due} = 发货 ${from} + 自动收货 ${auto} 天 + ${grace} 天。收货前不算逾期`,
  en: (due, from, auto, grace) =>
    `not received; about ${due} at the latest = shipped ${from} + automatic receipt ${plural(auto, 'day')} + ${plural(grace, 'day')}. Never past due before the receipt`,
};
export const DUE_AFTER_SALE: Both<(due: string) => string> = {
  zh: (due) => `${due} = 售后没退款就结束的那天，从这天重新起算`,
  en: (due) => `${due} = the day on which an after-sale ended without a refund: the days begin again`,
};
export const DUE_NONE: Both = { zh: '没有，天数没有起算', en: 'none, the days have no beginning' };
export const NOTHING_OPEN: Both = {
  zh: '没有未收货款，不算天数',
  en: 'nothing is outstanding, so no days are counted',
};
export const DAYS: Both<(days: number, asOf: string, due: string, proven: boolean) => string> = {
  zh: (days, asOf, due, proven) =>
    `${proven ? '' : '如果没到账：'}${grouped(days)} 天 = 截止日期 ${asOf} - ${due}`,
  en: (days, asOf, due, proven) =>
    `${proven ? '' : 'if nothing came in: '}${plural(days, 'day')} = as of ${asOf} - ${due}`,
};
export const DAYS_NOT_YET: Both<(asOf: string, due: string) => string> = {
  zh: (asOf, due) => `0 天：截止日期 ${asOf} 还没过 ${due}`,
  en: (asOf, due) => `0 days: ${asOf} is not past ${due}`,
};
export const DAYS_STOPPED: Both<(days: number) => string> = {
  zh: (days) => `停止计天数；没有售后的话是 ${grouped(days)} 天`,
  en: (days) => `the clock is stopped; without the after-sale ${plural(days, 'day')}`,
};
export const DAYS_INVALID: Both = { zh: '时间有误，不算天数', en: 'a time is wrong, no days are counted' };
