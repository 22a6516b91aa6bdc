// The words of `trace`: one order from its records to what has to be checked.

import type { Gap } from '../../core/finding.js';
import type { KeyKind } from '../../core/link-kinds.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { TraceIdentity, TraceRecord } from '../trace-model.js';
import { type Both, grouped, plural } from './language.js';

export const TITLES = {
  order: { zh: '订单', en: 'Order' },
  records: { zh: '数据行', en: 'Rows' },
  times: { zh: '时间', en: 'Times' },
  amounts: { zh: '金额', en: 'Amounts' },
  bill: { zh: '账单里这一单的行', en: 'Rows of the order in the bills' },
  collection: { zh: '到没到账', en: 'Collection' },
  age: { zh: '扣款日和天数', en: 'Expected debit and days' },
  identity: { zh: '收货人（已遮盖）和关联', en: 'Recipient (masked) and links' },
  findings: { zh: '要核实的事项', en: 'To be checked' },
  others: { zh: '其他检查项', en: 'Other rules' },
} as const satisfies Record<string, Both>;

/** The first sentence: what the findings come to. */
export const FLAGGED: Both<(count: number, severity: string) => string> = {
  zh: (count, severity) => `有 ${grouped(count)} 件要核实的事项，最高关注等级：${severity}`,
  en: (count, severity) => `${plural(count, 'finding')}, the highest severity is ${severity}`,
};
export const NOT_FLAGGED: Both<(looked: number, couldNot: number) => string> = {
  zh: (looked, couldNot) =>
    `没有标出：能查的 ${looked} 项检查里没有它的事项${couldNot === 0 ? '' : `；另有 ${couldNot} 项没法查，不等于都没问题`}`,
  en: (looked, couldNot) =>
    `Not flagged: none of the ${plural(looked, 'rule')} that could look names it${couldNot === 0 ? '' : `; ${couldNot} could not look, which does not mean that all is well`}`,
};
export const ORDINARY: Both = {
  zh: '没有标出：不是先用后付，不核查；下面是读到的。',
  en: 'Not flagged: not pay-later, so it is not audited; below is what was read.',
};
export const UNKNOWN: Both = {
  zh: '没有标出：看不出是不是先用后付，没有核查，也没有算在合计里；下面是读到的。',
  en: 'Not flagged: pay-later or not cannot be told, so it is not audited nor in any total; below is what was read.',
};
export const LATER: Both = {
  zh: '没有标出：截止日期之后才下的单，不算。',
  en: 'Not flagged: ordered after the as-of date, not counted.',
};

export const PAY_LATER: Both<(answer: string, source: string) => string> = {
  zh: (answer, source) => `先用后付：${answer}${source === '' ? '' : `，依据是${source}`}`,
  en: (answer, source) => `pay-later: ${answer}${source === '' ? '' : `, by ${source}`}`,
};

export const RECORD: Both<(file: string, row: number) => string> = {
  zh: (file, row) => `${file} 第 ${row} 行`,
  en: (file, row) => `${file}, row ${row}`,
};
export const PARTS: Readonly<Record<TraceRecord['part'], Both>> = {
  money: { zh: '金额写在这一行', en: 'its amounts stand here' },
  line: { zh: '同一订单的另一行', en: 'another line of the order' },
  superseded: {
    zh: '不算：后来的导出里有，或同一份里重复',
    en: 'counts for nothing: a later export holds it, or the file repeats it',
  },
  later: { zh: '不算：截止日期之后', en: 'counts for nothing: after the as-of date' },
  'not-held': { zh: '', en: '' },
};
/** What a state's text was taken for. */
export const TAKEN_FOR: Both<(text: string, phase: string, inferred: boolean) => string> = {
  zh: (text, phase, inferred) =>
    `${text === '' ? '' : `状态「${text}」`}${phase === '' ? '' : `${inferred ? '不认识，按时间' : ''}当作${phase}`}`,
  en: (text, phase, inferred) =>
    `${text === '' ? '' : `state "${text}" `}${phase === '' ? '' : `${inferred ? 'not known, by its times ' : ''}taken for ${phase}`}`.trim(),
};
export const AFTER_SALE: Both<(text: string, name: string) => string> = {
  zh: (text, name) => `售后「${text}」：${name}`,
  en: (text, name) => `after-sale "${text}": ${name}`,
};
export const REFUNDED_STATE: Both = { zh: '状态里写着退款成功', en: 'the state says refunded' };

export const TIMES = {
  ordered: { zh: '下单', en: 'ordered' },
  paid: { zh: '支付', en: 'paid' },
  promised: { zh: '承诺发货', en: 'promised shipping' },
  shipped: { zh: '发货', en: 'shipped' },
  received: { zh: '收货', en: 'received' },
} as const satisfies Record<string, Both>;
export const PAID_NOTE: Both = {
  zh: '先用后付的支付时间多半是 0 元下单的时间，不等于扣了款',
  en: 'of a pay-later order this is as a rule when the 0-yuan order was placed, not a debit',
};
export const NO_TIMES: Both = { zh: '没有读到时间', en: 'no time was read' };

