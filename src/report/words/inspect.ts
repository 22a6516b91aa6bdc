// The words of what `inspect` shows, in both languages.

import type { ColumnSummary, InputSummary } from '../model.js';
import { type Both, grouped, plural } from './language.js';

type Phrase<A extends readonly unknown[]> = Both<(...args: A) => string>;

export const FORMAT: Phrase<[platform: string, kind: string, template: string | null]> = {
  zh: (platform, kind, template) => `${platform} ${kind}导出${template === null ? '' : `（${template}）`}`,
  en: (platform, kind, template) => `${platform} ${kind} export${template === null ? '' : ` (${template})`}`,
};

export const LABELS = {
  why: { zh: '为什么', en: 'why' },
  encoding: { zh: '编码', en: 'encoding' },
  delimiter: { zh: '分隔符', en: 'delimiter' },
  lineEnds: { zh: '换行', en: 'line ends' },
  header: { zh: '表头', en: 'header' },
  rows: { zh: '行', en: 'rows' },
  size: { zh: '大小', en: 'size' },
  orders: { zh: '订单', en: 'orders' },
  payLater: { zh: '先用后付', en: 'pay-later' },
  times: { zh: '时间', en: 'times' },
  exported: { zh: '导出时间', en: 'exported' },
} as const satisfies Record<string, Both>;

export const WHY: Phrase<[known: number, all: number]> = {
  zh: (known, all) => `${grouped(all)} 个列名里认识 ${grouped(known)} 个`,
  en: (known, all) => `${grouped(known)} of ${plural(all, 'header')} are known`,
};
export const NO_TEMPLATE: Both = {
  zh: '和已知的模板都不完全一样，按列名读',
  en: 'no known template, read by its headers',
};
export const BOM: Phrase<[boolean]> = {
  zh: (bom) => (bom ? '有 BOM 标记' : '没有 BOM 标记'),
  en: (bom) => (bom ? 'with BOM' : 'without BOM'),
};
export const SEP_LINE: Both = { zh: '首行写了 sep=', en: 'told by a sep= line' };
export const LINE_END: Phrase<[kind: string, records: number]> = {
  zh: (kind, records) => `${kind} ${grouped(records)} 行`,
  en: (kind, records) => `${kind} on ${plural(records, 'row')}`,
};
export const HEADER_ROW: Phrase<[row: number]> = {
  zh: (row) => `第 ${row} 行`,
  en: (row) => `row ${row}`,
};
export const SIZE: Phrase<[bytes: number]> = {
  zh: (bytes) => `${grouped(bytes)} 字节`,
  en: (bytes) => plural(bytes, 'byte'),
};

type RecordCounts = NonNullable<InputSummary['records']>;

export const ROW_KINDS: Readonly<Record<keyof RecordCounts, Phrase<[count: number]>>> = {
  audited: { zh: (n) => `读进来 ${grouped(n)}`, en: (n) => `${grouped(n)} read` },
  rejected: { zh: (n) => `没读进来 ${grouped(n)}`, en: (n) => `${grouped(n)} rejected` },
  blank: { zh: (n) => `空行 ${grouped(n)}`, en: (n) => `${grouped(n)} blank` },
  header: { zh: (n) => `表头 ${grouped(n)}`, en: (n) => `${grouped(n)} header` },
  preamble: { zh: (n) => `表头前的说明 ${grouped(n)}`, en: (n) => `${grouped(n)} above the header` },
  footer: { zh: (n) => `合计等尾行 ${grouped(n)}`, en: (n) => `${grouped(n)} footer` },
};
export const ONLY_RECOGNISED: Both = {
  zh: '认出来了；inspect 只看订单和售后单的内容，货款明细、结算单和动账明细在核对时用 --bills 读，收件信息表用 --recipients 读',
  en: 'known by its header; inspect looks into orders and after-sales only, bills are read by an audit with --bills, tables of recipients with --recipients',
};

