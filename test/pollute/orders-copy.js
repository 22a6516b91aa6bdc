// Reads an annotated copy back without the product's help: which bytes were added behind which bytes of the input.

import iconv from 'iconv-lite';

/** @typedef {import('../support/bytes.js').Encoding} Encoding */
/**
 * A record that the copy has annotated: bytes of the input up to its line end, and the cells that were added.
 * @typedef {object} Annotated
 * @property {number} after end of the annotated record before it; blank lines and the like may lie between
 * @property {number} end
 * @property {string[]} cells
 */

const LF = 0x0a;
const CR = 0x0d;
const MARK = Buffer.from('\ufeff');
/** So many cells are added to a record. */
const ADDED = 16;

/**
 * Throws an Error when the copy is not the input, byte for byte, with cells in front of some of its line ends.
 * @param {Buffer} input
 * @param {Buffer} copy
 * @param {Encoding} encoding
 * @returns {Annotated[]}
 */
export function readCopy(input, copy, encoding) {
  const unit = encoding.startsWith('utf16') ? 2 : 1;
  const isMarked = input.subarray(0, MARK.length).equals(MARK);
  let at = encoding === 'utf8' && !isMarked && copy.subarray(0, MARK.length).equals(MARK) ? MARK.length : 0;
  /** @type {Annotated[]} */
  const annotated = [];
  let after = 0;
  for (let i = 0; i <= input.length; i += i + unit > input.length && i < input.length ? 1 : unit) {
    const isEnd = i >= input.length;
    if (isEnd || isBreak(input, i, unit)) {
      const goesOn = isEnd ? at === copy.length : copy[at] === input[i] && isBreak(copy, at, unit);
      if (!goesOn) {
        let end = at;
        while (end < copy.length && !isBreak(copy, end, unit)) end += unit;
        if (end === at) throw new Error(`byte ${i} of the input is not in the copy`);
        annotated.push({ after, end: i, cells: lastCells(decode(copy.subarray(at, end), encoding)) });
        after = i;
        at = end;
      }
      if (isEnd) break;
    }
    for (let n = i; n < Math.min(i + unit, input.length); n++) {
      if (copy[at++] !== input[n]) throw new Error(`byte ${n} of the input is changed in the copy`);
    }
  }
  if (at !== copy.length) throw new Error(`${copy.length - at} bytes behind the input's end`);
  return annotated;
}

/** @param {Buffer} bytes @param {number} at @param {number} unit */
const isBreak = (bytes, at, unit) =>
  (bytes[at] === LF || bytes[at] === CR) && (unit === 1 || bytes[at + 1] === 0);

/** @param {Buffer} bytes @param {Encoding} encoding */
function decode(bytes, encoding) {
  if (encoding === 'gb18030') return iconv.decode(bytes, 'gb18030');
  return bytes.toString(encoding.startsWith('utf16') ? 'utf16le' : 'utf8');
}

/** @param {string} text a delimiter, then cells with delimiters between them */
function lastCells(text) {
  const delimiter = text[0];
  /** @type {string[]} */
  const cells = [];
  let cell = '';
  let quoted = false;
  for (let i = 1; i <= text.length; i++) {
    const char = text[i];
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === delimiter || char === undefined)) {
      cells.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
      cell = '';
    } else cell += char;
  }
  return cells.slice(-ADDED);
}
