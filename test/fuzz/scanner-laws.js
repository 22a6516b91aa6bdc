// What must hold of the scanner whatever the bytes are. Each law gives null, or says in one line how it was broken.

import { CsvError, parse } from 'csv-parse/sync';
import { contentOf, readPlainly } from './plain-reading.js';

/** @typedef {typeof import('./product.js')} Product */
/** @typedef {import('./plain-reading.js').PlainRecord} PlainRecord */
/** @typedef {import('./files.js').Cut} Cut */
/** @typedef {InstanceType<Product['RecordScanner']>} Scanner */
/** @typedef {import('../../src/io/byte-source.js').ByteSource} ByteSource */
/**
 * @typedef {object} ScanCase
 * @property {Buffer} bytes
 * @property {string} delimiter
 * @property {'utf-8' | 'gb18030'} encoding
 * @property {number} maxRecord
 * @property {number} maxCells
 * @property {number} expected
 * @property {Cut[]} cuts
 */

const RECORD_DELIMITERS = ['\r\n', '\n', '\r'];
const DECODERS = {
  'utf-8': [new TextDecoder('utf-8', { ignoreBOM: true }), new TextDecoder('utf-8', { fatal: true })],
  gb18030: [
    new TextDecoder('gb18030', { ignoreBOM: true }),
    new TextDecoder('gb18030', { fatal: true, ignoreBOM: true }),
  ],
};

/** Bytes as text, one character a byte. @param {Buffer} bytes */
const asLatin1 = (bytes) => bytes.toString('latin1');

/** @param {string} latin1 @param {'utf-8' | 'gb18030'} encoding */
function decode(latin1, encoding) {
  return /^[\0-\x7f]*$/.test(latin1) ? latin1 : DECODERS[encoding][0]?.decode(Buffer.from(latin1, 'latin1'));
}

