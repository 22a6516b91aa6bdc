// The report for machines: the audit's figures as JSON, the same bytes for the same input, wherever it runs.

import { BUCKETS, type Bucket, STAGES } from '../core/aging.js';
import { clustersOf, findingsOf, hubsOf, linkageOf, notEvaluatedOf } from './json-findings.js';
import { productsOf } from './json-products.js';
import { profileOf } from './json-profile.js';
import { jsonPieces } from './json-value.js';
import { maskCell, maskText } from './mask.js';
import type {
  AfterSalesModel,
  ControlTotals,
  InputSummary,
  ListSummary,
  ProblemReport,
  RecipientsModel,
  Share,
  SummaryModel,
} from './model.js';
import type {
  Report,
  ReportAfterSales,
  ReportBalance,
  ReportInput,
  ReportList,
  ReportRecipients,
  ReportShare,
} from './report.js';
import type { ReportSettings } from './settings.js';

const SCHEMA_VERSION = 1;
const TOOL = 'bnpl-audit';

/** The report, its two long lists made item by item. */
type InItems = Omit<Report, 'findings' | 'clusters'> & {
  readonly findings: () => Iterable<Report['findings'][number]>;
  readonly clusters: () => Iterable<Report['clusters'][number]>;
};

/**
 * The report in pieces, text that ends in a line end. Keys stand in the contract's order at the top and by code units
 * below. Cells' texts are masked. `version` is the tool's. Throws as `jsonPieces` does.
 */
export function jsonReport(
  model: SummaryModel,
  settings: ReportSettings,
  version: string,
): Generator<string> {
  const report: InItems = {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: TOOL, version },
    asOf: model.asOf,
    asOfSource: model.asOfSource,
    inputs: model.inputs.map(inputOf),
    settings,
    totals: totalsOf(model),
    control: controlOf(model.control),
    aging: bucketsOf(model.buckets ?? BUCKETS, model.aging),
    stages: stagesOf(model.stages),
    frozenByAge: bucketsOf(byAge(model.buckets ?? BUCKETS), model.frozenByAge),
    ...(model.bills?.subsequentReceipts ? { subsequentReceiptsFen: model.bills.subsequentReceipts.fen } : {}),
    lineAmountUndecidedFen: model.lineAmountUndecidedFen,
    sources: {
      receivable: sharesOf(model.sources.receivable),
      refund: sharesOf(model.sources.refund),
      due: sharesOf(model.sources.due),
    },
    staleOrders: balance(model.staleOrders),
    afterSalesWanted: afterSalesWantedOf(model),
    unclearAfterSales: share(model.unclearAfterSales),
    undatedStates: share(model.undatedStates),
    proof: proofOf(model),
    bills: billsOf(model),
    ...(model.afterSales === null ? {} : { afterSales: afterSalesOf(model.afterSales) }),
    ...(model.recipients === undefined ? {} : { recipients: recipientsOf(model.recipients) }),
    profile: profileOf(model.profile),
    products: productsOf(model),
    findings: () => findingsOf(model.findings),
    clusters: () => clustersOf(model.findings),
    hubs: hubsOf(model.findings),
    linkage: linkageOf(model.findings),
    notEvaluated: notEvaluatedOf(model.findings),
    ...(model.lists === undefined ? {} : { lists: model.lists.map(listOf) }),
    problems: problemsOf(model.problems),
    problemCounts: problemCountsOf(model.problems),
  };
  return jsonPieces(report);
}

