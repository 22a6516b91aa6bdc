// The days of a bill's rows, and how much of its period is whole: not the days of rows that are lost or cannot be read.

import type { BillFile } from '../core/bill-book.js';

type Spans = BillFile['whole'];

/** Rows that a bill lacks: none that is known, those behind its last one, or some that may have stood anywhere. */
export type LostRows = 'none' | 'tail' | 'anywhere';

/**
 * Days (numbers) between which a row is that could not be read, those of the rows before and behind it; NaN where there
 * is none. `isCounted`: the bill's own totals count that row.
 */
interface Hole {
  readonly before: number;
  readonly after: number;
  isCounted: boolean;
}

const SECONDS_PER_DAY = 86_400;

export class BillDays {
  readonly #days = new Set<number>();
  #last = Number.NaN;
  /** Whether any row is of a later or of an earlier day than the row before it. */
  #rises = false;
  #falls = false;
  /** By their days, each once. */
  readonly #holes = new Map<string, Hole>();
  /** Rows without a readable day since the last one that has such a day. */
  #undated: 'none' | 'some' | 'counted' = 'none';

  /** Takes the day of a row; NaN for a row without one. */
  see(day: number): void {
    if (Number.isNaN(day)) return;
    if (this.#undated !== 'none') this.#close(day);
    if (day === this.#last) return;
    if (day > this.#last) this.#rises = true;
    else if (day < this.#last) this.#falls = true;
    this.#last = day;
    this.#days.add(day);
  }

  /** Takes the day of a row that is lost, NaN where it is not known. `isCounted`: the bill's own totals count the row. */
  lose(day: number, isCounted: boolean): void {
    if (!Number.isNaN(day)) this.#add(day, day, isCounted);
    else if (isCounted || this.#undated === 'none') this.#undated = isCounted ? 'counted' : 'some';
  }

  /** The days with rows, ascending. */
  all(): number[] {
    return [...this.#days].sort((a, b) => a - b);
  }

  /**
   * What is whole of a period; civil seconds, both included. Of a bill of which the end is missing: the days before that
   * of the last row, or the days behind it where the latest rows stand first. Nothing where no order of its days shows
   * what the missing rows may be of. `isCounted`: a lost row that the bill's totals do not count is none.
   */
  whole(period: Spans[number], lost: LostRows, isCounted: boolean): Spans {
    if (this.#undated !== 'none') this.#close(Number.NaN);
    if (lost === 'tail') this.#add(this.#last, Number.NaN, true);
    const holes = [...this.#holes.values()].filter((hole) => hole.isCounted || !isCounted);
    const isSorted = this.#rises !== this.#falls;
    if (lost === 'anywhere' || (!isSorted && holes.some(({ before, after }) => before !== after))) return [];
    const { from, to } = period;
    return holes.reduce<Spans>((spans, hole) => withoutDays(spans, hole, this.#falls), [{ from, to }]);
  }

  #close(day: number): void {
    this.#add(this.#last, day, this.#undated === 'counted');
    this.#undated = 'none';
  }

  #add(before: number, after: number, isCounted: boolean): void {
    const key = `${before} ${after}`;
    const known = this.#holes.get(key);
    if (known === undefined) this.#holes.set(key, { before, after, isCounted });
    else known.isCounted ||= isCounted;
  }
}

/** What is left of spans of time without the days of a hole; `falls`: the latest rows stand first. */
function withoutDays(spans: Spans, { before, after }: Hole, falls: boolean): Spans {
  const [first, last] = falls ? [after, before] : [before, after];
  const begin = Number.isNaN(first) ? Number.NEGATIVE_INFINITY : first * SECONDS_PER_DAY;
  const end = Number.isNaN(last) ? Number.POSITIVE_INFINITY : (last + 1) * SECONDS_PER_DAY - 1;
  return spans.flatMap(({ from, to }) => {
    if (end < from || begin > to) return [{ from, to }];
    const rest = [
      { from, to: begin - 1 },
      { from: end + 1, to },
    ];
    return rest.filter((span) => span.from <= span.to);
  });
}
