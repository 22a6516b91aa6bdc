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
  const cells = new OrderCells(language);
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
      return cells.of(judgement, settings.inputs[input]!.terms);
    },
  };
}

/** Texts that were made before: a million orders share some hundreds of days and reasons. */
class Remembered {
  readonly #texts = new Map<number, string>();

  /** The text of a whole number, made once. */
  get(key: number, make: () => string): string {
    let text = this.#texts.get(key);
    if (text === undefined) {
      text = make();
      this.#texts.set(key, text);
    }
    return text;
  }
}

/** An order's cells. Called for every pay-later order: an object of one shape each time, texts made once. */
class OrderCells {
  readonly #language: Language;
  readonly #yes: string;
  readonly #days = new Remembered();
  readonly #reasons = new Map<Reason['kind'], Remembered>();

  constructor(language: Language) {
    this.#language = language;
    this.#yes = payLaterCell('yes', language);
  }

  of(judgement: Judgement, terms: Terms): string[] {
    const language = this.#language;
    const { aged, collection } = judgement;
    // Without a receivable there is nothing to count, and a column of zeros would hide that.
    const money = judgement.receivable !== 0;
    // Lateness is only called so when it is proven that nothing came in.
    const stage = aged === null ? 'closed' : collection === 'unproven' ? aged.whereabouts : aged.stage;
    return annotationCells({
      next_step: '',
      severity: '',
      stage: stageCell(stage, language),
      outstanding: money ? yuanCell(judgement.outstanding) : '',
      days_past_due: aged === null ? '' : daysCell(aged.daysPastDue),
      aging_bucket: aged === null ? '' : bucketCell(aged.bucket, language),
      due_date:
        aged === null || Number.isNaN(aged.dueDay)
          ? ''
          : this.#days.get(aged.dueDay, () => dateCell(aged.dueDay)),
      due_source: aged === null ? '' : dueSourceCell(aged.dueSource, terms, language),
      collection: collectionCell(collection, language),
      receivable: money ? yuanCell(judgement.receivable) : '',
      refunded: money ? yuanCell(judgement.refunded) : '',
      collected: money ? yuanCell(judgement.collected) : '',
      pay_later: this.#yes,
      cluster: '',
      rules: '',
      reason: this.#reason(judgement, terms),
    });
  }

  #reason(judgement: Judgement, terms: Terms): string {
    const reasons = reasonsOf(judgement, terms);
    const [first] = reasons;
    if (reasons.length > 1 || first === undefined) return reasonCell(reasons, this.#language);
    const number = 'days' in first ? first.days : 'dueDay' in first ? first.dueDay : 0;
    let remembered = this.#reasons.get(first.kind);
    if (remembered === undefined) {
      remembered = new Remembered();
      this.#reasons.set(first.kind, remembered);
    }
    return remembered.get(number, () => reasonCell(reasons, this.#language));
  }
}

function reasonsOf(judgement: Judgement, terms: Terms): Reason[] {
  // "Refunded in full" and "assumed to be refunded in full" must not stand side by side.
  const isAssumed =
    judgement.aged === null && judgement.collection === 'refunded' && judgement.refundAssumed > 0;
  const reasons: Reason[] = isAssumed ? [] : [stateReason(judgement, terms)];
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
