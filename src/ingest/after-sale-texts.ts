// What the texts of an after-sales row say: its state, its kind, whether goods are on their way back, who asked.

import type { AfterSaleType } from '../core/after-sales-book.js';
import type { AfterSaleState } from '../core/status.js';
import { AFTER_SALE_ROW_STATES, AFTER_SALE_ROW_TYPES } from '../platforms/common.js';
import { comparable } from './states.js';

const compared = <T>(table: Readonly<Record<string, T>>): ReadonlyMap<string, T> =>
  new Map(Object.entries(table).map(([text, value]) => [comparable(text), value]));
const STATES = compared(AFTER_SALE_ROW_STATES);
const TYPES = compared(AFTER_SALE_ROW_TYPES);

/** A remark in brackets at the end says more of the same. */
const REMARK = /\([^()]{1,20}\)$/;

// A state is a short sentence of one or two clauses, and its end says how things stand: 驳回退款，待买家处理 is open,
// 平台拒绝退款，退款关闭 is not. What no list knows is read by that end alone; anything else is unknown.
const ENDS_CLOSED = /(?:关闭|失败|撤销|取消)$/;
const ENDS_REFUNDED = /(?<![未没不非待无])退款成功$/;
const ENDS_OPEN =
  /(?:待[^待]{0,6}(?:处理|同意|审核|确认|完成|发货|退货|寄回|收货|签收|验货|拒收|召回|补寄|换货|维修|退款|举证)|(?:处理|退款|审核|退货|换货|维修)中|介入中?|(?:买家|用户|消费者)已(?:退货|发货|寄回))$/;
/** Endings without a refund whose word stands elsewhere: 已撤销退款, 买家取消售后申请, 已驳回. */
const SAYS_CLOSED = /撤销|取消|失败|关闭|驳回/;

/**
 * The state that a row's 售后状态 stands for; null for a blank cell and for a text that is not known. The caller takes
 * these for open: an after-sale stops the clock until something says that it ended, for a reminder to a buyer who waits
 * for an answer does harm, and a day that is counted later does not.
 */
export function readRowState(text: string): AfterSaleState | null {
  const key = comparable(text).replace(REMARK, '');
  if (key === '') return null;
  const known = STATES.get(key);
  if (known !== undefined) return known;
  if (ENDS_CLOSED.test(key)) return 'closed';
  if (ENDS_OPEN.test(key)) return 'open';
  const isClosed = SAYS_CLOSED.test(key);
  if (ENDS_REFUNDED.test(key)) return isClosed ? null : 'refunded';
  return isClosed && !key.includes('退款成功') ? 'closed' : null;
}

/** Where the goods are stands before the kind in some exports: 未发货仅退款. */
const SHIPPED_OR_NOT = /^(?:未|已)(?:发货|收货|收到货)/;

/** The kind that a row's 退款类型 stands for: `none` for a blank cell, `other` for a text that is not known. */
export function readRowType(text: string): AfterSaleType {
  const key = comparable(text).replace(REMARK, '').replace(SHIPPED_OR_NOT, '');
  return key === '' ? 'none' : (TYPES.get(key) ?? 'other');
}

/** So that 未退回, 待买家退货, 无需退货 and 尚未揽收 say nothing: the word stands behind one of these, in one clause. */
const NOT = '(?<![未没无不非待需请可][^，。；,;]{0,4})';
/** The parcel was not taken, or is called back. */
const REFUSED = '拒收|退签|拒签|派件失败|投递失败|拦截成功';
/** Money goes back too: 退回差价. */
const GONE_BACK = '退回(?!.{0,4}(?:款|钱|差价|费|金额|余额|优惠))|退货中|已退货|(?:已|正在)寄回';
const IN_FREE_TEXT = new RegExp(`${NOT}(?:${REFUSED}|${GONE_BACK})`);
/** In the cell about the return parcel itself, every movement of it is one of the goods. */
const OF_THE_RETURN = new RegExp(
  `${NOT}(?:${REFUSED}|${GONE_BACK}|签收|揽收|揽件|运输|在途|派送|派件|妥投|入库|验收|已收货|已发货|已发出|到达)`,
);

/** Whether 退货物流状态 says that the goods are on their way back, or came back. */
export function saysReturning(logistics: string): boolean {
  return OF_THE_RETURN.test(logistics);
}

/** The same of a reason or a remark, which speak of the outbound parcel and of money as well: 签收 says nothing there. */
export function mentionsReturn(text: string): boolean {
  return IN_FREE_TEXT.test(text);
}

const MINOR = /(?<![非不]是?)未成年/;

/** Whether the reason says that a child had ordered. */
export function saysMinor(reason: string): boolean {
  return MINOR.test(reason);
}

/** A sentence of the platform's in place of a row: `3个月前…仅支持在页面查看`. */
const NOTICE = /仅支持在?页面查看|[3三]个月(?:前|以前|之前)的?(?:售后|数据|订单)/;

export function isNotice(line: string): boolean {
  return NOTICE.test(line);
}
