// Words of findings: severities, strengths, next steps, the sentences around them.

import { dayOf, formatDate, formatTime } from '../../core/dates.js';
import type { Gap, Need, NextStep, Severity, Strength } from '../../core/finding.js';
import type { Both } from '../../core/language.js';
import type { KeyKind } from '../../core/link-kinds.js';
import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { HubModel } from '../findings.js';
import { grouped, plural } from './language.js';

export const SEVERITY_NAMES: Readonly<Record<Severity, Both>> = {
  info: { zh: '提示', en: 'info' },
  low: { zh: '低', en: 'low' },
  medium: { zh: '中', en: 'medium' },
  high: { zh: '高', en: 'high' },
  critical: { zh: '紧急', en: 'critical' },
};

export const STRENGTH_NAMES: Readonly<Record<Strength, Both>> = {
  weak: { zh: '仅供参考', en: 'weak' },
  moderate: { zh: '一般', en: 'moderate' },
  strong: { zh: '充分', en: 'strong' },
};

export const STEP_NAMES: Readonly<Record<NextStep, Both>> = {
  hold: { zh: '先核实再发', en: 'hold' },
  intercept: { zh: '问平台拦截', en: 'intercept' },
  platform: { zh: '找平台客服', en: 'platform' },
  remind: { zh: '平台内提醒', en: 'remind' },
  wait: { zh: '观察', en: 'wait' },
  provision: { zh: '会计处理', en: 'provision' },
  review: { zh: '人工核对', en: 'review' },
  none: { zh: '不用处理', en: 'none' },
};

/** The neutral text of a reminder; never another one. */
export const REMINDER = (order: string): Both => ({
  zh: `您好，您的订单 ${order} 目前显示还没有扣款成功。方便时请在 App 的订单页看一下付款状态；如果已经付款或正在处理售后，请忽略这条消息。谢谢！`,
  en: `Hello, your order ${order} currently shows that the payment has not gone through. When convenient, please look at its payment state on the order page of the app; if you have paid already or an after-sale is open, please ignore this message. Thank you.`,
});

/** A next step as a whole instruction. `deadline`: civil seconds, NaN without; `order`: the number of the order. */
export function stepText(step: NextStep, order: string, deadline: number): Both {
  const has = !Number.isNaN(deadline);
  switch (step) {
    case 'hold': {
      const until = has ? formatTime(deadline).slice(0, 16) : '';
      return {
        zh: `先核实再发：平台内聊天核对需求和地址；${has ? `${until} 前要决定，` : ''}超时可能算延迟发货，直接拒发可能算缺货`,
        en: `Hold: check need and address in the platform's chat${has ? `; decide before ${until}` : ''}; later may count as late shipment, refusing outright as out of stock`,
      };
    }
    case 'intercept':
      return {
        zh: '先问平台客服能不能拦截；没有退款申请就自行拦截，可能被判虚假发货；拦截费一般由店铺付',
        en: "Ask the platform first whether the parcel can be intercepted; doing so without a refund request may be judged false shipment; the shop usually pays the carrier's fee",
      };
    case 'platform':
      return {
        zh: `联系平台客服，附申诉材料：bnpl-audit evidence ${order === '' ? '订单号' : order}`,
        en: `Contact the platform's support with the evidence pack: bnpl-audit evidence ${order === '' ? 'ORDER' : order}`,
      };
    case 'remind':
      return {
        zh: `可在平台内聊天提醒一次；不打电话、不发短信、不要求转账或扫码：「${REMINDER(order).zh}」`,
        en: `One reminder in the platform's chat is possible; no calls, no text messages, no request to transfer or scan: "${REMINDER(order).en}"`,
      };
    case 'wait':
      return has
        ? {
            zh: `观察，${formatDate(dayOf(deadline))} 后再看`,
            en: `Wait; look again after ${formatDate(dayOf(deadline))}`,
          }
        : { zh: '观察', en: 'Wait' };
    case 'provision':
      return { zh: '会计：按所用准则处理坏账', en: 'Accounting: provide for it by the standard in use' };
    case 'review':
      return { zh: '人工核对', en: 'Check by hand' };
    case 'none':
      return { zh: '不用处理', en: 'Nothing to do' };
  }
}

