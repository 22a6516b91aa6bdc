// One order, or one group, from everything that an audit knows: the model that `trace` shows.

import { expectedDueDay } from '../core/aging.js';
import { BILL_CLASSES } from '../core/bill-book.js';
import { PAY_LATER_SOURCES } from '../core/order-book.js';
import { cleanCell, halfWidth } from '../core/tokens.js';
import { UserError } from '../core/user-error.js';
import type { FilePort } from '../io/port.js';
import { type AuditedOrder, AuditedOrders } from '../portfolio/audited-order.js';
import type { Judgement } from '../portfolio/judgement.js';
import { DAY_SECONDS } from '../portfolio/order-sums.js';
import { evidenceOf } from '../portfolio/portfolio.js';
import type { TracedGroup } from '../report/group-text.js';
import type {
  TraceAge,
  TraceBillRow,
  TraceJudgement,
  TraceModel,
  TraceTimes,
} from '../report/trace-model.js';
import { shownStage } from './cluster-model.js';
import { reasonsOf, whyOf } from './copy-reasons.js';
import type { Examined } from './examined.js';
import { findingsModel } from './findings.js';
import { nearOrders } from './near-orders.js';
import type { OpenInputs } from './open-inputs.js';
import { traceAfterSales } from './trace-after-sales.js';
import { isGroupName, traceGroup } from './trace-group.js';
import { NO_IDENTITY, traceIdentity } from './trace-identity.js';
import { traceRecords } from './trace-records.js';
import { NOT_CHECKED, traceRules } from './trace-rules.js';

/**
 * What is asked for by an order's number, or by a group's name where no order has it and none is near. Throws
 * `order-not-found` and `group-not-found`. The number may stand as in a cell, with blanks or a TAB around it.
 */
export function traceAny(
  port: FilePort,
  inputs: OpenInputs,
  examined: Examined,
  asked: string,
): TraceModel | TracedGroup {
  const wanted = cleanCell(halfWidth(asked));
  const order = findOrder(examined, wanted);
  if (order >= 0) return traceOrder(port, inputs, examined, order);
  const near = nearOrders(examined.book.ids, wanted);
  if (near.length === 0 && isGroupName(wanted)) return traceGroup(examined, wanted);
  throw new UserError('order-not-found', {
    order: wanted,
    near,
    rejected: examined.reads.reduce((sum, { rejected }) => sum + rejected.size, 0),
  });
}

/** Everything that is known of one order that a file holds. */
export function traceOrder(
  port: FilePort,
  inputs: OpenInputs,
  examined: Examined,
  order: number,
): TraceModel {
  const { book, portfolio, reads, asOfDay, asOfSource } = examined;
  const answer = portfolio.answer(order);
  const judged = answer === 'no' ? null : portfolio.judge(order);
  const audited = judged === null ? null : new AuditedOrders(book, portfolio).of(order, judged);
  const records = traceRecords(port, examined, order, judged?.line ?? -1);
  const found = findingsModel(examined.findings);
  const isAudited = answer === 'yes' && audited !== null;
  const first = reads.find(({ file }) => file.opened.name === records[0]?.file) ?? reads[0]!;
  return {
    order: book.orderId(order),
    platform: (audited === null ? first : reads[audited.input]!).format.platform,
    asOfDay,
    asOfSource,
    records,
    payLater: { answer, source: PAY_LATER_SOURCES[evidenceOf(book, portfolio.chains, order)]! },
    times: audited === null ? timesOf(examined, order) : timesOfLines(examined, audited),
    billRows: billRows(inputs, examined, order),
    afterSales: traceAfterSales(examined, order),
    judged: audited === null ? null : judgementOf(examined, audited),
    identity: isAudited ? traceIdentity(examined, found, audited) : NO_IDENTITY,
    ...(isAudited ? traceRules(examined, found, audited) : NOT_CHECKED),
  };
}

