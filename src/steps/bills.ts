// The bills of a run: opened, read into one book, and what they say for the report.

import { BillBook } from '../core/bill-book.js';
import { formatDate } from '../core/dates.js';
import type { OrderBook } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { UserError } from '../core/user-error.js';
import type { FilePort } from '../io/port.js';
import type { PlatformId } from '../platforms/types.js';
import { markRepeatedBillRows } from '../portfolio/bill-dedupe.js';
import type { BillIndex } from '../portfolio/bill-index.js';
import { UNSEEN_DAYS } from '../portfolio/judgement.js';
import { DEFAULT_LAG_DAYS, findUnmatched } from '../portfolio/ledger.js';
import { DAY_SECONDS } from '../portfolio/order-sums.js';
import type { BillsForPortfolio, Portfolio } from '../portfolio/portfolio.js';
import type { BillsModel } from '../report/model.js';
import {
  type ExportFile,
  type InputPlace,
  type OpenedExports,
  openExports,
  type ReadingWishes,
} from './open-exports.js';
import { type BillRead, readBill } from './read-bills.js';
import type { OrdersRead } from './read-orders.js';

/** All bills of a run, read. */
export interface BillsRead extends BillsForPortfolio {
  readonly reads: readonly BillRead[];
}

/** Opens the files that were given as bills. Throws UserError for one that is something else. */
export async function openBills(
  place: InputPlace,
  paths: readonly string[],
  { encoding, delimiter }: ReadingWishes,
): Promise<OpenedExports> {
  if (paths.length === 0) return { exports: [], skipped: [], repeated: [] };
  const wishes = {
    ...(encoding === undefined ? {} : { encoding }),
    ...(delimiter === undefined ? {} : { delimiter }),
  };
  const found = await openExports(place, paths, wishes);
  const other = found.exports.find(({ match }) => match.format.kind !== 'bill');
  if (other === undefined) return found;
  for (const { opened } of found.exports) opened.dispose();
  throw new UserError('not-a-bill', { path: other.opened.path, kind: other.match.format.kind });
}

/** Reads all bills; null without any. `firstInput`: the index of the first one among the run's inputs. */
export function readBills(
  port: FilePort,
  files: readonly ExportFile[],
  firstInput: number,
  problems: ProblemLog,
  lossy: boolean,
): BillsRead | null {
  if (files.length === 0) return null;
  const bills = new BillBook();
  const reads = files.map((file, i) => readBill(port, file, firstInput + i, bills, problems, { lossy }));
  const counts = markRepeatedBillRows(bills, problems);
  const platform: PlatformId = reads[0]!.platform;
  return { bills, counts, reads, defaultLagDays: DEFAULT_LAG_DAYS[platform] };
}

/** What the report says of the bills. Throws when their rows do not add up: that is our own mistake. */
export function billsModel(
  read: BillsRead,
  portfolio: Portfolio,
  orders: readonly OrdersRead[],
): BillsModel | null {
  const { ledger, asOfDay } = portfolio.settings;
  if (ledger === null) return null;
  const { proof, index } = ledger;
  const first = Math.min(...orders.map(({ firstDay }) => firstDay).filter(Number.isFinite));
  const last = Math.max(
    ...orders.map(({ latestEvent }) => Math.floor(latestEvent / 86_400)).filter(Number.isFinite),
  );
  const unmatched = findUnmatched(index, first, last);
  const reach = proof.periods.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
  const unseen = asOfDay - reach;
  return {
    periods: proof.periods.map(({ from, to }) => ({ from: formatDate(from), to: formatDate(to) })),
    unseenDays: Number.isFinite(unseen) && unseen > UNSEEN_DAYS ? unseen : 0,
    controlOrders: proof.controlOrders,
    controlRate: Number.isNaN(proof.controlRate) ? null : proof.controlRate,
    lagDays: proof.lagDays,
    lagSource: proof.lagSource,
    failed: proof.failed.filter((condition) => condition !== 'no-bills'),
    byType: read.bills.typeList.map(({ name, rows, inFen, outFen }) => ({ type: name, rows, inFen, outFen })),
    rows: countRows(read, index, portfolio),
    unmatchedOrders: unmatched.orders,
    missingFromExport: { orders: unmatched.missingOrders, fen: unmatched.missingFen },
    subsequentReceipts: subsequentReceipts(portfolio, index, reach),
    platformParts: orders.map((order, i) =>
      partsOf(order, portfolio.book, portfolio.settings.addedParts[i] ?? 0),
    ),
  };
}

/** 期后回款: income behind a back-dated as-of date, of orders that were open at it; null where no bill reaches there. */
function subsequentReceipts(
  portfolio: Portfolio,
  index: BillIndex,
  reach: number,
): BillsModel['subsequentReceipts'] {
  const { asOfDay } = portfolio.settings;
  if (reach <= asOfDay) return null;
  const before = (asOfDay + 1) * DAY_SECONDS;
  const later = { orders: 0, fen: 0 };
  for (let order = 0; order < portfolio.book.ids.size; order++) {
    if (portfolio.answer(order) !== 'yes' || (portfolio.judge(order)?.outstanding ?? 0) === 0) continue;
    const then = index.receipts(order, before);
    const now = index.receipts(order, Number.POSITIVE_INFINITY);
    const fen = now.incomeBuyer + now.incomePlatform - then.incomeBuyer - then.incomePlatform;
    if (fen <= 0) continue;
    later.orders++;
    later.fen += fen;
  }
  return later;
}

/** Every row of every bill is in exactly one of these; checked against what reading counted. */
function countRows({ bills }: BillsRead, index: BillIndex, portfolio: Portfolio): BillsModel['rows'] {
  const rows = { all: 0, payLater: 0, others: 0, withoutOrder: 0, notInOrders: 0, repeated: 0 };
  for (const file of bills.files) {
    rows.all += file.rows;
    rows.withoutOrder += file.unlinkedRows;
    rows.repeated += file.repeatedRows;
  }
  for (let row = 0; row < bills.rows.size; row++) {
    if (index.counts[row] === 0) continue;
    const order = index.orderOf[bills.rows.order[row]!]!;
    if (order < 0) rows.notInOrders++;
    else if (portfolio.answer(order) === 'yes') rows.payLater++;
    else rows.others++;
  }
  const sum = rows.payLater + rows.others + rows.withoutOrder + rows.notInOrders + rows.repeated;
  if (sum !== rows.all) throw new Error(`${sum} of ${rows.all} bill rows accounted for`);
  return rows;
}

/** The platform columns that make up what the shop is paid, as the file's headers. */
function partsOf(read: OrdersRead, book: OrderBook, added: number): BillsModel['platformParts'][number] {
  const input = read.input;
  const columns = read.file.match.columns.get('platform_part') ?? [];
  const own = read.file.match.columns.has('merchant_receives');
  const set = own ? (book.partLearners[input]?.learned()?.set ?? null) : added;
  const names =
    set === null
      ? null
      : columns.filter((_, i) => (set & (1 << i)) !== 0).map((c) => read.file.match.names[c] ?? '');
  return { platform: read.format.platform, columns: names };
}
