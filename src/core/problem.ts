// Bad data as a value: what is wrong, in which file, record and column; collected, counted and shown, never thrown.

/** What may be wrong with data, and how much: `reject` takes the record out of the audit, `damage` makes exit code 3. */
export type ProblemLevel = 'reject' | 'damage' | 'note';

/** Every code, with its level. Texts in both languages stand in report/words. */
export const PROBLEM_LEVELS = {
  'amount-missing': 'reject',
  'amount-unreadable': 'reject',
  'bytes-invalid': 'reject',
  'order-id-damaged': 'reject',
  'order-id-missing': 'reject',
  'quote-unclosed': 'reject',
  'record-long': 'reject',
  'record-short': 'reject',
  'record-too-large': 'reject',
  'record-too-wide': 'reject',
  'after-sale-time-unreadable': 'damage',
  'bill-cut-off': 'damage',
  'bill-footer-differs': 'damage',
  'bill-row-inconsistent': 'damage',
  'bill-row-unreadable': 'damage',
  'file-cut-off': 'damage',
  'state-unreadable': 'damage',
  'time-unreadable': 'damage',
  'total-row-differs': 'damage',
  'after-sale-number-damaged': 'note',
  'after-sale-repeated': 'note',
  'after-sale-state-unknown': 'note',
  'after-sale-superseded': 'note',
  'after-sale-type-unknown': 'note',
  'after-sales-notice': 'note',
  'bill-code-unknown': 'note',
  'bill-footer-missing': 'note',
  'bill-rows-repeated': 'note',
  'bill-rows-unsettled': 'note',
  'bill-sign': 'note',
  'bill-time-missing': 'note',
  'bytes-replaced': 'note',
  'column-duplicate': 'note',
  'copy-bom-added': 'note',
  'deadline-unreadable': 'note',
  'fee-unreadable': 'note',
  'flag-unknown': 'note',
  'formulas-guarded': 'note',
  'header-repeated': 'note',
  'input-repeated': 'note',
  'cells-beyond-header': 'note',
  'line-ends-mixed': 'note',
  'list-entry-unmatched': 'note',
  'list-entry-unreadable': 'note',
  'list-unmatched': 'note',
  mojibake: 'note',
  'nul-bytes': 'note',
  'order-id-unusual': 'note',
  'order-ids-rounded': 'note',
  'order-stale': 'note',
  'pay-later-conflict': 'note',
  'pay-later-torn': 'note',
  'pay-method-unknown': 'note',
  'platform-part-differs': 'note',
  'platform-parts-unknown': 'note',
  'quote-bare': 'note',
  'quote-swallowed-lines': 'note',
  'receivable-zero': 'note',
  'recipients-differ': 'note',
  'recipients-unmatched': 'note',
  'record-repeated': 'note',
  'record-superseded': 'note',
  'state-unknown': 'note',
  'time-far-ahead': 'note',
  'time-impossible': 'note',
  'waybills-rounded': 'note',
} as const satisfies Record<string, ProblemLevel>;

export type ProblemCode = keyof typeof PROBLEM_LEVELS;

export interface Problem {
  readonly code: ProblemCode;
  /** Index of the input among the run's inputs. */
  readonly input: number;
  /** Row as Excel counts rows, from 1; 0 for the file as a whole. */
  readonly record: number;
  readonly column?: string;
  /** What stood there, in clear: masked by whoever shows it. */
  readonly text?: string;
  /** How many times, where one line stands for many. */
  readonly count?: number;
}

/** How many problems of one code and input are kept one by one; the rest is counted. */
export const PROBLEMS_KEPT = 1000;

/** Collects problems: the first 1,000 of each code and input are kept, all are counted. */
export class ProblemLog {
  readonly kept: Problem[] = [];
  readonly #counts = new Map<string, number>();
  readonly #lines = new Map<string, number>();

  add(problem: Problem): void {
    const key = `${problem.input}/${problem.code}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + (problem.count ?? 1));
    const lines = this.#lines.get(key) ?? 0;
    this.#lines.set(key, lines + 1);
    if (lines < PROBLEMS_KEPT) this.kept.push(problem);
  }

  /** How many problems of each code and input there are, in the order of first sight. */
  counts(): { code: ProblemCode; input: number; count: number }[] {
    return [...this.#counts].map(([key, count]) => {
      const slash = key.indexOf('/');
      return { code: key.slice(slash + 1) as ProblemCode, input: Number(key.slice(0, slash)), count };
    });
  }

  /** True when anything but rejected records makes the answer incomplete (exit code 3). */
  get damaged(): boolean {
    return this.counts().some(({ code }) => PROBLEM_LEVELS[code] === 'damage');
  }
}
