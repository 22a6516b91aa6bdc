// What reports are made of: plain values, already counted and sorted; every report is a function of them to text.

import type { Bucket, Stage } from '../core/aging.js';
import type { Language } from '../core/language.js';
import type { ListName } from '../core/lists.js';
import type { Problem, ProblemCode } from '../core/problem.js';
import type { OpenWeek } from '../portfolio/open-weeks.js';
import type { ProductRow } from '../portfolio/product-table.js';
import type { ShopProfile } from '../portfolio/shop-profile.js';
import type { ConfigModel } from './config-line.js';
import type { FindingsModel } from './findings.js';
import type { WorklistStep } from './worklists.js';

export type { Language };

/** One input of a run. */
export interface InputSummary {
  /** Name of the file, without its folder. */
  readonly name: string;
  readonly path: string;
  readonly kind: 'orders' | 'bill' | 'after-sales' | 'recipients';
  readonly platform: 'pinduoduo' | 'kuaishou' | 'generic';
  /** A bill of this kind: the flow of an account. */
  readonly book?: 'account';
  /** The known form of the export; null when its columns do not tell, and for other kinds than orders. */
  readonly template: string | null;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
  readonly delimiter: string;
  readonly sepLine: boolean;
  readonly bytes: number;
  /** Row of the header as Excel counts. */
  readonly headerRow: number;
  /** Records by what they are; null for a file that is only recognised. */
  readonly records: {
    readonly audited: number;
    readonly rejected: number;
    readonly blank: number;
    readonly header: number;
    readonly preamble: number;
    readonly footer: number;
  } | null;
  readonly lineEnds: readonly { readonly kind: 'lf' | 'cr' | 'crlf'; readonly records: number }[];
  /** SHA-256 of the file's bytes, in hex; '' for files that are only recognised. */
  readonly sha256: string;
  /** Days that a bill covers, YYYY-MM-DD; null for other files. */
  readonly period: { readonly from: string; readonly to: string } | null;
  /** A bill or an after-sales export that stood among the order files instead of behind its option. */
  readonly amongOrders?: boolean;
}

/** A column of an inspected file. */
export interface ColumnSummary {
  /** 1 for the first one. */
  readonly position: number;
  /** As written, without blanks around it; '' for a column without a header. */
  readonly header: string;
  /** The canonical field it is read as, or null. */
  readonly field: string | null;
  /** known: the platform writes it, and it is not read. */
  readonly use: 'read' | 'known' | 'unknown' | 'duplicate' | 'blank';
}

/** A state's text, what it was taken for, and on how many records it stands. */
export interface StateSummary {
  readonly text: string;
  /** e.g. `shipped`, `received`, `refund-only`; with `refunded` beside it; null: not known. */
  readonly state: string | null;
  readonly refunded: boolean;
  readonly records: number;
}

/** Something that a file of this kind may hold and this one does not: what cannot be seen therefore. */
export type Blindness =
  | 'pay-later'
  | 'recipients'
  | 'receipt-time'
  | 'shipping-time'
  | 'promised-time'
  | 'waybill'
  | 'after-sale'
  | 'buyer-id'
  | 'settlement';

/** What `inspect` shows. */
export interface InspectModel {
  readonly input: InputSummary;
  readonly columns: readonly ColumnSummary[];
  /** Headers of fields that the audit would use and the file lacks, as the platform names them. */
  readonly missing: readonly { readonly field: string; readonly header: string }[];
  readonly states: readonly StateSummary[];
  readonly afterSaleStates: readonly StateSummary[];
  /** Texts of 退款类型; none but in an after-sales export. */
  readonly afterSaleTypes: readonly StateSummary[];
  /** How pay-later would be decided: the columns that can say it, and counts over orders. */
  readonly payLater: {
    readonly columns: readonly string[];
    readonly yes: number;
    readonly no: number;
    readonly unknown: number;
  };
  readonly orders: number;
  /** YYYY-MM-DD, or null without any event. */
  readonly firstEvent: string | null;
  /** YYYY-MM-DD HH:MM:SS, or null. */
  readonly latestEvent: string | null;
  readonly exportTime: string | null;
  readonly canShow: readonly Blindness[];
  readonly cannotShow: readonly Blindness[];
  readonly problems: ProblemReport;
}

/** Problems for people: the first ones of each code and input, and how many there are in all. */
export interface ProblemReport {
  readonly kept: readonly Problem[];
  readonly counts: readonly { readonly code: ProblemCode; readonly input: number; readonly count: number }[];
  /** Names of the inputs, by index. */
  readonly inputs: readonly string[];
}

/** Orders and their yuan. */
export interface Share {
  readonly orders: number;
  readonly fen: number;
}

