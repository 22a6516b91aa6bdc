// Kinds of cases for the scanner: how each is made from a seed, and which laws are asked of it.

import { encoded, makeCuts, makeFile } from './files.js';
import { damaged } from './mutations.js';
import {
  agreesWithCsvParse,
  cutSource,
  damageStaysInItsLines,
  readsAsPlainly,
  readsValid,
  scannerOf,
} from './scanner-laws.js';

/** @typedef {import('../support/random.js').Random} Random */
/** @typedef {import('./scanner-laws.js').Product} Product */
/** @typedef {import('./files.js').Cut} Cut */
/**
 * One case: bytes that can be made smaller while it still fails, and what else it takes, as JSON can hold it.
 * @typedef {object} Case
 * @property {Record<string, Buffer>} parts
 * @property {Settings} settings
 */
/**
 * @typedef {object} Settings
 * @property {string} delimiter
 * @property {'utf-8' | 'gb18030'} encoding
 * @property {number} maxRecord
 * @property {number} maxCells
 * @property {number} expected
 * @property {Cut[]} cuts
 * @property {boolean} [bigEndian]
 * @property {string} [name] of the file
 * @property {boolean} [allPayLater]
 * @property {number} [orders] which clean export goes with it
 */
/**
 * @typedef {object} Kind
 * @property {string} name
 * @property {string} law what must hold, in one line
 * @property {readonly string[]} [wholeLines] parts of which a failing case can only lose whole lines
 * @property {(random: Random) => Case & { rows?: string[][] }} make
 * @property {(product: Product, one: Case & { rows?: string[][] }) => string | null | Promise<string | null>} check
 */

/** @param {Case} one @param {string} name */
const part = ({ parts }, name) => parts[name] ?? Buffer.alloc(0);

/** Limits that are never reached, or that are reached all the time. @param {Random} random @param {Buffer} bytes */
function limits(random, bytes) {
  const isTight = random.chance(0.4);
  return isTight
    ? { maxRecord: random.int(1, random.pick([12, 40, 200])), maxCells: random.int(1, 12) }
    : { maxRecord: bytes.length + 16, maxCells: bytes.length + 2 };
}

/** @param {Settings} settings @param {Buffer} bytes */
const isWithoutLimits = ({ maxRecord, maxCells, expected }, bytes) =>
  expected === 0 && maxRecord > bytes.length && maxCells > bytes.length;

/** @type {Kind} */
const VALID = {
  name: 'valid',
  law: 'a valid file reads as it was written, as csv-parse reads it, whatever the chunks',
  make(random) {
    const { rows, lines, delimiter, encoding } = makeFile(random);
    const file = encoded(lines.join(''), encoding);
    const sizes = { maxRecord: file.length + 16, maxCells: file.length + 2 };
    const expected = 0;
    return {
      parts: { file },
      settings: { delimiter, encoding, ...sizes, expected, cuts: makeCuts(random, file) },
      rows,
    };
  },
  check(product, one) {
    const bytes = part(one, 'file');
    const text = new TextDecoder(one.settings.encoding, { ignoreBOM: true }).decode(bytes);
    return readsValid(product, { bytes, ...one.settings }, text, one.rows);
  },
};

/** @type {Kind} */
const DAMAGED = {
  name: 'damaged',
  law: 'a damaged file reads as the plain reading and, up to the damage, csv-parse read it; no byte is lost',
  make(random) {
    const clean = makeFile(random, { tame: random.chance(0.3) });
    const { delimiter, encoding } = clean;
    const bytes = encoded(clean.lines.join(''), encoding);
    const other = random.chance(0.1) ? encoded(makeFile(random).lines.join(''), encoding) : bytes;
    const file = damaged(random, bytes, { delimiter: delimiter.charCodeAt(0), other });
    const expected = random.chance(0.5) ? 0 : Number(clean.rows[0]?.length);
    return {
      parts: { file },
      settings: { delimiter, encoding, ...limits(random, file), expected, cuts: makeCuts(random, file) },
    };
  },
  check(product, one) {
    const bytes = part(one, 'file');
    const scan = { bytes, ...one.settings };
    const wrong = readsAsPlainly(product, scan);
    return wrong ?? (isWithoutLimits(one.settings, bytes) ? agreesWithCsvParse(product, scan) : null);
  },
};

