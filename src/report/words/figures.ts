// The figures of a finding in words: what each is called, and its value in people's units.

import { formatDate, formatTime } from '../../core/dates.js';
import type { Evidence, EvidenceName } from '../../core/finding.js';
import { formatYuanGrouped } from '../../core/money.js';
import type { Param } from '../../rules/rule.js';
import { WORDS } from '../../rules/words.js';
import { type Both, grouped, plural } from './language.js';
import { valueText } from './parameters.js';

const FIGURE_NAMES: Readonly<Record<EvidenceName, Both>> = {
  outstanding: { zh: '未收货款', en: 'outstanding' },
  'list-amount': { zh: '成交金额', en: 'list amount' },
  limit: { zh: '界限', en: 'limit' },
  'typical-amount': { zh: '同款一般', en: 'usual amount' },
  total: { zh: '合计', en: 'together' },
  'days-past-due': { zh: '过了预计扣款日', en: 'past the expected debit' },
  'days-since-shipping': { zh: '发货后', en: 'since shipping' },
  holidays: { zh: '其间法定假日', en: 'public holidays among them' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  orders: { zh: '订单', en: 'orders' },
  buyers: { zh: '收货人', en: 'recipients' },
  people: { zh: '人', en: 'people' },
  districts: { zh: '区县', en: 'districts' },
  records: { zh: '数据行', en: 'rows' },
  share: { zh: '占比', en: 'share' },
  score: { zh: '关联分', en: 'score' },
  'due-date': { zh: '预计扣款日', en: 'expected debit' },
  'shipped-at': { zh: '发货', en: 'shipped' },
  'received-at': { zh: '收货', en: 'received' },
  'ordered-at': { zh: '下单', en: 'ordered' },
  'promised-at': { zh: '承诺发货', en: 'promised shipping' },
  'days-past-promise': { zh: '过了承诺发货', en: 'past the promised shipping' },
  'past-due-orders': { zh: '之前没到账的', en: 'earlier orders past due' },
  'open-orders': { zh: '其中待收', en: 'of them open' },
  'settled-orders': { zh: '之前已到账的', en: 'earlier orders collected' },
  'settled-median': { zh: '之前已到账的一般', en: 'usual amount of those collected' },
  'open-share': { zh: '占全部待收', en: 'share of all that is open' },
  'shipped-again-at': { zh: '又发货', en: 'shipped again' },
  'days-apart': { zh: '相隔', en: 'apart' },
  'with-waybill': { zh: '同商品有单号的占', en: 'of the same product have a waybill' },
  spread: { zh: '间隔相差', en: 'gaps differ by' },
  'number-date': { zh: '单号里的日期', en: 'date in its number' },
  'signed-at': { zh: '签收', en: 'signed for' },
  'shop-p95': { zh: '本店 95% 的单不超过', en: "95% of the shop's orders are at most" },
  waybill: { zh: '快递单号', en: 'waybill' },
  phone: { zh: '电话', en: 'phone' },
  note: { zh: '留言或备注里的字样', en: 'token of notes' },
  lockstep: { zh: '同时下单', en: 'orders in lockstep' },
  'phones-in-row': { zh: '连号的电话', en: 'phones in a row' },
  'accounts-in-row': { zh: '连号的账号', en: 'accounts in a row' },
  'pay-later-share': { zh: '先用后付占比至少', en: 'share of pay-later, at least' },
  'share-elsewhere': { zh: '本店别处占比', en: 'share elsewhere in the shop' },
  'item-share': { zh: '一个商品占', en: "one product's share" },
  address: { zh: '地址', en: 'address' },
  'missing-orders': { zh: '缺的订单', en: 'missing orders' },
  'missing-amount': { zh: '缺的金额', en: 'missing amount' },
  unproven: { zh: '其中待核实', en: 'of it unproven' },
  received: { zh: '已收货的应收', en: 'receivable of received orders' },
  'least-days': { zh: '最少', en: 'least' },
  'most-days': { zh: '最多', en: 'most' },
  collected: { zh: '已到账', en: 'collected' },
  'platform-part': { zh: '平台承担', en: 'platform part' },
  refunded: { zh: '已退款', en: 'refunded' },
  'refunded-orders': { zh: '其中退款', en: 'of them refunded' },
  'base-share': { zh: '本店占比', en: 'share in the whole shop' },
  receivable: { zh: '应收货款', en: 'receivable' },
  'buyer-part': { zh: '买家应付', en: 'buyer part' },
  compensation: { zh: '赔付', en: 'compensation' },
  'taken-back': { zh: '被扣回', en: 'taken back' },
  excess: { zh: '多出', en: 'too much by' },
  'closed-after-sales': { zh: '撤销或关闭的售后', en: 'after-sales withdrawn or closed' },
  'days-open': { zh: '售后开着', en: 'after-sale open for' },
  'first-ordered-at': { zh: '第一次下单', en: 'first ordered' },
  'last-refunded-at': { zh: '最后一次退款', en: 'last refunded' },
  'own-phone': { zh: '名单里的电话', en: 'phone on the list' },
  'own-account': { zh: '名单里的账号', en: 'account on the list' },
  amount: { zh: '金额', en: 'amount' },
  'amount-before': { zh: '较早的导出', en: 'in the earlier export' },
  'amount-now': { zh: '较晚的导出', en: 'in the later export' },
  'state-before': { zh: '较早的状态', en: 'state in the earlier export' },
  'state-now': { zh: '较晚的状态', en: 'state in the later export' },
  changed: { zh: '变了的', en: 'changed' },
  'night-orders': { zh: '夜间下单', en: 'at night' },
  'timed-orders': { zh: '有下单时刻的', en: 'with a time of day' },
  'round-orders': { zh: '没有优惠的整百金额', en: 'round hundreds without a discount' },
  'usual-count': { zh: '平常同一时段', en: 'usual at that hour' },
  'price-gap': { zh: '和标价算出来的差', en: 'off the listed prices by' },
  distance: { zh: '和首位数字规律的平均差', en: 'mean distance from the law of first digits' },
  'note-word': { zh: '留言或备注里的字样', en: 'word in a note' },
  'uncollected-orders': { zh: '其中没到账的', en: 'of them not collected' },
  provinces: { zh: '省份', en: 'provinces' },
  'such-orders': { zh: '其中这样的', en: 'such orders' },
  product: { zh: '商品', en: 'product' },
  'refunded-share': { zh: '先用后付退款率', en: 'refunded, pay-later' },
  'refunded-beside': { zh: '普通单退款率', en: 'refunded, ordinary' },
  'late-share': { zh: '逾期占比', en: 'late' },
  'late-beside': { zh: '别的商品逾期占比', en: 'late, other products' },
  'out-share': { zh: '货没回来占比', en: 'goods out' },
  'out-beside': { zh: '别的商品货没回来占比', en: 'goods out, other products' },
  'goods-out': { zh: '未退回货值', en: 'goods out, yuan' },
  'week-from': { zh: '一周的第一天', en: 'first day of the week' },
  booked: { zh: '最晚该到账', en: 'had to be in' },
  'usual-share': { zh: '之前 8 周一般', en: 'usual in the 8 weeks before' },
  bunching: { zh: '同额平均出现次数', en: 'mean repetition of an amount' },
  'own-address': { zh: '名单里的地址', en: 'address on the list' },
};

/** Parameters by their names: what each is called and in which unit. */
export type NamedParams = Readonly<Record<string, { readonly text: Both; readonly unit: Param['unit'] }>>;

/** A figure as `未收货款 5,999.00 元`; null where it is not known. */
export function figureText(evidence: Evidence, params: NamedParams): Both | null {
  const value = figureValue(evidence, params);
  // A link's value says itself what it is: `phone#1`.
  if (value === null || evidence.kind === 'link') return value;
  const param = evidence.kind === 'param' ? params[evidence.param] : undefined;
  const name = param?.text ?? FIGURE_NAMES[evidence.name];
  return param === undefined
    ? { zh: `${name.zh} ${value.zh}`, en: `${name.en} ${value.en}` }
    : { zh: `${name.zh}：${value.zh}`, en: `${name.en}: ${value.en}` };
}

function figureValue(evidence: Evidence, params: NamedParams): Both | null {
  switch (evidence.kind) {
    case 'amount':
      return known(evidence.fen, (fen) => same(formatYuanGrouped(fen), ' 元', ' yuan'));
    case 'days':
      return known(evidence.days, (days) => valueText(days, 'days'));
    case 'count':
      return known(evidence.count, (count) => same(grouped(count)));
    case 'ratio':
      return known(evidence.ratio, (ratio) => valueText(ratio, 'ratio'));
    case 'date':
      return known(evidence.day, (day) => same(formatDate(day)));
    case 'time':
      return known(evidence.seconds, (seconds) => same(formatTime(seconds).slice(0, 16)));
    case 'orders':
      return { zh: `${grouped(evidence.orders.length)} 单`, en: plural(evidence.orders.length, 'order') };
    case 'link':
      return {
        zh: `${evidence.key}#${evidence.ordinal}（${grouped(evidence.buyers)} 人 ${grouped(evidence.orders)} 单）`,
        en: `${evidence.key}#${evidence.ordinal} (${plural(evidence.buyers, 'person', 'people')}, ${plural(evidence.orders, 'order')})`,
      };
    case 'word':
      return WORDS[evidence.word];
    case 'term':
      return { zh: `「${evidence.term}」`, en: `“${evidence.term}”` };
    case 'param':
      return valueText(evidence.value, params[evidence.param]?.unit ?? 'factor');
  }
}

function known(value: number, words: (value: number) => Both): Both | null {
  return Number.isNaN(value) ? null : words(value);
}

function same(text: string, zh = '', en = ''): Both {
  return { zh: text + zh, en: text + en };
}
