// A damaged order export as lines with their places: what the kinds of damage make and the oracle judges.

import iconv from 'iconv-lite';
import { quoted } from './orders-base.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('../support/bytes.js').Encoding} Encoding */
/**
 * @typedef {object} Line a piece of the file that is meant as one record, or as two that ran together
 * @property {string | Buffer} text bytes stand as they are, text is encoded
 * @property {string} end its line end
 * @property {readonly number[]} records which records of the clean file stand in it
 * @property {boolean} damaged
 * @property {number} [rows] how many records a reader may make of it, default 1
 */
/** @typedef {Line & { start: number, end: number, row: number, rows: number }} PlacedLine */
/**
 * @typedef {object} Placed
 * @property {number} start first byte
 * @property {number} end the byte behind its last one, line end not included
 * @property {number} row as Excel counts rows, from 1
 * @property {number} rows
 * @property {readonly number[]} records
 * @property {boolean} damaged
 */
/**
 * A damaged file, and what must come of it. What holds for every case: the copy is the input byte for byte, and every
 * record that is not damaged is audited as in the clean file.
 *
 * `must`, of the damaged records: `safe` each is audited as it truly is, or rejected, or what is wrong is told; `true`
 * the damage can be undone with certainty, so each is audited as it truly is; `any` nobody could tell from the file what
 * was there before.
 * `alarm`: `record` it must be told at the damaged record, one row off at most; `file` it must be told of the file;
 * `if-untrue` only where the figures are not the true ones; `none` nobody can notice, or it does no harm; `forbidden`
 * nothing is damaged, so nothing may be told.
 * `stop`: whether the file as a whole may be refused (exit code 2).
 * @typedef {object} Case
 * @property {string} id of the case within its kind
 * @property {readonly Line[]} lines
 * @property {'safe' | 'true' | 'any'} must
 * @property {'record' | 'file' | 'if-untrue' | 'none' | 'forbidden'} alarm
 * @property {'never' | 'may' | 'must'} [stop] default `never`
 * @property {string} [column] the column that may be told instead of a record
 * @property {'none' | Buffer} [mark] another byte order mark than the encoding's own
 */
/** @typedef {{ readonly name: string, cases(base: Base, encoding: Encoding): Iterable<Case> }} Kind */

export const MARKS = {
  utf8: Buffer.alloc(0),
  'utf8-bom': Buffer.from([0xef, 0xbb, 0xbf]),
  gb18030: Buffer.alloc(0),
  'utf16le-bom': Buffer.from([0xff, 0xfe]),
  'utf16be-bom': Buffer.from([0xfe, 0xff]),
};

/** Text without a byte order mark. @param {string} text @param {Encoding} encoding */
export function encodeBare(text, encoding) {
  if (encoding === 'gb18030') return iconv.encode(text, 'gb18030');
  if (encoding.startsWith('utf8')) return Buffer.from(text);
  const bytes = Buffer.from(text, 'utf16le');
  return encoding === 'utf16le-bom' ? bytes : bytes.swap16();
}

/**
 * @param {Case} polluted
 * @param {Encoding} encoding
 * @returns {{ bytes: Buffer, lines: Placed[] }}
 */
export function render(polluted, encoding) {
  const { mark = MARKS[encoding] } = polluted;
  const pieces = [mark === 'none' ? Buffer.alloc(0) : mark];
  /** @type {Placed[]} */
  const lines = [];
  let at = pieces[0]?.length ?? 0;
  let row = 1;
  for (const { text, end, records, damaged, rows = 1 } of polluted.lines) {
    const body = typeof text === 'string' ? encodeBare(text, encoding) : text;
    const ending = encodeBare(end, encoding);
    lines.push({ start: at, end: at + body.length, row, rows, records, damaged });
    pieces.push(body, ending);
    at += body.length + ending.length;
    row += rows;
  }
  return { bytes: Buffer.concat(pieces), lines };
}

/** @param {string} text @param {Partial<Line>} [more] @returns {Line} */
export const line = (text, more = {}) => ({ text, end: '\r\n', records: [], damaged: false, ...more });

