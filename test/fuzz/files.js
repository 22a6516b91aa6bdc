// Valid files for the fuzzer: rectangular tables, written down in all the ways that exports come in.

import iconv from 'iconv-lite';

/** @typedef {import('../support/random.js').Random} Random */
/**
 * @typedef {object} ValidFile
 * @property {string[][]} rows what the file says
 * @property {string[]} lines each record as text with its line end
 * @property {string} delimiter
 * @property {'utf-8' | 'gb18030'} encoding
 */

const ASCII = [...'abcXYZ0123456789.-_ =+@\\|;\t,'];
const CHINESE = [...'订单号已发货待收货先用后付张李王零元备注，。（）：￥　锟斤拷'];
/** Characters that a careless reader takes for a line break, a blank, a quote or nothing at all. */
const TRAPS = [..."\0\u0001\u000b\u000c\u001a\u0085\u00a0\u2028\u2029\ufeff\ufffd\u200b“”＂＇'"];
const LINE_ENDS = ['\n', '\r\n', '\r'];
const BREAKS = ['\n', '\r\n', '\r', '\n\n', '\r\r', '\n\r'];

/** @param {string} char */
const survives = (char) => {
  const bytes = iconv.encode(char, 'gb18030');
  return new TextDecoder('gb18030', { ignoreBOM: true }).decode(bytes) === char;
};
/** Characters whose second GBK byte is below 0x80: `|`, `\`, `@`, letters. */
const LOW_TRAILS = Array.from({ length: 0x9fff - 0x4e00 }, (_, i) => String.fromCharCode(0x4e00 + i)).filter(
  (char) => {
    const bytes = iconv.encode(char, 'gb18030');
    return bytes.length === 2 && [0x40, 0x5b, 0x5c, 0x60, 0x7b, 0x7c, 0x7e].includes(Number(bytes[1]));
  },
);
/** Characters of four bytes in GB18030, whose second and fourth bytes are digits. */
const FOUR_BYTES = ['㐀', '😀', '𠮷', 'é', 'ß', 'ḁ', '\u0378', '\ue7c7', '𪚥', 'ก'].filter(
  (char) => survives(char) && iconv.encode(char, 'gb18030').length === 4,
);
const CHARS = [ASCII, ASCII, CHINESE, CHINESE, LOW_TRAILS, FOUR_BYTES, TRAPS.filter(survives)];

/**
 * @param {Random} random
 * @param {number} most characters
 */
function plainText(random, most) {
  let text = '';
  const chars = random.pick(CHARS);
  for (let left = random.int(0, most); left > 0; left--) {
    text += random.pick(random.chance(0.7) ? chars : random.pick(CHARS));
  }
  return text;
}

/**
 * Text with what has to be quoted in it.
 * @param {Random} random
 * @param {number} most characters
 * @param {string} delimiter
 */
function wildText(random, most, delimiter) {
  let text = '';
  for (let left = random.int(0, most); left > 0; left--) {
    const kind = random.int(0, 9);
    if (kind < 3) text += '"';
    else if (kind < 5) text += delimiter;
    else if (kind < 7) text += random.pick(BREAKS);
    else text += plainText(random, 3);
  }
  return text;
}

/** Cells that have to stand in quotes. @param {string} text @param {string} delimiter */
const needsQuotes = (text, delimiter) => /["\r\n]/.test(text) || text.includes(delimiter);

/**
 * A valid file. A tame one has no line break within a cell, and no quoted cell that begins with a blank, a quote or a
 * delimiter: from such a line on nobody can be in doubt where a cell begins.
 * @param {Random} random
 * @param {{ tame?: boolean }} [options]
 * @returns {ValidFile}
 */
export function makeFile(random, { tame = false } = {}) {
  const encoding = random.pick(/** @type {const} */ (['utf-8', 'gb18030']));
  const delimiter = random.pick(encoding === 'utf-8' ? [',', ',', '\t', ';', '|'] : [',', ',', '\t', ';']);
  const size = random.next();
  const [mostRows, mostCells, mostChars] =
    size < 0.8 ? [6, 5, 5] : size < 0.97 ? [14, 9, 10] : size < 0.99 ? [5, 4, 120] : [3, 60, 3];
  const width = random.int(1, mostCells);
  const ends = random.chance(0.7) ? [random.pick(LINE_ENDS)] : LINE_ENDS;
  const quoteShare = random.pick([0, 0.1, 0.5, 1]);
  const wildShare = random.pick([0, 0.1, 0.5]);
  const finalEnd = random.chance(0.5);
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  const lines = [];
  for (let left = random.int(1, mostRows); left > 0; left--) {
    /** @type {string[]} */
    const row = [];
    const written = Array.from({ length: width }, () => {
      let text = random.chance(wildShare)
        ? wildText(random, mostChars, delimiter)
        : plainText(random, mostChars);
      if (tame) text = text.replaceAll(/[\r\n"]/g, '').replace(/^[\s,;|]+/, '');
      row.push(text);
      // A record that is one empty cell would be an empty line, or none at all at the end.
      const isNothing = width === 1 && text === '';
      const quoted = random.chance(quoteShare) || needsQuotes(text, delimiter) || isNothing;
      return quoted ? `"${text.replaceAll('"', '""')}"` : text;
    });
    rows.push(row);
    lines.push(written.join(delimiter) + (left === 1 && !finalEnd ? '' : random.pick(ends)));
  }
  return { rows, lines, delimiter, encoding };
}

/** @param {string} text @param {'utf-8' | 'gb18030'} encoding */
export const encoded = (text, encoding) =>
  encoding === 'gb18030' ? iconv.encode(text, 'gb18030') : Buffer.from(text);

/**
 * Ways to cut a file into what the scanner is given at a time, awkward ones first: within CRLF, quotes, characters.
 * @typedef {object} Cut
 * @property {number} chunk bytes that the scanner asks for at a time
 * @property {number} at where a read ends early, once; 0: nowhere
 */
/**
 * @param {Random} random
 * @param {Buffer} bytes
 * @returns {Cut[]} at least three that differ
 */
export function makeCuts(random, bytes) {
  const least = bytes.length > 4096 ? 509 : 1;
  const small = random.pick([1, 2, 3, 4, 5, 7, 13, 16, 64, 509]);
  const big = random.pick([1024, 4096, 65_536]);
  return [
    { chunk: bytes.length + 1, at: 0 },
    { chunk: Math.max(least, small), at: 0 },
    { chunk: big, at: awkwardPlace(random, bytes) },
  ];
}

/**
 * A place within CRLF, at a quote, or within a character.
 * @param {Random} random
 * @param {Buffer} bytes
 */
function awkwardPlace(random, bytes) {
  const from = random.int(0, Math.max(0, bytes.length - 1));
  for (let i = from; i < Math.min(bytes.length, from + 200); i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0x0d || byte === 0x22 || byte >= 0x80) return i + 1;
  }
  return from;
}
