// What reports are made of: plain values, already counted and sorted; every report is a function of them to text.

import type { Bucket, Stage } from '../core/aging.js';
import type { Problem, ProblemCode } from '../core/problem.js';

export type Language = 'zh' | 'en';

/** One input of a run. */
export interface InputSummary {
  /** Name of the file, without its folder. */
  readonly name: string;
  readonly path: string;
  readonly kind: 'orders' | 'bill' | 'after-sales';
  readonly platform: 'pinduoduo' | 'kuaishou' | 'generic';
  /** The known form of the export; null when its columns do not tell, and for other kinds than orders. */
  readonly template: string | null;
  readonly encoding: 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';
  readonly bom: boolean;
  readonly delimiter: string;
  readonly sepLine: boolean;
  readonly bytes: number;
  /** Row of the header as Excel counts. */
  readonly headerRow: number;
  /** Records by what they are; null for bills and after-sales, which are only recognised. */
  readonly records: {
    readonly audited: number;
    readonly rejected: number;
    readonly blank: number;
    readonly header: number;
    readonly preamble: number;
    readonly footer: number;
  } | null;
  readonly lineEnds: readonly { readonly kind: 'lf' | 'cr' | 'crlf'; readonly records: number }[];
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
  /** e.g. `shipped`, `received`; with `refunded` beside it; null: not known. */
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

/** What the summary of an audit shows. */
export interface SummaryModel {
  readonly inputs: readonly InputSummary[];
  /** YYYY-MM-DD; null for files without any record. */
  readonly asOf: string | null;
  readonly asOfSource: 'flag' | 'filename' | 'data' | null;
  readonly records: number;
  readonly orders: number;
  readonly payLater: Share;
  readonly ordinary: number;
  readonly unknown: Share;
  /** What decided, in the order of weight, with the number of pay-later orders that it decided. */
  readonly evidence: readonly { readonly source: string; readonly orders: number }[];
  readonly rejected: { readonly records: number; readonly fen: number };
  readonly receivableFen: number;
  readonly refundedFen: number;
  readonly refundAssumed: Share;
  readonly collectedFen: number;
  readonly outstanding: Share;
  /** The part of the outstanding that no bill has proven. */
  readonly unproven: Share;
  readonly receivableZero: Share;
  readonly lineAmountUndecidedFen: number;
  readonly stages: readonly ({ readonly stage: Stage } & Share)[];
  readonly aging: readonly ({ readonly bucket: Bucket } & Share)[];
  /** Days that nobody publishes: what was assumed, per platform. */
  readonly terms: readonly {
    readonly platform: string;
    readonly autoReceiptDays: number;
    readonly graceDays: number;
  }[];
  readonly cannotShow: readonly Blindness[];
  readonly problems: ProblemReport;
  /** Absolute paths of the annotated copies, in the order of the inputs; null where none was written. */
  readonly copies: readonly (string | null)[];
  readonly rejectsFile: string | null;
  readonly skipped: readonly { readonly path: string; readonly code: string }[];
}
