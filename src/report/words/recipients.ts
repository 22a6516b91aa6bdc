// The words of tables of recipients: what is told of their rows, and the line of the summary's head.

import type { ProblemCode } from '../../core/problem.js';
import type { RecipientsModel } from '../model.js';
import { type Both, grouped, type ProblemText, plural, problemText as text } from './language.js';

export const RECIPIENTS_WORDS = {
  'recipients-differ': {
    zh: text(
      '同一单写了不同的收件人',
      '收件信息表里这些订单有几行，收件人不一样，按第一行算。',
      '多半是改过地址或补发过；要看哪个对，到 ERP 里看这几单。',
    ),
    en: text(
      'several recipients of one order',
      'Rows of one order name different recipients; the first row counts.',
      'An address may have been changed, or goods sent again: look these orders up in the ERP.',
    ),
  },
  'recipients-unmatched': {
    zh: text(
      '收件信息对不上订单',
      '这些行的订单号和快递单号都不在订单文件里，没有用上。',
      '别的店、别的月份的单不用管；本来该有的，看看订单号是不是平台的号、有没有被 Excel 改过末几位。',
    ),
    en: text(
      'recipients of other orders',
      'Neither their order numbers nor their waybills stand in the order files; they were not used.',
      "Other shops' and months' rows are no matter; else see whether the numbers are the platform's own, unrounded.",
    ),
  },
} as const satisfies Partial<Record<ProblemCode, Both<ProblemText>>>;

/** How many rows there are, and of how many pay-later orders they tell. */
export const RECIPIENTS_READ: Both<(model: RecipientsModel) => string> = {
  zh: ({ rows, matchedOrders, payLaterOrders }) =>
    `收件信息表：${grouped(rows)} 行，对上先用后付 ${grouped(payLaterOrders)} 单中的 ${grouped(matchedOrders)} 单`,
  en: ({ rows, matchedOrders, payLaterOrders }) =>
    `recipients: ${plural(rows, 'row')}, telling of ${grouped(matchedOrders)} of ${plural(payLaterOrders, 'pay-later order')}`,
};
