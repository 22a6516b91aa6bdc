// The report for machines as a type: what `--json` writes and the library gives. Amounts are whole fen.

import type { Bucket, Stage } from '../core/aging.js';
import type { EvidenceName, EvidenceWord, Gap, Need, NextStep, Severity, Strength } from '../core/finding.js';
import type { ProblemCode } from '../core/problem.js';
import type { ReportSettings } from './settings.js';

// Types, not interfaces: they are written out as plain records.

export type Report = {
  /** Counts changes that break whoever reads the report. */
  readonly schemaVersion: 1;
  readonly tool: { readonly name: 'bnpl-audit'; readonly version: string };
  /** YYYY-MM-DD; null where nothing tells. */
  readonly asOf: string | null;
  readonly asOfSource: 'flag' | 'filename' | 'data' | null;
  readonly inputs: readonly ReportInput[];
  /** Every parameter in force, with where it came from. */
  readonly settings: ReportSettings;
  readonly totals: ReportTotals;
  /** The back office's own totals against what was read; null where none were given. */
  readonly control: {
    readonly ordersWanted: number | null;
    readonly ordersRead: number;
    readonly amountWantedFen: number | null;
    readonly amountReadFen: number;
  } | null;
  readonly aging: readonly ({ readonly bucket: Bucket } & ReportBalance)[];
  readonly stages: readonly ({ readonly stage: Stage } & ReportBalance)[];
  readonly frozenByAge: readonly ({ readonly bucket: Bucket } & ReportBalance)[];
  readonly subsequentReceiptsFen?: number;
  readonly lineAmountUndecidedFen: number;
  /** Orders and yuan by source. */
  readonly sources: {
    readonly receivable: Readonly<Record<string, ReportShare>>;
    readonly refund: Readonly<Record<string, ReportShare>>;
    readonly due: Readonly<Record<string, ReportShare>>;
  };
  readonly staleOrders: ReportBalance;
  /** What an after-sales export would tell, and the days that it must cover; null where it would tell nothing. */
  readonly afterSalesWanted:
    | (ReportPeriod & {
        readonly assumedRefunds: ReportShare;
        readonly frozen: ReportShare;
        readonly goodsOut: ReportShare;
        readonly unclear: ReportShare;
      })
    | null;
  readonly unclearAfterSales: ReportShare;
  readonly undatedStates: ReportShare;
  /** The shop's lists; absent where none was given. */
  readonly lists?: readonly ReportList[];
  readonly proof: {
    readonly periods: readonly ReportPeriod[];
    readonly controlOrders: number;
    /** 0 to 1. */
    readonly controlRate: number | null;
    readonly lagDays: number | null;
    readonly shippingLagDays: number | null;
    readonly verdict: 'proven' | 'unproven';
    readonly failed: readonly string[];
  };
  readonly bills: ReportBills;
  /** Only where after-sales exports were read. */
  readonly afterSales?: ReportAfterSales;
  /** Only where tables of recipients were read. */
  readonly recipients?: ReportRecipients;
  /** What is usual in the shop; null in a run of several shops. */
  readonly profile: ReportProfile | null;
  /** By product, what is late or out most first; `more`: products beyond those. */
  readonly products: { readonly rows: readonly ReportProduct[]; readonly more: number };
  /** As they are shown: by what can still be saved. */
  readonly findings: readonly ReportFinding[];
  readonly clusters: readonly ReportCluster[];
  readonly hubs: readonly ReportHub[];
  readonly linkage: ReportLinkage;
  readonly notEvaluated: readonly ReportGap[];
  /** The first 1,000 of each code and input. */
  readonly problems: readonly ReportProblem[];
  readonly problemCounts: readonly {
    readonly code: ProblemCode;
    readonly input: string;
    readonly count: number;
    /** How many of them `problems` lists. */
    readonly listed: number;
  }[];
};

export type ReportBalance = { readonly orders: number; readonly outstandingFen: number };
export type ReportShare = { readonly orders: number; readonly amountFen: number };
/** YYYY-MM-DD, both ends included. */
export type ReportPeriod = { readonly from: string; readonly to: string };

/** Rows of after-sales exports; of each after-sale one counts. */
export type ReportAfterSales = {
  readonly rows: number;
  /** Orders that they name, and those of them that the order files hold. */
  readonly orders: number;
  readonly matchedOrders: number;
  /** Rows by which money went back, and rows that are not over. */
  readonly refundRows: number;
  readonly openRows: number;
};

