// The bills of a run: opened, read into one book, and what they say for the report.

import { NO_CONFIG } from '../config/config.js';
import { BillBook } from '../core/bill-book.js';
import { dayOf, formatDate } from '../core/dates.js';
import type { OrderBook } from '../core/order-book.js';
import type { PartLearner } from '../core/part-learner.js';
import type { ProblemLog } from '../core/problem.js';
import type { FilePort } from '../io/port.js';
import { DEFAULT_LAG_DAYS } from '../platforms/common.js';
import type { PlatformId } from '../platforms/types.js';
import { NO_SET } from '../portfolio/added-parts.js';
import { markRepeatedBillRows } from '../portfolio/bill-dedupe.js';
import type { BillIndex, Receipts } from '../portfolio/bill-index.js';
import { UNSEEN_DAYS } from '../portfolio/judgement.js';
import { findUnmatched } from '../portfolio/ledger.js';
import { DAY_SECONDS } from '../portfolio/order-sums.js';
import type { BillsForPortfolio, Portfolio } from '../portfolio/portfolio.js';
import type { BillsModel } from '../report/model.js';
import { lagInForce } from './effective.js';
import type { ExportFile } from './open-exports.js';
import { type BillRead, readBill } from './read-bills.js';
import { type OrdersRead, orderDays } from './read-orders.js';

/** All bills of a run, read. */
export interface BillsRead extends BillsForPortfolio {
  readonly reads: readonly BillRead[];
}

/** Reads all bills; null without any. `firstInput`: the index of the first one among the run's inputs. */
export function readBills(
  port: FilePort,
  files: readonly ExportFile[],
  firstInput: number,
  problems: ProblemLog,
  lossy: boolean,
  config = NO_CONFIG,
): BillsRead | null {
  if (files.length === 0) return null;
  const bills = new BillBook();
  const reads = files.map((file, i) => readBill(port, file, firstInput + i, bills, problems, { lossy }));
  const counts = markRepeatedBillRows(bills, problems);
  const platform: PlatformId = reads[0]!.platform;
  const paths = files.map(({ opened }) => opened.path);
  const setLagDays = lagInForce(config, platform).value;
  return { bills, counts, reads, paths, setLagDays, defaultLagDays: DEFAULT_LAG_DAYS[platform] };
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
  const { first, last } = orderDays(orders);
  const unmatched = findUnmatched(index, first, last);
  const reach = proof.periods.at(-1)?.to ?? Number.NEGATIVE_INFINITY;
  const unseen = asOfDay - reach;
  // An account flow has no parts: that no settlement tells of them is said where the receivable is.
  const tells = read.bills.files.some(({ book }) => book === 'bill');
  return {
    periods: proof.periods.map(({ from, to }) => ({ from: formatDate(from), to: formatDate(to) })),
    unseenDays: Number.isFinite(unseen) && unseen > UNSEEN_DAYS ? unseen : 0,
    controlOrders: proof.controlOrders,
    controlRate: Number.isNaN(proof.controlRate) ? null : proof.controlRate,
    lagDays: proof.lagDays,
    lagSource: proof.lagSource,
    shippingLagDays: Number.isNaN(proof.shippingLagDays) ? null : proof.shippingLagDays,
    failed: proof.failed.filter((condition) => condition !== 'no-bills'),
    byType: read.bills.typeList.map(({ name, rows, inFen, outFen }) => ({ type: name, rows, inFen, outFen })),
    rows: countRows(read, index, portfolio),
    unmatchedOrders: unmatched.orders,
    missingFromExport: { orders: unmatched.missingOrders, fen: unmatched.missingFen },
    subsequentReceipts: subsequentReceipts(portfolio, index),
    byAccount: byAccount(read, portfolio, index),
    platformParts: orders.map((order, i) =>
      partsOf(order, portfolio.book, tells ? (portfolio.settings.addedParts[i] ?? NO_SET) : 0),
    ),
  };
}