export const TODAY_TITLE: Both<(items: number, isAll: boolean) => string> = {
  zh: (items, isAll) =>
    `今天先做（还来得及的排前面，共 ${grouped(items)} 件${isAll ? '' : '，全部见标注表'}）`,
  en: (items, isAll) =>
    `Today (what can still be saved comes first; ${plural(items, 'item')}${isAll ? '' : ', all in the annotated copy'})`,
};
export const TODAY_WITHOUT_BILL: Both<(items: number) => string> = {
  zh: (items) => `今天先做（不用等货款明细也能做的，共 ${grouped(items)} 件）`,
  en: (items) => `Today (what need not wait for a bill; ${plural(items, 'item')})`,
};
export const TODAY_MORE: Both<(more: number, critical: number) => string> = {
  zh: (more, critical) =>
    `还有 ${grouped(more)} 件${critical > 0 ? `，其中紧急 ${grouped(critical)} 件` : ''}：标注表按「核查_建议处理」筛选，或加 --verbose`,
  en: (more, critical) =>
    `${plural(more, 'more item')}${critical > 0 ? `, ${grouped(critical)} of them critical` : ''}: filter the annotated copy by its next step, or add --verbose`,
};

/** `关联订单组 G1（5 单）`. */
export const GROUP: Both<(number: number, orders: number) => string> = {
  zh: (number, orders) => `关联订单组 G${number}（${grouped(orders)} 单）`,
  en: (number, orders) => `group G${number} (${plural(orders, 'order')})`,
};
/** Several parcels that can still be held: the sentence, and the first of their promised times. */
export const FIRST_DEADLINE: Both<(line: string, seconds: number) => string> = {
  zh: (line, seconds) => `${line}，最早 ${formatTime(seconds).slice(5, 16)} 前要发货`,
  en: (line, seconds) => `${line}; first to ship before ${formatTime(seconds).slice(5, 16)}`,
};
/** An order's number, or the first of several. */
export const ORDERS_FROM: Both<(order: string, orders: number) => string> = {
  zh: (order, orders) => (orders === 1 ? order : `${order} 等 ${grouped(orders)} 单`),
  en: (order, orders) => (orders === 1 ? order : `${order} and ${grouped(orders - 1)} more`),
};
export const MORE_GROUPS: Both<(more: number) => string> = {
  zh: (more) => `还有 ${grouped(more)} 组：加 --verbose`,
  en: (more) => `${plural(more, 'more group')}: add --verbose`,
};

/** Findings, but nothing that must be done today. */
export const NOTHING_TODAY: Both<(findings: number) => string> = {
  zh: (findings) => `今天没有必须马上做的；要核实的事项 ${grouped(findings)} 件，见标注表`,
  en: (findings) => `Nothing must be done today; ${plural(findings, 'finding')} in the annotated copy`,
};
/** No finding at all. */
export const NOTHING_FOUND: Both<(ran: number, couldNot: number) => string> = {
  zh: (ran, couldNot) =>
    couldNot === 0
      ? `能查的 ${ran} 项检查里没有要处理的`
      : `能查的 ${ran} 项检查里没有要处理的；还有 ${couldNot} 项没法查（见下），不等于都没问题`,
  en: (ran, couldNot) =>
    couldNot === 0
      ? `Nothing to act on in the ${plural(ran, 'check')} that could run`
      : `Nothing to act on in the ${plural(ran, 'check')} that could run; ${couldNot} could not (below), which does not mean that all is well`,
};

