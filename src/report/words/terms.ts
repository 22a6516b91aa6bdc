// The project's terms in both languages: platforms, stages, buckets, states and the like.

import { BUCKETS, type Bucket, type DueSource, type Stage, type Terms } from '../../core/aging.js';
import type { PayLaterSource } from '../../core/order-book.js';
import type { ProblemLevel } from '../../core/problem.js';
import type { AfterSaleState, Phase } from '../../core/status.js';
import type { InputSummary } from '../model.js';
import type { Both } from './language.js';

export const PLATFORMS: Readonly<Record<InputSummary['platform'], Both>> = {
  pinduoduo: { zh: '拼多多', en: 'Pinduoduo' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  generic: { zh: '通用表格', en: 'generic table' },
};

type Kind = InputSummary['kind'];

/** A bill is called differently by each platform: see `kindName`. */
const KINDS: Readonly<Record<Kind, Both>> = {
  orders: { zh: '订单', en: 'orders' },
  bill: { zh: '货款明细', en: 'bill' },
  'after-sales': { zh: '售后单', en: 'after-sales' },
  recipients: { zh: '收件信息表', en: 'recipients' },
};
const SETTLEMENT: Both = { zh: '结算单', en: 'settlement' };
const ACCOUNT: Both = { zh: '动账明细', en: 'account flow' };

/** What a file of that kind is called on its platform. */
export function kindName(kind: Kind, platform: InputSummary['platform'], book?: InputSummary['book']): Both {
  if (book === 'account') return ACCOUNT;
  return kind === 'bill' && platform === 'kuaishou' ? SETTLEMENT : KINDS[kind];
}

export const STAGE_NAMES: Readonly<Record<Stage, Both>> = {
  unshipped: { zh: '未发货', en: 'unshipped' },
  'in-transit': { zh: '已发货待收货', en: 'in-transit' },
  'receipt-late': { zh: '超期未确认收货', en: 'receipt-late' },
  received: { zh: '已收货', en: 'received' },
  overdue: { zh: '逾期', en: 'overdue' },
  frozen: { zh: '售后中', en: 'frozen' },
  closed: { zh: '已关闭', en: 'closed' },
};

const BUCKET_WORDS: Readonly<Partial<Record<Bucket, Both>>> = {
  'not-due': { zh: '未到扣款日', en: 'not-due' },
  'no-due-date': { zh: '未起算', en: 'no-due-date' },
  frozen: { zh: '售后中', en: 'frozen' },
  invalid: { zh: '日期有误', en: 'invalid' },
};

/** With the word for days, so that no spreadsheet takes `1-3` for the third of January. */
export function bucketName(bucket: Bucket): Both {
  const beyond = /^(\d+)\+$/.exec(bucket)?.[1];
  const days = beyond === undefined ? `${bucket} 天` : `${Number(beyond) - 1} 天以上`;
  return BUCKET_WORDS[bucket] ?? { zh: days, en: `${bucket} days` };
}

/** Of the default ones. */
export const BUCKET_NAMES: Readonly<Record<string, Both>> = Object.fromEntries(
  BUCKETS.map((bucket) => [bucket, bucketName(bucket)]),
);

export const COLLECTION_NAMES = {
  settled: { zh: '已到账', en: 'settled' },
  'part-settled': { zh: '部分到账', en: 'part-settled' },
  uncollected: { zh: '未到账', en: 'uncollected' },
  unproven: { zh: '待核实', en: 'unproven' },
  'clawed-back': { zh: '到账后被扣回', en: 'clawed-back' },
  refunded: { zh: '已退款', en: 'refunded' },
  closed: { zh: '已关闭', en: 'closed' },
  'not-applicable': { zh: '不适用', en: 'not-applicable' },
} as const satisfies Record<string, Both>;

export type CollectionName = keyof typeof COLLECTION_NAMES;

export const PAY_LATER_NAMES = {
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
  unknown: { zh: '未知', en: 'unknown' },
} as const satisfies Record<string, Both>;

export type PayLaterName = keyof typeof PAY_LATER_NAMES;

/** Where a due date comes from, with the days that were assumed; '' where there is none. */
export function dueSourceName(source: DueSource, terms: Terms): Both {
  const { graceDays } = terms;
  const days = terms.autoReceiptDays + graceDays;
  switch (source) {
    case 'column':
      return { zh: '原表列', en: 'column' };
    case 'receipt':
      return { zh: `收货+${graceDays}天`, en: `receipt+${graceDays}d` };
    case 'shipping':
      return { zh: `发货+${days}天(推算)`, en: `shipping+${days}d (estimated)` };
    case 'after-sale':
      return { zh: '售后结束日', en: 'after-sale ended' };
    case 'none':
      return { zh: '', en: '' };
  }
}

/** What said that an order is pay-later. */
export const EVIDENCE_NAMES: Readonly<Record<PayLaterSource, Both>> = {
  none: { zh: '看不出', en: 'nothing' },
  column: { zh: '先用后付列', en: 'the pay-later column' },
  'pay-method': { zh: '支付方式', en: 'the payment method' },
  'order-type': { zh: '订单类型', en: 'the order type' },
  'order-tags': { zh: '订单标签', en: 'the order tags' },
  list: { zh: '给的订单号清单', en: 'the list of order numbers' },
  flag: { zh: '命令里写了 --all-pay-later', en: '--all-pay-later' },
};

export const PHASE_NAMES: Readonly<Record<Phase, Both>> = {
  unpaid: { zh: '未付款', en: 'unpaid' },
  unshipped: { zh: '未发货', en: 'unshipped' },
  shipped: { zh: '已发货', en: 'shipped' },
  received: { zh: '已收货', en: 'received' },
  cancelled: { zh: '已取消或关闭', en: 'cancelled or closed' },
};

export const AFTER_SALE_NAMES: Readonly<Record<AfterSaleState, Both>> = {
  none: { zh: '无售后', en: 'no after-sale' },
  open: { zh: '售后中，停止计天数', en: 'open, the clock is stopped' },
  refunded: { zh: '已退款', en: 'refunded' },
  succeeded: { zh: '售后成功，退没退款不清楚', en: 'agreed, refund not known' },
  closed: { zh: '售后已结束，没退款', en: 'ended without a refund' },
};

export const LEVEL_NAMES: Readonly<Record<ProblemLevel, Both>> = {
  reject: { zh: '没读进来', en: 'rejected' },
  damage: { zh: '结果不完整', en: 'incomplete' },
  note: { zh: '提示', en: 'note' },
};

export const ENCODING_NAMES: Readonly<Record<InputSummary['encoding'], Both>> = {
  'utf-8': { zh: 'UTF-8', en: 'UTF-8' },
  gb18030: { zh: 'GB18030 (GBK)', en: 'GB18030 (GBK)' },
  'utf-16le': { zh: 'UTF-16LE', en: 'UTF-16LE' },
  'utf-16be': { zh: 'UTF-16BE', en: 'UTF-16BE' },
};

const DELIMITERS: Readonly<Record<string, Both>> = {
  ',': { zh: '逗号', en: 'comma' },
  ';': { zh: '分号', en: 'semicolon' },
  '\t': { zh: '制表符 (TAB)', en: 'TAB' },
  '|': { zh: '竖线', en: 'vertical bar' },
};

/** A delimiter's name; an uncommon one stands for itself. */
export function delimiterName(delimiter: string): Both {
  return DELIMITERS[delimiter] ?? { zh: delimiter, en: delimiter };
}