/** @param {Base} base @returns {Line} */
export const headerLine = (base) => line(base.header.map((cell) => quoted(cell)).join(','));

/** The clean file. @param {Base} base @returns {Line[]} */
export const cleanLines = (base) => [
  headerLine(base),
  ...base.raw.map((cells, record) => line(cells.join(','), { records: [record] })),
];

/** @type {(base: Base, record: number, text: string | Buffer, more?: Partial<Line>) => Line[]} */
export const withRecord = (base, record, text, more = {}) =>
  cleanLines(base).map((clean) =>
    clean.records[0] === record ? { ...clean, text, damaged: true, ...more } : clean,
  );

/** The clean file with other lines in front of the line at that place (0: the header). */
/** @type {(base: Base, place: number, lines: readonly Line[]) => Line[]} */
export const withLines = (base, place, lines) => cleanLines(base).toSpliced(place, 0, ...lines);

/** The table with other cells in every record, all of them damaged. */
/** @type {(header: readonly string[], raw: readonly (readonly string[])[], damaged: boolean) => Line[]} */
export const tableLines = (header, raw, damaged) => [
  line(header.map((cell) => quoted(cell)).join(','), { damaged }),
  ...raw.map((cells, record) => line(cells.join(','), { records: [record], damaged })),
];

/** Everything in it is damaged. @type {(lines: readonly Line[]) => Line[]} */
export const spoil = (lines) => lines.map((l) => ({ ...l, damaged: true }));

/**
 * What the audit takes money, states, dates and the pay-later answer from. Pinduoduo's 支付方式 is not among them: where
 * the yes/no column stands, it is not asked.
 */
const FEEDS = {
  pinduoduo: new Set(
    '订单号,订单状态,商品数量(件),是否先用后付,支付时间,承诺发货时间,发货时间,确认收货时间,售后状态,订单成交时间,商品总价(元),邮费(元),店铺优惠折扣(元),平台优惠折扣(元),多多支付立减金额(元),用户实付金额(元),商家实收金额(元),是否抽奖或0元试用'.split(
      ',',
    ),
  ),
  kuaishou: new Set(
    '订单号,订单创建时间,订单支付时间,订单状态,实付款,快递费,店铺优惠,平台补贴,主播补贴,混资活动优惠,支付优惠,支付方式,成交数量,售后状态,预售/承诺发货时间,商品单价,发货时间,国补/类国补/消费券'.split(
      ',',
    ),
  ),
};

/** @type {(base: Base, column: number) => boolean} */
export const feeds = (base, column) => FEEDS[base.platform].has(base.header[column] ?? '');

/** What a reader takes from a cell as it is written; signs for an empty cell, and a no, are nothing. @param {string} raw */
const bare = (raw) => raw.replace(/^[\s"=]+|[\s"]+$/g, '').replace(/^(?:-|--|—|\/|否)$/, '');

/**
 * True when a record with these cells says something else in a column that figures come from: a reader that does not
 * notice is wrong. Missing cells at the end are empty ones.
 * @type {(base: Base, record: number, cells: readonly string[]) => boolean}
 */
export const isShifted = (base, record, cells) =>
  base.header.some((name, column) => {
    if (!feeds(base, column)) return false;
    const [before, after] = [base.raw[record]?.[column] ?? '', cells[column] ?? ''];
    // Only of pay-later itself is a no another answer than nothing.
    return /先用后付|支付方式/.test(name) ? before.trim() !== after.trim() : bare(before) !== bare(after);
  });

/** Whether the file says of this record that it is pay-later, or that it is not. @type {(base: Base, record: number) => boolean} */
export const answers = (base, record) => {
  const column = base.header.indexOf(base.platform === 'kuaishou' ? '支付方式' : '是否先用后付');
  return !/^(?:--)?$/.test(base.cells[record]?.[column]?.trim() ?? '');
};

export const CHINESE = /\p{Script=Han}/u;
