// From what was read and judged to the plain values that reports show.

import { STAGES } from '../core/aging.js';
import { dayOf, formatDate, formatTime, parseDate } from '../core/dates.js';
import type { OrderField } from '../core/fields.js';
import { PAY_LATER_SOURCES } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { RECORD_KINDS } from '../core/record-map.js';
import { DEFAULT_LAG_DAYS } from '../platforms/common.js';
import { isAccountFlow } from '../platforms/index.js';
import { NO_SET } from '../portfolio/added-parts.js';
import { COLLECTIONS } from '../portfolio/collection.js';
import { freshness } from '../portfolio/freshness.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { ProductRow } from '../portfolio/product-table.js';
import type { ConfigModel } from '../report/config-line.js';
import type { FindingsModel } from '../report/findings.js';
import type {
  Blindness,
  ControlTotals,
  InputSummary,
  ProblemReport,
  RecipientsModel,
  SummaryModel,
} from '../report/model.js';
import type { AfterSalesRead } from './after-sales.js';
import { type BillsRead, billsModel } from './bills.js';
import type { Lists } from './lists.js';
import type { ExportFile } from './open-exports.js';
import { excelRow, type OrdersRead } from './read-orders.js';
import type { RowsRead } from './read-rows.js';
import type { RecipientsRead } from './recipients.js';

/** An input as reports show it; `read`: null where it was only recognised. */
export function summariseInput(file: ExportFile, read: OrdersRead | RowsRead | null): InputSummary {
  const { opened, dialect, match } = file;
  const kinds = read === null ? undefined : 'kinds' in read ? read.kinds : read.records.kinds;
  return {
    name: opened.name,
    path: opened.path,
    kind: match.format.kind,
    platform: match.format.platform,
    ...(isAccountFlow(match.format) ? { book: 'account' as const } : {}),
    template: match.template,
    encoding: dialect.encoding,
    bom: dialect.bomBytes > 0,
    delimiter: dialect.delimiter,
    sepLine: dialect.sepLine,
    bytes: opened.size,
    headerRow: excelRow(file, file.headerRecord),
    records: kinds
      ? (Object.fromEntries(RECORD_KINDS.map((kind, i) => [kind, kinds[i]!])) as NonNullable<
          InputSummary['records']
        >)
      : null,
    lineEnds: (['lf', 'cr', 'crlf'] as const)
      .map((kind, i) => ({ kind, records: read?.lineEnds[i + 1] ?? 0 }))
      .filter(({ records }) => records > 0),
    sha256: read?.sha256 ?? '',
    period: null,
  };
}

/** What a file could show by its kind, and whether this one does. */
export function sight(file: ExportFile): { can: Blindness[]; cannot: Blindness[] } {
  const has = (...fields: string[]) => fields.some((field) => file.match.columns.has(field as never));
  const sights: [Blindness, boolean][] = [
    ['pay-later', has('pay_later', 'pay_method', 'order_type', 'order_tags')],
    ['recipients', has('recipient', 'phone', 'address')],
    ['buyer-id', has('buyer_id')],
    ['shipping-time', has('shipped_at')],
    ['receipt-time', has('received_at')],
    ['promised-time', has('promised_ship_at')],
    ['waybill', has('waybill')],
    ['after-sale', has('after_sale_status')],
    ['settlement', false],
  ];
  const of = (seen: boolean) => sights.filter(([, can]) => can === seen).map(([name]) => name);
  return { can: of(true), cannot: of(false) };
}

export function reportProblems(problems: ProblemLog, names: readonly string[]): ProblemReport {
  return { kept: problems.kept, counts: problems.counts(), inputs: names };
}

export interface SummaryFacts {
  readonly files: readonly ExportFile[];
  /** Those of them that were named as bills, after-sales or recipients. */
  readonly given: readonly ExportFile[];
  readonly reads: readonly OrdersRead[];
  readonly portfolio: Portfolio;
  readonly findings: FindingsModel;
  readonly products: readonly ProductRow[];
  readonly weeks: SummaryModel['weeks'];
  readonly pageFile: string | null;
  readonly bills: BillsRead | null;
  readonly afterSales: AfterSalesRead | null;
  readonly recipients: RecipientsRead | null;
  readonly control: Pick<ControlTotals, 'ordersWanted' | 'fenWanted'> | null;
  readonly problems: ProblemReport;
  /** NaN without any record. */
  readonly asOfDay: number;
  readonly asOfSource: SummaryModel['asOfSource'];
  readonly copies: SummaryModel['copies'];
  readonly rejectsFile: string | null;
  readonly worklists: SummaryModel['worklists'];
  readonly skipped: SummaryModel['skipped'];
  readonly config: ConfigModel | undefined;
  readonly lists: Lists | null;
}

