// The words of the console summary, in both languages.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { Share } from '../model.js';
import { type Both, grouped, plural } from './language.js';

type Phrase<A extends readonly unknown[]> = Both<(...args: A) => string>;

const orders = (share: Share): Both => ({
  zh: `${grouped(share.orders)} 单，${yuan(share.fen)} 元`,
  en: `${plural(share.orders, 'order')}, ${yuan(share.fen)} yuan`,
});

export const TITLE: Both = { zh: '先用后付对账结果', en: 'Pay-later reconciliation' };

export const AS_OF: Readonly<Record<'flag' | 'filename' | 'data', Phrase<[day: string]>>> = {
  flag: { zh: (day) => `截至 ${day}（--as-of 指定）`, en: (day) => `as of ${day} (--as-of)` },
  filename: {
    zh: (day) => `截至 ${day}（取自导出文件名）`,
    en: (day) => `as of ${day} (from the file name)`,
  },
  data: {
    zh: (day) => `截至 ${day}（取自最晚一次下单、发货或收货）`,
    en: (day) => `as of ${day} (from the latest event in the data)`,
  },
};

export interface Counts {
  readonly orders: number;
  readonly payLater: number;
  readonly ordinary: number;
  readonly unknown: number;
  readonly read: number;
  readonly rejected: number;
}

/** Orders and rows: two sentences, for one line or two. */
export const COUNTS: Both<(counts: Counts) => readonly [string, string]> = {
  zh: (c) => [
    `订单 ${grouped(c.orders)} 单：先用后付 ${grouped(c.payLater)}，普通 ${grouped(c.ordinary)}，无法判断 ${grouped(c.unknown)}`,
    `读入 ${grouped(c.read)} 行，跳过 ${grouped(c.rejected)} 行`,
  ],
  en: (c) => [
    `${plural(c.orders, 'order')}: ${grouped(c.payLater)} pay-later, ${grouped(c.ordinary)} ordinary, ${grouped(c.unknown)} unknown`,
    `${plural(c.read, 'row')} read, ${grouped(c.rejected)} rejected`,
  ],
};

export const EVIDENCE: Phrase<[sources: string]> = {
  zh: (sources) => `先用后付的依据：${sources}`,
  en: (sources) => `What says pay-later: ${sources}`,
};
export const EVIDENCE_ITEM: Phrase<[name: string, count: number]> = {
  zh: (name, count) => `${name} ${grouped(count)} 单`,
  en: (name, count) => `${name} (${plural(count, 'order')})`,
};

export const LATER_ORDERS: Phrase<[count: number]> = {
  zh: (count) => `${grouped(count)} 单在截止日期之后才下单，没有计入`,
  en: (count) =>
    `${plural(count, 'order')} ${count === 1 ? 'was' : 'were'} placed after the as-of date and not counted`,
};
/** States that may be out of date. */
export const STALE: Phrase<[Share]> = {
  zh: (share) =>
    `${orders(share).zh}只在较早的导出里，比截止日期早 3 天以上，状态是导出那天的：重新导出再核一次`,
  en: (share) =>
    `${orders(share).en}, only in an export of more than 3 days before the as-of date, in that day's state: export again`,
};
/** States that an audit of an earlier day cannot undo. */
export const UNDATED: Phrase<[Share]> = {
  zh: (share) =>
    `${orders(share).zh}，取消、关闭、退款或售后没有日期，按导出时的状态算，截止日期那天未必如此`,
  en: (share) =>
    `${orders(share).en}, cancelled, closed, refunded or in after-sale without a date: taken as exported, maybe not so on the as-of date`,
};

export const NO_RECORDS: Both = {
  zh: '没有数据行：只有表头，没有可核查的订单。',
  en: 'No data rows: the header is there, and no order below it.',
};
export const NO_PAY_LATER: Both = {
  zh: '读进来的订单里没有看到先用后付的。',
  en: 'No order among those that were read is known to be pay-later.',
};
export const UNKNOWN: Phrase<[Share]> = {
  zh: (share) => `看不出是不是先用后付：${orders(share).zh}，没有算在下面`,
  en: (share) => `Pay-later or not cannot be told: ${orders(share).en}, not counted below`,
};
export const REJECTED: Phrase<[{ readonly records: number; readonly fen: number }]> = {
  zh: ({ records, fen }) => `没读进来 ${grouped(records)} 行，其中能读出的金额 ${yuan(fen)} 元，没有算在下面`,
  en: ({ records, fen }) =>
    `${plural(records, 'row')} rejected, with ${yuan(fen)} yuan that can be read, not counted below`,
};

