// How Kuaishou's account flow (动账, 安心钱包账务明细) looks, and what each of its types of row means.
//
// Sources, each with its confidence (H several that agree, M one good one, L weak):
// - Header row 账务流水号, 关联业务单号, 入账时间, 账务方向, 发生额（元）, 期末余额（元）, 业务类型, 描述, 备注: a parser of
//   merchants' exports lists it and reads the direction from 账务方向 or 财务方式 (M). The account's own help calls the
//   filter 财务方向 (L). The open API's account statement (open.funds.financial.pingan.bill) has the same nine fields,
//   as an ERP documents them (H for what the columns mean).
// - 收 and 支 as directions, amounts without a sign in both (M); the API's 1 收入 and 2 支出 (H).
// - 关联业务单号 of a row about an order is its number (H: the ERP calls the field 平台订单号, the parser joins by it); of a
//   withdrawal it is not. A text may name the order as 快手电商订单编号 (M).
// - The types are the words of the API's list, which exists in two wordings (H); that the export writes these words rests
//   on one parser that skips 资金冻结 (M). The list knows no advance: 先用后付, 垫付 and 垫资 can stand in the texts only.
// - 货款结算 pays out what is left of the income after fees and commissions, which are shared out before: later rows give
//   them back one by one, and the API calls its statement of goods this account's rows with the items charged (M).
// The 超售后期账单 (open.funds.financial.bill.post.sales.list) is known by its name and by 退款完成时间 as its period only:
// no public source has its columns, so it is not read. Its refunds stand in this account as 结算后退款.

import type { BillClass } from '../core/bill-book.js';
import type { BillFormat } from './types.js';

/** What a type of row means. `isLinked`: its 关联业务单号 may be an order's number. */
export interface AccountType {
  readonly kind: BillClass;
  readonly isLinked: boolean;
}

const of = (kind: BillClass, isLinked = true): AccountType => ({ kind, isLinked });
/** Between the shop's own accounts, or held there for a while. */
const MOVED = of('transfer', false);

export const kuaishouAccountFlow = {
  platform: 'kuaishou',
  kind: 'bill',
  book: 'account',
  required: [
    ['关联业务单号'],
    ['入账时间'],
    ['账务方向', '财务方式', '财务方向'],
    ['发生额(元)', '发生额'],
    ['业务类型'],
    ['账务流水号', '期末余额(元)', '期末余额'],
  ],
  headers: [
    ...['账务流水号', '关联业务单号', '入账时间', '账务方向', '财务方式', '财务方向', '发生额(元)', '发生额'],
    ...['期末余额(元)', '期末余额', '业务类型', '描述', '备注'],
  ],
  columns: {
    order_id: ['关联业务单号'],
    time: ['入账时间'],
    direction: ['账务方向', '财务方式', '财务方向'],
    amount: ['发生额(元)', '发生额'],
    type: ['业务类型'],
    description: ['描述'],
    remark: ['备注'],
  },
  /** 账务方向 → the sign of its amounts. */
  directions: { 收: 1, 收入: 1, 支: -1, 支出: -1 },
  /** 业务类型, exactly; the direction decides whether money came or went, a type's failure is its way back. */
  types: {
    货款结算: of('payout'),
    补结算: of('payout-extra'),
    差额结算: of('payout-extra'),
    结算后退款: of('refund-buyer'),
    结算后退款失败: of('refund-buyer'),
    退款失败: of('refund-buyer'),
    补贴扣除: of('refund-platform'),
    补贴扣除失败: of('refund-platform'),
    补差退回: of('refund-platform'),
    补差退回失败: of('refund-platform'),
    '佣金/技术服务费返还': of('fee'),
    佣金返还: of('fee'),
    分账退回: of('fee'),
    余额提现: MOVED,
    余额提现失败: MOVED,
    提现失败: MOVED,
    资金转账: MOVED,
    资金转账失败: MOVED,
    资金冻结: MOVED,
    资金解冻: MOVED,
    资金临时解冻: MOVED,
    扣减前临时解冻: MOVED,
    // What is taken for, or given for, stands in the texts only.
    资金扣减: of('other'),
    资金扣减失败: of('other'),
    资金扣减回退: of('other'),
    资金解冻并扣款: of('other'),
    资金转入: of('other'),
    资金转入回退: of('other'),
  },
} as const satisfies BillFormat & {
  readonly directions: Readonly<Record<string, 1 | -1>>;
  readonly types: Readonly<Record<string, AccountType>>;
};
