// Why a rule could not look, and what it takes to prove that no money came in: names and explanations.

import type { Gap } from '../../core/finding.js';
import type { ProofCondition } from '../../portfolio/proof.js';
import type { Both } from './language.js';

export const GAP_EXPLANATIONS: Readonly<Record<Gap, Both>> = {
  absent: {
    zh: '导出里没有这项检查要的列，相关的单没有查，不等于没问题。「这次没法查」里写着缺哪一列、有多少元没查全：导出时勾上这一列再跑一次。',
    en: 'The export lacks the column that the check needs: these orders were not looked at, which is not the same as clean. "Could not be checked" names the column and the yuan left unexamined; tick it in the export and run again.',
  },
  masked: {
    zh: '收货人、电话或地址打了码（如 138****1234），同一个人和不同的人分不清，所以不拿来关联。有没打码的导出（打单软件、ERP）就用它。',
    en: 'Recipient, phone or address are masked (as in 138****1234): one person cannot be told from another, so nothing is linked by them. Use an export in which they are plain (from printing or ERP software).',
  },
  blank: {
    zh: '列在，但这些单的格子是空的。',
    en: 'The column is there, but blank for these orders.',
  },
  unproven: {
    zh: '这项检查只说已经证明没到账的单，而这些单还没有账单证明。把缺的账单补上再跑。',
    en: 'The check speaks only of orders whose money is proven not to have come in, and no bill proves it for these. Add the missing bills and run again.',
  },
  'too-few': {
    zh: '可比的单不够：比如同款已到账的不到 30 单，或收货人分不清是不是同一个人。多导几天的订单，或换没打码的导出。',
    en: 'Too little to compare with: fewer than 30 settled orders of the same item, say, or recipients that cannot be told apart. Export more days, or an export that is not masked.',
  },
};

export const CONDITION_NAMES: Readonly<Record<ProofCondition, Both>> = {
  'no-bills': { zh: '没有账单', en: 'no bills' },
  coverage: { zh: '账单没盖住', en: 'not covered' },
  control: { zh: '普通订单对不上', en: 'control group fails' },
  'none-settled': { zh: '没有一单先用后付到账', en: 'no pay-later income' },
  'other-shop': { zh: '另一家店的账单', en: "another shop's bills" },
};

export const CONDITION_EXPLANATIONS: Readonly<Record<ProofCondition, Both>> = {
  'no-bills': {
    zh: '没有给账单（拼多多货款明细、快手账单），到没到账只能是待核实。用 --bills 给出盖住发货到扣款那些天的账单。',
    en: 'No bill was given (货款明细 of Pinduoduo, 账单 of Kuaishou): whether the money came in is unproven. Give the bills of the days from shipping to debit with --bills.',
  },
  coverage: {
    zh: '要证明一单没到账，账单必须盖住它从发货到扣款再加到账所需天数的每一天；缺一天，钱就可能在那一天里。报告写着缺哪几天。',
    en: 'To prove that an order is uncollected the bills must cover every day from its shipping to the debit and the days that money takes to arrive; with one day missing it may have come on that day. The report names the missing days.',
  },
  control: {
    zh: '检验账单全不全：该到账的普通订单至少 30 单，98% 要在账单里找得到。对不上说明少了一个账户或一段时间，那就不能说别的单没到账。',
    en: 'Are the bills whole? Of ordinary orders whose money must have come there have to be 30, and 98% of them must stand in the bills. Where they do not, an account or some days are missing, and nothing can be said of the others.',
  },
  'none-settled': {
    zh: '普通订单都在账单里，先用后付却一单也没有：收先用后付货款的那个账户多半没有导出来。把它的账单也给出来。',
    en: 'The ordinary orders stand in the bills, but not one pay-later order does: the account that receives their money is probably missing. Add its bill.',
  },
  'other-shop': {
    zh: '账单里的店铺编号和订单的不一样：换成同一家店的账单。',
    en: "The bills carry another shop's number than the orders: take the bills of the same shop.",
  },
};
