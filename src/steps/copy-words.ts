// The words of the annotated copies: which cells an order's record carries, from what is known of the order.

import type { Terms } from '../core/aging.js';
import type { PlatformId } from '../platforms/types.js';
import type { Ledger } from '../portfolio/collection.js';
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
import { reasonsOf } from './copy-reasons.js';
import type { Findings } from './findings.js';
import { MarkCells } from './mark-cells.js';
import type { CopyWords } from './write-copies.js';

/** The words for one portfolio's copies; `platforms` are those of its inputs. */
export function copyWords(
  language: Language,
  { settings }: Portfolio,
  found: Findings,
  platforms: readonly PlatformId[],
): CopyWords {
  const yes = payLaterCell('yes', language);
  const marks = new MarkCells(found, language);
  const cells = platforms.map((platform) => new OrderCells(language, settings.ledger, platform, marks));
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
    order: (judgement, input, order) => {
      if (judgement === null) {
        return annotationCells({ pay_later: yes, reason: reasonCell([{ kind: 'not-yet' }], language) });
      }
      return cells[input]!.of(judgement, settings.inputs[input]!.terms, order);
    },
  };
}

/** Whether an order's money cells are filled; where they are not, each of the amounts is 0. */
function hasMoney({ receivable, money }: Judgement): boolean {
  return receivable !== 0 || money.refunded !== 0 || money.collected !== 0;
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

/** An order's cells, in the words of one platform. Called for every pay-later order: an object of one shape each time, texts made once. */
class OrderCells {
  readonly #language: Language;
  readonly #yes: string;
  readonly #ledger: Ledger | null;
  readonly #platform: PlatformId;
  readonly #marks: MarkCells;
  readonly #days = new Remembered();
  readonly #reasons = new Map<Reason['kind'], Remembered>();

  constructor(language: Language, ledger: Ledger | null, platform: PlatformId, marks: MarkCells) {
    this.#language = language;
    this.#ledger = ledger;
    this.#platform = platform;
    this.#marks = marks;
    this.#yes = payLaterCell('yes', language);
  }

  of(judgement: Judgement, terms: Terms, order: number): string[] {
    const language = this.#language;
    const { aged, collection } = judgement;
    // Without a receivable, and without anything that came in, there is nothing to count: zeros would hide that.
    const money = hasMoney(judgement);
    // Lateness is only called so when it is proven that nothing came in.
    const proven = judgement.money.unproven === null;
    const stage = aged === null ? 'closed' : proven ? aged.stage : aged.whereabouts;
    const mark = this.#marks.of(order, judgement);
    const reason = this.#reason(judgement, terms);
    return annotationCells({
      next_step: this.#marks.nextStep(mark, judgement),
      severity: mark.severity,
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
      refunded: money ? yuanCell(judgement.money.refunded) : '',
      collected: money ? yuanCell(judgement.money.collected) : '',
      pay_later: this.#yes,
      cluster: mark.cluster,
      rules: mark.rules,
      reason: mark.lines === '' ? reason : `${reason}${language === 'zh' ? '；' : '; '}${mark.lines}`,
    });
  }

  #reason(judgement: Judgement, terms: Terms): string {
    const reasons = reasonsOf(judgement, terms, this.#ledger);
    const [first] = reasons;
    // Reasons with amounts of their own are as many as there are orders: they are not worth remembering.
    if (reasons.length > 1 || first === undefined || 'fen' in first || 'why' in first || 'by' in first)
      return this.#sentence(reasons);
    const number = 'days' in first ? first.days : 'dueDay' in first ? first.dueDay : 0;
    let remembered = this.#reasons.get(first.kind);
    if (remembered === undefined) {
      remembered = new Remembered();
      this.#reasons.set(first.kind, remembered);
    }
    return remembered.get(number, () => this.#sentence(reasons));
  }

  #sentence(reasons: readonly Reason[]): string {
    return reasonCell(reasons, this.#language, this.#platform);
  }
}