/** @type {Kind} */
const LINES = {
  name: 'lines',
  law: 'damage within some lines costs records of these lines only; the records around are as without it',
  wholeLines: ['before', 'after'],
  make(random) {
    const { rows, lines, delimiter, encoding } = makeFile(random, { tame: true });
    const first = random.int(0, lines.length - 1);
    const last = random.chance(0.8) ? first : random.int(first, lines.length - 1);
    const bytesOf = (/** @type {string[]} */ some) => encoded(some.join(''), encoding);
    const broken = bytesOf(lines.slice(first, last + 1));
    const body = broken.toString('latin1').replace(/[\r\n]+$/, '').length;
    const harmed = damaged(random, broken.subarray(0, body), { delimiter: delimiter.charCodeAt(0) });
    const parts = {
      before: bytesOf(lines.slice(0, first)),
      damaged: Buffer.concat([harmed, broken.subarray(body)]),
      after: bytesOf(lines.slice(last + 1)),
    };
    const all = Buffer.concat(Object.values(parts));
    const expected = random.chance(0.5) ? 0 : Number(rows[0]?.length);
    return {
      parts,
      settings: { delimiter, encoding, ...limits(random, all), expected, cuts: makeCuts(random, all) },
    };
  },
  check(product, one) {
    const [before, damaged, after] = ['before', 'damaged', 'after'].map((name) => part(one, name));
    if (before === undefined || damaged === undefined || after === undefined) return null;
    return damageStaysInItsLines(product, one.settings, { before, damaged, after });
  },
};

/** UTF-16 as it has to arrive: whole units as UTF-8; 0xff for half a pair and for half a unit. @param {Buffer} raw */
function transcoded(raw) {
  /** @type {Buffer[]} */
  const parts = [];
  for (let i = 0; i < raw.length; ) {
    if (i + 1 === raw.length) {
      parts.push(Buffer.from([0xff]));
      break;
    }
    const unit = raw.readUInt16LE(i);
    const next = i + 3 < raw.length ? raw.readUInt16LE(i + 2) : 0;
    const isPair = unit >> 10 === 0x36 && next >> 10 === 0x37;
    if (isPair) parts.push(Buffer.from(String.fromCharCode(unit, next)));
    else if (unit >> 11 === 0x1b) parts.push(Buffer.from([0xff]));
    else parts.push(Buffer.from(String.fromCharCode(unit)));
    i += isPair ? 4 : 2;
  }
  return Buffer.concat(parts);
}

/** @type {Kind} */
const UTF16 = {
  name: 'utf16',
  law: 'UTF-16, whole or damaged, reads as the same text in UTF-8 does, and its records have all of its bytes',
  make(random) {
    const clean = makeFile(random);
    const { delimiter } = clean;
    const bytes = Buffer.from(clean.lines.join(''), 'utf16le');
    // Sometimes longer than what is transcoded at a time, with characters and line ends across the border.
    const times = random.chance(0.002) ? Math.ceil(70_000 / (bytes.length + 2)) : 1;
    const long = times === 1 ? bytes : Buffer.concat(Array.from({ length: times }, () => bytes));
    let file = random.chance(0.4) ? long : damaged(random, long, { delimiter: delimiter.charCodeAt(0) });
    const bigEndian = random.chance(0.5);
    if (bigEndian) file = swapped(file);
    const expected = random.chance(0.5) ? 0 : Number(clean.rows[0]?.length);
    return {
      parts: { file },
      settings: {
        ...{ delimiter, encoding: 'utf-8', ...limits(random, Buffer.alloc(file.length * 2)) },
        ...{ expected, cuts: makeCuts(random, file), bigEndian },
      },
    };
  },
  check(product, one) {
    const raw = part(one, 'file');
    const { bigEndian = false } = one.settings;
    const bytes = transcoded(bigEndian ? swapped(raw) : raw);
    const scan = { bytes, ...one.settings };
    const sourceOf = (/** @type {Cut} */ cut) => product.utf16Source(cutSource(raw, cut.at), bigEndian);
    const cut = one.settings.cuts[1] ?? { chunk: 1, at: 0 };
    const scanner = scannerOf(product, scan, cut, sourceOf(cut));
    let length = 0;
    while (scanner.next()) length += scanner.utf16Length();
    // Half a unit at the end counts as one.
    const whole = raw.length + (raw.length % 2);
    return length === whole
      ? readsAsPlainly(product, scan, sourceOf)
      : `${length} bytes of ${whole}, chunk ${cut.chunk}`;
  },
};

/** Each unit's two bytes the other way round; half a unit at the end stays. @param {Buffer} raw */
function swapped(raw) {
  const out = Buffer.from(raw);
  out.subarray(0, out.length & ~1).swap16();
  return out;
}

/** @type {readonly Kind[]} */
export const SCANNER_KINDS = [VALID, DAMAGED, LINES, UTF16];
