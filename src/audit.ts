// The whole audit on one screen; also what `import { audit } from 'bnpl-audit'` gives.

import { basename } from 'node:path';
import type { KeyTable } from './core/key-table.js';
import { OrderBook } from './core/order-book.js';
import { type ProblemCode, ProblemLog } from './core/problem.js';
import { UserError } from './core/user-error.js';
import { commitAll } from './io/staged-file.js';
import { buildPortfolio, type Portfolio } from './portfolio/portfolio.js';
import type { SummaryModel } from './report/model.js';
import { ageOfInputs, chooseAsOf } from './steps/as-of.js';
import { openBills, readBills } from './steps/bills.js';
import { copyWords } from './steps/copy-words.js';
import {
  type ExportFile,
  type InputPlace,
  type OpenedExports,
  openExports,
  type ReadingWishes,
} from './steps/open-exports.js';
import { readOrderList, tellUnmatched } from './steps/order-list.js';
import { tellPlatformParts } from './steps/platform-parts.js';
import { type OrdersRead, readOrders, tornOrders } from './steps/read-orders.js';
import type { AuditRequest } from './steps/request.js';
import { reportSettings } from './steps/settings.js';
import { reportProblems, summarise } from './steps/summarise.js';
import { blankColumnsOnly, payLaterHeaders } from './steps/undecidable.js';
import {
  type CopySink,
  copyPlaces,
  filesRead,
  writeCopies,
  writeJson,
  writeRejects,
} from './steps/write-outputs.js';

export type { InspectRequest } from './steps/inspect.js';
export { inspect, printRecords } from './steps/inspect.js';
export type { AuditRequest, ReadingWishes };

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
  const found = await openExports(place, request.orders, request);
  const opened = [...found.exports];
  try {
    const named = await openBills(place, request.bills ?? [], request);
    const given = named.exports;
    opened.push(...given);
    const orderFiles = found.exports.filter(({ match }) => match.format.kind === 'orders');
    if (orderFiles.length === 0) {
      throw new UserError('no-orders-input', {
        path: found.exports.map(({ opened }) => opened.path),
        kinds: found.exports.map(({ match: { format } }) => `${format.platform} ${format.kind}`),
      });
    }
    // A bill of the folder that is named behind --bills as well is one bill.
    const others = found.exports.filter((file) => !given.some((bill) => isSameFile(bill, file)));
    const files = [...others, ...given];
    const places = copyPlaces(place, orderFiles, request);
    const { book, reads, problems } = readAllOrders(place, orderFiles, request);

    const billFiles = files.filter(({ match }) => match.format.kind === 'bill');
    const bills = readBills(place.port, billFiles, orderFiles.length + 1, problems, request.lossy === true);

    tellPlatformParts(reads, book, problems);
    const { day, source } = chooseAsOf(reads, request.asOfDay);
    const portfolio = buildPortfolio(book, ageOfInputs(reads), day, bills);
    refuseUndecidable(reads, portfolio);
    tellJudged(portfolio, problems);

    const language = request.language ?? 'zh';
    const words = copyWords(
      language,
      portfolio,
      reads.map(({ format }) => format.platform),
    );
    const settings = { ...request, sources: filesRead(place, opened, request.payLaterOrders) };
    const staged = await writeCopies(place, reads, portfolio, words, places, settings, problems);
    const rejectsFile = writeRejects(place, reads, language, settings, staged);

    const listName = basename(request.payLaterOrders ?? '');
    const names = [...orderFiles, null, ...billFiles].map((file) => file?.opened.name ?? listName);
    const summary = summarise({
      files,
      given,
      reads,
      portfolio,
      bills,
      control: request.control
        ? { ordersWanted: request.control.orders, fenWanted: request.control.fen }
        : null,
      problems: reportProblems(problems, names),
      asOfDay: day,
      asOfSource: source,
      copies: places,
      rejectsFile,
      skipped: [found, named].flatMap(leftOut),
    });
    await writeJson(place, summary, reportSettings(request, summary, portfolio), settings, staged);
    commitAll(staged);

    const rejected = summary.rejected.records > (request.maxRejects ?? 0);
    const billsDamaged = bills?.reads.some((read) => read.rejected.length > 0) === true;
    return { summary, damaged: rejected || billsDamaged || problems.damaged };
  } finally {
    for (const file of opened) file.opened.dispose();
  }
}

/** The files that were not read, with the reason for each. */
function leftOut({ skipped, repeated }: OpenedExports): SummaryModel['skipped'] {
  return [...skipped, ...repeated.map((path) => ({ path, code: 'input-repeated' }))];
}

function isSameFile(a: ExportFile, b: ExportFile): boolean {
  return a.opened.dev === b.opened.dev && a.opened.ino === b.opened.ino;
}

/** Reads all order files; a second time where records of one order disagree on pay-later, then holding all of its lines. */
function readAllOrders(
  place: AuditPlace,
  files: readonly ExportFile[],
  request: AuditRequest,
  torn: KeyTable | null = null,
): { book: OrderBook; reads: OrdersRead[]; problems: ProblemLog } {
  const { port } = place;
  const { payLaterOrders, allPayLater, lossy } = request;
  const problems = new ProblemLog();
  const book = new OrderBook();
  const list = payLaterOrders ? readOrderList(port, payLaterOrders, files.length, problems) : null;
  const options = { payLater: { list, all: allPayLater === true }, lossy: lossy === true, torn };
  const reads = files.map((file, input) => readOrders(port, file, input, book, problems, options));
  if (list !== null) tellUnmatched(list, book, files.length, problems);
  const disagreeing = tornOrders(book);
  if (torn !== null || disagreeing.size === 0) return { book, reads, problems };
  return readAllOrders(place, files, request, disagreeing);
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
  tell('time-impossible', totals.impossibleLines);
}