export const NO_BILL: Phrase<[bill: string]> = {
  zh: (bill) => `没有${bill}，到没到账无法判断。下面是「最多可能有多少没到账」，不是欠款。`,
  en: (bill) =>
    `No ${bill} was read, so whether the money came in cannot be told. Below is the most that may not have come in, which is not what anybody owes.`,
};
export const UNPROVEN: Phrase<[Share, mostly: boolean]> = {
  zh: (share, mostly) =>
    `待核实 ${yuan(share.fen)} 元，${grouped(share.orders)} 单${mostly ? '（大多数很可能已经到账）' : ''}`,
  en: (share, mostly) =>
    `Unproven: ${yuan(share.fen)} yuan, ${plural(share.orders, 'order')}${mostly ? ' (most of it has probably come in)' : ''}`,
};
/** Where some of it is proven. */
export const OUTSTANDING: Phrase<[Share, unproven: Share]> = {
  zh: (share, unproven) =>
    `未收货款 ${yuan(share.fen)} 元，${grouped(share.orders)} 单；其中待核实 ${orders(unproven).zh}`,
  en: (share, unproven) =>
    `Outstanding: ${yuan(share.fen)} yuan, ${plural(share.orders, 'order')}; of these unproven ${orders(unproven).en}`,
};

export const STAGE_LINES = {
  received: { zh: '1 已收货，到账待核实', en: '1 received, not proven' },
  shipped: { zh: '2 已发货，待收货', en: '2 shipped, not received' },
  unshipped: { zh: '3 还没发货', en: '3 not shipped yet' },
  frozen: { zh: '4 售后处理中', en: '4 after-sale open' },
} as const satisfies Record<string, Both>;

export const PAST_DUE: Phrase<[count: number]> = {
  zh: (count) => `其中 ${grouped(count)} 单过了预计扣款日`,
  en: (count) => `${grouped(count)} past debit date`,
};
export const RECEIPT_LATE: Phrase<[count: number]> = {
  zh: (count) => `其中 ${grouped(count)} 单超期未确认收货`,
  en: (count) => `${grouped(count)} late to be received`,
};

export interface Equation {
  readonly receivable: number;
  readonly refunded: number;
  readonly collected: number;
  readonly over: number;
  /** What it comes to; null where the title says it. */
  readonly result: { readonly fen: number; readonly unproven: boolean } | null;
}

export const EQUATION: Phrase<[Equation]> = {
  zh: (e) =>
    `应收 ${yuan(e.receivable)} - 已退 ${yuan(e.refunded)}` +
    (e.collected === 0 ? '' : ` - 到账 ${yuan(e.collected)}`) +
    (e.over === 0 ? '' : ` + 多到账 ${yuan(e.over)}`) +
    (e.result === null ? '' : ` = ${e.result.unproven ? '待核实' : '未收'} ${yuan(e.result.fen)}`),
  en: (e) =>
    `receivable ${yuan(e.receivable)} - refunded ${yuan(e.refunded)}` +
    (e.collected === 0 ? '' : ` - collected ${yuan(e.collected)}`) +
    (e.over === 0 ? '' : ` + over-collected ${yuan(e.over)}`) +
    (e.result === null ? '' : ` = ${e.result.unproven ? 'unproven' : 'outstanding'} ${yuan(e.result.fen)}`),
};

export const AGING_TITLE: Both = {
  zh: '如果一分都没到账，最多这样分布（从预计扣款日的次日算起）',
  en: 'At most, if none of it has come in (from the day after the expected debit date)',
};
export const OBSERVATION: Both = { zh: '观察期，常有延迟到账', en: 'often comes late' };
export const NO_START: Both = { zh: '还没发货，或没有时间', en: 'no date to count' };

export const RECEIVABLE_ZERO: Phrase<[Share]> = {
  zh: (share) => `导出里金额是 0，先按成交金额算：${orders(share).zh}，已算在上面`,
  en: (share) => `The export shows 0, the list amount was taken: ${orders(share).en}, counted above`,
};
export const REFUND_ASSUMED: Phrase<[Share]> = {
  zh: (share) => `已退款但没有金额，先按全额退算：${orders(share).zh}，已从应收里减去`,
  en: (share) => `Refunded without an amount, all of it assumed: ${orders(share).en}, taken off above`,
};
export const UNCLEAR_AFTER_SALES: Phrase<[Share]> = {
  zh: (share) => `售后成功，退没退款看不出来（换货、补寄也这样写）：${orders(share).zh}，金额没有改`,
  en: (share) =>
    `After-sale succeeded, refunded or not cannot be told (exchanges say the same): ${orders(share).en}, nothing taken off`,
};
export const UNDECIDED: Phrase<[fen: number]> = {
  zh: (fen) => `一单几行，金额可能是同一个总额，只算了一次；另有 ${yuan(fen)} 元说不准`,
  en: (fen) => `Orders of several rows may repeat one total, counted once; ${yuan(fen)} yuan are undecided`,
};

