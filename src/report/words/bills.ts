// The words of the summary about bills: what they cover, what they prove, what does not match, and which to fetch.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { BillsModel, InputSummary, Share } from '../model.js';
import { type Both, grouped, plural } from './language.js';

type Phrase<A extends readonly unknown[]> = Both<(...args: A) => string>;

/** What the bills of those platforms are called at the beginning of a line. */
export function billsName(platforms: ReadonlySet<InputSummary['platform']>): Both {
  const settlements = platforms.has('kuaishou');
  const bills = !settlements || platforms.size > 1;
  if (!settlements) return { zh: '货款明细', en: 'Bills' };
  return bills
    ? { zh: '货款明细和结算单', en: 'Bills and settlements' }
    : { zh: '结算单', en: 'Settlements' };
}

/** Account flows that stand alone. */
export const ACCOUNT_FLOWS: Both = { zh: '动账明细', en: 'Account flows' };
/** What is taken for collected where only the flow of an account tells of an order. */
export const BY_ACCOUNT: Phrase<[NonNullable<BillsModel['byAccount']>]> = {
  zh: ({ orders, netFen, fen }) =>
    `${grouped(orders)} 单只有动账明细说明到账：入账是扣费后的净额（减去退款 ${yuan(netFen)} 元），` +
    `按应收货款全额算已到账（${yuan(fen)} 元）；结算单有全额`,
  en: ({ orders, netFen, fen }) =>
    `${plural(orders, 'order')} collected by the account flow alone: it shows pay-outs net of fees ` +
    `(${yuan(netFen)} yuan after refunds), the whole receivable was counted (${yuan(fen)} yuan); a settlement tells the amount`,
};
export const DAYS: Phrase<[from: string, to: string]> = {
  zh: (from, to) => `${from} 至 ${to}`,
  en: (from, to) => `${from} to ${to}`,
};
export const NO_DAYS: Both = { zh: '没有一天是完整的', en: 'without a day that is whole' };
export const NO_GAP: Both = { zh: '中间不断', en: 'without a gap' };
export const GAPS: Phrase<[first: string, count: number]> = {
  zh: (first, count) =>
    count === 1 ? `中间断了 ${first}` : `中间断了 ${grouped(count)} 处，第一处 ${first}`,
  en: (first, count) =>
    count === 1 ? `with a gap ${first}` : `with ${grouped(count)} gaps, the first ${first}`,
};
export const CONTROL_RATE: Phrase<[percent: string]> = {
  zh: (percent) => `普通订单对上 ${percent}%`,
  en: (percent) => `${percent}% of the ordinary orders found`,
};
/** Too few ordinary orders for a rate. */
export const CONTROL_FEW: Phrase<[orders: number]> = {
  zh: (orders) => (orders === 0 ? '没有普通订单可以比' : `可以比的普通订单只有 ${grouped(orders)} 单`),
  en: (orders) =>
    orders === 0 ? 'no ordinary orders to compare' : `only ${plural(orders, 'ordinary order')}`,
};
/** What is proven all the same: at most two in a hundred lack. */
export const CONTROL_LACKS: Phrase<[orders: number]> = {
  zh: (orders) =>
    `普通订单里有 ${grouped(orders)} 单该到账却不在账单里：账单可能少了几行，单个的「没到账」先在后台核对`,
  en: (orders) =>
    `${plural(orders, 'ordinary order')} that should be in the bills ${orders === 1 ? 'is' : 'are'} not: rows may be missing, ` +
    'check a single "not come in" in the back office first',
};
export const TRUSTED: Both = { zh: '「没到账」的判断可信', en: '"not come in" can be trusted' };
/** Proven by the pay-later orders themselves, for want of ordinary ones. */
export const TRUSTED_BY_OWN: Both = {
  zh: '改用先用后付订单检验，「没到账」的判断可信',
  en: 'pay-later orders were used instead, "not come in" can be trusted',
};
export const NOT_TRUSTED: Both = {
  zh: '「没到账」还判断不了',
  en: 'what has not come in cannot be told yet',
};
export const UNSEEN: Phrase<[day: string, days: number]> = {
  zh: (day, days) => `${day} 之后到的账看不到（${grouped(days)} 天）`,
  en: (day, days) => `What came in after ${day} cannot be seen (${plural(days, 'day')})`,
};

