// The words of the annotated copies: which cells an order's record carries, from what is known of the order.

import type { Terms } from '../core/aging.js';
import { type CellPiece, CellRun } from '../io/cell-bytes.js';
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
} from '../report/cells.js';
import type { Language } from '../report/model.js';
import { STEP_NAMES } from '../report/words/findings.js';
import type { Reason } from '../report/words/reasons.js';
import { shownStage } from './cluster-model.js';
import { reasonsOf } from './copy-reasons.js';
import type { Findings } from './findings.js';
import { MarkCells, type MarkTexts } from './mark-cells.js';
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

/** Days past due and bucket of an order that has no age. */
const NOT_AGED = new CellRun(['', '']);

/** Whether an order's money cells are filled; where they are not, each of the amounts is 0. */
function hasMoney({ receivable, money }: Judgement): boolean {
  return receivable !== 0 || money.refunded !== 0 || money.collected !== 0;
}

/** Cells that were made before, by a whole number: a million orders share some hundreds of days and reasons. */
class Remembered {
  readonly #runs = new Map<number, CellRun>();

  get(key: number, make: () => readonly string[]): CellRun {
    let run = this.#runs.get(key);
    if (run === undefined) {
      run = new CellRun(make());
      this.#runs.set(key, run);
    }
    return run;
  }
}

/** Texts by number, in order of first sight: those of some few states, sources and steps. */
class Numbering {
  readonly #numbers = new Map<string, number>();

  of(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(text, number);
    }
    return number;
  }
}
/** More than there are texts to number. */
const TEXTS = 1024;
/** In place of a day number where there is none: before all days that can be written. */
const NO_DAY = -4_000_000;

/**
 * An order's cells, in the words of one platform. Called for every pay-later order: neighbours that many orders have
 * alike are made, and encoded, once; only amounts and findings are an order's own.
 */
class OrderCells {
  readonly #language: Language;
  readonly #yes: string;
  readonly #ledger: Ledger | null;
  readonly #platform: PlatformId;
  readonly #marks: MarkCells;
  readonly #numbers = new Numbering();
  readonly #steps = new Remembered();
  readonly #ages = new Remembered();
  readonly #dues = new Remembered();
  readonly #checks = new Remembered();
  readonly #reasons = new Map<Reason['kind'], Remembered>();
  /** In the order of the columns; overwritten by the next order. */
  readonly #pieces: CellPiece[] = [];

  constructor(language: Language, ledger: Ledger | null, platform: PlatformId, marks: MarkCells) {
    this.#language = language;
    this.#ledger = ledger;
    this.#platform = platform;
    this.#marks = marks;
    this.#yes = payLaterCell('yes', language);
  }

  of(judgement: Judgement, terms: Terms, order: number): readonly CellPiece[] {
    const { aged } = judgement;
    // Without a receivable, and without anything that came in, there is nothing to count: zeros would hide that.
    const money = hasMoney(judgement);
    const mark = this.#marks.of(order, judgement);
    const reason = this.#reason(judgement, terms);
    const pieces = this.#pieces;
    pieces[0] = this.#step(mark, judgement);
    pieces[1] = money ? judgement.outstanding : Number.NaN;
    pieces[2] = aged === null ? NOT_AGED : this.#age(aged);
    pieces[3] = this.#due(judgement, terms);
    pieces[4] = money ? judgement.receivable : Number.NaN;
    pieces[5] = money ? judgement.money.refunded : Number.NaN;
    pieces[6] = money ? judgement.money.collected : Number.NaN;
    pieces[7] = this.#check(mark);
    pieces[8] =
      mark.lines === '' ? reason : `${reason.cells[0]!}${this.#language === 'zh' ? '；' : '; '}${mark.lines}`;
    return pieces;
  }

  #step(mark: MarkTexts, judgement: Judgement): CellRun {
    const stage = shownStage(judgement);
    const step = STEP_NAMES[this.#marks.nextStep(mark, judgement)][this.#language];
    const key = (this.#numbers.of(step) * TEXTS + this.#numbers.of(mark.severity)) * TEXTS;
    return this.#steps.get(key + this.#numbers.of(stage), () => [
      step,
      mark.severity,
      stageCell(stage, this.#language),
    ]);
  }

  #age({ daysPastDue, bucket }: NonNullable<Judgement['aged']>): CellRun {
    return this.#ages.get(daysPastDue * TEXTS + this.#numbers.of(bucket), () => [
      daysCell(daysPastDue),
      bucketCell(bucket, this.#language),
    ]);
  }

  #due({ aged, collection }: Judgement, terms: Terms): CellRun {
    const language = this.#language;
    const day = aged === null || Number.isNaN(aged.dueDay) ? NO_DAY : aged.dueDay;
    const source = aged === null ? '' : aged.dueSource;
    const key = (day * TEXTS + this.#numbers.of(source)) * TEXTS;
    return this.#dues.get(key + this.#numbers.of(collection), () => [
      aged === null ? '' : dateCell(aged.dueDay),
      aged === null ? '' : dueSourceCell(aged.dueSource, terms, language),
      collectionCell(collection, language),
    ]);
  }

  #check({ cluster, rules }: MarkTexts): CellRun {
    const cells = () => [this.#yes, cluster, rules];
    return cluster === '' ? this.#checks.get(this.#numbers.of(rules), cells) : new CellRun(cells());
  }

  #reason(judgement: Judgement, terms: Terms): CellRun {
    const reasons = reasonsOf(judgement, terms, this.#ledger);
    const [first] = reasons;
    // Reasons with amounts of their own are as many as there are orders: they are not worth remembering.
    if (reasons.length > 1 || first === undefined || 'fen' in first || 'why' in first || 'by' in first)
      return new CellRun([this.#sentence(reasons)]);
    const number = 'days' in first ? first.days : 'dueDay' in first ? first.dueDay : 0;
    let remembered = this.#reasons.get(first.kind);
    if (remembered === undefined) {
      remembered = new Remembered();
      this.#reasons.set(first.kind, remembered);
    }
    return remembered.get(number, () => [this.#sentence(reasons)]);
  }

  #sentence(reasons: readonly Reason[]): string {
    return reasonCell(reasons, this.#language, this.#platform);
  }
}
