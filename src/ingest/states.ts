// Reads the cells of 订单状态 and 售后状态: tolerant of punctuation and width, strict about words.

import type { AfterSaleState, OrderState } from '../core/status.js';
import type { OrdersFormat } from '../platforms/types.js';

interface StateTables {
  readonly states: ReadonlyMap<string, OrderState>;
  readonly afterSales: ReadonlyMap<string, AfterSaleState>;
}

const TABLES = new WeakMap<OrdersFormat, StateTables>();
const NOT_COMPARED = /[\s\p{Cc}\p{Cf},、]/gu;

/** Remarks may follow these (`已发货，待收货(部分发货)`), but none that says that the sale is undone. */
const SHIPPED = /^已发货待(?:收货|签收)/u;
const UNDONE = /退|取消|关闭/u;

/** An after-sale that ended without a refund, in whatever words; 退款成功 among them makes it unclear. */
const ENDED = /撤销|取消|失败|关闭|驳回/u;

/** The text as it is compared: half-width, lower case, without blanks and commas. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(NOT_COMPARED, '').toLowerCase();
}

function tablesOf(format: OrdersFormat): StateTables {
  const known = TABLES.get(format);
  if (known !== undefined) return known;
  const tables = {
    states: new Map(Object.entries(format.states).map(([text, state]) => [comparable(text), state])),
    afterSales: new Map(
      Object.entries(format.afterSaleStates).map(([text, state]) => [comparable(text), state]),
    ),
  };
  TABLES.set(format, tables);
  return tables;
}

/**
 * The state that an order's text stands for; null when the text is blank or unknown: the caller then infers it
 * from the times and tells the text. A half-width or missing comma, blanks, TABs and full-width letters do no harm.
 */
export function readOrderState(format: OrdersFormat, text: string): OrderState | null {
  const key = comparable(text);
  const exact = tablesOf(format).states.get(key);
  if (exact !== undefined) return exact;
  return SHIPPED.test(key) && !UNDONE.test(key) ? { phase: 'shipped', refunded: false } : null;
}

/**
 * The state that an after-sale's text stands for; blank is `none`, null is unknown. What stands for an empty cell
 * in an export (`-`, `--`, `/`, `null`) is blank only to the caller, who has to turn it into the empty text.
 */
export function readAfterSaleState(format: OrdersFormat, text: string): AfterSaleState | null {
  const key = comparable(text);
  if (key === '') return 'none';
  const exact = tablesOf(format).afterSales.get(key);
  if (exact !== undefined) return exact;
  return ENDED.test(key) && !key.includes('退款成功') ? 'closed' : null;
}
