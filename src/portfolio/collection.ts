// Has it been collected? The bill's rows of one order against what was to be collected, with the proof behind a "no".

import type { ClaimedRefund } from './after-sales-claims.js';
import { type BillIndex, noReceipts, type Receipts } from './bill-index.js';
import { claimed, scaled } from './claimed-refunds.js';
import { covers } from './periods.js';
import type { ProofFacts } from './proof.js';

/** States of collection. */
export const COLLECTIONS = [
  'settled',
  'part-settled',
  'uncollected',
  'unproven',
  'clawed-back',
  'refunded',
  'closed',
  'not-applicable',
] as const;
export type Collection = (typeof COLLECTIONS)[number];

/** What says that money came in. */
export type CollectionEvidence =
  | 'none'
  | 'bill'
  | 'account-flow'
  | 'refund-implies-collection'
  | 'payment-state'
  | 'payment-time';

/**
 * Why a missing row proves nothing for this order. `row-unreadable`: it may be one of its rows that cannot be read;
 * `after-sale-unreadable`: such a row may have refunded it.
 * `no-subsidies`: only the platform's part is missing, and the bills hold no such part of any order.
 */
export type Unproven =
  | 'no-bills'
  | 'coverage'
  | 'control'
  | 'none-settled'
  | 'other-shop'
  | 'row-unreadable'
  | 'after-sale-unreadable'
  | 'no-subsidies';

/** The bills of a run, joined with its orders, and what they prove. */
export interface Ledger {
  readonly index: BillIndex;
  readonly proof: ProofFacts;
}

/** What is asked of the bills for one order; amounts in fen. */
export interface CollectionQuestion {
  readonly order: number;
  readonly receivable: number;
  /** The part of the receivable that the buyer pays. */
  readonly buyerPart: number;
  /** 成交金额, where the receivable is the shop's own column: an export may have taken the refund off there; else NaN. */
  readonly listAmount: number;
  /** Refunded by its state's words: surely all of those lines (never shipped), or as far as nothing says otherwise. */
  readonly sureRefund: number;
  readonly wordedRefund: number;
  /** What after-sales rows say was refunded, on the buyer's part, by the as-of day. */
  readonly refunds: readonly ClaimedRefund[];
  /** A row of its after-sales could not be read. */
  readonly isDoubtful: boolean;
  /** Days (numbers) from which and to which the bills must run; NaN where not known. */
  readonly fromDay: number;
  readonly toDay: number;
  /** What the export itself says, where the bills prove nothing: by a column of its own, or a payment after shipping. */
  readonly exportSays: 'paid' | 'unpaid' | 'paid-later' | null;
  /** Civil seconds, exclusive: rows from then on have not happened yet. */
  readonly before: number;
}

export interface Collected {
  /** 应收货款: the question's, or the list amount where the export has already taken the bill's refund off. */
  readonly receivable: number;
  /** 已退款, before and after collection. */
  readonly refunded: number;
  readonly refundSource: 'none' | 'bill' | 'after-sales' | 'income' | 'unshipped' | 'status';
  /** The part of `refunded` that after-sales rows say followed the collection, and no bill shows yet. */
  readonly pendingRefund: number;
  /** The part of `refunded` that only a state's words say. */
  readonly assumed: number;
  /** Net collected. */
  readonly collected: number;
  readonly overCollected: number;
  readonly outstanding: number;
  /** The part of the outstanding that the platform owes. */
  readonly outstandingPlatform: number;
  readonly evidence: CollectionEvidence;
  readonly takenBack: number;
  /** What the shop paid the buyer beside refunds, by its bills (0040): 0 or more in the ordinary case. */
  readonly compensation: number;
  /** null: what is missing is proven to be missing (or nothing is). */
  readonly unproven: Unproven | null;
}

/** Of every order of a run without bills. */
const NO_RECEIPTS: Readonly<Receipts> = noReceipts();

