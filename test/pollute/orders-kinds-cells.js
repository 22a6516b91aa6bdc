// Kinds of damage within one record: quotes, delimiters, broken characters, invisible ones.

import iconv from 'iconv-lite';
import { CHINESE, cleanLines, encodeBare, feeds, isShifted, line, MARKS, withRecord } from './orders-file.js';

/** @typedef {import('./orders-base.js').Base} Base */
/** @typedef {import('./orders-file.js').Case} Case */
/** @typedef {import('./orders-file.js').Kind} Kind */
/** @typedef {import('../support/bytes.js').Encoding} Encoding */

/** @param {string} text */
const lineCount = (text) => text.split(/\r\n|\r|\n/).length;

/**
 * Every cell of every record.
 * @param {Base} base
 * @returns {Generator<{ record: number, column: number, cell: string, id: string }>}
 */
function* everyCell(base) {
  for (const [record, cells] of base.raw.entries()) {
    for (const [column, cell] of cells.entries()) yield { record, column, cell, id: `r${record}c${column}` };
  }
}

/** @type {(base: Base, record: number, column: number, cell: string) => string[]} */
export const replaced = (base, record, column, cell) => (base.raw[record] ?? []).with(column, cell);

/**
 * Whose turn it is at a cell, from 0 to before `of`: so each column meets every place and every kind, and each cell
 * meets another one in every encoding.
 * @type {(encoding: Encoding, record: number, column: number, of: number) => number}
 */
export const turnAt = (encoding, record, column, of) =>
  (record + column + Object.keys(MARKS).indexOf(encoding)) % of;

/** @type {(cell: string, turn: number) => number} */
const placeIn = (cell, turn) => [0, cell.length >> 1, cell.length][turn % 3] ?? 0;

/** @param {string} text @param {number} at @param {string} piece */
const put = (text, at, piece) => text.slice(0, at) + piece + text.slice(at);

/**
 * A quote put into every cell, at its start, in its middle or at its end. An odd number of quotes is no table that
 * anybody wrote: it can always be noticed.
 * @type {(name: string, place: number) => Kind}
 */
const quoteKind = (name, place) => ({
  name,
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      if (turnAt(encoding, record, column, 3) !== place) continue;
      const text = replaced(base, record, column, put(cell, placeIn(cell, place), '"')).join(',');
      const rows = lineCount(text);
      yield { id, lines: withRecord(base, record, text, { rows }), must: 'safe', alarm: 'record' };
    }
  },
});

/**
 * A byte less, and half a character stays. In UTF-16 all that follows is shifted by half a unit: no reader can know
 * where it stopped, so every later record counts as damaged, and one alarm at the place is what can be asked.
 * @type {Kind}
 */
const halfCharacter = {
  name: 'character-half',
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      const at = cell.search(CHINESE);
      if (at < 0) continue;
      const [before, after] = around(base, record, column, cell, at + 1, encoding);
      // Its last byte, or its first one.
      const isLast = (record + column) % 2 === 0;
      const first = encodeBare(cell.slice(at, at + 1), encoding);
      const kept = isLast ? first.subarray(0, -1) : first.subarray(1);
      const bytes = Buffer.concat([before.subarray(0, before.length - first.length), kept, after]);
      if (encoding.startsWith('utf16')) {
        const lines = withRecord(base, record, bytes);
        yield {
          id,
          lines: lines.map((l, i) => (i > record ? { ...l, damaged: true } : l)),
          must: 'safe',
          alarm: 'record',
        };
        continue;
      }
      const text = encoding === 'gb18030' ? wholeText(bytes) : null;
      // In GB18030 the rest of the cell may pair up to other characters: then only the words tell.
      const isOther = text === null || isShifted(base, record, text.split(','));
      yield { id, lines: withRecord(base, record, bytes), must: 'safe', alarm: isOther ? 'record' : 'none' };
    }
  },
};