export const CLUSTERS_TITLE: Both = {
  zh: '关联订单组（几单用了同一个电话、地址或单号；不等于同一个人，请先核实）',
  en: 'Linked orders (one phone, address or waybill; not proof of one person, check first)',
};
export const CLUSTER_CAUTION: Both = {
  zh: '几单用了同一个电话、地址或单号，不等于同一个人，也不说明有过错；家人、同事、代收点、送礼都会这样。',
  en: 'Orders that share a phone, an address or a waybill are not one person and prove no fault: families, colleagues, pickup points and gifts do the same.',
};
export const KEY_NAMES: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '同一电话', en: 'one phone' },
  room: { zh: '同一地址', en: 'one address' },
  pickup: { zh: '同一代收点', en: 'one pickup point' },
  waybill: { zh: '同一单号', en: 'one waybill' },
  payer: { zh: '同一付款电话', en: "one payer's phone" },
  masked: { zh: '打码后相同', en: 'alike when masked' },
  note: { zh: '留言或备注里同一字样', en: 'one token in notes' },
  jigged: { zh: '地址相近', en: 'addresses alike' },
  lockstep: { zh: '同时买同样的商品', en: 'the same items at the same time' },
};
export const CLUSTER_SIZE: Both<(orders: number, buyers: number) => string> = {
  zh: (orders, buyers) => `${grouped(orders)} 单 ${grouped(buyers)} 个收货人`,
  en: (orders, buyers) => `${plural(orders, 'order')}, ${plural(buyers, 'recipient')}`,
};
/** How close together a cluster's orders were placed: in the largest unit that fits. */
export function spanText(seconds: number): Both {
  const minutes = Math.max(1, Math.ceil(seconds / 60));
  if (minutes < 120) return { zh: `${minutes} 分钟内下单`, en: `within ${plural(minutes, 'minute')}` };
  const hours = Math.ceil(seconds / 3600);
  if (hours < 72) return { zh: `${hours} 小时内下单`, en: `within ${plural(hours, 'hour')}` };
  const days = Math.ceil(seconds / 86_400);
  return { zh: `${days} 天内下单`, en: `within ${plural(days, 'day')}` };
}

/** A key that does not link, by what it is. */
const HUB_NAMES: Readonly<Record<KeyKind, Both>> = {
  phone: { zh: '公用号码', en: 'Shared number' },
  room: { zh: '公用地址', en: 'Shared address' },
  pickup: { zh: '公用地址', en: 'Shared address' },
  waybill: { zh: '公用单号', en: 'Shared waybill' },
  payer: { zh: '公用付款电话', en: "Shared payer's phone" },
  masked: { zh: '打码后相同的收货人', en: 'Recipients alike when masked' },
  note: { zh: '留言或备注里同一字样', en: 'One token in many notes' },
  jigged: { zh: '写法相近的地址', en: 'Addresses written alike' },
  lockstep: { zh: '同时下的单', en: 'Orders at the same time' },
};
const HUB_REASONS: Readonly<Record<HubModel['reason'], Both>> = {
  cap: { zh: '人太多，没有用来关联', en: 'too many people, not used to link' },
  pickup: { zh: '人太多，没有用来关联', en: 'too many people, not used to link' },
  pool: { zh: '多人轮用的虚拟号，没有用来关联', en: 'a pool that strangers use in turn, not used to link' },
  listed: { zh: '在店铺的名单上，没有用来关联', en: 'on a list of the shop, not used to link' },
};
export const HUBS: Both<(hub: HubModel) => string> = {
  zh: ({ kind, reason, shown, buyers, orders, outstandingFen: fen }) => {
    const figures = [`${grouped(buyers)} 人`, `${grouped(orders.length)} 单`, `${yuan(fen)} 元`];
    const all = shown === '' ? figures : [shown, ...figures];
    return `${HUB_NAMES[kind].zh}：${all.join(' ')}，${HUB_REASONS[reason].zh}`;
  },
  en: ({ kind, reason, shown, buyers, orders, outstandingFen: fen }) => {
    const people = plural(buyers, 'person', 'people');
    const figures = [people, plural(orders.length, 'order'), `${yuan(fen)} yuan`];
    const all = shown === '' ? figures : [shown, ...figures];
    return `${HUB_NAMES[kind].en}: ${all.join(', ')}; ${HUB_REASONS[reason].en}`;
  },
};