/** What was read from bills, and what it proves; null in the summary without any bill. */
export interface BillsModel {
  /** Joined periods without the gaps, YYYY-MM-DD, in order. */
  readonly periods: readonly { readonly from: string; readonly to: string }[];
  /** Days between the last covered day and the as-of date when they are more than 2; else 0. */
  readonly unseenDays: number;
  readonly controlOrders: number;
  /** 0 to 1; null without a control group. */
  readonly controlRate: number | null;
  readonly lagDays: number;
  readonly lagSource: 'learned' | 'default' | 'set';
  /** Days from shipping up to which bills must run for orders without a receipt time; null where that is not learned. */
  readonly shippingLagDays: number | null;
  /** Conditions of the proof that fail for every order; empty: `proven`. */
  readonly failed: readonly ('coverage' | 'control' | 'none-settled' | 'other-shop')[];
  readonly byType: readonly {
    readonly type: string;
    readonly rows: number;
    readonly inFen: number;
    readonly outFen: number;
  }[];
  readonly rows: {
    readonly all: number;
    readonly payLater: number;
    readonly others: number;
    readonly withoutOrder: number;
    readonly notInOrders: number;
    readonly repeated: number;
  };
  /** Orders of the bills that no order file holds: all of them, and those dated inside the order files' days. */
  readonly unmatchedOrders: number;
  readonly missingFromExport: { readonly orders: number; readonly fen: number };
  /** What came in after the as-of date for orders that were open then; null where the bills end before. */
  readonly subsequentReceipts: Share | null;
  /**
   * Pay-later orders that count as collected by an account flow alone: what it paid out after fees and refunds, and what
   * was taken for it; null where there are none.
   */
  readonly byAccount: { readonly orders: number; readonly netFen: number; readonly fen: number } | null;
  /** Which platform columns make up the shop's amount, per platform, as headers; null: no set reaches 95 %. */
  readonly platformParts: readonly {
    readonly platform: string;
    readonly columns: readonly string[] | null;
  }[];
}

/** What was read from after-sales exports; rows that another one stands for are not counted. */
export interface AfterSalesModel {
  readonly rows: number;
  /** Orders that the rows name, and those of them that the order files hold. */
  readonly orders: number;
  readonly matchedOrders: number;
  /** Rows by which money went back, and rows that are not over. */
  readonly refundRows: number;
  readonly openRows: number;
}

/** What was read from tables of recipients. */
export interface RecipientsModel {
  /** Rows that tell of somebody, and those of them whose order no order file holds. */
  readonly rows: number;
  readonly unmatchedRows: number;
  /** Pay-later orders of which they tell, and all pay-later orders. */
  readonly matchedOrders: number;
  readonly payLaterOrders: number;
}

/** The back office's own totals against what was read (`--control`). */
export interface ControlTotals {
  readonly ordersWanted: number | null;
  readonly ordersRead: number;
  readonly fenWanted: number | null;
  readonly fenRead: number;
}

/** A list of the shop, and the pay-later orders that are on it. */
export interface ListSummary {
  readonly name: ListName;
  readonly entries: number;
  readonly unmatched: number;
  readonly orders: number;
  /** Outstanding of these orders. */
  readonly fen: number;
}

