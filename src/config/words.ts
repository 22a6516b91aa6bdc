// What each part of a configuration is for, in both languages: for editors, for `init`, for messages.

import type { Both } from '../core/language.js';
import type { ListName } from '../core/lists.js';
import type { PlatformId } from '../platforms/types.js';
import type { Rule } from '../rules/rule.js';

export const SECTIONS = {
  all: { zh: 'bnpl-audit 的配置', en: 'the configuration of bnpl-audit' },
  large: { zh: '几个检查项共用的大额起点', en: 'the limit for large orders that several rules share' },
  late: {
    zh: '逾期检查项共用的两条线：前一项到这一天为止，后一项从次日起',
    en: 'the two lines that the rules on days past due share: one ends on this day, the next begins behind it',
  },
  links: { zh: '关联检查项共用的人数', en: 'what the rules about linked orders share' },
  rules: {
    zh: '检查项：写名字或代码（LU1）都行；一项后面只写 off 就不查，只写等级就固定为这个等级，依据不足的仍然最多到提示或中',
    en: 'the rules, by name or by code (LU1); a rule may be just off, or just a severity, which stays capped where the data are weak or unproven',
  },
  platforms: { zh: '各平台的天数，平台没有公布', en: "the platforms' days, which nobody publishes" },
  columns: {
    zh: '列名对应，和 --map 一样：字段: 文件里的列名',
    en: 'columns under other names, as --map: field: header in the file',
  },
  lists: {
    zh: '店铺自己的名单：一项写一段文字、一个人的几样信息，或 {file: 文件}（放在这份配置旁边的 .txt 或 .csv）；单都留在合计里',
    en: "the shop's lists: an item is a text, some of a person's cells, or {file: name} for a .txt or .csv beside this file; all orders stay in the totals",
  },
  audit: { zh: '命令行选项的默认值', en: 'defaults of options of the command line' },
  shops: {
    zh: '各店自己的设置：店铺 ID 或店名要和文件里的一样，只对这家店的订单有效',
    en: "settings of single shops, under the shop's id or name as it stands in the files; for its orders alone",
  },
  shop: { zh: '一家店的设置', en: 'settings of one shop' },
} as const satisfies Record<string, Both>;

export const LINK_BUYERS: Both = {
  zh: '同一电话、同一房号或一串从几个收货人起',
  en: 'so many recipients on one phone, on one room or in a chain',
};
export const BUCKETS: Both = {
  zh: '逾期区间的最后一天，从小到大；最后一档没有终点。只影响分布表和标注表，检查项的线在 late',
  en: 'last days of the aging buckets, ascending; the last one has no end. For tables and copies: lines of rules stand under late',
};
export const VERSION: Both = { zh: '配置格式的版本，现在是 1', en: 'version of the format, 1 by now' };
export const ENABLED: Both = { zh: '查不查', en: 'whether it is looked at' };
export const SEVERITY: Both = {
  zh: '固定的关注等级，auto 由数字决定',
  en: 'a fixed severity, auto leaves it to the figures',
};
export const AUTO_RECEIPT: Both = {
  zh: '发货后几天自动确认收货',
  en: 'days from shipping to automatic receipt',
};
export const GRACE: Both = {
  zh: '收货后几天是预计扣款日',
  en: 'days from receipt to the expected debit',
};
export const LAG: Both = {
  zh: '收货后几天内货款应该到账；auto 是从普通订单里学，学不到用平台的默认天数',
  en: "days from receipt to income; auto learns them from ordinary orders, else takes the platform's default",
};
export const PLATFORMS: Readonly<Record<PlatformId, Both>> = {
  pinduoduo: { zh: '拼多多', en: 'Pinduoduo' },
  kuaishou: { zh: '快手', en: 'Kuaishou' },
  generic: { zh: '其他表格', en: 'other tables' },
};
export const LISTS: Readonly<Record<ListName, Both>> = {
  phones: { zh: '知道没问题的电话，不拿来关联', en: 'phones known to be good: they link nobody' },
  addresses: {
    zh: '知道没问题的地址，不拿来关联；不写房号的，连里面的都算',
    en: 'addresses known to be good: they link nobody; without a room all in the building count',
  },
  'pickup-points': { zh: '知道的代收点，只提示', en: 'known pickup points: told as information only' },
  wholesale: {
    zh: '批发客户，按账号、电话，或姓名加电话：不查合计大额、分成几单和连续下单，不关联',
    en: 'wholesale buyers by account, phone, or name and phone: no totals, no split orders, no pace, no links',
  },
  staff: {
    zh: '员工、店铺、退货的电话、账号、地址：买家和它们相同的列出来（SE2）',
    en: 'phones, accounts, addresses of staff, shop and returns: orders that have one are told (SE2)',
  },
  tags: {
    zh: '商家备注里自己用的标记：这些单单独列小计（SE1）',
    en: "the shop's tags in its notes: these orders get a subtotal of their own (SE1)",
  },
  'pickup-words': { zh: '当地代收点的叫法', en: 'local words for pickup points' },
};
export const AUDIT = {
  lang: { zh: '语言', en: 'language' },
  'fail-on': {
    zh: '有这个等级或更高的事项就以 1 退出',
    en: 'exit 1 for findings of this severity or above',
  },
  'max-rejects': { zh: '最多容忍几行没读进来', en: 'rejected records that still exit 0' },
  'all-pay-later': { zh: '导出时已经只筛了先用后付', en: 'the exports were already filtered to pay-later' },
  'link-across-shops': { zh: '不同店铺的订单也一起关联', en: 'link orders of different shops too' },
  'escape-formulas': {
    zh: '标注表里，原文件中像公式的单元格前面加撇号',
    en: "guard the file's own cells against being formulas",
  },
} as const satisfies Record<string, Both>;

/** `LU1 单笔大额：…`. */
export function ofRule({ aliases, title, looks }: Rule): Both {
  const codes = aliases.join(' ');
  return { zh: `${codes} ${title.zh}：${looks.zh}`, en: `${codes} ${title.en}: ${looks.en}` };
}