/** What a file would have to hold for a check, as a short noun. */
export const NEED_NAMES: Readonly<Record<Need, Both>> = {
  recipients: { zh: '收货人、电话、地址', en: 'recipients, phones, addresses' },
  waybill: { zh: '快递单号', en: 'waybills' },
  'promised-time': { zh: '承诺发货时间', en: 'the promised shipping time' },
  'shipping-time': { zh: '发货时间', en: 'the shipping time' },
  'receipt-time': { zh: '确认收货时间', en: 'the receipt time' },
  'order-time': { zh: '下单时间', en: 'the order time' },
  product: { zh: '商品', en: 'the product' },
  district: { zh: '省市区', en: 'province, city, district' },
  warehouse: { zh: '仓库地址', en: "the warehouse's address" },
  review: { zh: '审核状态', en: 'the review state' },
  'list-price': { zh: '商品单价或总价', en: 'the price of the goods' },
  quantity: { zh: '商品数量', en: 'the number of pieces' },
  discounts: { zh: '优惠金额', en: 'the discounts' },
  'pay-state': { zh: '付款状态', en: 'the payment state' },
  'seller-note': { zh: '商家备注', en: "the seller's note" },
  'buyer-note': { zh: '买家留言或商家备注', en: "the buyer's or the seller's note" },
  promoter: { zh: '推广达人', en: 'the promoter' },
  'earlier-export': { zh: '同一单的两份导出', en: 'two exports of one order' },
  accounts: { zh: '买家账号', en: "the buyers' accounts" },
  tracking: { zh: '物流信息或售后单', en: 'the logistics or an after-sales export' },
  'after-sales': { zh: '售后单', en: 'an after-sales export' },
  bills: { zh: '货款明细或结算单', en: 'a bill or settlement' },
  proof: { zh: '到没到账的凭据', en: 'proof of what came in' },
};

export const GAP_NAMES: Readonly<Record<Gap, Both>> = {
  absent: { zh: '没有这一列', en: 'no such column' },
  masked: { zh: '打了码', en: 'masked' },
  blank: { zh: '是空的', en: 'blank' },
  unproven: { zh: '还没法证明', en: 'not proven' },
  'too-few': { zh: '可比的太少', en: 'too few to compare' },
};

/** Behind what a file lacks: the yuan of open orders that a check would have looked at. */
export const UNEXAMINED: Both<(fen: number) => string> = {
  zh: (fen) => `；${yuan(fen)} 元没有查全`,
  en: (fen) => `; ${yuan(fen)} yuan unexamined`,
};
export const MASKED: Both<(rules: number, fen: number) => string> = {
  zh: (rules, fen) => `收货人、电话、地址打了码：${rules} 项检查没法查；${yuan(fen)} 元没有查全`,
  en: (rules, fen) =>
    `Recipients, phones, addresses are masked: ${plural(rules, 'check')} not evaluated; ${yuan(fen)} yuan unexamined`,
};
/** Open orders of a file with these columns that have nothing in them. */
export const BLANK_RECIPIENTS: Both<(orders: number, rules: number, fen: number) => string> = {
  zh: (orders, rules, fen) =>
    `${grouped(orders)} 单的收货人、电话、地址是空的：${rules} 项检查没查这些单；${yuan(fen)} 元没有查全`,
  en: (orders, rules, fen) =>
    `Recipients, phones, addresses are blank on ${plural(orders, 'open order')}: ${plural(rules, 'check')} not evaluated there; ${yuan(fen)} yuan unexamined`,
};
/** Checks that could not run, and what they lack. */
export const REST_ITEM: Both<(titles: string, why: string, isColumn: boolean) => string> = {
  zh: (titles, why, isColumn) => `${titles}（${isColumn ? '缺' : ''}${why}）`,
  en: (titles, why, isColumn) => `${titles} (${isColumn ? 'needs ' : ''}${why})`,
};
/** In place of the names of so many checks. */
export const MANY_CHECKS: Both<(checks: number) => string> = {
  zh: (checks) => `${checks} 项检查`,
  en: (checks) => `${checks} checks`,
};
export const REST: Both<(items: string) => string> = {
  zh: (items) => `还有没法查的：${items}`,
  en: (items) => `Not evaluated either: ${items}`,
};
