// Data problems that only show when all files are known: copies, amounts of 0 that cannot be meant, impossible times, stale rows.

import type { ProblemCode, ProblemLog } from '../core/problem.js';
import type { Portfolio } from '../portfolio/portfolio.js';

export function tellJudged({ copies, book, totals }: Portfolio, problems: ProblemLog): void {
  const { lines } = book;
  const tell = (code: ProblemCode, held: readonly number[]) => {
    for (const line of held) problems.add({ code, input: lines.input[line]!, record: lines.record[line]! });
  };
  tell('record-repeated', copies.repeated);
  tell('record-superseded', copies.superseded);
  tell('receivable-zero', totals.receivableZeroLines);
  tell('time-impossible', totals.impossibleLines);
  tell('order-stale', totals.staleLines);
}
