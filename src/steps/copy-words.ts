// The words of the annotated copies: which cells an order's record carries, from what is known of the order.

import type { Terms } from '../core/aging.js';
import type { Judgement } from '../portfolio/judgement.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import {
  annotationCells,
  annotationHeader,
  bucketCell,
  collectionCell,
  dateCell,
  daysCell,
  dueSourceCell,
  payLaterCell,
  reasonCell,
  rejectedCell,
  stageCell,
  yuanCell,
} from '../report/cells.js';
import type { Language } from '../report/model.js';
import type { Reason } from '../report/words/reasons.js';
import type { CopyWords } from './write-copies.js';

/** The words for one portfolio's copies. */
export function copyWords(language: Language, { settings }: Portfolio): CopyWords {
  const yes = payLaterCell('yes', language);
  return {
    header: annotationHeader(language),
    ordinary: annotationCells({ pay_later: payLaterCell('no', language) }),
    unknown: annotationCells({
      pay_later: payLaterCell('unknown', language),
      reason: reasonCell([{ kind: 'pay-later-unknown' }], language),
    }),
    rejected: ({ code, column }) => annotationCells({ reason: rejectedCell(code, column, language) }),
    sameOrder: (row, name) =>
      annotationCells({ pay_later: yes, reason: reasonCell([{ kind: 'same-order', row, name }], language) }),
    order: (judgement, input) => {
      if (judgement === null) {
        return annotationCells({ pay_later: yes, reason: reasonCell([{ kind: 'not-yet' }], language) });
      }
      const { terms } = settings.inputs[input]!;
      return orderCells(judgement, terms, language, yes);
    },
  };
}

function orderCells(judgement: Judgement, terms: Terms, language: Language, yes: string): string[] {
  const { aged, collection } = judgement;
  const common = {
    pay_later: yes,
    collection: collectionCell(collection, language),
    reason: reasonCell(reasonsOf(judgement, terms), language),
  };
  // Without a receivable there is nothing to count, and a column of zeros would hide that.
  const money =
    judgement.receivable === 0
      ? {}
      : {
          outstanding: yuanCell(judgement.outstanding),
          receivable: yuanCell(judgement.receivable),
          refunded: yuanCell(judgement.refunded),
          collected: yuanCell(judgement.collected),
        };
  if (aged === null) return annotationCells({ ...common, ...money, stage: stageCell('closed', language) });
  // Lateness is only called so when it is proven that nothing came in.
  const stage = collection === 'unproven' ? aged.whereabouts : aged.stage;
  return annotationCells({
    ...common,
    ...money,
    stage: stageCell(stage, language),
    days_past_due: daysCell(aged.daysPastDue),
    aging_bucket: bucketCell(aged.bucket, language),
    due_date: dateCell(aged.dueDay),
    due_source: dueSourceCell(aged.dueSource, terms, language),
  });
}

function reasonsOf(judgement: Judgement, terms: Terms): Reason[] {
  const reasons: Reason[] = [stateReason(judgement, terms)];
  if (judgement.receivableSource === 'list')
    reasons.push({ kind: 'receivable-zero', fen: judgement.receivable });
  if (judgement.refundAssumed > 0) reasons.push({ kind: 'refund-assumed', fen: judgement.refundAssumed });
  if (judgement.undecided > 0) reasons.push({ kind: 'amount-undecided', fen: judgement.undecided });
  return reasons;
}

function stateReason({ aged, collection }: Judgement, terms: Terms): Reason {
  if (aged === null) {
    if (collection === 'closed' || collection === 'refunded') return { kind: collection };
    return { kind: 'not-applicable' };
  }
  if (aged.bucket === 'invalid' || aged.bucket === 'frozen') return { kind: aged.bucket };
  if (aged.daysPastDue > 0) return { kind: 'unproven-late', days: aged.daysPastDue };
  switch (aged.whereabouts) {
    case 'received':
      return Number.isNaN(aged.dueDay)
        ? { kind: 'unproven-no-date' }
        : { kind: 'unproven-not-due', dueDay: aged.dueDay };
    case 'receipt-late':
      return { kind: 'receipt-late', autoReceiptDays: terms.autoReceiptDays + terms.graceDays };
    default:
      return { kind: aged.whereabouts };
  }
}