function inputSummary(
  file: ExportFile,
  { given, reads, bills, afterSales, recipients }: SummaryFacts,
): InputSummary {
  const bill = bills?.reads.find((read) => read.file === file);
  const others = [...(afterSales?.reads ?? []), ...(recipients?.reads ?? [])];
  const read = [...reads, ...others].find((one) => one.file === file);
  const known = summariseInput(file, bill ?? read ?? null);
  const amongOrders = known.kind !== 'orders' && !given.includes(file);
  const summary = amongOrders ? { ...known, amongOrders } : known;
  const days =
    bills?.bills.files.slice(bill?.filesBegin, bill?.filesEnd).flatMap(({ from, to }) => [from, to]) ?? [];
  const finite = bill === undefined ? [] : days.filter(Number.isFinite);
  if (finite.length === 0) return summary;
  const day = (seconds: number) => formatDate(dayOf(seconds));
  return { ...summary, period: { from: day(Math.min(...finite)), to: day(Math.max(...finite)) } };
}

/** The bill to download where what is open is not proven: from the first day it is needed to the day before the as-of. */
function billsWanted({ reads, portfolio, asOfDay }: SummaryFacts): SummaryModel['billsWanted'] {
  const { firstNeeded } = portfolio.totals;
  const platform = reads[0]?.format.platform;
  if (!Number.isFinite(firstNeeded) || Number.isNaN(asOfDay) || platform === undefined) return null;
  return { from: formatDate(firstNeeded), to: formatDate(Math.max(firstNeeded, asOfDay - 1)), platform };
}

/** The after-sales export to download: from the first day of an order of which it would tell more to the as-of day. */
function afterSalesWanted({ reads, portfolio, asOfDay }: SummaryFacts): SummaryModel['afterSalesWanted'] {
  const { firstUntold, untoldRefunds, unclearAfterSales, untoldGoods, untoldFrozen } = portfolio.totals;
  const platform = reads[0]?.format.platform;
  if (!Number.isFinite(firstUntold) || Number.isNaN(asOfDay) || platform === undefined) return null;
  return {
    from: formatDate(firstUntold),
    to: formatDate(Math.max(firstUntold, asOfDay)),
    platform,
    assumed: untoldRefunds,
    unclear: unclearAfterSales,
    goods: untoldGoods,
    frozen: untoldFrozen,
    isRest: portfolio.settings.afterSales !== null,
  };
}

/** Null where the wanted bill may tell of every unproven order. */
function billsWait({ reads, portfolio }: SummaryFacts, lastDay: number): SummaryModel['billsWait'] {
  const lags = reads.map(({ format }) => DEFAULT_LAG_DAYS[format.platform]);
  const { now, later, until } = portfolio.proofDays.upTo(lastDay, lags);
  if (later.orders === 0) return null;
  return { now, later, until: formatDate(until), assumed: portfolio.settings.ledger === null };
}

/** What a file that a folder brought in may be left out for where it was named for something else. */
const READ_ELSEWHERE: ReadonlySet<string> = new Set([
  'not-a-bill',
  'not-after-sales',
  'not-recipients',
  // A table of recipients among the orders.
  'format-unknown',
]);

/** Files that a folder brought in and that are read as what they are need no word of being left out. */
function leftOut({ skipped, files }: SummaryFacts): SummaryModel['skipped'] {
  return skipped.filter(
    ({ path, code }) => !READ_ELSEWHERE.has(code) || !files.some(({ opened }) => opened.path === path),
  );
}

/** Each platform once. */
function buyerPartOnly({ reads, bills, portfolio }: SummaryFacts): SummaryModel['buyerPartOnly'] {
  const only = new Map<InputSummary['platform'], string>();
  for (const { file, format, input } of reads) {
    const { columns, names } = file.match;
    const settled = bills !== null && portfolio.settings.addedParts[input] !== NO_SET;
    const buyer = columns.get('buyer_paid')?.[0];
    if (columns.has('merchant_receives') || settled || buyer === undefined) continue;
    only.set(format.platform, names[buyer] ?? '');
  }
  return [...only].map(([platform, header]) => ({ platform, header }));
}

/** What an order file cannot show and no table of recipients tells of its orders. */
function blindnessOf(file: ExportFile, told: ReadonlySet<OrderField> = new Set()): Blindness[] {
  const isTold = (what: Blindness) =>
    what === 'recipients'
      ? told.has('recipient') || told.has('phone') || told.has('address')
      : what === 'buyer-id' && told.has('buyer_id');
  return sight(file).cannot.filter((what) => !isTold(what));
}

function recipientsModel(
  { rows, unmatchedRows, book }: RecipientsRead,
  { portfolio }: SummaryFacts,
): RecipientsModel {
  const { payLaterOrders, laterOrders } = portfolio.totals;
  let matchedOrders = 0;
  for (const order of book.told.keys()) {
    if (portfolio.answer(order) !== 'yes') continue;
    // Orders behind the as-of date are not told of.
    if (laterOrders === 0 || portfolio.judge(order) !== null) matchedOrders++;
  }
  return { rows, unmatchedRows, matchedOrders, payLaterOrders };
}