/** Answers for one order. receivable - refunded - collected + over-collected = outstanding, always. */
export function collect(question: CollectionQuestion, ledger: Ledger | null): Collected {
  const receipts = ledger === null ? NO_RECEIPTS : ledger.index.receipts(question.order, question.before);
  const told = receipts.incomeBuyer + receipts.incomePlatform;
  // A pay-out is the same money as the settlement's income, net of fees: it counts where no settlement tells of the order.
  const net = told > 0 ? 0 : Math.max(0, receipts.payouts);
  const byAccount = net > 0 && receipts.paidOut > 0;
  // A refund that is given back to the shop was made before the bills begin: no refund, and no income either.
  const refunds = Math.max(0, receipts.refundBuyer + receipts.refundPlatform);
  const rows = question.refunds.reduce((sum, { fen }) => sum + fen, 0);
  const takenOff = question.listAmount - question.receivable;
  const isTakenOff = takenOff > 0 && (takenOff === refunds || takenOff === rows);
  // The shop's column has lost the platform's share of the refund too; what the buyer paid stands there as it was.
  const isShareTakenOff =
    rows > 0 && takenOff > rows && takenOff === scaled(rows, question.listAmount, question.buyerPart);
  const receivable = isTakenOff || isShareTakenOff ? question.listAmount : question.receivable;
  const buyerPart = isTakenOff ? receivable : question.buyerPart;
  const atLeast = Math.max(0, told + net + receipts.advances);
  const atMost = byAccount ? Math.max(atLeast, receivable) : atLeast;
  const against = { receivable, buyerPart, banked: atLeast, atMost, refunds };
  const claims = claimed(question.refunds, against, receipts);
  const before = refundBefore(question, receivable, atLeast, refunds, claims.before);
  const toCollect = receivable - before.fen;
  // A platform pays an order out as a whole; what the pay-out lacks are its fees, which lower nothing.
  const income = byAccount ? Math.max(net, toCollect) : told + net;
  const banked = Math.max(0, income + receipts.advances);
  // A refund without its income proves that the income lies before the bills' start.
  const implied = refunds > banked;
  const open = toCollect > banked && !implied;
  const platformPart = Math.max(0, question.receivable - question.buyerPart);
  const isPlatformsOnly = told > 0 && toCollect - banked <= platformPart - receipts.incomePlatform;
  const why = open ? whyUnproven(question, ledger, isPlatformsOnly) : null;
  // A bill's row, and a bill that proves its absence, outweigh what the export says of itself.
  const says = why !== null && banked === 0 && receipts.takenBack === 0 ? question.exportSays : null;
  const isPaid = says === 'paid' || says === 'paid-later';
  // What is given back beyond the receivable gives back what was over-collected, as far as something was.
  const refundsAfter = refunds + claims.pending;
  const beyond = Math.max(0, refundsAfter - toCollect);
  const over = Math.max(0, banked - toCollect);
  const returned = implied ? 0 : Math.min(beyond, over);
  const after = refundsAfter - returned;
  const gross = implied || isPaid ? toCollect : banked - returned;
  const outstanding = Math.max(0, toCollect - gross);
  const missingPlatform = told > 0 ? Math.max(0, platformPart - receipts.incomePlatform) : 0;
  return {
    receivable,
    refunded: before.fen + after,
    refundSource: after === 0 ? before.source : refunds > 0 ? 'bill' : 'after-sales',
    pendingRefund: claims.pending,
    assumed: before.assumed,
    collected: gross - after,
    overCollected: Math.max(0, gross - toCollect),
    outstanding,
    outstandingPlatform: Math.min(outstanding, missingPlatform),
    evidence: evidenceOf(implied, banked, byAccount, says),
    takenBack: receipts.takenBack,
    compensation: receipts.compensation,
    unproven: outstanding > 0 && says !== 'unpaid' ? why : null,
  };
}

function evidenceOf(
  implied: boolean,
  banked: number,
  byAccount: boolean,
  says: CollectionQuestion['exportSays'],
): CollectionEvidence {
  if (implied) return 'refund-implies-collection';
  if (banked > 0) return byAccount ? 'account-flow' : 'bill';
  if (says === null) return 'none';
  return says === 'paid-later' ? 'payment-time' : 'payment-state';
}

/**
 * What was refunded before any money came in, by the best source there is. `income`: what the shop has of it, advances
 * too; `rows`: what after-sales rows say, on the receivable's basis. The words are those that no row is about.
 */
function refundBefore(
  { sureRefund, wordedRefund }: CollectionQuestion,
  receivable: number,
  income: number,
  refunds: number,
  rows: number,
): { fen: number; source: Collected['refundSource']; assumed: number } {
  const worded = wordedRefund - sureRefund;
  const bySource = (fen: number, source: Collected['refundSource'], assumed = 0) => ({
    fen: Math.min(receivable, rows + fen),
    source: rows > 0 ? ('after-sales' as const) : source,
    assumed: Math.min(assumed, Math.max(0, receivable - rows - sureRefund)),
  });
  if (refunds > 0) {
    // The bill tells what followed the collection. A line that was never shipped was refunded beside that as far as
    // the income leaves room for it; where the income lies before the bills, when their refund is too small to be it.
    const room = income >= refunds ? receivable - income : refunds < sureRefund ? sureRefund : 0;
    return bySource(Math.min(sureRefund, Math.max(0, room)), 'bill');
  }
  if (worded > 0 && income > 0) {
    const rest = Math.max(0, receivable - rows - sureRefund - income);
    return bySource(sureRefund + Math.min(worded, rest), 'income');
  }
  if (worded > 0) return bySource(wordedRefund, 'status', worded);
  return bySource(sureRefund, sureRefund > 0 ? 'unshipped' : 'none');
}

function whyUnproven(
  { order, fromDay, toDay, isDoubtful }: CollectionQuestion,
  ledger: Ledger | null,
  isPlatformsOnly: boolean,
): Unproven | null {
  if (ledger === null) return 'no-bills';
  const [failed] = ledger.proof.failed;
  if (failed !== undefined) return failed;
  if (!covers(ledger.proof.past, fromDay, toDay)) return 'coverage';
  if (ledger.index.doubtful.has(order)) return 'row-unreadable';
  if (isDoubtful) return 'after-sale-unreadable';
  // A bill that was filtered by kind of row when it was exported, or later.
  return isPlatformsOnly && !ledger.index.hasPlatformIncome ? 'no-subsidies' : null;
}

/** The state in one word. `live`: the order has a line that is not cancelled. */
export function collectionState(live: boolean, receivable: number, answer: Collected): Collection {
  if (!live) return 'closed';
  if (receivable === 0) return 'not-applicable';
  const { outstanding, collected, refunded, takenBack } = answer;
  if (outstanding === 0) return refunded >= receivable && collected <= 0 ? 'refunded' : 'settled';
  if (takenBack > 0) return 'clawed-back';
  if (collected > 0) return 'part-settled';
  return answer.unproven === null ? 'uncollected' : 'unproven';
}
