// Files of the shop's lists: a text with one entry a line, or a CSV whose header names its columns.

import { CsvError, parse } from 'csv-parse/sync';
import { entryError, type ListEntry, type ListName, type PlacedEntry } from '../core/lists.js';
import { cleanCell } from '../core/tokens.js';
import { UserError } from '../core/user-error.js';
import { normalizeHeader } from '../ingest/headers.js';
import { type OpenedInput, openInput } from '../io/open-input.js';
import type { FilePort } from '../io/port.js';
import { listText } from './list-text.js';

/** No shop keeps so long a list: it is another file. */
const MOST_MEGABYTES = 8;

type Column = 'name' | 'phone' | 'address' | 'account' | 'text' | 'note';

const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  name: ['姓名', '名字', '名称', '收货人', '收件人', '联系人', 'name'],
  phone: ['手机', '手机号', '手机号码', '电话', '电话号码', '联系电话', '联系方式', 'phone', 'mobile'],
  address: ['地址', '详细地址', '收货地址', '收件地址', '公司地址', 'address'],
  account: ['账号', '账户', '买家账号', '买家id', 'account', 'buyer_id'],
  text: ['标记', '标签', '词', '叫法', 'tag', 'word'],
  note: ['备注', '说明', 'note', 'comment'],
};
const COLUMNS = new Map(
  (Object.keys(HEADERS) as Column[]).flatMap((column) =>
    HEADERS[column].map((header) => [normalizeHeader(header), column] as const),
  ),
);

/** The columns by which an entry of a list can be told. */
const TELLING: Readonly<Record<ListName, readonly Column[]>> = {
  phones: ['phone'],
  addresses: ['address'],
  'pickup-points': ['address'],
  wholesale: ['account', 'phone'],
  staff: ['phone', 'account', 'address'],
  tags: ['text', 'note'],
  'pickup-words': ['text', 'note'],
  'note-words': ['text', 'note'],
};

/** The name of a column by which somebody can be told. */
const TELLING_NAME = /手机|电话|地址|账[号户]|phone|mobile|tel|address|account/i;

/** Reads a file of entries. Throws UserError for one that is too large, and for a line that cannot be read. */
export function readListFile(port: FilePort, path: string, list: ListName): PlacedEntry[] {
  const opened = openList(port, path);
  if (opened === null) return [];
  try {
    if (opened.size > MOST_MEGABYTES << 20) {
      throw new UserError('list-too-large', { path: opened.path, limit: MOST_MEGABYTES });
    }
    const text = listText(port, opened);
    const isTable = /\.(?:csv|tsv)$/i.test(opened.name);
    const entries = isTable ? tableEntries(text, opened.path, list) : lineEntries(text);
    return entries.map((entry) => ({ ...entry, path: opened.path }));
  } finally {
    opened.dispose();
  }
}

/** Opens a list; null for one in which nothing stands yet. */
function openList(port: FilePort, path: string): OpenedInput | null {
  try {
    return openInput(port, path);
  } catch (error) {
    if (error instanceof UserError && error.code === 'file-empty') return null;
    throw error;
  }
}

/** One entry a line; `#` begins a comment at the start of a line, or behind a blank: 3#502 is an address. */
function lineEntries(text: string): ListEntry[] {
  return text.split(/\r\n|\n|\r/).flatMap((whole, i) => {
    const entry = cleanCell(whole.replace(/^\s*#.*$|\s#.*$/, ''));
    return entry === '' ? [] : [{ line: i + 1, text: entry }];
  });
}

interface Row {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function tableEntries(text: string, path: string, list: ListName): ListEntry[] {
  const rows = rowsOf(text, path, list).map(({ record, info }) => ({
    cells: record.map(cleanCell),
    line: info.lines,
  }));
  const filled = rows.filter(({ cells }) => cells.some((cell) => cell !== ''));
  const [first] = filled;
  if (first === undefined) return [];
  const columns = first.cells.map((cell) => COLUMNS.get(normalizeHeader(cell)));
  if (columns.every((column) => column === undefined)) {
    // Without a header one column is a list of texts; what several columns hold cannot be told.
    const wide = filled.find(({ cells }) => cells.filter((cell) => cell !== '').length > 1);
    if (wide !== undefined) throw entryError(list, path, wide.line, 'columns-unknown');
    return filled.map(({ cells, line }) => ({ line, text: cells.find((cell) => cell !== '') ?? '' }));
  }
  const telling = TELLING[list];
  if (!telling.some((column) => columns.includes(column))) {
    throw entryError(list, path, first.line, 'columns-unknown');
  }
  // A second phone, and what looks like one of these under a name that is not known, would be lost.
  const unread = first.cells.findIndex((cell, i) =>
    columns[i] === undefined ? TELLING_NAME.test(cell) : columns.indexOf(columns[i]) < i,
  );
  const lost = unread < 0 ? undefined : filled.slice(1).find(({ cells }) => (cells[unread] ?? '') !== '');
  if (lost !== undefined) throw entryError(list, path, first.line, 'columns-unknown');
  // A tag or a word may stand under the name of a remark.
  const word: Column = columns.includes('text') ? 'text' : 'note';
  return filled.slice(1).map(({ cells, line }) => {
    const cell = (column: Column) => cells[columns.indexOf(column)] ?? '';
    if (telling.every((column) => cell(column) === '')) throw entryError(list, path, line, 'nothing-usable');
    return {
      line,
      ...(telling.includes('text') ? { text: cell(word) } : {}),
      name: cell('name'),
      phone: cell('phone'),
      address: cell('address'),
      account: cell('account'),
    };
  });
}

function rowsOf(text: string, path: string, list: ListName): Row[] {
  try {
    return parse(text, {
      delimiter: [',', '\t', ';'],
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      relax_quotes: true,
      info: true,
    }) as unknown as Row[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw entryError(list, path, Number((error as { lines?: unknown }).lines ?? 1), 'quote-open');
  }
}