/** -1 where the files do not hold it. */
export function findOrder({ book }: Examined, wanted: string): number {
  const bytes = Buffer.from(wanted, 'utf8');
  return book.ids.find(bytes, 0, bytes.length);
}

/** Of an order that is not held, or does not exist yet, only the days of its latest record are known. */
function timesOf({ book, portfolio }: Examined, order: number): TraceTimes {
  const line = portfolio.chains.first[order]!;
  const known = (day: number) => (day === 0 ? Number.NaN : day * DAY_SECONDS);
  return {
    ordered: line < 0 ? Number.NaN : book.lines.orderedAt[line]!,
    paid: Number.NaN,
    promised: Number.NaN,
    shipped: known(book.shippedDay[order]!),
    received: known(book.receivedDay[order]!),
  };
}

function timesOfLines({ book, asOfDay }: Examined, audited: AuditedOrder): TraceTimes {
  const { orderedAt, promisedAt, shippedAt, receivedAt, judged } = audited;
  const paidAt = book.lines.paidAt[judged.line]!;
  return {
    ordered: orderedAt,
    paid: paidAt < (asOfDay + 1) * DAY_SECONDS ? paidAt : Number.NaN,
    promised: promisedAt,
    shipped: shippedAt,
    received: receivedAt,
  };
}

function judgementOf({ portfolio }: Examined, { judged, input, listAmount }: AuditedOrder): TraceJudgement {
  const { settings } = portfolio;
  const { ledger } = settings;
  const { terms } = settings.inputs[input]!;
  const { receivable, receivableSource, money, outstanding, goodsOut, undecided, collection } = judged;
  const { needFrom, needTo } = judged;
  return {
    listAmount,
    receivable,
    receivableSource,
    money,
    outstanding,
    goodsOut,
    undecided,
    collection,
    reasons: reasonsOf(judged, terms, ledger),
    unproven: whyOf(judged, ledger),
    needFrom,
    needTo,
    covered: ledger?.proof.past ?? [],
    lagDays: ledger?.proof.lagDays ?? Number.NaN,
    terms,
    aged: ageOf(judged, terms),
    stage: shownStage(judged),
  };
}

function ageOf({ aged, needFrom }: Judgement, terms: TraceJudgement['terms']): TraceAge | null {
  if (aged === null) return null;
  const { dueDay, dueSource, daysPastDue, unfrozenDays, bucket, whereabouts } = aged;
  const isOnTheWay = whereabouts === 'in-transit' || whereabouts === 'receipt-late';
  // An order that is shipped needs its bills from that day on.
  const expectedDay = isOnTheWay ? expectedDueDay(needFrom, terms) : Number.NaN;
  return { dueDay, dueSource, expectedDay, daysPastDue, unfrozenDays, bucket };
}

/** The order's rows by time, what has no time last; a row that another bill holds as well stands there once. */
function billRows(
  { bills }: OpenInputs,
  { portfolio, asOfDay, bills: read, reads }: Examined,
  order: number,
): TraceBillRow[] | null {
  const { ledger } = portfolio.settings;
  if (ledger === null || read === null) return null;
  const { index } = ledger;
  const { rows, files, typeList } = index.bills;
  const before = (asOfDay + 1) * DAY_SECONDS;
  const found: TraceBillRow[] = [];
  for (let row = index.first[order]!; row >= 0; row = index.next[row]!) {
    // Bills are numbered behind the order files and the list of order numbers.
    const file = bills[files[rows.file[row]!]!.input - reads.length - 1];
    found.push({
      file: file?.opened.name ?? '',
      time: rows.time[row]!,
      type: typeList[rows.type[row]!]!.name,
      kind: BILL_CLASSES[rows.kind[row]!]!,
      fen: rows.fen[row]!,
      later: !index.hasHappened(row, before),
    });
  }
  const last = ({ time }: TraceBillRow) => (Number.isNaN(time) ? Number.POSITIVE_INFINITY : time);
  return found.sort((a, b) => (last(a) < last(b) ? -1 : last(a) > last(b) ? 1 : 0));
}