export const LABELS = {
  state: { zh: '到账状态', en: 'state' },
  says: { zh: '说明', en: 'in words' },
  unproven: { zh: '为什么待核实', en: 'why unproven' },
  needed: { zh: '要证明', en: 'proof needs' },
  due: { zh: '预计扣款日', en: 'expected debit' },
  days: { zh: '逾期天数', en: 'days past due' },
  bucket: { zh: '逾期区间', en: 'bucket' },
  daysUnproven: { zh: '天数', en: 'days' },
  bucketUnproven: { zh: '区间', en: 'bucket' },
  stage: { zh: '当前环节', en: 'stage' },
  buyer: { zh: '买家', en: 'buyer' },
  group: { zh: '关联组', en: 'group' },
  with: { zh: '同组订单', en: 'its orders' },
  lists: { zh: '名单', en: 'on lists' },
  line: { zh: '事项', en: 'finding' },
  figures: { zh: '数字', en: 'figures' },
  why: { zh: '为什么', en: 'why' },
  innocent: { zh: '先排除', en: 'rule out' },
  unless: { zh: '何时不列', en: 'unless' },
  step: { zh: '怎么处理', en: 'next step' },
  more: { zh: '详细', en: 'more' },
  quiet: { zh: '没有事项', en: 'nothing found' },
  off: { zh: '按配置不查', en: 'switched off' },
  notEvaluated: { zh: '没法查', en: 'could not look' },
  aboutFiles: { zh: '整份文件的', en: 'on the files' },
} as const satisfies Record<string, Both>;

export const BUYERS: Readonly<Record<TraceIdentity['buyer'], Both>> = {
  account: { zh: '按买家账号认', en: 'told by the account' },
  recipient: { zh: '按收货人和电话（或地址）认', en: 'told by recipient and phone (or address)' },
  'recipient-id': {
    zh: '按平台给的收件人编号认',
    en: "told by the platform's anonymous id of the recipient",
  },
  unknown: { zh: '认不出是谁，没有参加关联', en: 'not identified, not linked' },
};
/** Where the recipient is from, when not from the order's own record. */
export const TOLD_BY: Both<(file: string, row: number) => string> = {
  zh: (file, row) => `订单里没有或打了码的，按收件信息表 ${file} 第 ${row} 行补上`,
  en: (file, row) => `what the order lacks or masks is from the recipients file ${file}, row ${row}`,
};
export const MASKED: Both = {
  zh: '文件里的姓名、电话或地址打了码',
  en: 'name, phone or address are masked in the file',
};
export const GROUP: Both<
  (number: number, id: string, orders: number, buyers: number, score: number) => string
> = {
  zh: (number, id, orders, buyers, score) =>
    `G${number}（${id}）：${grouped(orders)} 单 ${grouped(buyers)} 个收货人，关联分 ${score}`,
  en: (number, id, orders, buyers, score) =>
    `G${number} (${id}): ${plural(orders, 'order')}, ${plural(buyers, 'recipient')}, score ${score}`,
};
export const GROUP_MONEY: Both<(fen: number) => string> = {
  zh: (fen) => `未收 ${yuan(fen)} 元`,
  en: (fen) => `${yuan(fen)} yuan open`,
};
export const GROUP_LINK: Both<
  (key: string, shown: string, buyers: number, orders: number, own: boolean) => string
> = {
  zh: (key, shown, buyers, orders, own) =>
    `${[key, shown].join(' ').trim()}：${grouped(buyers)} 人 ${grouped(orders)} 单${own ? '，这一单也用' : '，这一单不用它'}`,
  en: (key, shown, buyers, orders, own) =>
    `${[key, shown].join(' ').trim()}: ${plural(buyers, 'person', 'people')}, ${plural(orders, 'order')}, ${own ? 'this one too' : 'not this one'}`,
};
export const NO_GROUP: Both = { zh: '不在任何关联组里', en: 'in no group' };
export const KEYS: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '电话', en: 'phone' },
  room: { zh: '地址', en: 'address' },
  pickup: { zh: '代收点', en: 'pickup point' },
  waybill: { zh: '单号', en: 'waybill' },
  payer: { zh: '付款电话', en: "payer's phone" },
  masked: { zh: '打码后可见的部分', en: 'what is visible when masked' },
  note: { zh: '留言或备注里的字样', en: 'token in a note' },
  jigged: { zh: '相近的地址', en: 'addresses alike' },
  lockstep: { zh: '同时下的单', en: 'orders in lockstep' },
};
export const MORE_ORDERS: Both<(more: number) => string> = {
  zh: (more) => `等，另有 ${grouped(more)} 单`,
  en: (more) => `and ${grouped(more)} more`,
};

export const FINDING: Both<
  (code: string, title: string, severity: string, strength: string, exposure: string) => string
> = {
  zh: (code, title, severity, strength, exposure) =>
    `${code} ${title}：关注等级${severity}，依据${strength}，涉及 ${exposure} 元`,
  en: (code, title, severity, strength, exposure) =>
    `${code} ${title}: severity ${severity}, evidence ${strength}, exposure ${exposure} yuan`,
};
/** A finding that names several orders. */
export const OF_ORDERS: Both<(orders: number) => string> = {
  zh: (orders) => `（${grouped(orders)} 单合起来）`,
  en: (orders) => ` (${grouped(orders)} orders together)`,
};
/** Why rules cannot look at the order, before their names; `need`: what is missing. */
export const BLIND: Readonly<Record<Gap, Both<(need: string) => string>>> = {
  absent: { zh: (need) => `没有${need}`, en: (need) => `without ${need}` },
  masked: { zh: (need) => `${need}打了码`, en: (need) => `${need} masked` },
  blank: { zh: (need) => `${need}是空的`, en: (need) => `${need} blank` },
  unproven: { zh: () => '到没到账还没法证明', en: () => 'what came in is not proven' },
  // Which of the orders it left out, such a rule does not keep.
  'too-few': {
    zh: () => '可比的太少，可能没查到这一单',
    en: () => 'too few to compare, perhaps not this one',
  },
};
/** Where all bill rows stand in one file. */
export const FROM_FILE: Both<(file: string) => string> = {
  zh: (file) => `都在 ${file}`,
  en: (file) => `all of them in ${file}`,
};