export const CANNOT_TITLE: Both = { zh: '这份文件看不出来的', en: 'What the file cannot show' };
export const CANNOT_TITLE_SEVERAL: Both = {
  zh: '这些文件里至少有一份看不出来的',
  en: 'What at least one of the files cannot show',
};
/** After-sales that were given as if they were orders. */
export const AFTER_SALES_AMONG_ORDERS: Phrase<[name: string]> = {
  zh: (name) => `${name} 是售后单，当作售后单用上了，和写在 --after-sales 后面一样`,
  en: (name) => `${name} is an after-sales export and was used as one, as if named with --after-sales`,
};
/** A bill that was given as if it held orders. */
export const BILL_AMONG_ORDERS: Phrase<[name: string, kind: string]> = {
  zh: (name, kind) => `${name} 是${kind}，当作账单用上了，和写在 --bills 后面一样`,
  en: (name, kind) => `${name} is a ${kind} and was used as one, as if named with --bills`,
};
export const SKIPPED: Phrase<[name: string, why: string]> = {
  zh: (name, why) => `跳过 ${name}（${why}）`,
  en: (name, why) => `skipped ${name} (${why})`,
};
export const MORE_SKIPPED: Phrase<[count: number]> = {
  zh: (count) => `另外跳过 ${grouped(count)} 个文件`,
  en: (count) => `skipped ${plural(count, 'more file', 'more files')}`,
};
const NOT_AN_EXPORT: Both = { zh: '不是认得出的导出', en: 'not a known export' };
const SKIP_REASONS: Readonly<Record<string, Both>> = {
  'copy-as-input': { zh: '是标注表', en: 'an annotated copy' },
  'file-empty': { zh: '是空的', en: 'empty' },
  'file-not-readable': { zh: '读不了', en: 'not readable' },
  'input-repeated': { zh: '已经给过', en: 'named before' },
  'not-a-bill': { zh: '不是货款明细或结算单', en: 'no bill or settlement' },
  'not-after-sales': { zh: '不是售后单', en: 'no after-sales export' },
  'not-recipients': { zh: '不是收件信息表', en: 'no table of recipients' },
};

/** Why a file was left out, by its code. */
export function skipReason(code: string): Both {
  return SKIP_REASONS[code] ?? NOT_AN_EXPORT;
}

/** That the receivable is the buyer's part alone, and why. */
export const BUYER_PART_ONLY: Phrase<[header: string, settles: boolean]> = {
  zh: (header, settles) =>
    settles
      ? `应收货款 = ${header}；平台补贴算不算进货款，没有结算单说得清，没有加`
      : `应收货款 = ${header}；没有商家实收这一列，平台承担的部分没有加`,
  en: (header, settles) =>
    settles
      ? `receivable = ${header}; no settlement tells which of the platform's subsidies belong to it, none is added`
      : `receivable = ${header}; there is no column of what the shop receives, the platform's part is not added`,
};

export const TERMS: Phrase<[platform: string, autoReceiptDays: number, graceDays: number]> = {
  zh: (platform, receipt, grace) =>
    `${platform === '' ? '' : `${platform}：`}预计扣款日 = 确认收货 + ${grace} 天；没有收货时间的 = 发货 + ${receipt + grace} 天（天数平台没公布）`,
  en: (platform, receipt, grace) =>
    `${platform === '' ? '' : `${platform}: `}expected debit = receipt + ${plural(grace, 'day')}, else shipping + ${plural(receipt + grace, 'day')} (assumed)`,
};

export const COPY: Both = { zh: '标注表', en: 'annotated copy' };
export const TO_STDOUT: Both = { zh: '已写到标准输出', en: 'written to standard output' };
export const PAGE_FILE: Both = { zh: '网页报告', en: 'page' };
export const REJECTS_FILE: Both = { zh: '没读进来的行', en: 'rejected rows' };

export const LAST_WORD: Both = {
  zh: '以上只是数据特征，不代表买家有过错。处理前请人工核对，联系买家只用平台内聊天。',
  en: 'These are patterns in data and do not show that any buyer did wrong. Check by hand before you act, and contact buyers only in the platform chat.',
};
