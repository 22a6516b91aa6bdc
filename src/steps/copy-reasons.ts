// Why an order's cells say what they say: the typed reasons for its last cell, from what is known of the order.

import type { Terms } from '../core/aging.js';
import type { Ledger } from '../portfolio/collection.js';
import type { Judgement } from '../portfolio/judgement.js';
import type { Reason } from '../report/words/reasons.js';
import type { WhyUnproven } from '../report/words/why-unproven.js';

/** An after-sale of which only the order's own words tell. */
const UNTOLD = { since: Number.NaN, deadline: Number.NaN };

/** The reasons in the order in which they are read; the first one is about the state. */
export function reasonsOf(judgement: Judgement, terms: Terms, ledger: Ledger | null): Reason[] {
  const { money, collection, aged } = judgement;
  // "Refunded in full" and "assumed to be refunded in full" must not stand side by side.
  const isAssumed = aged === null && collection === 'refunded' && money.assumed > 0;
  const reasons: Reason[] = isAssumed ? [] : [stateReason(judgement, terms, ledger)];
  if (money.outstandingPlatform > 0)
    reasons.push({ kind: 'platform-missing', fen: money.outstandingPlatform });
  // Also a single fen: the row's amounts add up only when it is named.
  if (money.overCollected > 0) reasons.push({ kind: 'over-collected', fen: money.overCollected });
  if (judgement.receivableSource === 'list')
    reasons.push({ kind: 'receivable-zero', fen: judgement.receivable });
  if (money.pendingRefund > 0) reasons.push({ kind: 'refund-pending', fen: money.pendingRefund });
  else if (money.refundSource === 'after-sales' && collection !== 'refunded')
    reasons.push({ kind: 'refund-by-after-sales', fen: money.refunded - money.assumed });
  if (aged?.dueSource === 'after-sale') reasons.push({ kind: 'restarted', day: aged.dueDay });
  if (money.assumed > 0) reasons.push({ kind: 'refund-assumed', fen: money.assumed });
  if (judgement.undecided > 0) reasons.push({ kind: 'amount-undecided', fen: judgement.undecided });
  return reasons;
}

function stateReason(judgement: Judgement, terms: Terms, ledger: Ledger | null): Reason {
  const { money, collection, aged, outstanding } = judgement;
  const days = aged?.daysPastDue ?? 0;
  const why = whyOf(judgement, ledger);
  const because = why === null || why.condition === 'no-bills' ? {} : { why };
  switch (collection) {
    case 'closed':
    case 'refunded':
    case 'not-applicable':
      return { kind: collection };
    case 'settled':
      if (money.evidence === 'refund-implies-collection') return { kind: 'settled-by-refund' };
      if (money.evidence === 'account-flow') return { kind: 'settled-by-account', fen: money.collected };
      if (money.evidence === 'payment-state' || money.evidence === 'payment-time') {
        return { kind: 'settled-by-export', by: money.evidence };
      }
      if (money.refundSource === 'income' && money.refunded === 0) return { kind: 'refund-not-in-bills' };
      return { kind: 'settled', fen: money.collected };
    case 'part-settled':
      return { kind: 'part-settled', fen: money.collected, missingFen: outstanding, days, ...because };
    case 'clawed-back':
      return { kind: 'clawed-back', fen: money.takenBack, missingFen: outstanding, days };
    default:
      break;
  }
  if (aged === null) return { kind: 'not-applicable' };
  if (aged.bucket === 'invalid') return { kind: 'invalid' };
  if (aged.bucket === 'frozen') return { kind: 'frozen', ...(judgement.dispute ?? UNTOLD) };
  const { whereabouts } = aged;
  if (aged.daysPastDue === 0 && whereabouts !== 'received' && whereabouts !== 'frozen') {
    if (whereabouts !== 'receipt-late') return { kind: whereabouts };
    return { kind: 'receipt-late', autoReceiptDays: terms.autoReceiptDays + terms.graceDays };
  }
  if (collection === 'uncollected') {
    return { kind: money.evidence === 'payment-state' ? 'unpaid-by-export' : 'uncollected', days };
  }
  if (days > 0) return { kind: 'unproven-late', days, ...because };
  return Number.isNaN(aged.dueDay)
    ? { kind: 'unproven-no-date', ...because }
    : { kind: 'unproven-not-due', dueDay: aged.dueDay, ...because };
}

/** Why what is missing is not proven to be missing; null when it is, or nothing is. */
export function whyOf({ money, needFrom, needTo }: Judgement, ledger: Ledger | null): WhyUnproven | null {
  switch (money.unproven) {
    case null:
      return null;
    case 'coverage':
      return { condition: 'coverage', fromDay: needFrom, toDay: needTo };
    case 'control':
      return { condition: 'control', rate: ledger?.proof.controlRate ?? Number.NaN };
    default:
      return { condition: money.unproven };
  }
}