/** The line in two, as bytes: up to that place in the cell, and from there on. */
/** @type {(base: Base, record: number, column: number, cell: string, at: number, encoding: Encoding) => [Buffer, Buffer]} */
function around(base, record, column, cell, at, encoding) {
  const cells = base.raw[record] ?? [];
  const before = [...cells.slice(0, column), cell.slice(0, at)].join(',');
  const after = [cell.slice(at), ...cells.slice(column + 1)].join(',');
  return [encodeBare(before, encoding), encodeBare(after, encoding)];
}

/** @param {Buffer} bytes @returns {string | null} */
function wholeText(bytes) {
  const text = iconv.decode(bytes, 'gb18030');
  return text.includes('\ufffd') ? null : text;
}

/** Bytes that no text of the encoding holds; in UTF-16 half a pair. */
/** @param {Encoding} encoding */
const impossible = (encoding) =>
  encoding.startsWith('utf16') ? encodeBare('\ud800', encoding) : Buffer.from([0xff]);

/** @type {Kind} */
const invalidByte = {
  name: 'byte-invalid',
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      if (turnAt(encoding, record, column, 3) !== 0) continue;
      const [before, after] = around(base, record, column, cell, placeIn(cell, record), encoding);
      const bytes = Buffer.concat([before, impossible(encoding), after]);
      yield { id, lines: withRecord(base, record, bytes), must: 'safe', alarm: 'record' };
    }
  },
};

/** A character that nobody typed. @type {(name: string, turn: number, piece: string, alarm: Case['alarm']) => Kind} */
const strayKind = (name, turn, piece, alarm) => ({
  name,
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      if (turnAt(encoding, record, column, 3) !== turn) continue;
      const at = piece === '\ufeff' ? 0 : placeIn(cell, record);
      const text = replaced(base, record, column, put(cell, at, piece)).join(',');
      yield { id, lines: withRecord(base, record, text), must: 'safe', alarm };
    }
  },
});

/**
 * Text that another program has spoiled, in place of every Chinese text. What was lost in it shows (锟斤拷, U+FFFD). A
 * text that came through whole is rare characters, and among names and notes no figure hangs on it: to look for such
 * in every cell would cost every clean file, so there it need not be told.
 * @type {(name: string, turn: number, spoil: (text: string) => string) => Kind}
 */
const spoiledKind = (name, turn, spoil) => ({
  name,
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      if (!CHINESE.test(cell) || turnAt(encoding, record, column, 3) !== turn) continue;
      const spoiled = spoil(cell);
      const text = replaced(base, record, column, spoiled).join(',');
      const isSeen = feeds(base, column) || /锟斤拷|\ufffd/.test(spoiled);
      yield { id, lines: withRecord(base, record, text), must: 'safe', alarm: isSeen ? 'record' : 'none' };
    }
  },
});

/** UTF-8 that was read as GBK and saved; what does not pair up becomes U+FFFD. @param {string} text */
export const doubled = (text) => iconv.decode(Buffer.from(text), 'gb18030');

/** @type {Kind} */
const doubledRecord = {
  name: 'double-encoded-record',
  *cases(base) {
    for (const [record, cells] of base.raw.entries()) {
      const text = cells.map((cell) => (CHINESE.test(cell) ? doubled(cell) : cell)).join(',');
      yield { id: `r${record}`, lines: withRecord(base, record, text), must: 'safe', alarm: 'record' };
    }
  },
};

/** @type {readonly Encoding[]} */
const OTHERS = ['gb18030', 'utf8'];

/** One record as another program wrote it. @type {Kind} */
const otherEncoding = {
  name: 'record-in-other-encoding',
  *cases(base, encoding) {
    for (const [record, cells] of base.raw.entries()) {
      for (const other of OTHERS) {
        if (encoding.startsWith(other)) continue;
        const bytes = encodeBare(cells.join(','), other);
        const lines = withRecord(base, record, bytes);
        // An odd number of bytes shifts everything behind it by half a unit.
        const isOut = encoding.startsWith('utf16') && bytes.length % 2 === 1;
        const shifted = lines.map((l, i) => (i > record && isOut ? { ...l, damaged: true } : l));
        yield { id: `r${record}-${other}`, lines: shifted, must: 'safe', alarm: 'record' };
      }
    }
  },
};

