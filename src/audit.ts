// The whole audit on one screen; also what `import { audit } from 'bnpl-audit'` gives.

import { basename } from 'node:path';
import type { Terms } from './core/aging.js';
import { dayOf, timeInFileName } from './core/dates.js';
import { OrderBook } from './core/order-book.js';
import { type ProblemCode, ProblemLog } from './core/problem.js';
import { UserError } from './core/user-error.js';
import { commitAll } from './io/staged-file.js';
import { buildPortfolio, type Portfolio } from './portfolio/portfolio.js';
import type { Language, SummaryModel } from './report/model.js';
import { copyWords } from './steps/copy-words.js';
import { type InputPlace, openExports, type ReadingWishes } from './steps/open-exports.js';
import { readOrderList, tellUnmatched } from './steps/order-list.js';
import { type OrdersRead, readOrders } from './steps/read-orders.js';
import { reportProblems, summarise } from './steps/summarise.js';
import { blankColumnsOnly, payLaterHeaders } from './steps/undecidable.js';
import { type CopySink, copyPlaces, filesRead, writeCopies, writeRejects } from './steps/write-outputs.js';

export type { InspectRequest } from './steps/inspect.js';
export { inspect, printRecords } from './steps/inspect.js';
export type { ReadingWishes };

export interface AuditRequest extends ReadingWishes {
  /** Files, folders, wildcards, or `-` for standard input. */
  readonly orders: readonly string[];
  readonly allPayLater?: boolean;
  /** A file with order numbers that are pay-later. */
  readonly payLaterOrders?: string;
  /** Day number of the audit; without it the export time in the names, else the latest event. */
  readonly asOfDay?: number;
  /** A file, a folder, `-`, or null for no copy at all; without it each copy stands beside its input. */
  readonly output?: string | null;
  readonly rejects?: string;
  /** Language of the annotated copy and of the list of rejects; `zh` without it. */
  readonly language?: Language;
  readonly force?: boolean;
  readonly lossy?: boolean;
  readonly reveal?: boolean;
  /** Cells of the input that a spreadsheet would take for formulas get an apostrophe in front. */
  readonly escapeFormulas?: boolean;
  /** So many rejected records are no damage. */
  readonly maxRejects?: number;
}

export interface AuditResult {
  readonly summary: SummaryModel;
  /** The answer is incomplete: input was damaged (exit code 3). */
  readonly damaged: boolean;
}

/** Where an audit reads and writes. */
export interface AuditPlace extends InputPlace {
  /** Takes the copy when `output` is `-`. */
  readonly stdout: CopySink;
}

/**
 * Audits order exports: reads them, judges every pay-later order, writes the annotated copies. Throws UserError for
 * what the user can mend; no output is left behind then. Time: two passes over the bytes; memory: the pay-later lines
 * and the order numbers, never the file.
 */
export async function audit(place: AuditPlace, request: AuditRequest): Promise<AuditResult> {
  const { exports, skipped, repeated } = await openExports(place, request.orders, request);
  try {
    const problems = new ProblemLog();
    const orderFiles = exports.filter(({ match }) => match.format.kind === 'orders');
    if (orderFiles.length === 0) {
      throw new UserError('no-orders-input', {
        path: exports.map(({ opened }) => opened.path),
        kinds: exports.map(({ match: { format } }) => `${format.platform} ${format.kind}`),
      });
    }
    const places = copyPlaces(place, orderFiles, request);
    const list = request.payLaterOrders
      ? readOrderList(place.port, request.payLaterOrders, orderFiles.length, problems)
      : null;

    const book = new OrderBook();
    const options = { payLater: { list, all: request.allPayLater === true }, lossy: request.lossy === true };
    const reads = orderFiles.map((file, input) =>
      readOrders(place.port, file, input, book, problems, options),
    );
    if (list !== null) tellUnmatched(list, book, orderFiles.length, problems);

    const { day, source } = chooseAsOf(reads, request.asOfDay);
    const portfolio = buildPortfolio(book, ageOfInputs(reads), day);
    refuseUndecidable(reads, portfolio);
    tellJudged(portfolio, problems);

    const language = request.language ?? 'zh';
    const words = copyWords(language, portfolio);
    const settings = { ...request, sources: filesRead(place, exports, request.payLaterOrders) };
    const staged = await writeCopies(place, reads, portfolio, words, places, settings, problems);
    const rejectsFile = writeRejects(place, reads, language, settings, staged);
    commitAll(staged);

    const names = [...orderFiles.map(({ opened }) => opened.name), basename(request.payLaterOrders ?? '')];
    const summary = summarise({
      files: exports,
      reads,
      portfolio,
      problems: reportProblems(problems, names),
      asOfDay: day,
      asOfSource: source,
      copies: places,
      rejectsFile,
      skipped: [...skipped, ...repeated.map((path) => ({ path, code: 'input-repeated' }))],
    });
    const rejected = summary.rejected.records > (request.maxRejects ?? 0);
    return { summary, damaged: rejected || problems.damaged };
  } finally {
    for (const { opened } of exports) opened.dispose();
  }
}

/** When each input was exported, and its platform's terms. */
function ageOfInputs(reads: readonly OrdersRead[]): { exportedAt: number; terms: Terms }[] {
  return reads.map(({ file, latestEvent, format }) => {
    const named = timeInFileName(file.opened.name);
    return { exportedAt: Number.isNaN(named) ? latestEvent : named, terms: format.terms };
  });
}

/** The as-of day: what the user says, else the latest export time in a name, else the latest event. Never today. */
function chooseAsOf(
  reads: readonly OrdersRead[],
  wish: number | undefined,
): { day: number; source: SummaryModel['asOfSource'] } {
  if (wish !== undefined) return { day: wish, source: 'flag' };
  const latest = (times: readonly number[]) => Math.max(...times.filter((time) => !Number.isNaN(time)));
  const hasRecords = reads.some(({ records }) => records.kinds[0]! > 0);
  const named = latest(reads.map(({ file }) => timeInFileName(file.opened.name)));
  const event = latest(reads.map(({ latestEvent }) => latestEvent));
  if (hasRecords && Number.isFinite(named)) return { day: dayOf(named), source: 'filename' };
  return Number.isFinite(event) ? { day: dayOf(event), source: 'data' } : { day: Number.NaN, source: null };
}

/** An audit in which nothing can be told of any order would read as "no pay-later orders": it must not run. */
function refuseUndecidable(reads: readonly OrdersRead[], { totals }: Portfolio): void {
  if (totals.orders === 0 || totals.unknown.orders < totals.orders) return;
  throw new UserError('pay-later-undecidable', {
    path: reads.map(({ file }) => file.opened.path),
    columns: payLaterHeaders(reads),
    blank: blankColumnsOnly(reads) ? 1 : 0,
  });
}

/** Tells what only shows when all files are known: copies, and amounts of 0 that cannot be meant. */
function tellJudged({ copies, book, totals }: Portfolio, problems: ProblemLog): void {
  const { lines } = book;
  const tell = (code: ProblemCode, held: readonly number[]) => {
    for (const line of held) problems.add({ code, input: lines.input[line]!, record: lines.record[line]! });
  };
  tell('record-repeated', copies.repeated);
  tell('record-superseded', copies.superseded);
  tell('receivable-zero', totals.receivableZeroLines);
}