/** Why nothing is proven, and what to do; `control` has two reasons. */
export const FAILED: Readonly<Record<BillsModel['failed'][number] | 'control-few', Both>> = {
  coverage: {
    zh: '账单没盖住这些订单从发货到扣款的日子：把缺的日期补下载',
    en: 'The bills do not cover the days from shipping to debit: download the missing days',
  },
  control: {
    zh: '普通订单要对上 98% 才能下结论：看看是不是少了一个账户或一段时间的账单',
    en: 'At least 98% of the ordinary orders must be found: see whether an account or some days are missing',
  },
  'control-few': {
    zh: '没法检验账单全不全：把普通订单一起导出来，不要只导先用后付的',
    en: 'Whether the bills are whole cannot be checked: export the ordinary orders too, not only pay-later ones',
  },
  'none-settled': {
    zh: '没有一单先用后付在账单里：收这笔钱的账户可能不在里面，把它的账单也下载',
    en: 'No pay-later order stands in the bills: the account that gets this money may be missing, add its bill',
  },
  'other-shop': {
    zh: '账单和订单的店铺编号对不上：换成同一家店的账单',
    en: 'The bills carry another shop number than the orders: take the bills of the same shop',
  },
};

export const MISSING: Phrase<[Share, filtered: boolean]> = {
  zh: ({ orders, fen }, filtered) =>
    `账单里有 ${grouped(orders)} 单（${yuan(fen)} 元）在订单导出的日期内，导出里却没有` +
    (filtered ? '：导出多半筛选过，重新导出全部订单' : ''),
  en: ({ orders, fen }, filtered) =>
    `${plural(orders, 'order')} of the bills (${yuan(fen)} yuan) within the export's days ` +
    (orders === 1 ? 'is not in it' : 'are not in it') +
    (filtered ? ': the export was probably filtered, export all orders again' : ''),
};
export const OUTSIDE: Phrase<[orders: number]> = {
  zh: (orders) => `账单里另有 ${grouped(orders)} 单不在订单导出的日期内，没有用上`,
  en: (orders) =>
    `${plural(orders, 'more order')} of the bills lie outside the export's days and were not used`,
};

/** The back office's figure against what was read. */
export const CONTROL_TOTAL: Phrase<[wanted: string, read: string, difference: string]> = {
  zh: (wanted, read, difference) =>
    `后台 ${wanted}，读到 ${read}，${difference === '' ? '一致' : `差 ${difference}`}`,
  en: (wanted, read, difference) =>
    `back office ${wanted}, read ${read}, ${difference === '' ? 'the same' : `${difference} apart`}`,
};

export const OUTSTANDING_TITLE: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `未收货款 ${yuan(fen)} 元，${grouped(orders)} 单`,
  en: ({ orders, fen }) => `Outstanding: ${yuan(fen)} yuan, ${plural(orders, 'order')}`,
};
/** With bills that prove nothing. */
export const UNPROVEN_TITLE: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `待核实 ${yuan(fen)} 元，${grouped(orders)} 单（最多可能有这么多没到账）`,
  en: ({ orders, fen }) =>
    `Unproven: ${yuan(fen)} yuan, ${plural(orders, 'order')} (the most that may not have come in)`,
};

/** Rows of the outstanding by what can be done. */
export const PLACE_LINES = {
  overdue: { zh: '1 过了预计扣款日还没到账', en: '1 past debit date, not in' },
  shipped: { zh: '2 已发货，待收货', en: '2 shipped, not received' },
  unshipped: { zh: '3 还没发货', en: '3 not shipped yet' },
  frozen: { zh: '4 售后处理中', en: '4 after-sale open' },
  received: { zh: '5 已收货，没到扣款日', en: '5 received, not due yet' },
  'received-undated': { zh: '5 已收货，没到扣款日或没有日期', en: '5 received, not due or undated' },
  unproven: { zh: '6 已收货，到账待核实', en: '6 received, unproven' },
} as const satisfies Record<string, Both>;