/** 期后回款: income behind a back-dated as-of date, of orders that were open at it; null where no bill reaches there. */
function subsequentReceipts(portfolio: Portfolio, index: BillIndex): BillsModel['subsequentReceipts'] {
  const { asOfDay } = portfolio.settings;
  // A day that a bill does not hold whole, and a bill that lacks rows, show money that came in all the same.
  if (!index.bills.files.some(({ to }) => dayOf(to) > asOfDay)) return null;
  const before = (asOfDay + 1) * DAY_SECONDS;
  const later = { orders: 0, fen: 0 };
  for (let order = 0; order < portfolio.book.ids.size; order++) {
    if (portfolio.answer(order) !== 'yes' || (portfolio.judge(order)?.outstanding ?? 0) === 0) continue;
    const then = index.receipts(order, before);
    const now = index.receipts(order, Number.POSITIVE_INFINITY);
    const fen = cameIn(now) - cameIn(then);
    if (fen <= 0) continue;
    later.orders++;
    later.fen += fen;
  }
  return later;
}

/** Trade income; of an order of which only an account flow tells, what was paid out. */
function cameIn({ incomeBuyer, incomePlatform, payouts }: Receipts): number {
  const told = incomeBuyer + incomePlatform;
  return told > 0 ? told : Math.max(0, payouts);
}

/** Pay-later orders that count as collected by an account flow alone; null without such a bill. */
function byAccount(read: BillsRead, portfolio: Portfolio, index: BillIndex): BillsModel['byAccount'] {
  if (!read.bills.files.some(({ book }) => book === 'account')) return null;
  const before = (portfolio.settings.asOfDay + 1) * DAY_SECONDS;
  const sum = { orders: 0, netFen: 0, fen: 0 };
  for (let order = 0; order < portfolio.book.ids.size; order++) {
    if (index.first[order]! < 0 || portfolio.answer(order) !== 'yes') continue;
    const judged = portfolio.judge(order);
    if (judged?.money.evidence !== 'account-flow') continue;
    const { payouts, refundBuyer, refundPlatform } = index.receipts(order, before);
    sum.orders++;
    sum.netFen += payouts - Math.max(0, refundBuyer + refundPlatform);
    sum.fen += judged.money.collected;
  }
  return sum.orders === 0 ? null : sum;
}

/** Every row of every bill is in exactly one of these, and so are its yuan; checked against what reading counted. */
function countRows({ bills }: BillsRead, index: BillIndex, portfolio: Portfolio): BillsModel['rows'] {
  const rows = { all: 0, payLater: 0, others: 0, withoutOrder: 0, notInOrders: 0, repeated: 0 };
  let fen = 0;
  for (const file of bills.files) {
    rows.all += file.rows;
    rows.withoutOrder += file.unlinkedRows;
    rows.repeated += file.repeatedRows;
    fen += file.fen - file.unlinkedFen - file.repeatedFen;
  }
  for (let row = 0; row < bills.rows.size; row++) {
    if (index.counts[row] === 0) continue;
    fen -= bills.rows.fen[row]!;
    const order = index.orderOf[bills.rows.order[row]!]!;
    if (order < 0) rows.notInOrders++;
    else if (portfolio.answer(order) === 'yes') rows.payLater++;
    else rows.others++;
  }
  const sum = rows.payLater + rows.others + rows.withoutOrder + rows.notInOrders + rows.repeated;
  if (sum !== rows.all || fen !== 0) {
    throw new Error(`${sum} of ${rows.all} bill rows accounted for, ${fen} fen over`);
  }
  return rows;
}

/** The platform columns that make up what the shop is paid, as the file's headers; null where no set of them is known. */
function partsOf(read: OrdersRead, book: OrderBook, added: number): BillsModel['platformParts'][number] {
  const input = read.input;
  const columns = read.file.match.columns.get('platform_part') ?? [];
  const own = read.file.match.columns.has('merchant_receives');
  const learned = added === NO_SET ? null : added;
  const set = own ? ownSet(book.partLearners[input]) : columns.length === 0 ? 0 : learned;
  const names =
    set === null
      ? null
      : columns.filter((_, i) => (set & (1 << i)) !== 0).map((c) => read.file.match.names[c] ?? '');
  return { platform: read.format.platform, columns: names };
}

/** The set for an export with the shop's own column: none where no record shows a part; few records tell all the same. */
function ownSet(learner: PartLearner | undefined): number | null {
  if (learner === undefined || !learner.hasParts) return 0;
  const learned = learner.learned();
  return learned === null ? learner.best() : learned.set;
}
