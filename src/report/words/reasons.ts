// The sentences of the annotated copy's last column, from typed reasons, in both languages.

import { formatDate, formatTime } from '../../core/dates.js';
import { formatYuan } from '../../core/money.js';
import { type Both, percentDown } from './language.js';

type ByItself = 'no-bills' | 'none-settled' | 'other-shop' | 'no-subsidies';
type Unreadable = 'row-unreadable' | 'after-sale-unreadable';

/** Why a missing bill row does not prove that the money has not come in. Days are day numbers, NaN where not known. */
export type WhyUnproven =
  | { readonly condition: ByItself | Unreadable }
  /** The bills would have to run from one day to the other, both included. */
  | { readonly condition: 'coverage'; readonly fromDay: number; readonly toDay: number }
  /** 0 to 1; NaN with too few ordinary orders. */
  | { readonly condition: 'control'; readonly rate: number };

/** Why an order's cells say what they say. Days are whole, due days are day numbers, amounts fen. */
export type Reason =
  /** Received, not proven: late by so many days if nothing came in. Without `why`: there is no bill. */
  | { readonly kind: 'unproven-late'; readonly days: number; readonly why?: WhyUnproven }
  /** Received, not due yet. */
  | { readonly kind: 'unproven-not-due'; readonly dueDay: number; readonly why?: WhyUnproven }
  /** Received, without any time from which a due date follows. */
  | { readonly kind: 'unproven-no-date'; readonly why?: WhyUnproven }
  /** Proven that nothing came in. 0 days: not past due, or the clock is stopped. */
  | { readonly kind: 'uncollected'; readonly days: number }
  /** All that was to be collected came in, so much of it still there after refunds. */
  | { readonly kind: 'settled'; readonly fen: number }
  /** Only an account flow tells, net of fees: all that was to be collected is taken for collected. */
  | { readonly kind: 'settled-by-account'; readonly fen: number }
  /** The bill holds the refund only: the income lies before its first day. */
  | { readonly kind: 'settled-by-refund' }
  /** No bill tells; the export's own payment-state column does, or a payment time behind the shipment. */
  | { readonly kind: 'settled-by-export'; readonly by: 'payment-state' | 'payment-time' }
  /** No bill tells; the export's own column says that it is not paid. */
  | { readonly kind: 'unpaid-by-export'; readonly days: number }
  /** The state says refunded, the money is there, and no bill shows the refund yet. */
  | { readonly kind: 'refund-not-in-bills' }
  /** A part came in. With `why` it is not proven that the rest has not. */
  | {
      readonly kind: 'part-settled';
      readonly fen: number;
      readonly missingFen: number;
      readonly days: number;
      readonly why?: WhyUnproven;
    }
  /** The platform's part of what is missing: a claim on the platform, not on the buyer. */
  | { readonly kind: 'platform-missing'; readonly fen: number }
  | { readonly kind: 'over-collected'; readonly fen: number }
  /** Came in and was taken back, so much. */
  | { readonly kind: 'clawed-back'; readonly fen: number; readonly missingFen: number; readonly days: number }
  /** Shipped, not received, the automatic receipt still ahead. */
  | { readonly kind: 'in-transit' }
  /** Shipped, not received, though the platform should have confirmed by itself after so many days. */
  | { readonly kind: 'receipt-late'; readonly autoReceiptDays: number }
  | { readonly kind: 'unshipped' }
  /** Civil seconds, NaN where not known: since when, and by when the after-sale must be answered. */
  | { readonly kind: 'frozen'; readonly since: number; readonly deadline: number }
  /** An after-sale ended on that day without a refund, and the days begin again. */
  | { readonly kind: 'restarted'; readonly day: number }
  /** An event time is unreadable, or before its predecessor, or behind the export. */
  | { readonly kind: 'invalid' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'refunded' }
  /** So much by after-sales rows, before the money came in. */
  | { readonly kind: 'refund-by-after-sales'; readonly fen: number }
  /** So much by after-sales rows behind the collection, in no bill yet. */
  | { readonly kind: 'refund-pending'; readonly fen: number }
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

const BILL: Both = { zh: '货款明细', en: 'bill' };
/** Up to here a debit may still be tried again, or a bill lag behind. */
const OBSERVED_DAYS = 3;
/** An over-collection up to this needs no other cause than rounding, fen. */
const ROUNDING_FEN = 1;

