// The words of the summary about after-sales: what an export of them would tell, and which one to download.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { InputSummary, Share } from '../model.js';
import { type Both, grouped, plural } from './language.js';

type Phrase<A extends readonly unknown[]> = Both<(...args: A) => string>;

export const WANTED_TITLE: Both = {
  zh: '补一份售后单就能知道',
  en: 'An after-sales export would tell',
};
export const WANTED_TITLE_REST: Both = {
  zh: '售后单里没有这些单，补一份更全的就能知道',
  en: 'The after-sales export lacks these orders; a fuller one would tell',
};
export const ASSUMED: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `先按全额退算的 ${grouped(orders)} 单 ${yuan(fen)} 元，实际退了多少`,
  en: ({ orders, fen }) =>
    `what was refunded of ${plural(orders, 'order')} taken as refunded whole, ${yuan(fen)} yuan`,
};
export const UNCLEAR: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `写着售后成功的 ${grouped(orders)} 单 ${yuan(fen)} 元，是退款还是换货`,
  en: ({ orders, fen }) => `refund or exchange: ${plural(orders, 'succeeded after-sale')}, ${yuan(fen)} yuan`,
};
export const GOODS: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `货发了、应收没了的 ${grouped(orders)} 单，货值 ${yuan(fen)} 元，货退回来没有`,
  en: ({ orders, fen }) =>
    `whether the goods of ${plural(orders, 'order')} came back, ${yuan(fen)} yuan of goods`,
};
export const FROZEN: Phrase<[Share]> = {
  zh: ({ orders, fen }) => `售后处理中的 ${grouped(orders)} 单 ${yuan(fen)} 元，从哪天开始、何时超时`,
  en: ({ orders, fen }) =>
    `since when ${plural(orders, 'dispute')} run and when they time out, ${yuan(fen)} yuan`,
};
/** No platform's menu is named in a source that can be trusted: the words are those every back office has. */
export const WANTED: Readonly<Record<InputSummary['platform'], Phrase<[from: string, to: string]>>> = {
  pinduoduo: {
    zh: (from, to) => `商家后台 - 售后管理，导出售后信息，申请时间选 ${from} 到 ${to}，另存为 CSV 后运行`,
    en: (from, to) =>
      `Back office, 售后管理, export 售后信息, applied from ${from} to ${to}; save it as CSV and run`,
  },
  kuaishou: {
    zh: (from, to) => `商家后台 - 售后管理，导出售后单，申请时间选 ${from} 到 ${to}，另存为 CSV 后运行`,
    en: (from, to) =>
      `Back office, 售后管理, export after-sales, applied from ${from} to ${to}; save as CSV and run`,
  },
  generic: {
    zh: (from, to) => `商家后台导出售后单，申请时间选 ${from} 到 ${to}，另存为 CSV 后运行`,
    en: (from, to) =>
      `Back office, after-sales export, applied from ${from} to ${to}; save it as CSV and run`,
  },
};
export const COMMAND: Both = {
  zh: 'bnpl-audit 订单.csv --after-sales 售后单.csv',
  en: 'bnpl-audit orders.csv --after-sales after-sales.csv',
};
