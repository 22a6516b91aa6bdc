// How one order line becomes cells: what the three families of templates have in common.

/** @typedef {import('./orders.js').Truth} Truth */
/** @typedef {import('./order-lines.js').Line} Line */
/** @typedef {import('./order-lines.js').Amounts} Amounts */
/**
 * One row to be written: `amounts` are the line's, or the order's where a file repeats them on each line, and
 * blanked where the export shows 0 until the debit.
 * @typedef {{ order: Truth, line: Line, amounts: Amounts }} Row
 */
/** @typedef {Readonly<Record<string, (row: Row) => string>>} CellMakers */

/**
 * @param {number} fen
 * @returns {string} yuan with two decimals, such as `-59.00`
 */
export function yuan(fen) {
  const digits = String(Math.abs(fen)).padStart(3, '0');
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/**
 * @param {number} fen
 * @returns {string} as Kuaishou writes it: `¥1,299.90`, and `￥0` for nothing
 */
export function yuanSign(fen) {
  if (fen === 0) return '￥0';
  const [whole, decimals] = yuan(Math.abs(fen)).split('.');
  return `${fen < 0 ? '-' : ''}¥${(whole ?? '').replace(/(?<=\d)(?=(?:\d{3})+$)/g, ',')}.${decimals}`;
}

/** @param {boolean} value */
export const yesNo = (value) => (value ? '是' : '否');

/**
 * @param {string} headers as they stand in the file, with commas between them
 * @returns {string[]}
 */
export const headerOf = (headers) => headers.replace(/\s+/g, '').split(',');

/**
 * @param {readonly string[]} header
 * @param {CellMakers} makers
 * @param {string} empty what a column without a maker holds
 * @param {Row} row
 * @returns {string[]}
 */
export const cellsOf = (header, makers, empty, row) => header.map((name) => makers[name]?.(row) ?? empty);
