// The words of the page.

import { formatYuanGrouped as yuan } from '../../core/money.js';
import type { Share } from '../model.js';
import { type Both, grouped, plural } from './language.js';

export const TITLES = {
  today: { zh: '今天先做', en: 'Today' },
  places: { zh: '钱在哪里', en: 'Where the money is' },
  notes: { zh: '还要补的、还要知道的', en: 'What would help, and what to know' },
  aging: { zh: '逾期分布', en: 'Aging' },
  weeks: { zh: '哪一周的单还没收回来', en: 'Still open, by the week of the order' },
  largest: { zh: '金额最大的', en: 'The largest' },
  groups: { zh: '关联订单组', en: 'Linked orders' },
  hubs: { zh: '公用地址、号码', en: 'Shared by many, not linked' },
  products: { zh: '按商品看', en: 'By product' },
  findings: { zh: '全部事项', en: 'All findings' },
  unseen: { zh: '这份文件看不出来的', en: 'What these files cannot show' },
  problems: { zh: '数据问题', en: 'Data problems' },
  settings: { zh: '这次用的设置', en: 'Settings in force' },
} as const satisfies Readonly<Record<string, Both>>;

export const SKIP: Both = { zh: '跳到全部事项', en: 'Skip to all findings' };
export const CONTENTS: Both = { zh: '目录', en: 'Contents' };

/** What can still be kept from being lost: not shipped yet, and on its way. */
export const SAVABLE: Both<(held: Share, way: Share) => string> = {
  zh: (held, way) =>
    `还来得及的 ${yuan(held.fen + way.fen)} 元：没发货 ${grouped(held.orders)} 单 ${yuan(held.fen)} 元，在路上 ${grouped(way.orders)} 单 ${yuan(way.fen)} 元`,
  en: (held, way) =>
    `${yuan(held.fen + way.fen)} yuan can still be saved: ${plural(held.orders, 'order')} not shipped, ${yuan(held.fen)}; ${plural(way.orders, 'order')} on the way, ${yuan(way.fen)}`,
};
export const MORE_ITEMS: Both<(items: number) => string> = {
  zh: (items) => `还有 ${grouped(items)} 件，在下面的「全部事项」里`,
  en: (items) => `${plural(items, 'more item')} under "All findings"`,
};

export const COLUMNS = {
  step: { zh: '建议处理', en: 'next step' },
  what: { zh: '订单', en: 'order' },
  amount: { zh: '涉及金额', en: 'yuan' },
  severity: { zh: '关注等级', en: 'severity' },
  stage: { zh: '当前环节', en: 'stage' },
  rule: { zh: '检查项', en: 'rule' },
  line: { zh: '说明', en: 'why' },
  bucket: { zh: '逾期区间', en: 'bucket' },
  orders: { zh: '单数', en: 'orders' },
  share: { zh: '占比', en: 'share' },
  proven: { zh: '证实没到账', en: 'proven' },
  unproven: { zh: '待核实', en: 'unproven' },
  week: { zh: '周一', en: 'Monday' },
  buyers: { zh: '几个人', en: 'people' },
  key: { zh: '公用的是', en: 'key' },
  ordered: { zh: '下单', en: 'ordered' },
  recipient: { zh: '收货人', en: 'recipient' },
  setting: { zh: '设置', en: 'setting' },
  value: { zh: '值', en: 'value' },
  source: { zh: '来自', en: 'from' },
  place: { zh: '环节', en: 'stage' },
} as const satisfies Readonly<Record<string, Both>>;

export const CHARTS = {
  aging: {
    zh: '从预计扣款日的次日算起；浅色的部分还没核实有没有到账',
    en: 'From the day after the expected debit; of the light part nothing tells yet whether it came in',
  },
  weeks: {
    zh: '按下单那一周，还没收回来的货款',
    en: 'Outstanding by the week in which the order was placed',
  },
  group: {
    zh: (orders: number, links: number) => `${orders} 单和 ${links} 条关联依据`,
    en: (orders: number, links: number) => `${orders} orders and ${links} links`,
  },
} as const;

export const FILTERS = {
  search: { zh: '搜索订单号、检查项、说明', en: 'search orders, rules, reasons' },
  all: { zh: '全部', en: 'all' },
  shown: { zh: '显示', en: 'shown' },
  more: { zh: '再显示 200 条', en: 'show 200 more' },
  copied: { zh: '已复制', en: 'copied' },
  hint: { zh: '点订单号就复制；点表头就排序', en: 'click an order number to copy it, a heading to sort' },
} as const satisfies Readonly<Record<string, Both>>;

export const CUT: Both<(findings: number) => string> = {
  zh: (findings) => `另有 ${grouped(findings)} 条没有列出来，见标注表和 JSON`,
  en: (findings) => `${plural(findings, 'further finding')} not listed: see the annotated copy and the JSON`,
};
export const AND_MORE: Both<(more: number) => string> = {
  zh: (more) => `另有 ${grouped(more)} 个`,
  en: (more) => `${grouped(more)} more`,
};
export const SOURCES: Readonly<Record<string, Both>> = {
  default: { zh: '默认', en: 'default' },
  flag: { zh: '命令行', en: 'command line' },
  file: { zh: '配置文件', en: 'configuration' },
  environment: { zh: '环境变量', en: 'environment' },
  data: { zh: '数据', en: 'data' },
  filename: { zh: '文件名', en: 'file name' },
};
