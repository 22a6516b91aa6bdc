// What the texts of several rules share: amounts, days and times as people read them.

import { dayOf, formatDate, formatTime } from '../core/dates.js';
import type { EvidenceWord } from '../core/finding.js';
import type { Both } from '../core/language.js';
import { formatYuanGrouped } from '../core/money.js';

/** Fen as `1,234.50`. */
export const yuan = formatYuanGrouped;

const DAY_SECONDS = 86_400;

/** States as the platforms say them, and the parts of a recipient. */
export const WORDS: Readonly<Record<EvidenceWord, Both>> = {
  unpaid: { zh: '待付款', en: 'unpaid' },
  unshipped: { zh: '待发货', en: 'unshipped' },
  shipped: { zh: '已发货', en: 'shipped' },
  received: { zh: '已收货', en: 'received' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'phone' },
  address: { zh: '地址', en: 'address' },
};

/** A moment as `07-21 09:14`; the year is that of the audit or near it. */
export function shortTime(seconds: number): string {
  return formatTime(seconds).slice(5, 16);
}

/** The day of a moment as `07-17`. */
export function shortDay(seconds: number): string {
  return formatDate(dayOf(seconds)).slice(5);
}

/** A span as people say it, rounded up: `40 分钟`, from two hours on `5 小时`, from three days on `3 天`. */
export function timeSpan(seconds: number): Both {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 120) return { zh: `${minutes} 分钟`, en: counted(minutes, 'minute') };
  const hours = Math.ceil(seconds / 3600);
  if (hours < 72) return { zh: `${hours} 小时`, en: counted(hours, 'hour') };
  const days = Math.ceil(seconds / DAY_SECONDS);
  return { zh: `${days} 天`, en: counted(days, 'day') };
}

/** `1 order`, `2 orders`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A ratio as `12.5%`. */
export function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}%`;
}

/** Debits are tried again and bills come late: so many days are no lateness yet. */
const WATCHED_DAYS = 3;

/** How late an order is, or when it left: `逾期 31 天` or `07-17 发货`. What is unproven is never called overdue. */
export function daysLate(days: number, shippedAt: number, unproven: boolean): Both {
  if (days > 0 && unproven) {
    return {
      zh: `预计扣款日过了 ${days} 天，到账待核实`,
      en: `expected debit ${days} ${days === 1 ? 'day' : 'days'} ago, collection unproven`,
    };
  }
  if (days > 0 && days <= WATCHED_DAYS) {
    return {
      zh: `过了预计扣款日 ${days} 天，观察期`,
      en: `${days} ${days === 1 ? 'day' : 'days'} behind the expected debit, still watched`,
    };
  }
  if (days > 0) return { zh: `逾期 ${days} 天`, en: `${days} ${days === 1 ? 'day' : 'days'} past due` };
  if (Number.isNaN(shippedAt)) return { zh: '没有发货时间', en: 'no shipping time' };
  return { zh: `${shortDay(shippedAt)} 发货`, en: `shipped ${shortDay(shippedAt)}` };
}
