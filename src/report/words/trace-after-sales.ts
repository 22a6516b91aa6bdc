// The words of `trace` about the after-sales of an order.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { AfterSaleState } from '../../core/status.js';
import type { TraceAfterSale } from '../trace-model.js';
import type { Both } from './language.js';

export const TITLE: Both = { zh: '售后单里这一单的行', en: 'Rows of the order in the after-sales exports' };
export const NO_ROWS: Both = {
  zh: '售后单里没有这一单',
  en: 'The after-sales exports do not name this order',
};
export const NO_TIME: Both = { zh: '没写申请时间', en: 'no time' };
export const NO_AMOUNT: Both = { zh: '没写金额', en: 'no amount' };

export const AMOUNT: Both<(fen: number) => string> = {
  zh: (fen) => `${yuan(fen)} 元`,
  en: (fen) => `${yuan(fen)} yuan`,
};
export const STATES: Readonly<Record<AfterSaleState, Both>> = {
  none: { zh: '没有状态', en: 'no state' },
  open: { zh: '处理中', en: 'open' },
  refunded: { zh: '退款成功', en: 'refunded' },
  succeeded: { zh: '售后成功', en: 'succeeded' },
  closed: { zh: '结束，没退款', en: 'ended without a refund' },
};
export const AGREED: Both<(time: string) => string> = {
  zh: (time) => `${time} 同意`,
  en: (time) => `agreed ${time}`,
};
export const CLOSED: Both<(time: string) => string> = {
  zh: (time) => `${time} 结束`,
  en: (time) => `ended ${time}`,
};
export const DEADLINE: Both<(time: string) => string> = {
  zh: (time) => `${time} 超时`,
  en: (time) => `due ${time}`,
};
export const RETURN_WAYBILL: Both = { zh: '有退货单号', en: 'with a return waybill' };
/** What is later than the as-of date: the row itself, or how it ended. */
export const LATER: Readonly<Record<Exclude<TraceAfterSale['later'], 'no'>, Both>> = {
  applied: { zh: '截止日期之后才申请，不算', en: 'applied for after the as-of date, not counted' },
  ended: { zh: '截止日期那天还在处理', en: 'still open on the as-of date' },
};
export const PLACE: Both<(file: string, row: number) => string> = {
  zh: (file, row) => `${file} 第 ${row} 行`,
  en: (file, row) => `${file}, row ${row}`,
};
