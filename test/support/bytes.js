// Turns a table into the bytes of a CSV file, in any of the encodings and dialects that exports come in.

import iconv from 'iconv-lite';

/**
 * @typedef {object} Table
 * @property {readonly string[]} header
 * @property {readonly (readonly string[])[]} rows
 */
/** @typedef {'utf8' | 'utf8-bom' | 'gb18030' | 'utf16le-bom' | 'utf16be-bom'} Encoding */
/**
 * @typedef {object} Layout
 * @property {Encoding} [encoding] default `utf8`
 * @property {string} [delimiter] one character, default a comma
 * @property {'\r\n' | '\n' | '\r'} [lineEnd] default CRLF
 * @property {'needed' | 'all'} [quote] which cells are quoted, default only those that need it
 * @property {boolean} [trailingDelimiter] one more delimiter at the end of the header and of every row
 * @property {boolean} [sepLine] a first line that names the delimiter, as Excel understands it
 * @property {readonly string[]} [preamble] lines before the header, written as they stand
 * @property {readonly string[]} [footer] lines behind the last row, written as they stand
 * @property {boolean} [finalLineEnd] whether the last line is ended, default true
 */

/**
 * @param {Table} table
 * @param {Layout} [layout]
 * @returns {Buffer}
 */
export function toBytes(table, layout = {}) {
  const { delimiter = ',', lineEnd = '\r\n', quote = 'needed', finalLineEnd = true } = layout;
  /** @param {string} cell */
  const cellText = (cell) =>
    quote === 'all' || cell.includes(delimiter) || /["\r\n]/.test(cell)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  /** @param {readonly string[]} row */
  const rowText = (row) => row.map(cellText).join(delimiter) + (layout.trailingDelimiter ? delimiter : '');
  const lines = [
    ...(layout.sepLine ? [`sep=${delimiter}`] : []),
    ...(layout.preamble ?? []),
    rowText(table.header),
    ...table.rows.map(rowText),
    ...(layout.footer ?? []),
  ];
  return encodeText(lines.join(lineEnd) + (finalLineEnd ? lineEnd : ''), layout.encoding ?? 'utf8');
}

/**
 * @param {string} text
 * @param {Encoding} encoding
 * @returns {Buffer}
 */
export function encodeText(text, encoding) {
  if (encoding === 'utf8') return Buffer.from(text);
  if (encoding === 'utf8-bom') return Buffer.from(`\ufeff${text}`);
  if (encoding === 'gb18030') return iconv.encode(text, 'gb18030');
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return encoding === 'utf16le-bom' ? bytes : bytes.swap16();
}