export const EVENTS: Phrase<[first: string, latest: string]> = {
  zh: (first, latest) => `${first} 至 ${latest}（下单、付款、发货、收货）`,
  en: (first, latest) => `${first} to ${latest} (ordered, paid, shipped, received)`,
};
export const AFTER_SALE_EVENTS: Phrase<[first: string, latest: string]> = {
  zh: (first, latest) => `${first} 至 ${latest}（申请、同意退款、完结）`,
  en: (first, latest) => `${first} to ${latest} (applied for, agreed to, ended)`,
};
export const NO_EVENTS: Both = { zh: '没有能读的时间', en: 'no time that can be read' };
export const EXPORTED: Phrase<[time: string | null]> = {
  zh: (time) => (time === null ? '文件名里没有' : `${time}（取自文件名）`),
  en: (time) => (time === null ? 'not in the file name' : `${time} (from the file name)`),
};

export const PAY_LATER: Phrase<[yes: number, no: number, unknown: number]> = {
  zh: (yes, no, unknown) => `是 ${grouped(yes)} 单，否 ${grouped(no)} 单，看不出 ${grouped(unknown)} 单`,
  en: (yes, no, unknown) => `${grouped(yes)} yes, ${grouped(no)} no, ${grouped(unknown)} cannot be told`,
};
export const PAY_LATER_COLUMNS: Phrase<[names: string]> = {
  zh: (names) => `，看的列：${names}`,
  en: (names) => `, by ${names}`,
};
export const NO_PAY_LATER_COLUMN: Both = { zh: '，没有能说明的列', en: ', no column tells it' };

export const COLUMNS_TITLE: Phrase<[counts: Readonly<Record<ColumnSummary['use'], number>>]> = {
  zh: (c) =>
    `列：读 ${grouped(c.read)}，认识但不读 ${grouped(c.known)}，不认识 ${grouped(c.unknown)}` +
    (c.duplicate === 0 ? '' : `，重复 ${grouped(c.duplicate)}`) +
    (c.blank === 0 ? '' : `，没有列名 ${grouped(c.blank)}`),
  en: (c) =>
    `Columns: ${grouped(c.read)} read, ${grouped(c.known)} known and not read, ${grouped(c.unknown)} unknown` +
    (c.duplicate === 0 ? '' : `, ${grouped(c.duplicate)} duplicate`) +
    (c.blank === 0 ? '' : `, ${grouped(c.blank)} without a header`),
};
export const COLUMN_HEAD: Both<readonly [string, string, string, string]> = {
  zh: ['列', '列名', '读作', '字段 (--map)'],
  en: ['col', 'header', 'read as', 'field (--map)'],
};
export const DUPLICATE: Both = { zh: '重复，只读第一个', en: 'duplicate, the first is read' };
export const KNOWN_COLUMNS: Both = { zh: '认识但不读：', en: 'Known and not read: ' };
export const UNKNOWN_COLUMNS: Both = { zh: '不认识：', en: 'Unknown: ' };
export const MORE_COLUMNS: Phrase<[count: number]> = {
  zh: (count) => ` 等，另有 ${grouped(count)} 列`,
  en: (count) => ` and ${grouped(count)} more`,
};
export const MISSING_TITLE: Both = { zh: '可以有而没有的列', en: 'Columns that it could have and lacks' };

export const STATES_TITLE: Both = { zh: '订单状态', en: 'Order states' };
export const AFTER_SALES_TITLE: Both = { zh: '售后状态', en: 'After-sale states' };
export const STATE_HEAD: Both<readonly [string, string, string]> = {
  zh: ['写的是', '行', '当作'],
  en: ['text', 'rows', 'taken for'],
};
export const STATE_UNKNOWN: Both = { zh: '不认识，按时间推断', en: 'not known, inferred from the times' };
export const AFTER_SALE_UNKNOWN: Both = { zh: '不认识，按无售后算', en: 'not known, taken for none' };
export const AFTER_SALE_ROW_UNKNOWN: Both = { zh: '不认识，按处理中算', en: 'not known, taken for open' };
export const AFTER_SALE_TYPES_TITLE: Both = { zh: '退款类型', en: 'Kinds of after-sale' };
export const AFTER_SALE_TYPE_UNKNOWN: Both = { zh: '不认识', en: 'not known' };
export const REFUNDED: Both = { zh: '，已退款', en: ', refunded' };
export const EMPTY_STATE: Both = { zh: '（空）', en: '(blank)' };
export const MORE_STATES: Phrase<[count: number]> = {
  zh: (count) => `还有 ${grouped(count)} 种写法`,
  en: (count) => `${plural(count, 'more text')}`,
};

export const CAN_TITLE: Both = { zh: '看得出来的', en: 'What the file can show' };
