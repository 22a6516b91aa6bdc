// How a file of records is to be read, said once more and as plainly as can be: the whole file as one text, without
// chunks, by regular expressions. Slow and short; the scanner has to say the same of every file.

/**
 * @typedef {object} PlainRecord
 * @property {number} at where it begins
 * @property {number} end where its line end begins
 * @property {number} next where the next one begins
 * @property {string[]} cells as they stand, quotes included
 * @property {boolean} bareQuote
 * @property {boolean} textAfterQuote
 * @property {boolean} swallowedLines
 * @property {boolean} unclosedQuote
 * @property {boolean} tooLarge
 * @property {boolean} tooWide
 * @property {boolean} ours blanks behind a closing quote, or Excel's `="123"`: regular to us, refused by csv-parse
 */
/**
 * @typedef {object} Grammar
 * @property {string} delimiter
 * @property {number} maxRecord bytes within which a cell has to end
 * @property {number} maxCells
 * @property {number} expected cells of a record, 0: not known
 */

const QUOTED = /"[^"]*(?:""[^"]*)*"(?!")/y;
const BREAK = /[\r\n]/g;

/** Excel's way of keeping a number as text. */
const EXCEL_TEXT = /^="[^"]*"[ \t]*$/;

const BLANKS = / */y;
const BLANKS_AND_TABS = /[ \t]*/y;

/** @type {Map<string, RegExp>} */
const stops = new Map();

/** What ends a cell: the delimiter, a line break, the end. @param {string} delimiter */
function stopOf(delimiter) {
  const known =
    stops.get(delimiter) ??
    new RegExp(`[\\r\\n\\x${delimiter.charCodeAt(0).toString(16).padStart(2, '0')}]|$`, 'g');
  stops.set(delimiter, known);
  return known;
}

/**
 * @param {string} text one character a byte
 * @param {Grammar} grammar
 * @returns {PlainRecord[]}
 */
export function readPlainly(text, grammar) {
  /** @type {PlainRecord[]} */
  const records = [];
  for (let at = 0; at < text.length; ) {
    const record = readRecord(text, at, grammar);
    records.push(record);
    at = record.next;
  }
  return records;
}

/** @param {string} text @param {number} at @param {Grammar} grammar */
function readRecord(text, at, { delimiter, maxRecord, maxCells, expected }) {
  const blanks = delimiter === '\t' ? BLANKS : BLANKS_AND_TABS;
  const stop = stopOf(delimiter);
  const record = emptyRecord(at);
  let isStray = false;
  for (let cell = at; ; ) {
    let from = cell;
    if (cell - at > maxRecord) return tooLargeLine(text, at);
    if (text[cell] === '"') {
      QUOTED.lastIndex = cell;
      const quoted = QUOTED.exec(text)?.[0];
      if (quoted === undefined) return lineOf(text, at, maxRecord);
      from = cell + quoted.length;
      blanks.lastIndex = from;
      const behind = from + String(blanks.exec(text)?.[0]).length;
      if (behind - at > maxRecord) return lineOf(text, at, maxRecord);
      const hasBreaks = /[\r\n]/.test(quoted);
      stop.lastIndex = behind;
      if (stop.exec(text)?.index !== behind) {
        if (hasBreaks) return lineOf(text, at, maxRecord);
        record.textAfterQuote = true;
      } else {
        if (behind > from) record.ours = true;
        const inside = quoted.split(delimiter).length - 1;
        if (hasBreaks && expected > 0 && inside * 2 >= expected) record.swallowedLines = true;
        // Were the quote an ordinary character, its line would have all of its cells: then it was one.
        const line = quoted.split(/[\r\n]/)[0] ?? '';
        if (hasBreaks && record.cells.length + line.split(delimiter).length === expected) isStray = true;
      }
    }
    stop.lastIndex = from;
    const end = Number(stop.exec(text)?.index);
    if (end - at > maxRecord) return tooLargeLine(text, at);
    const isBare = from === cell && text.slice(cell, end).includes('"');
    if (isBare && EXCEL_TEXT.test(text.slice(cell, end))) record.ours = true;
    else if (isBare) record.bareQuote = true;
    if (record.cells.length < maxCells) record.cells.push(text.slice(cell, end));
    else record.tooWide = true;
    if (text[end] !== delimiter) {
      // A quote that went over lines and leaves the record with other cells than it should have was never closed.
      const isWrong = (record.swallowedLines || isStray) && expected > 0;
      const told = record.cells.findLastIndex((one, i) => i < expected || /[^ \t]/.test(one)) + 1;
      if (isWrong && told !== expected) return lineOf(text, at, maxRecord);
      return endAt(record, text, end);
    }
    cell = end + 1;
  }
}

/** The first physical line alone. @param {string} text @param {number} at @param {number} maxRecord */
function lineOf(text, at, maxRecord) {
  const line = tooLargeLine(text, at);
  line.tooLarge = line.end - at > maxRecord;
  line.unclosedQuote = !line.tooLarge;
  return line;
}

/** @param {string} text @param {number} at */
function tooLargeLine(text, at) {
  const record = emptyRecord(at);
  BREAK.lastIndex = at;
  endAt(record, text, BREAK.exec(text)?.index ?? text.length);
  record.tooLarge = true;
  return record;
}

/** @param {PlainRecord} record @param {string} text @param {number} end */
function endAt(record, text, end) {
  record.end = end;
  const isCrlf = text[end] === '\r' && text[end + 1] === '\n';
  record.next = Math.min(text.length, end + (isCrlf ? 2 : 1));
  return record;
}

/** @param {number} at @returns {PlainRecord} */
function emptyRecord(at) {
  return {
    at,
    end: at,
    next: at,
    cells: [],
    bareQuote: false,
    textAfterQuote: false,
    swallowedLines: false,
    unclosedQuote: false,
    tooLarge: false,
    tooWide: false,
    ours: false,
  };
}

/** What a cell says: without the quotes around it, where all of it stands in quotes. @param {string} cell */
export function contentOf(cell) {
  const quoted = /^"([^"]*(?:""[^"]*)*)"[ \t]*$/.exec(cell)?.[1];
  return quoted === undefined ? cell : quoted.replaceAll('""', '"');
}