/** The model of the console summary. */
export function summarise(facts: SummaryFacts): SummaryModel {
  const { reads, portfolio } = facts;
  const { totals, settings } = portfolio;
  const sum = (of: (read: OrdersRead) => number) => reads.reduce((total, read) => total + of(read), 0);
  const kindsOf = (read: OrdersRead) => read.records.kinds;
  const terms = new Map(reads.map(({ format }, i) => [format.platform, settings.inputs[i]!.terms]));
  const blind = new Set(reads.flatMap(({ file }, input) => blindnessOf(file, facts.recipients?.told[input])));
  const wanted = billsWanted(facts);
  const { stale, undated } = freshness(portfolio);
  return {
    inputs: facts.files.map((file) => inputSummary(file, facts)),
    asOf: Number.isNaN(facts.asOfDay) ? null : formatDate(facts.asOfDay),
    asOfSource: facts.asOfSource,
    records: sum((read) => kindsOf(read)[0]! + kindsOf(read)[1]!),
    orders: totals.orders,
    laterOrders: totals.laterOrders,
    payLater: { orders: totals.payLaterOrders, fen: totals.receivableFen },
    ordinary: totals.ordinaryOrders,
    unknown: totals.unknown,
    evidence: PAY_LATER_SOURCES.map((source, i) => ({ source, orders: totals.evidence[i]! })).filter(
      (e) => e.orders > 0,
    ),
    rejected: { records: sum((read) => read.rejected.size), fen: sum((read) => read.rejectedFen) },
    receivableFen: totals.receivableFen,
    refundedFen: totals.refundedFen,
    refundAssumed: totals.refundAssumed,
    unclearAfterSales: totals.unclearAfterSales,
    collectedFen: totals.collectedFen,
    overCollected: totals.overCollected,
    outstanding: totals.outstanding,
    outstandingPlatformFen: totals.outstandingPlatformFen,
    overdue: totals.overdue,
    goodsOut: totals.goodsOut,
    places: STAGES.map((place) => ({ place, ...totals.places[place] })),
    frozenByAge: settings.buckets.all.map((bucket) => ({ bucket, ...totals.frozenByAge[bucket]! })),
    collections: COLLECTIONS.map((collection) => ({ collection, ...totals.collections[collection] })),
    bills: facts.bills === null ? null : billsModel(facts.bills, portfolio, reads),
    afterSales: facts.afterSales?.counts ?? null,
    ...(facts.recipients === null ? {} : { recipients: recipientsModel(facts.recipients, facts) }),
    findings: facts.findings,
    ...(facts.config === undefined ? {} : { config: facts.config }),
    ...(facts.lists === null ? {} : { lists: facts.lists.summary() }),
    billsWanted: wanted,
    firstDeadline: Number.isFinite(totals.firstDeadline)
      ? formatTime(totals.firstDeadline).slice(0, 16)
      : null,
    afterSalesWanted: afterSalesWanted(facts),
    billsWait: wanted === null ? null : billsWait(facts, parseDate(wanted.to)),
    control:
      facts.control === null
        ? null
        : {
            ...facts.control,
            // The back office counts what the file holds, whatever the as-of date.
            ordersRead: totals.orders + totals.laterOrders,
            fenRead: sum((read) => read.recordsFen),
          },
    staleOrders: stale,
    undatedStates: undated,
    sources: {
      receivable: totals.receivableSources,
      refund: totals.refundSources,
      due: totals.dueSources,
    },
    unproven: totals.unproven,
    receivableZero: totals.receivableZero,
    lineAmountUndecidedFen: totals.undecidedFen,
    stages: STAGES.map((stage) => ({ stage, ...totals.stages[stage] })),
    buckets: settings.buckets.all,
    aging: settings.buckets.all.map((bucket) => ({ bucket, ...totals.aging[bucket]! })),
    provenAging: settings.buckets.all.map((bucket) => ({ bucket, ...totals.provenAging[bucket]! })),
    terms: [...terms].map(([platform, { autoReceiptDays, graceDays }]) => ({
      platform,
      autoReceiptDays,
      graceDays,
    })),
    buyerPartOnly: buyerPartOnly(facts),
    cannotShow: [...blind].filter(
      (what) =>
        (what !== 'settlement' || facts.bills === null) &&
        (what !== 'after-sale' || facts.afterSales === null),
    ),
    problems: facts.problems,
    products: worstFirst(facts.products),
    weeks: facts.weeks,
    pageFile: facts.pageFile,
    profile: portfolio.profiles.only,
    copies: facts.copies,
    rejectsFile: facts.rejectsFile,
    worklists: facts.worklists,
    skipped: leftOut(facts),
  };
}

/** Those with most yuan late or out first, then those with most pay-later orders. */
function worstFirst(products: readonly ProductRow[]): ProductRow[] {
  const fen = ({ lateFen, outFen }: ProductRow) => lateFen + outFen;
  return products.toSorted(
    (a, b) => fen(b) - fen(a) || b.payLater.of - a.payLater.of || (a.id < b.id ? -1 : 1),
  );
}
