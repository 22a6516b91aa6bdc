// The sentences of the annotated copy's last column, from typed reasons, in both languages.

import { formatDate } from '../../core/dates.js';
import { formatYuan } from '../../core/money.js';
import type { Both } from './language.js';

/** Why an order's cells say what they say. Days are whole, due days are day numbers, amounts fen. */
export type Reason =
  /** Received, no bill: late by so many days if nothing came in. */
  | { readonly kind: 'unproven-late'; readonly days: number }
  /** Received, not due yet. */
  | { readonly kind: 'unproven-not-due'; readonly dueDay: number }
  /** Received, without any time from which a due date follows. */
  | { readonly kind: 'unproven-no-date' }
  /** Shipped, not received, the automatic receipt still ahead. */
  | { readonly kind: 'in-transit' }
  /** Shipped, not received, though the platform should have confirmed by itself after so many days. */
  | { readonly kind: 'receipt-late'; readonly autoReceiptDays: number }
  | { readonly kind: 'unshipped' }
  | { readonly kind: 'frozen' }
  /** An event time is unreadable, or before its predecessor, or behind the export. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refunded' }
  /** A state says refunded, no amount says how much: all of it was assumed. */
  | { readonly kind: 'refund-assumed'; readonly fen: number }
  /** The export shows 0 until the debit: the list amount was taken. */
  | { readonly kind: 'receivable-zero'; readonly fen: number }
  /** Gift, lottery or trial: no receivable. */
  | { readonly kind: 'not-applicable' }
  /** Several lines whose amounts may be one total repeated: counted once, so much may be missing. */
  | { readonly kind: 'amount-undecided'; readonly fen: number }
  /** The order did not exist yet at the as-of date. */
  | { readonly kind: 'not-yet' }
  /** Another record holds the order's money; `name` when it is in another file. */
  | { readonly kind: 'same-order'; readonly row: number; readonly name: string | null }
  /** Nothing tells whether the order is pay-later. */
  | { readonly kind: 'pay-later-unknown' };

export function reasonWords(reason: Reason): Both {
  switch (reason.kind) {
    case 'unproven-late':
      return {
        zh: `到账待核实：没有货款明细；若没到账，已过预计扣款日 ${reason.days} 天`,
        en: `unproven: no bill; if nothing came in, ${reason.days} days past the expected debit`,
      };
    case 'unproven-not-due':
      return {
        zh: `到账待核实：没有货款明细；预计扣款日 ${formatDate(reason.dueDay)}，还没过`,
        en: `unproven: no bill; expected debit on ${formatDate(reason.dueDay)}, not past yet`,
      };
    case 'unproven-no-date':
      return {
        zh: '到账待核实：没有货款明细；没有收货和发货时间，算不出预计扣款日',
        en: 'unproven: no bill; no time of receipt or shipping, so no expected debit date',
      };
    case 'in-transit':
      return { zh: '已发货，等收货；收货后才扣款', en: 'on its way; the debit follows the receipt' };
    case 'receipt-late':
      return {
        zh: `发货后超过 ${reason.autoReceiptDays} 天还没确认收货，看看物流`,
        en: `not received ${reason.autoReceiptDays} days and more after shipping, look at the logistics`,
      };
    case 'unshipped':
      return { zh: '还没发货；收货后才扣款', en: 'not shipped; the debit follows the receipt' };
    case 'frozen':
      return { zh: '售后处理中，停止计天数', en: 'an after-sale is open, the clock is stopped' };
    case 'invalid':
      return {
        zh: '时间或状态有误，算不出逾期天数；金额照算',
        en: 'a time or the state is wrong: no days past due; the money counts',
      };
    case 'closed':
      return {
        zh: '没付款、已取消或交易关闭，没有应收',
        en: 'not paid, cancelled or closed: nothing receivable',
      };
    case 'refunded':
      return { zh: '已全额退款', en: 'refunded in full' };
    case 'refund-assumed':
      return {
        zh: `状态是退款成功，没有金额，先按全额 ${formatYuan(reason.fen)} 元退算`,
        en: `the state says refunded without an amount; ${formatYuan(reason.fen)} yuan assumed`,
      };
    case 'receivable-zero':
      return {
        zh: `导出里金额是 0，先按成交金额 ${formatYuan(reason.fen)} 元算`,
        en: `the export shows 0; the list amount of ${formatYuan(reason.fen)} yuan was taken`,
      };
    case 'not-applicable':
      return {
        zh: '赠品、抽奖、试用或 0 元单，没有应收',
        en: 'gift, lottery, trial or 0 yuan: nothing receivable',
      };
    case 'amount-undecided':
      return {
        zh: `几行金额可能是同一个总额，只算一次；另有 ${formatYuan(reason.fen)} 元说不准`,
        en: `its lines may repeat one total, counted once; ${formatYuan(reason.fen)} yuan are undecided`,
      };
    case 'not-yet':
      return { zh: '截止日期之后下的单，不算', en: 'ordered after the as-of date, not counted' };
    case 'same-order':
      return sameOrder(reason.row, reason.name);
    case 'pay-later-unknown':
      return { zh: '看不出是不是先用后付，没有核查', en: 'pay-later or not cannot be told, not audited' };
  }
}

function sameOrder(row: number, name: string | null): Both {
  return name === null
    ? { zh: `同一订单，金额见第 ${row} 行`, en: `same order, see row ${row} for its amounts` }
    : {
        zh: `同一订单，金额见 ${name} 第 ${row} 行`,
        en: `same order, see row ${row} of ${name} for its amounts`,
      };
}