export const PLACE_NOTES = {
  overdue: { zh: '先找平台，再留证据', en: 'ask the platform first' },
  frozen: { zh: '盯住售后时限', en: 'mind its time limits' },
  received: { zh: '正常，不用处理', en: 'normal, nothing to do' },
  unproven: { zh: '账单没盖住，补齐再看', en: 'bills too short' },
  /** No bill reaches so far yet. */
  waiting: { zh: '还看不出，要等', en: 'too early to tell' },
} as const satisfies Record<string, Both>;

/** The first time limit of an open after-sale. */
export const FIRST_DEADLINE: Phrase<[time: string]> = {
  zh: (time) => `最早 ${time} 超时`,
  en: (time) => `first one due ${time}`,
};

export const PLATFORM_SHARE: Phrase<[fen: number]> = {
  zh: (fen) => `其中平台应补 ${yuan(fen)} 元：找平台要，和买家无关`,
  en: (fen) => `of this ${yuan(fen)} yuan are for the platform to pay, not for buyers`,
};
/** What came in after a back-dated as-of date. */
export const SUBSEQUENT: Both<(share: Share) => string> = {
  zh: ({ orders, fen }) =>
    `截止日期之后又到账 ${yuan(fen)} 元，${grouped(orders)} 单（期后回款，没有算在上面）`,
  en: ({ orders, fen }) =>
    `Came in after the as-of date: ${yuan(fen)} yuan, ${plural(orders, 'order')} (subsequent receipts, not counted above)`,
};

export const OVER_COLLECTED: Phrase<[Share]> = {
  zh: ({ orders, fen }) =>
    `多到账 ${yuan(fen)} 元，${grouped(orders)} 单：可能退款还没进账单、补差价或付了两次`,
  en: ({ orders, fen }) =>
    `${yuan(fen)} yuan too much on ${plural(orders, 'order')}: a refund not yet in the bills, an extra charge, or paid twice`,
};

export const OVERDUE_TITLE: Both = {
  zh: '逾期分布（从预计扣款日的次日算起）',
  en: 'Overdue (from the day after the expected debit date)',
};
export const UNPROVEN_AGING_TITLE: Both = {
  zh: '待核实的，如果一分都没到账，最多这样分布',
  en: 'The unproven part, at most, if none of it has come in',
};

export const GOODS_OUT_TITLE: Both = {
  zh: '货发了、应收没了（不在上面的未收里）',
  en: 'Goods sent, receivable gone (not part of the above)',
};
export const GOODS_OUT: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `发货后关闭或退款，没看到货退回来：${grouped(orders)} 单，货值 ${yuan(fen)} 元`,
  en: ({ orders, fen }) =>
    `Closed or refunded after shipping, no sign of a return: ${plural(orders, 'order')}, ${yuan(fen)} yuan of goods`,
};
export const GOODS_OUT_CAUSES: Both = {
  zh: '常见原因是拦截、拒收、退货，导出里没写；看看货回来没有',
  en: 'Usual causes: intercepted, refused or returned parcels, not told by the export; see whether they came back',
};

export const BLIND: Both = {
  zh: '平台有没有垫付、扣款为什么失败：导出里没有，以商家后台为准',
  en: 'Whether the platform advanced the money and why a debit failed: the exports do not say, the back office does',
};

const LAG_SOURCES: Readonly<Record<BillsModel['lagSource'], Both>> = {
  learned: { zh: '从普通订单的到账算出', en: 'learned from ordinary orders' },
  default: { zh: '没有足够的普通订单，用默认天数', en: 'default, too few ordinary orders' },
  set: { zh: '配置里设的', en: 'configured' },
};
export const LAG: Phrase<[days: number, source: BillsModel['lagSource']]> = {
  zh: (days, source) => `账单要盖到预计扣款日后 ${days} 天才算没到账（${LAG_SOURCES[source].zh}）`,
  en: (days, source) =>
    `"not come in" needs bills up to ${plural(days, 'day')} after the debit date ` +
    `(${LAG_SOURCES[source].en})`,
};
/** For orders without a receipt time. */
export const LAG_SHIPPING: Phrase<[days: number]> = {
  zh: (days) =>
    `没有收货时间的，账单要盖到发货后 ${days} 天、且不早于预计扣款日才算没到账（从普通订单的到账算出）`,
  en: (days) =>
    `without a receipt time, "not come in" needs bills up to ${plural(days, 'day')} after shipping and to the debit date ` +
    '(learned from ordinary orders)',
};
export const PLATFORM_PARTS: Phrase<[platform: string, columns: string]> = {
  zh: (platform, columns) => `${platform}平台承担 = ${columns}（从文件算出，95% 以上的订单对得上）`,
  en: (platform, columns) =>
    `${platform}platform part = ${columns} (learned from the file, right on 95% and more)`,
};
export const NO_PLATFORM_PARTS: Phrase<[platform: string]> = {
  zh: (platform) => `${platform}平台承担由哪几列组成，算不出来：没有一种加法能对上 95% 的订单`,
  en: (platform) => `${platform}platform part unknown: no set of columns is right on 95% of the orders`,
};