const OURS =
  /^\s{0,9}\{\s{0,9}"schemaVersion"\s{0,9}:\s{0,9}\d{1,9}\s{0,9},\s{0,9}"tool"\s{0,9}:\s{0,9}\{\s{0,9}"name"\s{0,9}:\s{0,9}"bnpl-audit"/;

function afterSalesWantedOf({ afterSalesWanted: wanted }: SummaryModel): Report['afterSalesWanted'] {
  if (wanted === null) return null;
  const { from, to, assumed, unclear, goods, frozen } = wanted;
  return {
    from,
    to,
    assumedRefunds: share(assumed),
    frozen: share(frozen),
    goodsOut: share(goods),
    unclear: share(unclear),
  };
}

/** True when a file that begins so is a report of ours, of any version: then a new one may take its place. */
export function isOurJson(head: Uint8Array): boolean {
  return OURS.test(new TextDecoder().decode(head.subarray(0, 512)));
}

function listOf({ name, entries, unmatched, orders, fen }: ListSummary): ReportList {
  return { name, entries, unmatched, orders, outstandingFen: fen };
}

/** Balances with an open after-sale are neither `frozen` nor `invalid` by their age. */
const byAge = (buckets: readonly Bucket[]) =>
  buckets.filter((bucket) => bucket !== 'frozen' && bucket !== 'invalid');

function inputOf(input: InputSummary): ReportInput {
  const { records } = input;
  return {
    name: input.name,
    sha256: input.sha256 === '' ? null : input.sha256,
    bytes: input.bytes,
    kind: input.kind,
    platform: input.platform,
    encoding: input.encoding,
    delimiter: input.delimiter,
    records: records === null ? null : records.audited + records.rejected,
    rejected: records === null ? null : records.rejected,
    period: input.period === null ? undefined : { from: input.period.from, to: input.period.to },
  };
}

function totalsOf(model: SummaryModel): Report['totals'] {
  return {
    records: model.records,
    orders: model.orders,
    laterOrders: model.laterOrders,
    payLaterOrders: model.payLater.orders,
    unknownPayLaterOrders: model.unknown.orders,
    openOrders: model.outstanding.orders,
    receivableFen: model.receivableFen,
    refundedFen: model.refundedFen,
    refundAssumedFen: model.refundAssumed.fen,
    netCollectedFen: model.collectedFen,
    overCollectedFen: model.overCollected.fen,
    unknownPayLaterFen: model.unknown.fen,
    rejectedFen: model.rejected.fen,
    outstandingFen: model.outstanding.fen,
    outstandingPlatformFen: model.outstandingPlatformFen,
    unprovenFen: model.unproven.fen,
    overdueFen: model.overdue.fen,
    overdueOrders: model.overdue.orders,
    goodsOutFen: model.goodsOut.fen,
  };
}

/** The back office's own totals against what was read; null where the user gave none. */
function controlOf(control: ControlTotals | null): Report['control'] {
  if (control === null) return null;
  return {
    ordersWanted: control.ordersWanted,
    ordersRead: control.ordersRead,
    amountWantedFen: control.fenWanted,
    amountReadFen: control.fenRead,
  };
}

/** Orders and what is outstanding of them; what the model does not name has nothing. */
function balance(share: Share | undefined): ReportBalance {
  return { orders: share?.orders ?? 0, outstandingFen: share?.fen ?? 0 };
}

function share({ orders, fen }: Share): ReportShare {
  return { orders, amountFen: fen };
}

/** Every bucket, also those that are empty. */
function bucketsOf(buckets: readonly Bucket[], shares: SummaryModel['aging']): Report['aging'] {
  return buckets.map((bucket) => ({
    bucket,
    ...balance(shares.find((share) => share.bucket === bucket)),
  }));
}

/** Every stage in which something can be outstanding. */
function stagesOf(shares: SummaryModel['stages']): Report['stages'] {
  return STAGES.filter((stage) => stage !== 'closed').map((stage) => ({
    stage,
    ...balance(shares.find((share) => share.stage === stage)),
  }));
}

function sharesOf(shares: Readonly<Record<string, Share>>): Readonly<Record<string, ReportShare>> {
  return Object.fromEntries(Object.entries(shares).map(([name, of]) => [name, share(of)]));
}

function proofOf({ bills }: SummaryModel): Report['proof'] {
  const failed = bills === null ? ['no-bills'] : [...bills.failed].sort();
  const rate = bills?.controlRate ?? null;
  return {
    periods: (bills?.periods ?? []).map(({ from, to }) => ({ from, to })),
    controlOrders: bills?.controlOrders ?? 0,
    controlRate: rate === null ? null : Math.round(rate * 1e6) / 1e6,
    lagDays: bills?.lagDays ?? null,
    shippingLagDays: bills?.shippingLagDays ?? null,
    verdict: failed.length === 0 ? 'proven' : 'unproven',
    failed,
  };
}

const NO_ROWS = { all: 0, payLater: 0, others: 0, withoutOrder: 0, notInOrders: 0, repeated: 0 };

/** The words that platforms write as types of rows, and those that stand for a settlement's columns. */
export const BILL_TYPES: ReadonlySet<string> = new Set([
  ...[
    '交易收入',
    '交易退款',
    '优惠券结算',
    '技术服务费',
    '其他',
    '其他支出',
    '其他服务',
    '扣款',
    '提现',
    '转账',
  ],
  ...['多多进宝', '订单实付', '补贴', '订单退款', '支付营销回退', '服务费和佣金', '…'],
  ...[
    '货款结算',
    '补结算',
    '差额结算',
    '结算后退款',
    '结算后退款失败',
    '退款失败',
    '补贴扣除',
    '补贴扣除失败',
  ],
  ...[
    '补差退回',
    '补差退回失败',
    '佣金/技术服务费返还',
    '佣金返还',
    '分账退回',
    '余额提现',
    '余额提现失败',
    '提现失败',
  ],
  ...[
    '资金转账',
    '资金转账失败',
    '资金冻结',
    '资金解冻',
    '资金临时解冻',
    '扣减前临时解冻',
    '资金扣减',
    '资金扣减失败',
  ],
  ...['资金扣减回退', '资金解冻并扣款', '资金转入', '资金转入回退'],
]);

function billsOf({ bills }: SummaryModel): Report['bills'] {
  const byType = [...(bills?.byType ?? [])].sort((a, b) => (a.type < b.type ? -1 : 1));
  const missing = bills?.missingFromExport ?? { orders: 0, fen: 0 };
  const { all, payLater, others, withoutOrder, notInOrders, repeated } = bills?.rows ?? NO_ROWS;
  return {
    byType: byType.map(({ type, rows, inFen, outFen }) => ({
      // A damaged bill may hold anything there, also somebody's name.
      type: BILL_TYPES.has(type) || /^\d{1,7}$/.test(type) ? type : maskText(type),
      rows,
      inFen,
      outFen,
    })),
    ...(bills?.byAccount
      ? {
          byAccountFlow: {
            orders: bills.byAccount.orders,
            netFen: bills.byAccount.netFen,
            collectedFen: bills.byAccount.fen,
          },
        }
      : {}),
    unmatchedOrders: bills?.unmatchedOrders ?? 0,
    missingFromExport: { orders: missing.orders, amountFen: missing.fen },
    rows: { all, payLater, others, withoutOrder, notInOrders, repeated },
  };
}

function afterSalesOf({
  rows,
  orders,
  matchedOrders,
  refundRows,
  openRows,
}: AfterSalesModel): ReportAfterSales {
  return { rows, orders, matchedOrders, refundRows, openRows };
}

function recipientsOf({ rows, unmatchedRows, matchedOrders }: RecipientsModel): ReportRecipients {
  return { rows, unmatchedRows, matchedOrders };
}

function problemsOf({ kept, inputs }: ProblemReport): Report['problems'] {
  return kept.map(({ code, input, record, column, text, count }) => ({
    code,
    input: inputs[input] ?? '',
    record,
    column,
    text: text === undefined ? undefined : maskCell(code, text),
    count,
  }));
}

/** How many there are of each code and input, and how many of them `problems` lists. */
function problemCountsOf({ counts, kept, inputs }: ProblemReport): Report['problemCounts'] {
  const listed = new Map<string, number>();
  for (const { code, input, count } of kept) {
    const key = `${input}/${code}`;
    listed.set(key, (listed.get(key) ?? 0) + (count ?? 1));
  }
  return [...counts]
    .sort((a, b) => a.input - b.input || (a.code < b.code ? -1 : 1))
    .map(({ code, input, count }) => ({
      code,
      input: inputs[input] ?? '',
      count,
      listed: listed.get(`${input}/${code}`) ?? 0,
    }));
}