/** Learned from all orders, ordinary ones included; null where it cannot be known or too few orders tell. */
export type ReportProfile = {
  readonly orders: number;
  /** Shares are 0 to 1. */
  readonly payLaterShare: number | null;
  readonly refundShare: number | null;
  /** From 0 to 6 o'clock. */
  readonly nightShare: number | null;
  /** Whole multiples of 100 yuan without a discount. */
  readonly roundShare: number | null;
  readonly amounts: {
    readonly orders: number;
    readonly p95Fen: number | null;
    readonly p99Fen: number | null;
    readonly commonestFen: number | null;
    readonly commonestShare: number | null;
  };
  readonly timedOrders: number;
  /** Orders by hour of the week, Monday 0 o'clock first. */
  readonly hours: readonly number[] | null;
};

/** Rows of tables of recipients. */
export type ReportRecipients = {
  /** Rows that tell of somebody, and those of them whose order no order file holds. */
  readonly rows: number;
  readonly unmatchedRows: number;
  /** Pay-later orders of which they tell. */
  readonly matchedOrders: number;
};

/** A list of the shop, and the pay-later orders that are on it. */
export type ReportList = {
  readonly name: string;
  readonly entries: number;
  readonly unmatched: number;
  readonly orders: number;
  readonly outstandingFen: number;
};

export type ReportInput = {
  /** Without its folder. */
  readonly name: string;
  readonly sha256: string | null;
  readonly bytes: number;
  readonly kind: string;
  readonly platform: string;
  readonly encoding: string;
  readonly delimiter: string;
  readonly records: number | null;
  readonly rejected: number | null;
  readonly period?: ReportPeriod | undefined;
};

export type ReportTotals = Readonly<
  Record<
    | 'records'
    | 'orders'
    | 'laterOrders'
    | 'payLaterOrders'
    | 'unknownPayLaterOrders'
    | 'openOrders'
    | 'receivableFen'
    | 'refundedFen'
    | 'refundAssumedFen'
    | 'netCollectedFen'
    | 'overCollectedFen'
    | 'unknownPayLaterFen'
    | 'rejectedFen'
    | 'outstandingFen'
    | 'outstandingPlatformFen'
    | 'unprovenFen'
    | 'overdueFen'
    | 'overdueOrders'
    | 'goodsOutFen',
    number
  >
>;

export type ReportBills = {
  readonly byType: readonly {
    readonly type: string;
    readonly rows: number;
    readonly inFen: number;
    readonly outFen: number;
  }[];
  /**
   * Pay-later orders collected by an account flow alone, net of fees: what it paid out after refunds, and what counts as
   * collected. Only where there are some.
   */
  readonly byAccountFlow?: {
    readonly orders: number;
    readonly netFen: number;
    readonly collectedFen: number;
  };
  readonly unmatchedOrders: number;
  readonly missingFromExport: ReportShare;
  readonly rows: Readonly<
    Record<'all' | 'payLater' | 'others' | 'withoutOrder' | 'notInOrders' | 'repeated', number>
  >;
};

export type ReportFinding = {
  /** `F1` is the first one shown. */
  readonly id: string;
  /** The same in every report over the same orders. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly strength: Strength;
  readonly stage: Stage | null;
  readonly orderIds: readonly string[];
  readonly clusterId?: string | undefined;
  readonly exposureFen: number;
  readonly unproven: boolean;
  readonly evidence: readonly ReportEvidence[];
  readonly nextStep: NextStep;
  /** YYYY-MM-DD HH:MM:SS. */
  readonly deadline?: string | undefined;
  /** The pattern that it makes with the findings on its orders, only where the points reach the threshold. */
  readonly typology?: ReportTypology | undefined;
};

export type ReportTypology = {
  readonly code: string;
  readonly points: number;
  readonly threshold: number;
  /** Points by rule, the finding's own first. */
  readonly parts: readonly { readonly rule: string; readonly points: number }[];
};