export const WANTED_TITLE: Both = {
  zh: '补一份货款明细就能知道哪些真的没到账',
  en: 'One more file tells what has really not come in',
};
export const WANTED_TITLE_SETTLEMENT: Both = {
  zh: '补一份结算单就能知道哪些真的没到账',
  en: 'One more file tells what has really not come in',
};
/** Where more than days is missing from the proof: then no bill is promised to be enough. */
export const WANTED_TITLE_DAYS: Both = {
  zh: '要下结论，账单还得盖住这些天',
  en: 'The days that bills must cover before anything can be told',
};
/** Where one more bill tells of some of it only. */
export const WANTED_TITLE_PART: Phrase<[bill: Both, Share]> = {
  zh: (bill, { orders, fen }) =>
    `过了预计扣款日的，补一份${bill.zh}能知道 ${grouped(orders)} 单（${yuan(fen)} 元）到没到账`,
  en: (bill, { orders, fen }) =>
    `Past the debit date: one more ${bill.en} tells of ${plural(orders, 'order')} (${yuan(fen)} yuan)`,
};
export const WAIT_TITLE: Phrase<[bill: Both]> = {
  zh: (bill) => `现在补${bill.zh}也看不出，还要等`,
  en: (bill) => `No ${bill.en} can tell yet, it takes more days`,
};
export const WAIT: Phrase<[bill: Both, later: Share, until: string, assumed: boolean, isRest: boolean]> = {
  zh: (bill, { orders, fen }, until, assumed, isRest) =>
    `${isRest ? '其余 ' : ''}${grouped(orders)} 单（${yuan(fen)} 元）要等${bill.zh}盖到 ${until}` +
    `${assumed ? '（按默认的到账天数）' : ''}，到时重新导出再核`,
  en: (bill, { orders, fen }, until, assumed, isRest) =>
    `${isRest ? 'The other ' : ''}${plural(orders, 'order')} (${yuan(fen)} yuan): only a ${bill.en} that runs to ${until}` +
    `${assumed ? ' (by the default lag)' : ''} can tell; export both again then`,
};
export const WANTED: Readonly<Record<InputSummary['platform'], Phrase<[from: string, to: string]>>> = {
  pinduoduo: {
    zh: (from, to) => `商家后台 - 对账中心 - 货款明细，时间选 ${from} 到 ${to}，下载后运行`,
    en: (from, to) => `Back office, 对账中心, 货款明细, from ${from} to ${to}; download it and run`,
  },
  kuaishou: {
    zh: (from, to) => `商家后台下载结算单，结算时间选 ${from} 到 ${to}，下载后运行`,
    en: (from, to) => `Back office, settlement export (结算单), from ${from} to ${to}; download it and run`,
  },
  generic: {
    zh: (from, to) => `商家后台下载货款明细或结算单，时间选 ${from} 到 ${to}，下载后运行`,
    en: (from, to) => `Back office, bill or settlement export, from ${from} to ${to}; download it and run`,
  },
};
export const WANTED_COMMAND: Readonly<Record<'bill' | 'settlement', Both>> = {
  bill: {
    zh: 'bnpl-audit 订单.csv --bills 货款明细.csv',
    en: 'bnpl-audit orders.csv --bills bill.csv',
  },
  settlement: {
    zh: 'bnpl-audit 订单.csv --bills 结算单.csv',
    en: 'bnpl-audit orders.csv --bills settlement.csv',
  },
};