/** The sentence of a reason; `bill` is what the platform calls its bills. */
export function reasonWords(reason: Reason, bill: Both = BILL): Both {
  switch (reason.kind) {
    case 'unproven-late': {
      const why = whyWords(reason.why, bill);
      return {
        zh: `到账待核实：${why.zh}；若没到账，已过预计扣款日 ${reason.days} 天`,
        en: `unproven: ${why.en}; if nothing came in, ${reason.days} days past the expected debit`,
      };
    }
    case 'unproven-not-due': {
      const why = whyWords(reason.why, bill);
      return {
        zh: `到账待核实：${why.zh}；预计扣款日 ${formatDate(reason.dueDay)}，还没过`,
        en: `unproven: ${why.en}; expected debit on ${formatDate(reason.dueDay)}, not past yet`,
      };
    }
    case 'unproven-no-date': {
      const why = whyWords(reason.why, bill);
      return {
        zh: `到账待核实：${why.zh}；没有收货和发货时间，算不出预计扣款日`,
        en: `unproven: ${why.en}; no time of receipt or shipping, so no expected debit date`,
      };
    }
    case 'uncollected': {
      const late = lateWords(reason.days);
      return {
        zh: `${bill.zh}里没有这单的收入${late.zh}`,
        en: `no income of this order in the ${bill.en}${late.en}`,
      };
    }
    case 'settled':
      return { zh: `已到账 ${formatYuan(reason.fen)} 元`, en: `${formatYuan(reason.fen)} yuan came in` };
    case 'settled-by-account':
      return {
        zh: `动账明细有这单的货款入账（扣费后的净额），按全额算已到账 ${formatYuan(reason.fen)} 元`,
        en: `the account flow pays this order out, net of fees: counted in full, ${formatYuan(reason.fen)} yuan`,
      };
    case 'settled-by-refund':
      return {
        zh: `${bill.zh}里只有这单的退款，收入在它开始之前，算已到账`,
        en: `the ${bill.en} holds only the refund, so the income lies before its first day: counted as settled`,
      };
    case 'settled-by-export':
      return reason.by === 'payment-state'
        ? {
            zh: '原表的付款状态是已付款，算已到账；没有账单可以核对',
            en: 'the file says paid: counted as settled, no bill to compare',
          }
        : {
            zh: '付款时间在发货之后，算已到账；没有账单可以核对',
            en: 'paid after shipping: counted as settled, no bill to compare',
          };
    case 'unpaid-by-export':
      return {
        zh: `原表的付款状态是未付款${reason.days > 0 ? `，已过预计扣款日 ${reason.days} 天` : ''}`,
        en: `the file says unpaid${reason.days > 0 ? `, ${reason.days} days past the expected debit` : ''}`,
      };
    case 'refund-not-in-bills':
      return {
        zh: `状态是退款成功，${bill.zh}里还没有退款`,
        en: `the state says refunded, the ${bill.en} does not show the refund yet`,
      };
    case 'part-settled':
      return partSettled(reason, bill);
    case 'platform-missing':
      return {
        zh: `平台承担的 ${formatYuan(reason.fen)} 元还没到，找平台要`,
        en: `the platform's part of ${formatYuan(reason.fen)} yuan has not come in, ask the platform`,
      };
    case 'over-collected':
      if (reason.fen <= ROUNDING_FEN) {
        const fen = formatYuan(reason.fen);
        return { zh: `多到账 ${fen} 元，多半是四舍五入`, en: `${fen} yuan too much, probably rounding` };
      }
      return {
        zh: `多到账 ${formatYuan(reason.fen)} 元：可能退款还没进账单、补差价或付了两次`,
        en: `${formatYuan(reason.fen)} yuan too much: a refund not yet in the bills, an extra charge, or paid twice`,
      };
    case 'clawed-back': {
      const late = lateWords(reason.days);
      const [fen, missing] = [formatYuan(reason.fen), formatYuan(reason.missingFen)];
      return {
        zh: `到账后被扣回 ${fen} 元，还差 ${missing} 元${late.zh}`,
        en: `${fen} yuan were taken back, ${missing} yuan missing${late.en}`,
      };
    }
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
      return frozenWords(reason.since, reason.deadline);
    case 'restarted': {
      const day = formatDate(reason.day);
      return {
        zh: `售后 ${day} 结束，没有退款，天数从这天重新起算`,
        en: `an after-sale ended on ${day} without a refund: the days begin again`,
      };
    }
    case 'refund-by-after-sales':
      return {
        zh: `售后单退款 ${formatYuan(reason.fen)} 元`,
        en: `${formatYuan(reason.fen)} yuan refunded by its after-sale`,
      };
    case 'refund-pending':
      return {
        zh: `到账后退款 ${formatYuan(reason.fen)} 元，${bill.zh}里还没有`,
        en: `${formatYuan(reason.fen)} yuan refunded after it came in, not in the ${bill.en} yet`,
      };
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

function partSettled(reason: Extract<Reason, { kind: 'part-settled' }>, bill: Both): Both {
  const [fen, missing] = [formatYuan(reason.fen), formatYuan(reason.missingFen)];
  if (reason.why === undefined) {
    const late = lateWords(reason.days);
    return {
      zh: `到账 ${fen} 元，还差 ${missing} 元${late.zh}`,
      en: `${fen} yuan came in, ${missing} yuan missing${late.en}`,
    };
  }
  const why = whyWords(reason.why, bill);
  return {
    zh: `到账 ${fen} 元，其余 ${missing} 元待核实：${why.zh}`,
    en: `${fen} yuan came in, the other ${missing} yuan are unproven: ${why.en}`,
  };
}

/** How late, behind what is proven; nothing when it is not late. */
function lateWords(days: number): Both {
  if (days <= 0) return { zh: '', en: '' };
  const many = `${days} ${days === 1 ? 'day' : 'days'}`;
  return days <= OBSERVED_DAYS
    ? {
        zh: `，过了预计扣款日 ${days} 天，在观察期`,
        en: `, ${many} past the expected debit, still often comes late`,
      }
    : { zh: `，已过预计扣款日 ${days} 天`, en: `, ${many} past the expected debit` };
}

/** Why it is not proven; without `why` there is no bill. `bill` is what the platform calls its bills. */
export function whyWords(why: WhyUnproven | undefined, bill: Both): Both {
  switch (why?.condition) {
    case undefined:
    case 'no-bills':
      return { zh: `没有${bill.zh}`, en: `no ${bill.en}` };
    case 'none-settled':
      return {
        zh: `${bill.zh}里没有一单先用后付的收入，可能少了一个账户的`,
        en: `the ${bill.en} holds no income of any pay-later order, an account may be missing`,
      };
    case 'other-shop':
      return { zh: `${bill.zh}是另一家店的`, en: `the ${bill.en} is of another shop` };
    case 'row-unreadable':
      return {
        zh: `${bill.zh}里这单有一行读不出来`,
        en: `a row of this order in the ${bill.en} cannot be read`,
      };
    case 'after-sale-unreadable':
      return {
        zh: '售后单里这单有一行读不出来',
        en: 'a row of this order in the after-sales cannot be read',
      };
    case 'no-subsidies':
      return {
        zh: `${bill.zh}里没有一单的平台补贴，可能导出时筛选过`,
        en: `the ${bill.en} holds no subsidy of any order, it may have been filtered`,
      };
    case 'coverage':
      return coverageWords(why.fromDay, why.toDay, bill);
    case 'control':
      return controlWords(why.rate, bill);
  }
}

function coverageWords(fromDay: number, toDay: number, bill: Both): Both {
  if (Number.isNaN(fromDay) || Number.isNaN(toDay)) {
    return { zh: `${bill.zh}没盖住这单的日子`, en: `the ${bill.en} does not cover the days of this order` };
  }
  const [from, to] = [formatDate(fromDay).slice(5), formatDate(toDay).slice(5)];
  return { zh: `${bill.zh}没盖住 ${from} 至 ${to}`, en: `the ${bill.en} does not cover ${from} to ${to}` };
}

function controlWords(rate: number, bill: Both): Both {
  if (Number.isNaN(rate)) {
    return {
      zh: `普通订单太少，没法检验${bill.zh}全不全`,
      en: `too few ordinary orders to check whether the ${bill.en} is whole`,
    };
  }
  const percent = percentDown(rate);
  return {
    zh: `普通订单只对上 ${percent}%，${bill.zh}可能不全`,
    en: `only ${percent}% of the ordinary orders were found, the ${bill.en} may not be whole`,
  };
}

function frozenWords(since: number, deadline: number): Both {
  const [from, until] = [since, deadline].map((time) =>
    Number.isNaN(time) ? '' : formatTime(time).slice(0, 16),
  );
  return {
    zh: `售后处理中${from && `（${from} 申请）`}，停止计天数${until && `；${until} 前要处理`}`,
    en: `an after-sale is open${from && ` (since ${from})`}, the clock is stopped${until && `; answer by ${until}`}`,
  };
}