export type ReportEvidence = { readonly name: EvidenceName } & (
  | { readonly kind: 'amount'; readonly amountFen: number }
  | { readonly kind: 'days'; readonly days: number | null }
  | { readonly kind: 'count'; readonly count: number | null }
  | { readonly kind: 'ratio'; readonly ratio: number | null }
  | { readonly kind: 'date'; readonly date: string | null }
  | { readonly kind: 'time'; readonly time: string | null }
  | { readonly kind: 'orders'; readonly orderIds: readonly string[] }
  | { readonly kind: 'link'; readonly key: string; readonly orders: number; readonly buyers: number }
  | { readonly kind: 'word'; readonly word: EvidenceWord }
  | { readonly kind: 'term'; readonly term: string }
  | { readonly kind: 'param'; readonly param: string; readonly value: number }
);

export type ReportCluster = {
  /** `C-` and ten hex digits, the same in every report over the same orders. */
  readonly id: string;
  readonly severity: Severity;
  /** 0 to 100, the sum of its parts. */
  readonly score: number;
  readonly scoreParts: readonly { readonly name: string; readonly points: number }[];
  readonly buyers: number;
  readonly orderIds: readonly string[];
  readonly outstandingFen: number;
  /** From the first order to the last; null when fewer than two have a time. */
  readonly spanSeconds: number | null;
  /** The product with most of its receivable: its share, 0 to 1, and how many times its share of the shop. */
  readonly item: { readonly share: number | null; readonly lift: number | null } | null;
  /** The most buyers who ordered within an hour, YYYY-MM-DD HH:MM:SS; null where no order has a time. */
  readonly burst: { readonly buyers: number; readonly from: string; readonly to: string } | null;
  /** The share of all pairs of its buyers that a link joins directly, two decimals; null where too many to count. */
  readonly density: number | null;
  readonly links: readonly {
    readonly kind: string;
    /** `phone#3`: by kind and ordinal in this report. */
    readonly key: string;
    readonly strength: string;
    /** Distinct buyers who use it. */
    readonly buyers: number;
    readonly orders: readonly string[];
    /** One of the few links that already hold the cluster together. */
    readonly needed: boolean;
    /** Without it the cluster would fall into two of three buyers or more. */
    readonly bridge: boolean;
    /** Buyers of the parts of two or more that would remain without it, largest first; null where that was not tried. */
    readonly left: readonly number[] | null;
  }[];
};

export type ReportHub = {
  readonly kind: string;
  /** More people than may be linked; the number of a pool; a pickup point; on the shop's list of such places. */
  readonly reason: 'cap' | 'pool' | 'pickup' | 'listed';
  readonly key: string;
  readonly buyers: number;
  readonly orders: number;
  readonly outstandingFen: number;
};

/** What linking came to, beside clusters and hubs. */
export type ReportLinkage = {
  /**
   * Pairs of masked recipients that are expected to agree by accident: they link below 1. null where there are none to
   * compare.
   */
  readonly maskedAccidents: number | null;
  /** Rooms that were not compared with those written alike: too many of one district have the same numbers. */
  readonly roomsNotCompared: number;
  /** Windows of some minutes with too many buyers, and buyers with too many such windows, to be compared for lockstep. */
  readonly lockstepNotCompared: { readonly windows: number; readonly buyers: number };
  /** Keys that several buyers share and that join nobody. */
  readonly refused: readonly { readonly kind: string; readonly reason: string; readonly keys: number }[];
};

/** What a rule left unexamined. */
export type ReportGap = {
  readonly rule: string;
  readonly reason: Gap;
  readonly need?: Need | undefined;
  readonly orders: number;
  readonly exposureFen: number;
};

export type ReportProblem = {
  readonly code: ProblemCode;
  readonly input: string;
  /** The row that Excel shows; 0 for the file as a whole. */
  readonly record: number;
  readonly column?: string | undefined;
  /** Masked. */
  readonly text?: string | undefined;
  readonly count?: number | undefined;
};

/** One product of a shop. Orders of several products, and cancelled ones, are not counted. */
export type ReportProduct = {
  /** The product's id; its title where the export has no ids. */
  readonly id: string;
  readonly title: string;
  readonly payLaterOrders: number;
  readonly payLaterRefunded: number;
  readonly ordinaryOrders: number;
  readonly ordinaryRefunded: number;
  /** Pay-later orders that came in or are proven to be late, and those of them that are late. */
  readonly dueOrders: number;
  readonly lateOrders: number;
  readonly lateFen: number;
  readonly shippedOrders: number;
  readonly goodsOutOrders: number;
  readonly goodsOutFen: number;
  /** A finding is about it. */
  readonly flagged: boolean;
};