/** @type {Kind} */
const delimiterMissing = {
  name: 'delimiter-missing',
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      if (turnAt(encoding, record, column, 2) !== 0) continue;
      const cells = base.raw[record] ?? [];
      if (column + 1 === cells.length) continue;
      const merged = cells.toSpliced(column, 2, cell + cells[column + 1]);
      // Where only blanks have moved nothing is damaged: tools leave out the empty cells at a record's end.
      const alarm = isShifted(base, record, merged) ? 'record' : 'if-untrue';
      yield { id, lines: withRecord(base, record, merged.join(',')), must: 'safe', alarm };
    }
  },
};

/** @type {Kind} */
const delimiterExtra = {
  name: 'delimiter-extra',
  *cases(base, encoding) {
    for (const { record, column, cell, id } of everyCell(base)) {
      if (turnAt(encoding, record, column, 2) !== 1) continue;
      const cells = base.raw[record] ?? [];
      const at = placeIn(cell, record);
      const text = cells.with(column, put(cell, at, ',')).join(',');
      // Between quotes it is one comma more in a note, which may be its buyer's.
      const isInside = cell.startsWith('"') && at > 0 && at < cell.length;
      const split = isInside ? cells : cells.toSpliced(column, 1, cell.slice(0, at), cell.slice(at));
      const alarm = isShifted(base, record, split) ? 'record' : 'if-untrue';
      yield { id, lines: withRecord(base, record, text), must: 'safe', alarm };
    }
  },
};

/** A record with another delimiter than the file's. @type {Kind} */
const delimiterOther = {
  name: 'delimiter-other',
  *cases(base) {
    for (const [record, cells] of base.raw.entries()) {
      for (const [name, mark] of [
        ['semicolon', ';'],
        ['tab', '\t'],
        ['full-width', '，'],
      ]) {
        const lines = withRecord(base, record, cells.join(mark), { rows: lineCount(cells.join(mark ?? '')) });
        yield { id: `r${record}-${name}`, lines, must: 'safe', alarm: 'record' };
      }
    }
  },
};

/** A record cut in two by a line break between cells. @type {Kind} */
const lineBroken = {
  name: 'line-broken',
  *cases(base) {
    for (const { record, column, id } of everyCell(base)) {
      if (column === 0 || (record + column) % 3 !== 0) continue;
      const cells = base.raw[record] ?? [];
      const [first, second] = [cells.slice(0, column), cells.slice(column)];
      const lines = withRecord(base, record, `${first.join(',')},\r\n${second.join(',')}`, { rows: 2 });
      const isHarmless = second.every((cell) => cell.trim() === '');
      yield { id, lines, must: 'safe', alarm: isHarmless ? 'if-untrue' : 'record' };
    }
  },
};

/** Two records on one line. @type {Kind} */
const lineEndMissing = {
  name: 'line-end-missing',
  *cases(base) {
    for (const [record, cells] of base.raw.entries()) {
      const next = base.raw[record + 1];
      if (next === undefined) continue;
      const lines = cleanLines(base);
      const merged = line(cells.join(',') + next.join(','), { records: [record, record + 1], damaged: true });
      yield {
        id: `r${record}`,
        lines: lines.toSpliced(record + 1, 2, merged),
        must: 'safe',
        alarm: 'record',
      };
    }
  },
};

/** @type {readonly Kind[]} */
export const CELL_KINDS = [
  quoteKind('quote-start', 0),
  quoteKind('quote-middle', 1),
  quoteKind('quote-end', 2),
  delimiterMissing,
  delimiterExtra,
  delimiterOther,
  lineBroken,
  lineEndMissing,
  halfCharacter,
  invalidByte,
  strayKind('nul-in-cell', 1, '\0', 'record'),
  // What stands in front of a cell's text is no part of it.
  strayKind('mark-in-cell', 2, '\ufeff', 'if-untrue'),
  spoiledKind('text-replaced', 0, (text) => text.replace(/\p{Script=Han}+/u, '锟斤拷锟斤拷')),
  spoiledKind('text-unknown', 1, (text) => text.replace(/\p{Script=Han}/u, '\ufffd')),
  spoiledKind('double-encoded-cell', 2, doubled),
  doubledRecord,
  otherEncoding,
];
