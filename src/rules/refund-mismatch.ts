// RF5: more was refunded than the buyer paid, or all of it, and the bill still leaves money of the order with the shop.

import { dayOf } from '../core/dates.js';
import type { AuditedOrder } from '../portfolio/audited-order.js';
import { refundedAt, rowsRefunded } from './refunds.js';
import { figure, orderRule } from './rule.js';
import { yuan } from './words.js';

/** A refund of all that was paid, but for a fen that was rounded, is one of all of it. */
const ROUNDED = 1;

export const refundMismatch = orderRule({
  id: 'refund-mismatch',
  aliases: ['RF5'],
  title: { zh: '退款金额对不上', en: 'a refund that does not fit' },
  looks: {
    zh: '售后退款比买家付的还多，或者已经全退给买家、店里却还留着这单的到账。',
    en: 'An order whose after-sales refunded more than the buyer paid, or all of it while the bill still leaves money of it with the shop.',
  },
  why: {
    zh: '退款、实付、到账应当对得上：对不上，可能是导出有错，也可能是退错了。',
    en: 'Refund, payment and income should fit: where they do not, the export may be wrong, or the refund.',
  },
  innocent: {
    zh: ['退款里含运费或补差价', '平台承担的部分按规则留给店铺', '退款从别的账户付的，不在这份货款明细里'],
    en: [
      'the refund includes postage or a difference in price',
      "the platform's part stays with the shop by its rules",
      'the refund was paid from another account, which this bill does not show',
    ],
  },
  unless: { zh: '金额相差不超过 {tolerance}', en: 'the amounts differed by at most {tolerance}' },
  severity: 'medium',
  strength: 'moderate',
  params: {
    tolerance: {
      value: 1,
      unit: 'fen',
      least: 0,
      most: 1_000_000,
      text: { zh: '差多少元以内不算（含）', en: 'a difference up to so much is nothing, included' },
    },
  },
  steps: ['review'],
  needs: ['after-sales'],
  check(order, { tolerance }, { billedTo }) {
    const refund = rowsRefunded(order);
    const paid = paidOf(order);
    if (refund === 0 || !(paid > 0)) return null;
    const excess = refund - paid;
    const left = excess >= -ROUNDED ? leftWithShop(order, billedTo) : 0;
    const isBeyond = excess > tolerance;
    if (!isBeyond && !(left > tolerance)) return null;
    return {
      orders: [order.order],
      nextStep: 'review',
      exposureFen: Math.max(left, isBeyond ? excess : 0),
      apart: true,
      evidence: [
        { kind: 'amount', name: 'refunded', fen: refund },
        { kind: 'amount', name: 'buyer-part', fen: paid },
        ...(isBeyond ? [{ kind: 'amount', name: 'excess', fen: excess } as const] : []),
        ...(left > tolerance ? [{ kind: 'amount', name: 'collected', fen: left } as const] : []),
        { kind: 'param', name: 'limit', param: 'tolerance', value: tolerance },
      ],
    };
  },
  line(evidence) {
    const refund = yuan(figure(evidence, 'refunded'));
    const paid = yuan(figure(evidence, 'buyer-part'));
    const [excess, left] = [figure(evidence, 'excess'), figure(evidence, 'collected')];
    const zh = [`退款 ${refund} 元，买家应付 ${paid} 元`];
    const en = [`refunded ${refund} yuan, buyer part ${paid} yuan`];
    if (!Number.isNaN(excess)) {
      zh.push(`多退 ${yuan(excess)} 元`);
      en.push(`${yuan(excess)} yuan too much`);
    }
    if (!Number.isNaN(left)) {
      zh.push(`店里还留着到账 ${yuan(left)} 元`);
      en.push(`${yuan(left)} yuan still with the shop`);
    }
    return { zh: zh.join('，'), en: en.join(', ') };
  },
});

/**
 * What the buyer paid at most, fen. An after-sale of several lines may be one of a line that was cancelled and counts no
 * longer: there only what exceeds all that was bought is too much. NaN where that is not known.
 */
function paidOf({ judged, listAmount }: AuditedOrder): number {
  const { buyerPart, receivable, receivableSource, lines } = judged;
  const own = receivableSource === 'before-refund' ? receivable : buyerPart;
  return lines === 1 ? own : Math.max(own, listAmount);
}

/**
 * What the bill leaves with the shop, fen. A refund that no bill row holds counts as made, unless the bills cover its
 * day and the days behind it: then the money is still there.
 */
function leftWithShop({ judged: { money }, afterSales }: AuditedOrder, billedTo: number): number {
  if (money.evidence !== 'bill') return 0;
  const isCovered = afterSales
    .filter(({ isRefund, fen }) => isRefund && fen > 0)
    .every((row) => !Number.isNaN(row.agreedAt) && dayOf(refundedAt(row)) < billedTo);
  return money.collected + (isCovered ? money.pendingRefund : 0);
}