/** @param {Buffer} bytes @param {'utf-8' | 'gb18030'} encoding */
function isValid(bytes, encoding) {
  try {
    DECODERS[encoding][1]?.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/**
 * The bytes in order, one read ending early; a reader that asks on behind the end is stopped.
 * @param {Buffer} bytes
 * @param {number} cutAt
 * @returns {ByteSource}
 */
export function cutSource(bytes, cutAt) {
  let at = 0;
  let readsAtEnd = 0;
  return {
    read(into, offset, length) {
      const until = at < cutAt ? Math.min(cutAt, bytes.length) : bytes.length;
      const n = Math.min(length, until - at);
      if (n === 0 && ++readsAtEnd > 3) throw new Error('reads on behind the end');
      bytes.copy(into, offset, at, at + n);
      at += n;
      return n;
    },
  };
}

/**
 * @param {Product} product
 * @param {ScanCase} one
 * @param {Cut} cut
 * @param {ByteSource} [source]
 */
export function scannerOf({ RecordScanner }, one, cut, source = cutSource(one.bytes, cut.at)) {
  const scanner = new RecordScanner(source, {
    delimiter: one.delimiter.charCodeAt(0),
    encoding: one.encoding,
    chunkBytes: cut.chunk,
    maxRecordBytes: one.maxRecord,
    maxCells: one.maxCells,
  });
  scanner.expectedCells = one.expected;
  return scanner;
}

/** @param {PlainRecord} record */
const isQuoteIrregular = ({ bareQuote, textAfterQuote, unclosedQuote }) =>
  bareQuote || textAfterQuote || unclosedQuote;

/**
 * The plain reading and the scanner say the same, record for record, whatever the cuts; so no byte is lost and none is
 * read twice, and a record is irregular when and only when the plain reading says so.
 * @param {Product} product
 * @param {ScanCase} one
 * @param {(cut: Cut) => ByteSource} [sourceOf]
 * @returns {string | null}
 */
export function readsAsPlainly(product, one, sourceOf) {
  const text = asLatin1(one.bytes);
  const records = readPlainly(text, one);
  /** @type {{ texts: (string | undefined)[], valid: boolean, suspect: boolean }[]} */
  const seen = records.map(({ at, end, tooLarge, cells }) => {
    const bytes = one.bytes.subarray(at, end);
    const raw = text.slice(at, end);
    return {
      texts: cells.map((cell) => decode(contentOf(cell), one.encoding)),
      valid: tooLarge || isValid(bytes, one.encoding),
      suspect: !tooLarge && /\0|\xef\xbf\xbd|\xe9\x94\x9f\xe6\x96\xa4/.test(raw),
    };
  });
  for (const cut of one.cuts) {
    const scanner = scannerOf(product, one, cut, sourceOf?.(cut));
    const where = (/** @type {number} */ i) => `record ${i}, chunk ${cut.chunk}, cut at ${cut.at}`;
    let i = 0;
    for (; scanner.next(); i++) {
      const [record, told] = [records[i], seen[i]];
      if (record === undefined || told === undefined) return `more records than there are: ${where(i)}`;
      const wrong = differs(product, scanner, record, told, text);
      if (wrong !== null) return `${wrong}: ${where(i)}`;
    }
    if (i < records.length) return `records are lost: ${where(i)} of ${records.length}`;
    if (scanner.sawNonAscii !== /[^\0-\x7f]/.test(text)) return `ASCII told wrongly: ${where(i)}`;
  }
  return null;
}

/**
 * @param {Product} product
 * @param {Scanner} scanner
 * @param {PlainRecord} record
 * @param {{ texts: (string | undefined)[], valid: boolean, suspect: boolean }} told
 * @param {string} text
 */
function differs({ IRREGULAR, LINE_END }, scanner, record, told, text) {
  const { at, end, next, cells, bareQuote, textAfterQuote } = record;
  if (scanner.length !== next - at) return `${scanner.length} bytes, not ${next - at}`;
  const lineEnd = text.slice(end, next);
  const name = lineEnd === '\n' ? 'lf' : lineEnd === '\r' ? 'cr' : lineEnd === '\r\n' ? 'crlf' : 'none';
  if (scanner.lineEnd !== LINE_END[name]) return `line end ${scanner.lineEnd}, not ${name}`;
  const bits = IRREGULAR.textAfterQuote | IRREGULAR.bareQuote;
  const wanted =
    (record.swallowedLines ? IRREGULAR.swallowedLines : 0) |
    (record.unclosedQuote ? IRREGULAR.unclosedQuote : 0) |
    (record.tooLarge ? IRREGULAR.tooLarge : 0) |
    (record.tooWide ? IRREGULAR.tooWide : 0);
  const kept = scanner.irregular & bits;
  if ((scanner.irregular & ~bits) !== wanted) return `irregular ${scanner.irregular}, not ${wanted}`;
  // Both mean the same to whoever reads on: where text follows a closing quote, other bare quotes need not be told.
  if ((kept !== 0) !== (bareQuote || textAfterQuote)) return `quotes kept ${kept}`;
  if (((kept & IRREGULAR.textAfterQuote) !== 0) !== textAfterQuote) return `text after a quote ${kept}`;
  if ((kept & IRREGULAR.bareQuote) !== 0 && !bareQuote) return `bare quote ${kept}`;
  if (scanner.count !== cells.length) return `${scanner.count} cells, not ${cells.length}`;
  if (record.tooLarge) return scanner.start === scanner.end ? null : 'bytes of a line beyond the limit shown';
  if (scanner.bytes.toString('latin1', scanner.start, scanner.end) !== text.slice(at, end))
    return 'other bytes';
  if (scanner.isValid() !== told.valid) return `valid ${scanner.isValid()}`;
  if (told.suspect && !scanner.suspect) return 'not suspect';
  for (let cell = 0; cell < cells.length; cell++) {
    const raw = scanner.bytes.toString('latin1', scanner.starts[cell], scanner.ends[cell]);
    if (raw !== cells[cell]) return `cell ${cell} is ${JSON.stringify(raw)}`;
    if (scanner.text(cell) !== told.texts[cell]) return `text of cell ${cell}`;
  }
  return null;
}

/**
 * csv-parse on the same bytes: the same records up to the first one that it refuses, and it refuses exactly what is
 * irregular to us. Two things are not irregular to us and refused there: blanks between a closing quote and the cell's
 * end. Only for cases without limits.
 * @param {Product} product
 * @param {ScanCase} one
 * @returns {string | null}
 */
export function agreesWithCsvParse(product, one) {
  // csv-parse takes a NUL behind a closing quote for the end of the input, and text behind it for the cell's.
  if (one.bytes.includes('"\0')) return null;
  const plain = readPlainly(asLatin1(one.bytes), one);
  const refused = plain.findIndex((record) => isQuoteIrregular(record) || record.ours);
  /** @type {string[][]} */
  const reference = [];
  let failed = false;
  try {
    parse(one.bytes, {
      delimiter: one.delimiter,
      encoding: 'latin1',
      record_delimiter: RECORD_DELIMITERS,
      relax_column_count: true,
      on_record: (record) => void reference.push(record),
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    failed = true;
  }
  if (failed !== refused >= 0)
    return `csv-parse ${failed ? 'refuses' : 'takes'} it, first irregular ${refused}`;
  const regular = refused < 0 ? plain.length : refused;
  if (reference.length !== regular) return `csv-parse has ${reference.length} records, not ${regular}`;
  const scanner = scannerOf(product, one, { chunk: one.bytes.length + 1, at: 0 });
  for (const [i, wanted] of reference.entries()) {
    if (!scanner.next()) return `records are lost: ${i} of ${regular}`;
    if (scanner.irregular !== 0) return `record ${i} is irregular to nobody else: ${scanner.irregular}`;
    if (scanner.count !== wanted.length)
      return `record ${i} has ${scanner.count} cells, not ${wanted.length}`;
    for (const [cell, content] of wanted.entries()) {
      if (scanner.text(cell) !== decode(content, one.encoding)) return `record ${i}, cell ${cell} differs`;
    }
  }
  return null;
}

/**
 * A valid file gives what was written down, to csv-parse and to the scanner, and nothing of it is irregular.
 * @param {Product} product
 * @param {ScanCase} one
 * @param {string} text the file decoded
 * @param {string[][]} [rows] what was written down
 * @returns {string | null}
 */
export function readsValid(product, one, text, rows) {
  /** @type {string[][]} */
  const reference = parse(text, {
    delimiter: one.delimiter,
    record_delimiter: RECORD_DELIMITERS,
    relax_column_count: true,
  });
  if (rows !== undefined && !isEqual(rows, reference)) return 'csv-parse does not read what was written';
  for (const cut of one.cuts) {
    const scanner = scannerOf(product, one, cut);
    let length = 0;
    let i = 0;
    for (; scanner.next(); i++) {
      const wanted = reference[i];
      const where = `record ${i}, chunk ${cut.chunk}, cut at ${cut.at}`;
      if (wanted === undefined) return `more records than csv-parse has: ${where}`;
      if (scanner.irregular !== 0) return `irregular ${scanner.irregular}: ${where}`;
      if (!scanner.isValid()) return `invalid: ${where}`;
      if (scanner.count !== wanted.length) return `${scanner.count} cells, not ${wanted.length}: ${where}`;
      for (const [cell, content] of wanted.entries()) {
        if (scanner.text(cell) !== content) return `cell ${cell} differs: ${where}`;
      }
      length += scanner.length;
    }
    if (i !== reference.length) return `${i} records, not ${reference.length}: chunk ${cut.chunk}`;
    if (length !== one.bytes.length) return `${length} bytes of ${one.bytes.length}: chunk ${cut.chunk}`;
  }
  return null;
}

/** @param {readonly (readonly string[])[]} a @param {readonly (readonly string[])[]} b */
function isEqual(a, b) {
  return (
    a.length === b.length &&
    a.every((row, i) => row.length === b[i]?.length && row.every((cell, j) => cell === b[i]?.[j]))
  );
}

/**
 * Damage within some lines costs these lines and no other: in front of them and behind them every record is the one
 * that it is without them. Holds where the lines around are tame (see `makeFile`).
 * @param {Product} product
 * @param {Omit<ScanCase, 'bytes'>} grammar
 * @param {{ before: Buffer, damaged: Buffer, after: Buffer }} file each part whole lines
 * @returns {string | null}
 */
export function damageStaysInItsLines(product, grammar, { before, damaged, after }) {
  const behind = Buffer.concat([damaged, after]);
  // A CR and an LF that come to stand side by side are one line end: the border is gone.
  const joins = (/** @type {Buffer} */ a, /** @type {Buffer} */ b) => a.at(-1) === 0x0d && b[0] === 0x0a;
  if (joins(before, behind) || joins(damaged, after)) return null;
  const parts = [before, behind, after].map((bytes) => ({ ...grammar, bytes }));
  const [above, , below] = parts.map((one) =>
    recordsOf(product, one, { chunk: one.bytes.length + 1, at: 0 }),
  );
  const whole = { ...grammar, bytes: Buffer.concat([before, behind]) };
  for (const cut of grammar.cuts) {
    const all = recordsOf(product, whole, cut);
    const length = all.reduce((sum, record) => sum + record.length, 0);
    if (length !== whole.bytes.length) return `${length} bytes of ${whole.bytes.length}, chunk ${cut.chunk}`;
    const first = all.slice(0, above?.length);
    const last = all.slice(all.length - Number(below?.length));
    if (!isSame(first, above)) return `a record in front of the damage changed, chunk ${cut.chunk}`;
    if (!isSame(last, below)) return `a record behind the damage changed, chunk ${cut.chunk}`;
    if (all.length < Number(above?.length) + Number(below?.length)) return 'a record is lost';
  }
  return null;
}

/** @param {readonly { text: string }[]} some @param {readonly { text: string }[]} [others] */
const isSame = (some, others) =>
  some.length === others?.length && some.every(({ text }, i) => text === others[i]?.text);

/** Each record in one line, and its bytes. @param {Product} product @param {ScanCase} one @param {Cut} cut */
function recordsOf(product, one, cut) {
  const scanner = scannerOf(product, one, cut);
  /** @type {{ text: string, length: number }[]} */
  const records = [];
  while (scanner.next()) {
    const cells = Array.from({ length: scanner.count }, (_, cell) => scanner.text(cell));
    const raw = scanner.bytes.toString('latin1', scanner.start, scanner.end);
    const { irregular, lineEnd, length } = scanner;
    const text = JSON.stringify([irregular, lineEnd, length, scanner.isValid(), raw, cells]);
    records.push({ text, length });
  }
  return records;
}
