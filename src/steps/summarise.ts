// From what was read and judged to the plain values that reports show.

import { BUCKETS, STAGES } from '../core/aging.js';
import { formatDate } from '../core/dates.js';
import { PAY_LATER_SOURCES } from '../core/order-book.js';
import type { ProblemLog } from '../core/problem.js';
import { RECORD_KINDS } from '../core/record-map.js';
import type { Portfolio } from '../portfolio/portfolio.js';
import type { Blindness, InputSummary, ProblemReport, SummaryModel } from '../report/model.js';
import type { ExportFile } from './open-exports.js';
import { excelRow, type OrdersRead } from './read-orders.js';

/** An input as reports show it; `read` only for order exports. */
export function summariseInput(file: ExportFile, read: OrdersRead | null): InputSummary {
  const { opened, dialect, match } = file;
  const kinds = read?.records.kinds;
  return {
    name: opened.name,
    path: opened.path,
    kind: match.format.kind,
    platform: match.format.platform,
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
  readonly reads: readonly OrdersRead[];
  readonly portfolio: Portfolio;
  readonly problems: ProblemReport;
  /** NaN without any record. */
  readonly asOfDay: number;
  readonly asOfSource: SummaryModel['asOfSource'];
  readonly copies: SummaryModel['copies'];
  readonly rejectsFile: string | null;
  readonly skipped: SummaryModel['skipped'];
}

/** The model of the console summary. */
export function summarise(facts: SummaryFacts): SummaryModel {
  const { reads, portfolio } = facts;
  const { totals, settings } = portfolio;
  const sum = (of: (read: OrdersRead) => number) => reads.reduce((total, read) => total + of(read), 0);
  const kindsOf = (read: OrdersRead) => read.records.kinds;
  const terms = new Map(reads.map(({ format }, i) => [format.platform, settings.inputs[i]!.terms]));
  const blind = new Set(reads.flatMap(({ file }) => sight(file).cannot));
  return {
    inputs: facts.files.map((file) => summariseInput(file, reads.find((read) => read.file === file) ?? null)),
    asOf: Number.isNaN(facts.asOfDay) ? null : formatDate(facts.asOfDay),
    asOfSource: facts.asOfSource,
    records: sum((read) => kindsOf(read)[0]! + kindsOf(read)[1]!),
    orders: totals.orders,
    payLater: { orders: totals.payLaterOrders, fen: totals.receivableFen },
    ordinary: totals.ordinaryOrders,
    unknown: totals.unknown,
    evidence: PAY_LATER_SOURCES.map((source, i) => ({ source, orders: totals.evidence[i]! })).filter(
      (e) => e.orders > 0,
    ),
    rejected: { records: sum((read) => read.rejected.length), fen: sum((read) => read.rejectedFen) },
    receivableFen: totals.receivableFen,
    refundedFen: totals.refundedFen,
    refundAssumed: totals.refundAssumed,
    collectedFen: totals.collectedFen,
    outstanding: totals.outstanding,
    unproven: totals.unproven,
    receivableZero: totals.receivableZero,
    lineAmountUndecidedFen: totals.undecidedFen,
    stages: STAGES.map((stage) => ({ stage, ...totals.stages[stage] })),
    aging: BUCKETS.map((bucket) => ({ bucket, ...totals.aging[bucket] })),
    terms: [...terms].map(([platform, { autoReceiptDays, graceDays }]) => ({
      platform,
      autoReceiptDays,
      graceDays,
    })),
    cannotShow: [...blind],
    problems: facts.problems,
    copies: facts.copies,
    rejectsFile: facts.rejectsFile,
    skipped: facts.skipped,
  };
}
