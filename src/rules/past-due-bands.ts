// What the rules on days past due share: where their bands meet, and one draft per order or, unproven, per bucket.

import type { Bucket } from '../core/aging.js';
import type { Draft, Evidence } from '../core/finding.js';
import type { Both } from '../core/language.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { buyersOutstanding, figure, type Gathering, type Param } from './rule.js';
import { counted, daysLate, yuan } from './words.js';

/**
 * The 30-day line: 支付分 counts a debit against the buyer that is unpaid for more than 30 days. One band ends on this
 * day and the next begins behind it, so both rules must be given the same value.
 */
export const MONTH = {
  value: 30,
  unit: 'days',
  least: 14,
  most: 60,
  text: {
    zh: '30 天线：这一天还在线内，次日起过线',
    en: 'the 30-day line: this day is within, the next beyond',
  },
  shared: 'late.month',
} as const satisfies Param;

/** The 90-day line, a usual line of provision matrices; the last day within, as above. */
export const QUARTER = {
  value: 90,
  unit: 'days',
  least: 61,
  most: 365,
  text: {
    zh: '90 天线：这一天还在线内，次日起过线',
    en: 'the 90-day line: this day is within, the next beyond',
  },
  shared: 'late.quarter',
} as const satisfies Param;

/** Unproven orders of one bucket. */
interface Group {
  readonly orders: number[];
  fen: number;
  least: number;
  most: number;
}

/**
 * Gathers the orders whose days past due lie from `from` to `to`, both included: `one` makes the draft of a proven one;
 * of the unproven there is one draft per bucket, for nothing shows that any of them is late. Time: n log n.
 */
export function gatherBand(from: number, to: number, one: (order: AuditedOrder) => Draft): Gathering {
  const proven: Draft[] = [];
  const groups = new Map<Bucket, Group>();
  return {
    see(order) {
      const { aged, outstanding } = order.judged;
      const days = order.daysPastDue;
      if (aged === null || days < from || days > to) return;
      if (order.proven) {
        proven.push(one(order));
        return;
      }
      let group = groups.get(aged.bucket);
      if (group === undefined) {
        group = { orders: [], fen: 0, least: days, most: days };
        groups.set(aged.bucket, group);
      }
      group.orders.push(order.order);
      group.fen += outstanding;
      group.least = Math.min(group.least, days);
      group.most = Math.max(group.most, days);
    },
    drafts() {
      const unproven = [...groups.values()].sort((a, b) => a.least - b.least);
      return [...proven, ...unproven.map(groupDraft)];
    },
  };
}

function groupDraft({ orders, fen, least, most }: Group): Draft {
  return {
    orders: orders.sort((a, b) => a - b),
    severity: 'low',
    nextStep: 'review',
    evidence: [
      { kind: 'count', name: 'orders', count: orders.length },
      { kind: 'amount', name: 'total', fen },
      { kind: 'days', name: 'least-days', days: least },
      { kind: 'days', name: 'most-days', days: most },
    ],
  };
}

/** True where the buyer's own part is missing: a missing subsidy is a claim on the platform, never on a buyer. */
export function lacksBuyerPart(order: AuditedOrder): boolean {
  return buyersOutstanding(order) > 0;
}

/** The figures of one proven order. */
export function lateEvidence(order: AuditedOrder): Evidence[] {
  const { outstanding, collection, money, aged } = order.judged;
  const evidence: Evidence[] = [
    { kind: 'amount', name: 'outstanding', fen: outstanding },
    { kind: 'days', name: 'days-past-due', days: order.daysPastDue },
  ];
  if (aged !== null) evidence.push({ kind: 'date', name: 'due-date', day: aged.dueDay });
  if (!Number.isNaN(order.receivedAt)) {
    evidence.push({ kind: 'time', name: 'received-at', seconds: order.receivedAt });
  }
  // The latest day that it can be due: the days past it are the fewest there are.
  if (aged?.dueSource === 'shipping') {
    evidence.push({ kind: 'time', name: 'shipped-at', seconds: order.shippedAt });
  }
  if (!lacksBuyerPart(order)) evidence.push({ kind: 'amount', name: 'platform-part', fen: outstanding });
  else if (collection === 'part-settled') {
    evidence.push({ kind: 'amount', name: 'collected', fen: money.collected });
  }
  return evidence;
}

/** `逾期 31 天，收货后没到账`; of a group that is unproven `12 单预计扣款日过了 31-60 天，共 800.00 元到账待核实`. */
export function lateLine(evidence: readonly Evidence[], unproven: boolean): Both {
  const has = (name: Evidence['name']) => evidence.some((one) => one.name === name);
  if (has('orders')) return groupLine(evidence);
  const days = figure(evidence, 'days-past-due');
  const late = daysLate(days, Number.NaN, unproven);
  if (unproven) return late;
  const received = has('received-at');
  const least = has('shipped-at');
  const what: Both = has('platform-part')
    ? { zh: '平台承担的部分没到账', en: "the platform's part has not come in" }
    : has('collected')
      ? { zh: '没到齐', en: 'not all has come in' }
      : { zh: '没到账', en: 'nothing has come in' };
  return {
    zh: `${least ? `逾期至少 ${days} 天` : late.zh}，${received ? '收货后' : ''}${what.zh}`,
    en: `${least ? 'at least ' : ''}${late.en}, ${what.en}${received ? ' since receipt' : ''}`,
  };
}

function groupLine(evidence: readonly Evidence[]): Both {
  const orders = figure(evidence, 'orders');
  const fen = yuan(figure(evidence, 'total'));
  const least = figure(evidence, 'least-days');
  const most = figure(evidence, 'most-days');
  const days = least === most ? `${least}` : `${least}-${most}`;
  return {
    zh: `${orders} 单预计扣款日过了 ${days} 天，共 ${fen} 元到账待核实`,
    en: `${counted(orders, 'order')}, expected debit ${days} ${most === 1 ? 'day' : 'days'} ago, ${fen} yuan, collection unproven`,
  };
}