/** What the summary of an audit shows. */
export interface SummaryModel {
  readonly inputs: readonly InputSummary[];
  /** YYYY-MM-DD; null for files without any record. */
  readonly asOf: string | null;
  readonly asOfSource: 'flag' | 'filename' | 'data' | null;
  readonly records: number;
  /** All that count: without `laterOrders`. */
  readonly orders: number;
  /** Orders that are or may be pay-later and were placed after the as-of date: counted nowhere else. */
  readonly laterOrders: number;
  readonly payLater: Share;
  /** Whatever their day: of an ordinary order it is not held whether it was placed after a back-dated as-of date. */
  readonly ordinary: number;
  readonly unknown: Share;
  /** What decided, in the order of weight, with the number of pay-later orders that it decided. */
  readonly evidence: readonly { readonly source: string; readonly orders: number }[];
  readonly rejected: { readonly records: number; readonly fen: number };
  readonly receivableFen: number;
  readonly refundedFen: number;
  readonly refundAssumed: Share;
  /** Finished after-sales of which nothing says whether they were refunds; they changed no amount. */
  readonly unclearAfterSales: Share;
  /** Net collected: after refunds that followed the collection. */
  readonly collectedFen: number;
  /** More than was to be collected; receivable - refunded - collected + over-collected = outstanding. */
  readonly overCollected: Share;
  readonly outstanding: Share;
  /** The part of the outstanding that the platform owes, where the bill tells. */
  readonly outstandingPlatformFen: number;
  /** Days past due of 1 or more, not frozen, also while unproven. */
  readonly overdue: Share;
  /** Shipped, then refunded, closed or cancelled, without a sign that the goods came back: list amounts. */
  readonly goodsOut: Share;
  /** Outstanding by stage as people read it: what is overdue only where that is proven, else where it stands. */
  readonly places: readonly ({ readonly place: Stage } & Share & { readonly unprovenFen: number })[];
  /** Frozen balances by the days they would be past due. */
  readonly frozenByAge: readonly ({ readonly bucket: Bucket } & Share)[];
  /** Collection states with orders and what is outstanding of them. */
  readonly collections: readonly ({ readonly collection: string } & Share)[];
  readonly findings: FindingsModel;
  /** What was configured; without it everything is at its default. */
  readonly config?: ConfigModel;
  /** The shop's lists; absent where none was given. */
  readonly lists?: readonly ListSummary[];
  readonly bills: BillsModel | null;
  /** null without after-sales exports. */
  readonly afterSales: AfterSalesModel | null;
  /** Absent without tables of recipients. */
  readonly recipients?: RecipientsModel;
  /** The bill that would tell what came in: from the first shipping of an open order to the last day it can hold. */
  readonly billsWanted: {
    readonly from: string;
    readonly to: string;
    readonly platform: InputSummary['platform'];
  } | null;
  /**
   * Where no bill can tell yet, at this as-of date, of some unproven orders past their due date; null where one more
   * bill may tell of all.
   */
  readonly billsWait: {
    /** What a bill as wanted can tell of, and what it cannot; outstanding fen. */
    readonly now: Share;
    readonly later: Share;
    /** The day to which a later bill must run for all of it, YYYY-MM-DD. */
    readonly until: string;
    /** No bill shows yet how long money takes: `until` is reckoned with the default. */
    readonly assumed: boolean;
  } | null;
  /** By when the first open after-sale must be answered, `YYYY-MM-DD HH:MM`; null where nothing says so. */
  readonly firstDeadline: string | null;
  /** What an after-sales export would tell, and the days that it must cover, YYYY-MM-DD; null where it would tell nothing. */
  readonly afterSalesWanted: {
    readonly from: string;
    readonly to: string;
    readonly platform: InputSummary['platform'];
    /** Refunds without an amount, taken for all of it; fen assumed. */
    readonly assumed: Share;
    /** Finished after-sales that may be refunds; receivable fen. */
    readonly unclear: Share;
    /** Goods of which nothing says whether they came back; list amounts. */
    readonly goods: Share;
    /** Open disputes without a date by which to answer; outstanding fen. */
    readonly frozen: Share;
    /** An after-sales export was read, and does not name these orders. */
    readonly isRest: boolean;
  } | null;
  readonly control: ControlTotals | null;
  /** Open orders that stand only in exports of more than 3 days before the as-of date; outstanding fen. */
  readonly staleOrders: Share;
  /** Orders in a state without a date under a back-dated as-of date: taken as exported. */
  readonly undatedStates: Share;
  /** Orders and fen by the source of receivable, refund and due date. */
  readonly sources: {
    readonly receivable: Readonly<Record<string, Share>>;
    readonly refund: Readonly<Record<string, Share>>;
    readonly due: Readonly<Record<string, Share>>;
  };
  /** The part of the outstanding that no bill has proven. */
  readonly unproven: Share;
  readonly receivableZero: Share;
  readonly lineAmountUndecidedFen: number;
  readonly stages: readonly ({ readonly stage: Stage } & Share)[];
  /** All buckets, where they are not the default ones. */
  readonly buckets?: readonly Bucket[];
  readonly aging: readonly ({ readonly bucket: Bucket } & Share)[];
  /** The part of each bucket of which it is proven that it has not come in; the rest of `aging` may have. */
  readonly provenAging: readonly ({ readonly bucket: Bucket } & Share)[];
  /** Days that nobody publishes: what was assumed, per platform. */
  readonly terms: readonly {
    readonly platform: InputSummary['platform'];
    readonly autoReceiptDays: number;
    readonly graceDays: number;
  }[];
  /** Inputs whose receivable is what the buyer pays alone: no column and no settlement tells what the platform adds. */
  readonly buyerPartOnly: readonly { readonly platform: InputSummary['platform']; readonly header: string }[];
  readonly cannotShow: readonly Blindness[];
  readonly problems: ProblemReport;
  /** What is open by the week in which it was ordered, by time. */
  readonly weeks: readonly OpenWeek[];
  /** By product, what is late or out most first; empty where none has pay-later orders enough. */
  readonly products: readonly ProductRow[];
  /** What is usual in the shop; null in a run of several. */
  readonly profile?: ShopProfile | null;
  /** Absolute paths of the annotated copies, in the order of the inputs; null where none was written. */
  readonly copies: readonly (string | null)[];
  readonly rejectsFile: string | null;
  /** The page, for people; null where none was asked for. */
  readonly pageFile: string | null;
  /** The folder of the work lists and how many orders each has; null where none were asked for. */
  readonly worklists: {
    readonly folder: string;
    readonly orders: Readonly<Record<WorklistStep, number>>;
  } | null;
  readonly skipped: readonly { readonly path: string; readonly code: string }[];
}
